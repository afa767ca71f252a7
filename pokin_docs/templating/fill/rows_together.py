"""Rows of a table that belong together on a page: of one merged cell, the first two, the last two, a closing row.

Word and LibreOffice repeat the heading rows on each page; what they part badly is a row alone at the foot or at the
head of a page, and a cell that runs down over its rows and is blank on the page after.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from math import ceil

from lxml import etree

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{_NAMESPACE}}}"
_TABLE, _ROW, _CELL, _PARAGRAPH, _PROPERTIES = (_W + name for name in ("tbl", "tr", "tc", "p", "pPr"))
_ROW_PROPERTIES, _HEADING, _CELL_PROPERTIES, _WIDTH = (_W + name for name in ("trPr", "tblHeader", "tcPr", "tcW"))
_VALUE, _STYLE, _KEEP = (_W + name for name in ("val", "pStyle", "keepNext"))
# Of all cells of a table at once: to look into each takes a tenth of the time in which a document is filled.
_MERGES, _SPANS = (
    etree.XPath(f"w:tr/w:tc/w:tcPr/w:{name}", namespaces={"w": _NAMESPACE}) for name in ("vMerge", "gridSpan")
)
_ROW_END = "</w:tr>"
_MERGE = re.compile("<w:vMerge[^>]*/>")
_MOST_LINES = 16
"""Lines of rows that are kept together: a third of a page that lies on its side may stay blank for them, not more."""
_PER_CENTIMETRE, _TWIPS = 5.5, 567
"""Letters of small print on a line, and twips."""
_LONG = 20
"""Rows of a body from which some of its tables may go over a page."""

Merge = tuple[int, etree._Element]
"""The column in which a cell begins that is merged with one above or below, and its ``vMerge``."""


class TableRows:
    """The rows of a table, and what its cells say of themselves.

    ``written`` is how each row was written before rows were kept together; one is empty, or all are wanting, where that
    is not at hand or other things were changed since.
    """

    def __init__(self, table: etree._Element) -> None:
        self.rows = table.findall(_ROW)
        self.element = table
        self.written: Sequence[str] = ()

    @cached_property
    def merges(self) -> Sequence[Sequence[Merge]]:
        """The merges of each row; none at all where no cell is merged."""
        merged = self._merged
        if not merged:
            return ()
        spans = {_cell_of(span): int(span.get(_VALUE) or 1) for span in _elements(_SPANS(self.element))}
        return [list(_merges_of(row, merged, spans)) for row in self.rows]

    @cached_property
    def _merged(self) -> dict[etree._Element | None, etree._Element]:
        return {_cell_of(merge): merge for merge in _elements(_MERGES(self.element))}

    def forget(self, merges: frozenset[etree._Element]) -> None:
        """Know no more of merges that were taken away."""
        if self.merges:
            left = [[one for one in row if one[1] not in merges] for row in self.merges]
            rows = zip(self.written, self.merges, left, strict=bool(self.written))
            self.written = tuple(_without(text, len(before), len(after)) for text, before, after in rows)
            self.merges = left
            self._merged = {cell: merge for cell, merge in self._merged.items() if merge not in merges}

    @cached_property
    def heading(self) -> int:
        """How many rows are repeated on each page."""
        return next((number for number, row in enumerate(self.rows) if not _is_heading(row)), 0)

    def cell_at(self, number: int, column: int) -> etree._Element | None:
        """The cell of a row that is merged with one above or below and begins in this column."""
        merges = self.merges[number] if self.merges else ()
        return next((_cell_of(merge) for at, merge in merges if at == column), None)

    def lines(self, number: int) -> int:
        """About how many lines a row has: those of its fullest cell that is merged with no other."""
        return max(map(self._lines_of, self.rows[number].iterchildren(_CELL)), default=1)

    def _lines_of(self, cell: etree._Element) -> int:
        if cell in self._merged:
            return 1
        room = _room(cell)
        return sum([max(ceil(_letters(one) / room), 1) for one in cell.iter(_PARAGRAPH)])


def tables_of(root: etree._Element, body: bytes = b"") -> list[TableRows]:
    """All tables of a body, also those in others.

    Args:
        root: The body.
        body: How it is written, where that is at hand.
    """
    tables = [TableRows(table) for table in root.iter(_TABLE)]
    pieces = body.decode().split(_ROW_END)[:-1]
    # Where rows stand in rows, or are not written as usual, a piece is no row.
    if len(pieces) == sum(len(table.rows) for table in tables) and not any(
        next(table.element.iterancestors(_ROW), None) is not None for table in tables
    ):
        rows = iter(_row_of(piece) for piece in pieces)
        for table in tables:
            table.written = tuple(islice(rows, len(table.rows)))
    return tables


def _without(row: str, merges: int, left: int) -> str:
    """A row as it is written when only so many of its merges are left; empty where that is not known."""
    return row if left == merges else _MERGE.sub("", row) if not left else ""


def _row_of(piece: str) -> str:
    """The end of a piece of a body, from the beginning of its row."""
    plain = piece.rfind("<w:tr>")
    return piece[plain if plain >= 0 else max(piece.rfind("<w:tr "), 0) :]


def _elements(found: object) -> Iterator[etree._Element]:
    return (one for one in found if isinstance(one, etree._Element)) if isinstance(found, list) else iter(())


def _cell_of(said: etree._Element) -> etree._Element | None:
    properties = said.getparent()
    return None if properties is None else properties.getparent()


def _merges_of(
    row: etree._Element,
    merged: dict[etree._Element | None, etree._Element],
    spans: dict[etree._Element | None, int],
) -> Iterator[Merge]:
    column = 0
    for cell in row.iterchildren(_CELL):
        if cell in merged:
            yield column, merged[cell]
        column += spans.get(cell, 1)


def _is_heading(row: etree._Element) -> bool:
    return any(next(said.iterchildren(_HEADING), None) is not None for said in row.iterchildren(_ROW_PROPERTIES))


def _room(cell: etree._Element) -> float:
    """How many letters go on a line of a cell."""
    properties = _first(cell, _CELL_PROPERTIES)
    width = None if properties is None else _first(properties, _WIDTH)
    twips = int(width.get(_W + "w") or 0) if width is not None and width.get(_W + "type") == "dxa" else 0
    return max(twips / _TWIPS * _PER_CENTIMETRE, 1) if twips else 20


def _first(element: etree._Element, tag: str) -> etree._Element | None:
    """Its first child of this name, which mostly is the first of all: quicker than to go through them."""
    child = element[0] if len(element) else None
    return child if child is None or child.tag == tag else next(element.iterchildren(tag), None)


def _letters(paragraph: etree._Element) -> int:
    return len(etree.tostring(paragraph, method="text", encoding="unicode", with_tail=False))


def may_part(body: bytes) -> bool:
    """Whether a body has tables that are long enough for a page to end in them."""
    return b"<w:tblHeader" in body and body.count(b"</w:tr>") >= _LONG


def keep_rows(tables: Sequence[TableRows]) -> bool:
    """Let rows that belong together stay on a page with the next; whether any row was changed."""
    changed = False
    for table in tables:
        for number in sorted({*_closing(table.rows), *_ends(table), *_merged(table)}):
            changed = keep(table.rows[number]) or changed
    return changed


def _closing(rows: list[etree._Element]) -> Iterator[int]:
    """The two rows above a last one of one cell, such as a source."""
    if len(rows) >= 3 and len(rows[-1].findall(_CELL)) == 1 and len(rows[-2].findall(_CELL)) > 1:
        yield from (len(rows) - 3, len(rows) - 2)


def _ends(table: TableRows) -> Iterator[int]:
    """The first row below the heading, and the last but one: neither the first nor the last is alone on a page."""
    start, count = table.heading, len(table.rows)
    if start and count - start >= 3:
        yield from (number for number in (start, count - 2) if table.lines(number) <= _MOST_LINES // 2)


def _merged(table: TableRows) -> Iterator[int]:
    """All but the last of the rows that share a cell, where they are few enough.

    Not those that share another cell with too many rows: a page begins within that whatever is kept. Nor those whose
    last stays with what follows, such as a signature: so much together would leave a page blank.
    """
    groups, known = [group for _, group in groups_of(table)], dict[int, int]()

    def is_long(group: range) -> bool:
        lines = 0
        for number in group:
            if number not in known:  # a row may share several cells
                known[number] = table.lines(number)
            lines += known[number]
            if lines > _MOST_LINES:
                return True
        return False

    long = {number for group in groups if is_long(group) for number in group}
    for group in groups:
        if long.isdisjoint(group) and not is_kept(table.rows[group[-1]]):
            yield from group[:-1]


def groups_of(table: TableRows) -> Iterator[tuple[int, range]]:
    """The rows of each cell that is merged down, with the column it begins in."""
    start = table.heading if table.merges else 0
    open_since: dict[int, int] = {}
    for number in range(start, len(table.rows) + 1) if start else ():
        said = table.merges[number] if number < len(table.rows) else ()
        merges = {column: merge.get(_VALUE) or "continue" for column, merge in said}
        for column in [column for column in open_since if merges.get(column) != "continue"]:
            yield column, range(open_since.pop(column), number)
        open_since |= {column: number for column, merge in merges.items() if merge == "restart"}


def is_kept(row: etree._Element) -> bool:
    """Whether a row stays on a page with the next."""
    return next(row.iter(_KEEP), None) is not None


def keep(row: etree._Element) -> bool:
    """Keep a row on a page with the next; whether it was not yet."""
    changed = False
    for paragraph in row.iter(_PARAGRAPH):
        properties = next(paragraph.iterchildren(_PROPERTIES), None)
        if properties is None:
            properties = etree.Element(_PROPERTIES)
            paragraph.insert(0, properties)
        if next(properties.iterchildren(_KEEP), None) is None:
            style = next(properties.iterchildren(_STYLE), None)
            properties.insert(0 if style is None else 1, etree.Element(_KEEP))
            changed = True
    return changed
