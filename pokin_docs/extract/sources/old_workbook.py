"""A workbook of Excel 97 to 2003 (.xls).

xlrd and no faster reader: it alone tells the number format, by which 0,85 is 85%, error cells and hidden rows.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import xlrd

from pokin_docs.extract import display
from pokin_docs.extract.grid import Grid, MergedRange, UsedCell, sheet_grid
from pokin_docs.extract.sources.delimited import MAX_CELLS
from pokin_docs.extract.sources.refusal import SourceRefused
from pokin_docs.extract.sources.sector_chains import is_circular

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
        grids.append(sheet_grid(sheet.name, cells, areas, hidden))
    return tuple(grids)


def _cells(book: Any, sheet: Any) -> Iterator[tuple[tuple[int, int], UsedCell]]:
    for row in range(sheet.nrows):
        for column, cell in enumerate(sheet.row(row)):
            shown = _shown(book, cell)
            if shown is not None:
                yield (row + 1, column + 1), shown


def _shown(book: Any, cell: Any) -> UsedCell | None:
    if cell.ctype == _TEXT:
        return display.show_text(cell.value) if cell.value else None
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
