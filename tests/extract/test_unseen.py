"""What Excel does not show and is read all the same is named once for all of a kind; what nobody reads is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat

from helpers.workbooks import BAKU, put, write
from pokin_docs.extract.bare_sheet import hidden_columns, printed_lines
from pokin_docs.extract.read import read
from pokin_docs.model.catalogue import message

Change = Callable[[Workbook], object]


def said(folder: Path, *changes: Change) -> list[str]:
    return [f"{entry.tempat}: {message(entry)}" for entry in read(write(folder / "b.xlsx", BAKU, *changes)).temuan]


def column(sheet: str, letters: str, **traits: object) -> Change:
    def change(book: Workbook) -> None:
        for name, value in traits.items():
            setattr(book[sheet].column_dimensions[letters], name, value)

    return change


def look(place: str, number_format: str = "General", font: str = "", fill: str = "") -> Change:
    sheet, _, cell = place.partition("!")

    def change(book: Workbook) -> None:
        book[sheet][cell].number_format = number_format
        if font:
            book[sheet][cell].font = Font(color=font)
        if fill:
            book[sheet][cell].fill = PatternFill("solid", fgColor=fill)

    return change


def test_hidden_columns_that_are_read_are_named_together(tmp_path: Path) -> None:
    changes = (
        column("Tahap 5", "I", hidden=True),
        column("Tahap 5", "L", hidden=True, outlineLevel=1),
        column("Tahap 5", "Z", hidden=True),
    )
    (line,) = said(tmp_path, *changes)
    assert line == ": 2 kolom tersembunyi ikut dibaca (Tahap 5 kolom I, Tahap 5 kolom L)."


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_hidden_sheets_that_are_read_are_named(state: Literal["hidden", "veryHidden"], tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["Program"].sheet_state = state
        book.create_sheet("Bantu").sheet_state = state

    assert said(tmp_path, change) == [": 1 lembar tersembunyi ikut dibaca («Program»)."]


@pytest.mark.parametrize(
    "change",
    [
        look("Tahap 5!L3", ";;;"),
        look("Tahap 5!C3", ";;;"),
        look("Tahap 5!C3", font="FFFFFFFF"),
        look("Tahap 5!C3", font="FF00AA00", fill="FF00AA00"),
        look("Program!C2", '#,##0;-#,##0;"-"', font="00FFFFFF"),
        lambda book: (put("Tahap 5!J3", 0)(book), look("Tahap 5!J3", "0;-0;;@")(book)),
        lambda book: (put("Tahap 5!J3", -3)(book), look("Tahap 5!J3", "0;[Red]")(book)),
    ],
)
def test_a_value_that_looks_blank_is_named(change: Change, tmp_path: Path) -> None:
    lines = [line for line in said(tmp_path, change) if "tampak kosong" in line]
    assert len(lines) == 1, lines
    assert "1 sel tampak kosong di Excel" in lines[0]


@pytest.mark.parametrize(
    "change",
    [
        look("Tahap 5!L3", "0;-0;;@"),
        look("Tahap 5!L3", "#,##0;[Red]-#,##0"),
        look("Program!C2", '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-'),
        look("Tahap 5!C3", font="FFFFFFFF", fill="FF1F4E79"),
        look("Tahap 5!C3", font="FF000000"),
        look("Tahap 5!C3", fill="FFFFFF00"),
        look("Tahap 5!Z3", font="FFFFFFFF"),
        put("Tahap 5!L3", 60),
    ],
)
def test_a_value_that_is_seen_is_not_named(change: Change, tmp_path: Path) -> None:
    assert not [line for line in said(tmp_path, change) if "tampak kosong" in line]


def test_a_column_of_no_width_is_hidden_and_a_narrow_one_is_not() -> None:
    part = b'<cols><col min="2" max="3" width="0"/><col min="5" max="5" width="0.5"/></cols><sheetData/>'
    assert list(hidden_columns(part)) == [2, 3]


def test_a_unit_in_the_head_of_the_printed_pages_is_applied_and_said(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        for row in range(2, 5):
            for number in range(3, 8):
                book["Program"].cell(row, number).value = 1_000_000
        book["Program"].cell(1, 3).value = "Pagu 2026"
        head: Any = book["Program"].oddHeader
        head.left.text, head.right.text = "Dinas Contoh", "&8dalam ribuan rupiah"

    found = read(write(tmp_path / "b.xlsx", BAKU, change))
    assert found.value is not None
    assert found.value.program[0].pagu[2026].number == 1_000_000_000
    (line,) = [message(entry) for entry in found.temuan if entry.kode == "B75"]
    assert "«dalam ribuan rupiah»" in line


def test_a_head_of_the_printed_pages_without_a_unit_is_quiet(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        head: Any = book["Program"].oddHeader
        foot: Any = book["Program"].oddFooter
        head.center.text, foot.center.text = "Dinas Contoh && Mitra", "Halaman &P dari &N"

    assert said(tmp_path, change) == []
    part = b"<headerFooter><oddHeader>&amp;L&amp;8A &amp;&amp; B&amp;RC</oddHeader></headerFooter>"
    assert list(printed_lines(part)) == ["A & B", "C"]


def conditional(code: str | None) -> Change:
    """A condition on some targets, with a number format of its own or with none."""

    def change(book: Workbook) -> None:
        look = DifferentialStyle(numFmt=NumberFormat(170, code) if code else None, font=Font(bold=True))
        rule = Rule(type="cellIs", operator="greaterThan", formula=["30"], dxf=look)
        book["Tahap 5"].conditional_formatting.add("L3:M4 A2", rule)

    return change


def test_numbers_that_a_condition_shows_otherwise_are_named(tmp_path: Path) -> None:
    (told,) = [line for line in said(tmp_path, conditional('0.0,"rb"')) if "bersyarat" in line]
    assert told.startswith("Tahap 5!L3: Format bersyarat dapat mengubah tampilan 4 angka (")
    assert not any("bersyarat" in line for line in said(tmp_path, conditional(None)))
