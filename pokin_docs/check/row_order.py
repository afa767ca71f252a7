"""The rows of a table in the order in which they are read: a table may go on on other sheets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from pokin_docs.model.rows import SheetRow
from pokin_docs.model.source import CellRef


class RowOrder:
    """Places of the rows of one table, which sort as the rows are read, whatever sheets they stand on.

    Rows have even numbers from 2; what is no row of the table has the odd number behind the row above it on its sheet.
    """

    TOP = 0
    """Above the first row."""

    def __init__(self, rows: Iterable[SheetRow]) -> None:
        self._rows = tuple(rows)

    @cached_property
    def _number(self) -> dict[CellRef, int]:
        found: dict[CellRef, int] = {}
        for number, row in enumerate(self._rows, start=1):
            found.setdefault(row.source, 2 * number)
        return found

    @cached_property
    def _by_sheet(self) -> dict[str, list[tuple[int, int]]]:
        found: dict[str, list[tuple[int, int]]] = {}
        for row in self._rows:
            found.setdefault(row.lembar, []).append((row.baris, self._number[row.source]))
        return {lembar: sorted(rows) for lembar, rows in found.items()}

    @cached_property
    def _by_place(self) -> dict[int, SheetRow]:
        found: dict[int, SheetRow] = {}
        for row in self._rows:
            found.setdefault(self._number[row.source], row)
        return found

    @property
    def sheets(self) -> frozenset[str]:
        """The sheets that the table stands on."""
        return frozenset(self._by_sheet)

    def place(self, tempat: CellRef) -> int | None:
        """The place of a cell or row; None where its sheet has no row of the table, or only the sheet is known."""
        if tempat.baris is None or tempat.lembar not in self._by_sheet:
            return None
        if exact := self._number.get(tempat.row):
            return exact
        rows = self._by_sheet[tempat.lembar]
        above = bisect_left(rows, (tempat.baris, 0))
        return rows[above - 1][1] + 1 if above else rows[0][1] - 1

    def of(self, row: SheetRow) -> int:
        """The place of a row of the table."""
        return self.place(row.source) or self.TOP

    def row_at(self, place: int) -> SheetRow | None:
        """The row of the table at a place; None between two rows."""
        return self._by_place.get(place)
