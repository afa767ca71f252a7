"""Chapter III of the LKjIP: the worked example of the field (domain-2 8.7), comparisons, efficiency, self-check."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.realised import agency, lkjip, realised
from helpers.workbooks import add_row, drop_column, put
from pokin_docs.documents.lkjip.content import Lkjip, LkjipGoal
from pokin_docs.documents.lkjip.goals import with_tables
from pokin_docs.documents.lkjip.review import tables_of

EXAMPLE = (
    ["IND-1", None, None, "TW IV", "82,4", None, "pendampingan"],
    ["IND-2", None, None, "TW IV", "3"],
    [None, "2.20.02.2.01.0018", None, "TW IV", None, "5800000000"],
)


def goal_of(report: Lkjip) -> LkjipGoal:
    (goal,) = [one for one in report.daftar_sasaran if one.sebutan == "Sasaran"]
    return goal


def test_the_worked_example(tmp_path: Path) -> None:
    report = lkjip(agency(tmp_path, realised(*EXAMPLE)))
    goal = goal_of(report)
    first, second = goal.daftar_indikator
    assert (first.capaian, first.selisih, first.kemajuan) == ("96,94", "+2,3", "91,56")
    assert (second.capaian, second.rendah) == ("125,00", True)
    assert (goal.rata_rata, goal.penyerapan) == ("108,47", "94,73")
    assert (goal.efisiensi, goal.kesimpulan_efisiensi) == ("13,74", "efisien")
    assert (report.rumus_rendah, report.batas_rata_rata) == ("(2T - R)/T", "120")


def test_the_comparisons_that_the_workbook_has(tmp_path: Path) -> None:
    first, second = goal_of(lkjip(agency(tmp_path, realised(*EXAMPLE)))).daftar_indikator
    assert (first.realisasi_lalu, first.capaian_lalu) == (("–", "–", "80,1"), "97,68")
    assert (first.standar, first.sumber_standar) == ("88", "laporan nasional")
    assert (second.realisasi_lalu, second.selisih, second.standar) == (("–", "–", "–"), "–", "–")
    assert second.kemajuan == "50,00"


def test_an_earlier_year_of_realisasi_is_compared_too(tmp_path: Path) -> None:
    rows = (*EXAMPLE, ["IND-2", None, "2025", "TW IV", "6"])
    _, second = goal_of(lkjip(agency(tmp_path, realised(*rows)))).daftar_indikator
    assert (second.realisasi_lalu, second.capaian_lalu, second.selisih) == (("–", "–", "6"), "80,00", "-3")


def test_the_change_of_a_mean_is_rounded(tmp_path: Path) -> None:
    rows = (
        ["IND-2", None, "2025", "TW IV", "6"],
        *(["IND-2", None, None, f"TW {q}", v] for q, v in (("I", "5"), ("II", "5"), ("III", "4"))),
    )
    _, second = goal_of(lkjip(agency(tmp_path, realised(*rows), put("Tahap 5!K4", "rata-rata")))).daftar_indikator
    assert second.selisih == "-1,33"


def test_rows_without_a_year_are_about_no_earlier_one(tmp_path: Path) -> None:
    _, second = goal_of(lkjip(agency(tmp_path, realised(*EXAMPLE)))).daftar_indikator
    assert second.realisasi_lalu[2] == "–"


def test_what_was_not_measured_is_not_in_the_average(tmp_path: Path) -> None:
    report = lkjip(agency(tmp_path, realised(EXAMPLE[1])))
    goal = goal_of(report)
    assert (goal.daftar_indikator[0].realisasi, goal.daftar_indikator[0].capaian) == ("belum diukur", "–")
    assert (goal.rata_rata, goal.belum_diukur, report.rata_rata) == ("120,00", "1", "120,00")
    assert not goal.daftar_indikator[0].ada_batang


def test_settings_of_the_office_count(tmp_path: Path) -> None:
    lines = ("Rumus Semakin Rendah | T/R", "Batas Capaian | 100", "Skala Kategori | Baik 98; Cukup 0")
    book = agency(tmp_path, realised(*EXAMPLE), *(add_row("Identitas", f"| {line} |") for line in lines))
    report = lkjip(book)
    goal = goal_of(report)
    assert [row.capaian for row in goal.daftar_indikator] == ["96,94", "133,33"]
    assert (goal.rata_rata, goal.kategori, report.rumus_rendah) == ("98,47", "Baik", "T/R")
    assert goal.daftar_indikator[0].kategori == "Cukup"


@pytest.mark.parametrize(
    ("way", "figures"),
    [("selisih", ("13,74", "–", "efisien")), ("PMK 22/2021", ("12,67", "81,67", "efisien")),
     ("rupiah", ("–", "–", "tidak efisien"))],
)  # fmt: skip
def test_the_ways_to_tell_efficiency(tmp_path: Path, way: str, figures: tuple[str, str, str]) -> None:
    book = agency(tmp_path, realised(*EXAMPLE), add_row("Identitas", f"| Cara Efisiensi | {way} |"))
    goal = goal_of(lkjip(book))
    assert (goal.efisiensi, goal.nilai_efisiensi, goal.kesimpulan_efisiensi) == figures


def test_rupiah_are_saved_by_programs_that_reached_their_targets(tmp_path: Path) -> None:
    way = add_row("Identitas", "| Cara Efisiensi | rupiah |")
    goal = goal_of(lkjip(agency(tmp_path, realised(*EXAMPLE, ["IND-3", None, None, "TW IV", "60"]), way)))
    assert goal.efisiensi == "322.579.000"
    assert goal.daftar_pendukung[0].hemat == "322.579.000"
    below = goal_of(lkjip(agency(tmp_path, realised(*EXAMPLE, ["IND-3", None, None, "TW IV", "59"]), way)))
    assert below.efisiensi == "–"


def test_below_its_target_nothing_is_efficient(tmp_path: Path) -> None:
    goal = goal_of(lkjip(agency(tmp_path, realised(EXAMPLE[0], EXAMPLE[2]))))
    assert goal.efisiensi == "2,21"
    assert goal.kesimpulan_efisiensi.startswith("belum dapat disebut efisien")


def test_supporting_components_with_their_money_once(tmp_path: Path) -> None:
    rows = (*EXAMPLE, ["IND-3", None, None, "TW IV", "60"], ["IND-4", None, None, "TW IV", "40"])
    program, kegiatan = goal_of(lkjip(agency(tmp_path, realised(*rows)))).daftar_pendukung
    assert (program.nama, program.capaian, program.menunjang) == ("2.20.02 Program Statistik", "100,00", "Menunjang")
    assert (program.anggaran, program.persen_anggaran) == ("6.122.579.000", "94,73")
    assert (kegiatan.tingkat, kegiatan.menunjang) == ("kegiatan", "Belum menunjang")


def test_money_per_sasaran_and_program_adds_up(tmp_path: Path) -> None:
    other = add_row("Program", "| 2.16.01 | Program Penunjang | 1000 | APBD |")
    first, rest, total = lkjip(agency(tmp_path, realised(*EXAMPLE), other)).daftar_anggaran
    assert (first.no, first.sasaran, first.program) == ("1", "Meningkatnya mutu layanan", "2.20.02 Program Statistik")
    assert (rest.sasaran, rest.anggaran, rest.realisasi) == ("–", "1.000", "–")
    assert (total.jenis, total.anggaran, total.realisasi) == ("jumlah", "6.122.580.000", "5.800.000.000")


def answers(report: Lkjip) -> dict[str, tuple[str, str]]:
    group, found = "", {}
    for item in report.daftar_periksa:
        group = item.kelompok or group
        found[f"{group} {item.no}"] = (item.jawaban, item.letak)
    return found


def test_the_self_check_answers_what_a_program_can_decide(tmp_path: Path) -> None:
    found = answers(lkjip(agency(tmp_path, realised(*EXAMPLE))))
    assert len(found) == 16
    decided = {name: answer for name, (answer, _) in found.items() if answer}
    assert decided == {
        "Format 2": "Ya", "Format 3": "Ya", "Format 5": "Ya", "Format 6": "Ya", "Substansi 1": "Ya",
        "Substansi 2": "Ya", "Substansi 4": "Ya", "Substansi 5": "Ya", "Substansi 7": "Ya",
    }  # fmt: skip


def test_the_self_check_says_what_differs_and_where(tmp_path: Path) -> None:
    book = agency(
        tmp_path, realised(EXAMPLE[1]), put("Tahap 5!P3", None), put("Tahap 5!V2", "Ya"), put("Tahap 5!V6", "Ya"),
        drop_column("Tahap 5", "Standar Nasional"),
    )  # fmt: skip
    found = answers(lkjip(book))
    assert found["Format 2"] == ("Tidak", "target belum diisi: «Indeks mutu layanan»")
    assert found["Format 3"] == ("Tidak", "belum diukur: «Indeks Data»; «Indeks mutu layanan»")
    assert found["Substansi 4"][0] == "Tidak"
    assert found["Substansi 7"] == ("Tidak", "belum ada di buku kerja: standar nasional")
    assert found["Substansi 5"][0] == "Ya"  # the tujuan with an IKU is reported too


def test_sasaran_unlike_those_of_the_renstra_are_named(tmp_path: Path) -> None:
    from helpers.workbooks import sheet_with

    book = agency(tmp_path, realised(*EXAMPLE), sheet_with("Renstra", ["Sasaran"], ["Meningkatnya mutu pelayanan"]))
    answer, place = answers(lkjip(book))["Substansi 2"]
    assert answer == "Tidak"
    assert "«Meningkatnya mutu layanan»" in place


def test_sasaran_are_numbered_from_1_also_below_a_tujuan(tmp_path: Path) -> None:
    report = lkjip(agency(tmp_path, realised(*EXAMPLE), put("Tahap 5!V2", "Ya")))
    assert [(one.urut, one.sebutan, one.no) for one in report.daftar_sasaran] == [
        ("1", "Tujuan", ""), ("2", "Sasaran", "1"),
    ]  # fmt: skip
    assert report.daftar_anggaran[0].no == "1"


@pytest.mark.parametrize(("promised", "mean"), [("PK JPT", ("3", "105,65")), (None, ("2", "108,47"))])
def test_the_average_is_that_of_the_pk(tmp_path: Path, promised: str | None, mean: tuple[str, str]) -> None:
    """A tujuan with an IKU that nobody promised is told, and not averaged: A 96,94, B 120, the tujuan 100."""
    changes = (put("Tahap 5!V2", "Ya"), put("Tahap 5!E2", promised))
    report = lkjip(agency(tmp_path, realised(*EXAMPLE, ["IND-0", None, None, "TW IV", "2,7"]), *changes))
    assert (report.jumlah_terukur, report.rata_rata) == mean


def test_nothing_measured_in_the_pk_is_said_in_words(tmp_path: Path) -> None:
    report = lkjip(agency(tmp_path, realised(["IND-3", None, None, "TW IV", "60"])))
    assert (report.jumlah_terukur, report.rata_rata, report.kategori) == ("", "–", "Belum diukur")


def test_tables_are_numbered_through_the_chapter_and_the_self_check_names_those_there_are(tmp_path: Path) -> None:
    """A table that is not printed takes no number: of the tujuan the standard and the programs, of the sasaran none."""
    report = lkjip(agency(tmp_path, realised(*EXAMPLE), put("Tahap 5!V2", "Ya")))
    assert [one.nomor_tabel for one in report.daftar_sasaran] == [
        ("1", "", "2", "", "", "3", ""), ("4", "5", "6", "7", "8", "9", "10"),
    ]  # fmt: skip
    assert report.nomor_tabel_anggaran == "11"
    found = answers(report)
    assert (found["Format 2"][1], found["Format 6"][1]) == ("Tabel 3.1 dan 3.4", "Tabel 3.11")
    assert found["Substansi 5"][1] == "Tabel 3.1, 3.4 dan 3.10; kolom IKU"
    assert found["Substansi 7"][1].startswith("Tabel 3.5 dan 3.7")


def test_of_many_tables_the_self_check_names_the_first_and_the_last(tmp_path: Path) -> None:
    (goal,) = [one for one in lkjip(agency(tmp_path, realised(*EXAMPLE))).daftar_sasaran if one.sebutan == "Sasaran"]
    many, _ = with_tables([goal] * 9)
    assert tables_of(many[:8], 0) == "Tabel 3.1, 3.8, 3.15, 3.22, 3.29, 3.36, 3.43 dan 3.50"
    assert tables_of(many, 0) == "Tabel 3.1, 3.8, 3.15, … dan 3.57"
    assert tables_of((), 0) == "Tabel 3"
