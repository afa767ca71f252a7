"""Forms for the units: who is asked about what, and what becomes of a form that comes back in whatever state."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from helpers.realised import COLUMNS, agency, realised
from helpers.workbooks import add_row, both, drop, put
from pokin_docs.flow.entered_book import BookImport
from pokin_docs.flow.realised_forms import HandedOut, NoYear, all_forms, hand_out, take_back
from pokin_docs.model.catalogue import message
from pokin_docs.model.findings import Outcome


def forms(book: Path, quarter: int = 2) -> dict[str, HandedOut]:
    """The forms of a quarter by their unit."""
    made = hand_out(book, quarter, book.parent / "formulir").value
    assert made is not None
    return {form.unit: form for form in made}


def titles(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for cell in sheet[3]]


def fill(file: Path, sheet: str, row: str, column: str, value: str | float | None) -> None:
    """Fill in a cell of a form: of the row that holds a text, in the column whose title begins so."""
    book = load_workbook(file)
    page = book[sheet]
    line = next(cells for cells in page.iter_rows(min_row=4) if row in [cell.value for cell in cells])
    place = next(number for number, title in enumerate(titles(page)) if title.startswith(column))
    line[place].value = value
    book.save(file)


def change(file: Path, edit: Callable[[Workbook], object]) -> Path:
    book = load_workbook(file)
    edit(book)
    book.save(file)
    return file


def back(book: Path, *files: Path) -> Outcome[BookImport]:
    return take_back(files, book, in_place=False)


def rows(result: Outcome[BookImport]) -> list[dict[str, object]]:
    """The rows of Realisasi in what an import made, by the titles of their columns, blanks left out."""
    assert result.value is not None, result.temuan
    head, *found = load_workbook(result.value.file)["Realisasi"].iter_rows(values_only=True)
    return [{str(title): value for title, value in zip(head, row, strict=True) if value is not None} for row in found]


def said(result: Outcome[BookImport]) -> list[tuple[str, str]]:
    return [(found.kode, message(found)) for found in result.temuan]


# Handing out


def test_each_unit_is_asked_about_what_its_posts_own(tmp_path: Path) -> None:
    made = forms(agency(tmp_path))
    assert {unit: (form.measures, form.money) for unit, form in made.items()} == {
        "Kepala Dinas": (3, 0), "Bidang Data": (2, 1),
    }  # fmt: skip
    assert made["Bidang Data"].file.name == "Realisasi_2026_TW-2_Bidang-Data.xlsx"


def test_money_that_nobody_owns_is_asked_of_the_secretariat(tmp_path: Path) -> None:
    made = forms(agency(tmp_path, add_row("Program", "| 2.16.01 | Program Penunjang | 1000 | APBD |")))
    assert (made["Sekretariat"].measures, made["Sekretariat"].money) == (0, 1)


def test_a_form_shows_targets_and_what_is_there_already_and_asks_in_blank_cells(tmp_path: Path) -> None:
    book = agency(tmp_path, realised(["IND-4", None, None, "TW I", "20"], ["IND-4", None, None, "TW II", "30"]))
    sheet = load_workbook(forms(book)["Bidang Data"].file)["Kinerja"]
    row = dict(zip(titles(sheet), [cell.value for cell in sheet[5]], strict=True))
    assert (row["ID Indikator"], row["Indikator"], row["Target 2026"]) == ("IND-4", "Jumlah data standar", "100")
    assert (row["Target s.d. TW II"], row["Sudah tercatat s.d. TW I"], row["Nilai TW II"]) == ("50", "20", None)
    assert not sheet.protection.sheet
    first = load_workbook(forms(book, 1)["Bidang Data"].file)["Kinerja"]
    assert not any(title.startswith("Sudah tercatat") for title in titles(first))


def test_predicates_and_posts_are_offered(tmp_path: Path) -> None:
    book = agency(tmp_path, put("Tahap 5!P3", "BB"))
    sheet = load_workbook(forms(book)["Kepala Dinas"].file)["Kinerja"]
    offered = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation if rule.formula1}
    assert '"D,C,CC,B,BB,A,AA"' in offered.values()
    assert '"Kepala Dinas"' in offered.values()


def test_a_form_that_stands_there_is_never_touched(tmp_path: Path) -> None:
    book = agency(tmp_path)
    file = forms(book)["Bidang Data"].file
    fill(file, "Kinerja", "IND-4", "Nilai", 30)
    before = file.read_bytes()
    again = forms(book)["Bidang Data"]
    assert not again.written
    assert file.read_bytes() == before


def test_forms_are_the_same_to_the_byte(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = (forms(agency(tmp_path / name))["Bidang Data"].file.read_bytes() for name in "ab")
    assert one == other


def test_without_pejabat_there_is_one_form_for_all(tmp_path: Path) -> None:
    (form,) = forms(agency(tmp_path, drop("Pejabat"))).values()
    assert (form.unit, form.measures, form.money) == ("Perangkat Daerah", 5, 1)


def test_a_workbook_without_a_year_gives_no_forms(tmp_path: Path) -> None:
    with pytest.raises(NoYear):
        hand_out(agency(tmp_path, put("Identitas!B6", None)), 1, tmp_path / "formulir")


# Taking back


def test_what_was_filled_in_becomes_rows_of_realisasi(tmp_path: Path) -> None:
    book = agency(tmp_path, realised())
    file = forms(book)["Bidang Data"].file
    fill(file, "Kinerja", "IND-4", "Nilai", 30)
    fill(file, "Kinerja", "IND-4", "Kendala", "hujan")
    fill(file, "Anggaran", "2.20.02.2.01.0018", "Anggaran Realisasi", 1_500_000)
    result = back(book, file)
    assert rows(result) == [
        {"ID Indikator": "IND-4", "Tahun": "2026", "TW": "TW II", "Nilai": 30, "Kendala": "hujan"},
        {"Kode": "2.20.02.2.01.0018", "Tahun": "2026", "TW": "TW II", "Anggaran Realisasi": 1_500_000},
    ]
    assert said(result) == []
    assert result.value is not None
    assert result.value.told[0].endswith("(Bidang Data, TW II): 1 indikator dan 1 sub kegiatan diisi.")


@pytest.mark.parametrize(
    "name",
    [
        "Monitoring dan Evaluasi Data",
        "Penataan & Pemeliharaan Data",
        "Pengumpulan/Pengolahan Data",
        "1. Data; 2. Peta",
        "Kosong",
        "-",
    ],
)
def test_a_sub_kegiatan_is_called_what_it_is_and_no_person(tmp_path: Path, name: str) -> None:
    book = agency(tmp_path, put("Program!B4", name))
    file = forms(book)["Bidang Data"].file
    fill(file, "Anggaran", "2.20.02.2.01.0018", "Anggaran Realisasi", 5)
    result = back(book, file)
    assert [row["Anggaran Realisasi"] for row in rows(result)] == [5]
    assert said(result) == []


def test_a_workbook_without_the_sheet_gets_it(tmp_path: Path) -> None:
    book = agency(tmp_path)
    file = forms(book)["Bidang Data"].file
    fill(file, "Kinerja", "IND-4", "Nilai", 0)
    assert rows(back(book, file)) == [{"ID Indikator": "IND-4", "Tahun": "2026", "TW": "TW II", "Nilai": 0}]


def test_a_row_that_is_there_is_replaced_only_where_it_changed_and_that_is_said(tmp_path: Path) -> None:
    book = agency(tmp_path, realised(["IND-4", None, None, "TW II", 30, None, "dukungan"],
                                     ["IND-3", None, None, "TW II", 20]))  # fmt: skip
    file = forms(book)["Bidang Data"].file
    fill(file, "Kinerja", "IND-4", "Nilai", 31)
    fill(file, "Kinerja", "IND-3", "Nilai", "20")
    result = back(book, file)
    assert [row["Nilai"] for row in rows(result)] == [31, 20]
    assert rows(result)[0]["Faktor Pendukung"] == "dukungan"
    assert result.value is not None
    assert "  Jumlah data standar, TW II: Nilai «30» → 31 (E2)" in result.value.told
    assert not any("IND-3" in line or "layanan baik" in line for line in result.value.told)


def test_the_same_form_again_changes_nothing(tmp_path: Path) -> None:
    book = agency(tmp_path, realised(["IND-4", None, None, "TW II", 30]))
    file = forms(book)["Bidang Data"].file
    fill(file, "Kinerja", "IND-4", "Nilai", 30)
    result = back(book, file, file)
    assert result.value is not None
    assert not result.value.written
    assert result.value.told[-1] == "buku.xlsx sudah sama dengan formulirnya; tidak ada yang ditulis."


def count(result: Outcome[BookImport]) -> str:
    assert result.value is not None
    return result.value.told[0].partition(": ")[2]


def test_a_cell_that_is_not_taken_is_not_counted_as_filled_in(tmp_path: Path) -> None:
    book = agency(tmp_path, realised())
    file = forms(book)["Bidang Data"].file
    fill(file, "Kinerja", "IND-4", "Nilai", "banyak")
    fill(file, "Kinerja", "IND-4", "Kendala", "hujan")
    fill(file, "Anggaran", "2.20.02.2.01.0018", "Anggaran Realisasi", "belum ada")
    assert count(back(book, file)) == "0 indikator dan 0 sub kegiatan diisi; 2 isian tidak dipakai."


def test_what_two_units_contradict_each_other_about_counts_for_neither(tmp_path: Path) -> None:
    book = agency(tmp_path, realised())
    file = forms(book)["Bidang Data"].file
    fill(file, "Kinerja", "IND-4", "Nilai", 30)
    other = file.with_name("lain.xlsx")
    other.write_bytes(file.read_bytes())
    assert count(back(book, file, other)) == "1 indikator dan 0 sub kegiatan diisi."
    fill(other, "Kinerja", "IND-4", "Nilai", 31)
    assert count(back(book, file, other)) == "0 indikator dan 0 sub kegiatan diisi; 1 isian tidak dipakai."


def test_a_cell_with_a_formula_in_the_workbook_is_left_and_not_counted(tmp_path: Path) -> None:
    file = forms(agency(tmp_path, realised()))["Bidang Data"].file
    book = agency(tmp_path, realised(["IND-4", None, None, "TW II", "=5*6"], ["IND-3", None, None, "TW II", 20]))
    fill(file, "Kinerja", "IND-4", "Nilai", 31)
    fill(file, "Kinerja", "IND-3", "Nilai", 20)
    result = back(book, file)
    assert count(result) == "1 indikator dan 0 sub kegiatan diisi; 1 isian tidak dipakai."
    assert result.value is not None
    assert "menurut formulirnya Nilai «Jumlah data standar, TW II» 31" in "\n".join(result.value.told)


@pytest.mark.parametrize("column", ["Kendala", "Bukti"])
def test_what_is_said_of_a_sub_kegiatan_without_its_amount_is_named(tmp_path: Path, column: str) -> None:
    book = agency(tmp_path, realised())
    file = forms(book)["Bidang Data"].file
    fill(file, "Anggaran", "2.20.02.2.01.0018", column, "belum dibayar")
    result = back(book, file)
    assert count(result) == "0 indikator dan 0 sub kegiatan diisi; 1 isian tidak dipakai."
    assert said(result)[0][0] == "B119"
    assert "«2.20.02.2.01.0018 Pemenuhan Prinsip SDI» tanpa Anggaran Realisasi" in said(result)[0][1]


def test_a_blank_form_changes_nothing(tmp_path: Path) -> None:
    book = agency(tmp_path, realised(["IND-4", None, None, "TW II", 30]))
    result = back(book, forms(book)["Bidang Data"].file)
    assert result.value is not None
    assert not result.value.written


@pytest.mark.parametrize(
    ("typed", "kept"), [("85,5 %", 85.5), ("1.250", 1250), ("85.5", 85.5), (0, 0), ("0", 0), (85.5, 85.5)]
)
def test_numbers_typed_as_text_are_numbers(tmp_path: Path, typed: str | float, kept: float) -> None:
    book = agency(tmp_path, realised())
    file = forms(book)["Bidang Data"].file
    fill(file, "Kinerja", "IND-3", "Nilai", typed)
    assert [row["Nilai"] for row in rows(back(book, file))] == [kept]


def test_text_in_a_cell_of_numbers_is_told_with_file_and_cell_and_the_rest_goes_in(tmp_path: Path) -> None:
    book = agency(tmp_path, realised())
    file = forms(book)["Bidang Data"].file
    fill(file, "Kinerja", "IND-3", "Nilai", "sekitar 85")
    fill(file, "Kinerja", "IND-3", "Upaya", "pendampingan")
    fill(file, "Anggaran", "2.20.02.2.01.0018", "Anggaran Realisasi", "belum ada")
    result = back(book, file)
    (row,) = rows(result)
    assert "Nilai" not in row
    assert row["Upaya"] == "pendampingan"
    assert ("B119", "«sekitar 85» bukan angka atau predikat untuk «Persentase layanan baik»; tidak diisikan ke buku "
            "kerja.") in said(result)  # fmt: skip
    place = next(str(found.tempat) for found in result.temuan if found.kode == "B119")
    assert place == f"{file.name}: Kinerja!J4"
    assert [found.kode for found in result.temuan if "Anggaran!" in str(found.tempat)] == ["B119"]


@pytest.mark.parametrize(
    ("sheet", "row", "column", "typed", "told"),
    [
        ("Kinerja", "IND-3", "Nilai", -3, "Nilai «Persentase layanan baik» -3 kurang dari nol, padahal satuannya %"),
        ("Kinerja", "IND-4", "Nilai", "-3", "Nilai «Jumlah data standar» -3 kurang dari nol, padahal satuannya Data"),
        ("Anggaran", "2.20.02.2.01.0018", "Anggaran", -5, "«2.20.02.2.01.0018 Pemenuhan Prinsip SDI» Rp-5 kurang dari nol"),
        ("Kinerja", "IND-3", "Batas Waktu", "31 Juny 2026", "«31 Juny 2026» bukan tanggal untuk «Persentase layanan baik»"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_once_with_its_cell_and_is_not_taken(
    sheet: str, row: str, column: str, typed: str | int, told: str, tmp_path: Path
) -> None:
    book = agency(tmp_path, realised())
    file = forms(book)["Bidang Data"].file
    fill(file, sheet, row, column, typed)
    result = back(book, file)
    assert [kode for kode, _ in said(result)] == ["B119"]
    assert told in said(result)[0][1]
    assert str(result.temuan[0].tempat).startswith(f"{file.name}: {sheet}!")
    assert count(result) == "0 indikator dan 0 sub kegiatan diisi; 1 isian tidak dipakai."


def test_an_indicator_that_may_fall_takes_a_value_below_zero(tmp_path: Path) -> None:
    book = agency(tmp_path, realised(), put("Tahap 5!B5", "Persentase pertumbuhan layanan"))
    file = forms(book)["Bidang Data"].file
    fill(file, "Kinerja", "IND-3", "Nilai", -3)
    result = back(book, file)
    assert said(result) == []
    assert [row["Nilai"] for row in rows(result)] == [-3]


@pytest.mark.parametrize(("before", "amount", "codes"), [(0, 6_122_579_000, []), (0, 6_122_579_001, ["P64"]),
                                                         (1, 6_122_579_000, ["P64"]), (None, 6_122_579_000, [])])  # fmt: skip
def test_more_than_the_pagu_is_told_at_the_form_and_taken(
    before: int | None, amount: int, codes: list[str], tmp_path: Path
) -> None:
    quarter = "TW I" if before is not None else "TW II"
    amount_before = 7 if before is None else before
    book = agency(tmp_path, realised([None, "2.20.02.2.01.0018", None, quarter, None, amount_before]))
    file = forms(book)["Bidang Data"].file
    fill(file, "Anggaran", "2.20.02.2.01.0018", "Anggaran", amount)
    result = back(book, file)
    assert [(found.kode, found.tempat.lembar) for found in result.temuan] == [
        (kode, f"{file.name}: Anggaran") for kode in codes
    ]
    assert amount in [row.get("Anggaran Realisasi") for row in rows(result)]


def test_columns_moved_and_rows_deleted_do_not_matter(tmp_path: Path) -> None:
    book = agency(tmp_path, realised())
    file = forms(book)["Bidang Data"].file
    fill(file, "Kinerja", "IND-4", "Nilai", 30)

    def edit(form: Workbook) -> None:
        sheet = form["Kinerja"]
        sheet.delete_rows(4)
        sheet.insert_cols(1, 2)
        last = sheet.max_column + 1
        for number, row in enumerate(sheet.iter_rows(min_row=3, max_row=4), start=3):
            sheet.cell(number, last, row[11].value)
            row[11].value = None

    change(file, edit)
    assert [(row["ID Indikator"], row["Nilai"]) for row in rows(back(book, file))] == [("IND-4", 30)]


def test_two_units_that_differ_about_one_indicator_are_told_and_nothing_is_guessed(tmp_path: Path) -> None:
    shared = both(put("Tahap 5!G6", "KABID; SEKRE"))
    book = agency(tmp_path, realised(), shared)
    made = forms(book)
    one, other = made["Bidang Data"].file, made["Sekretariat"].file
    fill(one, "Kinerja", "IND-4", "Nilai", 30)
    fill(other, "Kinerja", "IND-4", "Nilai", 31)
    fill(other, "Kinerja", "IND-4", "Kendala", "hujan")
    result = back(book, one, other)
    (row,) = rows(result)
    assert "Nilai" not in row
    assert row["Kendala"] == "hujan"
    ((kode, told),) = said(result)
    assert kode == "B119"
    assert "30" in told
    assert "31" in told
    assert one.name in told
    assert other.name in told
    fill(other, "Kinerja", "IND-4", "Nilai", 30)
    assert rows(back(book, one, other))[0]["Nilai"] == 30


def test_an_indicator_that_the_workbook_lacks_is_told_with_a_proposal(tmp_path: Path) -> None:
    book = agency(tmp_path, realised())
    file = forms(book)["Bidang Data"].file
    fill(file, "Kinerja", "IND-4", "Nilai", 30)
    fill(file, "Kinerja", "IND-4", "Indikator", "Jumlah data standart")
    fill(file, "Kinerja", "IND-4", "ID Indikator", None)
    result = back(book, file)
    assert result.value is not None
    assert not result.value.written
    ((kode, told),) = said(result)
    assert kode == "B119"
    assert "mungkin maksudnya «Jumlah data standar»" in told


@pytest.mark.parametrize(
    ("row", "value", "words"),
    [(3, "Dinas Lain", "formulir ini milik «Dinas Lain»"), (4, "2025", "Tahun pada lembar Formulir 2025"),
     (5, "Semester 1", "bukan TW I sampai TW IV"), (5, "TW I", "judul kolomnya menyebut TW II")],
)  # fmt: skip
def test_a_form_of_another_agency_year_or_quarter_is_refused(tmp_path: Path, row: int, value: str, words: str) -> None:
    book = agency(tmp_path, realised())
    file = change(forms(book)["Bidang Data"].file, put(f"Formulir!B{row}", value))
    fill(file, "Kinerja", "IND-4", "Nilai", 30)
    result = back(book, file)
    assert result.value is None
    ((kode, told),) = said(result)
    assert kode == "B118"
    assert words in told


def test_a_form_without_its_sheet_or_its_column_is_refused(tmp_path: Path) -> None:
    book = agency(tmp_path, realised())
    file = change(forms(book)["Bidang Data"].file, lambda form: form.remove(form["Kinerja"]))
    assert "lembar «Kinerja» tidak ada" in said(back(book, file))[0][1]
    other = forms(agency(tmp_path, realised()), 3)["Bidang Data"].file
    change(other, lambda form: form["Kinerja"].delete_cols(10))
    assert [kode for kode, _ in said(back(book, other))] == ["B13"]


def test_forms_are_told_apart_from_other_files(tmp_path: Path) -> None:
    book = agency(tmp_path, realised())
    file = forms(book)["Bidang Data"].file
    assert all_forms([file]) is True
    assert all_forms([book]) is False
    assert all_forms([file, book]) is None
    assert all_forms([tmp_path / "tidak-ada.xlsx"]) is False


def test_indicators_without_an_id_are_named_by_their_sentence(tmp_path: Path) -> None:
    book = agency(
        tmp_path,
        realised(columns=tuple(title for title in COLUMNS if title != "ID Indikator")),
        put("Tahap 5!H6", None),
    )
    file = forms(book)["Bidang Data"].file
    fill(file, "Kinerja", "Jumlah data standar", "Nilai", 30)
    (row,) = rows(back(book, file))
    assert (row["Indikator"], row["Kode"], row["Nilai"]) == ("Jumlah data standar", "2.20.02.2.01", 30)
