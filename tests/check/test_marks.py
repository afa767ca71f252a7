"""Every mark has a finding of its own that names what to fill where, and a mark names the cell that is wrong."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from helpers.marks import refused, unnamed
from helpers.places import ROOT
from helpers.plans import renstra_of
from helpers.workbooks import BAKU, add_row, both, drop_column, put, workbook, write
from pokin_docs.flow.examine import Understood, examine
from pokin_docs.model.catalogue import hint, message
from pokin_docs.model.locations import template_folders
from pokin_docs.model.settings import Settings

FINAL = Settings(Path("build"), (), final=True)
EDITS = 40
TYPED = (
    None, "-", "?", "abc", "2031", "idem", "12,5", "-5", "1.000.000", "lowong", "…", 0, datetime(2026, 1, 5),
    "5 Januari 2026", "KADIS;KABID", "STAF", "2.20.02",
)  # fmt: skip
"""What is typed into a cell: nothing, signs for nothing, and what belongs elsewhere."""
SUCCESSOR = (
    "| STAF | Contoh Lima | | '199104042015012905 | III/a | Penata Muda | Statistisi | PK JF/JP | SUBKOR | | {} | {} |"
)


def two_holders(book: Workbook) -> None:
    """STAF has one holder until June and another one from July on."""
    for change in (
        put("Pejabat!K1", "Berlaku Dari"),
        put("Pejabat!L1", "Berlaku Sampai"),
        put("Pejabat!L6", "30 Juni 2026"),
        add_row("Pejabat", SUCCESSOR.format("1 Juli 2026", "")),
    ):
        change(book)


def look(tmp_path: Path, *changes: Callable[[Workbook], object]) -> Understood:
    found = examine(write(tmp_path / "b.xlsx", BAKU, *changes), FINAL)
    assert isinstance(found, Understood)
    return found


def edited(data: bytes, number: int) -> tuple[str, Workbook]:
    """The workbook after one to three slips drawn by a number, and what was done."""
    drawn = random.Random(number)
    book = load_workbook(io.BytesIO(data))
    said = [_slip(drawn, drawn.choice(book.worksheets)) for _ in range(drawn.choice((1, 1, 2, 3)))]
    return "; ".join(said), book


def _slip(drawn: random.Random, sheet: Worksheet) -> str:
    row, column = drawn.randint(2, sheet.max_row + 1), drawn.randint(1, sheet.max_column)
    kind = drawn.choice(("cell",) * 8 + ("row gone", "row in", "column gone", "title", "merged"))
    typed = drawn.choice(TYPED)
    if kind == "cell":
        sheet.cell(row, column).value = typed
    elif kind == "row gone":
        sheet.delete_rows(row)
    elif kind == "row in":
        sheet.insert_rows(row)
    elif kind == "column gone":
        sheet.delete_cols(column)
    elif kind == "title":
        sheet.cell(1, column).value = "Lainnya"
    else:
        sheet.merge_cells(start_row=row, end_row=row + 1, start_column=column, end_column=column)
    return f"{sheet.title} {row},{column} {kind} {typed!r}"


@pytest.mark.parametrize("holders", [1, 2])
def test_whatever_is_edited_final_never_refuses_without_a_place_and_names_every_mark(
    tmp_path: Path, holders: int
) -> None:
    data = io.BytesIO()
    book = workbook(BAKU)
    if holders == 2:
        two_holders(book)
    book.save(data)
    marked = 0
    for number in range(EDITS // 2):
        said, changed = edited(data.getvalue(), 100 * holders + number)
        changed.save(tmp_path / "b.xlsx")
        found = examine(tmp_path / "b.xlsx", FINAL)
        assert bool(refused(found)) is found.galat(final=True), said
        assert unnamed(found) == [], said
        marked += bool(found.tanda)
    assert marked > EDITS // 10


def test_an_owner_that_nobody_is_is_said_though_a_post_has_two_holders_one_after_the_other(tmp_path: Path) -> None:
    found = look(tmp_path, two_holders, put("Tahap 5!H5", "SUBKORR"))
    assert [(entry.kode, str(entry.tempat)) for entry in refused(found)] == [("P32", "Tahap 5!H5")]
    found = look(tmp_path, two_holders, put("Pejabat!I5", "KABIDD"))
    assert [(entry.kode, str(entry.tempat)) for entry in refused(found)] == [("P33", "Pejabat!I5")]


def test_two_holders_of_one_day_still_explain_an_owner_that_is_missed(tmp_path: Path) -> None:
    found = look(tmp_path, two_holders, put("Pejabat!K7", "1 Juni 2026"), put("Tahap 5!H5", "SUBKORR"))
    assert [entry.kode for entry in refused(found)] == ["P38"]


@pytest.mark.parametrize(
    ("change", "mark"),
    [
        (put("Tahap 5!L6", None), "[target 2026 belum diisi: Tahap 5!L6]"),
        (put("Program!C2", "belum ada"), "[pagu 2026 tidak terbaca: Program!C2]"),
        (put("Program!C2", None), "[pagu 2026 belum diisi: Program!C2]"),
        (put("Identitas!B5", "tahun depan"), "[tahun tidak terbaca: Identitas!B5]"),
        (put("Identitas!B5", None), "[tahun belum diisi: Identitas!B5]"),
        (put("Identitas!B6", "lima tahun"), "[periode Renstra tidak terbaca: Identitas!B6]"),
        (put("Identitas!B7", "awal tahun"), "[tanggal tidak terbaca: Identitas!B7]"),
        (put("Identitas!B7", None), "[tanggal belum diisi: Identitas!B7]"),
        (put("Identitas!B7", "sda"), "[tanggal tidak terbaca: Identitas!B7]"),
        (put("Identitas!A4", "Tempat TTDD"), "[Tempat TTD tidak terbaca: Identitas!A4]"),
        (put("Identitas!A5", "Tahunn"), "[tahun tidak terbaca: Identitas!A5]"),
        (put("Tahap 5!I2", "sda"), "[satuan tidak terbaca: Tahap 5!I2]"),
        (put("Program!C2", "idem"), "[pagu 2026 tidak terbaca: Program!C2]"),
        (put("Tahap 5!L6", datetime(2026, 1, 5)), "[target 2026 tidak terbaca: Tahap 5!L6]"),
        (put("Pejabat!D6", None), "[NIP belum diisi: Pejabat!D6]"),
        (put("Tahap 5!H5", None), "[nama pihak pertama belum diisi: Tahap 5!H5]"),
        (put("Tahap 5!H5", None), "[nama pihak kedua belum diisi: Tahap 5!H5]"),
        (put("Tahap 5!H5", "SUBKORR"), "[nama pihak pertama tidak terbaca: Tahap 5!H5]"),
        (put("Pejabat!I5", "KABIDD"), "[nama pihak kedua tidak terbaca: Pejabat!I5]"),
        (put("Tahap 5!G4", None), "[kode belum diisi: Tahap 5!G4]"),
        (drop_column("Tahap 5", "Satuan"), "[satuan belum diisi: Tahap 5, kolom Satuan tidak ada]"),
        (drop_column("Tahap 5", "Target 2026"), "[target 2026 belum diisi: Tahap 5, kolom Target 2026 tidak ada]"),
        (drop_column("Tahap 5", "Pemilik"), "[nama pihak pertama belum diisi: Tahap 5, kolom Pemilik tidak ada]"),
        (drop_column("Program", "Pagu 2026 (Rp)"), "[pagu 2026 belum diisi: Program, kolom Pagu 2026 tidak ada]"),
        (both(put("Pejabat!K1", "Berlaku Sampai"), put("Pejabat!K6", "1 Januari 2025")), "[nama belum diisi: Pejabat!A6]"),
    ],
)  # fmt: skip
def test_a_mark_names_the_cell_that_is_wrong_and_says_when_it_was_not_readable(
    tmp_path: Path, change: Callable[[Workbook], object], mark: str
) -> None:
    found = look(tmp_path, change)
    assert mark in found.tanda
    assert unnamed(found) == []


RENSTRA = "\n## Renstra\n| Sasaran | NSPK | Sasaran RPJMD |\n| Meningkatnya akses data | {} | {} |\n"
"""The sheet Renstra with a row about the sasaran of the workbook."""


@pytest.mark.parametrize(
    ("nspk", "rpjmd", "printed"),
    [
        ("NSPK data", "", "NSPK data"),
        ("", "Tata kelola", "Tata kelola"),
        ("", "", "[NSPK Sasaran 1 belum diisi: Renstra!B2]"),
    ],
)
def test_table_4_1_marks_a_sasaran_that_refers_to_nothing(tmp_path: Path, nspk: str, rpjmd: str, printed: str) -> None:
    found = examine(write(tmp_path / "b.xlsx", BAKU + RENSTRA.format(nspk, rpjmd)), FINAL)
    assert isinstance(found, Understood)
    rows = renstra_of(found.plan).daftar_perumusan
    assert [getattr(row.acuan, "text", row.acuan) for row in rows if row.acuan] == [printed]
    assert unnamed(found) == []


def test_what_a_sheet_has_no_row_about_is_not_said_to_be_in_a_cell(tmp_path: Path) -> None:
    other = RENSTRA.format("a", "b").replace("Meningkatnya akses data", "Meningkatnya hal lain")
    found = examine(write(tmp_path / "b.xlsx", BAKU + other), FINAL)
    hints = [hint(entry) for entry in found.temuan if entry.kode == "D10" and entry.tempat.kolom is None]
    assert hints
    assert all(said.endswith("pada baris yang belum ada di lembar Renstra.") for said in hints)


def test_the_table_of_iku_names_the_column_that_chooses_its_rows(tmp_path: Path) -> None:
    path = write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!Q2", None), put("Tahap 5!Q3", None))
    found = examine(path, Settings(Path("build"), template_folders(ROOT / "templates")))
    (said,) = [entry for entry in found.temuan if entry.kode == "D11" and "Utama" in message(entry)]
    assert (str(said.tempat), hint(said)) == ("Tahap 5", "Isi lembar Tahap 5, kolom IKU.")


LINTAS = add_row("Tahap 5", "| CROSS CUTTING | Terpenuhinya data oleh SKPD | Jumlah data |")
SHEET = both(
    lambda book: book.create_sheet("Lintas PD").append(["Kinerja", "PD Pengampu", "PD Pendukung", "Peran"]),
    lambda book: book["Lintas PD"].append(["Meningkatnya akses data", "Dinas Contoh", "Dinas Lain", "data"]),
)


def test_the_mark_of_a_partner_that_has_no_row_names_the_sheet_that_lacks_it(tmp_path: Path) -> None:
    """The cell of the condition is as it should be; the finding stands there, as it quotes its sentence."""
    for change, place in ((LINTAS, "lembar Lintas Perangkat Daerah"), (both(LINTAS, SHEET), "Lintas PD")):
        found = look(tmp_path, change)
        assert isinstance(found, Understood)
        marks = [mark for mark in found.tanda if "perangkat daerah pendukung" in mark]
        assert marks == [f"[perangkat daerah pendukung belum diisi: {place}]"]
        assert unnamed(found) == []
        assert [str(entry.tempat) for entry in found.temuan if entry.kode in ("S13", "D10")] == ["Tahap 5!B7"]
