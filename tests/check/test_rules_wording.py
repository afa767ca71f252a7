"""Rules W and I: each triggered by one change, silent beside it, right on the official tables, and measured."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from openpyxl import Workbook

from helpers.cases import examined
from helpers.places import ROOT
from helpers.scripts import script_module
from helpers.workbooks import BAKU, add_row, both, insert_row, put, write
from pokin_docs.check import alike, measures, relevance, spelling, targets, wording
from pokin_docs.cli.main import main
from pokin_docs.extract.word_lists import read_words
from pokin_docs.flow.examine import Examination, Understood, examine
from pokin_docs.model.catalogue import CATALOGUE, hint, message
from pokin_docs.model.findings import Severity
from pokin_docs.model.settings import Settings
from pokin_docs.model.word_lists import LISTS, PAIRED_LISTS, WordLists

KATA = ROOT / "pokin_docs" / "kata"
Change = Callable[[Workbook], None]


def look(path: Path) -> Examination:
    return examine(path, Settings(Path("build"), ()))


LANJUTAN = "| | | {indikator} | | | | | | % | 50 | 55 | 60 | 65 | 70 | 75 | 80 | | |"
LAGI = "| | | {indikator} | | | | | | Dokumen | 1 | 1 | 1 | 1 | 1 | 1 | 1 | | |"
KEGIATAN = (
    "| Tahap 3 | {} | Persentase arsip tertib | Kinerja Taktikal Immediate | Sasaran Kegiatan | PK Sub Koordinator/JF |"
    " | | % | 50 | 55 | 60 | 65 | 70 | 75 | 80 | | |"
)
KATA_LAIN = {
    "W30": ("kata-kerjaa.txt", "Terajutnya = hasil"),
    "W31": ("kata-kerja.txt", "Terajutnya = bagus"),
}
"""Faults in the office's own word lists: they lie beside the workbook, not in it."""

# code, place of the finding, change
KASUS: list[tuple[str, str, Change]] = [
    ("W01", "Tahap 5!B6", put("Tahap 5!B6", "Laksanakan penyusunan metadata")),
    ("W02", "Tahap 5!B4", put("Tahap 5!B4", "Tersedianya layanan data")),
    ("W14", "Tahap 5!C6", put("Tahap 5!C6", "Jumlah metadata (BARU)")),
    ("W08", "Tahap 5!B6", put("Tahap 5!B6", "Metadata daerah yang Tersusun")),
    ("W09", "Tahap 5!B5", both(put("Tahap 5!B5", "Tersusunnya standar data"),
                               *(add_row("Tahap 5", KEGIATAN.format(f"{verb} mutu {thing}")) for verb, thing in (
                                   ("Meningkatnya", "arsip"), ("Meningkatnya", "gedung"), ("Meningkatnya", "jalan"),
                                   ("Tersusunnya", "taman"), ("Tersusunnya", "lampu"))))),
    ("W03", "Tahap 5!B6", put("Tahap 5!B6", "Tersusunnnya metadata")),
    ("W04", "Tahap 5!C4", both(put("Tahap 5!B3", "Meningkatnya akses data SKPD"), put("Tahap 5!C4", "Persentase layanan data OPD"))),
    ("W05", "Tahap 5!C5", put("Tahap 5!C5", "Persentase Data Standar yang terpenuhi")),
    ("W06", "Tahap 5!B3", put("Tahap 5!B3", "Meningkatnya jumlah akses data")),
    ("W07", "Tahap 5!C6", put("Tahap 5!C6", "Jumlah metadata sektorale")),
    *((kode, "", put("Tahap 5!A1", "Rujukan")) for kode in KATA_LAIN),
    ("I02", "Tahap 5!C4", put("Tahap 5!C4", "Jumlah layanan data")),
    ("I17", "Tahap 5!C5", both(put("Identitas!A9", "Sasaran Kegiatan"), put("Identitas!B9", "outcome"),
                               put("Tahap 5!B5", "Meningkatnya standar data"), put("Tahap 5!C5", "Jumlah data standar"))),
    ("I18", "Tahap 5!C3", put("Tahap 5!C4", "Persentase data terakses")),
    ("I19", "Tahap 5!C4", put("Tahap 5!C4", "Persentase mutu layanan data")),
    ("I20", "Tahap 5!C6", put("Tahap 5!C6", "Metadata terbuka")),
    ("I03", "Tahap 5!C6", put("Tahap 5!C6", "Persentase metadata")),
    ("I04", "Tahap 5!C6", put("Tahap 5!C6", "Jumlah laporan metadata yang terpasang")),
    ("I43", "Tahap 5!C6", put("Tahap 5!C6", "Jumlah laporan metadata")),
    ("I05", "Tahap 5!C4", put("Tahap 5!C4", "Persentase sengketa layanan dan gangguan data yang selesai")),
    ("I06", "Tahap 5!C5", put("Tahap 5!C5", "Persentase penyusunan standar data")),
    ("I07", "Tahap 5!C4", put("Tahap 5!C4", "Persentase layanan data yang terlayani")),
    ("I08", "Tahap 5!C6", put("Tahap 5!C6", "Jumlah laporan video")),
    ("I09", "Tahap 5!C4", put("Tahap 5!C4", "Persentase data yang terakses")),
    ("I10", "Tahap 5!C2", put("Tahap 5!C2", "Indeks SPBE")),
    ("I11", "Tahap 5!C4", put("Tahap 5!C4", "Persentase layanan data secara berkala")),
    ("I14", "Tahap 5!S2", both(put("Tahap 5!S1", "Definisi Operasional"), put("Tahap 5!S3", "Bagian data yang dibuka."))),
    ("I15", "Tahap 5!C9", both(*(add_row("Tahap 5", LAGI.format(indikator=f"Jumlah metadata {jenis}")) for jenis in ("statistik", "spasial", "keuangan")))),
    ("I16", "Tahap 5!C4", both(put("Tahap 5!B3", "Meningkatnya mutu data dan e-Government"),
                               insert_row("Tahap 5", 4, LANJUTAN.format(indikator="Persentase e-Government")))),
    ("I32", "Tahap 5!I6", put("Tahap 5!I6", "Dokumenn")),
    ("I33", "Tahap 5!L4", put("Tahap 5!L4", 600)),
    ("I47", "Tahap 5!K4", both(*(put(f"Tahap 5!{column}4", 0.78) for column in "JKLMNOP"))),
    ("I34", "Tahap 5!L4", both(put("Tahap 5!S1", "Polaritas"), put("Tahap 5!S4", "Semakin tinggi semakin baik"), put("Tahap 5!L4", 40))),
    ("I35", "Tahap 5!M6", put("Tahap 5!M6", 80)),
    ("I36", "Tahap 5!I6", put("Tahap 5!I6", "%")),
]  # fmt: skip


@pytest.mark.parametrize(("kode", "tempat", "change"), KASUS, ids=[kasus[0] for kasus in KASUS])
def test_one_change_gives_its_finding_at_its_cell(tmp_path: Path, kode: str, tempat: str, change: Change) -> None:
    if kode in KATA_LAIN:
        name, line = KATA_LAIN[kode]
        (tmp_path / "kata").mkdir()
        (tmp_path / "kata" / name).write_text(line, encoding="utf-8")
        examination = look(write(tmp_path / "buku.xlsx", BAKU, change))
    else:
        examination = examined(change)
    found = [finding for finding in examination.temuan if finding.kode == kode]
    assert [str(finding.tempat) for finding in found] == [tempat]
    for text in (message(found[0]), hint(found[0])):
        assert "{" not in text
        assert "None" not in text
    assert "«" in message(found[0])


@pytest.mark.parametrize(
    ("kode", "change"),
    [
        ("W01", put("Tahap 5!B6", "1. Tersusunnya metadata")),
        ("W01", put("Tahap 5!B5", "Mutakhirnya standar data")),
        ("W02", put("Tahap 5!B5", "Terpenuhinya standar data daerah")),
        ("W03", put("Tahap 5!B6", "Tersusunnya metadata statistik")),
        ("W04", put("Tahap 5!C4", "Persentase layanan Satuan Kerja Perangkat Daerah (SKPD)")),
        ("W05", put("Tahap 5!C6", "Jumlah Metadata yang Tersusun di Daerah")),
        ("W05", put("Tahap 5!C6", "  Jumlah metadata  ")),
        ("W05", put("Tahap 5!C5", "Persentase Puskesmas terakreditasi")),
        ("W06", put("Tahap 5!B3", "Meningkatnya akses jumlah data")),
        ("W07", put("Tahap 5!C6", "Jumlah metadata sektoral")),
        ("I02", put("Tahap 5!C5", "Rasio data standar")),
        ("I04", both(put("Tahap 5!B6", "Tersusunnya dokumen metadata"), put("Tahap 5!C6", "Jumlah dokumen metadata"))),
        ("I05", put("Tahap 5!C4", "Persentase sarana dan prasarana layanan")),
        ("I05", put("Tahap 5!C4", "Persentase layanan pada desa dan kelurahan")),
        ("I05", put("Tahap 5!C4", "Persentase layanan Kabupaten/Kota")),
        ("I06", put("Tahap 5!C6", "Persentase penyusunan metadata")),
        ("I08", put("Tahap 5!C6", "Jumlah laporan meta")),
        ("I08", both(put("Tahap 5!B3", "Meningkatnya akuntabilitas"), put("Tahap 5!C3", "Nilai SAKIP"))),
        ("I11", put("Tahap 5!B2", "Terwujudnya data yang efektif")),
        ("I14", both(put("Tahap 5!S1", "Definisi Operasional"), put("Tahap 5!Q2", "Tidak"), put("Tahap 5!Q3", None))),
        ("I16", insert_row("Tahap 5", 4, LANJUTAN.format(indikator="Persentase metadata"))),
        (
            "I16",
            insert_row("Tahap 5", 4, LANJUTAN.format(indikator="Persentase e-Government")),
        ),  # a result in other words
        ("I32", put("Tahap 5!I6", "Metadata")),  # a word of its indicator
        ("I33", both(put("Tahap 5!C4", "Persentase kenaikan layanan"), put("Tahap 5!L4", 600))),
        ("I33", put("Tahap 5!L4", "72,1-72,5")),
        ("I34", put("Tahap 5!L4", 40)),  # no polarity, no judgement
        ("I35", put("Tahap 5!M6", 20)),
        ("I36", both(put("Tahap 5!C6", "Jumlah orang pengguna metadata"), put("Tahap 5!I6", "Orang"))),
    ],
)
def test_what_is_well_said_is_left_alone(tmp_path: Path, kode: str, change: Change) -> None:
    found = look(write(tmp_path / "buku.xlsx", BAKU, change)).temuan
    assert kode not in [finding.kode for finding in found]


@pytest.mark.parametrize(
    ("typed", "told"), [(27, False), (28, True), (3, False), (2, True)]
)  # fmt: skip
def test_a_target_leaps_where_it_is_beyond_three_times_or_below_a_third_of_both_neighbours(
    tmp_path: Path, typed: int, told: bool
) -> None:
    """The neighbours are 7 and 9."""
    found = look(write(tmp_path / "buku.xlsx", BAKU, put("Tahap 5!M6", typed))).temuan
    assert [str(entry.tempat) for entry in found if entry.kode == "I35"] == ["Tahap 5!M6"] * told


# domain.md 3.5, what a machine can decide: code → rows of Tahap 5 as the audit numbers them, by column.
RESMI = {
    "W01": {"B25", "B28"},
    "W02": {"B22"},  # of B31 and B32 with W06, which rewrites the verb
    "W09": {"B4"},  # with B20, B30, B34, B36: Sasaran Kegiatan, told once
    "W03": {"B6", "B16"},
    "W04": {"B1", "B2", "B13", "C19", "C25", "B37"},
    "W05": {"C13", "C39", "C40", "C41"},
    "W06": {"B31", "B32"},
    "W07": set(),
    "I02": set(),
    "I17": set(),  # C8, C30, C34, C36: told with W09
    "I18": set(),
    "I19": set(),
    "I20": set(),
    "W08": set(),
    "I03": set(),
    "I04": {"C5", "C15", "C16", "C41", "C44"},  # what is said behind «yang» is not said of paper
    "I43": {"C10", "C11", "C12", "C14"},  # papers of work (C6, C37) are products
    "I05": {"C13", "C17", "C19", "C41"},  # two processes (C3, C20) are I06
    "I06": {"C3", "C20"},
    "I07": {"C42"},
    "I08": {"C12", "C14", "C40"},  # the index of C1 is I10
    "I09": {"C27", "C33", "C44"},
    "I10": {"C1"},
    "I11": {"B4", "C4", "C8", "B24", "C40", "C41"},
    "I14": set(),
    "I15": set(),
    "I16": {"C18"},
    "I32": set(),
    "I33": set(),
    "I47": set(),
    "I34": set(),
    "I35": set(),
    "I36": set(),
}
JUDUL_CONTOH = 4
"""Row of the column titles in the example workbook."""


@pytest.fixture(scope="module")
def contoh() -> Examination:
    return look(ROOT / "inputs" / "diskominfo-balangan.xlsx")


@pytest.mark.parametrize("kode", RESMI)
def test_the_official_tables_give_what_the_audit_lists(contoh: Examination, kode: str) -> None:
    places = [finding.tempat for finding in contoh.temuan if finding.kode == kode]
    found = {
        f"{(place.address or '')[0]}{(place.baris or 0) - JUDUL_CONTOH}"
        for place in places
        if place.lembar == "Tahap 5"
    }
    assert found == RESMI[kode]


def test_slips_that_only_an_earlier_stage_has_are_told_there(contoh: Examination) -> None:
    found = {(str(finding.tempat)): finding for finding in contoh.temuan if finding.tempat.lembar != "Tahap 5"}
    assert found["Tahap 3!B18"].kode == "W03"
    assert "«Sektorale» tampaknya salah ketik" in message(found["Tahap 4!B49"])  # beside the difference to Tahap 5
    assert message(found["Tahap 4!B49"]).count("Terpenuhinya Data Statistik Sektorale") == 1, "quoted once"


def test_the_wrong_unit_of_a_report_is_said_in_the_same_finding(contoh: Examination) -> None:
    told = {
        (finding.tempat.baris or 0) - JUDUL_CONTOH
        for finding in contoh.temuan
        if finding.kode == "I04" and dict(finding.details)["satuan"]
    }
    assert told == {5, 15, 16, 41, 44}


def test_a_misspelt_verb_comes_with_the_verb_that_is_meant(contoh: Examination) -> None:
    said = [message(finding) for finding in contoh.temuan if finding.kode == "W01"]
    said += [hint(finding) for finding in contoh.temuan if finding.kode == "W03"]
    assert sum("«Terlaksananya " in text for text in said) == 3
    assert sum("«Terlayaninya " in text for text in said) == 2


def test_rules_without_words_say_nothing(contoh: Examination) -> None:
    assert isinstance(contoh, Understood)
    assert isinstance(contoh, Understood)
    buku = replace(contoh.buku, word_lists=WordLists())
    rules = (*wording.RULES, *spelling.RULES, *measures.RULES, *alike.RULES, *relevance.RULES, *targets.RULES)
    assert len(rules) > 15
    assert [finding for rule in rules for finding in rule(buku, contoh.plan)] == []


def test_no_word_rule_stops_a_build() -> None:
    ours = [kode for kode in CATALOGUE if kode[0] == "W" or kode in RESMI]
    assert len(ours) > 20
    assert {CATALOGUE[kode].severity for kode in ours} <= {Severity.PERINGATAN, Severity.SARAN}


# Word lists


def test_every_list_is_shipped_and_read_without_a_finding() -> None:
    assert {path.stem for path in KATA.glob("*.txt")} == set(LISTS)
    assert set(LISTS) >= PAIRED_LISTS
    outcome = read_words([KATA])
    assert outcome.temuan == ()
    assert outcome.value is not None
    assert len(outcome.value.verbs) > 60
    for name in (
        "problem_words",
        "fixed_phrases",
        "terms",
        "satuan",
        "old_indexes",
        "lower_case_words",
        "vague_phrases",
        "equivalents",
    ):
        assert getattr(outcome.value, name), name


def test_an_office_adds_changes_and_removes_words_beside_its_workbook(tmp_path: Path) -> None:
    path = write(tmp_path / "buku.xlsx", BAKU, both(put("Tahap 5!B6", "Rajut metadata"), put("Tahap 5!I6", "Rajutan")))
    kinds = {"W01", "I32"}
    assert {finding.kode for finding in look(path).temuan} >= kinds
    (tmp_path / "kata").mkdir()
    (tmp_path / "kata" / "satuan.txt").write_text("Rajutan = Jumlah\n", encoding="utf-8")
    (tmp_path / "kata" / "kata-kerja.txt").write_text("# punya kami\nRajut = keluaran\n", encoding="utf-16")
    assert kinds.isdisjoint(finding.kode for finding in look(path).temuan)
    (tmp_path / "kata" / "kata-kerja.txt").write_text("Rajut = hasil\n- Meningkatnya\n", encoding="cp1252")
    assert "W02" in [finding.kode for finding in look(path).temuan]
    outcome = read_words([KATA, tmp_path / "kata"])
    assert outcome.value is not None
    assert "meningkatnya" not in outcome.value.verbs


def test_words_of_a_folder_that_the_caller_names_count_too(tmp_path: Path) -> None:
    (tmp_path / "di-sini" / "kata").mkdir(parents=True)
    (tmp_path / "di-sini" / "kata" / "ejaan.txt").write_text("metadata = metadatum\n", encoding="utf-8")
    path = write(tmp_path / "buku.xlsx")
    assert look(path).temuan == ()
    found = examine(path, Settings(Path("build"), (), kata=(tmp_path / "di-sini" / "kata",)))
    assert {finding.kode for finding in found.temuan} == {"W07"}


def test_the_command_takes_the_words_of_the_folder_it_is_started_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "di-sini" / "kata").mkdir(parents=True)
    (tmp_path / "di-sini" / "kata" / "ejaan.txt").write_text("metadata = metadatum\n", encoding="utf-8")
    path = write(tmp_path / "buku.xlsx")
    monkeypatch.chdir(tmp_path / "di-sini")
    monkeypatch.setattr(sys, "argv", ["pokin", "periksa", str(path), "--format", "json"])
    assert main() == 0
    found = json.loads(capsys.readouterr().out)["temuan"]
    assert {finding["kode"] for finding in found if finding["sel"]} == {"W07"}


def test_a_list_that_cannot_be_opened_is_a_finding_not_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "satuan.txt").mkdir()
    (finding,) = read_words([tmp_path]).temuan
    assert finding.kode == "W30"
    assert "tidak dapat dibuka" in message(finding)


# Precision


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    return script_module("benchmarks/wording.py")


def test_the_page_about_precision_is_what_the_command_writes(benchmark: ModuleType) -> None:
    assert (ROOT / "docs" / "ketepatan.md").read_text(encoding="utf-8") == benchmark.report()


def test_a_rule_that_is_often_wrong_only_advises(benchmark: ModuleType) -> None:
    count, tallies = benchmark.measure()
    assert count >= 120
    assert set(tallies) == set(benchmark.COUNTED)
    for kode, tally in tallies.items():
        if CATALOGUE[kode].severity is not Severity.SARAN:
            assert tally.precision is not None, kode
            assert tally.precision >= 0.9, kode


def test_every_sentence_is_labelled_once_with_a_reason(benchmark: ModuleType) -> None:
    entries = benchmark.sentences()
    keys = [(entry["kalimat"], entry["komponen"], entry["kinerja"], entry["sumber"]) for entry in entries]
    assert len(set(keys)) == len(keys)
    for entry in entries:
        assert entry["alasan"]
        assert set(entry["harapan"].split()) <= set(benchmark.COUNTED)
