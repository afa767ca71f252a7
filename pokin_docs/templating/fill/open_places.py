"""Places of a template that the office still has to write: "[Uraikan … di sini.]", rows of "…", "Belum ada data"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from pokin_docs.templating.fill.template_tags import OpenPlace
from pokin_docs.templating.signs import MARK_END, MARK_START, PLACE_END, PLACE_START

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARSER = etree.XMLParser(recover=False, resolve_entities=False, no_network=True, huge_tree=False)
_VERBS = (
    "uraikan|tambahkan|isi|isikan|isilah|tulis|tuliskan|tulislah|jelaskan|lengkapi|sebutkan|cantumkan|masukkan|sisipkan|"
    "ketik|ketikkan|gambarkan|sajikan|paparkan|rumuskan|ganti|gantilah|pilih|lampirkan|diisi|jabarkan|deskripsikan"
)
_INNER = r"[^\[\]«»<>{}]*"
_PROMPT = re.compile(
    rf"[\[«<](?:\s*(?:{_VERBS})\b{_INNER}|{_INNER}\b(?:di sini|belum diisi|diisi oleh)\b{_INNER}|"
    r"\s*(?:…|\.{3,})\s*)[\]»>]",
    re.IGNORECASE,
)
"""A sentence in brackets that asks for something, or dots in brackets."""
_BRACKETED = re.compile(r"\s*\[[^\[\]{}]*\w[^\[\]{}]*\s[^\[\]{}]*\]\s*")
"""A paragraph that is wholly in brackets, of more than a word."""
_NO_DATA = re.compile(r"\s*Belum ada data\b[^{}]*", re.IGNORECASE)
_SHEET = re.compile(r"lembar (.+?)[.\s]*$", re.IGNORECASE)
_FROM_SHEET = re.compile(
    r"[\[«<]\s*(?:isi|isikan|isilah|lengkapi)\s+lembar\s+«?([^\[\]«»,.;:]+?)»?"
    r"(?:\s+(?:di|pada|dalam)\s+buku kerja)?\s*(?:[,.;:]\s*.*)?[\]»>]",
    re.IGNORECASE,
)
"""A prompt that asks for no words in the template, but for rows of a sheet."""
_TABLE = re.compile(r"\bTabel\s+[\dTC.-]*\d", re.IGNORECASE)
_DOTS = re.compile(r"\s*[\[«<(]?\s*(?:…+|\.{2,})\s*[\]»>)]?\s*")
_ORDINAL = re.compile(r"\s*\(?\d{0,3}[.)]?\s*")
_HINTS = (b"[", b"&lt;", "«".encode(), "…".encode(), b"...", b"elum ada data")
_HEADING = re.compile(r"heading|judul|title", re.IGNORECASE)
_CAPTION = re.compile(r"caption|keterangan", re.IGNORECASE)
_WITH_TAGS = re.compile(r"\{[{%].*?[}%]\}")
# Stand in the XML until it is a Jinja source, which no control character can.
_SOURCE_START, _SOURCE_NUMBER, _SOURCE_END = "\U000f5a00", "\U000f5a01", "\U000f5a02"
_NUMBERED = re.compile(f"{PLACE_START}[-0-9]+{PLACE_END}")


def mark(data: bytes, first: int) -> tuple[bytes, tuple[OpenPlace, ...]]:
    """A part with its places marked, and the places; the bytes as they are where there is none.

    Args:
        data: The part.
        first: The number of its first place.
    """
    if not any(sign in data for sign in _HINTS) or _SOURCE_START.encode() in data:
        return data, ()
    try:
        root = etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError:
        return data, ()  # told when it is read as a template
    found: list[OpenPlace] = []
    rows = {row: cells for row in root.iter(_W + "tr") if (cells := _dots(row))}
    dotted = {paragraph for cells in rows.values() for paragraph in cells}
    tables: set[etree._Element | None] = set()
    title = caption = ""
    for paragraph in root.iter(_W + "p"):
        nodes = _nodes(paragraph)
        text = "".join(node.text or "" for node in nodes)
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        name, said = "" if style is None else style.get(_W + "val", ""), _WITH_TAGS.sub("…", text).strip()
        if said and _HEADING.search(name):
            title, caption = said, ""
        elif said and _CAPTION.search(name):
            caption = said
        if paragraph in dotted:
            row = next(paragraph.iterancestors(_W + "tr"))
            table = row.getparent()
            again = table in tables
            tables.add(table)
            _wrap(nodes, 0, len(text), "-" if again else str(first + len(found)))
            found += [] if again else [OpenPlace(f"[tabel belum diisi: {caption or 'baris «…»'}]", title)]
            continue
        for start, end in reversed(list(_spans(text))):
            _wrap(nodes, start, end, str(first + len(found)))
            found.append(_place(text, text[start:end].strip(), title, caption))
    if not found:
        return data, ()
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True), tuple(found)


def _place(text: str, sentence: str, title: str, caption: str) -> OpenPlace:
    """A place of a paragraph with this text; what is filled from a sheet is named by its table."""
    if _NO_DATA.fullmatch(text) and (sheet := _SHEET.search(text)) is not None:
        return OpenPlace(sentence, caption, sheet[1])
    if (sheet := _FROM_SHEET.fullmatch(sentence)) is not None:
        table = _TABLE.search(sentence)
        return OpenPlace(sentence, table[0] if table else title, sheet[1])
    return OpenPlace(sentence, title)


def to_signs(source: str) -> str:
    """A Jinja source with the signs by which its places are known while it is filled."""
    return source.translate(_SIGNS) if _SOURCE_START in source else source


_SIGNS = {
    ord(_SOURCE_START): PLACE_START,
    ord(_SOURCE_NUMBER): PLACE_END + MARK_START,
    ord(_SOURCE_END): MARK_END,
}


def without_numbers(text: str) -> str:
    """A filled part in which the places are marks like any other."""
    return _NUMBERED.sub("", text) if PLACE_START in text else text


def _nodes(paragraph: etree._Element) -> list[etree._Element]:
    """The texts of a paragraph that are its own, not those of a text box in it."""
    return [node for node in paragraph.iter(_W + "t") if next(node.iterancestors(_W + "p"), None) is paragraph]


def _dots(row: etree._Element) -> list[etree._Element]:
    """The paragraphs of a row whose cells hold dots and nothing else, besides a number; none where one says more."""
    found: list[etree._Element] = []
    for cell in row.findall(_W + "tc"):
        for paragraph in cell.iter(_W + "p"):
            text = "".join(node.text or "" for node in _nodes(paragraph))
            if _DOTS.fullmatch(text):
                found.append(paragraph)
            elif not _ORDINAL.fullmatch(text):
                return []
    return found


def _spans(text: str) -> Iterator[tuple[int, int]]:
    if _NO_DATA.fullmatch(text) or _BRACKETED.fullmatch(text):
        yield len(text) - len(text.lstrip()), len(text.rstrip())
        return
    yield from (match.span() for match in _PROMPT.finditer(text))


def _wrap(nodes: list[etree._Element], start: int, end: int, number: str) -> None:
    """Put the signs around the characters from ``start`` to ``end`` of the texts taken together."""
    at = 0
    for node in nodes:
        text = node.text or ""
        low, high = max(start - at, 0), min(end - at, len(text))
        at += len(text)
        if low < high:
            inner = f"{_SOURCE_START}{number}{_SOURCE_NUMBER}{text[low:high]}{_SOURCE_END}"
            node.text = text[:low] + inner + text[high:]
            number = "-"
