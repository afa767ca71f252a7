"""What exports of SIPD-RI say: agencies, and per sub kegiatan its names, budget, sources, cash and spending."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from pokin_docs.model.programs import CodeKind

Amount = Decimal


@dataclass(frozen=True, slots=True, order=True)
class SipdAgency:
    """An agency of an export: its code, which may be empty, and its name."""

    kode: str
    nama: str


@dataclass(frozen=True, slots=True)
class SipdUnit:
    """Part of an agency that a line belongs to: codes of agency and of sub unit, either may be empty."""

    agency: str
    sub_unit: str


@dataclass(slots=True)
class SipdLine:
    """What exports say of one sub kegiatan of one unit in one year; None where no export says it.

    ``above`` are code and name of its kegiatan and its program, the nearest first. ``sources`` are the names of the
    sources of its money, each with the amount. ``cash`` and ``spent`` are amounts of the four quarters.
    """

    kode: str
    nama: str = ""
    above: tuple[tuple[str, str], ...] = ()
    pagu: Amount | None = None
    sources: dict[str, Amount] = field(default_factory=dict)
    cash: list[Amount] | None = None
    spent: list[Amount] | None = None


@dataclass(frozen=True, slots=True)
class SipdExport:
    """All that a run of exports says, before an agency is chosen.

    ``lines`` are by unit, year (None where the export names none) and code. ``agencies`` are in the order of their
    codes. ``told`` are sentences about what was not read, or read in a way to be known.
    """

    lines: Mapping[tuple[SipdUnit, int | None, str], SipdLine]
    agencies: tuple[SipdAgency, ...]
    sub_units: tuple[SipdAgency, ...]
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SipdComponent:
    """A program, kegiatan or sub kegiatan of the chosen agency in one year; amounts of its parts added up.

    ``spent`` only of a sub kegiatan.
    """

    kode: str
    jenis: CodeKind
    nama: str
    pagu: Amount | None
    sources: tuple[str, ...]
    cash: tuple[Amount, ...] | None
    spent: tuple[Amount, ...] | None = None


@dataclass(frozen=True, slots=True)
class SipdBudget:
    """What SIPD says of one agency: its components by year, in the order of their codes.

    ``has_pagu``, ``has_cash`` and ``has_spending`` tell what kinds of exports there were; a component that a kind does
    not have is missing there.
    """

    agency: SipdAgency
    components: Mapping[int, tuple[SipdComponent, ...]]
    has_pagu: bool
    has_cash: bool
    has_spending: bool

    def without(self, codes: frozenset[str]) -> SipdBudget:
        """The same without the components of these codes."""
        return self._with(lambda part: not _is_of(part.kode, codes))

    def only(self, codes: frozenset[str]) -> SipdBudget:
        """The same with the components of these codes alone."""
        return self._with(lambda part: _is_of(part.kode, codes))

    def _with(self, holds: Callable[[SipdComponent], bool]) -> SipdBudget:
        return replace(self, components={year: tuple(filter(holds, own)) for year, own in self.components.items()})


def _is_of(kode: str, codes: frozenset[str]) -> bool:
    """Whether a code is one of some, or X.XX stands there for its bidang."""
    return kode in codes or f"X.XX{kode[4:]}" in codes
