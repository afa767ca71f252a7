"""One fault put into a faultless workbook is named once, at its cell, and nothing else is said.

Each case is one slip of a planner: what was done, in which workbook, and the findings that are new against the workbook
without it. More than one finding stands only where the fault itself stands in several cells; the case says why.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from helpers.clean_example import write_clean
from helpers.marks import unnamed
from helpers.workbooks import BAKU, add_row, both, drop, drop_column, insert_row, put, rename, workbook
from pokin_docs.extract import bare_package, workbook_file
from pokin_docs.extract.grid import Grid
from pokin_docs.flow.examine import Examination, examine
from pokin_docs.model.catalogue import CATALOGUE, hint, message
from pokin_docs.model.findings import Severity, Temuan
from pokin_docs.model.settings import Settings

PILIHAN = Settings(Path("build"), ())
Change = Callable[[Workbook], None]
Baseline = Counter[tuple[str, str, int | None, str]]

BERPINDAH = {"W04"}
"""Said where a term stands first: a row that goes lets it stand at the next one."""


class Mutasi(NamedTuple):
    """What was done, and what is said of it: ``E35 S01`` at Tahap 5, ``Program!A5 P47`` elsewhere."""

    nama: str
    ubah: Callable[[Workbook], object]
    temuan: str


def delete(sheet: str, *rows: int) -> Change:
    def change(book: Workbook) -> None:
        for row in sorted(rows, reverse=True):
            book[sheet].delete_rows(row)

    return change


def _values(book: Workbook, sheet: str, row: int) -> list[object]:
    return [cell.value for cell in book[sheet][row]]


def _write(book: Workbook, sheet: str, row: int, values: list[object]) -> None:
    for number, value in enumerate(values, start=1):
        book[sheet].cell(row, number).value = value  # type: ignore[assignment]


def swap(sheet: str, one: int, other: int) -> Change:
    def change(book: Workbook) -> None:
        first, second = _values(book, sheet, one), _values(book, sheet, other)
        _write(book, sheet, one, second)
        _write(book, sheet, other, first)

    return change


def move(sheet: str, row: int, to: int) -> Change:
    def change(book: Workbook) -> None:
        values = _values(book, sheet, row)
        book[sheet].delete_rows(row)
        book[sheet].insert_rows(to)
        _write(book, sheet, to, values)

    return change


def repeat(sheet: str, row: int, *, at_end: bool = False) -> Change:
    def change(book: Workbook) -> None:
        values = _values(book, sheet, row)
        if at_end:
            book[sheet].append(values)
        else:
            book[sheet].insert_rows(row + 1)
            _write(book, sheet, row + 1, values)

    return change


def spell(place: str, old: str, new: str) -> Change:
    sheet, _, address = place.partition("!")

    def change(book: Workbook) -> None:
        text = str(book[sheet][address].value)
        assert old in text
        book[sheet][address].value = text.replace(old, new, 1)

    return change


def copy(sheet: str, source: str, target: str) -> Change:
    def change(book: Workbook) -> None:
        book[sheet][target].value = book[sheet][source].value

    return change


def extra_column(sheet: str, title: str, *, first: bool = False) -> Change:
    def change(book: Workbook) -> None:
        if first:
            book[sheet].insert_cols(1)
        book[sheet].cell(1, 1 if first else book[sheet].max_column + 1).value = title

    return change


def error(place: str) -> Change:
    sheet, _, address = place.partition("!")

    def change(book: Workbook) -> None:
        book[sheet][address] = "#REF!"
        book[sheet][address].data_type = "e"

    return change


def merge(sheet: str, area: str) -> Change:
    return lambda book: book[sheet].merge_cells(area)


def hide(sheet: str, row: int) -> Change:
    def change(book: Workbook) -> None:
        book[sheet].row_dimensions[row].hidden = True

    return change


def column_to_front(sheet: str, number: int) -> Change:
    def change(book: Workbook) -> None:
        book[sheet].insert_cols(1)
        for row in range(1, book[sheet].max_row + 1):
            book[sheet].cell(row, 1).value = book[sheet].cell(row, number + 1).value
        book[sheet].delete_cols(number + 1)

    return change


BARU = (
    "| Tahap 3 | Terkelolanya arsip | Jumlah arsip | Kinerja Operasional | Sasaran Sub Kegiatan | PK JF/JP |"
    " 2.20.02.2.01.0018 | STAF | Dokumen | 5 | 6 | 7 | 8 | 9 | 10 | 11 | | |"
)

# In the workbook BAKU of helpers/workbooks.py: one branch, rows 2 (tujuan) to 6 (sub kegiatan).
KECIL = [
    # Tahap 5, cell by cell
    Mutasi("Rujukan kosong", put("Tahap 5!A4", None), ""),  # one row of its level: nothing to compare with
    Mutasi("Rujukan salah", put("Tahap 5!A4", "Tahap 1"), "A4 S08"),
    Mutasi("Kinerja tujuan kosong", put("Tahap 5!B2", None), "B2 S07"),
    Mutasi("Kinerja sasaran kosong", put("Tahap 5!B3", None), "B3 S34"),
    Mutasi("Kinerja kosong", put("Tahap 5!B4", None), "B4 S34"),
    Mutasi("Indikator kosong", put("Tahap 5!C4", None), "C4 I01"),
    Mutasi("Keterangan kosong", put("Tahap 5!D4", None), "D4 X03"),
    Mutasi("Keterangan salah eja", put("Tahap 5!D4", "Kinerja Taktikal Intermedite"), "D4 S01"),
    Mutasi("Keterangan salah jenjang", put("Tahap 5!D4", "Kinerja Operasional"), "D4 S01"),
    Mutasi("Komponen tujuan kosong", put("Tahap 5!E2", None), "E2 S30"),
    Mutasi("Komponen kosong", put("Tahap 5!E4", None), "E4 S31"),
    Mutasi("Komponen salah eja", put("Tahap 5!E4", "Sasaran Progam"), "E4 S30"),
    Mutasi("Komponen turun satu tingkat", put("Tahap 5!E4", "Sasaran Kegiatan"), "E4 S46"),
    Mutasi("Komponen naik satu tingkat", put("Tahap 5!E5", "Sasaran Program"), "E5 S46"),
    Mutasi("Komponen terbawah naik", put("Tahap 5!E6", "Sasaran Kegiatan"), "E6 S46"),
    Mutasi("Sasaran menjadi tujuan", put("Tahap 5!E3", "Tujuan SKPD"), "E3 S46"),
    Mutasi("Nomor sasaran salah", put("Tahap 5!E3", "Sasaran Kedua SKPD"), "E3 S09"),
    Mutasi("Jenis PK tidak dikenal", put("Tahap 5!F4", "PK Es 33"), "F4 P40"),
    Mutasi("Jenis PK tingkat lain", put("Tahap 5!F6", "PK Sub Koordinator/JF"), "F6 S35; H6 P37"),  # the paper changes
    Mutasi("Kode kosong", put("Tahap 5!G4", None), "G4 P01"),
    Mutasi("Kode salah ketik", put("Tahap 5!G4", "2.20.12"), "G4 P02"),
    Mutasi("Kode tingkat lain", put("Tahap 5!G6", "2.20.02.2.01"), "G6 P03"),
    Mutasi("Pemilik kosong", put("Tahap 5!H4", None), "H4 P06"),
    Mutasi("Pemilik salah eja", put("Tahap 5!H5", "SUBKORR"), "H5 P32"),
    Mutasi("Satuan kosong", put("Tahap 5!I4", None), "I4 I12"),
    Mutasi("Satuan salah eja", put("Tahap 5!I6", "Dokumenn"), "I6 I32"),
    Mutasi("Satuan tidak cocok", put("Tahap 5!I6", "%"), "I6 I36"),
    Mutasi("Kondisi Awal kosong", put("Tahap 5!J4", None), "J4 I31"),
    Mutasi("Kondisi Awal bukan angka", put("Tahap 5!J4", "banyak"), "J4 I37"),
    Mutasi("Target tahun PK kosong", put("Tahap 5!L4", None), "L4 I13"),
    Mutasi("Target tahun lain kosong", put("Tahap 5!M4", None), "M4 I30"),
    Mutasi("Target berupa kata", put("Tahap 5!L4", "abc"), "L4 I37"),
    Mutasi("Target kurang dari nol", put("Tahap 5!L4", -5), "L4 I33"),
    Mutasi("Target lebih dari 100 persen", put("Tahap 5!L4", 600), "L4 I33"),
    Mutasi("Target menjadi tanggal", put("Tahap 5!L5", datetime(2026, 10, 5)), "L5 B33"),
    Mutasi("IKU salah isi", put("Tahap 5!Q2", "Mungkin"), "Q2 B22"),
    Mutasi("Abaikan tanpa alasan", put("Tahap 5!R6", "S01"), "R6 K10"),
    Mutasi("Abaikan dengan kode tak dikenal", put("Tahap 5!R6", "X99: apa"), "R6 K10"),
    Mutasi("Abaikan yang tidak ada lagi", put("Tahap 5!R6", "S01: sudah disepakati"), "R6 K11"),
    Mutasi("Abaikan atas galat", put("Tahap 5!R6", "S03: sudah disepakati"), "R6 K12"),
    # words
    Mutasi("Kata kerja sasaran salah eja", put("Tahap 5!B3", "Menigkatnya akses data"), "B3 W03"),
    Mutasi("Kata kerja salah eja", put("Tahap 5!B6", "Tersusunnnya metadata"), "B6 W03"),
    Mutasi("Kata kerja salah eja di Tahap 3", put("Tahap 3!B4", "Tersusunya metadata"), "Tahap 3!B4 W03"),
    Mutasi("Teks terpotong di Tahap 5", put("Tahap 5!B4", "Meningkatnya mutu layanan"), "B4 X05"),
    Mutasi("Teks terpotong di Tahap 4", put("Tahap 4!B4", "Meningkatnya mutu layanan"), "Tahap 4!B4 X05"),
    Mutasi("Kinerja lain di Tahap 4", put("Tahap 4!B6", "Tertatanya arsip"), "Tahap 4!B6 X03"),
    Mutasi("Kalimat lain di Tahap 3", put("Tahap 3!B4", "Tersusunnya meta data"), "Tahap 3!B4 X02"),
    Mutasi("Kalimat lain di Tahap 2", put("Tahap 2!C2", "Meningkatnya akses dta"), "Tahap 2!C2 X01"),
    Mutasi("Kondisi Tahap 2 kosong", put("Tahap 2!C2", None), "Tahap 2!C2 X35"),
    Mutasi("CSF kosong", put("Tahap 2!B2", None), "Tahap 2!B2 B34"),
    Mutasi("CSF tanpa masalah", put("Tahap 2!B2", "Akses data"), "Tahap 2!B2 X08"),
    # rows
    Mutasi("Baris ditambahkan", add_row("Tahap 5", BARU), "B7 X04"),
    Mutasi("Baris terbawah dihapus", delete("Tahap 5", 6), "Tahap 4!B6 X04"),
    Mutasi("Baris tengah dihapus", delete("Tahap 5", 4), "Tahap 4!B4 X04; Program!A2 D12"),
    Mutasi("Baris tujuan dihapus", delete("Tahap 5", 2), "Tahap 5 S04"),
    Mutasi("Baris Tahap 4 dihapus", delete("Tahap 4", 6), "B6 X04"),
    Mutasi("Dua tingkat bertukar baris", swap("Tahap 5", 5, 6), "B5 X06"),
    Mutasi("Tujuan dan sasaran bertukar", swap("Tahap 5", 2, 3), "B2 S03"),
    Mutasi("Baris berulang", repeat("Tahap 5", 6), "B7 S10"),
    Mutasi("Baris kosong di tengah", insert_row("Tahap 5", 5, "| |"), ""),
    # titles, sheets, cells
    Mutasi("Kolom Kinerja kedua, kosong", extra_column("Tahap 5", "Kinerja"), "S1 B15"),
    Mutasi("Kolom Kinerja kedua di depan", extra_column("Tahap 5", "Kinerja", first=True), "A1 B15"),
    Mutasi("Kolom Satuan kedua, kosong", extra_column("Tahap 5", "Satuan"), "S1 B15"),
    Mutasi("Judul kolom salah eja", put("Tahap 5!B1", "Kinreja"), "B1 B13"),
    Mutasi("Judul Kode salah eja", put("Tahap 5!G1", "Kdoe"), "G1 B14"),
    Mutasi("Judul IKU salah eja", put("Tahap 5!Q1", "IKUU"), "Q1 B32"),
    Mutasi("Kolom Keterangan hilang", drop_column("Tahap 4", "Keterangan"), ""),
    Mutasi("Kolom Pemilik hilang", drop_column("Tahap 5", "Pemilik"), "Tahap 5 baris 1 B14"),
    Mutasi("Kolom dipindahkan", column_to_front("Tahap 5", 3), ""),
    Mutasi("Lembar salah eja", rename("Pejabat", "Pejabt"), "Pejabt B106"),
    Mutasi("Lembar Program hilang", drop("Program"), " P30"),
    Mutasi("Lembar disalin", lambda book: book.copy_worksheet(book["Pejabat"]), "Pejabat Copy B11"),
    Mutasi("Rumus belum dihitung", put("Tahap 5!L4", "=1+1"), "L4 B18"),
    Mutasi("Rumus pada Kinerja", put("Tahap 5!B4", "=A1"), "B4 B18"),
    Mutasi("Rumus pada ID", put("Pejabat!A5", "=A4"), "Pejabat!A5 B18"),
    Mutasi("Galat Excel pada Pemilik", error("Tahap 5!H4"), "H4 B19"),
    Mutasi("Galat Excel pada kode Program", error("Program!A3"), "Program!A3 B19"),
    Mutasi("Sel digabung", merge("Tahap 5", "B4:B5"), "B5 S34"),
    Mutasi("Komponen digabung", merge("Tahap 5", "E3:E4"), "E4 S46"),
    Mutasi("Baris tersembunyi", hide("Tahap 5", 5), "Tahap 5 B26"),
    Mutasi("Karakter kendali", put("Tahap 5!B4", "Meningkatnya mutu_x000B_ layanan data"), "B4 B23"),
    Mutasi("Spasi di belakang", put("Tahap 5!B4", "Meningkatnya mutu layanan data  "), ""),  # means the same
    # Program, Pejabat, Identitas
    Mutasi("Kode program salah di Program", put("Program!A2", "2.20.03"), "Program!A2 P51"),
    Mutasi("Kode kegiatan salah di Program", put("Program!A3", "2.20.02.2.02"), "Program!A3 P51"),
    # two cells differ and nothing tells which is wrong: it is said at Tahap 5, with the other code
    Mutasi("Kode sub kegiatan salah di Program", put("Program!A4", "2.20.02.2.01.0019"), "G6 P02"),
    Mutasi("Kode program dua kali", put("Program!A3", "2.20.02"), "Program!A3 P04"),
    Mutasi("Pagu anak melebihi induk", put("Program!C4", 5000000), "Program!C3 P05"),
    Mutasi("Pagu kegiatan salah", put("Program!C3", 5000000), "Program!C3 P05"),
    Mutasi("Pagu kurang dari nol", put("Program!C4", -5), "Program!C4 P49"),
    Mutasi("ID kosong", put("Pejabat!A4", None), "Pejabat!A4 P44"),
    Mutasi("ID kepala kosong", put("Pejabat!A3", None), "Pejabat!A3 P44"),
    Mutasi("ID dua kali", put("Pejabat!A6", "SUBKOR"), "Pejabat!A6 P38"),
    Mutasi("ID kepala salah eja", put("Pejabat!A3", "KADISS"), "Pejabat!A3 P53"),
    Mutasi("Jabatan tanpa Jenis PK", put("Pejabat!H6", None), "Pejabat!H6 P45"),
    Mutasi("Kepala bukan JPT", put("Pejabat!H3", "PK Ess 3"), "Pejabat!H3 P46"),
    Mutasi("Dua kepala bidang sama", put("Pejabat!G5", "Kepala Bidang Data"), "Pejabat!G5 P54"),
    Mutasi("Tahun di luar periode", put("Identitas!B5", 2031), "Identitas!B5 K09"),
    Mutasi("Kunci salah eja", put("Identitas!A2", "Nama PDD"), "Identitas!A2 B29"),
    Mutasi("Kunci ditimpa", put("Identitas!A2", "KADIS"), "Identitas!A2 B29"),
    Mutasi("Kinerja dan Indikator kosong", both(put("Tahap 5!B6", None), put("Tahap 5!C6", None)), "B6 S43"),
    Mutasi("Kunci dua kali", both(put("Identitas!A10", "Tahun"), put("Identitas!B10", 2027)), "Identitas!B10 B31"),
]  # fmt: skip

LEBIH = [
    ("Tahap 2", 7, 2),
    ("Tahap 3", 43, 28),
    ("Tahap 4", 47, 30),
    ("Tahap 5", 47, 30),
    ("Program", 28, 8),
    ("Lintas Perangkat Daerah", 9, 1),
    ("Renstra", 7, 2),
    ("Sub Kegiatan Prioritas", 9, 1),
    ("Faktor Penghambat dan Pendorong", 7, 2),
    ("Pejabat", 27, 6),
    ("Pejabat", 17, 3),
    ("Pejabat", 10, 2),
    ("Renaksi", 10, 5),
    ("Realisasi", 61, 4),
    ("Realisasi", 42, 4),
    ("Realisasi", 23, 4),
    ("Realisasi", 12, 4),
]
"""Rows of the repaired example from a first one on: its third and fourth sasaran, which show no fault the others do not."""

# In the repaired example: its first two sasaran (rows 5 to 46) and its cross-cutting row 47, all sheets.
BESAR = [
    Mutasi("Polaritas kosong pada IKU", put("Tahap 5!K6", None), "K6 I14"),
    Mutasi("Polaritas salah eja", put("Tahap 5!K7", "Semakin tingi semakin baik"), "K7 B22"),
    Mutasi("Target turun", put("Tahap 5!N7", 30), "N7 I34"),
    Mutasi("Target kelebihan nol", put("Tahap 5!N7", 4500), "N7 I33"),
    Mutasi("Jenis PK kosong", put("Tahap 5!F9", None), "F9 B45"),
    Mutasi("Komponen program salah eja", put("Tahap 5!E7", "Sasaran Progam"), "E7 S30"),
    Mutasi("Komponen sasaran salah eja", put("Tahap 5!E6", "Sasarn Pertama SKPD"), "E6 S42"),
    Mutasi("Program menjadi kegiatan", put("Tahap 5!E7", "Sasaran Kegiatan"), "E7 S46"),
    Mutasi("Program menjadi sasaran", put("Tahap 5!E14", "Sasaran Kedua SKPD"), "E14 S46; Renstra D10"),
    Mutasi("Sasaran menjadi tujuan", put("Tahap 5!E6", "Tujuan SKPD"), "E6 S46"),
    Mutasi("Kode program cabang lain", put("Tahap 5!G7", "2.16.03"), "G7 P48"),
    Mutasi("Kode kegiatan cabang lain", put("Tahap 5!G8", "2.16.03.2.02"), "G8 P48"),
    Mutasi("Kode kegiatan salah ketik", put("Tahap 5!G8", "2.16.02.2.10"), "G8 P02"),
    Mutasi("Kata salah eja di Tahap 5", spell("Tahap 5!C9", "Informasi", "Infomasi"), "C9 X03"),
    Mutasi("Kata salah eja di Tahap 4", spell("Tahap 4!B9", "Informasi", "Infomasi"), "Tahap 4!B9 X03"),
    Mutasi("Kata salah eja di Tahap 3", spell("Tahap 3!B7", "Informasi", "Infomasi"), "Tahap 3!B7 X02"),
    Mutasi("Kata kerja salah eja di Tahap 4", spell("Tahap 4!B9", "Terbentuk", "Terbentukn"), "Tahap 4!B9 W03"),
    Mutasi("Baris sub kegiatan dihapus", delete("Tahap 5", 9), "Tahap 4!B9 X04"),
    Mutasi("Baris program dihapus", delete("Tahap 5", 7), "Tahap 4!B7 X04; Realisasi!O7 B112"),
    Mutasi("Baris sasaran dihapus", delete("Tahap 5", 6),
           "Tahap 4!B6 X04; Faktor Penghambat dan Pendorong!A5 P92; Realisasi!O6 B112; Renaksi!B5 B112"),
    Mutasi("Baris Tahap 4 dihapus", delete("Tahap 4", 9), "B9 X04"),
    Mutasi("Dua baris bertukar", swap("Tahap 5", 9, 10), "B9 X06"),
    Mutasi("Program dan kegiatan bertukar", swap("Tahap 5", 7, 8), "B7 X06"),
    Mutasi("Dua baris Tahap 4 bertukar", swap("Tahap 4", 9, 10), "Tahap 4!B10 X06"),
    # two cells are wrong, and each is told
    Mutasi("Dua indikator bertukar", both(copy("Tahap 5", "C9", "AF1"), copy("Tahap 5", "C10", "C9"),
                                          copy("Tahap 5", "AF1", "C10"), put("Tahap 5!AF1", None)), "C9 X03; C10 X03"),
    Mutasi("Baris dipindahkan ke cabang lain", move("Tahap 5", 8, 30), "B30 X06"),
    Mutasi("Baris berulang di akhir", repeat("Tahap 5", 8, at_end=True), "B48 S10"),
    Mutasi("Tanda lintas salah eja", put("Tahap 5!A47", "CROS CUTTING"), "A47 B22"),
    Mutasi("Tanda lintas kosong", put("Tahap 5!A47", None), "A47 S47"),
    Mutasi("Dua baris Tahap 2 bertukar", swap("Tahap 2", 5, 6), "Tahap 2!C5 X06"),
    Mutasi("CSF dua kali", copy("Tahap 2", "B5", "B6"), "Tahap 2!B6 X37"),
    Mutasi("Keterangan Tahap 4 salah jenjang", put("Tahap 4!D9", "Kinerja Taktikal Immediate"), "Tahap 4!D9 X03"),
    Mutasi("Catatan di bawah tabel", put("Tahap 5!A90", "Catatan: disusun tim"), "Tahap 5!A90 B55"),
    # the level of the tujuan is not known without Komponen, that of all others is
    Mutasi("Kolom Komponen hilang", lambda book: book["Tahap 5"].delete_cols(5),
           "Tahap 5 baris 4 B42; Tahap 5 baris 5 S30"),
    Mutasi("Nomor CSF dua kali", put("Tahap 2!A6", 1), "Tahap 2!A6 X36"),
    Mutasi("Kondisi Tahap 3 dua kali", repeat("Tahap 3", 7), "Tahap 3!B8 X37"),
    Mutasi("Keterangan Tahap 3 salah eja", put("Tahap 3!C7", "Kondisi Oprasional"), "Tahap 3!C7 X31"),
    Mutasi("Program dihapus", delete("Program", 14), "G7 P02"),
    Mutasi("Kode program dikosongkan", put("Program!A15", None), "Program!A15 P47"),
    Mutasi("Kode program tertulis dua kali", put("Program!A23", "2.16.02"), "Program!A23 P04"),
    Mutasi("Kode tidak berbentuk kode", put("Program!A14", "2/16/02"), "Program!A14 P51"),
    Mutasi("Kode bertanda hubung", put("Program!A14", "2-16-02"), ""),  # means the same
    Mutasi("Nomenklatur saudaranya", copy("Program", "B17", "B16"), "Program!B17 P52"),
    Mutasi("Pejabat dihapus", delete("Pejabat", 8), "H7 P32"),
    Mutasi("Atasan diri sendiri", put("Pejabat!J15", "HUMAS-1"), "Pejabat!J15 P34"),
    Mutasi("Atasan berputar", put("Pejabat!J8", "HUMAS-1"), "Pejabat!J8 P34"),
    Mutasi("Atasan tidak ada", put("Pejabat!J15", "SK-MITRAA"), "Pejabat!J15 P33"),
    Mutasi("Jenis PK pejabat tingkat lain", put("Pejabat!I15", "PK Ess 3"), "Pejabat!I15 P37"),
    Mutasi("NIP kurang satu angka", put("Pejabat!E8", "1978110220031219"), "Pejabat!E8 N01"),
    Mutasi("NIP berspasi", put("Pejabat!E8", "19781102 200312 1 904"), ""),  # means the same
    Mutasi("NIP berupa angka", put("Pejabat!E8", 197811022003121904), "Pejabat!E8 B20"),
    Mutasi("NIP orang lain", copy("Pejabat", "E9", "E8"), "Pejabat!E9 N04"),
    Mutasi("Golongan tidak dikenal", put("Pejabat!F8", "IV/f"), "Pejabat!F8 N08"),
    Mutasi("Pangkat tidak cocok", put("Pejabat!G8", "Penata"), "Pejabat!G8 N05"),
    Mutasi("Gelar dalam Nama", put("Pejabat!B8", "Dr. Contoh Wibowo"), "Pejabat!B8 N10"),
    Mutasi("Bidang salah eja", spell("Pejabat!N10", "Komunikasi", "Komunkasi"), "Pejabat!N10 P55"),
    Mutasi("Satu orang di dua jabatan", both(copy("Pejabat", "B16", "B15"), copy("Pejabat", "E16", "E15")),
           "Pejabat!B16 N09"),
    Mutasi("Tanggal PK sesudah satu bulan", put("Identitas!B21", datetime(2026, 3, 5)), "Identitas!B21 K04"),
    Mutasi("Tanggal PK tahun lain", put("Identitas!B21", datetime(2025, 12, 30)), "Identitas!B21 K05"),
    Mutasi("Periode tidak memuat tahun", put("Identitas!B20", "2030-2034"), "Identitas!B20 K09; Anggaran dan Realisasi baris 4 B110; Kinerja Pelayanan baris 4 B110"),
    Mutasi("Lintas tanpa kinerja", put("Lintas Perangkat Daerah!A6", None), "Lintas Perangkat Daerah!A6 L03"),
    Mutasi("Lintas tanpa peran", put("Lintas Perangkat Daerah!D6", None), "Lintas Perangkat Daerah!D6 S37"),
    Mutasi("Lintas dengan diri sendiri", copy("Lintas Perangkat Daerah", "B6", "C6"),
           "Lintas Perangkat Daerah!C6 L04"),
    Mutasi("Lintas tentang kinerja lain", spell("Lintas Perangkat Daerah!A8", "Internet", "Interet"),
           "Lintas Perangkat Daerah!A8 L01"),
    Mutasi("Baris Renstra tanpa sasaran", put("Renstra!A6", None), "Renstra!A6 K14; Renstra D10"),
    Mutasi("Outcome lain di Tahap 1", put("Tahap 1!A5", "Terwujudnya Layanan Prima"), "Tahap 1!A5 X07"),
    Mutasi("Outcome kosong", put("Tahap 1!A5", None), "Tahap 1!A5 X35"),
]  # fmt: skip


class Buku:
    """A faultless workbook, with what is said of it already (no galat, no peringatan).

    It is changed in memory: to write and read it again for each change takes as long as its checks. Only what a change
    gives it besides values (a formula, a merged range) makes it go through a file.
    """

    def __init__(self, book: Workbook, folder: Path) -> None:
        self.path = folder / "buku.xlsx"
        self.lembar = [
            (sheet.title, [[cell.value for cell in row] for row in sheet.iter_rows()]) for sheet in book.worksheets
        ]
        self.bentuk = [
            (sheet.title, cell.coordinate, cell.number_format)
            for sheet in book.worksheets
            for cell in sheet._cells.values()
            if cell.number_format != "General"
        ]
        book.save(self.path)
        self.tinggi = heights(self.fresh())
        assert grids(self.fresh()) == workbook_file.read_grids(bare_package.essence(self.path))
        book, found = self.look(lambda book: None)
        assert [entry for entry in found.temuan if CATALOGUE[entry.kode].severity is not Severity.SARAN] == []
        self.dasar: Baseline = Counter(key(entry, book) for entry in found.temuan)

    def fresh(self) -> Workbook:
        book = Workbook()
        book.remove(book.worksheets[0])
        for title, rows in self.lembar:
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
        for title, place, number_format in self.bentuk:
            book[title][place].number_format = number_format
        return book

    def keeps_rows(self, change: Callable[[Workbook], object]) -> bool:
        """Whether the rows of all sheets stand where they stood."""
        book = self.fresh()
        change(book)
        return heights(book) == self.tinggi

    def look(self, change: Callable[[Workbook], object]) -> tuple[Workbook, Examination]:
        book = self.fresh()
        change(book)
        if not all(map(is_plain, book.worksheets)):
            book.save(self.path)
            return book, examine(self.path, PILIHAN)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(bare_package, "essence", lambda path: None)
            patch.setattr(workbook_file, "read_grids", lambda paket: grids(book))
            return book, examine(self.path, PILIHAN)

    def new(self, change: Callable[[Workbook], object]) -> list[Temuan]:
        """The findings that the change adds, those at a cell of the same text in another row aside."""
        book, found = self.look(change)
        assert unnamed(found) == []
        left, added = Counter(self.dasar), []
        for entry in found.temuan:
            place = key(entry, book)
            left[place] -= 1
            if left[place] < 0 and entry.kode not in BERPINDAH:
                added.append(entry)
        return added


def heights(book: Workbook) -> list[tuple[str, int]]:
    return [(sheet.title, sheet.max_row) for sheet in book.worksheets]


def is_plain(sheet: Worksheet) -> bool:
    """Whether a sheet holds nothing but values, which are read from it as from its file."""
    plain = {cell.data_type for cell in sheet._cells.values()} <= set("nsdb")
    texts = (str(cell.value) for cell in sheet._cells.values() if cell.data_type == "s")
    hidden = any(size.hidden for size in sheet.row_dimensions.values())
    return plain and not hidden and not sheet.merged_cells.ranges and not any("_x00" in text for text in texts)


def grids(book: Workbook) -> tuple[Grid, ...]:
    """What the reader gives of a workbook that holds nothing but values."""
    return tuple(
        Grid(sheet.title, dict(workbook_file._cells(sheet._cells, sheet.title, workbook_file._Texts())))
        for sheet in book.worksheets
    )


def key(entry: Temuan, book: Workbook) -> tuple[str, str, int | None, str]:
    place = entry.tempat
    value = book[place.lembar][place.address].value if place.address and place.lembar in book.sheetnames else ""
    return entry.kode, place.lembar, place.kolom, str(value)


@pytest.fixture(scope="module")
def kecil(tmp_path_factory: pytest.TempPathFactory) -> Buku:
    return Buku(workbook(BAKU), tmp_path_factory.mktemp("kecil"))


@pytest.fixture(scope="module")
def besar(tmp_path_factory: pytest.TempPathFactory) -> Buku:
    folder = tmp_path_factory.mktemp("besar")
    shipped = load_workbook(write_clean(folder / "bersih.xlsx"))
    for lembar, first, rows in LEBIH:
        shipped[lembar].delete_rows(first, rows)
    book = Workbook()  # the values alone: styles and drop-downs take most of the time of reading and writing
    book.remove(book.worksheets[0])
    for sheet in shipped.worksheets[1:]:
        plain = book.create_sheet(sheet.title)
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    copied = plain.cell(cell.row, cell.column, cell.value)
                    copied.number_format = cell.number_format
    return Buku(book, folder)


def expected(told: str) -> list[tuple[str, str]]:
    """Code and place of each finding of a case."""
    found = []
    for part in filter(None, (piece.strip("\n") for piece in told.split("; "))):
        place, _, kode = part.rpartition(" ")
        bare = place and "!" not in place and place[-1].isdigit() and " " not in place
        found.append((kode, f"Tahap 5!{place}" if bare else place))
    return sorted(found)


def test_there_are_enough_cases_and_each_stands_once() -> None:
    names = [case.nama for case in KECIL] + [f"{case.nama} (besar)" for case in BESAR]
    assert len(names) == len(set(names)) >= 90


@pytest.mark.parametrize("case", KECIL, ids=[case.nama for case in KECIL])
def test_one_fault_is_named_once_at_its_cell(kecil: Buku, case: Mutasi) -> None:
    added = kecil.new(case.ubah)
    assert sorted((entry.kode, str(entry.tempat)) for entry in added) == expected(case.temuan), list(
        map(message, added)
    )


@pytest.fixture(scope="module")
def told_of(besar: Buku) -> Callable[[Mutasi], list[Temuan]]:
    """What is said of a fault: in a workbook with others where all of them together give what each is to give, else in
    one of its own. Faults that move rows stand alone, as the places of the others would move with them."""
    staying = [case for case in BESAR if besar.keeps_rows(case.ubah)]
    count = -(-len(staying) // 5)  # the list goes from sheet to sheet: far apart, five rarely change the same row
    groups = {case.nama: staying[at::count] for at in range(count) for case in staying[at::count]}
    known: dict[str, list[Temuan]] = {}

    def examine_all(cases: list[Mutasi]) -> None:
        added = besar.new(both(*(case.ubah for case in cases)))
        if len(cases) == 1:
            known[cases[0].nama] = added
        elif sorted(map(said, added)) == sorted(place for case in cases for place in expected(case.temuan)):
            for case in cases:
                known[case.nama] = [entry for entry in added if said(entry) in expected(case.temuan)]
        else:
            examine_all(cases[: len(cases) // 2])
            examine_all(cases[len(cases) // 2 :])

    def told(case: Mutasi) -> list[Temuan]:
        if case.nama not in known:
            examine_all(groups.get(case.nama, [case]))
        return known[case.nama]

    return told


def said(entry: Temuan) -> tuple[str, str]:
    return entry.kode, str(entry.tempat)


@pytest.mark.parametrize("case", BESAR, ids=[case.nama for case in BESAR])
def test_one_fault_among_many_rows_is_named_once_at_its_cell(
    told_of: Callable[[Mutasi], list[Temuan]], case: Mutasi
) -> None:
    added = told_of(case)
    assert sorted(map(said, added)) == expected(case.temuan), list(map(message, added))


def test_what_follows_from_a_waived_finding_is_said(kecil: Buku) -> None:
    blank = put("Tahap 5!C4", None)
    assert [entry.kode for entry in kecil.new(blank)] == ["I01"]
    assert [entry.kode for entry in kecil.new(both(blank, put("Tahap 5!R4", "I01: menyusul")))] == ["X03"]


def test_what_is_said_in_the_same_breath_is_not_lost(kecil: Buku) -> None:
    (entry,) = kecil.new(put("Tahap 5!B6", "Tersusunnnya metadata"))
    assert "«Tersusunnya metadata»" in hint(entry)
    assert "Tahap 4!B6; di sana tertulis «Tersusunnya metadata»" in message(entry)


# Two independent slips: each is said as it is said alone, none hides the other.
PASANGAN = [
    ("Komponen digabung", "Rujukan salah", "E4 S46"),
    ("Komponen salah eja", "Rumus pada Kinerja", "E4 S30; B4 B18"),
    ("Judul kolom salah eja", "Kunci salah eja", "B1 B13; Identitas!A2 B29"),
    ("Judul kolom salah eja", "Pemilik salah eja", "B1 B13; H5 P32"),
    ("ID kepala salah eja", "Kunci salah eja", "Pejabat!A3 P53; Identitas!A2 B29"),
    ("ID dua kali", "Kepala bukan JPT", "Pejabat!A6 P38; Pejabat!H3 P46"),
    ("ID dua kali", "Pemilik salah eja", "Pejabat!A6 P38; H5 P32"),
    ("Kata kerja sasaran salah eja", "Kalimat lain di Tahap 2", "B3 W03; Tahap 2!C2 X01"),
]


@pytest.mark.parametrize(("satu", "dua", "temuan"), PASANGAN, ids=[f"{satu}, {dua}" for satu, dua, _ in PASANGAN])
def test_one_fault_does_not_hide_another(kecil: Buku, satu: str, dua: str, temuan: str) -> None:
    changes = {case.nama: case.ubah for case in KECIL}
    added = kecil.new(both(changes[satu], changes[dua]))
    said = {(entry.kode, str(entry.tempat)) for entry in added}
    assert set(expected(temuan)) <= said, list(map(message, added))
    assert len(added) <= 3


def test_a_row_that_is_not_read_does_not_hide_the_findings_of_other_branches(besar: Buku) -> None:
    whole = besar.new(delete("Tahap 5", 10, 11, 12, 13))
    parts = {(entry.kode, entry.tempat.baris) for entry in whole if entry.kode in ("S05", "S06")}
    below = besar.new(both(delete("Tahap 5", 10, 11, 12, 13), put("Tahap 5!E35", "Sasaran Sub Kegiatn")))
    assert parts <= {(entry.kode, entry.tempat.baris) for entry in below}
