"""Findings ("temuan"): what is wrong, where, and what a stage hands on together with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, TypeVar

from pokin_docs.model.source import CellRef


class Tingkat(Enum):
    """Severity of a finding: what it means for the documents (design: galat stops the build)."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    SARAN = "saran"


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding at one place.

    ``kode`` is an entry of the catalogue, which gives severity, message and hint; ``rincian`` fills the
    places in them.
    """

    kode: str
    tempat: CellRef
    rincian: tuple[tuple[str, str], ...] = ()


def temuan(kode: str, tempat: CellRef, /, **rincian: object) -> Temuan:
    """A finding with its details given by name."""
    return Temuan(kode, tempat, tuple((name, str(value)) for name, value in rincian.items()))


@dataclass(frozen=True, slots=True)
class Diabaikan:
    """A finding that the planner waived for its row, with the reason given in ``Abaikan``."""

    temuan: Temuan
    alasan: str


T = TypeVar("T")


@dataclass(frozen=True)
class Outcome(Generic[T]):
    """What a stage returns: its value, if there is one, and all it found on the way."""

    nilai: T | None
    temuan: tuple[Temuan, ...] = ()


@dataclass(slots=True)
class Catatan:
    """Collects findings while a stage works; never handed on itself."""

    daftar: list[Temuan] = field(default_factory=list)

    def catat(self, kode: str, tempat: CellRef, /, **rincian: object) -> None:
        """Add one finding."""
        self.daftar.append(temuan(kode, tempat, **rincian))

    def tambah(self, lain: Iterable[Temuan]) -> None:
        """Add the findings of a part."""
        self.daftar.extend(lain)

    def __iter__(self) -> Iterator[Temuan]:
        return iter(self.daftar)


class GangguanMesin(Exception):
    """The machine, not the workbook, stops the work (disk full, no permission, locked by another run).

    ``pesan`` says what, ``saran`` what to do, both in Indonesian; exit code 4.
    """

    def __init__(self, pesan: str, saran: str) -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.saran = saran
