"""The last row of a table that stays with the signatures below, where these do not fit its page.

It becomes a table of its own, so that the others stay where they are: LibreOffice moves no row of a table that
began on an earlier page, and a heading would be repeated above nothing but a sum.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy

from lxml import etree

from pokin_docs.documents.page_rows import SURE
from pokin_docs.templating.fill.body_pages import (
    BodyPages,
    page_starts,
    pages_of,
    pass_paragraph,
    sections_of,
    up_to_last,
)
from pokin_docs.templating.fill.paragraph_sizes import TemplateSizes, height_of, size_of
from pokin_docs.templating.fill.row_sizes import measured
from pokin_docs.templating.fill.rows_together import TableRows, is_kept

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TABLE, _PARAGRAPH, _ROW = (_W + name for name in ("tbl", "p", "tr"))
_KEEP = f"{_W}pPr/{_W}keepNext"
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_EMU = 12_700
_SUMS = ("TOTAL", "JUMLAH")
_NEAR = 4
"""Rows before its end at which a page of a table may begin in truth when it is reckoned to begin behind them."""


def part_closing_rows(
    root: etree._Element, tables: Sequence[TableRows], sizes: TemplateSizes
) -> bool:  # fmt: skip
    """Part the last rows of tables whose signatures begin another page; whether there was one.

    Args:
        root: The body; rows that belong together are kept already.
        tables: Its tables.
        sizes: The styles of its template.
    """
    known, changed = {table.element: table for table in tables}, False
    wanted = {table.element for table in tables if _is_closed(table)}
    for section, properties in sections_of(root) if wanted else ():
        pages = pages_of(properties, sizes)
        for number, block in enumerate(up_to_last(wanted, section)):
            if block.tag == _PARAGRAPH:
                pass_paragraph(block, pages)
            elif block.tag == _TABLE:
                table = known[block]
                below = _height_below(section[number + 1 :], known, pages) if block in wanted else 0.0
                if below and _is_sum(table):
                    changed = _let_go(table.rows[-2]) or changed
                page = pages.place.page
                starts = page_starts(measured(table, sizes), pages)
                begins_page = pages.place.page > page and len(table.rows) - max(starts, default=table.heading) <= _NEAR
                if below and (begins_page or not pages.place.fits(below + 2 * SURE)):
                    changed = _part(table, repeats=bool(starts) and not begins_page) or changed
                    if not begins_page:
                        pages.place.turn()
    return changed


def _is_closed(table: TableRows) -> bool:
    """Whether a table with a heading has a last row, not merged with one above, that stays with what follows."""
    if not table.heading or len(table.rows) - table.heading < 2:
        return False
    return is_kept(table.rows[-1]) and not (table.merges and table.merges[-1])


def _height_below(
    blocks: Sequence[etree._Element], known: Mapping[etree._Element, TableRows], pages: BodyPages
) -> float:
    """How high the signatures below a table are, with what is kept with them; 0 where there are none."""
    height = 0.0
    for block in blocks:
        if block.tag == _TABLE:
            own = measured(known[block], pages.sizes)
            return height + sum(own.heights) + sum(map(_picture_height, own.table.rows))
        if block.tag != _PARAGRAPH or block.find(_KEEP) is None:
            return 0.0
        height += height_of(block, size_of(block, pages.sizes.styles), pages.width)
    return 0.0


def _picture_height(row: etree._Element) -> float:
    return max((int(one.get("cy") or 0) / _EMU for one in row.iter(_EXTENT)), default=0.0)


def _part(table: TableRows, *, repeats: bool) -> bool:
    """Part the last row: a sum alone, another below a copy of the heading.

    Args:
        table: The table; a page may end behind the row above its last one.
        repeats: Whether the table goes over a page before; of one that does not another last row moves by itself.
    """
    last, is_sum = table.rows[-1], _is_sum(table)
    if not (is_sum or repeats):
        return False
    closing = etree.Element(_TABLE)
    closing.extend([deepcopy(one) for one in table.element if one.tag in (_W + "tblPr", _W + "tblGrid")])
    if not is_sum:
        closing.extend(map(deepcopy, table.rows[: table.heading]))
    else:
        # LibreOffice keeps a table of one row with what follows only if that row may break.
        _remove(last.findall(f"{_W}trPr/{_W}cantSplit"))
    closing.append(last)
    hair = etree.Element(_PARAGRAPH)
    spacing = etree.SubElement(etree.SubElement(hair, _W + "pPr"), _W + "spacing")
    for name, value in (("before", "0"), ("after", "0"), ("line", "20"), ("lineRule", "exact")):
        spacing.set(_W + name, value)
    table.element.addnext(hair)
    hair.addnext(closing)
    _let_go(table.rows[-2])
    return True


def _is_sum(table: TableRows) -> bool:
    return "".join(map(str, table.rows[-1].itertext())).strip().upper().startswith(_SUMS)


def _let_go(row: etree._Element) -> bool:
    """Let a page end behind a row; whether it was kept."""
    kept = [one for paragraph in row.iter(_PARAGRAPH) for one in paragraph.iterfind(_KEEP)]
    _remove(kept)
    return bool(kept)


def _remove(elements: Sequence[etree._Element]) -> None:
    for one in elements:
        around = one.getparent()
        if around is not None:
            around.remove(one)
