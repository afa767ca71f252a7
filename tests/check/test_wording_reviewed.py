"""What reviewers asked of the wording rules: quiet on official wording, sharp on real faults, both sides of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.places import ROOT
from helpers.workbooks import BAKU, add_row, both, insert_row, put, write
from pokin_docs.check.counted_results import counts_a_result
from pokin_docs.check.lexicon import Lexicon, is_indonesian, writes_small
from pokin_docs.check.measured import Measure
from pokin_docs.check.sentences import is_named
from pokin_docs.check.starts import kind_of_start, state_behind
from pokin_docs.check.two_measures import two_measures
from pokin_docs.check.vague import vague_phrase
from pokin_docs.check.written import look_at
from pokin_docs.extract.word_lists import read_words
from pokin_docs.flow.examine import Examination, examine
from pokin_docs.model.catalogue import hint, message
from pokin_docs.model.findings import Temuan
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.rows import Isian, KinerjaRow
from pokin_docs.model.settings import Settings
from pokin_docs.model.source import CellRef
from pokin_docs.model.word_lists import WordLists

Change = Callable[[Workbook], None]


@pytest.fixture(scope="module")
def lists() -> WordLists:
    found = read_words([ROOT / "pokin_docs" / "kata"]).value
    assert found is not None
    return found


@pytest.fixture(scope="module")
def lexicon(lists: WordLists) -> Lexicon:
    return Lexicon(lists.spelt_words, frozenset({"paringin"}), frozenset(lists.verbs))


def look(path: Path, *changes: Change) -> Examination:
    return examine(write(path / "buku.xlsx", BAKU, *changes), Settings(Path("build"), ()))


def of(examined: Examination, *codes: str) -> list[tuple[str, str | None]]:
    return [(entry.kode, entry.tempat.address) for entry in examined.temuan if entry.kode in codes]


def only(examined: Examination, kode: str) -> Temuan:
    (entry,) = (entry for entry in examined.temuan if entry.kode == kode)
    return entry


# Slips of the keyboard


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("tesedianya", "tersedianya"),  # a letter missing
        ("terlaksannanya", "terlaksananya"),  # doubled
        ("pelaksanaaan", "pelaksanaan"),  # one too many
        ("dearah", "daerah"),  # two swapped
        ("tersediannya", "tersedianya"),  # a state with the suffix -an, which no stemmer minds
        ("tersusunya", "tersusunnya"),  # though it has the root susu
        ("susunya", None),
        ("pengaduan", None),  # a word of its own, though near to pengadaan
        ("pelayan", None),
        ("paringin", None),  # the office's own name
        ("dta", None),  # too short to tell
        ("xyzzyq", None),
    ],
)
def test_a_slip_is_a_word_without_a_root_beside_one_in_common_use(
    lexicon: Lexicon, word: str, meant: str | None
) -> None:
    assert lexicon.meant(word) == meant


def test_a_right_word_is_never_outvoted(tmp_path: Path) -> None:
    wrong = [put(f"Tahap 5!C{row}", f"Persentase pelayan data {row}") for row in (2, 3, 4, 5)]
    assert of(look(tmp_path, *wrong, put("Tahap 5!C6", "Jumlah pelayanan data")), "W07") == []


def test_two_words_equally_near_are_left_to_the_planner() -> None:
    assert Lexicon(frozenset({"abcdef", "abcdeg"})).nearest("abcde") is None
    assert Lexicon(frozenset({"abcdef"})).nearest("abcde") == "abcdef"


def test_roots_and_their_affixes_are_indonesian() -> None:
    assert is_indonesian("terselenggaranya")
    assert not is_indonesian("terselenggaraya")


def test_the_proposal_is_the_whole_sentence_and_other_rules_read_it(tmp_path: Path) -> None:
    text = "Presentase layanann data daerah baik"
    found = look(tmp_path, put("Tahap 5!C4", text), put("Tahap 4!C4", text))
    entry = only(found, "W07")
    assert "«Presentase», «layanann»" in message(entry)
    assert "Tulis «Persentase layanan data daerah baik», begitu juga di Tahap 4!C4." in hint(entry)
    assert of(found, "I20") == []  # Persentase is a measure once it is spelt


@pytest.mark.parametrize(
    ("text", "mended", "reason"),
    [
        ("Jumlah Dokumen Dokumen Data", "Jumlah Dokumen Data", "mengulang satu kata"),
        ("Jumlah anak anak sehat", "Jumlah anak-anak sehat", "mengulang satu kata"),
        ("Terlaksananya Tersusunnya Data", "Tersusunnya Data", "dua kata kerja"),
        ("Jumlah data,informasi daerah", "Jumlah data, informasi daerah", "tanpa spasi"),
        ("Jumlah data yang di kelola", "Jumlah data yang dikelola", "memisahkan awalan"),
        ("Terlaksana nya Pembinaan", "Terlaksananya Pembinaan", "memisahkan «nya»"),
        ("Jumlah Data Dan Informasi Daerah", "Jumlah Data dan Informasi Daerah", "kata tugas"),
        ("Jumlah Data yang terbuka", "Jumlah Data yang Terbuka", "berhuruf kecil"),
        ("Persentase yang Terlayani", "Persentase … yang Terlayani", "kehilangan kata"),
        ("Jumlah data dan", "Jumlah data dan …", "kehilangan kata"),
        ("Jumlah data .", "Jumlah data", "diakhiri tanda baca"),
    ],
)
def test_every_fault_of_writing_has_its_reason_and_is_mended(
    lists: WordLists, lexicon: Lexicon, text: str, mended: str, reason: str
) -> None:
    writing = look_at(text, lists, lexicon)
    assert writing.mended == mended
    assert any(reason in why for _, why in writing.faults)
    assert look_at(writing.mended.replace(" …", " x").replace("… ", "x "), lists, lexicon).slips == ()


@pytest.mark.parametrize(
    "text",
    [
        "Jumlah kegiatan di kelurahan",
        "Meningkatnya Peran Serta Pemuda",
        "Jumlah Desa, Kelurahan, dan Kecamatan",
        "Nilai 1,5 sampai 2,5",
        "JUMLAH DATA DAN INFORMASI",
        "Jumlah RPJMD dan Renstra yang Selaras",
    ],
)
def test_what_is_written_well_is_left_alone(lists: WordLists, lexicon: Lexicon, text: str) -> None:
    writing = look_at(text, lists, lexicon)
    assert (writing.faults, writing.slips, writing.mended) == ((), (), text)


# Beginnings


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("laksanakan", "perintah"),
        ("meningkatkan", "aktif"),
        ("beroperasi", "keadaan"),
        ("tersedia", "«-nya»"),
        ("penyediaan", "nama kegiatan"),
        ("sosialisasi", "nama kegiatan"),
        ("jalan", "bukan kata kerja hasil"),
    ],
)
def test_a_cause_is_named_by_the_kind_of_word(word: str, kind: str) -> None:
    assert kind in kind_of_start(word)


def test_a_state_behind_is_a_hint_and_an_activity_is_none() -> None:
    assert state_behind("Jalan Kabupaten yang Terbangun") == "yang Terbangun"
    assert state_behind("Akses Layanan Meningkat") == "Meningkat"
    assert state_behind("Pengelolaan Arsip Dinamis") is None


def test_the_name_of_an_activity_is_no_kinerja_with_or_without_the_sheet_program(tmp_path: Path) -> None:
    change = both(put("Tahap 5!B6", "Penyediaan Metadata"), put("Program!B4", "Penyediaan Metadata"))

    def without(book: Workbook) -> None:
        book.remove(book["Program"])

    for changes in ((change,), (change, without)):
        assert ("W01", "B6") in of(look(tmp_path, *changes), "W01")


@pytest.mark.parametrize(("cell", "verb"), [("B6", "Tersusunnya"), ("B3", "Meningkatnya")])
def test_what_w01_proposes_passes_at_its_level(tmp_path: Path, cell: str, verb: str) -> None:
    start = {"B6": "Susunkan", "B3": "Tingkatkan"}[cell]
    entry = only(look(tmp_path, put(f"Tahap 5!{cell}", f"{start} metadata akses data")), "W01")
    assert f"«{verb} …»" in message(entry)


# Levels by regulation


def kegiatan(*kinerja: str) -> Change:
    """More Sasaran Kegiatan."""
    line = (
        "| Tahap 3 | {} | Persentase arsip tertib | Kinerja Taktikal Immediate | Sasaran Kegiatan | PK Sub Koordinator/JF |"
        " | | % | 50 | 55 | 60 | 65 | 70 | 75 | 80 | | |"
    )
    return both(*(add_row("Tahap 5", line.format(text)) for text in kinerja))


BOTH_WAYS = kegiatan(
    "Meningkatnya mutu arsip", "Meningkatnya mutu gedung", "Meningkatnya mutu jalan", "Tersusunnya taman",
    "Tersedianya lampu",
)  # fmt: skip


def test_outputs_at_sasaran_kegiatan_are_said_once_until_the_office_decides(tmp_path: Path) -> None:
    output = both(
        BOTH_WAYS, put("Tahap 5!B5", "Tersusunnya standar data"), put("Tahap 5!C5", "Jumlah standar data"),
    )  # fmt: skip
    found = look(tmp_path, output)
    assert of(found, "W02", "W09", "I02", "I17") == [("W09", "B5")], "kinerja and indicator are one question"
    assert "sedangkan 3 diawali kata kerja hasil" in message(only(found, "W09"))
    assert "dan 1 indikatornya menghitung keluaran (C5)" in message(only(found, "W09"))
    decided = both(output, put("Identitas!A9", "Sasaran Kegiatan"))
    assert of(look(tmp_path, both(decided, put("Identitas!B9", "output"))), "W02", "W09", "I02", "I17") == []
    outcome = of(look(tmp_path, both(decided, put("Identitas!B9", "outcome"))), "W02", "W09", "I17")
    assert outcome[:1] == [("W02", "B5")]
    assert ("I17", "C5") in outcome
    assert "W09" not in dict(outcome)


def test_a_count_at_sasaran_program_is_no_matter_of_the_setting(tmp_path: Path) -> None:
    change = both(put("Tahap 5!C4", "Jumlah layanan data"), put("Identitas!A9", "Sasaran Kegiatan"))
    assert of(look(tmp_path, both(change, put("Identitas!B9", "output"))), "I02", "I17") == [("I02", "C4")]


# Measures


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Persentase Sengketa Informasi dan Pengaduan Masyarakat", ("Sengketa Informasi", "Pengaduan Masyarakat")),
        ("Persentase Desa/Wilayah yang Terlayani", ("Desa", "Wilayah")),
        ("Jumlah Kasus dan Persentase Penanganan", ("Jumlah Kasus", "Persentase Penanganan")),
        ("Persentase Sarana dan Prasarana Pelayanan Umum", None),  # joined in official texts
        ("Jumlah Paket Kertas Tebal dan Tinta Hitam", None),  # the unit is counted
        ("Indeks Kepuasan Layanan dan Mutu Aparatur", None),  # the name of an index
        ("Jumlah Desa untuk Ketahanan Pangan dan Ketertiban Umum", None),  # what it is for
        ("Jumlah Rumah Layak, Rumah Sehat, dan Rumah Aman", None),  # a list
        ("Persentase Balita Gizi Buruk dan Gizi Kurang", None),  # one head
        ("Persentase Rumah V/C", None),
        ("Jumlah Kab/Kota", None),
    ],
)
def test_two_measures_are_two_heads_with_two_units(lists: WordLists, text: str, pair: tuple[str, str] | None) -> None:
    assert two_measures(text, lists) == pair


def test_a_fixed_phrase_of_the_office_is_one_thing(lists: WordLists) -> None:
    text, phrase = (
        "Persentase Sengketa Informasi dan Pengaduan Masyarakat",
        "Sengketa Informasi dan Pengaduan Masyarakat",
    )
    assert two_measures(text, lists) is not None
    assert two_measures(text, replace(lists, fixed_phrases=(*lists.fixed_phrases, phrase))) is None


def test_an_indicator_of_the_parent_is_told_once_at_the_parent(tmp_path: Path) -> None:
    same = both(put("Tahap 5!C4", "Persentase data terakses"), put("Tahap 5!C5", "Persentase  DATA terakses"))
    assert of(look(tmp_path, same), "I18", "I09") == [("I18", "C3"), ("I18", "C4")]
    assert of(look(tmp_path, put("Tahap 5!C4", "Persentase data yang dapat diakses warga")), "I18") == []


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Persentase ASN bersertifikat diklat PIM II", "Persentase ASN bersertifikat diklat PIM III", False),
        ("Persentase data sektoral daerah yang terakses", "Persentase data sektoral daerah yang terbuka", True),
        ("Persentase lulusan pelatihan yang bersertifikat", "Persentase lulusan pelatihan yang bekerja", False),
        ("Persentase peserta diklat kompetensi teknis", "Persentase peserta kompetensi teknis", True),
        ("Persentase layanan umum kantor tertib", "Persentase layanan keuangan kantor tertib", False),
    ],
)
def test_words_that_tell_kinds_apart_make_two_measures(tmp_path: Path, one: str, other: str, told: bool) -> None:
    row = f"| | | {other} | | | | | | % | 50 | 55 | 60 | 65 | 70 | 75 | 80 | | |"
    found = look(tmp_path, insert_row("Tahap 5", 5, row), put("Tahap 5!C4", one))
    assert bool(of(found, "I09")) is told


@pytest.mark.parametrize(
    ("cell", "indikator", "told"),
    [
        ("C5", "Persentase data sektoral daerah yang terbuka", True),  # another state of the same thing, above it
        ("C6", "Jumlah data sektoral daerah yang terakses", False),  # the output that makes the share
        ("C6", "Jumlah laporan data sektoral daerah yang terakses", True),
    ],
)
def test_below_a_share_stands_the_count_of_its_output(tmp_path: Path, cell: str, indikator: str, told: bool) -> None:
    above = f"Tahap 5!C{int(cell[1:]) - 1}"
    found = look(
        tmp_path, put(above, "Persentase data sektoral daerah yang terakses"), put(f"Tahap 5!{cell}", indikator)
    )
    assert (("I09", cell) in of(found, "I09")) is told


@pytest.mark.parametrize(
    ("other", "told"),
    [("Jumlah data sektoral yang dievaluasi", False), ("Jumlah data sektoral yang ternilai", True)],
)
def test_outputs_of_other_work_beside_each_other_are_two(tmp_path: Path, other: str, told: bool) -> None:
    row = f"| | | {other} | | | | | | Data | 50 | 55 | 60 | 65 | 70 | 75 | 80 | | |"
    found = look(tmp_path, put("Tahap 5!C6", "Jumlah data sektoral yang dinilai"), insert_row("Tahap 5", 7, row))
    assert bool(of(found, "I09")) is told


@pytest.mark.parametrize(
    ("indikator", "told"),
    [
        ("Jumlah laporan metadata", True),
        ("Jumlah Laporan Hasil Monitoring Metadata", False),
        ("Jumlah Dokumen Koordinasi Metadata", False),
        ("Jumlah Laporan Koordinasi Metadata yang Tertangani", True),  # what is said of it is not said of paper
        ("Jumlah Dokumen yang Difasilitasi", False),
    ],
)
def test_paper_may_be_the_product_of_work(tmp_path: Path, indikator: str, told: bool) -> None:
    assert bool(of(look(tmp_path, put("Tahap 5!C6", indikator)), "I04", "I43")) is told


@pytest.mark.parametrize(
    ("indikator", "told"),
    [
        ("Persentase penanganan layanan", ["I06"]),
        ("Persentase penanganan layanan yang selesai", []),
        ("Persentase mutu layanan data", ["I19"]),  # the kinerja again
        ("Cakupan layanan data", ["I11"]),
        ("Cakupan layanan data yang memenuhi standar", []),
        ("Layanan data bermutu", ["I20"]),
        ("Prevalensi layanan data", []),
    ],
)
def test_a_share_tells_a_result(tmp_path: Path, indikator: str, told: list[str]) -> None:
    found = look(tmp_path, put("Tahap 5!C4", indikator))
    assert [kode for kode, _ in of(found, "I06", "I19", "I11", "I20")] == told


@pytest.mark.parametrize(
    ("indikator", "vague"),
    [
        ("Persentase layanan data optimal", True),
        ("Persentase data yang dikelola dengan lancar", True),
        ("Persentase data yang lebih baik", True),
        ("Persentase petugas data yang profesional", True),
        ("Persentase data dalam kondisi yang baik", False),  # of a scale
        ("Persentase data rumah layak huni", False),
        ("Persentase petugas data dengan tata kelola keuangan yang baik", False),
        ("Persentase data yang terpadu", False),
    ],
)
def test_a_quality_without_bounds_is_vague(tmp_path: Path, indikator: str, vague: bool) -> None:
    assert bool(of(look(tmp_path, put("Tahap 5!C4", indikator)), "I11")) is vague


def test_a_kinerja_may_say_a_quality_but_not_how_often_or_how_well(tmp_path: Path) -> None:
    for kinerja, vague in (
        ("Meningkatnya petugas data yang profesional", False),
        ("Terkelolanya data dengan lancar", True),
    ):
        assert bool(of(look(tmp_path, put("Tahap 5!B4", kinerja)), "I11")) is vague


def test_every_vague_word_stands_in_the_dictionary_or_in_the_official_list(lists: WordLists) -> None:
    words = {word.casefold() for phrase in (*lists.vague_phrases, *lists.vague_words) for word in phrase.split()}
    assert [word for word in words if not is_indonesian(word) and word not in lists.official_words] == []


def test_a_rise_in_rank_is_no_vague_rise(tmp_path: Path) -> None:
    assert of(look(tmp_path, put("Tahap 5!C6", "Jumlah Kenaikan Pangkat metadata")), "I11") == []
    assert of(look(tmp_path, put("Tahap 5!C6", "Jumlah Kenaikan metadata")), "I11") == [("I11", "C6")]


def test_an_indicator_may_leave_its_kinerja_to_another_of_the_same(tmp_path: Path) -> None:
    row = "| | | Jumlah video | | | | | | Dokumen | 1 | 1 | 1 | 1 | 1 | 1 | 1 | | |"
    assert of(look(tmp_path, add_row("Tahap 5", row)), "I08") == []
    assert of(look(tmp_path, put("Tahap 5!C6", "Jumlah laporan video")), "I08") == [("I08", "C6")]


@pytest.mark.parametrize(
    ("satuan", "told"),
    [
        ("Persentase (%)", []),
        ("Persen (%)", []),
        ("Indeks (Skala 0-100)", ["I36"]),  # a known satuan, which a share does not have
        ("Laporan / Dokumen", ["I36"]),
        ("Rajutan (buah tangan)", ["I32"]),
        ("Rajutan / Dokumen", ["I32"]),
    ],
)
def test_a_satuan_is_known_with_what_stands_in_brackets(tmp_path: Path, satuan: str, told: list[str]) -> None:
    found = look(tmp_path, put("Tahap 5!I4", satuan))
    assert [kode for kode, _ in of(found, "I32", "I36")] == told


# Waivers


def test_a_waiver_of_a_whole_level_or_sheet_stands_in_identitas(tmp_path: Path) -> None:
    fault = both(put("Tahap 5!B6", "Penyusunan metadata"), put("Identitas!A9", "Abaikan"))
    for where in ("Sasaran Sub Kegiatan", "Tahap 5", ""):
        found = look(tmp_path, fault, put("Identitas!B9", f"W01 {where}: istilah kami"))
        assert of(found, "W01", "K10", "K11") == []
        assert [entry.reason for entry in found.waived] == ["istilah kami"]
    for where, kode in (("Sasaran Program", "K11"), ("Tahap 4", "K11"), ("Bab 9", "K10")):
        found = look(tmp_path, fault, put("Identitas!B9", f"W01 {where}: istilah kami"))
        assert [entry for entry, _ in of(found, "W01", "K10", "K11")].count(kode) == 1
        assert ("W01", "B6") in of(found, "W01")


def test_a_waiver_of_the_old_code_holds_for_its_parts(tmp_path: Path) -> None:
    state = put("Tahap 5!B6", "Metadata daerah yang Tersusun")
    assert of(look(tmp_path, state), "W08") == [("W08", "B6")]
    found = look(tmp_path, state, put("Tahap 5!S1", "Abaikan"), put("Tahap 5!S6", "W01: nomenklatur"))
    assert of(found, "W08", "K11") == []


# What an agency we had not seen taught


@pytest.mark.parametrize(
    ("indikator", "said"),
    [
        ("Persentase Pencatatan Data", True),
        ("Persentase Terlaksananya Verifikasi Data", True),
        ("Tingkat Pelaksanaan Pendataan", True),
        ("Persentase Realisasi Program Data", True),
        ("Persentase Kegiatan Data yang Terlaksana", True),
        ("Persentase Dokumen Data yang Disusun", True),
        ("Persentase Penurunan Data Ganda", False),
        ("Persentase Penyerapan Anggaran Data", False),
        ("Persentase Pemenuhan Standar Data", False),
        ("Persentase Pencatatan Data yang Selesai", False),
        ("Persentase Data yang Terbuka", False),
    ],
)
def test_a_share_of_work_is_told_and_a_result_is_not(tmp_path: Path, indikator: str, said: bool) -> None:
    found = look(tmp_path, put("Tahap 5!C4", indikator), put("Tahap 4!C4", indikator))
    assert of(found, "I06", "I19") == ([("I06", "C4")] if said else [])


def test_a_share_speaks_of_its_kinerja_in_other_words(tmp_path: Path) -> None:
    assert of(look(tmp_path, put("Tahap 5!C4", "Persentase Puskesmas Terakreditasi")), "I08") == []
    moved = put("Tahap 5!B4", "Meningkatnya mutu layanan"), put("Tahap 5!C4", "Persentase Kader Terlatih")
    beside = add_row(
        "Tahap 5",
        "| Tahap 3 | Tersedianya kader terlatih | Indeks kader | Kinerja Taktikal Intermediate | Sasaran Program |"
        " PK Ess 3 | 2.20.02 | KABID | Indeks | 50 | 55 | 60 | 65 | 70 | 75 | 80 | | |",
    )
    assert ("I08", "C4") in of(look(tmp_path, *moved, beside), "I08")
    for below in ("B5", "B6"):  # what is below it speaks of it
        near = put(f"Tahap 5!{below}", "Terlatihnya kader kesehatan")
        assert ("I08", "C4") not in of(look(tmp_path, *moved, beside, near), "I08")


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Jumlah petugas dikelurahan", "Jumlah petugas di kelurahan"),
        ("Jumlah data di kelurahan", "Jumlah data di kelurahan"),
        ("Jumlah data di kawasan hutan", "Jumlah data di kawasan hutan"),
        ("Jumlah Sampel yang Di ambil", "Jumlah Sampel yang Diambil"),
        ("Jumlah kantor yang ter koneksi", "Jumlah kantor yang terkoneksi"),
        ("Jumlah data Dan informasi", "Jumlah data dan informasi"),
        ("Jumlah Urusan Dalam Negeri", "Jumlah Urusan Dalam Negeri"),
        ("Persentase Ibu Hamil Mendapatkan Pelayanan", "Persentase Ibu Hamil yang Mendapatkan Pelayanan"),
        ("Persentase Ibu Hamil yang Mendapatkan Pelayanan", "Persentase Ibu Hamil yang Mendapatkan Pelayanan"),
        ("Jumlah Aparatur yang Memiliki Mengikuti Diklat", "Jumlah Aparatur yang Mengikuti Diklat"),
        ("Jumlah Orang yang Mengikuti Medical Check Up", "Jumlah Orang yang Mengikuti Medical Check Up"),
        ("Persentase kepemilikan KTP-el", "Persentase kepemilikan KTP-el"),
        ("Persentase Rumah Tangga ber-PHBS", "Persentase Rumah Tangga ber-PHBS"),
        ("Terselenggaranya pengelolan data", "Terselenggaranya pengelolaan data"),
        ("Jumlah Lapoan Data", "Jumlah Laporan Data"),  # though the stemmer has a root lapo
    ],
)
def test_the_sentence_is_mended_and_right_ones_are_left(
    lists: WordLists, lexicon: Lexicon, text: str, mended: str
) -> None:
    assert look_at(text, lists, lexicon).mended == mended


def test_what_is_told_once_for_a_level_leaves_out_the_rows_that_are_waived(tmp_path: Path) -> None:
    second = add_row(
        "Tahap 5",
        "| Tahap 3 | Tersusunnya pedoman data | Jumlah pedoman data | Kinerja Taktikal Immediate | Sasaran Kegiatan | PK Sub Koordinator/JF | | | Dokumen | 1 | 1 | 1 | 1 | 1 | 1 | 1 | | |",
    )
    both_rows = both(put("Tahap 5!B5", "Tersusunnya standar data"), second, BOTH_WAYS)
    found = look(tmp_path, both_rows)
    told = {entry.kode: message(entry) for entry in found.temuan if entry.kode in ("W09", "I17")}
    assert told["W09"].startswith("4 Sasaran Kegiatan")
    waiver = both(put("Tahap 5!Z1", "Abaikan"), put("Tahap 5!Z5", "W09: disepakati"))
    told = {
        entry.kode: message(entry) for entry in look(tmp_path, both(both_rows, waiver)).temuan if entry.kode == "W09"
    }
    assert told["W09"].startswith("3 Sasaran Kegiatan")


def test_what_follows_from_a_sentence_that_must_be_rewritten_is_said_with_it(tmp_path: Path) -> None:
    found = look(tmp_path, put("Tahap 5!B6", "Meningkatnya jumlah metadata")).temuan
    here = [entry for entry in found if entry.tempat.address == "B6" and entry.kode[0] == "W"]
    assert [entry.kode for entry in here] == ["W06"]
    assert "menyatakan hasil (outcome)" in message(here[0])


def test_a_row_that_repeats_the_one_above_is_told_once_with_its_indicator(tmp_path: Path) -> None:
    same = both(put("Tahap 5!B5", "Meningkatnya mutu layanan data"), put("Tahap 5!C5", "Persentase layanan baik"))
    assert of(look(tmp_path, same), "S10", "I18") == [("S10", "B5")]
    other = both(put("Tahap 5!B5", "Terpenuhinya standar data"), put("Tahap 5!C5", "Persentase layanan baik"))
    assert of(look(tmp_path, other), "S10", "I18") == [("I18", "C4")]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Persentase rumah yg layak huni", "Persentase rumah yang layak huni"),
        ("Jumlah warga ynag terlayani", "Jumlah warga yang terlayani"),
        ("Jumlah dokumen dna laporan", "Jumlah dokumen dan laporan"),
        ("Jumlah uji DNA", "Jumlah uji DNA"),
        ("Jumlah dam dan bendung", "Jumlah dam dan bendung"),
        ("Persentase jalan yang di perbaiki", "Persentase jalan yang diperbaiki"),
        ("Jumlah kegiatan di industri kecil", "Jumlah kegiatan di industri kecil"),
        ("Jumlah dermaga yang di pelihara", "Jumlah dermaga yang dipelihara"),
        ("Jumlah kegiatan di fasilitas kesehatan", "Jumlah kegiatan di fasilitas kesehatan"),
        ("Terlaksananya peng awasan pembangunan", "Terlaksananya pengawasan pembangunan"),
        ("Meningkatnya ke amanan lingkungan", "Meningkatnya keamanan lingkungan"),
        ("Jumlah perjalanan ke daerah", "Jumlah perjalanan ke daerah"),
        ("Jumlah pelaku usaha dikawasan wisata", "Jumlah pelaku usaha di kawasan wisata"),
        ("Jumlah aset yang dilaksanakan", "Jumlah aset yang dilaksanakan"),
        ("Meningkatnya pelayanan kepadamasyarakat", "Meningkatnya pelayanan kepada masyarakat"),
        ("Meningkatnya kualitas danau", "Meningkatnya kualitas danau"),
        ("Jumlah rekomendasi yang ditindak lanjuti", "Jumlah rekomendasi yang ditindaklanjuti"),
        ("Jumlah objek yang disesuaikan NJOP nya", "Jumlah objek yang disesuaikan NJOP-nya"),
        ("Terwujutnya tata kelola", "Terwujudnya tata kelola"),
        ("Menurunnya angka kemiskianan", "Menurunnya angka kemiskinan"),  # an everyday word
        ("Jumlah hak dan haknya", "Jumlah hak dan haknya"),
        ("Jumlah layanan bagi baduta", "Jumlah layanan bagi baduta"),
    ],
)
def test_small_words_and_blanks_are_mended(lists: WordLists, text: str, right: str) -> None:
    lexicon = Lexicon(lists.spelt_words, verbs=frozenset(lists.verbs), everyday=lists.everyday_words)
    assert look_at(text, lists, lexicon).mended == right


def test_a_word_of_planning_is_meant_before_an_everyday_one() -> None:
    lexicon = Lexicon(frozenset({"peserta"}), everyday=frozenset({"pesta"}))
    assert lexicon.meant("pesrta") == "peserta"
    assert Lexicon(frozenset(), everyday=frozenset({"pesta"})).meant("pestta") == "pesta"


# What is counted


@pytest.mark.parametrize(
    ("text", "satuan", "result"),
    [
        ("Jumlah Kunjungan Wisatawan", "Orang", True),
        ("Jumlah Kunjungan Kerja", "Kali", True),  # a visit is a visit: who came must be told by the kinerja
        ("Jumlah Kejadian Kebakaran", "Kejadian", True),
        ("Jumlah Korban Jiwa Akibat Kebakaran", "Jiwa", True),
        ("Jumlah Kasus Kekerasan terhadap Anak", "Kasus", True),
        ("Jumlah Kasus Kekerasan yang Dilaporkan", "Kasus", False),
        ("Jumlah Kasus yang Telah Ditangani", "Kasus", False),
        ("Jumlah Kasus yang Terjadi", "Kasus", True),
        ("Jumlah Kasus yang Terselesaikan", "Kasus", False),
        ("Jumlah Penduduk Miskin", "Jiwa", True),
        ("Jumlah Penduduk yang Mendapatkan Bantuan", "Jiwa", False),
        ("Jumlah Tenaga Kerja yang Terserap", "Orang", True),
        ("Jumlah Tenaga Kerja yang Dilatih", "Orang", False),
        ("Jumlah Nilai Investasi", "Rupiah", True),
        ("Jumlah Pajak Daerah", "Rp", True),
        ("Jumlah Anggaran Pelatihan", "Rp", False),
        ("Jumlah Kasusistik", "Kasus", False),  # another word
        ("Jumlah Dokumen", "Dokumen", False),
        ("Jumlah", "Orang", False),
        ("Persentase Kasus", "%", False),  # no count
    ],
)
def test_a_count_of_what_came_about_measures_a_result(lists: WordLists, text: str, satuan: str, result: bool) -> None:
    assert counts_a_result(measure(text, satuan), lists) is result


def measure(text: str, satuan: str) -> Measure:
    """An indicator as the rules about measures see it."""
    blank = Isian("", CellRef("Tahap 5"))
    cells = {entry.name: blank for entry in fields(KinerjaRow) if entry.name not in ("lembar", "baris", "target")}
    row = KinerjaRow("Tahap 5", 1, **(cells | {"satuan": replace(blank, text=satuan)}))  # type: ignore[arg-type]
    return Measure(replace(blank, text=text), blank, KomponenPerencanaan.SASARAN, row, text, "")


@pytest.mark.parametrize("kinerja", ["Meningkatnya mutu layanan data", "Tersedianya metadata"])
def test_results_are_counted_at_any_level(tmp_path: Path, kinerja: str) -> None:
    for cell in ("C3", "C4"):
        assert of(look(tmp_path, put(f"Tahap 5!{cell}", "Jumlah pengaduan layanan")), "I02") == []
        assert of(look(tmp_path, put(f"Tahap 5!{cell}", "Jumlah layanan data")), "I02") == [("I02", cell)]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Gross Death Rate (GDR)", True),
        ("Bed Occupancy Ratio (BOR)", True),
        ("Gross Death Rate (BOR)", False),
        ("Gross Death Rate", False),
        ("Mutu Layanan (dalam persen)", False),
        ("Mutu Layanan (ML) Terpadu", False),
    ],
)
def test_a_name_with_its_abbreviation_is_that_of_a_measure(text: str, named: bool) -> None:
    assert is_named(text) is named


@pytest.mark.parametrize(
    ("indikator", "satuan", "codes"),
    [
        ("Rata-rata Skor Kematangan Data", "Skor", []),
        ("Rata-rata Kematangan Data", "Skor", []),  # a mean has the satuan of its subject
        ("Tingkat Waktu Tanggap Layanan Data", "Menit", []),
        ("Tingkat Mutu Layanan Data", "Menit", ["I36"]),
        ("Cakupan Layanan Data per Desa", "Rasio", []),
        ("Angka Gangguan Layanan Data", "Per mil", []),
        ("Jumlah Gangguan Layanan Data", "Per mil", ["I36"]),
        ("Persentase Layanan Data", "Permill", ["I32"]),
        ("Layanan Data (LD)", "Nilai", []),
    ],
)
def test_a_satuan_fits_the_measure_however_far_it_stands(
    tmp_path: Path, indikator: str, satuan: str, codes: list[str]
) -> None:
    change = both(put("Tahap 5!C4", indikator), put("Tahap 5!I4", satuan))
    assert [kode for kode, _ in of(look(tmp_path, change), "I32", "I36", "I20")] == codes


@pytest.mark.parametrize(
    ("above", "below", "told"),
    [
        ("Meningkatnya penegakan peraturan daerah kabupaten", "Terselesaikannya pelanggaran peraturan daerah kabupaten", False),
        ("Meningkatnya penegakan peraturan daerah kabupaten", "Terlaksananya penegakan peraturan daerah kabupaten", True),
        ("Meningkatnya penyelesaian gangguan keamanan data", "Meningkatnya penanganan gangguan keamanan data", True),
        ("Meningkatnya pelayanan pengolahan air limbah domestik", "Berfungsinya prasarana pengolahan air limbah domestik", False),
        ("Meningkatnya layanan pengolahan air limbah domestik", "Meningkatnya mutu layanan pengolahan air limbah domestik", True),
    ],
)  # fmt: skip
def test_work_and_what_is_worked_on_are_two_things(tmp_path: Path, above: str, below: str, told: bool) -> None:
    change = both(put("Tahap 5!B3", above), put("Tahap 5!B4", below))
    assert bool(of(look(tmp_path, change), "S11")) is told


@pytest.mark.parametrize(
    ("kinerja", "indikator", "told"),
    [
        ("Tersusunnya RKPD dan RPJMD", "Jumlah Dokumen RKPD dan RPJMD yang Ditetapkan", False),
        ("Ditetapkannya Renstra", "Jumlah Dokumen Renstra", False),
        ("Tersusunnya RKPD dan RPJMD", "Jumlah Laporan RKPD dan RPJMD", True),  # about them
        ("Terlaksananya RKPD", "Jumlah Dokumen RKPD", True),
        ("Tersusunnya RKPD", "Jumlah Dokumen Metadata", True),
        ("", "Jumlah Dokumen Metadata", True),
        ("Tersedianya katalog produk ekspor", "Jumlah Dokumen Katalog Produk Ekspor", False),
        ("Tersedianya jalan", "Jumlah Dokumen Katalog Produk Ekspor", True),
    ],
)
def test_a_document_bears_the_name_of_what_is_written(tmp_path: Path, kinerja: str, indikator: str, told: bool) -> None:
    """At Sasaran Sub Kegiatan it is what is to be made, as in the nomenklatur; a report is about something."""
    change = both(put("Tahap 5!B5", kinerja), put("Tahap 5!C5", indikator))
    assert bool(of(look(tmp_path, change), "I04")) is told
    change = both(put("Tahap 5!B6", kinerja), put("Tahap 5!C6", indikator))
    assert bool(of(look(tmp_path, change), "I04", "I43")) is (told and "Laporan" in indikator)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Indeks Inovasi Layanan", "Jumlah Inovasi Layanan", False),
        ("Persentase Inovasi Layanan", "Jumlah Inovasi Layanan", True),
        ("Indeks Inovasi Layanan", "Nilai Inovasi Layanan", True),
    ],
)
def test_an_index_is_no_count_of_its_subject(tmp_path: Path, one: str, other: str, told: bool) -> None:
    change = both(put("Tahap 5!C4", one), put("Tahap 5!C5", other))
    assert bool(of(look(tmp_path, change), "I09")) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Persentase Capaian Sasaran yang Tercapai", True),
        ("Persentase Keamanan Data yang Aman", True),
        ("Persentase Pencapaian Sasaran yang Terukur", False),
    ],
)
def test_a_root_that_ends_like_a_suffix_is_still_known(tmp_path: Path, text: str, told: bool) -> None:
    assert bool(of(look(tmp_path, put("Tahap 5!C4", text)), "I07")) is told


@pytest.mark.parametrize(
    ("kinerja", "indikator", "told"),
    [
        ("Terbentuknya kelompok sadar wisata", "Jumlah laporan pokdarwis", False),
        ("Terbinanya satuan perlindungan masyarakat", "Jumlah laporan satlinmas", False),
        ("Terselenggaranya pos pelayanan terpadu", "Jumlah laporan posyandu", False),
        ("Terlaksananya tugas forum koordinasi pimpinan di kecamatan", "Jumlah laporan rapat forkopimcam", False),
        ("Terbentuknya pokdarwis", "Jumlah laporan kelompok sadar wisata", False),
        ("Terbinanya badan usaha milik desa", "Jumlah laporan bumdes", False),
        ("Terbentuknya kelompok sadar wisata", "Jumlah laporan posyandu", True),  # of other words
        (
            "Terbentuknya wisata sadar kelompok",
            "Jumlah laporan pokdarwis",
            False,
        ),  # in another order: a name like any other
        ("Terselenggaranya konseling keluarga", "Jumlah laporan klien puspaga", False),
        ("Tersedianya kendaraan pengangkut sampah", "Jumlah truk", False),  # a thing has a name of its own
        ("Terpromosikannya destinasi wisata", "Jumlah laporan pelaku pariwisata", False),
        ("Terbangunnya jalan desa", "Jumlah laporan fraksi", True),
        ("Meningkatnya tanggung jawabMasyarakat", "Jumlah laporan masyarakat", False),
    ],
)
def test_acronyms_and_families_of_words_speak_of_the_kinerja(
    tmp_path: Path, kinerja: str, indikator: str, told: bool
) -> None:
    change = both(put("Tahap 5!B6", kinerja), put("Tahap 5!C6", indikator))
    assert bool(of(look(tmp_path, change), "I08")) is told


@pytest.mark.parametrize(
    ("indikator", "told"),
    [
        ("Persentase Peningkatan Kunjungan Wisatawan", False),
        ("Persentase Peningkatan Jumlah Kunjungan", False),
        ("Persentase Peningkatan Nilai Literasi", False),
        ("Persentase Peningkatan Kapasitas Aparatur", True),
        ("Persentase Peningkatan Pendapatan Petani", False),
        ("Persentase Penanganan Kasus", True),
    ],
)
def test_growth_of_what_came_about_is_no_process(tmp_path: Path, indikator: str, told: bool) -> None:
    assert bool(of(look(tmp_path, put("Tahap 5!C4", indikator)), "I06")) is told


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Rata-rata Lama Tinggal Wisatawan (Length of Stay)", "Rata-rata Lama Tinggal Wisatawan (Length of Stay)"),
        ("Rata-rata Lama tinggal Wisatawan (Length of Stay)", "Rata-rata Lama Tinggal Wisatawan (Length of Stay)"),
        ("Jumlah Aparat yang di Latih", "Jumlah Aparat yang Dilatih"),
    ],
)
def test_small_words_of_english_names_stay_small(lists: WordLists, lexicon: Lexicon, text: str, right: str) -> None:
    assert look_at(text, lists, lexicon).mended == right


def test_a_word_that_was_joined_has_no_second_fault(lists: WordLists, lexicon: Lexicon) -> None:
    assert [reason for _, reason in look_at("Jumlah Aparat yang di Latih", lists, lexicon).faults] == [
        "memisahkan awalan dari katanya"
    ]


def test_a_satuan_may_be_what_is_counted_as_a_result(tmp_path: Path) -> None:
    assert of(look(tmp_path, put("Tahap 5!I4", "Kejadian")), "I32") == []
    assert of(look(tmp_path, put("Tahap 5!I4", "Kejadan")), "I32") == [("I32", "I4")]


@pytest.mark.parametrize(
    ("indikator", "told"),
    [
        ("Jumlah Laporan Gratifikasi yang Ditangani", False),  # reported by others
        ("Jumlah Laporan Warga yang Telah Ditindaklanjuti", False),
        ("Jumlah Laporan Masyarakat yang Masuk", False),
        ("Jumlah Laporan Aduan yang Tertangani", True),
        ("Jumlah Laporan Aplikasi yang Terpasang", True),
    ],
)
def test_papers_that_come_from_others_may_be_counted(tmp_path: Path, indikator: str, told: bool) -> None:
    change = both(put("Tahap 5!B6", "Terlayaninya masyarakat"), put("Tahap 5!C6", indikator))
    assert bool(of(look(tmp_path, change), "I04", "I43")) is told


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Pelayanan PAUD yang Diselenggarakan oleh Masyarakat", None),
        ("Pelayanan PAUD yang Diselenggarakan Masyarakat", "yang Diselenggarakan"),
        ("Jalan yang Terbangun", "yang Terbangun"),
        ("Jalan yang Dibangun oleh Desa dan Jembatan yang Terbangun", "yang Terbangun"),
    ],
)
def test_what_others_did_is_no_state_that_was_reached(text: str, state: str | None) -> None:
    assert state_behind(text) == state


def test_branches_that_stop_at_one_level_are_told_once(tmp_path: Path) -> None:
    row = "| Tahap 3 | Terkelolanya arsip {0} | Persentase arsip {0} | {1} | {2} | {3} | | | % | 1 | 1 | 1 | 1 | 1 | 1 | 1 | | |"
    kegiatan = ("Kinerja Taktikal Immediate", "Sasaran Kegiatan", "PK Sub Koordinator/JF")
    program = ("Kinerja Taktikal Intermediate", "Sasaran Program", "PK Ess 3")
    rows = [add_row("Tahap 5", row.format(*entry)) for entry in (("A", *kegiatan), ("B", *kegiatan), ("C", *program))]
    told = [message(entry) for entry in look(tmp_path, *rows).temuan if entry.kode == "S05"]
    assert [said.partition(" ")[0] for said in told] == ["2", "1"]
    assert "(B7:B8)" in told[0]


@pytest.mark.parametrize(
    ("sentences", "small"),
    [
        (["Meningkatnya mutu layanan", "Tersedianya data"], True),
        (["Meningkatnya Mutu Layanan", "Tersedianya Data"], False),
        (["Terlaksananya pelatihan Konvensi Hak Anak", "Meningkatnya mutu layanan", "Tersedianya data"], True),
        (["Meningkatnya Mutu layanan yang baik"], True),
        (["Meningkatnya Mutu dan"], False),
        ([], False),
    ],
)
def test_most_sentences_tell_how_an_office_writes(sentences: list[str], small: bool) -> None:
    assert writes_small(sentences) is small


def test_capitals_are_those_of_names_where_an_office_writes_small(lists: WordLists) -> None:
    name, both_ways = "Terlaksananya pelatihan Konvensi Hak Anak", "Persentase Data Standar yang terpenuhi"
    office, other = (
        Lexicon(lists.spelt_words, verbs=frozenset(lists.verbs), small_letters=small) for small in (True, False)
    )
    assert look_at(name, lists, office).mended == name
    assert look_at(name, lists, other).mended == "Terlaksananya Pelatihan Konvensi Hak Anak"
    assert look_at(both_ways, lists, office).mended == "Persentase Data Standar yang Terpenuhi"


@pytest.mark.parametrize(
    ("indikator", "satuan", "codes"),
    [
        ("Load Factor Angkutan Kota", "%", []),
        ("Inclusion error penerima bantuan", "%", []),
        ("Keluarga Berencana Aktif", "%", ["I20"]),
        ("Jumlah Perkawinan Anak", "Pasangan", []),
        ("Jumlah Data", "Kelambu", []),  # a word of Indonesian
        ("Jumlah Data", "Kelamboo", ["I32"]),
        ("Persentase Data", "Kelambu", ["I32"]),  # no count
        ("Rata-rata Kecepatan Perjalanan", "Km/Jam", []),
        ("Rata-rata Kecepatan Perjalanan", "Detik", []),
        ("Lama Tundaan Simpang", "Detik", []),
        ("Indeks Tundaan Simpang", "Detik", ["I36"]),
    ],
)
def test_units_are_words_and_rates(tmp_path: Path, indikator: str, satuan: str, codes: list[str]) -> None:
    change = both(put("Tahap 5!C4", indikator), put("Tahap 5!I4", satuan))
    assert [kode for kode, _ in of(look(tmp_path, change), "I32", "I36", "I20")] == codes


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (
            "Jumlah Rambu yang Terpasang dan Panjang Marka Jalan",
            ("Jumlah Rambu yang Terpasang", "Panjang Marka Jalan"),
        ),
        ("Jumlah Rambu dan Marka Jalan", None),
    ],
)
def test_a_size_behind_a_count_is_a_second_measure(lists: WordLists, text: str, pair: tuple[str, str] | None) -> None:
    assert two_measures(text, lists) == pair


@pytest.mark.parametrize(
    ("above", "told"),
    [
        ("Rehabilitasi gelandangan dan pengemis", False),  # another act
        ("Penjaringan gelandangan dan pengemis", True),  # the same act by its name
        ("Meningkatnya gelandangan dan pengemis", True),
    ],
)
def test_the_name_of_another_act_is_no_verb(tmp_path: Path, above: str, told: bool) -> None:
    change = both(put("Tahap 5!B5", above), put("Tahap 5!B6", "Terjaringnya gelandangan dan pengemis"))
    assert bool(of(look(tmp_path, change), "S11")) is told


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Meningkatnya kualitas perencananaan", "Meningkatnya kualitas perencanaan"),  # a syllable twice
        ("Persentase pengelolalaan data", "Persentase pengelolaan data"),
        ("Jumlah papan nama", "Jumlah papan nama"),
        ("Persentase usul yang selesai di verifikasi", "Persentase usul yang selesai diverifikasi"),
        ("Persentase usul yang telah di survei", "Persentase usul yang telah disurvei"),
        ("Persentase usul yang diproses di fakultas", "Persentase usul yang diproses di fakultas"),
        ("Persentase jalan yang selesai di kecamatan", "Persentase jalan yang selesai di kecamatan"),
    ],
)
def test_syllables_twice_and_prefixes_behind_a_state_are_mended(
    lists: WordLists, lexicon: Lexicon, text: str, right: str
) -> None:
    assert look_at(text, lists, lexicon).mended == right


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("Jumlah kamus yang tersusun sempurna", "sempurna"),
        ("Persentase layanan yang memuaskan", "yang memuaskan"),
        ("Ketersediaan informasi yang mutakhir", "yang mutakhir"),
        ("Persentase data yang lebih aktual", "yang lebih aktual"),
        ("Persentase kerja sama yang harmonis", "yang harmonis"),
        ("Persentase pelayanan terbaik", None),
        ("Persentase penyempurnaan data", None),
        ("Persentase jalan yang mantap", None),  # bounded by the road authority
        ("Persentase koperasi yang aktif", None),
        ("Persentase rumah layak huni", None),
    ],
)
def test_qualities_without_bounds_are_vague(lists: WordLists, text: str, vague: str | None) -> None:
    found = vague_phrase(text, lists.vague_measure_pattern)
    assert (found and found.group(0)) == vague


def test_the_same_measure_two_levels_above_is_told_there(tmp_path: Path) -> None:
    same = both(put("Tahap 5!C3", "Luas kawasan kumuh"), put("Tahap 5!C5", "Luas kawasan kumuh"))
    assert of(look(tmp_path, same), "I18", "I09") == [("I18", "C3")]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Persentase warga yang terlibat secara aktif dan berkala", ["I11"]),
        ("Persentase warga yang terlibat secara aktif dan sukarela", []),
        ("Persentase meningkatnya kualitas layanan data", ["I19"]),
    ],
)
def test_the_second_of_two_qualities_and_a_whole_kinerja_are_no_measure(
    tmp_path: Path, text: str, codes: list[str]
) -> None:
    change = both(put("Tahap 5!B4", "Meningkatnya kualitas layanan data"), put("Tahap 5!C4", text))
    assert [kode for kode, _ in of(look(tmp_path, change), "I11", "I19")] == codes


def test_what_is_mended_in_tahap_5_is_mended_in_tahap_4_where_it_stands_too(tmp_path: Path) -> None:
    twice = [put(f"Tahap {stage}!B6", "Tersusunnya  metadata yang yang lengkap") for stage in (4, 5)]
    assert "metadata yang lengkap», begitu juga di Tahap 4!B6." in hint(only(look(tmp_path, *twice), "W05"))
    assert hint(only(look(tmp_path, twice[1]), "W05")) == "Tulis «Tersusunnya metadata yang lengkap»."


@pytest.mark.parametrize(
    ("indikator", "told"),
    [
        ("Jumlah usaha mikro yang naik kelas", []),
        ("Jumlah koperasi aktif", []),
        ("Jumlah nelayan yang berpenghasilan tetap", []),
        ("Jumlah koperasi yang dibina", ["I02"]),
        ("Jumlah koperasi", ["I02"]),
        ("Persentase patroli yang dilaksanakan", ["I06"]),
        ("Persentase patroli yang dilaksanakan tepat waktu", []),
        ("Persentase rekomendasi yang dilaksanakan", []),  # by others
        ("Timbulan sampah per kapita", []),
        ("Timbulan sampah kota", ["I20"]),
    ],
)
def test_what_became_of_people_and_things_is_a_result(tmp_path: Path, indikator: str, told: list[str]) -> None:
    found = look(tmp_path, put("Tahap 5!C4", indikator))
    assert [kode for kode, _ in of(found, "I02", "I06", "I20")] == told


@pytest.mark.parametrize(
    ("satuan", "known"),
    [
        ("Hari Kerja", True),
        ("Juta Rupiah/Orang", True),
        ("Kg/Kapita/Tahun", True),
        ("Rajutan/Tahun", False),
        ("Hari Krj", False),
    ],
)
def test_a_satuan_may_be_made_of_known_ones(tmp_path: Path, satuan: str, known: bool) -> None:
    change = both(put("Tahap 5!C6", "Rata-rata waktu penyusunan metadata"), put("Tahap 5!I6", satuan))
    assert (of(look(tmp_path, change), "I32") == []) is known


@pytest.mark.parametrize(
    ("kinerja", "indikator", "told"),
    [
        ("Terlaksananya pemantauan harga pangan", "Jumlah laporan harga pangan", False),
        ("Terlaksananya pemantauan harga pangan", "Jumlah laporan stok beras", True),
        ("Terjaganya harga pangan", "Jumlah laporan harga pangan", True),
        ("Terlaksananya pembinaan kelompok tani", "Jumlah laporan kelompok tani yang telah dibina", True),
    ],
)
def test_a_report_is_the_product_of_watching_its_subject(
    tmp_path: Path, kinerja: str, indikator: str, told: bool
) -> None:
    change = both(put("Tahap 5!B6", kinerja), put("Tahap 5!C6", indikator))
    assert bool(of(look(tmp_path, change), "I04", "I43")) is told


def test_one_kind_of_a_whole_is_another_measure_than_the_whole(tmp_path: Path) -> None:
    for longer, told in (("Produksi perikanan budidaya", []), ("Produksi hasil perikanan", [("I09", "C4")])):
        change = both(put("Tahap 5!C3", "Produksi perikanan"), put("Tahap 5!C4", longer))
        assert of(look(tmp_path, change), "I09") == told
