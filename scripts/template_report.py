"""Parts that the reports on what was reached share: headings, notes, the signature of the head."""

from __future__ import annotations

from collections.abc import Sequence

from template_parts import PORTRAIT, Cell, Page, paragraph, row, run, table, tag, tag_row
from template_renstra_naskah import Column, body_cell, head, number_row

SMALL = "IsiTabelKecil"
AGENCY = "{{ perangkat_daerah.nama }}"


def title(*lines: str) -> str:
    """The title of a report, its lines in bold capitals below each other."""
    first, *others = lines
    return paragraph(run(first), style="Heading1", before=10) + "".join(
        paragraph(run(line), style="Judul") for line in others
    )


def part(text: str, *, new_page: bool = False) -> str:
    """The heading of a part: ``B. Capaian``."""
    return paragraph(run(text), style="Heading2", new_page=new_page)


def text(*texts: str) -> str:
    """Paragraphs of running text."""
    return "".join(paragraph(run(one), style="Paragraf", before=4) for one in texts)


def kept(content: str) -> str:
    """A table all of whose rows stay with what follows it, as far as a page has room."""
    style = f'<w:pStyle w:val="{SMALL}"/>'
    return content.replace(style, f"{style}<w:keepNext/>").replace("<w:keepNext/><w:keepNext/>", "<w:keepNext/>")


def note(content: str) -> str:
    """A small line below a table."""
    return paragraph(run(content), style="Sumber", before=2, after=4)


def items(*texts: str) -> str:
    """A numbered list, numbers typed as text."""
    return "".join(
        paragraph(run(f"{number}. {one}"), style="Paragraf", left=0.8, hanging=0.6)
        for number, one in enumerate(texts, 1)
    )


def rows(
    columns: Sequence[Column], source: str, *, var: str = "r", inner: str = "", empty: str = "",
    above: Sequence[str] = (), keep: bool = False,
) -> str:  # fmt: skip
    """A table with a row per record of a list, or per ``i`` of its list ``inner``; ``empty`` is said where it has none.

    ``above`` are rows inside the first loop, before those of its record. With ``keep`` all of it stays with what
    follows.
    """
    widths = [column.width for column in columns]
    said = paragraph(run(empty), style=SMALL, align="center", before=3, after=3)
    loops = [f"for {var} in {source}"] + ([f"for i in {var}.{inner}"] if inner else [])
    made = table(
        widths,
        row(widths, *(head(column.title, SMALL) for column in columns), header=True),
        number_row(widths, SMALL),
        tag_row(widths, loops[0]),
        *above,
        *(tag_row(widths, loop) for loop in loops[1:]),
        row(widths, *(body_cell(column, SMALL) for column in columns)),
        *(tag_row(widths, "endfor") for _ in loops),
        *(
            (tag_row(widths, f"if not {source}"), row(widths, Cell(said, span=len(widths))), tag_row(widths, "endif"))
            if empty
            else ()
        ),
        margin=0.1,
    )
    return kept(made) if keep else made


def signature(place: str, page: Page = PORTRAIT, party: str = "kepala") -> str:
    """Place and day, post, and room for the signature of one party at the right, kept on one page."""

    def line(content: str, *, bold: bool = False, after: float | None = None) -> str:
        return paragraph(run(content, bold=bold, underline=bold), align="center", keep_next=True, after=after)

    widths = (page.text_width - 9.0, 9.0)

    def at_right(content: str, height: float | None = None) -> str:
        return row(widths, Cell(paragraph(keep_next=True)), Cell(content), height=height)

    rank = (
        f"{{% if {party}.pangkat %}}{{{{ {party}.pangkat }}}}{{% endif %}}"
        f"{{% if {party}.pppk and {party}.golongan %}}Golongan\u00a0{{{{ {party}.golongan }}}}{{% endif %}}"
    )
    number = f"{{% if {party}.pppk %}}NI\u00a0PPPK{{% else %}}NIP.{{% endif %}}\u00a0{{{{ {party}.nip }}}}"
    return paragraph(run("", size=6), keep_next=True) + table(
        widths,
        at_right(line(place, after=4) + line(f"{{{{ {party}.jabatan }}}},")),
        at_right(line(""), height=2.0),
        at_right(line(f"{{{{ {party}.nama_cetak }}}}", bold=True)),
        tag_row(widths, f"if {party}.pangkat or ({party}.pppk and {party}.golongan)"),
        at_right(line(rank)),
        tag_row(widths, "endif"),
        tag_row(widths, f"if {party}.nip"),
        at_right(line(number)),
        tag_row(widths, "endif"),
        grid=False,
        margin=0.2,
        title="Tanda tangan",
    )


def when(condition: str, content: str, otherwise: str = "") -> str:
    """Paragraphs that are printed under a condition, and others where it does not hold."""
    return tag(f"if {condition}") + content + (tag("else") + otherwise if otherwise else "") + tag("endif")
