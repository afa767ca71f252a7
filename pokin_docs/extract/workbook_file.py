"""The only reader of xlsx: a workbook file becomes grids of cells.

openpyxl in full mode, because it alone gives coordinates, error cells and number formats together; its read-only
mode trusts the sheet's own dimension. Merges are laid over the cells here: openpyxl takes minutes for a whole column.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from pokin_docs.extract import display
from pokin_docs.extract.bare_sheet import BrokenWorkbook
from pokin_docs.extract.bare_styles import STRUCK_FONT
from pokin_docs.extract.grid import BareWorkbook, Grid, TextLook, UsedCell, sheet_grid
from pokin_docs.extract.struck import all_struck, show_marked

# openpyxl loads numpy where it is installed, only to write its numbers: a tenth of a second in every run.
_LOADED = "numpy" in sys.modules
if not _LOADED:
    sys.modules["numpy"] = None  # type: ignore[assignment]  # the way to say that a module cannot be imported
try:
    from openpyxl import load_workbook
finally:
    if not _LOADED:
        del sys.modules["numpy"]

_OWN_FORMATS = 164
"""The first number of a format that the workbook describes itself."""
MAX_LENGTH = 32_767
"""Characters of one cell: Excel's own limit."""
MAX_TEXT = 10_000_000
"""Characters of all cells together, a text counted in each cell that shows it; workbooks of 5,000 rows have half."""


def read_grids(package: BareWorkbook) -> tuple[Grid, ...]:
    """All table sheets of the workbook in order, hidden ones too.

    Args:
        package: What there is to read (``extract.bare_package``).

    Raises:
        BrokenWorkbook: A text is longer than Excel allows, or all are longer than a workbook's are.
        Exception: Whatever openpyxl raises on a cell it cannot understand; the caller names the file.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        values: Any = load_workbook(package.file, data_only=True, keep_links=False)
    grids = []
    texts = _Texts()
    looks_blank = len(values._fonts) > STRUCK_FONT + 1 or any(map(_may_conceal, values._number_formats))
    for sheet, raw in zip(values.worksheets, package.lembar, strict=True):
        cells = dict(_cells(sheet, raw.title, texts, STRUCK_FONT))
        for position, formula in raw.uncalculated.items():
            cells[position] = display.broken("B18", formula)
        hidden = tuple(
            row for row, size in sheet.row_dimensions.items() if (size.hidden or size.ht == 0) and size.r is not None
        )
        grid = sheet_grid(raw.title, cells, raw.merges, hidden, (raw.notes, raw.boxes))
        concealed = frozenset(_concealed(sheet, cells)) if looks_blank else frozenset()
        indents, looks = _looks_of_texts(sheet, cells, package.looks)
        grids.append(
            replace(
                grid,
                hidden_columns=raw.hidden_columns,
                is_hidden=raw.is_hidden,
                printed=raw.printed,
                concealed=concealed,
                reformatted=raw.reformatted,
                indents=indents,
                looks=looks,
                outlines={row: size.outlineLevel for row, size in sheet.row_dimensions.items() if size.outlineLevel},
            )
        )
    return tuple(grids)


def _may_conceal(number_format: str) -> bool:
    return any(not part.strip() for part in number_format.split(";"))


def _concealed(sheet: Any, cells: Mapping[tuple[int, int], UsedCell]) -> Iterator[tuple[int, int]]:
    """The cells with a value that nobody sees."""
    for position, cell in sheet._cells.items():
        used = cells.get(position)
        if used is not None and used.is_filled:
            by_format = cell._style.numFmtId >= _OWN_FORMATS and display.conceals(cell.number_format, used.number)
            if by_format or cell._style.fontId > STRUCK_FONT:
                yield position


def _looks_of_texts(
    sheet: Any, cells: Mapping[tuple[int, int], UsedCell], looks: Sequence[TextLook]
) -> tuple[dict[tuple[int, int], int], dict[tuple[int, int], TextLook]]:
    """How far texts are indented, and how they look, of those that are or look in any way.

    Args:
        sheet: The sheet as openpyxl read it.
        cells: Its used cells.
        looks: The looks by the number of a fill.
    """
    indents: dict[tuple[int, int], int] = {}
    shown: dict[tuple[int, int], TextLook] = {}
    for position, cell in sheet._cells.items():
        style = cell._style
        if (style.fillId or style.borderId) and (used := cells.get(position)) is not None and used.number is None:
            if style.borderId:
                indents[position] = style.borderId
            if style.fillId:
                shown[position] = looks[style.fillId]
    return indents, shown


class _Texts:
    """Texts of cells as they are shown: one that many cells share is cleaned once."""

    def __init__(self) -> None:
        self.known: dict[str, UsedCell] = {}
        self.total = 0

    def show(self, text: str, place: str) -> UsedCell:
        """The cell of a text that stands at ``place``, for the fault."""
        self.total += len(text)
        if len(text) > MAX_LENGTH:
            raise BrokenWorkbook(f"sel {place} memuat {len(text)} huruf (batas {MAX_LENGTH})", "B06")
        if self.total > MAX_TEXT:
            raise BrokenWorkbook(f"semua selnya bersama memuat lebih dari {MAX_TEXT // 10**6} juta huruf", "B06")
        if text not in self.known:
            self.known[text] = show_marked(text)
        return self.known[text]


def _cells(
    sheet: Any, title: str, texts: _Texts, struck: int | None = None
) -> Iterator[tuple[tuple[int, int], UsedCell]]:
    # The private store holds only the cells that exist: walking max_row would visit a million empty rows.
    for position, cell in sheet._cells.items():
        place_text = _cell(cell, title, texts)
        if place_text is not None:
            yield position, place_text if struck is None or cell._style.fontId != struck else all_struck(place_text)


def _cell(cell: Any, title: str, texts: _Texts) -> UsedCell | None:
    value = cell.value
    if value is None:
        return None
    if cell.data_type == "e":
        return display.broken("B19", str(value)[:60])
    if isinstance(value, bool):
        return display.show_bool(value)
    if isinstance(value, int | float):
        return display.show_number(value, cell.number_format)
    if isinstance(value, datetime | date | time):
        return display.show_date(value, cell.number_format)
    if isinstance(value, timedelta):
        return display.show_duration(value)
    return texts.show(str(value), f"{title}!{cell.coordinate}")
