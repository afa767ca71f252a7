"""A cell merged over several columns is read for each of them, or named."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import BAKU, write
from pokin_docs.extract.read import Reading, read
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
