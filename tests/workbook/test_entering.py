"""Values put into a planner's own workbook: where they go, what follows them, and that nothing else changes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from helpers.pictures import png
from pokin_docs.workbook.entering.changes import Entered, NewColumn, NewSheet, TableEntry, WorkbookNotEnterable
from pokin_docs.workbook.entering.enter import enter
from pokin_docs.workbook.entering.references import Area, moved, named, shifted

Ubah = Callable[[Workbook], object]
NEW = {1: "2.20.02.2.01.0019", 2: "Pembinaan", 3: 400}


def book(*changes: Ubah, total: str | None = "=SUM(C2:C4)") -> bytes:
    """A sheet Program of three rows with a total directly below it, and a sheet Rekap that looks at both."""
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.title = "Program"
    for row in (["Kode", "Nama", "Pagu 2026"], ["2.20.02", "Statistik", "=C3"], ["2.20.02.2.01", "Data", "=C4"]):
        sheet.append(row)
    sheet.append(["2.20.02.2.01.0018", "Metadata", 1000])
    if total:
        sheet.append(["Jumlah", None, total])
    rekap = made.create_sheet("Rekap")
    rekap["A1"], rekap["A2"], rekap["A3"], rekap["A4"] = (
        "=Program!C5",
        "=VLOOKUP(B1,Program!A2:C4,3,0)",
        "=1+1",
        "tetap",
    )
    for change in changes:
        change(made)
    stream = io.BytesIO()
    made.save(stream)
    return calculated(stream.getvalue())


def calculated(file: bytes) -> bytes:
    """The workbook as Excel saves it: a result behind every formula."""
    source = zipfile.ZipFile(io.BytesIO(file))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name.startswith("xl/worksheets/sheet"):
                data = re.sub(rb"</f><v\s*/>|</f><v></v>", b"</f><v>7</v>", data)
            target.writestr(name, data.replace(b' fullCalcOnLoad="1"', b""))
    return stream.getvalue()


def entry(**more: object) -> TableEntry:
    return TableEntry("Program", 1, 4, **more)  # type: ignore[arg-type]


def one_row(file: bytes) -> Entered:
    return enter(file, [entry(rows=(NEW,))])


def parts(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed_parts(before: bytes, after: bytes) -> list[str]:
    old, new = parts(before), parts(after)
    return sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))


def sheet(file: bytes, title: str = "Program", *, values: bool = False) -> Worksheet:
    return load_workbook(io.BytesIO(file), data_only=values)[title]


def column(file: bytes, letter: str = "C", title: str = "Program") -> list[object]:
    return [cell.value for cell in sheet(file, title)[letter]]


# --- values ----------------------------------------------------------------------------------------------------------


def test_nothing_entered_changes_no_byte() -> None:
    before = book()
    assert enter(before, [entry()]).file == before


def test_a_value_takes_the_place_of_another_and_keeps_its_look() -> None:
    before = book(lambda made: setattr(made["Program"]["C4"], "number_format", "#,##0"))
    after = enter(before, [entry(cells={(4, 3): 2500, (4, 2): "A & <B>"})]).file
    cell = sheet(after)["C4"]
    assert (cell.value, cell.number_format, sheet(after)["B4"].value) == (2500, "#,##0", "A & <B>")


def test_only_the_sheet_changes_where_no_formula_follows() -> None:
    before = book()
    assert changed_parts(before, enter(before, [entry(cells={(4, 2): "Nama"})]).file) == [
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
    ]
    before = book(lambda made: made.remove(made["Rekap"]), total=None)
    after = enter(before, [TableEntry("Program", 1, 4, cells={(1, 2): "Nomenklatur"})]).file
    assert changed_parts(before, after) == ["xl/workbook.xml", "xl/worksheets/sheet1.xml"]


def test_a_formula_is_left_and_named() -> None:
    before = book()
    done = enter(before, [entry(cells={(2, 3): 5, (4, 3): 6})])
    assert done.tables[0].formulas == ((2, 3),)
    assert column(done.file) == ["Pagu 2026", "=C3", "=C4", 6, "=SUM(C2:C4)"]


def test_a_cell_inside_a_merge_is_left_and_named() -> None:
    done = enter(book(lambda made: made["Program"].merge_cells("B3:B4")), [entry(cells={(4, 2): "x", (3, 2): "y"})])
    assert done.tables[0].covered == ((4, 2),)
    assert column(done.file, "B")[2] == "y"


# --- results that follow ---------------------------------------------------------------------------------------------


def test_results_that_follow_from_a_change_are_dropped_through_other_sheets_and_no_others() -> None:
    done = enter(book(), [entry(cells={(4, 3): 2000})])
    assert done.uncalculated == (
        ("Program", (2, 3)), ("Program", (3, 3)), ("Program", (5, 3)), ("Rekap", (1, 1)), ("Rekap", (2, 1)),
    )  # fmt: skip
    rekap = sheet(done.file, "Rekap", values=True)
    assert [rekap[place].value for place in ("A1", "A2", "A3", "A4")] == [None, None, 7, "tetap"]
    assert b'fullCalcOnLoad="1"' in parts(done.file)["xl/workbook.xml"]


@pytest.mark.parametrize(
    "formula", ['=INDIRECT("Program!C4")', "=SUM(Pagu)", "=SUM(Program:Rekap!C4)", "=fx_lain(Apa)"]
)
def test_what_may_look_anywhere_follows_too(formula: str) -> None:
    from openpyxl.workbook.defined_name import DefinedName

    def change(made: Workbook) -> None:
        made["Rekap"]["D9"] = formula
        made.defined_names["Pagu"] = DefinedName("Pagu", attr_text="Program!$C$2:$C$4")

    assert ("Rekap", (9, 4)) in enter(book(change), [entry(cells={(4, 3): 2000})]).uncalculated


def test_a_name_of_another_place_does_not_follow() -> None:
    from openpyxl.workbook.defined_name import DefinedName

    def change(made: Workbook) -> None:
        made["Rekap"]["D9"] = "=SUM(Lain)"
        made.defined_names["Lain"] = DefinedName("Lain", attr_text="Program!$B$2:$B$4")

    assert ("Rekap", (9, 4)) not in enter(book(change), [entry(cells={(4, 3): 2000})]).uncalculated


# --- rows ------------------------------------------------------------------------------------------------------------


def test_rows_come_directly_below_the_data_where_nothing_follows() -> None:
    done = one_row(book(total=None))
    assert done.tables[0].rows == (5, 5)
    assert column(done.file, "A")[4] == "2.20.02.2.01.0019"


def test_a_total_moves_down_takes_the_new_rows_in_and_is_found_by_others() -> None:
    done = enter(book(), [entry(rows=(NEW, NEW))])
    assert (done.tables[0].rows, done.tables[0].moved_from) == ((5, 6), 5)
    assert column(done.file) == ["Pagu 2026", "=C3", "=C4", 1000, 400, 400, "=SUM(C2:C6)"]
    assert column(done.file, "A", "Rekap")[:2] == ["=Program!C7", "=VLOOKUP(B1,Program!A2:C4,3,0)"]
    assert done.tables[0].short_formulas == ("Rekap!A2",)


def test_blank_rows_above_a_total_are_filled_first() -> None:
    def apart(made: Workbook) -> None:
        made["Program"].move_range("A5:C5", rows=2)

    done = enter(book(apart, total="=SUM(C2:C6)"), [entry(rows=(NEW, NEW))])
    assert (done.tables[0].rows, done.tables[0].moved_from) == ((5, 6), 0)
    assert column(done.file)[6] == "=SUM(C2:C6)"
    assert column(enter(book(apart), [entry(rows=(NEW,))]).file)[6] == "=SUM(C2:C5)"


def test_a_note_keeps_a_blank_row_above_it() -> None:
    def note(made: Workbook) -> None:
        made["Program"]["A6"] = "Catatan: sementara"

    assert column(one_row(book(note, total=None)).file, "A")[4:] == ["2.20.02.2.01.0019", None, "Catatan: sementara"]


def test_a_shared_total_is_written_out_for_each_of_its_cells() -> None:
    file = parts(book())
    shared = (
        b'<c r="C5"><f t="shared" ref="C5:D5" si="0">SUM(C2:C4)</f><v>7</v></c>'
        b'<c r="D5"><f t="shared" si="0"/><v>7</v></c>'
    )
    data = re.sub(rb'<c r="C5"[^>]*>.*?</c>', shared, file["xl/worksheets/sheet1.xml"])
    done = one_row(packed(file | {"xl/worksheets/sheet1.xml": data}))
    assert [sheet(done.file)[place].value for place in ("C6", "D6")] == ["=SUM(C2:C5)", "=SUM(D2:D5)"]


def test_new_rows_look_like_the_row_above() -> None:
    def ruled(made: Workbook) -> None:
        for letter in "ABCD":
            made["Program"][f"{letter}4"].number_format = "#,##0.00"

    done = one_row(book(ruled))
    assert [sheet(done.file)[f"{letter}5"].number_format for letter in "ABCD"] == ["#,##0.00"] * 4


def test_filter_table_and_printed_range_take_the_new_rows_in() -> None:
    def frames(made: Workbook) -> None:
        made["Program"].auto_filter.ref = "A1:C4"
        made["Program"].print_area = "A1:C5"
        made["Rekap"]["F1"], made["Rekap"]["F2"] = "Judul", 1
        made["Rekap"].add_table(Table(displayName="Lain", ref="F1:F2"))

    for total, printed in ((None, "$A$1:$C$5"), ("=SUM(C2:C4)", "$A$1:$C$6")):
        done = sheet(one_row(book(frames, total=total)).file)
        assert (done.auto_filter.ref, done.print_area) == ("A1:C5", f"'Program'!{printed}")


def test_a_table_object_grows_with_its_rows() -> None:
    def listed(made: Workbook) -> None:
        made["Program"].add_table(Table(displayName="TabelProgram", ref="A1:C4"))
        made["Rekap"]["C1"] = "=SUM(TabelProgram[Pagu 2026])"

    done = one_row(book(listed))
    assert sheet(done.file).tables["TabelProgram"].ref == "A1:C5"
    assert ("Rekap", (1, 3)) in done.uncalculated


def test_merges_formats_and_choices_below_move_along() -> None:
    from openpyxl.formatting.rule import Rule
    from openpyxl.worksheet.datavalidation import DataValidation

    def below(made: Workbook) -> None:
        program = made["Program"]
        program.merge_cells("A5:B5")
        program.conditional_formatting.add("A2:C5", Rule(type="expression", formula=["$C5>0"]))
        rule = DataValidation(type="list", formula1="$A$5:$A$9", sqref="D2:D9")
        program.add_data_validation(rule)

    after = parts(one_row(book(below)).file)["xl/worksheets/sheet1.xml"].decode()
    for wanted in ('ref="A6:B6"', 'sqref="A2:C6"', "$C6&gt;0", "$A$6:$A$10", 'sqref="D2:D10"'):
        assert wanted in after


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda made: made["Program"].add_image(Image(io.BytesIO(png())), "A7"), "gambar"),
        (lambda made: setattr(made["Program"]["A5"], "comment", Comment("x", "y")), "komentar"),
        (lambda made: made["Rekap"].__setitem__("D9", '=INDIRECT("A"&1)'), "INDIRECT"),
    ],
)
def test_what_cannot_be_moved_stays_and_the_rows_go_below_it(change: Ubah, said: str) -> None:
    done = one_row(book(change))
    assert said in done.tables[0].below
    assert done.tables[0].rows == (6, 6)
    assert column(done.file)[4:6] == ["=SUM(C2:C4)", 400]
    assert "Program!C5" in done.tables[0].short_formulas


def test_a_picture_above_the_total_hinders_nothing_and_stays_byte_for_byte() -> None:
    before = book(lambda made: made["Program"].add_image(Image(io.BytesIO(png())), "E1"))
    done = one_row(before)
    assert done.tables[0].moved_from == 5
    assert changed_parts(before, done.file) == [
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
    ]


# --- columns and sheets ----------------------------------------------------------------------------------------------


def test_a_column_gets_its_title_the_look_of_another_and_a_width() -> None:
    def looks(made: Workbook) -> None:
        made["Program"]["C4"].number_format = made["Program"]["C1"].number_format = "#,##0"
        made["Program"].column_dimensions["A"].width = 30

    done = enter(book(looks), [entry(columns=(NewColumn(4, "Pagu 2027", 3),), cells={(4, 4): 9}, rows=({4: 8},))])
    after = sheet(done.file)
    assert [after[f"D{row}"].value for row in (1, 4, 5)] == ["Pagu 2027", 9, 8]
    assert {after[f"D{row}"].number_format for row in (1, 4, 5)} == {"#,##0"}
    assert (after.column_dimensions["A"].width, after.column_dimensions["D"].width) == (30, 18)


def test_a_sheet_is_added_and_all_else_stays() -> None:
    before = book()
    done = enter(before, [], [NewSheet("Realisasi & lain", (("Kode", 20), ("Nilai", 9)), (("2.20", 5), ("x", None)))])
    assert column(done.file, "A", "Realisasi & lain") == ["Kode", "2.20", "x"]
    assert changed_parts(before, done.file) == [
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/workbook.xml",
        "xl/worksheets/sheetImpor1.xml",
    ]


def test_a_file_that_is_no_workbook_is_refused() -> None:
    with pytest.raises(WorkbookNotEnterable):
        enter(packed({"a.xml": b"<a/>"}), [entry(rows=(NEW,))])


# --- formulas --------------------------------------------------------------------------------------------------------


def test_what_a_formula_names() -> None:
    found = named("SUM(C5:C19)+'Re''kap'!$A$1+A:B+Nama+Tabel[Pagu]")
    assert found.areas == (
        Area("", 5, 3, 19, 3), Area("Re'kap", 1, 1, 1, 1), Area("", 1, 1, 1_048_576, 2),
    )  # fmt: skip
    assert (found.names, found.anywhere, named("OFFSET(A1,1,1)").anywhere) == (("Nama", "Tabel"), False, True)


@pytest.mark.parametrize(
    ("formula", "after"),
    [
        ("SUM(C5:C19)", "SUM(C5:C22)"),
        ("SUM(C5:C18)", "SUM(C5:C18)"),
        ("SUM(C3:C19)", "SUM(C3:C19)"),
        ("C19+$C$20", "C19+$C$23"),
        ("SUM(C5:C25)", "SUM(C5:C28)"),
        ('IF(A1="C20",20:21,C:C)', 'IF(A1="C20",23:24,C:C)'),
    ],
)
def test_formulas_follow_rows_that_were_put_in(formula: str, after: str) -> None:
    assert moved(formula, shifted(20, 3, grown=(5, 19))) == after


def packed(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()
