"""Official lists for tests: a small one in the form of SIPD with sentences of our own, and where the real ones lie."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.places import ROOT
from helpers.workbooks import BAKU, write
from pokin_docs.flow.examine import examine
from pokin_docs.model.findings import Temuan
from pokin_docs.model.settings import Settings

TITLES = (
    "JENIS PEMDA", "BIDANG", "PROGRAM", "KEGIATAN", "SUBKEGIATAN", "KINERJA", "INDIKATOR", "SATUAN", "TAG",
    "DEFINISI OPERASIONAL", "PELAKSANA", "SPM", "JENIS", "SUBKEGIATAN SEBELUMNYA",
)  # fmt: skip
STATISTIK = "2.20 URUSAN PEMERINTAHAN BIDANG STATISTIK"
PROGRAM = "2.20.02\n\nPROGRAM STATISTIK"
KEGIATAN = "2.20.02.2.01 Penyelenggaraan  Statistik"
SHARED = ("X.XX URUSAN PEMERINTAHAN BIDANG XX", "X.XX.01 PROGRAM PENUNJANG", "X.XX.01.2.06 Administrasi Umum")
ROWS: tuple[tuple[str | None, ...], ...] = (
    ("KABKOT", STATISTIK, PROGRAM, KEGIATAN, "2.20.02.2.01.0018\n\nPemenuhan Prinsip SDI", "Tersusunnya metadata",
     "Jumlah metadata", "Dokumen", "[null]", "Metadata yang disusun", None, "NON-SPM", "Layanan", None),
    ("KABKOT", STATISTIK, PROGRAM, KEGIATAN, "2.20.02.2.01.0022 Pengumpulan Data  Bersama", "Terkumpulnya data bersama",
     "Jumlah data yang dikumpulkan", "Berkas", "[null]", None, None, "NON-SPM", "Layanan",
     "2.20.02.2.01.0002 Pengumpulan Data"),
    ("PROV", STATISTIK, PROGRAM, "2.20.02.1.01 Penyelenggaraan Statistik", "2.20.02.1.01.0018 Pemenuhan Prinsip SDI",
     "Tersusunnya metadata provinsi", "Jumlah metadata", "Dokumen", "[null]", None, None, "NON-SPM", "Layanan", None),
    ("KABKOT", "2.21 URUSAN PEMERINTAHAN BIDANG PERSANDIAN", "2.21.02 PROGRAM PERSANDIAN", "2.21.02.2.01 Pengamanan Pesan",
     "2.21.02.2.01.0005 Pengamanan Pesan Dinas", "Terjaganya pesan dinas", "Jumlah pesan dinas yang dijaga", "Pesan",
     '["KHUSUS"]', None, None, "NON-SPM", "Layanan", None),
    ("KABKOT", *SHARED, "X.XX.01.2.06.0001 Penyediaan Lampu Kantor", "Tersedianya lampu kantor", "Jumlah lampu kantor",
     "Paket", "[null]", None, None, "NON-SPM", "Aktifitas", None),
)  # fmt: skip
NAME = "nomenklatur_versi_pemutakhiran_2026.xlsx"


def write_list(path: Path, rows: Sequence[Sequence[str | None]] = ROWS, titles: Sequence[str] = TITLES) -> Path:
    """Write a list as SIPD exports it; ``.csv`` with commas."""
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([titles, *rows])
        return path
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (titles, *rows):
        sheet.append(list(row))
    book.save(path)
    return path


def beside(*changes: Callable[[Workbook], object]) -> Callable[[Path], tuple[Temuan, ...]]:
    """What is said of the faultless workbook after changes, with the list in its folder."""

    def case(folder: Path) -> tuple[Temuan, ...]:
        write_list(folder / NAME)
        return found_in(folder, *changes)

    return case


def found_in(folder: Path, *changes: Callable[[Workbook], object]) -> tuple[Temuan, ...]:
    return examine(write(folder / "buku.xlsx", BAKU, *changes), Settings(Path("build"), ())).temuan


def real_list(name: str = "nomenklatur-sipd-2027.xlsx") -> Path:
    """A real list, in the folder ``POKIN_DATA`` names, else in that beside the checkout; the test is skipped without."""
    folder = Path(os.environ.get("POKIN_DATA", ROOT.parent / "shared" / "data"))
    if not (folder / name).is_file():
        pytest.skip(f"{name} tidak ada / the official list is not shipped and is not beside the checkout")
    return folder / name
