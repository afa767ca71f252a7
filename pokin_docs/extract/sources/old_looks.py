"""How a sheet of an old workbook (.xls) looks: values that look blank, the heads of its pages, its texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pokin_docs.extract import display
from pokin_docs.extract.bare_sheet import said_in_head
from pokin_docs.extract.grid import TextLook, UsedCell
from pokin_docs.extract.sources.old_boxes import records_of

_HEAD, _FOOT = 0x14, 0x15
_WHITE, _BLACK = (255, 255, 255), (0, 0, 0)
_AUTOMATIC = 64
"""The first number of a colour that is that of the system: black for letters, white for the ground."""
_ONE_COLOUR = 1
_WIDE_LETTERS = 80
"""The version of the format (BIFF) from which texts say how wide their letters are."""


def looks_blank(book: Any, style: Any, cell: UsedCell) -> bool:
    """Whether nobody sees the value of a cell.

    Args:
        book: The workbook as xlrd opened it.
        style: The ``XF`` of the cell.
        cell: What it holds.
    """
    if not cell.is_filled:
        return False
    pattern = book.format_map[style.format_key].format_str if style.format_key in book.format_map else ""
    if display.conceals(pattern, cell.number):
        return True
    ink, ground = book.font_list[style.font_index].colour_index, style.background
    letters = book.colour_map.get(ink) if ink < _AUTOMATIC else _BLACK
    if ground.fill_pattern == _ONE_COLOUR:
        behind = ground.pattern_colour_index
        return letters is not None and letters == (book.colour_map.get(behind) if behind < _AUTOMATIC else _WHITE)
    return ground.fill_pattern == 0 and letters == _WHITE


def looks_of_texts(
    book: Any, sheet: Any, cells: Mapping[tuple[int, int], UsedCell]
) -> tuple[dict[tuple[int, int], int], dict[tuple[int, int], TextLook]]:
    """How far the texts of a sheet are indented, of those that are, and how they look.

    Args:
        book: The workbook as xlrd opened it.
        sheet: One of its sheets.
        cells: Its used cells.
    """
    indents: dict[tuple[int, int], int] = {}
    looks: dict[tuple[int, int], TextLook] = {}
    for (row, column), cell in cells.items():
        if cell.number is None:
            style = book.xf_list[sheet.cell_xf_index(row - 1, column - 1)]
            if style.alignment.indent_level:
                indents[row, column] = style.alignment.indent_level
            looks[row, column] = _look(book, style)
    return indents, looks


def _look(book: Any, style: Any) -> TextLook:
    font, ground = book.font_list[style.font_index], style.background
    behind = str(ground.pattern_colour_index) if ground.fill_pattern else ""
    return TextLook(
        behind, bool(font.bold), bool(font.italic), bool(font.underlined), str(font.height), str(font.colour_index)
    )


def printed_lines(book: Any, sheet: Any) -> Iterator[str]:
    """What stands in the head and the foot of the sheet's printed pages.

    Args:
        book: The workbook as xlrd opened it.
        sheet: One of its sheets.
    """
    for kind, data in records_of(book, sheet):
        if kind in (_HEAD, _FOOT) and len(data) > 3:
            if book.biff_version < _WIDE_LETTERS:
                yield from said_in_head(data[1:].decode(book.encoding, errors="replace"))
                continue
            length, wide = int.from_bytes(data[:2], "little"), data[2] & 1
            yield from said_in_head(data[3:].decode("utf-16-le" if wide else "latin-1", errors="replace")[:length])
