"""The signatures below all papers but the PK: name, rank and number as under it."""

from __future__ import annotations

from collections.abc import Sequence

from template_parts import Cell, paragraph, row, run, table, tag, tag_row, twips

PLACE_AND_DAY = "{{ tempat }}, {{ tanggal }}"
LATER = "{{ tempat }}, …………………… {{ tahun_naskah }}"
"""The line of a paper that is made after its year or quarter: the day is written by hand."""
DAY_BY_HAND = "{{ tempat }}, ……………………"
"""The line of a paper whose day nobody knows yet."""
_BLOCK = 9.0
"""Width of one signature in cm."""


def signature(party: str, width: float, *, place: str = PLACE_AND_DAY, post: str = "") -> str:
    """Place and day, post, name, rank and number of one party at the right, kept on one page with what is above.

    Args:
        party: The field of the party.
        width: Width of the text in cm.
        place: The line of place and day.
        post: What is printed as its post, that of the party unless said.
    """
    widths = (width - _BLOCK, _BLOCK)

    def at_right(text: str, *, height: float | None = None, bottom: bool = False) -> str:
        return row(widths, Cell(_line("")), Cell(text, bottom=bottom), height=height)

    return _gap() + table(
        widths,
        at_right(_line(place, after=6) + _line(f"{post or f'{{{{ {party}.jabatan }}}}'},")),
        at_right(_line(""), height=1.8),
        at_right(name_line(party), bottom=True),
        tag_row(widths, f"if {has_rank(party)}"),
        at_right(rank_line(party)),
        tag_row(widths, "endif"),
        tag_row(widths, f"if {party}.nip"),
        at_right(number_line(party)),
        tag_row(widths, "endif"),
        grid=False,
        margin=0.2,
        title="Tanda tangan",
    )


def signature_row(party: str, widths: Sequence[float], *, place: str = PLACE_AND_DAY) -> str:
    """The same as the last row of a table, without lines: it stays with the row above, also where the table is long.

    LibreOffice does not keep the end of a table that began on an earlier page with a paragraph behind it.

    Args:
        party: The field of the party.
        widths: Widths of the columns of the table in cm.
        place: The line of place and day.
    """
    left = max(number for number in range(1, len(widths)) if sum(widths[number:]) >= min(_BLOCK, sum(widths) / 2))
    lines = (
        paragraph(run(place), align="center", keep_next=True, before=8, after=6)
        + _line(f"{{{{ {party}.jabatan }}}},")
        + paragraph(run(""), align="center", keep_next=True, before=20, after=20)
        + name_line(party)
        + tag(f"if {has_rank(party)}")
        + rank_line(party)
        + tag("endif")
        + tag(f"if {party}.nip")
        + number_line(party)
        + tag("endif")
        + paragraph(run("", size=1), after=0)
    )
    # Under columns that are wide together it stands at their right end.
    indent = f'<w:ind w:left="{twips(max(sum(widths[left:]) - _BLOCK - 1, 0))}"/><w:jc w:val="center"/>'
    lines = lines.replace('<w:jc w:val="center"/>', indent)
    sides = "left bottom right"
    return row(
        widths,
        Cell(_line(""), span=left, open_sides=sides),
        Cell(lines, span=len(widths) - left, open_sides=sides),
    )


def signature_rows(
    parties: Sequence[tuple[str, str]], widths: Sequence[float], left: int, *, below_a_line: bool = True
) -> tuple[str, ...]:  # fmt: skip
    """The signatures of two parties side by side, as the last rows of a table; place and date above the second.

    Args:
        parties: The field of each party and what it is called above its signature.
        widths: Widths of the columns of the table in cm.
        left: How many columns the first has; the second has the others.
        below_a_line: The line of the row above is its own lower one.
    """
    (first, as_first), (second, as_second) = parties

    def pair(one: str, other: str, *, top: str = "top ", height: float | None = None, bottom: bool = False) -> str:
        sides = f"{top}left bottom right"
        return row(
            widths,
            Cell(one, span=left, open_sides=sides, bottom=bottom),
            Cell(other, span=len(widths) - left, open_sides=sides, bottom=bottom),
            height=height,
        )

    return (
        pair(
            _line(""),
            paragraph(run(PLACE_AND_DAY), align="center", keep_next=True, before=8, after=6),
            top="" if below_a_line else "top ",
        ),
        pair(_line(f"{as_first},"), _line(f"{as_second},")),
        pair(_line(""), _line(""), height=1.8),
        pair(name_line(first), name_line(second), bottom=True),
        tag_row(widths, f"if {first}.nip or {second}.nip"),
        pair(number_line(first), number_line(second)),
        tag_row(widths, "endif"),
    )


def has_rank(party: str) -> str:
    """The condition that a party has a line for its rank."""
    return f"{party}.pangkat or ({party}.pppk and {party}.golongan)"


def name_line(party: str) -> str:
    """The name under a signature."""
    return paragraph(run(f"{{{{ {party}.nama_cetak }}}}", bold=True, underline=True), align="center", keep_next=True)


def rank_line(party: str) -> str:
    """The rank of a PNS, the golongan of a PPPK."""
    of_pppk = f"{{% if {party}.pppk and {party}.golongan %}}Golongan\u00a0{{{{ {party}.golongan }}}}{{% endif %}}"
    return _line(f"{{% if {party}.pangkat %}}{{{{ {party}.pangkat }}}}{{% endif %}}{of_pppk}")


def number_line(party: str) -> str:
    """NIP or NI PPPK."""
    label = f"{{% if {party}.pppk %}}NI\u00a0PPPK{{% else %}}NIP.{{% endif %}}"
    return _line(f"{{% if {party}.nip %}}{label}\u00a0{{{{ {party}.nip }}}}{{% endif %}}")


def _gap() -> str:
    return paragraph(run("", size=6), keep_next=True)


def _line(text: str, after: float | None = None) -> str:
    return paragraph(run(text), align="center", keep_next=True, after=after)
