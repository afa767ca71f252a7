"""Which cells a table has once merged ones are one, and where each of them lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass
class TableCell:
    """A cell: its place in rows and columns of the grid, and the cells below that are merged into it."""

    tc: _Element
    row: int
    column: int
    width: int
    height: int = 1
    merged_below: list[_Element] = field(default_factory=list)


@dataclass
class TableRow:
    """A row: the cells that begin in it, and the empty columns before and behind them."""

    tr: _Element
    cells: list[TableCell]
    before: int
    after: int


def rows(tbl: _Element) -> list[TableRow]:
    """The rows of a table; a cell that goes on from the row above is none of its own."""
    found: list[TableRow] = []
    above: dict[int, TableCell] = {}
    for number, tr in enumerate(_inside(tbl, "tr")):
        before, after = _count(tr, "trPr/gridBefore"), _count(tr, "trPr/gridAfter")
        row = TableRow(tr, [], before, after)
        column = before
        open_cells: dict[int, TableCell] = {}
        for tc in _inside(tr, "tc"):
            wide = max(1, _count(tc, "tcPr/gridSpan"))
            merge = tc.find(f"{_W}tcPr/{_W}vMerge")
            goes_on = merge is not None and merge.get(f"{_W}val", "continue") == "continue"
            if goes_on and column in above:
                cell = above[column]
                cell.height += 1
                cell.merged_below.append(tc)
                open_cells[column] = cell
            else:
                cell = TableCell(tc, number, column, wide)
                row.cells.append(cell)
                if merge is not None:
                    open_cells[column] = cell
            column += wide
        above = open_cells
        found.append(row)
    return found


def _inside(element: _Element, name: str) -> Iterator[_Element]:
    """Children of this name, also those in content controls."""
    for child in element:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins"):
            yield from _inside(child, name)


def _count(element: _Element, path: str) -> int:
    child = element.find("/".join(f"{_W}{name}" for name in path.split("/")))
    text = str(child.get(f"{_W}val", "")) if child is not None else ""
    return min(int(text), 63) if text.isdecimal() else 0


def widths(tbl: _Element) -> list[float]:
    """The widths of the columns in points."""
    found = []
    for column in tbl.iterfind(f"{_W}tblGrid/{_W}gridCol"):
        text = str(column.get(f"{_W}w", "0")).partition(".")[0]
        found.append(int(text) / 20 if text.isdecimal() else 0.0)
    return found
