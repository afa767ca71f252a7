"""A workbook of Excel 97 to 2003 (.xls).

xlrd and no faster reader: it alone tells the number format, by which 0,85 is 85%, error cells and hidden rows.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import xlrd

from pokin_docs.extract import display
from pokin_docs.extract.grid import Grid, MergedRange, Remark, UsedCell, sheet_grid
from pokin_docs.extract.remarks import is_own_remark
from pokin_docs.extract.sources.delimited import MAX_CELLS
from pokin_docs.extract.sources.old_boxes import boxes_of
from pokin_docs.extract.sources.old_looks import looks_blank, looks_of_texts, printed_lines
from pokin_docs.extract.sources.refusal import SourceRefused
from pokin_docs.extract.sources.sector_chains import is_circular
from pokin_docs.extract.struck import all_struck, as_struck, show_marked
from pokin_docs.model.source import column_letters
from pokin_docs.model.texts import squeeze

_TEXT, _NUMBER, _DATE, _BOOL, _ERROR = 1, 2, 3, 4, 5


def read_grids(path: Path) -> tuple[Grid, ...]:
    """All sheets in order, hidden ones too.

    Raises:
        SourceRefused: It has a password, is another kind of file, or holds more than a workbook of an office.
    """
    data = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise SourceRefused("", "B04")
    if "WordDocument".encode("utf-16-le") in data:
        raise SourceRefused("isinya dokumen Word lama (.doc); simpan sebagai .docx", "B86")
    if is_circular(data):
        raise SourceRefused("bagian-bagiannya saling menunjuk")
    try:
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, ragged_rows=True, on_demand=True, logfile=io.StringIO()
        )
    except xlrd.XLRDError as error:
        if "encrypt" in str(error).casefold() or "password" in str(error).casefold():
            raise SourceRefused("", "B04") from error
        raise SourceRefused("isinya bukan buku kerja Excel yang utuh") from error
    grids = []
    total = 0
    for sheet in book.sheets():
        cells = dict(_cells(book, sheet))
        total += len(cells)
        if total > MAX_CELLS:
            raise SourceRefused(f"memuat lebih dari {MAX_CELLS} sel terisi", "B06")
        hidden = tuple(row + 1 for row, info in sorted(sheet.rowinfo_map.items()) if info.hidden)
        areas = (MergedRange(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells)
        grid = sheet_grid(sheet.name, cells, areas, hidden, (tuple(_notes(sheet)), tuple(boxes_of(book, sheet))))
        columns = tuple(
            number + 1 for number, info in sorted(sheet.colinfo_map.items()) if info.hidden or not info.width
        )
        concealed = frozenset(
            place
            for place, cell in cells.items()
            if looks_blank(book, book.xf_list[sheet.cell_xf_index(place[0] - 1, place[1] - 1)], cell)
        )
        printed = tuple(printed_lines(book, sheet))
        hidden_sheet = bool(sheet.visibility)
        indents, looks = looks_of_texts(book, sheet, cells)
        grids.append(
            replace(
                grid, hidden_columns=columns, is_hidden=hidden_sheet, printed=printed, concealed=concealed,
                indents=indents, looks=looks,
            )
        )  # fmt: skip
    return tuple(grids)


def _cells(book: Any, sheet: Any) -> Iterator[tuple[tuple[int, int], UsedCell]]:
    for row in range(sheet.nrows):
        for column, cell in enumerate(sheet.row(row)):
            shown = _shown(book, cell, sheet.rich_text_runlist_map.get((row, column), ()))
            if shown is not None:
                struck = book.font_list[book.xf_list[cell.xf_index].font_index].struck_out
                yield (row + 1, column + 1), all_struck(shown) if struck else shown


def _notes(sheet: Any) -> Iterator[Remark]:
    for (row, column), note in sorted(sheet.cell_note_map.items()):
        if (text := squeeze(note.text)) and not is_own_remark(text):
            yield f"{column_letters(column + 1)}{row + 1}", text


def _marked(book: Any, text: str, runs: Sequence[tuple[int, int]]) -> str:
    """A text with marks around its struck runs; each run says from where on which font counts."""
    starts = [0, *(start for start, _ in runs), len(text)]
    struck = [False, *(bool(book.font_list[font].struck_out) for _, font in runs)]
    parts = [(text[start:end], crossed) for (start, end), crossed in zip(pairwise(starts), struck, strict=True)]
    return "".join(as_struck(part) if crossed else part for part, crossed in parts)


def _shown(book: Any, cell: Any, runs: Sequence[tuple[int, int]]) -> UsedCell | None:
    if cell.ctype == _TEXT:
        return show_marked(_marked(book, cell.value, runs) if runs else cell.value) if cell.value else None
    if cell.ctype in (_NUMBER, _DATE):
        return _number(book, cell)
    if cell.ctype == _BOOL:
        return display.show_bool(bool(cell.value))
    if cell.ctype == _ERROR:
        return display.broken("B19", xlrd.error_text_from_code.get(cell.value, "#N/A"))
    return None


def _number(book: Any, cell: Any) -> UsedCell:
    key = book.xf_list[cell.xf_index].format_key
    pattern = book.format_map[key].format_str if key in book.format_map else "General"
    if cell.ctype == _DATE:
        try:
            moment = xlrd.xldate_as_datetime(cell.value, book.datemode)
        except (ValueError, OverflowError):
            return display.show_number(cell.value, "General")
        return display.show_date(moment.time() if cell.value < 1 else moment, pattern)
    return display.show_number(int(cell.value) if cell.value == int(cell.value) else cell.value, pattern)
