"""Cells that run down beside rows of several pages: each page says again what its first row belongs to.

Word and LibreOffice print the text of such a cell on its first page only. Where pages end is reckoned as
``documents/page_rows.py`` does it; the first rows of a page are kept together, so that it really begins with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from pokin_docs.documents.page_rows import SURE, PagePlace
from pokin_docs.templating.fill import rows_together
from pokin_docs.templating.fill.paragraph_sizes import ParagraphSize, height_of, number_in, size_of
from pokin_docs.templating.fill.row_sizes import MeasuredTable, SharedCell, measured
from pokin_docs.templating.fill.rows_together import TableRows, is_kept

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VALUE = _W + "val"
_CELL, _PARAGRAPH, _TABLE = (_W + name for name in ("tc", "p", "tbl"))
_SECTION, _KEEP = f"{_W}pPr/{_W}sectPr", f"{_W}pPr/{_W}keepNext"
_NO_COPY = tuple(
    _W + name
    for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference",
                 "footnoteReference", "endnoteReference", "drawing", "keepNext")
)  # fmt: skip
_TWENTIETHS, _A4, _LEAST = 20, (11_906, 16_838), 100.0
_AGAIN = " (lanjutan)"
"""What a document that parts its cells itself may say behind a text that is there again."""
_AMOUNT = re.compile(r"(?:Rp ?)?\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+ ?%?")
"""Said once: on each page it would be added up again."""
_KEPT = 0.5
"""The share of a page whose rows are kept together at its beginning: as much may stay blank where more stands above
the table than was reckoned, and no more."""
_UNSURE = 0.05
"""The share of what stands above a table on its first page that may be higher than reckoned."""


@dataclass(slots=True)
class _Pages:
    """A section of a body: how wide and high its text is, and how far its page is filled."""

    sizes: dict[str, ParagraphSize]
    width: float
    place: PagePlace
    kept: float = 0.0
    """The height of the paragraphs that stay with what comes next."""


def say_again(root: etree._Element, tables: Sequence[TableRows], sizes: dict[str, ParagraphSize]) -> bool:
    """Begin each page of a table with the texts of the cells that run on there; whether there is such a page.

    Args:
        root: The body; rows that belong together are kept already.
        tables: Its tables.
        sizes: The styles of its template.
    """
    wanted = {table.element for table in tables if _runs_over(table)}
    if not wanted:
        return False
    known = {table.element: table for table in tables}
    changed, section = False, list[etree._Element]()
    for block in _blocks(root):
        section.append(block)
        properties = block if block.tag == _W + "sectPr" else block.find(_SECTION)
        if properties is not None:
            if not wanted.isdisjoint(section):
                changed = _go_through(section, known, wanted, properties, sizes) or changed
            section = []
    return changed


def _blocks(root: etree._Element) -> Iterator[etree._Element]:
    for block in root.iterfind(f"{_W}body/*"):
        if block.tag == _W + "sdt":
            yield from block.iterfind(f"{_W}sdtContent/*")
        else:
            yield block


def _runs_over(table: TableRows) -> bool:
    """Whether a cell runs down beside rows that need not stay on one page; not where the document parts it itself."""
    rows, groups = table.rows, list(rows_together.groups_of(table))
    if not any(len(group) > 1 and not all(map(is_kept, rows[group.start : group.stop - 1])) for _, group in groups):
        return False
    above, same = dict[int, str](), dict[int, bool]()
    for column, group in groups:
        text = _text_of(table.cell_at(group.start, column)).removesuffix(_AGAIN)
        same[group.start] = same.get(group.start, True) and bool(text) and above.get(column) == text
        above[column] = text
    return not any(same.values())


def _go_through(
    section: Sequence[etree._Element], tables: Mapping[etree._Element, TableRows], wanted: set[etree._Element],
    properties: etree._Element, sizes: dict[str, ParagraphSize],
) -> bool:  # fmt: skip
    """Reckon the pages of a section, and begin those of the wanted tables with what they go on with."""
    pages, changed = _pages_of(properties, sizes), False
    for block in section:
        if block.tag == _PARAGRAPH:
            _pass_paragraph(block, pages)
        elif block.tag == _TABLE:
            table = measured(tables[block], sizes)
            starts = _page_starts(table, pages)
            if block in wanted and starts:
                _part(table, starts, pages.place.height * _KEPT)
                changed = True
    return changed


def _pages_of(properties: etree._Element, sizes: dict[str, ParagraphSize]) -> _Pages:
    paper, margins = properties.find(_W + "pgSz"), properties.find(_W + "pgMar")

    def said(element: etree._Element | None, name: str, usual: float) -> float:
        value = None if element is None else element.get(_W + name)
        return (number_in(value) if value else usual) / _TWENTIETHS

    inch = 1_440
    width = said(paper, "w", _A4[0]) - said(margins, "left", inch) - said(margins, "right", inch)
    height = said(paper, "h", _A4[1]) - said(margins, "top", inch) - said(margins, "bottom", inch)
    return _Pages(sizes, width, PagePlace(0, max(height, _LEAST)))


def _pass_paragraph(paragraph: etree._Element, pages: _Pages) -> None:
    place = pages.place
    if size_of(paragraph, pages.sizes).new_page and place.filled + pages.kept:
        pages.kept = 0
        place.turn()
    pages.kept += height_of(paragraph, pages.sizes, pages.width)
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


def _page_starts(table: MeasuredTable, pages: _Pages) -> dict[int, float]:
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


def _part(table: MeasuredTable, starts: dict[int, float], kept: float) -> None:
    """Begin pages with these rows: what runs down into them is said again, and the first rows stay together.

    Where nothing is said again as many stay together as do not fit the page before. What takes more than ``kept`` is
    not said again: it goes on there by itself.

    Args:
        table: The table.
        starts: The rows that begin a page, with what is left of the one before.
        kept: How much of a page stays together that begins with what is said again.
    """
    rows, cell_at = table.table.rows, table.table.cell_at
    for start, end in zip(starts, (*list(starts)[1:], len(rows)), strict=True):
        said = [
            _say(cell_at(one.rows.start, column), cell_at(start, column))
            for column, one in table.shared
            if one.rows.start < start < one.rows.stop and one.height <= kept
        ]
        left = kept if any(said) else starts[start] + 2 * SURE
        for row, height in zip(rows[start : end - 1], table.heights[start:], strict=False):
            if left < 0:
                break
            left -= height
            rows_together.keep(row)


def _say(source: etree._Element | None, target: etree._Element | None) -> bool:
    """Let a cell that goes on begin anew with the text of the one it goes on with; whether that has any."""
    merge = None if target is None else target.find(f"{_W}tcPr/{_W}vMerge")
    text = _text_of(source)
    if source is None or target is None or merge is None or not text or _AMOUNT.fullmatch(text):
        return False
    merge.set(_VALUE, "restart")
    for old in [one for one in target if one.tag != _W + "tcPr"]:
        target.remove(old)
    for paragraph in source.iterchildren(_PARAGRAPH):
        copy = deepcopy(paragraph)
        for one in list(copy.iter(*_NO_COPY)):
            around = one.getparent()
            if around is not None:
                around.remove(one)
        target.append(copy)
    return True


def _text_of(cell: etree._Element | None) -> str:
    return "" if cell is None else "".join(map(str, cell.itertext())).strip()
