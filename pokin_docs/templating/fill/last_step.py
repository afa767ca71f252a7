"""What is done to a filled body when all its paragraphs are there: lists, merges of one cell, first and last page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from pokin_docs.files.zip_bytes import ZipMember
from pokin_docs.templating.fill import closing_rows, finish, merged_pages, narrow_marks, rows_together
from pokin_docs.templating.fill.contents_lists import ListStyles, has_lists, make_lists
from pokin_docs.templating.fill.paragraph_sizes import sizes_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_END = 4000
"""Bytes at the end of a body in which its last two sections are looked for."""
_VALUE = _W + "val"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EMPTY_END = re.compile(
    rb"</w:sectPr></w:pPr></w:p>\s*<w:sectPr\b(?:(?!</w:sectPr>).)*</w:sectPr>\s*</w:body>", re.DOTALL
)
"""A section that ends where the last one begins: of that there is nothing but a page without a word."""


def last_step(
    body: bytes, styles: ListStyles | None, content: object, looks: bytes = b"", root: etree._Element | None = None
) -> tuple[bytes, dict[str, ZipMember]]:
    """The body as it is printed, and the members that change with it: Word must run lists once.

    Args:
        body: The body, filled.
        styles: How its template names headings and lists; None where it has no list.
        content: What the body was filled from; its ``halaman_awal``, if it has one, numbers the first page.
        looks: The styles of its template; without them no page is reckoned.
        root: What the body says, where it was read already; changed here.

    Raises:
        BrokenXml: The body is no whole XML.
    """
    first_page = str(getattr(content, "halaman_awal", ""))
    lists, merges = styles if styles is not None and has_lists(body) else None, b"<w:vMerge" in body
    empty_end = _EMPTY_END.search(body, max(len(body) - _END, 0)) is not None
    marks = narrow_marks.may_have(body)
    rows = merges or rows_together.may_part(body)
    if not (lists or rows or first_page or empty_end or marks):
        if root is None:
            finish.prove(body)
        return body, {}
    root = finish.tree_of(body) if root is None else root
    tables = rows_together.tables_of(root, body)
    changed = merges and _part_single_cells(tables)
    changed = rows_together.keep_rows(tables) or changed
    if merges and looks and merged_pages.say_again(root, tables, sizes_of(looks)):
        _part_single_cells(tables)
        changed = True
    if rows and looks:
        changed = closing_rows.part_closing_rows(root, tables, sizes_of(looks)) or changed
    changed = (marks and narrow_marks.shorten(root)) or changed
    listed = lists is not None and make_lists(root, lists)
    if empty_end:
        _end_with_its_last_section(root)
    if first_page:
        _start_at(root, first_page)
    if not (changed or listed or first_page or empty_end):
        return body, {}
    settings = lists.settings if listed and lists is not None else None
    beside = {settings.name: settings} if settings is not None else {}
    return _DECLARATION + etree.tostring(root, encoding="UTF-8"), beside


def _end_with_its_last_section(root: etree._Element) -> None:
    """Let the section that ends last be the last one: what a template prints behind it may be left out."""
    last = root.find(f"{_W}body/{_W}sectPr")
    properties = None if last is None else last.getprevious()
    section = None if properties is None else properties.find(f"{_W}pPr/{_W}sectPr")
    if last is None or section is None:
        return
    parent = last.getparent()
    if parent is not None:
        parent.replace(last, section)


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


def _part_single_cells(tables: Sequence[rows_together.TableRows]) -> bool:
    """Take the merge from each cell that is merged with none, and return whether there was one.

    Converters make the row of such a cell too low.
    """
    changed = False
    for table in tables:
        single: list[etree._Element] = []
        above: dict[int, list[etree._Element]] = {}
        for merges in table.merges:
            here: dict[int, list[etree._Element]] = {}
            for column, merge in merges:
                if merge.get(_VALUE) == "restart":
                    here[column] = [merge]
                elif column in above:
                    here[column] = [*above[column], merge]
                else:
                    single.append(merge)
            single += _ended(above, here)
            above = here
        single += _ended(above, {})
        for merge in single:
            around = merge.getparent()
            if around is not None:
                around.remove(merge)
        if single:
            table.forget(frozenset(single))
            changed = True
    return changed


def _ended(above: dict[int, list[etree._Element]], here: dict[int, list[etree._Element]]) -> list[etree._Element]:
    """The merges that begin and end in the row above."""
    return [merges[0] for column, merges in above.items() if len(merges) == 1 and len(here.get(column, ())) <= 1]
