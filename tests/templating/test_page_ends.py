"""Where the pages of a printed sheet end: below each table, and never with its signature alone on the next."""

from __future__ import annotations

import pytest
from lxml import etree

from pokin_docs.templating.fill.sheets.page_ends import end_pages, room_of_page, spread_over_pages

_SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/>'
    '<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
    '<pageSetup orientation="landscape" paperSize="{paper}"/>'
    '<rowBreaks count="1" manualBreakCount="1"><brk id="9" max="16383" man="1"/></rowBreaks></worksheet>'
)


def ends(heights: list[float], *, tables: int = 1, paper: int = 9) -> list[int]:
    """After which rows a page ends: tables of these rows, the last one blank above the signature, on A4 across."""
    root = etree.fromstring(_SHEET.format(paper=paper))
    numbers = [*range(1, len(heights) - 1), 8, 9] * tables
    says = [*[True] * (len(heights) - 2), False, True] * tables
    end_pages(root, numbers, says, heights * tables, {1: 20.0})
    return [int(entry.get("id", "")) for entry in root.iter("{*}brk")]


def test_a_page_ends_below_each_table_but_the_last() -> None:
    assert ends([100, 100, 15, 90]) == []
    assert ends([100, 100, 15, 90], tables=3) == [4, 8]


@pytest.mark.parametrize(("last", "found"), [(90, []), (150, [2])])
def test_a_signature_that_begins_a_page_takes_the_row_above_along(last: float, found: list[int]) -> None:
    """A4 across holds 595 - 72 points."""
    assert ends([200, 100, 100, 15, last]) == found


def test_on_paper_that_is_not_known_nothing_is_reckoned() -> None:
    assert ends([200, 100, 100, 15, 400], paper=99) == []


def across(columns: int, *, fit: str = "1", pages: str | None = None) -> str | None:
    """How many pages beside each other a sheet of columns of 30 digits has, on A4 across (770 points between margins)."""
    root = etree.fromstring(_SHEET.format(paper=9))
    setup = root.find("{*}pageSetup")
    assert setup is not None
    if pages is not None:
        setup.set("fitToWidth", pages)
    head = etree.Element("{http://schemas.openxmlformats.org/spreadsheetml/2006/main}sheetPr")
    etree.SubElement(head, "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}pageSetUpPr", fitToPage=fit)
    root.insert(0, head)
    spread_over_pages(root, dict.fromkeys(range(1, columns + 1), 30.0))
    return setup.get("fitToWidth")


@pytest.mark.parametrize(
    ("columns", "pages"),
    [(7, None), (8, "2"), (15, "2"), (16, "3")],  # 161,25 points each; 770 points hold 7,96 of them at six tenths
)
def test_columns_that_nobody_could_read_on_one_page_go_on_beside_it(columns: int, pages: str | None) -> None:
    assert across(columns) == pages


def test_a_sheet_that_says_how_many_pages_or_that_is_not_fitted_stays_so() -> None:
    assert across(40, pages="0") == "0"
    assert across(40, pages="3") == "3"
    assert across(40, fit="0") is None


def test_moreroom_of_page_beside_makes_pages_as_high_as_they_print() -> None:
    root = etree.fromstring(
        _SHEET.format(paper=9).replace("<sheetData/>", "<sheetPr><pageSetUpPr fitToPage='1'/></sheetPr>")
    )
    rooms = []
    for number in ("1", "2"):
        setup = root.find("{*}pageSetup")
        assert setup is not None
        setup.set("fitToWidth", number)
        rooms.append(room_of_page(root, dict.fromkeys(range(1, 17), 30.0)))
    assert rooms[0] + 6 == pytest.approx(2 * (rooms[1] + 6))
