"""Where pages of a sheet end between merged cells: not inside a text that runs down over several rows.

A program prints the rest of such a text behind the titles of the next page. Only sheets that print the titles of
their columns again, and whose pages the template does not end itself, are parted.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate

from lxml import etree

from pokin_docs.templating.fill.sheets.book import column_number
from pokin_docs.templating.fill.sheets.looks import Looks
from pokin_docs.templating.fill.sheets.page_ends import USUAL_ROW, column_widths, room_of_page

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_BEFORE = ("headerFooter", "pageSetup", "pageMargins")
"""What stands before the ends of pages in a sheet, the nearest first."""
_LEAST = 0.5
"""The part of a page that is filled at least: a text longer than the rest goes over its end."""
_PRINTED = etree.XPath(
    "s:row/s:c[s:is or s:v]/@r",
    namespaces={"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"},
    smart_strings=False,
)
"""The places of the cells of a sheet that print something, all at once: there are tens of thousands."""
_REF = re.compile(r"([A-Z]+)(\d+):([A-Z]+)(\d+)")


def end_between_merges(root: etree._Element, titles: Collection[int], looks: Looks) -> None:
    """Let pages end where no text of a merged cell is cut.

    Args:
        root: The sheet, filled.
        titles: Its rows that are printed again on each page; none where the template repeats none.
        looks: How its cells look.
    """
    data = root.find(f"{_S}sheetData")
    if not titles or data is None or root.find(f"{_S}rowBreaks") is not None:
        return
    widths = column_widths(root)
    heights = [float(row.get("ht") or USUAL_ROW) for row in data]
    needed = list(_texts(root, data, widths, looks))
    last = _last(data) if needed else 0
    room = room_of_page(root, {column: width for column, width in widths.items() if column <= last})
    repeated, ends, begin = sum(heights[number - 1] for number in titles if number <= len(heights)), list[int](), 0
    above = [0.0, *accumulate(heights)]
    while needed and room < float("inf"):
        left, end = room - (repeated if ends else 0), begin
        while end < len(heights) and heights[end] <= left:
            left -= heights[end]
            end += 1
        if end >= len(heights) or end <= begin:
            break
        least = above[begin] + _LEAST * (above[end] - above[begin])
        wholly = (at for at in range(end, begin, -1) if above[at] >= least and _is_whole(at, above, needed))
        begin = next(wholly, end)
        ends.append(begin)
    if ends:
        _write(root, ends)


def _texts(
    root: etree._Element, data: etree._Element, widths: dict[int, float], looks: Looks
) -> Iterator[tuple[int, int, float]]:
    """First and last row, from 0, of each text that runs down, with the height that it needs."""
    rows = {row.get("r"): row for row in data}
    for entry in root.iter(f"{_S}mergeCell"):
        place = _REF.fullmatch(entry.get("ref") or "")
        if place is None or int(place[2]) == int(place[4]):
            continue
        cell = next((one for one in rows.get(place[2], ()) if one.get("r") == place[1] + place[2]), None)
        if cell is None:
            continue
        wide = sum(widths.get(column, 0.0) for column in range(column_number(place[1]), column_number(place[3]) + 1))
        text = "".join(node.text or "" for node in cell.iter(f"{_S}t"))
        yield int(place[2]) - 1, int(place[4]) - 1, looks.height(text, wide, int(cell.get("s") or 0))


def _is_whole(at: int, above: Sequence[float], needed: Sequence[tuple[int, int, float]]) -> bool:
    """Whether each text that runs down over this row has room above it."""
    return all(above[at] - above[top] >= high for top, bottom, high in needed if top < at <= bottom)


def _last(data: etree._Element) -> int:
    """The last column in which something is printed."""
    places = _PRINTED(data)
    letters = {str(place).rstrip("0123456789") for place in places} if isinstance(places, list) else set[str]()
    return max(map(column_number, letters), default=0)


def _write(root: etree._Element, ends: list[int]) -> None:
    home = etree.Element(f"{_S}rowBreaks", count=str(len(ends)), manualBreakCount=str(len(ends)))
    for end in ends:
        etree.SubElement(home, f"{_S}brk", id=str(end), max="16383", man="1")
    before = next(found for name in _BEFORE if (found := root.find(f"{_S}{name}")) is not None)
    before.addnext(home)
