"""Units of money: applied once and said, or refused at the cell; never a thousandth of the money on a signed paper."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, both, insert_row, put, rename, sheet_of, write
from pokin_docs.extract.choices import Choices
from pokin_docs.extract.read import read, read_sheets, understand
from pokin_docs.model.money_units import powers_in_note, powers_in_title
from pokin_docs.model.typed_values import read_amount, read_share

Change = Callable[[Workbook], object]
FULL = Decimal(1_250_000_000)


def amounts(title: str, *values: object) -> Change:
    return both(*(put(f"Program!C{row}", value) for row, value in enumerate((title, *values), start=1)))


def formats(place: str, value: Any, number_format: str) -> Change:
    def change(book: Workbook) -> None:
        book["Program"][place] = value
        book["Program"][place].number_format = number_format

    return change


def look(folder: Path, *changes: Any) -> tuple[list[Decimal | None], list[tuple[str, str]]]:
    """The amounts of 2026 from top to bottom, and what is said of the sheet Program."""
    outcome = read(write(folder / "b.xlsx", BAKU, *changes))
    assert outcome.value is not None
    said = [(entry.kode, entry.tempat.address or "") for entry in outcome.temuan if entry.tempat.lembar == "Program"]
    return [row.pagu[2026].number for row in outcome.value.program], said


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("Pagu 2026 (dalam ribuan rupiah)", 1_250_000), ("Pagu 2026 dalam ribuan rupiah", 1_250_000),
        ("Pagu 2026 (Rp. 000)", 1_250_000), ("Pagu 2026 (000)", 1_250_000), ("Pagu 2026 (x Rp1.000)", 1_250_000),
        ("Pagu 2026 (Rp.1.000,-)", "1.250.000"), ("Pagu 2026\n(Rp ribu)", 1_250_000), ("Pagu 2026 (dlm ribu Rp)", 1_250_000),
        ("Pagu 2026 Rp juta", 1_250), ("Pagu (Rp juta) 2026", "1.250"), ("Anggaran 2026 (dalam jutaan)", 1_250),
        ("Pagu Indikatif 2026 (Juta Rp)", "1.250,00"), ("Pagu 2026 (Rp 000.000)", 1_250), ("Pagu 2026 (jt)", 1_250),
        ("Pagu 2026 (miliar rupiah)", 1.25), ("Pagu Tahun 2026 (Rp. Milyar)", "1,25"), ("Pagu 2026 (Rp triliun)", 0.00125),
    ],
)  # fmt: skip
def test_a_unit_in_the_title_is_applied_and_said_once(tmp_path: Path, title: str, typed: object) -> None:
    assert look(tmp_path, amounts(title, typed, typed, typed)) == ([FULL] * 3, [("B75", "C1")])


@pytest.mark.parametrize("title", ["Pagu 2026 (Rp)", "Pagu 2026 (dalam rupiah)", "Pagu 2026 Rp", "Pagu 2026 (IDR)"])
def test_rupiah_in_the_title_is_no_unit_and_nothing_is_asked(tmp_path: Path, title: str) -> None:
    assert look(tmp_path, amounts(title, 1_250, 1_250, 1_250)) == ([Decimal(1_250)] * 3, [])


@pytest.mark.parametrize(
    ("note", "typed"),
    [("(dalam ribuan rupiah)", 1_250_000), ("RENCANA PENDANAAN (Dalam Jutaan Rupiah)", 1_250), ("Satuan: Rp juta", 1_250),
     ("x Rp1.000", 1_250_000), ("Rp. 000", 1_250_000)],
)  # fmt: skip
def test_a_line_above_or_below_speaks_for_the_columns_that_say_nothing(
    tmp_path: Path, note: str, typed: object
) -> None:
    plain = amounts("Pagu 2026", typed, typed, typed)
    above = both(plain, insert_row("Program", 1, f"| {note} |"))
    assert look(tmp_path, above) == ([FULL] * 3, [("B75", "A1")])
    aside = both(plain, insert_row("Program", 1, f"| Program | | | | | | | {note} |"))
    assert look(tmp_path, aside) == ([FULL] * 3, [("B75", "H1")])
    assert look(tmp_path, plain, put("Program!K7", note))[0] == [FULL] * 3


@pytest.mark.parametrize(
    "text", ["Anggaran Rp5 juta per desa", "Membangun 1000 jamban", "dalam 3 juta langkah", "Program Prioritas", ""]
)
def test_a_line_that_only_mentions_an_amount_is_no_unit(text: str) -> None:
    assert powers_in_note(text) == frozenset()
    assert not powers_in_title("Pagu 2026")


def test_a_title_merged_over_several_years_speaks_for_them_all(tmp_path: Path) -> None:
    def over(book: Workbook) -> None:
        book["Program"].insert_rows(1)
        book["Program"]["C1"] = "Pagu (dalam jutaan)"
        book["Program"].merge_cells("C1:G1")
        for column, year in zip("CDEFG", range(2026, 2031), strict=True):
            book["Program"][f"{column}2"] = str(year)
            for row in (3, 4, 5):
                book["Program"][f"{column}{row}"] = 1_250

    outcome = read(write(tmp_path / "b.xlsx", BAKU, over))
    assert outcome.value is not None
    assert {cell.number for row in outcome.value.program for cell in row.pagu.values()} == {FULL}
    assert [(entry.kode, str(entry.tempat)) for entry in outcome.temuan] == [("B75", "Program!C1")]


def test_the_name_of_the_sheet_speaks_too(tmp_path: Path) -> None:
    sheet = both(amounts("Pagu 2026", 1_250, 1_250, 1_250), rename("Program", "Program"))
    assert look(tmp_path, sheet)[1] == [("B78", "C1")]


@pytest.mark.parametrize(
    ("text", "amount"),
    [("1,25 miliar", FULL), ("1.25 Milyar", FULL), ("Rp 1.250 juta", FULL), ("Rp. 1.250 jt", FULL), ("1.250.000 ribu", FULL),
     ("0,00125 triliun rupiah", FULL), ("1.250.000 rb", FULL)],
)  # fmt: skip
def test_a_unit_in_the_cell_is_applied_and_said(tmp_path: Path, text: str, amount: Decimal) -> None:
    assert look(tmp_path, put("Program!C2", text)) == (
        [amount, Decimal(1_000_000), Decimal(1_000_000)],
        [("B76", "C2")],
    )


@pytest.mark.parametrize(
    "text", ["1,25 M", "2 T", "sekitar 5 juta", "satu juta", "5-6 juta", "juta", "50%", "620.150,000", "1,250.000"]
)
def test_an_amount_that_is_not_sure_is_not_used(tmp_path: Path, text: str) -> None:
    assert read_amount(text) is None
    assert look(tmp_path, put("Program!C2", text))[1] == [("B21", "C2")]


@pytest.mark.parametrize(
    ("value", "number_format", "said"),
    [
        (1_250_000_000, "#,##0,", "B82"), (1_250_000_000, '#,##0.00,,', "B82"), (1_250, '#,##0" juta"', "B76"),
        (1_250_000_000, '#,##0,," juta"', "B76"), (1.25, '0.00" miliar"', "B76"), (1_250_000_000, '#,##0', None),
        (1_250_000_000, '_-"Rp"* #,##0_-;-"Rp"* #,##0_-', None), (1_250_000_000, "General", None), (1_250_000_000, "0.00E+00", None),
        (1_250_000_000, '_-[$Rp-421]* #,##0.00_-', None),
    ],
)  # fmt: skip
def test_a_cell_is_worth_what_it_holds_however_its_format_shows_it(
    tmp_path: Path, value: float, number_format: str, said: str | None
) -> None:
    found, told = look(tmp_path, formats("C2", value, number_format))
    assert found[0] == FULL
    assert told == ([(said, "C2")] if said else [])


def test_a_format_in_thousands_under_a_title_in_thousands_is_not_multiplied(tmp_path: Path) -> None:
    """Excel holds the whole amount; the title describes what the format shows."""
    title = put("Program!C1", "Pagu 2026 (ribuan)")
    cells = [formats(f"C{row}", 1_250_000_000, "#,##0,") for row in (2, 3, 4)]
    assert look(tmp_path, title, *cells)[0] == [FULL] * 3


@pytest.mark.parametrize(
    ("title", "values", "refused"),
    [
        ("Pagu 2026 (Rp juta)", (1_250, "1,25 miliar", 1_250), ["C3"]),  # says another unit
        ("Pagu 2026 (Rp ribu)", (1_250_000_000, 1_250_000, 1_250_000), ["C2"]),  # a total typed in full
        ("Pagu 2026 (Rp ribu)", (1_250_000, 1_250_000, 1_250_000_000), ["C4"]),  # a part typed in full
        ("Pagu 2026 (Rp miliar)", (1_250_000, 1_250_000, 1_250_000), ["C2", "C3", "C4"]),  # beyond any budget
        ("Pagu 2026 (ribuan) (Rp juta)", (1_250, 1_250, 1_250), ["C2", "C3", "C4"]),  # two units
    ],
)
def test_a_cell_that_contradicts_its_unit_is_refused(
    tmp_path: Path, title: str, values: tuple[object, ...], refused: list[str]
) -> None:
    found, said = look(tmp_path, amounts(title, *values))
    assert [place for kode, place in said if kode == "B77"] == refused
    assert [number is None for number in found] == [f"C{row}" in refused for row in (2, 3, 4)]


def test_a_cell_with_the_unit_of_its_column_says_it_twice(tmp_path: Path) -> None:
    found, said = look(tmp_path, amounts("Pagu 2026 (juta)", 1_250, "1.250 juta", 1_250))
    assert found == [FULL] * 3
    assert said == [("B75", "C1"), ("B76", "C3")]


def test_an_amount_typed_in_full_beside_years_in_thousands_is_refused(tmp_path: Path) -> None:
    years = [
        put(f"Program!{column}1", f"Pagu {year} (Rp ribu)")
        for column, year in zip("CDEFG", range(2026, 2031), strict=True)
    ]
    cells = [put(f"Program!{column}{row}", 1_250_000) for column in "CDEFG" for row in (2, 3, 4)]
    said = look(tmp_path, *years, *cells, *(put(f"Program!E{row}", 1_250_000_000) for row in (2, 3, 4)))[1]
    assert said == [("B77", "E2"), ("B77", "E3"), ("B77", "E4"), ("B75", "C1")]


@pytest.mark.parametrize(("largest", "asked"), [(49_999_999, True), (50_000_000, False)])
def test_programs_that_are_all_too_small_are_asked_about(tmp_path: Path, largest: int, asked: bool) -> None:
    said = look(tmp_path, amounts("Pagu 2026", largest, 1, 1))[1]
    assert said == ([("B78", "C1")] if asked else [])


def test_nothing_is_asked_where_no_program_has_money(tmp_path: Path) -> None:
    assert look(tmp_path, amounts("Pagu 2026", 0, 0, 0))[1] == []
    assert look(tmp_path, amounts("Pagu 2026", None, None, None))[1] == []


def share_of(folder: Path, *changes: Any) -> tuple[str, list[tuple[str, str]]]:
    """What Bagian holds in the last row of the main table, and what is said of units on its sheet."""
    outcome = read(write(folder / "b.xlsx", BAKU, *changes))
    assert outcome.value is not None
    units = {"B75", "B76", "B77", "B82"}
    said = [(one.kode, one.tempat.address or "") for one in outcome.temuan
            if one.kode in units and one.tempat.lembar == "Tahap 5"]  # fmt: skip
    return outcome.value.tahap5[-1].bagian.text, said


@pytest.mark.parametrize(
    ("title", "typed", "full", "said"),
    [
        ("Bagian", "1,5 miliar; 250 juta", "1,5 miliar; 250 juta", ["B76", "B76"]),
        ("Bagian (Rp juta)", "60; 40", "Rp60.000.000; Rp40.000.000", ["B75"]),
        ("Bagian (Rp juta)", "60%; 40%", "60%; 40%", []),
        ("Bagian", "60; 40", "60; 40", []),
        ("Bagian (juta)", "1.250; 800", "Rp1.250.000.000; Rp800.000.000", ["B75"]),
        ("Bagian (juta)", 1250.4, "Rp1.250.400.000", ["B75"]),
        ("Bagian (ribu/juta)", "1.250; 800", "", ["B77"]),
        ("Bagian (juta)", 1_500_000_000, "", ["B77"]),
        ("Bagian (juta)", "250 ribu; 40", "", ["B77"]),
        ("Bagian (ribu)", "Rp 250.000; 800 ribu", "Rp250.000.000; Rp800.000", ["B75"]),
        ("Bagian (%)", "60; 40", "60; 40", []),
    ],
)  # fmt: skip
def test_shares_of_the_money_have_units_too(
    tmp_path: Path, title: str, typed: object, full: str, said: list[str]
) -> None:
    text, found = share_of(tmp_path, put("Tahap 5!S1", title), put("Tahap 5!S6", typed))
    assert (text, sorted(code for code, _ in found)) == (full, sorted(said))


def test_the_cell_that_is_a_number_is_its_digits_not_what_its_format_rounds(tmp_path: Path) -> None:
    def rounded(book: Workbook) -> None:
        book["Tahap 5"]["S6"] = 1250.4
        book["Tahap 5"]["S6"].number_format = "#,##0"

    assert share_of(tmp_path, put("Tahap 5!S1", "Bagian (juta)"), rounded)[0] == "Rp1.250.400.000"


@pytest.mark.parametrize(
    ("note", "typed", "full"),
    [
        ("(dalam ribuan rupiah)", "250.000; 800", "Rp250.000.000; Rp800.000"),
        ("Satuan: Rp juta", "250; 800", "Rp250.000.000; Rp800.000.000"),
        ("(dalam ribuan rupiah)", "60; 40", "60; 40"),
        ("(dalam ribuan rupiah)", "60%; 40%", "60%; 40%"),
    ],
)
def test_a_line_beside_the_table_speaks_for_shares_too(tmp_path: Path, note: str, typed: str, full: str) -> None:
    plain = both(put("Tahap 5!S1", "Bagian"), put("Tahap 5!S6", typed))
    assert share_of(tmp_path, plain, insert_row("Tahap 5", 1, f"| {note} |"))[0] == full
    aside = f"| Tahap 5 {'| ' * 20}| {note} |"
    assert share_of(tmp_path, plain, insert_row("Tahap 5", 1, aside))[0] == full


def test_a_share_in_words_is_rupiah() -> None:
    assert read_share("250 juta") == (Decimal(250_000_000), False)
    assert read_share("40%") == (Decimal(40), True)


def test_the_unit_of_another_column_is_not_that_of_the_money(tmp_path: Path) -> None:
    assert look(tmp_path, put("Program!I1", "Target (ribu)"), put("Program!I2", 5))[0] == [Decimal(1_000_000)] * 3
    assert look(tmp_path, put("Program!I1", "dalam ribuan rupiah")) == ([Decimal(10) ** 9] * 3, [("B75", "I1")])


def test_shares_that_a_planner_names_in_another_table_have_units_too(tmp_path: Path) -> None:
    rows: list[list[str | None]] = [["(dalam ribuan rupiah)"], ["Jenis Komponen", "Uraian", "Tolok Ukur", "Target 2026", "Kode", "Pemilik", "Jatah"],
            ["Sasaran", "Meningkatnya akses data", "Indeks akses data", "80", None, "Kepala Dinas", None],
            ["Program", "Meningkatnya mutu layanan data", "Indeks layanan data", "81", "2.16.02", "Kabid A; Kabid B",
             "250.000; 100.000"]]  # fmt: skip
    sheet_of(rows, "Cascading").save(tmp_path / "b.xlsx")
    grids = read_sheets(tmp_path / "b.xlsx").value
    assert grids is not None
    found = understand(grids, "b.xlsx", choices=Choices({("Cascading", 7): "Bagian"})).value
    assert found is not None
    assert found.tahap5[-1].bagian.text == "Rp250.000.000; Rp100.000.000"
