"""The looks of a workbook by their numbers: what a look says of its cells, and the same look with a mark's colour."""

from __future__ import annotations

import re
from copy import deepcopy
from decimal import Decimal, InvalidOperation
from functools import cache

from lxml import etree

from pokin_docs.files.text_lines import lines_of
from pokin_docs.templating.fill.outside import parse, serialised

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OF_NUMBERS = frozenset((*range(1, 5), 37, 38, 39, 40, 41, 42, 43, 44))
"""Formats that every workbook has, of numbers and money; those of dates, percent and powers are others."""
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_NUMBER = re.compile(r"-?\d{1,3}(?:\.\d{3})*(?:,\d+)?|-?\d+(?:,\d+)?")
_YELLOW = (
    f'<fill xmlns="{_S[1:-1]}"><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/>'
    '<bgColor indexed="64"/></patternFill></fill>'
)
_SIZE, _BOLD = 10.0, 1.08
_LINE = 1.28
"""Height of a line by the size of its letters."""


class Looks:
    """The looks of one workbook; those that marks need are added when they are asked for."""

    def __init__(self, data: bytes) -> None:
        self.root = parse(data)
        self.formats = {
            int(entry.get("numFmtId") or 0): entry.get("formatCode") or ""
            for entry in self.root.iterfind(f"{_S}numFmts/{_S}numFmt")
        }
        self.fonts = list(self.root.iterfind(f"{_S}fonts/{_S}font"))
        home = self.root.find(f"{_S}cellXfs")
        self.home = home if home is not None else etree.SubElement(self.root, f"{_S}cellXfs")
        self.cells = list(self.home)
        self.marked_numbers: dict[int, int] = {}
        # Asked for every cell: what a look says is read once.
        self.wraps, self.size = cache(self._wraps), cache(self._size)
        self.width, self._is_of_numbers = cache(self._width), cache(self._of_numbers)

    def to_bytes(self) -> bytes:
        """The part with all looks."""
        return serialised(self.root)

    def height(self, text: str, width: float, style: int) -> float:
        """How many points high a text is in a cell; 0 of none.

        Args:
            text: The text, with its lines.
            width: The width of the cell in digits.
            style: The number of its look.
        """
        lines = lines_of(text, width / self.width(style)) if self.wraps(style) else 1
        return lines * self.size(style) * _LINE + 3 if text else 0.0

    def number(self, style: int, text: str) -> Decimal | None:
        """A printed number as one, where the look is of numbers; None of any other text and look."""
        if not text or not self._is_of_numbers(style) or not _NUMBER.fullmatch(text):
            return None
        try:
            return Decimal(text.replace(".", "").replace(",", "."))
        except InvalidOperation:
            return None

    def _of_numbers(self, style: int) -> bool:
        kind = int(self._cell(style).get("numFmtId") or 0)
        code = _QUOTED.sub("", self.formats.get(kind, ""))
        return kind in _OF_NUMBERS or bool(re.search("[0#]", code) and not re.search("[ymdhs%E]", code))

    def _wraps(self, style: int) -> bool:
        """Whether a long text goes on in further lines."""
        alignment = self._cell(style).find(f"{_S}alignment")
        return alignment is not None and alignment.get("wrapText") in ("1", "true")

    def _size(self, style: int) -> float:
        """Size of the letters in points."""
        size = self._font(style, "sz")
        return float(size.get("val") or _SIZE) if size is not None else _SIZE

    def _width(self, style: int) -> float:
        """How wide the letters are, of plain ones of ten points 1."""
        return self.size(style) / _SIZE * (_BOLD if self._font(style, "b") is not None else 1.0)

    def _font(self, style: int, name: str) -> etree._Element | None:
        font = int(self._cell(style).get("fontId") or 0)
        return self.fonts[font].find(f"{_S}{name}") if font < len(self.fonts) else None

    def marked(self, style: int) -> int:
        """The number of the same look on yellow: what is missing is seen, as in a Word document."""
        if style not in self.marked_numbers:
            look = deepcopy(self._cell(style))
            look.set("fillId", str(self._yellow()))
            look.set("applyFill", "1")
            self.home.append(look)
            self.cells.append(look)
            self.home.set("count", str(len(self.cells)))
            self.marked_numbers[style] = len(self.cells) - 1
        return self.marked_numbers[style]

    def _yellow(self) -> int:
        fills = self.root.find(f"{_S}fills")
        if fills is None:
            return 0
        if not self.marked_numbers:
            fills.append(etree.fromstring(_YELLOW))
            fills.set("count", str(len(fills)))
        return len(fills) - 1

    def _cell(self, style: int) -> etree._Element:
        return self.cells[style] if style < len(self.cells) else etree.Element(f"{_S}xf")
