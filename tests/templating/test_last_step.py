"""What is done to a filled body last: an empty last section, rows that stay together, marks in narrow columns."""

from __future__ import annotations

import pytest
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from pokin_docs.templating.fill.finish import BrokenXml
from pokin_docs.templating.fill.last_step import last_step
from pokin_docs.templating.fill.narrow_marks import SHORT

LANDSCAPE = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
UPRIGHT = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
MARK = "[target 2026 belum diisi: Tahap 5!N12]"


def finished(content: str, last: str = UPRIGHT) -> etree._Element:
    xml = f"<w:document {nsdecls('w')}><w:body>{content}{last}</w:body></w:document>"
    body, _ = last_step(xml.encode(), None, None)
    return etree.fromstring(body)


def said(text: str, look: str = "") -> str:
    return f"<w:p><w:r>{look}<w:t>{text}</w:t></w:r></w:p>"


def cell(text: str, width: int = 800, *, marked: bool = False, merge: str = "") -> str:
    look = '<w:rPr><w:highlight w:val="yellow"/></w:rPr>' if marked else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merge}</w:tcPr>{said(text, look)}</w:tc>'


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def ends(section: str, text: str = "") -> str:
    return f"<w:p><w:pPr>{section}</w:pPr>{f'<w:r><w:t>{text}</w:t></w:r>' if text else ''}</w:p>"


def test_a_section_behind_which_nothing_comes_is_the_last_one() -> None:
    body = finished(said("isi") + ends(LANDSCAPE))[0]
    sections = list(body.iter(qn("w:sectPr")))
    assert [section[0].get(qn("w:orient")) for section in sections] == ["landscape"]
    assert sections[0].getparent() is body


def test_a_section_before_more_text_stays_where_it_is() -> None:
    sections = list(finished(ends(LANDSCAPE) + said("isi")).iter(qn("w:sectPr")))
    assert [section[0].get(qn("w:orient")) for section in sections] == ["landscape", None]


def _kept(*rows: str) -> list[bool]:
    merged = cell("x", merge='<w:vMerge w:val="restart"/>') + cell("y")
    made = finished(table(merged, *rows))
    return [row.find(f".//{qn('w:keepNext')}") is not None for row in made.iter(qn("w:tr"))][1:]


def test_a_closing_row_of_one_cell_stays_with_the_two_rows_above_it() -> None:
    two = cell("a") + cell("b")
    assert _kept(two, two, two, cell("Sumber: PD")) == [False, True, True, False]


def test_a_closing_row_like_the_others_holds_none() -> None:
    two = cell("a") + cell("b")
    assert _kept(two, two, two) == [False, False, False]
    assert _kept(two, cell("satu"), cell("dua")) == [False, False, False]


def test_a_mark_in_a_narrow_column_is_short_and_its_cell_is_named_once_below_the_table() -> None:
    body = finished(
        table(
            cell(MARK, marked=True) + cell(MARK, marked=True) + cell("[satuan tidak terbaca: Tahap 5!L9]", marked=True)
        )
    )[0]
    *texts, note = ["".join(map(str, one.itertext())) for one in body.iter(qn("w:p"))]
    assert texts == [SHORT] * 3
    assert note == "[isi] belum diisi di buku kerja: Tahap 5!N12, L9."


@pytest.mark.parametrize(
    "shown", [cell(MARK, 2000, marked=True), cell(MARK), cell("[catatan: Tahap 5!N12]", marked=True)]
)
def test_a_wide_column_a_text_without_colour_and_other_brackets_stay_whole(shown: str) -> None:
    body = finished(table(cell("[pagu belum diisi: x]", 2000, marked=True) + shown))[0]
    assert SHORT not in "".join(map(str, body.itertext()))


def test_of_many_cells_the_first_are_named_and_how_many_more() -> None:
    marks = "".join(cell(f"[target belum diisi: Tahap 5!N{n}]", marked=True) for n in range(1, 31))
    note = "".join(map(str, list(finished(table(marks))[0].iter(qn("w:p")))[-1].itertext()))
    assert note.endswith("N24; dan 6 sel lain.")
    assert note.count("Tahap 5") == 1


def test_what_is_no_cell_is_named_in_its_words() -> None:
    note = list(finished(table(cell("[pagu 2026 belum diisi: lembar Program]", marked=True)))[0].iter(qn("w:p")))[-1]
    assert "pagu 2026, lembar Program" in "".join(map(str, note.itertext()))


# --- rows that belong together ---------------------------------------------------------------------------------------

START, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
FEW = cell("a") + cell("b")


def kept_of_long(*rows: str, heading: bool = True) -> str:
    """A bar where a page may end behind a row, of a table with a heading row and rows enough for a page."""
    head = "<w:trPr><w:tblHeader/></w:trPr>" if heading else ""
    made = finished(table(f"{head}{FEW}", *rows) + table(*[FEW] * 20, ""))
    own = next(made.iter(qn("w:tbl"))).findall(qn("w:tr"))[1:]
    return "".join("|" if row.find(f".//{qn('w:keepNext')}") is None else "-" for row in own)


def test_the_first_and_the_last_row_of_a_table_are_not_alone_on_a_page() -> None:
    assert kept_of_long(*[FEW] * 6) == "-|||-|"
    assert kept_of_long(*[FEW] * 3) == "--|"
    assert kept_of_long(*[FEW] * 2) == "||"  # nothing but the heading row repeats itself
    assert kept_of_long(*[FEW] * 6, heading=False) == "||||||"
    assert kept_of_long(cell("kata " * 90) + cell("b"), *[FEW] * 5) == "||||-|"  # half a page stays blank for no row


def test_rows_that_share_a_cell_stay_together_while_they_are_few() -> None:
    def shared(count: int) -> list[str]:
        return [cell("1", merge=START if not row else GOES_ON) + cell("b") for row in range(count)]

    assert kept_of_long(*[FEW] * 2, *shared(3), *[FEW] * 3) == "-|--||-|"
    assert kept_of_long(*[FEW] * 2, *shared(16), *[FEW] * 2) == "-|" + "-" * 15 + "|-|"
    assert kept_of_long(*[FEW] * 2, *shared(17), *[FEW] * 2) == "-|" + "|" * 17 + "-|"


def test_rows_below_a_cell_that_runs_over_pages_are_free() -> None:
    """Where a page begins with a blank cell whatever is kept, nothing is kept for the cells beside it."""
    rows = [
        cell("1", merge=START if not row else GOES_ON) + cell("x", merge=START if not row % 2 else GOES_ON)
        for row in range(18)
    ]
    assert kept_of_long(*[FEW] * 2, *rows, *[FEW] * 2) == "-|" + "|" * 18 + "-|"


def test_a_short_body_is_left_as_it_is_filled() -> None:
    body = finished(table(f"<w:trPr><w:tblHeader/></w:trPr>{FEW}", *[FEW] * 5))
    assert body.find(f".//{qn('w:keepNext')}") is None


def test_a_merged_cell_whose_last_row_stays_with_a_signature_is_not_kept_whole() -> None:
    """With what follows so much would move to the next page together."""
    rows = finished(
        table(
            "<w:trPr><w:tblHeader/></w:trPr>" + cell("a") + cell("b"),
            *(
                cell("x", merge=f'<w:vMerge w:val="{merge}"/>') + cell("y")
                for merge in ("restart", "continue", "continue")
            ),
            cell("", merge="<w:vMerge/>") + "<w:tc><w:tcPr/><w:p><w:pPr><w:keepNext/></w:pPr></w:p></w:tc>",
            cell("tanda") + cell("tangan"),
        )
    ).iter(qn("w:tr"))
    kept = [row.find(f".//{qn('w:keepNext')}") is not None for row in rows]
    assert kept[2:4] == [False, False]


@pytest.mark.parametrize("body", ["<w:p>", "<w:p><w:vMerge/></w:q>"], ids=["nothing to do", "cells to part"])
def test_a_body_that_nobody_has_read_is_proved_whole(body: str) -> None:
    with pytest.raises(BrokenXml):
        last_step(body.encode(), None, None)
