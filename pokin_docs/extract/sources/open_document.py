"""A workbook of LibreOffice (.ods): its own part is read, where the text that each cell shows stands beside its value.

Readers that are faster lose merges and the percent sign.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from pokin_docs.extract import display
from pokin_docs.extract.grid import Grid, MergedRange, Remark, TextLook, UsedCell, sheet_grid
from pokin_docs.extract.remarks import is_own_remark
from pokin_docs.extract.sources.delimited import MAX_CELLS, MAX_LENGTH
from pokin_docs.extract.sources.open_styles import SheetStyles
from pokin_docs.extract.sources.refusal import SourceRefused
from pokin_docs.extract.struck import all_struck, as_struck, show_marked
from pokin_docs.model.source import column_letters
from pokin_docs.model.texts import squeeze

_MOST_DECIMALS = 10
_DRAWN = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
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
        common = fromstring(archive.read("styles.xml")) if "styles.xml" in names else None
    styles = SheetStyles([part for part in (common, tree) if part is not None])
    grids = [
        _SheetReader(table, styles).grid() for table in tree.iter() if _local(table) == "table" and _is_sheet(table)
    ]
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

    def __init__(self, table: Element, styles: SheetStyles) -> None:
        self.title = _get(table, "name")
        self.styles = styles
        self.columns = tuple(_column_styles(table))
        self.hidden_columns = tuple(_hidden_columns(table))
        self.is_hidden = _get(table, "style-name") in styles.hidden_sheets
        self.printed = styles.printed(_get(table, "style-name"))
        self.concealed: set[tuple[int, int]] = set()
        self.indents: dict[tuple[int, int], int] = {}
        self.looks: dict[tuple[int, int], TextLook] = {}
        self.notes: list[Remark] = []
        self.boxes: list[Remark] = [
            ("", text) for shapes in table if _local(shapes) == "shapes" for text in _boxes(shapes)
        ]
        self.cells: dict[tuple[int, int], UsedCell] = {}
        self.merges: list[MergedRange] = []
        self.hidden: list[int] = []
        row = 1
        for line in _rows(table):
            row += self._take_row(line, row)

    def grid(self) -> Grid:
        """What was read."""
        last = max((row for row, _ in self.cells), default=0)
        hidden = tuple(row for row in self.hidden if row <= last)
        grid = sheet_grid(self.title, self.cells, self.merges, hidden, (tuple(self.notes), tuple(self.boxes)))
        return replace(
            grid, hidden_columns=self.hidden_columns, is_hidden=self.is_hidden, printed=self.printed,
            concealed=frozenset(self.concealed), indents=self.indents, looks=self.looks,
        )  # fmt: skip

    def _take_row(self, line: Element, row: int) -> int:
        times = _count(line, "number-rows-repeated")
        column = 1
        filled: list[tuple[int, int, UsedCell]] = []
        styled: list[tuple[int, int, str]] = []
        blank: list[tuple[int, int]] = []
        for cell in line:
            if _local(cell) not in ("table-cell", "covered-table-cell"):
                continue
            repeated = _count(cell, "number-columns-repeated")
            self._take_remarks(cell, f"{column_letters(column)}{row}")
            shown = _shown(cell, self.styles.ways)
            if shown is not None:
                style = _get(cell, "style-name") or _get(line, "default-cell-style-name") or self._style_of(column)
                shown = all_struck(shown) if self.styles.ways.get(style) else shown
                filled.append((column, min(repeated, _MOST_REPEATED), shown))
                if shown.number is None:
                    styled.append((column, min(repeated, _MOST_REPEATED), style))
                if shown.is_filled and (style in self.styles.concealing or _shows_nothing(cell)):
                    blank.append((column, min(repeated, _MOST_REPEATED)))
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
            for first, count, style in styled:
                self._take_look(number, range(first, first + count), style)
            self.concealed |= {(number, place) for first, count in blank for place in range(first, first + count)}
        if _get(line, "visibility") in ("collapse", "filter"):
            self.hidden.extend(range(row, row + kept))
        return times

    def _take_look(self, row: int, columns: range, style: str) -> None:
        indent, look = self.styles.shown(style)
        self.looks.update({(row, column): look for column in columns})
        if indent:
            self.indents.update({(row, column): indent for column in columns})

    def _style_of(self, column: int) -> str:
        return next((style for last, style in self.columns if column <= last), "")

    def _take_remarks(self, cell: Element, place: str) -> None:
        for part in cell:
            if _local(part) == "annotation":
                said = squeeze("\n".join(_text(line, {}) for line in part.iter() if _local(line) == "p"))
                if said and not is_own_remark(said):
                    self.notes.append((place, said))
            elif part.tag.startswith(_DRAWN):
                self.boxes += [(place, text) for text in _boxes(part)]


def _shows_nothing(cell: Element) -> bool:
    """Whether a cell with a number shows no text: its format has none."""
    return bool(_get(cell, "value-type")) and not any("".join(part.itertext()).strip() for part in cell)


def _boxes(part: Element) -> Iterator[str]:
    """The texts of shapes."""
    if text := squeeze("\n".join(_text(line, {}) for line in part.iter() if _local(line) == "p")):
        yield text


def _column_styles(table: Element) -> Iterator[tuple[int, str]]:
    """For each run of columns its last one, and the style of cells that name none."""
    last = 0
    for column in (part for part in table.iter() if _local(part) == "table-column"):
        last += _count(column, "number-columns-repeated")
        yield last, _get(column, "default-cell-style-name")


def _hidden_columns(table: Element) -> Iterator[int]:
    last = 0
    for column in (part for part in table.iter() if _local(part) == "table-column"):
        first, last = last + 1, last + _count(column, "number-columns-repeated")
        if _get(column, "visibility") in ("collapse", "filter"):
            yield from range(first, min(last, _MOST_REPEATED) + 1)


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a sheet, those in groups and in the head that is repeated in print too."""
    for child in table:
        if _local(child) == "table-row":
            yield child
        elif _local(child) in ("table-row-group", "table-header-rows", "table-rows"):
            yield from _rows(child)


def _shown(cell: Element, struck: Mapping[str, bool]) -> UsedCell | None:
    kind = _get(cell, "value-type")
    text = "\n".join(_text(part, struck) for part in cell if _local(part) in ("p", "h"))
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
    return show_marked(text) if text else None


def _text(part: Element, struck: Mapping[str, bool], *, crossed: bool = False) -> str:
    """The text of a paragraph, its struck parts marked; remarks are not part of it.

    Args:
        part: The paragraph, or a part of it.
        struck: The styles that say whether they strike through.
        crossed: Whether what is around the part is struck through.
    """
    crossed = struck.get(_get(part, "style-name"), crossed)
    show = as_struck if crossed else str
    found = [show(part.text or "")]
    for child in part:
        name = _local(child)
        if name == "s":
            found.append(" " * min(_count(child, "c"), 1000))
        elif name in ("line-break", "tab"):
            found.append("\n" if name == "line-break" else "\t")
        elif name not in ("annotation", "note"):
            found.append(_text(child, struck, crossed=crossed))
        found.append(show(child.tail or ""))
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
