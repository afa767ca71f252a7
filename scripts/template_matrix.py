"""What the matrices of the agency have in common on paper: title, table rows, page number, the head's signature."""

from __future__ import annotations

from collections.abc import Sequence

from template_parts import F4_LANDSCAPE, HAIR, Cell, field, paragraph, row, run, section, table, tag, tag_row

STYLE = "IsiTabelKecil"


def title(*lines: str) -> str:
    """The lines of a title, centred; the first is a heading, so that Word lists it."""
    first, *others = lines
    return paragraph(run(first, size=13), style="Heading1", align="center") + "".join(
        paragraph(run(line, bold=True, size=11), style="Judul", align="center", after=8 if line is others[-1] else 0)
        for line in others
    )


def rows_kept(widths: Sequence[float], cells: Sequence[tuple[str, str]], last: str) -> tuple[str, ...]:
    """A row, and the same kept on one page with what follows where it is the last: a signature never stands alone.

    Args:
        widths: Widths of the columns in cm.
        cells: What each cell prints, and its alignment.
        last: The condition of the last row.
    """

    def printed(*, keep: bool) -> str:
        said = (
            paragraph(run(text), style=STYLE, align=align, keep_next=keep, before=1, after=1) for text, align in cells
        )
        return row(widths, *map(Cell, said))

    return (
        tag_row(widths, f"if {last}"),
        printed(keep=True),
        tag_row(widths, "else"),
        printed(keep=False),
        tag_row(widths, "endif"),
    )


def footer(text: str) -> str:
    """What the paper is, and the page."""
    pages = (run("halaman\u00a0"), field("PAGE", "…"), run("\u00a0dari\u00a0"), field("NUMPAGES", "…"))
    return paragraph(run(f"{text}, "), *pages, style="Footer")


def signed(references: str) -> str:
    """The head's signature at the right, and the end of the paper."""
    return _signature() + f"<w:p>{HAIR}</w:p>" + section(F4_LANDSCAPE, references)


def _signature() -> str:
    def line(text: str, *, bold: bool = False) -> str:
        return paragraph(run(text, bold=bold, underline=bold), align="center", keep_next=True)

    width = F4_LANDSCAPE.text_width
    widths: Sequence[float] = (width * 0.64, width * 0.36)
    number = "{% if kepala.pppk %}NI PPPK{% else %}NIP.{% endif %} {{ kepala.nip }}"
    below = (
        line("{{ kepala.nama_cetak }}", bold=True)
        + tag("if kepala.pangkat") + line("{{ kepala.pangkat }}") + tag("endif")
        + tag("if kepala.nip") + line(number) + tag("endif")
    )  # fmt: skip
    empty = Cell(line(""))
    return paragraph(keep_next=True) + table(
        widths,
        row(widths, empty, Cell(line("{{ tempat }}, {{ tanggal }}") + line("{{ kepala.jabatan }},"))),
        row(widths, empty, empty, height=1.6),
        row(widths, empty, Cell(below)),
        grid=False,
        title="Tanda tangan",
    )


__all__ = ["STYLE", "footer", "rows_kept", "signed", "title"]
