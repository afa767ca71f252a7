"""The official workbook as a file: blank for a new office, or filled with given content.

Sheets and columns follow ``model.workbook_spec`` and nothing else, so that what is written here is what the
reader accepts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pokin_docs.files.whole_file import write_whole
from pokin_docs.model.nomenclature import NomenclatureEntry
from pokin_docs.model.workbook_spec import (
    DEFAULT_TAHUN,
    GUIDE_TITLE,
    IDENTITAS_KEYS,
    IDENTITAS_TITLE,
    LEMBAR,
    NOMENCLATURE_TITLE,
    ColumnType,
    Lembar,
)
from pokin_docs.workbook import behaviour, guide, nomenclature_sheet, saving, sheets
from pokin_docs.workbook.look import CellContent
from pokin_docs.workbook.sheets import FIRST_ROW, HEADER_ROW, Column, SheetBand, SheetContent

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["CellContent", "SheetBand", "SheetContent", "WorkbookContent", "workbook_bytes", "write_workbook"]

_LAST_PREPARED_ROW = 504
_TEXT_WITH_DIGITS = (ColumnType.KODE, ColumnType.NIP, ColumnType.ID, ColumnType.VALUE)


@dataclass(frozen=True, slots=True)
class WorkbookContent:
    """What stands in a workbook beside its form.

    ``identitas`` maps keys of Identitas to values, ``lembar`` keys of sheets to their content. ``notes`` are
    paragraphs at the head of Petunjuk, ``identitas_bands`` is a band above Identitas: both say what is a sample.
    ``nomenclature`` is what the drop-downs of codes and names offer, from the file ``nomenclature_source``.
    """

    identitas: Mapping[str, CellContent] = field(default_factory=dict)
    lembar: Mapping[str, SheetContent] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    identitas_bands: str = ""
    nomenclature: tuple[NomenclatureEntry, ...] = ()
    nomenclature_source: str = ""


def write_workbook(
    path: Path, content: WorkbookContent | None = None, *, years: tuple[int, ...] = DEFAULT_TAHUN
) -> None:
    """Write the official workbook, whole or not at all; without content it is the blank one of a new office.

    Args:
        path: Where to; the folder must exist. A file there is replaced.
        content: Rows and values, by the keys of the specification.
        years: Years of the yearly columns, in order.

    Raises:
        ValueError: The content names a sheet, column or key that the specification does not have.
        OSError: The file cannot be written.
    """
    write_whole(path, workbook_bytes(content, years=years))


def workbook_bytes(
    content: WorkbookContent | None = None,
    *,
    years: tuple[int, ...] = DEFAULT_TAHUN,
    described: tuple[Lembar, ...] = LEMBAR,
    before: Callable[[Workbook], None] = lambda book: None,
    behind: Callable[[Workbook], None] = lambda book: None,
) -> bytes:
    """The workbook as bytes; equal content gives equal bytes.

    Args:
        content: Rows and values, by the keys of the specification.
        years: Years of the yearly columns.
        described: The sheets that hold tables, in order.
        before: Adds further sheets in front.
        behind: Adds further sheets at the end.

    Raises:
        ValueError: The content names a sheet, column or key that the specification does not have.
    """
    content = content or WorkbookContent()
    unknown = content.lembar.keys() - {lembar.kunci for lembar in described}
    if unknown:
        raise ValueError(f"no such sheet: {', '.join(sorted(unknown))}")
    book = sheets.new_book()
    before(book)
    _write_guide(book.create_sheet(GUIDE_TITLE), content, years, described)
    _write_identitas(book.create_sheet(IDENTITAS_TITLE), content)
    columns = {
        lembar.kunci: sheets.sheet_columns(lembar, years, shown.column_titles, shown.baris)
        for lembar in described
        for shown in (content.lembar.get(lembar.kunci, SheetContent()),)
    }
    text_ranges = {}
    for lembar in described:
        sheet = book.create_sheet(lembar.title)
        last_row = sheets.write_table(
            sheet, lembar, columns[lembar.kunci], content.lembar.get(lembar.kunci, SheetContent())
        )
        _prepare(sheet, lembar, columns, {entry.kunci: entry.title for entry in described})
        text_ranges[len(book.sheetnames)] = " ".join(
            f"{column.letters}{FIRST_ROW}:{column.letters}{max(last_row, _LAST_PREPARED_ROW)}"
            for column in columns[lembar.kunci]
            if column.kolom.jenis in _TEXT_WITH_DIGITS
        )
    if content.nomenclature:
        for kunci, column, formula in nomenclature_sheet.choices(columns, len(content.nomenclature)):
            title = next(lembar.title for lembar in described if lembar.kunci == kunci)
            cells = f"{column.letters}{FIRST_ROW}:{column.letters}{_LAST_PREPARED_ROW}"
            behaviour.add_lookup(book[title], cells, formula)
        sheet = book.create_sheet(NOMENCLATURE_TITLE)
        nomenclature_sheet.write_nomenclature(sheet, content.nomenclature, content.nomenclature_source)
    behind(book)
    return saving.saved(book, text_ranges)


def _write_guide(
    sheet: Worksheet, content: WorkbookContent, years: tuple[int, ...], described: tuple[Lembar, ...]
) -> None:
    sections = [(part.title, part.points) for part in guide.sections(described)]
    if content.notes:
        sections.insert(0, ("Tentang data di buku kerja ini", content.notes))
    table = (guide.REFERENCE_HEAD, *guide.column_reference(years, described))
    width = sheets.write_guide(sheet, guide.SHEET_TITLE, sections, guide.REFERENCE_TITLE, table)
    behaviour.set_up_page(sheet, width)


def _write_identitas(sheet: Worksheet, content: WorkbookContent) -> None:
    width = sheets.write_identitas(sheet, content.identitas, content.identitas_bands)
    for row, kunci in enumerate(IDENTITAS_KEYS, start=FIRST_ROW):
        if kunci.choices:
            behaviour.add_choices(sheet, f"B{row}", kunci.choices)
    behaviour.set_up_page(sheet, width)
    behaviour.freeze_titles(sheet, f"A{FIRST_ROW}", HEADER_ROW, None)


def _prepare(
    sheet: Worksheet, lembar: Lembar, columns: Mapping[str, tuple[Column, ...]], titles: Mapping[str, str]
) -> None:
    """Help, drop-downs, frozen panes and print setup of a table sheet."""
    own = columns[lembar.kunci]
    for column in own:
        behaviour.add_help(sheet, f"{column.letters}{HEADER_ROW}", column.title or column.kolom.title, column.help_text)
        cells = f"{column.letters}{FIRST_ROW}:{column.letters}{_LAST_PREPARED_ROW}"
        if column.kolom.choices:
            behaviour.add_choices(sheet, cells, column.kolom.choices)
        elif column.kolom.look_up:
            behaviour.add_lookup(sheet, cells, _lookup_formula(columns, titles, *column.kolom.look_up))
    keys = lembar.key_columns
    behaviour.set_up_page(sheet, sum(column.kolom.width for column in own))
    behaviour.freeze_titles(
        sheet,
        f"{own[keys].letters}{FIRST_ROW}",
        HEADER_ROW,
        f"{own[0].letters}:{own[keys - 1].letters}" if keys else None,
    )


def _lookup_formula(
    columns: Mapping[str, tuple[Column, ...]], titles: Mapping[str, str], lembar: str, kunci: str
) -> str:
    letter = next(column.letters for column in columns[lembar] if column.kunci == kunci)
    return f"'{titles[lembar]}'!${letter}${FIRST_ROW}:${letter}${_LAST_PREPARED_ROW}"
