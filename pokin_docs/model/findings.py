"""Findings ("temuan"): what is wrong, where, and what a stage hands on together with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, TypeVar

from pokin_docs.model.source import CellRef


class Severity(Enum):
    """Severity of a finding: what it means for the documents (design: galat stops the build)."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    SARAN = "saran"


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding at one place.

    ``kode`` is an entry of the catalogue, which gives severity, message and hint; ``details`` fills the
    places in them.
    """

    kode: str
    tempat: CellRef
    details: tuple[tuple[str, str], ...] = ()


def temuan(kode: str, tempat: CellRef, /, **details: object) -> Temuan:
    """A finding with its details given by name.

    Args:
        kode: Code of an entry of the catalogue, such as ``S04``.
        tempat: The cell, row or sheet that it is about.
        details: What fills the places in the entry's texts, by their names; anything is written as ``str`` writes it.
    """
    return Temuan(kode, tempat, tuple((name, str(value)) for name, value in details.items()))


@dataclass(frozen=True, slots=True)
class WaivedFinding:
    """A finding that the planner waived for its row, with the reason given in ``Abaikan``."""

    temuan: Temuan
    reason: str


T = TypeVar("T")


@dataclass(frozen=True)
class Outcome(Generic[T]):
    """What a stage returns: its value, if there is one, and all it found on the way."""

    value: T | None
    temuan: tuple[Temuan, ...] = ()


@dataclass(slots=True)
class FindingLog:
    """Collects findings while a stage works; never handed on itself."""

    entries: list[Temuan] = field(default_factory=list)

    def note(self, kode: str, tempat: CellRef, /, **details: object) -> None:
        """Add one finding.

        Args:
            kode: Code of an entry of the catalogue, such as ``S04``.
            tempat: The cell, row or sheet that it is about.
            details: What fills the places in the entry's texts, by their names.
        """
        self.entries.append(temuan(kode, tempat, **details))

    def add(self, other: Iterable[Temuan]) -> None:
        """Add the findings of a part."""
        self.entries.extend(other)

    def __iter__(self) -> Iterator[Temuan]:
        return iter(self.entries)


class MachineTrouble(Exception):
    """The machine, not the workbook, stops the work (disk full, no permission, locked by another run).

    ``message`` says what, ``saran`` what to do, both in Indonesian; exit code 4.
    """

    def __init__(self, message: str, saran: str) -> None:
        super().__init__(message)
        self.message = message
        self.saran = saran
