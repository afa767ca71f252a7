"""The cascading on paper: the nodes in the order of the tree, each with its number, its indicators and its owner."""

from __future__ import annotations

from template_file import ShippedTemplate
from template_parts import F4_LANDSCAPE
from template_renstra_naskah import Column
from template_report import ended, footer, rows, title
from template_signature import signature_row
from template_styles import PK_STYLES

_COLUMNS = (
    Column("No", 1.8, "{{ s.nomor }}", merge=True),
    Column("Kinerja", 8.6, "{{ s.komponen }}: {{ s.kinerja }}", merge=True),
    Column("Indikator", 7.4, "{{ i.indikator }}"),
    Column("Satuan", 1.9, "{{ i.satuan }}", "center"),
    Column("Target {{ tahun }}", 2.1, "{{ i.target }}", "center"),
    Column("Program / Kegiatan / Sub Kegiatan", 4.9, "{{ s.program }}", merge=True),
    Column("Penanggung Jawab", 4.3, "{{ s.penanggung_jawab }}", merge=True),
)


def cascading_body(references: str) -> str:
    """Title, table, signature; on F4 across."""
    return (
        title("CASCADING KINERJA", "{{ perangkat_daerah.nama_kop }}", "TAHUN {{ tahun }}")
        + rows(
            _COLUMNS, "daftar_simpul", var="s", inner="daftar_indikator",
            last="loop.last and s.nomor == daftar_simpul[-1].nomor", name="Cascading kinerja",
            below=(signature_row("kepala", [column.width for column in _COLUMNS]),),
        )
        + ended(F4_LANDSCAPE, references)
    )  # fmt: skip


TEMPLATE = ShippedTemplate(
    stem="cascading",
    title="Cascading Kinerja",
    body=cascading_body,
    shipped="cascading/shipped.py",
    styles=PK_STYLES,
    footer=footer("Cascading Kinerja {{ tahun }}, {{ perangkat_daerah.nama }}"),
    signed=True,
)
