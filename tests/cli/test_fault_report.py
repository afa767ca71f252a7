"""The report of an internal fault: kept whole enough for a developer, and where no trap can be laid for it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from pokin_docs.cli import fault_report
from pokin_docs.cli.fault_report import keep_report


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files of this test alone."""
    folder = tmp_path / "sementara"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def kept(message: str) -> Path | None:
    try:
        raise ValueError(message)
    except ValueError:
        return keep_report()


def test_the_report_quotes_the_fault_and_only_the_user_can_read_it(temporary: Path) -> None:
    report = kept("pagu \udcff lima")
    assert report is not None
    assert report.parent == temporary
    assert "ValueError: pagu \\udcff lima" in report.read_text(encoding="utf-8")
    assert report.stat().st_mode & 0o077 == 0


def test_a_link_laid_under_any_name_it_had_before_is_left_alone(temporary: Path, tmp_path: Path) -> None:
    """Somebody who shares the folder laid a link, and knows the name of the last report."""
    precious = tmp_path / "berharga.txt"
    precious.write_text("isi", encoding="utf-8")
    (temporary / "pokin-galat-internal.txt").symlink_to(precious)
    first = kept("satu")
    assert first is not None
    first.unlink()
    first.symlink_to(precious)
    second = kept("dua")
    assert second not in (None, first)
    assert precious.read_text(encoding="utf-8") == "isi"


def test_the_report_has_a_bound_and_keeps_its_beginning_and_its_end(temporary: Path) -> None:
    report = kept("awal " + "x" * 5_000_000 + " akhir")
    assert report is not None
    text = report.read_text(encoding="utf-8")
    assert len(text) < 300_000
    assert text.startswith("Traceback")
    assert text.rstrip().endswith("akhir")


def test_where_a_folder_takes_no_file_the_next_one_does_and_none_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "rumah"
    home.mkdir()
    monkeypatch.setattr(fault_report, "_folders", lambda: iter((tmp_path / "tidak-ada", home)))
    report = kept("satu")
    assert report is not None
    assert report.parent == home
    monkeypatch.setattr(fault_report, "_folders", lambda: iter((tmp_path / "tidak-ada",)))
    assert kept("dua") is None
