"""The part of a sheet as rows and cells with their places in its bytes, and what stands in them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from openpyxl.formula.translate import Translator

from pokin_docs.files.xml_part import XmlElement, readable, scan, without_rows
from pokin_docs.model.source import column_letters
from pokin_docs.workbook.entering.changes import CellPlace
from pokin_docs.workbook.entering.references import column_number

_DATA, _ROW, _CELL = "worksheet/sheetData", "worksheet/sheetData/row", "worksheet/sheetData/row/c"
_FORMULA, _VALUE, _INLINE = f"{_CELL}/f", f"{_CELL}/v", f"{_CELL}/is"
_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")


@dataclass(slots=True)
class SheetCell:
    """One cell: its element, and those of its formula and its value."""

    element: XmlElement
    formula: XmlElement | None = None
    value: XmlElement | None = None
    inline: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether the cell holds nothing, only a look."""
        return self.formula is None and not self.inline and (self.value is None or self.value.end == self.value.tag_end)


@dataclass(slots=True)
class PartRow:
    """One row: its element and its cells by column."""

    element: XmlElement
    cells: dict[int, SheetCell] = field(default_factory=dict)


class SheetPart:
    """A sheet as it stands in its bytes."""

    def __init__(self, data: bytes) -> None:
        self.data = readable(data)
        self.rows: dict[int, PartRow] = {}
        (self.home,) = scan(without_rows(self.data), _DATA)
        row, cell, column = PartRow(self.home), SheetCell(self.home), 0
        number = 0
        for element in scan(self.data, _ROW, _CELL, _FORMULA, _VALUE, _INLINE):
            if element.path == _ROW:
                number = int(element.get("r") or number + 1)
                row, column = PartRow(element), 0
                self.rows[number] = row
            elif element.path == _CELL:
                place = position(element.get("r") or "")
                column = place[1] if place else column + 1
                cell = row.cells[column] = SheetCell(element)
            elif element.path == _FORMULA:
                cell.formula = element
            elif element.path == _VALUE:
                cell.value = element
            else:
                cell.inline = True

    @property
    def ns_prefix(self) -> str:
        """The prefix of the names of its elements, with the colon."""
        return self.home.ns_prefix

    def cell(self, place: CellPlace) -> SheetCell | None:
        """The cell at a place, None where there is none."""
        row = self.rows.get(place[0])
        return row.cells.get(place[1]) if row else None

    def style(self, place: CellPlace) -> int:
        """The number of the look of a cell, or of its row or column where it is not there."""
        row = self.rows.get(place[0])
        cell = row.cells.get(place[1]) if row else None
        if cell is not None:
            return int(cell.element.get("s") or 0)
        if row is not None and row.element.get("customFormat") in ("1", "true"):
            return int(row.element.get("s") or 0)
        return next((style for first, last, style in self._columns if first <= place[1] <= last), 0)

    @cached_property
    def _columns(self) -> list[tuple[int, int, int]]:
        return [
            (int(entry.get("min") or 0), int(entry.get("max") or 0), int(entry.get("style") or 0))
            for entry in self.outside("cols/col")
        ]

    def outside(self, *paths: str) -> tuple[XmlElement, ...]:
        """The elements at these paths below ``worksheet``, the rows aside."""
        return scan(without_rows(self.data), *(f"worksheet/{path}" for path in paths))

    def merges(self) -> tuple[tuple[CellPlace, CellPlace], ...]:
        """The merged ranges, each its first and its last cell."""
        found = []
        for entry in self.outside("mergeCells/mergeCell"):
            first, _, last = (entry.get("ref") or "").partition(":")
            ends = position(first), position(last or first)
            if ends[0] and ends[1]:
                found.append((ends[0], ends[1]))
        return tuple(found)

    def text(self, element: XmlElement) -> str:
        """The plain text inside an element."""
        return html.unescape(self.data[element.tag_end : element.close_start].decode("utf-8", "replace"))

    def formulas(self) -> Iterator[tuple[CellPlace, SheetCell, str]]:
        """Every cell with a formula and the formula, without ``=``, as if it stood there alone.

        Of a formula that several cells share, only the first has the words.
        """
        shared: dict[str, tuple[str, CellPlace]] = {}
        for number, row in self.rows.items():
            for column, cell in row.cells.items():
                if cell.formula is None:
                    continue
                words, group = self.text(cell.formula), cell.formula.get("si")
                if cell.formula.get("t") == "shared" and group is not None:
                    if words:
                        shared[group] = words, (number, column)
                    elif group in shared:
                        words = _dragged(*shared[group], (number, column))
                yield (number, column), cell, words

    @cached_property
    def spilled(self) -> frozenset[CellPlace]:
        """Cells that a formula of another cell fills: those of an array or a data table."""
        found: set[CellPlace] = set()
        for row in self.rows.values():
            for cell in row.cells.values():
                if cell.formula is not None and cell.formula.get("t") in ("array", "dataTable"):
                    first, _, last = (cell.formula.get("ref") or "").partition(":")
                    start, end = position(first), position(last or first)
                    if start and end and (end[0] - start[0] + 1) * (end[1] - start[1] + 1) <= 100_000:
                        found |= {(r, c) for r in range(start[0], end[0] + 1) for c in range(start[1], end[1] + 1)}
        return frozenset(found)


def position(address: str) -> CellPlace | None:
    """Row and column of an address such as ``B5``; None for what is none."""
    found = _ADDRESS.fullmatch(address)
    return (int(found[2]), column_number(found[1])) if found else None


def address(place: CellPlace) -> str:
    """The address of a cell: ``B5``."""
    return f"{column_letters(place[1])}{place[0]}"


def _dragged(words: str, start: CellPlace, to: CellPlace) -> str:
    return str(Translator("=" + words, origin=address(start)).translate_formula(address(to))).removeprefix("=")
