"""The rules about the sheet Realisasi: quarters that are quarters, codes that are listed, no more than there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import BAKU, sheet_with, write
from pokin_docs.extract.read import read
from pokin_docs.flow.examine import examine
from pokin_docs.model.catalogue import message
from pokin_docs.model.realised import RealisasiRow, quarter_of_month, read_quarter
from pokin_docs.model.settings import Settings

SHEET = """
## Realisasi
| Kode | Tahun | Triwulan | Realisasi Anggaran | Kendala |
"""

REALISED = ["Kode", "Tahun", "TW", "Anggaran Realisasi"]
KASUS = [
    ("P63", "Realisasi!A2", sheet_with("Realisasi", REALISED, ["2.20.02.2.01.0081", "2026", "TW I", "1"])),
    ("P64", "Realisasi!D2", sheet_with("Realisasi", REALISED, ["2.20.02.2.01.0018", "2026", "TW I", "1000001"])),
]


def said(folder: Path, *rows: str) -> list[tuple[str, str]]:
    """Code and cell of what is found with these rows in Realisasi, and what is said of it."""
    path = write(folder / "buku.xlsx", BAKU + SHEET + "\n".join(rows))
    return [(str(found.tempat), message(found)) for found in examine(path, Settings(Path("build"), ())).temuan]


def test_spending_within_the_budget_is_no_finding(tmp_path: Path) -> None:
    rows = ("| 2.20.02.2.01.0018 | 2026 | TW I | 400000 | |", "| 2.20.02.2.01.0018 | | 2 | 600000 | hujan |")
    assert said(tmp_path, *rows) == []
    buku = read(tmp_path / "buku.xlsx").value
    assert buku is not None
    assert [
        (row.tw.text, str(row.anggaran.number), row.kendala.text) for row in buku.rows_of(RealisasiRow, "realisasi")
    ] == [
        ("TW I", "400000", ""),
        ("2", "600000", "hujan"),
    ]


def test_more_than_the_budget_is_told_at_the_quarter_that_exceeds_it(tmp_path: Path) -> None:
    rows = ("| 2.20.02.2.01.0018 | 2026 | TW I | 400000 | |", "| 2.20.02.2.01.0018 | | 2 | 600001 | |")
    assert said(tmp_path, *rows) == [
        ("Realisasi!D3", "Realisasi 2026 «2.20.02.2.01.0018» Rp1.000.001 melebihi pagunya Rp1.000.000.")
    ]


def test_a_code_that_program_lacks_is_told_once(tmp_path: Path) -> None:
    rows = ("| 2.20.02.2.01.0081 | 2026 | TW I | 4 | |", "| 2.20.02.2.01.0081 | 2026 | TW II | 4 | |")
    found = said(tmp_path, *rows)
    assert [place for place, _ in found] == ["Realisasi!A2"]
    assert "«2.20.02.2.01.0081» pada lembar Realisasi tidak ada" in found[0][1]


def test_a_quarter_that_is_none_is_told(tmp_path: Path) -> None:
    assert [place for place, _ in said(tmp_path, "| 2.20.02.2.01.0018 | 2026 | Semester 1 | 4 | |")] == ["Realisasi!C2"]


@pytest.mark.parametrize(
    ("text", "number"),
    [("TW I", 1), ("Triwulan 2", 2), ("iii", 3), ("TW-IV", 4), ("Q1", 1), ("4", 4), ("5", None), ("TW", None), ("iiii", None)],
)  # fmt: skip
def test_quarters_as_people_write_them(text: str, number: int | None) -> None:
    assert read_quarter(text) == number


def test_quarters_of_months() -> None:
    assert [quarter_of_month(month) for month in (1, 3, 4, 6, 7, 9, 10, 12)] == [1, 1, 2, 2, 3, 3, 4, 4]


def test_quarters_may_have_columns_of_their_own(tmp_path: Path) -> None:
    wide = (
        "## Realisasi\n| Kode | Indikator | Realisasi TW I | Realisasi TW II | Realisasi Anggaran TW I "
        "| Realisasi Anggaran TW II | Kendala |\n| 2.20.02.2.01.0018 | Jumlah metadata | 3 | 4 | 400000 | 700000 | hujan |\n"
    )
    path = write(tmp_path / "buku.xlsx", BAKU + "\n" + wide)
    buku = read(path).value
    assert buku is not None
    assert [
        (row.tw.text, row.nilai.text, str(row.anggaran.number), row.kendala.text)
        for row in buku.rows_of(RealisasiRow, "realisasi")
    ] == [("TW I", "3", "400000", ""), ("TW II", "4", "700000", "hujan")]
    found = examine(path, Settings(Path("build"), ())).temuan
    assert [str(entry.tempat) for entry in found if entry.kode == "P64"] == ["Realisasi!F2"]
    assert not {"B13", "B14", "B55"} & {entry.kode for entry in found}


def test_a_row_without_any_quarter_is_one_row(tmp_path: Path) -> None:
    wide = "## Realisasi\n| Indikator | Triwulan I | Triwulan II |\n| Jumlah metadata | | |\n| Indeks Data | 2,6 | |\n"
    buku = read(write(tmp_path / "buku.xlsx", BAKU + "\n" + wide)).value
    assert buku is not None
    rows = buku.rows_of(RealisasiRow, "realisasi")
    assert [(row.indikator.text, row.tw.text, row.nilai.text) for row in rows] == [
        ("Jumlah metadata", "", ""),
        ("Indeks Data", "TW I", "2,6"),
    ]
