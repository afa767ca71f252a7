"""Paragraphs and tables of a Renstra as far as they say something, whoever saved it: what tells one from another."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from lxml import etree

from pokin_docs.narrative.layout import blocks_of
from pokin_docs.narrative.source import NarrativeRefused, SourceDocument, W, parsed, style_of, words_in

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_BOX, _FALLBACK = W + "txbxContent", _MC + "Fallback"
_GONE = frozenset((W + "del", W + "moveFrom", W + "pPr", W + "rPr", W + "sdtPr", _BOX, _FALLBACK, W + "delText"))
_TEXT, _RUN, _SIMPLE_FIELD = W + "t", W + "r", W + "fldSimple"
_FIELD_MARKS = (W + "fldChar", W + "instrText")
_NOTE_MARKS = (W + "footnoteReference", W + "endnoteReference")
_SIGNS = {W + "tab": "\t", W + "br": " ", W + "cr": " ", W + "noBreakHyphen": "-", W + "ptab": "\t", W + "sym": "*"}
_TYPED_FIELDS = ("HYPERLINK", "FORMTEXT", "QUOTE", "ADDIN", "REF")
_PAGE = re.compile(r"\t[\s.…]*(?:\d+|[ivxlc]+)?\s*\Z")
_NUMBER = re.compile(r"\A(?:BAB\s*[IVX]+\b|\d+(?:\.\d+)+\.?(?=\s)|(?:\d+|[a-z])[.)](?=\s))\s*")
_CAPTION = re.compile(r"\A(Tabel|Gambar|Bagan|Grafik)\s+[\d.]*\s*")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_NOTE = re.compile(" \x01[^\x02]*\x02")
_MARGIN = re.compile(r"word/(?:header|footer)\d*\.xml")
_WORDS = re.compile(r"\w+")
_LISTS = re.compile(r"(?:toc|contents|table of figures|figure index|daftar isi|illustration index)\b")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a table: ``cells`` are what its cells say, None for a paragraph.

    ``key`` is all it says, without blanks, numbers of lists and captions and what fields compute; ``said`` the same of
    each paragraph and picture in it, without notes. ``pictures`` stand each for the bytes of a picture. ``level`` is
    that of a heading.
    """

    element: etree._Element
    text: str
    key: str
    said: tuple[str, ...] = ()
    level: int | None = None
    cells: tuple[str, ...] | None = None
    pictures: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Its words in small letters."""
        return tuple(_WORDS.findall(self.text.casefold()))


@lru_cache(maxsize=8_192)  # targets and units stand in many rows
def settled(text: str) -> str:
    """A text without what saving it again, another number or a computed field changes."""
    plain = unicodedata.normalize("NFKC", _UNSEEN.sub("", _PAGE.sub("", text))).replace("\u2010", "-")
    plain = " ".join(plain.replace("…", "...").split())
    plain = _NUMBER.sub("", plain)
    return _CAPTION.sub(r"\1 ", plain).strip()


def squeezed(text: str) -> str:
    """What stands for a paragraph."""
    return "".join(settled(text).split())


def picture_mark(data: bytes) -> str:
    """What stands for a picture."""
    return f"gambar {hashlib.sha256(data).hexdigest()[:16]}"


def read_blocks(source: SourceDocument) -> tuple[Block, ...]:
    """All that says or shows something in the body of a document, lists of its contents left out.

    What stands in text boxes comes behind the paragraph or table that holds them.
    """
    reader = _TextReader(source)
    found: list[Block] = []
    lines: set[int] = set()  # those that end like a line of contents: one is, where what it names stands elsewhere
    for element in _with_boxes(blocks_of(source.body)):
        is_table = element.tag != W + "p"
        whole = [reader.text(paragraph) for paragraph in (_own_paragraphs(element) if is_table else (element,))]
        texts, pictures = tuple(filter(None, map(settled, whole))), reader.pictures(element)
        if not texts and not pictures:
            continue
        if not is_table and _is_listed(source, element, whole[0]):
            continue
        said = (*filter(None, (squeezed(_NOTE.sub("", text)) for text in whole)), *pictures)
        key = "\0".join((*("".join(text.split()) for text in texts), *pictures))
        level = None if is_table else source.heading_level(element)
        found.append(Block(element, " ".join(texts), key, said, level, texts if is_table else None, pictures))
        if not is_table and _PAGE.search(whole[0]):
            lines.add(len(found) - 1)
    titles = {block.key for number, block in enumerate(found) if number not in lines}
    return tuple(block for number, block in enumerate(found) if number not in lines or block.key not in titles)


def read_margins(source: SourceDocument) -> tuple[Block, ...]:
    """What headers and footers say, one block for each; those that say nothing left out."""
    found: list[Block] = []
    for name in sorted(source.parts):
        if _MARGIN.fullmatch(name):
            try:
                root = parsed(source.parts[name])
            except NarrativeRefused:
                continue
            reader = _TextReader(replace(source, body=root))
            texts = tuple(filter(None, (settled(reader.text(paragraph)) for paragraph in root.iter(W + "p"))))
            if texts:
                found.append(Block(root, " ".join(texts), "".join("".join(texts).split())))
    return tuple(found)


def _with_boxes(blocks: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """Each block, then those in the text boxes it holds, as newer programs write a box and not once more for older."""
    for block in blocks:
        yield block
        for box in block.iter(_BOX):
            around = (above for above in box.iterancestors(_BOX, _FALLBACK) if block in above.iterancestors())
            if next(around, None) is None:
                yield from _with_boxes(blocks_of(box))


def _own_paragraphs(table: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs of a table, those in text boxes left out."""
    boxed = {paragraph for box in table.iter(_BOX) for paragraph in box.iter(W + "p")}
    return (paragraph for paragraph in table.iter(W + "p") if paragraph not in boxed)


def _is_listed(source: SourceDocument, paragraph: etree._Element, text: str) -> bool:
    """Whether a paragraph is a line of contents: by its style, or by the field of a page number that ends it."""
    if any(_LISTS.match(style.name) for style in source.chain(style_of(paragraph))):
        return True
    return _PAGE.search(text) is not None and any(
        "PAGEREF" in (code.text or "") for code in paragraph.iter(W + "instrText")
    )


class _TextReader:
    """Texts of paragraphs in their order; a field may reach over several of them."""

    def __init__(self, source: SourceDocument) -> None:
        self.source = source
        self.fields: list[list[str]] = []
        ends = sum(1 for mark in source.body.iter(W + "fldChar") if mark.get(W + "fldCharType") == "end")
        begins = sum(1 for mark in source.body.iter(W + "fldChar") if mark.get(W + "fldCharType") == "begin")
        self.is_whole = ends == begins

    def text(self, paragraph: etree._Element) -> str:
        """What a paragraph says, with its notes, without what fields compute."""
        if not self.is_whole:  # a field that never ends would swallow what follows
            self.fields.clear()
        return "".join(self._texts(paragraph))

    def _texts(self, parent: etree._Element) -> Iterator[str]:
        for child in parent:
            tag = child.tag
            if tag in _GONE:
                continue
            if tag == _TEXT or tag in _SIGNS:
                if not (self.fields and self._muted()):
                    yield _SIGNS.get(tag) or child.text or ""
            elif tag == _RUN:
                yield from self._texts(child)
            elif tag in _FIELD_MARKS:
                self._field(child)
            elif tag == _SIMPLE_FIELD:
                self.fields.append([child.get(W + "instr") or "", "result"])
                yield from self._texts(child)
                self.fields.pop()
            elif tag in _NOTE_MARKS:
                yield from self._note(tag.removeprefix(W).removesuffix("Reference"), child.get(W + "id") or "")
            else:
                yield from self._texts(child)

    def _field(self, mark: etree._Element) -> None:
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            self.fields.append(["", ""])
        elif kind is None and self.fields:
            self.fields[-1][0] += mark.text or ""
        elif kind == "separate" and self.fields:
            self.fields[-1][1] = "result"
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _muted(self) -> bool:
        return any(not (state and code.split()[:1] and code.split()[0].upper() in _TYPED_FIELDS)
                   for code, state in self.fields)  # fmt: skip

    def _note(self, kind: str, identifier: str) -> Iterator[str]:
        note = self.source.notes.get((kind, identifier))
        if note is not None:
            for paragraph in note.iter(W + "p"):
                yield f" \x01{words_in(paragraph)}\x02"

    def pictures(self, block: etree._Element) -> tuple[str, ...]:
        """What stands for each picture in a paragraph or table."""
        numbers = [blip.get(f"{_R}embed") for blip in block.iter(f"{_A}blip")]
        numbers += [shown.get(f"{_R}id") for shown in block.iter(f"{_V}imagedata")
                    if next(shown.iterancestors(f"{_MC}Fallback"), None) is None]  # fmt: skip
        links = (self.source.relation(self.source.main, number) for number in numbers if number)
        parts = (self.source.parts.get(link[0], b"") for link in links if link is not None)
        return tuple(picture_mark(data) for data in parts if data)
