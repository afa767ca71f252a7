"""A sheet that nothing reads but that says of our indicators what Tahap 5 says is held against it, cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.realised import AGENCY
from helpers.workbooks import sheet_with, write
from pokin_docs.extract.read import read
from pokin_docs.model.measured import same_value

TITLES = ["No", "Indikator Kinerja Utama", "Satuan", "2025", "2026", "2029"]
FIRST = ["1", "Indeks mutu layanan", "Indeks", "82", "85", "90"]
SECOND = ["2", "Angka pengaduan", "Kasus", "5", "4", "2"]
Rows = Sequence[Sequence[str | None]]


def told(folder: Path, title: str, rows: Rows, change: Callable[[Workbook], object] = lambda book: None) -> list[str]:
    book = write(folder / "b.xlsx", AGENCY, sheet_with(title, *rows), change)
    found = read(book).temuan
    return sorted(f"{one.kode} {one.tempat}" for one in found if one.kode in ("B55", "B56", "B66", "D52", "B133"))


SAME = {
    "an annex of IKU": [TITLES, FIRST, SECOND],
    "a title above it": [["Indikator Kinerja Utama Dinas Contoh", *[None] * 5], TITLES, FIRST, SECOND],
    "target over the years": [["No", "Indikator", "Satuan", "Target", None, None], [None, None, None, "2025", "2026", "2029"],
                              FIRST, SECOND],
    "the target of the year alone": [["Sasaran", "Indikator", "Target"], ["Mutu", "Indeks mutu layanan", "85"],
                                     [None, "Angka pengaduan", "4 Kasus"]],
    "quarters": [["Indikator", "TW I", "TW II", "TW III", "TW IV"], ["Indeks mutu layanan", "80", "81", "83", "85"],
                 ["Angka pengaduan", "5", "5", "4", "4"]],
    "numbers before the indicators": [TITLES, ["1", "1. Indeks mutu layanan", *FIRST[2:]], ["2", "2) Angka pengaduan", *SECOND[2:]]],
    "figures in another way": [TITLES, [*FIRST[:3], "82,0", "85,00", "90 Indeks"], SECOND],
    "blank cells": [TITLES, [*FIRST[:3], None, "-", "90"], SECOND],
    "what was reached is another number": [[*TITLES, "Realisasi 2025", "Capaian 2025"], [*FIRST, "70", "88"], [*SECOND, "9", "50"]],
    "the target of the nation beside ours": [[*TITLES, "Target Nasional"], [*FIRST, "99"], [*SECOND, "0"]],
    "the target of the RPJMD beside ours": [[*TITLES, "Target RPJMD 2026"], [*FIRST, "99"], [*SECOND, "0"]],
    "the target of a ministry beside ours": [[*TITLES, "Target Renstra K/L 2026"], [*FIRST, "99"], [*SECOND, "0"]],
    "targets of others over years": [["No", "Indikator", "Satuan", "Target Provinsi", None, "Target", None],
                                     [None, None, None, "2025", "2026", "2025", "2026"],
                                     ["1", "Indeks mutu layanan", "Indeks", "99", "99", "82", "85"],
                                     ["2", "Angka pengaduan", "Kasus", "0", "0", "5", "4"]],
    "the unit in a title": [["Indikator", "Target 2026 (Indeks)"], ["Indeks mutu layanan", "85"], ["Angka pengaduan", "4"]],
    "the target of the Renstra": [["Indikator", "Target Renstra 2026"], ["Indeks mutu layanan", "85"], ["Angka pengaduan", "4"]],
    "a year of two digits": [["Indikator", "Target '26"], ["Indeks mutu layanan", "85"], ["Angka pengaduan", "4"]],
    "an indicator of nobody": [TITLES, FIRST, SECOND, ["3", "Jumlah pengunjung pasar malam", "Orang", "1", "2", "3"]],
}  # fmt: skip


@pytest.mark.parametrize("rows", SAME.values(), ids=SAME.keys())
def test_a_sheet_that_says_the_same_is_named_once(tmp_path: Path, rows: Rows) -> None:
    assert told(tmp_path, "IKU", rows) == ["B133 IKU"]


OTHERS = {
    "a digit": ([TITLES, [*FIRST[:4], "86", "90"], SECOND], ["B66 Lain!E2"]),
    "below zero": ([TITLES, [*FIRST[:4], "-85", "90"], SECOND], ["B66 Lain!E2"]),
    "below zero with the sign of a printer": ([TITLES, [*FIRST[:4], "−85", "90"], SECOND], ["B66 Lain!E2"]),
    "at least": ([TITLES, [*FIRST[:4], "≥ 85", "90"], SECOND], ["B66 Lain!E2"]),
    "a year of two digits": ([["Indikator", "Target Th. 26"], ["Indeks mutu layanan", "86"], ["Angka pengaduan", "4"]], ["B66 Lain!B2"]),
    "a quarter named otherwise": ([["Indikator", "Target Triwulan 2"], ["Indeks mutu layanan", "82"], ["Angka pengaduan", "5"]],
                                  ["B66 Lain!B2"]),
    "a range": ([TITLES, [*FIRST[:4], "85-95", "90"], SECOND], ["B66 Lain!E2"]),
    "two figures": ([TITLES, [*FIRST[:4], "85 dari 100", "90"], SECOND], ["B66 Lain!E2"]),
    "a unit": ([TITLES, FIRST, [*SECOND[:2], "Aduan", *SECOND[3:]]], ["B66 Lain!C3"]),
    "a word of an indicator": ([TITLES, FIRST, SECOND, ["3", "Persentase layanan yang baik", "%", "55", "60", "75"]], ["B66 Lain!B4"]),
    "below a title of two rows": ([["Indikator", "Target", None], [None, "2025", "2026"], ["Indeks mutu layanan", "82", "85"],
                                   ["Angka pengaduan", "5", "3"]], ["B66 Lain!C4"]),
    "a quarter": ([["Indikator", "Triwulan I", "Triwulan II"], ["Indeks mutu layanan", "80", "82"],
                   ["Angka pengaduan", "5", "5"]], ["B66 Lain!C2"]),
    "the years of a row shifted": ([["Indikator", "Target 2024", "Target 2025", "Target 2028"], ["Indeks mutu layanan", "82", "85", "90"],
                                    ["Angka pengaduan", "6", "5", "2"]], ["B66 Lain!C2"]),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "found"), OTHERS.values(), ids=OTHERS.keys())
def test_what_a_sheet_says_otherwise_is_named_at_its_cell(tmp_path: Path, rows: Rows, found: list[str]) -> None:
    assert told(tmp_path, "Lain", rows) == ["B133 Lain", *found]


AGAINST: list[list[str | None]] = [
    [*TITLES],
    ["1", "Indeks mutu layanan", "Indeks", "99", "99", "99"],
    ["2", "Angka pengaduan", "Kasus", "0", "0", "0"],
]


@pytest.mark.parametrize(
    "title", ["Target Nasional", "RPJMD", "Target RPJMN 2026", "Target Provinsi", "Target Renstra K L"]
)
def test_targets_of_another_body_are_not_held_against_ours(tmp_path: Path, title: str) -> None:
    assert [one[:3] for one in told(tmp_path, title, AGAINST)] in (["B56"], ["B55"])
    caption: Rows = [[title if "Target" in title else f"Target {title}", *[None] * 5], *AGAINST]
    assert [one[:3] for one in told(tmp_path, "Lain", caption)] in (["B56"], ["B55"])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("85", "85 ", True), ("-85", "85", False), ("−85", "-85", True), ("≥85", "85", False), ("≥ 85", "≥85", True),
     ("85-95", "85–95", True), ("minus 5", "5", False), ("(85)", "(90)", False), ("A (baik)", "A", True)],
)  # fmt: skip
def test_a_sign_makes_another_value(one: str, other: str, same: bool) -> None:
    assert same_value(one, other) is same


@pytest.mark.parametrize(
    "rows",
    [
        [TITLES, FIRST],  # one row may be about it by chance
        [["No", "Indikator Kinerja Utama", "Penanggung Jawab"], ["1", "Indeks mutu layanan", "Kepala"], ["2", "Angka pengaduan", "Kepala"]],
    ],
    ids=["one indicator", "no values"],
)  # fmt: skip
def test_a_sheet_that_says_little_of_our_indicators_is_only_not_read(tmp_path: Path, rows: Rows) -> None:
    assert [one[:3] for one in told(tmp_path, "Lain", rows)] in (["B56"], ["B55"])
