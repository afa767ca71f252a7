"""Codes that Program lacks are looked for in proportion to the rows, however many are missed."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import BAKU, add_row, write
from pokin_docs.flow.examine import Understood, examine
from pokin_docs.model.programs import split_codes
from pokin_docs.model.settings import Settings


def looked_at(folder: Path, rows: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many cells are parted into codes for a workbook in which so many rows have a code that Program lacks."""
    more = [
        add_row("Tahap 5", f"| Tahap 3 | Terkelolanya arsip {n} | Jumlah arsip {n} | Kinerja Operasional |"
                f" Sasaran Sub Kegiatan | PK JF/JP | 2.20.02.2.01.{n:04d} | STAF | Dokumen | 5 |")
        for n in range(100, 100 + rows)
    ]  # fmt: skip
    count = 0

    def counted(text: str) -> tuple[str, ...]:
        nonlocal count
        count += 1
        return split_codes(text)

    with monkeypatch.context() as patch:
        patch.setattr("pokin_docs.check.missed_codes.split_codes", counted)
        found = examine(write(folder / f"{rows}.xlsx", BAKU, *more), Settings(Path("build"), ()))
    assert isinstance(found, Understood)
    assert sum(entry.kode == "P02" for entry in found.temuan) == rows
    return count


def test_twice_as_many_missed_codes_take_twice_as_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = (looked_at(tmp_path, rows, monkeypatch) for rows in (10, 20))
    assert many < 2.1 * few
