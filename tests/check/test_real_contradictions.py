"""What contradicts itself in tables that offices really keep, made small: each told with both places, and no more.

Targets of three tables of a Renstra, an IKU table shifted by a year (domain.md 2.3), SKP rows that add up in no way
(domain-2 1.2), quarterly tables with errors, and money without performance (domain-2 4).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, put, write
from pokin_docs.flow.examine import examine
from pokin_docs.model.catalogue import message
from pokin_docs.model.settings import Settings

Change = Callable[[Workbook], object]
NEVER_THERE = {"B14", "B30", "B73", "D10", "D11", "D30", "K18", "P30", "P31", "N05", "S05"}
"""What is said of a table alone, without programs, Identitas, Pejabat and naskah."""
TABLES = """
## Tujuan Sasaran
| NO | TUJUAN | SASARAN | INDIKATOR | SATUAN | TARGET 2025 | TARGET 2026 | TARGET 2027 |
| 1 | Terwujudnya kecamatan yang prima | | Indeks Pelayanan Publik | Indeks | 70 | 71 | 72 |
| | | Meningkatnya mutu layanan kecamatan | Nilai Survei Kepuasan Masyarakat | Nilai | 82 | 85 | 86 |
| | | Meningkatnya kualitas kinerja kecamatan | Nilai SAKIP kecamatan | Nilai | 70 | 71 | 72 |

## IKU
| NO | INDIKATOR | SATUAN | TARGET 2025 | TARGET 2026 | TARGET 2027 |
| 1 | Nilai Survei Kepuasan Masyarakat | Nilai | {iku} |
| 2 | Nilai SAKIP kecamatan | Nilai | 70 | 71 | 72 |
"""


def told(folder: Path, text: str, *changes: Change) -> list[tuple[str, str, str]]:
    """Code, cell and message of what is said besides that sheets and levels are not there."""
    found = examine(write(folder / "buku.xlsx", text, *changes), Settings(Path("build"), ())).temuan
    return [(entry.kode, str(entry.tempat), message(entry)) for entry in found if entry.kode not in NEVER_THERE]


def test_an_iku_table_shifted_by_a_year_is_told_once_with_both_tables(tmp_path: Path) -> None:
    ((code, place, said),) = told(tmp_path, TABLES.format(iku="85 | 86 | 87"))
    assert (code, place) == ("D52", "IKU!D2")
    assert said == (
        "Target baris ini bergeser satu tahun: Target 2025 di sini «85» ialah target 2026 di tabel lain, yang untuk 2025 "
        "menyebut «82» (Tujuan Sasaran!F3) dan dipakai."
    )


def test_a_shift_is_told_in_the_first_year_that_both_tables_have(tmp_path: Path) -> None:
    years = "| INDIKATOR | SATUAN | TARGET 2025 | TARGET 2026 | TARGET 2027 |"
    main, iku = TABLES.format(iku="82 | 85 | 86").split("## IKU")
    earlier = iku.replace(years, "| INDIKATOR | SATUAN | TARGET 2024 | TARGET 2025 | TARGET 2026 |")
    said = told(tmp_path, f"{main}## IKU{earlier}")
    assert [(code, place) for code, place, _ in said] == [("D52", "IKU!E2"), ("D52", "IKU!E3")]
    assert "Target 2025 di sini «85» ialah target 2026 di tabel lain" in said[0][2]


def test_a_table_shifted_back_names_a_year_that_both_tables_have(tmp_path: Path) -> None:
    """81 of 2025 would be that of 2024, which no table has: 82 of 2026 is that of 2025."""
    ((code, place, said),) = told(tmp_path, TABLES.format(iku="81 | 82 | 85"))
    assert (code, place) == ("D52", "IKU!E2")
    assert "Target 2026 di sini «82» ialah target 2025 di tabel lain, yang untuk 2026 menyebut «85»" in said


@pytest.mark.parametrize(
    ("iku", "found"),
    [
        ("82 | 85 | 86", []),
        ("82 | 84 | 86", [("B66", "IKU!E2")]),
        ("82 | 86 | 87", [("B66", "IKU!E2"), ("B66", "IKU!F2")]),
        ("85 | 84 | 87", [("B66", "IKU!D2"), ("B66", "IKU!E2"), ("B66", "IKU!F2")]),
    ],
    ids=["the same", "one year", "shifted in part", "other numbers"],
)
def test_targets_of_two_tables_that_differ_are_told_cell_by_cell(
    tmp_path: Path, iku: str, found: list[tuple[str, str]]
) -> None:
    said = told(tmp_path, TABLES.format(iku=iku))
    assert [(code, place) for code, place, _ in said] == found
    assert all("Tujuan Sasaran!" in text for _, _, text in said)


@pytest.mark.parametrize(("unit", "target", "more"), [("%", 64, True), ("%", 60, False)], ids=["another", "the same"])
def test_an_outcome_with_the_indicator_of_its_sasaran_and_another_target_names_both(
    tmp_path: Path, unit: str, target: int, more: bool
) -> None:
    changes = tuple(put(f"{sheet}!C4", "Persentase data terakses") for sheet in ("Tahap 4", "Tahap 5"))
    ((code, place, said),) = told(tmp_path, BAKU, *changes, put("Tahap 5!L4", target), put("Tahap 5!I4", unit))
    assert (code, place) == ("I18", "Tahap 5!C3")
    assert said.endswith("(C4), dengan target lain: Target 2026 di sini «60», di L4 «64».") is more


def test_of_245_rows_those_seven_that_add_up_in_no_way_are_told(tmp_path: Path) -> None:
    wrong = {12: (2, (1, 1, 1, 1)), 40: (12, (4, 4, 4, 4)), 77: (100, (25, 50, 75, 95)), 101: (7, (1, 2, 3, 5)),
             150: (50, (10, 10, 10, 10)), 199: (4, (1, 1, 1, 2)), 230: (90, (60, 70, 75, 80))}  # fmt: skip
    right = (
        (12, (3, 3, 3, 3)),
        (12, (3, 6, 9, 12)),
        (100, (100, 100, 100, 100)),
        (4, (None, None, None, 4)),
        (8, (0, 4, 0, 4)),
    )
    rows = []
    for at in range(245):
        target, quarters = wrong.get(at, right[at % len(right)])
        numbers = " | ".join("" if one is None else str(one) for one in quarters)
        rows.append(f"| Jumlah metadata | Menyusun dokumen {at + 1} | | Dokumen | {target} | {numbers} |")
    sheet = "| Indikator | Rencana Aksi | Sub Rencana Aksi | Satuan | Target | TW I | TW II | TW III | TW IV |\n"
    text = f"{BAKU}\n## Renaksi\n{sheet}" + "\n".join(rows)
    said = told(tmp_path, text)
    assert {code for code, _, _ in said} == {"P97"}
    assert [int(re.findall(r"\d+", place)[-1]) - 2 for _, place, _ in said] == list(wrong)


REALISED = "| Indikator | Kode | TW | Realisasi | Anggaran Realisasi |"


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (("| Persentase data terakses | | TW I | 20 | 100000 |",), []),
        (("| Persentase data terakses | | TW I | #REF! | |",), [("B19", "Realisasi!D2")]),
        (("| Jumlah metadata | | TW I | 0 | 100000 |",), [("P102", "Realisasi!D2")]),
        (
            ("| Persentase data terakses | | TW I | 20 | |", "| Persentase data terakses | | TW I | 25 | |"),
            [("P105", "Realisasi!D3")],
        ),
    ],
    ids=["plain", "an error of Excel", "money without performance", "two values of a quarter"],
)
def test_a_quarterly_table_is_told_where_it_contradicts_itself(
    tmp_path: Path, rows: tuple[str, ...], found: list[tuple[str, str]]
) -> None:
    text = f"{BAKU}\n## Realisasi\n{REALISED}\n" + "\n".join(rows)
    assert [(code, place) for code, place, _ in told(tmp_path, text)] == found
