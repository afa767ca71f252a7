"""Of what exports say, the part of one agency: its programs, kegiatan and sub kegiatan by year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from pokin_docs.model.programs import CodeKind, kind_of
from pokin_docs.model.sipd import SipdAgency, SipdBudget, SipdComponent, SipdExport, SipdLine, SipdUnit
from pokin_docs.model.texts import fold


def matching_units(export: SipdExport, code: str) -> tuple[frozenset[SipdUnit], SipdAgency | None]:
    """The units of the agency with that code, or of the sub unit with it, and which that is; none where it is neither.

    Args:
        export: What the exports say.
        code: The code; empty for the only agency there is.
    """
    units = frozenset(unit for unit, _, _ in export.lines)
    if not code:
        only = export.agencies[0] if export.agencies else SipdAgency("", "")
        return (units, only) if len(export.agencies) <= 1 else (frozenset(), None)
    for known, own in ((export.agencies, "agency"), (export.sub_units, "sub_unit")):
        for agency in known:
            if fold(agency.kode) == fold(code):
                return frozenset(unit for unit in units if getattr(unit, own) == agency.kode), agency
    # Exports of one agency alone often leave its code out.
    if not any(agency.kode for agency in export.agencies):
        return units, export.agencies[0] if export.agencies else SipdAgency("", "")
    return frozenset(), None


def budget_of(export: SipdExport, units: frozenset[SipdUnit], agency: SipdAgency, year: int | None) -> SipdBudget:
    """What SIPD says of an agency, its units added up.

    Args:
        export: What the exports say.
        units: The units that are its own.
        agency: The agency.
        year: The year that lines without one are about.
    """
    by_year: dict[int, dict[str, list[SipdLine]]] = {}
    for (unit, own_year, code), line in export.lines.items():
        meant = own_year or year
        said = line.pagu is not None or line.cash is not None or line.spent is not None
        if unit in units and meant is not None and said:
            by_year.setdefault(meant, {}).setdefault(code, []).append(line)
    parts = [line for lines in by_year.values() for group in lines.values() for line in group]
    return SipdBudget(
        agency,
        {meant: tuple(_components(lines)) for meant, lines in sorted(by_year.items())},
        any(line.pagu is not None for line in parts),
        any(line.cash is not None for line in parts),
        any(line.spent is not None for line in parts),
    )


def _components(by_code: dict[str, list[SipdLine]]) -> Iterator[SipdComponent]:
    """Programs, kegiatan and sub kegiatan in the order of their codes."""
    groups: dict[str, list[SipdLine]] = {}
    names: dict[str, str] = {}
    for code, lines in by_code.items():
        groups.setdefault(code, []).extend(lines)
        for line in lines:
            names[code] = names.get(code) or line.nama
            for above, name in line.above:
                names[above] = names.get(above) or name
                groups.setdefault(above, []).append(line)
    for code in sorted(groups):
        kind = kind_of(code)
        if kind is None:
            continue
        lines = groups[code]
        spent = _quarters(line.spent for line in lines) if kind is CodeKind.SUB_KEGIATAN else None
        cash = _quarters(line.cash for line in lines)
        pagu = [line.pagu for line in lines if line.pagu is not None]
        total = sum(pagu, Decimal(0)) if pagu else None
        yield SipdComponent(code, kind, names.get(code, ""), total, _sources(lines), cash, spent)


def _quarters(amounts: Iterable[list[Decimal] | None]) -> tuple[Decimal, ...] | None:
    known = [quarters for quarters in amounts if quarters is not None]
    return tuple(sum(quarter, Decimal(0)) for quarter in zip(*known, strict=True)) if known else None


def _sources(lines: list[SipdLine]) -> tuple[str, ...]:
    """The sources of the money, the largest first."""
    totals: dict[str, Decimal] = {}
    for line in lines:
        for name, amount in line.sources.items():
            totals[name] = totals.get(name, Decimal(0)) + amount
    return tuple(sorted((name for name, amount in totals.items() if amount), key=lambda name: (-totals[name], name)))
