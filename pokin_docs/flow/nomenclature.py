"""The official list searched: by code, by the beginning of one, by words, also misspelt ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pokin_docs.extract.nomenclature.cache import cached_list
from pokin_docs.extract.nomenclature.find import files_of, holds_list
from pokin_docs.extract.nomenclature.kinds import NoList
from pokin_docs.model.government_fields import SHARED, field_of
from pokin_docs.model.nomenclature import PROVINCE, NomenclatureEntry, NomenclatureList, depth_of
from pokin_docs.model.texts import Likeness, fold, nearest

__all__ = ["NoList", "SearchResult", "newest_list", "opened_list", "search"]

_CODE = re.compile(r"[1-9Xx](?:\.[\dXx]{0,4}){1,5}")
_ORDINARY = ("1", "2")
"""Digits of ordinary provinces and regencies in codes: those of special regions come last."""


@dataclass(frozen=True)
class SearchResult:
    """What a search found, the best first.

    ``meant`` are the words that were searched instead of misspelt ones; ``replaced`` tells that the code that was asked
    for is no longer listed, and what is found stands in its place.
    """

    entries: tuple[NomenclatureEntry, ...]
    meant: tuple[tuple[str, str], ...] = ()
    replaced: bool = False


def opened_list(file: Path) -> NomenclatureList:
    """The list in a file that somebody named.

    Raises:
        NoList: It holds none, or cannot be read.
    """
    if not file.is_file():
        raise NoList("berkasnya tidak ada")
    return cached_list(file)


def newest_list(folders: Iterable[Path]) -> NomenclatureList | None:
    """The newest list that lies in one of these folders; None where none does, or none can be read."""
    for folder in folders:
        found = []
        for file in files_of(folder):
            if holds_list(file):
                try:
                    found.append(cached_list(file))
                except NoList:
                    continue
        if found:
            return min(found, key=lambda entry: (-entry.version, -len(entry.entries), entry.nama.casefold()))
    return None


def search(listed: NomenclatureList, asked: str) -> SearchResult:
    """The entries that fit what somebody typed.

    Args:
        listed: The official list.
        asked: A code, the beginning of one, or words of a name, kinerja or indikator.
    """
    typed = asked.strip().strip(".")
    if _CODE.fullmatch(typed):
        return _by_code(listed, typed.upper())
    words = fold(asked).split()
    if not words:
        return SearchResult(())
    found = _by_words(listed, words)
    if found:
        return SearchResult(found)
    corrected = _corrected(listed, words)
    changed = tuple((word, other) for word, other in zip(words, corrected, strict=True) if word != other)
    found = _by_words(listed, corrected) if changed else ()
    return SearchResult(found, changed if found else ())


def _by_code(listed: NomenclatureList, kode: str) -> SearchResult:
    """The entry of a code and those below it, those of the shared program under the field asked for; else its heir."""
    whole = listed.resolve(kode)
    found = [entry for entry in listed.entries if entry.kode == whole or entry.kode.startswith(f"{whole}.")]
    if not found:
        shared = f"{SHARED}{kode[len(SHARED) :]}"
        starts = (kode, shared) if depth_of(kode) > 2 else (kode,)
        found = [entry for entry in listed.entries if entry.kode.startswith(starts)]
    if not found:
        newer = listed.successors.get(kode)
        return SearchResult(() if newer is None else (newer,), replaced=newer is not None)
    field = field_of(kode)
    own = [
        entry._replace(kode=field + entry.kode[len(SHARED) :]) if field_of(entry.kode) == SHARED else entry
        for entry in sorted(found, key=_rank)
    ]
    return SearchResult(tuple(own))


def _by_words(listed: NomenclatureList, words: Sequence[str]) -> tuple[NomenclatureEntry, ...]:
    """The entries that have all words, each as the beginning of a word: in the name first, then in all their texts."""
    pattern = [re.compile(rf"(?<!\w){re.escape(word)}", re.IGNORECASE) for word in words]
    named: list[NomenclatureEntry] = []
    others: list[NomenclatureEntry] = []
    # The longest word first: it rules most of them out, by the quickest look.
    hard = max(words, key=len)
    for entry in listed.entries:
        text = f"{entry.nama} {entry.kinerja} {entry.indikator}"
        if hard not in text.casefold() or not all(one.search(text) for one in pattern):
            continue
        (named if all(one.search(entry.nama) for one in pattern) else others).append(entry)
    return (*_ordered(named), *_ordered(others))


def _ordered(entries: Iterable[NomenclatureEntry]) -> list[NomenclatureEntry]:
    """By kind of region, regencies first, then by code; what a special region calls the same stands once."""
    kept: dict[tuple[str, ...], NomenclatureEntry] = {}
    for entry in sorted(entries, key=_rank):
        kept.setdefault((entry.region, entry.nama.casefold(), entry.kinerja.casefold(), entry.kode[:4]), entry)
    return list(kept.values())


def _rank(entry: NomenclatureEntry) -> tuple[bool, bool, str]:
    digit = entry.kode.split(".")[3:4]
    return bool(digit) and digit[0] not in _ORDINARY, entry.region == PROVINCE, entry.kode


def _corrected(listed: NomenclatureList, words: Sequence[str]) -> list[str]:
    """The words, those that the list does not know replaced by the nearest that it has, the frequent ones first."""
    counts = Counter(
        word
        for text in {text for entry in listed.entries for text in (entry.nama, entry.kinerja)}
        for word in re.findall(r"\w{3,}", text.casefold())
    )
    known = [word for word, _ in counts.most_common()]
    return [
        word if any(other.startswith(word) for other in known) else nearest(word, known, Likeness.PROPOSED) or word
        for word in words
    ]
