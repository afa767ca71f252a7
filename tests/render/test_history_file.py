"""The history in the build folder: whole, ours alone, and in nobody's way."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from pokin_docs.model.findings import temuan
from pokin_docs.model.history import HistoryEntry, entry_of
from pokin_docs.model.source import CellRef
from pokin_docs.render.history_file import is_history, read, record

DAMAGED = b'[{"hari": "2026-11-01", "buku": "a"'


def entry(book: str, *rows: int) -> HistoryEntry:
    return entry_of("2026-11-01", book, [temuan("I12", CellRef("Tahap 5", row, 9)) for row in rows], ())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    return tmp_path / "b"


def test_runs_are_kept_one_after_the_other(folder: Path) -> None:
    assert read(folder) == ()
    record(folder, entry("a", 5, 6))
    record(folder, entry("a", 5, 6))
    record(folder, entry("b"))
    assert [(one.sha256, one.total) for one in read(folder)] == [("a", 2), ("b", 0)]
    assert len(json.loads((folder / "riwayat.json").read_text(encoding="utf-8"))) == 2


def test_what_has_not_changed_is_not_written_again(folder: Path) -> None:
    record(folder, entry("a", 5))
    os.utime(folder / "riwayat.json", (1, 1))
    record(folder, entry("a", 5))
    assert (folder / "riwayat.json").stat().st_mtime == 1


def test_a_damaged_history_is_laid_aside_and_never_overwritten(folder: Path) -> None:
    for number in (1, 2):
        (folder / "riwayat.json").write_bytes(DAMAGED + b"%d" % number)
        assert read(folder) == ()
        record(folder, entry("a", 5))
        assert [one.sha256 for one in read(folder)] == ["a"]
    assert (folder / "riwayat-rusak.json").read_bytes() == DAMAGED + b"1"
    assert (folder / "riwayat-rusak-2.json").read_bytes() == DAMAGED + b"2"


def test_what_is_no_ordinary_file_is_left_alone(folder: Path) -> None:
    other = folder.parent / "lain.json"
    other.write_text("[]")
    path = folder / "riwayat.json"
    path.symlink_to(other)
    record(folder, entry("a", 5))
    assert (read(folder), other.read_text()) == ((), "[]")
    path.unlink()
    path.mkdir()
    record(folder, entry("a", 5))
    assert (read(folder), list(path.iterdir())) == ((), [])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes are POSIX")
def test_a_pipe_does_not_make_us_wait(folder: Path) -> None:
    os.mkfifo(folder / "riwayat.json")
    assert read(folder) == ()
    record(folder, entry("a", 5))


def test_no_folder_is_made_for_a_history(tmp_path: Path) -> None:
    record(tmp_path / "tidak-ada", entry("a", 5))
    assert list(tmp_path.iterdir()) == []


def test_a_history_that_cannot_be_written_stops_nobody(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    record(folder, entry("a", 5))
    assert read(folder) == ()


@pytest.mark.parametrize(
    ("path", "ours"),
    [("riwayat.json", True), ("riwayat-rusak.json", True), ("riwayat-rusak-12.json", True),
     ("PK/riwayat.json", False), ("riwayat.json.bak", False), ("riwayat-lama.json", False)],
)  # fmt: skip
def test_only_files_of_this_name_are_ours(path: str, ours: bool) -> None:
    assert is_history(path) is ours
