"""Cells that run down over pages: the next page says again what its rows belong to."""

from __future__ import annotations

import pytest
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from pokin_docs.templating.fill.last_step import last_step

STYLES = (
    f'<w:styles {nsdecls("w")}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrDefault>'
    '</w:docDefaults><w:style w:type="paragraph" w:styleId="Bab"><w:pPr><w:pageBreakBefore/></w:pPr></w:style>'
    "</w:styles>"
).encode()
PAGE = '<w:sectPr><w:pgSz w:w="11906" w:h="8000"/><w:pgMar w:top="1000" w:bottom="1000"/></w:sectPr>'
"""300 points between the margins: 24 rows of one line, the heading one of them, and the points a page is unsure by."""
HEAD = "<w:trPr><w:tblHeader/></w:trPr>"


def cell(text: str, merge: str = "", inside: str = "") -> str:
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    words = f"<w:r><w:t>{text}</w:t></w:r>"
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{merged}</w:tcPr><w:p>{inside}{words}</w:p></w:tc>'


def shared(text: str, count: int, inside: str = "") -> list[str]:
    """Rows that share the first cell."""
    first = f"<w:tr>{cell(text, 'restart', inside)}{cell('baris 0')}</w:tr>"
    return [first, *(f"<w:tr>{cell('', 'continue')}{cell(f'baris {row}')}</w:tr>" for row in range(1, count))]


def finished(*rows: str, above: str = "", page: str = PAGE, styles: bytes = STYLES) -> list[etree._Element]:
    """The rows of a table below its heading, as they are printed."""
    heading = f"<w:tr>{HEAD}{cell('Sasaran')}{cell('Indikator')}</w:tr>"
    table = f"<w:tbl><w:tblPr/>{heading}{''.join(rows)}</w:tbl>"
    xml = f"<w:document {nsdecls('w')}><w:body>{above}{table}{page}</w:body></w:document>"
    body, _ = last_step(xml.encode(), None, None, styles)
    return etree.fromstring(body).findall(f".//{qn('w:tr')}")[1:]


def said(rows: list[etree._Element], text: str) -> list[int]:
    """The rows in which the first cell says a text."""
    first = ["".join(map(str, row.find(qn("w:tc")).itertext())) for row in rows]  # type: ignore[union-attr]
    return [number for number, words in enumerate(first) if words == text]


def kept(row: etree._Element) -> bool:
    return row.find(f".//{qn('w:keepNext')}") is not None


def test_each_page_begins_with_the_text_of_the_cell_that_runs_down() -> None:
    rows = finished(*shared("Mutu", 60))
    assert said(rows, "Mutu") == [0, 23, 46]
    assert [row.find(f".//{qn('w:vMerge')}").get(qn("w:val")) for row in (rows[22], rows[23], rows[24])] == [  # type: ignore[union-attr]
        "continue", "restart", "continue",
    ]  # fmt: skip


def test_the_first_rows_of_a_page_stay_together_so_that_it_begins_with_them() -> None:
    rows = finished(*shared("Mutu", 60))
    assert kept(rows[23])
    assert not kept(rows[22])
    assert not kept(rows[40])


def test_a_cell_that_fits_its_page_is_said_once() -> None:
    assert said(finished(*shared("Mutu", 23)), "Mutu") == [0]


def test_what_stands_above_the_table_takes_room_on_its_page() -> None:
    above = "".join("<w:p><w:r><w:t>Kalimat</w:t></w:r></w:p>" for _ in range(10))
    assert said(finished(*shared("Mutu", 30), above=above), "Mutu") == [0, 13]


@pytest.mark.parametrize(
    "above",
    ['<w:p><w:pPr><w:pStyle w:val="Bab"/></w:pPr></w:p>', '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'],
    ids=["style", "break"],
)
def test_a_new_page_before_the_table_begins_it_anew(above: str) -> None:
    text = "".join("<w:p><w:r><w:t>Kalimat</w:t></w:r></w:p>" for _ in range(10))
    assert said(finished(*shared("Mutu", 60), above=text + above), "Mutu")[1] in (22, 23)


def test_a_further_cell_begins_where_it_did() -> None:
    rows = finished(*shared("Satu", 20), *shared("Dua", 20))
    assert (said(rows, "Satu"), said(rows, "Dua")) == ([0], [20, 23])


@pytest.mark.parametrize(("text", "times"), [("1.500.000", 1), ("98,25", 1), ("1.1", 2), ("2", 2)])
def test_an_amount_is_not_said_twice_but_a_number_of_the_tree_is(text: str, times: int) -> None:
    assert len(said(finished(*shared(text, 40)), text)) == times


def test_a_table_whose_document_parts_its_cells_itself_stays_as_it_is() -> None:
    rows = finished(*shared("Mutu", 15), *shared("Mutu (lanjutan)", 30))
    assert said(rows, "Mutu (lanjutan)") == [15]


def test_a_bookmark_is_not_there_twice() -> None:
    rows = finished(*shared("Mutu", 30, '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'))
    assert len(said(rows, "Mutu")) == 2
    assert sum(len(row.findall(f".//{qn('w:bookmarkStart')}")) for row in rows) == 1


def test_text_that_itself_goes_on_over_pages_is_not_said_again() -> None:
    assert said(finished(*shared("kata " * 200, 40)), "kata " * 200) == [0]


def test_without_the_styles_of_the_template_no_page_is_reckoned() -> None:
    assert said(finished(*shared("Mutu", 60), styles=b""), "Mutu") == [0]


@pytest.mark.parametrize("size", ['w:w="lebar" w:h="tinggi"', 'w:w="100" w:h="100"', ""])
def test_a_page_whose_size_makes_no_sense_stops_nothing(size: str) -> None:
    assert said(finished(*shared("Mutu", 60), page=f"<w:sectPr><w:pgSz {size}/></w:sectPr>"), "Mutu")[0] == 0
