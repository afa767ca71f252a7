"""A table of other columns below the one that a sheet is read for: none of its rows are read, all are named at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import BAKU, add_row, write
from pokin_docs.extract.read import read


def look(folder: Path, sheet: str, *lines: str) -> tuple[list[int], list[tuple[str, str]]]:
    """How many rows Tahap 5, Pejabat and Program have with these lines below a blank row, and what is found."""
    found = read(write(folder / "b.xlsx", BAKU, *(add_row(sheet, line) for line in ("\\", *lines))))
    assert found.value is not None
    tables = (found.value.tahap5, found.value.pejabat, found.value.program)
    return list(map(len, tables)), [(entry.kode, str(entry.tempat)) for entry in found.temuan]


@pytest.mark.parametrize(
    ("sheet", "lines", "finding"),
    [
        ("Program", ["| Daftar Rekening |", "| Kode | Nama Rekening | Pagu 2026 |", "| 5.1.02 | Belanja | 5000 |"],
         ("B55", "Program!A6")),
        ("Program", ["| Nomenklatur | Kode | Pagu 2026 |", "| Program Lain | '2.20.03 | 5000000 |"],
         ("B56", "Program!A6")),
        ("Pejabat", ["| Rekap |", "| Golongan | Pangkat | Jumlah |", "| IV/b | Pembina | 1 |"], ("B55", "Pejabat!A8")),
        ("Tahap 5", ["| No | Nama | Jabatan |", "| 1 | Contoh Satu | Kepala Dinas |"], ("B55", "Tahap 5!A8")),
    ],
)  # fmt: skip
def test_a_table_of_other_columns_is_named_once(
    tmp_path: Path, sheet: str, lines: list[str], finding: tuple[str, str]
) -> None:
    assert look(tmp_path, sheet, *lines) == ([5, 5, 3], [finding])


@pytest.mark.parametrize("titles", ["| Kode | Nomenklatur | Pagu 2026 (Rp) |", "| KODE | NOMENKLATUR | PAGU 2026 |"])
def test_a_table_goes_on_below_its_own_titles(tmp_path: Path, titles: str) -> None:
    counts, found = look(tmp_path, "Program", titles, "| 2.20.02.2.01.0019 | Sub Lain | 5000000 |")
    assert counts == [5, 5, 4]
    assert [kode for kode, _ in found if kode not in ("B55", "B56")] == []


def test_rows_below_a_blank_one_are_read_where_no_titles_stand(tmp_path: Path) -> None:
    assert look(tmp_path, "Pejabat", "| LAIN | Contoh Lain | | | | | Kode Program | | KADIS | |") == ([5, 6, 3], [])
