"""A filled part made ready for the document: line breaks, marks, tables; and proof that it is whole XML."""

from __future__ import annotations

import itertools
import re
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, NamedTuple, cast

from docxtpl import DocxTemplate
from lxml import etree

from pokin_docs.templating.signs import BRACE_CLOSE, BRACE_OPEN, LINE_BREAK, MARK_END, MARK_START, TAB

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Where no line break or highlight can stand: inside a tag (an alt text), and in texts that are not of a run.
_MARKS = MARK_START + MARK_END + LINE_BREAK + TAB
_IN_A_TAG = re.compile(f"<[^>{_MARKS}]*[{_MARKS}][^>]*>")
_CONTROL = re.compile(f"[{_MARKS}]")
_TEXTS_OF_NO_RUN = ("<w:delText", "<w:instrText", "<a:t", "<m:t")
_NOT_OF_A_RUN = re.compile("<(?:w:delText|w:instrText|a:t|m:t)(?:>| [^>]*>)[^<]*")
_CELL, _PARAGRAPH, _ROW, _TABLE = (_W + name for name in ("tc", "p", "tr", "tbl"))
_WITH_PARAGRAPHS = (_CELL, *(_W + name for name in ("hdr", "ftr", "txbxContent")))
# CT_RPr is a sequence: highlight stands before these.
_AFTER_HIGHLIGHT = frozenset(
    _W + name
    for name in (
        "u",
        "effect",
        "bdr",
        "shd",
        "fitText",
        "vertAlign",
        "rtl",
        "cs",
        "em",
        "lang",
        "eastAsianLayout",
        "specVanish",
        "oMath",
        "rPrChange",
    )
)


class BrokenXml(Exception):
    """The filled part is not what Word opens; the message tells why, in Indonesian."""


class _Nothing:
    """Takes what a parser finds and keeps nothing of it: half the cost of a tree."""

    def close(self) -> None: ...


_OPTIONS: dict[str, Any] = {"recover": False, "resolve_entities": False, "no_network": True, "huge_tree": False}
_READER = etree.XMLParser(target=cast("Any", _Nothing()), **_OPTIONS)


@dataclass(frozen=True, slots=True)
class PartTraits:
    """What is known of a part before it is filled.

    Attributes:
        body: It has runs of text (the document properties have none).
        table: Loops over cells may change the number of columns.
        fragile: Filling may take away what Word demands (``can_empty``).
        loses_namespace: A tag may take away the declaration of a prefix.
    """

    body: bool
    table: bool
    fragile: bool
    loses_namespace: bool


class FinishedPart(NamedTuple):
    """The bytes of a filled part, and what they say where that was read; else nobody has proved them yet."""

    data: bytes
    root: etree._Element | None


def finish(text: str, traits: PartTraits) -> bytes:
    """The bytes of a filled part, proved to be whole XML without a tag of the template left in it.

    Args:
        text: What Jinja gave.
        traits: What is known of the part.

    Raises:
        BrokenXml: docxtpl would repair it and lose text on the way; here it is a fault.
    """
    part = finish_for_reader(text, traits)
    if part.root is None:
        prove(part.data)
    return part.data


def finish_for_reader(text: str, traits: PartTraits) -> FinishedPart:
    """The same for who reads the part anyway: that, or ``prove``, is the proof where it was not read here.

    Args:
        text: What Jinja gave.
        traits: What is known of the part.

    Raises:
        BrokenXml: As far as it was looked at, it is no whole XML, or a tag is left in it.
    """
    # Every brace of a value or of the template's own text is covered still.
    if "{" in text or "}" in text:
        raise BrokenXml("masih ada tanda templat yang belum diisi")
    marked = traits.body and (MARK_START in text or MARK_END in text)
    data = _resolve_controls(text, traits.body).encode()
    if not (marked or traits.table or traits.fragile or traits.loses_namespace):
        return FinishedPart(_DECLARATION + data, None)
    root = tree_of(data)
    if traits.table:
        try:
            root = DocxTemplate("").fix_tables(data)
        except (ValueError, TypeError, AttributeError) as fault:
            raise BrokenXml("jumlah kolom tabel tidak dapat disesuaikan") from fault
    if marked:
        _highlight_marks(root)
    if (traits.body and _fill_gaps(root)) or traits.table or marked:
        data = etree.tostring(root, encoding="UTF-8")
        data = data.partition(b"?>\n")[2] if data.startswith(b"<?xml") else data
    return FinishedPart(_DECLARATION + data, root)


def tree_of(data: bytes) -> etree._Element:
    """What a part says, read strictly.

    Raises:
        BrokenXml: It is no whole XML.
    """
    return _parse(data, etree.XMLParser(**_OPTIONS))


def prove(data: bytes) -> None:
    """Let a part pass that is whole XML: quicker than ``tree_of``, as nothing is kept.

    Raises:
        BrokenXml: It is none.
    """
    _parse(data, _READER)


def _parse(data: bytes, parser: etree.XMLParser) -> etree._Element:
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise BrokenXml(f"ada tag yang membelah paragraf atau tabel ({fault})") from fault


def _fill_gaps(root: etree._Element) -> bool:
    """Give back what Word demands where tags took all content away, and return whether anything was missing.

    A loop over nothing leaves a table without rows, a condition a cell without a paragraph: Word calls either
    document damaged.
    """
    missing = False
    for tag, content in ((_ROW, _CELL), (_TABLE, _ROW)):
        for element in [one for one in root.iter(tag) if not _holds(one, content)]:
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
            missing = True
    for element in [one for one in root.iter(*_WITH_PARAGRAPHS) if not _ends_well(one)]:
        etree.SubElement(element, _W + "p")
        missing = True
    return missing


def _holds(element: etree._Element, tag: str) -> bool:
    return next(element.iterdescendants(tag), None) is not None


def _ends_well(element: etree._Element) -> bool:
    """Whether there is a paragraph in it, and a cell does not end with a table."""
    last = next(element.iterchildren("*", reversed=True), None)
    if last is not None and last.tag == _PARAGRAPH:
        return True
    ends_with_table = element.tag == _CELL and last is not None and last.tag == _TABLE
    return not ends_with_table and _holds(element, _PARAGRAPH)


def _resolve_controls(text: str, body: bool) -> str:
    """The text with what language.py has covered: braces, line breaks and tabs, each as its place demands."""
    if BRACE_OPEN in text or BRACE_CLOSE in text:
        text = text.replace(BRACE_OPEN, "{").replace(BRACE_CLOSE, "}")
    if not any(control in text for control in _MARKS):
        return text
    if _any_in_a_tag(text):
        text = _IN_A_TAG.sub(lambda match: _in_attribute(match.group()), text)
    if not body:
        return _as_characters(text)
    if any(tag in text for tag in _TEXTS_OF_NO_RUN):
        text = _NOT_OF_A_RUN.sub(lambda match: _as_characters(match.group()), text)
    text = text.replace(LINE_BREAK, '</w:t><w:br/><w:t xml:space="preserve">')
    text = text.replace(TAB, '</w:t><w:tab/><w:t xml:space="preserve">')
    # A processing instruction survives parsing and cannot be typed into a cell.
    return text.replace(MARK_START, "<?tanda awal?>").replace(MARK_END, "<?tanda akhir?>")


def _any_in_a_tag(text: str) -> bool:
    """Whether a control stands inside a tag: few do, and looking at each is quicker than going through all tags."""
    return any(
        text.rfind("<", 0, found.start()) > text.rfind(">", 0, found.start()) for found in _CONTROL.finditer(text)
    )


def _in_attribute(text: str) -> str:
    """Written as characters, line breaks and tabs in an attribute are read as blanks."""
    return text.replace(MARK_START, "").replace(MARK_END, "").replace(LINE_BREAK, "&#10;").replace(TAB, "&#9;")


def _as_characters(text: str) -> str:
    return text.replace(MARK_START, "").replace(MARK_END, "").replace(LINE_BREAK, "\n").replace(TAB, "\t")


def _highlight_marks(root: etree._Element) -> None:
    """Put every mark into a run of its own, formatted as the text around it and highlighted in yellow."""
    limits = list(root.iter(etree.ProcessingInstruction))
    texts = dict.fromkeys(limit.getparent() for limit in limits)
    runs = dict.fromkeys(text.getparent() for text in texts if text is not None and text.tag == _W + "t")
    for run in runs:
        if run is not None and run.tag == _W + "r":
            _split_run(run)
    etree.strip_tags(root, etree.ProcessingInstruction)


def _split_run(run: etree._Element) -> None:
    """Replace a run by runs that are wholly a mark or wholly not."""
    parent, formatting = run.getparent(), run.find(_W + "rPr")
    if parent is None:
        return
    pieces: list[tuple[bool, etree._Element]] = []
    marked = False
    for child in run:
        if child is formatting:
            continue
        if child.tag == _W + "t":
            marked = _split_text(child, marked, pieces)
        else:
            pieces.append((marked, child))
    for is_mark, group in itertools.groupby(pieces, key=lambda piece: piece[0]):
        part = etree.Element(run.tag)
        part.attrib.update(run.attrib)
        if formatting is not None:
            part.append(deepcopy(formatting))
        if is_mark:
            _highlight(part)
        part.extend([element for _, element in group])
        run.addprevious(part)
    parent.remove(run)


def _split_text(text: etree._Element, marked: bool, pieces: list[tuple[bool, etree._Element]]) -> bool:
    """Append the pieces of a text and return whether it ends inside a mark."""
    stretches = [(marked, text.text or "")]
    for limit in text:
        if isinstance(limit, etree._ProcessingInstruction):
            marked = limit.text == "awal"
        stretches.append((marked, limit.tail or ""))
    for is_mark, content in stretches:
        if content:
            element = etree.Element(_W + "t", {_SPACE: "preserve"})
            element.text = content
            pieces.append((is_mark, element))
    return marked


def _highlight(run: etree._Element) -> None:
    formatting = run.find(_W + "rPr")
    if formatting is None:
        formatting = etree.Element(_W + "rPr")
        run.insert(0, formatting)
    for old in formatting.findall(_W + "highlight"):
        formatting.remove(old)
    index = next((i for i, child in enumerate(formatting) if child.tag in _AFTER_HIGHLIGHT), len(formatting))
    formatting.insert(index, etree.Element(_W + "highlight", {_W + "val": "yellow"}))
