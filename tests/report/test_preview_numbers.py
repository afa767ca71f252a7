"""Numbers of lists and merged cells of tables as Word counts them, element by element."""

from __future__ import annotations

import pytest
from lxml import etree

from pokin_docs.report.preview.numbering import Numbering, formatted
from pokin_docs.report.preview.table_grid import rows, widths

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = f'xmlns:w="{W}"'


def level(at: int, text: str, form: str = "decimal", more: str = "") -> str:
    return f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'


LISTS = Numbering(etree.fromstring(f"""<w:numbering {HEAD}>
<w:abstractNum w:abstractNumId="0">{level(0, "%1.", "upperRoman")}{level(1, "%1.%2", more="<w:isLgl/>")}
{level(2, "%3)", "lowerLetter", '<w:start w:val="3"/>')}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">{level(0, "&#xF0B7;", "bullet")}{level(1, "&#xE123;", "bullet")}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="6"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">{level(0, "(%1)")}</w:lvlOverride></w:num>
</w:numbering>"""))  # fmt: skip


def test_lists_count_on_below_and_begin_again() -> None:
    asked = (
        ("1", 0),
        ("1", 1),
        ("1", 1),
        ("1", 2),
        ("1", 2),
        ("1", 0),
        ("1", 1),
        ("1", 2),
        ("2", 0),
        ("3", 0),
        ("3", 0),
        ("1", 0),
    )
    said = [found.text if (found := LISTS.next(*one)) else None for one in asked]
    assert said == ["I.", "1.1", "1.2", "c)", "d)", "II.", "2.1", "c)", "III.", "V.", "VI.", "IV."]


@pytest.mark.parametrize(("num_id", "depth", "text"), [
    ("4", 0, "•"), ("4", 1, "•"), ("5", 0, None), ("9", 0, None), ("1", 8, None), ("1", 9, None), ("1", -1, None),
])  # fmt: skip
def test_signs_and_what_is_no_list(num_id: str, depth: int, text: str | None) -> None:
    found = LISTS.next(num_id, depth)
    assert (found.text if found else None) == text


def test_a_list_may_print_a_level_in_its_own_way() -> None:
    found = LISTS.next("6", 0)
    assert found is not None
    assert found.text.startswith("(")
    assert (found.separator, found.paragraph, found.run) == ("tab", None, None)


@pytest.mark.parametrize(("value", "form", "text"), [
    (4, "lowerRoman", "iv"), (3999, "upperRoman", "MMMCMXCIX"), (4000, "lowerRoman", "4000"), (0, "lowerRoman", "0"),
    (26, "lowerLetter", "z"), (27, "upperLetter", "AA"), (0, "lowerLetter", "0"), (7, "decimalZero", "07"), (12, "decimalZero", "12"),
    (5, "none", ""), (5, "lain", "5"),
])  # fmt: skip
def test_forms_of_numbers(value: int, form: str, text: str) -> None:
    assert formatted(value, form) == text


def cell(more: str = "") -> str:
    return f"<w:tc><w:tcPr>{more}</w:tcPr></w:tc>"


BEGINS, GOES_ON, GOES_ON_TOO = '<w:vMerge w:val="restart"/>', '<w:vMerge w:val="continue"/>', "<w:vMerge/>"
WIDE = '<w:gridSpan w:val="2"/>'


def grid(*lines: str) -> list[list[tuple[int, int, int]]]:
    """Column, width and height of the cells of each row."""
    table = etree.fromstring(f"<w:tbl {HEAD}>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>")
    return [[(one.column, one.width, one.height) for one in row.cells] for row in rows(table)]


TABLES = {
    "merged down": ([cell(BEGINS) + cell(), cell(GOES_ON) + cell(), cell(GOES_ON_TOO) + cell()],
                    [[(0, 1, 3), (1, 1, 1)], [(1, 1, 1)], [(1, 1, 1)]]),
    "merged again": ([cell(BEGINS), cell(BEGINS), cell(GOES_ON)], [[(0, 1, 1)], [(0, 1, 2)], []]),
    "merged to the right": ([cell(WIDE) + cell(BEGINS), cell() + cell() + cell(GOES_ON)], [[(0, 2, 1), (2, 1, 2)], [(0, 1, 1), (1, 1, 1)]]),
    "goes on below nothing": ([cell(GOES_ON)], [[(0, 1, 1)]]),
    "a cell between": ([cell(BEGINS), cell(), cell(GOES_ON)], [[(0, 1, 1)], [(0, 1, 1)], [(0, 1, 1)]]),
    "columns before": (['<w:trPr><w:gridBefore w:val="2"/></w:trPr>' + cell()], [[(2, 1, 1)]]),
    "in a control": ([f"<w:sdt><w:sdtContent>{cell()}</w:sdtContent></w:sdt>" + cell()], [[(0, 1, 1), (1, 1, 1)]]),
    "far too wide": ([cell('<w:gridSpan w:val="900"/>') + cell('<w:gridSpan w:val="0"/>')], [[(0, 63, 1), (63, 1, 1)]]),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "cells"), TABLES.values(), ids=TABLES.keys())
def test_cells_of_a_table(lines: list[str], cells: list[list[tuple[int, int, int]]]) -> None:
    assert grid(*lines) == cells


def test_widths_are_points() -> None:
    table = etree.fromstring(
        f'<w:tbl {HEAD}><w:tblGrid><w:gridCol w:w="200"/><w:gridCol w:w="30.5"/><w:gridCol w:w="x"/></w:tblGrid></w:tbl>'
    )
    assert widths(table) == [10, 1.5, 0]


STARTS = f"""<w:numbering {HEAD}>
<w:abstractNum w:abstractNumId="0">{level(0, "%1", "upperRoman", '<w:start w:val="3"/>')}{level(1, "%1.%2", "lowerLetter")}
{level(2, "%1.%3", "lowerLetter", "<w:isLgl/>")}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">{level(0, "%1", more='<w:start w:val="0"/>')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
</w:numbering>"""


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ((("2", 0), ("2", 0)), "1"),
        ((("1", 1),), "III.a"),
        ((("1", 2),), "3.a"),
        ((("3", 0),), "III"),
        ((("3", 0), ("3", 1)), "III.e"),
    ],
    ids=["from nought", "below what was not counted", "legal, but for its own sign", "another level begins otherwise", "begins otherwise"],
)  # fmt: skip
def test_where_lists_begin(asked: tuple[tuple[str, int], ...], text: str) -> None:
    lists = Numbering(etree.fromstring(STARTS))
    said = [found.text if (found := lists.next(*one)) else None for one in asked]
    assert said[-1] == text
