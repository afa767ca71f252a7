"""Reading: whatever way an office lays out its sheets, the same rows come out, each value with its cell."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.whole_files import (
    damaged,
    ole,
    truncated,
    with_a_part_twice,
    with_a_zip_password,
    with_bare_doctype,
    with_doctype,
    zip_with,
)
from helpers.workbooks import (
    BAKU,
    add_row,
    insert_row,
    put,
    read_book,
    read_of,
    seed_rows,
    sheet_of,
    workbook,
    write,
)
from pokin_docs.extract import display, guard
from pokin_docs.extract.read import read
from pokin_docs.model.catalogue import message
from pokin_docs.model.programs import split_codes, split_ids
from pokin_docs.model.rows import KinerjaRow, SheetRow
from pokin_docs.model.typed_values import read_date, read_rupiah
from pokin_docs.model.workbook_spec import LEMBAR


def sentences(rows: tuple[KinerjaRow, ...]) -> list[tuple[str, str, str, str]]:
    return [(row.kinerja.text, row.indikator.text, row.komponen.text, row.jenis_pk.text) for row in rows]


@pytest.fixture(scope="module")
def official() -> list[tuple[str, str, str, str]]:
    return [(row[1], row[2], row[4], row[5]) for row in seed_rows()[1:]]


def test_the_official_tahap_5_alone_is_read_whole(tmp_path: Path, official: list[tuple[str, str, str, str]]) -> None:
    assert len(official) == 45
    assert sentences(read_book(tmp_path, sheet_of(seed_rows())).tahap5) == official


def test_titles_above_the_header_and_columns_in_another_order(
    tmp_path: Path, official: list[tuple[str, str, str, str]]
) -> None:
    titles: list[list[str | None]] = [["POHON KINERJA"], ["DINAS CONTOH", None, "Tahun 2026"], [None], ["Tahap 5"]]
    header = ["Jenis PK", "Komponen", "Catatan", "indikator  kinerja :", "KINERJA", "Rujukan\nTahapan", "Keterangan"]
    data = [[row[5], row[4], "catatan kantor", row[2], row[1], row[0], row[3]] for row in seed_rows()[1:]]
    buku = read_book(tmp_path, sheet_of([*titles, header, *data]))
    assert sentences(buku.tahap5) == official
    assert str(buku.tahap5[0].kinerja.source) == "Tahap 5!E6"


def test_the_table_is_found_on_a_sheet_of_another_name(
    tmp_path: Path, official: list[tuple[str, str, str, str]]
) -> None:
    assert sentences(read_book(tmp_path, sheet_of(seed_rows(), title="Lembar1")).tahap5) == official


def test_blank_rows_repeated_headers_and_column_numbers_are_no_rows(
    tmp_path: Path, official: list[tuple[str, str, str, str]]
) -> None:
    rows = seed_rows()
    numbers: list[str | None] = ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"]
    laid_out: list[list[str | None] | list[str]] = [rows[0], numbers, *rows[1:20], ["", " ", ""], rows[0], *rows[20:]]
    assert sentences(read_book(tmp_path, sheet_of(laid_out)).tahap5) == official


def test_a_merged_kinerja_has_further_indicators_and_other_merges_are_filled(tmp_path: Path) -> None:
    book = workbook(BAKU)
    sheet = book["Tahap 5"]
    sheet.append([None, None, "Indikator kedua", None, None, None, None, None, "Unit"])
    sheet.merge_cells("B6:B7")
    sheet.merge_cells("H6:H7")
    row = read_book(tmp_path, book).tahap5[-1]
    assert row.kinerja.is_blank
    assert row.pemilik.text == "STAF"
    assert str(row.pemilik.source) == "Tahap 5!H7"


def test_a_title_alone_in_the_row_below_the_header_is_no_part_of_it(tmp_path: Path) -> None:
    """Parts of a title stand below another part; a word in a column without any title is a note."""
    path = write(
        tmp_path / "b.xlsx",
        BAKU,
        insert_row("Tahap 5", 2, "|"),
        put("Tahap 5!S2", "Formula"),
        put("Tahap 5!S3", "A : B"),
    )
    assert [row.formula.text for row in read_of(path).tahap5[:1]] == [""]
    path = write(
        tmp_path / "b.xlsx",
        BAKU,
        insert_row("Tahap 5", 2, "|"),
        put("Tahap 5!S1", "Cara"),
        put("Tahap 5!S2", "Perhitungan"),
        put("Tahap 5!S3", "A : B"),
    )
    assert [row.formula.text for row in read_of(path).tahap5[:1]] == ["A : B"]


def test_no_break_and_trailing_blanks_do_not_hide_a_label_and_stay_in_the_text(tmp_path: Path) -> None:
    path = write(
        tmp_path / "b.xlsx", BAKU, put("Tahap 5!E4", " Sasaran\u00a0Program "), put("Tahap 5!B4", "Mutu  baik ")
    )
    buku = read(path).value
    assert buku is not None
    assert buku.tahap5[2].komponen.clean == "Sasaran Program"
    assert buku.tahap5[2].kinerja.text == "Mutu  baik "


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (0.855, "0.0%", "85,5%"),
        (0.85, "0%", "85%"),
        (85, "General", "85"),
        (12.5, "General", "12,5"),
        (0.1 + 0.2, "General", "0,3"),
        (77341.0, "General", "77341"),
        (1250000, "#,##0", "1.250.000"),
        (1250000.5, "#,##0.00", "1.250.000,50"),
        (2.5, "0.00", "2,50"),
        (7, "000", "007"),
        (1500, '"Rp"#,##0', "Rp1.500"),
        (-3, "0", "-3"),
        (3.14159, "0.##", "3,14"),
        (85.5, "0.##", "85,5"),
        (85, "0.##", "85"),
        (85.5, "0.0#", "85,5"),
        (0, '#,##0;-#,##0;"-"', "-"),
        (5, '#,##0;-#,##0;"-"', "5"),
        (-5, '0;(0);"-"', "(5)"),
        (0, "0;(0)", "0"),
        (5, '0 "Dokumen"', "5 Dokumen"),
        (85, '0"%"', "85%"),
        (12.5, '0.0"%"', "12,5%"),
        (85, r"0\%", "85%"),
        (21602, '0"."00"."00', "2.16.02"),
        (2026, r"00\-00", "20-26"),
        (1500000, '_-"Rp"* #,##0_-;-"Rp"* #,##0_-', "Rp1.500.000"),
    ],
)
def test_numbers_are_texts_as_excel_shows_them(value: float, number_format: str, shown: str) -> None:
    assert display.show_number(value, number_format).text == shown


def test_a_code_typed_as_a_number_keeps_its_dot() -> None:
    assert display.show_number(2.16, "General").kode_text == "2.16"
    assert display.show_number(2.1, "0.00").kode_text == "2.10"


@pytest.mark.parametrize(
    ("number_format", "shown"),
    [
        ("d mmmm yyyy", "5 Januari 2026"),
        ("[$-421]dd mmmm yyyy", "05 Januari 2026"),
        ("dd/mm/yyyy", "05/01/2026"),
        ("mm-dd-yy", "05/01/2026"),
        ("yyyy-mm-dd", "2026-01-05"),
        ("mmm-yy", "Jan-26"),
    ],
)
def test_dates_are_texts_as_excel_shows_them(number_format: str, shown: str) -> None:
    sel = display.show_date(datetime(2026, 1, 5), number_format)
    assert sel.text == shown
    assert sel.tanggal == date(2026, 1, 5)


@pytest.mark.parametrize(
    ("typed", "read"),
    [("٨٥", "85"), ("۸۵٫۵", "85,5"), ("１２，５", "12,5"), ("１．２５０", "1.250"), ("８５％", "85%"), ("८५", "85"),
     ("Ｔａｒｇｅｔ　２０２６", "Target 2026"), ("H₂O, m², 3½", "H₂O, m², 3½"), ("Meningkatnya “mutu” – 85", "Meningkatnya “mutu” – 85")],
)  # fmt: skip
def test_digits_of_other_scripts_are_those_that_they_stand_for(typed: str, read: str) -> None:
    assert display.show_text(typed).text == read


def test_escapes_of_excel_are_decoded_once_and_forbidden_characters_removed() -> None:
    assert display.show_text("a_x000D_\nb").text == "a\nb"
    assert display.show_text("_x005F_x0041_").text == "_x0041_"
    sel = display.show_text("a\x0bb")
    assert (sel.text, sel.cleaned) == ("ab", True)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1.500.000.000", 1500000000), ("1,500,000,000", 1500000000), ("92,476,171.31", "92476171.31"),
        ("Rp92.476.171,31", "92476171.31"), ("Rp 177.792.500", 177792500), ("Rp. 500.000,-", 500000),
        ("-", 0), ("1.500", 1500), ("1500,5", "1500.5"), ("0", 0),
    ],
)  # fmt: skip
def test_rupiah_typed_as_text(text: str, amount: int | str) -> None:
    assert read_rupiah(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["satu juta", "1.5.0", "1.50.000", "12a", "", "1,2,3"])
def test_what_is_no_clear_amount_is_not_guessed(text: str) -> None:
    assert read_rupiah(text) is None


@pytest.mark.parametrize(
    "text", ["5 Januari 2026", "05 januari 2026", "5 Jan 2026", "05/01/2026", "5-1-2026", "2026-01-05"]
)
def test_dates_typed_as_text(text: str) -> None:
    assert read_date(text) == date(2026, 1, 5)


def test_old_month_names_are_known_and_impossible_days_are_not_guessed() -> None:
    assert read_date("1 Nopember 2017") == date(2017, 11, 1)
    assert read_date("31 Februari 2026") is None
    assert read_date("13/13/2026") is None


def test_every_column_of_the_specification_is_a_field_of_its_row() -> None:
    own = {field.name for field in fields(SheetRow)}
    for lembar in LEMBAR:
        names = {field.name for field in fields(lembar.row_type)} - own
        assert names == {kolom.kunci for kolom in lembar.kolom}, lembar.title


def test_a_more_complete_header_at_a_page_break_does_not_hide_the_rows_above(tmp_path: Path) -> None:
    rows = seed_rows()
    complete = [*rows[0][:4], "Komponen Perencanaan", "Jenis PK"]
    assert len(read_book(tmp_path, sheet_of([rows[0], *rows[1:20], complete, *rows[20:]])).tahap5) == 45


@pytest.mark.parametrize(
    "numbers", ["(1) (2) (3) (4) (5) (6)", "1. 2. 3. 4. 5. 6.", "a b c d e f", "I II III IV V VI", "1 2 3 4=2+3 5 6"]
)
def test_rows_of_column_numbers_in_any_style(tmp_path: Path, numbers: str) -> None:
    rows = seed_rows()
    assert len(read_book(tmp_path, sheet_of([rows[0], list(numbers.split()), *rows[1:]])).tahap5) == 45


def test_column_numbers_that_begin_in_a_column_of_the_office(tmp_path: Path) -> None:
    rows = seed_rows()
    laid_out = [["No", *rows[0]], [str(number) for number in range(1, 8)], *(["", *row] for row in rows[1:])]
    assert len(read_book(tmp_path, sheet_of(laid_out)).tahap5) == 45


def test_a_row_of_amounts_is_no_row_of_column_numbers(tmp_path: Path) -> None:
    line = "| | | | | | | | | | 10 | 20 | 30 | 40 | 50 | 60 | 70 |"
    buku = read(write(tmp_path / "b.xlsx", BAKU, add_row("Tahap 5", line))).value
    assert buku is not None
    assert len(buku.tahap5) == 6


def test_a_sheet_of_the_exact_name_comes_before_one_that_may_be_meant(tmp_path: Path) -> None:
    def drawing_first(book: Workbook) -> None:
        book.create_sheet("Pohon Kinerja", 0)["A1"] = "gambar"

    buku = read(write(tmp_path / "b.xlsx", BAKU, drawing_first)).value
    assert buku is not None
    assert buku.lembar["tahap5"] == "Tahap 5"


def test_a_dash_for_none_is_blank_where_an_id_or_code_would_stand(tmp_path: Path) -> None:
    path = write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!G3", "-"), put("Tahap 5!H2", "–"), put("Pejabat!D2", "-"))
    outcome = read(path)
    assert outcome.value is not None
    assert outcome.value.tahap5[1].kode.is_blank
    assert outcome.value.pejabat[0].nip.is_blank


def test_invisible_blanks_in_an_id_do_not_make_it_another() -> None:
    assert split_ids("JF\u00a0STAF\u200b; KABID") == ("JF STAF", "KABID")


def with_formula(path: Path, cached: str) -> None:
    """A formula as Excel stores it; openpyxl itself writes none with a value."""
    write(path.with_name("asal.xlsx"), BAKU, put("Tahap 5!J3", "=1"))
    with zipfile.ZipFile(path.with_name("asal.xlsx")) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/worksheets/sheet5.xml":
                assert b"<f>1</f>" in data
                data = re.sub(rb'<c r="J3"[^>]*>.*?</c>', cached.encode(), data)
            new.writestr(name, data)


def test_a_formula_that_gives_an_empty_text_is_blank_not_uncalculated(tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    with_formula(path, '<c r="J3" t="str"><f>IF(A1="","","x")</f><v></v></c>')
    assert read(path).temuan == ()
    with_formula(path, '<c r="J3"><f>A1</f></c>')
    assert [(entry.kode, str(entry.tempat)) for entry in read(path).temuan] == [("B18", "Tahap 5!J3")]


def test_a_formula_is_uncalculated_whichever_quotes_the_file_is_written_with(tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    with_formula(path, "<c r='J3'><f>A1</f></c>")
    assert [(entry.kode, str(entry.tempat)) for entry in read(path).temuan] == [("B18", "Tahap 5!J3")]
    with_formula(path, "<c r='J3' t='str'><f>A1</f><v></v></c>")
    assert read(path).temuan == ()


@pytest.mark.parametrize("value", [1e300, -1e300, 1e16])
def test_a_number_beyond_all_measure_is_a_finding_at_its_cell(tmp_path: Path, value: float) -> None:
    path = write(tmp_path / "b.xlsx", BAKU, put("Program!C2", value), put("Tahap 5!K4", value))
    assert [(entry.kode, str(entry.tempat)) for entry in read(path).temuan] == [
        ("B20", "Tahap 5!K4"), ("B20", "Program!C2"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("place", "typed", "kode", "meant"),
    [
        ("Tahap 5!L1", "Targt 2026", "B32", "Target 2026"),
        ("Program!C1", "Pgu 2026", "B32", "Pagu 2026"),
        ("Pejabat!D1", "NPI", "B14", "NIP"),
        ("Pejabat!B1", "Nma", "B14", "Nama"),
        ("Tahap 5!C1", "Indikatr", "B13", "Indikator Kinerja"),
        ("Tahap 5!J1", "Kondisi Awl", "B14", "Kondisi Awal"),
        ("Tahap 5!S1", "TW l", "B32", "TW I"),
    ],
)
def test_a_misspelt_title_is_named_at_its_cell_with_what_was_meant(
    tmp_path: Path, place: str, typed: str, kode: str, meant: str
) -> None:
    found = read(write(tmp_path / "b.xlsx", BAKU, put(place, typed))).temuan
    assert [(entry.kode, str(entry.tempat)) for entry in found] == [(kode, place)]
    assert f"«{typed}»" in message(found[0])
    assert f"«{meant}»" in message(found[0])


@pytest.mark.parametrize(
    ("typed", "place"),
    [("Satuan 2026", "Tahap 5 baris 1"), ("Satuann 2026", "Tahap 5 baris 1"), ("Satuann", "Tahap 5!I1")],
)
def test_a_title_with_a_year_is_none_that_has_no_year(tmp_path: Path, typed: str, place: str) -> None:
    found = read(write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!I1", typed))).temuan
    unread = [("B56", "Tahap 5!I1")] if place != "Tahap 5!I1" else []
    assert [(entry.kode, str(entry.tempat)) for entry in found] == [("B14", place), *unread]


@pytest.mark.parametrize(
    ("typed", "place"), [("Pagu", "Program!C1"), ("Pgu", "Program baris 1"), ("Pgu 2026", "Program!C1")]
)
def test_a_title_that_lacks_its_year_is_known_only_where_it_is_spelt_right(
    tmp_path: Path, typed: str, place: str
) -> None:
    def one_year(book: Workbook) -> None:
        book["Program"].delete_cols(4, 4)

    found = read(write(tmp_path / "b.xlsx", BAKU, one_year, put("Program!C1", typed))).temuan
    unread = [("B56", "Program!C1")] if place != "Program!C1" else []
    assert [(entry.kode, str(entry.tempat)) for entry in found] == [("B14", place), *unread]


@pytest.mark.parametrize("title", ["Isu", "Ket", "Realisasi 2024", "Capaian 2025", "Tahun 2031", "Catatan"])
def test_a_column_of_the_office_is_no_misspelt_one(tmp_path: Path, title: str) -> None:
    assert read(write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!S1", title))).temuan == ()


@pytest.mark.parametrize("typed", ["2. 20. 02", "2,20,02", "2 .20.02", "2.20. 02 - Program Statistik", "2.20 . 02"])
def test_blanks_within_a_code_are_only_typing(typed: str) -> None:
    assert split_codes(typed) == ("2.20.02",)


def test_codes_parted_by_blanks_stay_apart() -> None:
    assert split_codes("2.20.02 2.20.03") == ("2.20.02", "2.20.03")
    assert split_codes("2.20.02. 2.20.03") == ("2.20.02", "2.20.03")
    assert split_codes("2.20.02,2.20.03") == ("2.20.02", "2.20.03")
    assert split_codes("2.20,02") == ("2.20,02",)  # what is no code is said whole


# Files that are no readable workbook: each its own sentence.


@pytest.mark.parametrize(
    ("kode", "make"),
    [
        ("B01", lambda path: None),
        ("B01", lambda path: path.mkdir()),
        ("B02", lambda path: path.write_bytes(b"")),
        ("B02", lambda path: path.write_text("a;b;c\n1;2;3\n")),
        ("B02", lambda path: path.write_text("<html><table></table></html>")),
        ("B02", lambda path: zip_with(path, mimetype=b"application/vnd.oasis.opendocument.spreadsheet")),
        ("B02", lambda path: zip_with(path, word__document_dot_xml=b"<w/>")),
        ("B03", lambda path: path.write_bytes(ole("Workbook"))),
        ("B04", lambda path: path.write_bytes(ole("EncryptedPackage"))),
        ("B04", with_a_zip_password),
        ("B05", damaged),
        ("B05", truncated),
        ("B05", with_a_part_twice),
        ("B06", with_doctype),
        ("B06", with_bare_doctype),
    ],
)
def test_a_file_that_is_no_workbook_gets_its_own_sentence(tmp_path: Path, kode: str, make: object) -> None:
    path = tmp_path / "buku.xlsx"
    assert callable(make)
    make(path)
    outcome = read(path)
    assert outcome.value is None
    assert [finding.kode for finding in outcome.temuan] == [kode]


def test_a_bomb_is_refused_before_it_unfolds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MAX_ALL_BYTES", 10_000)
    assert [finding.kode for finding in read(write(tmp_path / "b.xlsx")).temuan] == ["B06"]


@pytest.mark.parametrize(("jumlah", "kode"), [(2_000, []), (2_001, ["B06"])])
def test_a_workbook_of_more_parts_than_any_office_makes_is_refused(
    tmp_path: Path, jumlah: int, kode: list[str]
) -> None:
    path = write(tmp_path / "b.xlsx")
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(jumlah - len(archive.namelist())):
            archive.writestr(f"xl/media/{number}.bin", b"")
    assert [finding.kode for finding in read(path).temuan] == kode


@pytest.mark.parametrize(("batas", "kode"), [(0, []), (-1, ["B06"])])
def test_the_limits_of_what_unfolds_are_the_last_size_that_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batas: int, kode: list[str]
) -> None:
    path = write(tmp_path / "b.xlsx")
    sizes = [member.file_size for member in zipfile.ZipFile(path).infolist()]
    for name, size in (("MAX_ALL_BYTES", sum(sizes)), ("MAX_PART_BYTES", max(sizes))):
        with monkeypatch.context() as patch:
            patch.setattr(guard, name, size + batas)
            assert [finding.kode for finding in read(path).temuan] == kode, name


def merged(sheet: str, area: str) -> Callable[[Workbook], None]:
    return lambda book: book[sheet].merge_cells(area)


def test_a_merged_amount_is_that_of_its_first_row_and_a_merged_source_that_of_all(tmp_path: Path) -> None:
    """An amount for each row would be counted as often as there are rows."""
    rows = read_of(write(tmp_path / "b.xlsx", BAKU, merged("Program", "C2:C4"), merged("Program", "H2:H4"))).program
    assert [row.pagu[2026].text for row in rows] == ["1000000", "", ""]
    assert [row.sumber_dana.text for row in rows] == ["APBD"] * 3


def test_a_row_of_one_cell_that_says_what_its_title_says_is_no_repeated_header(tmp_path: Path) -> None:
    rows = read_of(write(tmp_path / "b.xlsx", BAKU, add_row("Tahap 5", "| | | Indikator Kinerja |"))).tahap5
    assert (len(rows), rows[-1].indikator.text) == (6, "Indikator Kinerja")


def test_a_merged_whole_column_carries_nothing_below_the_table(tmp_path: Path) -> None:
    path = write(tmp_path / "b.xlsx")
    patched = tmp_path / "p.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(patched, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                merge = b'<mergeCells count="1"><mergeCell ref="D1:D1048576"/></mergeCells>'
                data = data.replace(b"</sheetData>", b"</sheetData>" + merge)
            new.writestr(name, data)
    assert read(patched).temuan == ()


@pytest.mark.parametrize(("batas", "codes"), [(6, set()), (5, {"B27"})])
def test_more_rows_than_an_agency_has_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batas: int, codes: set[str]
) -> None:
    """The sheet Pejabat has six."""
    monkeypatch.setattr("pokin_docs.extract.tables.MAX_ROWS", batas)
    outcome = read(write(tmp_path / "b.xlsx", BAKU, add_row("Pejabat", "| X | Contoh |")))
    assert {finding.kode for finding in outcome.temuan} == codes


@pytest.mark.parametrize(
    ("changes", "places"),
    [
        ((("Identitas!A2", "Qwerty"),), {"nama_pd": "Identitas!A2"}),
        ((("Identitas!A2", "Qwerty"), ("Identitas!A3", "Zxcvb")), {"nama_pd": "Identitas", "pemda": "Identitas"}),
    ],
)
def test_an_unknown_key_is_meant_for_the_only_one_that_lacks_and_for_none_of_two(
    tmp_path: Path, changes: tuple[tuple[str, str], ...], places: dict[str, str]
) -> None:
    buku = read(write(tmp_path / "b.xlsx", BAKU, *(put(*change) for change in changes))).value
    assert buku is not None
    assert {kunci: str(buku.identitas[kunci].source) for kunci in places} == places
