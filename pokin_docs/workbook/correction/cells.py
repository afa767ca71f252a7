"""The cells of a sheet get another style; the rest of the part stays as the bytes that it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import takewhile
from typing import TypeVar

from pokin_docs.files.xml_part import XmlEdit, XmlElement, extend, readable, retag, scan, splice, without_rows
from pokin_docs.model.source import column_letters

_ROW, _CELL = "worksheet/sheetData/row", "worksheet/sheetData/row/c"
_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
CellPlace = tuple[int, int]
T = TypeVar("T")


def paint(data: bytes, wanted: Mapping[CellPlace, T], style: Callable[[int, T], int]) -> bytes:
    """The sheet with another style on some cells; those that do not exist are made where they belong.

    Args:
        data: The part of the sheet.
        wanted: What to show, by (row, column), 1-based.
        style: Number of a style from the number a cell has now and what it is to show.
    """
    data = readable(data)
    if not wanted:
        return data
    (home,) = scan(without_rows(data), "worksheet/sheetData")
    columns = _column_styles(data)
    missing: dict[int, dict[int, T]] = {}
    for row, column in sorted(wanted):
        missing.setdefault(row, {})[column] = wanted[row, column]
    edits: list[XmlEdit] = []
    p = home.ns_prefix

    def new_rows(before: int | None) -> bytes:
        absent = list(takewhile(lambda row: before is None or row < before, missing))
        return b"".join(new_row(row, missing.pop(row)) for row in absent)

    def new_row(row: int, things: Mapping[int, T]) -> bytes:
        content = [_cell(p, row, column, style(columns(column), thing)) for column, thing in things.items()]
        return f'<{p}row r="{row}">'.encode() + b"".join(content) + f"</{p}row>".encode()

    last = max(missing)
    # A million empty rows below the table are nobody's business.
    rows = scan(data, _ROW, enough=lambda attributes: int(attributes.get("r", 0)) > last)
    for number, element in _numbered_rows(rows):
        before = new_rows(number)
        if before:
            edits.append(XmlEdit(element.start, element.start, before))
        if number in missing:
            edits += _paint_row(data, element, number, missing.pop(number), columns, style)
    after = new_rows(None)
    if after:
        edits += extend(data, home, after)
    return splice(data, edits)


def restyle(data: bytes, style: Callable[[int], int]) -> bytes:
    """The sheet with the number of every cell's style put through a function."""
    data = readable(data)
    edits = []
    for cell in scan(data, _CELL):
        now = int(cell.get("s") or 0)
        if style(now) != now:
            edits.append(retag(data, cell, s=style(now)))
    return splice(data, edits)


def anchors(data: bytes) -> Callable[[CellPlace], CellPlace]:
    """Gives for a cell the top-left cell of the merged range around it; the cell itself when it is not merged.

    Cells are (row, column), 1-based.
    """
    corners = []
    for entry in scan(without_rows(readable(data)), "worksheet/mergeCells/mergeCell"):
        first, _, last = (entry.get("ref") or "").partition(":")
        top, bottom = _position(first), _position(last or first)
        if top and bottom:
            corners.append((top, bottom))

    def anchor(place: CellPlace) -> CellPlace:
        for top, bottom in corners:
            if top[0] <= place[0] <= bottom[0] and top[1] <= place[1] <= bottom[1]:
                return top
        return place

    return anchor


def unselect(data: bytes) -> bytes:
    """The sheet no longer the open one: two open sheets would both take what is typed."""
    data = readable(data)
    views = scan(without_rows(data), "worksheet/sheetViews/sheetView", "chartsheet/sheetViews/sheetView")
    return splice(data, (retag(data, view, tabSelected=None) for view in views if view.get("tabSelected")))


def _numbered_rows(rows: tuple[XmlElement, ...]) -> Iterator[tuple[int, XmlElement]]:
    """Each row with its number; one that names none follows the row before it."""
    number = 0
    for row in rows:
        number = int(row.get("r") or number + 1)
        yield number, row


def _paint_row(
    data: bytes,
    row: XmlElement,
    number: int,
    wanted: Mapping[int, T],
    columns: Callable[[int], int],
    style: Callable[[int, T], int],
) -> list[XmlEdit]:
    own_style = int(row.get("s") or 0) if row.get("customFormat") in ("1", "true") else None
    part = data[row.start : row.end]
    edits: list[XmlEdit] = []
    missing = dict(wanted)
    p = row.ns_prefix

    def new_cells(before: int) -> bytes:
        absent = [column for column in sorted(missing) if column < before]
        made = [(column, missing.pop(column)) for column in absent]
        base = [own_style if own_style is not None else columns(column) for column, _ in made]
        return b"".join(
            _cell(p, number, column, style(b, thing)) for (column, thing), b in zip(made, base, strict=True)
        )

    column = 0
    for cell in scan(part, "row/c"):
        place = _position(cell.get("r") or "")
        column = place[1] if place else column + 1
        start = row.start + cell.start
        before = new_cells(column)
        if before:
            edits.append(XmlEdit(start, start, before))
        if column in missing:
            now = int(cell.get("s") or 0)
            edit = retag(part, cell, s=style(now, missing.pop(column)))
            edits.append(XmlEdit(row.start + edit.start, row.start + edit.end, edit.content))
    last = max(missing, default=0)
    after = new_cells(last + 1)
    if after or (edits and row.get("spans")):
        edits += extend(data, row, after, spans=_spans(row.get("spans"), wanted))
    return edits


def _spans(now: str | None, wanted: Mapping[int, T]) -> str | None:
    """The first and last column that a row names, wide enough for its new cells; None where it names none."""
    parts = (now or "").split(":")
    if len(parts) != 2 or not all(part.isdecimal() for part in parts):
        return now
    return f"{min(int(parts[0]), *wanted)}:{max(int(parts[1]), *wanted)}"


def _cell(p: str, row: int, column: int, style: int) -> bytes:
    return f'<{p}c r="{column_letters(column)}{row}" s="{style}"/>'.encode()


def _position(address: str) -> CellPlace | None:
    found = _ADDRESS.fullmatch(address)
    if not found:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column


def _column_styles(data: bytes) -> Callable[[int], int]:
    """Gives the style of the empty cells of a column."""
    ranges = [
        (int(entry.get("min") or 0), int(entry.get("max") or 0), int(entry.get("style") or 0))
        for entry in scan(without_rows(data), "worksheet/cols/col")
    ]
    return lambda column: next((style for first, last, style in ranges if first <= column <= last), 0)
