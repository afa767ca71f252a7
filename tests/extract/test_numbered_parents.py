"""Blocks side by side whose rows do not meet: numbers in front of sentences tell what is below what."""

from __future__ import annotations

from pathlib import Path

from helpers.workbooks import read_book, workbook
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
