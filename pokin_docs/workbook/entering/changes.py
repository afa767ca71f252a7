"""What is to be put into a workbook, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

CellPlace = tuple[int, int]
"""Row and column, 1-based."""
CellValue = str | Decimal | int | None
"""A text, an amount, or None for a blank cell that only has a look."""


class WorkbookNotEnterable(Exception):
    """The workbook is built in a way that nothing can be put into it; the argument says why, in Indonesian."""


@dataclass(frozen=True, slots=True)
class NewColumn:
    """A column that a table gets: its number, its title, and the column whose look it takes."""

    number: int
    title: str
    like: int
    width: float = 18


@dataclass(frozen=True, slots=True)
class TableEntry:
    """What one table gets.

    ``header`` is the last row of its titles, ``last_row`` its last row of data, ``header`` again where it has none.
    ``cells`` are values for cells that are there or blank, ``rows`` new rows by column, which come below ``last_row``.
    """

    title: str
    header: int
    last_row: int
    cells: Mapping[CellPlace, CellValue] = field(default_factory=dict)
    rows: tuple[Mapping[int, CellValue], ...] = ()
    columns: tuple[NewColumn, ...] = ()


@dataclass(frozen=True, slots=True)
class NewSheet:
    """A sheet that the workbook gets: its titles with widths, and its rows from left to right."""

    title: str
    columns: tuple[tuple[str, float], ...]
    rows: tuple[tuple[CellValue, ...], ...]


@dataclass(frozen=True, slots=True)
class EnteredTable:
    """Where the values of one table went.

    Attributes:
        title: The sheet.
        rows: First and last of the new rows; None where there are none.
        moved_from: The first row that was moved down to make place, as it was numbered before; 0 where none was.
        below: The new rows stand below what follows the table, which could not be moved; why, in Indonesian.
        formulas: Cells that hold a formula and were left as they are.
        covered: Cells inside a merged range, which cannot hold a value.
        short_formulas: Formulas, by sheet and cell, that name the data to its last row and so leave out the new rows.
    """

    title: str
    rows: tuple[int, int] | None = None
    moved_from: int = 0
    below: str = ""
    formulas: tuple[CellPlace, ...] = ()
    covered: tuple[CellPlace, ...] = ()
    short_formulas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entered:
    """The workbook with everything put in, and what became of it.

    ``uncalculated`` are the cells, by sheet, whose results were dropped because they follow from what was changed.
    """

    file: bytes
    tables: tuple[EnteredTable, ...]
    uncalculated: tuple[tuple[str, CellPlace], ...]
