"""Findings of reading: tables as offices lay them out, and levels that are named otherwise."""

from __future__ import annotations

from collections.abc import Callable

from openpyxl import Workbook
from openpyxl.comments import Comment

from helpers.workbooks import add_row, both, drop_column, put, rename, split_off, strike

Change = Callable[[Workbook], None]


def another_tree(book: Workbook) -> None:
    """A sheet with a tree that shares no kinerja with the main table."""
    sheet = book.create_sheet("Lain")
    for row in (
        ("Komponen", "Kinerja", "Indikator"),
        ("Sasaran", "Membaiknya pasar rakyat", "Indeks pasar"),
        ("Program", "Tertatanya kios pasar", "Persentase kios"),
    ):
        sheet.append(row)


def second_table_beside(book: Workbook) -> None:
    """The first four columns once more, to the right of the table."""
    sheet = book["Tahap 5"]
    for row in range(1, 4):
        for number in range(1, 5):
            sheet.cell(row, 19 + number).value = sheet.cell(row, number).value


def several_indicators(book: Workbook) -> None:
    """Two numbered indicators in a cell, and as many targets in each of theirs."""
    for title, row in (("Tahap 4", 5), ("Tahap 5", 5)):
        book[title].cell(row, 3).value = "1. Persentase data standar\n2. Persentase data lengkap"
    for number in range(10, 17):
        book["Tahap 5"].cell(5, number).value = "1. 50\n2. 60"


# code, place of the finding, change
KASUS: list[tuple[str, str, Change]] = [
    ("B41", "Lain", both(rename("Tahap 5", "Utama"), another_tree)),
    ("B42", "Tahap 5!G1", drop_column("Tahap 5", "Komponen Perencanaan")),
    ("B43", "Tahap 5!C5", put("Tahap 5!C5", "1. Persentase data standar\n2. Persentase data lengkap")),
    ("B46", "Tahap 5!A7", add_row("Tahap 5", "| Jumlah | | | | | | | | | 1 |")),
    ("B47", "Tahap 5!T1", second_table_beside),
    ("B55", "Tahap 5!S1", both(put("Tahap 5!S1", "Catatan Kantor"), put("Tahap 5!S3", "tanya Bappeda"))),
    ("B56", "Tahap 5!S1", both(put("Tahap 5!S1", "Target Renja 2026"), put("Tahap 5!S3", 56))),
    ("B57", "Tahap 5!C4", strike("Tahap 5!C4")),
    ("B58", "Pejabat (2)", split_off("Pejabat", 4, "Pejabat (2)")),
    ("B59", "Tahap 5!L3", lambda book: book["Tahap 5"].merge_cells("L3:N3")),
    ("B60", "Tahap 5!B3", lambda book: book["Tahap 5"].merge_cells("B3:C3")),
    ("B62", "Identitas!B11", both(put("Identitas!A11", "Nama Kepala Daerah"), put("Identitas!B11", "Contoh Wali"))),
    ("B63", "", lambda book: setattr(book["Tahap 5"]["B3"], "comment", Comment("sudah dibahas?", "Perencana"))),
    ("B64", "Tahap 5!G4", put("Tahap 5!G4", "2.20.02 Program Kearsipan")),
    ("B61", "Tahap 5!C5", several_indicators),
    ("S40", "Tahap 5", put("Tahap 5!E4", "Eselon III")),
    ("S41", "Tahap 5", both(put("Tahap 5!E3", "Camat"), put("Tahap 5!F3", None))),
    ("S42", "Tahap 5!E4", both(put("Tahap 5!E4", "Statistik"), put("Tahap 5!G4", None))),
    (
        "S44",
        "Tahap 5!B5",
        both(put("Tahap 5!E4", "Sekretaris"), put("Tahap 5!E5", "Kasi Data"), put("Tahap 5!G4", None)),
    ),
    ("S45", "Tahap 5!S5", both(put("Tahap 5!S1", "Induk"), put("Tahap 5!S5", "Membaiknya mutu layanan"))),
    ("S43", "Tahap 5!B7", add_row("Tahap 5", "| | | | | 2.20.02.2.01.0019 Penyelenggaraan Metadata |")),
]
