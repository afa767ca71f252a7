"""A text whose columns are parted by a sign (.csv): which sign, and how its letters are coded, its content tells."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

from pokin_docs.extract import display
from pokin_docs.extract.grid import Grid, UsedCell
from pokin_docs.extract.sources.refusal import SourceRefused

MAX_CELLS = 250_000
"""Filled cells of a file, as many as of a workbook."""
MAX_LENGTH = 32_767
"""Characters of one cell: Excel's own limit."""
_SIGNS = (";", ",", "\t", "|")
_LOOKED_AT = 100_000
"""Characters by which the sign between the columns is told."""
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_PAGES = (b"<!doctype html", b"<html", b"<table", b"<?xml", b"%pdf", b"{\\rtf", b"<head", b"<meta")


def is_text(head: bytes) -> bool:
    """Whether a file that begins so is a text, and no web page, XML, PDF or program."""
    if not head.strip():
        return False
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(_PAGES):
        return False
    if _encoding(head) != "cp1252":
        return True
    control = sum(byte < 32 and byte not in b"\t\r\n\f\x1a" for byte in head)
    return b"\x00" not in head and control * 100 < len(head)


def read_grids(path: Path) -> tuple[Grid, ...]:
    """The one table of the file, named after it.

    Raises:
        SourceRefused: It has more cells, or longer ones, than a table of an office.
    """
    cells: dict[tuple[int, int], UsedCell] = {}
    for row, values in enumerate(read_rows(path), start=1):
        for column, value in enumerate(values, start=1):
            if len(value) > MAX_LENGTH:
                raise SourceRefused(f"baris {row} memuat sel dengan {len(value)} huruf (batas {MAX_LENGTH})", "B06")
            if value.strip():
                cells[row, column] = display.show_text(value)
        if len(cells) > MAX_CELLS:
            raise SourceRefused(f"memuat lebih dari {MAX_CELLS} sel terisi", "B06")
    return (Grid(path.stem, cells),)


def read_rows(path: Path) -> list[list[str]]:
    """The rows of the file, each its values from left to right, however many there are.

    Raises:
        SourceRefused: It is no table.
    """
    sign, text = _declared_sign(_decoded(path.read_bytes()))
    return _rows(text, sign or _sign(text))


def _decoded(data: bytes) -> str:
    encoding = _encoding(data)
    text = data.decode(encoding, errors="replace")
    # cp1252 has five bytes without a letter; a program that wrote them meant nothing that can be printed.
    return text.replace("\x00", "").removesuffix("\x1a")


def _encoding(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    sample = data[:4096]
    if len(sample) > 3 and sample[1::2].count(0) * 2 > len(sample[1::2]):
        return "utf-16-le"
    if len(sample) > 3 and sample[::2].count(0) * 2 > len(sample[::2]):
        return "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return "utf-8" if error.start >= len(data) - 3 and error.reason == "unexpected end of data" else "cp1252"
    return "utf-8"


def _declared_sign(text: str) -> tuple[str, str]:
    """The sign that Excel's own first line names (``sep=;``), and the text without that line."""
    first, _, rest = text.partition("\n")
    first = first.strip("\r").strip('"')
    return (first[4:], rest) if first.casefold().startswith("sep=") and len(first) == 5 else ("", text)


def _sign(text: str) -> str:
    """The sign that parts most rows into the same number of columns, more than one."""
    best, most = ",", (0, 0)
    start = text[:_LOOKED_AT]
    for sign in _SIGNS:
        widths = Counter(len(values) for values in _rows(start, sign) if len(values) > 1)
        if not widths:
            continue
        width, times = max(widths.items(), key=lambda entry: (entry[1], entry[0]))
        if (times, width) > most:
            best, most = sign, (times, width)
    return best


def _rows(text: str, sign: str) -> list[list[str]]:
    """The rows; a quotation mark that nobody closed stands for itself."""
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=False)
    try:
        found = list(rows)
    except csv.Error as error:
        raise SourceRefused("isinya bukan tabel yang dapat dibaca") from error
    # An open quotation swallows the rest of the file into one cell: read without quotations then.
    if found and text.count('"') % 2 and any(value.count("\n") > 50 for value in found[-1]):
        return [line.split(sign) for line in text.splitlines()]
    return found
