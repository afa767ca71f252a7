"""The Rencana Kinerja Tahunan and the tables of a Renja: every component once, money once, what is unknown blank."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.plans import rencana_of
from helpers.workbooks import BAKU, add_row, both, drop, put, write
from pokin_docs.documents.plan import Plan
from pokin_docs.documents.renja.content import RenjaPast, RenjaPlan
from pokin_docs.documents.rkt.content import Rkt

_SUB = "2.20.02.2.01.0018"


def content(plan: Plan, kind: type) -> object:
    (found,) = [entry.content for entry in plan.dokumen if isinstance(entry.content, kind)]
    return found


def rkt(plan: Plan) -> Rkt:
    found = content(plan, Rkt)
    assert isinstance(found, Rkt)
    return found


def past(plan: Plan) -> RenjaPast:
    found = content(plan, RenjaPast)
    assert isinstance(found, RenjaPast)
    return found


def planned(plan: Plan) -> RenjaPlan:
    found = content(plan, RenjaPlan)
    assert isinstance(found, RenjaPlan)
    return found


def test_a_sasaran_has_the_sub_kegiatan_below_it_with_names_targets_and_money(tmp_path: Path) -> None:
    found = rkt(rencana_of(write(tmp_path / "b.xlsx")))
    (goal,) = found.daftar_sasaran
    assert (goal.no, goal.sasaran) == ("1", "Meningkatnya akses data")
    assert [(one.indikator, one.target, one.satuan) for one in goal.daftar_indikator] == [
        ("Persentase data terakses", "60", "%")
    ]
    (row,) = goal.daftar_baris
    assert (row.program, row.kegiatan, row.subkegiatan) == (
        "2.20.02 Program Statistik", "2.20.02.2.01 Penyelenggaraan Statistik", f"{_SUB} Pemenuhan Prinsip SDI",
    )  # fmt: skip
    assert (row.indikator, row.target, row.satuan, row.anggaran) == ("Jumlah metadata", "7", "Dokumen", "1.000.000")
    assert (found.jumlah_anggaran, found.daftar_penunjang) == ("1.000.000", ())


def second_sub(book: Workbook) -> None:
    book["Program"].append([f"{_SUB[:-4]}0019", "Layanan Lain", 5, 6, 7, 8, 9, "DAU"])


def test_money_is_printed_once_and_what_serves_no_sasaran_is_listed(tmp_path: Path) -> None:
    more = both(second_sub, put("Tahap 5!B7", "Terbitnya metadata"), put("Tahap 5!C7", "Jumlah laporan"),
                put("Tahap 5!E7", "Sasaran Sub Kegiatan"), put("Tahap 5!G7", _SUB))  # fmt: skip
    found = rkt(rencana_of(write(tmp_path / "b.xlsx", BAKU, more)))
    rows = found.daftar_sasaran[0].daftar_baris
    assert [row.anggaran for row in rows] == ["1.000.000", ""]
    assert [row.program for row in rows] == ["2.20.02 Program Statistik", ""]
    ((name, money),) = [(row.subkegiatan, row.anggaran) for row in found.daftar_penunjang]
    assert (name, money) == (f"{_SUB[:-4]}0019 Layanan Lain", "5")


def test_a_sub_kegiatan_is_named_once_also_where_others_stand_between(tmp_path: Path) -> None:
    line = "| | {} | {} | | Sasaran Sub Kegiatan | PK JF/JP | {} | STAF |"
    rows = (("Ada layanan", "Jumlah layanan", f"{_SUB[:-4]}0019"), ("Terbitnya metadata", "Jumlah laporan", _SUB))
    more = both(second_sub, *(add_row("Tahap 5", line.format(*row)) for row in rows))
    found = rkt(rencana_of(write(tmp_path / "b.xlsx", BAKU, more))).daftar_sasaran[0].daftar_baris
    assert [(row.subkegiatan[len(_SUB) + 1 :], row.indikator) for row in found] == [
        ("Pemenuhan Prinsip SDI", "Jumlah metadata"), ("", "Jumlah laporan"), ("Layanan Lain", "Jumlah layanan"),
    ]  # fmt: skip


def test_a_sasaran_is_said_again_with_each_program_below_it(tmp_path: Path) -> None:
    other = both(put("Tahap 5!B7", "Meningkatnya keamanan data"), put("Tahap 5!C7", "Persentase data aman"),
                 put("Tahap 5!E7", "Sasaran Program"), put("Tahap 5!G7", "2.21.02"), put("Tahap 5!I7", "%"))  # fmt: skip
    goals = rkt(rencana_of(write(tmp_path / "b.xlsx", BAKU, other))).daftar_sasaran
    assert [(goal.no, goal.sasaran, [row.program for row in goal.daftar_baris]) for goal in goals] == [
        ("1", "Meningkatnya akses data", ["2.20.02 Program Statistik"]),
        ("1", "Meningkatnya akses data", ["2.21.02"]),
    ]


def test_without_program_the_rkt_has_no_money_and_the_tables_of_the_renja_are_not_made(tmp_path: Path) -> None:
    plan = rencana_of(write(tmp_path / "b.xlsx", BAKU, drop("Program")))
    assert rkt(plan).daftar_sasaran[0].daftar_baris[0].anggaran == ""
    assert [entry.jenis for entry in plan.dokumen if entry.jenis.startswith("renja")] == []
    assert {name: sheets for name, sheets in plan.not_made if "T-C" in name} == {
        "Renja Tabel T-C.29": ("Program",), "Renja Tabel T-C.33": ("Program",),
    }  # fmt: skip


def test_the_plan_has_every_component_with_its_indicator_and_the_next_year(tmp_path: Path) -> None:
    found = planned(rencana_of(write(tmp_path / "b.xlsx")))
    assert [(row.jenis, row.kode, row.indikator, row.target, row.pagu, row.target_maju, row.pagu_maju)
            for row in found.daftar_baris] == [
        ("program", "2.20.02", "Persentase layanan baik", "60", "1.000.000", "65", "1.100.000"),
        ("kegiatan", "2.20.02.2.01", "Persentase data standar", "60", "1.000.000", "65", "1.100.000"),
        ("sub kegiatan", _SUB, "Jumlah metadata", "7", "1.000.000", "8", "1.100.000"),
    ]  # fmt: skip
    assert (found.jumlah_pagu, found.jumlah_pagu_maju, found.tahun_maju) == ("1.000.000", "1.100.000", "2027")


def test_what_program_says_of_the_next_year_counts_before_its_columns(tmp_path: Path) -> None:
    titles = ("Prakiraan Maju Target", "Prakiraan Maju Pagu", "Catatan Penting", "Prioritas Daerah")
    values = ("9 dokumen", 1_200_000, "naik", "Satu Data")
    change = both(*(put(f"Program!{column}1", title) for column, title in zip("IJKL", titles, strict=True)),
                  *(put(f"Program!{column}4", value) for column, value in zip("IJKL", values, strict=True)))  # fmt: skip
    row = planned(rencana_of(write(tmp_path / "b.xlsx", BAKU, change))).daftar_baris[2]
    assert (row.target_maju, row.pagu_maju, row.catatan) == (
        "9 dokumen", "1.200.000", "naik\nPrioritas daerah: Satu Data",
    )  # fmt: skip


def test_a_second_indicator_has_a_row_without_code_and_money(tmp_path: Path) -> None:
    more = both(put("Tahap 5!C7", "Persentase metadata mutakhir"), put("Tahap 5!I7", "%"), put("Tahap 5!L7", 90))
    rows = planned(rencana_of(write(tmp_path / "b.xlsx", BAKU, more))).daftar_baris
    assert [(row.kode, row.indikator, row.pagu) for row in rows[2:]] == [
        (_SUB, "Jumlah metadata", "1.000.000"), ("", "Persentase metadata mutakhir", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(("polaritas", "level"), [(None, "75,00"), ("Semakin rendah semakin baik", "125,00")])
def test_what_was_reached_stands_beside_what_was_planned(tmp_path: Path, polaritas: str | None, level: str) -> None:
    titles = {"S": "Realisasi 2023", "T": "Realisasi 2025", "U": "Polaritas"}
    values = {"S": 4, "T": 7.5, "U": polaritas, "O": 10}
    change = both(*(put(f"Tahap 5!{column}1", title) for column, title in titles.items()),
                  *(put(f"Tahap 5!{column}6", value) for column, value in values.items()))  # fmt: skip
    row = past(rencana_of(write(tmp_path / "b.xlsx", BAKU, change))).daftar_baris[2]
    assert (row.realisasi_lalu, row.realisasi_n1, row.tingkat_renstra) == ("4", "7,5", level)
    # Of the year before the Renstra Kondisi Awal says what was reached; nobody says what was planned.
    assert (row.realisasi_n2, row.target_n2, row.tingkat_n2) == ("5", "", "")
    assert (row.target_n1, row.target_akhir) == ("6", "10")


def test_what_nobody_knows_is_blank_with_one_note_and_no_mark(tmp_path: Path) -> None:
    plan = rencana_of(write(tmp_path / "b.xlsx"))
    assert past(plan).ada_kosong
    assert [entry.tanda for entry in plan.dokumen if entry.jenis in ("rkt", "renja-29", "renja-33")] == [(), (), ()]
