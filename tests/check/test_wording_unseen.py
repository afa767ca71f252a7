"""What trees of agencies that nobody had seen taught the wording rules: both sides of each kind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.places import ROOT
from helpers.workbooks import BAKU, add_row, both, insert_row, put, write
from pokin_docs.check.lexicon import Lexicon
from pokin_docs.check.written import look_at
from pokin_docs.extract.word_lists import read_words
from pokin_docs.flow.examine import Examination, examine
from pokin_docs.model.catalogue import hint, message
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
    return Lexicon(lists.spelt_words, frozenset({"paringin"}), frozenset(lists.verbs))


def look(path: Path, *changes: Change) -> Examination:
    return examine(write(path / "buku.xlsx", BAKU, *changes), Settings(Path("build"), ()))


def codes(examined: Examination, *wanted: str) -> list[str]:
    return [entry.kode for entry in examined.temuan if entry.kode in wanted]


# What Sasaran Kegiatan is


def kegiatan(kinerja: str, indikator: str = "Persentase arsip tertib") -> Change:
    return add_row(
        "Tahap 5",
        f"| Tahap 3 | {kinerja} | {indikator} | Kinerja Taktikal Immediate | Sasaran Kegiatan | PK Sub Koordinator/JF |"
        " 2.20.02.2.01 | SUBKOR | % | 50 | 55 | 60 | 65 | 70 | 75 | 80 | | |",
    )


@pytest.mark.parametrize(
    ("results", "told"),
    [
        (0, []),
        (1, []),  # one row of its own is a matter of that row
        (2, []),
        (3, ["W09"]),
        (6, ["W09"]),
        (7, []),  # the rarer way, with fewer than a third
    ],
)
def test_an_office_with_a_way_of_its_own_is_not_asked(tmp_path: Path, results: int, told: list[str]) -> None:
    outputs = both(put("Tahap 5!B5", "Tersusunnya standar data"), put("Tahap 5!C5", "Jumlah standar data"))
    more = (kegiatan(f"Meningkatnya mutu {thing}", f"Persentase {thing} tertib") for thing in THINGS[:results])
    found = look(tmp_path, outputs, kegiatan("Terkelolanya arsip"), kegiatan("Terbangunnya gudang"), *more)
    assert codes(found, "W09", "I17") == told
    if told:
        said = next(message(entry) for entry in found.temuan if entry.kode == "W09")
        assert "3 Sasaran Kegiatan" in said
        assert f"sedangkan {results} diawali kata kerja hasil" in said


THINGS = ("gedung", "jalan", "taman", "lampu", "kolam", "pagar", "menara")


@pytest.mark.parametrize(
    ("kinerja", "indikator", "told"),
    [
        ("Meningkatnya standar data", "Jumlah data standar", ["I17"]),
        ("Terpenuhinya standar data", "Jumlah data standar", ["I17"]),
        ("Meningkatnya standar data", "Jumlah data standar dan jumlah arsip", ["I05"]),  # one cell, one cause
    ],
)
def test_a_count_below_a_result_is_told(tmp_path: Path, kinerja: str, indikator: str, told: list[str]) -> None:
    outcome = both(put("Identitas!A9", "Sasaran Kegiatan"), put("Identitas!B9", "outcome"))
    change = both(put("Tahap 5!B5", kinerja), put("Tahap 5!C5", indikator))
    assert codes(look(tmp_path, outcome, change), "I17", "I05") == told
    assert "I17" not in codes(look(tmp_path, change), "I17"), "not asked where nobody says that it is an outcome"


# Measures


@pytest.mark.parametrize(
    ("kinerja", "indikator", "told"),
    [
        ("Meningkatnya kesehatan ternak", "Persentase Vaksinasi Ternak yang Dilakukan", ["I06"]),
        ("Meningkatnya ketertiban", "Persentase Pelanggaran yang Dilakukan", []),
        ("Terlayaninya Permohonan Izin", "Persentase Pelayanan Permohonan Izin", ["I19"]),
        ("Terpenuhinya Hak Anak", "Persentase Pemenuhan Hak Anak", []),
        ("Tertibnya Administrasi Keuangan", "Persentase Tertib Administrasi Keuangan", []),
        ("Terlayaninya Permohonan Izin", "Persentase Pelayanan Prima Permohonan Izin", []),
    ],
)
def test_a_share_of_the_kinerjas_own_work_is_told(
    tmp_path: Path, kinerja: str, indikator: str, told: list[str]
) -> None:
    change = both(put("Tahap 5!B4", kinerja), put("Tahap 5!C4", indikator))
    assert codes(look(tmp_path, change), "I06", "I19") == told


@pytest.mark.parametrize(
    ("indikator", "told"),
    [
        ("Persentase Keamanan Informasi yang Aman", ["I07"]),
        ("Jumlah Surat Tagihan dan Nilai Piutang yang Ditagih", ["I05"]),
    ],
)
def test_of_two_measures_in_one_nothing_else_is_said(tmp_path: Path, indikator: str, told: list[str]) -> None:
    assert codes(look(tmp_path, put("Tahap 5!C6", indikator)), "I05", "I07") == told


@pytest.mark.parametrize(
    ("indikator", "satuan", "told"),
    [
        ("Penerimaan Retribusi Daerah", "Miliar Rupiah", []),
        ("Penerimaan Retribusi Daerah", "Dokumen", ["I20"]),
        ("Koefisien Variasi Harga Beras", "%", []),
        ("Produksi Padi", "Ton GKG", []),
        ("Produksi Padi", "Tonn GKG", ["I32"]),
        ("Angka Kelahiran Remaja", "Per 1.000 Wanita", []),
        ("Angka Kelahiran Remaja", "Per Seribuan Wanita", ["I32"]),
        ("Angka Kelahiran Ternak", "Ekor", []),
        ("Persentase Kelahiran Ternak", "Ekor", ["I36"]),
        ("Jumlah Focal Point yang Aktif", "PD", []),
        ("Jumlah Focal Point yang Aktif", "PX", []),  # nobody can know what it stands for
        ("Jumlah Kerja Sama", "MoU", []),
        ("Jumlah Peserta", "ORNG", ["I32"]),  # near a known one
        ("Jumlah Kerja Sama", "Mouq", ["I32"]),
        ("Ketepatan Waktu Penetapan APBD", "Tanggal", []),  # a word, near no known satuan
        ("Ketepatan Waktu Penetapan APBD", "Tanggl", ["I32"]),
        ("Persentase Penetapan APBD", "Tanggal", ["I32"]),
        ("Kontribusi Aset terhadap PAD", "Rupiah", []),  # what a contribution is counted in nobody can know
        ("Kontribusi Aset terhadap PAD", "%", []),
        ("Indeks Aset Daerah", "Rupiah", ["I36"]),
        ("Tingkat Aset Daerah", "Rupiah", ["I36"]),
        ("Nilai Ekspor Bersih", "USD", []),
        ("Persentase Ekspor Bersih", "USD", ["I36"]),
    ],
)
def test_what_a_satuan_says_is_understood(tmp_path: Path, indikator: str, satuan: str, told: list[str]) -> None:
    change = both(put("Tahap 5!C6", indikator), put("Tahap 5!I6", satuan))
    assert codes(look(tmp_path, change), "I20", "I32", "I36") == told


@pytest.mark.parametrize(
    ("indikator", "vague"),
    [
        ("Persentase Anggaran yang Responsif Gender", False),
        ("Persentase Petugas yang Responsif", True),
        ("Persentase Objek Pajak Terdata secara Akurat", True),
    ],
)
def test_a_term_of_a_regulation_is_not_vague(tmp_path: Path, indikator: str, vague: bool) -> None:
    assert ("I11" in codes(look(tmp_path, put("Tahap 5!C4", indikator)), "I11")) is vague


@pytest.mark.parametrize(
    ("kinerja", "indikator", "told"),
    [
        ("Terlaksananya Pengamatan Hama", "Jumlah Laporan Pengamatan Hama", []),
        ("Terlaksananya Gebyar Undian", "Jumlah Laporan Gebyar Undian", ["I43"]),
        ("Tersusunnya Kajian Kelayakan Proyek", "Jumlah Dokumen Pra-Studi Kelayakan", []),
        ("Terbangunnya Kajian Kelayakan Proyek", "Jumlah Laporan Pra-Studi Kelayakan", ["I43"]),
        ("Terbangunnya Kajian Kelayakan Proyek", "Jumlah Dokumen Pra-Studi Kelayakan", []),
        ("Terlaksananya Rapat", "Jumlah Dokumen dan Risalah Rapat", []),
        ("Terbentuknya Peraturan Daerah", "Jumlah Dokumen Raperda", []),  # a document is named by what it is
    ],
)
def test_paper_is_what_some_work_makes(tmp_path: Path, kinerja: str, indikator: str, told: list[str]) -> None:
    change = both(put("Tahap 5!B6", kinerja), put("Tahap 5!C6", indikator))
    assert codes(look(tmp_path, change), "I04", "I43", "I08") == told


@pytest.mark.parametrize(
    ("kinerja", "below", "told"),
    [
        ("Meningkatnya investasi dan pendapatan asli daerah", "Jumlah data PAD", []),
        ("Meningkatnya investasi dan pendapatan asli daerah", "Jumlah data PBD", ["I16"]),
        ("Meningkatnya investasi, pendapatan asli daerah", "Jumlah data PBD", ["I16"]),
        ("Meningkatnya pendapatan asli daerah", "Jumlah data PBD", []),  # of one thing the whole tree speaks
    ],
)
def test_each_of_two_things_is_spoken_of_below(tmp_path: Path, kinerja: str, below: str, told: list[str]) -> None:
    two = both(
        put("Tahap 5!B3", kinerja),
        put("Tahap 5!C3", "Persentase pendapatan asli daerah"),
        put("Tahap 5!C6", below),
        insert_row("Tahap 5", 4, "| | | Persentase kemandirian | | | | | | % | 50 | 55 | 60 | 65 | 70 | 75 | 80 | | |"),
    )
    assert codes(look(tmp_path, two), "I16") == told


@pytest.mark.parametrize(
    ("indikator", "told"),
    [
        ("Jumlah Medali yang Diraih", []),
        ("Jumlah Medali yang Dibagikan", ["I02"]),
        ("Jumlah Sertifikat yang Diraih", ["I02"]),
        ("Persentase Dokumen yang Disusun dengan Baik", ["I11"]),
        ("Persentase Dokumen yang Disusun", ["I06"]),
    ],
)
def test_what_was_won_is_a_result_and_a_quality_is_told_alone(tmp_path: Path, indikator: str, told: list[str]) -> None:
    assert codes(look(tmp_path, put("Tahap 5!C4", indikator)), "I02", "I06", "I11") == told


# Writing


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Jumlah Pengaduan Gratifkasi", "Jumlah Pengaduan Gratifikasi"),
        ("Jumlah Peserta Gratifxkasi", "Jumlah Peserta Gratifxkasi"),
        ("Persentase Raperda yang Ditetapkan", "Persentase Raperda yang Ditetapkan"),
        ("Jumlah Ternak Divaksin PMK", "Jumlah Ternak yang Divaksin PMK"),
        ("Jumlah UMKM Difasilitasi", "Jumlah UMKM yang Difasilitasi"),
        ("Jumlah Ternak yang Divaksin", "Jumlah Ternak yang Divaksin"),
        ("Jumlah Ternak yang Sehat dan Divaksin", "Jumlah Ternak yang Sehat dan Divaksin"),
        ("Jumlah Peserta Didik", "Jumlah Peserta Didik"),
        ("Jumlah Desa yang Dievaluasi APBDes-nya", "Jumlah Desa yang Dievaluasi APBDes-nya"),
        ("Jumlah Desa yang Dievaluasi APBDes nya", "Jumlah Desa yang Dievaluasi APBDes-nya"),
        ("Jumlah Desa yang Dievaluasi Anggaran-nya", "Jumlah Desa yang Dievaluasi Anggarannya"),
        ("Jumlah Pegawai Dinas", "Jumlah Pegawai Dinas"),
        ("Jumlah Kasus Telah Ditangani", "Jumlah Kasus Telah Ditangani"),
        ("Persentase ASN Menerima Tunjangan", "Persentase ASN yang Menerima Tunjangan"),
        ("Persentase Kader sebagai Menerima Manfaat", "Persentase Kader sebagai Menerima Manfaat"),
    ],
)
def test_uncommon_words_and_lost_ones_are_mended(lists: WordLists, lexicon: Lexicon, text: str, right: str) -> None:
    assert look_at(text, lists, lexicon).mended == right


@pytest.mark.parametrize(
    ("indikator", "told"),
    [
        ("Jumlah Laporan Keuangan yang Dikonsolidasikan", []),  # done to papers alone
        ("Jumlah Laporan Keuangan yang Telah Diaudit", []),
        ("Jumlah Laporan Gudang yang Ditingkatkan", ["I43"]),
        ("Jumlah Laporan Warga yang Dilatih", ["I04"]),
        ("Jumlah Laporan Metadata", ["I43"]),
    ],
)
def test_what_is_done_to_papers_counts_papers(tmp_path: Path, indikator: str, told: list[str]) -> None:
    change = both(put("Tahap 5!B6", "Tertibnya metadata"), put("Tahap 5!C6", indikator))
    assert codes(look(tmp_path, change), "I04", "I43") == told


@pytest.mark.parametrize(
    ("indikator", "told"),
    [
        ("Jumlah laporan metadata", ["I04"]),
        ("Jumlah laporan gudang yang dikonsolidasikan", []),  # the papers are what is worked on
        ("Jumlah laporan gudang yang dibangun", ["I04"]),
    ],
)
def test_above_sub_kegiatan_no_nomenklatur_counts_papers(tmp_path: Path, indikator: str, told: list[str]) -> None:
    assert codes(look(tmp_path, put("Tahap 5!C5", indikator)), "I04", "I43") == told


@pytest.mark.parametrize(
    ("indikator", "told"),
    [
        ("Jumlah Negara Tujuan Ekspor", []),  # places by what they are
        ("Jumlah Desa Mandiri", []),
        ("Jumlah Warisan Budaya yang Diakui secara Nasional", []),  # what others do is reached
        ("Jumlah Warisan Budaya yang Diusulkan", ["I02"]),
        ("Jumlah Mobil Pemadam yang Dibeli", ["I02"]),  # by the office
        ("Jumlah Desa Wisata yang Indah", []),
        ("Jumlah Desa yang Dibina", ["I02"]),
        ("Jumlah Desa Wisata yang Dibina", ["I02"]),
        ("Jumlah Desa", ["I02"]),
        ("Jumlah Seminar Desa", ["I02"]),
    ],
)
def test_places_are_counted_by_what_they_are_and_things_by_what_others_do(
    tmp_path: Path, indikator: str, told: list[str]
) -> None:
    assert codes(look(tmp_path, put("Tahap 5!C4", indikator)), "I02") == told


@pytest.mark.parametrize(
    ("kinerja", "indikator", "told"),
    [
        ("Meningkatnya kepatuhan pengelola gedung", "Tingkat kepatuhan pengelola gedung", []),
        ("Meningkatnya kepatuhan pengelola gedung", "Persentase kepatuhan pengelola gedung", ["I19"]),
        ("Meningkatnya arus pengelola gedung", "Tingkat arus pengelola gedung", ["I19"]),
        ("Terlayaninya gedung", "Persentase pelayanan administrasi gedung", ["I06"]),
        ("Terlayaninya gedung", "Persentase pelayanan gedung yang diberikan", ["I06"]),
        ("Terlayaninya gedung", "Persentase pelayanan gedung yang cepat", []),
        ("Terlayaninya gedung", "Cakupan pelayanan administrasi gedung", []),
        ("Terawasinya gedung", "Persentase inspeksi gedung", ["I06"]),
    ],
)
def test_a_level_of_a_state_is_a_measure_and_bare_work_is_none(
    tmp_path: Path, kinerja: str, indikator: str, told: list[str]
) -> None:
    change = both(put("Tahap 5!B4", kinerja), put("Tahap 5!C4", indikator))
    assert codes(look(tmp_path, change), "I06", "I19") == told


@pytest.mark.parametrize(("short", "told"), [("IKM", []), ("DSIKDM", []), ("UKW", ["I08"])])
def test_an_abbreviation_has_or_leaves_out_what_joins_its_words(tmp_path: Path, short: str, told: list[str]) -> None:
    own = put("Tahap 5!B4", "Meningkatnya daya saing industri kecil dan menengah")
    change = both(
        own, put("Tahap 5!C4", f"Persentase Produk {short} Bersertifikat Halal"), put("Tahap 5!B5", "Tertibnya arsip")
    )
    beside = add_row(
        "Tahap 5",
        "| Tahap 3 | Tersedianya produk halal | Indeks kader | Kinerja Taktikal Intermediate | Sasaran Program |"
        " PK Ess 3 | 2.20.02 | KABID | Indeks | 50 | 55 | 60 | 65 | 70 | 75 | 80 | | |",
    )
    assert codes(look(tmp_path, change, beside), "I08") == told


@pytest.mark.parametrize(
    ("indikator", "told"),
    [
        ("Persentase Kecamatan dengan Kinerja Sangat Baik", []),
        ("Persentase ASN Berkinerja Baik", []),
        ("Persentase ASN dengan Sikap yang Baik", ["I11"]),
        ("Persentase Layanan yang Baik", ["I11"]),
    ],
)
def test_a_predicate_of_performance_is_not_vague(tmp_path: Path, indikator: str, told: list[str]) -> None:
    assert codes(look(tmp_path, put("Tahap 5!C4", indikator)), "I11") == told


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("pemantaun", "pemantauan"), ("penerimaa", "penerimaan"), ("pemantau", None), ("pemantauann", "pemantauan")],
)
def test_half_a_suffix_is_the_whole_one(lexicon: Lexicon, typed: str, meant: str | None) -> None:
    assert lexicon.meant(typed) == meant


def test_a_count_at_sasaran_kegiatan_is_not_sent_to_a_setting_that_is_made(tmp_path: Path) -> None:
    change = both(kegiatan("Meningkatnya gudang", "Jumlah gudang"), put("Identitas!A9", "Sasaran Kegiatan"))
    found = look(tmp_path, change, put("Identitas!B9", "outcome"))
    assert [hint(entry) for entry in found.temuan if entry.kode == "I17"] == [
        "Ukur hasilnya (Persentase …, Indeks …) bila Sasaran Kegiatan itu outcome; bila output, tetapkan"
        " «Sasaran Kegiatan» output di Identitas."
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("latsar", None),  # latihan dasar, and no slip of the everyday word «latar»
        ("daerha", "daerah"),  # a word that official texts use often
        ("latihhan", "latihan"),
    ],
)
def test_a_short_word_may_be_put_together_of_syllables(lists: WordLists, typed: str, meant: str | None) -> None:
    everyday = Lexicon(lists.spelt_words, verbs=frozenset(lists.verbs), everyday=lists.everyday_words)
    assert everyday.meant(typed) == meant


@pytest.mark.parametrize(("indikator", "told"), [("Kadar Karet Kering", []), ("Karet Kering", ["I20"])])
def test_a_content_is_a_measure(tmp_path: Path, indikator: str, told: list[str]) -> None:
    assert codes(look(tmp_path, put("Tahap 5!C4", indikator)), "I20") == told
