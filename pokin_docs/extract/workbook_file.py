"""The only reader of xlsx: a workbook file becomes grids of cells.

openpyxl in full mode, because it alone gives coordinates, merged ranges, error cells and number formats together; its
read-only mode loses merges and trusts the sheet's own dimension.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Protocol

from openpyxl import load_workbook

from pokin_docs.model.grid import Grid, Sel


class Display(Protocol):
    """How values become texts (the module ``extract.display``)."""

    def show_text(self, text: str) -> Sel: ...
    def show_number(self, value: int | float, number_format: str) -> Sel: ...
    def show_date(self, value: datetime | date | time, number_format: str) -> Sel: ...
    def show_bool(self, value: bool) -> Sel: ...
    def broken(self, kode: str, rincian: str) -> Sel: ...


def read_grids(path: Path, display: Display, *, formulas: bool) -> tuple[Grid, ...]:
    """All table sheets of the workbook in order, hidden ones too; chart sheets hold no cells and are left out.

    Args:
        path: A file that the guard has let pass.
        display: Turns values into texts.
        formulas: Whether the file holds formulas; then those never calculated are found by a second look.

    Raises:
        Exception: Whatever openpyxl raises on a file it cannot understand; the caller names the file.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        values = load_workbook(path, data_only=True)
        sources = load_workbook(path) if formulas else None
    grids = []
    for sheet in values.worksheets:
        source = sources[sheet.title] if sources else None
        cells = {position: sel for position, sel in _cells(sheet, source, display) if sel is not None}
        merged = {
            (row, column): (area.min_row, area.min_col)
            for area in sheet.merged_cells.ranges
            for row in range(area.min_row, area.max_row + 1)
            for column in range(area.min_col, area.max_col + 1)
            if (row, column) != (area.min_row, area.min_col)
        }
        hidden = tuple(row for row, size in sheet.row_dimensions.items() if size.hidden and size.r is not None)
        grids.append(Grid(sheet.title, cells, merged, hidden))
    return tuple(grids)


def _cells(sheet: Any, source: Any, display: Display) -> Iterator[tuple[tuple[int, int], Sel | None]]:
    # The private store holds only the cells that exist: walking max_row would visit a million empty rows.
    for (row, column), cell in sheet._cells.items():
        yield (row, column), _sel(cell, display)
    if source is not None:
        for (row, column), cell in source._cells.items():
            known = sheet._cells.get((row, column))
            # A calculated empty text has its own type; only a value that is no text at all was never calculated.
            uncalculated = known is None or (known.value is None and known.data_type == "n")
            if cell.data_type == "f" and uncalculated:
                yield (row, column), display.broken("B18", _formula(cell.value))


def _formula(value: object) -> str:
    return str(getattr(value, "text", value))[:60]


def _sel(cell: Any, display: Display) -> Sel | None:
    value = cell.value
    if value is None:
        return None
    if cell.data_type == "e":
        return display.broken("B19", str(value))
    if isinstance(value, bool):
        return display.show_bool(value)
    if isinstance(value, int | float):
        return display.show_number(value, cell.number_format)
    if isinstance(value, datetime | date | time):
        return display.show_date(value, cell.number_format)
    if isinstance(value, timedelta):
        return display.show_text(str(value))
    return display.show_text(str(value))
