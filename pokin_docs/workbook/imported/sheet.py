"""The sheet Impor: every column of the sources with what it was read as, to be confirmed in its drop-down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from pokin_docs.model.source import column_letters
from pokin_docs.workbook import behaviour
from pokin_docs.workbook.imported.asked import (
    AGENCY_COLUMN,
    IGNORED,
    AskedColumn,
    AskedLevel,
    AskedTable,
    ImportStory,
    PlannersEdit,
    shown,
)
from pokin_docs.workbook.look import (
    BOLD,
    FONT,
    HELP,
    MIDDLE,
    OFFICIAL_BAND,
    SAMPLE,
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

HEADER_ROW = 5
ROLE_TITLE, TABLE_TITLE, PLACE_TITLE, COLUMN_TITLE = "Dibaca sebagai", "Tabel", "Kolom", "Judul kolom"
TITLES = (TABLE_TITLE, PLACE_TITLE, COLUMN_TITLE, "Contoh 1", "Contoh 2", "Contoh 3", ROLE_TITLE, "Seberapa yakin")
AGENCY_PLACE = "semua"
_WIDTHS = (26.0, 8.0, 34.0, 24.0, 24.0, 24.0, 30.0, 18.0)
_ROLE = TITLES.index(ROLE_TITLE) + 1
_GREY = Font(name="Arial", size=10, color="7F7F7F")
_RED = Font(name="Arial", size=10, bold=True, color="C00000")
_GREEN = PatternFill("solid", fgColor="E2EFDA")
_FLAT = Alignment(vertical="top")
_LONGEST_EXAMPLE = 80


def write_import_sheet(sheet: Worksheet, story: ImportStory, ranges: Mapping[tuple[str, ...], str]) -> None:
    """Fill the first sheet of the result.

    Args:
        sheet: The empty sheet.
        story: What is told and asked.
        ranges: Where the choices of a drop-down stand, as a formula names it.
    """
    for number, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[column_letters(number)].width = width
    _head(sheet, story)
    row = HEADER_ROW
    for number, title in enumerate(TITLES, start=1):
        as_header(cell_at(sheet, row, number), title, sample=number == _ROLE)
    sheet.row_dimensions[row].height = 30
    cells: dict[tuple[str, ...], list[int]] = {}
    for table in story.tables:
        row += 1
        _band(sheet, row, table)
        for line in table.lines:
            row += 1
            _column_line(sheet, row, table, line)
            cells.setdefault(line.choices, []).append(row)
    for choices, rows in cells.items():
        _drop_down(sheet, ranges[choices], rows)
    row = _list(sheet, row, "SEL YANG TIDAK MENDAPAT TEMPAT", (TABLE_TITLE, "Sel", "Isi"),
                ((cell.table, cell.place, cell.text) for cell in story.unplaced))  # fmt: skip
    row = _list(sheet, row, "YANG PERLU DIKETAHUI TENTANG TABELNYA", (TABLE_TITLE, "Sel", "Catatan"),
                ((cell.table, cell.place, cell.text) for cell in story.said))  # fmt: skip
    row = _list(sheet, row, "YANG ANDA KETIK DI BUKU INI: TETAP DIPAKAI", _EDIT_TITLES, _edit_lines(story.edits))
    lost = _edit_lines(story.lost_edits)
    _list(
        sheet,
        row,
        "KETIKAN PADA BARIS YANG TIDAK ADA LAGI: DIPAKAI BILA BARISNYA KEMBALI",
        _EDIT_TITLES,
        lost,
    )
    sheet.sheet_properties.tabColor = "C00000"
    behaviour.set_up_page(sheet, sum(_WIDTHS))
    behaviour.freeze_titles(sheet, f"A{HEADER_ROW + 1}", HEADER_ROW, None)


_EDIT_TITLES = ("Lembar", "Sel", "Kolom", "Yang ditulis impor", "", "", "Yang Anda ketik")


def _head(sheet: Worksheet, story: ImportStory) -> None:
    lines = (
        "PERIKSA CARA TABEL INI DIBACA",
        "Lihat kolom kuning «Dibaca sebagai», terutama yang merah. Bila keliru: pilih yang benar dari daftar di sel "
        f"itu, simpan, tutup, lalu jalankan lagi perintah yang sama (impor {', '.join(story.sources)}).",
        story.summary,
        " ".join(story.remarks),
    )
    for row, line in enumerate(lines, start=1):
        sheet.cell(row, 1, line or None).font = (TITLE, HELP, BOLD, _RED)[row - 1]
        sheet.row_dimensions[row].height = 26 if row == 1 else 17


def _band(sheet: Worksheet, row: int, table: AskedTable) -> None:
    for number in range(1, len(TITLES) + 1):
        cell_at(sheet, row, number).fill = OFFICIAL_BAND
    cell = cell_at(sheet, row, 1)
    put(cell, " — ".join((table.name, *(caption.replace("\n", " ") for caption in table.captions))))
    cell.font, cell.alignment = BOLD, MIDDLE
    sheet.row_dimensions[row].height = 19


def _column_line(sheet: Worksheet, row: int, table: AskedTable, column: AskedColumn | AskedLevel) -> None:
    examples = [_short(text) for text in (*column.examples[:3], "", "", "")[:3]]
    place = AGENCY_PLACE if column.number == AGENCY_COLUMN else column.place
    texts = (table.name, place, _short(column.title), *examples, column.role, column.sure)
    for number, text in enumerate(texts, start=1):
        cell = cell_at(sheet, row, number)
        as_body(cell)
        put(cell, text)
    role, sure = cell_at(sheet, row, _ROLE), cell_at(sheet, row, _ROLE + 1)
    role.fill = SAMPLE if column.unsure else SAMPLE_BAND
    role.font = _GREY if column.role == IGNORED else BOLD
    sure.fill = SAMPLE if column.unsure else SAMPLE_BAND if column.sure == "mungkin" else _GREEN
    sure.font = _RED if column.unsure else FONT
    sheet.row_dimensions[row].height = row_height(zip(texts, _WIDTHS, strict=True))


def _drop_down(sheet: Worksheet, choices: str, rows: Sequence[int]) -> None:
    """One drop-down for all these rows; something else is refused, as the program would not know it."""
    rule = DataValidation(type="list", formula1=choices, allow_blank=False, showErrorMessage=True, errorStyle="stop")
    rule.errorTitle, rule.error = "Isian di luar daftar", "Pilih salah satu dari daftar di sel ini."
    letters = column_letters(_ROLE)
    for row in rows:
        rule.add(f"{letters}{row}")
    sheet.add_data_validation(rule)


def _list(
    sheet: Worksheet, row: int, title: str, titles: Sequence[str], lines: Iterator[tuple[CellContent, ...]]
) -> int:
    """Last row of a list below what stands there already; nothing is written where it has no lines."""
    kept = list(lines)
    if not kept:
        return row
    row += 2
    for number in range(1, len(TITLES) + 1):
        cell_at(sheet, row, number).fill = OFFICIAL_BAND
    cell = cell_at(sheet, row, 1)
    put(cell, f"{title} ({len(kept)})")
    cell.font, cell.alignment = BOLD, MIDDLE
    row += 1
    for number, text in enumerate(titles, start=1):
        as_header(cell_at(sheet, row, number), text, sample=False)
    model = cell_at(sheet, row + 1, 1)
    model.font, model.alignment = FONT, _FLAT
    for texts in kept:
        row += 1
        for number, content in enumerate(texts, start=1):
            if content not in (None, ""):
                cell = cell_at(sheet, row, number)
                same_look(cell, model)
                put(cell, content)
    return row


def _edit_lines(edits: Iterable[PlannersEdit]) -> Iterator[tuple[CellContent, ...]]:
    for edit in edits:
        place = edit.place or "–"
        yield edit.sheet, place, edit.column or edit.kind.value, shown(edit.written), None, None, shown(edit.typed)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_EXAMPLE else f"{text[: _LONGEST_EXAMPLE - 1].rstrip()}…"
