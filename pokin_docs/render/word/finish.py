"""A filled part made ready for the document: line breaks, marks, tables; and proof that it is whole XML."""

from __future__ import annotations

import itertools
import re
from copy import deepcopy
from typing import cast

from docxtpl import DocxTemplate
from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CONTROL = re.compile("[\x01-\x04]")
# Where no line break or highlight can stand: inside a tag (an alt text), and in texts that are not of a run.
_PLAIN_ONLY = re.compile("<[^>\x01-\x04]*[\x01-\x04][^>]*>|<(?:w:delText|w:instrText|a:t|m:t)(?:>| [^>]*>)[^<]*")
_DOCPR = re.compile(r'(<wp:docPr\b[^>]*?\bid=")[^"]*(")')
_NS = {"w": _W[1:-1]}
_ROWS_WITHOUT_CELLS = etree.XPath("//w:tr[not(descendant::w:tc)]", namespaces=_NS)
_TABLES_WITHOUT_ROWS = etree.XPath("//w:tbl[not(descendant::w:tr)]", namespaces=_NS)
_WITHOUT_PARAGRAPH = etree.XPath(
    "//w:tc[not(descendant::w:p) or *[last()][self::w:tbl]] | //w:hdr[not(descendant::w:p)]"
    " | //w:ftr[not(descendant::w:p)] | //w:txbxContent[not(descendant::w:p)]",
    namespaces=_NS,
)
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


class XmlRusak(Exception):
    """The filled part is not well-formed XML: Word would not open the document."""


def finish(text: str, *, badan: bool, tabel: bool) -> bytes:
    """The bytes of a filled part.

    Args:
        text: What Jinja gave.
        badan: Whether the part has runs of text (not so the document properties).
        tabel: Whether loops over cells may have changed the number of columns.

    Raises:
        XmlRusak: docxtpl would repair it and lose text on the way; here it is a fault.
    """
    text = text.replace("\n<w:p", "<w:p")
    marked = "\x01" in text or "\x02" in text
    text = _resolve_controls(text, badan)
    if "<wp:docPr" in text:
        numbers = itertools.count(1001)
        text = _DOCPR.sub(lambda match: f"{match.group(1)}{next(numbers)}{match.group(2)}", text)
    data = text.encode()
    root = _parse(data)
    if tabel:
        try:
            root = DocxTemplate("").fix_tables(text)
        except (ValueError, TypeError, AttributeError) as fault:
            raise XmlRusak("jumlah kolom tabel tidak dapat disesuaikan") from fault
    if marked and badan:
        _highlight_marks(root)
    mended = badan and _fill_gaps(root)
    if tabel or marked or mended:
        data = etree.tostring(root, encoding="UTF-8")
        data = data.partition(b"?>\n")[2] if data.startswith(b"<?xml") else data
    return _DECLARATION + data


def _parse(data: bytes) -> etree._Element:
    parser = etree.XMLParser(recover=False, resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise XmlRusak(f"ada tag yang membelah paragraf atau tabel ({fault})") from fault


def _fill_gaps(root: etree._Element) -> bool:
    """Give back what Word demands where tags took all content away, and return whether anything was missing.

    A loop over nothing leaves a table without rows, a condition a cell without a paragraph: Word calls either
    document damaged.
    """
    missing = False
    for find in (_ROWS_WITHOUT_CELLS, _TABLES_WITHOUT_ROWS):
        for element in _find(find, root):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
            missing = True
    for element in _find(_WITHOUT_PARAGRAPH, root):
        etree.SubElement(element, _W + "p")
        missing = True
    return missing


def _find(expression: etree.XPath, root: etree._Element) -> list[etree._Element]:
    return cast("list[etree._Element]", expression(root))


def _resolve_controls(text: str, badan: bool) -> str:
    if not _CONTROL.search(text):
        return text
    if not badan:
        return _without_controls(text)
    text = _PLAIN_ONLY.sub(lambda match: _without_controls(match.group()), text)
    text = text.replace("\x03", '</w:t><w:br/><w:t xml:space="preserve">')
    text = text.replace("\x04", '</w:t><w:tab/><w:t xml:space="preserve">')
    # A processing instruction survives parsing and cannot be typed into a cell.
    return text.replace("\x01", "<?tanda awal?>").replace("\x02", "<?tanda akhir?>")


def _without_controls(text: str) -> str:
    return text.replace("\x01", "").replace("\x02", "").replace("\x03", " ").replace("\x04", " ")


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
