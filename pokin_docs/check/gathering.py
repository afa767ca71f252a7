"""Findings that are told once with all their cells: what is said of each is the same, and no fault of its row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pokin_docs.model.findings import Temuan
from pokin_docs.model.ranges import ranges

GATHERED: Mapping[str, tuple[str, ...]] = {"S05": ("komponen",), "S15": (), "W09": (), "I17": ()}
"""Codes with the details that must agree. Each rule gives one for its cell, so that a waived row does not count."""


def gathered(found: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """The findings with those of a gathered code told at the first of their cells, with their number and all cells."""
    kept: list[Temuan] = []
    at: dict[tuple[str, ...], list[Temuan]] = {}
    for finding in found:
        if finding.kode not in GATHERED:
            kept.append(finding)
            continue
        told = dict(finding.details)
        key = (finding.kode, finding.tempat.lembar, *(told[name] for name in GATHERED[finding.kode]))
        if key not in at:
            kept.append(finding)
        at.setdefault(key, []).append(finding)
    for several in at.values():
        details = dict(several[0].details) | {
            "jumlah": str(len(several)), "sel": ranges(entry.tempat for entry in several)
        }  # fmt: skip
        kept[kept.index(several[0])] = replace(several[0], details=tuple(details.items()))
    return tuple(kept)
