"""The sheet Sisa: what of the sources is not read, so that nothing of them is lost."""

from __future__ import annotations

from collections.abc import Iterable

from openpyxl.worksheet.worksheet import Worksheet

from pokin_docs.model.source import column_letters
from pokin_docs.workbook import behaviour
from pokin_docs.workbook.imported.asked import IgnoredTable
from pokin_docs.workbook.look import BOLD, HELP, OFFICIAL_BAND, TITLE, as_header, cell_at, put

_WIDTH = 34.0


def write_rest(sheet: Worksheet, tables: Iterable[IgnoredTable]) -> None:
    """Fill the sheet: one table below the other, each with its name, titles of columns and numbers of rows."""
    sheet.cell(1, 1, "SISA: YANG TIDAK DIBACA").font = TITLE
    sheet.cell(
        2,
        1,
        "Kolom yang diabaikan pada lembar Impor, jabatan yang hanya dibaca tingkatnya, dan rincian pagu menurut "
        "sumber dana, yang dibaca jumlahnya; tidak dipakai program.",
    ).font = HELP
    row, most = 3, 1
    for table in tables:
        row += 1
        cell = cell_at(sheet, row, 1)
        put(cell, f"{table.name}: baris perangkat daerah lain" if table.whole else table.name)
        cell.font, cell.fill = BOLD, OFFICIAL_BAND
        row += 1
        for number, title in enumerate(("Baris", *table.titles), start=1):
            as_header(cell_at(sheet, row, number), title.replace("\n", " "), sample=False)
        for source, texts in table.rows:
            row += 1
            sheet.cell(row, 1, source)
            for number, text in enumerate(texts, start=2):
                put(cell_at(sheet, row, number), text)
        most = max(most, len(table.titles) + 1)
        row += 1
    sheet.column_dimensions["A"].width = 12
    for number in range(2, most + 1):
        sheet.column_dimensions[column_letters(number)].width = _WIDTH
    sheet.sheet_properties.tabColor = "7F7F7F"
    behaviour.set_up_page(sheet, 12 + _WIDTH * (most - 1))
