"""Excel templates: the same language and the same check as Word templates; what is around the rows moves with them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.drawing.image import Image
from openpyxl.styles import Alignment, Border, Side
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from helpers.places import ROOT
from helpers.word_files import no_documents
from pokin_docs.documents.about import AboutDocument
from pokin_docs.documents.form import Form, FormColumn, FormTable
from pokin_docs.documents.kind import DocumentKind, Writer
from pokin_docs.documents.meanings import says
from pokin_docs.documents.values import ABOVE, Text, missing
from pokin_docs.model.findings import FindingLog
from pokin_docs.templating.fill import compile as word
from pokin_docs.templating.fill.sheets.moved import MovedRows


@dataclass(frozen=True, slots=True)
class Baris:
    """A row."""

    sasaran: Annotated[Text, says("sasaran", "Meningkatnya mutu")]
    pagu: Annotated[Text, says("pagu", "1.000.000")]


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table with its year."""

    tahun: Annotated[Text, says("tahun", "2026")]
    daftar: Annotated[tuple[Baris, ...], says("baris", loop="b")]


COLUMNS = (
    FormColumn("Sasaran", ("sasaran",), "daftar[].sasaran", "{{ b.sasaran }}"),
    FormColumn("Pagu", ("pagu",), "daftar[].pagu", "{{ b.pagu }}"),
)
KIND = DocumentKind(
    kode="tabel", group="tabel", nama="Tabel", content=Tabel, build=no_documents, templat=("tabel.xlsx",), facts=(),
    writer=Writer.TABLE, form=Form(basis="uji", order=(FormTable("tabel pagu", "daftar", COLUMNS, required=True),)),
)  # fmt: skip
ROWS = tuple(Baris(f"Sasaran {number}", f"{number}.000.000") for number in range(1, 6))


def sheet_of(path: Path, *changes: Callable[[Worksheet], object]) -> Path:
    """A template with a title, a head, a repeated row and a total."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Rekap"
    for row in (
        ["REKAP {{ tahun }}"], ["Sasaran", "Pagu"], ["{%tr for b in daftar %}"], ["{{ b.sasaran }}", "{{ b.pagu }}"],
        ["{%tr endfor %}"], ["Jumlah", "=SUM(B4:B4)"],
    ):  # fmt: skip
        sheet.append(row)
    sheet["B4"].number_format = "#,##0"
    for change in changes:
        change(sheet)
    book.save(path)
    return path


def filled(path: Path, content: object, kind: DocumentKind = KIND) -> bytes:
    log = FindingLog()
    form = word.compile_template(path, kind, None, log)
    assert form is not None, list(log)
    data = word.fill(form, content, "a.xlsx", log)
    assert list(log) == []
    return data


def opened(data: bytes) -> Worksheet:
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert isinstance(sheet, Worksheet)
    return sheet


def values(sheet: Worksheet) -> list[list[object]]:
    return [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]


def codes(path: Path) -> list[tuple[str, str]]:
    found = word.examine_template(path, KIND).temuan
    return [(one.temuan.kode, str(one.place)) for one in found]


def test_rows_are_put_below_the_marked_row_and_numbers_where_the_cell_is_of_numbers(tmp_path: Path) -> None:
    sheet = opened(filled(sheet_of(tmp_path / "tabel.xlsx"), Tabel("2026", ROWS[:3])))
    assert values(sheet) == [
        ["REKAP 2026"], ["Sasaran", "Pagu"],
        ["Sasaran 1", 1_000_000], ["Sasaran 2", 2_000_000], ["Sasaran 3", 3_000_000], ["Jumlah", "=SUM(B3:B5)"],
    ]  # fmt: skip


def test_a_list_of_nothing_leaves_head_and_foot(tmp_path: Path) -> None:
    sheet = opened(filled(sheet_of(tmp_path / "tabel.xlsx"), Tabel("2026", ())))
    assert [row[0] for row in values(sheet)] == ["REKAP 2026", "Sasaran", "Jumlah"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("1.250.000", 1_250_000), ("85,5", 85.5), ("-3", -3), ("0", 0), ("12,5%", "12,5%"), ("–", "–"), ("1.2", "1.2"),
     ("=1+1", "=1+1"), ("A & <B>", "A & <B>"), ("dua\nbaris", "dua\nbaris"), ("{{ x }}", "{{ x }}")],
)  # fmt: skip
def test_a_text_stays_what_it_is_and_only_a_printed_number_becomes_one(
    tmp_path: Path, text: str, value: object
) -> None:
    data = filled(sheet_of(tmp_path / "tabel.xlsx"), Tabel("2026", (Baris(text, text),)))
    cells = openpyxl.load_workbook(io.BytesIO(data))["Rekap"][3]
    assert (cells[0].value, cells[1].value) == (text, value)
    assert cells[0].data_type == "s" if text != "=1+1" else True


def test_a_cell_that_goes_on_is_merged_with_the_one_above(tmp_path: Path) -> None:
    rows = (ROWS[0], Baris(ABOVE, "2"), Baris(ABOVE, "3"), ROWS[3], Baris(ABOVE, "5"))
    sheet = opened(filled(sheet_of(tmp_path / "tabel.xlsx"), Tabel("2026", rows)))
    assert sorted(map(str, sheet.merged_cells.ranges)) == ["A3:A5", "A6:A7"]
    assert sheet["A4"].value is None


def test_what_is_missing_is_yellow_and_names_its_cell(tmp_path: Path) -> None:
    content = Tabel("2026", (Baris("Sasaran 1", missing("pagu", "lembar Program")), ROWS[1]))
    sheet = opened(filled(sheet_of(tmp_path / "tabel.xlsx"), content))
    assert sheet["B3"].value == "[pagu belum diisi: lembar Program]"
    assert (sheet["B3"].fill.fgColor.rgb, sheet["B4"].fill.fgColor.rgb) == ("FFFFFF00", "00000000")


def test_filter_print_area_titles_and_merges_move_with_the_rows(tmp_path: Path) -> None:
    def around(sheet: Worksheet) -> None:
        sheet.merge_cells("A1:B1")
        sheet.merge_cells("A6:A7")
        sheet.auto_filter.ref = "A2:B5"
        sheet.print_area = "A1:B7"
        sheet.print_title_rows = "2:2"
        sheet.freeze_panes = "A3"
        sheet.row_dimensions[1].height = 40

    sheet = opened(filled(sheet_of(tmp_path / "tabel.xlsx", around), Tabel("2026", ROWS)))
    assert sorted(map(str, sheet.merged_cells.ranges)) == ["A1:B1", "A8:A9"]
    assert (sheet.auto_filter.ref, sheet.print_title_rows, sheet.freeze_panes) == ("A2:B7", "$2:$2", "A3")
    assert sheet.print_area == "'Rekap'!$A$1:$B$9"
    assert sheet.row_dimensions[1].height == 40


def test_a_row_is_high_enough_for_its_text_and_for_one_merged_over_it(tmp_path: Path) -> None:
    def narrow(sheet: Worksheet) -> None:
        sheet.column_dimensions["A"].width = 20
        sheet["A4"].alignment = Alignment(wrap_text=True)

    path = sheet_of(tmp_path / "tabel.xlsx", narrow)
    long = "Meningkatnya mutu layanan informasi publik " * 4
    alone = opened(filled(path, Tabel("2026", (Baris(long, "1"), Baris("Pendek", "2")))))
    shared = opened(filled(path, Tabel("2026", (Baris(long, "1"), Baris(ABOVE, "2")))))
    heights = [alone.row_dimensions[row].height or 0 for row in (3, 4)]
    assert heights[0] > 3 * heights[1]
    assert sum(shared.row_dimensions[row].height or 0 for row in (3, 4)) == pytest.approx(heights[0], abs=1)


def test_an_office_s_logo_and_its_other_sheets_stay(tmp_path: Path) -> None:
    def with_logo(sheet: Worksheet) -> None:
        sheet.add_image(Image(ROOT / "inputs" / "logo-contoh.png"), "D1")
        assert sheet.parent is not None
        sheet.parent.create_sheet("Catatan")["A1"] = "Tahun {{ tahun }}"

    data = filled(sheet_of(tmp_path / "tabel.xlsx", with_logo), Tabel("2026", ROWS))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert "xl/media/image1.png" in archive.namelist()
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert openpyxl.load_workbook(io.BytesIO(data))["Catatan"]["A1"].value == "Tahun 2026"


def test_a_table_object_reaches_to_the_last_row_and_names_its_columns_as_they_are_printed(tmp_path: Path) -> None:
    def as_table(sheet: Worksheet) -> None:
        sheet["B2"] = "Pagu {{ tahun }}"
        sheet.add_table(Table(displayName="Rekap", ref="A2:B5"))

    table = opened(filled(sheet_of(tmp_path / "tabel.xlsx", as_table), Tabel("2026", ROWS))).tables["Rekap"]
    assert (table.ref, [column.name for column in table.tableColumns]) == ("A2:B7", ["Sasaran", "Pagu 2026"])


def test_columns_of_a_loop_over_columns_are_as_many_as_it_has_items(tmp_path: Path) -> None:
    def across(sheet: Worksheet) -> None:
        sheet.delete_rows(2, 5)
        for column, text in enumerate(["Sasaran", "{%tc for b in daftar %}", "{{ b.sasaran }}", "{%tc endfor %}"], 1):
            sheet.cell(2, column, text).border = Border(left=Side(style="thin"))

    path = sheet_of(tmp_path / "tabel.xlsx", across)
    for count in (1, 5):
        row = opened(filled(path, Tabel("2026", ROWS[:count]), replace(KIND, form=None)))[2]
        assert [cell.value for cell in row] == ["Sasaran", *(f"Sasaran {number}" for number in range(1, count + 1))]
        assert {cell.border.left.style for cell in row} == {"thin"}


def test_a_column_whose_title_prints_nothing_is_hidden(tmp_path: Path) -> None:
    def conditional(sheet: Worksheet) -> None:
        sheet["B2"] = "{% if daftar %}Pagu{% endif %}"
        sheet.print_title_rows = "2:2"
        sheet.column_dimensions["A"].width = sheet.column_dimensions["B"].width = 20

    path = sheet_of(tmp_path / "tabel.xlsx", conditional)
    assert not opened(filled(path, Tabel("2026", ROWS))).column_dimensions["B"].hidden
    assert opened(filled(path, Tabel("2026", ()))).column_dimensions["B"].hidden


def test_faults_are_told_at_their_cells_as_in_word(tmp_path: Path) -> None:
    def wrong(sheet: Worksheet) -> None:
        sheet["A1"], sheet["A4"] = "REKAP {{ tahn }}", "{{ b.sasaran }"

    assert codes(sheet_of(tmp_path / "tabel.xlsx")) == []
    assert codes(sheet_of(tmp_path / "tabel.xlsx", wrong)) == [
        ("T04", "lembar «Rekap», sel A1"), ("T03", "lembar «Rekap», sel A4"),
    ]  # fmt: skip
    (first, _) = word.examine_template(tmp_path / "tabel.xlsx", KIND).temuan
    assert dict(first.temuan.details)["bagian"] == "lembar «Rekap», sel A1"
    assert first.proposals == ("tahun",)


def test_a_table_of_the_form_that_is_gone_is_missed(tmp_path: Path) -> None:
    def without_rows(sheet: Worksheet) -> None:
        sheet.delete_rows(3, 3)

    assert [kode for kode, _ in codes(sheet_of(tmp_path / "tabel.xlsx", without_rows))] == ["T10"]


@pytest.mark.parametrize(
    ("name", "data"),
    [("tabel.xlsx", b"bukan"), ("tabel.xlsx", b"PK\x03\x04rusak"), ("tabel.xlsx", (ROOT / "templates/pk.docx").read_bytes())],
    ids=["text", "broken zip", "a Word document"],
)  # fmt: skip
def test_what_is_no_workbook_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert [kode for kode, _ in codes(tmp_path / name)] == ["T21"]


def test_a_made_workbook_is_no_template(tmp_path: Path) -> None:
    (tmp_path / "hasil.xlsx").write_bytes(filled(sheet_of(tmp_path / "tabel.xlsx"), Tabel("2026", ROWS)))
    assert [kode for kode, _ in codes(tmp_path / "hasil.xlsx")] == ["T09"]


def test_it_says_what_it_is_and_of_which_day_and_nothing_of_the_template_s_author(tmp_path: Path) -> None:

    about = replace(KIND, about=lambda content: AboutDocument("Rekap 2026", "Dinas Contoh", None))
    core = openpyxl.load_workbook(io.BytesIO(filled(sheet_of(tmp_path / "tabel.xlsx"), Tabel("2026", ()), about)))
    assert (core.properties.title, core.properties.creator) == ("Rekap 2026", "Dinas Contoh")


def test_rows_of_a_template_know_where_they_stand_now() -> None:
    move = MovedRows([1, 2, 4, 4, 4, 6], 6)
    assert [move.area(area) for area in ("A2:B5", "$A$1:$B$6", "B4", "Rekap!$2:$2", "A8:A9")] == [
        "A2:B5", "$A$1:$B$6", "B3", "Rekap!$2:$2", "A8:A9",
    ]  # fmt: skip
    assert move.formula('SUM(B4:B4)&" B4 "&Lain!B4') == 'SUM(B3:B5)&" B4 "&Lain!B4'
    assert move.formula("LOG10(B4)") == "LOG10(B3)"
