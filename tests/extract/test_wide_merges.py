"""A cell merged over several columns is read for each of them, or named."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import BAKU, workbook, write
from pokin_docs.extract.choices import NO_CHOICES
from pokin_docs.extract.foreign.foreign_book import read_foreign
from pokin_docs.extract.read import Reading, read, read_sheets
from pokin_docs.model.catalogue import message


def look(folder: Path, sheet: str, area: str) -> Reading:
    return read(write(folder / "b.xlsx", BAKU, lambda book: book[sheet].merge_cells(area)))


def said(found: Reading) -> list[str]:
    return [f"{entry.kode} {message(entry)}" for entry in found.temuan]


def test_one_target_over_several_years_is_that_of_each(tmp_path: Path) -> None:
    found = look(tmp_path, "Tahap 5", "L3:N3")
    assert found.value is not None
    assert [found.value.tahap5[1].target[year].text for year in range(2025, 2031)] == [
        "55",
        "60",
        "60",
        "60",
        "75",
        "80",
    ]
    assert said(found) == ["B59 «60» di sel gabungan L3:N3 dibaca untuk Target 2026, Target 2027, Target 2028."]


def test_one_target_over_years_and_rows_is_that_of_each(tmp_path: Path) -> None:
    found = look(tmp_path, "Tahap 5", "L3:M4")
    assert found.value is not None
    assert [row.target[2027].text for row in found.value.tahap5[1:3]] == ["60", "60"]
    assert [entry.kode for entry in found.temuan] == ["B59"]


@pytest.mark.parametrize(
    ("sheet", "area", "line"),
    [
        ("Program", "C2:E2", "B60 Sel gabungan C2:E2 menutupi kolom Pagu 2026, Pagu 2027, Pagu 2028; «1000000» hanya"),
        (
            "Tahap 5",
            "B3:C3",
            "B60 Sel gabungan B3:C3 menutupi kolom Kinerja, Indikator Kinerja; «Meningkatnya akses data»",
        ),
        ("Tahap 5", "I3:J3", "B60 Sel gabungan I3:J3 menutupi kolom Satuan, Kondisi Awal; «%» hanya"),
    ],
)
def test_what_is_not_the_value_of_both_columns_is_named(tmp_path: Path, sheet: str, area: str, line: str) -> None:
    assert any(text.startswith(line) for text in said(look(tmp_path, sheet, area)))


def test_a_merge_of_rows_alone_and_of_titles_says_nothing(tmp_path: Path) -> None:
    assert said(look(tmp_path, "Tahap 5", "A4:A6")) == []


LEVELS = """## Pohon
| Tujuan | Sasaran | Sasaran Program | Sasaran Kegiatan | Indikator | Target 2026 | Target 2027 |
| Terwujudnya arsip tertib | | | | Indeks arsip | 70 | 71 |
| | Meningkatnya mutu arsip | | | Nilai arsip | 80 | |
"""
PROGRAM_BELOW = "| | | Tertatanya arsip dinas | | Persentase arsip | 90 | 91 |\n"
KEGIATAN_BELOW = "| | | | Tersusunnya daftar arsip | Jumlah daftar | 5 | 6 |\n"


def across(folder: Path, text: str, *areas: str) -> list[str]:
    book = workbook(text)
    for area in areas:
        book.worksheets[0].merge_cells(area)
    book.save(folder / "b.xlsx")
    return [line for line in said(read(folder / "b.xlsx")) if line.startswith(("B59", "B60"))]


@pytest.mark.parametrize(
    ("rows", "areas"),
    [
        (LEVELS + KEGIATAN_BELOW, ("B3:C3",)),
        (LEVELS, ("B3:D3",)),  # nothing below it
        (LEVELS.replace("arsip | | | Nilai", "arsip | | Tersusunnya daftar arsip | Nilai"), ("B3:C3",)),
        (LEVELS + KEGIATAN_BELOW + PROGRAM_BELOW, ("B3:C3",)),
    ],
)
def test_a_sentence_over_two_levels_is_named(tmp_path: Path, rows: str, areas: tuple[str, ...]) -> None:
    found = across(tmp_path, rows, *areas)
    assert len(found) == 1
    assert "kolom Sasaran, Sasaran Program" in found[0]
    assert "hanya dibaca pada kolom Sasaran." in found[0]


@pytest.mark.parametrize(
    "areas", [("B3:C3",), ("A2:D2", "B3:D3"), ("A2:D2", "B3:D3", "C4:D4")]
)  # the last with nothing below it
def test_a_staircase_whose_steps_have_room_says_nothing(tmp_path: Path, areas: tuple[str, ...]) -> None:
    assert across(tmp_path, LEVELS + PROGRAM_BELOW, *areas) == []


def test_what_is_known_by_content_says_the_same(tmp_path: Path) -> None:
    across(tmp_path, LEVELS + KEGIATAN_BELOW, "B3:C3", "F3:G3")
    grids = read_sheets(tmp_path / "b.xlsx").value
    assert grids is not None
    found = read_foreign(grids, "b.xlsx", NO_CHOICES)
    assert [row.target[2027].text for row in found.kinerja] == ["71", "80", "6"]
    lines = [message(entry) for entry in found.temuan if entry.kode in ("B59", "B60")]
    assert any("kolom Kinerja: Sasaran," in line for line in lines)
    assert "«80» di sel gabungan F3:G3 dibaca untuk Target 2026, Target 2027." in lines


def test_a_sentence_over_its_indicator_is_named(tmp_path: Path) -> None:
    found = across(tmp_path, LEVELS + KEGIATAN_BELOW.replace("Jumlah daftar", ""), "D4:E4")
    assert any("menutupi kolom Sasaran Kegiatan, Indikator Kinerja" in line for line in found)
