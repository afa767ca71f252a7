"""What was found in a workbook from run to run: entries that last, and the progress that follows from them. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from pokin_docs.model.catalogue import severity
from pokin_docs.model.causes import Cause, causes
from pokin_docs.model.findings import Severity, Temuan, WaivedFinding

FILE_NAME = "riwayat.json"
_ENTRIES, _SHOWN = 50, 12
"""Entries that are kept, and points of the series that are shown: fewer, so that one more entry changes no page."""
_LETTERS = 300


@dataclass(frozen=True, slots=True)
class KnownCause:
    """A cause as it was: its key, how many findings it had, its code and what was said of it."""

    key: str
    count: int
    kode: str
    text: str


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """What a run found: day as ``2026-11-29``, sha256 of the workbook, counts by severity without ``--final``.

    ``causes`` are known of the last two workbooks only; None of older ones.
    """

    day: str
    sha256: str
    counts: tuple[tuple[str, int], ...]
    causes: tuple[KnownCause, ...] | None = None

    @property
    def state(self) -> tuple[str, tuple[tuple[str, int], ...]]:
        """What makes an entry another one."""
        return self.sha256, self.counts

    @property
    def total(self) -> int:
        """How many findings stood, of all severities."""
        return sum(count for name, count in self.counts if name != "diabaikan")


@dataclass(frozen=True, slots=True)
class Progress:
    """How the findings went on. ``series`` are counts of all findings, the present last; one alone is no progress.

    ``levels`` is the same per severity. ``since`` is the day of the entry that the present is compared with; "" where
    there is none. ``new`` and ``changed`` are causes of now (these with their count then), ``repaired`` of then.
    """

    series: tuple[int, ...]
    levels: tuple[tuple[str, tuple[int, ...]], ...]
    first: str = ""
    since: str = ""
    new: tuple[Cause, ...] = ()
    changed: tuple[tuple[Cause, int], ...] = ()
    repaired: tuple[KnownCause, ...] = ()


def entry_of(day: str, sha256: str, temuan: Iterable[Temuan], waived: Iterable[WaivedFinding]) -> HistoryEntry:
    """The entry of a run.

    Args:
        day: The local day, ``2026-11-29``.
        sha256: Of the workbook.
        temuan: Findings that stand.
        waived: Waived findings.
    """
    found = tuple(temuan)
    levels = [severity(finding).value for finding in found]
    counts = (*((level.value, levels.count(level.value)) for level in Severity), ("diabaikan", len(tuple(waived))))
    known = tuple(KnownCause(cause.key, len(cause.temuan), cause.kode, _short(cause)) for cause in causes(found))
    return HistoryEntry(day, sha256, counts, known)


def _short(cause: Cause) -> str:
    text = f"{cause.lembar}: {cause.message}" if cause.lembar else cause.message
    return text if len(text) <= _LETTERS else f"{text[: _LETTERS - 1].rstrip()}…"


def added(history: tuple[HistoryEntry, ...], entry: HistoryEntry) -> tuple[HistoryEntry, ...]:
    """The history with one more entry, or as it is where neither the workbook nor a count has changed."""
    if history and history[-1].state == entry.state:
        return history
    kept = (*history, entry)[-_ENTRIES:]
    last = list(dict.fromkeys(one.sha256 for one in reversed(kept)))[:2]
    newest = {one.sha256: place for place, one in enumerate(kept) if one.causes is not None}
    return tuple(
        one if one.sha256 in last and newest.get(one.sha256) == place else replace(one, causes=None)
        for place, one in enumerate(kept)
    )


def progress(history: tuple[HistoryEntry, ...], entry: HistoryEntry, temuan: Iterable[Temuan]) -> Progress:
    """How the findings went on to the present; the same before and after the present was added to the history.

    Args:
        history: What is known of earlier runs, the last perhaps of the present.
        entry: The present.
        temuan: The findings of the present, in the order of telling.
    """
    earlier = history[:-1] if history and history[-1].state == entry.state else history
    points = [*earlier, entry][-_SHOWN:]
    states = [next(group) for _, group in groupby(points, key=lambda one: one.counts)]
    said = Progress(
        tuple(one.total for one in states),
        tuple((name, tuple(dict(one.counts).get(name, 0) for one in states)) for name, _ in entry.counts),
        points[0].day if len(points) > 1 else "",
    )
    before = next((one for one in reversed(earlier) if one.sha256 != entry.sha256 and one.causes is not None), None)
    if before is None or before.causes is None:
        return said
    then, now = {one.key: one for one in before.causes}, causes(temuan)
    keys = {cause.key for cause in now}
    return replace(
        said,
        since=before.day,
        new=tuple(cause for cause in now if cause.key not in then),
        changed=tuple(
            (cause, then[cause.key].count)
            for cause in now
            if cause.key in then and then[cause.key].count != len(cause.temuan)
        ),
        repaired=tuple(one for one in before.causes if one.key not in keys),
    )


def to_bytes(history: tuple[HistoryEntry, ...]) -> bytes:
    """The file: a list, an entry on a line."""
    lines = [json.dumps(_as_data(entry), ensure_ascii=False) for entry in history]
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode("utf-8", "replace")


def _as_data(entry: HistoryEntry) -> dict[str, object]:
    data: dict[str, object] = {"hari": entry.day, "buku": entry.sha256, "jumlah": dict(entry.counts)}
    if entry.causes is not None:
        data["sebab"] = [
            {"sebab": one.key, "jumlah": one.count, "kode": one.kode, "pesan": one.text} for one in entry.causes
        ]
    return data


def read(data: bytes) -> tuple[HistoryEntry, ...] | None:
    """The entries of a file; None where it is none of ours, or damaged."""
    try:
        return tuple(_entry(one) for one in json.loads(data))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _entry(data: Mapping[str, object]) -> HistoryEntry:
    counts, known = data["jumlah"], data.get("sebab")
    if not isinstance(counts, dict) or not isinstance(known, list | None):
        raise TypeError
    return HistoryEntry(
        str(data["hari"]),
        str(data["buku"]),
        tuple((str(name), int(count)) for name, count in counts.items()),
        None
        if known is None
        else tuple(KnownCause(str(o["sebab"]), int(o["jumlah"]), str(o["kode"]), str(o["pesan"])) for o in known),
    )
