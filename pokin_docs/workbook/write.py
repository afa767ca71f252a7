"""The official workbook as a file: blank for a new office, or filled with given content.

Sheets and columns follow ``model.workbook_spec`` and nothing else, so that what is written here is what the
reader accepts.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pokin_docs.files.whole_file import write_whole
from pokin_docs.model.workbook_spec import (
    JUDUL_IDENTITAS,
    JUDUL_PETUNJUK,
    KUNCI_IDENTITAS,
    LEMBAR,
    TAHUN_BAWAAN,
    Jenis,
    Lembar,
)
from pokin_docs.workbook import behaviour, guide, saving, sheets
from pokin_docs.workbook.sheets import FIRST_ROW, HEADER_ROW, Column, Nilai, Pita, SheetContent

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["Nilai", "Pita", "SheetContent", "WorkbookContent", "workbook_bytes", "write_workbook"]

_LAST_PREPARED_ROW = 504
_TEXT_WITH_DIGITS = (Jenis.KODE, Jenis.NIP, Jenis.ID, Jenis.NILAI)


@dataclass(frozen=True, slots=True)
class WorkbookContent:
    """What stands in a workbook beside its form.

    ``identitas`` maps keys of Identitas to values, ``lembar`` keys of sheets to their content. ``catatan`` are
    paragraphs at the head of Petunjuk, ``pita_identitas`` is a band above Identitas: both say what is a sample.
    """

    identitas: Mapping[str, Nilai] = field(default_factory=dict)
    lembar: Mapping[str, SheetContent] = field(default_factory=dict)
    catatan: tuple[str, ...] = ()
    pita_identitas: str = ""


def write_workbook(path: Path, isi: WorkbookContent | None = None, *, years: tuple[int, ...] = TAHUN_BAWAAN) -> None:
    """Write the official workbook, whole or not at all; without content it is the blank one of a new office.

    Args:
        path: Where to; the folder must exist. A file there is replaced.
        isi: Rows and values, by the keys of the specification.
        years: Years of the yearly columns.

    Raises:
        ValueError: The content names a sheet, column or key that the specification does not have.
        OSError: The file cannot be written.
    """
    write_whole(path, workbook_bytes(isi, years=years))


def workbook_bytes(
    isi: WorkbookContent | None = None,
    *,
    years: tuple[int, ...] = TAHUN_BAWAAN,
    described: tuple[Lembar, ...] = LEMBAR,
) -> bytes:
    """The workbook as bytes; equal content gives equal bytes.

    Args:
        isi: Rows and values, by the keys of the specification.
        years: Years of the yearly columns.
        described: The sheets that hold tables, in order.

    Raises:
        ValueError: The content names a sheet, column or key that the specification does not have.
    """
    isi = isi or WorkbookContent()
    unknown = isi.lembar.keys() - {lembar.kunci for lembar in described}
    if unknown:
        raise ValueError(f"no such sheet: {', '.join(sorted(unknown))}")
    book = sheets.new_book()
    _write_guide(book.create_sheet(JUDUL_PETUNJUK), isi, years, described)
    _write_identitas(book.create_sheet(JUDUL_IDENTITAS), isi)
    columns = {
        lembar.kunci: sheets.sheet_columns(lembar, years, isi.lembar.get(lembar.kunci, SheetContent()).judul_kolom)
        for lembar in described
    }
    text_ranges = {}
    for lembar in described:
        sheet = book.create_sheet(lembar.judul)
        last_row = sheets.write_table(
            sheet, lembar, columns[lembar.kunci], isi.lembar.get(lembar.kunci, SheetContent())
        )
        _prepare(sheet, lembar, columns, {entry.kunci: entry.judul for entry in described})
        text_ranges[len(book.sheetnames)] = " ".join(
            f"{column.huruf}{FIRST_ROW}:{column.huruf}{max(last_row, _LAST_PREPARED_ROW)}"
            for column in columns[lembar.kunci]
            if column.kolom.jenis in _TEXT_WITH_DIGITS
        )
    stream = io.BytesIO()
    book.save(stream)
    return saving.fix_package(stream.getvalue(), text_ranges)


def _write_guide(sheet: Worksheet, isi: WorkbookContent, years: tuple[int, ...], described: tuple[Lembar, ...]) -> None:
    sections = [(bagian.judul, bagian.butir) for bagian in guide.sections(described)]
    if isi.catatan:
        sections.insert(0, ("Tentang data di buku kerja ini", isi.catatan))
    table = (guide.TAJUK_RUJUKAN, *guide.column_reference(years, described))
    width = sheets.write_guide(sheet, guide.JUDUL, sections, guide.JUDUL_RUJUKAN, table)
    behaviour.set_up_page(sheet, width)


def _write_identitas(sheet: Worksheet, isi: WorkbookContent) -> None:
    width = sheets.write_identitas(sheet, isi.identitas, isi.pita_identitas)
    for row, kunci in enumerate(KUNCI_IDENTITAS, start=FIRST_ROW):
        if kunci.pilihan:
            behaviour.add_choices(sheet, f"B{row}", kunci.pilihan)
    behaviour.set_up_page(sheet, width)
    behaviour.freeze_titles(sheet, f"A{FIRST_ROW}", HEADER_ROW, None)


def _prepare(
    sheet: Worksheet, lembar: Lembar, columns: Mapping[str, tuple[Column, ...]], titles: Mapping[str, str]
) -> None:
    """Help, drop-downs, frozen panes and print setup of a table sheet."""
    own = columns[lembar.kunci]
    for column in own:
        behaviour.add_help(sheet, f"{column.huruf}{HEADER_ROW}", column.judul or column.kolom.judul, column.bantuan)
        cells = f"{column.huruf}{FIRST_ROW}:{column.huruf}{_LAST_PREPARED_ROW}"
        if column.kolom.pilihan:
            behaviour.add_choices(sheet, cells, column.kolom.pilihan)
        elif column.kolom.look_up:
            behaviour.add_lookup(sheet, cells, _lookup_formula(columns, titles, *column.kolom.look_up))
    keys = lembar.key_columns
    behaviour.set_up_page(sheet, sum(column.kolom.lebar for column in own))
    behaviour.freeze_titles(
        sheet, f"{own[keys].huruf}{FIRST_ROW}", HEADER_ROW, f"{own[0].huruf}:{own[keys - 1].huruf}" if keys else None
    )


def _lookup_formula(
    columns: Mapping[str, tuple[Column, ...]], titles: Mapping[str, str], lembar: str, kunci: str
) -> str:
    letter = next(column.huruf for column in columns[lembar] if column.kunci == kunci)
    return f"'{titles[lembar]}'!${letter}${FIRST_ROW}:${letter}${_LAST_PREPARED_ROW}"
