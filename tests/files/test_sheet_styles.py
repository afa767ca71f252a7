"""Fonts of an Excel file say what they say in the order of the standard, and say the same."""

from __future__ import annotations

from lxml import etree

from pokin_docs.files.sheet_styles import with_ordered_fonts

_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def test_what_is_said_of_a_font_stands_in_its_order_and_other_lists_keep_theirs() -> None:
    fonts = '<fonts><font><name val="Arial"/><b val="1"/><color rgb="00FF0000"/><sz val="9"/><later/></font></fonts>'
    borders = "<borders><border><right/><left/></border></borders>"
    root = etree.fromstring(with_ordered_fonts(f'<styleSheet xmlns="{_S}">{fonts}{borders}</styleSheet>'.encode()))
    font, border = root[0][0], root[1][0]
    assert [etree.QName(said).localname for said in font] == ["b", "sz", "color", "name", "later"]
    assert [etree.QName(side).localname for side in border] == ["right", "left"]
