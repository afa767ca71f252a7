"""A sheet is described once: a description added here is written, offered and read, and no other file knows of it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pokin_docs.extract.read import read
from pokin_docs.model.rows import Isian, KinerjaRow, SheetRow
from pokin_docs.model.workbook_spec import LEMBAR, ColumnType, Kolom, Lembar
from pokin_docs.workbook.sheets import SheetContent
from pokin_docs.workbook.write import WorkbookContent, workbook_bytes


@dataclass(frozen=True, slots=True)
class SpendingRow(SheetRow):
    """What was reached: the owner's ID, the day, and the money that was spent."""

    pemilik: Isian
    tanggal: Isian
    serapan: Isian


SPENDING = Lembar(
    "penyerapan",
    "Penyerapan",
    "Yang tercapai.",
    (
        Kolom("pemilik", "Pemilik", "ID pada lembar Pejabat.", jenis=ColumnType.ID, look_up=("pejabat", "id")),
        Kolom("tanggal", "Tanggal", "Hari pencatatan.", jenis=ColumnType.DATE),
        Kolom("serapan", "Serapan", "Rupiah yang terpakai.", alias=("Anggaran Terserap",), jenis=ColumnType.RUPIAH),
    ),
    alias=("Daya Serap",),
    row_type=SpendingRow,
    key_columns=1,
    guide_line="Penyerapan: yang tercapai setiap triwulan.",
)
DESCRIBED = (*LEMBAR, SPENDING)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    content = WorkbookContent(
        lembar={
            "tahap5": SheetContent(
                ({"kinerja": "Terwujudnya data", "indikator": "Indeks", "komponen": "Tujuan SKPD"},)
            ),
            "penyerapan": SheetContent(({"pemilik": "KADIS", "tanggal": "5 Januari 2026", "serapan": "1.500.000"},)),
        }
    )
    path = tmp_path / "buku.xlsx"
    path.write_bytes(workbook_bytes(content, described=DESCRIBED))
    return path


def test_a_sheet_is_read_as_its_columns_say(book: Path) -> None:
    found = read(book, DESCRIBED)
    assert found.value is not None, found.temuan
    (row,) = found.value.rows_of(SpendingRow, "penyerapan")
    assert (row.pemilik.text, str(row.tanggal.tanggal), str(row.serapan.number)) == ("KADIS", "2026-01-05", "1500000")
    assert str(row.serapan.source) == "Penyerapan!C5"
    assert found.value.rows_of(KinerjaRow, "tahap5") == found.value.tahap5
    with pytest.raises(TypeError, match="penyerapan"):
        found.value.rows_of(KinerjaRow, "penyerapan")


def test_a_sheet_is_found_by_another_name_and_its_columns_by_theirs(book: Path) -> None:
    opened = load_workbook(book)
    opened["Penyerapan"]["C4"] = "Anggaran Terserap"
    opened["Penyerapan"].title = "Daya Serap"
    opened.save(book)
    found = read(book, DESCRIBED)
    assert found.value is not None
    assert [str(row.serapan.number) for row in found.value.rows_of(SpendingRow, "penyerapan")] == ["1500000"]


def test_without_its_description_the_sheet_is_none_of_ours(book: Path) -> None:
    found = read(book)
    assert found.value is not None
    assert "penyerapan" not in found.value.lembar
    assert found.value.rows_of(SpendingRow, "penyerapan") == ()


def test_the_workbook_offers_what_the_description_says(book: Path) -> None:
    opened = load_workbook(io.BytesIO(book.read_bytes()))
    sheet = opened["Penyerapan"]
    assert sheet.freeze_panes == "B5"
    lists = [rule.formula1 for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert [formula.startswith("'Pejabat'!$A$5:") for formula in lists] == [True]
    guide = [cell.value for row in opened["Petunjuk"].iter_rows() for cell in row if cell.value]
    assert any(str(line).endswith(SPENDING.guide_line) for line in guide)
    assert "Rupiah yang terpakai." in guide
