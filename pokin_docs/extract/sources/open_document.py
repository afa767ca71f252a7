"""A workbook of LibreOffice (.ods): its own part is read, where the text that each cell shows stands beside its value.

Readers that are faster lose merges and the percent sign.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from pokin_docs.extract import display
from pokin_docs.extract.grid import Grid, MergedRange, UsedCell, sheet_grid
from pokin_docs.extract.sources.delimited import MAX_CELLS, MAX_LENGTH
from pokin_docs.extract.sources.refusal import SourceRefused

_MOST_DECIMALS = 10
_ERROR = re.compile(r"(?:#(?:N/A|REF!|NAME\?|VALUE!|DIV/0!|NUM!|NULL!)|Err:\d+)")
_LETTER = re.compile(r"[^\W\d_]")
_MOST_REPEATED = 10_000
"""Times that a filled cell or row is repeated at most: what is more fills a sheet, no table."""


def read_grids(path: Path) -> tuple[Grid, ...]:
    """All sheets in order, hidden ones too.

    Raises:
        SourceRefused: It has a password, or holds more than a workbook of an office.
        ParseError: Its content is no XML.
    """
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        listed = archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
        if b"encryption-data" in listed:
            raise SourceRefused("", "B04")
        if "content.xml" not in names:
            raise SourceRefused("bagian content.xml hilang dari berkas")
        tree = fromstring(archive.read("content.xml"))
    grids = [_SheetReader(table).grid() for table in tree.iter() if _local(table) == "table" and _is_sheet(table)]
    if sum(len(grid.cells) for grid in grids) > MAX_CELLS:
        raise SourceRefused(f"memuat lebih dari {MAX_CELLS} sel terisi", "B06")
    return tuple(grids)


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _get(element: Element, name: str, default: str = "") -> str:
    """An attribute by its name, whatever its namespace: that of the format comes before that of LibreOffice."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), default)


def _is_sheet(table: Element) -> bool:
    return bool(_get(table, "name"))


def _count(element: Element, name: str) -> int:
    text = _get(element, name, "1")
    return max(int(text), 1) if text.isdecimal() and len(text) < 9 else 1


class _SheetReader:
    """A sheet while it is read."""

    def __init__(self, table: Element) -> None:
        self.title = _get(table, "name")
        self.cells: dict[tuple[int, int], UsedCell] = {}
        self.merges: list[MergedRange] = []
        self.hidden: list[int] = []
        row = 1
        for line in _rows(table):
            row += self._take_row(line, row)

    def grid(self) -> Grid:
        """What was read."""
        last = max((row for row, _ in self.cells), default=0)
        return sheet_grid(self.title, self.cells, self.merges, tuple(row for row in self.hidden if row <= last))

    def _take_row(self, line: Element, row: int) -> int:
        times = _count(line, "number-rows-repeated")
        column = 1
        filled: list[tuple[int, int, UsedCell]] = []
        for cell in line:
            if _local(cell) not in ("table-cell", "covered-table-cell"):
                continue
            repeated = _count(cell, "number-columns-repeated")
            shown = _shown(cell)
            if shown is not None:
                filled.append((column, min(repeated, _MOST_REPEATED), shown))
            down, across = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
            if down > 1 or across > 1:
                self.merges.append(MergedRange(row, column, row + down - 1, column + across - 1))
            column += repeated
        kept = min(times, _MOST_REPEATED)
        if len(self.cells) + kept * sum(count for _, count, _ in filled) > MAX_CELLS:
            raise SourceRefused(f"memuat lebih dari {MAX_CELLS} sel terisi", "B06")
        for number in range(row, row + kept if filled else row):
            for first, count, shown in filled:
                self.cells.update({(number, place): shown for place in range(first, first + count)})
        if _get(line, "visibility") in ("collapse", "filter"):
            self.hidden.extend(range(row, row + kept))
        return times


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a sheet, those in groups and in the head that is repeated in print too."""
    for child in table:
        if _local(child) == "table-row":
            yield child
        elif _local(child) in ("table-row-group", "table-header-rows", "table-rows"):
            yield from _rows(child)


def _shown(cell: Element) -> UsedCell | None:
    kind = _get(cell, "value-type")
    text = "\n".join(_text(part) for part in cell if _local(part) in ("p", "h"))
    if len(text) > MAX_LENGTH:
        raise SourceRefused(f"satu selnya memuat {len(text)} huruf (batas {MAX_LENGTH})", "B06")
    if _ERROR.fullmatch(text):
        return display.broken("B19", text)
    if kind in ("float", "percentage", "currency"):
        return _number(_get(cell, "value"), text)
    if kind == "date":
        return _date(_get(cell, "date-value"), text)
    if kind == "boolean":
        return display.show_bool(_get(cell, "boolean-value") == "true")
    return display.show_text(text) if text else None


def _text(part: Element) -> str:
    """The text of a paragraph; remarks are not part of it."""
    found = [part.text or ""]
    for child in part:
        name = _local(child)
        if name == "s":
            found.append(" " * min(_count(child, "c"), 1000))
        elif name in ("line-break", "tab"):
            found.append("\n" if name == "line-break" else "\t")
        elif name not in ("annotation", "note"):
            found.append(_text(child))
        found.append(child.tail or "")
    return "".join(found)


def _number(value: str, text: str) -> UsedCell:
    """The number in the format that its text shows: the computer that wrote it may have had other decimal signs."""
    try:
        exact = Decimal(value)
    except InvalidOperation:
        return display.show_text(text)
    if not exact.is_finite():
        return display.show_text(text)
    number = int(exact) if exact == exact.to_integral_value() and abs(exact) < 10**15 else float(exact)
    return display.show_number(number, _pattern(exact, text))


def _pattern(exact: Decimal, text: str) -> str:
    """The number format, as Excel writes it, by which the number reads as the text does."""
    percent = "%" in text
    digits = re.sub(r"\D", "", text)
    shown = abs(exact) * 100 if percent else abs(exact)
    for places in range(_MOST_DECIMALS + 1):
        rounded = format(shown.quantize(Decimal(1).scaleb(-places)), "f")
        if rounded.replace(".", "") == digits:
            whole = len(rounded.partition(".")[0])
            between = re.sub(r"[^\d.,\s\u00a0\u202f]", "", text).strip()
            parted = whole > 3 and len(re.findall(r"\D", between)) > (1 if places else 0)
            return ("#,##0" if parted else "0") + ("." + "0" * places if places else "") + ("%" if percent else "")
    return "0%" if percent else "General"


def _date(value: str, text: str) -> UsedCell:
    try:
        moment: date = datetime.fromisoformat(value)
    except ValueError:
        return display.show_text(text)
    # Whatever language the computer that wrote it named the month in.
    return display.show_date(moment, "d mmmm yyyy" if _LETTER.search(text) else "dd/mm/yyyy")
