"""The workbook of a year's capaian: every indicator with its quarters, money by quarter, the evaluation of the Renja."""

from __future__ import annotations

from pathlib import Path

from helpers.realised import achieved_book, agency, made, realised
from helpers.workbooks import add_row, put
from pokin_docs.documents.capaian.content import AchievedBook, AchievedRow

ROWS = (
    ["IND-4", None, None, "TW I", "20"],
    ["IND-4", None, None, "TW II", "25"],
    ["IND-3", None, None, "TW I", "12"],
    [None, "2.20.02.2.01.0018", None, "TW I", None, "1000000000"],
    [None, "2.20.02.2.01.0018", None, "TW II", None, "530644750"],
)


def row_of(book: AchievedBook, indikator: str) -> AchievedRow:
    (found,) = [row for row in book.daftar_capaian if row.indikator == indikator]
    return found


def test_every_indicator_has_its_row_and_dashes_where_nothing_was_measured(tmp_path: Path) -> None:
    book = achieved_book(agency(tmp_path, realised(*ROWS)))
    assert [row.no for row in book.daftar_capaian] == ["1", "2", "3", "4", "5"]
    row = row_of(book, "Jumlah data standar")
    assert (row.tingkat, row.jenis_hitung, row.target) == ("Sasaran Kegiatan", "jumlah", "100")
    assert row.target_tw == ("25", "50", "75", "100")
    assert row.realisasi == ("20", "45", "–", "–")
    assert row.capaian == ("80,00", "90,00", "–", "–")
    assert (row.capaian_tahun, row.kategori, row.penanggung_jawab) == ("45,00", "Sangat Rendah", "Statistisi")
    blank = row_of(book, "Indeks mutu layanan")
    assert (blank.realisasi, blank.capaian_tahun, blank.kategori) == (("–",) * 4, "–", "Belum diukur")


def test_money_of_each_quarter_adds_up_from_the_parts(tmp_path: Path) -> None:
    book = achieved_book(agency(tmp_path, realised(*ROWS)))
    program, _, part = book.daftar_anggaran
    assert (program.jenis, part.jenis) == ("program", "sub kegiatan")
    assert program.realisasi == part.realisasi == ("1.000.000.000", "530.644.750", "–", "–")
    assert (program.jumlah, program.persen, program.sisa) == ("1.530.644.750", "25,00", "4.591.934.250")


def test_money_alone_makes_it_too(tmp_path: Path) -> None:
    book = achieved_book(agency(tmp_path, realised(ROWS[3])))
    assert book.sampai == "I"
    assert {row.kategori for row in book.daftar_capaian} == {"Belum diukur"}
    assert made(agency(tmp_path, realised()), AchievedBook) == {}


def test_the_evaluation_of_the_renja(tmp_path: Path) -> None:
    years = [put("Program!E1", "Pagu 2025 (Rp)"), put("Program!F1", "Pagu 2027 (Rp)"), put("Program!G1", "Pagu 2028 (Rp)"),
             put("Program!H1", "Pagu 2029 (Rp)"), *(put(f"Program!{column}2", 1_000_000_000) for column in "EFGH")]  # fmt: skip
    earlier = [None, "2.20.02.2.01.0018", "2025", "TW IV", None, "900000000"]
    program, kegiatan = achieved_book(agency(tmp_path, realised(*ROWS, earlier), *years)).daftar_evaluasi
    assert (program.uraian, program.target_renstra, program.pagu_renstra) == (
        "2.20.02 Program Statistik", "75", "10.122.579.000",
    )  # fmt: skip
    assert (program.anggaran_lalu, program.pagu, program.anggaran) == ("900.000.000", "6.122.579.000", "1.530.644.750")
    assert (program.realisasi_tw, program.realisasi) == (("12", "–", "–", "–"), "12")
    assert (program.anggaran_kumulatif, program.tingkat_anggaran) == ("2.430.644.750", "24,01")
    assert (program.tingkat_kinerja, kegiatan.tingkat_kinerja) == ("16,00", "45,00")
    assert kegiatan.pagu_renstra == "–"  # its pagu of the other years is not known


def test_a_component_with_several_kinerja_has_its_money_once(tmp_path: Path) -> None:
    again = add_row(
        "Tahap 5",
        "| Meningkatnya mutu data | Persentase data sahih | Kinerja Taktikal Intermediate | Sasaran Program | PK Ess 3 | "
        "2.20.02 | KABID | IND-5 | % | | | | | | 1 | 2 | 3 | | | | | |",
    )
    rows = achieved_book(agency(tmp_path, realised(*ROWS), again)).daftar_evaluasi
    assert [row.pagu for row in rows] == ["6.122.579.000", "6.122.579.000", ""]
