"""Word files bound into one: page set-up, heads, feet, lists and places stay those of each paper."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Mm

from pokin_docs.files.contents.bound_word import WordPaper, bind_word


def paper(text: str, *, head: str = "", height: int = 297, numbered: bool = False, second: bool = False) -> bytes:
    """A paper with its own head and height of page, perhaps a list, perhaps a second section."""
    made = docx.Document()
    made.add_paragraph(text)
    made.sections[0].page_height = Mm(height)
    if head:
        made.sections[0].header.paragraphs[0].text = head
    if numbered:
        made.add_paragraph("pertama", style="List Number")
    if second:
        made.add_section(WD_SECTION.NEW_PAGE)
        made.add_paragraph(f"lampiran {text}")
    return saved(made)


def saved(made: Document) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def bound(*papers: bytes) -> tuple[Document, tuple[int, ...]]:
    data, refused = bind_word([WordPaper(one, f"PK_{number}") for number, one in enumerate(papers)], "PK 2026")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert len(set(package.namelist())) == len(package.namelist())
    return docx.Document(io.BytesIO(data)), refused


def test_each_paper_keeps_its_own_page_set_up_and_head() -> None:
    made, refused = bound(paper("satu", head="KOP SATU"), paper("dua", height=330), paper("tiga", head="KOP TIGA"))
    assert refused == ()
    assert [round(one.page_height.mm) for one in made.sections if one.page_height] == [297, 330, 297]
    # A paper without a head has none, not that of the paper before.
    assert [one.header.paragraphs[0].text for one in made.sections] == ["KOP SATU", "", "KOP TIGA"]
    assert [one.text for one in made.paragraphs if one.text] == ["satu", "dua", "tiga"]


def test_every_paper_begins_on_an_odd_page_with_number_one_but_not_its_further_sections() -> None:
    made, _ = bound(paper("satu", second=True), paper("dua", second=True))
    assert [one.start_type for one in made.sections] == [
        WD_SECTION.NEW_PAGE,
        WD_SECTION.NEW_PAGE,
        WD_SECTION.ODD_PAGE,
        WD_SECTION.NEW_PAGE,
    ]
    starts = [one._sectPr.find(qn("w:pgNumType")) for one in made.sections]
    assert [None if one is None else one.get(qn("w:start")) for one in starts] == ["1", None, "1", None]


def test_papers_have_bookmarks_and_the_file_a_title() -> None:
    made, _ = bound(paper("satu"), paper("dua"))
    names = [one.get(qn("w:name")) for one in made.element.body.iter(qn("w:bookmarkStart"))]
    assert names == ["PK_0_1", "PK_1_2"]
    assert made.core_properties.title == "PK 2026"


def test_no_page_is_added_between_papers() -> None:
    made, _ = bound(paper("satu"), paper("dua"))
    assert len(made.paragraphs) == 2


def test_a_paper_of_other_styles_or_with_notes_is_refused() -> None:
    other = docx.Document()
    other.styles["Normal"].font.name = "Arial"
    made, refused = bound(paper("satu"), saved(other), paper("tiga"))
    assert refused == (1,)
    assert [one.text for one in made.paragraphs] == ["satu", "tiga"]


def test_the_same_papers_give_the_same_bytes() -> None:
    papers = [WordPaper(paper("satu", head="KOP"), "a"), WordPaper(paper("dua"), "b")]
    assert bind_word(papers, "PK") == bind_word(papers, "PK")
