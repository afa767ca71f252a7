"""Parts that the papers of the agency share: headings, tables, notes, the page number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from template_parts import HAIR, Cell, Page, field, paragraph, row, run, section, table, tag, tag_row
from template_renstra_naskah import Column, body_cell, head, number_row, prose

SMALL = "IsiTabelKecil"
CHANGED = "{% if perubahan %}PERUBAHAN {% endif %}"
CHANGED_LAST = "{% if perubahan %} PERUBAHAN{% endif %}"
CHANGED_SMALL = "{% if perubahan %}Perubahan {% endif %}"
"""Stand in titles, before another word and behind the last, and in the lines at the head or foot of a page, where the
budget or the plan was changed (domain-2 9)."""
AGENCY = "{{ perangkat_daerah.nama }}"


def title(*lines: str) -> str:
    """The title of a report, its lines in bold capitals below each other."""
    first, *others = lines
    return paragraph(prose(first), style="Heading1", before=10) + "".join(
        paragraph(run(line), style="Judul") for line in others
    )


def part(text: str, *, new_page: bool = False) -> str:
    """The heading of a part: ``B. Capaian``."""
    return paragraph(prose(text), style="Heading2", new_page=new_page)


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


def rows_kept(widths: Sequence[float], columns: Sequence[Column], last: str) -> tuple[str, ...]:
    """A row, and the same kept on one page with what follows where it is one of the last: no signature stands alone.

    Args:
        widths: Widths of the columns in cm.
        columns: What each cell prints.
        last: The condition of the last rows.
    """
    return either(widths, last, row(widths, *(body_cell(column, SMALL) for column in columns)))


def either(widths: Sequence[float], last: str, printed: str) -> tuple[str, ...]:
    """A row that stays with the next where a condition holds."""
    return tag_row(widths, f"if {last}"), kept(printed), tag_row(widths, "else"), printed, tag_row(widths, "endif")


def rows(
    columns: Sequence[Column], source: str, *, var: str = "r", inner: str = "", empty: str = "",
    above: Sequence[str] = (), last: str = "", below: Sequence[str] = (), name: str = "",
) -> str:  # fmt: skip
    """A table with a row per record of a list, or per ``i`` of its list ``inner``; ``empty`` is said where it has none.

    Args:
        columns: The columns from left to right.
        source: The list.
        var: What a record of it is called.
        inner: A list in each record; columns with ``merge`` run down over its rows.
        empty: What is said where the list is empty.
        above: Rows inside the first loop, before those of its record.
        last: The condition of the rows that stay with what follows the table, such as a signature.
        below: Rows behind all others.
        name: What a screen reader calls the table.
    """
    widths = [column.width for column in columns]
    said = paragraph(run(empty), style=SMALL, align="center", before=3, after=3)
    loops = [f"for {var} in {source}"] + ([f"for i in {var}.{inner}"] if inner else [])
    return table(
        widths,
        row(widths, *(head(column.title, SMALL) for column in columns), header=True),
        number_row(widths, SMALL),
        tag_row(widths, loops[0]),
        *above,
        *(tag_row(widths, loop) for loop in loops[1:]),
        *(rows_kept(widths, columns, last) if last else (row(widths, *(body_cell(one, SMALL) for one in columns)),)),
        *(tag_row(widths, "endfor") for _ in loops),
        *(
            (
                tag_row(widths, f"if not {source}"),
                kept(row(widths, Cell(said, span=len(widths)))),
                tag_row(widths, "endif"),
            )
            if empty
            else ()
        ),
        *below,
        margin=0.1,
        title=name,
    )


def fitted(columns: Sequence[Column], page: Page) -> tuple[Column, ...]:
    """The columns, together as wide as the text of a page."""
    whole = page.text_width / sum(column.width for column in columns)
    return tuple(replace(column, width=column.width * whole) for column in columns)


def footer(text: str) -> str:
    """What the paper is, and which of its pages."""
    pages = (run("halaman\u00a0"), field("PAGE", "…"), run("\u00a0dari\u00a0"), field("NUMPAGES", "…"))
    return paragraph(prose(f"{text}, "), *pages, style="Footer")


def ended(page: Page, references: str) -> str:
    """The end of a paper whose last table is signed in its last row."""
    return f"<w:p>{HAIR}</w:p>" + section(page, references)


def when(condition: str, content: str, otherwise: str = "") -> str:
    """Paragraphs that are printed under a condition, and others where it does not hold."""
    return tag(f"if {condition}") + content + (tag("else") + otherwise if otherwise else "") + tag("endif")
