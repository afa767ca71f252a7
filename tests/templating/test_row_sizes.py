"""The height of a row follows from its shape, which is read once for all rows that have it, and its texts."""

from __future__ import annotations

import pytest
from docx.oxml.ns import nsdecls
from lxml import etree

from pokin_docs.templating.fill.paragraph_sizes import TemplateSizes, sizes_of
from pokin_docs.templating.fill.row_sizes import measured
from pokin_docs.templating.fill.rows_together import TableRows, tables_of

NO_LOOKS = f"<w:styles {nsdecls('w')}/>".encode()
LONG = "Meningkatnya kualitas layanan " * 4
TEXT, SMALL = f"<w:r><w:t>{LONG}</w:t></w:r>", f'<w:r><w:rPr><w:sz w:val="12"/></w:rPr><w:t>{LONG}</w:t></w:r>'


def cell(*paragraphs: str, width: int = 2000, more: str = "") -> str:
    inside = "".join(f"<w:p>{one}</w:p>" for one in paragraphs or ("",))
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}"/>{more}</w:tcPr>{inside}</w:tc>'


def said(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def heights(*rows: str, sizes: TemplateSizes) -> list[float]:
    table = etree.fromstring(f"<w:tbl {nsdecls('w', 'wp')}>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>")
    return list(measured(TableRows(table), sizes).heights)


def fresh() -> TemplateSizes:
    sizes_of.cache_clear()
    return sizes_of(NO_LOOKS)


ROWS = {
    "two lines": cell(said("a b"), said("c")),
    "a line end": cell("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>"),
    "a tab": cell("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>"),
    "two runs": cell(said("Meningkatnya") + said(" kualitas layanan informasi")),
    "long": cell(TEXT),
    "small letters": cell(SMALL),
    "narrow": cell(TEXT, width=900),
    "spaced": cell(f'<w:pPr><w:spacing w:before="400"/></w:pPr>{TEXT}'),
    "a nested table": cell().replace("</w:tc>", f"<w:tbl><w:tr>{cell(TEXT)}</w:tr></w:tbl><w:p/></w:tc>"),
    "the fullest of three": cell(said("a")) + cell(TEXT) + cell(said("b")),
    "texts of a merged cell before its own": cell(TEXT * 3, more="<w:vMerge/>") + cell(said("a b c")),
    "a least height": f'<w:trPr><w:trHeight w:val="900"/></w:trPr>{cell(said("a"))}',
    "a picture": cell('<w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1270000"/></wp:inline></w:drawing></w:r>'),
    "no text": cell(),
}


@pytest.mark.parametrize("name", ROWS)
def test_a_row_is_as_high_beside_others_as_alone(name: str) -> None:
    alone = heights(ROWS[name], sizes=fresh())
    sizes = fresh()
    heights(*ROWS.values(), sizes=sizes)
    assert heights(ROWS[name], sizes=sizes) == alone


@pytest.mark.parametrize("name", ["a picture", "small letters", "narrow", "spaced", "a nested table", "a least height"])
def test_what_makes_a_row_high_beside_its_texts_is_not_taken_from_another(name: str) -> None:
    sizes = fresh()
    plain = cell(TEXT if LONG in ROWS[name] else said("a"))
    assert len(set(heights(plain, ROWS[name], sizes=sizes))) == 2


def test_rows_that_differ_in_their_texts_alone_share_their_shape_and_not_their_height() -> None:
    sizes = fresh()
    short, long, marked = heights(cell(said("a")), cell(said(LONG)), cell(said("a &lt; b &amp; c")), sizes=sizes)
    assert len(sizes.shapes) == 1
    assert short == marked < long


def test_cell_margins_of_a_table_are_part_of_a_shape() -> None:
    sizes, row = fresh(), f"<w:tr>{cell(TEXT, width=1500)}</w:tr>"
    margins = '<w:tblPr><w:tblCellMar><w:left w:w="500"/><w:right w:w="500"/></w:tblCellMar></w:tblPr>'
    tables = [etree.fromstring(f"<w:tbl {nsdecls('w')}>{looks}{row}</w:tbl>") for looks in ("", margins)]
    usual, narrow = (measured(TableRows(table), sizes).heights[0] for table in tables)
    assert usual < narrow


def read(*tables: str) -> list[TableRows]:
    """The tables of a body, known as it is written too."""
    body = f"<w:body {nsdecls('w', 'wp')}>{''.join(f'<w:tbl>{rows}</w:tbl>' for rows in tables)}</w:body>"
    return tables_of(etree.fromstring(body), body.encode())


@pytest.mark.parametrize("start", ["<w:tr>", '<w:tr w:rsidR="00A1">'])
def test_a_row_is_as_high_by_how_it_is_written_as_by_what_is_read(start: str) -> None:
    written = {name: row for name, row in ROWS.items() if name != "a nested table"}
    (table,) = read("".join(f"{start}{row}</w:tr>" for row in written.values()))
    assert [text.startswith(start) for text in table.written] == [True] * len(written)
    assert list(measured(table, fresh()).heights) == heights(*written.values(), sizes=fresh())


def test_rows_that_hold_rows_or_are_written_otherwise_are_known_by_what_is_read_alone() -> None:
    plain = f"<w:tr>{ROWS['long']}</w:tr>"
    assert all(table.written for table in read(plain, plain))
    assert not any(table.written for table in read(plain, f"<w:tr>{ROWS['a nested table']}</w:tr>"))
    assert not any(table.written for table in read(plain, "<w:tr/>"))


def test_a_cell_that_is_merged_no_more_makes_its_row_high_again() -> None:
    merged = '<w:vMerge w:val="restart"/>'
    rows = f"<w:tr>{cell(TEXT, more=merged)}{cell(said('a'), more=merged)}</w:tr>" * 2
    (table,) = read(f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell()}{cell()}</w:tr>{rows}")
    alone, both = table.merges[1][:1], table.merges[2]
    low = measured(table, fresh()).heights
    for _, merge in (*alone, *both):
        cell_properties = merge.getparent()
        assert cell_properties is not None
        cell_properties.remove(merge)
    table.forget(frozenset(merge for _, merge in (*alone, *both)))
    half, whole = measured(table, fresh()).heights[1:]
    assert half == whole > max(low)
    assert ["vMerge" in text for text in table.written] == [False] * 3
    assert [bool(text) for text in table.written] == [True, False, True]  # one of two merges: which is not known
