"""What the templates of the tables T-C.29 and T-C.33 share: title, table with grouped titles, footer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from template_parts import F4_LANDSCAPE, HAIR, Cell, paragraph, row, run, section, table, tag_row
from template_renstra_naskah import Column, head, number_row
from template_report import SMALL, footer, when


def renja_body(
    references: str, table_name: str, title: str, columns: Sequence[Column], groups: Mapping[int, tuple[str, int]],
    *, totals: Mapping[int, str] | None = None, note: str = "", note_if: str = "",
) -> str:  # fmt: skip
    """The page of one table.

    Args:
        references: Header and footer references of the section.
        table_name: ``Tabel T-C.33``.
        title: Its title.
        columns: Its columns.
        groups: A title over several columns, by the number of the first: the title and how many.
        totals: What the last row prints in which columns; without it there is none.
        note: A sentence below the table.
        note_if: When it is printed.
    """
    return (
        paragraph(run(table_name, bold=True), style="Judul")
        + paragraph(run(title), style="Heading1")
        + paragraph(run("{{ perangkat_daerah.nama_kop }}"), style="Judul", after=6)
        + _table(columns, groups, totals or {})
        + (when(note_if, paragraph(run(note), style="Sumber", before=3)) if note else "")
        + f"<w:p>{HAIR}</w:p>"
        + section(F4_LANDSCAPE, references)
    )


def renja_footer(table_name: str) -> str:
    """Which table it is, whose, and which of its pages."""
    return footer(f"{table_name} Renja {{{{ tahun }}}} {{{{ perangkat_daerah.nama }}}}")


def _table(columns: Sequence[Column], groups: Mapping[int, tuple[str, int]], totals: Mapping[int, str]) -> str:
    widths = [column.width for column in columns]

    def cells(*, bold: bool) -> str:
        """Rows of a component: that of a further indicator goes on below its code and name."""

        def cell(column: Column, merge: str) -> Cell:
            text = paragraph(run(column.value, bold=bold), style=SMALL, align=column.align, before=1, after=1)
            return Cell(text, shade="F2F2F2" if bold else "", merge=merge if column.merge else "")

        first, further = (row(widths, *(cell(one, merge) for one in columns)) for merge in ("restart", "continue"))
        return tag_row(widths, "if r.kode") + first + tag_row(widths, "else") + further + tag_row(widths, "endif")

    last = [
        Cell(paragraph(run(totals.get(place, ""), bold=True), style=SMALL, align="right" if place else ""))
        for place in range(len(columns))
    ]
    return table(
        widths,
        *_header(columns, groups),
        number_row(widths, SMALL),
        tag_row(widths, "for r in daftar_baris"),
        tag_row(widths, "if r.jenis == 'program'"),
        cells(bold=True),
        tag_row(widths, "else"),
        cells(bold=False),
        tag_row(widths, "endif"),
        tag_row(widths, "endfor"),
        *((row(widths, *last),) if totals else ()),
        margin=0.1,
    )


def _header(columns: Sequence[Column], groups: Mapping[int, tuple[str, int]]) -> tuple[str, ...]:
    widths = [column.width for column in columns]
    grouped = {place for start, (_, count) in groups.items() for place in range(start, start + count)}
    over = []
    for place, column in enumerate(columns):
        if place in groups:
            over.append(head(groups[place][0], SMALL, span=groups[place][1]))
        elif place not in grouped:
            over.append(head(column.title, SMALL, merge="restart"))
    below = [
        head(column.title, SMALL) if place in grouped else head("", SMALL, merge="continue")
        for place, column in enumerate(columns)
    ]
    return row(widths, *over, header=True), row(widths, *below, header=True)
