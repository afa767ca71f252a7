"""What comparing documents came to, as the manifest keeps it and findings tell it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from typing import Any

_NAMES = (
    "berkas", "tempat", "apa", "kalimat", "tercetak", "seharusnya", "lain", "tempat_lain", "jenis", "lama", "lagi",
)  # fmt: skip
"""The fields of a contradiction in the manifest."""


WORKBOOK = ""
"""Instead of a second kind, of what no other kind prints."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A place where a document says other than it states, or than another one, and the place of that one.

    ``other`` is empty where no other document says it: then the workbook does. ``stale`` tells that the document is of
    an earlier run. ``more`` are further places of one column of a template.
    """

    path: str
    place: str
    what: str
    words: str
    printed: str
    meant: str
    other: str
    other_place: str
    kind: str = "nilai"
    stale: bool = False
    more: int = 0

    def as_data(self) -> dict[str, object]:
        """As it stands in the manifest."""
        names = zip(_NAMES, astuple(self), strict=True)
        return dict(names)

    @classmethod
    def from_data(cls, data: Any) -> Contradiction:
        """What stands in a manifest.

        Raises:
            KeyError: Something is missing.
        """
        path, place, what, words, printed, meant, other, other_place, kind = (str(data[name]) for name in _NAMES[:-2])
        stale, more = bool(data[_NAMES[-2]]), int(data[_NAMES[-1]])
        return cls(path, place, what, words, printed, meant, other, other_place, kind, stale, more)


@dataclass(frozen=True, slots=True)
class ComparedPair:
    """Two kinds of documents: how many facts both print, and how many of them alike.

    ``other`` is ``WORKBOOK`` for what one kind says otherwise than the workbook, and no other kind at all.
    """

    one: str
    other: str
    facts: int
    agree: int


@dataclass(frozen=True, slots=True)
class Proof:
    """What was compared: documents read, facts found on paper of those stated, and pairs of kinds.

    ``read`` is how many documents of each kind were read.
    """

    documents: int = 0
    stated: int = 0
    printed: int = 0
    pairs: tuple[ComparedPair, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    read: tuple[tuple[str, int], ...] = ()

    def as_data(self) -> dict[str, object]:
        """As it stands in the manifest."""
        return {
            "dokumen": self.documents,
            "dibaca": dict(self.read),
            "dinyatakan": self.stated,
            "tercetak": self.printed,
            "dibandingkan": self.compared,
            "sama": self.agree,
            "pasangan": [
                {"jenis": [pair.one, pair.other], "dibandingkan": pair.facts, "sama": pair.agree} for pair in self.pairs
            ],
            "penyimpangan": [one.as_data() for one in self.contradictions],
        }

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> Proof | None:
        """What stands in a manifest; None where that is something else."""
        try:
            pairs = tuple(_pair(one) for one in _list(data["pasangan"]))
            told = tuple(Contradiction.from_data(one) for one in _list(data["penyimpangan"]))
            documents, stated, printed = (int(str(data[name])) for name in ("dokumen", "dinyatakan", "tercetak"))
            read = tuple((str(kode), int(count)) for kode, count in _counts(data["dibaca"]))
            return cls(documents, stated, printed, pairs, told, read)
        except (KeyError, TypeError, ValueError):
            return None

    @property
    def compared(self) -> int:
        """How many facts were held against another kind of document."""
        return sum(pair.facts for pair in self.pairs)

    @property
    def by_kind(self) -> tuple[tuple[str, int, int], ...]:
        """Of each kind the facts that others print too, and how many alike; in the order of their codes."""
        counted: dict[str, list[int]] = {}
        for pair in self.pairs:
            for kode in {pair.one, pair.other} - {WORKBOOK}:
                known = counted.setdefault(kode, [0, 0])
                known[0] += pair.facts
                known[1] += pair.agree
        return tuple((kode, facts, agree) for kode, (facts, agree) in sorted(counted.items()))

    @property
    def agree(self) -> int:
        """How many of them say the same."""
        return sum(pair.agree for pair in self.pairs)


NOTHING_COMPARED = Proof()
"""Of no documents."""


def _pair(one: Any) -> ComparedPair:
    first, second = map(str, _list(one["jenis"]))
    return ComparedPair(first, second, int(one["dibandingkan"]), int(one["sama"]))


def _counts(value: object) -> list[tuple[Any, Any]]:
    if not isinstance(value, dict):
        raise TypeError(value)
    return list(value.items())


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value
