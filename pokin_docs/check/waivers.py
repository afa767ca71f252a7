"""Waivers: findings a planner lets stand, with a reason, in the column Abaikan of their row."""

from __future__ import annotations

import re

from pokin_docs.model.catalogue import CATALOGUE
from pokin_docs.model.findings import FindingLog, Severity, Temuan, WaivedFinding
from pokin_docs.model.rows import BukuKerja

_WAIVER = re.compile(r"([A-Za-z]\d{2})\s*:\s*(\S.*)", re.DOTALL)


def apply_waivers(found: tuple[Temuan, ...], buku: BukuKerja) -> tuple[tuple[Temuan, ...], tuple[WaivedFinding, ...]]:
    """The findings that stand and those that are waived.

    A galat cannot be waived: the document would be wrong. A waiver without reason does not count, and one that matches
    nothing any more is itself a finding.
    """
    log = FindingLog()
    reasons: dict[tuple[str, int, str], str] = {}
    used: set[tuple[str, int, str]] = set()
    for row in buku.tahap5:
        for part in re.split(r"[;\n]", row.abaikan.text):
            if not part.strip():
                continue
            match = _WAIVER.fullmatch(part.strip())
            kode = match.group(1).upper() if match else ""
            if match is None or kode not in CATALOGUE:
                log.note("K10", row.abaikan.source, teks=part.strip())
            elif CATALOGUE[kode].severity is Severity.GALAT:
                log.note("K12", row.abaikan.source, kode=kode)
            else:
                reasons[row.lembar, row.baris, kode] = match.group(2).strip()
    stands: list[Temuan] = []
    waived: list[WaivedFinding] = []
    for finding in found:
        key = (finding.tempat.lembar, finding.tempat.baris or 0, finding.kode)
        if key in reasons:
            used.add(key)
            waived.append(WaivedFinding(finding, reasons[key]))
        else:
            stands.append(finding)
    for row in buku.tahap5:
        for lembar, baris, kode in reasons:
            if (lembar, baris) == (row.lembar, row.baris) and (lembar, baris, kode) not in used:
                log.note("K11", row.abaikan.source, kode=kode)
    return (*stands, *log), tuple(waived)
