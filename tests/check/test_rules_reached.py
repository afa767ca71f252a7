"""The rules about what Realisasi says: values that can be compared, series that rise, money that fits its results."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.realised import agency, realised
from helpers.workbooks import add_row, both, put, sheet_with
from pokin_docs.flow.examine import examine
from pokin_docs.model.catalogue import message
from pokin_docs.model.settings import Settings

_TITLES = ["Indikator", "Kode", "Tahun", "TW", "Nilai", "Anggaran Realisasi"]
_METADATA, _ACCESS, _GOOD = "Jumlah metadata", "Persentase data terakses", "Persentase layanan baik"
_CUMULATIVE = both(put("Tahap 5!S1", "Jenis Hitung"), put("Tahap 5!S3", "kumulatif"))


def _rows(*rows: list[str | None]) -> Callable[[Workbook], None]:
    return sheet_with("Realisasi", _TITLES, *rows)


KASUS = [
    ("P100", "Realisasi!E2", _rows([_ACCESS, None, None, "TW I", "sekitar 50", None])),
    ("P101", "Realisasi!E3", both(_CUMULATIVE, _rows([_ACCESS, None, None, "TW I", "52", None],
                                                     [_ACCESS, None, None, "TW II", "51", None]))),
    ("P102", "Realisasi!E2", _rows([_METADATA, None, None, "TW I", "0", None],
                                   [None, "2.20.02.2.01.0018", None, "TW I", None, "500"])),
    ("P103", "Realisasi!E2", _rows([_METADATA, None, None, "TW IV", "7", None],
                                   [None, "2.20.02.2.02.0018", None, "TW I", None, "500"])),
    ("P104", "Realisasi!F2", _rows([None, "2.20.02", None, "TW I", None, "600"],
                                   [None, "2.20.02.2.01.0018", None, "TW I", None, "500"])),
    ("P105", "Realisasi!E3", _rows([_METADATA, None, None, "TW I", "3", None], [_METADATA, None, None, "TW I", "4", None])),
    ("P106", "Realisasi!A2", _rows([None, None, None, "TW I", "3", None])),
    ("P107", "Realisasi!E2", _rows([_ACCESS, None, None, "TW I", "0,52", None])),
    ("P108", "Realisasi!F3", both(put("Tahap 5!B5", None), put("Tahap 5!E5", "Sasaran Program"),
                                  put("Tahap 5!D5", "Kinerja Taktikal Intermediate"), put("Tahap 5!F5", "PK Ess 3"),
                                  put("Tahap 5!G5", "2.20.02"), put("Tahap 5!H5", "KABID"),
                                  _rows([_GOOD, None, None, "TW I", "50", "300"],
                                        ["Persentase data standar", None, None, "TW I", "50", "400"]))),
    ("P109", "Realisasi!C2", _rows([_METADATA, None, "tahun ini", "TW I", "3", None])),
    ("P115", "Realisasi!E3", both(put("Tahap 5!T1", "TW I"), put("Tahap 5!T6", 2),
                                  _rows([_ACCESS, None, None, "TW I", "52", None],
                                        [_METADATA, "2.20.02.2.01.0018", None, "TW I", None, "500"]))),
    ("P117", "Tahap 5!T6", both(put("Tahap 5!T1", "Realisasi 2025"), put("Tahap 5!T6", 3),
                                _rows([_METADATA, None, "2025", "TW IV", "4", None], [_METADATA, None, None, "TW I", "1", None]))),
    ("K17", "Identitas!B10", add_row("Identitas", "| Batas Capaian | tidak ada |")),
]  # fmt: skip


def told(folder: Path, *rows: list[str | None], change: Callable[[Workbook], object] = lambda book: None) -> list[str]:
    """Codes of this family that these rows of Realisasi give."""
    book = agency(folder, realised(*rows), change)
    found = examine(book, Settings(Path("build"), ()), ()).temuan
    return [entry.kode for entry in found if entry.kode in {kode for kode, _, _ in KASUS}]


def test_a_year_as_it_should_be_has_no_finding(tmp_path: Path) -> None:
    quarters = [
        ["IND-1", None, None, f"TW {roman}", value] for roman, value in (("I", "79"), ("II", "78"), ("IV", "85"))
    ]
    money = [[None, code, None, "TW I", None, "500"] for code in ("2.20.02", "2.20.02.2.01.0018")]
    assert told(
        tmp_path, *quarters, ["IND-4", None, None, "TW I", "0"], *money, ["IND-2", None, None, "TW I", "0"]
    ) == ["P102"]
    assert told(tmp_path, *quarters, ["IND-4", None, None, "TW I", "1"], *money) == []


@pytest.mark.parametrize(
    ("typed", "codes"), [("BB", []), ("bb (sangat baik)", []), ("AAA", ["P100"]), ("75,3", ["P100"])]
)
def test_a_predicate_stands_on_the_scale_of_its_target(tmp_path: Path, typed: str, codes: list[str]) -> None:
    assert told(tmp_path, ["IND-1", None, None, "TW IV", typed], change=put("Tahap 5!P3", "BB")) == codes


def test_targets_that_are_no_figure_are_not_compared(tmp_path: Path) -> None:
    assert told(tmp_path, ["IND-1", None, None, "TW IV", "selesai"], change=put("Tahap 5!P3", "tersusun")) == []


_GROWING = both(put("Tahap 5!S6", 50), put("Tahap 5!T6", 75), put("Tahap 5!U6", 100))


@pytest.mark.parametrize(
    ("way", "growing", "codes"),
    [("kumulatif", True, ["P101"]), ("kumulatif", False, []), ("posisi akhir", True, []), ("jumlah", False, [])],
)
def test_only_what_is_cumulative_cannot_fall(tmp_path: Path, way: str, growing: bool, codes: list[str]) -> None:
    """Offices call sums cumulative too: the targets of the quarters, 25 each for 100, tell that it is one."""
    rows = [["IND-4", None, None, "TW I", "20"], ["IND-4", None, None, "TW III", "19"]]
    targets = _GROWING if growing else lambda book: None
    assert told(tmp_path, *rows, change=both(put("Tahap 5!K6", way), targets)) == codes


def test_blank_is_no_nought(tmp_path: Path) -> None:
    money = [None, "2.20.02.2.01.0018", None, "TW I", None, "500"]
    assert told(tmp_path, ["IND-4", None, None, "TW I", None, None, "dukungan"], money) == []  # nobody has measured yet
    assert told(tmp_path, ["IND-4", None, None, "TW I", "0"], money) == ["P102"]


def test_results_without_money_are_told_only_where_money_is_told_of(tmp_path: Path) -> None:
    reached = ["IND-4", None, None, "TW I", "25"]
    other = add_row("Program", "| 2.20.03 | Program Lain | 1000 | APBD |")
    assert told(tmp_path, reached) == []
    assert told(tmp_path, reached, [None, "2.20.03", None, "TW I", None, "5"], change=other) == ["P103"]
    below = ["IND-4", None, None, "TW I", "24"]
    assert told(tmp_path, below, [None, "2.20.03", None, "TW I", None, "5"], change=other) == []


@pytest.mark.parametrize(("whole", "codes"), [("500", []), ("501", ["P104"])])
def test_parts_add_up_to_the_whole_of_the_same_quarter(tmp_path: Path, whole: str, codes: list[str]) -> None:
    rows = [[None, "2.20.02.2.01", None, "TW I", None, whole], [None, "2.20.02.2.01.0018", None, "TW I", None, "500"],
            [None, "2.20.02.2.01.0018", None, "TW II", None, "400"]]  # fmt: skip
    assert told(tmp_path, *rows) == codes


def test_the_same_value_twice_is_no_contradiction(tmp_path: Path) -> None:
    assert told(tmp_path, ["IND-4", None, None, "TW I", "20"], ["IND-4", None, None, "TW I", "20,0"]) == []


@pytest.mark.parametrize(
    ("typed", "codes"), [("0,58", ["P107"]), ("1,5", []), ("0", []), ("5800", ["P107"]), ("300", [])]
)
def test_a_share_without_its_comma_or_as_a_fraction_is_asked_about(
    tmp_path: Path, typed: str, codes: list[str]
) -> None:
    assert told(tmp_path, ["IND-3", None, None, "TW IV", typed]) == codes


@pytest.mark.parametrize(
    ("indicator", "typed", "change", "codes"),
    [
        ("IND-3", "-3", put("Tahap 5!A1", "Kinerja"), ["P100"]),
        ("IND-3", "0", put("Tahap 5!A1", "Kinerja"), []),
        ("IND-4", "-3", put("Tahap 5!A1", "Kinerja"), ["P100"]),
        ("IND-1", "-3", put("Tahap 5!A1", "Kinerja"), []),
        ("IND-3", "-3", put("Tahap 5!B5", "Laju inflasi daerah"), []),
        ("IND-3", "-3", put("Tahap 5!O5", "-1"), []),
    ],
)
def test_a_share_or_a_count_below_zero_is_told_where_no_plan_is_below_zero(
    indicator: str, typed: str, change: Callable[[Workbook], object], codes: list[str], tmp_path: Path
) -> None:
    assert told(tmp_path, [indicator, None, None, "TW I", typed], change=change) == codes


def test_an_index_may_be_small(tmp_path: Path) -> None:
    assert told(tmp_path, ["IND-1", None, None, "TW IV", "0,9"]) == []


def test_the_words_name_what_differs(tmp_path: Path) -> None:
    book = agency(tmp_path, realised(["IND-1", None, None, "TW IV", "XX"]), put("Tahap 5!P3", "WTP"))
    (said,) = [message(one) for one in examine(book, Settings(Path("build"), ()), ()).temuan if one.kode == "P100"]
    assert said == (
        "Nilai «XX» tidak dapat dibandingkan dengan target WTP «Indeks mutu layanan»: tidak ada dalam skala "
        "TMP < TW < WDP < WTP."
    )


@pytest.mark.parametrize(
    ("line", "codes"),
    [("Skala Kategori | Baik 80; Cukup 0", []), ("Skala Kategori | baik sekali", ["K17"]), ("Skala Predikat | Hijau", ["K17"]),
     ("Rumus Semakin Rendah | (T - R)/T", [])],
)  # fmt: skip
def test_settings_that_cannot_be_used_are_told_once(tmp_path: Path, line: str, codes: list[str]) -> None:
    assert told(tmp_path, ["IND-1", None, None, "TW IV", "80"], change=add_row("Identitas", f"| {line} |")) == codes


SUB = ["IND-4", None, None, "TW I"]
SPENT = [None, "2.20.02.2.01.0018", None, "TW I", None, "500"]
OTHER = ["IND-1", None, None, "TW I", "79"]
OF_A_QUARTER = {
    "0 of one of two indicators": ([[*SUB, "0"], SPENT], ["P102"]),
    "0 in one quarter only": ([[*SUB, "0"], SPENT, ["IND-4", None, None, "TW II", "30"]], ["P102"]),
    "0 without money": ([[*SUB, "0"], OTHER], []),
    "a row with money and no value": ([OTHER, ["IND-4", "2.20.02.2.01", None, "TW I", None, "500"]], ["P115"]),
    "0 in a row with a code and its money": ([OTHER, ["IND-4", "2.20.02.2.01", None, "TW I", "0", "500"]], ["P102"]),
    "two quarters are blank": (
        [
            OTHER,
            SPENT,
            [*SUB, None],
            ["IND-4", None, None, "TW II", None],
            ["IND-1", None, None, "TW II", "80"],
            [None, "2.20.02.2.01.0018", None, "TW II", None, "500"],
        ],
        ["P115", "P115"],
    ),
    "a dash beside money": ([OTHER, [*SUB, "-"], SPENT], ["P115"]),
    "money alone, as SIPD gives it": ([OTHER, SPENT], []),
    "blank, and measured later": ([OTHER, SPENT, [*SUB, None], ["IND-4", None, None, "TW II", "25"]], ["P115"]),
    "nothing was measured in that quarter": ([SPENT], []),
    "measured": ([OTHER, SPENT, [*SUB, "25"], ["IND-3", None, None, "TW I", "12"]], []),
    "an error of Excel is told by itself": ([OTHER, SPENT, [*SUB, "#REF!"], ["IND-3", None, None, "TW I", "12"]], []),
}


@pytest.mark.parametrize(("rows", "codes"), OF_A_QUARTER.values(), ids=OF_A_QUARTER.keys())
def test_what_was_spent_in_a_quarter_has_a_result_or_is_asked_about(
    tmp_path: Path, rows: list[list[str | None]], codes: list[str]
) -> None:
    assert sorted(told(tmp_path, *rows)) == codes


PAST = {
    "the same": (["IND-1", None, "2025", "TW IV", "80,10"], []),
    "another": (["IND-1", None, "2025", "TW IV", "81"], ["P117"]),
    "the year is not over": (["IND-1", None, "2025", "TW III", "81"], []),
    "an earlier one": (["IND-1", None, "2024", "TW IV", "81"], []),
    "not told in Tahap 5": (["IND-4", None, "2025", "TW IV", "81"], []),
}


@pytest.mark.parametrize(("row", "codes"), PAST.values(), ids=PAST.keys())
def test_a_year_before_is_the_same_in_both_sheets(tmp_path: Path, row: list[str | None], codes: list[str]) -> None:
    assert told(tmp_path, row, ["IND-1", None, None, "TW I", "79"]) == codes
