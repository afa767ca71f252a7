"""How high the rows of a filled table are, and the cells that run down beside several of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from pokin_docs.templating.fill.paragraph_sizes import ParagraphSize, height_of, number_in
from pokin_docs.templating.fill.rows_together import TableRows, groups_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VALUE = _W + "val"
_ROW, _CELL, _PARAGRAPH, _TABLE = (_W + name for name in ("tr", "tc", "p", "tbl"))
_TWENTIETHS, _BORDER, _CELL_SIDES = 20, 0.5, 216


@dataclass(frozen=True, slots=True)
class SharedCell:
    """A cell that runs down: its rows, and how high its text is."""

    rows: range
    height: float


@dataclass(frozen=True, slots=True)
class MeasuredTable:
    """A table: how high each row is without the cells that run down, and those by their column."""

    table: TableRows
    heights: Sequence[float]
    shared: Sequence[tuple[int, SharedCell]]


def measured(table: TableRows, sizes: dict[str, ParagraphSize]) -> MeasuredTable:
    """The sizes of a table, by the styles of its template."""
    sides = _sides(table.element)
    shared = [
        (column, SharedCell(group, _cell_height(table.cell_at(group.start, column), sizes, sides)))
        for column, group in groups_of(table)
    ]
    return MeasuredTable(table, [_row_height(row, sizes, sides) for row in table.rows], shared)


def _row_height(row: etree._Element, sizes: dict[str, ParagraphSize], sides: float) -> float:
    """As high as its fullest cell that is merged with no other."""
    alone = [cell for cell in row.iterchildren(_CELL) if cell.find(f"{_W}tcPr/{_W}vMerge") is None]
    told = row.find(f"{_W}trPr/{_W}trHeight")
    least = number_in(told.get(_VALUE)) / _TWENTIETHS if told is not None else 0.0
    line = sizes[""].size if not alone else 0.0
    return max([least, line, *(_cell_height(cell, sizes, sides) for cell in alone)]) + _BORDER


def _cell_height(cell: etree._Element | None, sizes: dict[str, ParagraphSize], sides: float) -> float:
    if cell is None:
        return 0.0
    said = cell.find(f"{_W}tcPr/{_W}tcW")
    width = (number_in(said.get(_W + "w")) - sides) / _TWENTIETHS if said is not None else 0.0
    height = sum(height_of(one, sizes, max(width, 1)) for one in cell.iterchildren(_PARAGRAPH))
    return height + sum(
        _row_height(row, sizes, _sides(table))
        for table in cell.iterchildren(_TABLE)
        for row in table.iterchildren(_ROW)
    )


def _sides(table: etree._Element) -> float:
    """What stands blank at the left and right of a text in a cell, in twentieths of a point."""
    said = table.find(f"{_W}tblPr/{_W}tblCellMar")
    if said is None:
        return _CELL_SIDES
    named = ("left", "right", "start", "end")
    return sum(number_in(one.get(_W + "w")) for name in named for one in said.iterfind(_W + name))
