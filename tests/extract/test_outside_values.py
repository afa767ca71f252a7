"""Values that a workbook keeps of other workbooks and of pivot tables are named, once for all of a kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.kept_values import asking, with_outside_data, with_pivots
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


NAMES = """<definedNames><definedName name="Pagu_Lain">[1]Pagu!$A$1</definedName><definedName name="Lagi">Pagu_Lain*2</definedName>\
<definedName name="Sendiri">Identitas!$A$1</definedName></definedNames>"""


@pytest.mark.parametrize("formula", ["Pagu_Lain", "SUM(PAGU_lain,1)", "Lagi+1"])
def test_names_that_stand_for_another_workbook_are_followed(tmp_path: Path, formula: str) -> None:
    found = told(asking(tmp_path, formula, NAMES))
    assert found["B126"]["berkas"] == " («Pagu Contoh.xlsx»)"
    assert str(found["B126"]["sel"]).endswith("!Z2")


@pytest.mark.parametrize("formula", ["Sendiri", '"Pagu_Lain"', "Pagu_Lain2", "Data!Pagu_Lain", "Tabel.Lagi", "Lagi(1)"])
def test_names_within_the_workbook_are_not(tmp_path: Path, formula: str) -> None:
    assert told(asking(tmp_path, formula, NAMES)) == {}


def test_a_formula_that_was_filled_down_counts_in_each_cell(tmp_path: Path) -> None:
    cells = (
        '<c r="Z2"><f t="shared" ref="Z2:AB2" si="3">[1]Pagu!A1</f><v>5</v></c>'
        '<c r="AA2"><f t="shared" si="3"/><v>5</v></c><c r="AB2"><f t="shared" si="3"></f><v>5</v></c>'
        '<c r="AC2"><f t="shared" ref="AC2:AD2" si="4">A1</f><v>5</v></c><c r="AD2"><f t="shared" si="4"/><v>5</v></c>'
    )
    found = told(asking(tmp_path, cells=cells))
    assert str(found["B126"]["jumlah"]) == "3"
    assert [place[-3:].lstrip("!") for place in str(found["B126"]["sel"]).split(", ")] == ["Z2", "AA2", "AB2"]


def test_a_formula_of_several_cells_counts_in_each(tmp_path: Path) -> None:
    cells = '<c r="Z2"><f t="array" ref="Z2:AA2">[1]Pagu!A1:B1</f><v>5</v></c><c r="AA2"><v>6</v></c>'
    assert str(told(asking(tmp_path, cells=cells))["B126"]["jumlah"]) == "2"


def test_tables_of_outside_data_are_named_other_tables_are_not(tmp_path: Path) -> None:
    found = told(with_outside_data(tmp_path))
    assert list(found) == ["B127"]
    assert str(found["B127"]["jumlah"]) == "2"
    assert "!A1:C9, «" in str(found["B127"]["tempat"])
