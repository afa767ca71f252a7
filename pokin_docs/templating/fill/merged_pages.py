"""Cells that run down beside rows of several pages: each page says again what its first row belongs to.

Word and LibreOffice print the text of such a cell on its first page only. Where pages end is reckoned as
``documents/page_rows.py`` does it; the first rows of a page are kept together, so that it really begins with them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy

from lxml import etree

from pokin_docs.documents.page_rows import SURE
from pokin_docs.templating.fill import rows_together
from pokin_docs.templating.fill.body_pages import page_starts, pages_of, pass_paragraph, sections_of, up_to_last
from pokin_docs.templating.fill.paragraph_sizes import TemplateSizes
from pokin_docs.templating.fill.row_sizes import MeasuredTable, measured
from pokin_docs.templating.fill.rows_together import TableRows, is_kept

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VALUE = _W + "val"
_CELL, _PARAGRAPH, _TABLE = (_W + name for name in ("tc", "p", "tbl"))
_NO_COPY = tuple(
    _W + name
    for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference",
                 "footnoteReference", "endnoteReference", "drawing", "keepNext")
)  # fmt: skip
_AGAIN = " (lanjutan)"
"""What a document that parts its cells itself may say behind a text that is there again."""
_AMOUNT = re.compile(r"(?:Rp ?)?\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+ ?%?")
"""Said once: on each page it would be added up again."""
_KEPT = 0.5
"""The share of a page whose rows are kept together at its beginning: as much may stay blank where more stands above
the table than was reckoned, and no more."""


def say_again(root: etree._Element, tables: Sequence[TableRows], sizes: TemplateSizes) -> bool:
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
    changed = False
    for section, properties in sections_of(root):
        changed = _go_through(section, known, wanted, properties, sizes) or changed
    return changed


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
    properties: etree._Element, sizes: TemplateSizes,
) -> bool:  # fmt: skip
    """Reckon the pages of a section, and begin those of the wanted tables with what they go on with."""
    pages, changed = pages_of(properties, sizes), False
    for block in up_to_last(wanted, section):
        if block.tag == _PARAGRAPH:
            pass_paragraph(block, pages)
        elif block.tag == _TABLE:
            table = measured(tables[block], sizes)
            starts = page_starts(table, pages)
            if block in wanted and starts:
                _part(table, starts, pages.place.height * _KEPT)
                changed = True
    return changed


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
    table.table.written = ()
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
