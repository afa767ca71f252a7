"""Official sentences are known without the list: quiet at their level, told above it, cut, misspelt or in odd capitals."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.official_list import found_in, real_list
from helpers.places import ROOT
from helpers.scripts import script_module
from helpers.workbooks import add_row, put
from pokin_docs.check.lexicon import Lexicon
from pokin_docs.check.official_guess import continued, misspelt
from pokin_docs.extract.word_lists import MARKS, read_words
from pokin_docs.model.catalogue import CATALOGUE, hint, message
from pokin_docs.model.findings import Severity
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.nomenclature import NomenclatureEntry, NomenclatureList
from pokin_docs.model.official_marks import OfficialMarks, marks_of, packed, unpacked

KATA = ROOT / "pokin_docs" / "kata"
MESIN = "Tersedianya Peralatan dan Mesin Lainnya"
RAPAT = "Terlaksananya Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD"
ENTRIES = (
    NomenclatureEntry("2.20.02", "Program Statistik"),
    NomenclatureEntry("2.20.02.2.01", "Penyelenggaraan Statistik"),
    NomenclatureEntry(
        "2.20.02.2.01.0018", "Pemenuhan Prinsip", "Tersusunnya metadata statistik yang terpadu di daerah"
    ),
    NomenclatureEntry("2.20.02.2.01.0019", "Penyediaan Prinsip", "", "Jumlah metadata statistik sektoral yang disusun"),
)
SUB = KomponenPerencanaan.SASARAN_SUB_KEGIATAN


@pytest.fixture(scope="module")
def marks() -> OfficialMarks:
    return marks_of(NomenclatureList("daftar", 2027, ENTRIES))


@pytest.mark.parametrize(
    ("text", "komponen", "official"),
    [
        ("Program Statistik", KomponenPerencanaan.SASARAN_PROGRAM, True),
        ("Program Statistik", SUB, False),
        ("1. Tersusunnya  METADATA statistik (SDI) yang terpadu di daerah.", SUB, True),
        ("Tersusunnya metadata statistik yang terpadu di daerah", KomponenPerencanaan.SASARAN_KEGIATAN, False),
        ("Tersusunnya metadata statistik yang terpadu", SUB, False),
        ("", SUB, False),
        ("Jumlah metadata statistik sektoral yang disusun", None, True),
    ],
)
def test_a_sentence_is_known_at_its_own_level(
    marks: OfficialMarks, text: str, komponen: KomponenPerencanaan | None, official: bool
) -> None:
    assert marks.is_official(text, komponen) is official
    assert marks.is_name(text) is text.startswith("Program")


def test_a_cut_sentence_is_known_from_most_of_its_words(marks: OfficialMarks) -> None:
    whole = ["tersusunnya", "metadata", "statistik", "yang", "terpadu", "di", "daerah"]
    assert [count for count in range(1, 8) if marks.goes_on(" ".join(whole[:count]))] == [
        4,
        5,
        6,
    ]  # the fourth is «yang»


def test_what_was_packed_is_unpacked_and_a_broken_file_holds_nothing(marks: OfficialMarks) -> None:
    data = packed(marks)
    assert packed(unpacked(data)) == data
    assert unpacked(data).is_official("Program Statistik")
    for broken in (b"", b"PK\3\4", data[:-1], data + b"\0", data.replace(b"marks 1", b"marks 9")):
        assert not unpacked(broken)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Jumlah Metadata Statistk Sektoral yang Disusun", "Jumlah Metadata Statistik Sektoral yang Disusun"),
        ("Jumlah metadata (data) statistiek sektoral disusun", None),  # two slips
        ("Jumlah metadata statistik sektoral disusun", "Jumlah metadata statistik sektoral yang disusun"),
        ("Jumlah metadata statistik sektoral yang yang disusun", "Jumlah metadata statistik sektoral yang disusun"),
        ("2) Jumlah meta data statistik sektoral yang disusun", "2) Jumlah metadata statistik sektoral yang disusun"),
        ("JUMLAH METADATASTATISTIK SEKTORAL YANG DISUSUN", "JUMLAH METADATA STATISTIK SEKTORAL YANG DISUSUN"),
        ("Jumlah metadata statistik sektoral yang disusup", "Jumlah metadata statistik sektoral yang disusun"),
        ("Jumlah metadata statistik sektoral yang dibuat", None),
        ("Jumlah", None),
    ],
)
def test_one_slip_undone_gives_the_official_sentence(marks: OfficialMarks, text: str, meant: str | None) -> None:
    assert misspelt(text, "indikator", marks, Lexicon(frozenset({"jumlah", "sektoral", "yang"}))) == meant


def test_a_word_in_use_is_no_slip_of_another(marks: OfficialMarks) -> None:
    text = "Jumlah metadata statistik sektoral yang disusup"
    assert misspelt(text, "indikator", marks, Lexicon(frozenset({"disusup"}))) is None


def test_the_lost_end_is_found_again_from_words_in_use(marks: OfficialMarks) -> None:
    cut = "Tersusunnya Metadata Statistik yang Terpadu"
    assert continued(cut, "kinerja", marks, ("daerah",)) == f"{cut} di Daerah"
    assert continued(cut, "kinerja", marks, ()) is None
    assert continued(f"{cut} di Da", "kinerja", marks, ("daerah", "dagang")) == f"{cut} di Daerah"  # amid a word


@pytest.mark.parametrize(
    ("row", "text", "codes"),
    [
        (6, MESIN, []),
        (5, MESIN, ["W10"]),
        (4, MESIN, ["W10"]),
        (6, "tersedianya peralatan dan mesin lainnya", []),  # even, if not as in the list
        (6, "Tersedianya Peralatan Dan Mesin Lainnya", ["W05"]),
        (6, "Tersedianya Peralatan dan Mesin Lainya", ["W11"]),
        (6, "Tersedianya Peralatan Mesin Lainnya", ["W11"]),
        (6, RAPAT.removesuffix(" SKPD"), ["W11"]),
        (6, "Terlaksananya Fasilitasi, Pelaksanaan dan Evaluasi Penelitian dan Pengembangan Bidang", ["W12"]),
        (6, "Penyediaan Peralatan dan Mesin Lainnya", []),  # no name, though it sounds like one
    ],
)
def test_an_official_kinerja_without_the_list(tmp_path: Path, row: int, text: str, codes: list[str]) -> None:
    stages = [put(f"Tahap {stage}!B{row}", text) for stage in (4, 5)]
    found = [entry for entry in found_in(tmp_path, *stages) if entry.tempat.address == f"B{row}"]
    told = [entry for entry in found if entry.kode in ("W05", "W07", "W10", "W11", "W12", "W02", "W03")]
    assert [entry.kode for entry in told] == codes
    if codes == ["W11"]:
        assert hint(told[0]).startswith(f"Tulis «{RAPAT if text in RAPAT else MESIN}».")
    if codes == ["W10"]:
        assert "resmi Sasaran Sub Kegiatan dipakai" in message(told[0])


def test_the_name_of_an_activity_is_no_kinerja_with_or_without_the_sheet_program(tmp_path: Path) -> None:
    for name in ("Penyediaan Peralatan Rumah Tangga", "Relasi Media", "Pemenuhan Prinsip SDI"):
        found = found_in(tmp_path, put("Tahap 5!B6", name))
        assert ("W01", "B6") in [(entry.kode, entry.tempat.address) for entry in found], name


def test_the_shipped_marks_are_those_of_the_official_list() -> None:
    script = script_module("scripts/build_official_marks.py")
    assert script.marks_file(real_list()) == (KATA / MARKS).read_bytes()


def test_without_marks_the_rules_still_run() -> None:
    lists = read_words([KATA]).value
    assert lists is not None
    assert lists.marks
    assert not OfficialMarks().is_official(MESIN)
    assert misspelt(MESIN, "kinerja", OfficialMarks(), Lexicon(frozenset())) is None
    assert CATALOGUE["W12"].severity is Severity.SARAN


def test_of_two_sentences_that_are_as_near_none_is_meant() -> None:
    pair = ("Jumlah data yang dibina", "Jumlah data yang dibita")
    entries = tuple(NomenclatureEntry(f"2.20.02.2.01.002{at}", text, "", text) for at, text in enumerate(pair))
    both_marks = marks_of(NomenclatureList("daftar", 2027, entries))
    lexicon = Lexicon(frozenset({"jumlah", "data", "yang"}))
    assert misspelt("Jumlah data yang dibinaa", "indikator", both_marks, lexicon) == pair[0]
    assert misspelt("Jumlah data yang dibia", "indikator", both_marks, lexicon) is None


def test_two_codes_may_have_one_official_sentence(tmp_path: Path) -> None:
    row = (
        "| Tahap 3 | {text} | Jumlah {what} | Kinerja Operasional | Sasaran Sub Kegiatan | PK JF/JP | {code} | | Unit |"
    )
    for code, told in (("2.20.02.2.01.0019", False), ("2.20.02.2.01.0018", True)):
        between = row.format(text="Tersusunnya pedoman", what="pedoman", code="2.20.02.2.01.0020")
        second = row.format(text=MESIN, what="mesin lain", code=code)
        found = found_in(tmp_path, put("Tahap 5!B6", MESIN), add_row("Tahap 5", between), add_row("Tahap 5", second))
        assert ("S10" in {entry.kode for entry in found}) is told, code


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kapasitas Tenaga Pengelola Dana BOS Sekolah Dasar", "W11"),  # as nothing else ends like it
        ("Tersusunnya Dokumen Hasil Penyusunan Kebijakan", None),
        ("Terlaksananya Fasilitasi Pelaksanaan Tugas Kepala", "W13 akhirnya"),
        ("Terlaksananya Pengawasan Orang Asing di Daerah", None),  # begins like one, and ends like none
        ("Terlaksananya Fasilitasi Pelaksanaan Tugas Desa dan Perangkat Desa", "W13 tengahnya"),
    ],
)
def test_what_lost_words_at_one_place_is_told_with_the_whole_sentence(
    tmp_path: Path, text: str, told: str | None
) -> None:
    texts = (put(f"Tahap {stage}!B6", text) for stage in (4, 5))
    found = [one for one in found_in(tmp_path, *texts) if one.kode in ("W11", "W12", "W13")]
    assert [f"{one.kode} {dict(one.details).get('tempat', '')}".strip() for one in found] == [told] * bool(told)
    if told and told != "W11":
        assert "«Terlaksananya Fasilitasi Pelaksanaan Tugas Kepala Desa dan Perangkat Desa»" in hint(found[0])
