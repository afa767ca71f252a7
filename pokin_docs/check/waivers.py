"""Waivers: findings a planner lets stand, with a reason: of a row in Abaikan, of a sheet or level in Identitas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pokin_docs.documents.plan import Plan
from pokin_docs.model.catalogue import CATALOGUE
from pokin_docs.model.findings import FindingLog, Severity, Temuan, WaivedFinding
from pokin_docs.model.levels import read_komponen
from pokin_docs.model.rows import BukuKerja, Isian
from pokin_docs.model.texts import fold

PARTED: Mapping[str, tuple[str, ...]] = {
    "W08": ("W01",), "W09": ("W02",), "W10": ("W02", "I02", "I04", "P84"), "W11": ("W03", "W05", "W07", "P84"),
    "I17": ("I02",), "I18": ("I09",), "I19": ("I06",), "I43": ("I04",), "S15": ("S06",),
}  # fmt: skip
"""Codes that were a part of others: what waives one of these waives them too."""
_WAIVER = re.compile(r"([A-Za-z]\d{2,3})\s*:\s*(\S.*)", re.DOTALL)
_WIDE = re.compile(r"([A-Za-z]\d{2,3})(?:\s+([^:]+?))?\s*:\s*(\S.*)", re.DOTALL)
_Key = tuple[str, int, str]
_Scope = tuple[frozenset[tuple[str, int]] | str, str]
"""Rows, or the title of a sheet ("" for all), and the code."""


def apply_waivers(
    found: tuple[Temuan, ...], buku: BukuKerja, plan: Plan
) -> tuple[tuple[Temuan, ...], tuple[WaivedFinding, ...]]:
    """The findings that stand and those that are waived.

    A galat cannot be waived: the document would be wrong. A waiver without reason does not count, and one that matches
    nothing any more is itself a finding.

    Args:
        found: The findings.
        buku: The rows, with their column Abaikan, and Identitas.
        plan: The tree, whose levels a waiver may name.
    """
    log = FindingLog()
    reasons = dict(_of_rows(buku, log))
    wide = list(_of_identity(buku, plan, log))
    used: set[_Key] = set()
    used_wide: set[int] = set()
    stands: list[Temuan] = []
    waived: list[WaivedFinding] = []
    for finding in found:
        reason = ""
        for kode in (finding.kode, *PARTED.get(finding.kode, ())):
            key = (finding.tempat.lembar, finding.tempat.baris or 0, kode)
            if not reason and key in reasons:
                used.add(key)
                reason = reasons[key]
            number = next((at for at, (scope, _) in enumerate(wide) if _covers(scope, finding, kode)), None)
            if not reason and number is not None and CATALOGUE[finding.kode].severity is not Severity.GALAT:
                used_wide.add(number)
                reason = wide[number][1]
        if reason:
            waived.append(WaivedFinding(finding, reason))
        else:
            stands.append(finding)
    for row in buku.tahap5:
        for lembar, baris, kode in reasons:
            if (lembar, baris) == (row.lembar, row.baris) and (lembar, baris, kode) not in used:
                log.note("K11", row.abaikan.source, kode=kode)
    for number, ((_, kode), _) in enumerate(wide):
        if number not in used_wide:
            log.note("K11", buku.identitas["abaikan"].source, kode=kode)
    return (*stands, *log), tuple(waived)


def _parts(isian: Isian) -> Iterator[str]:
    yield from (part.strip() for part in re.split(r"[;\n]", isian.text) if part.strip())


def _of_rows(buku: BukuKerja, log: FindingLog) -> Iterator[tuple[_Key, str]]:
    for row in buku.tahap5:
        for part in _parts(row.abaikan):
            match = _WAIVER.fullmatch(part)
            kode = match.group(1).upper() if match else ""
            if _may_be_waived(kode, part, row.abaikan, log) and match:
                yield (row.lembar, row.baris, kode), match.group(2).strip()


def _of_identity(buku: BukuKerja, plan: Plan, log: FindingLog) -> Iterator[tuple[_Scope, str]]:
    """Waivers of a whole sheet, a level, or everywhere."""
    isian = buku.identitas.get("abaikan")
    for part in _parts(isian) if isian else ():
        match = _WIDE.fullmatch(part)
        kode = match.group(1).upper() if match else ""
        if isian is None or match is None or not _may_be_waived(kode, part, isian, log):
            continue
        named = (match.group(2) or "").strip()
        sheet = next((title for title in buku.lembar.values() if fold(title) == fold(named)), None)
        komponen = read_komponen(named) if named and sheet is None else None
        if named and sheet is None and komponen is None:
            log.note("K10", isian.source, teks=part)
            continue
        rows = frozenset(
            (row.lembar, row.baris) for node in plan.pohon.kinerja if node.komponen is komponen for row in node.baris
        )
        yield (rows if komponen is not None else sheet or "", kode), match.group(3).strip()


def _may_be_waived(kode: str, part: str, isian: Isian, log: FindingLog) -> bool:
    if kode not in CATALOGUE:
        log.note("K10", isian.source, teks=part)
        return False
    if CATALOGUE[kode].severity is Severity.GALAT:
        log.note("K12", isian.source, kode=kode)
        return False
    return True


def _covers(scope: _Scope, finding: Temuan, kode: str) -> bool:
    where, waived = scope
    if waived != kode:
        return False
    if isinstance(where, str):
        return where in ("", finding.tempat.lembar)
    return (finding.tempat.lembar, finding.tempat.baris or 0) in where
