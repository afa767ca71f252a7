"""Rows of totals whose numbers are the sums of what stands above them: they say nothing new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from pokin_docs.extract.grid import Grid

_Cell = tuple[int, int]


def fits(grid: Grid, baris: int, rows: Sequence[int], groups: Mapping[int, str]) -> bool:
    """Whether each number of a row of totals is a sum, or the mean, of those above it in its column.

    The sum may be that of all rows, of those since the total before, or of the rows of one level.

    Args:
        grid: The sheet.
        baris: The row of totals, 1-based.
        rows: The rows of the table (1-based, ascending), without totals.
        groups: For each row the level that it is of, as far as that is known.
    """
    numbers = {number: grid.cells[baris, number].number for number in grid.filled_columns[baris]}
    said = {number: value for number, value in numbers.items() if value is not None}
    texts = [number for number in numbers if number not in said and grid.text(baris, number).strip()]
    if not said or len(texts) > 1:
        return False
    above = [row for row in rows if row < baris]
    return all(value in _sums(grid, number, above, groups) for number, value in said.items())


def _sums(grid: Grid, number: int, rows: Sequence[int], groups: Mapping[int, str]) -> set[Decimal]:
    values = {row: cell.number for row in rows if (cell := grid.cells.get((row, number))) and cell.number is not None}
    found = {sum(values.values(), Decimal(0))}
    if values:
        found.add(sum(values.values(), Decimal(0)) / len(values))
    for group in set(groups.values()):
        found.add(sum((value for row, value in values.items() if groups.get(row) == group), Decimal(0)))
    return found
