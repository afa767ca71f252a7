"""Values that a workbook keeps of other workbooks and of pivot tables are named, once for all of a kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.kept_values import asking, with_pivots
from pokin_docs.model.findings import Temuan


def told(found: tuple[Temuan, ...]) -> dict[str, dict[str, object]]:
    return {entry.kode: dict(entry.details) for entry in found if entry.kode in ("B126", "B127")}


@pytest.mark.parametrize(
    "formula", ["[1]Pagu!A1", "'[1]Pagu 2026'!A1*2", "'[1]Data &amp; Pagu'!A1", "SUM([1]Pagu!A1:A9)+1"]
)
def test_cells_that_ask_another_workbook_are_named_with_it(tmp_path: Path, formula: str) -> None:
    found = told(asking(tmp_path, formula))
    assert list(found) == ["B126"]
    assert found["B126"]["berkas"] == " («Pagu Contoh.xlsx»)"
    assert str(found["B126"]["sel"]).endswith("!Z2")


@pytest.mark.parametrize("formula", ["A1", "Tabel1[2026]", "SUM(Tabel1[2026],Lain!A1)", "Tabel1[2026]&amp;'Lain A'!A1"])
def test_formulas_within_the_workbook_are_not(tmp_path: Path, formula: str) -> None:
    assert told(asking(tmp_path, formula)) == {}


def test_pivot_tables_are_named_with_their_ranges(tmp_path: Path) -> None:
    found = told(with_pivots(tmp_path))
    assert list(found) == ["B127"]
    assert str(found["B127"]["jumlah"]) == "2"
    assert "!A3:D20, «" in str(found["B127"]["tempat"])
