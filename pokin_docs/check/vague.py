"""Words that everybody measures otherwise, those aside that a regulation or a standard bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NAMED = re.compile(r"(?:Kenaikan (?:Pangkat|Gaji|Jabatan|Kelas)|Peningkatan Jalan)\b", re.IGNORECASE)
"""Names of things that begin like a change."""
_FIRST_OF_TWO = re.compile(r"\b(secara|dengan) \w+ (?:dan|serta) ", re.IGNORECASE)
"""«secara Aktif dan Berkala»: the second of two qualities is one too."""
_BOUNDED = re.compile(
    r"(?:tata kelola|pemerintahan|cara|kategori|kondisi|kriteria|predikat)(?:[ /]+\w+){0,4} yang baik"
    r"|(?:ber)?(?:kinerja|predikat|kategori|kualifikasi|kriteria|status)(?: dengan| yang)? "
    r"(?:(?:sangat|amat) )?(?:baik|memuaskan|tinggi|efektif|memadai|unggul)"
    r"|data(?: \w+){0,3} yang mutakhir"
    r"|wajar tanpa pengecualian"
    r"|(?:responsif gender|ramah (?:anak|lingkungan|disabilitas|lansia)|tanggap (?:bencana|darurat))"
    r"|layak (?:huni|jalan|fungsi|operasi|pakai|konsumsi|edar|tempat|anak)"
    r"|(?:peker|ker)ja(?:an)? (?:yang )?layak"
    r"|(?:air minum|sanitasi|hunian|perumahan|rumah)(?: \w+){0,2} (?:yang |secara |dengan )?layak",
    re.IGNORECASE,
)
"""Qualities that a regulation or standard bounds: «rumah layak huni», «tata kelola pemerintahan yang baik», WTP,
«kinerja sangat baik» (a predicate: PermenPANRB 6/2022),
«data mutakhir» (Perpres 39/2019), «responsif gender» (Permendagri 67/2011)."""


def vague_phrase(text: str, pattern: re.Pattern[str] | None) -> re.Match[str] | None:
    """The first vague phrase of a sentence; what is the name of a thing (kenaikan pangkat, gaji berkala) is none.

    Args:
        text: The sentence.
        pattern: Finds vague phrases.
    """
    if pattern is None:
        return None
    spellings = dict.fromkeys((text, _FIRST_OF_TWO.sub(r"\1 ", text)))
    return next((found for said in spellings for found in _vague_in(said, pattern)), None)


def _vague_in(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    named = [found.span() for found in _BOUNDED.finditer(text)]
    for found in pattern.finditer(text):
        bounded = any(start < found.end() and found.start() < end for start, end in named)
        if not bounded and not _NAMED.search(text, found.start()):
            yield found
