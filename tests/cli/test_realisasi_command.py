"""The commands around forms: ``realisasi`` hands them out once, ``impor --ke`` takes them back and says what changed."""

from __future__ import annotations

import shlex
import subprocess
from pathlib import Path

from openpyxl import load_workbook

from helpers.command_line import here
from helpers.realised import agency, realised
from helpers.workbooks import put


def test_forms_go_out_and_come_back(tmp_path: Path) -> None:
    agency(tmp_path, realised())
    out = here("realisasi", "--triwulan", "TW II", "formulir", "buku.xlsx", cwd=tmp_path)
    assert out.returncode == 0
    assert "Realisasi_2026_TW-2_Bidang-Data.xlsx: 2 indikator, 1 sub kegiatan" in out.stdout
    again = here("realisasi", "--triwulan", "2", "formulir", "buku.xlsx", cwd=tmp_path)
    assert "sudah ada, tidak diubah" in again.stdout
    file = tmp_path / "formulir" / "Realisasi_2026_TW-2_Bidang-Data.xlsx"
    form = load_workbook(file)
    form["Kinerja"]["J4"] = 31
    form["Kinerja"]["J5"] = "banyak"
    form.save(file)
    back = here("impor", str(file.relative_to(tmp_path)), "--ke", "buku.xlsx", cwd=tmp_path)
    assert back.returncode == 0
    assert "Realisasi, Ditambah (1):\n  Persentase layanan baik, TW II: Nilai 31" in back.stdout
    assert "B119: «banyak» bukan angka atau predikat untuk «Jumlah data standar»" in back.stderr
    assert load_workbook(tmp_path / "buku-impor.xlsx")["Realisasi"]["E2"].value == 31
    assert "(Bidang Data, TW II): 1 indikator dan 0 sub kegiatan diisi; 1 isian tidak dipakai." in back.stdout


def test_the_commands_that_each_run_proposes_lead_to_the_monev_of_the_quarter(tmp_path: Path) -> None:
    agency(tmp_path, realised())
    out = here("realisasi", "--triwulan", "2", "formulir", "buku.xlsx", cwd=tmp_path)
    file = tmp_path / "formulir" / "Realisasi_2026_TW-2_Bidang-Data.xlsx"
    form = load_workbook(file)
    form["Kinerja"]["J4"] = 31
    form.save(file)
    back = here("impor", str(file.relative_to(tmp_path)), "--ke", "buku.xlsx", cwd=tmp_path)
    assert "buku.xlsx sendiri belum berubah" in back.stdout
    proposed, into = last_command(out), last_command(back)
    assert (proposed[0], proposed[-3:]) == ("impor", ["--ke", "buku.xlsx", "--timpa"])
    assert into == ["impor", str(file.relative_to(tmp_path)), "--ke", "buku.xlsx", "--timpa"]
    built = last_command(here(*into, cwd=tmp_path))
    assert built == ["buku.xlsx"]
    assert here(*built, "--hanya", "capaian", cwd=tmp_path).returncode == 0
    assert (tmp_path / "build" / "buku" / "Capaian" / "Monev_2026_TW-2.docx").is_file()


def last_command(done: subprocess.CompletedProcess[str]) -> list[str]:
    """The command that the last line of a run proposes, without the program."""
    program, *words = shlex.split(done.stdout.splitlines()[-1])
    assert program == "pokin"
    return words


def test_formulas_that_wait_are_named_before_the_build(tmp_path: Path) -> None:
    agency(tmp_path, realised(["IND-3", None, None, "TW I", 10]), put("Realisasi!L2", "=E2*2"))
    here("realisasi", "--triwulan", "1", "formulir", "buku.xlsx", cwd=tmp_path)
    file = tmp_path / "formulir" / "Realisasi_2026_TW-1_Bidang-Data.xlsx"
    form = load_workbook(file)
    form["Kinerja"]["I4"] = 31
    form.save(file)
    back = here("impor", str(file), "--ke", "buku.xlsx", "--timpa", cwd=tmp_path)
    assert "Buka buku.xlsx dan simpan di Excel agar rumusnya dihitung (1 sel menunggu)." in back.stdout.splitlines()


def test_wrong_use_is_told(tmp_path: Path) -> None:
    agency(tmp_path, put("Identitas!B6", None))
    assert here("realisasi", "formulir", "buku.xlsx", cwd=tmp_path).returncode == 2
    fifth = here("realisasi", "--triwulan", "5", "formulir", "buku.xlsx", cwd=tmp_path)
    assert (fifth.returncode, "'5' bukan triwulan" in fifth.stderr) == (2, True)
    no_year = here("realisasi", "--triwulan", "1", "formulir", "buku.xlsx", cwd=tmp_path)
    assert (no_year.returncode, "Tahun pada lembar Identitas buku.xlsx belum diisi" in no_year.stderr) == (2, True)
    assert not (tmp_path / "formulir").exists()


def test_a_workbook_that_cannot_be_read_gives_no_forms(tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").write_bytes(b"bukan buku kerja")
    done = here("realisasi", "--triwulan", "1", "formulir", "b.xlsx", cwd=tmp_path)
    assert (done.returncode, "B02" in done.stderr) == (1, True)
    assert not (tmp_path / "formulir").exists()


def test_forms_and_other_files_together_are_refused(tmp_path: Path) -> None:
    agency(tmp_path, realised())
    here("realisasi", "--triwulan", "2", "formulir", "buku.xlsx", cwd=tmp_path)
    file = next((tmp_path / "formulir").glob("*.xlsx"))
    (tmp_path / "lain.csv").write_text("a;b\n")
    done = here("impor", str(file), "lain.csv", "--ke", "buku.xlsx", cwd=tmp_path)
    assert (done.returncode, "satu per satu" in done.stderr) == (2, True)
