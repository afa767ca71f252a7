"""LibreOffice called for a batch: what hangs, breaks or lies is noticed, the rest is made, nothing is left running."""

from __future__ import annotations

import os
import stat
import subprocess
import time
from pathlib import Path

import pytest

from pokin_docs.pdf import office
from pokin_docs.pdf.office import Office, convert

POSIX = pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")

_HEAD = """#!/bin/sh
[ "$1" = --version ] && echo "LibreOffice 99.9 abc" && exit 0
while [ $# -gt 0 ]; do case "$1" in --outdir) out=$2; shift 2;; *.docx) set -- "$@"; break;; *) shift;; esac; done
"""
MAKES = 'for f in "$@"; do printf "%%PDF-1.7 %%%%EOF" > "$out/$(basename "$f" .docx).pdf"; done\n'
LEAVES_OUT_BAD = (
    'for f in "$@"; do grep -q rusak "$f" || printf "%%PDF %%%%EOF" > "$out/$(basename "$f" .docx).pdf"; done\n'
)
ENDS_AT_BAD = (
    'for f in "$@"; do grep -q rusak "$f" && exit 0; printf "%%PDF %%%%EOF" > "$out/$(basename "$f" .docx).pdf"; done\n'
)
LIES = 'for f in "$@"; do printf "tidak jadi" > "$out/$(basename "$f" .docx).pdf"; done\nexit 0\n'
HANGS = 'sleep 600 & echo $! > "$HANGS_IN"; wait\n'


def stand_in(folder: Path, body: str) -> Office:
    """A program that behaves as LibreOffice does, at its best or worst."""
    path = folder / "soffice"
    path.write_text(_HEAD + body, encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return Office(str(path), "LibreOffice 99.9")


@pytest.fixture
def documents(tmp_path: Path) -> dict[str, Path]:
    """Three documents, two of one name, one broken."""
    found = {}
    for key, text in {"a/Bab-1": "satu", "b/Bab-1": "dua", "c/--outdir": "rusak"}.items():
        path = tmp_path / f"{key}.docx"
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
        found[key] = path
    return found


@POSIX
def test_documents_of_one_name_and_of_any_are_told_apart(tmp_path: Path, documents: dict[str, Path]) -> None:
    assert set(convert(stand_in(tmp_path, MAKES), documents)) == set(documents)


@POSIX
@pytest.mark.parametrize("body", [LEAVES_OUT_BAD, ENDS_AT_BAD], ids=["left out", "ended the batch"])
def test_a_broken_document_costs_no_other(tmp_path: Path, documents: dict[str, Path], body: str) -> None:
    assert set(convert(stand_in(tmp_path, body), documents)) == {"a/Bab-1", "b/Bab-1"}


@POSIX
def test_an_exit_code_and_a_file_that_is_no_pdf_are_not_believed(tmp_path: Path, documents: dict[str, Path]) -> None:
    assert convert(stand_in(tmp_path, LIES), documents) == {}


SLOWLY = """for f in "$@"; do b="$out/$(basename "$f" .docx).pdf"; printf "%%PDF-1.7 1 %%%%EOF" > "$b"
while [ -n "$last" ] && [ ! -e "$TOLD/$(basename "$last")" ]; do sleep 0.02; done; last=$b; done; printf lagi >> "$b"\n"""
"""Goes on to a third file only when the first was told of, and to its end only when the second was."""


@POSIX
def test_pdfs_are_told_of_while_the_next_are_made_and_the_last_only_at_the_end(
    tmp_path: Path, documents: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOLD", str(tmp_path))
    monkeypatch.setattr(office, "_LOOK", 0.01)
    told = []

    def on_made(key: str, data: bytes) -> None:
        told.append(key)
        (tmp_path / f"{list(documents).index(key):05}.pdf").touch()

    found = convert(stand_in(tmp_path, SLOWLY), documents, on_made)
    assert told == list(documents)[:2]
    assert [found[key][-4:] for key in documents] == [b"%EOF", b"%EOF", b"lagi"]


@POSIX
def test_half_a_pdf_is_not_told_of(tmp_path: Path, documents: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    half = 'for f in "$@"; do printf "%%PDF-1.7 setengah" > "$out/$(basename "$f" .docx).pdf"; done; sleep 0.3\n'
    monkeypatch.setattr(office, "_LOOK", 0.01)
    told: list[str] = []
    convert(stand_in(tmp_path, half + MAKES), documents, lambda key, data: told.append(key))
    assert told == []


@POSIX
def test_its_profile_writes_numbers_as_indonesian_papers_do(tmp_path: Path, documents: dict[str, Path]) -> None:
    in_profile = 'grep -q "<value>id-ID</value>" "$out/../profil/user/registrymodifications.xcu" || exit 1\n'
    assert set(convert(stand_in(tmp_path, in_profile + MAKES), documents)) == set(documents)


@POSIX
def test_what_hangs_is_ended_with_all_it_started(
    tmp_path: Path, documents: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    child = tmp_path / "anak"
    monkeypatch.setenv("HANGS_IN", str(child))
    monkeypatch.setattr(office, "_START", 0.5)
    monkeypatch.setattr(office, "_EACH", 0.0)
    one = {"a/Bab-1": documents["a/Bab-1"]}
    assert convert(stand_in(tmp_path, HANGS), one) == {}
    number = int(child.read_text())
    for _ in range(100):
        if not Path(f"/proc/{number}").exists() or " Z " in Path(f"/proc/{number}/stat").read_text():
            break
        time.sleep(0.02)
    else:
        pytest.fail("the child is still running")


KILLED = 'for f in "$@"; do printf "%%PDF-1.7 setengah" > "$out/$(basename "$f" .docx).pdf"; done; kill -9 $$\n'
NO_RIGHTS = 'echo "tidak boleh" >&2; exit 77\n'


@POSIX
@pytest.mark.parametrize(
    ("body", "said"),
    [
        (KILLED, "berhenti sebelum selesai (kode -9)"), (NO_RIGHTS, "berhenti sebelum selesai (kode 77)"),
        (LIES, "berakhir tanpa membuat PDF"), (MAKES, ""),
    ],
    ids=["killed", "no rights to its profile", "lies", "works"],
)  # fmt: skip
def test_why_nothing_is_converted_is_known_from_a_blank_paper(tmp_path: Path, body: str, said: str) -> None:
    office.trouble_of.cache_clear()
    assert office.trouble_of(stand_in(tmp_path, body)) == said


@POSIX
def test_half_a_pdf_of_a_program_that_was_killed_is_none_and_papers_are_not_tried_one_by_one(
    tmp_path: Path, documents: dict[str, Path]
) -> None:
    counted = f'echo x >> "{tmp_path}/mulai"\n'
    assert convert(stand_in(tmp_path, counted + KILLED), documents) == {}
    assert len((tmp_path / "mulai").read_text().split()) == 2  # the batch, and the blank paper


@POSIX
def test_what_makes_nothing_more_is_over_before_its_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_START", 0.0)
    monkeypatch.setattr(office, "_EACH", 0.0)
    monkeypatch.setattr(office, "_LOOK", 0.01)
    process = subprocess.Popen(["sleep", "600"])
    try:
        assert office._code_of(process, 600, tmp_path, lambda path: None) is None
    finally:
        process.kill()
        process.wait()


@POSIX
def test_a_program_that_cannot_be_started_makes_nothing(documents: dict[str, Path]) -> None:
    assert convert(Office("/tidak/ada/soffice", "LibreOffice"), documents) == {}


@POSIX
def test_the_office_of_the_machine_is_the_first_that_says_its_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "_PLACES", ())
    monkeypatch.setenv("PATH", str(tmp_path) + os.pathsep + "/usr/bin" + os.pathsep + "/bin")
    monkeypatch.setattr(office, "_NAMES", ("soffice",))
    stand_in(tmp_path, MAKES)
    office.find_office.cache_clear()
    found = office.find_office()
    office.find_office.cache_clear()
    assert found == Office(str(tmp_path / "soffice"), "LibreOffice 99.9")
    (tmp_path / "soffice").write_text("#!/bin/sh\nexit 0\n")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert office.find_office() is None
    office.find_office.cache_clear()
