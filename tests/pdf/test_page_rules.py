"""Pages examined: what a page parts, what stands alone or outside its place, numbers that are not theirs."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Mm

from helpers.page_layouts import cell, day, head, layout, p, piece, table
from helpers.pdf_agency import page_that_says
from pokin_docs.pdf.layout import Layout, PageBlock, Piece, read_layout
from pokin_docs.pdf.page_rules import judge_pages, judge_sheet, longer_than_usual


@pytest.fixture(scope="module")
def paper() -> bytes:
    """A Word file of A4 with margins of 3 cm."""
    made = docx.Document()
    for section in made.sections:
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Cm(3)
    return _saved(made)


def _saved(made: Document) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def told(paper: bytes, found: Layout) -> list[tuple[str, str]]:
    return [(one.kode, dict(one.details)["halaman"]) for one in judge_pages(paper, found, "PDF/a.pdf")]


SIGNED = [cell(p("Pihak Kedua, NIP. 1970", 2)), cell(p("Pihak Pertama, NIP. 1980", 2))]


@pytest.mark.parametrize(
    ("blocks", "pages"),
    [
        ([p("Isi", 2), table(SIGNED)], []),
        ([table([cell(p("baris", 2))]), day(2), table(SIGNED)], []),
        ([p("Isi", 1), table(SIGNED)], ["2"]),
        ([table([cell(p("baris", 1))]), day(2), table(SIGNED)], ["2"]),
        ([p("Isi", 1), day(1), table(SIGNED)], ["2"]),
        ([p("Isi", 1), table([cell(p("Pihak Kedua,", 1))], [cell(p("NIP. 1970", 2))])], ["2"]),
        # Somebody named at the head of a form, which goes on below.
        ([p("Isi", 1), table([cell(p("NIP", 2))]), p("Rencana hasil kerja", 2)], []),
        ([table(SIGNED)], []),  # nothing was parted from it
        # The last row of the table itself is signed: with rows before it on its page, or alone.
        ([table([head(1)], [cell(p("a", 1))], [cell(p("b", 2))], SIGNED)], []),
        ([table([head(1)], [cell(p("a", 1))], SIGNED)], ["2"]),
    ],
)  # fmt: skip
def test_signatures_stand_with_what_is_signed(paper: bytes, blocks: list[PageBlock], pages: list[str]) -> None:
    assert told(paper, layout(*blocks)) == [("D65", page) for page in pages]


@pytest.mark.parametrize(
    ("blocks", "pages"),
    [
        ([p("BAB I", 1, 60, "H1"), p("Isi", 2)], ["1"]),
        ([p("BAB I", 1, 60, "H1"), p("Isi", 1, 40)], []),
        ([p("BAB I", 1, 600, "H1"), p("Isi", 2)], []),  # a page that holds its title alone is meant
        ([p("Isi", 1), p("BAB I", 1, 60, "H1")], []),  # nothing follows at all
        ([p("Tabel 4.1 Program", 1, 60), table([cell(p("1", 2))])], ["1"]),
        ([p("Tabel 4.1 Program", 1, 60), p("Daftar berikut", 2)], []),  # an entry of a list of tables
        ([p("Gambar 3.1 Pohon", 1, 60), p("Isi", 2)], []),  # stands below its picture
        ([p("Isi saja", 1, 60), p("Isi", 2)], []),
    ],
)  # fmt: skip
def test_a_heading_stands_with_what_it_is_over(paper: bytes, blocks: list[PageBlock], pages: list[str]) -> None:
    assert told(paper, layout(*blocks)) == [("D66", page) for page in pages]


def test_a_row_that_would_fit_on_a_page_is_not_cut(paper: bytes) -> None:
    cut = cell(p("Meningkatnya", 1, 60), p("layanan", 2, 780))
    assert told(paper, layout(table([cut]))) == [("D67", "1")]
    assert told(paper, layout(table([cell(p("a", 1))], [cell(p("b", 2))]))) == []
    over_rows = PageBlock("TD", (), cut.parts, rows=3)
    assert told(paper, layout(table([over_rows]))) == []
    longer_than_a_page = cell(p("awal", 1, 780), p("akhir", 1, 60), p("lanjutan", 2, 780))
    assert told(paper, layout(table([longer_than_a_page]))) == []


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        (Piece(1, 200, 300, 201, 500), True),  # a border of a column goes through it
        (Piece(1, 200, 300, 201, 402), False),  # ends below
        (Piece(1, 301, 300, 302, 500), False),  # stands behind it
        (Piece(2, 200, 300, 201, 500), False),  # on another page
        (Piece(1, 80, 405, 500, 406), True),  # a border of a row
        (Piece(1, 90, 405, 300, 406), False),  # struck out
        (Piece(1, 80, 399, 500, 400), False),  # below it
    ],
)
def test_no_line_of_a_table_goes_through_a_text(paper: bytes, line: Piece, is_told: bool) -> None:
    assert told(paper, layout(p("Meningkatnya"), lines=(line,))) == ([("D69", "1")] if is_told else [])


@pytest.mark.parametrize(("left", "right", "is_told"), [(86, 509, False), (78, 300, True), (90, 517, True)])
def test_text_stays_within_the_margins(paper: bytes, left: float, right: float, is_told: bool) -> None:
    found = layout(PageBlock("P", (piece("teks", left=left, right=right),)))
    assert told(paper, found) == ([("D69", "1")] if is_told else [])


@pytest.mark.parametrize(
    ("number", "foot", "is_told"),
    [
        ("4", "4", False),
        ("5", "4", True),
        ("iv", "IV", False),
        ("4", "Halaman 4", False),
        ("…", "4", False),
        ("5", "", False),
    ],
)
def test_a_list_of_contents_names_the_page_that_says_so(paper: bytes, number: str, foot: str, is_told: bool) -> None:
    feet = (piece(foot, 2, 30, mark=-1),) if foot else ()
    found = layout(p(f"1.1 Latar Belakang {number}"), p("1.1 Latar Belakang", 2, 500, "H2"), p("Isi", 2), feet=feet)
    assert told(paper, found) == ([("D58", "1")] if is_told else [])


def test_pages_of_one_fault_are_one_finding(paper: bytes) -> None:
    blocks = [p("A", 1, 60, "H1"), p("Isi", 2), p("B", 2, 60, "H1"), p("Isi", 3)]
    (finding,) = judge_pages(paper, layout(*blocks), "PDF/a.pdf")
    assert dict(finding.details) == {"berkas": "PDF/a.pdf", "halaman": "1, 2", "kalimat": "A"}


@pytest.mark.parametrize(
    ("pages", "longer"),
    [([2, 2, 3], [3]), ([2, 2, 2], []), ([2, 3], []), ([2, 2, 3, 3], []), ([2, 2, 1], []), ([2, 2, 2, 3, 4], [3, 4])],
)
def test_only_what_most_of_a_class_agree_on_is_usual(pages: list[int], longer: list[int]) -> None:
    found = longer_than_usual({str(number): count for number, count in enumerate(pages)})
    assert [(count, usual) for _, count, usual in found] == [(count, 2) for count in longer]


@pytest.mark.libreoffice
@pytest.mark.parametrize("pages", [1, 2, 5])
def test_a_table_that_goes_over_pages_is_one_block_with_its_rows_in_order(tmp_path: Path, pages: int) -> None:
    from pokin_docs.pdf.office import convert, find_office

    made = docx.Document()
    made.add_paragraph("Awal")
    table = made.add_table(pages * 6, 2)
    for number, row in enumerate(table.rows):
        row.cells[0].text, row.cells[1].text = f"baris {number}", "\n".join("isi" * 120 for _ in range(3))
    merged = table.cell(0, 0).merge(table.cell(1, 0))
    made.add_heading("Akhir " + "panjang " * 60, 1)
    (tmp_path / "a.docx").write_bytes(_saved(made))
    office = find_office()
    assert office is not None
    assert merged is not None
    found = read_layout(convert(office, {"a": tmp_path / "a.docx"})["a"])
    assert found is not None
    assert len(found.sizes) >= pages
    first, block, last = found.blocks
    assert (first.text, block.kind, last.kind) == ("Awal", "Table", "H1")
    rows = list(block.of_kind("TR"))
    assert [row.text.split()[1] for row in rows[2:]] == [str(number) for number in range(2, pages * 6)]
    assert [cell.rows for cell in rows[0].parts] == [2, 1]
    assert last.text == ("Akhir " + "panjang " * 60).strip()


@pytest.mark.parametrize("signs", [1, 127, 128, 2000])
def test_a_text_is_read_whole_whatever_its_length(signs: int) -> None:
    text = "a" * signs
    found = read_layout(page_that_says(text))
    assert found is not None
    assert [piece.text for piece in found.texts] == [text]


def test_what_is_no_pdf_has_no_pages() -> None:
    assert read_layout(b"bukan") is None


@pytest.mark.libreoffice
def test_faults_of_a_word_file_are_seen_on_the_pages_of_libreoffice(tmp_path: Path) -> None:
    from pokin_docs.pdf.office import convert, find_office

    made = docx.Document()
    made.add_paragraph("Isi")
    for _ in range(22):
        made.add_paragraph()
    heading = made.add_heading("Judul di kaki", 2)
    heading.paragraph_format.keep_with_next = False
    for number in range(24):
        made.add_paragraph("baris").paragraph_format.page_break_before = number == 0
    rows = made.add_table(1, 2)
    rows.style = "Table Grid"
    rows.cell(0, 0).text = "kata " * 120
    wide = made.add_table(1, 1)
    wide.autofit = False
    wide.columns[0].width = Cm(25)
    wide.cell(0, 0).width = Cm(25)
    wide.cell(0, 0).text = "kata " * 60
    made.add_paragraph("Paringin, 5 Januari 2026").paragraph_format.page_break_before = True
    made.add_paragraph("NIP. 197003121994031901")
    assert made.element.body.find(qn("w:sectPr")) is not None
    (tmp_path / "a.docx").write_bytes(_saved(made))
    office = find_office()
    assert office is not None
    found = read_layout(convert(office, {"a": tmp_path / "a.docx"})["a"])
    assert found is not None
    codes = {one.kode for one in judge_pages((tmp_path / "a.docx").read_bytes(), found, "PDF/a.pdf")}
    assert codes == {"D65", "D66", "D67", "D69"}


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        (Piece(1, 100, 100, 200, 110, text="di tengah"), False),
        (Piece(1, 500, 100, 700, 110, text="melewati tepi kanan"), True),
        (Piece(1, 100, 835, 200, 850, text="melewati tepi atas"), True),
        (Piece(1, 100, 1400, 200, 1410, text="milik sel yang tercetak di halaman lain"), False),
        (Piece(1, 100, 100, 120, 110, text="####"), True),
        (Piece(1, 100, 100, 120, 110, text="#1"), False),
    ],
)
def test_what_leaves_its_page_or_cell_in_the_pdf_of_a_workbook_is_named(text: Piece, is_told: bool) -> None:
    found = judge_sheet(Layout(((595.0, 842.0),), (), (text,), ()), "PDF/a-Tabel.pdf")
    assert [(one.kode, dict(one.details)["halaman"]) for one in found] == ([("D69", "1")] if is_told else [])


def test_a_text_that_runs_over_the_line_of_its_cell_is_named_in_the_pdf_of_a_workbook() -> None:
    text, line = Piece(1, 100, 100, 200, 110, text="terlalu panjang"), Piece(1, 150, 90, 151, 120)
    assert [one.kode for one in judge_sheet(Layout(((595.0, 842.0),), (), (text,), (line,)), "PDF/a.pdf")] == ["D69"]


@pytest.mark.parametrize(
    ("before", "is_told"),
    [
        ("di sel gabung", False),  # printed whole on the page before: nothing shows it here
        ("teks yang lain", True),
    ],
)
def test_the_rest_of_a_merged_cell_above_its_next_page_is_none_outside(before: str, is_told: bool) -> None:
    texts = (Piece(1, 100, 700, 200, 710, text=before), Piece(2, 100, 836, 200, 846, text="di sel gabung"))
    found = judge_sheet(Layout(((595.0, 842.0), (595.0, 842.0)), (), texts, ()), "PDF/a.pdf")
    assert [(one.kode, dict(one.details)["halaman"]) for one in found] == ([("D69", "2")] if is_told else [])
