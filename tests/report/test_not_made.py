"""Why a kind of documents is not made: its sheet is not there, has no rows, or none that it can use."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import BAKU, understood, write
from pokin_docs.model.settings import Settings
from pokin_docs.report.texts import not_made_line

TITLES = "## Realisasi\n| ID Indikator | Indikator | Tahun | TW | Nilai |"


@pytest.mark.parametrize(
    ("sheet", "reason"),
    [
        ("", "lembar Realisasi tidak ada."),
        (TITLES, "lembar Realisasi belum berisi baris."),
        (f"{TITLES}\n| | | 2026 | I | 5 |", "lembar Realisasi belum berisi baris yang dapat dipakai."),
    ],
    ids=["absent", "blank", "unusable"],
)
def test_the_reason_is_what_the_sheet_lacks(tmp_path: Path, sheet: str, reason: str) -> None:
    path = write(tmp_path / "buku.xlsx", f"{BAKU}\n{sheet}")
    found = understood(path, Settings(tmp_path / "build", ()))
    titles = dict(found.plan.not_made)
    monev = next(name for name in titles if "onitoring" in name or "onev" in name)
    assert not_made_line(monev, titles[monev], found.buku) == f"{monev} tidak dibuat karena {reason}"
