"""Rows of a table that goes on on another sheet are told apart where both sheets have a row of the same number."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, add_row, insert_row, put, split_off, understood, write
from pokin_docs.check.relations import RowRelations
from pokin_docs.check.row_order import RowOrder
from pokin_docs.flow.examine import Understood
from pokin_docs.model.rows import SheetRow
from pokin_docs.model.settings import Settings
from pokin_docs.model.source import CellRef

SPLIT = split_off("Tahap 5", 4, "Tahap 5 lanjutan")
"""Its row 2 holds the kinerja of the program, that of Tahap 5 the tujuan."""


def look(folder: Path, *changes: Callable[[Workbook], object]) -> Understood:
    return understood(write(folder / "b.xlsx", BAKU, *changes), Settings(folder, ()))


def told(found: Understood, *codes: str) -> list[tuple[str, str]]:
    return [(entry.kode, str(entry.tempat)) for entry in found.temuan if entry.kode in codes]


def test_rows_sort_as_they_are_read_and_what_is_none_stands_behind_the_row_above_it() -> None:
    order = RowOrder([SheetRow("A", 5), SheetRow("A", 6), SheetRow("B", 2), SheetRow("B", 5)])
    places = [CellRef("A", 1), CellRef("A", 5, 3), CellRef("A", 6), CellRef("A", 9), CellRef("B", 2), CellRef("B", 5)]
    numbers = [order.place(place) for place in places]
    assert numbers == [1, 2, 4, 5, 6, 8]
    assert order.TOP < 1
    assert [order.place(place) for place in (CellRef("A"), CellRef("C", 5))] == [None, None]


def test_what_hangs_on_a_row_is_the_same_on_one_sheet_and_on_two(tmp_path: Path) -> None:
    whole, parted = look(tmp_path), look(tmp_path, SPLIT)
    one, two = (RowRelations(found.buku, found.plan) for found in (whole, parted))
    assert len(one.rows) == 5
    assert one.rows == two.rows
    assert [one.around(place) for place in sorted(one.rows)] == [two.around(place) for place in sorted(two.rows)]


@pytest.mark.parametrize(
    "change",
    [
        put("Tahap 5!E4", "Sasaran Progam X"),
        put("Tahap 5!E5", "entah apa"),
        put("Tahap 5!C6", None),
        put("Tahap 4!B5", None),
        insert_row(
            "Tahap 5", 5, "| Tahap 3 | Meningkatnya akses data | Persentase data terakses | | Sasaran Program |"
        ),
        add_row("Tahap 4", "| Tahap 3 | Terlatihnya petugas | Jumlah petugas | Kinerja Operasional |"),
    ],
)
def test_one_fault_has_the_findings_on_two_sheets_that_it_has_on_one(
    tmp_path: Path, change: Callable[[Workbook], object]
) -> None:
    def codes(found: Understood) -> list[str]:
        return sorted(entry.kode for entry in found.temuan if entry.kode != "B58")

    assert codes(look(tmp_path, change, SPLIT)) == codes(look(tmp_path, change))


def test_a_row_that_is_missing_is_missing_below_the_row_of_its_sheet(tmp_path: Path) -> None:
    line = "| Tahap 3 | Terlatihnya petugas | Jumlah petugas | Kinerja Operasional |"
    for changes, place in (((), "di bawah baris 6."), ((SPLIT,), "di bawah baris 4 Tahap 5 lanjutan.")):
        found = look(tmp_path, add_row("Tahap 4", line), *changes)
        (entry,) = (entry for entry in found.temuan if entry.kode == "X04")
        assert f"yang seharusnya {place}" in dict(entry.details)["letak"][2:] + "."


def test_programs_keep_the_order_of_their_rows_over_two_sheets(tmp_path: Path) -> None:
    rows = [
        add_row(
            "Program", f"| 2.20.02.2.01.002{number} | Sub kegiatan {number} | 1000 | 1000 | 1000 | 1000 | 1000 | APBD |"
        )
        for number in range(3)
    ]
    for changes in ((), (split_off("Program", 6, "Program (2)"),)):
        program = look(tmp_path, *rows, *changes).plan.program
        assert [entry.kode[-2:] for entry in program.children("2.20.02.2.01")] == ["18", "20", "21", "22"]
        assert sorted(program.children("2.20.02.2.01"), key=lambda entry: program.order(entry.kode)) == list(
            program.children("2.20.02.2.01")
        )
