"""Blocks side by side whose rows do not meet: numbers in front of sentences tell what is below what."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import read_book, workbook
from pokin_docs.extract.choices import NO_CHOICES
from pokin_docs.extract.foreign.foreign_book import read_foreign
from pokin_docs.extract.read import read_sheets
from pokin_docs.transform.cascade import build_cascade

BLOCKS = """
## Pengukuran
| PENGUKURAN KINERJA TAHUN 2026 |
| KEPALA DINAS | \\ | KEPALA BIDANG | \\ | KEPALA SEKSI | \\ |
| Sasaran | Indikator | Sasaran | Indikator | Sasaran | Indikator |
| 1. Meningkatnya kunjungan | Jumlah kunjungan (9 orang) | 1.1. Tertatanya lokasi | Jumlah lokasi (5 unit) | 1.1.1. Terawatnya taman | Jumlah taman (2 unit) |
| 2. Meningkatnya usaha | Jumlah usaha (4 unit) | 1.2. Terlaksananya promosi | Jumlah promosi (3 kali) | 1.1.2. Terbangunnya pintu | Jumlah pintu (1 unit) |
| | | 2.1. Terbinanya pelaku | Jumlah pelaku (7 orang) | 1.2.1. Terlaksananya pameran | Jumlah pameran (2 kali) |
"""


def outline(folder: Path, text: str) -> list[str]:
    pohon, _ = build_cascade(read_book(folder, workbook(text)).tahap5, None)
    return [f"{'  ' * (len(kinerja.order) - 1)}{kinerja.text.clean}" for kinerja in pohon.kinerja]


def test_a_numbered_block_stands_below_the_number_it_belongs_to(tmp_path: Path) -> None:
    assert outline(tmp_path, BLOCKS) == [
        "1. Meningkatnya kunjungan",
        "  1.1. Tertatanya lokasi",
        "    1.1.1. Terawatnya taman",
        "    1.1.2. Terbangunnya pintu",
        "  1.2. Terlaksananya promosi",
        "    1.2.1. Terlaksananya pameran",
        "2. Meningkatnya usaha",
        "  2.1. Terbinanya pelaku",
    ]


def test_targets_in_brackets_are_those_of_the_year_above(tmp_path: Path) -> None:
    rows = read_book(tmp_path, workbook(BLOCKS)).tahap5
    assert {(row.indikator.clean, row.target[2026].clean, row.satuan.clean) for row in rows[:2]} == {
        ("Jumlah kunjungan", "9", "orang"), ("Jumlah lokasi", "5", "unit"),
    }  # fmt: skip


def test_without_numbers_a_block_belongs_to_what_stands_in_its_row(tmp_path: Path) -> None:
    plain = BLOCKS
    for number in ("1.1.1. ", "1.1.2. ", "1.2.1. ", "1.1. ", "1.2. ", "2.1. ", "1. ", "2. "):
        plain = plain.replace(number, "")
    assert outline(tmp_path, plain)[3:] == [
        "Meningkatnya usaha",
        "  Terlaksananya promosi",
        "    Terbangunnya pintu",
        "  Terbinanya pelaku",
        "    Terlaksananya pameran",
    ]


def test_a_number_that_stands_twice_tells_nothing(tmp_path: Path) -> None:
    twice = BLOCKS.replace("2. Meningkatnya usaha", "1. Meningkatnya usaha")
    assert outline(tmp_path, twice)[4:6] == ["1. Meningkatnya usaha", "  1.2. Terlaksananya promosi"]


SIBLINGS = """
## Pengukuran
| PENGUKURAN KINERJA TAHUN 2026 |
| KEPALA DINAS | \\ | KEPALA BIDANG | \\ | KEPALA SEKSI | \\ |
| Sasaran | Indikator | Sasaran | Indikator | Sasaran | Indikator |
| 1. Meningkatnya kunjungan | Jumlah kunjungan (9 orang) | 1.1. Tertatanya lokasi | Jumlah lokasi (5 unit) | 1.2. Terlaksananya promosi | Jumlah promosi (3 kali) |
| 2. Meningkatnya usaha | Jumlah usaha (4 unit) | 2.1. Terbinanya pelaku | Jumlah pelaku (7 orang) | | |
"""
NUMBERS = ("1.1. ", "1.2. ", "2.1. ", "1. ", "2. ")


@pytest.mark.parametrize(
    "numbers",
    [
        NUMBERS,
        ("1.1) ", "1.2) ", "2.1) ", "1) ", "2) "),
        ("1.1 - ", "1.2 - ", "2.1 - ", "1 - ", "2 - "),
        ("A.1. ", "A.2. ", "B.1. ", "A. ", "B. "),
        ("I.1 ", "I.2 ", "II.1 ", "I. ", "II. "),
        ("S1.1. ", "S1.2. ", "S2.1. ", "S1. ", "S2. "),
        ("P.1.1 ", "K.1.2 ", "P.2.1 ", "S.1 ", "S.2 "),  # the letters say the levels
    ],
)
def test_a_number_of_the_same_depth_in_the_same_row_is_no_parent(tmp_path: Path, numbers: tuple[str, ...]) -> None:
    text = SIBLINGS
    for place, number in enumerate(NUMBERS):
        text = text.replace(f"| {number}", f"| <{place}>")
    for place, number in enumerate(numbers):
        text = text.replace(f"<{place}>", number)
    one, two, own, three, four = numbers
    assert outline(tmp_path, text) == [
        f"{three}Meningkatnya kunjungan",
        f"  {one}Tertatanya lokasi",
        f"  {two}Terlaksananya promosi",
        f"{four}Meningkatnya usaha",
        f"  {own}Terbinanya pelaku",
    ]


BESIDE = """
## Pengukuran
| KEPALA DINAS | \\ | \\ | KEPALA BIDANG | \\ | \\ | KEPALA SEKSI | \\ | \\ |
| No | Sasaran | Indikator | No | Sasaran | Indikator | No | Sasaran | Indikator |
| 1 | Meningkatnya kunjungan | Jumlah kunjungan | 1.1 | Tertatanya lokasi | Jumlah lokasi | 1.1.1 | Terawatnya taman | Jumlah taman |
| 2 | Meningkatnya usaha | Jumlah usaha | 1.2 | Terlaksananya promosi | Jumlah promosi | | | |
| | | | 2.1 | Terbinanya pelaku | Jumlah pelaku | | | |
"""
OF_NUMBERS = [
    "Meningkatnya kunjungan", "  Tertatanya lokasi", "    Terawatnya taman", "  Terlaksananya promosi",
    "Meningkatnya usaha", "  Terbinanya pelaku",
]  # fmt: skip


def test_numbers_in_columns_of_their_own_tell_the_same(tmp_path: Path) -> None:
    assert outline(tmp_path, BESIDE) == OF_NUMBERS


def test_numbers_of_a_single_block_tell_nothing(tmp_path: Path) -> None:
    one = BESIDE.replace("| No | Sasaran | Indikator |\n", "| Catatan | Sasaran | Indikator |\n")
    assert outline(tmp_path, one) != OF_NUMBERS


@pytest.mark.parametrize("text", [SIBLINGS, BESIDE])
def test_what_is_known_by_content_says_it_in_induk_with_the_posts_above(tmp_path: Path, text: str) -> None:
    workbook(text).save(tmp_path / "b.xlsx")
    grids = read_sheets(tmp_path / "b.xlsx").value
    assert grids is not None
    rows = {row.kinerja.clean: row for row in read_foreign(grids, "b.xlsx", NO_CHOICES).kinerja}
    told = next(row for text, row in rows.items() if text.endswith("Terlaksananya promosi"))
    assert told.induk.clean == "Meningkatnya kunjungan"
    assert [row.keterangan.clean for row in rows.values()][:2] == ["KEPALA DINAS", "KEPALA BIDANG"]
