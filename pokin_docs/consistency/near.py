"""Texts that nearly are a sentence of the document, wherever it prints them: one word is another, or is not there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from pokin_docs.consistency.paper import PrintedPaper, lines_of, texts_of
from pokin_docs.consistency.printed_words import about, code_of, key, place_in, without_marks
from pokin_docs.consistency.short_slips import short_slips
from pokin_docs.consistency.signers import signer_slips
from pokin_docs.consistency.statements import Statement, field_names
from pokin_docs.documents.facts import FactKind
from pokin_docs.model.texts import most_alike, words_apart

_WORDS = 3
"""Words that a sentence must have: of shorter ones another word makes another thing."""
_AROUND = "()«»\"'."
"""Signs around a sentence within a text."""
_ALIKE = 55
"""Of 100: texts less alike have more other words than may be a slip."""


class NearText(NamedTuple):
    """A text that is nearly what is stated: of which statement, of which kind, what is stated, where, and what it says.

    ``meant`` tells that the document states that text elsewhere: it is another one, and no slip.
    """

    statement: int
    kind: FactKind
    words: str
    place: str
    text: str
    meant: bool


def known_texts(content: object) -> Iterator[str]:
    """Every text of a content as a reader compares it, whole and by its lines: what a template prints on purpose."""
    for text in dict.fromkeys(_texts(content)):
        yield from texts_of(text)


def near_texts(paper: PrintedPaper, stated: Sequence[Statement], known: Iterable[str]) -> tuple[NearText, ...]:
    """The texts of a paper that nearly are one of its sentences, or the post it speaks for; none that is one of them.

    Args:
        paper: The paper.
        stated: What its document states.
        known: What else it prints on purpose (``known_texts``), taken only where a text is found.
    """
    asked = dict(_asked(stated))
    found: list[NearText] = []

    @cache
    def meant() -> frozenset[str]:
        return frozenset(known)

    for at, place, texts in short_slips(paper, stated):
        slips = {text for text in texts if meant().isdisjoint(_ways(key(text)))}
        if len(slips) == 1:
            found.append(NearText(at, stated[at].about, stated[at].words, place, slips.pop(), meant=False))
    whole = next((at for at, one in enumerate(stated) if not one.words), -1)
    found += (
        NearText(max(whole, 0), slip.kind, slip.meant, slip.place, slip.printed, meant=False)
        for slip in signer_slips(paper, stated[whole].values if whole >= 0 else (), meant)
    )
    for text, sentence in _nearly(paper.index, asked, stated):
        number, kind, words = asked[sentence]
        is_meant = not meant().isdisjoint(_ways(text))
        for at, row, column in paper.index[text]:
            table = paper.tables[at]
            line = next((one for one in lines_of(table.rows[row].cells[column]) if key(one) == text), "")
            printed = line or table.rows[row].cells[column]
            found.append(NearText(number, kind, words, table.place(table.rows[row]), printed, is_meant))
    return tuple(sorted(found, key=lambda one: (one.statement, one.place, one.text)))


def _nearly(
    texts: Iterable[str], asked: Mapping[str, object], stated: Sequence[Statement]
) -> Iterator[tuple[str, str]]:
    """The texts that nearly are a sentence, each with that; and those that are one, with a code of none of its name.

    Args:
        texts: Texts of a paper.
        asked: The sentences.
        stated: All that is stated, for its codes.
    """
    slips = _Slips(asked)
    least, most = min(map(len, asked), default=0) // 2, 2 * max(map(len, asked), default=0)
    codes: dict[str, set[str]] = defaultdict(set)
    for one in stated:
        codes[about(one.words)].add(code_of(one.words))
    for text in texts:
        if text in asked:
            continue
        said = _sentence_in(text)
        if not least <= len(said) <= most or said.count(" ") < _WORDS - 2:
            continue
        if not asked.keys().isdisjoint(_ways(text)):
            name, code = about(text), code_of(text)
            if name in asked and code and "" not in codes[name] and code not in codes[name]:
                yield text, name
            continue
        best = most_alike(said, asked, _ALIKE) if slips.may_be_one(said) else None
        if best is not None and place_in(text, best) < 0 and _is_slip(said, best):
            yield text, best


def _asked(stated: Sequence[Statement]) -> Iterator[tuple[str, tuple[int, FactKind, str]]]:
    for number, one in enumerate(stated):
        if one.about is FactKind.TEXT:
            continue
        posts = ((FactKind.OWNER, value.text) for value in one.values if value.kind is FactKind.OWNER)
        for kind, words in ((one.about, one.words), *(posts if not one.words else ())):
            said = about(words)
            if said.count(" ") >= _WORDS - 1:
                yield said, (number, kind, words)


@lru_cache(maxsize=8_192)
def _sentence_in(text: str) -> str:
    """What a text says besides marks, a label before it, a code, quotation marks, and a unit in brackets behind it."""
    said = about(without_marks(text) if "[" in text else text)
    behind = said.rpartition(": ")[2].strip(_AROUND)
    return said if behind == said else about(behind)


def _ways(text: str) -> tuple[str, ...]:
    """A text with and without what may stand around its sentence."""
    behind = text.rpartition(": ")[2]
    return text, about(text), behind, about(behind), behind.strip(_AROUND), _sentence_in(text)


class _Slips:
    """Which texts may be a slip of a sentence: quicker to tell than which sentence is the nearest."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self._pieces: dict[tuple[str, ...], list[tuple[list[str], list[str]]]] = defaultdict(list)
        for words in map(str.split, sentences):
            for piece in _pieces(words):
                self._pieces[tuple(piece[:2])].append((piece, words))

    def may_be_one(self, text: str) -> bool:
        """Whether a text has a piece of a sentence whole, and no more slips than it may have."""
        words = text.split()
        found = (
            sentence
            for at, begin in enumerate((*pairwise(words), *zip(words, strict=True)))
            for piece, sentence in self._pieces.get(begin, ())
            if len(begin) == 1 or words[at : at + len(piece)] == piece
        )  # fmt: skip
        return any(_are_slips(words, sentence) for sentence in found)


def _is_slip(text: str, sentence: str) -> bool:
    """Whether a text has all words of a sentence but one (of long ones two) in their order, and no other ones."""
    return _are_slips(text.split(), sentence.split())


def _are_slips(words: list[str], meant: list[str]) -> bool:
    allowed = _slips_in(meant)
    return abs(len(words) - len(meant)) <= allowed and words_apart(words, meant, allowed) <= allowed


def _slips_in(words: Sequence[str]) -> int:
    return 1 + (len(words) > 7) + (len(words) > 16)


def _pieces(words: list[str]) -> Iterator[list[str]]:
    """A sentence in one piece more than it may have slips: a text with no more slips has one of them whole."""
    count = _slips_in(words) + 1
    for number in range(count):
        yield words[len(words) * number // count : len(words) * (number + 1) // count]


def _texts(value: object) -> list[str]:
    """All texts in a value, in no order: a content has tens of thousands."""
    texts, left = list[str](), [value]
    while left:
        one = left.pop()
        if isinstance(one, str):
            texts.append(one)
        elif isinstance(one, tuple | list):
            left += one
        elif isinstance(one, Mapping):
            left += one.values()
        elif names := field_names(one.__class__):
            left += [getattr(one, name) for name in names]
        elif isinstance(said := getattr(one, "texts", None), tuple):
            left += said
    return texts
