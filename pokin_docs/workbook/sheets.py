"""What one sees on the sheets of the official workbook: titles, headers, rows, widths, colours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.worksheet import Worksheet

from pokin_docs.model.source import column_letters
from pokin_docs.model.workbook_spec import IDENTITAS_COLUMNS, IDENTITAS_KEYS, IDENTITAS_TITLE, ColumnType, Kolom, Lembar
from pokin_docs.workbook.look import (
    BOLD,
    DATE_FORMAT,
    FONT,
    FORMATS,
    HELP,
    MIDDLE,
    OFFICIAL_BAND,
    SAMPLE_BAND,
    TITLE,
    CellContent,
    as_body,
    as_header,
    cell_at,
    put,
    row_height,
    same_look,
)

HEADER_ROW = 4
FIRST_ROW = HEADER_ROW + 1
OWN_COLUMN = "+"
"""How the key of a column begins that the specification does not know."""
_BLANK_ROWS = 30


_TAB = {"tahap": "1F4E78", "pejabat": "BF8F00", "program": "BF8F00"}
_FILTERED = ("tahap5", "pejabat", "program")


@dataclass(frozen=True, slots=True)
class SheetBand:
    """A coloured band above the header, from a column to the next band: what is official, what is a sample."""

    from_column: str
    text: str
    sample: bool = False


@dataclass(frozen=True, slots=True)
class SheetContent:
    """Rows of one sheet, and where it differs from the specification.

    ``baris`` maps column keys to values, a yearly column as ``target 2026``. ``column_titles`` replaces header
    titles by column key; an empty title leaves the header cell blank.
    """

    baris: tuple[Mapping[str, CellContent], ...] = ()
    column_titles: Mapping[str, str] = field(default_factory=dict)
    bands: tuple[SheetBand, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """One column as it stands on the sheet: a yearly column has become one per year."""

    kunci: str
    title: str
    help_text: str
    kolom: Kolom
    letters: str


def new_book() -> Workbook:
    """An empty workbook whose default font is ours: Excel measures column widths by it."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book._fonts = IndexedList([FONT])  # type: ignore[attr-defined]  # no public way to the default font
    book._named_styles["Normal"].font = FONT  # type: ignore[attr-defined]
    book.properties.creator = "pokin_docs"
    book.properties.title = "Buku kerja pohon kinerja"
    book.properties.created = datetime(2025, 1, 1)
    return book


def sheet_columns(
    lembar: Lembar,
    years: tuple[int, ...],
    titles: Mapping[str, str],
    rows: Iterable[Mapping[str, CellContent]] = (),
) -> tuple[Column, ...]:
    """The columns of a sheet from left to right; a yearly one once for each year.

    Args:
        lembar: The sheet as the specification has it.
        years: The years, in order.
        titles: Titles in place of those of the specification, by column key (``target 2026`` for a yearly one). A
            column that is not offered stands there where it has one, and so does a column of the office's own.
        rows: What will stand there: columns of past years are made for the years that it tells of.
    """
    past = lembar.past_years({key for row in rows for key in row}, years)
    found: list[Column] = []
    for kolom in (kolom for kolom in lembar.kolom if kolom.offered or kolom.kunci in titles):
        for year in (None,) if not kolom.per_tahun else past if kolom.past else years:
            kunci = kolom.kunci if year is None else f"{kolom.kunci} {year}"
            title, help_text = (text.replace("{tahun}", str(year)) for text in (kolom.title, kolom.help_text))
            found.append(Column(kunci, titles.get(kunci, title), help_text, kolom, column_letters(len(found) + 1)))
    for kunci, title in titles.items():
        if kunci.startswith(OWN_COLUMN):
            own = Kolom(kunci, title, "Kolom tambahan.")
            found.append(Column(kunci, title, own.help_text, own, column_letters(len(found) + 1)))
    return tuple(found)


def write_table(sheet: Worksheet, lembar: Lembar, columns: Sequence[Column], content: SheetContent) -> int:
    """Last row (1-based) of the frame of the table that an empty sheet is filled with.

    Args:
        sheet: The sheet.
        lembar: The sheet as the specification has it.
        columns: Its columns from left to right.
        content: Its rows; without any it is ruled and blank.

    Raises:
        ValueError: A row names a column that is not there.
    """
    _title(sheet, lembar.title, f"{lembar.help_text} Klik sel judul kolom untuk membaca petunjuknya.")
    samples = _bands(sheet, columns, content.bands)
    last_row = HEADER_ROW + (len(content.baris) or _BLANK_ROWS)
    for number, column in enumerate(columns, start=1):
        dimension = sheet.column_dimensions[column.letters]
        dimension.width = column.kolom.width
        dimension.font = FONT
        dimension.number_format = FORMATS.get(column.kolom.jenis, "General")
        as_header(cell_at(sheet, HEADER_ROW, number), column.title, column.kunci in samples)
        as_body(cell_at(sheet, FIRST_ROW, number), column.kolom)
    models = [cell_at(sheet, FIRST_ROW, number) for number in range(1, len(columns) + 1)]
    for row in range(FIRST_ROW + 1, last_row + 1):
        for number, model in enumerate(models, start=1):
            same_look(cell_at(sheet, row, number), model)
    for row, values in enumerate(content.baris, start=FIRST_ROW):
        unknown = values.keys() - {column.kunci for column in columns}
        if unknown:
            raise ValueError(f"{lembar.title}: no such column: {', '.join(sorted(unknown))}")
        for number, column in enumerate(columns, start=1):
            put(cell_at(sheet, row, number), values.get(column.kunci))
        sheet.row_dimensions[row].height = row_height((values.get(c.kunci), c.kolom.width) for c in columns)
    header = row_height((column.title, column.kolom.width - 3) for column in columns)
    sheet.row_dimensions[HEADER_ROW].height = max(header + 6, 30)
    if lembar.kunci in _FILTERED:
        sheet.auto_filter.ref = f"A{HEADER_ROW}:{columns[-1].letters}{last_row}"
    sheet.sheet_properties.tabColor = _TAB.get(lembar.kunci.rstrip("12345"), "7030A0")
    return last_row


def write_identitas(sheet: Worksheet, content: Mapping[str, CellContent], bands: str) -> float:
    """Width, in digits as in Excel, of the sheet Identitas after it is filled: a key, its value, how to fill it in.

    Args:
        sheet: The empty sheet.
        content: Values by the keys of the specification.
        bands: Text of the band above the header; empty for none.

    Raises:
        ValueError: The specification has no such key.
    """
    unknown = content.keys() - {kunci.kunci for kunci in IDENTITAS_KEYS}
    if unknown:
        raise ValueError(f"{IDENTITAS_TITLE}: no such key: {', '.join(sorted(unknown))}")
    _title(sheet, IDENTITAS_TITLE, "Isi kolom Nilai; baris yang boleh kosong disebut di kolom petunjuk.")
    widths = (28.0, 58.0, 66.0)
    titles = (*(title for title, _ in IDENTITAS_COLUMNS), "Petunjuk pengisian")
    for number, (title, width) in enumerate(zip(titles, widths, strict=True), start=1):
        sheet.column_dimensions[column_letters(number)].width = width
        as_header(cell_at(sheet, HEADER_ROW, number), title, sample=False)
        if bands:
            band = sheet.cell(HEADER_ROW - 1, number, bands if number == 1 else None)
            band.font, band.fill, band.alignment = BOLD, SAMPLE_BAND, MIDDLE
    for row, kunci in enumerate(IDENTITAS_KEYS, start=FIRST_ROW):
        value = content.get(kunci.kunci)
        for number, text in enumerate((kunci.title, value, kunci.help_text), start=1):
            cell = cell_at(sheet, row, number)
            as_body(cell)
            put(cell, text)
        cell_at(sheet, row, 1).font = BOLD
        cell_at(sheet, row, 3).font = HELP
        entry = sheet.cell(row, 2)
        entry.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
        if not isinstance(value, int):
            entry.number_format = DATE_FORMAT if kunci.jenis is ColumnType.DATE else "@"
        sheet.row_dimensions[row].height = row_height(((value, widths[1]), (kunci.help_text, widths[2]))) + 4
    sheet.row_dimensions[HEADER_ROW].height = 24
    sheet.sheet_properties.tabColor = "7F7F7F"
    return sum(widths)


def write_guide(
    sheet: Worksheet,
    title: str,
    sections: Iterable[tuple[str, Sequence[str]]],
    table_title: str,
    table: Sequence[Sequence[str]],
) -> float:
    """Width, in digits as in Excel, of the sheet Petunjuk after it is filled: points under headings, then a table.

    Args:
        sheet: The empty sheet.
        title: Title of the sheet.
        sections: Each a heading with its points, which are numbered where there are several.
        table_title: Heading of the table.
        table: Its lines from left to right; the first is its header.
    """
    widths = (24.0, 30.0, 66.0, 56.0)
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[column_letters(number)].width = width
    sheet.cell(1, 1, title).font = TITLE
    sheet.row_dimensions[1].height = 26
    row = 3
    for heading, points in sections:
        _heading(sheet, row, heading, len(widths))
        for number, point in enumerate(points, start=1):
            row += 1
            cell = cell_at(sheet, row, 1)
            put(cell, f"{number}.  {point}" if len(points) > 1 else point)
            cell.font, cell.alignment = FONT, Alignment(vertical="top", wrap_text=True, indent=1)
            sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(widths))
            sheet.row_dimensions[row].height = row_height(((point, sum(widths) - 8),)) + 3
        row += 2
    _heading(sheet, row, table_title, len(widths))
    for line, texts in enumerate(table):
        row += 1
        for number, text in enumerate(texts, start=1):
            cell = cell_at(sheet, row, number)
            if line == 0:
                as_header(cell, text, sample=False)
            else:
                as_body(cell)
                put(cell, text)
        sheet.row_dimensions[row].height = row_height(zip(texts, widths, strict=True)) + (6 if line == 0 else 0)
    sheet.sheet_properties.tabColor = "7F7F7F"
    return sum(widths)


def _title(sheet: Worksheet, title: str, explanation: str) -> None:
    sheet.cell(1, 1, title.upper()).font = TITLE
    sheet.cell(2, 1, explanation).font = HELP
    for row, height in ((1, 24), (2, 17), (3, 18)):
        sheet.row_dimensions[row].height = height


def _bands(sheet: Worksheet, columns: Sequence[Column], bands: Sequence[SheetBand]) -> frozenset[str]:
    """Paint the bands; the keys of the columns that hold samples."""
    samples = set()
    starts = {band.from_column: band for band in bands}
    current: SheetBand | None = None
    for number, column in enumerate(columns, start=1):
        begins = starts.get(column.kunci)
        current = begins or current
        if current is None:
            continue
        cell = sheet.cell(HEADER_ROW - 1, number, begins.text if begins else None)
        cell.font, cell.alignment = BOLD, MIDDLE
        cell.fill = SAMPLE_BAND if current.sample else OFFICIAL_BAND
        if current.sample:
            samples.add(column.kunci)
    return frozenset(samples)


def _heading(sheet: Worksheet, row: int, text: str, columns: int) -> None:
    for number in range(1, columns + 1):
        cell_at(sheet, row, number).fill = OFFICIAL_BAND
    cell = sheet.cell(row, 1, text)
    cell.font, cell.alignment = BOLD, MIDDLE
    sheet.row_dimensions[row].height = 19
