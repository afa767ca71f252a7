"""The template of the Rencana Kinerja Tahunan (domain-2 5.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from template_file import ShippedTemplate
from template_parts import F4_LANDSCAPE, Cell, paragraph, row, run, table, tag_row
from template_renstra_naskah import Column, body_cell, head, number_row
from template_report import CHANGED_LAST, SMALL, either, ended, footer
from template_signature import DAY_BY_HAND, signature_row
from template_styles import PK_STYLES

_COLUMNS = (
    Column("No", 0.8, "{{ s.no }}", "center", merge=True),
    Column("Tahun", 1.2, "{{ tahun }}", "center", merge=True),
    Column("Sasaran", 4.0, "{{ s.sasaran }}", merge=True),
    Column(
        "Indikator Sasaran", 4.3,
        "{% for i in s.daftar_indikator %}{% if not (loop.first and loop.last) %}{{ loop.index }}. {% endif %}"
        "{{ i.indikator }} ({{ i.target }} {{ i.satuan }}){% if not loop.last %}; {% endif %}{% endfor %}", merge=True,
    ),
    Column("Program", 4.0, "{{ r.program }}", merge=True),
    Column("Kegiatan", 3.6, "{{ r.kegiatan }}"),
    Column("Sub Kegiatan", 3.8, "{{ r.subkegiatan }}"),
    Column("Indikator Sasaran Sub Kegiatan", 4.0, "{{ r.indikator }}"),
    Column("Target", 2.0, "{{ r.target }} {{ r.satuan }}", "center"),
    Column("Target Anggaran (Rp)", 3.3, "{{ r.anggaran }}", "right"),
)  # fmt: skip
_GOES_ON = "not loop.last and not s.daftar_baris[loop.index].subkegiatan"
_LAST = "s.no == daftar_sasaran[-1].no and not daftar_penunjang"
_WIDTHS = [column.width for column in _COLUMNS]


def body(references: str) -> str:
    """Title, the table, its sum, the signature of the head."""
    return (
        paragraph(run(f"RENCANA KINERJA TAHUNAN (RKT){CHANGED_LAST}"), style="Heading1")
        + paragraph(run("{{ perangkat_daerah.nama_kop }}"), style="Judul")
        + paragraph(run("TAHUN\u00a0{{ tahun }}"), style="Judul", after=6)
        + _table()
        + ended(F4_LANDSCAPE, references)
    )


def _line(content: str, *, bold: bool = False, align: str = "") -> str:
    return paragraph(run(content, bold=bold), style=SMALL, align=align, keep_next=bold, before=1.5, after=1.5)


def _running_down(columns: Sequence[Column], conditions: Sequence[tuple[str, int]], last: str) -> tuple[str, ...]:
    """A row by what it names anew: the columns before go on in the cells above them.

    Args:
        columns: The columns from the first that goes on.
        conditions: When a row names anew what stands from the column of this number on.
        last: The condition of rows that stay on the page with the next.
    """
    down, made = range(conditions[0][1], conditions[-1][1] + 1), list[str]()
    blank = len(_COLUMNS) - len(columns)

    def line(begins: int) -> str:
        cells = [Cell(_line(""), span=blank)] if blank else []
        for number, column in enumerate(columns, start=blank):
            merge = "" if number not in down else "restart" if number >= begins else "continue"
            cells.append(replace(body_cell(column, SMALL), merge=merge))
        return row(_WIDTHS, *cells)

    for word, (condition, begins) in zip(("if", "elif"), conditions, strict=True):
        made += [tag_row(_WIDTHS, f"{word} {condition}"), *either(_WIDTHS, last, line(begins))]
    return (*made, tag_row(_WIDTHS, "else"), *either(_WIDTHS, last, line(len(_COLUMNS))), tag_row(_WIDTHS, "endif"))


def _table() -> str:
    rest = [replace(column, merge=False) for column in _COLUMNS[4:]]
    supporting = Cell(_line("Sub kegiatan lain", bold=True), span=len(_WIDTHS), shade="F2F2F2")
    total = (
        Cell(_line("Jumlah", bold=True), span=len(_WIDTHS) - 1),
        Cell(_line("{{ jumlah_anggaran }}", bold=True, align="right")),
    )
    return table(
        _WIDTHS,
        row(_WIDTHS, *(head(column.title, SMALL) for column in _COLUMNS), header=True),
        number_row(_WIDTHS, SMALL),
        tag_row(_WIDTHS, "for s in daftar_sasaran"),
        tag_row(_WIDTHS, "for r in s.daftar_baris"),
        # A sub kegiatan stays with its other indicators: no page begins with a row that does not name it.
        *_running_down(_COLUMNS, (("r.kegiatan", 5), ("r.subkegiatan", 6)), f"{_GOES_ON} or loop.last and {_LAST}"),
        tag_row(_WIDTHS, "endfor"),
        tag_row(_WIDTHS, "endfor"),
        tag_row(_WIDTHS, "if daftar_penunjang"),
        row(_WIDTHS, supporting),
        tag_row(_WIDTHS, "endif"),
        tag_row(_WIDTHS, "for r in daftar_penunjang"),
        *_running_down(rest, (("r.program", 4), ("r.kegiatan", 5)), "loop.last"),
        tag_row(_WIDTHS, "endfor"),
        tag_row(_WIDTHS, "if jumlah_anggaran"),
        row(_WIDTHS, *total),
        tag_row(_WIDTHS, "endif"),
        signature_row("kepala", _WIDTHS, place=DAY_BY_HAND),
        margin=0.1,
    )


TEMPLATE = ShippedTemplate(
    stem="rkt",
    title="Rencana Kinerja Tahunan",
    body=body,
    shipped="rkt/shipped.py",
    footer=footer("RKT {{ tahun }} {{ perangkat_daerah.nama }}"),
    signed=True,
    styles=PK_STYLES,
)
