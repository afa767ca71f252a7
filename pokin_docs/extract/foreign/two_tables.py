"""Values that two tables give of one kinerja or indicator: the first counts, what the other says otherwise is told."""

from __future__ import annotations

from collections.abc import Mapping

from pokin_docs.extract.foreign import roles
from pokin_docs.extract.layouts.column_titles import ColumnKey
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.measured import same_value
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.typed_values import read_rupiah

_SHORT = 70
_ENOUGH = 2
"""Years whose targets are those of the years beside them: of one alone that is chance."""


def fill(
    known: dict[ColumnKey, Isian], other: Mapping[ColumnKey, Isian], compared: set[CellRef], log: FindingLog
) -> None:
    """Give what is known the values that it lacks; the others are compared.

    Args:
        known: The values that count.
        other: Those of another table.
        compared: Takes the cells that were compared.
        log: Takes what is said of them.
    """
    moved = _shift(known, other)
    if moved:
        ours = _targets(known).keys()  # its target and the one it really is both stand there
        year = min(year for year in ours & _targets(other).keys() if year + moved in ours)
        here, there = other[roles.TARGET, year], known[roles.TARGET, year]
        details = {"tahun": year, "tahun_lain": year + moved, "teks": here.clean[:_SHORT], "lain": there.source}
        log.note("D52", here.source, dipakai=there.clean[:_SHORT], **details)
    for key, isian in other.items():
        if key not in known or not known[key]:
            known[key] = isian
        elif isian:
            compared.add(isian.source)
            if not (moved and key[0] == roles.TARGET):
                compare(roles.Role(key[0], tahun=key[1]).label, known[key], isian, log)


def compare(kolom: str, known: Isian | None, other: Isian, log: FindingLog) -> None:
    """Tell a value of another table that is not the one that counts.

    Args:
        kolom: What the column is called.
        known: The value that counts.
        other: That of the other table.
        log: Takes the finding.
    """
    if known and other and not _same(known, other):
        differ(kolom, known, other, log)


def differ(kolom: str, known: Isian, other: Isian, log: FindingLog) -> None:
    """B66 at the cell of the other table.

    Args:
        kolom: What the column is called.
        known: The value that counts.
        other: That of the other table.
        log: Takes the finding.
    """
    details = {"kolom": kolom, "teks": other.clean[:_SHORT], "dipakai": known.clean[:_SHORT], "lain": known.source}
    log.note("B66", other.source, **details)


def _same(known: Isian, other: Isian) -> bool:
    amounts = [read_rupiah(isian.text) if isian.number is None else isian.number for isian in (known, other)]
    if None not in amounts:
        return amounts[0] == amounts[1]  # 1250 and "1.250"
    return same_value(known.text, other.text)


def _targets(values: Mapping[ColumnKey, Isian]) -> dict[int, Isian]:
    """The targets that are filled, by year."""
    return {year: isian for (name, year), isian in values.items() if name == roles.TARGET and year and isian}


def _shift(known: Mapping[ColumnKey, Isian], other: Mapping[ColumnKey, Isian]) -> int:
    """By how many years the targets of a table have moved along their row against those that count; 0 where not."""
    ours, theirs = _targets(known), _targets(other)
    shared = ours.keys() & theirs.keys()
    for by in (1, -1):
        beside = [year for year in theirs if year + by in ours]
        moved = all(_same(ours[year + by], theirs[year]) for year in beside)
        if (
            len(beside) >= _ENOUGH
            and moved
            and shared & set(beside)
            and not any(_same(ours[year], theirs[year]) for year in shared)
        ):
            return by
    return 0
