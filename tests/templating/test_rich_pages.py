"""Text of the office stands on pages like those it typed it on, with head, foot and numbers of the document."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from lxml import etree

from pokin_docs.documents.narrative import RichText
from pokin_docs.templating.fill.rich_host import RichHost
from pokin_docs.templating.fill.rich_text import put
from pokin_docs.templating.signs import RICH_END, RICH_START

_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{_SPACE}}}"
HOST = RichHost("word/document.xml", {}, {}, {1: "Heading1"}, frozenset())
A4 = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1000" w:right="800" w:bottom="1200" w:left="1600"/>'
TURNED_A4 = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
ON_ITS_SIDE = '<n:sheet w="16838" h="11906"/>'
ON_A3 = '<n:sheet w="23811" h="16838"/>'
BACK = "<n:sheet/>"


@dataclass(frozen=True)
class Content:
    """What the body is filled from."""

    naskah: RichText


def p(words: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="peran:paragraf"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'


def heading(words: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'


def section(inner: str = A4) -> str:
    return f'<w:sectPr><w:type w:val="continuous"/>{inner}<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'


def filled(blocks: str, host: str) -> etree._Element:
    """A body in which ``@`` is the paragraph of the place."""
    rich = RichText(blocks, texts=("a",))
    place = f"<w:p><w:r><w:t>{RICH_START}{rich.digest}{RICH_END}</w:t></w:r></w:p>"
    body = f'<w:document xmlns:w="{_SPACE}"><w:body>{host.replace("@", place)}</w:body></w:document>'
    return etree.fromstring(put(body.encode(), Content(rich), HOST, {})[0])


def flow(root: etree._Element) -> str:
    """What is said; ``|`` ends pages and ``-`` such on their side, ``/`` begins a page within a section."""
    said = []
    for element in root.iter():
        if element.tag == _W + "t":
            said.append(element.text or "")
        elif element.tag == _W + "pageBreakBefore":
            said.append("/")
        elif element.tag == _W + "p" and (own := element.find(f"{_W}pPr/{_W}sectPr")) is not None:
            said.append("".join(text.text or "" for text in element.iter(_W + "t")) + mark(own))
        elif element.tag == _W + "sectPr" and element.getparent().tag == _W + "body":  # type: ignore[union-attr]
            said.append(mark(element))
    return re.sub(r"(\w+)([|-])\1", r"\1\2", "".join(said))


def mark(own: etree._Element) -> str:
    size = own.find(_W + "pgSz")
    return "-" if size is not None and size.get(_W + "orient") == "landscape" else "|"


@pytest.mark.parametrize(
    ("blocks", "host", "said"),
    [
        (p("a") + ON_ITS_SIDE + p("b") + BACK + p("c"), "@" + section(), "a|b-c|"),
        (p("a") + ON_ITS_SIDE + p("b") + BACK, "@" + p("z") + section(), "a|b-z|"),
        (p("a") + ON_ITS_SIDE + p("b") + BACK, "@" + section(), "a|b-"),
        (ON_ITS_SIDE + p("b") + BACK, p("y") + "@" + p("z") + section(), "y|b-z|"),
        (ON_ITS_SIDE + p("b") + BACK, p("y") + heading("h") + "@" + section(), "y|hb-"),
        (ON_ITS_SIDE + p("b") + BACK, heading("h") + "@" + section(), "hb-"),
        (ON_ITS_SIDE + p("b") + BACK, "@@" + p("z") + section(), "b-b-z|"),
        (p("a") + "<n:page/>" + p("b"), "@" + section(), "a/b|"),
        (p("a") + "<n:page/>", "@" + heading("h") + section(), "a/h|"),
        (p("a") + "<n:page/>", "@" + section(), "a|"),
        (p("a") + ON_ITS_SIDE + BACK + p("b"), "@" + section(), "ab|"),
    ],
)  # fmt: skip
def test_pages_on_their_side_stand_where_they_were_typed_and_none_is_empty(blocks: str, host: str, said: str) -> None:
    assert flow(filled(blocks, host)) == said


def test_what_begins_with_a_section_begins_once() -> None:
    """First number and first page are those of its first part, what follows begins new pages."""
    root = filled(p("a") + ON_ITS_SIDE + p("b") + BACK + p("c"), "@" + section())
    sections = list(root.iter(_W + "sectPr"))
    starts = [one.find(_W + "pgNumType").get(_W + "start") for one in sections]  # type: ignore[union-attr]
    kinds = [one.find(_W + "type").get(_W + "val") for one in sections]  # type: ignore[union-attr]
    titles = [one.find(_W + "titlePg") is not None for one in sections]
    assert (starts, kinds, titles) == (
        ["1", None, None], ["continuous", "nextPage", "nextPage"], [True, False, False],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "size"), [(ON_ITS_SIDE, ("16838", "11906")), (ON_A3, ("23811", "16838"))], ids=["same paper", "larger"]
)
def test_margins_turn_with_the_page_and_larger_paper_stays_larger(typed: str, size: tuple[str, str]) -> None:
    root = filled(typed + p("b") + BACK, "@" + p("z") + section())
    turned = next(one for one in root.iter(_W + "sectPr") if mark(one) == "-")
    page, sides = turned.find(_W + "pgSz"), turned.find(_W + "pgMar")
    assert page is not None
    assert sides is not None
    assert (page.get(_W + "w"), page.get(_W + "h")) == size
    assert [sides.get(_W + side) for side in ("top", "right", "bottom", "left")] == ["1600", "1000", "800", "1200"]


@pytest.mark.parametrize(
    "host",
    ["<w:tbl><w:tr><w:tc><w:tcPr/>@</w:tc></w:tr></w:tbl>" + section(), "@" + section(TURNED_A4), "@"],
    ids=["in a cell", "on its side already", "no section"],
)
def test_where_pages_cannot_turn_the_text_stands_as_it_is(host: str) -> None:
    root = filled(p("a") + ON_ITS_SIDE + p("b") + BACK, host)
    assert re.sub(r"\W", "", flow(root)) == "ab"
    assert len(list(root.iter(_W + "sectPr"))) == host.count("<w:sectPr>")
