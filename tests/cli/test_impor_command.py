"""The command impor as a person runs it: what it says, what it returns."""

from __future__ import annotations

import os
from pathlib import Path

from helpers.command_line import here
from helpers.workbooks import BAKU, sheet_with, write
from pokin_docs.flow.notices import without_imports

TABLE = "Sasaran;Indikator Kinerja;Komponen;Satuan;Target 2026\nMutu naik;Indeks mutu;Sasaran;Indeks;85,5\nAkses naik;Persentase akses;Program;%;70\n"


def test_it_says_what_was_made_what_to_look_at_and_what_comes_next(tmp_path: Path) -> None:
    (tmp_path / "tabel saya.csv").write_text(TABLE, encoding="utf-8")
    first = here("impor", "tabel saya.csv", cwd=tmp_path)
    assert first.returncode == 0, first.stderr
    assert "tabel saya-impor.xlsx: Tahap 5 2 baris." in first.stdout
    assert "pokin impor 'tabel saya.csv'" in first.stdout
    assert "pokin periksa 'tabel saya-impor.xlsx'" in first.stdout
    assert "Membaca tabel saya.csv …" in first.stderr
    again = here("impor", "tabel saya.csv", cwd=tmp_path)
    assert again.returncode == 0
    assert "tidak ada yang berubah" in again.stdout


def test_exit_codes_tell_faults_wrong_use_and_the_machine_apart(tmp_path: Path) -> None:
    (tmp_path / "tabel.csv").write_text(TABLE, encoding="utf-8")
    assert here("impor", "tidak-ada.csv", cwd=tmp_path).returncode == 1
    assert here("impor", cwd=tmp_path).returncode == 2
    write(tmp_path / "tabel-impor.xlsx")
    assert here("impor", "tabel.csv", cwd=tmp_path).returncode == 2
    (tmp_path / "tabel-impor.xlsx").unlink()
    assert here("impor", "tabel.csv", cwd=tmp_path).returncode == 0
    (tmp_path / "~$tabel-impor.xlsx").touch()
    assert here("impor", "tabel.csv", cwd=tmp_path).returncode == 4


def test_a_result_is_not_built_from_a_folder_while_its_source_lies_there_too() -> None:
    both = [Path("inputs/tabel.xlsx"), Path("inputs/Tabel-Impor.xlsx")]
    kept, (told,) = without_imports(both)
    assert kept == both[:1]
    assert "Tabel-Impor.xlsx adalah hasil impor dari tabel.xlsx" in told
    assert without_imports(both[1:]) == (both[1:], [])
    assert without_imports([Path("impor.xlsx"), Path("a.xlsx")]) == ([Path("impor.xlsx"), Path("a.xlsx")], [])


def test_a_result_older_than_its_workbook_is_not_proposed(tmp_path: Path) -> None:
    both = [tmp_path / "buku-impor.xlsx", tmp_path / "buku.xlsx"]
    for number, path in enumerate(both):
        path.write_bytes(b"")
        os.utime(path, (1_000 + number, 1_000 + number))
    assert "hapus bila tidak diperlukan lagi" in without_imports(both)[1][0]
    os.utime(both[0], (2_000, 2_000))
    assert "Pindahkan buku.xlsx" in without_imports(both)[1][0]


def test_a_copy_that_an_import_filled_in_is_put_into_its_workbook_not_built_beside_it(tmp_path: Path) -> None:
    both = [write(tmp_path / "buku.xlsx"), write(tmp_path / "buku-impor.xlsx")]
    assert "--timpa, lalu hapus buku-impor.xlsx" in without_imports(both)[1][0]
    write(both[1], BAKU, sheet_with("Impor-catatan", ["1"]))
    assert "Pindahkan buku.xlsx" in without_imports(both)[1][0]
