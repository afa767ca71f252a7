"""Two columns of one year: the planner is asked which counts, or Identitas says it; never one of them in silence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, add_row, both, put, write
from pokin_docs.extract.read import read
from pokin_docs.model.budget_versions import BudgetVersion, read_version

Change = Callable[[Workbook], object]
MURNI, PERUBAHAN = "60", "66"


def second(title: str, cell: str = "Tahap 5!S1", value: object = 66) -> Change:
    """A second column of targets behind the table."""
    sheet, _, place = cell.partition("!")
    return both(put(cell, title), put(f"{sheet}!{place[:-1]}3", value))


def target_2026(folder: Path, *changes: Any) -> tuple[str, list[str]]:
    """The target of 2026 in row 3, and the codes of what is said of columns."""
    outcome = read(write(folder / "b.xlsx", BAKU, *changes))
    assert outcome.value is not None, outcome.temuan
    said = [f"{entry.kode} {entry.tempat.address}" for entry in outcome.temuan]
    return outcome.value.tahap5[1].target[2026].text, said


def apbd(value: str) -> Change:
    return add_row("Identitas", f"| APBD | {value} |")


@pytest.mark.parametrize(
    "title",
    [
        "Target 2026 Perubahan", "Target Perubahan 2026", "Target 2026 (P)", "Target P 2026", "Target 2026-P", "Target APBD-P 2026",
        "Target 2026 APBD Perubahan", "Target 2026 Setelah Pergeseran", "Target Sesudah Perubahan Tahun 2026", "Target 2026 APBDP",
        "Target P-APBD 2026", "Perubahan Target 2026", "Target 2026\n(Setelah Perubahan)", "Target 2026 Pergeseran II",
        "Target DPPA 2026", "Target 2026 (Revisi)", "TARGET TAHUN 2026 PERUBAHAN APBD",
    ],
)  # fmt: skip
def test_the_planner_is_asked_which_of_two_columns_counts(tmp_path: Path, title: str) -> None:
    assert target_2026(tmp_path, second(title)) == (MURNI, ["B79 S1"])
    assert target_2026(tmp_path, second(title), apbd("perubahan")) == (PERUBAHAN, ["B80 L1"])
    assert target_2026(tmp_path, second(title), apbd("murni")) == (MURNI, ["B80 S1"])


@pytest.mark.parametrize(
    "title", ["Target 2026 Murni", "Target 2026 Sebelum Perubahan", "Target APBD Murni 2026", "Target APBD Induk 2026"]
)
def test_the_one_before_the_change_may_have_the_word(tmp_path: Path, title: str) -> None:
    changed = both(put("Tahap 5!L1", "Target 2026 Perubahan"), second(title))
    assert target_2026(tmp_path, changed) == (PERUBAHAN, ["B79 L1"])  # 66 stands in the column of the first budget
    assert target_2026(tmp_path, changed, apbd("perubahan")) == (MURNI, ["B80 S1"])


def test_the_word_may_stand_in_a_row_above_merged_or_not(tmp_path: Path) -> None:
    def above(merged: bool) -> Change:
        def change(book: Workbook) -> None:
            sheet = book["Program"]
            sheet.insert_rows(1)
            for column, title in zip("IJ", ("Pagu 2026", "Pagu 2027"), strict=True):
                sheet[f"{column}2"] = title
                for row in (3, 4, 5):
                    sheet[f"{column}{row}"] = 90_000_000
            sheet["C1"], sheet["I1"] = "APBD MURNI", "APBD PERUBAHAN"
            if merged:
                sheet.merge_cells("C1:G1")
                sheet.merge_cells("I1:J1")

        return change

    for merged in (True, False):
        for value, amount in (("murni", 1_000_000), ("perubahan", 90_000_000)):
            outcome = read(write(tmp_path / "b.xlsx", BAKU, above(merged), apbd(value)))
            assert outcome.value is not None, outcome.temuan
            assert {outcome.value.program[0].pagu[year].number for year in (2026,)} == {amount}
            assert {entry.kode for entry in outcome.temuan} - {"B55", "B56"} == {"B80"}


@pytest.mark.parametrize(("first", "other"), [("TW I", "TW I Perubahan"), ("Bagian", "Bagian (Perubahan)")])
def test_other_columns_of_values_have_two_as_well(tmp_path: Path, first: str, other: str) -> None:
    said = target_2026(tmp_path, second(first), second(other, "Tahap 5!T1"))[1]
    assert said == ["B79 T1"]


def test_a_column_that_alone_tells_of_the_year_is_read(tmp_path: Path) -> None:
    alone = put("Tahap 5!L1", "Target 2026 Perubahan")
    assert target_2026(tmp_path, alone) == ("60", [])
    assert target_2026(tmp_path, alone, apbd("perubahan")) == ("60", [])
    assert target_2026(tmp_path, alone, apbd("murni")) == ("60", ["B81 L1"])


def test_an_empty_column_of_the_version_that_counts_is_not_read(tmp_path: Path) -> None:
    assert target_2026(tmp_path, second("Target 2026 Perubahan", value=None), apbd("perubahan"))[0] == MURNI


def test_of_three_the_last_change_counts(tmp_path: Path) -> None:
    three = both(second("Target 2026 Pergeseran", value=63), second("Target 2026 Perubahan", "Tahap 5!T1"))
    assert target_2026(tmp_path, three, apbd("perubahan")) == (PERUBAHAN, ["B80 L1", "B79 S1"])


def test_two_columns_of_the_same_words_are_a_mistake(tmp_path: Path) -> None:
    assert "B15 S1" in target_2026(tmp_path, second("Target 2026"))[1]
    assert "B79 S1" not in target_2026(tmp_path, second("Kinerja Perubahan"))[1]


@pytest.mark.parametrize(
    ("typed", "version"),
    [("murni", BudgetVersion.FIRST), ("APBD Murni", BudgetVersion.FIRST), ("Perubahan", BudgetVersion.CHANGED),
     ("APBD-P", BudgetVersion.CHANGED), ("P-APBD 2026", BudgetVersion.CHANGED), ("Setelah Pergeseran", BudgetVersion.CHANGED),
     ("belum tahu", None), ("", None)],
)  # fmt: skip
def test_what_identitas_says(typed: str, version: BudgetVersion | None) -> None:
    assert read_version(typed) is version


def test_a_table_with_a_column_per_level_has_two_as_well(tmp_path: Path) -> None:
    def matrix(book: Workbook) -> None:
        sheet = book["Tahap 5"]
        sheet.delete_rows(1, sheet.max_row)
        sheet.append(
            [
                "Tujuan",
                "Indikator Tujuan",
                "Target 2026",
                "Sasaran",
                "Indikator Sasaran",
                "Target 2026",
                "Target 2026 Perubahan",
            ]
        )
        sheet.append(["Terwujudnya data", "Indeks Data", 3, "Meningkatnya akses data", "Persentase data", 60, 66])

    for value, target in (("murni", "60"), ("perubahan", "66")):
        outcome = read(write(tmp_path / "b.xlsx", BAKU, matrix, apbd(value)))
        assert outcome.value is not None, outcome.temuan
        assert [row.target[2026].text for row in outcome.value.tahap5] == ["3", target]
