"""The titles of the columns of a table, also those above several columns, and of the rows of a card."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations, groupby
from typing import NamedTuple

from pokin_docs.consistency.paper import PrintedTable
from pokin_docs.consistency.printed_words import plain
from pokin_docs.documents.facts import FactKind

_QUARTER = re.compile(r"\b(?:triwulan|tw)[\s.-]*(iv|iii|ii|i|[1-4])\b")
_SHARES = frozenset(("capaian", "kemajuan", "persen", "persentase", "serapan", "penyerapan", "%", "(%)"))
"""Words of titles below which a number is a share, whatever the unit of its row is."""
_FEW = 4
"""Rows of a table that may stand above the first one with data."""


def titles_of(table: PrintedTable, first: int) -> tuple[str, ...]:
    """The titles of the columns of a table, as many as its first row with data has cells.

    Args:
        table: The table.
        first: The number of that row, from 0.
    """
    titles = [""] * (len(table.rows[first].cells) if table.number else 0)
    above: list[str] = []
    for row in table.rows[max(0, first - _FEW) : first]:
        cells = [plain(cell) for cell in row.cells]
        if len(cells) == len(titles):
            above = _spread(above, cells) if above else cells
            titles = [f"{title} {cell} {below}".strip() if cell != below else f"{title} {below}".strip()
                      for title, cell, below in zip(titles, above, cells, strict=True)]  # fmt: skip
            above = []
        elif 1 < len(cells) < len(titles):
            above = cells
    return tuple(titles)


def _spread(above: Sequence[str], cells: Sequence[str]) -> list[str]:
    """The titles of a row with merged cells, one for each cell of the row below.

    A blank cell there goes on from its own title, those that say something stand next to each other below one.
    """
    groups = [(blank, list(group)) for blank, group in groupby(cells, key=lambda cell: not cell)]
    needed = sum(len(group) if blank else 1 for blank, group in groups)
    if needed != len(above):
        return [""] * len(cells)
    titles = iter(above)
    return [
        title for blank, group in groups
        for title in ([next(titles) for _ in group] if blank else [next(titles)] * len(group))
    ]  # fmt: skip


_NAME = 12
"""Letters of the year or quarter before each of several values of a card's cell; of more it is a sentence."""


class CardPart(NamedTuple):
    """A value of a card: its title, what stands there, the number of its row and where that is."""

    title: str
    text: str
    row: int
    place: str


def card_of(table: PrintedTable, column: int, width: int) -> list[CardPart]:
    """The values of a table that has a row for each; a cell with several (``2025: 82; 2026: 85``) is taken apart.

    Args:
        table: The table.
        column: That of the values, from 0; their titles stand before it.
        width: Cells of its rows: one with fewer is a sum below other columns.
    """
    found = []
    for row in table.rows:
        if len(row.cells) == width:
            title, place = plain(row.cells[column - 1]), table.place(row)
            pieces = [piece.partition(":") for piece in row.cells[column].split(";")]
            if len(pieces) > 1 and all(colon and len(name.strip()) <= _NAME for name, colon, _ in pieces):
                found += [CardPart(f"{title} {plain(name)}", text, row.number, place) for name, _, text in pieces]
            else:
                found.append(CardPart(title, row.cells[column], row.number, place))
    return found


TITLES = {
    FactKind.TARGET: ("target",), FactKind.SATUAN: ("satuan",), FactKind.MONEY: ("anggaran", "pagu", "rp", "(rp)"),
    FactKind.OWNER: ("penanggung jawab", "pelaksana", "pemilik"), FactKind.CODE: ("kode",),
}  # fmt: skip


@lru_cache(maxsize=8_192)
def has_title(title: str, kind: FactKind) -> bool:
    """Whether a column with this title prints values of a kind."""
    said = title.split()
    return any(word in said or (" " in word and word in title) for word in TITLES.get(kind, ()))


def is_number(titles: tuple[str, ...], at: int, kind: FactKind) -> bool:
    """Whether a column is that of the numbers of rows, which may be the same as a value by chance.

    Args:
        titles: The titles of the columns.
        at: The column.
        kind: What the value is.
    """
    return (
        kind is not FactKind.CODE
        and 0 <= at < len(titles)
        and titles[at].split(" ")[0].rstrip(".") in ("no", "nomor", "kode")
    )


@lru_cache(maxsize=8_192)
def is_share(title: str) -> bool:
    """Whether a column is one of shares: a template may print a percent sign there that is no unit of the row."""
    return not _SHARES.isdisjoint(title.split()) and not has_title(title, FactKind.TARGET)


@lru_cache(maxsize=8_192)
def quarter(text: str) -> str:
    """The quarter that a plain text names (``4``); empty where it names none."""
    found = _QUARTER.search(text)
    return str(("i", "ii", "iii", "iv").index(found[1]) + 1 if found[1].startswith("i") else found[1]) if found else ""


def unswapped(places: dict[str, int], kinds: Mapping[str, FactKind], titles: Sequence[str]) -> dict[str, int]:
    """The columns of values, where two stand below each other's titles those that the titles say.

    Args:
        places: The column of each value that is printed.
        kinds: What each value is.
        titles: The titles of the columns.
    """

    def is_titled(name: str, at: int) -> bool:
        return 0 <= at < len(titles) and has_title(titles[at], kinds[name])

    for one, other in combinations(places, 2):
        here, there = places[one], places[other]
        swapped = is_titled(one, there) and is_titled(other, here)
        if swapped and not is_titled(one, here) and not is_titled(other, there):
            return {**places, one: there, other: here}
    return places
