"""A last row that stays with signatures which begin another page: a table of its own, so that the others stay."""

from __future__ import annotations

import pytest
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from pokin_docs.templating.fill.closing_rows import part_closing_rows
from pokin_docs.templating.fill.paragraph_sizes import sizes_of
from pokin_docs.templating.fill.rows_together import is_kept, keep_rows, tables_of

KEEP = "<w:pPr><w:keepNext/></w:pPr>"
WIDE = '<w:tcPr><w:tcW w:w="6000" w:type="dxa"/></w:tcPr>'
NO_LOOKS = f"<w:styles {nsdecls('w')}/>".encode()


def row(text: str, *, kept: bool = False, head: bool = False, height: int = 1_000) -> str:
    title = "<w:tblHeader/>" if head else ""
    properties = f'<w:trPr><w:cantSplit/><w:trHeight w:val="{height}"/>{title}</w:trPr>'
    return f"<w:tr>{properties}<w:tc>{WIDE}<w:p>{KEEP if kept else ''}<w:r><w:t>{text}</w:t></w:r></w:p></w:tc></w:tr>"


def tables_with(rows: int, *, last: str = "TOTAL", kept: bool = True, signature: int = 5_000) -> list[etree._Element]:
    """The tables of a page of 28 rows in which so many stand above a last one and signatures."""
    items = "".join(row(f"baris {number}", kept=number == rows - 1) for number in range(rows))
    table = f"<w:tbl><w:tblPr/>{row('Program', head=True, kept=True)}{items}{row(last, kept=kept)}</w:tbl>"
    signatures = f"<w:tbl><w:tblPr/>{row('Pihak Kedua', height=signature)}</w:tbl>"
    page = '<w:sectPr><w:pgSz w:w="11906" w:h="29440"/><w:pgMar w:top="720" w:bottom="720"/></w:sectPr>'
    body = f"<w:document {nsdecls('w')}><w:body>{table}<w:p>{KEEP}</w:p>{signatures}{page}</w:body></w:document>"
    root = etree.fromstring(body)
    tables = tables_of(root)
    keep_rows(tables)
    part_closing_rows(root, tables, sizes_of(NO_LOOKS))
    return list(root.iter(qn("w:tbl")))


def texts(table: etree._Element) -> list[str]:
    return ["".join(map(str, one.itertext())) for one in table.iter(qn("w:tr"))]


@pytest.mark.parametrize(("rows", "parted"), [(18, False), (24, True), (49, True), (40, False)])
def test_a_sum_is_parted_where_the_signatures_do_not_fit(rows: int, parted: bool) -> None:
    tables = tables_with(rows)
    assert len(tables) == 2 + parted
    if parted:
        assert texts(tables[1]) == ["TOTAL"]
        assert is_kept(tables[1])
        assert tables[1].find(".//" + qn("w:cantSplit")) is None, "LibreOffice lets go of the signatures"
        assert not is_kept(tables[0].findall(qn("w:tr"))[-1]), "the rows stay where they are"


@pytest.mark.parametrize("rows", [1, 2, 3])
def test_a_short_table_stays_on_its_page_too(rows: int) -> None:
    """All its rows stay together, and so none would go on to the signatures alone."""
    assert len(tables_with(rows, signature=27_000 - 1_000 * rows)) == 3


def test_another_last_row_has_the_heading_above_it_again() -> None:
    tables = tables_with(49, last="Persentase")
    assert texts(tables[1]) == ["Program", "Persentase"]


def test_another_last_row_of_one_page_moves_by_itself() -> None:
    assert len(tables_with(24, last="Persentase")) == 2


def test_a_last_row_that_belongs_to_nothing_below_stays() -> None:
    assert len(tables_with(24, kept=False)) == 2
