"""The XML of a part as the Jinja source that fills it: docxtpl's own patching, with its gaps closed."""

from __future__ import annotations

import html
import re

from docxtpl import DocxTemplate
from lxml import etree

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_LITERAL = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})|(\{_[{%]|[}%]_\})", re.DOTALL)
_BARE_TEXT = re.compile(r"<w:t>(?=[^<]*\{)")
_PARAGRAPH = re.compile(r"<w:p(?=[ >])")
_CELL_LOOP = re.compile(r'%\}\s*<w:tc[ >]|</w:tc>\s*\{%|gridSpan w:val="\{\{')
_BETWEEN = re.compile(r">([^<>]+)<")
_XML_TAG = re.compile(r"<[/\w?][^>]*>")


def to_jinja(data: bytes) -> str:
    """The Jinja source of a part; every paragraph starts a line, so that a line number is a place.

    docxtpl knows what clerks write: tags split over runs, smart quotes, ``{%tr %}``, ``{% vm %}``. It does not turn
    ``&amp;`` inside a tag into ``&``, so that ``x == 'A & B'`` is never true, and it unescapes ``{_{`` only after
    filling, in the cells' texts too: both are done here.
    """
    parser = etree.XMLParser(recover=False, resolve_entities=False, no_network=True, huge_tree=False)
    source: str = etree.tostring(etree.fromstring(data, parser), encoding="unicode")
    source = DocxTemplate("").patch_xml(source)
    source = _TAG.sub(lambda tag: tag.group().replace("&amp;", "&"), source)
    source = _LITERAL.sub(_literal, source)
    source = _BARE_TEXT.sub('<w:t xml:space="preserve">', source)
    return _PARAGRAPH.sub("\n<w:p", source)


def _literal(match: re.Match[str]) -> str:
    if match.group(1):
        return match.group(1)
    return "{% raw %}" + match.group(2).replace("_", "") + "{% endraw %}"


def has_tags(source: str) -> bool:
    """Whether anything in the source is filled; a part without tags is copied as it is."""
    return any(mark in source for mark in ("{{", "{%", "{#"))


def texts_with_tags(data: bytes) -> list[str]:
    """Texts of an XML part that hold a tag."""
    return [text for text in map(html.unescape, _BETWEEN.findall(data.decode("utf-8", "replace"))) if has_tags(text)]


def changes_columns(source: str) -> bool:
    """Whether filling can give a table more or fewer cells in a row than its grid has columns."""
    return bool(_CELL_LOOP.search(source))


def sentence(source: str, line: int) -> str:
    """The text of the paragraph that stands in a line of the source, as a clerk finds it in Word."""
    lines = source.split("\n")
    if not 0 < line <= len(lines):
        return ""
    # Tags first become harmless: a comparison in one holds a < that is no XML.
    tags = _TAG.findall(lines[line - 1])
    bare = _TAG.sub("\x00", lines[line - 1])
    text = _XML_TAG.sub("", bare)
    for tag in tags:
        text = text.replace("\x00", tag, 1)
    return html.unescape(text).strip()
