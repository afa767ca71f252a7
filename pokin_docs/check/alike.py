"""Rules I09 and I18: no two indicators of a branch measure the same (domain.md 3.4; LKE 88/2021 1.b.8)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain

from rapidfuzz import fuzz

from pokin_docs.check.sentences import quote, related, words
from pokin_docs.documents.plan import Plan
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.ranges import ranges
from pokin_docs.model.rows import BukuKerja, Isian
from pokin_docs.model.texts import Likeness, fold, fold_sentence
from pokin_docs.model.tree import Kinerja
from pokin_docs.model.word_lists import INDEKS, TOTAL_CODES, WordLists

MAX_SIBLINGS = 20
"""Siblings before it that an indicator is held against: rules stay linear in the rows."""
_OF_PEOPLE = re.compile(r"(?:ber|me)\w{4,}")
_GROWTH = frozenset(("peningkatan", "pertambahan", "pertumbuhan", "kenaikan", "penurunan", "pengurangan"))
_PARENTHESES = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class _Other:
    """An indicator: its cell, what it measures (words, measure words aside), key, kind, targets."""

    isian: Isian
    measured: tuple[str, ...]
    key: str
    is_index: bool
    is_output: bool
    target: Mapping[int, Isian]


def differs_from_its_neighbours(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I09, I18: an indicator is not that of the kinerja above, nor nearly that of one above or beside it.

    Equal to its parent's is said at the parent's row, once for all rows below. Near is what leaves words out, or says
    another state of the same thing; other words (II, III; umum, keuangan; bekerja, bersertifikat) make two measures,
    and of outputs beside each other so do other states (dinilai, dievaluasi), which are other work.
    """
    lists = buku.word_lists
    if not lists.common_words:
        return
    before: dict[int | None, list[_Other]] = {}
    same: dict[Isian, tuple[_Other, list[_Other]]] = {}
    near: list[Temuan] = []
    of_each = [_indicators(kinerja, lists) for kinerja in plan.pohon.kinerja]
    for kinerja, own in zip(plan.pohon.kinerja, of_each, strict=True):
        beside = before.setdefault(kinerja.induk, [])
        above = of_each[kinerja.induk] if kinerja.induk is not None else []
        for number, one in enumerate(own):
            equal = next((other for other in _all_above(plan, kinerja, of_each) if other.key == one.key), None)
            if equal is not None:
                same.setdefault(equal.isian, (equal, []))[1].append(one)
                continue
            operational = kinerja.komponen is KomponenPerencanaan.SASARAN_SUB_KEGIATAN
            twin = next(
                chain(
                    (other for other in above if _is_near(one, other)),
                    (
                        other
                        for other in (*beside[-MAX_SIBLINGS:], *own[:number])
                        if _is_near(one, other, outputs=operational)
                    ),
                ),
                None,
            )
            if twin is not None and not buku.is_official(one.isian, kinerja.komponen):
                near.append(_near(one.isian, twin.isian))
        beside.extend(own)
    for one, equals in same.values():
        cells = ranges(entry.isian.source for entry in equals)
        other = _other_target(one, equals, plan.cycle.tahun, lists)
        yield temuan("I18", one.isian.source, teks=quote(one.isian.text), sel=cells, beda=other)
    yield from near


def _near(isian: Isian, twin: Isian) -> Temuan:
    return temuan("I09", isian.source, teks=quote(isian.text), lain=twin.source, tertulis=quote(twin.text))


def _other_target(one: _Other, equals: Sequence[_Other], tahun: int | None, lists: WordLists) -> str:
    """What the same measure has for another target, of the year of the PK first; of a count each has its part.

    Args:
        one: The indicator.
        equals: The same ones below it.
        tahun: The year of the PK.
        lists: The words that begin a count.
    """
    first = next(iter(words(one.isian.text)), "")
    if lists.indikator_starts.get(fold(first), TOTAL_CODES) == TOTAL_CODES:
        return ""
    for year in sorted(one.target, key=lambda year: (year != tahun, year)):
        here = one.target[year]
        for other in equals:
            there = other.target.get(year)
            if there and here.number is not None and there.number is not None and here.number != there.number:
                place = there.source.address
                return f", dengan target lain: Target {year} di sini «{here.clean}», di {place} «{there.clean}»"
    return ""


def told_alike(buku: BukuKerja, plan: Plan) -> frozenset[Isian]:
    """The indicators that are equal to one above them: what else could be said of them follows from that."""
    found = set()
    of_each = [_indicators(kinerja, buku.word_lists) for kinerja in plan.pohon.kinerja]
    for kinerja, own in zip(plan.pohon.kinerja, of_each, strict=True):
        above = {other.key for other in _all_above(plan, kinerja, of_each)}
        found |= {one.isian for one in own if one.key in above}
    return frozenset(found)


def _all_above(plan: Plan, kinerja: Kinerja, of_each: Sequence[list[_Other]]) -> Iterator[_Other]:
    """The indicators of the kinerja above, the nearest first.

    Args:
        plan: The plan.
        kinerja: The kinerja.
        of_each: The indicators of each kinerja of the tree.
    """
    return (one for above in plan.pohon.ancestors(kinerja) for one in of_each[above.number])


def _indicators(kinerja: Kinerja, lists: WordLists) -> list[_Other]:
    operational = kinerja.komponen is KomponenPerencanaan.SASARAN_SUB_KEGIATAN
    found = [(one.text, one.target, _code(one.text.text, lists)) for one in kinerja.indikator if one.text]
    return [
        _Other(
            isian, _measured(isian.text, lists), fold_sentence(isian.text), code == INDEKS,
            operational and code == TOTAL_CODES and not _counts_paper(isian.text, lists), target,
        )
        for isian, target, code in found
    ]  # fmt: skip


def _counts_paper(text: str, lists: WordLists) -> bool:
    return fold(next(iter(words(text)[1:]), "")) in {fold(word).partition(" ")[0] for word in lists.dokumen}


def _code(text: str, lists: WordLists) -> str | None:
    """The kind of the measure word that an indicator begins with."""
    return lists.indikator_starts.get(fold(next(iter(words(text)), "")))


def _measured(text: str, lists: WordLists) -> tuple[str, ...]:
    """What is measured: the words of a sentence without its measure words and what is in parentheses."""
    found = (word.casefold() for word in words(_PARENTHESES.sub(" ", text)))
    return tuple(word for word in found if word not in lists.indikator_starts)


def _is_near(one: _Other, other: _Other, *, outputs: bool = False) -> bool:
    if not one.measured or not other.measured or one.is_index is not other.is_index:
        return False  # an index is made up of more than what is counted of it
    if (one.measured[0] in _GROWTH) is not (other.measured[0] in _GROWTH):
        return False  # how much there is, and how much more
    if one.is_output is not other.is_output:
        return False  # the count of an output brings about the share of it; a paper about it does not
    if fuzz.ratio(" ".join(one.measured), " ".join(other.measured)) < 100 * Likeness.REWORDED:
        return False
    matcher = SequenceMatcher(None, one.measured, other.measured, autojunk=False)
    changes = [entry for entry in matcher.get_opcodes() if entry[0] != "equal"]
    shorter, longer = sorted((one.measured, other.measured), key=len)
    if "yang" not in longer and longer[: len(shorter)] == shorter:
        return len(longer) == len(shorter)  # «Produksi Perikanan Tangkap» is one kind of «Produksi Perikanan»
    alike = all(
        tag != "replace"
        or (
            one.measured[start - 1 : start] == ("yang",)
            and _is_of_a_thing(one.measured[start:end])
            and _is_of_a_thing(other.measured[first:last])
            and (not outputs or related(one.measured[start], other.measured[first]))
        )
        for tag, start, end, first, last in changes
    )
    return alike and len({tag for tag, *_ in changes}) <= 1


def _is_of_a_thing(said: tuple[str, ...]) -> bool:
    """Whether a predicate is one word that is said of things: what people become or do (bekerja) is a result each."""
    return len(said) == 1 and not _OF_PEOPLE.fullmatch(said[0])


RULES = (differs_from_its_neighbours,)
