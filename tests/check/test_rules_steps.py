"""The rules about the sheets Renaksi and SKP: steps that reach, add up and are answered for; posts that are known."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, sheet_with, write
from pokin_docs.flow.examine import examine
from pokin_docs.model.catalogue import message
from pokin_docs.model.settings import Settings

Change = Callable[[Workbook], object]
_TITLES = [
    "Indikator", "Rencana Aksi", "Satuan", "Target", "Jenis Hitung", "TW I", "TW II", "TW III", "TW IV",
    "Anggaran TW I", "Anggaran TW IV", "Penanggung Jawab", "Kode",
]  # fmt: skip
_CODES = frozenset(("B115", "B116", "B117", "P95", "P96", "P97", "P98", "P99"))
_SUB = "2.20.02.2.01.0018"


def step(*values: object, more: tuple[object, ...] = ()) -> Change:
    """A change: a sheet Renaksi with one step, and a second one of ``more``."""
    rows = [list(values), list(more)] if more else [list(values)]
    return sheet_with("Renaksi", _TITLES, *rows)  # type: ignore[arg-type]


def quarters(*values: object, target: object = 12, way: str = "") -> Change:
    return step("Jumlah metadata", "Menyusun metadata", "Laporan", target, way, *values)


def money(first: int, last: int, *, kode: str = "", measure: str = "Jumlah metadata") -> Change:
    return step(measure, "Menyusun metadata", "", "", "", 1, "", "", "", first, last, "", kode)


def skp(*ids: str) -> Change:
    return sheet_with("SKP", ["ID Pejabat", "Konsekuensi"], *[[id_, "Pembinaan"] for id_ in ids])


KASUS: list[tuple[str, str, Change]] = [
    ("B115", "Renaksi!B2", step("", "Menyusun metadata")),
    ("B116", "SKP!A2", skp("STAFF")),
    ("B117", "SKP!A2", skp("STAF", "KABID", "staf")),
    ("P95", "Renaksi!J2", money(500_000, 400_000, kode=_SUB)),
    ("P96", "Renaksi!J2", money(500_000, 600_000)),
    ("P97", "Renaksi!D2", quarters(1, 1, 1, 2, target=7)),
    ("P98", "Renaksi!L2", step("Jumlah metadata", "Menyusun metadata", "", "", "", 1, "", "", "", "", "", "STAFF")),
    ("P99", "Renaksi!M2", step("Jumlah metadata", "Menyusun", "", "", "", 1, "", "", "", "", "", "", "2.20.02.2.01.0081")),
]  # fmt: skip


def told(folder: Path, *changes: Change) -> list[tuple[str, str, str]]:
    """Code, cell and message of what is said of both sheets."""
    found = examine(write(folder / "buku.xlsx", BAKU, *changes), Settings(Path("build"), ())).temuan
    return [(entry.kode, str(entry.tempat), message(entry)) for entry in found if entry.kode in _CODES]


@pytest.mark.parametrize(("kode", "tempat", "change"), KASUS, ids=[kasus[0] for kasus in KASUS])
def test_a_fault_is_one_finding_at_its_cell(tmp_path: Path, kode: str, tempat: str, change: Change) -> None:
    assert [(found, place) for found, place, _ in told(tmp_path, change)] == [(kode, tempat)]


@pytest.mark.parametrize("change", [
    quarters(3, 3, 3, 3),
    quarters(3, 6, 9, 12),
    quarters("", "", "", 12, way="posisi akhir"),
    quarters(12, 12, 12, 12, way="tetap"),
    quarters(1, 1, 1, 1, target=""),
    quarters("", "", "", ""),
    money(600_000, 400_000, kode=_SUB),
    money(600_000, 400_000),
    step("Jumlah metadata", "Menyusun", "", "", "", 1, "", "", "", "", "", "kabid; SUBKOR", _SUB),
    step("Jumlah metadata", "Menyusun", more=("", "Memeriksa", "", 4, "", 1, 1, 1, 1)),
    skp("STAF", "KABID"),
])  # fmt: skip
def test_what_fits_is_silent(tmp_path: Path, change: Change) -> None:
    assert told(tmp_path, change) == []


def test_a_way_that_does_not_fit_names_the_one_that_does(tmp_path: Path) -> None:
    ((kode, _, words),) = told(tmp_path, quarters(3, 3, 3, 3, way="kumulatif"))
    assert kode == "P97"
    assert "Target triwulan 3/3/3/3 tidak menjadi target setahun 12 (hitungannya 3): «Menyusun metadata»" in words
    assert words.endswith("Yang cocok: jumlah.")


def test_a_code_is_judged_by_all_its_steps_and_only_where_each_has_money(tmp_path: Path) -> None:
    first = ("Jumlah metadata", "Menyusun", "", "", "", 1, "", "", "", 600_000, "", "", _SUB)
    both = step(*first, more=("Jumlah metadata", "Memeriksa", "", "", "", 1, "", "", "", "", 400_000, "", _SUB))
    assert told(tmp_path, both) == []
    one = step(*first, more=("Jumlah metadata", "Memeriksa", "", "", "", 1, "", "", "", "", "", "", _SUB))
    assert told(tmp_path, one) == []


def test_money_of_a_post_may_reach_its_pk_and_no_more(tmp_path: Path) -> None:
    assert told(tmp_path, money(500_000, 500_000)) == []
    ((kode, _, words),) = told(tmp_path, money(500_000, 500_001))
    assert kode == "P96"
    assert "STAF Rp1.000.001" in words
    assert "Rp1.000.000" in words
