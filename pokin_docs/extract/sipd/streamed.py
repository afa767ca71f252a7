"""The sheets of a large file row by row, without holding them: exports have tens of thousands of rows of 45 columns.

Only columns that are asked for are decoded. No formats are read: a day is the number that Excel keeps for it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from pokin_docs.extract.bare_package import sheet_parts

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ROW, _CELL, _VALUE, _INLINE = f"{_MAIN}row", f"{_MAIN}c", f"{_MAIN}v", f"{_MAIN}is"
_TEXT, _ITEM, _PHONETIC = f"{_MAIN}t", f"{_MAIN}si", f"{_MAIN}rPh"
_OLE, _ZIP = b"\xd0\xcf\x11\xe0", b"PK"


class NumberText(str):
    """A number as the file has it, with a decimal point; any other text was typed as one."""

    __slots__ = ()


Row = dict[int, str]
"""Values by column, 1-based; blank cells are not there."""


@dataclass(slots=True)
class StreamedSheet:
    """One sheet; ``wanted`` are the columns that ``rows`` decodes, None for all, and may be set while they are read."""

    title: str
    read: Callable[[StreamedSheet], Iterator[tuple[int, Row]]]
    wanted: frozenset[int] | None = field(default=None)

    def rows(self) -> Iterator[tuple[int, Row]]:
        """The rows that hold something, each with its number, 1-based."""
        return self.read(self)


def streamed_sheets(path: Path) -> tuple[StreamedSheet, ...]:
    """The sheets of a file that the guard has let pass, in their order.

    Args:
        path: A workbook (.xlsx, .xlsm, .xls) or a text with delimiters; what it is its content tells.

    Raises:
        Exception: Whatever a broken part provokes; the caller names the file.
    """
    with path.open("rb") as file:
        head = file.read(8)
    if head.startswith(_ZIP):
        return tuple(_workbook_sheets(path))
    return tuple(_old_sheets(path)) if head.startswith(_OLE) else (_delimited(path),)


def _workbook_sheets(path: Path) -> Iterator[StreamedSheet]:
    with zipfile.ZipFile(path) as archive:
        sheets, shared = sheet_parts(archive)
        texts = _shared_texts(archive, shared)
    for title, name in sheets:
        yield StreamedSheet(title, _part_reader(path, name, texts))


def _shared_texts(archive: zipfile.ZipFile, name: str | None) -> list[str]:
    if name is None:
        return []
    texts = []
    with archive.open(name) as stream:
        for _, item in etree.iterparse(stream, tag=_ITEM, resolve_entities=False):
            texts.append(_plain(item))
            item.clear()
    return texts


def _plain(item: etree._Element) -> str:
    """The text of a shared or inline string, its runs together, without the reading aids of other scripts."""
    return "".join(
        text.text or "" for text in item.iter(_TEXT) if (parent := text.getparent()) is None or parent.tag != _PHONETIC
    )


def _part_reader(path: Path, name: str, texts: list[str]) -> Callable[[StreamedSheet], Iterator[tuple[int, Row]]]:
    columns: dict[str, int] = {}

    def read(sheet: StreamedSheet) -> Iterator[tuple[int, Row]]:
        number = 0
        with zipfile.ZipFile(path) as archive, archive.open(name) as stream:
            for _, row in etree.iterparse(stream, tag=_ROW, resolve_entities=False):
                number = int(row.get("r") or number + 1)
                values = dict(_cells(row, sheet.wanted, texts, columns))
                row.clear()
                while row.getprevious() is not None:
                    del row.getparent()[0]
                if values:
                    yield number, values

    return read


def _cells(
    row: etree._Element, wanted: frozenset[int] | None, texts: list[str], columns: dict[str, int]
) -> Iterator[tuple[int, str]]:
    column = 0
    for cell in row:
        address = cell.get("r")
        if address:
            letters = address.rstrip("0123456789")
            known = columns.get(letters)
            column = known if known is not None else columns.setdefault(letters, _number(letters))
        else:
            column += 1
        if (wanted is None or column in wanted) and cell.tag == _CELL:
            value = _value(cell, texts)
            if value:
                yield column, value


def _value(cell: etree._Element, texts: list[str]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = cell.find(_INLINE)
        return _plain(inline).strip() if inline is not None else ""
    text = next((child.text or "" for child in cell if child.tag == _VALUE), "").strip()
    if not text or kind == "e":
        return ""
    if kind == "s":
        return texts[int(text)].strip()
    return text if kind in ("str", "d", "b") else NumberText(text)


def _number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _old_sheets(path: Path) -> Iterator[StreamedSheet]:
    import io

    import xlrd

    book = xlrd.open_workbook(str(path), on_demand=True, ragged_rows=True, logfile=io.StringIO())
    for number, title in enumerate(book.sheet_names()):

        def read(sheet: StreamedSheet, number: int = number) -> Iterator[tuple[int, Row]]:
            found = book.sheet_by_index(number)
            for row in range(found.nrows):
                values = {
                    column: str(cell.value).strip() if cell.ctype == xlrd.XL_CELL_TEXT else NumberText(repr(cell.value))
                    for column, cell in enumerate(found.row(row), 1)
                    if cell.ctype in (xlrd.XL_CELL_TEXT, xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE)
                    and (sheet.wanted is None or column in sheet.wanted)
                }
                values = {column: value for column, value in values.items() if value}
                if values:
                    yield row + 1, values

        yield StreamedSheet(title, read)


def _delimited(path: Path) -> StreamedSheet:
    def read(sheet: StreamedSheet) -> Iterator[tuple[int, Row]]:
        from pokin_docs.extract.sources.delimited import read_rows

        for number, cells in enumerate(read_rows(path), 1):
            values = {
                column: text
                for column, value in enumerate(cells, 1)
                if (sheet.wanted is None or column in sheet.wanted) and (text := value.strip())
            }
            if values:
                yield number, values

    return StreamedSheet(path.stem, read)
