"""What one fault of a cell brings with it elsewhere is told with it, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, add_row, both, put, sheet_with, write
from pokin_docs.flow.examine import examine
from pokin_docs.model.catalogue import hint, message, said_elsewhere
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


def told(folder: Path, *changes: Change) -> dict[str, Temuan]:
    path = write(folder / "b.xlsx", BAKU, *changes)
    return {one.kode: one for one in examine(path, Settings(folder / "build", ())).temuan}


IDS = (put("Tahap 5!S1", "ID Indikator"), *(put(f"Tahap 5!S{row}", f"IND-0{row}") for row in range(2, 7)))


def realised(*ids: str, quarter: str = "TW I") -> Change:
    rows = [[id_, "2026", quarter, "1"] for id_ in ids]
    return sheet_with("Realisasi", ["ID Indikator", "Tahun", "TW", "Nilai"], *rows)


def test_an_id_used_twice_is_one_finding_that_names_the_rows_it_spoils(tmp_path: Path) -> None:
    found = told(tmp_path, *IDS, put("Tahap 5!S6", "IND-05"), realised("IND-05", "IND-06"))
    assert {"B112", "B113"}.isdisjoint(found)
    assert [line.partition(":")[0] for line in said_elsewhere(found["B114"])] == [
        "Juga B113 (Realisasi!A2)", "Juga B112 (Realisasi!A3)",
    ]  # fmt: skip


def test_an_indicator_that_has_its_row_of_the_quarter_is_not_proposed_again(tmp_path: Path) -> None:
    every = [f"IND-0{row}" for row in range(2, 7)]
    assert "Mungkin" not in message(told(tmp_path, *IDS, realised("IND-09", *every))["B112"])
    assert "Mungkin maksudnya «IND-04»" in message(
        told(tmp_path, *IDS, realised("IND-09", *every[:2], *every[3:]))["B112"]
    )


def test_a_misspelt_title_is_to_be_mended_not_added(tmp_path: Path) -> None:
    found = told(tmp_path, put("Tahap 5!H1", "Pemlik"))["B14"]
    assert (str(found.tempat), hint(found)) == ("Tahap 5!H1", "Betulkan ejaan judulnya.")
    assert hint(told(tmp_path, put("Tahap 5!H1", None))["B14"]) == "Tambahkan kolom «Pemilik» dan isilah."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2029-2025", "«2029-2025» bukan periode (2025-2029) yang dapat dibaca pada kolom «Periode Renstra». "
                      "Mungkin maksudnya «2025-2029»?"),
        ("lima tahun", "«lima tahun» bukan periode (2025-2029) yang dapat dibaca pada kolom «Periode Renstra»."),
    ],
)  # fmt: skip
def test_a_period_that_cannot_be_is_named_by_its_line(tmp_path: Path, typed: str, said: str) -> None:
    assert message(told(tmp_path, put("Identitas!B6", typed))["B21"]) == said


@pytest.mark.parametrize(("typed", "said"), [("LURAHA", True), ("lurah a", False), ("Lurah_A", False)])
def test_an_id_without_what_parts_it_is_told_with_the_one_that_is_meant(tmp_path: Path, typed: str, said: bool) -> None:
    post = both(put("Pejabat!A5", "LURAH-A"), put("Pejabat!I6", "LURAH-A"), put("Tahap 5!H5", typed))
    assert ("P68" in told(tmp_path, post)) is said
