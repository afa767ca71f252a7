"""Rows of a table that belong together on a page: of one merged cell, the first two, the last two, a closing row.

Word and LibreOffice repeat the heading rows on each page; what they part badly is a row alone at the foot or at the
head of a page, and a cell that runs down over its rows and is blank on the page after.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROW, _CELL, _PARAGRAPH, _PROPERTIES = (_W + name for name in ("tr", "tc", "p", "pPr"))
_CELL_PROPERTIES, _MERGE, _SPAN, _WIDTH, _VALUE = (_W + name for name in ("tcPr", "vMerge", "gridSpan", "tcW", "val"))
_MOST_LINES = 16
"""Lines of rows that are kept together: a third of a page that lies on its side may stay blank for them, not more."""
_PER_CENTIMETRE, _TWIPS = 5.5, 567
"""Letters of small print on a line, and twips."""
_LONG = 20
"""Rows of a body from which some of its tables may go over a page."""


def may_part(body: bytes) -> bool:
    """Whether a body has tables that are long enough for a page to end in them."""
    return b"<w:tblHeader" in body and body.count(b"</w:tr>") >= _LONG


def keep_rows(root: etree._Element) -> bool:
    """Let rows that belong together stay on a page with the next; whether any row was changed."""
    changed = False
    for table in root.iter(_W + "tbl"):
        rows = table.findall(_ROW)
        kept = {*_closing(rows), *_ends(rows), *_merged(rows)}
        for number in sorted(kept):
            changed = keep(rows[number]) or changed
    return changed


def _closing(rows: list[etree._Element]) -> Iterator[int]:
    """The two rows above a last one of one cell, such as a source."""
    if len(rows) >= 3 and len(rows[-1].findall(_CELL)) == 1 and len(rows[-2].findall(_CELL)) > 1:
        yield from (len(rows) - 3, len(rows) - 2)


def _ends(rows: list[etree._Element]) -> Iterator[int]:
    """The first row below the heading, and the last but one: neither the first nor the last is alone on a page."""
    start = heading_of(rows)
    if start and len(rows) - start >= 3:
        yield from (number for number in (start, len(rows) - 2) if _lines(rows[number]) <= _MOST_LINES // 2)


def _merged(rows: list[etree._Element]) -> Iterator[int]:
    """All but the last of the rows that share a cell, where they are few enough.

    Not those that share another cell with too many rows: a page begins with a blank cell there whatever is kept.
    """
    groups, known = [group for _, group in groups_of(rows)], dict[int, int]()

    def is_long(group: range) -> bool:
        lines = 0
        for number in group:
            if number not in known:  # a row may share several cells
                known[number] = _lines(rows[number])
            lines += known[number]
            if lines > _MOST_LINES:
                return True
        return False

    long = {number for group in groups if is_long(group) for number in group}
    for group in groups:
        if long.isdisjoint(group):
            yield from group[:-1]


def groups_of(rows: Sequence[etree._Element]) -> Iterator[tuple[int, range]]:
    """The rows of each cell that is merged down, with the column it begins in."""
    start = heading_of(rows)
    open_since: dict[int, int] = {}
    for number in range(start, len(rows) + 1):
        said = merges_of(rows[number]) if start and number < len(rows) else ()
        merges = {column: merge.get(_VALUE) or "continue" for column, merge in said}
        for column in [column for column in open_since if merges.get(column) != "continue"]:
            yield column, range(open_since.pop(column), number)
        open_since |= {column: number for column, merge in merges.items() if merge == "restart"}


def heading_of(rows: Sequence[etree._Element]) -> int:
    """How many rows are repeated on each page."""
    return next((number for number, row in enumerate(rows) if row.find(f"{_W}trPr/{_W}tblHeader") is None), 0)


def merges_of(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """The cells that are merged with one above or below: the column in which each begins, and its merge."""
    column = 0
    for cell in row.iterchildren(_CELL):
        said = _said_of(cell)
        if _MERGE in said:
            yield column, said[_MERGE]
        column += int(said[_SPAN].get(_VALUE) or 1) if _SPAN in said else 1


def _said_of(cell: etree._Element) -> dict[str, etree._Element]:
    """The merge, span and width of a cell, as far as it has them: quicker than to find each by its path."""
    properties = next(cell.iterchildren(_CELL_PROPERTIES), None)
    return {} if properties is None else {str(one.tag): one for one in properties.iterchildren(_MERGE, _SPAN, _WIDTH)}


def _lines(row: etree._Element) -> int:
    """About how many lines a row has: those of its fullest cell that is merged with no other."""
    return max((_lines_of(cell) for cell in row.iterchildren(_CELL)), default=1)


def _lines_of(cell: etree._Element) -> int:
    said = _said_of(cell)
    if _MERGE in said:
        return 1
    width = said.get(_WIDTH)
    twips = int(width.get(_W + "w") or 0) if width is not None and width.get(_W + "type") == "dxa" else 0
    room = max(twips / _TWIPS * _PER_CENTIMETRE, 1) if twips else 20
    return sum([max(ceil(len("".join(map(str, one.itertext()))) / room), 1) for one in cell.iter(_PARAGRAPH)])


def keep(row: etree._Element) -> bool:
    """Keep a row on a page with the next; whether it was not yet."""
    changed = False
    for paragraph in row.iter(_PARAGRAPH):
        properties = paragraph.find(_PROPERTIES)
        if properties is None:
            properties = etree.Element(_PROPERTIES)
            paragraph.insert(0, properties)
        if properties.find(_W + "keepNext") is None:
            style = properties.find(_W + "pStyle")
            properties.insert(0 if style is None else 1, etree.Element(_W + "keepNext"))
            changed = True
    return changed
