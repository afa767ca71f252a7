"""Sentences and indicators that stand in one cell, in lines of their own, in a table without a column of indicators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pokin_docs.model.findings import FindingLog
from pokin_docs.model.rows import KinerjaRow


def with_indicators_apart(rows: Sequence[KinerjaRow], log: FindingLog) -> tuple[KinerjaRow, ...]:
    """The rows with the lines of their sentence that are indicators as these, where no row has any; told once.

    Args:
        rows: The rows of a table.
        log: Takes what is found.
    """
    if any(row.indikator or row.indikator.unread for row in rows):
        return tuple(rows)
    found = tuple(map(_parted, rows))
    parted = [row for row in found if row.indikator]
    if parted:
        first = parted[0]
        log.note(
            "B140", first.kinerja.source, jumlah=len(parted), teks=first.kinerja.clean, indikator=first.indikator.clean
        )
    return found


def _parted(row: KinerjaRow) -> KinerjaRow:
    lines = [line.strip() for line in row.kinerja.text.split("\n") if line.strip()]
    if len(lines) < 2:
        return row
    from pokin_docs.extract.foreign.contents import Kind, kind_of_text  # only tables that lack a column need it

    kinds = [kind_of_text(line) for line in lines]
    start = next((place for place, kind in enumerate(kinds) if kind is Kind.MEASURE), 0)
    if not start or kinds[0] is not Kind.RESULT or any(kind is not Kind.MEASURE for kind in kinds[start:]):
        return row
    return replace(
        row,
        kinerja=replace(row.kinerja, text="\n".join(lines[:start])),
        indikator=replace(row.kinerja, text="\n".join(lines[start:])),
    )
