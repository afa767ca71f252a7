"""Waivers: findings a planner lets stand, with a reason, in the column Abaikan of their row."""

from __future__ import annotations

import re

from pokin_docs.model.catalogue import KATALOG
from pokin_docs.model.findings import Catatan, Diabaikan, Temuan, Tingkat
from pokin_docs.model.rows import BukuKerja

_WAIVER = re.compile(r"([A-Za-z]\d{2})\s*:\s*(\S.*)", re.DOTALL)


def apply_waivers(found: tuple[Temuan, ...], buku: BukuKerja) -> tuple[tuple[Temuan, ...], tuple[Diabaikan, ...]]:
    """The findings that stand and those that are waived.

    A galat cannot be waived: the document would be wrong. A waiver without reason does not count, and one that matches
    nothing any more is itself a finding.
    """
    catatan = Catatan()
    reasons: dict[tuple[str, int, str], str] = {}
    used: set[tuple[str, int, str]] = set()
    for row in buku.tahap5:
        for part in re.split(r"[;\n]", row.abaikan.teks):
            if not part.strip():
                continue
            match = _WAIVER.fullmatch(part.strip())
            kode = match.group(1).upper() if match else ""
            if match is None or kode not in KATALOG:
                catatan.catat("K10", row.abaikan.asal, teks=part.strip())
            elif KATALOG[kode].tingkat is Tingkat.GALAT:
                catatan.catat("K12", row.abaikan.asal, kode=kode)
            else:
                reasons[row.lembar, row.baris, kode] = match.group(2).strip()
    stands: list[Temuan] = []
    waived: list[Diabaikan] = []
    for finding in found:
        key = (finding.tempat.lembar, finding.tempat.baris or 0, finding.kode)
        if key in reasons:
            used.add(key)
            waived.append(Diabaikan(finding, reasons[key]))
        else:
            stands.append(finding)
    for row in buku.tahap5:
        for lembar, baris, kode in reasons:
            if (lembar, baris) == (row.lembar, row.baris) and (lembar, baris, kode) not in used:
                catatan.catat("K11", row.abaikan.asal, kode=kode)
    return (*stands, *catatan), tuple(waived)
