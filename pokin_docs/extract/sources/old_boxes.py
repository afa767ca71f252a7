"""The text boxes of a sheet of an old workbook (.xls): xlrd reads their texts only where they are notes of cells."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any

from pokin_docs.extract.grid import Remark
from pokin_docs.model.source import column_letters
from pokin_docs.model.texts import squeeze

_DRAWING, _OBJECT, _TEXT, _CONTINUED, _BEGIN, _END = 0xEC, 0x5D, 0x1B6, 0x3C, 0x809, 0x0A
_NOTE = 0x19
"""The kind of object that holds the note of a cell."""
_ANCHOR = b"\x10\xf0\x12\x00\x00\x00"
"""Head of the record in a drawing that says between which cells it stands."""


def boxes_of(book: Any, sheet: Any) -> Iterator[Remark]:
    """The shapes with a text of a sheet, each with the cell that it begins in.

    Args:
        book: The workbook as xlrd opened it.
        sheet: One of its sheets.
    """
    place, is_note = "", False
    records = records_of(book, sheet)
    for kind, data in records:
        if kind == _DRAWING:
            place = _place(data)
        elif kind == _OBJECT and len(data) >= 6:
            is_note = int.from_bytes(data[4:6], "little") == _NOTE
        elif kind == _TEXT and len(data) >= 12:
            text = squeeze(_text(records, int.from_bytes(data[10:12], "little")))
            if text and not is_note:
                yield place, text


def records_of(book: Any, sheet: Any) -> Iterator[tuple[int, bytes]]:
    """The records of a sheet, each with its kind; those of charts in it are of theirs.

    Args:
        book: The workbook as xlrd opened it.
        sheet: One of its sheets.
    """
    stream, depth, place = book.mem, 0, book._sh_abs_posn[sheet.number]
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        yield kind, bytes(stream[place + 4 : place + 4 + size])
        depth += (kind == _BEGIN) - (kind == _END)
        place += 4 + size
        if depth <= 0:
            return


def _place(drawing: bytes) -> str:
    at = drawing.rfind(_ANCHOR)
    if at < 0 or at + 16 > len(drawing):
        return ""
    column, row = (int.from_bytes(drawing[at + start : at + start + 2], "little") for start in (8, 12))
    return f"{column_letters(column + 1)}{row + 1}"


def _text(records: Iterator[tuple[int, bytes]], length: int) -> str:
    """The letters of a text, which stand in the records that continue its own: first a byte that tells their width."""
    found = ""
    while len(found) < length:
        kind, data = next(records, (0, b""))
        if kind != _CONTINUED or not data:
            break
        found += data[1:].decode("utf-16-le" if data[0] else "latin-1", errors="replace")
    return found[:length]
