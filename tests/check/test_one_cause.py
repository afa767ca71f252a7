"""What one fault of a cell brings with it elsewhere is told with it, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, add_row, put, write
from pokin_docs.flow.examine import examine
from pokin_docs.model.catalogue import said_elsewhere
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


SUMS = (
    put("Program!C4", 600_000),
    put("Program!C3", 700_000),
    add_row("Program", "| 2.20.02.2.01.0019 | Pembinaan | 400000 | 0 | 0 | 0 | 0 | APBD |"),
)
"""Money that is no sum of its parts, and a part that no kinerja points to."""


def test_an_owner_of_another_class_explains_no_sums(tmp_path: Path) -> None:
    apart = codes(tmp_path, put("Tahap 5!H5", "KABID"))
    assert "P37" in apart
    assert {"P05", "P37", "P74", "P75"} <= set(codes(tmp_path, put("Tahap 5!H5", "KABID"), *SUMS))


def test_what_an_owner_of_another_class_does_explain_is_told_with_it_by_its_code(tmp_path: Path) -> None:
    change = (put("Program!C4", 600_000), SUMS[2], add_row(
        "Tahap 5",
        "| Tahap 3 | Terkelolanya arsip | Jumlah arsip | Kinerja Operasional | Sasaran Sub Kegiatan | PK JF/JP |"
        " 2.20.02.2.01.0019 | SUBKOR | Dokumen | 5 | 6 | 7 | 8 | 9 | 10 | 11 | | |",
    ))  # fmt: skip
    path = write(tmp_path / "b.xlsx", BAKU, *change)
    found = {one.kode: one for one in examine(path, Settings(tmp_path / "build", ())).temuan}
    assert "P74" not in found
    (said,) = said_elsewhere(found["P37"])
    assert said.startswith("Juga P74 (Program!C2): PK JF/JP berjumlah Rp600.000, kurang Rp400.000")
    assert "→ Isi Pemilik atau kode yang kurang" in said
