"""The sheet Nomenklatur of a blank workbook: official codes and names, which its drop-downs offer.

A drop-down beside a code offers the one official text of that code: no formula stands in a cell, so that nothing needs
to be calculated before it is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from pokin_docs.model.nomenclature import NomenclatureEntry
from pokin_docs.model.workbook_spec import NOMENCLATURE_TITLE
from pokin_docs.workbook import behaviour
from pokin_docs.workbook.look import HELP, TITLE, as_header, cell_at, put
from pokin_docs.workbook.sheets import FIRST_ROW, HEADER_ROW, Column

_TITLES = (("Kode", 20.0), ("Nama", 60.0), ("Kinerja", 60.0), ("Indikator", 60.0), ("Satuan", 16.0))
_NAME, _KINERJA, _INDIKATOR, _SATUAN = "BCDE"
_OFFERED = {
    ("program", "nomenklatur"): _NAME,
    ("tahap5", "kinerja"): _KINERJA,
    ("tahap5", "indikator"): _INDIKATOR,
    ("tahap5", "satuan"): _SATUAN,
}
"""Columns whose drop-down offers the official text of the code in their row, and where that stands here."""


def write_nomenclature(sheet: Worksheet, entries: Sequence[NomenclatureEntry], source: str) -> None:
    """Fill the sheet.

    Args:
        sheet: The empty sheet.
        entries: What it offers, in order.
        source: Name of the file that the list is from.
    """
    sheet.cell(1, 1, NOMENCLATURE_TITLE.upper()).font = TITLE
    sheet.cell(2, 1, f"Disalin dari {source} untuk daftar pilihan di lembar lain; tidak perlu diisi.").font = HELP
    for number, (title, width) in enumerate(_TITLES, start=1):
        as_header(cell_at(sheet, HEADER_ROW, number), title, sample=False)
        sheet.column_dimensions["ABCDE"[number - 1]].width = width
    for row, entry in enumerate(entries, start=FIRST_ROW):
        texts = (entry.kode, entry.nama, entry.kinerja, entry.indikator, entry.satuan)
        for number, text in enumerate(texts, start=1):
            if text:
                put(cell_at(sheet, row, number), text)
    sheet.sheet_properties.tabColor = "7F7F7F"
    behaviour.freeze_titles(sheet, f"B{FIRST_ROW}", HEADER_ROW, None)
    behaviour.set_up_page(sheet, sum(width for _, width in _TITLES))


def choices(columns: Mapping[str, Sequence[Column]], count: int) -> Iterator[tuple[str, Column, str]]:
    """Each column that offers something of the sheet, by the key of its own sheet, with the formula of its choices.

    Args:
        columns: The columns of each sheet, by its key.
        count: Entries on the sheet Nomenklatur.
    """
    last = FIRST_ROW + count - 1
    codes = _range("A", last)
    for lembar, own in columns.items():
        kode = next((column.letters for column in own if column.kunci == "kode"), None)
        for column in own if kode else ():
            if (lembar, column.kunci) == ("program", "kode"):
                yield lembar, column, codes
            elif (lembar, column.kunci) in _OFFERED:
                offered = _range(_OFFERED[lembar, column.kunci], last)
                yield lembar, column, f"INDEX({offered},MATCH(${kode}{FIRST_ROW},{codes},0))"


def _range(letters: str, last: int) -> str:
    return f"'{NOMENCLATURE_TITLE}'!${letters}${FIRST_ROW}:${letters}${last}"
