"""The office's naskah read: what stands at each place, and what of it cannot be printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from pokin_docs.documents.narrative import RichPicture, RichText
from pokin_docs.documents.renstra.places import BY_KEY, PLACES, NarrativePlace, places_of_outline
from pokin_docs.model.findings import FindingLog, Temuan
from pokin_docs.model.refusals import refusal
from pokin_docs.model.source import CellRef
from pokin_docs.narrative.convert import RichTextWriter
from pokin_docs.narrative.layout import blocks_of
from pokin_docs.narrative.lists import ListCounters
from pokin_docs.narrative.sheets import BlockPages, ends_page, pages_of
from pokin_docs.narrative.source import NarrativeRefused, SourceDocument, W, open_source, style_of, words_in

KEY_STYLE, GUIDE_STYLE = "kunci naskah", "petunjuk naskah"
"""Names of the styles of a place's key, and of what the program itself writes into a naskah, in small letters."""
_NUMBERED = re.compile(r"^(\d+(?:\.\d+)*)\.?\s+")
_CHAPTER = re.compile(r"^(?:bab\s+[ivx\d]+\b|bagian depan$)", re.IGNORECASE)
_CHANGES = tuple(W + name for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange"))


@dataclass(frozen=True)
class NarrativeReading:
    """What a naskah holds: rich text by key of its place, the keys it has a heading for, and what was found."""

    written: dict[str, RichText] = field(default_factory=dict)
    keys: frozenset[str] = frozenset()
    temuan: tuple[Temuan, ...] = ()


def _folded(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", text.casefold()).split())


_TITLES = {_folded(title): place for place in PLACES for title in (place.title, *place.other_titles)}
_PROMPTS = {_folded(prompt) for place in PLACES for prompt in place.prompts}


def read_narrative(path: Path, until: str = "", *, in_2017: bool = False) -> NarrativeReading:
    """What the office wrote at each place; of a file that cannot be read nothing, and why.

    Args:
        path: The file.
        until: A heading at which reading ends.
        in_2017: Numbers of headings are those of Permendagri 86/2017.
    """
    log = FindingLog()
    try:
        source = open_source(path)
        if until:
            cut_at(source, until)
        numbers = {place.number(in_2017=in_2017): place for place in places_of_outline(in_2017=in_2017)}
        return _Reader(path.name, source, log, numbers).read()
    except NarrativeRefused as refused:
        log.note("D31", CellRef(""), berkas=path.name, sebab=refused.reason)
    except OSError as fault:
        log.note("D31", CellRef(""), berkas=path.name, sebab=f"tidak dapat dibaca ({refusal(fault)})")
    except (RecursionError, ValueError, KeyError, IndexError, AttributeError, TypeError, ArithmeticError):
        log.note("D31", CellRef(""), berkas=path.name, sebab="susunannya tidak dikenal; buka di Word lalu simpan ulang")
    return NarrativeReading(temuan=tuple(log))


def cut_at(source: SourceDocument, heading: str) -> None:
    """Take what stands from a heading on out of a document."""
    blocks = list(source.body)
    for number, block in enumerate(blocks):
        if block.tag == W + "p" and _folded(_text(block)) == heading and source.heading_level(block) is not None:
            for gone in blocks[number:]:
                source.body.remove(gone)
            return


class _Reader:
    """One reading, from the first paragraph to the last."""

    def __init__(
        self, file: str, source: SourceDocument, log: FindingLog, numbers: Mapping[str, NarrativePlace]
    ) -> None:
        self.file, self.source, self.log, self.numbers = file, source, log, numbers
        self.counters, self.trouble = ListCounters(source), Counter[str]()
        self.writers: dict[str, list[RichTextWriter]] = {}
        self.place: NarrativePlace | None = None
        self.level = 1
        self.orphan, self.begun = "", False
        self.told: set[str] = set()
        self.columns: dict[str, None] = {}

    def read(self) -> NarrativeReading:
        """What stands in the document."""
        blocks = list(blocks_of(self.source.body))
        pages = pages_of(blocks, self.source.body)
        for number, (block, page) in enumerate(zip(blocks, pages, strict=True)):
            self._turn(page)
            if block.tag == W + "p" and self._is_ours(block, blocks[number + 1 :]):
                continue
            self._take(block, page)
        written: dict[str, RichText] = {}
        for key, writers in self.writers.items():
            texts = [text for writer in writers if (text := writer.result()) is not None]
            if len(writers) > 1 and len(texts) > 1:
                self.log.note("D32", CellRef(""), berkas=self.file, tempat=BY_KEY[key].title, jumlah=len(writers))
            if texts:
                written[key] = texts[0] if len(texts) == 1 else joined(texts)
        self._tell()
        return NarrativeReading(written, frozenset(self.writers), tuple(self.log))

    def _is_ours(self, paragraph: etree._Element, following: Iterable[etree._Element]) -> bool:
        """Whether a paragraph is no content: the heading of a place, its key, its prompt, a guide."""
        text, style = _text(paragraph), self._style(paragraph)
        level = self.source.heading_level(paragraph)
        if style == KEY_STYLE:
            if self.place is None or self.place.key != text.casefold():
                self._begin(BY_KEY.get(text.casefold()), text, self.level)
            return True
        if level is not None and text:
            return self._heading(text, level, following)
        if not text and not _shows(paragraph) and not ends_page(paragraph):
            return True
        return _folded(text) in _PROMPTS or (not self.begun and style in (GUIDE_STYLE, "title", "subtitle"))

    def _heading(self, text: str, level: int, following: Iterable[etree._Element]) -> bool:
        next_one = next((one for one in following if one.tag == W + "p" and _text(one)), None)
        key = _text(next_one).casefold() if next_one is not None else ""
        if next_one is not None and (self._style(next_one) == KEY_STYLE or key in BY_KEY):
            self._begin(BY_KEY.get(key), text, level)
            if self._style(next_one) != KEY_STYLE:
                self.told.add(key)
            return True
        match = _NUMBERED.match(text)
        place = _TITLES.get(_folded(text[match.end() :] if match else text))
        if place is not None and (self.place is None or level <= self.level or match):
            self._begin(place, text, level)
            return True
        if (numbered := self.numbers.get(text.strip().rstrip("."))) is not None:
            self._begin(numbered, text, level)
            return True
        if self.place is not None and level > self.level:
            return False
        if _CHAPTER.match(text):
            self.place, self.orphan, self.begun = None, text, True
            return True
        self._begin(None, text, level)
        return True

    def _begin(self, place: NarrativePlace | None, heading: str, level: int) -> None:
        self.place, self.level, self.orphan, self.begun = place, level, heading, True
        if place is None:
            self.log.note("D33", CellRef(""), berkas=self.file, judul=heading[:80])
            return
        self.writers.setdefault(place.key, []).append(RichTextWriter(self.source, self.counters, self.trouble, level))

    def _turn(self, page: BlockPages) -> None:
        """Begin a page in what stands at the place before a block, if a section of the naskah begins one."""
        if page.begins and self.place is not None:
            self.writers[self.place.key][-1].begin_page()

    def _take(self, block: etree._Element, page: BlockPages) -> None:
        if self.place is None:
            if not _CHAPTER.match(self.orphan) and self.begun:
                return  # told at its heading
            words = " ".join(words_in(block).split())[:80]
            if words:
                self.log.note("D33", CellRef(""), berkas=self.file, judul=words)
            return
        if block.tag == W + "p" and _text(block).casefold() == self.place.key:
            return
        writer = self.writers[self.place.key][-1]
        writer.stand_on(page.sheet)
        writer.add(block)
        if page.sheet.columns > 1:
            self.columns.setdefault(self.place.title)

    def _style(self, paragraph: etree._Element) -> str:
        return next((style.name for style in self.source.chain(style_of(paragraph))), "")

    def _tell(self) -> None:
        changes = sum(1 for _ in self.source.body.iter(*_CHANGES))
        if changes:
            self.log.note("D34", CellRef(""), berkas=self.file, jumlah=changes)
        comments = sum(1 for _ in self.source.body.iter(W + "commentReference"))
        if comments:
            self.log.note("D35", CellRef(""), berkas=self.file, jumlah=comments)
        if self.columns:
            self.log.note("D53", CellRef(""), berkas=self.file, tempat=", ".join(self.columns))
        for code, kind in (("D36", "luar"), ("D37", "objek")):
            if self.trouble[kind]:
                self.log.note(code, CellRef(""), berkas=self.file, jumlah=self.trouble[kind])


def joined(texts: Sequence[RichText]) -> RichText:
    """Several rich texts one behind the other."""
    blocks: list[str] = []
    notes: list[str] = []
    pictures: list[RichPicture] = []
    lists: list[str] = []
    links: list[str] = []
    for text in texts:
        offsets = {"picture": len(pictures), "note": len(notes), "link": len(links), "list": len(lists)}
        blocks.append(_moved(text.blocks, offsets))
        notes += [_moved(note, offsets) for note in text.notes]
        pictures += text.pictures
        lists += text.lists
        links += text.links
    return RichText(
        "".join(blocks), pictures=tuple(pictures), notes=tuple(notes), lists=tuple(lists), links=tuple(links),
        texts=tuple(line for text in texts for line in text.texts),
        headings=tuple(heading for text in texts for heading in text.headings),
    )  # fmt: skip


def _moved(blocks: str, offsets: Mapping[str, int]) -> str:
    """Blocks whose pictures, notes, links and lists stand behind others."""
    for kind, before in (("picture", '<n:picture index="'), ("note", '<n:note index="'), ("link", 'n:link="'),
                         ("list", '<w:numId w:val="')):  # fmt: skip
        blocks = re.sub(
            f"({re.escape(before)})([0-9]+)", lambda m, kind=kind: f"{m[1]}{int(m[2]) + offsets[kind]}", blocks  # type: ignore[misc]
        )  # fmt: skip
    return blocks


def _text(paragraph: etree._Element) -> str:
    return " ".join(words_in(paragraph, but=(W + "del", W + "moveFrom", W + "txbxContent")).split())


def _shows(paragraph: etree._Element) -> bool:
    return next(paragraph.iter(W + "drawing", W + "pict", W + "object", W + "footnoteReference"), None) is not None
