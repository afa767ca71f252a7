"""Money adds up where a row names two components and another row one of them: each counts at the first row only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.realised import achieved_book, agency, lkjip, monev, realised
from helpers.workbooks import add_row, put

BOTH, ONE = "2.20.02; 2.20.03", "2.20.02"
FIRST, SECOND = "6.122.579.000", "1.000.000"
TOGETHER = "6.123.579.000"
SPENT = (["IND-3", None, None, "TW I", "12"], ["IND-5", None, None, "TW I", "1"],
         [None, "2.20.02.2.01.0018", None, "TW I", None, "600000"], [None, "2.20.03", None, "TW I", None, "400000"])  # fmt: skip


def programs(first: str, second: str) -> tuple[Callable[[Workbook], object], ...]:
    """Changes: two Sasaran Program with these codes, and a second program."""
    line = "| Terpakainya data | Persentase pemakai | | Sasaran Program | PK Ess 3 |"
    return (
        add_row("Program", "| 2.20.03 | Program Data | 1000000 | APBD |"), put("Tahap 5!F5", first),
        add_row("Tahap 5", f"{line} {second} | KABID | IND-5 | % | | | | | | 1 | 2 | 3 |"), realised(*SPENT),
    )  # fmt: skip


CASES = {
    "both before one of them": (BOTH, ONE, [TOGETHER, ""], ["1.000.000", ""], ONE),
    "one of them before both": (ONE, BOTH, [FIRST, SECOND], ["600.000", "400.000"], ONE),
    "one after the other": (ONE, "2.20.03", [FIRST, SECOND], ["600.000", "400.000"], ""),
    "both twice": (BOTH, BOTH, [TOGETHER, ""], ["1.000.000", ""], "2.20.02, 2.20.03"),
}


@pytest.mark.parametrize(("first", "second", "money", "spent", "above"), CASES.values(), ids=CASES.keys())
def test_each_table_counts_a_component_once(
    tmp_path: Path, first: str, second: str, money: list[str], spent: list[str], above: str
) -> None:
    book = agency(tmp_path, *programs(first, second))
    rows = achieved_book(book).daftar_evaluasi
    evaluated = [row for row in rows if str(row.indikator).startswith("Persentase")]
    assert [row.pagu for row in evaluated] == money
    assert [row.anggaran for row in evaluated] == spent
    note = f"(anggaran {above} sudah dihitung di atas)"
    assert [note in row.uraian for row in evaluated] == [False, bool(above)]
    supports = [row for goal in lkjip(book).daftar_sasaran for row in goal.daftar_pendukung if row.tingkat == "program"]
    assert [row.anggaran for row in supports] == money
    assert [row.realisasi_anggaran for row in supports] == spent
    assert [note in row.nama for row in supports] == [False, bool(above)]


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (BOTH, ONE, [TOGETHER, "lihat no. 2"]),
        (ONE, BOTH, [FIRST, f"{SECOND} (lainnya lihat no. 2)"]),
        (ONE, "2.20.03", [FIRST, SECOND]),
    ],
)
def test_monev_says_where_the_rest_stands(tmp_path: Path, first: str, second: str, said: list[str]) -> None:
    rows = monev(agency(tmp_path, *programs(first, second)), 1).daftar_kinerja[1:]
    assert [row.anggaran for row in rows] == said
