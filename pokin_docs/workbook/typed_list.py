"""What an office typed into the list of signatures, read back before it is made anew."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from pokin_docs.extract.guard import refuse
from pokin_docs.model.source import column_letters
from pokin_docs.workbook.signing_list import KNOWN_TITLE, LIST_TITLE, NAME, PATH, TITLES, TypedList, TypedRow, key_of

_TITLE_ROWS = 20
_UNNAMED = "\0"
"""How the key of a column begins that has no title."""


def read_typed(path: Path) -> TypedList | None:
    """What an office typed into a list; None for a file that is no list of ours, or that cannot be read.

    Args:
        path: The list.

    Raises:
        OSError: The machine does not let us read it.
        MachineTrouble: The same, of a file that another program holds.
    """
    if refuse(path):
        return None
    try:
        book = load_workbook(path)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        return None
    if LIST_TITLE not in book.sheetnames or not isinstance(book[LIST_TITLE], Worksheet):
        return None
    sheet = book[LIST_TITLE]
    header = next((row for row in range(1, _TITLE_ROWS + 1) if {NAME, PATH} <= set(_texts(sheet[row]))), None)
    if header is None:
        return None
    columns = _columns(sheet, header)
    known = _known(book[KNOWN_TITLE]) if KNOWN_TITLE in book.sheetnames else None
    rows = {}
    for number in range(header + 1, sheet.max_row + 1):
        typed = _row([one for one in sheet[number] if isinstance(one, Cell)], columns, known)
        key = key_of(typed.written)
        if any(key) or typed.own:
            rows[key if any(key) else ("", f"{_UNNAMED}{number}")] = typed
    own = {
        title: sheet.column_dimensions[column_letters(place)].width
        for place, title in columns.items() if title not in TITLES
    }  # fmt: skip
    others = tuple(one for one in book.worksheets if one.title not in (LIST_TITLE, KNOWN_TITLE))
    return TypedList(rows, own, others)


def _texts(cells: Iterable[object]) -> list[str]:
    return [_text(cell) for cell in cells]


def _text(cell: object) -> str:
    value = getattr(cell, "value", None)
    return "" if value is None else str(value).strip()


def _columns(sheet: Worksheet, header: int) -> dict[int, str]:
    """The title of each column that has one or holds something, by its number; titles that stand twice are told apart.

    Of two columns with a title of ours only the first is ours.
    """
    found: dict[int, str] = {}
    for place in range(1, sheet.max_column + 1):
        title = _text(sheet.cell(header, place))
        filled = any(_text(sheet.cell(row, place)) for row in range(header + 1, sheet.max_row + 1))
        if title or filled:
            title = title or f"{_UNNAMED}{place}"
            number = 2
            plain = title
            while title in found.values():
                title, number = f"{plain} {number}", number + 1
            found[place] = title
    return found


def _known(sheet: Worksheet) -> dict[tuple[str, str], dict[str, str]] | None:
    """What was written last, by row: each is a list in one cell, in files of older versions a cell for each value.

    None where another program changed it so that nothing can be known.
    """
    try:
        rows = [_listed(cells) for cells in sheet.iter_rows(values_only=True)]
    except ValueError:
        return None
    titles = rows[0] if rows else []
    found = [dict(zip(titles, row, strict=False)) for row in rows[1:]]
    return {key_of(row): row for row in found}


def _listed(values: Iterable[object]) -> list[str]:
    row = ["" if value is None else str(value) for value in values]
    texts = json.loads("".join(row)) if row[:1] and row[0].startswith("[") else row
    return [str(text).strip() for text in texts]


def _row(cells: list[Cell], columns: dict[int, str], known: dict[tuple[str, str], dict[str, str]] | None) -> TypedRow:
    named = [(columns[cell.column], cell) for cell in cells if cell.column in columns]
    written = {title: _text(cell) for title, cell in named if title in TITLES}
    before = (known or {}).get(key_of(written))
    changed = tuple(
        (title, text) for title, text in written.items() if before and title != "No" and text != before.get(title, "")
    )
    return TypedRow(
        own={title: cell for title, cell in named if title not in TITLES and cell.value is not None},
        changed=tuple((title, text or "(dihapus)") for title, text in changed),
        comments={title: cell.comment.text for title, cell in named if cell.comment},
        written=written,
        is_added=known is not None and before is None and any(written.values()),
    )
