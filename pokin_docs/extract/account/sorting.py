"""The filled cells of a sheet, sorted: read, named by a finding, harmless; what is left is in none of them yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields

from pokin_docs.extract.grid import Grid
from pokin_docs.model.account import SheetAccount
from pokin_docs.model.findings import Temuan
from pokin_docs.model.rows import Isian, SheetRow
from pokin_docs.model.workbook_spec import Lembar

Cell = tuple[int, int]
"""Row and column, 1-based."""

_OF_A_SHEET = frozenset(("B11", "B12", "B13", "B27", "B41", "B101", "B137"))
_OF_A_COLUMN = frozenset(("B13", "B14", "B15", "B32", "B44", "B79", "B80"))
_OF_ALL_TO_THE_RIGHT = frozenset(("B47",))
_OF_A_ROW = frozenset(("B17", "B28", "B31", "B57"))
"""How far the findings reach that were made while reading; every other one names its own cell."""


@dataclass(frozen=True)
class TablePlace:
    """Where a table was read: rows of its header, its columns, what stands over each, and the keys of plain ones.

    ``amounts`` are columns in which every number counts, ``starts`` the rows with which something new begins.
    """

    lembar: Lembar | None
    start: int
    baris: int
    columns: frozenset[int]
    title: Mapping[int, str] = field(default_factory=dict)
    keys: Mapping[str, int] = field(default_factory=dict)
    amounts: frozenset[int] = frozenset()
    starts: frozenset[int] = frozenset()


@dataclass
class SortedCells:
    """The filled cells of one sheet. ``rest`` are those of which nothing is known yet."""

    grid: Grid
    rest: set[Cell]
    filled: int
    read: set[Cell] = field(default_factory=set)
    named: set[Cell] = field(default_factory=set)
    harmless: set[Cell] = field(default_factory=set)

    def take(self, kind: set[Cell], cells: Iterable[Cell]) -> None:
        """Move those of the cells that are left to one kind of this sheet."""
        found = self.rest.intersection(cells)
        self.rest -= found
        kind |= found

    def take_if(self, kind: set[Cell], holds: Callable[[Cell], bool]) -> None:
        """Move the cells that are left, and of which a condition holds, to one kind of this sheet."""
        self.take(kind, [cell for cell in self.rest if holds(cell)])

    @property
    def account(self) -> SheetAccount:
        """Their numbers."""
        return SheetAccount(self.grid.title, self.filled, len(self.read), len(self.named), len(self.harmless))


def sorted_cells(grid: Grid, read: set[Cell]) -> SortedCells:
    """The filled cells of a sheet, those apart that values came from.

    Args:
        grid: The sheet as it was opened.
        read: Where values came from; a cell that a merge covers stands for the first one of it.
    """
    filled = {place for place, cell in grid.cells.items() if cell.is_filled}
    filled.update(place for place, cell in grid.leftovers.items() if cell.is_filled)
    filled.update(grid.struck)
    found = SortedCells(grid, filled, len(filled))
    found.take(found.read, read - grid.leftovers.keys())
    found.take(found.read, [grid.merges[place] for place in read if place in grid.merges])
    found.take(found.read, [part for part, first in grid.joined.items() if first in read])
    return found


def take_named(cells: SortedCells, temuan: Iterable[Temuan]) -> None:
    """Move the cells that are named by the findings made so far, as far as each reaches.

    Args:
        cells: The cells of a sheet.
        temuan: Findings, of other sheets too.
    """
    for finding in temuan:
        place = finding.tempat
        if place.lembar != cells.grid.title or not cells.rest:
            continue
        if place.kolom is None and finding.kode in _OF_A_SHEET:
            cells.take(cells.named, tuple(cells.rest))
        elif place.kolom is not None and finding.kode in _OF_ALL_TO_THE_RIGHT:
            first = place.kolom
            cells.take_if(cells.named, lambda cell, first=first: cell[1] >= first)  # type: ignore[misc]
        elif place.kolom is not None and finding.kode in _OF_A_COLUMN:
            cells.take_if(cells.named, lambda cell, column=place.kolom: cell[1] == column)  # type: ignore[misc]
        elif place.baris is not None and finding.kode in _OF_A_ROW and (place.kolom is None or finding.kode != "B57"):
            cells.take_if(cells.named, lambda cell, row=place.baris: cell[0] == row)  # type: ignore[misc]
        elif place.baris is not None and place.kolom is not None:
            cells.take(cells.named, [(place.baris, place.kolom)])


def read_places(rows: Iterable[SheetRow], others: Iterable[Isian]) -> dict[str, set[Cell]]:
    """By sheet, the cells that the values of rows, and others, came from.

    Args:
        rows: All rows that were read.
        others: Values that stand in no row.
    """
    found: dict[str, set[Cell]] = {}
    for isian in others:
        _add(found, isian)
    names: dict[type[SheetRow], tuple[str, ...]] = {}
    for row in rows:
        own = names.get(type(row))
        if own is None:
            own = names[type(row)] = tuple(field.name for field in fields(row))[2:]
        for name in own:
            value = getattr(row, name)
            if isinstance(value, Isian):
                _add(found, value)
            elif isinstance(value, Mapping):
                for isian in value.values():
                    _add(found, isian)
    return found


def _add(found: dict[str, set[Cell]], isian: Isian) -> None:
    source = isian.source
    if source.kolom is not None and source.baris is not None and not isian.unread:
        found.setdefault(source.lembar, set()).add((source.baris, source.kolom))
