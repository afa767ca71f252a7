"""Progress from run to run: kept beside the documents, shown on the report, changing no bytes of a second run."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from helpers.command_line import files_of, here
from helpers.workbooks import BAKU, put, write
from pokin_docs.render import history_file

BLANK = [put(f"Tahap 5!I{row}", None) for row in range(2, 7)]


def build(folder: Path, *arguments: str) -> dict[str, bytes]:
    here("b.xlsx", "--hanya", "laporan", *arguments, cwd=folder)
    return {name: data for name, data in files_of(folder / "build" / "b").items() if not name.startswith("suntingan")}


def section(files: dict[str, bytes]) -> str:
    page = files["laporan.html"].decode()
    found = re.search(r'<div class="kemajuan.*?</div>', page, re.DOTALL)
    return re.sub(r"<[^>]+>", "", found.group()) if found else ""


def test_the_report_shows_the_series_and_what_is_repaired_and_new(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx", BAKU, *BLANK)
    assert section(build(tmp_path)) == ""
    write(tmp_path / "b.xlsx", BAKU, BLANK[0], put("Tahap 5!L6", None))
    second = section(build(tmp_path))
    assert "28 → 25" in second  # 23 places of the Renstra are the office's own
    assert "Baru sejak" in second
    assert "I13" in second
    assert "I12 5 → 1" in second
    write(tmp_path / "b.xlsx")
    third = section(build(tmp_path))
    assert "28 → 25 → 23" in third
    assert third.count("Terselesaikan sejak") == 1
    assert "Tahap 5: Satuan belum diisi." in third


def test_a_second_run_gives_the_same_bytes_also_on_another_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "b.xlsx", BAKU, *BLANK)
    build(tmp_path)
    write(tmp_path / "b.xlsx", BAKU, BLANK[0])
    first = build(tmp_path)
    monkeypatch.setattr(history_file, "today", lambda: "2031-02-03")
    assert build(tmp_path) == first
    told = first["riwayat.json"] + first["laporan.html"]
    assert not [day for day in (b"2031-02-03", b"3 Februari 2031") if day in told]  # a hash may hold the year alone


def test_final_and_another_choice_of_files_are_no_other_state(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx", BAKU, BLANK[0])
    here("b.xlsx", cwd=tmp_path)
    before = (tmp_path / "build" / "b" / "riwayat.json").read_bytes()
    for arguments in (("--final",), ("--hanya", "pohon"), ("--ulang", "--hanya", "laporan")):
        here("b.xlsx", *arguments, cwd=tmp_path)
        assert (tmp_path / "build" / "b" / "riwayat.json").read_bytes() == before, arguments


def test_a_damaged_history_never_stops_a_build(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx")
    (tmp_path / "build" / "b").mkdir(parents=True)
    (tmp_path / "build" / "b" / "riwayat.json").write_bytes(b"\xff{")
    done = here("b.xlsx", "--hanya", "laporan", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(json.loads((tmp_path / "build" / "b" / "riwayat.json").read_text(encoding="utf-8"))) == 1


def test_the_history_stands_in_no_manifest_and_is_not_foreign(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx")
    here("b.xlsx", "--hanya", "laporan", cwd=tmp_path)
    folder = tmp_path / "build" / "b"
    assert "riwayat" not in (folder / "manifes.json").read_text(encoding="utf-8")
    (folder / "riwayat-rusak.json").write_text("x")
    done = here("manifes", folder, "--periksa", "--format", "json", cwd=tmp_path)
    assert (done.returncode, json.loads(done.stdout)["asing"]) == (0, [])
    (folder / "catatan.json").write_text("x")
    done = here("manifes", folder, "--periksa", "--format", "json", cwd=tmp_path)
    assert (done.returncode, json.loads(done.stdout)["asing"]) == (1, ["catatan.json"])


def test_a_refused_run_is_a_step_of_progress_too(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!H4", "KABIT"), BLANK[0])
    first = build(tmp_path)
    assert build(tmp_path) == first
    write(tmp_path / "b.xlsx")
    after = section(build(tmp_path))
    assert "25 → 23" in after
    assert "galat 1 → 0" in after
    assert "«KABIT»" in after
