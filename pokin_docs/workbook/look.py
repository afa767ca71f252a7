"""How cells of the official workbook look: fonts, colours, borders, formats, and rows as high as their text."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from datetime import date

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.worksheet import Worksheet

from pokin_docs.files.text_lines import lines_of
from pokin_docs.model.workbook_spec import ColumnType, Kolom

CellContent = str | int | float | date | None
DATE_FORMAT = "[$-421]d mmmm yyyy"
"""With the Indonesian month names, whatever language the computer has."""

FONT = Font(name="Arial", size=10)
BOLD = Font(name="Arial", size=10, bold=True)
WHITE = Font(name="Arial", size=10, bold=True, color="FFFFFF")
TITLE = Font(name="Arial", size=14, bold=True, color="1F4E78")
HELP = Font(name="Arial", size=10, italic=True, color="595959")
_OFFICIAL = PatternFill("solid", fgColor="1F4E78")
OFFICIAL_BAND = PatternFill("solid", fgColor="DDEBF7")
SAMPLE = PatternFill("solid", fgColor="FFE699")
SAMPLE_BAND = PatternFill("solid", fgColor="FFF2CC")
_SIDE = Side(style="thin", color="A6A6A6")
_GRID = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_TOP = Alignment(vertical="top", wrap_text=True)
_TOP_CENTRE = Alignment(horizontal="center", vertical="top", wrap_text=True)
_TOP_RIGHT = Alignment(horizontal="right", vertical="top", indent=1)
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
MIDDLE = Alignment(vertical="center")

FORMATS = {
    ColumnType.RUPIAH: "#,##0",
    ColumnType.DATE: DATE_FORMAT,
    ColumnType.KODE: "@",
    ColumnType.NIP: "@",
    ColumnType.ID: "@",
}
_CENTRED = (ColumnType.VALUE, ColumnType.DATE)
_NARROW = 10
_LINE_HEIGHT = 13.0


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """A cell of a sheet that is not (yet) part of merged ones.

    Args:
        sheet: The sheet.
        row: Its row, 1-based.
        column: Its column, 1-based.
    """
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell), "written before cells are merged"
    return cell


def as_header(cell: Cell, title: str, sample: bool) -> None:
    """Give a cell the title of a column and the look of a header.

    Args:
        cell: The cell.
        title: The title; empty leaves the cell blank.
        sample: It is a column of samples, which looks otherwise.
    """
    cell.value = title or None
    cell.font, cell.fill = (BOLD, SAMPLE) if sample else (WHITE, _OFFICIAL)
    cell.alignment, cell.border = _CENTRE, _GRID


def as_body(cell: Cell, kolom: Kolom | None = None) -> None:
    """Give a cell the look of a table, and the format of its column."""
    cell.font, cell.border, cell.alignment = FONT, _GRID, _TOP
    if kolom is None:
        return
    cell.number_format = FORMATS.get(kolom.jenis, "General")
    if kolom.jenis in _CENTRED or kolom.width <= _NARROW:
        cell.alignment = _TOP_CENTRE
    elif kolom.jenis is ColumnType.RUPIAH:
        cell.alignment = _TOP_RIGHT


class BodyLooks:
    """Looks of the cells of a table that were looked up once: openpyxl would do it for every cell anew."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], StyleArray] = {}

    def give(self, cell: Cell, kolom: Kolom | None = None, fill: PatternFill | None = None) -> None:
        """Give a cell the look of a table (``as_body``), and a fill; its looks are set with ``put`` only afterwards.

        Args:
            cell: The cell.
            kolom: Its column, for the format.
            fill: Its fill, a plain colour.
        """
        key = (kolom.kunci if kolom else "", fill.fgColor.rgb if fill else "")
        known = self._known.get(key)
        if known is None:
            as_body(cell, kolom)
            if fill is not None:
                cell.fill = fill
            self._known[key] = cell._style  # type: ignore[attr-defined]  # no public way
        else:
            cell._style = known  # type: ignore[attr-defined]


def same_look(cell: Cell, model: Cell) -> None:
    """Give a cell the looks of another of its workbook, all at once: openpyxl would look each of them up anew.

    They share them: a cell whose looks change afterwards changes those of all (``put`` takes care of that).
    """
    cell._style = model._style  # type: ignore[attr-defined]  # no public way


def put(cell: Cell, value: CellContent) -> None:
    """Set the value; a text that begins like a formula stays a text, also when it is edited in Excel."""
    if value is None or value == "":
        return
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
        if value[0] in "=+-@":
            cell._style = copy(cell._style)  # type: ignore[attr-defined]  # it may be that of others too
            cell.quotePrefix = True


def row_height(texts: Iterable[tuple[object, float]]) -> float:
    """Row height in pt for texts wrapped in columns of these widths (in digits, as in Excel).

    Office programs do not work it out themselves.
    """
    lines = max((lines_of(text, width) for text, width in texts if isinstance(text, str)), default=1)
    return min(lines * _LINE_HEIGHT + 4, 400)
