"""The cascading on paper: the nodes in the order of the tree, each with its number, its indicators and its owner."""

from __future__ import annotations

from template_file import ShippedTemplate
from template_matrix import STYLE, cell, footer, signed, title
from template_parts import row, table, tag_row
from template_renstra_naskah import head, number_row

_WIDTHS = (1.8, 8.6, 7.4, 1.9, 2.1, 4.9, 4.3)
_TITLES = (
    "No", "Kinerja", "Indikator", "Satuan", "Target {{ tahun }}", "Program / Kegiatan / Sub Kegiatan",
    "Penanggung Jawab",
)  # fmt: skip


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
            row(
                _WIDTHS,
                cell("{% vm %}{{ s.nomor }}"),
                cell("{% vm %}{{ s.komponen }}: {{ s.kinerja }}"),
                cell("{{ i.indikator }}"),
                cell("{{ i.satuan }}", align="center"),
                cell("{{ i.target }}", align="center"),
                cell("{% vm %}{{ s.program }}"),
                cell("{% vm %}{{ s.penanggung_jawab }}"),
            ),
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
    footer=footer("Cascading Kinerja {{ tahun }}, {{ perangkat_daerah.nama }}"),
)
