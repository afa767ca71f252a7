"""The pages of a sheet end where no text that runs down over merged cells is cut."""

from __future__ import annotations

import pytest
from lxml import etree

from pokin_docs.templating.fill.sheets.looks import Looks
from pokin_docs.templating.fill.sheets.merged_ends import end_between_merges

_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LOOKS = (
    f'<styleSheet xmlns="{_S}"><fonts><font><sz val="10"/></font></fonts>'
    '<cellXfs><xf fontId="0"><alignment wrapText="1"/></xf></cellXfs></styleSheet>'
)
LINE = 12.8
"""The height of a line of 10 points; a cell has 3 more."""


def ends(
    merged: list[tuple[int, int, int]], rows: int = 30, *, titles: tuple[int, ...] = (1,), own: str = ""
) -> list[int]:
    """Below which rows pages end: rows of 30 points on A4 across (523 points), texts of so many lines merged down.

    Args:
        merged: First and last row and lines of each merged text.
        rows: All rows, the titles too.
        titles: Those that are printed again.
        own: What the template says of page ends.
    """
    texts = {top: "\n".join("x" * lines) for top, _, lines in merged}
    data = "".join(
        f'<row r="{at}" ht="30"><c r="A{at}" t="inlineStr"><is><t>{texts.get(at, "isi")}</t></is></c></row>'
        for at in range(1, rows + 1)
    )
    merges = "".join(f'<mergeCell ref="A{top}:A{bottom}"/>' for top, bottom, _ in merged)
    root = etree.fromstring(
        f'<worksheet xmlns="{_S}"><cols><col min="1" max="1" width="30"/></cols><sheetData>{data}</sheetData>'
        f'<mergeCells>{merges}</mergeCells><pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5"/>'
        f'<pageSetup orientation="landscape" paperSize="9"/><headerFooter/>{own}</worksheet>'
    )
    end_between_merges(root, titles, Looks(_LOOKS.encode()))
    found = root.find(f"{{{_S}}}rowBreaks")
    before = found.getprevious() if found is not None else None
    assert found is None or (before is not None and before.tag == f"{{{_S}}}headerFooter")
    return [int(entry.get("id", "")) for entry in root.iter(f"{{{_S}}}brk")]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (4, [17]),  # 54,2 points have room in the two rows above the end
        (5, [15]),  # 67 points have none: the page ends above the text
    ],
)
def test_a_page_ends_behind_a_text_that_is_whole_or_above_it(lines: int, found: list[int]) -> None:
    assert ends([(16, 20, lines)]) == found


def test_a_page_holds_fewer_rows_below_titles_that_are_printed_again() -> None:
    assert ends([(16, 20, 1), (2, 3, 1)], 50) == [17, 33, 49]


def test_a_text_longer_than_half_a_page_goes_over_its_end() -> None:
    assert ends([(4, 29, 60)]) == [17]


@pytest.mark.parametrize(
    ("titles", "own"), [((), ""), ((1,), '<rowBreaks count="1"><brk id="9" max="16383" man="1"/></rowBreaks>')]
)
def test_a_sheet_without_titles_or_with_page_ends_of_its_own_stays_as_it_is(titles: tuple[int, ...], own: str) -> None:
    assert ends([(16, 20, 5)], titles=titles, own=own) == ([9] if own else [])


def test_where_all_fits_or_nothing_is_merged_no_page_is_ended() -> None:
    assert ends([(4, 9, 5)], 17) == []
    assert ends([], 60) == []
