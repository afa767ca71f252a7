"""What one sees on the sheets of the official workbook: titles, headers, rows, widths, colours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.worksheet import Worksheet

from pokin_docs.model.source import column_letters
from pokin_docs.model.workbook_spec import (
    IDENTITAS_COLUMNS,
    IDENTITAS_KEYS,
    IDENTITAS_TITLE,
    ColumnType,
    Kolom,
    Lembar,
)

CellContent = str | int | float | date | None

HEADER_ROW = 4
FIRST_ROW = HEADER_ROW + 1
_BLANK_ROWS = 30
DATE_FORMAT = "[$-421]d mmmm yyyy"
"""With the Indonesian month names, whatever language the computer has."""

FONT = Font(name="Arial", size=10)
_BOLD = Font(name="Arial", size=10, bold=True)
_WHITE = Font(name="Arial", size=10, bold=True, color="FFFFFF")
_TITLE = Font(name="Arial", size=14, bold=True, color="1F4E78")
_HELP = Font(name="Arial", size=10, italic=True, color="595959")
_OFFICIAL = PatternFill("solid", fgColor="1F4E78")
_OFFICIAL_BAND = PatternFill("solid", fgColor="DDEBF7")
_SAMPLE = PatternFill("solid", fgColor="FFE699")
_SAMPLE_BAND = PatternFill("solid", fgColor="FFF2CC")
_SIDE = Side(style="thin", color="A6A6A6")
_GRID = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_TOP = Alignment(vertical="top", wrap_text=True)
_TOP_CENTRE = Alignment(horizontal="center", vertical="top", wrap_text=True)
_TOP_RIGHT = Alignment(horizontal="right", vertical="top", indent=1)
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_MIDDLE = Alignment(vertical="center")

_FORMAT = {
    ColumnType.RUPIAH: "#,##0",
    ColumnType.DATE: DATE_FORMAT,
    ColumnType.KODE: "@",
    ColumnType.NIP: "@",
    ColumnType.ID: "@",
}
_CENTRED = (ColumnType.VALUE, ColumnType.DATE)
_NARROW = 10
_TAB = {"tahap": "1F4E78", "pejabat": "BF8F00", "program": "BF8F00"}
_FILTERED = ("tahap5", "pejabat", "program")
_LINE_HEIGHT = 13.0
# Widths of Arial in digits where they differ much from one: enough to tell how a text wraps.
_GLYPH = dict.fromkeys("fIt ./,:;!-", 0.55) | dict.fromkeys("ijl'|", 0.42) | dict.fromkeys("r()", 0.62)
_GLYPH |= dict.fromkeys("cksvxyzJ", 0.92) | {"m": 1.5, "w": 1.3, "M": 1.5, "W": 1.7, "%": 1.6}


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
    font: str


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


def sheet_columns(lembar: Lembar, years: tuple[int, ...], titles: Mapping[str, str]) -> tuple[Column, ...]:
    """The columns of a sheet from left to right, with ``titles`` in place of those of the specification."""
    found: list[Column] = []
    for kolom in (kolom for kolom in lembar.kolom if kolom.offered):
        for year in years if kolom.per_tahun else (None,):
            kunci = kolom.kunci if year is None else f"{kolom.kunci} {year}"
            title, help_text = (text.replace("{tahun}", str(year)) for text in (kolom.title, kolom.help_text))
            found.append(Column(kunci, titles.get(kunci, title), help_text, kolom, column_letters(len(found) + 1)))
    return tuple(found)


def write_table(sheet: Worksheet, lembar: Lembar, columns: Sequence[Column], content: SheetContent) -> int:
    """Fill an empty sheet with a table and return the last row of its frame; without rows it is ruled and blank."""
    _title(sheet, lembar.title, f"{lembar.help_text} Klik sel judul kolom untuk membaca petunjuknya.")
    samples = _bands(sheet, columns, content.bands)
    last_row = HEADER_ROW + (len(content.baris) or _BLANK_ROWS)
    for number, column in enumerate(columns, start=1):
        dimension = sheet.column_dimensions[column.font]
        dimension.width = column.kolom.width
        dimension.font = FONT
        dimension.number_format = _FORMAT.get(column.kolom.jenis, "General")
        _header(_cell(sheet, HEADER_ROW, number), column.title, column.kunci in samples)
        for row in range(FIRST_ROW, last_row + 1):
            _body(_cell(sheet, row, number), column.kolom)
    for row, values in enumerate(content.baris, start=FIRST_ROW):
        unknown = values.keys() - {column.kunci for column in columns}
        if unknown:
            raise ValueError(f"{lembar.title}: no such column: {', '.join(sorted(unknown))}")
        for number, column in enumerate(columns, start=1):
            _put(_cell(sheet, row, number), values.get(column.kunci))
        sheet.row_dimensions[row].height = _height((values.get(c.kunci), c.kolom.width) for c in columns)
    header = _height((column.title, column.kolom.width - 3) for column in columns)
    sheet.row_dimensions[HEADER_ROW].height = max(header + 6, 30)
    if lembar.kunci in _FILTERED:
        sheet.auto_filter.ref = f"A{HEADER_ROW}:{columns[-1].font}{last_row}"
    sheet.sheet_properties.tabColor = _TAB.get(lembar.kunci.rstrip("12345"), "7030A0")
    return last_row


def write_identitas(sheet: Worksheet, content: Mapping[str, CellContent], bands: str) -> float:
    """Fill the sheet Identitas (a key, its value, how to fill it in) and return its width."""
    unknown = content.keys() - {kunci.kunci for kunci in IDENTITAS_KEYS}
    if unknown:
        raise ValueError(f"{IDENTITAS_TITLE}: no such key: {', '.join(sorted(unknown))}")
    _title(sheet, IDENTITAS_TITLE, "Isi kolom Nilai; baris yang boleh kosong disebut di kolom petunjuk.")
    widths = (28.0, 58.0, 66.0)
    titles = (*(title for title, _ in IDENTITAS_COLUMNS), "Petunjuk pengisian")
    for number, (title, width) in enumerate(zip(titles, widths, strict=True), start=1):
        sheet.column_dimensions[column_letters(number)].width = width
        _header(_cell(sheet, HEADER_ROW, number), title, sample=False)
        if bands:
            band = sheet.cell(HEADER_ROW - 1, number, bands if number == 1 else None)
            band.font, band.fill, band.alignment = _BOLD, _SAMPLE_BAND, _MIDDLE
    for row, kunci in enumerate(IDENTITAS_KEYS, start=FIRST_ROW):
        value = content.get(kunci.kunci)
        for number, text in enumerate((kunci.title, value, kunci.help_text), start=1):
            cell = _cell(sheet, row, number)
            _body(cell)
            _put(cell, text)
        _cell(sheet, row, 1).font = _BOLD
        _cell(sheet, row, 3).font = _HELP
        entry = sheet.cell(row, 2)
        entry.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
        if not isinstance(value, int):
            entry.number_format = DATE_FORMAT if kunci.jenis is ColumnType.DATE else "@"
        sheet.row_dimensions[row].height = _height(((value, widths[1]), (kunci.help_text, widths[2]))) + 4
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
    """Fill the sheet Petunjuk (points under headings, a table whose first line is its header); return its width."""
    widths = (24.0, 30.0, 66.0, 56.0)
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[column_letters(number)].width = width
    sheet.cell(1, 1, title).font = _TITLE
    sheet.row_dimensions[1].height = 26
    row = 3
    for heading, points in sections:
        _heading(sheet, row, heading, len(widths))
        for number, point in enumerate(points, start=1):
            row += 1
            cell = _cell(sheet, row, 1)
            _put(cell, f"{number}.  {point}" if len(points) > 1 else point)
            cell.font, cell.alignment = FONT, Alignment(vertical="top", wrap_text=True, indent=1)
            sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(widths))
            sheet.row_dimensions[row].height = _height(((point, sum(widths) - 8),)) + 3
        row += 2
    _heading(sheet, row, table_title, len(widths))
    for line, texts in enumerate(table):
        row += 1
        for number, text in enumerate(texts, start=1):
            cell = _cell(sheet, row, number)
            if line == 0:
                _header(cell, text, sample=False)
            else:
                _body(cell)
                _put(cell, text)
        sheet.row_dimensions[row].height = _height(zip(texts, widths, strict=True)) + (6 if line == 0 else 0)
    sheet.sheet_properties.tabColor = "7F7F7F"
    return sum(widths)


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell), "written before cells are merged"
    return cell


def _title(sheet: Worksheet, title: str, explanation: str) -> None:
    sheet.cell(1, 1, title.upper()).font = _TITLE
    sheet.cell(2, 1, explanation).font = _HELP
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
        cell.font, cell.alignment = _BOLD, _MIDDLE
        cell.fill = _SAMPLE_BAND if current.sample else _OFFICIAL_BAND
        if current.sample:
            samples.add(column.kunci)
    return frozenset(samples)


def _header(cell: Cell, title: str, sample: bool) -> None:
    cell.value = title or None
    cell.font, cell.fill = (_BOLD, _SAMPLE) if sample else (_WHITE, _OFFICIAL)
    cell.alignment, cell.border = _CENTRE, _GRID


def _heading(sheet: Worksheet, row: int, text: str, columns: int) -> None:
    for number in range(1, columns + 1):
        _cell(sheet, row, number).fill = _OFFICIAL_BAND
    cell = sheet.cell(row, 1, text)
    cell.font, cell.alignment = _BOLD, _MIDDLE
    sheet.row_dimensions[row].height = 19


def _body(cell: Cell, kolom: Kolom | None = None) -> None:
    cell.font, cell.border, cell.alignment = FONT, _GRID, _TOP
    if kolom is None:
        return
    cell.number_format = _FORMAT.get(kolom.jenis, "General")
    if kolom.jenis in _CENTRED or kolom.width <= _NARROW:
        cell.alignment = _TOP_CENTRE
    elif kolom.jenis is ColumnType.RUPIAH:
        cell.alignment = _TOP_RIGHT


def _put(cell: Cell, value: CellContent) -> None:
    """Set the value; a text that begins like a formula stays a text, also when it is edited in Excel."""
    if value is None or value == "":
        return
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
        if value[0] in "=+-@":
            cell.quotePrefix = True


def _height(texts: Iterable[tuple[object, float]]) -> float:
    """Row height for texts wrapped in columns of these widths; office programs do not work it out themselves."""
    lines = max((_lines(text, width) for text, width in texts if isinstance(text, str)), default=1)
    return min(lines * _LINE_HEIGHT + 4, 400)


def _lines(text: str, width: float) -> int:
    """Lines a text takes in Arial; the unit of ``width`` is a digit, as in Excel, a little of it is padding."""
    lines = 0
    for paragraph in text.split("\n"):
        lines += 1
        used = 0.0
        for word in paragraph.split(" "):
            length = sum(_GLYPH.get(char, 1.25 if char.isupper() else 1.0) for char in word)
            if used and used + length > width * 0.93:
                lines, used = lines + 1, 0.0
            used += length + _GLYPH[" "]
    return lines
