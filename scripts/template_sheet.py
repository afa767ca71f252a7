"""Turn columns and headings into an Excel template that is the same to the byte at each build."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pokin_docs.files.core_properties import APP_XML, core_xml
from pokin_docs.files.sheet_styles import STYLES_PART, with_ordered_fonts
from pokin_docs.files.zip_bytes import without_clock

FONT = "Arial"
HEAD = PatternFill("solid", fgColor="1F4E78")
BAND = PatternFill("solid", fgColor="DDEBF7")
_SIDE = Side(style="thin", color="A6A6A6")
GRID = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_PAPERS = {"a4": 9, "a3": 8, "f4": 14}
"""Numbers of paper in Excel; F4 is the folio, 8.5 by 13 inches."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, what a row prints in it, its width in digits, the heading it shares with those beside it.

    ``number_format`` other than text makes numbers of what is printed like one.
    """

    title: str
    content: str
    width: float
    group: str = ""
    number_format: str = "General"
    centred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet: lines above the table, the table, the list that its rows come from, and how it is printed.

    Attributes:
        title: Title of the sheet.
        head: Lines above the table; they may hold placeholders.
        columns: The columns.
        loops: ``b in daftar_jalur``; of a list in a list both, the outer one first.
        band: A yes or no of a row (``b.warna``) that colours it; empty for none.
        foot: Rows below the table: by column number (from 1) what stands there.
        paper: ``a4``, ``a3`` or ``f4``.
        upright: Whether the paper stands upright.
        frozen: How many columns stay when the sheet is moved; the heading always does.
        numbered: Whether a row with the numbers of the columns stands below the titles.
        filtered: Whether the titles have buttons to filter by: not where cells are merged downwards.
        size: Size of the letters in points.
        draw: Writes the cells of a sheet that is no table of columns; all above but title and paper is then its own.
    """

    title: str
    head: Sequence[str] = ()
    columns: Sequence[Column] = ()
    loops: Sequence[str] = ()
    band: str = ""
    foot: Sequence[dict[int, str]] = ()
    paper: str = "a4"
    upright: bool = False
    frozen: int = 0
    numbered: bool = False
    filtered: bool = False
    size: float = 9.0
    draw: Callable[[Worksheet], None] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedBook:
    """An Excel template that is shipped; see ``ShippedTemplate``."""

    stem: str
    title: str
    shipped: str
    sheets: Sequence[Sheet]

    def save(self, folder: Path) -> Path:
        """Write it into a folder; returns its path."""
        book = Workbook()
        # Columns are measured in digits of this font: one that every machine has, or its twin, prints them alike.
        book._fonts[0] = book._named_styles["Normal"].font = Font(name=FONT, size=10)  # type: ignore[attr-defined]
        book.remove(book.worksheets[0])
        for sheet in self.sheets:
            _write(book.create_sheet(sheet.title), sheet)
        buffer = io.BytesIO()
        book.save(buffer)
        path = folder / f"{self.stem}.xlsx"
        own = {"docProps/core.xml": core_xml(self.title, "", None), "docProps/app.xml": APP_XML}
        with zipfile.ZipFile(buffer) as saved:
            own[STYLES_PART] = with_ordered_fonts(saved.read(STYLES_PART))
        path.write_bytes(without_clock(buffer.getvalue(), own))
        return path


def _write(page: Worksheet, sheet: Sheet) -> None:
    if sheet.draw is not None:
        sheet.draw(page)
        _on_paper(page, sheet)
        return
    count = len(sheet.columns)
    for at, line in enumerate(sheet.head, 1):
        cell = page.cell(at, 1, line)
        cell.font = Font(name=FONT, size=12 if at == 1 else 10, bold=True)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        page.merge_cells(start_row=at, start_column=1, end_row=at, end_column=count)
    top = len(sheet.head) + 2 if sheet.head else 1
    last = _titles(page, sheet, top)
    end = _rows(page, sheet, last)
    for row in sheet.foot:
        end += 1
        for at in range(1, count + 1):
            cell = page.cell(end, at, row.get(at))
            cell.font, cell.border = Font(name=FONT, size=sheet.size, bold=True), GRID
            cell.number_format = sheet.columns[at - 1].number_format
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    _print(page, sheet, (top, last, end))


def _rows(page: Worksheet, sheet: Sheet, last: int) -> int:
    """Write the row that is repeated with the loops around it, twice where it has two colours; number of the last."""
    tags = [f"for {loop}" for loop in sheet.loops]
    patterns: list[str | None] = [*tags, *([f"if {sheet.band}", None, "else", None, "endif"] if sheet.band else [None])]
    coloured = bool(sheet.band)
    for pattern in (*patterns, *("endfor" for _ in tags)):
        last += 1
        if pattern is not None:
            page.cell(last, 1, "{%tr " + pattern + " %}")
            continue
        for at, column in enumerate(sheet.columns, 1):
            cell = page.cell(last, at, column.content)
            cell.font, cell.border = Font(name=FONT, size=sheet.size), GRID
            if coloured:
                cell.fill = BAND
            cell.number_format = column.number_format
            beside = "right" if column.number_format not in ("General", "@") else None
            cell.alignment = Alignment("center" if column.centred else beside, "top", wrap_text=True)
        coloured = False
    return last


def _titles(page: Worksheet, sheet: Sheet, top: int) -> int:
    """Write the titles of the columns, below a heading where some share one; number of the last row of them."""
    grouped = any(column.group for column in sheet.columns)
    last = top + grouped
    at = 1
    for group, members in groupby(sheet.columns, key=lambda column: column.group):
        columns = list(members)
        for number, column in enumerate(columns, at):
            page.cell(last if group or not grouped else top, number, column.title)
            page.column_dimensions[get_column_letter(number)].width = column.width
            if grouped and not group:
                page.merge_cells(start_row=top, start_column=number, end_row=last, end_column=number)
        if group:
            page.cell(top, at, group)
            page.merge_cells(start_row=top, start_column=at, end_row=top, end_column=at + len(columns) - 1)
        at += len(columns)
    for row in page.iter_rows(min_row=top, max_row=last, max_col=len(sheet.columns)):
        for cell in row:
            cell.font = Font(name=FONT, size=sheet.size, bold=True, color="FFFFFF")
            cell.fill, cell.border = HEAD, GRID
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    if sheet.numbered:
        last += 1
        for number in range(1, len(sheet.columns) + 1):
            cell = page.cell(last, number, f"({number})")
            cell.font, cell.fill, cell.border = Font(name=FONT, size=sheet.size - 1), BAND, GRID
            cell.alignment = Alignment(horizontal="center")
    return last


def _print(page: Worksheet, sheet: Sheet, rows: tuple[int, int, int]) -> None:
    """How the sheet is moved through, filtered and printed; ``rows`` are first and last title row, and the last row."""
    top, last, end = rows
    right = get_column_letter(len(sheet.columns))
    page.freeze_panes = f"{get_column_letter(sheet.frozen + 1)}{last + 1}"
    if sheet.filtered:
        page.auto_filter.ref = f"A{last}:{right}{end - len(sheet.foot)}"
    page.print_area = f"A1:{right}{end}"
    page.print_title_rows = f"{top}:{last}"
    _on_paper(page, sheet)


def _on_paper(page: Worksheet, sheet: Sheet) -> None:
    """Paper, margins, as many pages as needed but one across, and the page number."""
    setup = page.page_setup
    setup.paperSize, setup.orientation = _PAPERS[sheet.paper], "portrait" if sheet.upright else "landscape"
    setup.fitToWidth, setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = page.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom, margins.header, margins.footer = 0.5, 0.6, 0.3, 0.3
    page.HeaderFooter.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart("&A", size=8), right=_HeaderFooterPart("Halaman &P dari &N", size=8)
    )
    page.sheet_view.zoomScale = 90
    page.print_options.horizontalCentered = True
