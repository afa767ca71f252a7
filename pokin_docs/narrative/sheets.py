"""Where the pages of an office's document end: breaks it typed, and sections on other paper than those around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from pokin_docs.narrative.source import W, is_on, value


@dataclass(frozen=True, slots=True)
class Sheet:
    """The pages of a section: their size in twips, and in how many columns they are written."""

    width: int = 0
    height: int = 0
    columns: int = 1

    @property
    def is_turned(self) -> bool:
        """Whether it lies on its side."""
        return self.width > self.height


UPRIGHT = Sheet()
"""Pages as they are usual."""


@dataclass(frozen=True, slots=True)
class BlockPages:
    """On what pages a block stands, and whether these are begun before it."""

    sheet: Sheet = UPRIGHT
    begins: bool = False


def pages_of(blocks: Sequence[etree._Element], body: etree._Element) -> tuple[BlockPages, ...]:
    """For each of these blocks of a body where it stands; where all pages lie on their side none is said to."""
    found = tuple(_pages(blocks, body))
    if all(page.sheet.is_turned for page in found):
        found = tuple(replace(page, sheet=Sheet(columns=page.sheet.columns)) for page in found)
    return found


def typed_sheets(
    blocks: Sequence[etree._Element], typed: Sequence[etree._Element], body: etree._Element
) -> list[Sheet]:  # fmt: skip
    """For each of some typed blocks its sheet, as far as who typed it turned it: not where its place lies already.

    Args:
        blocks: All blocks of the body.
        typed: The typed ones among them; those inside another, such as a text box, stand on usual pages.
        body: The body.
    """
    number_of = {id(block): number for number, block in enumerate(blocks)}
    pages = tuple(_pages(blocks, body))
    first = min((number_of[id(block)] for block in typed if id(block) in number_of), default=0)
    lies = bool(first) and pages[first - 1].sheet.is_turned
    found = [pages[number_of[id(block)]].sheet if id(block) in number_of else UPRIGHT for block in typed]
    return [UPRIGHT if lies else sheet for sheet in found]


def _pages(blocks: Sequence[etree._Element], body: etree._Element) -> Iterator[BlockPages]:
    sections: list[etree._Element | None] = []
    current = body.find(W + "sectPr")
    for block in reversed(blocks):
        own = block.find(f"{W}pPr/{W}sectPr")
        current = current if own is None else own
        sections.append(current)
    before: etree._Element | None = None
    for number, section in enumerate(reversed(sections)):
        kind = "" if section is None else value(section.find(W + "type"))
        sheet = _sheet(section)
        is_new = number > 0 and section is not before
        turned = is_new and (kind not in ("continuous", "nextColumn") or sheet.is_turned != _sheet(before).is_turned)
        yield BlockPages(sheet, turned)
        before = section


def _sheet(section: etree._Element | None) -> Sheet:
    size = None if section is None else section.find(W + "pgSz")
    columns = None if section is None else section.find(W + "cols")
    sides = [(size.get(W + name) or "") if size is not None else "" for name in ("w", "h")]
    if not all(side.isdecimal() for side in sides):
        return UPRIGHT
    many = (columns.get(W + "num") or "") if columns is not None else ""
    return Sheet(int(sides[0]), int(sides[1]), int(many) if many.isdecimal() else 1)


def ends_page(paragraph: etree._Element) -> bool:
    """Whether a page ends in a paragraph, or before it."""
    return starts_page(paragraph) or any(mark.get(W + "type") == "page" for mark in paragraph.iter(W + "br"))


def starts_page(paragraph: etree._Element) -> bool:
    """Whether a paragraph itself is set to begin a page."""
    return is_on(paragraph.find(f"{W}pPr/{W}pageBreakBefore"))
