"""The correction workbook: the planner's own file with its faults shown, and nothing else of it changed."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from helpers.command_line import files_of, here
from helpers.places import ROOT
from helpers.workbooks import BAKU, put, write
from pokin_docs.extract.read import read
from pokin_docs.flow.examine import Understood, examine
from pokin_docs.model.catalogue import severity
from pokin_docs.model.causes import causes
from pokin_docs.model.findings import Severity, Temuan, WaivedFinding, temuan
from pokin_docs.model.settings import Settings
from pokin_docs.model.source import CellRef
from pokin_docs.workbook.correction.correct import correct
from pokin_docs.workbook.correction.recognized import is_correction, is_untouched
from pokin_docs.workbook.correction.styles import COLOURS, DARK_COLOURS

EXAMPLE = ROOT / "inputs" / "diskominfo-balangan.xlsx"
MERAH, KUNING, BIRU = (COLOURS[tingkat] for tingkat in Severity)
Ubah = Callable[[Workbook], None]


def finding(place: str, kode: str = "I13", **rincian: object) -> Temuan:
    """A finding at ``Tahap 5!L6``, ``Tahap 5!6`` (a row), ``Tahap 5`` or nowhere."""
    sheet, _, cell = place.partition("!")
    letters, digits = re.fullmatch(r"([A-Z]*)(\d*)", cell).groups()  # type: ignore[union-attr]
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return temuan(kode, CellRef(sheet, int(digits or 0) or None, column or None), **({"tahun": 2026} | rincian))


GALAT: dict[str, Any] = {"kode": "P32", "id": "KABIT", "usul": "", "lain": ""}
SARAN: dict[str, Any] = {"kode": "S33", "jumlah": 2}


def corrected(source: Path, *found: Temuan, waived: tuple[WaivedFinding, ...] = (), final: bool = False) -> Path:
    """The correction of a workbook, put beside it."""
    target = source.with_name(f"koreksi{source.suffix}")
    target.write_bytes(correct(source, found, waived, final=final))
    return target


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def repack(path: Path, changes: dict[str, bytes | None]) -> None:
    """The archive with parts replaced, added, or (with None) taken away."""
    known = {name: data for name, data in {**parts(path), **changes}.items() if data is not None}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in known.items():
            archive.writestr(name, data)


def rows_of(path: Path) -> object:
    """All that the reader takes from a workbook, but for its file name."""
    outcome = read(path)
    assert outcome.value is not None, outcome.temuan
    buku = outcome.value
    fields = {name: getattr(buku, name) for name in buku.__dataclass_fields__ if name not in ("nama", "lembar")}
    assert len(buku.tahap5) == 5
    return fields, dict(buku.lembar), outcome.temuan


def fill(path: Path, place: str) -> str | None:
    sheet, _, cell = place.partition("!")
    found = load_workbook(path)[sheet][cell].fill
    return found.fgColor.rgb if found.patternType else None


def listed(path: Path, sheet: str = "Temuan") -> list[tuple[object, ...]]:
    return [
        tuple(cell or "" for cell in row) for row in load_workbook(path)[sheet].iter_rows(min_row=6, values_only=True)
    ]


def everything(book: Workbook) -> None:
    """What openpyxl alone would lose or move: the workbook of an office that has been at it for years."""
    sheet: Worksheet = book["Tahap 5"]
    sheet["B6"].font = Font(name="Arial", bold=True, color="FF00AA00")
    sheet["B6"].border = Border(left=Side(style="thick"))
    sheet["B6"].alignment = Alignment(wrap_text=True, vertical="top")
    sheet["B6"].protection = Protection(locked=False)
    sheet["B6"].fill = PatternFill("solid", fgColor="FF123456")
    sheet["L6"].number_format = "0.0%"
    sheet["L6"] = 0.855
    validation = DataValidation(type="list", formula1='"PK JPT,PK Ess 3"')
    validation.add("F2:F100")
    sheet.add_data_validation(validation)
    rule = CellIsRule(operator="lessThan", formula=["1"], font=Font(bold=True))  # type: ignore[no-untyped-call]
    sheet.conditional_formatting.add("L2:L9", rule)
    sheet.print_title_rows = "1:1"
    sheet.print_area = "A1:R6"
    sheet.page_setup.orientation = "landscape"
    sheet.row_dimensions[4].hidden = True
    sheet.merge_cells("W2:X3")
    sheet["Y2"] = "=L2+1"
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=12, min_row=1, max_row=5))
    sheet.add_chart(chart, "AA2")
    pejabat = book["Pejabat"]
    pejabat["B3"].comment = Comment("catatan kantor", "Bu Ani")
    book["Tahap 2"].sheet_state = "hidden"
    book.create_sheet("Daftar isi lain")["A1"] = "bebas"
    book.defined_names["Penting"] = DefinedName("Penting", attr_text="'Tahap 5'!$A$1")
    book["Program"].defined_names["Lokal"] = DefinedName("Lokal", attr_text="Program!$A$1")
    book.active = book.sheetnames.index("Tahap 5")
    sheet.sheet_view.tabSelected = True


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = write(tmp_path / "kantor.xlsx", BAKU, everything)
    known = parts(path)
    for name, data in known.items():
        # A result of the formula that only Excel knows, and words of which some are bold.
        data = re.sub(rb"(<f>L2\+1</f>)<v ?/>|(<f>L2\+1</f>)<v></v>", rb"<f>L2+1</f><v>3.7</v>", data)
        known[name] = data.replace(b"<t>bebas</t>", b"<r><rPr><b/></rPr><t>be</t></r><r><t>bas</t></r>")
    assert sum(b"<t>bas</t>" in data for data in known.values()) == 1
    assert sum(b"<v>3.7</v>" in data for data in known.values()) == 1
    repack(path, dict(known))
    add_picture(path, "xl/worksheets/sheet1.xml")
    return path


def add_picture(path: Path, sheet: str) -> None:
    """A picture on a sheet that has none, as Excel stores it (openpyxl wants another library for that)."""
    known = parts(path)
    r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    d = "http://schemas.openxmlformats.org/drawingml/2006"
    rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    place = "".join(
        f"<xdr:{name}>{value}</xdr:{name}>" for name, value in (("col", 3), ("colOff", 0), ("row", 1), ("rowOff", 0))
    )
    drawing = (
        f'<xdr:wsDr xmlns:xdr="{d}/spreadsheetDrawing" xmlns:a="{d}/main"><xdr:oneCellAnchor><xdr:from>{place}</xdr:from>'
        '<xdr:ext cx="900000" cy="900000"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="Logo"/><xdr:cNvPicPr/></xdr:nvPicPr>'
        f'<xdr:blipFill><a:blip xmlns:r="{r}" r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>'
        '<xdr:spPr><a:prstGeom prst="rect"/></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>'
    )
    named = f'<drawing xmlns:r="{r}" r:id="rId1"/></worksheet>'.encode()
    types = known["[Content_Types].xml"].replace(
        b"</Types>", b'<Default Extension="png" ContentType="image/png"/><Override PartName="/xl/drawings/drawing9.xml" '
        b'ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>')  # fmt: skip
    folder, _, name = sheet.rpartition("/")
    assert b"<drawing" not in known[sheet]
    repack(path, {
        "[Content_Types].xml": types,
        sheet: known[sheet].replace(b"</worksheet>", named),
        f"{folder}/_rels/{name}.rels": rels.format(f'<Relationship Id="rId1" Type="{r}/drawing" Target="../drawings/drawing9.xml"/>').encode(),
        "xl/drawings/drawing9.xml": drawing.encode(),
        "xl/drawings/_rels/drawing9.xml.rels": rels.format(f'<Relationship Id="rId1" Type="{r}/image" Target="../media/logo.png"/>').encode(),
        "xl/media/logo.png": (ROOT / "inputs" / "logo-contoh.png").read_bytes(),
    })  # fmt: skip


# What stays


def test_every_part_that_is_not_marked_is_copied_byte_for_byte(office: Path) -> None:
    before = office.read_bytes()
    after = parts(corrected(office, finding("Pejabat!B3"), finding("Program!A2")))
    old = parts(office)
    changed = {name for name, data in old.items() if after[name] != data}
    pejabat, program, opened = (f"xl/worksheets/sheet{number}.xml" for number in (6, 7, 5))
    assert changed == {
        "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
        pejabat, program, opened,
    }  # fmt: skip
    assert len(old.keys() - changed) > 15
    assert set(after) - set(old) == {
        "xl/commentsTemuan1.xml", "xl/drawings/vmlDrawingTemuan1.vml", "xl/worksheets/sheetTemuan1.xml",
        program.replace("sheets/", "sheets/_rels/") + ".rels",
    }  # fmt: skip
    assert office.read_bytes() == before
    with zipfile.ZipFile(office) as one, zipfile.ZipFile(office.with_name("koreksi.xlsx")) as two:
        for name in old.keys() - changed:
            a, b = one.getinfo(name), two.getinfo(name)
            assert (a.date_time, a.compress_size, a.CRC, a.external_attr) == (
                b.date_time,
                b.compress_size,
                b.CRC,
                b.external_attr,
            )


def test_of_a_marked_sheet_only_the_style_of_the_cell_changes(office: Path) -> None:
    after = parts(corrected(office, finding("Tahap 5!L6")))
    old = parts(office)
    (name,) = [name for name, data in old.items() if b"L2+1" in data]
    back = re.sub(rb"<legacyDrawing [^>]*/>", b"", after[name])
    back = re.sub(rb'(<c r="L6"[^>]*) s="\d+"', rb"\1", back)
    assert back == re.sub(rb'(<c r="L6"[^>]*) s="\d+"', rb"\1", old[name]).replace(b' tabSelected="1"', b"")
    assert b"<v>3.7</v>" in after[name]


def test_rows_read_back_are_those_of_the_original(office: Path) -> None:
    found = [finding(f"Tahap 5!{cell}") for cell in ("B2", "L6", "R6", "Z9", "AB40")]
    copy = corrected(office, *found, finding("Pejabat!A3"), finding("Tahap 2!C1"))
    assert rows_of(copy) == rows_of(office)


def test_styles_keep_all_but_the_fill(office: Path) -> None:
    copy = corrected(office, finding("Tahap 5!B6"), finding("Tahap 5!L6"))
    before, after = (load_workbook(path)["Tahap 5"] for path in (office, copy))
    for cell in ("B6", "L6"):
        for what in ("font", "border", "alignment", "protection", "number_format"):
            assert repr(getattr(after[cell], what)) == repr(getattr(before[cell], what)), (cell, what)
    assert before["L6"].number_format == "0.0%"
    assert fill(copy, "Tahap 5!B6") == fill(copy, "Tahap 5!L6") == KUNING
    assert fill(copy, "Tahap 5!B5") is None


def test_names_of_sheets_still_belong_to_them(office: Path) -> None:
    before, after = load_workbook(office), load_workbook(corrected(office, finding("Tahap 5!L6")))
    assert after.sheetnames == ["Temuan", *before.sheetnames]
    for sheet in before.sheetnames:
        assert after[sheet].print_titles == before[sheet].print_titles
        assert after[sheet].print_area == before[sheet].print_area
        assert after[sheet].sheet_state == before[sheet].sheet_state
    assert before["Tahap 5"].print_area
    assert set(after["Program"].defined_names) == {"Lokal"}
    assert after.defined_names["Penting"].attr_text == "'Tahap 5'!$A$1"
    assert after.active is after["Temuan"]
    assert [sheet.title for sheet in after.worksheets if sheet.sheet_view.tabSelected] == ["Temuan"]


def test_macros_stay(tmp_path: Path) -> None:
    path = write(tmp_path / "b.xlsm")
    types = (
        parts(path)["[Content_Types].xml"]
        .replace(b"spreadsheetml.sheet.main+xml", b"x")
        .replace(
            b"application/vnd.openxmlformats-officedocument.x", b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
        )
    )
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 makro")
    repack(path, {"[Content_Types].xml": types})
    copy = corrected(path, finding("Tahap 5!L6"))
    assert parts(copy)["xl/vbaProject.bin"] == b"\xd0\xcf\x11\xe0 makro"
    assert b"macroEnabled" in parts(copy)["[Content_Types].xml"]


# What is shown


def test_a_cell_has_the_colour_of_its_worst_finding_and_all_of_them_in_its_comment(tmp_path: Path) -> None:
    path = write(tmp_path / "b.xlsx")
    copy = corrected(path, finding("Tahap 5!H6", **SARAN), finding("Tahap 5!H6", **GALAT), finding("Tahap 5!L6"),
                     finding("Tahap 5!M6", **SARAN))  # fmt: skip
    colours = [fill(copy, f"Tahap 5!{cell}") for cell in ("H6", "L6", "M6", "N6")]
    assert colours == [MERAH, KUNING, BIRU, None]
    sheet = load_workbook(copy)["Tahap 5"]
    assert sheet["H6"].comment.text.startswith("saran S33: Ada 2 baris Tujuan.\n→ Pastikan")
    assert "\n\ngalat P32: Pemilik «KABIT» tidak ada di lembar Pejabat.\n→ Betulkan ID-nya" in sheet["H6"].comment.text
    assert sheet["L6"].comment.text == "peringatan I13: Target 2026 belum diisi.\n→ Isi target tahun itu."
    assert sheet["N6"].comment is None


def test_white_letters_get_a_dark_colour_and_their_own_again(tmp_path: Path) -> None:
    def titles(book: Workbook) -> None:
        book["Tahap 5"]["B1"].font = Font(bold=True, color="FFFFFFFF")
        book["Tahap 5"]["B1"].fill = PatternFill("solid", fgColor="FF1F4E78")

    copy = corrected(write(tmp_path / "b.xlsx", BAKU, titles), finding("Tahap 5!B1"))
    assert fill(copy, "Tahap 5!B1") == DARK_COLOURS[Severity.PERINGATAN]
    assert fill(corrected(copy, finding("Tahap 5!L6")), "Tahap 5!B1") == "FF1F4E78"


def test_with_final_a_mark_is_red(tmp_path: Path) -> None:
    copy = corrected(write(tmp_path / "b.xlsx"), finding("Tahap 5!L6"), final=True)
    assert fill(copy, "Tahap 5!L6") == MERAH
    assert listed(copy)[0][1] == "galat"


def test_cells_and_rows_that_do_not_exist_are_made_in_order_with_the_style_of_their_column(tmp_path: Path) -> None:
    def widths(book: Workbook) -> None:
        book["Pejabat"].column_dimensions["D"].number_format = "@"
        book["Pejabat"].column_dimensions["D"].width = 20

    path = write(tmp_path / "b.xlsx", BAKU, widths, put("Pejabat!M9", "jauh"))
    places = ("D2", "K2", "C5", "D8", "A9", "D12", "AA12")
    copy = corrected(path, *(finding(f"Pejabat!{cell}") for cell in places))
    sheet = load_workbook(copy)["Pejabat"]
    assert {fill(copy, f"Pejabat!{cell}") for cell in places} == {KUNING}
    assert sheet["D8"].number_format == sheet["D12"].number_format == "@"
    assert sheet["M9"].value == "jauh"
    (data,) = [data for data in parts(copy).values() if b"jauh" in data or b'r="AA12"' in data]
    rows = [int(number) for number in re.findall(rb'<row r="(\d+)"', data)]
    assert rows == sorted(set(rows))
    for row in re.findall(rb"<row [^>]*>.*?</row>", data):
        cells = re.findall(rb'<c r="([A-Z]+)\d+"', row)
        assert cells == sorted(cells, key=lambda letters: (len(letters), letters))


def test_of_a_merged_range_the_cell_that_is_seen_is_coloured(office: Path) -> None:
    copy = corrected(office, finding("Tahap 5!X3"))
    assert fill(copy, "Tahap 5!W2") == KUNING
    assert "(X3)" in load_workbook(copy)["Tahap 5"]["W2"].comment.text


@pytest.mark.parametrize("place", ["V3", "Y3", "W4", "X4"])
def test_a_cell_beside_or_below_a_merged_range_is_coloured_itself(office: Path, place: str) -> None:
    copy = corrected(office, finding(f"Tahap 5!{place}"))
    assert fill(copy, f"Tahap 5!{place}") == KUNING
    assert fill(copy, "Tahap 5!W2") != KUNING


def test_a_sheet_with_comments_of_its_own_is_coloured_only_and_the_list_says_so(office: Path) -> None:
    copy = corrected(office, finding("Pejabat!B3"), finding("Tahap 5!L6"))
    sheet = load_workbook(copy)["Pejabat"]
    assert sheet["B3"].comment.text == "catatan kantor"
    assert fill(copy, "Pejabat!B3") == KUNING
    assert [line[8] for line in listed(copy)] == [
        "warna; komentar tidak, karena lembar ini sudah memuat komentar atau tombol", "warna dan komentar",
    ]  # fmt: skip


def test_the_list_names_everything_and_links_to_it(office: Path) -> None:
    waived = WaivedFinding(
        finding("Tahap 5!D6", "S01", komponen="A", kolom="B", teks="C", seharusnya="D"), "sudah disepakati"
    )
    copy = corrected(office, finding("", "B30"), finding("Tahap 5", "B24", lembar="Tahap 5"), finding("Tahap 5!6", **SARAN),
                     finding("Tahap 5!L6"), finding("Tahap 2!C2", **SARAN), waived=(waived,))  # fmt: skip
    lines = listed(copy)
    assert [line[:5] for line in lines] == [
        (1, "peringatan", "B30", "", ""), (2, "galat", "B24", "Tahap 5", "lembar"), (3, "saran", "S33", "Tahap 5", "baris 6"),
        (4, "peringatan", "I13", "Tahap 5", "L6"), (5, "saran", "S33", "Tahap 2", "C2"),
        (6, "diabaikan", "S01", "Tahap 5", "D6"),
    ]  # fmt: skip
    assert lines[3][5:7] == ("Target 2026 belum diisi.", "Isi target tahun itu.")
    assert lines[5][7] == "sudah disepakati"
    sheet = load_workbook(copy)["Temuan"]
    cells = [sheet.cell(row, 5) for row in range(6, 12)]
    links = {cell.coordinate: cell.hyperlink.location for cell in cells if cell.hyperlink}
    # Nothing can be shown of a hidden sheet.
    assert links == {"E7": "'Tahap 5'!A1", "E8": "'Tahap 5'!A6", "E9": "'Tahap 5'!L6", "E11": "'Tahap 5'!D6"}
    assert [sheet.cell(2, n).value for n in range(2, 6)] == ["galat", "peringatan", "saran", "diabaikan"]
    assert [sheet.cell(3, n).value for n in range(2, 6)] == [1, 2, 2, 1]
    assert sheet["F3"].value.splitlines() == [
        "Buku kerja: 1 peringatan", "Tahap 5: 1 galat, 1 peringatan, 1 saran, 1 diabaikan", "Tahap 2: 1 saran",
    ]  # fmt: skip
    assert sheet.auto_filter.ref == "A5:I11"
    assert sheet.freeze_panes == "A6"
    assert fill(copy, "Tahap 5!D6") is None


def test_a_workbook_without_findings_says_so(tmp_path: Path) -> None:
    copy = corrected(write(tmp_path / "b.xlsx"))
    assert listed(copy)[0][5] == "Tidak ada temuan."


HOSTILE = ("=cmd|'/C calc'!A0", "+1", "-1", "@x", 'a & <b> "c" ]]>', "baris\nbaru", "\x01_x0041_\x0b", "😀\ufffe")


@pytest.mark.parametrize("words", HOSTILE)
def test_text_stands_as_it_is_and_is_never_a_formula(tmp_path: Path, words: str) -> None:
    path = write(tmp_path / "b.xlsx")
    waived = WaivedFinding(finding("Tahap 5!D6", "S01", komponen="A", kolom="B", teks="C", seharusnya="D"), words)
    copy = corrected(path, finding("Tahap 5!L6", "B17", teks=words), waived=(waived,))
    from openpyxl.utils.escape import unescape

    cell = load_workbook(copy)["Temuan"]["H7"]
    assert cell.data_type != "f"
    assert unescape(cell.value) == words
    assert words in unescape(load_workbook(copy)["Tahap 5"]["L6"].comment.text)


def test_a_sheet_name_with_a_quote_is_linked(tmp_path: Path) -> None:
    def rename(book: Workbook) -> None:
        book.create_sheet("Jum'at & <A>")["A1"] = "x"

    copy = corrected(write(tmp_path / "b.xlsx", BAKU, rename), finding("Jum'at & <A>!A1"))
    assert load_workbook(copy)["Temuan"]["E6"].hyperlink.location == "'Jum''at & <A>'!A1"
    assert fill(copy, "Jum'at & <A>!A1") == KUNING


# Files of other programs


def other_writer(data: bytes) -> bytes:
    """A sheet as another program writes it: a prefix, single quotes, no addresses."""
    data = re.sub(rb"<(/?)(?=[a-zA-Z])", rb"<\1x:", data).replace(b"xmlns=", b"xmlns:x=", 1)
    return re.sub(rb' r="[A-Z]*\d+"', b"", data).replace(b'"', b"'")


def test_prefixes_single_quotes_and_cells_without_address_do_not_matter(tmp_path: Path) -> None:
    full = re.sub(r"\|  +(?=\|)|\| (?=\|)", "| x ", BAKU)  # no gaps: addresses may be left out
    path = write(tmp_path / "b.xlsx", full)
    rows = read(path)
    repack(path, {"xl/worksheets/sheet5.xml": other_writer(parts(path)["xl/worksheets/sheet5.xml"])})
    assert read(path).value == rows.value
    copy = corrected(path, finding("Tahap 5!B3"), finding("Tahap 5!Z3"), finding("Tahap 5!B9"))
    assert {fill(copy, f"Tahap 5!{cell}") for cell in ("B3", "Z3", "B9")} == {KUNING}
    assert fill(copy, "Tahap 5!C3") is None
    assert load_workbook(copy)["Tahap 5"]["B3"].comment.text.startswith("peringatan I13")


def test_utf16_no_styles_and_parts_named_in_other_case(tmp_path: Path) -> None:
    path = write(tmp_path / "b.xlsx")
    known = parts(path)
    sheet = re.sub(rb' s="\d+"', b"", known["xl/worksheets/sheet5.xml"])
    types = known["[Content_Types].xml"].replace(b"/xl/styles.xml", b"/xl/tiada.xml")
    types = re.sub(rb'<Override PartName="/xl/tiada.xml"[^>]*/>', b"", types)
    rels = re.sub(rb'<Relationship [^>]*relationships/styles"[^>]*/>', b"", known["xl/_rels/workbook.xml.rels"])
    rels = rels.replace(b"worksheets/sheet5", b"Worksheets/Sheet5")
    assert rels.count(b"Sheet5") == 1
    utf16 = "<?xml version='1.0' encoding='UTF-16'?>" + re.sub(r"^<\?xml[^>]*>", "", sheet.decode())
    repack(path, {
        "[Content_Types].xml": types, "xl/_rels/workbook.xml.rels": rels, "xl/styles.xml": None,
        "xl/worksheets/sheet5.xml": utf16.encode("utf-16"),
    })  # fmt: skip
    after = parts(corrected(path, finding("Tahap 5!L6")))
    assert b's="1"' in re.search(rb'<c [^>]*r="L6"[^>]*>', after["xl/worksheets/sheet5.xml"])[0]  # type: ignore[index]
    assert COLOURS[Severity.PERINGATAN].encode() in after["xl/stylesTemuan1.xml"]


def test_a_sheet_that_cannot_be_parsed_is_listed_only(tmp_path: Path) -> None:
    path = write(tmp_path / "b.xlsx")
    broken = parts(path)["xl/worksheets/sheet5.xml"].replace(b"</worksheet>", b"<x></worksheet>")
    repack(path, {"xl/worksheets/sheet5.xml": broken})
    copy = corrected(path, finding("Tahap 5!L6"))
    assert parts(copy)["xl/worksheets/sheet5.xml"] == broken
    assert b"tidak dapat ditandai" in parts(copy)["xl/worksheets/sheetTemuan1.xml"]


# Again and again


def test_the_same_faults_give_the_same_bytes(office: Path) -> None:
    found = (finding("Tahap 5!L6"), finding("Program!A2"))
    assert correct(office, found, (), final=False) == correct(office, found, (), final=False)


def test_correcting_a_corrected_file_puts_a_new_list_in_the_place_of_the_old(office: Path) -> None:
    first = corrected(office, finding("Tahap 5!B6"), finding("Program!A2"), finding("Tahap 3!A2", **GALAT))
    book = parts(first)
    assert is_correction(first)
    assert not is_correction(office)
    again = office.with_name("lagi.xlsx")
    again.write_bytes(correct(first, (finding("Tahap 5!L6"),), (), final=False))
    assert load_workbook(again).sheetnames == load_workbook(first).sheetnames
    assert len(listed(again)) == 1
    assert rows_of(again) == rows_of(office)
    # What was mended is no longer marked, and has its own colour again.
    assert fill(again, "Tahap 5!B6") == "FF123456"
    assert fill(again, "Program!A2") is fill(again, "Tahap 3!A2") is None
    assert fill(again, "Tahap 5!L6") == KUNING
    assert load_workbook(again)["Tahap 5"]["B6"].comment is None
    assert load_workbook(again)["Program"]["A2"].comment is None
    assert load_workbook(again)["Pejabat"]["B3"].comment.text == "catatan kantor"
    names = parts(again)
    assert sum("Temuan" in name for name in names) == 3
    assert sum("Temuan" in name for name in book) == 7
    assert load_workbook(again)["Tahap 5"].print_area == load_workbook(office)["Tahap 5"].print_area
    third = office.with_name("lagi-2.xlsx")
    third.write_bytes(correct(again, (finding("Tahap 5!L6"),), (), final=False))
    texts = {name: data.replace(b"lagi.xlsx", b"koreksi.xlsx") for name, data in parts(third).items()}
    assert {name for name, data in texts.items() if data != parts(again)[name]} == set()


def test_a_sheet_of_the_office_called_temuan_stays(tmp_path: Path) -> None:
    def own(book: Workbook) -> None:
        book.create_sheet("TEMUAN")["A1"] = "hasil audit"

    path = write(tmp_path / "b.xlsx", BAKU, own)
    copy = corrected(path, finding("Tahap 5!L6"))
    assert load_workbook(copy).sheetnames[0] == "Temuan (pokin)"
    assert load_workbook(copy)["TEMUAN"]["A1"].value == "hasil audit"
    assert rows_of(copy) == rows_of(path)
    again = corrected(copy, finding("Tahap 5!L6"))
    assert [name for name in load_workbook(again).sheetnames if "emuan" in name.lower()] == ["Temuan (pokin)", "TEMUAN"]


# The command


def test_periksa_writes_the_copy_and_tells_where(tmp_path: Path) -> None:
    path = write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!L6", None), put("Tahap 5!H6", "STAFF"))
    before = path.read_bytes()
    done = here("periksa", "b.xlsx", "--koreksi", "k.xlsx", "--format", "json", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("{")
    assert "Salinan koreksi: k.xlsx" in done.stderr
    assert fill(tmp_path / "k.xlsx", "Tahap 5!L6") == KUNING
    assert fill(tmp_path / "k.xlsx", "Tahap 5!H6") == MERAH
    assert path.read_bytes() == before
    again = here("periksa", "b.xlsx", "--koreksi", "k.xlsx", cwd=tmp_path)
    assert again.returncode == 1
    assert sorted(files_of(tmp_path)) == ["b.xlsx", "k.xlsx"]


@pytest.mark.parametrize(
    ("target", "code", "words"),
    [
        ("b.xlsx", 2, "buku kerja itu sendiri"),
        ("k.xlsm", 2, "beri nama k.xlsx"),
        ("lain.xlsx", 2, "bukan salinan koreksi"),
        ("tidak-ada/k.xlsx", 4, "tidak dapat ditulis"),
    ],
)
def test_a_copy_never_goes_over_another_file(tmp_path: Path, target: str, code: int, words: str) -> None:
    write(tmp_path / "b.xlsx")
    write(tmp_path / "lain.xlsx")
    before = files_of(tmp_path)
    done = here("periksa", "b.xlsx", "--koreksi", target, cwd=tmp_path)
    assert done.returncode == code
    assert words in done.stderr
    assert files_of(tmp_path) == before


def test_a_copy_in_which_the_planner_worked_on_is_not_overwritten(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!L6", None))
    copy = tmp_path / "k.xlsx"
    here("periksa", "b.xlsx", "--koreksi", "k.xlsx", cwd=tmp_path)
    assert is_untouched(copy)
    book = load_workbook(copy)
    book["Tahap 5"]["L6"] = "dibetulkan di salinan"
    book.save(copy)
    before = copy.read_bytes()
    done = here("periksa", "b.xlsx", "--koreksi", "k.xlsx", cwd=tmp_path)
    assert done.returncode == 2
    assert "disimpan lagi sejak dibuat" in done.stderr
    assert copy.read_bytes() == before


def test_a_correction_of_a_correction_is_ours_too(tmp_path: Path) -> None:
    path = write(tmp_path / "b.xlsx")
    first, second = tmp_path / "k1.xlsx", tmp_path / "k2.xlsx"
    first.write_bytes(correct(path, (finding("Tahap 5!L6"),), (), final=False))
    load_workbook(first).save(first)
    assert not is_untouched(first)
    second.write_bytes(correct(first, (finding("Tahap 5!L6"),), (), final=False))
    assert is_untouched(second)


def test_only_one_workbook_at_a_time(tmp_path: Path) -> None:
    (tmp_path / "inputs").mkdir()
    for name in "ab":
        write(tmp_path / "inputs" / f"{name}.xlsx")
    done = here("periksa", "--koreksi", "k.xlsx", cwd=tmp_path)
    assert done.returncode == 2
    assert "satu buku kerja" in done.stderr


def test_a_workbook_that_cannot_be_opened_has_no_copy(tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").write_bytes(b"bukan xlsx")
    done = here("periksa", "b.xlsx", "--koreksi", "k.xlsx", cwd=tmp_path)
    assert done.returncode == 1
    assert "salinan koreksi tidak dibuat" in done.stderr
    assert not (tmp_path / "k.xlsx").exists()


def test_tables_that_are_not_understood_are_shown_too(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!B1", "Apa"))
    done = here("periksa", "b.xlsx", "--koreksi", "k.xlsx", cwd=tmp_path)
    assert done.returncode == 1
    assert [line for line in listed(tmp_path / "k.xlsx") if line[1] == "galat"]


def documents(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in files_of(folder).items() if name.endswith(".docx")}


def test_every_build_holds_the_copy_a_refused_one_too(tmp_path: Path) -> None:
    path = write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!L6", None))
    done = here("b.xlsx", "--hanya", "pk", cwd=tmp_path)
    assert re.search(r"koreksi\.xlsx: \d+ temuan", done.stdout)
    copy = tmp_path / "build" / "b" / "koreksi.xlsx"
    assert fill(copy, "Tahap 5!L6") == KUNING
    assert '"berkas": "koreksi.xlsx", "jenis": "koreksi"' in (copy.parent / "manifes.json").read_text()
    again = here("b.xlsx", "--hanya", "pk", cwd=tmp_path)
    assert "(0 ditulis" in again.stdout
    before = documents(tmp_path / "build")
    write(path, BAKU, put("Tahap 5!H6", "STAFF"))
    refused = here("b.xlsx", cwd=tmp_path)
    assert documents(tmp_path / "build") == before
    assert fill(copy, "Tahap 5!H6") == MERAH
    assert f"Buka {Path('build', 'b', 'koreksi.xlsx')}" in refused.stderr
    path.unlink()
    write(tmp_path / "b.xlsm")
    here("b.xlsm", "--hanya", "renstra", cwd=tmp_path)
    assert sorted(path.name for path in copy.parent.glob("koreksi.*")) == ["koreksi.xlsm"]


# Other programs take it


def test_libreoffice_opens_it_and_keeps_everything(office: Path, soffice: str) -> None:
    copy = corrected(office, finding("Tahap 5!B6"), finding("Pejabat!B3"), finding("Program!Z30"))
    out = office.parent / "keluar"
    subprocess.run(
        [soffice, "--headless", f"-env:UserInstallation={(office.parent / 'profil').as_uri()}", "--convert-to", "xlsx",
         "--outdir", str(out), str(copy)],
        check=True, capture_output=True, timeout=110,
    )  # fmt: skip
    saved = out / "koreksi.xlsx"
    book = load_workbook(saved)
    assert book.sheetnames == load_workbook(copy).sheetnames
    assert fill(saved, "Tahap 5!B6") == KUNING
    assert book["Tahap 5"]["B6"].comment.text.startswith("peringatan I13")
    assert book["Pejabat"]["B3"].comment.text == "catatan kantor"
    assert len(listed(saved)) >= 3
    # Saved by another program it is still known as ours.
    assert is_correction(saved)
    again = corrected(saved, finding("Tahap 5!L6"))
    assert load_workbook(again).sheetnames == load_workbook(copy).sheetnames
    assert load_workbook(again)["Tahap 5"]["B6"].comment is None
    assert fill(again, "Tahap 5!B6") != KUNING


def test_the_validator_finds_nothing_new(office: Path) -> None:
    audit = pytest.importorskip("openxml_audit")

    def faults(path: Path) -> set[str]:
        return {
            re.sub(r"\d+", "#", str(error)).replace("sheetTemuan", "sheet")
            for error in audit.OpenXmlValidator().validate(str(path)).errors
        }

    found = examine(office, Settings(Path("build"), ()))
    more = [finding(f"{sheet}!{cell}") for sheet in ("Tahap 5", "Program", "Identitas") for cell in ("B2", "Z40")]
    copy = corrected(office, *found.temuan, *more)
    assert faults(copy) <= faults(office)
    assert len(listed(copy)) > 2


def test_the_example_in_its_copy_reads_the_same(tmp_path: Path) -> None:
    found = examine(EXAMPLE, Settings(Path("build"), ()))
    copy = tmp_path / "k.xlsx"
    copy.write_bytes(correct(EXAMPLE, found.temuan, found.waived, final=False))
    (tmp_path / "logo-contoh.png").write_bytes((EXAMPLE.parent / "logo-contoh.png").read_bytes())
    (tmp_path / "k-naskah.docx").write_bytes(EXAMPLE.with_name(f"{EXAMPLE.stem}-naskah.docx").read_bytes())
    again = examine(copy, Settings(Path("build"), ()))
    assert again.temuan == found.temuan
    assert isinstance(again, Understood)
    assert isinstance(found, Understood)
    assert again.plan == found.plan
    assert [(row[1], row[2]) for row in listed(copy)] == [
        (severity(cause.temuan[0]).value, cause.kode) for cause in causes(found.temuan)
    ]


def test_one_cause_is_one_line_with_all_its_cells_and_each_of_them_is_coloured(office: Path) -> None:
    cells = [f"Tahap 5!L{row}" for row in range(2, 6)]
    copy = corrected(office, *map(finding, cells))
    ((_, _, kode, sheet, places, message, *_),) = listed(copy)
    assert (kode, sheet, places, message) == ("I13", "Tahap 5", "L2:L5", "Target 2026 belum diisi pada 4 baris.")
    assert [fill(copy, cell) for cell in cells] == [KUNING] * 4
    assert load_workbook(copy)["Temuan"]["E6"].hyperlink.location == "'Tahap 5'!L2:L5"
    top = [cell.value for cell in load_workbook(copy)["Temuan"][3]]
    assert top[1:5] == [0, 4, 0, 0], "counts are of findings, not of causes"


def test_a_cause_names_below_its_message_what_is_said_of_each_cell(office: Path) -> None:
    rows = (("H2", "KABIT", " Mungkin maksudnya «KABID»?"), ("H4", "KADUS", ""))
    copy = corrected(
        office, *(finding(f"Tahap 5!{cell}", **GALAT | {"id": id_, "usul": usul}) for cell, id_, usul in rows)
    )
    ((*_, message, _, _, _),) = listed(copy)
    assert message == ("2 pemilik tidak ada di lembar Pejabat.\nH2: «KABIT». Mungkin maksudnya «KABID»?\nH4: «KADUS»")
