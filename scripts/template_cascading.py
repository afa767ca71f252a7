"""The cascading on paper: the nodes in the order of the tree, each with its number, its indicators and its owner."""

from __future__ import annotations

from template_file import ShippedTemplate
from template_matrix import STYLE, footer, rows_kept, signed, title
from template_parts import row, table, tag_row
from template_renstra_naskah import head, number_row
from template_styles import PK_STYLES

_WIDTHS = (1.8, 8.6, 7.4, 1.9, 2.1, 4.9, 4.3)
_TITLES = (
    "No", "Kinerja", "Indikator", "Satuan", "Target {{ tahun }}", "Program / Kegiatan / Sub Kegiatan",
    "Penanggung Jawab",
)  # fmt: skip
_CELLS = (
    ("{% vm %}{{ s.nomor }}", ""),
    ("{% vm %}{{ s.komponen }}: {{ s.kinerja }}", ""),
    ("{{ i.indikator }}", ""),
    ("{{ i.satuan }}", "center"),
    ("{{ i.target }}", "center"),
    ("{% vm %}{{ s.program }}", ""),
    ("{% vm %}{{ s.penanggung_jawab }}", ""),
)


def cascading_body(references: str) -> str:
    """Title, table, signature; on F4 across."""
    return (
        title("CASCADING KINERJA", "{{ perangkat_daerah.nama_kop }}", "TAHUN {{ tahun }}")
        + table(
            _WIDTHS,
            row(_WIDTHS, *(head(text, STYLE) for text in _TITLES), header=True),
            number_row(_WIDTHS, STYLE),
            tag_row(_WIDTHS, "for s in daftar_simpul"),
            tag_row(_WIDTHS, "for i in s.daftar_indikator"),
            *rows_kept(_WIDTHS, _CELLS, "loop.last and s.nomor == daftar_simpul[-1].nomor"),
            tag_row(_WIDTHS, "endfor"),
            tag_row(_WIDTHS, "endfor"),
            title="Cascading kinerja",
        )
        + signed(references)
    )


TEMPLATE = ShippedTemplate(
    stem="cascading",
    title="Cascading Kinerja",
    body=cascading_body,
    shipped="cascading/shipped.py",
    styles=PK_STYLES,
    footer=footer("Cascading Kinerja {{ tahun }}, {{ perangkat_daerah.nama }}"),
)
