"""Rows of two stages side by side, and which of them was changed where they differ."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from pokin_docs.check.sentences import words
from pokin_docs.documents.plan import Plan
from pokin_docs.model.levels import read_jenjang
from pokin_docs.model.rows import BukuKerja, IndikatorRow, Isian, KinerjaRow
from pokin_docs.model.texts import Likeness, fold, fold_sentence

_COMPARED = (("kinerja", "Kinerja"), ("indikator", "Indikator Kinerja"), ("keterangan", "Keterangan"))

L = TypeVar("L")
R = TypeVar("R")


"""Percent of similarity from which two rows of a gap may be one that was reworded."""


@dataclass(frozen=True)
class Pairing(Generic[L, R]):
    """Rows of two stages side by side, None where one has no counterpart; ``moved`` stand elsewhere in the order."""

    pairs: tuple[tuple[L | None, R | None], ...]
    moved: tuple[tuple[L, R], ...]


def pair(left: Sequence[L], left_keys: list[str], right: Sequence[R], right_keys: list[str]) -> Pairing[L, R]:
    """Rows that belong together: by their wording and order, then by wording alone, then by their place.

    Args:
        left: Rows of the earlier stage, in sheet order.
        left_keys: For each row of ``left`` the key under which two wordings are the same.
        right: Rows of the later stage, in sheet order.
        right_keys: The same keys for the rows of ``right``.
    """
    blocks = difflib.SequenceMatcher(None, left_keys, right_keys, autojunk=False).get_opcodes()
    lone_left = {left_keys[i]: i for tag, i1, i2, _, _ in reversed(blocks) if tag != "equal" for i in range(i1, i2)}
    moved: dict[int, int] = {}
    for tag, _, _, j1, j2 in blocks:
        for j in range(j1, j2) if tag != "equal" else ():
            if right_keys[j] in lone_left:
                moved[lone_left.pop(right_keys[j])] = j
    taken = set(moved.values())
    pairs: list[tuple[L | None, R | None]] = [(left[i], right[j]) for i, j in moved.items()]
    for _, i1, i2, j1, j2 in blocks:
        rest_left = [i for i in range(i1, i2) if i not in moved]
        rest_right = [j for j in range(j1, j2) if j not in taken]
        for one, other in _beside(rest_left, rest_right, left_keys, right_keys):
            pairs.append((None if one is None else left[one], None if other is None else right[other]))
    return Pairing(tuple(pairs), tuple((left[i], right[j]) for i, j in sorted(moved.items(), key=lambda pair: pair[1])))


def _beside(
    rest_left: list[int], rest_right: list[int], left: list[str], right: list[str]
) -> Iterator[tuple[int | None, int | None]]:
    """The rows of one gap by their place; where one side has more, each of the fewer beside the likest, in order."""
    if len(rest_left) == len(rest_right):
        yield from zip(rest_left, rest_right, strict=True)
        return
    from rapidfuzz import fuzz

    left_over = list(rest_right)
    for i in rest_left:
        scores = [fuzz.ratio(left[i], right[j]) for j in left_over]
        if max(scores, default=0) < 100 * Likeness.PAIRED:
            yield i, None
            continue
        place = scores.index(max(scores))
        yield from ((None, j) for j in left_over[:place])
        yield i, left_over[place]
        left_over = left_over[place + 1 :]
    yield from ((None, j) for j in left_over)


def pair_rows(buku: BukuKerja) -> Pairing[IndikatorRow, KinerjaRow]:
    """The rows of Tahap 4 beside those of Tahap 5."""
    # A note has no counterpart.
    told = [row for row in buku.tahap5 if row.kinerja or row.indikator or row.komponen or row.keterangan]
    fourth, fifth = ([key_of(row) for row in rows] for rows in (buku.tahap4, told))
    return pair(buku.tahap4, fourth, told, fifth)


def key_of(row: IndikatorRow | KinerjaRow) -> str:
    """What a row says, for comparing."""
    return fold_sentence(row.kinerja.text) + "|" + fold_sentence(row.indikator.text)


class ChangeJudge:
    """Which of two stages was changed where they differ: the fault is told at its cell."""

    def __init__(self, buku: BukuKerja, plan: Plan) -> None:
        self.verbs = buku.word_lists.verbs
        self.kolom = tuple(pair for pair in _COMPARED if buku.has("tahap4", pair[0]) and buku.has("tahap5", pair[0]))
        self.komponen = {row.source: node.komponen for node in plan.pohon.kinerja for row in node.baris}
        early = [row.outcome for row in buku.tahap1]
        early += [row.kondisi for row in buku.tahap2] + [row.kondisi for row in buku.tahap3]
        self.early = {fold_sentence(isian.text) for isian in (*early, *(row.csf for row in buku.tahap3)) if isian}
        later = [isian for row in buku.tahap4 for isian in (row.kinerja, row.indikator)]
        later += [isian for row in buku.tahap5 for isian in (row.kinerja, row.indikator)]
        fourth = {isian.clean for row in buku.tahap4 for isian in (row.kinerja, row.indikator)}
        fifth = {isian.clean for row in buku.tahap5 for isian in (row.kinerja, row.indikator)}
        self.both = fourth & fifth
        self.counts = Counter(fold(word) for isian in (*early, *later) for word in words(isian.text))

    def fourth_is_odd(self, name: str, fourth: IndikatorRow, fifth: KinerjaRow) -> bool:
        """Whether it is Tahap 4 that was changed; where nothing tells, it is Tahap 5, which is printed.

        Args:
            name: The field that differs, by its name in both kinds of rows.
            fourth: The row of Tahap 4.
            fifth: The row of Tahap 5 beside it.
        """
        there: Isian = getattr(fourth, name)
        here: Isian = getattr(fifth, name)
        if there.clean == here.clean or not (there and here):
            return bool(here) and not there
        if name == "keterangan":
            komponen = self.komponen.get(fifth.source)
            jenjang = komponen.jenjang if komponen else None
            return read_jenjang(here.text) is jenjang and jenjang is not None
        if {there.clean, here.clean} <= self.both:
            return False  # two cells were exchanged: each is told where it is printed
        return self._score(there, here, name) < self._score(here, there, name)

    def _score(self, isian: Isian, other: Isian, name: str) -> tuple[bool, bool, int]:
        """Known verb, known to an earlier stage, and how often its rarest own word is used."""
        said, elsewhere = words(isian.text), {fold(word) for word in words(other.text)}
        own = [self.counts[fold(word)] for word in said if fold(word) not in elsewhere]
        verb = name == "kinerja" and bool(said) and fold(said[0]) in self.verbs
        return verb, fold_sentence(isian.text) in self.early, min(own, default=len(self.counts))
