"""Exports of SIPD in a workbook of the office: codes, names, money, sources, cash and what was spent."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.drawing.image import Image

from helpers.pictures import png
from helpers.sipd import (
    CASH,
    DOCUMENTS,
    NIP,
    RECAP,
    STAFF,
    SUB,
    VARIANT,
    cash,
    document,
    recap,
    variant,
    write_export,
)  # fmt: skip
from helpers.workbooks import BAKU, add_row, drop, put, sheet_with, write
from pokin_docs.flow.entered_book import BookImport
from pokin_docs.flow.sipd import import_into
from pokin_docs.model.findings import Outcome
from pokin_docs.model.locations import workbooks

Ubah = Callable[[Workbook], object]
OTHER = "2.20.02.2.01.0019"


def book(folder: Path, *changes: Ubah) -> Path:
    return write(folder / "buku.xlsx", BAKU, put("Program!C1", "Pagu 2026"), *changes)


def outcome(folder: Path, *exports: Path, in_place: bool = False) -> Outcome[BookImport]:
    return import_into(exports, folder / "buku.xlsx", in_place=in_place)


def done(folder: Path, *exports: Path, in_place: bool = False) -> BookImport:
    found = outcome(folder, *exports, in_place=in_place)
    assert found.value is not None, found.temuan
    return found.value


def codes(found: Outcome[BookImport]) -> list[str]:
    assert found.value is None
    return [finding.kode for finding in found.temuan]


def table(result: BookImport, sheet: str = "Program") -> list[list[object]]:
    return [[cell.value for cell in row] for row in load_workbook(result.file)[sheet].iter_rows()]


def by_code(result: BookImport, sheet: str = "Program") -> dict[object, dict[object, object]]:
    titles, *rows = table(result, sheet)
    return {row[0]: dict(zip(titles, row, strict=True)) for row in rows}


def said(result: BookImport) -> str:
    return "\n".join(result.told)


# --- the budget ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["ekspor.xlsx", "ekspor.csv"])
@pytest.mark.parametrize(("titles", "row"), [(RECAP, recap), (VARIANT, variant)])
def test_the_rows_of_a_sub_kegiatan_are_one_amount_also_of_its_kegiatan_and_program(
    tmp_path: Path, name: str, titles: tuple[str, ...], row: Callable[..., list[object]]
) -> None:
    book(tmp_path)
    export = write_export(tmp_path / name, titles, row(pagu=400), row(pagu=350), row(OTHER, 50, "Pembinaan"))
    result = done(tmp_path, export)
    assert result.file.name == "buku-impor.xlsx"
    found = by_code(result)
    assert {code: values["Pagu 2026"] for code, values in found.items()} == {
        "2.20.02": 800, "2.20.02.2.01": 800, SUB: 750, OTHER: 50,
    }  # fmt: skip
    assert found[OTHER]["Nomenklatur"] == "Pembinaan"
    assert f"{OTHER} Pembinaan: Pagu 2026 Rp50" in said(result)
    assert f"{SUB} Pemenuhan Prinsip SDI: Pagu 2026 Rp" in said(result)


def test_the_same_export_again_changes_nothing(tmp_path: Path) -> None:
    path = book(tmp_path)
    export = write_export(tmp_path / "e.xlsx", RECAP, recap(pagu=400), recap(OTHER, 50, "Pembinaan"))
    first = done(tmp_path, export, in_place=True)
    before = path.read_bytes()
    again = done(tmp_path, export, in_place=True)
    assert (first.written, again.written, path.read_bytes() == before) == (True, False, True)
    assert "tidak ada yang ditulis" in said(again)


def test_a_result_that_an_import_into_the_workbook_left_behind_is_named(tmp_path: Path) -> None:
    book(tmp_path)
    export = write_export(tmp_path / "e.xlsx", RECAP, recap(pagu=400))
    assert "impor terdahulu" not in said(done(tmp_path, export))
    result = done(tmp_path, export, in_place=True)
    assert result.told[-1].startswith("buku-impor.xlsx dari impor terdahulu tidak memuat perubahan ini")


def test_money_that_moved_is_told_with_the_old_amount_and_what_is_gone_stays(tmp_path: Path) -> None:
    book(tmp_path)
    first = write_export(tmp_path / "1.xlsx", RECAP, recap(pagu=400), recap(OTHER, 50, "Pembinaan"))
    done(tmp_path, first, in_place=True)
    result = done(tmp_path, write_export(tmp_path / "2.xlsx", RECAP, recap(OTHER, 450, "Pembinaan")), in_place=True)
    assert f"{OTHER} Pembinaan: Pagu 2026 Rp50 → Rp450" in said(result)
    assert f"{SUB} Pemenuhan Prinsip SDI: Pagu 2026 Rp400" in said(result).partition("Tidak ada di SIPD")[2]
    assert by_code(result)[SUB]["Pagu 2026"] == 400


def test_the_workbook_itself_is_changed_after_a_dated_copy_that_is_never_built(tmp_path: Path) -> None:
    path = book(tmp_path)
    before = path.read_bytes()
    result = done(tmp_path, write_export(tmp_path / "e.csv", RECAP, recap(pagu=1)), in_place=True)
    assert result.file == path
    assert result.copy is not None
    assert result.copy.read_bytes() == before
    assert workbooks(tmp_path) == [path]
    path.unlink()
    assert workbooks(tmp_path) == [result.copy]


def test_an_earlier_result_that_differs_is_kept(tmp_path: Path) -> None:
    book(tmp_path)
    old = tmp_path / "buku-impor.xlsx"
    old.write_bytes(b"disunting")
    result = done(tmp_path, write_export(tmp_path / "e.xlsx", RECAP, recap(pagu=1)))
    assert result.copy is not None
    assert result.copy.read_bytes() == b"disunting"


def test_names_are_without_the_code_and_only_other_words_are_another_name(tmp_path: Path) -> None:
    book(tmp_path)
    rows = (recap(pagu=1, name=f"{SUB}  PEMENUHAN Prinsip-SDI"), recap(OTHER, 1, f"{OTHER} Pembinaan Data"))
    result = done(tmp_path, write_export(tmp_path / "e.xlsx", RECAP, *rows))
    assert by_code(result)[SUB]["Nomenklatur"] == "Pemenuhan Prinsip SDI"
    assert by_code(result)[OTHER]["Nomenklatur"] == "Pembinaan Data"
    result = done(tmp_path, write_export(tmp_path / "e.xlsx", RECAP, recap(pagu=1, name="Pemenuhan Standar")))
    assert "Nomenklatur «Pemenuhan Prinsip SDI» → «Pemenuhan Standar» (B4)" in said(result)


def test_sources_are_those_with_money_the_largest_first_and_short_words_for_them_stay(tmp_path: Path) -> None:
    book(tmp_path, put("Program!H4", "DAU; PAD"))
    dau = {"nama_sumber_dana": "Dana Alokasi Umum (DAU)"}
    none = {"nama_sumber_dana": "Dana Alokasi Khusus"}
    rows = (recap(pagu=5), recap(pagu=9, **dau), recap(pagu=0, **none), recap(OTHER, 1), recap(OTHER, 2, **dau))
    found = by_code(done(tmp_path, write_export(tmp_path / "e.xlsx", RECAP, *rows)))
    assert found[SUB]["Sumber Dana"] == "DAU; PAD"
    assert found[OTHER]["Sumber Dana"] == "Dana Alokasi Umum (DAU); Pendapatan Asli Daerah (PAD)"


def test_a_year_that_the_workbook_lacks_gets_a_column(tmp_path: Path) -> None:
    book(tmp_path)
    result = done(tmp_path, write_export(tmp_path / "e.xlsx", RECAP, recap(pagu=7, tahun=2031)))
    assert table(result)[0][-1] == "Pagu 2031"
    assert by_code(result)[SUB] | {"Pagu 2031": 7} == by_code(result)[SUB]


def test_without_a_year_the_one_of_the_workbook_counts_and_without_that_it_is_asked(tmp_path: Path) -> None:
    book(tmp_path)
    export = write_export(tmp_path / "e.xlsx", VARIANT, variant(pagu=7))
    assert by_code(done(tmp_path, export))[SUB]["Pagu 2026"] == 7
    book(tmp_path, put("Identitas!B5", None))
    assert codes(outcome(tmp_path, export)) == ["B97"]


def test_formulas_are_left_and_named_with_what_sipd_says(tmp_path: Path) -> None:
    book(tmp_path, put("Program!C2", "=C3"), put("Program!C4", "=5*1000"))
    result = done(tmp_path, write_export(tmp_path / "e.xlsx", RECAP, recap(pagu=7)))
    assert by_code(result)[SUB]["Pagu 2026"] == "=5*1000"
    left = said(result).partition("Dibiarkan (2):")[2]
    assert "Program!C2 berisi rumus, dibiarkan; menurut SIPD Pagu 2026 «2.20.02» Rp7" in left
    assert result.waiting == 1


def test_x_xx_in_the_workbook_is_the_program_of_its_own_bidang(tmp_path: Path) -> None:
    book(tmp_path, add_row("Program", "| X.XX.01.2.06.0001 | Penyediaan Alat | 5 | 0 | 0 | 0 | 0 | APBD |"))
    export = write_export(tmp_path / "e.xlsx", RECAP, recap("2.20.01.2.06.0001", 8, "Penyediaan Alat"), recap(pagu=1))
    found = by_code(done(tmp_path, export))
    assert found["X.XX.01.2.06.0001"]["Pagu 2026"] == 8
    assert "2.20.01.2.06.0001" not in found


def test_amounts_are_written_as_their_column_counts_them(tmp_path: Path) -> None:
    book(tmp_path, put("Program!C1", "Pagu 2026 (ribuan rupiah)"))
    export = write_export(tmp_path / "e.xlsx", RECAP, recap(pagu=1_000_000_500), recap(OTHER, 2_000_000))
    found = {code: values["Pagu 2026 (ribuan rupiah)"] for code, values in by_code(done(tmp_path, export)).items()}
    assert (found[SUB], found[OTHER]) == (1_000_000.5, 2_000)
    book(tmp_path, put("Program!C1", "Pagu 2026 (ribuan rupiah)"))
    same = write_export(tmp_path / "e.xlsx", RECAP, recap(pagu=1_000_000_000, nama_sumber_dana="APBD"))
    assert not done(tmp_path, same).written


@pytest.mark.parametrize(("version", "place"), [("murni", "C4"), ("perubahan", "I4"), (None, "")])
def test_of_two_columns_of_a_year_identitas_says_which_is_filled(
    tmp_path: Path, version: str | None, place: str
) -> None:
    said_there = [add_row("Identitas", f"| APBD | {version} |")] if version else []
    book(tmp_path, put("Program!I1", "Pagu 2026 Perubahan"), put("Program!I4", 1_500_000), *said_there)
    found = outcome(tmp_path, write_export(tmp_path / "e.xlsx", RECAP, recap(pagu=7)))
    if version is None:
        assert codes(found) == ["B94"]
    else:
        assert found.value is not None
        assert f"→ Rp7 ({place})" in said(found.value)


def test_code_and_name_in_one_cell_stay_in_one_cell(tmp_path: Path) -> None:
    rows = ["Program/Kegiatan/Sub Kegiatan", "Pagu 2026"], [f"{SUB} Pemenuhan Prinsip SDI", "5"]
    book(tmp_path, drop("Program"), sheet_with("Program", *rows))
    export = write_export(tmp_path / "e.xlsx", RECAP, recap(pagu=7, name="Pemenuhan Standar"), recap(OTHER, 8, "Lain"))
    names = [row[0] for row in table(done(tmp_path, export))]
    assert names == [
        "Program/Kegiatan/Sub Kegiatan", f"{SUB} Pemenuhan Standar", "2.20.02 Program Statistik",
        "2.20.02.2.01 Penyelenggaraan Statistik", f"{OTHER} Lain",
    ]  # fmt: skip


# --- which agency, which file ----------------------------------------------------------------------------------------


def test_several_agencies_are_asked_about_and_chosen_by_their_code(tmp_path: Path) -> None:
    book(tmp_path)
    other = {"kode_skpd": "1.01.0.00.0.00.01.0000", "nama_skpd": "Dinas Lain"}
    export = write_export(tmp_path / "e.xlsx", RECAP, recap(pagu=7), recap(pagu=50, **other))
    found = outcome(tmp_path, export)
    assert codes(found) == ["B93"]
    assert "1.01.0.00.0.00.01.0000 Dinas Lain" in str(found.temuan[0].details)
    book(tmp_path, add_row("Identitas", "| Kode SKPD | 1.01.0.00.0.00.01.0000 |"))
    result = done(tmp_path, export)
    assert by_code(result)[SUB]["Pagu 2026"] == 50
    assert "milik «Dinas Lain», sedangkan Nama PD di Identitas «Dinas Contoh»" in said(result)
    book(tmp_path, add_row("Identitas", "| Kode SKPD | 9.01.0.00.0.00.01.0000 |"))
    assert codes(outcome(tmp_path, export)) == ["B95"]


def test_sub_units_are_added_up_and_one_of_them_may_be_chosen(tmp_path: Path) -> None:
    units = [{"kode_sub_unit": f"2.20.0.00.0.00.01.000{n}", "nama_sub_unit": f"UPTD {n}"} for n in (1, 2)]
    export = write_export(tmp_path / "e.xlsx", RECAP, *(recap(pagu=n, **unit) for n, unit in enumerate(units, 3)))
    book(tmp_path)
    assert by_code(done(tmp_path, export))[SUB]["Pagu 2026"] == 7
    book(tmp_path, add_row("Identitas", "| Kode SKPD | 2.20.0.00.0.00.01.0002 |"))
    assert by_code(done(tmp_path, export))[SUB]["Pagu 2026"] == 4


def test_a_file_that_is_no_export_is_named(tmp_path: Path) -> None:
    book(tmp_path)
    assert codes(outcome(tmp_path, write(tmp_path / "lain.xlsx", BAKU))) == ["B96"]
    assert codes(outcome(tmp_path, tmp_path / "tiada.xlsx")) == ["B01"]
    (tmp_path / "rusak.xlsx").write_bytes(b"PK\x03\x04 rusak")
    assert codes(outcome(tmp_path, tmp_path / "rusak.xlsx")) == ["B05"]


def test_a_sheet_whose_columns_are_not_known_is_named(tmp_path: Path) -> None:
    book(tmp_path, put("Program!A1", "Nomor"), put("Program!B1", "Judul"))
    assert codes(outcome(tmp_path, write_export(tmp_path / "e.xlsx", RECAP, recap()))) == ["B94"]


def test_what_cannot_be_read_is_told_and_subtotals_are_not_counted_twice(tmp_path: Path) -> None:
    book(tmp_path)
    rows = (
        recap(pagu=30, kode_rekening=None), recap(pagu="10.000,50"), recap(pagu="Rp 20"), recap(pagu="sepuluh"),
        recap("2.20.02.2.01.01x8", 5), ["JUMLAH"],
    )  # fmt: skip
    result = done(tmp_path, write_export(tmp_path / "e.xlsx", RECAP, *rows))
    assert by_code(result)[SUB]["Pagu 2026"] == 10020.5
    assert "1 baris berisi angka yang tidak terbaca dan dihitung nol (pertama: e.xlsx «Sheet» baris 5 kolom W" in said(
        result
    )
    assert "1 baris dengan kode sub kegiatan yang tidak terbaca tidak dipakai" in said(result)


# --- sheets that are not there, and all else in the file -------------------------------------------------------------


def test_a_workbook_without_the_sheet_gets_it_and_nothing_else_changes(tmp_path: Path) -> None:
    path = book(tmp_path, drop("Program"))
    result = done(tmp_path, write_export(tmp_path / "e.xlsx", RECAP, recap(pagu=7)))
    assert table(result) == [
        ["Kode", "Nomenklatur", "Pagu 2026", "Sumber Dana"],
        ["2.20.02", "Program Statistik", 7, "Pendapatan Asli Daerah (PAD)"],
        ["2.20.02.2.01", "Penyelenggaraan Statistik", 7, "Pendapatan Asli Daerah (PAD)"],
        [SUB, "Pemenuhan Prinsip SDI", 7, "Pendapatan Asli Daerah (PAD)"],
    ]
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(result.file) as after:
        same = {name for name in before.namelist() if before.read(name) == after.read(name)}
        assert before.namelist() == after.namelist()[: len(before.namelist())]
        assert set(before.namelist()) - same == {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"}


def with_macros(path: Path) -> Path:
    """The workbook with a picture on Program and macros, as .xlsm; the .xlsx is gone."""
    opened = load_workbook(path)
    opened["Program"].add_image(Image(io.BytesIO(png())), "L2")
    opened.save(path)
    made = path.with_suffix(".xlsm")
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    macros = b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    link = (
        b'<Relationship Id="rIdV" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
        b'Target="vbaProject.bin"/></Relationships>'
    )
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(kind, b"application/vnd.ms-excel.sheet.macroEnabled.main+xml")
                data = data.replace(b"</Types>", macros)
            elif name == "xl/_rels/workbook.xml.rels":
                data = data.replace(b"</Relationships>", link)
            new.writestr(name, data)
        new.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(range(256)))
    path.unlink()
    return made


def test_macros_and_pictures_stay_byte_for_byte(tmp_path: Path) -> None:
    target = with_macros(book(tmp_path))
    result = import_into((write_export(tmp_path / "e.xlsx", RECAP, recap(pagu=400)),), target, in_place=False).value
    assert result is not None
    assert result.file.name == "buku-impor.xlsm"
    with zipfile.ZipFile(target) as old, zipfile.ZipFile(result.file) as new:
        assert new.namelist() == old.namelist()
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert len(changed) == 1
    assert changed[0].startswith("xl/worksheets/sheet")


def test_a_blank_sheet_gets_its_titles(tmp_path: Path) -> None:
    book(tmp_path, drop("Program"), lambda made: made.create_sheet("Program"))
    result = done(tmp_path, write_export(tmp_path / "e.xlsx", RECAP, recap(pagu=7)))
    assert table(result)[0] == ["Kode", "Nomenklatur", "Pagu 2026", "Sumber Dana"]
    assert table(result)[3][2] == 7


# --- cash and spending -----------------------------------------------------------------------------------------------


def test_cash_of_months_is_added_up_by_quarter(tmp_path: Path) -> None:
    book(tmp_path)
    export = write_export(tmp_path / "kas.xlsx", CASH, cash(SUB, *range(1, 13)))
    result = done(tmp_path, export)
    shown = [by_code(result)[SUB][f"Anggaran Kas TW {roman}"] for roman in ("I", "II", "III", "IV")]
    assert shown == [6, 15, 24, 33]
    assert "Anggaran Kas TW I kosong → Rp6 (I4)" in said(result)


def test_cash_beside_codes_of_all_levels_is_that_of_the_sub_kegiatan(tmp_path: Path) -> None:
    months = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
              "Nopember", "Desember")  # fmt: skip
    rows = (cash("2.20.02", *[9] * 12), cash(f"{SUB} Pemenuhan", *[2] * 12), cash("5.1.02", *[2] * 12))
    book(tmp_path)
    found = by_code(done(tmp_path, write_export(tmp_path / "kas.csv", ("Kode", "Uraian", *months), *rows)))
    assert [found[code]["Anggaran Kas TW IV"] for code in ("2.20.02", "2.20.02.2.01", SUB)] == [6, 6, 6]


def test_what_was_spent_stands_by_quarter_of_the_day_that_counts(tmp_path: Path) -> None:
    book(tmp_path)
    direct = {"jenis_transaksi": "LS", "tanggal_transfer": "02/04/2026"}
    rows = (
        document("2026-03-31", 100), document("31 Maret 2026", "1.000", 50), document("30/03/2026", 10, **direct),
        document(datetime.date(2026, 7, 1), 5), document("2025-12-31", 7),
    )  # fmt: skip
    result = done(tmp_path, write_export(tmp_path / "r.xlsx", DOCUMENTS, *rows))
    titles, *found = table(result, "Realisasi")
    shown = [[row[titles.index(title)] for title in ("Kode", "Tahun", "TW", "Anggaran Realisasi")] for row in found]
    assert shown == [
        [SUB, "2025", "TW IV", 7], [SUB, "2026", "TW I", 1050], [SUB, "2026", "TW II", 10], [SUB, "2026", "TW III", 5],
    ]  # fmt: skip
    assert "Program" not in said(result).partition("Realisasi")[0]


def test_spending_without_a_day_is_told_with_its_amount(tmp_path: Path) -> None:
    book(tmp_path)
    rows = (document("-", 1500), document("2026-01-05", 1))
    result = done(tmp_path, write_export(tmp_path / "r.xlsx", DOCUMENTS, *rows))
    assert (
        "1 baris realisasi tanpa tanggal yang terbaca tidak dipakai (pertama: r.xlsx «Sheet» baris 2, bersama Rp1.500)"
        in said(result)
    )


def test_spending_again_changes_the_quarter_that_changed(tmp_path: Path) -> None:
    path = book(tmp_path)
    done(
        tmp_path,
        write_export(tmp_path / "r.xlsx", DOCUMENTS, document("2026-01-05", 5), document("2026-04-05", 6)),
        in_place=True,
    )
    changed = write_export(tmp_path / "r.xlsx", DOCUMENTS, document("2026-01-05", 5), document("2026-04-05", 9))
    result = done(tmp_path, changed, in_place=True)
    assert "Anggaran Realisasi Rp6 → Rp9 (F3)" in said(result)
    assert not done(tmp_path, changed, in_place=True).written
    assert load_workbook(path)["Realisasi"].max_row == 3


def test_nobody_of_the_export_is_copied_or_told(tmp_path: Path) -> None:
    book(tmp_path)
    result = done(tmp_path, write_export(tmp_path / "r.xlsx", DOCUMENTS, document("2026-01-05", 5), document("?", 5)))
    with zipfile.ZipFile(result.file) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist()) + said(result).encode()
    assert NIP.encode() not in everything
    assert STAFF.encode() not in everything


def test_several_exports_together_fill_both_sheets(tmp_path: Path) -> None:
    book(tmp_path)
    exports = (
        write_export(tmp_path / "1.xlsx", RECAP, recap(pagu=78)),
        write_export(tmp_path / "2.csv", CASH, cash(SUB, *range(1, 13))),
        write_export(tmp_path / "3.xlsx", DOCUMENTS, document("2026-01-05", 5)),
    )
    result = done(tmp_path, *exports)
    assert (by_code(result)[SUB]["Pagu 2026"], by_code(result)[SUB]["Anggaran Kas TW I"]) == (78, 6)
    assert table(result, "Realisasi")[1][:4] == [SUB, None, "2026", "TW I"]


def second_sheet(*, titled: bool) -> Ubah:
    def change(book: Workbook) -> None:
        rows = [[cell.value for cell in book["Program"][1]]] if titled else []
        sheet = book.create_sheet("Program (2)")
        for row in (*rows, [OTHER, "Pembinaan Statistik", 500, None, None, None, None, "APBD"]):
            sheet.append(row)

    return change


@pytest.mark.parametrize("titled", [True, False])
def test_what_stands_on_a_further_sheet_of_program_changes_there_and_is_not_added_again(
    tmp_path: Path, *, titled: bool
) -> None:
    book(tmp_path, second_sheet(titled=titled))
    export = write_export(tmp_path / "e.xlsx", RECAP, recap(SUB, 1_000_000), recap(OTHER, 700, "Pembinaan Statistik"))
    result = done(tmp_path, export)
    assert [row[0] for row in table(result)].count(OTHER) == 0
    assert table(result, "Program (2)")[-1][:3] == [OTHER, "Pembinaan Statistik", 700]
    assert not any("Ditambah" in line for line in result.told)


@pytest.mark.parametrize(("version", "pagu"), [("murni", 800), ("perubahan", 900), ("", 900)])
def test_of_the_budget_before_and_after_a_change_that_of_identitas_counts_and_it_is_said(
    tmp_path: Path, version: str, pagu: int
) -> None:
    book(tmp_path, add_row("Identitas", f"APBD | {version}"))
    titles = [*RECAP[:-1], "Pagu Sebelum Pergeseran", "Pagu Sesudah Pergeseran"]
    export = write_export(tmp_path / "e.xlsx", titles, [*recap()[:-1], 800, 900])
    result = done(tmp_path, export)
    assert table(result)[3][2] == pagu
    used, left = ("Sebelum", "Sesudah") if version == "murni" else ("Sesudah", "Sebelum")
    assert (
        f"e.xlsx: pagu dibaca dari kolom «Pagu {used} Pergeseran»; «Pagu {left} Pergeseran» tidak dipakai."
        in result.told
    )


@pytest.mark.parametrize(("version", "said"), [("perubahan", True), ("murni", False)])
def test_one_column_of_money_is_taken_for_the_changed_budget_and_that_is_said(
    tmp_path: Path, version: str, *, said: bool
) -> None:
    book(tmp_path, add_row("Identitas", f"APBD | {version}"))
    result = done(tmp_path, write_export(tmp_path / "e.xlsx", RECAP, recap(SUB, 900)))
    assert table(result)[3][2] == 900
    assert any("hanya ada satu kolom pagu, «PAGU»" in line for line in result.told) is said
