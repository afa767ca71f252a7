"""The command ``nomenklatur``: the official list searched; and the list beside workbooks is none of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from helpers.command_line import here, run
from helpers.official_list import NAME, real_list, write_list
from helpers.workbooks import write


@pytest.fixture
def office(tmp_path: Path) -> Path:
    (tmp_path / "inputs").mkdir()
    write_list(tmp_path / "inputs" / NAME)
    return tmp_path


def first(said: str) -> str:
    return said.partition("\n")[0]


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ("2.20.02.2.01.0018", "2.20.02.2.01.0018  Pemenuhan Prinsip SDI"),
        ("2.20.02.2", "2.20.02.2.01  Penyelenggaraan Statistik"),
        ("2.20.", "2.20  URUSAN PEMERINTAHAN BIDANG STATISTIK"),
        ("x.xx.01.2.06.0001", "X.XX.01.2.06.0001  Penyediaan Lampu Kantor"),
        ("2.16.01.2.06.0001", "2.16.01.2.06.0001  Penyediaan Lampu Kantor"),
        ("prinsip", "2.20.02.2.01.0018  Pemenuhan Prinsip SDI"),
        ("SDI pemenuhan", "2.20.02.2.01.0018  Pemenuhan Prinsip SDI"),
        ("tersusunnya", "2.20.02.2.01.0018  Pemenuhan Prinsip SDI"),
        ("2.20.02.2.01.0002", "2.20.02.2.01.0022  Pengumpulan Data Bersama"),
    ],
)
def test_codes_their_beginnings_and_words_are_found(office: Path, asked: str, line: str) -> None:
    result = here("nomenklatur", *asked.split(), cwd=office)
    assert (result.returncode, first(result.stdout)) == (0, line)


def test_an_entry_is_shown_with_kinerja_indikator_and_satuan(office: Path) -> None:
    result = here("nomenklatur", "2.20.02.2.01.0022", cwd=office)
    assert result.stdout.splitlines() == [
        "2.20.02.2.01.0022  Pengumpulan Data Bersama",
        "    Kinerja   Terkumpulnya data bersama",
        "    Indikator Jumlah data yang dikumpulkan",
        "    Satuan    Berkas",
        "    Mengganti 2.20.02.2.01.0002",
    ]


def test_a_misspelt_word_is_searched_as_what_is_meant_and_that_is_said(office: Path) -> None:
    result = here("nomenklatur", "penyedian", "lampuu", cwd=office)
    assert first(result.stdout) == "X.XX.01.2.06.0001  Penyediaan Lampu Kantor"
    assert "«penyedian» tidak ada; dicari «penyediaan»." in result.stderr


def test_an_old_code_is_said_to_be_replaced(office: Path) -> None:
    result = here("nomenklatur", "2.20.02.2.01.0002", cwd=office)
    assert "Kode 2.20.02.2.01.0002 tidak ada lagi; penggantinya:" in result.stderr


def test_what_is_not_there_is_said_and_exits_1(office: Path) -> None:
    result = here("nomenklatur", "zzzzzz", cwd=office)
    assert (result.returncode, result.stdout) == (1, "")
    assert f"Tidak ada yang cocok dengan «zzzzzz» di {NAME}." in result.stderr


def test_json_has_one_object_for_programs(office: Path) -> None:
    result = here("nomenklatur", "metadata", "--format", "json", cwd=office)
    found = json.loads(result.stdout)
    assert {"daftar", "cari", "jumlah", "hasil"} == set(found)
    assert [entry["kode"] for entry in found["hasil"]] == ["2.20.02.2.01.0018", "2.20.02.1.01.0018"]
    assert found["hasil"][0] == {
        "kode": "2.20.02.2.01.0018", "nama": "Pemenuhan Prinsip SDI", "kinerja": "Tersusunnya metadata",
        "indikator": "Jumlah metadata", "satuan": "Dokumen", "sebelumnya": None, "pemda": "kabupaten/kota",
    }  # fmt: skip


def test_only_the_first_twenty_are_shown_unless_all_are_asked_for(tmp_path: Path) -> None:
    rows = [("KABKOT", *["2.20 STATISTIK", "2.20.02 PROGRAM", "2.20.02.2.01 Kegiatan"], f"2.20.02.2.01.{n:04} Data {n}",
             "k", "i", "s", *[None] * 6) for n in range(1, 26)]  # fmt: skip
    write_list(tmp_path / NAME, rows)
    shown = here("nomenklatur", "data", cwd=tmp_path)
    assert shown.stdout.count("  Data ") == 20
    assert "… dan 5 lagi" in shown.stderr
    assert here("nomenklatur", "data", "--semua", cwd=tmp_path).stdout.count("  Data ") == 25


def test_without_a_list_it_says_how_to_get_it(tmp_path: Path) -> None:
    result = here("nomenklatur", "data", cwd=tmp_path)
    assert result.returncode == 2
    assert "Unduh daftar nomenklatur" in result.stderr


def test_a_list_elsewhere_can_be_named_and_another_file_is_refused(tmp_path: Path) -> None:
    write_list(tmp_path / "daftar.csv")
    assert here("nomenklatur", "SDI", "--daftar", "daftar.csv", cwd=tmp_path).returncode == 0
    write(tmp_path / "buku.xlsx")
    for name in ("buku.xlsx", "tidak-ada.xlsx"):
        result = here("nomenklatur", "SDI", "--daftar", name, cwd=tmp_path)
        assert result.returncode == 2
        assert f"{name} bukan daftar nomenklatur" in result.stderr


def test_the_list_in_inputs_is_passed_over_and_that_is_said_once(office: Path) -> None:
    write(office / "inputs" / "buku.xlsx")
    result = here("periksa", cwd=office)
    assert result.returncode == 0
    assert result.stderr.count(f"{NAME}: daftar nomenklatur; dipakai untuk memeriksa, tidak dibangun.") == 1


def test_the_list_named_as_a_workbook_is_refused(office: Path) -> None:
    result = here("periksa", f"inputs/{NAME}", cwd=office)
    assert result.returncode == 2
    assert "adalah daftar nomenklatur, bukan buku kerja" in result.stderr


def test_a_real_list_of_both_kinds_of_regions_is_searched(tmp_path: Path) -> None:
    listed = real_list()
    for asked, line in (
        ("relasi media", "2.16.02.2.01.0014  Relasi Media"),
        ("penyusnan konten", "2.16.02.2.01.0032  Penyusunan Konten"),
        ("2.16.02.2.01.0015", "2.16.02.2.01.0031  Kemitraan Komunikasi dengan Komunitas Informasi Masyarakat"),
    ):
        result = here("nomenklatur", *asked.split(), "--daftar", listed, cwd=tmp_path)
        assert first(result.stdout) == line


def test_the_command_works_where_no_cache_can_be_written(office: Path) -> None:
    (office / "berkas").write_text("bukan folder")
    result = run(
        "nomenklatur", "SDI", cwd=office, XDG_CACHE_HOME=str(office / "berkas"), LOCALAPPDATA=str(office / "berkas")
    )
    assert (result.returncode, first(result.stdout)) == (0, "2.20.02.2.01.0018  Pemenuhan Prinsip SDI")
