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


def lines(count: int, inside: str = "", properties: str = "") -> str:
    """Paragraphs of one line."""
    return f"<w:p>{properties}<w:r><w:t>Kalimat</w:t>{inside}</w:r></w:p>" * count


def table_of(*rows: str) -> str:
    heading = f"<w:tr>{HEAD}{cell('Sasaran')}{cell('Indikator')}</w:tr>"
    return f"<w:tbl><w:tblPr/>{heading}{''.join(rows)}</w:tbl>"


def finished(
    *rows: str, above: str = "", page: str = PAGE, styles: bytes = STYLES, around: tuple[str, str] = ("", "")
) -> list[etree._Element]:
    """The rows of the last table below its heading, as they are printed."""
    table = table_of(*rows).join(around)
    xml = f"<w:document {nsdecls('w')}><w:body>{above}{table}{page}</w:body></w:document>"
    body, _ = last_step(xml.encode(), None, None, styles)
    return etree.fromstring(body).findall(f".//{qn('w:tbl')}")[-1].findall(qn("w:tr"))[1:]


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


@pytest.mark.parametrize(
    ("text", "times"), [("1.500.000", 1), ("98,25", 1), ("1.1", 2), ("2", 2), ("1.500.000 orang", 2)]
)
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


def test_a_cell_that_begins_with_the_page_has_its_own_text_once() -> None:
    rows = finished(*shared("Satu", 23), *shared("Dua", 20))
    assert (said(rows, "Satu"), said(rows, "Dua")) == ([0], [23])


def test_where_nothing_is_said_again_no_more_rows_stay_together_than_do_not_fit_the_page_before() -> None:
    rows = finished(*shared("Satu", 23), *shared("Dua", 20))
    assert kept(rows[23])
    assert not kept(rows[28])


def test_rows_that_stay_together_move_to_the_next_page_together() -> None:
    rows = finished(*shared("Satu", 21), *shared("Dua", 4), *shared("Tiga", 40))
    assert (said(rows, "Dua"), said(rows, "Tiga")) == ([21], [25, 44])


def test_a_heading_that_stays_with_the_table_goes_to_the_next_page_with_its_first_row() -> None:
    above = lines(21) + lines(1, properties="<w:pPr><w:keepNext/></w:pPr>")
    assert said(finished(*shared("Mutu", 60), above=above), "Mutu") == [0, 22, 45]


def test_a_line_break_is_no_page_break() -> None:
    assert said(finished(*shared("Mutu", 30), above=lines(9) + lines(1, "<w:br/>")), "Mutu")[1] < 15


@pytest.mark.parametrize(("words", "second"), [(400, 9), (130, 16)], ids=["goes on", "begins the next page"])
def test_a_paragraph_that_does_not_fit_goes_on_where_it_is_longer_than_half_a_page(words: int, second: int) -> None:
    above = lines(20) + f"<w:p><w:r><w:t>{'kata ' * words}</w:t></w:r></w:p>"
    assert said(finished(*shared("Mutu", 40), above=above), "Mutu")[1] == second


def test_the_text_of_another_section_takes_no_room_on_the_page_of_the_table() -> None:
    above = lines(10) + f"<w:p><w:pPr>{PAGE}</w:pPr></w:p>"
    assert said(finished(*shared("Mutu", 60), above=above), "Mutu") == [0, 23, 46]


def test_a_table_in_a_control_is_parted_too() -> None:
    around = ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")
    assert said(finished(*shared("Mutu", 60), around=around), "Mutu") == [0, 23, 46]


def test_a_cell_higher_than_its_rows_takes_the_room_of_its_text() -> None:
    high = "kata " * 40
    assert said(finished(*shared(high, 2), *shared("Mutu", 30)), "Mutu")[1] < 22


@pytest.mark.parametrize(("words", "second"), [(1, 46), (40, 43)], ids=["low", "higher than its rows there"])
def test_a_high_cell_that_is_said_again_takes_its_room_again(words: int, second: int) -> None:
    text = "kata " * words
    rows = finished(*shared("Satu", 10), *shared(text, 20), *shared("Mutu", 30))
    assert said(rows, text) == [10, 23]
    assert said(rows, "Mutu") == [30, second]


@pytest.mark.parametrize("sign", ['<w:footnoteReference w:id="2"/>', '<w:endnoteReference w:id="2"/>', "<w:drawing/>"])
def test_a_note_or_picture_is_not_there_twice(sign: str) -> None:
    rows = finished(*shared("Mutu", 30, f"<w:r>{sign}</w:r>"))
    assert len(said(rows, "Mutu")) == 2
    name = qn(sign[1:].partition(" ")[0].rstrip("/>"))
    assert sum(len(row.findall(f".//{name}")) for row in rows) == 1


def test_a_table_beside_it_that_its_document_parts_itself_stays_as_it_is() -> None:
    own = table_of(*shared("Mutu", 15), *shared("Mutu (lanjutan)", 30))
    xml = f"<w:document {nsdecls('w')}><w:body>{own}{table_of(*shared('Lain', 60))}{PAGE}</w:body></w:document>"
    body, _ = last_step(xml.encode(), None, None, STYLES)
    first, second = (one.findall(qn("w:tr"))[1:] for one in etree.fromstring(body).findall(f".//{qn('w:tbl')}"))
    assert said(first, "Mutu (lanjutan)") == [15]
    assert len(said(second, "Lain")) > 1
