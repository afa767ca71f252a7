"""The state at the end of the period: a further year, the years once more, or a contradiction at its cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import write
from pokin_docs.extract.read import Reading, read

PLAIN = """
## Tahap 5
| Kinerja | Indikator Kinerja | Komponen Perencanaan | Satuan | {titles} |
| Terwujudnya data berkualitas | Indeks data | Tujuan SKPD | Indeks | {first} |
| Meningkatnya akses data | Persentase akses | Sasaran Pertama SKPD | % | {second} |
"""
BY_LEVEL = """
## T 4.1
| Tujuan | Sasaran | Indikator | Satuan | {titles} |
| Terwujudnya data berkualitas | | Indeks data | Indeks | {first} |
| | Meningkatnya akses data | Persentase akses | % | {second} |
"""
YEARS = "Target 2025 | Target 2026 | Target 2027 | Target 2028"


def found(folder: Path, table: str, titles: str, first: str, second: str) -> Reading:
    return read(write(folder / "buku.xlsx", table.format(titles=titles, first=first, second=second)))


def told(reading: Reading) -> dict[str, str]:
    return {finding.kode: str(finding.tempat) for finding in reading.temuan if finding.kode in ("B55", "B56", "B102")}


def whole(reading: Reading) -> bool:
    account = reading.account
    return account.filled == account.read + account.named + account.harmless


@pytest.mark.parametrize("table", [PLAIN, BY_LEVEL])
@pytest.mark.parametrize(
    "title", ["Kondisi Akhir 2029", "Target Akhir Renstra 2029", "Kondisi Kinerja pada Akhir Periode (2029)"]
)
def test_a_final_state_of_a_year_without_a_column_is_the_target_of_that_year(
    tmp_path: Path, table: str, title: str
) -> None:
    reading = found(tmp_path, table, f"{YEARS} | {title}", "1 | 2 | 3 | 4 | 5", "10 | 20 | 30 | 40 | 50")
    assert reading.value is not None
    assert [row.target[2029].clean for row in reading.value.tahap5] == ["5", "50"]
    assert not told(reading)


@pytest.mark.parametrize("table", [PLAIN, BY_LEVEL])
def test_a_final_state_that_repeats_the_last_year_is_known_and_one_that_does_not_is_told_at_its_cell(
    tmp_path: Path, table: str
) -> None:
    same = found(tmp_path, table, f"{YEARS} | Kondisi Akhir", "1 | 2 | 3 | 4 | 4", "10 | 20 | 30 | 40 | 40")
    assert not told(same)
    assert whole(same)
    other = found(tmp_path, table, f"{YEARS} | Kondisi Akhir", "1 | 2 | 3 | 4 | 4", "10 | 20 | 30 | 40 | 45")
    assert set(told(other)) == {"B102"}
    assert told(other)["B102"].endswith("!I3")
    assert whole(other)


def test_targets_that_differ_by_less_than_one_differ(tmp_path: Path) -> None:
    reading = found(tmp_path, PLAIN, f"{YEARS} | Kondisi Akhir", "1 | 2 | 3 | '3,1 | '3,9", "1 | 2 | 3 | 4 | 4")
    assert told(reading) == {"B102": "Tahap 5!I2"}


def test_the_end_of_a_period_is_not_held_against_the_only_years_of_a_short_table(tmp_path: Path) -> None:
    reading = found(tmp_path, PLAIN, "Target 2025 | Target 2026 | Kondisi Akhir", "1 | 2 | 5", "10 | 20 | 50")
    assert told(reading) == {"B55": "Tahap 5!G1"}
    assert whole(reading)


@pytest.mark.parametrize("title", ["Capaian Akhir Tahun 2029", "Realisasi Akhir Periode 2029", "Kondisi Akhir 2024"])
def test_what_was_reached_or_lies_before_the_targets_is_no_target(tmp_path: Path, title: str) -> None:
    reading = found(tmp_path, PLAIN, f"{YEARS} | {title}", "1 | 2 | 3 | 4 | 9", "10 | 20 | 30 | 40 | 90")
    assert reading.value is not None
    assert not {2024, 2029} & set(reading.value.tahap5[0].target)
    assert whole(reading)
    assert reading.account.named == 3


def test_of_several_titles_over_a_column_the_lowest_says_whether_it_is_of_money(tmp_path: Path) -> None:
    """A title "Kerangka Pendanaan" over all of them, "Target" over this one."""
    title = "Kerangka Pendanaan Kondisi Akhir Target"
    reading = found(tmp_path, PLAIN, f"{YEARS} | {title}", "1 | 2 | 3 | 4 | 4", "10 | 20 | 30 | 40 | 40")
    assert not told(reading)
