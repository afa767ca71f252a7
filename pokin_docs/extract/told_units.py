"""Units of a table without a column of them: behind its targets or its indicators, or in the title over its targets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pokin_docs.extract.title_units import said_units
from pokin_docs.model.findings import FindingLog, Temuan
from pokin_docs.model.rows import Isian, KinerjaRow

_WITH_UNIT = re.compile(r"\s*([<>≤≥±~]?=?\s*\d[\d.,]*(?:\s*[-–]\s*\d[\d.,]*)?)\s*(%|[^\W\d][\w/. ]{0,20}?)\s*")
_UNIT_BEHIND = re.compile(r"(.*\S)\s*(?:,\s*|\(\s*)([^(),]{1,30}?)\s*\)?")
_FEWEST, _MOST = 2, 0.6
"""Indicators that end with their unit at least, and their part of all."""


def with_told_units(
    rows: Sequence[KinerjaRow], title: Isian | None, log: FindingLog
) -> tuple[KinerjaRow, ...]:  # fmt: skip
    """The rows with the units behind all their targets, else behind most indicators, else over the targets, as Satuan.

    Args:
        rows: The rows of a table that has no Satuan at all; others come back as they are.
        title: What stands over its targets.
        log: Takes what is found; that the column is missing is taken back where every indicator got a unit.
    """
    if not rows or any(row.satuan or row.satuan.unread for row in rows):
        return tuple(rows)
    from pokin_docs.extract.foreign.contents import is_unit  # only tables that lack a column need it

    over = next((unit for unit in said_units(title.text) if is_unit(unit)), "") if title else ""
    behind = _behind_indicators(rows)
    found = tuple(_parted(row) or behind.get(place) or _with_unit(row, over, title) for place, row in enumerate(rows))
    told = [row for row in found if row.satuan]
    if not told:
        return tuple(rows)
    log.note("B138", told[0].satuan.source, jumlah=len(told), teks=told[0].satuan.clean)
    if all(row.satuan for row in found if row.indikator):
        log.entries = [entry for entry in log if not _is_about_satuan(entry)]
    return found


def _behind_indicators(rows: Sequence[KinerjaRow]) -> dict[int, KinerjaRow]:
    """By their place the rows whose indicator ends with its unit, after a comma or in brackets, where most do."""
    from pokin_docs.extract.foreign.contents import is_unit

    indicators = {place: row for place, row in enumerate(rows) if row.indikator}
    ends = {place: _UNIT_BEHIND.fullmatch(row.indikator.clean) for place, row in indicators.items()}
    units = {place: end for place, end in ends.items() if end and is_unit(end.group(2).strip())}
    if len(units) < _FEWEST or len(units) < _MOST * len(indicators):
        return {}
    return {
        place: replace(
            rows[place],
            indikator=replace(rows[place].indikator, text=end.group(1)),
            satuan=Isian(end.group(2).strip(), rows[place].indikator.source),
        )
        for place, end in units.items()
    }


def _is_about_satuan(finding: Temuan) -> bool:
    return finding.kode == "B14" and dict(finding.details).get("kolom") == "Satuan"


def _parted(row: KinerjaRow) -> KinerjaRow | None:
    """The row with the one unit that stands behind its values as Satuan; None where these say none, or several."""
    from pokin_docs.extract.foreign.contents import is_unit

    values = {key: isian for key, isian in (*row.target.items(), (None, row.kondisi_awal)) if isian}
    parts = {key: _WITH_UNIT.fullmatch(isian.text) for key, isian in values.items()}
    units = {part.group(2).casefold() if part else "" for part in parts.values()}
    if len(units) != 1 or not is_unit(next(iter(units))):
        return None
    amounts = {key: replace(values[key], text=part.group(1).strip()) for key, part in parts.items() if part}
    first_key, first = next((key, part) for key, part in parts.items() if part)
    return replace(
        row,
        satuan=Isian(first.group(2), values[first_key].source),
        target={year: amounts.get(year, isian) for year, isian in row.target.items()},
        kondisi_awal=amounts.get(None, row.kondisi_awal),
    )


def _with_unit(row: KinerjaRow, unit: str, title: Isian | None) -> KinerjaRow:
    if not unit or title is None or not any(row.target.values()):
        return row
    return replace(row, satuan=Isian(unit, title.source))
