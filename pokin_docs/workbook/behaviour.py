"""How a sheet of the workbook behaves: drop-downs, help on the headers, frozen panes, print setup."""

from __future__ import annotations

import math
from collections.abc import Sequence

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

_TEXT_LIMIT = 255
_TITLE_LIMIT = 32
_WIDE = 200
_PAGE_WIDTH = 330
_A3, _A4 = 8, 9


def add_help(sheet: Worksheet, cell: str, title: str, text: str) -> None:
    """Show the help when the cell is selected.

    An input prompt, not a note: a note brings a drawing into the sheet, which the correction workbook, whose
    notes are its own, could then not patch.

    Args:
        sheet: The sheet.
        cell: Address of the cell, such as ``B5``.
        title: Title of the prompt, cut at 32 characters.
        text: The help, cut at 255 characters.
    """
    prompt = DataValidation(showInputMessage=True, promptTitle=title[:_TITLE_LIMIT], prompt=text[:_TEXT_LIMIT])
    prompt.add(cell)
    sheet.add_data_validation(prompt)


def add_choices(sheet: Worksheet, cells: str, choices: Sequence[str]) -> None:
    """Offer a closed list; something else only raises a question, as offices have labels of their own.

    Args:
        sheet: The sheet.
        cells: The range, such as ``B6:B200``.
        choices: The choices in order.

    Raises:
        ValueError: The list does not fit into a drop-down (255 characters, no commas).
    """
    formula = '"{}"'.format(",".join(choices))
    if len(formula) > _TEXT_LIMIT or any("," in choice for choice in choices):
        raise ValueError(f"{sheet.title}: these choices do not fit a drop-down: {formula}")
    rule = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=True, errorStyle="warning")
    rule.errorTitle = "Isian di luar daftar"
    rule.error = "Isian ini tidak ada di daftar pilihan. Pakai saja bila memang begitu sebutan di perangkat daerah."
    rule.add(cells)
    sheet.add_data_validation(rule)


def add_lookup(sheet: Worksheet, cells: str, source: str) -> None:
    """Offer what stands in another column; nothing is refused, as several IDs may share a cell (``A;B``).

    Args:
        sheet: The sheet.
        cells: The range that is filled in, such as ``B6:B200``.
        source: The range of the choices as a formula names it, with its sheet.
    """
    rule = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=False)
    rule.add(cells)
    sheet.add_data_validation(rule)


def set_up_page(sheet: Worksheet, width: float) -> None:
    """Landscape, as few pages wide as keeps the print legible, sheet name and page number below.

    ``width`` is that of all columns together, in digits, as in Excel.
    """
    page = sheet.page_setup
    page.orientation = "landscape"
    page.paperSize = _A3 if width > _WIDE else _A4
    page.fitToWidth = math.ceil(width / _PAGE_WIDTH)
    page.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top, sheet.page_margins.bottom = 0.5, 0.6
    footer = sheet.oddFooter
    if footer is not None:
        for part, text in ((footer.left, "&A"), (footer.right, "Halaman &P dari &N")):
            part.text, part.font, part.size = text, "Arial,Regular", 8
    sheet.sheet_view.showGridLines = False


def freeze_titles(sheet: Worksheet, corner: str, header_row: int, key_columns: str | None) -> None:
    """Keep the header, and the columns left of a cell, in sight on the screen and on every printed page.

    Args:
        sheet: The sheet.
        corner: Address of the first cell that scrolls, such as ``C6``.
        header_row: Number of the row of titles, 1-based.
        key_columns: Columns printed on every page, such as ``A:B``; None for none.
    """
    sheet.freeze_panes = corner
    sheet.print_title_rows = f"{header_row}:{header_row}"
    if key_columns:
        sheet.print_title_cols = key_columns
