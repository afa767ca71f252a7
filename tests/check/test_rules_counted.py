"""The rules about quarters, months and the way of counting, and about indicators that other sheets name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, both, put, sheet_with, write
from pokin_docs.flow.examine import examine
from pokin_docs.model.catalogue import message
from pokin_docs.model.settings import Settings

Change = Callable[[Workbook], object]
_CODES = frozenset(f"I{number}" for number in range(21, 29))
_TITLES = ("TW I", "TW II", "TW III", "TW IV", "Jenis Hitung", "Polaritas")
_FIRST = 19


def periods(row: int, *values: str | float | None, titles: tuple[str, ...] = _TITLES) -> Change:
    """A change: further columns of Tahap 5, filled in one row."""

    def change(book: Workbook) -> None:
        for number, (title, value) in enumerate(zip(titles, values, strict=False), start=_FIRST):
            book["Tahap 5"].cell(1, number, title)
            book["Tahap 5"].cell(row, number, value)

    return change


def predicates(text: str) -> Change:
    """A change: the first indicator is measured by predicates."""
    return both(put("Tahap 5!I2", "Predikat"), *(put(f"Tahap 5!{column}2", text) for column in "JKLMNOP"))


_MONTHS = ("Jenis Hitung", "TW I", "Januari", "Februari", "Maret")
_NAMED = ["ID Indikator", "Indikator", "Rencana Aksi"]
KASUS: list[tuple[str, str, Change]] = [
    ("I21", "Tahap 5!W6", periods(6, 1, 2, 2, 2, "tetap")),
    ("I22", "Tahap 5!W6", periods(6, 1, 2, 2, 2, None)),
    ("I23", "Tahap 5!L6", periods(6, 1, 1, 1, 1)),
    ("I24", "Tahap 5!V3", periods(3, 55, 57, 60, None, "posisi akhir")),
    ("I25", "Tahap 5!U3", periods(3, 56, 58, 57, 60, "kumulatif")),
    ("I26", "Tahap 5!W3", periods(3, 15, 15, 15, 15, "jumlah")),
    ("I27", "Tahap 5!T6", periods(6, "jumlah", 3, 1, 3, 3, titles=_MONTHS)),
    ("I28", "Tahap 5!T2", both(predicates("BB"), periods(2, "B", "Bagus", "B", "BB", "posisi akhir"))),
    ("B112", "Renaksi!A2", sheet_with("Renaksi", _NAMED, ["I-9", "", "Menyusun metadata"])),
    ("B113", "Renaksi!B2", both(
        put("Tahap 5!C6", "Persentase data standar"),
        sheet_with("Renaksi", _NAMED, ["", "Persentase data standar", "Menyusun metadata"]),
    )),
    ("B114", "Tahap 5!S2", both(periods(2, "I-1", titles=("ID Indikator",)), put("Tahap 5!S3", "I-1"))),
]  # fmt: skip


def told(folder: Path, *changes: Change) -> list[tuple[str, str, str]]:
    """Code, cell and message of what is said of the periods."""
    found = examine(write(folder / "buku.xlsx", BAKU, *changes), Settings(Path("build"), ())).temuan
    return [(entry.kode, str(entry.tempat), message(entry)) for entry in found if entry.kode in {*_CODES, "B22", "B45"}]


@pytest.mark.parametrize(("kode", "tempat", "change"), KASUS, ids=[kasus[0] for kasus in KASUS])
def test_a_fault_is_one_finding_at_its_cell(tmp_path: Path, kode: str, tempat: str, change: Change) -> None:
    found = examine(write(tmp_path / "buku.xlsx", BAKU, change), Settings(Path("build"), ())).temuan
    assert [str(entry.tempat) for entry in found if entry.kode == kode] == [tempat]
    assert [entry.kode for entry in found if entry.kode in _CODES and entry.kode != kode] == []


@pytest.mark.parametrize(("row", "values"), [
    (6, (1, 2, 2, 2, "jumlah")),
    (6, (1, 3, 5, 7, "kumulatif")),
    (6, (7, 7, 7, 7, "Tetap")),
    (6, (None, None, None, 7, "posisi akhir")),
    (6, (6, 7, 7, 8, "rata-rata")),
    (6, (7, None, None, None, "jumlah")),
    (6, (0, 0, 0, 7)),
    (6, (7, None, None, None)),
    (6, (None, None, None, None)),
    (6, (9, 8, 8, 7, "kumulatif", "Semakin rendah semakin baik")),
    (3, (55, 57, 60, "60", "Kondisi akhir (naik)")),
    (6, ("disusun", "dibahas", "ditetapkan", "selesai")),
])  # fmt: skip
def test_periods_that_fit_or_that_may_be_read_in_several_ways_are_silent(
    tmp_path: Path, row: int, values: tuple[str | float | None, ...]
) -> None:
    assert told(tmp_path, periods(row, *values)) == []


def test_the_finding_names_year_periods_computed_value_and_the_way_that_fits(tmp_path: Path) -> None:
    ((kode, _, words),) = told(tmp_path, periods(6, 1, 2, 2, 2, "kumulatif"))
    assert kode == "I21"
    assert "TW I–IV 1/2/2/2 menjadi 2 pada TW IV, padahal target 2026 7" in words
    assert words.endswith("Yang cocok: jumlah.")
    ((_, _, words),) = told(tmp_path, periods(6, 1, 1, 1, 1, None))
    assert "TW I–IV 1/1/1/1 tidak menjadi target 2026 (7) dengan cara mana pun (jumlah 4, 1 pada TW IV)" in words


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (both(put("Tahap 5!L6", 70), periods(6, 1, 2, 2, 2, "jumlah")), ["I35"]),
        (both(put("Tahap 5!L6", 70), periods(6, 1, 2, 2, 2, None)), ["I35"]),
        (both(put("Tahap 5!N6", 90), periods(6, 1, 2, 2, 1, "jumlah")), ["I21", "I35"]),
        (both(put("Tahap 5!L6", 1), periods(6, 1, 2, 2, 2, "jumlah")), ["I35"]),
        (periods(6, 1, 2, 2, 20, "jumlah"), ["I21"]),
    ],
    ids=["a nought too many", "of no way", "in another year", "a digit lost", "of a quarter"],
)
def test_one_figure_that_slipped_is_one_finding(tmp_path: Path, change: Change, codes: list[str]) -> None:
    found = examine(write(tmp_path / "buku.xlsx", BAKU, change), Settings(Path("build"), ())).temuan
    assert sorted(one.kode for one in found if one.kode in ("I21", "I23", "I33", "I34", "I35")) == codes


def test_all_rows_without_a_way_are_one_finding_also_where_the_column_is_missing(tmp_path: Path) -> None:
    titles = _TITLES[:4]
    change = both(periods(6, 1, 2, 2, 2, titles=titles), periods(3, 60, 60, 60, 60, titles=titles))
    ((kode, place, words),) = told(tmp_path, change)
    assert (kode, place) == ("I22", "Tahap 5 baris 1")
    assert "pada 2 indikator; target triwulannya cocok dengan jumlah (C6); tetap (C3)" in words


def test_a_blank_last_quarter_is_told_once(tmp_path: Path) -> None:
    found = told(tmp_path, periods(3, 55, 57, 60, None, "posisi akhir"), *(put(f"Tahap 5!V{row}", 1) for row in (2,)))
    assert [kode for kode, *_ in found if kode in ("I24", "B45")] == ["I24"]


def test_a_word_that_is_no_way_is_told_with_the_list(tmp_path: Path) -> None:
    ((kode, place, _),) = told(tmp_path, periods(6, 1, 2, 2, 2, "dikira-kira"))
    assert (kode, place) == ("B22", "Tahap 5!W6")


def test_a_predicate_of_the_office_is_measured_on_its_scale(tmp_path: Path) -> None:
    change = both(predicates("Hijau"), periods(2, "Merah", "Kuning", "Kuning", "Biru", "posisi akhir"))
    scale = both(put("Identitas!A20", "Skala Predikat"), put("Identitas!B20", "Merah, Kuning, Hijau"))
    assert told(tmp_path, change) == []
    assert [(kode, place) for kode, place, _ in told(tmp_path, both(change, scale))] == [("I28", "Tahap 5!V2")]


def codes(folder: Path, *changes: Change) -> set[str]:
    found = examine(write(folder / "buku.xlsx", BAKU, *changes), Settings(Path("build"), ())).temuan
    return {finding.kode for finding in found}


@pytest.mark.parametrize(
    ("named", "expected"), [("Jumlah metadata", {"S30"}), ("Jumlah yang tidak ada", {"S30", "B112"})],
    ids=["on the row that is not read", "on no row"],
)  # fmt: skip
def test_a_step_of_an_indicator_whose_row_is_not_read_is_no_fault_of_its_own(
    tmp_path: Path, named: str, expected: set[str]
) -> None:
    unread, step = put("Tahap 5!E6", "Sasaran Ngawur"), sheet_with("Renaksi", _NAMED, ["", named, "Menyusun"])
    assert codes(tmp_path, unread, step) & {"S30", "B112"} == expected


@pytest.mark.parametrize("other", [False, True], ids=["copied with its row", "of another row too"])
def test_an_id_copied_with_its_row_is_told_with_the_row_alone(tmp_path: Path, other: bool) -> None:
    ids = periods(6, "I-1", titles=("ID Indikator",))

    def copied(book: Workbook) -> None:
        sheet = book["Tahap 5"]
        for column in range(1, sheet.max_column + 1):
            sheet.cell(7, column).value = sheet.cell(6, column).value

    changes = [ids, copied, *([put("Tahap 5!S5", "I-1")] if other else [])]
    found = codes(tmp_path, *changes)
    assert "S10" in found
    assert ("B114" in found) is other
