"""A caption above a table that names another year or agency than Identitas is named; what only looks so is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, put, write
from pokin_docs.extract.read import read


def over(sheet: str, *captions: str) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        book[sheet].insert_rows(1, len(captions))
        for row, text in enumerate(captions, start=1):
            book[sheet].cell(row, 1, text)

    return change


def clashes(folder: Path, *changes: Callable[[Workbook], object]) -> list[tuple[str, str]]:
    found = read(write(folder / "b.xlsx", BAKU, *changes))
    return [(entry.kode, str(entry.tempat)) for entry in found.temuan if entry.kode in ("B90", "B91")]


@pytest.mark.parametrize(
    ("text", "kode"),
    [
        ("POHON KINERJA TAHUN 2025", "B90"),
        ("Tahun Anggaran 2027", "B90"),
        ("RENSTRA DINAS CONTOH TAHUN 2021-2026", "B90"),
        ("Periode 2018 s.d. 2023", "B90"),
        ("POHON KINERJA TAHUN 2026", None),
        ("RENSTRA TAHUN 2025-2029", None),
        ("Tabel 4.2 Tahun 2025-2030", None),
        ("Peraturan Bupati Nomor 12 Tahun 2024", None),
        ("Kondisi awal tahun 2024", None),
        ("Disusun sejak tahun 2025 oleh bidang perencanaan", None),
        ("DINAS KESEHATAN", "B91"),
        ("SKPD : BADAN KEPEGAWAIAN DAERAH", "B91"),
        ("Dinas Kesehatan Kabupaten Contoh", "B91"),
        ("DINAS CONTOH", None),
        ("Perangkat Daerah: Dinas Contoh Kabupaten Lain", None),
        ("Dinas", None),
        ("Badan hukum yang dibina", None),
        ("Pemerintah Kabupaten Contoh", None),
    ],
)
def test_only_another_year_of_the_plan_and_another_agency_are_named(
    tmp_path: Path, text: str, kode: str | None
) -> None:
    assert clashes(tmp_path, over("Tahap 5", text)) == ([(kode, "Tahap 5!A1")] if kode else [])


@pytest.mark.parametrize(
    ("own", "text", "kode"),
    [
        ("Dinas Kependudukan dan Pencatatan Sipil", "DINAS DUKCAPIL", None),
        ("Dinas Komunikasi, Informatika, Statistik dan Persandian", "DINAS KOMINFO", None),
        ("Dinas Pendidikan dan Kebudayaan", "Dinas Pendidikan", None),
        ("Dinas Pendidikan", "Dinas Perikanan", "B91"),
    ],
)
def test_a_shorter_name_of_the_same_agency_is_no_other_one(
    tmp_path: Path, own: str, text: str, kode: str | None
) -> None:
    changes = (put("Identitas!B2", own), over("Program", text))
    assert clashes(tmp_path, *changes) == ([(kode, "Program!A1")] if kode else [])


def test_each_is_named_once_with_both_cells(tmp_path: Path) -> None:
    change = over("Tahap 5", "DINAS KESEHATAN", "TAHUN 2024")
    found = read(write(tmp_path / "b.xlsx", BAKU, change, over("Program", "DINAS KESEHATAN", "TAHUN 2024")))
    told = {entry.kode: dict(entry.details) for entry in found.temuan if entry.kode in ("B90", "B91")}
    assert {kode: said["lain"] for kode, said in told.items()} == {"B90": "Identitas!B5", "B91": "Identitas!B2"}
    assert len(clashes(tmp_path, change, over("Program", "DINAS KESEHATAN", "TAHUN 2024"))) == 2
    assert found.account.filled == found.account.read + found.account.named + found.account.harmless


def test_without_identitas_nothing_is_compared(tmp_path: Path) -> None:
    def drop(book: Workbook) -> None:
        del book["Identitas"]

    assert clashes(tmp_path, over("Tahap 5", "DINAS KESEHATAN", "TAHUN 2024"), drop) == []
