"""A PDF held against its document, and papers bound: no word lost, fonts told, each paper on a right-hand page."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from openpyxl import Workbook
from pypdf import PdfReader, PdfWriter

from pokin_docs.pdf import bind as bind_module
from pokin_docs.pdf.bind import BoundPaper, bind, chapters, is_joined_of, joined
from pokin_docs.pdf.layout import Layout, PageBlock, Piece
from pokin_docs.pdf.reading import PdfFacts, plain, read_pdf
from pokin_docs.pdf.truth import judge, judge_book, lost_words, replaced_fonts


def document(*paragraphs: str) -> bytes:
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def shown(*pages: str, fonts: dict[str, bool] | None = None, blank: tuple[int, ...] = ()) -> PdfFacts:
    return PdfFacts(pages, blank, fonts or {"Calibri": True})


def codes(data: bytes, facts: PdfFacts) -> list[str]:
    return [one.kode for one in judge(data, facts, "PDF/a.pdf")]


def test_a_pdf_with_every_word_has_no_finding() -> None:
    assert codes(document("Target 85,5 persen", "SATUAN"), shown("target 85,5", "persen satuan")) == []


def test_a_word_that_a_line_parts_is_there() -> None:
    assert lost_words(document("Persandian"), shown("Per\nsandian")) == ()


def test_a_hyphen_at_which_no_line_ends_is_asked_for_as_any_other() -> None:
    made = docx.Document()
    made.add_paragraph("e").runs[0]._r.append(OxmlElement("w:noBreakHyphen"))
    made.paragraphs[0].add_run("KTP")
    stream = io.BytesIO()
    made.save(stream)
    assert [lost_words(stream.getvalue(), shown(page)) for page in ("e-KTP", "e\u2011KTP", "eKTP")] == [
        (), (), ("e-ktp",)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "page", "lost"),
    [
        ("Target 85,5", "Target", ("85,5",)),
        ("100 dari 100", "100 dari", ("100",)),  # as often as in the document
        ("Kepala Dinas", "", ("kepala", "dinas")),
    ],
)
def test_words_that_are_not_printed_are_told(text: str, page: str, lost: tuple[str, ...]) -> None:
    assert lost_words(document(text), shown(page)) == lost
    (finding,) = judge(document(text), shown(page), "PDF/a.pdf")
    assert (finding.kode, dict(finding.details)["jumlah"]) == ("D61", str(len(lost)))


def test_words_of_a_workbook_that_are_not_printed_are_told_and_what_no_page_shows_is_not_asked_for() -> None:
    book, stream = Workbook(), io.BytesIO()
    sheet, hidden = book.worksheets[0], book.create_sheet("Lain")
    for place, value in {"A1": "Sasaran", "B1": "tersembunyi", "A2": "baris", "A3": "gabung", "B4": "=1+1", "D4": "luar",
                         "A5": 75, "A6": "Jumlah (76 %)"}.items():  # fmt: skip
        sheet[place] = value  # type: ignore[assignment]
    hidden["A1"] = "rahasia"
    hidden.sheet_state = "hidden"
    sheet.column_dimensions["B"].hidden = sheet.row_dimensions[2].hidden = True
    sheet.print_area = "A1:C9"
    book.save(stream)
    data = stream.getvalue()
    assert judge_book(data, shown("Sasaran gabung", "Jumlah (76 %)"), "PDF/a.pdf") == ()
    (finding,) = judge_book(data, shown("Sasaran gabung", "Jumlah (75 %)"), "PDF/a.pdf")
    assert (finding.kode, dict(finding.details)["kata"]) == ("D61", "(76")


def test_fonts_that_are_not_embedded_are_told() -> None:
    assert codes(document("a"), shown("a", fonts={"Calibri": False})) == ["D62"]


@pytest.mark.parametrize(
    ("font", "told"),
    [("Calibri-Bold", set()), ("Carlito", set()), ("OpenSymbol", set()), ("DejaVuSerif", {"DejaVuSerif"})],
)
def test_only_a_font_of_other_widths_counts_as_replaced(font: str, told: set[str]) -> None:
    assert replaced_fonts(document("a"), shown("a", fonts={font: True})) == told


def test_an_empty_page_is_told_by_its_number() -> None:
    (finding,) = judge(document("a"), shown("a", "", blank=(2,)), "PDF/a.pdf")
    assert (finding.kode, dict(finding.details)["halaman"]) == ("D64", "2")


def test_texts_are_compared_without_blanks_case_and_signs_nobody_sees() -> None:
    assert plain("Sub\u00adkegiatan \ufb01nal\u200b") == "subkegiatanfinal"


def test_what_is_no_pdf_is_none() -> None:
    assert read_pdf(b"bukan") is None
    assert read_pdf(b"%PDF-1.7\n%%EOF") is None


def pages(count: int) -> bytes:
    writer = PdfWriter()
    for _ in range(count):
        writer.add_blank_page(595, 935)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_each_bound_paper_begins_on_a_right_hand_page() -> None:
    papers = [
        BoundPaper(pages(1), "Pimpinan", "PK Kepala"),
        BoundPaper(pages(2), "Bidang A", "PK Kabid"),
        BoundPaper(pages(3), "Bidang A", "PK JF"),
    ]
    reader = PdfReader(io.BytesIO(bind(papers, "PK 2026")))
    assert [reader.get_destination_page_number(one) for one in _flat(reader.outline)] == [0, 0, 2, 2, 4]
    assert [str(one.title) for one in _flat(reader.outline)] == [
        "Pimpinan",
        "PK Kepala",
        "Bidang A",
        "PK Kabid",
        "PK JF",
    ]
    assert len(reader.pages) == 8
    assert reader.page_labels[:4] == ["PK Kepala hal. 1/1", "kosong", "PK Kabid hal. 1/2", "PK Kabid hal. 2/2"]
    assert float(reader.pages[1].mediabox.height) == 935
    assert reader.metadata is not None
    assert reader.metadata.title == "PK 2026"


def test_a_document_is_parted_before_its_chapters_and_keeps_the_numbers_it_prints(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def block(kind: str, page: int, text: str) -> PageBlock:
        return PageBlock(kind, (Piece(page, 90, 400, 300, 410, 1, text),))

    feet = tuple(Piece(page, 290, 30, 300, 40, -1, label) for page, label in ((1, "i"), (2, "1"), (3, "2"), (4, "3")))
    blocks = (
        block("P", 1, "Sampul"),
        block("H1", 2, "BAB I"),
        block("H2", 3, "1.1"),
        block("H1", 3, "di tengah"),
        block("H1", 4, "BAB II"),
    )
    found = Layout(((595, 935),) * 4, blocks, feet, ())
    monkeypatch.setattr(bind_module, "read_layout", lambda pdf: found)
    reader = PdfReader(io.BytesIO(bind(chapters(pages(4)), "Renstra")))
    assert reader.page_labels == ["i", "kosong", "1", "2", "3", "kosong"]
    assert [(str(one.title), reader.get_destination_page_number(one)) for one in _flat(reader.outline)] == [
        ("BAB I", 2),
        ("1.1", 3),
        ("di tengah", 3),
        ("BAB II", 4),
    ]


def test_pdfs_are_joined_and_known_by_where_they_come_from() -> None:
    whole = joined([pages(1), pages(2)], "a|b")
    assert len(PdfReader(io.BytesIO(whole)).pages) == 3
    assert is_joined_of(whole, "a|b")
    assert not is_joined_of(whole, "a|c")
    assert not is_joined_of(b"bukan", "a|b")


def _flat(outline: Sequence[Any]) -> list[Any]:
    return [one for part in outline for one in (_flat(part) if isinstance(part, list) else [part])]


@pytest.mark.libreoffice
def test_libreoffice_makes_pdf_a_with_bookmarks_and_embedded_fonts(tmp_path: Path) -> None:
    from pokin_docs.pdf.office import convert, find_office

    made = docx.Document()
    made.add_heading("Bab pertama", 1)
    made.add_paragraph("Isi 85,5 persen")
    made.save(str(tmp_path / "a.docx"))
    (tmp_path / "b.docx").write_bytes(b"PK rusak")
    office = find_office()
    assert office is not None
    found = convert(office, {"a": tmp_path / "a.docx", "b": tmp_path / "b.docx"})
    facts = read_pdf(found["a"])
    assert facts is not None
    assert set(facts.fonts.values()) == {True}
    assert lost_words((tmp_path / "a.docx").read_bytes(), facts) == ()
    assert b"pdfaid" in found["a"]
    assert [str(one.title) for one in _flat(PdfReader(io.BytesIO(found["a"])).outline)] == ["Bab pertama"]
