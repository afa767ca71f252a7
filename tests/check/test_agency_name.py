"""The name of the agency and the title of its head: told where they name two agencies, in whatever words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, both, put, write
from pokin_docs.check.agency_name import led_agency, own_names
from pokin_docs.flow.examine import examine
from pokin_docs.model.catalogue import message
from pokin_docs.model.settings import Settings

Change = Callable[[Workbook], None]
PEMDA = "Pemerintah Kabupaten Balangan"
ONE = (
    ("Dinas Komunikasi dan Informatika Kabupaten Balangan", "Kepala Dinas Komunikasi dan Informatika"),
    ("Dinas Komunikasi, Informatika, Statistik dan Persandian", "Kepala Dinas Kominfo"),
    ("Diskominfo", "Kepala Dinas Komunikasi dan Informatika"),
    ("Dinas Komunikasi dan Informatika", "Plt. Kadis Kominfo"),
    ("Dinas Kependudukan dan Pencatatan Sipil", "Kepala Disdukcapil"),
    ("Dinas Kesehatn", "Kepala Dinas Kesehatan"),
    ("Dinas Kesehatan", "Kepala Dinas"),
    ("Dinas Ketahanan Pangan, Pertanian dan Perikanan", "Kepala DKP3"),
    ("Badan Penanggulangan Bencana Daerah", "Kepala Pelaksana BPBD"),
    ("Bappeda", "Kepala Badan Perencanaan Pembangunan Daerah"),
    ("Kecamatan Halong", "Camat Halong"),
    ("Kantor Camat Halong", "Pj. Camat"),
    ("Kecamatan Halong Kabupaten Balangan", "Plt. Camat Halong"),
    ("Kelurahan Batu Piring", "Lurah Batu Piring"),
    ("Inspektorat Daerah Kabupaten Balangan", "Pj. Inspektur"),
    ("Sekretariat Daerah", "Sekretaris Daerah Kabupaten Balangan"),
    ("Sekretariat Dewan Perwakilan Rakyat Daerah", "Sekwan"),
    ("Rumah Sakit Umum Daerah Balangan", "Direktur RSUD"),
    ("Satpol PP", "Kepala Satuan Polisi Pamong Praja"),
    ("UPTD Puskesmas Paringin", "Kepala Puskesmas Paringin"),
    ("", "Kepala Dinas Kesehatan"),
)
TWO = (
    ("Dinas Kesehatan", "Kepala Dinas Komunikasi dan Informatika"),
    ("Dinas Sosial", "Kepala Dinkes"),
    ("Badan Kepegawaian", "Kepala Dinas Kepegawaian"),
    ("Badan Keuangan", "Kepala Dinas"),
    ("Kecamatan Halong", "Camat Juai"),
    ("Kecamatan Halong", "Kepala Dinas Kesehatan"),
    ("Kelurahan Batu Piring", "Lurah Paringin Timur"),
    ("Sekretariat Daerah", "Sekretaris DPRD"),
    ("RSUD Balangan", "Kepala Dinas Kesehatan"),
    ("UPTD Puskesmas Halong", "Kepala Puskesmas Juai"),
    ("Dinas Pertanahan", "Kepala Dinas Pertanian"),
)


def is_one(nama_pd: str, title: str, **others: str) -> bool:
    own = own_names({"nama_pd": nama_pd, "pemda": PEMDA, **others})
    led = led_agency(title, own.nama.region)
    return not own.nama.words or led is None or own.fits(led)


@pytest.mark.parametrize(("nama_pd", "title"), ONE)
def test_one_agency_in_other_words(nama_pd: str, title: str) -> None:
    assert is_one(nama_pd, title)


@pytest.mark.parametrize(("nama_pd", "title"), TWO)
def test_two_agencies(nama_pd: str, title: str) -> None:
    assert not is_one(nama_pd, title)


def test_the_agency_above_a_unit_may_be_named() -> None:
    assert is_one("UPTD Puskesmas Halong", "Kepala Dinas Kesehatan", pd_induk="Dinas Kesehatan")
    assert not is_one("UPTD Puskesmas Halong", "Kepala Dinas Sosial", pd_induk="Dinas Kesehatan")


def test_a_short_name_counts_as_it_is_written_only_where_it_is_an_acronym() -> None:
    assert is_one("Badan Keuangan dan Aset Daerah", "Kepala BPKAD", singkatan="BPKAD")
    assert not is_one("Dinas Kesehatan", "Kepala Diskominfosan", singkatan="Diskominfosan")


NAME = put("Identitas!B2", "Dinas Statistik")  # the name in BAKU is that of its region
HEAD = put("Pejabat!G3", "Kepala Dinas Arsip")
SHORT = both(put("Identitas!A11", "Singkatan"), put("Identitas!B11", "Distatistik"))


def told(folder: Path, *changes: Change) -> list[tuple[str, str]]:
    found = examine(
        write(folder / "buku.xlsx", BAKU, NAME, *changes), Settings(folder / "build", (), hanya=("pk",))
    ).temuan
    return [(entry.kode, str(entry.tempat)) for entry in found if entry.kode in ("P112", "P113")]


def test_a_head_of_another_agency_is_told_at_the_name_or_where_a_second_name_agrees_at_the_head(tmp_path: Path) -> None:
    assert told(tmp_path) == []
    assert told(tmp_path, HEAD) == [("P112", "Identitas!B2")]
    assert told(tmp_path, HEAD, SHORT) == [("P112", "Pejabat!G3")]
    assert told(tmp_path, HEAD, put("Identitas!B2", None)) == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Kepala Bidang Data Dinas Arsip", [("P113", "Pejabat!G4")]),
        ("Sekretaris Badan Arsip", [("P113", "Pejabat!G4")]),
        ("Kepala Bidang Data Dinas Statistik", []),
        ("Kepala Bidang Perjalanan Dinas", []),
        ("Kepala Bidang Pembinaan Badan Usaha Milik Desa", []),
        ("Kepala UPTD Puskesmas Kecamatan Lain", []),
    ],
)
def test_a_title_that_names_another_agency_is_told(tmp_path: Path, title: str, expected: list[tuple[str, str]]) -> None:
    assert told(tmp_path, put("Pejabat!G4", title)) == expected


def test_a_title_that_names_the_agency_of_the_head_is_no_second_fault(tmp_path: Path) -> None:
    assert told(tmp_path, HEAD, put("Pejabat!G4", "Kepala Bidang Data Dinas Arsip")) == [("P112", "Identitas!B2")]


def test_both_names_are_quoted(tmp_path: Path) -> None:
    path = write(tmp_path / "buku.xlsx", BAKU, NAME, HEAD)
    (found,) = [one for one in examine(path, Settings(tmp_path, (), hanya=("pk",))).temuan if one.kode == "P112"]
    assert "«Dinas Statistik»" in message(found)
    assert "«Kepala Dinas Arsip»" in message(found)


@pytest.mark.parametrize("change", [HEAD, put("Pejabat!G4", "Kepala Bidang Data Dinas Arsip")], ids=["P112", "P113"])
def test_a_paper_that_contradicts_itself_about_the_agency_is_none_to_sign(tmp_path: Path, change: Change) -> None:
    found = examine(write(tmp_path / "buku.xlsx", BAKU, NAME, change), Settings(tmp_path, (), hanya=("pk",)))
    assert (found.galat(final=False), found.galat(final=True)) == (False, True)


def test_an_agency_that_is_meant_to_be_named_otherwise_is_waived_with_a_reason(tmp_path: Path) -> None:
    waived = both(put("Identitas!A12", "Abaikan"), put("Identitas!B12", "P113 Pejabat: nama resmi jabatan gabungan"))
    change = both(put("Pejabat!G4", "Kepala Bidang Data Dinas Arsip"), waived)
    found = examine(write(tmp_path / "buku.xlsx", BAKU, NAME, change), Settings(tmp_path, (), hanya=("pk",)))
    assert [entry.temuan.kode for entry in found.waived] == ["P113"]
    assert not found.galat(final=True)
