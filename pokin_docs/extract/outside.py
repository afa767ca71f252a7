"""Values that a workbook only keeps of something else: tables filled from elsewhere, formulas on other workbooks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from pokin_docs.extract.bare_sheet import column_number
from pokin_docs.extract.grid import Grid, Remark
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.source import CellRef, column_letters

_FORMULA = re.compile(
    rb"<(?:\w+:)?c\s[^<>]*?\br=[\"']([A-Z]{1,3}\d{1,7})[\"'][^<>]*>\s*<(?:\w+:)?f((?:\s[^<>]*?)?)(?:/>|>([^<]*)<)"
)
_SHARED = re.compile(rb"\bsi=[\"'](\d+)[\"']")
"""The formula of a cell that stands in another one: Excel writes it once for a column that was filled down."""
_ARRAY = re.compile(rb"\bt=[\"']array[\"'][^<>]*?\bref=[\"']([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})[\"']")
_TEXT = re.compile(rb"\"[^\"]*\"")
_OTHER_BOOK = re.compile(rb"\[(\d{1,4})\](?:[^\[\]!(),;+*/&=<>\"']*!|[^\[\]!']*'!)")
"""A workbook by its number before the name of its sheet: ``[1]Pagu!``, ``'[1]Pagu 2026'!``."""
_LOCATION = re.compile(
    rb"<(?:\w+:)?(?:location|table)\s[^<>]*?\bref=[\"']([A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?)[\"']"
)
_CELL = re.compile(r"([A-Z]+)(\d+)")
_MAX_ARRAY = 10_000
_SHOWN = 5


class OtherBooks:
    """The workbooks that formulas may ask, by their numbers and by the defined names that stand for a place in one.

    Args:
        books: The names of the other workbooks, in order of their numbers.
        defined: Each defined name with what it stands for.
    """

    def __init__(self, books: Sequence[str], defined: Iterable[tuple[str, str]]) -> None:
        self._books = books
        self._named: dict[str, str] = {}
        self._names: re.Pattern[bytes] | None = None
        left = [(name, said.encode()) for name, said in defined] if books else []
        while found := [(name, book) for name, said in left if (book := self._asked(said)) is not None]:
            self._named.update((name.casefold(), book) for name, book in found)
            left = [(name, said) for name, said in left if name.casefold() not in self._named]
            either = b"|".join(re.escape(name.encode()) for name in self._named)
            self._names = re.compile(rb"(?<![\w.!'])(" + either + rb")(?![\w.!'(])", re.IGNORECASE)

    def cells(self, part: bytes) -> Iterator[Remark]:
        """The cells of a sheet whose formulas ask another workbook, each with its name.

        Args:
            part: The part of the sheet.
        """
        if not self._books or (self._asked(part, whole=True) is None):
            return
        shared: dict[bytes, str | None] = {}
        for place, kind, formula in _FORMULA.findall(part):
            number = _SHARED.search(kind)
            book = self._asked(formula) if formula else shared.get(number.group(1)) if number else None
            if formula and number:
                shared[number.group(1)] = book
            if book is not None:
                array = _ARRAY.search(kind)
                yield from (
                    (cell, book) for cell in _cells_in(place.decode(), array.group(1).decode() if array else "")
                )

    def _asked(self, formula: bytes, *, whole: bool = False) -> str | None:
        """The workbook that a formula asks, blank when it has no name; of a whole part no text is left out."""
        if (found := _OTHER_BOOK.search(formula)) is not None:
            number = int(found.group(1))
            return self._books[number - 1] if 0 < number <= len(self._books) else ""
        named = self._names.search(formula if whole else _TEXT.sub(b"", formula)) if self._names else None
        return self._named.get(named.group(1).decode().casefold(), "") if named else None


def _cells_in(place: str, area: str) -> Iterator[str]:
    """The cells that a formula fills: those of its area, which only an array has, else its own."""
    if not area:
        yield place
        return
    (left, top), (right, bottom) = (_CELL.findall(end)[0] for end in area.split(":"))
    columns = range(column_number(left.encode()), column_number(right.encode()) + 1)
    cells = (f"{column_letters(column)}{row}" for row in range(int(top), int(bottom) + 1) for column in columns)
    yield from islice(cells, _MAX_ARRAY)


def kept_range(part: bytes) -> str:
    """The range that a pivot table or a table of outside data fills; empty where its part does not say it."""
    found = _LOCATION.search(part)
    return found.group(1).decode() if found else ""


def name_outside(grids: Sequence[Grid], log: FindingLog) -> None:
    """Name the values that are kept of something else: those of other workbooks, those of filled tables.

    Args:
        grids: The sheets of a workbook.
        log: Takes what is found.
    """
    linked = [(f"{grid.title}!{place}", name) for grid in grids for place, name in grid.linked]
    if linked:
        names = list(dict.fromkeys(f"«{name}»" for _, name in linked if name))
        books = f" ({_first(names)})" if names else ""
        cells = _first([place for place, _ in linked])
        log.note("B126", CellRef(""), jumlah=len(linked), berkas=books, sel=cells)
    pivots = [f"{grid.title}!{place}" if place else f"«{grid.title}»" for grid in grids for place in grid.pivots]
    if pivots:
        log.note("B127", CellRef(""), jumlah=len(pivots), tempat=_first(pivots))


def _first(said: Sequence[str]) -> str:
    more = f" dan {len(said) - _SHOWN} lagi" if len(said) > _SHOWN else ""
    return ", ".join(said[:_SHOWN]) + more
