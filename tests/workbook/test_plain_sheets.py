"""The quick way in which tests write plain sheets writes what openpyxl does."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.styles import Alignment, Font
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet._writer import WorksheetWriter

from helpers.plain_sheets import formats, plain_rows
from helpers.workbooks import BAKU, workbook


def written(sheet: Any) -> bytes:
    """The rows as openpyxl writes them."""
    sheet._drawing = SpreadsheetDrawing()
    sheet._drawing.charts, sheet._drawing.images = [], []
    file = io.BytesIO()
    writer: Any = WorksheetWriter(sheet, file)
    writer.write()
    data = file.getvalue()
    return data[data.index(b"<sheetData") : data.index(b"<pageMargins")]


def test_texts_and_numbers_are_written_as_openpyxl_writes_them() -> None:
    book = workbook(BAKU)
    sheet = book.create_sheet("lain")
    sheet.append(["a & b <c> \"d\" 'e'", "é – ×", "dua\nbaris", "𝒳", None, "]]>"])
    sheet.append([None, None])
    sheet.append([0, -3, 2.5, 5.0, 0.1 + 0.2, 1e20, 123456789012345678, 1e-7])
    sheet.cell(9, 3).value = "jauh"
    book.create_sheet("kosong")
    for sheet in book.worksheets:
        assert plain_rows(sheet) == written(sheet)


def strike(sheet: Any) -> None:
    sheet["A1"].font = Font(strike=True)


def comment(sheet: Any) -> None:
    sheet["A1"].comment = Comment("catatan", "penulis")


def link(sheet: Any) -> None:
    sheet["A1"].hyperlink = "https://contoh.go.id"


def merge(sheet: Any) -> None:
    sheet.merge_cells("A1:B1")


def hide(sheet: Any) -> None:
    sheet.row_dimensions[1].hidden = True


@pytest.mark.parametrize("change", [strike, comment, link, merge, hide])
def test_what_is_more_than_texts_and_numbers_is_left_to_openpyxl(change: Callable[[Any], None]) -> None:
    sheet = Workbook().worksheets[0]
    sheet.append(["teks", "lain"])
    assert plain_rows(sheet) is not None
    change(sheet)
    assert plain_rows(sheet) is None


@pytest.mark.parametrize("value", [" di tepi", "tak\u00a0putus", "=1+1", True, "#REF!", "\t", "a\rb", float("nan")])
def test_a_value_that_has_a_way_of_its_own_is_left_to_openpyxl(value: object) -> None:
    sheet: Any = Workbook().worksheets[0]
    sheet["A1"] = value
    assert plain_rows(sheet) is None


def number(sheet: Any) -> None:
    sheet["A1"].number_format = "0.0"


def wrap(sheet: Any) -> None:
    sheet["A1"].alignment = Alignment(wrap_text=True)


def other_font(sheet: Any) -> None:
    sheet.parent._fonts = IndexedList([Font(name="Arial")])


def normal_font(sheet: Any) -> None:
    sheet.parent._named_styles[0].font = Font(name="Arial")


def condition(sheet: Any) -> None:
    sheet.parent._differential_styles.add(DifferentialStyle(font=Font(bold=True)))


@pytest.mark.parametrize("change", [strike, number, wrap, other_font, normal_font, condition])
def test_a_format_of_its_own_has_a_style_sheet_of_its_own(change: Callable[[Any], None]) -> None:
    plain, book = Workbook(), Workbook()
    assert formats(book) == formats(plain)
    change(book.worksheets[0])
    assert formats(book) != formats(plain)
