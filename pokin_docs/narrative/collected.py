"""The document in which text is collected that was typed into a Renstra: a heading and a key per place, older below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from pokin_docs.documents.renstra.places import BY_KEY, PLACES, NarrativePlace
from pokin_docs.narrative.source import SourceDocument, W, open_source, style_of, words_in
from pokin_docs.narrative.write import package

OLD = "lama"
"""The heading below which older texts are kept; nothing from there on is printed."""
_GUIDE = (
    "Berkas ini memuat teks yang diketik langsung di berkas Renstra hasil program, dikumpulkan ke tempatnya agar tidak "
    "hilang. Teks ini dicetak di Renstra selama naskah Anda tidak menulis tempat yang sama.",
    "Isi berkas ini boleh diubah, dipindahkan ke naskah, atau dihapus. Yang di bawah judul Lama tidak dicetak.",
)
_KEY_STYLE = "kunci naskah"
_ORDER = {place.key: number for number, place in enumerate(PLACES)}


@dataclass(frozen=True, slots=True)
class CollectedBody:
    """The parts of the document, its main part, and that with a token where each new text goes."""

    parts: dict[str, bytes]
    main: str
    body: bytes


def laid_out(path: Path, data: bytes | None, tokens: Iterable[tuple[str, str]]) -> CollectedBody:
    """The document with a token at each place to be written; what stood there is below the heading of older ones.

    Args:
        path: The document.
        data: What it holds now; None where there is none yet.
        tokens: Key of a place, and what stands for the text to come there.

    Raises:
        NarrativeRefused: The document cannot be read.
    """
    if data is None:
        title = '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>TEKS TERKUMPUL DARI RENSTRA</w:t></w:r></w:p>'
        guide = (
            f'<w:p><w:pPr><w:pStyle w:val="PetunjukNaskah"/></w:pPr><w:r><w:t>{line}</w:t></w:r></w:p>'
            for line in _GUIDE
        )
        data = package(title + "".join(guide))
    source = open_source(path, data)
    layout = _Layout(source)
    for key, token in tokens:
        layout.put(BY_KEY[key], token)
    root = source.body.getroottree()
    body = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return CollectedBody(dict(source.parts), source.main, body)


class _Layout:
    """The body while texts are put into it."""

    def __init__(self, source: SourceDocument) -> None:
        self.source, self.body = source, source.body
        names = {style.name: identifier for identifier, style in source.styles.items()}
        self.headings = {level: names.get(f"heading {level}", f"Heading{level}") for level in (1, 2)}
        self.key_style = names.get(_KEY_STYLE, "KunciNaskah")

    def put(self, place: NarrativePlace, token: str) -> None:
        """Put a token below the heading of a place, and what stood there below the heading of older texts."""
        mark = next((mark for key, mark in self._marks() if key == place.key), None)
        if mark is None:
            mark = self._begin(place)
        elif standing := list(self._standing(mark)):
            self._keep(place, standing)
        mark.addnext(_paragraph(token))

    def _marks(self) -> Iterator[tuple[str, etree._Element]]:
        """The keys above the heading of older texts, in order."""
        for block in self.body:
            if self._is_old(block):
                return
            key = _text(block).casefold()
            if block.tag == W + "p" and key in BY_KEY and (self._is_key(block) or block.getprevious() is not None):
                yield key, block

    def _is_key(self, block: etree._Element) -> bool:
        return any(style.name == _KEY_STYLE for style in self.source.chain(style_of(block)))

    def _is_old(self, block: etree._Element) -> bool:
        return block.tag == W + "p" and self.source.heading_level(block) is not None and _text(block).casefold() == OLD

    def _standing(self, mark: etree._Element) -> Iterator[etree._Element]:
        """What stands below a key."""
        heads = {_heading(other) for _, other in self._marks()}
        for block in mark.itersiblings():
            if block.tag == W + "sectPr" or self._is_old(block) or block in heads:
                return
            yield block

    def _begin(self, place: NarrativePlace) -> etree._Element:
        """A new heading with the key of a place, before those that come after it; the paragraph of the key."""
        after = (_heading(mark) for key, mark in self._marks() if _ORDER[key] > _ORDER[place.key])
        before = next(after, None)
        if before is None:
            before = next((block for block in self.body if self._is_old(block)), None)
        key = _paragraph(place.key, self.key_style)
        self._insert(before, (_paragraph(_title(place), self.headings[2]), key))
        return key

    def _keep(self, place: NarrativePlace, standing: list[etree._Element]) -> None:
        """Move what stood at a place below the heading of older texts, the last on top."""
        old = next((block for block in self.body if self._is_old(block)), None)
        if old is None:
            old = _paragraph(OLD.title(), self.headings[1])
            self._insert(None, (old,))
        for block in reversed((_paragraph(f"{_title(place)} ({OLD})", self.headings[2]), *standing)):
            old.addnext(block)

    def _insert(self, before: etree._Element | None, blocks: Iterable[etree._Element]) -> None:
        """Put blocks before one; None for the end of the body."""
        last = self.body[-1] if len(self.body) and self.body[-1].tag == W + "sectPr" else None
        for block in blocks:
            if before is not None:
                before.addprevious(block)
            elif last is not None:
                last.addprevious(block)
            else:
                self.body.append(block)


def _heading(mark: etree._Element) -> etree._Element:
    """The heading above a key; the key itself where there is none."""
    above = mark.getprevious()
    return mark if above is None or above.tag != W + "p" else above


def _title(place: NarrativePlace) -> str:
    number = place.number()
    return place.title if number == "0" else f"{number} {place.title}"


def _paragraph(text: str, style: str = "") -> etree._Element:
    paragraph = etree.Element(W + "p")
    if style:
        etree.SubElement(etree.SubElement(paragraph, W + "pPr"), W + "pStyle").set(W + "val", style)
    etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "t").text = text
    return paragraph


def _text(paragraph: etree._Element) -> str:
    return words_in(paragraph).strip()
