"""Tables 3.3 and 4.2 of the Renstra, and the page a chapter printed alone begins with."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from helpers.places import ROOT
from helpers.plans import rencana_of, renstra_of
from helpers.workbooks import BAKU, add_row, read_of, sheet_with, write
from pokin_docs.check.cycle_rules import first_pages
from pokin_docs.documents.plan import Plan
from pokin_docs.documents.renstra.content import Renstra
from pokin_docs.documents.renstra.stages import headings, parted

OTHERS = (
    add_row("Program", "| 2.21.02 | Program Persandian | 500 | 600 | 700 | 800 | 900 | APBD |"),
    add_row("Program", "| 3.30.02 | Program Perdagangan | 7 | 7 | 7 | 7 | 7 | APBD |"),
)
YEARS = (2026, 2027, 2028, 2029, 2030)


def planned(folder: Path, *changes: Callable[[Workbook], None]) -> Plan:
    return rencana_of(write(folder / "b.xlsx", BAKU, *changes))


def amounts(renstra: Renstra, tingkat: str) -> dict[str, str]:
    """The pagu of the first planned year by the code at the head of a row."""
    rows = [row for row in renstra.daftar_pendanaan if row.tingkat == tingkat]
    return {str(row.uraian).split()[0]: str(row.daftar_tahun[0].pagu) for row in rows}


def test_each_urusan_and_bidang_has_the_sum_of_its_programs(tmp_path: Path) -> None:
    renstra = renstra_of(planned(tmp_path, *OTHERS))
    program, bidang, urusan, total = (amounts(renstra, name) for name in ("program", "bidang", "urusan", "jumlah"))
    assert list(bidang) == ["2.20", "2.21", "3.30"]
    assert bidang["2.21"] == program["2.21.02"]
    number = {key: int(text.replace(".", "")) for key, text in {**bidang, **urusan, **total}.items()}
    assert number["2"] == number["2.20"] + number["2.21"]
    assert number["Jumlah"] == number["2"] + number["3"]


def test_a_code_of_an_unknown_field_has_no_heading_and_stands_before_all_headings(tmp_path: Path) -> None:
    strange = add_row("Program", "| 9.77.02 | Program Lain | 5 | 5 | 5 | 5 | 5 | APBD |")
    rows = renstra_of(planned(tmp_path, strange)).daftar_pendanaan
    assert [row.tingkat for row in rows[:3]] == ["program", "urusan", "bidang"]
    assert str(rows[0].uraian) == "9.77.02 Program Lain"


@pytest.mark.parametrize("kode", ["77", "9-A", "2.20.02.2.01.0018.77", "2.20.02.2.55.0001"])
def test_a_line_whose_code_has_no_official_shape_is_not_lost(tmp_path: Path, kode: str) -> None:
    strange = add_row("Program", f"| {kode} | Belanja Aneh | 5 | 5 | 5 | 5 | 5 | APBD |")
    rows = renstra_of(planned(tmp_path, strange)).daftar_pendanaan
    assert [str(row.uraian) for row in rows].count(f"{kode} Belanja Aneh") == 1


def test_the_agency_s_own_field_stands_for_the_shared_one_where_it_is_known(tmp_path: Path) -> None:
    shared = add_row("Program", "| X.XX.01 | Program Penunjang | 5 | 5 | 5 | 5 | 5 | APBD |")
    one = renstra_of(planned(tmp_path, shared))
    assert list(amounts(one, "program")) == ["2.20.02", "2.20.01"]
    two = renstra_of(planned(tmp_path, shared, *OTHERS))
    assert "X.XX.01" in amounts(two, "program")
    assert list(amounts(two, "bidang")) == ["2.20", "2.21", "3.30"]
    told = add_row("Identitas", "| Kode SKPD | 2.21.2.20.0.00.01.0000 |")
    assert "2.21.01" in amounts(renstra_of(planned(tmp_path, shared, *OTHERS, told)), "program")


def test_on_f4_amounts_are_in_thousands_of_the_whole_sum(tmp_path: Path) -> None:
    f4 = add_row("Identitas", "| Kertas Pendanaan | F4 |")
    odd = [add_row("Program", f"| 2.2{n}.02 | Program {n} | 1500 | 1 | 1 | 1 | 1 | APBD |") for n in (1, 2)]
    whole, thousands = renstra_of(planned(tmp_path)), renstra_of(planned(tmp_path, f4, *odd))
    assert not whole.kertas_f4
    assert thousands.kertas_f4
    assert amounts(whole, "program")["2.20.02"] == "1.000.000"
    assert list(amounts(thousands, "program").values()) == ["1.000", "2", "2"]
    assert list(amounts(thousands, "jumlah").values()) == [
        str(round(Decimal(1_003_000) / 1000)).replace("1003", "1.003")
    ]


@pytest.mark.parametrize(
    ("periode", "years"),
    [("2025-2029", ("2026", "2027", "2028", "2029", "2030", "")), ("2026-2030", ("2026", "2027", "2028", "2029", "2030", "2031"))],
)  # fmt: skip
def test_only_the_transition_year_is_not_planned_again(tmp_path: Path, periode: str, years: tuple[str, ...]) -> None:
    renstra = renstra_of(planned(tmp_path, _identity("Periode Renstra", periode)))
    assert renstra.daftar_tahun_rencana == years
    assert all(len(row.daftar_tahun) == 6 for row in renstra.daftar_pendanaan)


def _identity(key: str, value: str) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        cell = next(row[1] for row in book["Identitas"].iter_rows() if row[0].value == key)
        cell.value = value

    return change


def test_a_chapter_begins_with_the_page_that_identitas_gives(tmp_path: Path) -> None:
    made = planned(
        tmp_path,
        add_row("Identitas", "| Halaman Awal Bab 2 | 17 |"),
        add_row("Identitas", "| Halaman Awal Bab III | tengah |"),
    )
    pages = [entry.content.halaman_awal for entry in made.dokumen if isinstance(entry.content, Renstra)]
    assert pages == ["", "", "17", "", "", ""]
    buku = read_of(tmp_path / "b.xlsx")
    told = [(entry.kode, entry.tempat) for entry in first_pages(buku, made)]
    assert told == [("K25", buku.identitas["halaman_awal_bab_3"].source)]


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("Tahap I (2026): pemetaan\nTahap II (2027): penerapan", {0: ("2026", "pemetaan"), 1: ("2027", "penerapan")}),
        ("Tahap 2: perluasan", {1: ("", "perluasan")}),
        ("2026: pelatihan; 2028: evaluasi", {0: ("2026", "pelatihan"), 2: ("2028", "evaluasi")}),
        ("Pelatihan dahulu, lalu penerapan", None),
        ("Tahap I: a\nTahap I: b", None),
        ("Tahap I: a\ncatatan", None),
        ("2031: di luar periode", None),
        ("", None),
    ],
)
def test_a_cell_of_the_penahapan_is_parted_by_tahap(text: str, stages: dict[int, tuple[str, str]] | None) -> None:
    assert parted(text, YEARS) == stages


def test_the_columns_of_the_penahapan_name_the_years_that_the_cells_name() -> None:
    assert headings([], YEARS)[0] == "Tahap I (2026)"
    assert headings([{0: ("2025", "a")}], YEARS)[:2] == ("Tahap I (2025)", "Tahap II (2027)")
    assert headings([{0: ("2025", "a")}, {0: ("2026", "b")}], YEARS)[0] == "Tahap I"


def test_a_penahapan_that_names_no_tahap_is_printed_whole(tmp_path: Path) -> None:
    def sheet(text: str) -> Callable[[Workbook], None]:
        return sheet_with("Renstra", ["Sasaran", "Penahapan"], ["Meningkatnya mutu layanan data", text])

    whole = renstra_of(planned(tmp_path, sheet("Bertahap"))).daftar_strategi[0]
    assert (whole.penahapan_utuh, set(whole.daftar_tahap)) == ("Bertahap", {""})
    parted_text = renstra_of(planned(tmp_path, sheet("Tahap I: awal"))).daftar_strategi[0]
    assert (parted_text.penahapan_utuh, parted_text.daftar_tahap[0]) == ("", "awal")


@pytest.mark.parametrize("name", ["renstra.docx", "renstra-86.docx"])
def test_no_line_of_ours_ends_between_a_table_and_its_number(name: str) -> None:
    said = [paragraph.text for paragraph in Document(str(ROOT / "templates" / name)).paragraphs
            if paragraph.style is not None and paragraph.style.name not in ("Caption", "caption")]  # fmt: skip
    assert [text for text in said if re.search(r"disajikan pada Tabel (?=\d)", text)] == []
    assert any("Tabel\u00a0" in text for text in said)


def test_the_references_of_table_4_1_begin_beside_the_tujuan(tmp_path: Path) -> None:
    """No page begins with a row that has nothing but an indicator: its cell runs down to the first sasaran."""
    notes = sheet_with(
        "Renstra", ["Sasaran", "NSPK"], ["Meningkatnya akses data", "NSPK data"], ["Hal lain", "NSPK lain"]
    )
    second = add_row("Tahap 5", "| | Hal lain | Indeks | Kinerja Strategis SKPD | Sasaran Kedua SKPD | |")
    rows = renstra_of(rencana_of(write(tmp_path / "b.xlsx", BAKU, notes, second))).daftar_perumusan
    assert [(row.tingkat, row.acuan) for row in rows if row.acuan or row.sasaran] == [
        ("tujuan", "NSPK data"), ("sasaran", ""), ("sasaran", "NSPK lain"),
    ]  # fmt: skip
