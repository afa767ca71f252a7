"""What the regulations want in a document and its template lacks.

A PK without one of the two fixed paragraphs, without a party, its table or a signature block is no Perjanjian Kinerja:
that is a galat, as nobody would notice before it is signed. What offices vary in practice (opening, headings, place and
date, the budget table, chapters of the Renstra) is a peringatan and stops nothing.

Conditions on the class of the PK and on whether it has a budget are followed, each combination for itself: a signature
that stands in one branch only is missing in the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product

from pokin_docs.model import bentuk_baku as baku
from pokin_docs.model.documents import PerjanjianKinerja, Renstra
from pokin_docs.templating.check.form import branches, pieces
from pokin_docs.templating.faults import BagianTemplat

__all__ = ["APA_SAJA", "check"]

APA_SAJA = pieces.APA_SAJA


def check(templat: str, isi: type, part: BagianTemplat, cetak: Mapping[int, frozenset[str]]) -> list[pieces.Kurang]:
    """What is missing, each once.

    Args:
        templat: File name, which tells the class that a template is for.
        isi: Type of the documents; for others than PK and Renstra nothing is demanded.
        part: The main part.
        cetak: The fields that each tag prints, or was meant to print.
    """
    if isi is Renstra:
        return pieces.plan(list(branches.visible(part, cetak, {})), part.kabur)
    if isi is not PerjanjianKinerja:
        return []
    own = templat.removeprefix("pk-").rpartition(".")[0]
    classes = [own] if own in baku.JENIS_PK else list(baku.JENIS_PK)
    found: dict[str, tuple[pieces.Kurang, list[tuple[str, bool]]]] = {}
    for kelas, budget in product(classes, (True, False)):
        world = {"jenis_pk": kelas, "daftar_anggaran": budget}
        seen = list(branches.visible(part, cetak, world))
        for entry in pieces.agreement(seen, part.kabur, budget=budget):
            found.setdefault(entry.apa, (entry, []))[1].append((kelas, budget))
    return [_for_whom(entry, worlds, len(classes)) for entry, worlds in found.values()]


def _for_whom(entry: pieces.Kurang, worlds: Sequence[tuple[str, bool]], classes: int) -> pieces.Kurang:
    kinds = list(dict.fromkeys(kelas for kelas, _ in worlds))
    budgets = {budget for _, budget in worlds}
    words = []
    if len(kinds) < classes:
        words.append("PK " + ", ".join(baku.JENIS_PK[kelas] for kelas in kinds))
    if len(budgets) == 1 and "anggaran" not in entry.apa:
        words.append("PK yang mempunyai anggaran" if True in budgets else "PK tanpa anggaran")
    return replace(entry, untuk=" dan ".join(words))
