"""The signatures below a Rencana Aksi and an SKP: name, rank and number as under a PK."""

from __future__ import annotations

from collections.abc import Sequence

from template_parts import Cell, paragraph, row, run, table, tag_row


def signature(party: str, width: float) -> str:
    """Place, date, post, name, rank and number of one party, kept on one page.

    Args:
        party: The field of the party.
        width: Width of the text in cm.
    """
    widths = (width * 0.6, width * 0.4)

    def line(text: str, *, height: float | None = None, bottom: bool = False) -> str:
        return row(widths, Cell(_line("")), Cell(text, bottom=bottom), height=height)

    place = _line("{{ tempat }}, {{ tanggal }}", after=6) + _line(f"{{{{ {party}.jabatan }}}},")
    return table(
        widths,
        line(place),
        line(_line(""), height=1.8),
        line(name_line(party), bottom=True),
        tag_row(widths, f"if {has_rank(party)}"),
        line(rank_line(party)),
        tag_row(widths, "endif"),
        tag_row(widths, f"if {party}.nip"),
        line(number_line(party)),
        tag_row(widths, "endif"),
        grid=False,
        margin=0.2,
        title="Tanda tangan",
    )


def signatures(parties: Sequence[tuple[str, str]], width: float) -> str:
    """The signatures of two parties side by side, kept on one page; place and date stand above the second.

    Args:
        parties: The field of each party and what it is called above its signature.
        width: Width of the text in cm.
    """
    widths = (width / 2, width / 2)
    (first, as_first), (second, as_second) = parties

    def pair(left: str, right: str, *, height: float | None = None, bottom: bool = False) -> str:
        return row(widths, Cell(left, bottom=bottom), Cell(right, bottom=bottom), height=height)

    return table(
        widths,
        pair(_line(""), _line("{{ tempat }}, {{ tanggal }}", after=6)),
        pair(_line(f"{as_first},"), _line(f"{as_second},")),
        pair(_line(""), _line(""), height=1.8),
        pair(name_line(first), name_line(second), bottom=True),
        tag_row(widths, f"if {first}.nip or {second}.nip"),
        pair(number_line(first), number_line(second)),
        tag_row(widths, "endif"),
        grid=False,
        margin=0.2,
        title="Tanda tangan",
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


def _line(text: str, after: float | None = None) -> str:
    return paragraph(run(text), align="center", keep_next=True, after=after)
