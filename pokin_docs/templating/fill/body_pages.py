"""Where the pages of a filled body end: its sections gone through block by block, with the sizes of its template.

Reckoned as ``documents/page_rows.py`` does it: a page may end a row earlier or later.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from pokin_docs.documents.page_rows import SURE, PagePlace
from pokin_docs.templating.fill.paragraph_sizes import TemplateSizes, height_of, number_in, size_of
from pokin_docs.templating.fill.row_sizes import MeasuredTable, SharedCell
from pokin_docs.templating.fill.rows_together import is_kept

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SECTION, _KEEP = f"{_W}pPr/{_W}sectPr", f"{_W}pPr/{_W}keepNext"
_TWENTIETHS, _A4, _LEAST = 20, (11_906, 16_838), 100.0
_UNSURE = 0.05
"""The share of what stands above a table on its first page that may be higher than reckoned."""


@dataclass(slots=True)
class BodyPages:
    """A section of a body: how wide and high its text is, and how far its page is filled."""

    sizes: TemplateSizes
    width: float
    place: PagePlace
    kept: float = 0.0
    """The height of the paragraphs that stay with what comes next."""


def sections_of(root: etree._Element) -> Iterator[tuple[Sequence[etree._Element], etree._Element]]:
    """The blocks of each section of a body, with what the section says of its paper."""
    section = list[etree._Element]()
    for block in _blocks(root):
        section.append(block)
        properties = block if block.tag == _W + "sectPr" else block.find(_SECTION)
        if properties is not None:
            yield section, properties
            section = []


def up_to_last(wanted: set[etree._Element], section: Sequence[etree._Element]) -> Sequence[etree._Element]:
    """The blocks of a section up to the last wanted one: no more of its pages need be reckoned."""
    return section[: max((number for number, block in enumerate(section, 1) if block in wanted), default=0)]


def _blocks(root: etree._Element) -> Iterator[etree._Element]:
    for block in root.iterfind(f"{_W}body/*"):
        if block.tag == _W + "sdt":
            yield from block.iterfind(f"{_W}sdtContent/*")
        else:
            yield block


def pages_of(properties: etree._Element, sizes: TemplateSizes) -> BodyPages:
    """The first page of a section, blank, by what it says of its paper."""
    paper, margins = properties.find(_W + "pgSz"), properties.find(_W + "pgMar")

    def said(element: etree._Element | None, name: str, usual: float) -> float:
        value = None if element is None else element.get(_W + name)
        return (number_in(value) if value else usual) / _TWENTIETHS

    inch = 1_440
    width = said(paper, "w", _A4[0]) - said(margins, "left", inch) - said(margins, "right", inch)
    height = said(paper, "h", _A4[1]) - said(margins, "top", inch) - said(margins, "bottom", inch)
    return BodyPages(sizes, width, PagePlace(0, max(height, _LEAST)))


def pass_paragraph(paragraph: etree._Element, pages: BodyPages) -> None:
    """Go past a paragraph: it breaks over pages, or stays with what comes next."""
    place = pages.place
    size = size_of(paragraph, pages.sizes.styles)
    if size.new_page and place.filled + pages.kept:
        pages.kept = 0
        place.turn()
    pages.kept += height_of(paragraph, size, pages.width)
    if paragraph.find(_KEEP) is None:
        whole, pages.kept = pages.kept, 0
        if not place.fits(whole) and whole <= place.height / 2:
            place.turn()
        _fill(place, whole)
    if any(one.get(_W + "type") == "page" for one in paragraph.iter(_W + "br")):
        place.turn()


def _fill(place: PagePlace, height: float) -> None:
    """Go past something that goes on over as many pages as it needs."""
    place.filled += height
    while not place.fits(0):
        place.page, place.filled = place.page + 1, place.filled - place.height + place.head


def page_starts(table: MeasuredTable, pages: BodyPages) -> dict[int, float]:
    """The rows with which further pages of a table begin, and how much of the page before is left blank by each.

    The page is filled with the table afterwards.
    """
    rows, heights, place = table.table.rows, table.heights, pages.place
    first = table.table.heading
    ends: dict[int, list[SharedCell]] = {}
    for _, one in table.shared:
        ends.setdefault(one.rows[-1], []).append(one)
    above, pages.kept, place.head = pages.kept, 0.0, min(sum(heights[:first]), place.height / 2)
    stands = place.filled > 0
    unsure, began, starts = SURE + (place.filled + above) * _UNSURE, first, dict[int, float]()
    place.filled += above + place.head
    while first < len(rows):
        last = next((one for one in range(first, len(rows)) if not is_kept(rows[one])), len(rows) - 1)
        height = _height_of(range(first, last + 1), began, heights, ends)
        if not place.fits(height + unsure) and (stands or began < first):
            if began < first:
                starts[first] = place.height - place.filled
            place.turn()
            place.filled += 0 if began < first else above
            began, stands, unsure = first, False, SURE
            height = _height_of(range(first, last + 1), began, heights, ends)
        _fill(place, height)
        first, stands = last + 1, False
    place.head = 0
    return starts


def _height_of(rows: range, began: int, heights: Sequence[float], ends: dict[int, list[SharedCell]]) -> float:
    """The height of some rows with what cells that end in them are higher than their rows on this page.

    Args:
        rows: The rows.
        began: The first row of the page.
        heights: How high each row of the table is without the cells that run down.
        ends: The cells that run down, by their last row.
    """
    height = 0.0
    for number in rows:
        height += heights[number]
        for one in ends.get(number, ()):
            height += max(one.height - sum(heights[max(one.rows.start, began) : number + 1]), 0)
    return height
