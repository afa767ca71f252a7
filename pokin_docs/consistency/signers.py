"""Who signs a paper and when: a number, a name or a day that it prints otherwise than its document has it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pokin_docs.consistency.paper import PrintedPaper, lines_of
from pokin_docs.consistency.printed_words import key, plain
from pokin_docs.consistency.statements import StatedValue
from pokin_docs.documents.facts import FactKind
from pokin_docs.model.texts import most_alike

OF_SIGNERS = frozenset((FactKind.NAME, FactKind.NIP, FactKind.DAY))
"""What a paper says of who signs it: no facts of the year, and in no count of these."""
_NIP = re.compile(r"\d(?<!\d\d)\d{7} ?\d{6} ?\d ?\d{3}(?!\d)")
"""Begins with a digit, which is looked for quickly: a whole paper is gone through."""
_DAY = re.compile(r"\d{1,2} [a-z]+ \d{4}")
_ALIKE = 14
"""Digits in their places by which a number is another one misspelt."""


class SignerSlip(NamedTuple):
    """What a paper prints instead of what is meant of a signer, and where."""

    kind: FactKind
    meant: str
    place: str
    printed: str


def signer_slips(
    paper: PrintedPaper, said: Sequence[StatedValue], known: Callable[[], frozenset[str]]
) -> Iterator[SignerSlip]:
    """Numbers, names and days of signers that a paper prints otherwise.

    Args:
        paper: The paper.
        said: What its document states as a whole.
        known: Every text of its document, asked for only where something is found.
    """
    yield from _numbers(paper, said, known)
    for value in said:
        if value.kind is FactKind.DAY:
            yield from _days(paper, value.text, known)
    yield from _names(paper, {key(value.text): value.text for value in said if value.kind is FactKind.NAME}, known)


def _numbers(
    paper: PrintedPaper, said: Sequence[StatedValue], known: Callable[[], frozenset[str]]
) -> Iterator[SignerSlip]:
    """Numbers that are none of the document, and alike one of it, or where one of it is not printed at all."""
    printed = {found[0] for found in _NIP.finditer(paper.whole[0])}
    stated = {_digits(value.text): value.text for value in said if value.kind is FactKind.NIP}
    odd = [number for number in sorted(printed) if _digits(number) not in stated]
    if not odd:
        return
    stated = {_digits(text): text for text in known() if _NIP.fullmatch(text)} | stated
    lacking = stated.keys() - set(map(_digits, printed))
    for number in odd:
        digits = _digits(number)
        if digits in stated:
            continue
        alike = {other: sum(map(str.__eq__, digits, other)) for other in sorted(stated)}
        best = max(alike, key=alike.__getitem__, default="")
        if not best:
            continue
        meant = best if alike[best] >= _ALIKE else max(sorted(lacking), key=alike.__getitem__, default="")
        for place in _places(paper, number) if meant else ():
            yield SignerSlip(FactKind.NIP, stated[meant], place, number)


def _days(paper: PrintedPaper, day: str, known: Callable[[], frozenset[str]]) -> Iterator[SignerSlip]:
    """Other days where the same words stand around as around the day of the paper: ``Contohan, 6 Januari 2026``."""
    said = plain(day)
    around = {tuple(text.split(said, 1)) for text in paper.index if said in text}
    for text in paper.index if around else ():
        found = _DAY.search(text)
        if not found or found[0] == said or (text[: found.start()], text[found.end() :]) not in around:
            continue
        for at, row, _ in paper.index[text] if found[0] not in known() else ():
            table = paper.tables[at]
            yield SignerSlip(FactKind.DAY, day, table.place(table.rows[row]), found[0])


def _names(paper: PrintedPaper, names: Mapping[str, str], known: Callable[[], frozenset[str]]) -> Iterator[SignerSlip]:
    """Texts of as many words as a name, of which one is another one; of several names the nearest is meant."""
    lengths = {said.count(" ") for said in names} - {0}  # of one word alone another one is another text
    for text in paper.index if lengths else ():
        if text.count(" ") not in lengths or text in names or not text[:1].isalpha():
            continue
        near = [said for said in names if _are_apart_by_one(said.split(), text.split())]
        best = most_alike(text, near, 0) if near else None
        for at, row, column in paper.index[text] if best is not None and text not in known() else ():
            table = paper.tables[at]
            cell = table.rows[row].cells[column]
            printed = next((line for line in lines_of(cell) if key(line) == text), cell)
            yield SignerSlip(FactKind.NAME, names[best or ""], table.place(table.rows[row]), printed)


def _are_apart_by_one(words: list[str], other: list[str]) -> bool:
    pairs = zip(words, other, strict=False)
    return len(words) == len(other) and sum(mine != theirs for mine, theirs in pairs) == 1


def _places(paper: PrintedPaper, said: str) -> Iterator[str]:
    for (at, row, _), _ in paper.cells_with(said):
        yield paper.tables[at].place(paper.tables[at].rows[row])


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())
