"""Kinds that a reviewer would not act on, or that were passed over: what narrowed and widened the wording rules."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.places import ROOT
from helpers.workbooks import BAKU, both, put, write
from pokin_docs.check.lexicon import Lexicon
from pokin_docs.check.two_measures import two_measures
from pokin_docs.check.written import look_at
from pokin_docs.extract.word_lists import read_words
from pokin_docs.flow.examine import Examination, examine
from pokin_docs.model.settings import Settings
from pokin_docs.model.word_lists import WordLists

Change = Callable[[Workbook], None]


@pytest.fixture(scope="module")
def lists() -> WordLists:
    found = read_words([ROOT / "pokin_docs" / "kata"]).value
    assert found is not None
    return found


@pytest.fixture(scope="module")
def lexicon(lists: WordLists) -> Lexicon:
    return Lexicon(lists.spelt_words, frozenset({"konferemsi"}), frozenset(lists.verbs), lists.everyday_words)


def look(path: Path, *changes: Change) -> Examination:
    return examine(write(path / "buku.xlsx", BAKU, *changes), Settings(Path("build"), ()))


def told(path: Path, cell: str, text: str, *codes: str) -> list[str]:
    """Those of the codes that a sentence gets at its cell."""
    found = look(path, put(f"Tahap 5!{cell}", text)).temuan
    return [entry.kode for entry in found if entry.tempat.address == cell and entry.kode in codes]


# Letters that a rule of spelling decides


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Penbinaan", "Pembinaan"),
        ("Pengemdalian", "Pengendalian"),
        ("Menbangun", "Membangun"),
        ("Imformasi", "Informasi"),
        ("Konprehensif", "Komprehensif"),
        ("Pemduduk", "Penduduk"),
        ("Expor", "Ekspor"),
        ("Maximal", "Maksimal"),
        ("Rujukkan", "Rujukan"),
        ("Pemasukkan", "Pemasukan"),
        ("Diakusisi", "Diakuisisi"),  # a slip below a passive
        ("Terfasilitsinya", "Terfasilitasinya"),
        ("Dianalisa", "Dianalisis"),
    ],
)
def test_a_letter_that_a_rule_of_spelling_decides_is_named(
    lists: WordLists, lexicon: Lexicon, typed: str, meant: str
) -> None:
    assert look_at(f"Terlaksananya Kegiatan {typed}", lists, lexicon).slips == ((typed, meant),)


@pytest.mark.parametrize(
    "word",
    [
        "Kamtibmas",  # an acronym, which no word in use resembles
        "Amdal",
        "Linmas",
        "Infrastruktur",
        "Konversi",
        "Pengadaan",  # beside pengaduan: an exchanged letter is another word
        "Pengaduan",
        "Konferemsi",  # a name of the office's own
        "Xerox",
        "Merujukkan",
        "Dimasukkan",
        "Terbentukkan",  # of no noun in use
        "Diakuisisi",
        "Diinput",
        "Tercover",
    ],
)
def test_another_letter_that_makes_a_word_is_let_stand(lists: WordLists, lexicon: Lexicon, word: str) -> None:
    assert look_at(f"Terlaksananya Kegiatan {word}", lists, lexicon).slips == ()


# Shares of work


@pytest.mark.parametrize(
    ("indikator", "expected"),
    [
        ("Persentase Peningkatan Populasi Sapi", []),
        ("Persentase Peningkatan Luas Hutan Kota", []),
        ("Persentase Peningkatan Produksi Padi", []),
        ("Persentase Peningkatan Kapasitas Aparatur", ["I06"]),
        ("Persentase Peningkatan Jalan Desa", ["I06"]),
        ("Persentase Penundaan Operasi Elektif", []),
        ("Persentase Pemakaman Umum dalam Kondisi Terawat", []),
        ("Persentase Pemakaman Umum", ["I06"]),
    ],
)
def test_growth_and_condition_are_results_of_work(tmp_path: Path, indikator: str, expected: list[str]) -> None:
    assert told(tmp_path, "C4", indikator, "I06") == expected


@pytest.mark.parametrize(
    ("indikator", "expected"),
    [
        ("Persentase Wajib Lapor yang Melaporkan Harta", []),
        ("Persentase Laporan yang Dilaporkan", ["I07"]),
        ("Persentase Keamanan Wajib yang Aman", ["I07"]),
    ],
)
def test_who_must_do_a_thing_is_not_who_does_it(tmp_path: Path, indikator: str, expected: list[str]) -> None:
    assert told(tmp_path, "C4", indikator, "I07") == expected


@pytest.mark.parametrize(
    ("indikator", "expected"),
    [
        ("Cakupan K4", []),
        ("Cakupan Kunjungan Neonatus KN1", []),
        ("Cakupan Imunisasi IDL", []),
        ("Cakupan Kelompok yang Didampingi", []),
        ("Cakupan Forum Warga", ["I11"]),
        ("Cakupan Kelompok yang Didampingi secara Berkala", ["I11"]),
    ],
)
def test_coverage_that_is_defined_elsewhere_has_its_base(tmp_path: Path, indikator: str, expected: list[str]) -> None:
    assert told(tmp_path, "C4", indikator, "I11") == expected


@pytest.mark.parametrize(
    ("indikator", "expected"),
    [
        ("Persentase Perangkat Daerah Berkategori Sangat Memuaskan", []),
        ("Persentase Pegawai dengan Predikat Sangat Baik", []),
        ("Persentase Warga yang Sangat Puas secara Baik", ["I11"]),
    ],
)
def test_a_category_has_bounds_of_its_own(tmp_path: Path, indikator: str, expected: list[str]) -> None:
    assert told(tmp_path, "C4", indikator, "I11") == expected


@pytest.mark.parametrize(
    ("kinerja", "expected"),
    [
        ("Penyuluhan Hukum Terpadu", ["W01"]),
        ("Pembinaan Daerah Tertinggal", ["W01"]),
        ("Jalan Desa Terbangun", ["W08"]),
    ],
)
def test_a_kind_of_thing_is_no_state(tmp_path: Path, kinerja: str, expected: list[str]) -> None:
    assert told(tmp_path, "B6", kinerja, "W01", "W08") == expected


@pytest.mark.parametrize(
    ("indikator", "expected"),
    [("Persentase Data ASN yang Mutakhir", []), ("Persentase Informasi yang Mutakhir", ["I11"])],
)
def test_data_are_up_to_date_by_a_standard(tmp_path: Path, indikator: str, expected: list[str]) -> None:
    assert told(tmp_path, "C4", indikator, "I11") == expected


def test_growth_says_by_how_much_a_result_was_reached(tmp_path: Path) -> None:
    change = both(
        put("Tahap 5!C3", "Jumlah Produksi Padi"),
        put("Tahap 5!B4", "Meningkatnya Produksi Padi"),
        put("Tahap 5!C4", "Persentase Peningkatan Produksi Padi"),
    )
    codes = [entry.kode for entry in look(tmp_path, change).temuan if entry.tempat.address == "C4"]
    assert not {"I06", "I09", "I19"} & set(codes)


def test_an_electronic_name_begins_small(lists: WordLists, lexicon: Lexicon) -> None:
    assert look_at("Tersedianya Aplikasi e-Kinerja Daerah", lists, lexicon).faults == ()


@pytest.mark.parametrize(
    ("indikator", "expected"),
    [("Bangunan yang Dinilai", ["I20"]), ("Larangan Alat Tangkap", ["I20"]), ("Bangunan dengan Nilai Tinggi", [])],
)
def test_a_measure_is_a_word_of_its_own(tmp_path: Path, indikator: str, expected: list[str]) -> None:
    assert told(tmp_path, "C6", indikator, "I20") == expected


# Two measures


@pytest.mark.parametrize(
    ("indikator", "two"),
    [
        ("Jumlah Peserta dan Lama Pelatihan", True),
        ("Jumlah Patroli dan Frekuensi Patroli", True),
        ("Jumlah Alat yang Dikalibrasi dan Biaya Kalibrasi", True),
        ("Jumlah Izin yang Terbit serta Waktu Penerbitan", True),
        ("Persentase Penurunan Waktu dan Biaya Logistik", False),
        ("Persentase Penurunan Waktu Tunggu dan Kenaikan Kunjungan Pasien", True),
        ("Jumlah Laporan Waktu dan Anggaran Kegiatan", False),
        ("Jumlah Dokumen Rencana Kebutuhan, Jenis dan Jumlah Jabatan", False),  # a list
    ],
)
def test_a_size_of_its_own_begins_a_second_measure(lists: WordLists, indikator: str, two: bool) -> None:
    assert (two_measures(indikator, lists) is not None) is two


def test_of_two_measures_neither_count_nor_satuan_is_judged(tmp_path: Path) -> None:
    text = put("Tahap 5!C4", "Jumlah kunjungan warga kelurahan dan persentase usulan warga")
    found = look(tmp_path, text).temuan
    here = [entry.kode for entry in found if entry.tempat.address in ("C4", "I4")]
    assert "I05" in here
    assert not {"I02", "I36"} & set(here), "the satuan, %, is that of the second"
    other = look(tmp_path, both(text, put("Tahap 5!I4", "Indeks"))).temuan
    assert "I36" in [entry.kode for entry in other if entry.tempat.address == "I4"], "a satuan of neither"


@pytest.mark.parametrize(
    ("cell", "indikator", "expected"),
    [
        ("C4", "Jumlah Laporan Kebersihan", ["I02"]),  # one cell, one cause
        ("C5", "Jumlah Laporan Kebersihan", ["I04"]),
        ("C4", "Jumlah Laporan Warga yang Dilatih", ["I02", "I04"]),  # what is said is not said of paper
    ],
)
def test_a_paper_counted_high_up_is_a_count(tmp_path: Path, cell: str, indikator: str, expected: list[str]) -> None:
    assert sorted(told(tmp_path, cell, indikator, "I02", "I04")) == expected


def test_the_value_of_an_index_may_be_counted_in_it(tmp_path: Path) -> None:
    change = both(put("Tahap 5!C4", "Nilai Tukar Petani"), put("Tahap 5!I4", "Indeks"))
    assert not [entry for entry in look(tmp_path, change).temuan if entry.kode == "I36"]
