"""What a Renstra held when it was built: a short line for each paragraph and table, kept in the manifest."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pokin_docs.documents.renstra.places import PLACES
from pokin_docs.narrative.blocks import Block

HEADING, PROMPT, NARRATIVE, TABLE, PICTURE, SENTENCE, MARGIN = "j", "i", "n", "t", "g", "p", "k"
_SKETCH = 6
SHORT = 6
"""Words below which a paragraph is short: hardly more than a title."""
_MARK = re.compile(r"\[[^\[\]]+\]")


@dataclass(frozen=True, slots=True)
class PrintedBlock:
    """A paragraph or table as it was printed: what it is, what stands for all it says, and for parts of that.

    ``count`` is the number of its words, ``place`` the key of the place it stands at or next to; ``exact``
    tells that it stands at that place itself.
    """

    kind: str
    hash: str
    count: int
    sketch: frozenset[str]
    place: str = ""
    exact: bool = True

    def line(self) -> str:
        """As it stands in the manifest."""
        near = "" if self.exact else "~"
        return f"{self.kind} {self.hash} {self.count} {''.join(sorted(self.sketch))} {near}{self.place}"


def parse(line: str) -> PrintedBlock | None:
    """A line of the manifest; None for one that is none."""
    parts = line.split(" ")
    if len(parts) != 5 or not parts[2].isdecimal():
        return None
    kind, digest, count, sketch, place = parts
    pieces = frozenset(sketch[start : start + 4] for start in range(0, len(sketch), 4))
    return PrintedBlock(kind, digest, int(count), pieces, place.lstrip("~"), not place.startswith("~"))


def short_hash(text: str) -> str:
    """What stands for all that a block says."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:10]


def pieces_of(block: Block) -> frozenset[str]:
    """What stands for each pair of words of a paragraph or table, and of a short one for each word."""
    words = block.words
    size = 1 if len(words) < SHORT else 2
    return frozenset(_piece(" ".join(words[at : at + size])) for at in range(len(words) - size + 1))


@lru_cache(maxsize=8_192)
def _piece(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:4]


def printed_blocks(blocks: Sequence[Block], written: Collection[str]) -> tuple[PrintedBlock, ...]:
    """What is kept of a document as it was built.

    Args:
        blocks: What it says.
        written: What stands for each paragraph and picture of the office's own text in it (``narrative_keys``).
    """
    found = []
    for block, (place, exact) in zip(blocks, places_of(blocks), strict=True):
        kind = _kind(block, written)
        sketch = frozenset(sorted(pieces_of(block))[:_SKETCH])
        found.append(PrintedBlock(kind, short_hash(block.key), len(block.words), sketch, place, exact))
    return tuple(found)


def printed_margins(blocks: Iterable[Block]) -> tuple[PrintedBlock, ...]:
    """What is kept of headers and footers: only whether they still say the same."""
    return tuple(PrintedBlock(MARGIN, short_hash(block.key), len(block.words), frozenset()) for block in blocks)


def _kind(block: Block, written: Collection[str]) -> str:
    if folded(block.text) in PROMPTS or _MARK.fullmatch(block.text):
        return PROMPT
    if all(text in written for text in block.said):
        return NARRATIVE
    if block.cells is not None:
        return TABLE
    if block.level is not None:
        return HEADING
    return SENTENCE if block.text else PICTURE


def folded(text: str) -> str:
    """A title or prompt without what people write in it one way or the other."""
    return " ".join(re.sub(r"[^\w\s]", " ", text.casefold()).split())


TITLES = {folded(title): place.key for place in PLACES for title in (place.title, *place.other_titles)}
PROMPTS = {folded(prompt): place.key for place in PLACES for prompt in place.prompts}
_ORDER = [place.key for place in PLACES]


def places_of(blocks: Sequence[Block]) -> tuple[tuple[str, bool], ...]:
    """The place at which each block stands, and whether it stands at that itself or next to it in its chapter."""
    return tuple(_near(list(_own_places(blocks))))


def _own_places(blocks: Iterable[Block]) -> Iterator[tuple[str, int]]:
    """The place of each block, empty where its sub-chapter has none; with the number of its chapter."""
    place, level, chapter = "", 9, 0
    for block in blocks:
        named = TITLES.get(folded(block.text)) if block.level is not None else None
        if named is not None:
            place, level = named, block.level or 9
            chapter += level == 1
        elif block.level is not None and block.level <= level:
            place, level = "", block.level
            chapter += level == 1
        yield PROMPTS.get(folded(block.text), place), chapter


def _near(found: list[tuple[str, int]]) -> Iterator[tuple[str, bool]]:
    before: dict[int, str] = {}
    after: dict[int, str] = {}
    for place, chapter in found:
        if place:
            after.setdefault(chapter, place)
    for place, chapter in found:
        if place:
            before[chapter] = place
            yield place, True
        else:
            near = before.get(chapter) or after.get(chapter) or ""
            yield near or _ORDER[1], False
