"""Cells that stand for another or for none, dates and amounts however they are typed: one list for all columns."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from helpers.plans import settings
from helpers.workbooks import BAKU, add_row, both, insert_row, put, read_of, write
from pokin_docs.documents.pk.content import PerjanjianKinerja
from pokin_docs.extract.read import read
from pokin_docs.flow.examine import Understood, examine
from pokin_docs.model.catalogue import message
from pokin_docs.model.cell_words import is_blank_word, is_ditto, says_none
from pokin_docs.model.printing import plain_nip
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.settings import Settings
from pokin_docs.model.typed_values import (
    likely_date,
    likely_rupiah,
    named_weekday,
    read_day_number,
    read_month,
    read_rupiah,
    read_typed_date,
)

Change = Callable[[Workbook], object]


def formatted(place: str, value: Any, number_format: str) -> Change:
    """A change: a value with a number format of Excel."""
    sheet, _, cell = place.partition("!")

    def change(book: Workbook) -> None:
        book[sheet][cell] = value
        book[sheet][cell].number_format = number_format

    return change


def read_with(folder: Path, *changes: Change) -> tuple[BukuKerja, list[tuple[str, str]]]:
    outcome = read(write(folder / "b.xlsx", BAKU, *changes))
    assert outcome.value is not None, outcome.temuan
    return outcome.value, [(entry.kode, str(entry.tempat)) for entry in outcome.temuan]


def look(folder: Path, *changes: Change, **more: Any) -> Understood:
    chosen = Settings(folder, (), **more) if more else settings()
    found = examine(write(folder / "b.xlsx", BAKU, *changes), chosen)
    assert isinstance(found, Understood), found.temuan
    return found


# Blank


@pytest.mark.parametrize(
    "text",
    [
        "-",
        "--",
        "–",
        "—",
        "- - -",
        "…",
        "...",
        ".",
        "_",
        "?",
        "( )",
        "n/a",
        "N/A",
        "n.a.",
        "kosong",
        "(Kosong)",
        "belum diisi",
    ],
)
def test_what_says_that_a_cell_is_blank(text: str) -> None:
    assert is_blank_word(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "0",
        "0,0",
        "x",
        "✓",
        "%",
        "1.",
        "A",
        "Nihil",
        "Tidak ada",
        "Belum ada",
        "-5",
        "Kosongkan",
        "Tanah kosong",
        "-" * 40,
    ],
)
def test_what_is_content(text: str) -> None:
    assert not is_blank_word(text)


def test_where_an_id_or_a_date_stands_words_say_that_there_is_none() -> None:
    assert all(map(says_none, ("tidak ada", "Nihil", "belum ada", "-")))
    assert not any(map(says_none, ("KADIS", "0", "")))


@pytest.mark.parametrize(
    ("cell", "kode"),
    [
        ("Tahap 5!C4", "I01"), ("Tahap 5!E4", None), ("Tahap 5!H4", "P06"), ("Tahap 5!I4", "I12"), ("Tahap 5!J4", "I31"),
        ("Tahap 5!L4", "I13"), ("Tahap 5!Q4", None), ("Program!C4", "P43"), ("Program!H4", None), ("Pejabat!C4", None),
        ("Pejabat!D4", "N02"), ("Pejabat!E4", None), ("Pejabat!J4", None), ("Identitas!B2", "B29"), ("Identitas!B8", "K08"),
    ],
)  # fmt: skip
def test_a_dash_is_blank_in_every_column(tmp_path: Path, cell: str, kode: str | None) -> None:
    """What is said of it is what is said of a blank cell, so nothing else is known of the dash anywhere."""
    blank = look(tmp_path, put(cell, None))
    for typed in ("-", "n/a"):
        with_word = look(tmp_path, put(cell, typed))
        said = [(entry.kode, str(entry.tempat)) for entry in with_word.temuan]
        assert said == [(entry.kode, str(entry.tempat)) for entry in blank.temuan]
        assert kode is None or kode in [code for code, _ in said]
        assert repr(with_word.plan.dokumen) == repr(blank.plan.dokumen)


def test_a_dash_in_kode_and_in_nama_has_a_meaning_of_its_own(tmp_path: Path) -> None:
    buku, _ = read_with(tmp_path, put("Tahap 5!G4", "-"), put("Pejabat!B4", "-"))
    assert (buku.tahap5[2].kode.text, buku.tahap5[2].kode.said_none) == ("", True)
    assert buku.pejabat[2].nama.text == "-"
    buku, _ = read_with(tmp_path, put("Tahap 5!G4", "…"))
    assert (buku.tahap5[2].kode.text, buku.tahap5[2].kode.said_none) == ("", False)


def test_a_row_of_dashes_is_no_row(tmp_path: Path) -> None:
    buku, said = read_with(tmp_path, add_row("Tahap 5", "| - | - | - | … | - | - | - | - |"))
    assert (len(buku.tahap5), said) == (5, [])


def test_zero_is_not_blank(tmp_path: Path) -> None:
    buku, said = read_with(
        tmp_path, put("Program!C4", 0), put("Program!D4", "0"), formatted("Program!E4", 0, '#,##0;-#,##0;"-"')
    )
    assert [isian.number for isian in list(buku.program[2].pagu.values())[:3]] == [Decimal(0)] * 3
    assert (bool(buku.program[2].pagu[2026]), said) == (True, [])


def test_a_sentence_keeps_the_words_of_the_lists(tmp_path: Path) -> None:
    text = "Kosong, idem, sda - n/a (lowong)"
    buku, said = read_with(tmp_path, put("Tahap 5!C4", text))
    assert (buku.tahap5[2].indikator.text, said) == (text, [])


# Ditto


@pytest.mark.parametrize(
    "text",
    ["idem", "Idem.", "(idem)", "sda", "s.d.a.", "S.D.A", "SDA", "ditto", '"', "”", "〃", "„", '-"-', "-''-", "- „ -", "''", "//", "-//-",
     "Sama dengan di atas", "seperti diatas"],
)  # fmt: skip
def test_what_says_as_above(text: str) -> None:
    assert is_ditto(text)
    assert not is_blank_word(text)


@pytest.mark.parametrize(
    "text", ["", "-", "/", "'", ",", "sama", "sdan", "idem dengan baris 3", '5"', "lihat atas", "id"]
)
def test_what_does_not_say_it(text: str) -> None:
    assert not is_ditto(text)


def test_ditto_is_what_stands_above_and_said_once_per_column(tmp_path: Path) -> None:
    buku, said = read_with(
        tmp_path, put("Tahap 5!I4", "idem"), put("Tahap 5!I5", "sda"), put("Program!H3", '"'), put("Program!H4", "-''-")
    )
    assert [row.satuan.text for row in buku.tahap5] == ["Indeks", "%", "%", "%", "Dokumen"]
    assert [row.sumber_dana.text for row in buku.program] == ["APBD"] * 3
    assert said == [("B50", "Tahap 5!I4"), ("B50", "Program!H3")]
    outcome = read(tmp_path / "b.xlsx")
    assert "(I4, I5)" in message(outcome.temuan[0])


def test_an_amount_a_date_and_a_code_may_be_as_above(tmp_path: Path) -> None:
    changes = [put(f"Program!{column}4", "idem") for column in "CDEFG"]
    buku, said = read_with(
        tmp_path,
        *changes,
        put("Pejabat!K1", "Berlaku Dari"),
        put("Pejabat!K3", datetime(2025, 3, 1)),
        put("Pejabat!K4", "sda"),
    )
    assert buku.program[2].pagu[2026].number == Decimal(1_000_000)
    assert buku.pejabat[2].berlaku_dari.tanggal == date(2025, 3, 1)
    assert {code for code, _ in said} == {"B50"}


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ([put("Tahap 5!I2", "idem")], "Tahap 5!I2"),  # only the title is above
        ([put("Tahap 5!I3", None), put("Tahap 5!I4", "idem")], "Tahap 5!I4"),
        ([put("Tahap 5!I3", "-"), put("Tahap 5!I4", "idem")], "Tahap 5!I4"),
        ([put("Program!D3", "idem"), put("Program!D2", 5)], "Program!D3"),  # the year before says something else
        ([put("Identitas!B8", "idem")], "Identitas!B8"),
    ],
)
def test_where_it_is_not_sure_it_is_blank_with_a_finding(tmp_path: Path, changes: list[Change], place: str) -> None:
    found = look(tmp_path, *changes)
    assert ("B51", place) in [(entry.kode, str(entry.tempat)) for entry in found.temuan]
    assert "idem" not in repr(found.plan.dokumen)
    assert place not in [str(entry.tempat) for entry in found.temuan if entry.kode != "B51"]


def test_a_blank_row_between_does_not_part_them_but_a_title_does(tmp_path: Path) -> None:
    buku, said = read_with(tmp_path, put("Tahap 5!I4", "idem"), insert_row("Tahap 5", 4, "| |"))
    assert (buku.tahap5[2].satuan.text, said) == ("%", [("B50", "Tahap 5!I5")])
    _, said = read_with(tmp_path, put("Program!H3", "idem"), insert_row("Program", 3, "| | BIDANG STATISTIK |"))
    assert ("B51", "Program!H4") in said


def test_a_kinerja_as_above_is_a_further_indicator(tmp_path: Path) -> None:
    row = "| idem | idem | Jumlah data lain | sda | sda | sda | sda | sda | % | 5 | 6 | 7 | 8 | 9 | 10 | 11 |"
    found = look(tmp_path, insert_row("Tahap 5", 6, row))
    (node,) = [kinerja for kinerja in found.plan.pohon.kinerja if kinerja.source.baris == 5]
    assert [indikator.text.text for indikator in node.indikator] == ["Persentase data standar", "Jumlah data lain"]
    assert node.pemilik == ("SUBKOR",)
    assert not {"S32", "S10", "S34"} & {entry.kode for entry in found.temuan}


def test_sda_may_be_the_unit_for_water(tmp_path: Path) -> None:
    units = both(
        put("Pejabat!K1", "Bidang"), put("Pejabat!K4", "SDA"), put("Pejabat!K5", "SDA"), put("Pejabat!K6", "sda")
    )
    buku, said = read_with(tmp_path, units)
    assert [row.bidang.text for row in buku.pejabat] == ["", "", "SDA", "SDA", "SDA"]
    assert said == [("B50", "Pejabat!K6")]


# Dates


@pytest.mark.parametrize(
    "text",
    [
        "5 Januari 2026", "05 januari 2026", "Senin, 5 Januari 2026", "Senin 5 Januari 2026", "Contohan, 5 Januari 2026",
        "Contohan, Senin, 5 Januari 2026", "Hari Senin tanggal 5 Januari 2026", "tgl. 5 Januari 2026", "5 Jan 2026", "5-Jan-26",
        "5 Jan. 2026", "5-1-2026", "05/01/2026", "05/01/26", "5.1.2026", "5 / 1 / 2026", "2026-01-05", "2026/01/05",
        "2026-01-05 00:00:00", "2026-01-05T00:00:00", "20260105", "January 5, 2026", "5 January 2026",
    ],
)  # fmt: skip
def test_a_day_however_it_is_typed(text: str) -> None:
    assert read_typed_date(text) == date(2026, 1, 5)
    assert read_month(text, shown=True) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "5 Januari",
        "2026",
        "31/02/2026",
        "1/13/2026",
        "sampai 5 Januari 2026",
        "1-5 Januari 2026",
        "5 Janurai 2026",
        "tidak ada",
    ],
)
def test_what_names_no_day(text: str) -> None:
    assert read_typed_date(text) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("5 Januri 2026", date(2026, 1, 5)), ("5 Janurai 2026", date(2026, 1, 5)), ("5 pebuari 2026", date(2026, 2, 5)),
        ("Contohan, 30 Sepetember 2026", date(2026, 9, 30)), ("1/13/2026", date(2026, 1, 13)),
        ("31/02/2026", None), ("1-5 Januri 2026", None), ("5 Jumat 2026", None), ("tidak ada", None), ("5 Julni 2026", None),
    ],
)  # fmt: skip
def test_what_a_refused_day_may_mean_is_only_proposed(tmp_path: Path, text: str, meant: date | None) -> None:
    assert likely_date(text) == meant
    said = {one.kode: message(one) for one in look(tmp_path, put("Identitas!B7", text)).temuan}["B21"]
    assert ("Mungkin maksudnya" in said) == (meant is not None)


def test_years_of_two_digits() -> None:
    assert read_typed_date("5/1/69") == date(2069, 1, 5)
    assert read_typed_date("5/1/70") == date(1970, 1, 5)


@pytest.mark.parametrize(
    "text",
    [
        "Januari 2026",
        "Jan 2026",
        "… Januari 2026",
        "     Januari 2026",
        "___ Januari 2026",
        "Contohan,    Januari 2026",
        "01/2026",
    ],
)
def test_a_month_alone(text: str) -> None:
    assert read_month(text, shown=False) == date(2026, 1, 1)


def test_jan_26_is_a_month_only_where_excel_shows_it() -> None:
    assert read_month("Jan-26", shown=True) == date(2026, 1, 1)
    assert read_month("Jan-26", shown=False) is None
    assert read_month("13/2026", shown=True) is None


def dates_of(found: Understood) -> set[str]:
    return {str(entry.content.tanggal) for entry in found.plan.dokumen if isinstance(entry.content, PerjanjianKinerja)}


@pytest.mark.parametrize(
    "change", [put("Identitas!B7", "Januari 2026"), formatted("Identitas!B7", datetime(2026, 1, 1), "mmm-yy")]
)
def test_the_day_of_the_pk_may_be_left_open(tmp_path: Path, change: Change) -> None:
    found = look(tmp_path, change)
    assert dates_of(found) == {"\u00a0" * 16 + "Januari 2026"}
    assert [entry.kode for entry in found.temuan] == ["B54"]
    assert not found.galat(final=True)
    assert found.plan.cycle.tanggal == date(2026, 1, 1)


def test_a_day_is_printed_as_one(tmp_path: Path) -> None:
    assert dates_of(look(tmp_path, formatted("Identitas!B7", datetime(2026, 1, 1), "d mmmm yyyy"))) == {
        "1 Januari 2026"
    }
    open_day = put("Identitas!B7", "Januari 2026")
    assert dates_of(look(tmp_path, open_day, tanggal=date(2026, 1, 7))) == {"7 Januari 2026"}


def test_a_month_begins_on_its_first_and_ends_on_its_last_day(tmp_path: Path) -> None:
    titles = both(put("Pejabat!K1", "Berlaku Dari"), put("Pejabat!L1", "Berlaku Sampai"))
    buku, said = read_with(tmp_path, titles, put("Pejabat!K4", "Oktober 2025"), put("Pejabat!L4", "Februari 2028"))
    assert (buku.pejabat[2].berlaku_dari.tanggal, buku.pejabat[2].berlaku_sampai.tanggal) == (
        date(2025, 10, 1),
        date(2028, 2, 29),
    )
    assert said == [("B54", "Pejabat!K4"), ("B54", "Pejabat!L4")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("46027", date(2026, 1, 5)),
        ("18264", date(1950, 1, 1)),
        ("18263", None),
        ("73050", date(2099, 12, 31)),
        ("73051", None),
    ],
)
def test_excels_number_of_a_day(text: str, found: date | None) -> None:
    assert read_day_number(text) == found


def test_a_weekday_that_is_another_one_is_said(tmp_path: Path) -> None:
    assert [named_weekday(text) for text in ("Senin, 5 Januari", "Jum'at, 9", "Contohan, Ahad 4", "5 Januari")] == [
        0,
        4,
        6,
        None,
    ]
    assert look(tmp_path, put("Identitas!B7", "Senin, 5 Januari 2026")).temuan == ()
    (said,) = look(tmp_path, put("Identitas!B7", "Selasa, 5 Januari 2026")).temuan
    assert (said.kode, "bukan hari Selasa" in message(said)) == ("B53", True)


# Amounts, shares and numbers of people


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Rp 1.250.000.000,-", 1_250_000_000), ("1.250.000.000", 1_250_000_000), ("Rp. 1.250.000.000,00", 1_250_000_000),
        ("IDR 1,250,000", 1_250_000), ("1 250 000 000", 1_250_000_000), ("0", 0), ("1,25 M", None), ("1.250 juta", None),
        ("sekitar 1.000", None), ("1.25.000", None),
    ],
)  # fmt: skip
def test_an_amount_typed_as_text_is_read_or_refused_never_guessed(text: str, amount: int | None) -> None:
    assert read_rupiah(text) == (None if amount is None else Decimal(amount))


@pytest.mark.parametrize(
    ("text", "proposed"),
    [("1,25 M", "1.250.000.000"), ("Rp 1,25 T", "1.250.000.000.000"), ("nihil", "0"), ("banyak", None), ("12 km", None)],
)  # fmt: skip
def test_what_a_refused_amount_may_mean_is_only_proposed(tmp_path: Path, text: str, proposed: str | None) -> None:
    assert likely_rupiah(text) == proposed
    (said,) = look(tmp_path, put("Program!C4", text)).temuan
    assert (said.kode, f"«{proposed}»" in message(said)) == ("B21", proposed is not None)


@pytest.mark.parametrize(
    "text",
    ["19850101 201001 1 001", "1985.0101.201001.1.001", "NIP. 19850101 201001 1 001", "NIP: 198501012010011001", "'198501012010011001",
     "19850101-201001-1-001", "NI PPPK 198501012010011001", "198501012010011001\u200b"],
)  # fmt: skip
def test_only_the_digits_of_a_nip_count(text: str) -> None:
    assert plain_nip(text) == "198501012010011001"


@pytest.mark.parametrize(
    ("value", "number_format", "codes"),
    [
        (0.6, "0%", []),
        (0.605, "0.0%", []),
        (60, '0"%"', []),
        ("60%", "@", ["I40"]),
        ("60 persen", "@", ["I40"]),
        (6, "0%", ["I33"]),
        (0.05, "0%", ["I34"]),
    ],
)
def test_a_share_counts_as_it_is_shown(tmp_path: Path, value: Any, number_format: str, codes: list[str]) -> None:
    up = both(put("Tahap 5!S1", "Polaritas"), put("Tahap 5!S4", "Semakin tinggi semakin baik"))
    found = look(tmp_path, up, formatted("Tahap 5!L4", value, number_format))
    assert [entry.kode for entry in found.temuan if entry.kode != "I14"] == codes


def test_the_blanks_of_a_workbook_are_those_of_its_rows(tmp_path: Path) -> None:
    """A cell that says that it is blank is one for the layouts too: nothing of it is taken for a title or a sentence."""
    buku = read_of(write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!B3", "-"), put("Tahap 5!E3", "-")))
    assert buku.tahap5[1].kinerja.is_blank
