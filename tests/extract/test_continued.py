"""Tables that go on on another sheet are read on, and named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, both, drop_column, insert_row, put, split_off, write
from pokin_docs.extract.read import Reading, read
from pokin_docs.flow.examine import Understood, examine
from pokin_docs.model.settings import Settings

Change = Callable[[Workbook], None]


def look(folder: Path, *changes: Change) -> Reading:
    return read(write(folder / "b.xlsx", BAKU, *changes))


def texts(found: Reading) -> dict[str, list[str]]:
    buku = found.value
    assert buku is not None
    return {
        "tahap5": [row.kinerja.text for row in buku.tahap5],
        "pejabat": [row.id.text for row in buku.pejabat],
        "program": [row.kode.text for row in buku.program],
        "tahap3": [row.kondisi.text for row in buku.tahap3],
    }


def codes(found: Reading) -> list[tuple[str, str]]:
    return [(entry.kode, str(entry.tempat)) for entry in found.temuan]


@pytest.mark.parametrize(
    "change",
    [
        split_off("Pejabat", 4, "Pejabat (2)"),
        split_off("Pejabat", 4, "Pejabat lanjutan", titles=False),
        split_off("Pejabat", 4, "Sheet7", titles=False),
        split_off("Tahap 5", 4, "Tahap 5 lanjutan"),
        split_off("Tahap 5", 4, "Tahap 5 (2)", titles=False),
        split_off("Tahap 5", 5, "Sheet2", titles=False),
        split_off("Tahap 5", 4, "Bidang Statistik", right=1),
        split_off("Program", 3, "Program II"),
        split_off("Program", 3, "Lembar4", titles=False),
        split_off("Tahap 3", 3, "Tahap 3 samb. 2"),
    ],
)
def test_a_table_that_goes_on_is_read_as_if_it_were_on_one_sheet(tmp_path: Path, change: Change) -> None:
    whole, parted = look(tmp_path), look(tmp_path, change)
    assert texts(parted) == texts(whole)
    ((kode, place),) = codes(parted)
    assert kode == "B58"
    assert next(entry.read for entry in parted.account.lembar if entry.lembar == place) > 0
    assert parted.account.named == 0


def test_its_cells_are_those_of_its_own_sheet(tmp_path: Path) -> None:
    found = look(tmp_path, split_off("Tahap 5", 4, "Tahap 5 lanjutan"))
    assert found.value is not None
    assert [str(row.kinerja.source) for row in found.value.tahap5][2:4] == [
        "Tahap 5 lanjutan!B2",
        "Tahap 5 lanjutan!B3",
    ]


def copied(source: str, title: str) -> Change:
    def change(book: Workbook) -> None:
        book.copy_worksheet(book[source]).title = title

    return change


def with_key_indicators(book: Workbook) -> None:
    """A sheet whose few titles the main table has too."""
    sheet = book.create_sheet("IKK")
    sheet.append(["Indikator Kinerja", "Satuan", "Kondisi Awal", "Target 2026"])
    sheet.append(["Persentase jalan mantap", "%", 70, 80])


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (copied("Pejabat", "Pejabat (2)"), ("B11", "Pejabat (2)")),
        (both(with_key_indicators, copied("Tahap 5", "Tahap 5 (2)")), ("B11", "Tahap 5 (2)")),
        (copied("Tahap 5", "Lain"), ("B133", "Lain")),
        (copied("Tahap 5", "Lain (draft)"), ("B56", "Lain (draft)")),
        (split_off("Tahap 5", 4, "Tahap 5 lama"), ("B11", "Tahap 5 lama")),
        (split_off("Tahap 5", 4, "Dinas Lain"), ("B56", "Dinas Lain")),
        (both(split_off("Tahap 5", 4, "Lain"), put("Lain!E2", "Tujuan SKPD")), ("B56", "Lain")),
        (both(split_off("Pejabat", 4, "Sheet7", titles=False), put("Sheet7!E1", "Jumat")), None),
    ],
)
def test_a_copy_another_version_and_another_agency_are_named_and_not_read(
    tmp_path: Path, change: Change, named: tuple[str, str] | None
) -> None:
    found = look(tmp_path, change)
    if named:
        assert codes(found) == [named]
    else:
        assert codes(found)[0][0] == "B58"
    assert not {entry.kode for entry in found.temuan} & {"B12", "B13"}


def test_a_unit_in_the_titles_of_the_first_sheet_counts_on_the_second(tmp_path: Path) -> None:
    change = both(put("Program!C1", "Pagu 2026 (ribu rupiah)"), split_off("Program", 3, "Program (2)", titles=False))
    found = look(tmp_path, change)
    assert found.value is not None
    assert [row.pagu[2026].number for row in found.value.program] == [1_000_000_000] * 3


@pytest.mark.parametrize("titles", [False, True])
def test_a_unit_above_the_first_sheet_counts_on_the_second(tmp_path: Path, titles: bool) -> None:
    parted = split_off("Program", 3, "Program (2)", titles=titles)
    found = look(tmp_path, both(parted, insert_row("Program", 1, "| dalam ribuan rupiah |")))
    assert found.value is not None
    assert [row.pagu[2026].number for row in found.value.program] == [1_000_000_000] * 3
    assert sum(kode == "B75" for kode, _ in codes(found)) == 2


def test_a_column_that_both_sheets_lack_is_told_once(tmp_path: Path) -> None:
    parted = both(drop_column("Tahap 5", "Satuan"), split_off("Tahap 5", 4, "Tahap 5 lanjutan"))
    found = examine(write(tmp_path / "b.xlsx", BAKU, parted), Settings(Path("build"), ()))
    assert isinstance(found, Understood)
    lacking = [str(entry.tempat) for entry in found.temuan if dict(entry.details).get("kolom") == "Satuan"]
    assert lacking == ["Tahap 5 baris 1"]


def test_a_sheet_with_titles_of_its_own_does_not_go_on_without_them(tmp_path: Path) -> None:
    def other(book: Workbook) -> None:
        sheet = book.create_sheet("Lain")
        sheet.append([None, "Kinerja", "Indikator Kinerja", None, "Tingkat Unit"])
        sheet.append([None, "Membaiknya data wilayah", "Indeks Wilayah", None, "Sasaran Program"])

    assert ("B58", "Lain") not in codes(look(tmp_path, other))
