"""Files for a double click: in folders of any name, wherever the program lies, with what stops them said."""

from __future__ import annotations

import configparser
import os
import shlex
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.command_line import here
from helpers.places import ROOT
from helpers.scripts import script_module
from helpers.workbooks import write
from pokin_docs.flow.launchers import LAUNCHERS, ProgramPlace, launcher_files, start_file
from pokin_docs.flow.new_office import lay_example, lay_launchers

POSIX = pytest.mark.skipif(os.name == "nt", reason="runs /bin/sh")
STRANGE = "kantor & 100% 'kutip' é! $HOME"
PLACE = ProgramPlace(str(ROOT / "pipeline.py"))
QUIET = {**os.environ, "POKIN_DIAM": "1"}


def test_every_launcher_comes_for_three_systems_as_each_wants_it() -> None:
    files = launcher_files(PLACE)
    assert set(files) == {f"{name}.{kind}" for name in LAUNCHERS for kind in ("bat", "command", "desktop")}
    for name, data in files.items():
        assert (b"\r\n" in data) == name.endswith(".bat"), name
        assert data.count(b"\n") == data.count(b"\r\n") or not name.endswith(".bat")
        data.decode("utf-8")


def test_a_batch_file_names_no_text_of_the_outside_where_cmd_would_read_it() -> None:
    text = launcher_files(ProgramPlace(r"C:\100% kantor & lain!\pipeline.py"))["Bangun.bat"].decode()
    lines = text.split("\r\n")
    assert lines[:2] == ["@echo off", "chcp 65001 >nul"]
    assert r'set "POKIN_TEMPAT=C:\100%% kantor & lain!\pipeline.py"' in lines
    plain = lines[: lines.index("setlocal EnableDelayedExpansion")]
    assert plain.index('pushd "%~dp0"') < plain.index('if not exist "%~nx0" set "POKIN_LUAR=ya"')
    assert "if defined POKIN_LUAR (" in lines, "a network folder that got no drive is told"
    assert 'set "POKIN_BERKAS=%~1"' in plain
    assert not any("%" in line for line in lines[len(plain) :])


@POSIX
@pytest.mark.parametrize("near", [True, False], ids=["moved together", "program elsewhere"])
def test_it_runs_in_its_own_folder_whatever_that_is_called(tmp_path: Path, near: bool) -> None:
    folder = tmp_path / STRANGE
    program = tmp_path / "pipeline.py"
    program.write_text("import os, sys; print(os.getcwd(), sys.argv[1:]); sys.exit(3)", encoding="utf-8")
    gone = ProgramPlace(str(tmp_path / "dulu" / "pipeline.py"), near="../pipeline.py")
    place = gone if near else ProgramPlace(str(program), near="../tidak/ada.py")
    folder.mkdir()
    (folder / "Bangun.command").write_bytes(launcher_files(place)["Bangun.command"])
    done = subprocess.run(
        ["sh", folder / "Bangun.command", "/x/a & b.xlsx"], cwd="/", env=QUIET, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 3
    assert done.stdout.strip() == f"{folder} ['klik', 'bangun', '/x/a & b.xlsx']"


@POSIX
def test_it_waits_with_the_outcome_before_its_window_closes(tmp_path: Path) -> None:
    program = tmp_path / "pipeline.py"
    program.write_text("print('Selesai.')", encoding="utf-8")
    file = tmp_path / "Bangun.command"
    file.write_bytes(launcher_files(ProgramPlace(str(program)))["Bangun.command"])
    env = {name: value for name, value in os.environ.items() if name != "POKIN_DIAM"}
    done = subprocess.run(["sh", file], env=env, capture_output=True, input="\n", encoding="utf-8")
    assert done.stdout.startswith("Selesai.\n")
    assert "Tekan Enter" in done.stdout


@POSIX
def test_a_program_that_is_gone_is_said_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "Bangun.command"
    file.write_bytes(launcher_files(ProgramPlace("/tidak/ada/pipeline.py"))["Bangun.command"])
    done = subprocess.run(["sh", file], env=QUIET, capture_output=True, encoding="utf-8")
    assert (done.returncode, "/tidak/ada/pipeline.py" in done.stdout) == (4, True)


@POSIX
def test_a_machine_without_python_says_where_to_get_it(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    for tool in ("sh", "dirname"):
        (tmp_path / "bin" / tool).symlink_to(f"/bin/{tool}" if Path(f"/bin/{tool}").exists() else f"/usr/bin/{tool}")
    file = tmp_path / "Bangun.command"
    file.write_bytes(launcher_files(PLACE)["Bangun.command"])
    done = subprocess.run(
        ["/bin/sh", file], env={"PATH": str(tmp_path / "bin"), "POKIN_DIAM": "1"}, capture_output=True, encoding="utf-8"
    )
    assert (done.returncode, "https://www.python.org" in done.stdout) == (4, True)


@POSIX
def test_the_desktop_entry_starts_the_file_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / STRANGE
    folder.mkdir()
    files = launcher_files(PLACE)
    (folder / "Bangun.command").write_text('echo "$0" "$@"', encoding="utf-8")
    entry = configparser.RawConfigParser()
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read_string(files["Bangun.desktop"].decode())
    line = entry["Desktop Entry"]["Exec"].replace("\\\\", "\\")  # as values of the type string are read
    parts = [word.replace("\\$", "$") for word in shlex.split(line)]  # shlex leaves what the desktop takes away
    words = [str(folder / "Bangun.desktop") if word == "%k" else word for word in parts if word != "%F"]
    done = subprocess.run([*words, "/x/b.xlsx"], capture_output=True, encoding="utf-8", cwd="/")
    assert done.stdout.strip() == f"{folder}/Bangun.command /x/b.xlsx"


def test_a_new_office_has_them_and_an_old_one_gets_them(tmp_path: Path) -> None:
    done = here("mulai", "baru", cwd=tmp_path, program=ROOT / "pipeline.py")
    assert done.returncode == 0
    names = set(launcher_files(PLACE))
    assert names <= {path.name for path in (tmp_path / "baru").iterdir()}
    (tmp_path / "lama").mkdir()
    assert here("mulai", "--klik", "lama", cwd=tmp_path, program=ROOT / "pipeline.py").returncode == 0
    assert {path.name for path in (tmp_path / "lama").iterdir()} == names
    if os.name != "nt":
        assert (tmp_path / "lama" / "Bangun.command").stat().st_mode & stat.S_IXUSR


def test_a_launcher_that_is_there_is_not_overwritten_by_a_new_office(tmp_path: Path) -> None:
    (tmp_path / "Bangun.bat").write_text("milik kantor", encoding="utf-8")
    done = here("mulai", ".", cwd=tmp_path)
    assert (done.returncode, "Bangun.bat sudah ada" in done.stderr) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["Bangun.bat"]


def test_the_example_is_laid_with_them_and_what_the_office_changed_stays(tmp_path: Path) -> None:
    lay_example(tmp_path, PLACE)
    book = tmp_path / "inputs" / "diskominfo-balangan.xlsx"
    assert book.read_bytes() == (ROOT / "inputs" / book.name).read_bytes()
    book.write_bytes(b"disunting")
    lay_example(tmp_path, PLACE)
    assert book.read_bytes() == b"disunting"


@POSIX
def test_a_double_click_builds_the_workbook_of_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / STRANGE
    (folder / "inputs").mkdir(parents=True)
    write(folder / "inputs" / "b.xlsx")
    lay_launchers(folder, ProgramPlace(sys.executable, is_python=True))
    env = {**QUIET, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["sh", folder / "Periksa.command"], cwd="/", env=env, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert "Selesai diperiksa" in done.stdout.splitlines()[-1]
    assert {path.name for path in (folder / "build" / "b").iterdir()} >= {"laporan.html", "koreksi.xlsx"}
    assert not list((folder / "build" / "b").rglob("PK*.docx"))


def test_those_for_the_example_in_the_checkout_are_as_made() -> None:
    script = script_module("scripts/build_launchers.py")
    for path, data in script.files().items():
        assert (path.read_bytes(), path.name) == (data, path.name)
    assert b"python\\python.exe" in start_file(ProgramPlace(r"python\python.exe", is_python=True))
