"""Where pages of a sheet end: where the template ends them, before a last row alone, and beside columns too many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from math import ceil

from lxml import etree

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_PAPERS = {"1": (612.0, 792.0), "5": (612.0, 1008.0), "8": (841.9, 1190.6), "9": (595.3, 841.9), "14": (612.0, 936.0)}
"""Width and height in points of Letter, Legal, A3, A4 and F4, by the numbers of Excel."""
_READABLE = 0.6
"""Letters of 10 points are 6 in print."""
USUAL_ROW, USUAL_WIDTH, _SURE = 15.0, 9.14, 6.0
"""Height of a row and width of a column for which nothing is said; points that a page may turn out shorter."""


def end_pages(
    root: etree._Element, numbers: Sequence[int], texts: Sequence[bool], heights: Sequence[float | None],
    widths: Mapping[int, float],
) -> None:  # fmt: skip
    """Let a page end below each row that was made from one of the template with a page end, but the last.

    Such a row ends a table, be it with its signature: where it would begin a page the row above it goes along.

    Args:
        root: The sheet; its page ends are those of the template.
        numbers: For each row the one of the template that it was made from.
        texts: For each row whether it says anything.
        heights: The height of each in points; None where nothing is said.
        widths: Widths of the printed columns in digits.
    """
    home = root.find(f"{_S}rowBreaks")
    if home is None:
        return
    models = {int(entry.get("id") or 0): entry for entry in home}
    for entry in list(home):
        home.remove(entry)
    room = room_of_page(root, widths)
    first = begin = 0
    filled = 0.0
    for at, number in enumerate(numbers):
        high = heights[at] or USUAL_ROW
        if filled + high > room:
            begin, filled = at, 0.0
        filled += high
        if number not in models:
            continue
        above = next((row for row in range(at - 1, first, -1) if texts[row]), first)
        if first < above < begin:
            _add(home, models[number], above)
        if at < len(numbers) - 1:
            _add(home, models[number], at + 1)
        first, begin, filled = at + 1, at + 1, 0.0
    home.set("count", str(len(home)))
    home.set("manualBreakCount", str(len(home)))


def spread_over_pages(root: etree._Element, widths: Mapping[int, float]) -> None:
    """Let a sheet of more columns than its template go on beside its page, where on one page nobody could read it.

    The columns that the template repeats on each page stay with the others (``Print_Titles``).

    Args:
        root: The sheet.
        widths: Widths of the printed columns in digits.
    """
    setup, scale = root.find(f"{_S}pageSetup"), _fitting(root, widths)
    if setup is None or scale is None or setup.get("fitToWidth", "1") != "1" or scale >= _READABLE:
        return
    setup.set("fitToWidth", str(ceil(_READABLE / scale)))


def _fitting(root: etree._Element, widths: Mapping[int, float]) -> float | None:
    """How much smaller a sheet is printed to fit its pages across; None where it is not fitted or nothing is known."""
    setup, margins = root.find(f"{_S}pageSetup"), root.find(f"{_S}pageMargins")
    fits, columns = root.find(f"{_S}sheetPr/{_S}pageSetUpPr"), sum((width * 7 + 5) * 0.75 for width in widths.values())
    if setup is None or margins is None or fits is None or fits.get("fitToPage") not in ("1", "true") or not columns:
        return None
    paper = _PAPERS.get(setup.get("paperSize", "1"))
    if paper is None:
        return None
    wide = paper[1] if setup.get("orientation") == "landscape" else paper[0]
    room = wide - 72 * (float(margins.get("left") or 0) + float(margins.get("right") or 0))
    return min(1.0, room * max(1, int(setup.get("fitToWidth") or 1)) / columns)


def _add(home: etree._Element, model: etree._Element, below: int) -> None:
    one = deepcopy(model)
    one.set("id", str(below))
    home.append(one)


def room_of_page(root: etree._Element, widths: Mapping[int, float]) -> float:
    """How many points of rows a page holds; without end where its paper is not known.

    Args:
        root: The sheet.
        widths: Widths of the printed columns in digits.
    """
    setup, margins = root.find(f"{_S}pageSetup"), root.find(f"{_S}pageMargins")
    paper = _PAPERS.get(setup.get("paperSize", "1")) if setup is not None else None
    if setup is None or margins is None or paper is None:
        return float("inf")
    high = paper[0] if setup.get("orientation") == "landscape" else paper[1]
    scale = _fitting(root, widths) or float(setup.get("scale") or 100) / 100
    return (high - 72 * (float(margins.get("top") or 0) + float(margins.get("bottom") or 0))) / scale - _SURE


def column_widths(root: etree._Element) -> dict[int, float]:
    """The widths in digits of the columns of a sheet for which one is said."""
    return {
        column: float(entry.get("width") or USUAL_WIDTH)
        for entry in root.iter(f"{_S}col")
        for column in range(int(entry.get("min") or 1), min(int(entry.get("max") or 1), 300) + 1)
    }
