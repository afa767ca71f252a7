"""What one fault of a cell brings with it elsewhere is told with it, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, put, write
from pokin_docs.flow.examine import examine
from pokin_docs.model.causes import causes
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.settings import Settings
from pokin_docs.model.source import CellRef

Change = Callable[[Workbook], object]


def codes(folder: Path, *changes: Change) -> list[str]:
    path = write(folder / "buku.xlsx", BAKU, *changes)
    return sorted({found.kode for found in examine(path, Settings(folder / "build", ())).temuan})


def row_removed(sheet: str, row: int) -> Change:
    return lambda book: book[sheet].delete_rows(row)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (put("Tahap 5!E6", "Sasaran Subkegiatn"), ["S30"]),
        (put("Tahap 5!G6", "2.20.02.2.01.0019"), ["P02"]),
        (put("Program!A4", None), ["P47"]),
        (put("Program!A1", "Kd"), ["B13"]),
    ],
    ids=["level", "code of a row", "code of a line", "title of codes"],
)
def test_a_fault_of_one_cell_is_one_finding(tmp_path: Path, change: Change, told: list[str]) -> None:
    assert codes(tmp_path, change) == told


def test_a_sheet_of_lines_without_codes_is_not_called_missing(tmp_path: Path) -> None:
    found = codes(tmp_path, *(put(f"Program!A{row}", None) for row in (2, 3, 4)))
    assert "P47" in found
    assert "P30" not in found


def test_references_of_several_groups_of_rows_are_one_cause() -> None:
    def of(row: int, count: int, meant: str) -> Temuan:
        return temuan("S08", CellRef("Tahap 5", row, 1), teks="Tahap 4", jumlah=count, seharusnya=meant)

    one, two = of(5, 1, "Tahap 1"), of(6, 2, "Tahap 2")
    (cause,) = causes((one, two))
    assert cause.message.startswith("Rujukan 2 kelompok baris")
    assert [item.text for item in cause.items] == [
        "«Tahap 4» pada 1 baris mulai dari sini, seharusnya Tahap 1",
        "«Tahap 4» pada 2 baris mulai dari sini, seharusnya Tahap 2",
    ]
