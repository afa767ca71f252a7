"""Texts of xlsx sheets as rows: the first rows of any file at a glance, or all rows of a list of any length.

Quicker than ``extract.workbook_file``, which knows formats and places: of the official list only texts are wanted, and
it has more rows than an agency's table may have.
"""

from __future__ import annotations

import html
import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pokin_docs.extract import bare_package
from pokin_docs.extract.bare_sheet import column_number
from pokin_docs.extract.grid import RawSheet

MAX_CELLS = 2_000_000
"""Cells with a value that are read: a list of both kinds of regions has 110,000."""
_GLANCE = 96 * 2**10
_MOST_SHARED = 24 * 2**20
_MOST_SHEETS = 24
_GLANCE_ROWS = 40
_MOST_COLUMNS = 400
_ROW = re.compile(rb"<(?:\w+:)?row\b[^<>]*?>(.*?)</(?:\w+:)?row>", re.DOTALL)
_CELL = re.compile(rb"<(?:\w+:)?c\s([^<>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_COLUMN = re.compile(rb"\br=[\"']([A-Z]{1,3})\d")
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]*)</")
_TEXT = re.compile(rb"<(?:\w+:)?t\b[^<>]*>([^<]*)</")
_STRING = re.compile(rb"<(?:\w+:)?si\b[^<>]*?(?:/>|>(.*?)</(?:\w+:)?si>)", re.DOTALL)
_READING = re.compile(rb"<(?:\w+:)?rPh\b.*?</(?:\w+:)?rPh>", re.DOTALL)
_ROW_NUMBER = re.compile(rb"\br=[\"'](\d{1,7})[\"']")
_KIND = re.compile(rb"\bt=[\"'](\w+)[\"']")
# The forms in which nearly all cells and shared texts stand.
_PLAIN_CELL = re.compile(rb'<c r="([A-Z]{1,3})\d+"(?: s="\d+")?(?: t="([sn])")?><v>(\d+(?:\.\d+)?)</v></c>')
_PLAIN_STRING = re.compile(rb"<si><t(?: xml:space=\"preserve\")?>([^<]*)</t></si>")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_OWN_SHEET = re.compile(rb"\bname=[\"'](?:Tahap [1-5]|Identitas|Pejabat)[\"']")
_UNREAD = (KeyError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


def glance(path: Path) -> Iterator[list[list[str]]]:
    """The first rows of each sheet, as far as they stand in the beginning of its part.

    Nothing of what is no xlsx, nor of a workbook that has a sheet of ours: those are looked at in every run.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            with archive.open("xl/workbook.xml") as part:
                if _OWN_SHEET.search(part.read(_GLANCE)):
                    return
            names = [name for name in archive.namelist() if _SHEET.fullmatch(name)]
            sheets = [_beginning(archive, name) for name in names[:_MOST_SHEETS]]
            wanted = max((number for rows in sheets for row in rows for _, number, _ in row), default=-1)
            shared = _first_shared(archive, wanted + 1)
    except _UNREAD:
        return
    for rows in sheets:
        yield [_as_texts(row, shared) for row in rows]


_GlancedCell = tuple[int, int, str]
"""Column (0-based), number of its shared text or -1, its own text."""


def _beginning(archive: zipfile.ZipFile, name: str) -> list[list[_GlancedCell]]:
    with archive.open(name) as part:
        data = part.read(_GLANCE)
    return [list(_glanced(match.group(1))) for match, _ in zip(_ROW.finditer(data), range(_GLANCE_ROWS), strict=False)]


def _glanced(row: bytes) -> Iterator[_GlancedCell]:
    following = 0
    for cell in _CELL.finditer(row):
        attributes, content = cell.group(1), cell.group(2) or b""
        place = _COLUMN.search(attributes)
        column = column_number(place.group(1)) - 1 if place else following
        following = column + 1
        if column >= _MOST_COLUMNS or not content:
            continue
        kind, value = _KIND.search(attributes), _VALUE.search(content)
        told = kind.group(1) if kind else b""
        if told == b"s":
            if value and value.group(1).strip().isdigit():
                yield column, int(value.group(1)), ""
        elif told == b"inlineStr":
            yield column, -1, _plain(b"".join(_TEXT.findall(content)))
        elif value and told != b"e":
            yield column, -1, _plain(value.group(1)) if told else _plain(value.group(1)).removesuffix(".0")


def _first_shared(archive: zipfile.ZipFile, count: int) -> list[str]:
    """The first of the shared texts."""
    name = next((name for name in archive.namelist() if name.casefold().endswith("sharedstrings.xml")), None)
    if name is None or count <= 0:
        return []
    data = b""
    with archive.open(name) as part:
        while data.count(b"</si>") + data.count(b":si>") < count and len(data) < _MOST_SHARED:
            piece = part.read(2**18)
            if not piece:
                break
            data += piece
    return _shared(data)[:count]


def _shared(data: bytes) -> list[str]:
    """The shared texts, their readings aside."""
    plain = _PLAIN_STRING.findall(data)
    if len(plain) == data.count(b"<si"):  # all of one run, as programs write them
        return list(map(_plain, plain))
    texts = (_READING.sub(b"", match.group(1) or b"") for match in _STRING.finditer(data))
    return [_plain(b"".join(_TEXT.findall(text))) for text in texts]


def _plain(data: bytes) -> str:
    text = data.decode("utf-8", "replace")
    return html.unescape(text) if "&" in text else text


def _as_texts(cells: list[_GlancedCell], shared: list[str]) -> list[str]:
    row = [""] * (max((column for column, _, _ in cells), default=-1) + 1)
    for column, number, text in cells:
        row[column] = (shared[number] if number < len(shared) else "") if number >= 0 else text
    return row


def all_rows(path: Path) -> Iterator[list[list[str]]]:
    """All rows of each sheet, hidden ones too; a merged cell's text in every row and column it covers.

    Raises:
        BrokenWorkbook: The file is damaged, or holds more than a list does.
    """
    package = bare_package.essence(path, MAX_CELLS)
    with zipfile.ZipFile(package.file) as archive:
        shared: list[str] = []
        if "xl/sharedStrings.xml" in archive.namelist():
            shared = _shared(archive.read("xl/sharedStrings.xml"))
        for number, sheet in enumerate(package.lembar, start=1):
            data = archive.read(f"xl/worksheets/sheet{number}.xml")
            rows = [_numbered(match, shared) for match in _ROW.finditer(data)]
            yield _with_merges(rows, sheet)


_NumberedRow = tuple[int, list[str]]


def _numbered(row: re.Match[bytes], shared: list[str]) -> _NumberedRow:
    number = _ROW_NUMBER.search(row.group()[: row.start(1) - row.start()])
    content = row.group(1)
    plain = _PLAIN_CELL.findall(content)
    cells = list(_plain_cells(plain)) if len(plain) == content.count(b"<c ") else list(_glanced(content))
    return (int(number.group(1)) if number else 0), _as_texts(cells, shared)


def _plain_cells(cells: list[tuple[bytes, bytes, bytes]]) -> Iterator[_GlancedCell]:
    for letters, kind, value in cells:
        column = _column(letters)
        if column < _MOST_COLUMNS:
            number = int(value) if kind == b"s" else -1
            yield column, number, "" if kind == b"s" else value.decode().removesuffix(".0")


@cache
def _column(letters: bytes) -> int:
    return column_number(letters) - 1


def _with_merges(rows: list[_NumberedRow], sheet: RawSheet) -> list[list[str]]:
    width = max((len(texts) for _, texts in rows), default=0)
    places = {number or place: place for place, (number, _) in enumerate(rows)}
    for area in sheet.merges:
        first = rows[places[area.top]][1] if area.top in places else []
        text = first[area.left - 1] if area.left <= len(first) else ""
        if not text:
            continue
        last = min(area.bottom, area.top + len(rows))
        for row in (rows[places[number]][1] for number in range(area.top, last + 1) if number in places):
            row += [""] * (min(area.right, width) - len(row))
            for column in range(area.left - 1, min(area.right, width)):
                row[column] = row[column] or text
    return [texts for _, texts in rows]


def count_rows(path: Path) -> int:
    """How many rows the largest sheet has, by its part alone; 0 for what is no xlsx."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if _SHEET.fullmatch(name)][:_MOST_SHEETS]
            return max((_rows_in(archive, name) for name in names), default=0)
    except _UNREAD:
        return 0


def _rows_in(archive: zipfile.ZipFile, name: str) -> int:
    """Rows of a sheet, as far as a sane one is long."""
    with archive.open(name) as part:
        return part.read(_MOST_SHARED).count(b"<row ")
