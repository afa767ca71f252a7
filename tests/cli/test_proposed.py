"""Every command that is proposed can be copied: it is run here as it was printed, where the user stood."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.command_line import here
from helpers.places import ROOT
from helpers.word_comments import templat
from helpers.workbooks import BAKU, write
from pokin_docs.cli import proposed

PIPELINE = ROOT / "pipeline.py"
BLANKS = "buku kerja 'kami' & $HOME.xlsx"


def printed(words: str, text: str) -> str:
    """The command behind these words."""
    found = re.search(rf"{re.escape(words)}\s*(.+)$", text, re.MULTILINE)
    assert found, text
    return found[1]


def run_as_printed(command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The words that a shell makes of what was printed, given to the program that the first of them start."""
    shell = shutil.which("bash") or shutil.which("sh")
    assert shell
    said = subprocess.run([shell, "-c", f"printf '%s\\0' {command}"], cwd=cwd, capture_output=True, encoding="utf-8")
    assert said.returncode == 0, command
    first, program, *words = said.stdout.split("\0")[:-1]
    assert (first, (cwd / program).resolve()) == ("python3", PIPELINE)
    return here(*words, cwd=cwd, program=PIPELINE)


def test_the_faults_of_a_template_are_shown_by_the_command_that_is_printed(tmp_path: Path) -> None:
    write(tmp_path / BLANKS, BAKU)
    folder = tmp_path / "templat kami"
    folder.mkdir()
    templat(folder, "{{ pihak_pertama.nma }}", nama="pk.docx")
    done = here(BLANKS, "--templat", "templat kami", "--hanya", "pk", cwd=tmp_path, program=PIPELINE)
    assert done.returncode == 3
    headings = [line for line in done.stderr.splitlines() if line.endswith("– pk.docx")]
    assert headings == ["  Galat – pk.docx", "  Lainnya – pk.docx"]
    assert re.search(r"Templat: \d+ galat: pk.docx$", done.stderr)
    assert run_as_printed(printed("Tunjukkan di Word:", done.stderr), tmp_path).returncode == 3
    assert (tmp_path / "koreksi-pk.docx").is_file()


def test_a_new_office_is_built_by_the_two_lines_that_are_printed(tmp_path: Path) -> None:
    done = here("mulai", "kantor 'baru'", cwd=tmp_path, program=PIPELINE)
    enter, start, click = done.stdout.splitlines()[-3:]
    office = tmp_path / "kantor 'baru'"
    assert click == "atau klik ganda Bangun di sana."
    assert list(office.glob("Bangun*"))
    assert shlex.split(enter) == ["cd", "kantor 'baru'"]
    assert "Tahap 5" in run_as_printed(start, office).stderr


@pytest.mark.parametrize("output", ["build", "hasil kantor"])
def test_what_differs_is_made_again_by_the_command_that_is_printed(tmp_path: Path, output: str) -> None:
    write(tmp_path / "b c.xlsx")
    assert here("b c.xlsx", "--hanya", "pk", "--keluaran", output, cwd=tmp_path).returncode == 0
    folder = tmp_path / output / "b-c"
    gone = next(folder.rglob("*.docx"))
    gone.unlink()
    checked = here("manifes", f"{output}/b-c", "--periksa", cwd=tmp_path, program=PIPELINE)
    assert checked.returncode == 1
    assert run_as_printed(printed("jalankan:", checked.stdout), tmp_path).returncode == 0
    assert gone.is_file()


def test_wrong_use_names_the_program_as_it_was_started(tmp_path: Path) -> None:
    done = here("--salah", cwd=tmp_path, program=PIPELINE)
    assert done.returncode == 2
    assert proposed_from(tmp_path) in " ".join(done.stderr.split())


def proposed_from(cwd: Path, program: Path | str = PIPELINE) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(cwd)
        patch.setattr(sys, "argv", [str(program)])
        return proposed.program_name()


@pytest.mark.parametrize(
    ("there", "program", "said"),
    [
        (".", "pokin/pipeline.py", "python3 pokin/pipeline.py"),
        ("pokin", "pokin/pipeline.py", "python3 pipeline.py"),
        ("kantor", "pokin/pipeline.py", "python3 ../pokin/pipeline.py"),
        ("kantor", "program kami/pipeline.py", "python3 '../program kami/pipeline.py'"),
    ],
)
def test_the_program_is_named_from_where_the_user_stands(tmp_path: Path, there: str, program: str, said: str) -> None:
    for folder in ("kantor", "pokin", "program kami"):
        (tmp_path / folder).mkdir()
    assert proposed_from(tmp_path / there, tmp_path / program) == said


def test_the_installed_program_is_named_as_it_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "bin" / "pokin"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert proposed_from(tmp_path, program) == "bin/pokin"
    assert proposed_from(tmp_path, "pokin") == "pokin"
    monkeypatch.setenv("PATH", str(program.parent))
    assert proposed_from(tmp_path, program) == "pokin"
    assert proposed_from(tmp_path, "/usr/lib/python3/pytest/__main__.py") == "pokin"


def test_words_are_quoted_for_the_shell_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    words = ["a", "a b", "it's", "a&b", "$x", "", "«é»"]
    assert shlex.split(" ".join(map(proposed.quoted, words))) == words
    monkeypatch.setattr(proposed, "_WINDOWS", True)
    assert [proposed.quoted(word) for word in words] == ["a", '"a b"', '"it\'s"', '"a&b"', '"$x"', '""', '"«é»"']
    assert proposed.quoted("C:\\pk\\b.xlsx") == "C:\\pk\\b.xlsx"
    assert proposed_from(Path.cwd()).startswith("py ")


def test_a_file_whose_name_begins_like_an_option_is_none() -> None:
    assert proposed.quoted(Path("-final.xlsx")) == "./-final.xlsx"
    assert proposed.quoted("--final") == "--final"
