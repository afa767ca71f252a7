"""Pages that an office ended in its naskah, and pages it laid on their side, are kept with what stands on them."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm

from helpers.naskah_files import at
from pokin_docs.documents.renstra.places import PLACES
from pokin_docs.narrative.read import NarrativeReading, read_narrative
from pokin_docs.narrative.sheets import UPRIGHT, typed_sheets
from pokin_docs.narrative.write import blank_narrative

_W = nsdecls("w")
_BREAK = '<w:r><w:br w:type="page"/></w:r>'


def section(turned: bool = False, kind: str = "nextPage", more: str = "") -> str:
    """A paragraph that ends a section."""
    size = 'w:w="16838" w:h="11906" w:orient="landscape"' if turned else 'w:w="11906" w:h="16838"'
    return (
        f'<w:p {_W}><w:pPr><w:sectPr><w:type w:val="{kind}"/><w:pgSz {size}/>{more}</w:sectPr></w:pPr></w:p>'
    )  # fmt: skip


def text(words: str, properties: str = "", before: str = "", after: str = "") -> str:
    run = f"<w:r><w:t>{words}</w:t></w:r>" if words else ""
    return f"<w:p {_W}><w:pPr>{properties}</w:pPr>{before}{run}{after}</w:p>"


def table(words: str) -> str:
    return f"<w:tbl {_W}><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{text(words)}</w:tc></w:tr></w:tbl>"


def reading(folder: Path, *blocks: str) -> NarrativeReading:
    """A naskah at one place of which these blocks stand."""
    document_file = folder / "b-naskah.docx"
    document_file.write_bytes(blank_narrative(PLACES))
    document = docx.Document(str(document_file))
    prompt = at(document, "mitra")._p
    for block in blocks:
        prompt.addprevious(parse_xml(block))
    document.save(str(document_file))
    return read_narrative(document_file)


def flow(found: NarrativeReading) -> str:
    """What is said at the place; ``/`` begins a page, ``(`` and ``)`` stand around pages that lie on their side."""
    blocks = found.written["mitra"].blocks
    blocks = re.sub(r"<w:pageBreakBefore/>|<n:page/>|<w:br w:type=\"page\"/>", "/", blocks)
    blocks = re.sub(r"<n:sheet w[^>]*>", "(", blocks).replace("<n:sheet/>", ")")
    return re.sub(r"<[^>]+>", "", blocks)


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        ((text("a"), text("", after=_BREAK), text("b")), "a/b"),
        ((text("a", after=_BREAK), text("b")), "a/b"),
        ((text("a"), text("b", before=_BREAK)), "a/b"),
        ((text("a"), text("b", before="<w:r><w:br w:type='page'/><w:t>c</w:t></w:r>")), "a/cb"),
        ((text("a", before="<w:r><w:t>z</w:t></w:r>" + _BREAK), text("b")), "z/ab"),
        ((text("a"), text("b", "<w:pageBreakBefore/>")), "a/b"),
        ((text("a"), text("b", '<w:pageBreakBefore w:val="0"/>')), "ab"),
        ((text("a"), text("", after=_BREAK), table("b")), "a/b"),
        ((text("a"), section(), text("b")), "a/b"),
        ((text("a"), section(), text("b"), section(kind="continuous"), text("c")), "ab/c"),
        ((text("a"), text("", after=_BREAK), text("", after=_BREAK), text("b")), "a/b"),
    ],
)  # fmt: skip
def test_a_page_that_was_ended_is_ended_once(tmp_path: Path, blocks: tuple[str, ...], said: str) -> None:
    assert flow(reading(tmp_path, *blocks)) == said


def test_a_page_ended_before_the_first_words_is_none_and_behind_the_last_is_kept(tmp_path: Path) -> None:
    assert flow(reading(tmp_path, text("", after=_BREAK), text("a"), text("", after=_BREAK))) == "a/"


def test_in_a_cell_no_page_ends(tmp_path: Path) -> None:
    assert flow(reading(tmp_path, table("a").replace("</w:p>", f"{_BREAK}</w:p>"), text("b"))) == "ab"


def test_pages_on_their_side_are_kept_with_what_stands_on_them(tmp_path: Path) -> None:
    found = reading(tmp_path, text("a"), section(), table("b"), section(turned=True), text("c"))
    assert (flow(found), found.temuan) == ("a(b)c", ())


def test_pages_on_their_side_end_with_their_place(tmp_path: Path) -> None:
    assert flow(reading(tmp_path, text("a"), section(), text("b"), text("c"), section(turned=True))) == "a(bc)"


def test_a_naskah_that_lies_on_its_side_as_a_whole_turns_nothing(tmp_path: Path) -> None:
    document_file = tmp_path / "b-naskah.docx"
    document_file.write_bytes(blank_narrative(PLACES))
    document = docx.Document(str(document_file))
    document.sections[0].page_width, document.sections[0].page_height = Cm(30), Cm(20)
    at(document, "mitra").text = "a"
    document.save(str(document_file))
    assert flow(read_narrative(document_file)) == "a"


@pytest.mark.parametrize(("columns", "codes"), [('w:num="2"', ["D53"]), ('w:num="1"', []), ("", [])])
def test_columns_are_told_with_their_place(tmp_path: Path, columns: str, codes: list[str]) -> None:
    found = reading(tmp_path, text("a"), section(kind="continuous"), text("b"),
                    section(kind="continuous", more=f"<w:cols {columns}/>"), text("c"))  # fmt: skip
    assert ([entry.kode for entry in found.temuan], flow(found)) == (codes, "ab/c")


@pytest.mark.parametrize(("before", "own", "turned"), [(False, True, True), (True, True, False), (False, False, False)])
def test_what_is_typed_where_pages_lie_already_is_not_turned(before: bool, own: bool, turned: bool) -> None:
    """Only what its writer turned is: text typed below a table across stands on its pages by itself."""
    body = parse_xml(f"<w:body {_W}>{section(before)}{section(own)}<w:sectPr/></w:body>")
    typed = body[1]
    assert [sheet.is_turned for sheet in typed_sheets(list(body)[:2], [typed], body)] == [turned]


def test_what_is_typed_inside_another_block_is_not_turned() -> None:
    box = parse_xml(text("Di kotak"))
    assert typed_sheets([], [box], parse_xml(f"<w:body {_W}/>")) == [UPRIGHT]
