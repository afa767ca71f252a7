"""The rules about past years, factors, priorities, key indicators and means: what does not fit is told at its cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import BAKU, sheet_with, write
from pokin_docs.flow.examine import examine
from pokin_docs.model.catalogue import message
from pokin_docs.model.settings import Settings

_BUDGET = ["Uraian", "Anggaran 2023", "Anggaran 2024", "Realisasi 2023", "Realisasi 2024"]
_SERVICE = [
    "Indikator",
    "Satuan",
    *(f"{what} {year}" for what in ("Target", "Realisasi") for year in range(2020, 2025)),
]
_PRIORITY = ["Program Prioritas", "Kode"]
_FACTOR = ["Sasaran", "Faktor Penghambat", "Faktor Pendorong"]
_KEY = ["Indikator", "Satuan", "Kondisi Awal", *(f"Target {year}" for year in range(2025, 2031))]
_PEOPLE = ["Kelompok", "Uraian", "Laki-laki", "Perempuan", "Jumlah"]
KASUS = [
    ("B110", "Kinerja Pelayanan baris 1", sheet_with("Kinerja Pelayanan", ["Indikator", "Target 2021", "Realisasi 2023"],
                                               ["Persentase data", "1", "1"])),
    ("P90", "Anggaran dan Realisasi!D2", sheet_with("Anggaran dan Realisasi", _BUDGET, ["A", "100", "100", "101", "90"])),
    ("P91", "Sub Kegiatan Prioritas!B2", sheet_with("Sub Kegiatan Prioritas", _PRIORITY, ["A", "2.20.02.2.01.0081"])),
    ("P92", "Faktor Penghambat dan Pendorong!A2",
     sheet_with("Faktor Penghambat dan Pendorong", _FACTOR, ["Meningkatnya akses dta", "a", "b"])),
    ("P93", "IKK!E2", sheet_with("IKK", _KEY, ["Persentase data terakses", "%", "50", "55", "61", "65", "70", "75", "80"])),
    ("P94", "Sumber Daya!E2", sheet_with("Sumber Daya", _PEOPLE, ["Golongan", "III", "2", "3", "6"])),
]  # fmt: skip


def said(folder: Path, text: str) -> list[tuple[str, str, str]]:
    """Code, cell and message of what is found with these sheets."""
    found = examine(write(folder / "b.xlsx", BAKU + text), Settings(Path("build"), ()))
    codes = ("P90", "P91", "P92", "P93", "P94", "B110")
    return [(entry.kode, str(entry.tempat), message(entry)) for entry in found.temuan if entry.kode in codes]


def sheet(title: str, titles: list[str], *rows: str) -> str:
    return "\n".join((f"\n## {title}", f"| {' | '.join(titles)} |", *rows)) + "\n"


@pytest.mark.parametrize(("spent", "told"), [("100", False), ("101", True), ("", False)])
def test_no_more_is_spent_than_was_given(tmp_path: Path, spent: str, told: bool) -> None:
    text = sheet("Anggaran dan Realisasi", ["Uraian", *(f"Anggaran {y}" for y in range(2020, 2025)), "Realisasi 2024"],
                 f"| A | 1 | 1 | 1 | 1 | 100 | {spent} |")  # fmt: skip
    assert [(kode, place) for kode, place, _ in said(tmp_path, text)] == [("P90", "Anggaran dan Realisasi!G2")] * told


@pytest.mark.parametrize(("first", "told"), [(2020, False), (2019, True), (2021, True)])
def test_the_past_years_are_the_five_before_the_period(tmp_path: Path, first: int, told: bool) -> None:
    years = [f"Target {year}" for year in range(first, first + 5)]
    text = sheet("Kinerja Pelayanan", ["Indikator", *years], "| Persentase data | 1 | 2 | 3 | 4 | 5 |")
    assert [kode for kode, *_ in said(tmp_path, text)] == ["B110"] * told


@pytest.mark.parametrize(
    ("typed", "told"), [("75", False), ("75,05", False), ("0,75", False), ("80", True), ("-", False)]
)
def test_a_typed_share_is_held_against_ours(tmp_path: Path, typed: str, told: bool) -> None:
    titles = ["Indikator", *(f"Target {y}" for y in range(2020, 2025)), "Realisasi 2024", "Capaian 2024"]
    text = sheet("Kinerja Pelayanan", titles, f"| Persentase data | 1 | 1 | 1 | 1 | 80 | 60 | {typed} |")
    assert [(kode, "75" in words) for kode, _, words in said(tmp_path, text)] == [("P94", True)] * told


@pytest.mark.parametrize(("sasaran", "usul"), [
    ("Meningkatnya akses data", None),
    ("meningkatnya akses data.", None),
    ("Meningkatnya akses dta", "Meningkatnya akses data"),
    ("Terwujudnya hal lain sama sekali", ""),
])  # fmt: skip
def test_a_sasaran_of_factors_is_one_of_the_tree(tmp_path: Path, sasaran: str, usul: str | None) -> None:
    text = sheet("Faktor Penghambat dan Pendorong", _FACTOR, f"| {sasaran} | a | b |")
    found = said(tmp_path, text)
    assert [kode for kode, *_ in found] == ([] if usul is None else ["P92"])
    assert all((usul or "") in words for *_, words in found)


def test_two_ways_of_counting_the_same_people_agree(tmp_path: Path) -> None:
    rows = ("| Golongan | III | 2 | 3 | |", "| Pendidikan | S-1 | 2 | {} | |")
    assert said(tmp_path, sheet("Sumber Daya", _PEOPLE, rows[0], rows[1].format(3))) == []
    ((kode, place, words),) = said(tmp_path, sheet("Sumber Daya", _PEOPLE, rows[0], rows[1].format(4)))
    assert (kode, place) == ("P94", "Sumber Daya!A3")
    assert "6" in words
    assert "5 menurut golongan" in words
