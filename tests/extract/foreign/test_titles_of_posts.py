"""Titles that say whose a column is, sheets that hold a level each, units that no list knows, money that goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.foreign_reading import codes, reading, tree, understood
from helpers.renstra_tables import AgencyTable
from pokin_docs.extract.foreign.title_words import read_part

CASCADING = """## Cascading
| TUJUAN | INDIKATOR | SASARAN (ESS III/CAMAT) | INDIKATOR | {program} | INDIKATOR | TARGET 2026 | {sub} | INDIKATOR | TARGET 2026 |
| Meningkatnya mutu layanan | Nilai layanan | Tertibnya administrasi | Persentase tertib | Tepatnya layanan | Persentase tepat | 80 | Terbitnya izin | Jumlah izin | 12 |
"""
LEVELS = """## Tujuan
| No | Tujuan | Indikator | Satuan | 2026 |
| 1 | Meningkatnya prestasi | Indeks prestasi | Indeks | 52 |

## Sasaran
| No | Tujuan | Sasaran | Indikator | Satuan | 2026 |
| 1 | Meningkatnya prestasi | Meningkatnya daya saing | Persentase mandiri | % | 11 |

## Program
| No | Sasaran | Kode | Nama Program | Kinerja Program | Indikator | Satuan | 2026 |
| 1 | Meningkatnya daya saing | 2.19.02 | Program Pengembangan | Meningkatnya usaha pemuda | Persentase usaha | % | 25 |

## Kegiatan
| No | Program | Kode | Nama Kegiatan | Kinerja Kegiatan | Indikator | Satuan | 2026 |
| 1 | 2.19.02 Program Pengembangan | 2.19.02.2.01 | Pemberdayaan | Terbinanya kelompok | Jumlah kelompok | Kelompok | 14 |
"""
MONEY = """## Renja
| No | Jenjang | Kode | Kinerja | Indikator | Satuan | Target 2026 | Pagu 2026 ({unit}) |
| 1 | Sasaran | | Meningkatnya arsip | Nilai arsip | Nilai | 70 | |
| 2 | Program | 2.24.02 | Tertatanya arsip | Persentase arsip | % | 80 | {first} |

## lanjutan
| 3 | Kegiatan | 2.24.02.2.01 | Terdaftarnya arsip | Jumlah daftar | Daftar | 12 | {second} |
| 4 | Sub Kegiatan | 2.24.02.2.01.0001 | Tersusunnya daftar | Jumlah berkas | Berkas | 40 | {second} |
"""


def table(text: str) -> AgencyTable:
    return AgencyTable(text, (), ())


@pytest.mark.parametrize(
    ("program", "sub"),
    [
        ("SASARAN PROGRAM (ESS IV/KASI)", "SASARAN SUB KEGIATAN (PELAKSANA)"),
        ("SASARAN PROGRAM", "SASARAN SUB KEGIATAN"),
        ("SASARAN PROGRAM (KASI)", "KINERJA SUB KEGIATAN (JF/PELAKSANA)"),
    ],
)
def test_a_component_in_a_title_comes_before_the_post_in_its_bracket(tmp_path: Path, program: str, sub: str) -> None:
    found = reading(tmp_path, table(CASCADING.format(program=program, sub=sub)))
    assert tree(understood(found)) == [
        "0 Meningkatnya mutu layanan [Nilai layanan]",
        "1 Tertibnya administrasi [Persentase tertib]",
        "2 Tepatnya layanan [Persentase tepat]",
        "4 Terbitnya izin [Jumlah izin]",
    ]


def test_sheets_called_program_and_kegiatan_that_measure_are_levels_and_no_budget(tmp_path: Path) -> None:
    found = reading(tmp_path, table(LEVELS))
    assert tree(understood(found)) == [
        "0 Meningkatnya prestasi [Indeks prestasi]",
        "1 Meningkatnya daya saing [Persentase mandiri]",
        "2 Meningkatnya usaha pemuda [Persentase usaha] 2.19.02",
        "3 Terbinanya kelompok [Jumlah kelompok] 2.19.02.2.01",
    ]
    assert not codes(found) & {"B41", "B56", "B78"}


def test_a_first_sheet_that_only_a_later_one_ties_to_the_tree_is_of_it(tmp_path: Path) -> None:
    apart = LEVELS.replace(
        "| 1 | Meningkatnya prestasi | Meningkatnya daya", "| 1 | Terwujudnya hal lain | Meningkatnya daya"
    )
    assert "B41" not in codes(reading(tmp_path, table(LEVELS)))
    assert "B41" in codes(reading(tmp_path, table(apart)))


@pytest.mark.parametrize(
    ("word", "unit"), [("Puskesmas", "Puskesmas"), ("Kelompok Wanita Tani", "Kelompok Wanita Tani"), ("KAMI", "")]
)
def test_a_bracket_where_others_have_their_unit_is_one_unless_it_is_an_abbreviation(
    tmp_path: Path, word: str, unit: str
) -> None:
    text = f"""## 4.2
| PROGRAM/OUTCOME | INDIKATOR OUTCOME | TARGET 2026 | PAGU 2026 |
| 2.24.02 PROGRAM ARSIP | | | 60000000 |
| Tertatanya arsip | Persentase arsip tertata (%) | 80 | |
| 2.24.03 PROGRAM PENGELOLA | | | 60000000 |
| Terbinanya pengelola | Jumlah pengelola ({word}) | 9 | |
| 2.24.04 PROGRAM MUTU | | | 60000000 |
| Meningkatnya mutu arsip | Nilai arsip (Nilai) | 70 | |
"""
    rows = understood(reading(tmp_path, table(text))).tahap5
    assert [row.satuan.clean for row in rows] == ["%", unit, "Nilai"]
    assert (f"({word})" in rows[1].indikator.text) is (not unit)


@pytest.mark.parametrize(("unit", "first", "second"), [("Rp juta", 3100, 2100), ("Rp", 3_100_000_000, 2_100_000_000)])
def test_the_unit_in_the_title_counts_for_rows_on_the_next_sheet(
    tmp_path: Path, unit: str, first: int, second: int
) -> None:
    found = reading(tmp_path, table(MONEY.format(unit=unit, first=first, second=second)))
    pagu = {row.kode.clean: row.pagu[2026].number for row in understood(found).program}
    assert list(pagu.values()) == [3_100_000_000, 2_100_000_000, 2_100_000_000]
    assert "B78" not in codes(found)


@pytest.mark.parametrize(
    ("title", "thing"),
    [
        ("PPTK", "pemilik"), ("KPA/PPTK", "pemilik"), ("PIC", "pemilik"), ("Penanggung Jawab", "pemilik"),
        ("Pelaksana/PPTK", "pemilik"), ("Topik", None), ("Picture", None),
    ],
)  # fmt: skip
def test_titles_that_name_who_answers_for_a_row(title: str, thing: str | None) -> None:
    assert read_part(title).thing == thing
