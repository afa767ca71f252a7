"""Which cells a table has once merged ones are one, and where each of them lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass
class Sel:
    """A cell: its place in rows and columns of the grid, and the cells below that are merged into it."""

    tc: _Element
    baris: int
    kolom: int
    lebar: int
    tinggi: int = 1
    sambungan: list[_Element] = field(default_factory=list)


@dataclass
class Baris:
    """A row: the cells that begin in it, and the empty columns before and behind them."""

    tr: _Element
    sel: list[Sel]
    sebelum: int
    sesudah: int


def rows(tbl: _Element) -> list[Baris]:
    """The rows of a table; a cell that goes on from the row above is none of its own."""
    found: list[Baris] = []
    above: dict[int, Sel] = {}
    for number, tr in enumerate(_inside(tbl, "tr")):
        before, after = _count(tr, "trPr/gridBefore"), _count(tr, "trPr/gridAfter")
        row = Baris(tr, [], before, after)
        column = before
        open_cells: dict[int, Sel] = {}
        for tc in _inside(tr, "tc"):
            wide = max(1, _count(tc, "tcPr/gridSpan"))
            merge = tc.find(f"{_W}tcPr/{_W}vMerge")
            goes_on = merge is not None and merge.get(f"{_W}val", "continue") == "continue"
            if goes_on and column in above:
                cell = above[column]
                cell.tinggi += 1
                cell.sambungan.append(tc)
                open_cells[column] = cell
            else:
                cell = Sel(tc, number, column, wide)
                row.sel.append(cell)
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
