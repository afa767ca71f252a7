"""What came of a click is opened; where this machine has no program for it, that is said in our words alone."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pokin_docs.cli import opening

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="xdg-open is that of Linux desktops")


@pytest.mark.parametrize(
    ("script", "is_named"),
    [
        ("exit 0", False),
        ("echo 'xdg-open: no method available' >&2; exit 3", True),
        ("echo 'sh: www-browser: not found'; exit 1", True),
        ("sleep 5", False),
        (None, True),
    ],
    ids=["opened", "no program, on standard error", "no program, on standard output", "shows it itself", "no desktop"],
)
def test_a_file_that_nothing_opens_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str],
    script: str | None, is_named: bool,
) -> None:  # fmt: skip
    monkeypatch.setattr(opening, "_SECONDS", 1.0)
    page = tmp_path / "laporan.html"
    if script is not None:
        (tmp_path / "xdg-open").write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / "xdg-open").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin" if script else str(tmp_path))
    opening.open_or_name(page)
    said = capfd.readouterr()
    assert (said.out, said.err) == (f"Bukalah {page}.\n" if is_named else "", "")
