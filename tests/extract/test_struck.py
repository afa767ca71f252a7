"""What is struck through is not read, and quoted in a finding."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from helpers.workbooks import BAKU, both, put, strike, strike_part, write
from pokin_docs.extract.read import Reading, read
from pokin_docs.extract.struck import mark_struck, part_struck
from pokin_docs.model.catalogue import message

ROW_4 = [f"Tahap 5!{letter}4" for letter in "ABCDEFGHIJKLMNOPQR"]


def said(found: Reading) -> list[str]:
    return [f"{entry.tempat}: {message(entry)}" for entry in found.temuan if entry.kode == "B57"]


def test_a_struck_row_is_no_row_and_is_named_once(tmp_path: Path) -> None:
    found = read(write(tmp_path / "b.xlsx", BAKU, strike(*ROW_4)))
    assert found.value is not None
    assert [row.baris for row in found.value.tahap5] == [2, 3, 5, 6]
    (line,) = said(found)
    assert line.startswith("Tahap 5 baris 4: Baris ini dicoret, jadi tidak dibaca: «Tahap 3 | Meningkatnya mutu")
    assert found.account.named == 16


def test_a_struck_cell_is_blank_and_named(tmp_path: Path) -> None:
    found = read(write(tmp_path / "b.xlsx", BAKU, both(put("Tahap 5!L3", 12345), strike("Tahap 5!L3"))))
    assert found.value is not None
    assert found.value.tahap5[1].target[2026].is_blank
    assert said(found) == ["Tahap 5!L3: Sel ini dicoret, jadi tidak dibaca: «12345»."]


@pytest.mark.parametrize(
    ("parts", "left", "quoted"),
    [
        (("Terpenuhinya standar ", "~metadata ", "data"), "Terpenuhinya standar data", "metadata"),
        (("Terpenuhinya ", "~standar", " data"), "Terpenuhinya data", "standar"),
        (("~Tersusunnya", "Terpenuhinya data"), "Terpenuhinya data", "Tersusunnya"),
        (("Persentase", "~\nJumlah", "\nIndeks"), "Persentase\nIndeks", "Jumlah"),
        (("kata", "~ma", "~ti", "rangka"), "katarangka", "mati"),
    ],
)
def test_the_struck_part_of_a_text_is_not_read(tmp_path: Path, parts: tuple[str, ...], left: str, quoted: str) -> None:
    found = read(write(tmp_path / "b.xlsx", BAKU, strike_part("Tahap 5!B5", *parts)))
    assert found.value is not None
    assert found.value.tahap5[3].kinerja.text == left
    assert said(found) == [f"Tahap 5!B5: Sebagian isi sel ini dicoret, jadi tidak dibaca: «{quoted}»."]


def test_a_text_whose_every_part_is_struck_is_a_struck_cell(tmp_path: Path) -> None:
    found = read(write(tmp_path / "b.xlsx", BAKU, strike_part("Tahap 5!C5", "~Persentase ", "~data", " ")))
    assert said(found) == ["Tahap 5!C5: Sel ini dicoret, jadi tidak dibaca: «Persentase data»."]


def test_only_what_is_struck_is_left_out(tmp_path: Path) -> None:
    def other_fonts(book: Workbook) -> None:
        book["Tahap 5"]["B3"].font = Font(bold=True)
        book["Tahap 5"]["B4"].font = Font(strike=False)
        book["Tahap 5"]["B5"].font = Font(underline="single")

    assert said(read(write(tmp_path / "b.xlsx", BAKU, other_fonts))) == []


def test_a_format_that_says_no_strikes_nothing() -> None:
    for sign in ('val="0"', "val='false'"):
        part = f"<si><r><rPr><strike {sign}/></rPr><t>a</t></r></si>".encode()
        assert mark_struck(part) == part
    marked = mark_struck(b"<si><r><t>a </t></r><r><rPr><strike/></rPr><t>b</t></r></si>").decode()
    assert part_struck(marked.replace("<", " <").split("<t>")[2].split(" <")[0]) == ("", "b")


def test_sheets_that_are_not_read_say_nothing_of_it(tmp_path: Path) -> None:
    text = BAKU + "\n## Rekap\n| Bulan | Hari |\n| Mei | 20 |\n"
    found = read(write(tmp_path / "b.xlsx", text, strike("Rekap!A2")))
    assert said(found) == []
    assert [entry.kode for entry in found.temuan] == ["B55"]
    assert found.account.named == 4
