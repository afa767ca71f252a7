"""Findings that have one cause, told once with all their places; and the order in which findings are told."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from pokin_docs.model.catalogue import ALSO, CATALOGUE, hint, own_message, said_elsewhere, severity
from pokin_docs.model.catalogue_plurals import PLURALS, Plural
from pokin_docs.model.findings import Severity, Temuan
from pokin_docs.model.ranges import ranges
from pokin_docs.model.source import CellRef

_POSITION = re.compile(r"(![A-Z]{1,3}|\bbaris )\d+", re.ASCII)
"""A row in a text: it moves when a row above is added, and the cause stays the same."""


@dataclass(frozen=True, slots=True)
class CauseItem:
    """What is said of some of the places of a cause, where it is not the same for all."""

    places: tuple[CellRef, ...]
    text: str
    saran: str

    @property
    def label(self) -> str:
        """The places in few words, inside their sheet; its title where they are all of it."""
        return ranges(self.places) or self.places[0].lembar

    @property
    def said(self) -> str:
        """The text, and what to do where that is another for each."""
        return " ".join(part for part in (self.text, self.saran and f"→ {self.saran}") if part)


@dataclass(frozen=True)
class Cause:
    """Findings of one cause. ``key`` is the same in every run, as long as the cause is the same."""

    key: str
    temuan: tuple[Temuan, ...]

    @property
    def kode(self) -> str:
        """The code that all of them have."""
        return self.temuan[0].kode

    @cached_property
    def lembar(self) -> str:
        """Their sheet; "" for the workbook, or where they are on several."""
        titles = {finding.tempat.lembar for finding in self.temuan}
        return titles.pop() if len(titles) == 1 else ""

    @cached_property
    def places(self) -> tuple[CellRef, ...]:
        """Their places, each once."""
        return tuple(dict.fromkeys(finding.tempat for finding in self.temuan))

    @cached_property
    def message(self) -> str:
        """The sentence that says what is wrong."""
        first, plural = self.temuan[0], PLURALS.get(self.kode)
        if len(self.temuan) == 1:
            return own_message(first)
        if plural is None:
            said = own_message(first)
            return f"{said.removesuffix('.')} ({self._count}){'.' if said.endswith('.') else ''}"
        return plural.message.format_map(self._told(first))

    @cached_property
    def saran(self) -> str:
        """The sentence that says what to do; "" where it is another for each (``items``)."""
        hints = dict.fromkeys(map(hint, self.temuan))
        if len(hints) == 1:
            return next(iter(hints))
        plural = PLURALS.get(self.kode)
        return plural.saran.format_map(self._told(self.temuan[0])) if plural else ""

    @cached_property
    def also(self) -> tuple[str, ...]:
        """What follows from them elsewhere, each once: no part of what is said of one of them."""
        return tuple(dict.fromkeys(said for finding in self.temuan for said in said_elsewhere(finding)))

    @cached_property
    def items(self) -> tuple[CauseItem, ...]:
        """What is said of each, those of which the same is said together; none where ``message`` says all."""
        plural = PLURALS.get(self.kode)
        if plural is None or len(self.temuan) == 1:
            return ()
        own_hint = not self.saran
        said: dict[tuple[str, str], list[CellRef]] = {}
        for finding in self.temuan:
            key = (_each(plural, finding), hint(finding) if own_hint else "")
            said.setdefault(key, []).append(finding.tempat)
        if len(said) == 1 and not any(text or saran for text, saran in said):
            return ()
        # What is said of the same places (columns that are missing in one row of titles) stands together.
        merged: dict[tuple[object, ...], CauseItem] = {}
        for (text, saran), places in said.items():
            where = tuple(dict.fromkeys(places))
            line: tuple[object, ...] = (where, saran) if where[0].baris is not None else (text, saran)
            before = f"{merged[line].text}, " if line in merged else ""
            merged[line] = CauseItem(where, before + text, saran)
        return tuple(merged.values())

    @property
    def _count(self) -> str:
        rows = {place.baris for place in self.places if place.baris is not None}
        return f"{len(rows)} baris" if len(rows) == len(self.places) else f"{len(self.temuan)} tempat"

    def _told(self, first: Temuan) -> _Told:
        rows = len({(place.lembar, place.baris) for place in self.places})
        columns = len({(place.lembar, place.kolom) for place in self.places})
        counts = {"n": len(self.temuan), "baris": rows, "n_kolom": columns}
        return _Told((*first.details, *((name, str(count)) for name, count in counts.items())))


class _Told(dict[str, str]):
    """Details by name; one that a finding does not have says nothing."""

    def __missing__(self, name: str) -> str:
        return ""


def _each(plural: Plural, finding: Temuan) -> str:
    told = _Told(finding.details)
    text = plural.each.format_map(told).strip()
    if told[ALSO]:
        end = "" if not text or text.endswith((".", "?")) else "."
        text = f"{text}{end} {told[ALSO]}".strip()
    return text.removesuffix(".")


def causes(temuan: Iterable[Temuan]) -> tuple[Cause, ...]:
    """The findings by their causes, each cause at the place of its first finding."""
    found = tuple(temuan)
    groups: dict[str, list[Temuan]] = {}
    for finding, key in zip(found, cause_keys(found), strict=True):
        groups.setdefault(key, []).append(finding)
    return tuple(Cause(key, tuple(group)) for key, group in groups.items())


def cause_keys(temuan: Sequence[Temuan]) -> tuple[str, ...]:
    """The key of the cause of each finding, such as ``I12-3fa9c0d1``.

    Rows do not count in it, so that it stays when the table grows; two causes that only a row tells apart get a number
    behind their key.
    """
    names: dict[tuple[object, ...], str] = {}
    taken: dict[str, int] = {}
    for finding in temuan:
        cause = _identity(finding)
        if cause not in names:
            text = _POSITION.sub(r"\1", "\0".join(map(str, cause)))
            key = f"{finding.kode}-{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:8]}"
            taken[key] = taken.get(key, 0) + 1
            names[cause] = key if taken[key] == 1 else f"{key}-{taken[key]}"
    return tuple(names[_identity(finding)] for finding in temuan)


def _identity(finding: Temuan) -> tuple[object, ...]:
    """What findings of one cause have in common."""
    plural = PLURALS.get(finding.kode)
    if plural is None:
        return (finding.kode, finding.tempat.lembar, *finding.details)
    told = _Told(finding.details)
    names = plural.cause.split()
    return (finding.kode, "" if plural.across else finding.tempat.lembar, *((name, told[name]) for name in names))


def rank(temuan: Temuan, *, final: bool) -> int:
    """Place of a finding in the order of telling: 0 a galat, 1 what leaves a mark, 2 the rest."""
    if severity(temuan, final=final) is Severity.GALAT:
        return 0
    return 1 if CATALOGUE[temuan.kode].leaves_mark else 2


def in_order(temuan: Iterable[Temuan], *, final: bool) -> tuple[Temuan, ...]:
    """The findings as they are told: galat first, then what leaves a mark; within, they stay in their order.

    Args:
        temuan: Findings in the order of their places.
        final: Severities are those of ``--final``.
    """
    return tuple(sorted(temuan, key=lambda finding: rank(finding, final=final)))
