"""Findings that are told once with all their cells: what is said of each is the same, and no fault of its row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pokin_docs.model.catalogue import PARTINGS
from pokin_docs.model.findings import Temuan
from pokin_docs.model.ranges import ranges

GATHERED: Mapping[str, tuple[str, ...]] = {"S05": ("komponen",), "S06": ("komponen",), "S15": (), "W09": (), "I17": ()}
"""Codes with the details that must agree. Each rule gives one for its cell, so that a waived row does not count."""
_KINERJA, _INDIKATOR = "W09", "I17"
"""What the office has not decided of Sasaran Kegiatan is one question, asked of its kinerja and its indicators."""


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
    for key, several in at.items():
        place = kept.index(several[0])
        measured = at.get((_INDIKATOR, key[1]), []) if key[0] == _KINERJA else []
        if key[0] == _INDIKATOR and (_KINERJA, key[1]) in at:
            del kept[place]  # said with its kinerja
        else:
            kept[place] = _of_all(several, measured)
    return tuple(kept)


def _of_all(several: list[Temuan], measured: list[Temuan]) -> Temuan:
    """One finding for several; with those of indicators that ask the same."""
    details = dict(several[0].details) | {"jumlah": str(len(several)), "sel": ranges(one.tempat for one in several)}
    if measured:
        cells = ranges(one.tempat for one in measured)
        details["indikator"] = f", dan {len(measured)} indikatornya menghitung keluaran ({cells})"
    for name, parting in PARTINGS.items():
        also = dict.fromkeys(said for one in (*several, *measured) if (said := dict(one.details).get(name)))
        details |= {name: parting.join(also)} if also else {}
    return replace(several[0], details=tuple(details.items()))
