"""The quarterly report: one for each quarter that has a value, what was not measured is not 0, money once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helpers.realised import agency, lkjip, made, monev, realised
from helpers.workbooks import add_row, drop_column, put
from pokin_docs.documents.lkjip.content import Lkjip
from pokin_docs.documents.monev.content import Monev, MonevIndicator


def row_of(report: Monev, indikator: str) -> MonevIndicator:
    (found,) = [row for goal in report.daftar_kinerja for row in goal.daftar_indikator if row.indikator == indikator]
    return found


def test_a_report_for_each_quarter_that_has_a_value_and_no_other(tmp_path: Path) -> None:
    book = agency(tmp_path, realised(["IND-1", None, None, "TW I", "80"], ["IND-1", None, None, "TW III", "82"],
                                     [None, "2.20.02.2.01.0018", None, "TW II", None, "5"],
                                     ["IND-1", None, "2025", "TW IV", "80"]))  # fmt: skip
    assert list(made(book, Monev)) == ["Capaian/Monev_2026_TW-1.docx", "Capaian/Monev_2026_TW-3.docx"]


def test_nothing_measured_is_no_report(tmp_path: Path) -> None:
    book = agency(tmp_path, realised([None, "2.20.02.2.01.0018", None, "TW II", None, "5"]))
    assert made(book, Monev) == {}
    assert made(book, Lkjip) == {}
    assert made(agency(tmp_path), Monev) == {}


def test_capaian_against_the_quarter_and_against_the_year(tmp_path: Path) -> None:
    report = monev(agency(tmp_path, realised(["IND-1", None, None, "TW II", "80,19"])), 2)
    row = row_of(report, "Indeks mutu layanan")
    assert (row.target, row.target_tw, row.realisasi) == ("85", "81", "80,19")
    assert (row.capaian_tw, row.capaian_tahun, row.status) == ("99,00", "94,34", "Tercapai")


def test_a_share_of_each_quarter_is_added_up(tmp_path: Path) -> None:
    quarters = [["IND-4", None, None, f"TW {roman}", value] for roman, value in (("I", "20"), ("II", "25"))]
    row = row_of(monev(agency(tmp_path, realised(*quarters)), 2), "Jumlah data standar")
    assert (row.target_tw, row.realisasi, row.capaian_tw, row.capaian_tahun) == ("50", "45", "90,00", "45,00")
    assert row.status == "Mendekati Target"
    assert row.tertinggal


@pytest.mark.parametrize(
    ("way", "planned", "reached"),
    [("jumlah", "50", "45"), ("kumulatif", "25", "25"), ("posisi akhir", "25", "25"), ("tetap", "25", "25"),
     ("rata-rata", "25", "22,5"), ("maksimum", "25", "25"), ("minimum", "25", "20"), ("", "50", "45")],
)  # fmt: skip
def test_each_way_of_counting(tmp_path: Path, way: str, planned: str, reached: str) -> None:
    """Blank is told by the targets, 25 in each quarter for 100; called cumulative, the word counts where they fit it."""
    year = put("Tahap 5!P6", 25) if way not in ("jumlah", "") else put("Tahap 5!P6", 100)
    rows = [["IND-4", None, None, f"TW {roman}", value] for roman, value in (("I", "20"), ("II", "25"))]
    row = row_of(
        monev(agency(tmp_path, realised(*rows), put("Tahap 5!K6", way or None), year), 2), "Jumlah data standar"
    )
    assert (row.target_tw, row.realisasi) == (planned, reached)


def test_a_sum_that_is_called_cumulative_is_counted_as_its_targets_are(tmp_path: Path) -> None:
    rows = [["IND-4", None, None, f"TW {roman}", value] for roman, value in (("I", "20"), ("II", "25"))]
    row = row_of(monev(agency(tmp_path, realised(*rows), put("Tahap 5!K6", "kumulatif")), 2), "Jumlah data standar")
    assert (row.target_tw, row.realisasi) == ("50", "45")


def test_what_was_not_measured_has_no_figure_and_nought_is_nought(tmp_path: Path) -> None:
    report = monev(agency(tmp_path, realised(["IND-2", None, None, "TW I", "0"])), 1)
    blank, nought = row_of(report, "Indeks mutu layanan"), row_of(report, "Angka pengaduan")
    assert (blank.realisasi, blank.capaian_tw, blank.status) == ("belum diukur", "–", "Belum diukur")
    assert (nought.realisasi, nought.capaian_tw, nought.status) == ("0", "200,00", "Melampaui")
    assert (report.jumlah_indikator, report.jumlah_diisi) == ("2", "1")
    assert [row.indikator for row in report.daftar_belum] == ["Indeks mutu layanan"]
    assert {entry.status: entry.jumlah for entry in report.daftar_status} == {
        "Melampaui": "1", "Tercapai": "0", "Mendekati Target": "0", "Perlu Perhatian": "0", "Kritis": "0",
        "Belum diukur": "1",
    }  # fmt: skip


def test_a_value_of_an_earlier_quarter_says_so(tmp_path: Path) -> None:
    book = agency(tmp_path, realised(["IND-1", None, None, "TW I", "80"], ["IND-2", None, None, "TW II", "5"]))
    row = row_of(monev(book, 2), "Indeks mutu layanan")
    assert (row.realisasi, row.catatan) == ("80", "realisasi TW I")
    assert row_of(monev(book, 2), "Angka pengaduan").catatan == ""


def test_what_got_far_worse_prints_0_with_the_figure_in_a_note(tmp_path: Path) -> None:
    row = row_of(monev(agency(tmp_path, realised(["IND-2", None, None, "TW IV", "9"])), 4), "Angka pengaduan")
    assert (row.capaian_tw, row.catatan, row.status) == ("0,00", "capaian terhitung \u221225,00", "Kritis")


def test_without_targets_of_quarters_only_the_end_of_the_year_has_one(tmp_path: Path) -> None:
    columns = [drop_column("Tahap 5", f"TW {roman}") for roman in ("I", "II", "III", "IV")]
    rows = realised(["IND-1", None, None, "TW I", "80"], ["IND-1", None, None, "TW IV", "85"])
    book = agency(tmp_path, rows, *columns)
    first, last = (row_of(monev(book, quarter), "Indeks mutu layanan") for quarter in (1, 4))
    assert (first.target_tw, first.capaian_tw, first.capaian_tahun) == ("–", "–", "94,12")
    assert first.status == "Tidak dapat dihitung"
    assert (last.target_tw, last.capaian_tw, last.status) == ("85", "100,00", "Tercapai")


@pytest.mark.parametrize(("reached", "capaian"), [("B", "100,00"), ("BB (sangat baik)", "125,00"), ("X", "–")])
def test_predicates_count_by_their_scale(tmp_path: Path, reached: str, capaian: str) -> None:
    changes = [put(f"Tahap 5!{cell}", "B") for cell in ("P3", "R3", "S3", "T3", "U3")]
    report = monev(agency(tmp_path, realised(["IND-1", None, None, "TW IV", reached]), *changes), 4)
    row = row_of(report, "Indeks mutu layanan")
    assert (row.realisasi, row.capaian_tw) == (reached, capaian)


def test_levels_that_realisasi_speaks_of_are_whole_others_are_left_out(tmp_path: Path) -> None:
    report = monev(agency(tmp_path, realised(["IND-4", None, None, "TW I", "5"])), 1)
    assert [(goal.tingkat, goal.kinerja) for goal in report.daftar_kinerja] == [
        ("Sasaran", "Meningkatnya mutu layanan"), ("Sasaran Kegiatan", "Terpenuhinya standar data"),
    ]  # fmt: skip


def test_money_of_a_kinerja_is_that_of_its_components_up_to_the_quarter(tmp_path: Path) -> None:
    money = [[None, "2.20.02.2.01.0018", None, f"TW {roman}", None, amount]
             for roman, amount in (("I", "1000000000"), ("II", "530644750"))]  # fmt: skip
    book = agency(tmp_path, realised(["IND-1", None, None, "TW I", "80"], ["IND-1", None, None, "TW II", "80"], *money))
    (goal,) = monev(book, 2).daftar_kinerja
    assert (goal.anggaran, goal.realisasi_anggaran, goal.persen_anggaran) == (
        "6.122.579.000", "1.530.644.750", "25,00",
    )  # fmt: skip
    (program,) = monev(book, 1).daftar_program
    assert (program.nama, program.realisasi, program.kas) == ("Program Statistik", "1.000.000.000", "–")


def test_money_typed_at_each_indicator_of_a_kinerja_counts_once(tmp_path: Path) -> None:
    rows = [[id_, None, None, "TW I", "5", "500"] for id_ in ("IND-1", "IND-2")]
    (goal,) = monev(agency(tmp_path, realised(*rows)), 1).daftar_kinerja
    assert goal.realisasi_anggaran == "500"


def test_what_the_quarter_before_promised_is_asked_again(tmp_path: Path) -> None:
    book = agency(tmp_path, realised(
        ["IND-1", None, None, "TW I", "80", None, None, "hujan", "menambah petugas", "Kabid"],
        ["IND-1", None, None, "TW II", "81", None, "cuaca"]))  # fmt: skip
    second = monev(book, 2)
    assert [(one.indikator, one.tindak_lanjut, one.pic) for one in second.daftar_tindak_lanjut] == [
        ("Indeks mutu layanan", "menambah petugas", "Kabid")
    ]
    row = row_of(second, "Indeks mutu layanan")
    assert (row.pendukung, row.kendala, second.triwulan_lalu) == ("cuaca", "", "I")
    assert monev(book, 1).daftar_tindak_lanjut == ()


def test_it_is_signed_by_the_head_in_the_year_after_the_last_quarter(tmp_path: Path) -> None:
    book = agency(tmp_path, realised(["IND-1", None, None, "TW I", "80"], ["IND-1", None, None, "TW IV", "80"]))
    assert (monev(book, 1).kepala.nama_cetak, monev(book, 1).tahun_naskah) == ("CONTOH SATU", "2026")
    assert monev(book, 4).tahun_naskah == "2027"


def test_what_is_below_its_target_is_analysed_whatever_the_scale_calls_it(tmp_path: Path) -> None:
    """95 to 99 per cent is «Tercapai» by the usual scale, and yet below the target of the quarter."""
    for value, behind in (("78", True), ("80,99", True), ("81", False), ("83", False)):
        report = monev(agency(tmp_path, realised(["IND-1", None, None, "TW II", value])), 2)
        assert [row.indikator for row in report.daftar_tertinggal] == ["Indeks mutu layanan"] * behind


def test_every_indicator_of_the_pk_of_the_head_stands_in_it(tmp_path: Path) -> None:
    rows = realised(["IND-1", None, None, "TW I", "80"])
    promised = monev(agency(tmp_path, rows, put("Tahap 5!E2", "PK JPT")), 1)
    assert row_of(promised, "Indeks Data").realisasi == "belum diukur"
    assert [goal.tingkat for goal in promised.daftar_kinerja] == ["Tujuan", "Sasaran"]
    assert [goal.tingkat for goal in monev(agency(tmp_path, rows), 1).daftar_kinerja] == ["Sasaran"]


def test_money_that_serves_two_kinerja_of_a_level_is_printed_once(tmp_path: Path) -> None:
    second = add_row(
        "Tahap 5", "| Terpakainya data | Persentase pemakai | | Sasaran Program | PK Ess 3 | 2.20.02 | KABID | IND-9 |"
    )
    first, again = monev(agency(tmp_path, realised(["IND-3", None, None, "TW I", "9"]), second), 1).daftar_kinerja[1:]
    assert (first.no, first.anggaran, again.anggaran, again.realisasi_anggaran) == (
        "2",
        "6.122.579.000",
        "lihat no. 2",
        "",
    )


def test_the_scale_of_the_office_says_what_a_row_is_called(tmp_path: Path) -> None:
    row = ["IND-1", None, None, "TW II", "78"]
    usual = row_of(monev(agency(tmp_path, realised(row)), 2), "Indeks mutu layanan")
    own = agency(tmp_path, realised(row), add_row("Identitas", "| Skala Status | Aman 97; Awas 0 |"))
    assert usual.status == "Tercapai"
    assert row_of(monev(own, 2), "Indeks mutu layanan").status == "Awas"


def test_the_last_quarter_makes_the_chapter_of_the_year(tmp_path: Path) -> None:
    book = agency(tmp_path, realised(["IND-1", None, None, "TW II", "80"]))
    assert lkjip(book).sampai == "II"
    assert lkjip(agency(tmp_path, realised(["IND-1", None, None, "TW IV", "80"]))).sampai == ""


def test_indicators_that_share_a_cell_are_told_apart(tmp_path: Path) -> None:
    """One cell parted into two rows of the same number: each has its own realisation."""
    cells = {"B": "Indeks mutu layanan\nIndeks kepuasan", "H": None, "L": None, "M": None, "N": None}
    cells |= dict.fromkeys("OPQRSTU", "80\n70")
    changes = [put(f"Tahap 5!{letter}3", text) for letter, text in cells.items()]
    rows = [["Indeks mutu layanan", "TW I", "80"], ["Indeks kepuasan", "TW I", "35"]]
    report = monev(agency(tmp_path, realised(*rows, columns=("Indikator", "TW", "Nilai")), *changes), 1)
    found = [(row.indikator, row.realisasi, row.capaian_tw) for row in report.daftar_kinerja[0].daftar_indikator]
    assert found[:2] == [("Indeks mutu layanan", "80", "100,00"), ("Indeks kepuasan", "35", "50,00")]


def test_rows_without_a_year_are_about_that_of_identitas_whatever_year_is_asked_for(tmp_path: Path) -> None:
    book = agency(tmp_path, realised(["IND-1", None, None, "TW I", "80"], ["IND-1", None, "2027", "TW II", "88"]))
    assert list(made(book, Monev)) == ["Capaian/Monev_2026_TW-1.docx"]
    assert list(made(book, Monev, tahun=2027)) == ["Capaian/Monev_2027_TW-2.docx"]


def test_a_value_has_as_many_decimals_as_those_beside_it(tmp_path: Path) -> None:
    """2,6 beside 2,65 is 2,60; a whole number and the target as the PK prints it stay as they are."""
    for reached, shown in (("2,6", "2,60"), ("2,6123", "2,6123"), ("3", "3")):
        report = monev(
            agency(tmp_path, realised(["IND-0", None, None, "TW II", reached]), put("Tahap 5!S2", "2,65")), 2
        )
        row = row_of(report, "Indeks Data")
        assert (row.target, row.target_tw, row.realisasi) == ("2,7", "2,65", shown), reached


def test_programs_whose_money_no_kinerja_of_the_table_counts_are_named(tmp_path: Path) -> None:
    rows = realised(["IND-1", None, None, "TW I", "80"])
    assert monev(agency(tmp_path, rows), 1).program_lain == ""
    other = add_row("Program", "| 2.16.01 | Program Penunjang | 500 | APBD |")
    assert monev(agency(tmp_path, rows, other), 1).program_lain == "2.16.01 Program Penunjang"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (date(2026, 10, 30), "30 Oktober 2026"), ("30/10/2026", "30 Oktober 2026"), ("2026-10-30", "30 Oktober 2026"),
        ("Jumat, 30 Okt 2026", "Jumat, 30 Okt 2026"), ("Oktober 2026", "Oktober 2026"), ("10/2026", "10/2026"),
        ("minggu ke-2", "minggu ke-2"),
    ],
)  # fmt: skip
def test_a_day_in_figures_is_written_out_and_what_was_typed_in_words_stays(
    tmp_path: Path, typed: date | str, printed: str
) -> None:
    columns = ("ID Indikator", "TW", "Nilai", "Batas Waktu")
    book = agency(tmp_path, realised(["IND-1", "TW II", "80", typed], columns=columns))
    assert row_of(monev(book, 2), "Indeks mutu layanan").batas_waktu == printed
