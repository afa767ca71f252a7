"""Labels and ladders: one table of what offices write and the level it stands for."""

from __future__ import annotations

import pytest

from pokin_docs.model.level_labels import ladder_of, may_lead, read_label
from pokin_docs.model.levels import KomponenPerencanaan, Rung
from pokin_docs.model.programs import leading_code
from pokin_docs.model.texts import fold_sentence, without_number

T, S, P, K, SK = KomponenPerencanaan
# A label alone.
SENDIRI: list[tuple[str, KomponenPerencanaan | Rung | None]] = [
    ("Tujuan SKPD", T), ("TUJUAN", T), ("Tujuan Renstra", T), ("Tujuan 1:", T), ("Tujuan 2: Meningkatnya mutu", T),
    ("Sasaran Ketiga SKPD", S), ("Sasaran Strategis 2", S), ("Sasaran 1 - Meningkatnya mutu", S), ("2. Sasaran", S),
    ("Sasaran Program", P), ("Program", P), ("Program Pelayanan Umum", P), ("PROGRAM: Pelayanan", P), ("b) Program X", P),
    ("Sasaran Program (Outcome)", P), ("1.05.02 - PROGRAM PENINGKATAN", P), ("X.XX.01 PROGRAM PENUNJANG", P),
    ("Kegiatan", K), ("Kegiatan Administrasi Umum", K), ("7.01.01.2.06", K), ("7.01.01.2.06 Administrasi Umum", K),
    ("Sub Kegiatan", SK), ("Sub-Kegiatan Penyediaan Gaji", SK), ("Subkegiatan X", SK), ("Output Sub Kegiatan", SK),
    ("7.01.01.2.06.0004 Penyediaan Peralatan", SK), ("7.01.01.2.06.04 Penyediaan Peralatan", SK),
    ("ESELON II", Rung.ESELON_II), ("Eselon II.b", Rung.ESELON_II), ("Kepala Dinas", Rung.ESELON_II), ("Es. 2", Rung.ESELON_II),
    ("Sekretaris DPRD", Rung.ESELON_II), ("JPT Pratama", Rung.ESELON_II), ("Camat", Rung.CAMAT),
    ("ESSELON III", Rung.ESELON_III), ("Eselon III.a", Rung.ESELON_III), ("Eselon IIIa", Rung.ESELON_III),
    ("Ess 3", Rung.ESELON_III), ("Sekretaris", Rung.ESELON_III), ("Kabid Aplikasi", Rung.ESELON_III),
    ("Administrator", Rung.ESELON_III), ("Eselon III.b", Rung.ESELON_III_B), ("Sekretaris Kecamatan", Rung.ESELON_III_B),
    ("Es. IV", Rung.ESELON_IV), ("Eselon 4", Rung.ESELON_IV), ("Kasi Pemerintahan", Rung.ESELON_IV),
    ("Kasubbag Umum dan Kepegawaian", Rung.ESELON_IV), ("Kepala Sub Bagian Keuangan", Rung.ESELON_IV),
    ("Pengawas", Rung.ESELON_IV), ("Lurah", Rung.UNIT_HEAD), ("Kepala UPTD Pasar", Rung.UNIT_HEAD), ("Ketua Tim Data", Rung.ESELON_IV),
    ("Pelaksana", Rung.PELAKSANA), ("Staf", Rung.PELAKSANA), ("Eselon V", Rung.PELAKSANA), ("JF", Rung.PELAKSANA),
    ("Ultimate Outcome", Rung.ULTIMATE), ("Final Outcome", Rung.ULTIMATE), ("Outcome", Rung.OUTCOME),
    ("Intermediate Outcome 1", Rung.INTERMEDIATE), ("Immediate Outcome", Rung.IMMEDIATE), ("Initial outcome", Rung.IMMEDIATE),
    ("Output", Rung.OUTPUT), ("Keluaran", Rung.OUTPUT),
    ("Sasaran Eselon III", Rung.ESELON_III), ("Kinerja Camat", Rung.CAMAT), ("Kinerja Kepala Bidang", Rung.ESELON_III),
    ("Sasaran Kinerja JF", Rung.PELAKSANA), ("Sasaran Strategis (Eselon II)", S), ("Eselon III (Camat)", Rung.CAMAT),
    ("Eselon III (Sekcam)", Rung.ESELON_III_B), ("Eselon III (Sekretaris)", Rung.ESELON_III), ("Level 1", Rung.LEVEL_1),
    ("Level II", Rung.LEVEL_2), ("Level 2 (Kabid)", Rung.ESELON_III), ("Sekretaris Lurah", Rung.ESELON_IV),
    ("Eselon IV (Sekretaris Kelurahan)", Rung.ESELON_IV), ("Eselon IV.a/Kasi", Rung.ESELON_IV), ("Tingkat Kemiskinan", None),
    ("Sasaran Apa", None), ("Sasaran Progam Utama", None), ("Hasil", None), ("Bapak Budi", None), ("", None), ("2026", None),
    ("12,5 %", None), ("Seksama", None), ("Programmer", None),
]  # fmt: skip
# All labels of a workbook, and what each is then.
BERSAMA: list[tuple[dict[str, KomponenPerencanaan], bool]] = [
    ({"Tujuan": T, "Eselon II": S, "Eselon III": P, "Eselon IV": K, "Pelaksana": SK}, False),
    ({"Eselon III": S, "Eselon IV": K, "Pelaksana": SK}, True),  # nobody above: it is the head
    ({"Eselon III.a": S, "Eselon III.b": P, "Eselon IV": K}, True),
    ({"Sasaran": S, "Eselon III": P, "Eselon IV": K}, False),  # the head is there by the name of its level
    ({"Camat": S, "Sekretaris": P, "Kasi Pelayanan": K, "Pelaksana": SK}, True),
    ({"Ultimate Outcome": T, "Intermediate Outcome": S, "Immediate Outcome": K, "Output": SK}, False),
    ({"Tujuan": T, "Sasaran": S, "Intermediate Outcome": P, "Immediate Outcome": K, "Output": SK}, True),
    ({"Outcome": T, "Intermediate Outcome": S, "Output": SK}, False),
    ({"Ultimate Outcome": T, "Outcome": S, "Output": SK}, True),
    ({"Tujuan": T, "Sasaran": S, "Outcome": P, "Output": SK}, True),
    ({"Program": P, "Output": K, "Sub Kegiatan": SK}, True),
    ({"Lurah": S, "Kasi Pelayanan": K, "Pelaksana": SK}, True),  # a kelurahan alone
    ({"Camat": S, "Sekcam": P, "Lurah": K}, True),
    ({"Level 1": S, "Level 2": P, "Level 3": K}, True),
    ({"Level 1": T, "Level 2": S, "Level 3": P, "Level 4": K, "Level 5": SK}, True),
    ({"Level 0": T, "Level 1": S, "Level 2": P}, True),
    ({"Tujuan": T, "Sasaran": S, "Level 1": P, "Level 2": K}, True),
]


@pytest.mark.parametrize(("label", "level"), SENDIRI)
def test_what_a_label_says_by_itself(label: str, level: KomponenPerencanaan | Rung | None) -> None:
    assert read_label(label) is level


@pytest.mark.parametrize(("levels", "derived"), BERSAMA)
def test_what_labels_say_together(levels: dict[str, KomponenPerencanaan], derived: bool) -> None:
    tangga = ladder_of(levels)
    assert {label: tangga.read(label) for label in levels} == levels
    assert bool(tangga.derived) is derived


@pytest.mark.parametrize(
    ("atasan", "bawahan", "boleh"),
    [("Sekretaris", "Kasi Pemerintahan", False), ("Kasubbag Umum", "Kinerja Kepala Seksi", False), ("Camat", "Kasi", True),
     ("Sekretaris", "Kasubbag Umum", True), ("Kabid Data", "Kasi Data", True), ("Sasaran Program", "Kasi", True),
     ("Sekcam", "Lurah", False), ("Sekretaris", "Pelaksana", True)],
)  # fmt: skip
def test_who_may_lead_whom(atasan: str, bawahan: str, boleh: bool) -> None:
    assert may_lead(atasan, bawahan) is boleh


def test_a_code_is_one_only_in_its_full_shape() -> None:
    assert leading_code("1.05.02 - PROGRAM") == "1.05.02"
    assert leading_code("1.05.02.2.01.0001: Penyediaan") == "1.05.02.2.01.0001"
    assert [leading_code(text) for text in ("1.2 Meningkatnya", "2026", "1.05.02.2 X", "")] == [None] * 4


@pytest.mark.parametrize(
    "text", ["1. Meningkatnya", "1) Meningkatnya", "a) Meningkatnya", "a. Meningkatnya", "- Meningkatnya", "•Meningkatnya",
             "(2) Meningkatnya", "iv. Meningkatnya", "1.2 Meningkatnya", "1.2.1. Meningkatnya", "10.Meningkatnya"],
)  # fmt: skip
def test_the_number_of_a_list_is_no_part_of_a_sentence(text: str) -> None:
    assert without_number(text) == "Meningkatnya"
    assert fold_sentence(text) == "meningkatnya"


@pytest.mark.parametrize("text", ["Meningkatnya", "I Made", "12,5 persen", "D.I. Yogyakarta", "2026 orang", "a", "-"])
def test_what_is_no_number_of_a_list_stays(text: str) -> None:
    assert without_number(text) == text
