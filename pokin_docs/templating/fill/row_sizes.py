"""How high the rows of a filled table are, and the cells that run down beside several of them.

A template makes hundreds of rows that differ in their texts alone: what else makes them high is read once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from lxml import etree

from pokin_docs.templating.fill.paragraph_sizes import (
    TEXTS,
    ParagraphSize,
    TemplateSizes,
    drawn_height,
    number_in,
    said_by,
    size_of,
)
from pokin_docs.templating.fill.rows_together import TableRows, groups_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VALUE = _W + "val"
_ROW, _CELL, _PARAGRAPH, _TABLE = (_W + name for name in ("tr", "tc", "p", "tbl"))
_TWENTIETHS, _BORDER, _CELL_SIDES = 20, 0.5, 216
_SIDES = tuple(_W + name for name in ("left", "right", "start", "end"))
_SAID = re.compile(r">[^<]+")
_TEXT = re.compile(r"<w:t(?: [^<>]*)?>([^<]*)<|<w:(br|tab)(?=[ />])")
"""One of the ``TEXTS`` as it is written."""
_SIGNS = {"br": "\n", "tab": " "}
_MOST_KNOWN = 4_096


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


@dataclass(frozen=True, slots=True)
class _ParagraphShape:
    """A paragraph in points between its margins, its pictures, and which texts of the row or cell are its own."""

    size: ParagraphSize
    width: float
    drawn: float
    texts: slice


@dataclass(frozen=True, slots=True)
class _CellShape:
    paragraphs: tuple[_ParagraphShape, ...]
    rows: tuple[_RowShape, ...]

    def height(self, texts: Sequence[str]) -> float:
        height = sum(one.size.height("".join(texts[one.texts]), one.width) + one.drawn for one in self.paragraphs)
        return height + sum(row.height(texts) for row in self.rows)


@dataclass(frozen=True, slots=True)
class _RowShape:
    """A row without its texts: the least height, and the cells that are merged with no other."""

    least: float
    cells: tuple[_CellShape, ...]

    def height(self, texts: Sequence[str]) -> float:
        return max([self.least, *(cell.height(texts) for cell in self.cells)]) + _BORDER


def measured(table: TableRows, sizes: TemplateSizes) -> MeasuredTable:
    """The sizes of a table, by the styles of its template."""
    sides = _sides(table.element)
    shared = [
        (column, SharedCell(group, _height(table.cell_at(group.start, column), sizes, sides)))
        for column, group in groups_of(table)
    ]
    written = table.written or [""] * len(table.rows)
    heights = [_height(row, sizes, sides, source) for row, source in zip(table.rows, written, strict=True)]
    return MeasuredTable(table, heights, shared)


def _height(element: etree._Element | None, sizes: TemplateSizes, sides: float, written: str = "") -> float:
    """How high a row or a cell is: by its shape, which many have, and its texts.

    Args:
        element: The row or cell; of None nothing is high.
        sizes: The styles of its template.
        sides: What stands blank beside its texts.
        written: How it is written, where that is at hand.
    """
    if element is None:
        return 0.0
    source = written or etree.tostring(element, encoding="unicode", with_tail=False)
    height = sizes.heights.get((sides, source))
    if height is None:
        if len(sizes.heights) >= _MOST_KNOWN:
            sizes.heights.clear()
        height = sizes.heights[sides, source] = _reckoned(element, sizes, sides, source)
    return height


def _reckoned(element: etree._Element, sizes: TemplateSizes, sides: float, source: str) -> float:
    key = (sides, _SAID.sub(">", source))
    shape, count = sizes.shapes.get(key, (None, 0))
    if not isinstance(shape, _RowShape | _CellShape):
        if len(sizes.shapes) >= _MOST_KNOWN:
            sizes.shapes.clear()
        places = {text: number for number, text in enumerate(element.iter(*TEXTS))}
        make = _row_shape if element.tag == _ROW else _cell_shape
        shape, count = make(element, sizes, sides, places), len(places)
        sizes.shapes[key] = shape, count
    texts = [_SIGNS[sign] if sign else unescape(said) for said, sign in _TEXT.findall(source)]
    return shape.height(texts if len(texts) == count else [said_by(text) for text in element.iter(*TEXTS)])


def _row_shape(
    row: etree._Element, sizes: TemplateSizes, sides: float, places: dict[etree._Element, int]
) -> _RowShape:  # fmt: skip
    alone = [cell for cell in row.iterchildren(_CELL) if cell.find(f"{_W}tcPr/{_W}vMerge") is None]
    told = row.find(f"{_W}trPr/{_W}trHeight")
    least = number_in(told.get(_VALUE)) / _TWENTIETHS if told is not None else 0.0
    line = sizes.styles[""].size if not alone else 0.0
    return _RowShape(max(least, line), tuple(_cell_shape(cell, sizes, sides, places) for cell in alone))


def _cell_shape(
    cell: etree._Element, sizes: TemplateSizes, sides: float, places: dict[etree._Element, int]
) -> _CellShape:
    said = cell.find(f"{_W}tcPr/{_W}tcW")
    width = (number_in(said.get(_W + "w")) - sides) / _TWENTIETHS if said is not None else 0.0

    def paragraphs() -> Iterator[_ParagraphShape]:
        for one in cell.iterchildren(_PARAGRAPH):
            own = [places[text] for text in one.iter(*TEXTS)]
            texts = slice(own[0], own[-1] + 1) if own else slice(0)
            yield _ParagraphShape(size_of(one, sizes.styles), max(width, 1), drawn_height(one), texts)

    rows = (
        _row_shape(row, sizes, _sides(table), places)
        for table in cell.iterchildren(_TABLE)
        for row in table.iterchildren(_ROW)
    )
    return _CellShape(tuple(paragraphs()), tuple(rows))


def _sides(table: etree._Element) -> float:
    """What stands blank at the left and right of a text in a cell, in twentieths of a point."""
    said = table.find(f"{_W}tblPr/{_W}tblCellMar")
    if said is None:
        return _CELL_SIDES
    return sum(number_in(one.get(_W + "w")) for one in said.iterchildren(*_SIDES))
