"""«Tahun ke-2» and «Target 26» are read where the period in Identitas makes the year certain, and named."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import BAKU, both, drop, put, write
from pokin_docs.extract.read import read

FIRST = 11
"""The column of the first target in the sheet Tahap 5."""


def told(folder: Path, titles: list[str], period: str = "2025-2029", *changes: object) -> tuple[set[int], list[str]]:
    """The years of the targets, and where B153 stands, once the targets have these titles."""
    named = [put(f"Tahap 5!{chr(ord('K') + at)}1", titles[at] if at < len(titles) else None) for at in range(6)]
    path = write(folder / "b.xlsx", BAKU, both(*named, put("Identitas!B6", period)), *changes)  # type: ignore[arg-type]
    outcome = read(path)
    assert outcome.value is not None
    years = {year for row in outcome.value.tahap5 for year, isian in row.target.items() if isian}
    return years, [one.tempat.address or "" for one in outcome.temuan if one.kode == "B153"]


FIVE = {2025, 2026, 2027, 2028, 2029}


@pytest.mark.parametrize(
    "form",
    [
        "Target Tahun ke-{}",
        "Target tahun ke {}",
        "Target Th. ke-{}",
        "Target Kinerja pada Tahun Ke-{}",
        "TARGET TAHUN KE-{}",
    ],
)
def test_counted_years_are_those_of_the_period(tmp_path: Path, form: str) -> None:
    assert told(tmp_path, [form.format(nth) for nth in range(1, 6)]) == (FIVE, ["K1"])
    assert told(tmp_path, [form.format(nth) for nth in ("I", "II", "III", "IV", "V")]) == (FIVE, ["K1"])


@pytest.mark.parametrize("form", ["Target {}", "Target Kinerja {}", "TARGET {}", "Target Tahun {}"])
def test_years_of_two_digits_are_those_of_the_period(tmp_path: Path, form: str) -> None:
    years, _ = told(tmp_path, [form.format(year) for year in range(25, 30)])
    assert years == FIVE


def test_where_the_count_is_not_that_of_the_period_nothing_is_guessed(tmp_path: Path) -> None:
    assert told(tmp_path, [f"Target Tahun ke-{nth}" for nth in range(1, 6)], "2025-2030") == (set(), [])
    assert told(tmp_path, [f"Target Tahun ke-{nth}" for nth in range(2, 5)]) == (set(), [])


def test_without_the_period_nothing_is_guessed(tmp_path: Path) -> None:
    titles = [f"Target Tahun ke-{nth}" for nth in range(1, 6)]
    assert told(tmp_path, titles, "2025-2029", drop("Identitas")) == (set(), [])


def test_a_year_outside_the_period_stays_as_it_is(tmp_path: Path) -> None:
    assert told(tmp_path, ["Target 2025", "Target 2026", "Target 41"]) == ({2025, 2026}, [])
