"""The XML of a part as the Jinja source that fills it: docxtpl's own patching, with its gaps closed."""

from __future__ import annotations

import html
import re

from docxtpl import DocxTemplate
from lxml import etree

from pokin_docs.templating.signs import BRACE_CLOSE, BRACE_OPEN

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_RAW = re.compile(r"\{%[-+]?\s*raw\s*[-+]?%\}(.*?)\{%[-+]?\s*endraw\s*[-+]?%\}", re.DOTALL)
_LITERAL = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})|(\{_[{%]|[}%]_\}|[{}])", re.DOTALL)
_BARE_TEXT = re.compile(r"<w:t>(?=[^<]*\{)")
# {{r x}} and {{p x}} are docxtpl's for values that are XML, {%r %} takes a run away: texts need neither.
_OBJECT_LETTER = re.compile(
    r"(\{(?:<[^>]*>)*(?:\{(?:<[^>]*>)*[rp]|%(?:<[^>]*>)*r))(?=(?:<[^>]*>)*\s(?:\s|<[^>]*>)*[^\s}%<])"
)
_MARKS = ("{{", "{%", "{#", "{_{", "{_%", "}_}", "%_}")
_OPENER = re.compile(r"\{[{%][-+]?")
_FORMATTING = re.compile(r"<w:(rPr|pPr|tblPr|trPr|tblGrid)>.*?</w:\1>", re.DOTALL)
_HIDDEN = re.compile(r"<w:_(\d+)/>")
_BRACES = str.maketrans("{}", BRACE_OPEN + BRACE_CLOSE)
_PARAGRAPH = re.compile(r"<w:p[ >]")
_CELL_LOOP = re.compile(r'%\}\s*<w:tc[ >]|</w:tc>\s*\{%|gridSpan w:val="\{\{')
_DECLARED = re.compile(r'xmlns:([^\s=]+)="([^"]*)"')
_BETWEEN = re.compile(r">([^<>]+)<")
_SIGNS = re.compile("[\x01-\x08\x0e\x0f]")
_XML_TAG = re.compile(r"<[/\w?][^>]*>")


def to_jinja(data: bytes, *, comment: bool = False) -> str:
    r"""The Jinja source of a part; every tag starts a line inside itself, so that a line number is a place.

    docxtpl knows what clerks write: tags split over runs, smart quotes, ``{%tr %}``, ``{% vm %}``. It does not turn
    ``&amp;`` inside a tag into ``&``, so that ``x == 'A & B'`` is never true, and it unescapes ``{_{`` only after
    filling, in the cells' texts too: both are done here. Braces that the template itself prints are covered as
    signs (templating/signs.py) until finish.py: any other that is there after filling is of a tag.

    Args:
        data: The part.
        comment: Whether these are the comments, whose paragraphs other parts name by their ids.
    """
    parser = etree.XMLParser(recover=False, resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(data, parser)
    if not comment:
        # Ids of paragraphs have to be unique; a loop would repeat them, and Word gives new ones.
        etree.strip_attributes(root, _W14 + "paraId", _W14 + "textId")
    _update_contents(root)
    _keep_sections(root)
    source = _serialise(root)
    if "{" not in source:
        return source
    source = _OBJECT_LETTER.sub(lambda letter: letter.group()[:-1], source)
    source = _patched(source)
    if not any(mark in source for mark in _MARKS):
        return source
    source = _TAG.sub(lambda tag: tag.group().replace("&amp;", "&"), source)
    source = _RAW.sub(lambda raw: raw.group(1).translate(_BRACES), source)
    source = _LITERAL.sub(_literal, source)
    source = _BARE_TEXT.sub('<w:t xml:space="preserve">', source)
    return _OPENER.sub(lambda opener: opener.group() + "\n", source)


def _patched(source: str) -> str:
    """What docxtpl's patching makes of a source.

    Formatting is kept out of its way: the patterns take half the time without, and ``{% vm %}`` takes the tab stops of
    a paragraph for its text.
    """
    hidden: list[str] = []

    def hide(match: re.Match[str]) -> str:
        if "{" in match.group():
            return match.group()
        hidden.append(match.group())
        return f"<w:_{len(hidden) - 1}/>"

    patched: str = DocxTemplate("").patch_xml(_FORMATTING.sub(hide, source))
    return _HIDDEN.sub(lambda match: hidden[int(match.group(1))], patched)


def _literal(match: re.Match[str]) -> str:
    return match.group(1) or match.group(2).replace("_", "").translate(_BRACES)


def _serialise(root: etree._Element) -> str:
    """The part as text with all its prefixes declared once at the top, so that no tag can take a declaration away.

    A prefix that means two things in it stays declared where it was.
    """
    source: str = etree.tostring(root, encoding="unicode")
    end = source.find(">")
    declared = dict(_DECLARED.findall(source, 0, end))
    inner = set(_DECLARED.findall(source, end))
    if not inner or any(declared.setdefault(prefix, space) != space for prefix, space in inner):
        return source
    etree.cleanup_namespaces(root, top_nsmap=declared, keep_ns_prefixes=list(declared))
    return str(etree.tostring(root, encoding="unicode"))


def _update_contents(root: etree._Element) -> None:
    """Mark tables of contents to be made anew when the document is opened: what they list changes with the values."""
    begin: etree._Element | None = None
    for element in root.iter(_W + "fldChar", _W + "instrText", _W + "fldSimple"):
        if element.tag == _W + "fldChar":
            begin = element if element.get(_W + "fldCharType") == "begin" else begin
        instruction = (element.text if element.tag == _W + "instrText" else element.get(_W + "instr")) or ""
        if instruction.split()[:1] == ["TOC"]:
            field_start = begin if element.tag == _W + "instrText" else element
            if field_start is not None:
                field_start.set(_W + "dirty", "true")


def _keep_sections(root: etree._Element) -> None:
    """Give a section break that shares its paragraph with ``{%p %}`` one of its own: docxtpl takes both away.

    LibreOffice writes the break into the paragraph before it, whatever stands there.
    """
    for paragraph in list(root.iter(_W + "p")):
        section = paragraph.find(f"{_W}pPr/{_W}sectPr")
        text = "" if section is None else "".join(piece.text or "" for piece in paragraph.iter(_W + "t"))
        if section is not None and text.lstrip().startswith(("{%p", "{#p")):
            own = etree.Element(_W + "p")
            etree.SubElement(own, _W + "pPr").append(section)
            paragraph.addnext(own)


def has_tags(source: str) -> bool:
    """Whether anything in the source is filled; a part without tags is copied as it is."""
    return any(mark in source for mark in ("{{", "{%", "{#", BRACE_OPEN, BRACE_CLOSE))


def texts_with_tags(data: bytes) -> list[str]:
    """Texts of an XML part that hold a tag."""
    return [text for text in map(html.unescape, _BETWEEN.findall(data.decode("utf-8", "replace"))) if has_tags(text)]


def is_declared_at_the_root(source: str) -> bool:
    """Whether every prefix is declared in the first tag of the part, which is printed whatever a template says."""
    return not _DECLARED.search(source, source.find(">"))


def changes_columns(source: str) -> bool:
    """Whether filling can give a table more or fewer cells in a row than its grid has columns."""
    return bool(_CELL_LOOP.search(source))


def sentence(source: str, line: int) -> str:
    """The text of the paragraph that holds the tag of a line (1-based) of the source, as a clerk finds it in Word."""
    starts = [0, *(match.end() for match in re.finditer("\n", source))]
    if not 0 < line <= len(starts):
        return ""
    at = starts[line - 1]
    before = [match.start() for match in _PARAGRAPH.finditer(source, 0, at)]
    after = _PARAGRAPH.search(source, at)
    paragraph = source[before[-1] if before else 0 : after.start() if after else len(source)]
    # Tags first become harmless: a comparison in one holds a < that is no XML.
    tags = [_OPENER.sub(lambda opener: opener.group(), tag.replace("\n", "")) for tag in _TAG.findall(paragraph)]
    text = _XML_TAG.sub("", _TAG.sub("\x00", paragraph))
    for tag in tags:
        text = text.replace("\x00", tag, 1)
    return _SIGNS.sub("", html.unescape(text)).strip()
