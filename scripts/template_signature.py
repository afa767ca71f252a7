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
ROOM = 2.5
"""Centimetres over a name that a visual signature takes (domain.md 6.3)."""
_NO_ROOM = 0.8
"""Above a name that is signed elsewhere in the same paper: no gap for a pen either."""


def marker(name: str, around: float | None = None) -> str:
    """A paragraph with a marker of the signing service, which nobody sees: white, one point high.

    ``around`` are the points of blank above it and below it.
    """
    mark = run(f"{{{{ tte.{name} }}}}", size=1, colour="FFFFFF")
    return paragraph(mark, align="center", keep_next=True, before=around, after=around)


def qr_row(widths: Sequence[float], open_sides: str = "") -> str:
    """The QR as the last row below all signatures, at the left margin: one place in every paper, where nobody signs.

    Args:
        widths: Widths of the columns in cm.
        open_sides: Sides of the row without a line.
    """
    below = "{% if sidik %}sidik {{ sidik }}{% endif %}"
    shown = paragraph(run("{{ qr }}"), keep_next=True, before=6) + paragraph(run(below, size=6), keep_next=True)
    cell = Cell(shown, span=len(widths), open_sides=open_sides)
    return tag_row(widths, "if qr") + row(widths, cell) + tag_row(widths, "endif")


def room_at_right(widths: Sequence[float], wet: float, *, annex: bool = False, only: str = "") -> str:
    """The row over the name of one party at the right: for a pen, or for a visual signature.

    Args:
        widths: Widths of the columns, of which the last is the party's.
        wet: Height in cm for a pen.
        annex: It is the second signature of the paper, which is not always given.
        only: The condition of the one place that is signed, where the same signature is printed several times.
    """
    blank = Cell(_line(""), span=len(widths) - 1)
    mark = Cell(marker("lampiran_pertama" if annex else "pertama"), middle=True)
    asked = "tte.lampiran_pertama" if annex else "tte.aktif"
    signed_elsewhere = (tag_row(widths, "elif tte.aktif"), row(widths, blank, Cell(_line("")), height=_NO_ROOM))
    return "".join(
        (
            tag_row(widths, f"if {asked} and {only}" if only else f"if {asked}"),
            row(widths, blank, mark, height=ROOM),
            *(signed_elsewhere if annex or only else ()),
            tag_row(widths, "else"),
            row(widths, blank, Cell(_line("")), height=wet),
            tag_row(widths, "endif"),
        )
    )


def room_of_both(widths: Sequence[float], marks: tuple[str, str], wet: float, *, annex: bool = False) -> str:
    """The row over the names of two parties, for a pen or for visual signatures.

    Args:
        widths: Widths of the two columns.
        marks: Names of the markers at the left and at the right.
        wet: Height in cm for a pen.
        annex: It is the second pair of the paper, which is not always signed.
    """
    left, right = (Cell(marker(name), middle=True) for name in marks)
    wide = (Cell(_line("")), Cell(_line("")))
    asked = "tte.lampiran_pertama" if annex else "tte.aktif"
    return "".join(
        (
            tag_row(widths, f"if {asked}"),
            row(widths, left, right, height=ROOM),
            *((tag_row(widths, "elif tte.aktif"), row(widths, *wide, height=_NO_ROOM)) if annex else ()),
            tag_row(widths, "else"),
            row(widths, *wide, height=wet),
            tag_row(widths, "endif"),
        )
    )


def electronic_sentence() -> str:
    """The sentence about the electronic signature, for a footer; nothing where none is asked for."""
    return tag("if tte.kalimat") + paragraph(run("{{ tte.kalimat }}", size=6.5), style="Footer") + tag("endif")


def signature(
    party: str, width: float, *, place: str = PLACE_AND_DAY, post: str = "", annex: bool = False, only: str = ""
) -> str:
    """Place and day, post, name, rank and number of one party at the right, kept on one page with what is above.

    Args:
        party: The field of the party.
        width: Width of the text in cm.
        place: The line of place and day.
        post: What is printed as its post, that of the party unless said.
        annex: It is the second signature of the same paper.
        only: The condition of the one place that is signed, where it is printed several times.
    """
    widths = (width - _BLOCK, _BLOCK)

    def at_right(text: str, *, bottom: bool = False) -> str:
        return row(widths, Cell(_line("")), Cell(text, bottom=bottom))

    return _gap() + table(
        widths,
        at_right(_line(place, after=6) + _line(f"{post or f'{{{{ {party}.jabatan }}}}'},")),
        room_at_right(widths, 1.8, annex=annex, only=only),
        at_right(name_line(party), bottom=True),
        tag_row(widths, f"if {has_rank(party)}"),
        at_right(rank_line(party)),
        tag_row(widths, "endif"),
        tag_row(widths, f"if {party}.nip"),
        at_right(number_line(party)),
        tag_row(widths, "endif"),
        *(
            ()
            if annex
            else (tag_row(widths, f"if {only}"), qr_row(widths), tag_row(widths, "endif"))
            if only
            else (qr_row(widths),)
        ),
        grid=False,
        margin=0.2,
        title="Tanda tangan",
    )


def signature_row(party: str, widths: Sequence[float], *, place: str = PLACE_AND_DAY, annex: bool = False) -> str:
    """The same as the last row of a table, without lines: it stays with the row above, also where the table is long.

    LibreOffice does not keep the end of a table that began on an earlier page with a paragraph behind it.

    Args:
        party: The field of the party.
        widths: Widths of the columns of the table in cm.
        place: The line of place and day.
        annex: It is the second signature of the same paper.
    """
    left = max(number for number in range(1, len(widths)) if sum(widths[number:]) >= min(_BLOCK, sum(widths) / 2))
    lines = (
        paragraph(run(place), align="center", keep_next=True, before=8, after=6)
        + _line(f"{{{{ {party}.jabatan }}}},")
        + _room(annex=annex)
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
    signed = row(
        widths,
        Cell(_line(""), span=left, open_sides=sides),
        Cell(lines, span=len(widths) - left, open_sides=sides),
    )
    return signed if annex else signed + qr_row(widths, f"top {sides}")


def _room(*, annex: bool) -> str:
    """Paragraphs over a name: room for a pen, or for a visual signature with its marker in the middle."""

    def gap(points: float) -> str:
        return paragraph(run(""), align="center", keep_next=True, before=points, after=points)

    name, asked = ("lampiran_pertama", "tte.lampiran_pertama") if annex else ("pertama", "tte.aktif")
    mark = marker(name, ROOM / 2 * 28.35)
    signed_elsewhere = tag("elif tte.aktif") + gap(4) if annex else ""
    return tag(f"if {asked}") + mark + signed_elsewhere + tag("else") + gap(20) + tag("endif")


def signature_rows(
    parties: Sequence[tuple[str, str]], widths: Sequence[float], left: int, *, below_a_line: bool = True,
    annex: bool = False,
) -> tuple[str, ...]:  # fmt: skip
    """The signatures of two parties side by side, as the last rows of a table; place and date above the second.

    Args:
        parties: The field of each party and what it is called above its signature.
        widths: Widths of the columns of the table in cm.
        left: How many columns the first has; the second has the others.
        below_a_line: The line of the row above is its own lower one.
        annex: They are those below the annex.
    """
    (first, as_first), (second, as_second) = parties
    marks = ("lampiran_pertama", "lampiran_kedua") if annex else ("pertama", "kedua")
    asked = "tte.lampiran_pertama" if annex else "tte.aktif"

    def pair(
        one: str, other: str, *, top: str = "top ", height: float | None = None, bottom: bool = False,
        middle: bool = False,
    ) -> str:  # fmt: skip
        sides = f"{top}left bottom right"
        return row(
            widths,
            Cell(one, span=left, open_sides=sides, bottom=bottom, middle=middle),
            Cell(other, span=len(widths) - left, open_sides=sides, bottom=bottom, middle=middle),
            height=height,
        )

    return (
        pair(
            _line(""),
            paragraph(run(PLACE_AND_DAY), align="center", keep_next=True, before=8, after=6),
            top="" if below_a_line else "top ",
        ),
        pair(_line(f"{as_first},"), _line(f"{as_second},")),
        tag_row(widths, f"if {asked}"),
        pair(marker(marks[0]), marker(marks[1]), height=ROOM, middle=True),
        *((tag_row(widths, "elif tte.aktif"), pair(_line(""), _line(""), height=_NO_ROOM)) if annex else ()),
        tag_row(widths, "else"),
        pair(_line(""), _line(""), height=1.8),
        tag_row(widths, "endif"),
        pair(name_line(first), name_line(second), bottom=True),
        tag_row(widths, f"if {first}.nip or {second}.nip"),
        pair(number_line(first), number_line(second)),
        tag_row(widths, "endif"),
        *(() if annex else (qr_row(widths, "top left bottom right"),)),
    )


def has_rank(party: str) -> str:
    """The condition that a party has a line for its rank."""
    return f"{party}.pangkat or ({party}.pppk and {party}.golongan)"


def name_line(party: str) -> str:
    """The name under a signature."""
    return paragraph(run(f"{{{{ {party}.nama_cetak }}}}", bold=True, underline=True), align="center", keep_next=True)


def rank_line(party: str) -> str:
    """The rank of a PNS, the golongan of a PPPK."""
    of_pppk = f"{{% if {party}.pppk and {party}.golongan %}}Golongan\u00a0{{{{ {party}.golongan }}}}"
    return _line(f"{of_pppk}{{% elif {party}.pangkat %}}{{{{ {party}.pangkat }}}}{{% endif %}}")


def number_line(party: str) -> str:
    """NIP or NI PPPK."""
    label = f"{{% if {party}.pppk %}}NI\u00a0PPPK{{% else %}}NIP.{{% endif %}}"
    return _line(f"{{% if {party}.nip %}}{label}\u00a0{{{{ {party}.nip }}}}{{% endif %}}")


def _gap() -> str:
    return paragraph(run("", size=6), keep_next=True)


def _line(text: str, after: float | None = None) -> str:
    return paragraph(run(text), align="center", keep_next=True, after=after)
