"""Marks of missing values in narrow columns: a short one in the cell, and below the table once what it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CELL, _PARAGRAPH, _RUN, _TEXT, _TABLE, _HIGHLIGHT = (_W + name for name in ("tc", "p", "r", "t", "tbl", "highlight"))
_PROPERTIES, _WIDTH, _LOOK = _W + "tcPr", _W + "tcW", _W + "rPr"
_MARK = re.compile(r"\[(?P<what>[^\[\]]+?) (?P<state>belum diisi|tidak terbaca): (?P<place>[^\[\]]+)\]")
_CELL_NAME = re.compile(r"(?P<sheet>.+)!(?P<cell>[A-Z]{1,3}[0-9]+)")
_HINTS = (b"belum diisi: ", b"tidak terbaca: ")
_NARROW = 1500
"""Twips of a column in which a mark would be a tower of words: 2.6 cm."""
_NAMED = 24
"""Cells that are named below a table; all of them are in the workbook with its findings."""
SHORT = "[isi]"


def may_have(body: bytes) -> bool:
    """Whether a body may hold such a mark: a quick look before it is parsed."""
    return any(hint in body for hint in _HINTS)


def shorten(root: etree._Element) -> bool:
    """Shorten the marks in narrow columns and name their cells below each table; return whether there was any."""
    found = False
    for table in list(root.iter(_TABLE)):
        if next(table.iter(_HIGHLIGHT), None) is None or next(table.iterancestors(_TABLE), None) is not None:
            continue
        places = dict.fromkeys(place for run in _narrow_runs(table) for place in _shortened(run))
        if places:
            table.addnext(_note(_grouped(list(places))))
            found = True
    return found


def _narrow_runs(table: etree._Element) -> Iterator[etree._Element]:
    """The highlighted runs of a table in narrow cells."""
    for highlight in list(table.iter(_HIGHLIGHT)):
        look = highlight.getparent()
        run = None if look is None or look.tag != _LOOK else look.getparent()
        if run is not None and run.tag == _RUN and any(map(_is_narrow, run.iterancestors(_CELL))):
            yield run


def _is_narrow(cell: etree._Element) -> bool:
    properties = next(cell.iterchildren(_PROPERTIES), None)
    for width in () if properties is None else properties.iterchildren(_WIDTH):
        said = width.get(_W + "w", "") if width.get(_W + "type") == "dxa" else ""
        if said.isdecimal() and int(said) < _NARROW:
            return True
    return False


def _shortened(run: etree._Element) -> Iterator[tuple[str, str]]:
    """Shorten the mark that a highlighted run is; what it stood for: sheet and cell, or words alone."""
    texts = run.findall(_TEXT)
    match = _MARK.fullmatch("".join(text.text or "" for text in texts))
    if match is None:
        return
    for text in texts[1:]:
        run.remove(text)
    texts[0].text = SHORT
    at = _CELL_NAME.fullmatch(match["place"])
    yield (at["sheet"], at["cell"]) if at else ("", f"{match['what']}, {match['place']}")


def _grouped(places: list[tuple[str, str]]) -> str:
    """The cells by their sheet, of many the first and how many more; then what is no cell."""
    shown, more = places[:_NAMED], len(places) - _NAMED
    sheets = dict.fromkeys(sheet for sheet, _ in shown if sheet)
    parts = [f"{sheet}!{', '.join(cell for other, cell in shown if other == sheet)}" for sheet in sheets]
    parts += [said for sheet, said in shown if not sheet]
    return "; ".join(parts) + (f"; dan {more} sel lain" if more > 0 else "")


def _note(places: str) -> etree._Element:
    paragraph = etree.Element(_PARAGRAPH)
    etree.SubElement(etree.SubElement(paragraph, _W + "pPr"), _W + "spacing", {_W + "before": "60", _W + "after": "60"})
    for text, marked in ((SHORT, True), (f" belum diisi di buku kerja: {places}.", False)):
        run = etree.SubElement(paragraph, _RUN)
        look = etree.SubElement(run, _W + "rPr")
        for name in ("sz", "szCs"):
            etree.SubElement(look, _W + name, {_W + "val": "16"})
        if marked:
            etree.SubElement(look, _W + "highlight", {_W + "val": "yellow"})
        etree.SubElement(run, _TEXT, {_SPACE: "preserve"}).text = text
    return paragraph
