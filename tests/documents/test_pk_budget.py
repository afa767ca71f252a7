"""The budget table of a PK from a workbook: without money, with Bagian as Excel holds it, with an office's own template."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from openpyxl import Workbook

from helpers.plans import of_class, rencana_of, renstra_of
from helpers.report_pages import look, made
from helpers.word_files import buka, isikan, p, paragraf, surat
from helpers.workbooks import BAKU, add_row, both, insert_row, put, write
from pokin_docs.documents.pk.content import PerjanjianKinerja
from pokin_docs.flow.examine import Examination, Understood
from pokin_docs.model.catalogue import message

Change = Callable[[Workbook], object]

STAF2 = add_row(
    "Pejabat", "| STAF2 | Contoh Lima | | '199004042015012905 | III/a | Penata Muda | Analis | PK JF/JP | SUBKOR | |"
)
BERDUA = both(STAF2, put("Tahap 5!H6", "STAF; STAF2"))


def amounts(path: Path, jenis: str = "jf-jp") -> list[list[str]]:
    return [[str(row.anggaran) for row in isi.daftar_anggaran] for isi in of_class(rencana_of(path), jenis)]


# --- without money ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kode", ["-", "–", " - ", "Tanpa anggaran", "(non anggaran)", "nihil"])
def test_a_dash_in_kode_is_a_pk_without_budget_and_without_mark(tmp_path: Path, kode: str) -> None:
    found = look(write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!G6", kode)))
    assert isinstance(found, Understood)
    (isi,) = of_class(found.plan, "jf-jp")
    assert (isi.daftar_anggaran, isi.total_anggaran) == ((), "")
    assert found.tanda == ()
    assert [finding.kode for finding in found.temuan] == []


def test_a_blank_kode_is_a_mark_and_no_dash(tmp_path: Path) -> None:
    found = look(write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!G6", None)))
    assert isinstance(found, Understood)
    assert found.tanda
    assert "P01" in [finding.kode for finding in found.temuan]


def test_a_dash_beside_a_code_in_another_row_of_the_official_leaves_the_code(tmp_path: Path) -> None:
    row = "| Tahap 3 | Terkelolanya arsip | Jumlah arsip | Kinerja Operasional | Sasaran Sub Kegiatan | PK JF/JP | - | STAF | Dokumen | 1 | 1 | 1 | 1 | 1 | 1 | 1 |"
    assert amounts(write(tmp_path / "b.xlsx", BAKU, add_row("Tahap 5", row))) == [["1.000.000"]]


def test_the_renstra_has_no_mark_for_a_code_that_is_none(tmp_path: Path) -> None:
    renstra = renstra_of(rencana_of(write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!G6", "-"))))
    assert renstra.daftar_perumusan[-1].program == ""


@pytest.mark.parametrize(
    ("said", "shown"), [("Tidak", [[]]), ("tidak", [[]]), ("Ya", [["1.000.000"]]), ("", [["1.000.000"]])]
)
def test_identitas_says_whether_pks_of_jf_have_a_budget(tmp_path: Path, said: str, shown: list[list[str]]) -> None:
    assert (
        amounts(write(tmp_path / "b.xlsx", BAKU, add_row("Identitas", f"| Anggaran dalam PK JF/JP | {said} |")))
        == shown
    )


def test_a_template_without_the_condition_prints_an_empty_table(tmp_path: Path) -> None:
    (isi,) = of_class(rencana_of(write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!G6", "-"))), "jf-jp")
    body = p("{%p for a in daftar_anggaran %}") + p("{{ a.anggaran | rupiah }}") + p("{%p endfor %}")
    data, said = isikan(tmp_path, surat(body + p("TOTAL {{ total_anggaran | rupiah }}")), isi, teruji=True)
    assert (paragraf(buka(data)["word/document.xml"]), list(said)) == (["TOTAL "], [])


# --- the programs that no kinerja names ------------------------------------------------------------------------------

PENUNJANG = add_row("Program", "| 2.16.01 | Program Penunjang | 500 | 1 | 1 | 1 | 1 |")
KADIS2 = add_row(
    "Pejabat", "| KADIS2 | Contoh Enam | | '197101011995011905 | IV/b | Pembina Tk. I | Direktur | PK JPT | BUPATI | |"
)


def test_a_sole_head_of_the_agency_has_every_program_and_two_have_their_own(tmp_path: Path) -> None:
    def codes(*changes: Change) -> list[list[str]]:
        plan = rencana_of(write(tmp_path / "b.xlsx", BAKU, PENUNJANG, *changes))
        return [[row.kode for row in isi.daftar_anggaran] for isi in of_class(plan, "jpt")]

    assert codes() == [["2.20.02", "2.16.01"]]
    assert codes(KADIS2, put("Tahap 5!H3", "KADIS; KADIS2")) == [["2.20.02"], ["2.20.02"]]


@pytest.mark.parametrize("kode", ["A%2'\"<b>", "2.20", "5.1.02.01"])
def test_a_code_without_the_official_shape_is_a_line_like_any_other(tmp_path: Path, kode: str) -> None:
    path = write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!G4", kode), put("Program!A2", kode))
    (rows,) = amounts(path, "ess-3")
    assert rows[0] == "1.000.000"
    found = look(path)
    assert isinstance(found, Understood)
    assert "P41" in [entry.kode for entry in found.temuan]


# --- Bagian as Excel holds it ----------------------------------------------------------------------------------------


def _bagian(value: str | float, number_format: str = "General", title: str = "Bagian") -> Change:
    def change(book: Workbook) -> None:
        sheet = book["Tahap 5"]
        sheet["S1"], sheet["S6"] = title, value
        sheet["S6"].number_format = number_format

    return change


@pytest.mark.parametrize(
    ("value", "number_format", "title"),
    [
        (0.4, "0%", "Bagian"), (0.4, "0.00%", "Bagian"), (40, "General", "Porsi"), (400_000, "#,##0", "Bagian Pagu"),
        (400_000, '"Rp"#,##0', "BAGIAN"), ("40 %", "General", "Bagian"), ("Rp 400.000,-", "General", "Bagian"),
        ("400000", "General", "Bagian"),
    ],
)  # fmt: skip
def test_one_share_is_a_number_or_a_text(tmp_path: Path, value: str | float, number_format: str, title: str) -> None:
    path = write(tmp_path / "b.xlsx", BAKU, _bagian(value, number_format, title))
    assert amounts(path) == [["400.000"]]


def test_a_share_that_its_format_rounds_counts_with_all_its_digits(tmp_path: Path) -> None:
    assert amounts(write(tmp_path / "b.xlsx", BAKU, _bagian(0.12345, "0%"))) == [["123.450"]]


def test_bagian_of_pejabat_is_the_unit_and_that_of_tahap_5_is_none_when_it_holds_names(tmp_path: Path) -> None:
    unit = both(put("Pejabat!K1", "Bagian"), put("Pejabat!K4", "Bagian Umum"))
    names = both(_bagian("Bagian Umum"), put("Tahap 5!S5", "Bagian Umum"))
    found = look(write(tmp_path / "b.xlsx", BAKU, unit, names))
    assert isinstance(found, Understood)
    assert found.buku.pejabat[2].bidang.text == "Bagian Umum"
    assert [message(entry) for entry in found.temuan if entry.kode == "P76"] == [
        "Bagian «Bagian Umum» tidak dipakai: kolom ini tidak berisi bagian pagu satu pun."
    ]


def test_a_second_indicator_takes_the_share_of_its_kinerja(tmp_path: Path) -> None:
    """Owners and code of the row above; the same share again says nothing new."""
    more = insert_row("Tahap 5", 7, "| | | Jumlah kedua | | | | | | Unit | 1 | 1 | 1 | 1 | 1 | 1 | 1 |")
    again = both(_bagian("60; 40"), put("Tahap 5!S7", "60; 40"))
    path = write(tmp_path / "b.xlsx", BAKU, BERDUA, more, again)
    assert amounts(path) == [["600.000"], ["400.000"]]


# --- what the report proves ------------------------------------------------------------------------------------------


def _cells(found: Examination) -> list[str]:
    page = html.document_fromstring(made(found))
    assert isinstance(page, html.HtmlElement)
    (table,) = page.find_class("bagi")
    reasons = page.get_element_by_id("sebab-bagi", None)
    cells = [*table[-2].iter("td"), *(reasons if reasons is not None else ())]
    return [" ".join(cell.text_content().split()) for cell in cells]


def test_the_report_proves_that_each_class_adds_up(tmp_path: Path) -> None:
    assert _cells(look(write(tmp_path / "b.xlsx", BAKU, BERDUA))) == ["1.000.000", *["1.000.000sama"] * 4]


def test_the_report_says_by_how_much_and_why_a_class_differs(tmp_path: Path) -> None:
    found = look(write(tmp_path / "b.xlsx", BAKU, BERDUA, add_row("Identitas", "| Pembagian Pagu | cetak penuh |")))
    *_, jf, reason = _cells(found)
    assert jf == "2.000.000lebih 1.000.000"
    assert reason == "PK JF/JP, 2.20.02 lebih Rp1.000.000: 2.20.02.2.01.0018 dicetak penuh pada beberapa PK"


def test_the_report_says_what_no_kinerja_stands_behind_and_what_cannot_be_counted(tmp_path: Path) -> None:
    idle = add_row("Program", "| 2.16.01 | Program Penunjang | 50 | 1 | 1 | 1 | 1 |")
    cells = _cells(look(write(tmp_path / "b.xlsx", BAKU, idle, put("Program!C2", None))))
    assert cells[1] == "belum dapat dihitung"
    assert cells[5:10] == ["50", "50sama", *["tanpa kinerja"] * 3]
    assert cells[10] == "PK JPT, 2.20.02 belum dapat dihitung, pagu belum diisi: Program!C2"


def test_a_content_says_nothing_of_a_whole(tmp_path: Path) -> None:
    (isi,) = of_class(rencana_of(write(tmp_path / "b.xlsx")), "sub-koordinator-jf")
    assert isinstance(isi, PerjanjianKinerja)
    assert {row.penjelasan for row in isi.daftar_anggaran} == {""}
