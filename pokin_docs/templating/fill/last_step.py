"""What is done to a filled body when all its paragraphs are there: lists in front, merges of one cell, first page."""

from __future__ import annotations

from lxml import etree

from pokin_docs.files.zip_bytes import ZipMember
from pokin_docs.templating.fill.contents_lists import ListStyles, has_lists, make_lists

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARSER = etree.XMLParser(recover=False, resolve_entities=False, no_network=True, huge_tree=False)


def last_step(body: bytes, styles: ListStyles | None, content: object) -> tuple[bytes, dict[str, ZipMember]]:
    """The body as it is printed, and the members that change with it: Word must run lists once.

    Args:
        body: The body, filled and proved whole.
        styles: How its template names headings and lists; None where it has no list.
        content: What the body was filled from; its ``halaman_awal``, if it has one, numbers the first page.
    """
    first_page = str(getattr(content, "halaman_awal", ""))
    lists, merges = styles if styles is not None and has_lists(body) else None, b"<w:vMerge" in body
    if not (lists or merges or first_page):
        return body, {}
    root = etree.fromstring(body, _PARSER)
    changed = merges and _part_single_cells(root)
    listed = lists is not None and make_lists(root, lists)
    if first_page:
        _start_at(root, first_page)
    if not (changed or listed or first_page):
        return body, {}
    settings = lists.settings if listed and lists is not None else None
    beside = {settings.name: settings} if settings is not None else {}
    return _DECLARATION + etree.tostring(root, encoding="UTF-8"), beside


def _start_at(root: etree._Element, number: str) -> None:
    """Give the first section its first page number."""
    section = next(root.iter(_W + "sectPr"), None)
    if section is None:
        return
    numbers = section.find(_W + "pgNumType")
    if numbers is None:
        numbers = etree.Element(_W + "pgNumType")
        before = [section.find(_W + name) for name in ("lnNumType", "pgBorders", "paperSrc", "pgMar", "pgSz")]
        place = next((element for element in before if element is not None), None)
        if place is None:
            section.append(numbers)
        else:
            place.addnext(numbers)
    numbers.set(_W + "start", number)


def _part_single_cells(root: etree._Element) -> bool:
    """Take the merge from each cell that is merged with none, and return whether there was one.

    Converters make the row of such a cell too low.
    """
    single: list[etree._Element] = []
    for table in root.iter(_W + "tbl"):
        above: dict[int, list[etree._Element]] = {}
        for row in table.iterchildren(_W + "tr"):
            here: dict[int, list[etree._Element]] = {}
            column = 0
            for cell in row.iterchildren(_W + "tc"):
                merge = cell.find(f"{_W}tcPr/{_W}vMerge")
                if merge is not None and merge.get(_W + "val") == "restart":
                    here[column] = [merge]
                elif merge is not None and column in above:
                    here[column] = [*above[column], merge]
                elif merge is not None:
                    single.append(merge)
                span = cell.find(f"{_W}tcPr/{_W}gridSpan")
                column += 1 if span is None else int(span.get(_W + "val") or 1)
            single += _ended(above, here)
            above = here
        single += _ended(above, {})
    for merge in single:
        properties = merge.getparent()
        if properties is not None:
            properties.remove(merge)
    return bool(single)


def _ended(above: dict[int, list[etree._Element]], here: dict[int, list[etree._Element]]) -> list[etree._Element]:
    """The merges that begin and end in the row above."""
    return [merges[0] for column, merges in above.items() if len(merges) == 1 and len(here.get(column, ())) <= 1]
