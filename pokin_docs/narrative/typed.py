"""What a person typed into a Renstra that the program had built, and at which place of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from lxml import etree

from pokin_docs.documents.renstra.places import BY_KEY, PLACES
from pokin_docs.narrative import printed
from pokin_docs.narrative.blocks import Block, read_blocks, read_margins
from pokin_docs.narrative.printed import PrintedBlock
from pokin_docs.narrative.source import SourceDocument, W

_ALIKE = 0.5
_LONGER, _MORE_WORDS = 1.6, 8
_ASKED = tuple(said for place in PLACES for prompt in place.prompts for said in (f"[{prompt}]", prompt))


@dataclass(frozen=True, slots=True)
class TypedText:
    """What was typed at a place; not ``exact`` where its sub-chapter has none, so that the nearest was taken."""

    place: str
    blocks: tuple[Block, ...]
    exact: bool = True

    @property
    def keys(self) -> tuple[str, ...]:
        """What stands for what it says."""
        return tuple(block.key for block in self.blocks)


@dataclass(frozen=True, slots=True)
class HandText:
    """What a person did to a Renstra: text typed at places, and sentences or cells of ours as they read now."""

    typed: tuple[TypedText, ...] = ()
    changed: tuple[str, ...] = ()


def hand_text(source: SourceDocument, built: Sequence[PrintedBlock], known: Collection[str]) -> HandText:
    """What was typed into a document and changed in it since it was built.

    Args:
        source: The document as it is.
        built: What it held when it was built.
        known: What stands for each block that would be printed now, or lies collected: what says the same is no edit.
    """
    blocks = read_blocks(source)
    margins = {entry.hash for entry in built if entry.kind == printed.MARGIN}
    built = [entry for entry in built if entry.kind != printed.MARGIN]
    matches = _Matching(blocks, built).found()
    gone = frozenset(range(len(built))) - {match.entry for match in matches if match.entry is not None}
    kinds = [_judge(block, match, built, known, gone) for block, match in zip(blocks, matches, strict=True)]
    places = list(_places(blocks, matches, built))
    changed = tuple(block.text for block, kind in zip(blocks, kinds, strict=True) if kind == _CHANGED)
    changed += tuple(
        block.text for block in read_margins(source) if margins and printed.short_hash(block.key) not in margins
    )
    return HandText(tuple(_collected(blocks, kinds, places)), changed)


_OURS, _OWN, _GONE, _TYPED, _CHANGED = "ours", "own", "gone", "typed", "changed"
"""What a block is: ours, text of the office that was printed, or that it deleted since, typed, or ours and changed."""


@dataclass(frozen=True, slots=True)
class _Match:
    """What a block was when the document was built: number of the entry, and whether it says the same still.

    ``gap`` are the entries that are gone where it stands.
    """

    entry: int | None = None
    same: bool = False
    gap: tuple[int, ...] = ()


class _Matching:
    """The blocks of a document held against what was built."""

    def __init__(self, blocks: Sequence[Block], built: Sequence[PrintedBlock]) -> None:
        self.blocks, self.built = blocks, built
        self.hashes = [printed.short_hash(block.key) for block in blocks]

    def found(self) -> list[_Match]:
        """For each block what it was."""
        made = [_Match() for _ in self.blocks]
        old = [entry.hash for entry in self.built]
        where: dict[str, list[int]] = {}
        for number, digest in enumerate(old):
            where.setdefault(digest, []).append(number)
        matcher = SequenceMatcher(None, old, self.hashes, autojunk=False)
        for tag, start, end, first, last in matcher.get_opcodes():
            for at in range(first, last):
                if tag == "equal":
                    made[at] = _Match(start + at - first, same=True)
                elif self.hashes[at] in where:  # moved, or copied
                    made[at] = _Match(where[self.hashes[at]][0], same=True)
                else:
                    made[at] = _Match(gap=tuple(range(start, end)))
            if tag == "replace":
                self._retyped(made, range(start, end), range(first, last))
        return made

    def _retyped(self, made: list[_Match], gone: range, come: range) -> None:
        """Headings and pictures of ours that were typed or put anew where they stood, in their order."""
        for kind in (printed.HEADING, printed.PICTURE):
            entries = (number for number in gone if self.built[number].kind == kind)
            fresh = [at for at in come if made[at].entry is None and _is_like(self.blocks[at], kind)]
            for number, at in zip(entries, fresh, strict=False):
                made[at] = replace(made[at], entry=number)


def _is_like(block: Block, kind: str) -> bool:
    return block.level is not None if kind == printed.HEADING else bool(block.pictures) and not block.text


def _judge(block: Block, match: _Match, built: Sequence[PrintedBlock], known: Collection[str],
           gone: Collection[int]) -> str:  # fmt: skip
    if match.same and match.entry is not None and built[match.entry].kind != printed.NARRATIVE:
        return _OURS
    if printed.folded(block.text) in printed.PROMPTS:
        return _OURS
    if all(text in known for text in block.said):
        return _OWN
    if match.same:  # printed then, and taken away by the office since, from where it kept it
        return _GONE
    entry = match.entry if match.entry is not None else _derived(block, match, built, gone)
    if entry is None or built[entry].kind in (printed.PROMPT, printed.NARRATIVE):
        return _TYPED
    return _CHANGED


def _derived(block: Block, match: _Match, built: Sequence[PrintedBlock], gone: Collection[int]) -> int | None:
    """The entry that a block is a changed wording of; None where it is new.

    Args:
        block: The block.
        match: Where it stands.
        built: What the document held.
        gone: The entries that stand nowhere any more.
    """
    pieces, count = printed.pieces_of(block), len(block.words)
    best, alike = None, 0.0
    for number in gone:
        entry = built[number]
        if not entry.sketch or (entry.kind == printed.TABLE) != (block.cells is not None):
            continue
        if block.cells is None and count > entry.count * _LONGER + _MORE_WORDS:
            continue
        if entry.count < printed.SHORT and (number not in match.gap or abs(count - entry.count) > 2):
            continue
        shared = len(entry.sketch & pieces) / len(entry.sketch)
        if shared > alike:
            best, alike = number, shared
    return best if alike >= _ALIKE else None


def _places(
    blocks: Sequence[Block], matches: Sequence[_Match], built: Sequence[PrintedBlock]
) -> Iterator[tuple[str, bool]]:
    """The place at which each block stands."""
    place, exact = next(((entry.place, entry.exact) for entry in built if entry.place), ("latar-belakang", False))
    for at, (block, match) in enumerate(zip(blocks, matches, strict=True)):
        titled = printed.TITLES.get(printed.folded(block.text)) if block.level is not None else None
        if match.entry is not None and built[match.entry].place:
            place, exact = built[match.entry].place, built[match.entry].exact
        elif titled is not None:
            place, exact = titled, True
        elif match.entry is None and (prompt := _prompt(at, matches, built)) is not None:
            yield built[prompt].place, True
            continue
        yield place, exact


def _prompt(at: int, matches: Sequence[_Match], built: Sequence[PrintedBlock]) -> int | None:
    """The prompt that a block was typed over: one that is gone where it stands, with no heading of ours between."""
    prompts = [number for number in matches[at].gap if built[number].kind == printed.PROMPT]
    if not prompts:
        return None
    above = next((matches[back].entry for back in range(at - 1, -1, -1) if matches[back].entry is not None), None)
    after = [number for number in prompts if above is None or number > above]
    return after[0] if after else prompts[-1]


def _collected(
    blocks: Sequence[Block], kinds: Sequence[str], places: Sequence[tuple[str, bool]]
) -> Iterator[TypedText]:
    """The typed text of each place whole, with that of the office which stood there before."""
    found: dict[str, list[tuple[Block, str]]] = {}
    exact: dict[str, bool] = {}
    for block, kind, (place, is_exact) in zip(blocks, kinds, places, strict=True):
        if kind in (_TYPED, _OWN) and place in BY_KEY:
            found.setdefault(place, []).append((block, kind))
            if kind == _TYPED:
                exact[place] = exact.get(place, True) and is_exact
    for place, texts in found.items():
        if any(kind == _TYPED for _, kind in texts):
            yield TypedText(place, tuple(_once(block for block, _ in texts)), exact[place])


def _once(blocks: Iterator[Block]) -> Iterator[Block]:
    """Each text once: a section may have been copied."""
    seen: set[str] = set()
    for block in blocks:
        if block.key not in seen:
            seen.add(block.key)
            yield block
        elif len(block.words) < printed.SHORT:
            yield block


def without_prompts(block: etree._Element) -> etree._Element:
    """A copy of a paragraph or table without the sentences that ask for text, which may stand beside what was typed."""
    copy = deepcopy(block)
    for box in copy.iter(W + "txbxContent"):  # what stands there is a block of its own
        box[:] = []
    for paragraph in copy.iter(W + "p"):
        texts = list(paragraph.iter(W + "t"))
        whole = "".join(text.text or "" for text in texts)
        for said in _ASKED:
            if (start := whole.find(said)) >= 0:
                _cut(texts, start, start + len(said))
                break
    return copy


def _cut(texts: Sequence[etree._Element], start: int, end: int) -> None:
    at = 0
    for text in texts:
        said = text.text or ""
        text.text = (
            said[: max(start - at, 0)] + said[max(end - at, 0) :] if at < end and at + len(said) > start else said
        )
        at += len(said)
