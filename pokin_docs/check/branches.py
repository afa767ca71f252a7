"""Rules S about how the tree branches (domain.md 3.4: S05, S06, S09, S11, S14; PermenPANRB 89/2021)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from pokin_docs.documents.plan import Rencana
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.level_labels import read_label
from pokin_docs.model.levels import URUTAN_SASARAN, Anak, KomponenPerencanaan
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.texts import fold, fold_sentence
from pokin_docs.model.tree import Kinerja

MAKS_SASARAN = 5
MAKS_ANAK = 7
"""More than these is no longer a choice of what matters (89/2021: materialitas)."""

MIRIP = 85
"""Percent of similarity above which a child says what its parent says (domain.md S11)."""

SEKATA = 0.75
"""Share of equal words that it takes as well: "Keluhan Layanan" and "Keandalan Layanan" only look alike."""

_ORDINAL = re.compile(rf"\b({'|'.join(kata.casefold() for kata in URUTAN_SASARAN)}|\d{{1,2}})\b")


def branches_reach_operation(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """S05: every branch ends in something that is done."""
    pohon = rencana.pohon
    for kinerja in pohon.kinerja:
        if kinerja.komponen is not KomponenPerencanaan.SASARAN_SUB_KEGIATAN and not pohon.anak(kinerja):
            anak = KomponenPerencanaan(kinerja.komponen.value + 1).label
            yield temuan("S05", kinerja.asal, teks=kinerja.teks.bersih, komponen=kinerja.komponen.label, anak=anak)


def branches_part(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """S06, S14: a kinerja is broken down into several conditions, and into no more than can matter.

    A tree that parts nowhere has only been begun: there is nothing to hold its branches against.
    """
    pohon = rencana.pohon
    if all(len(pohon.anak(kinerja)) <= 1 for kinerja in pohon.kinerja):
        return
    for kinerja in pohon.kinerja:
        anak = pohon.anak(kinerja)
        batas = MAKS_SASARAN if kinerja.komponen is KomponenPerencanaan.TUJUAN else MAKS_ANAK
        if len(anak) == 1:
            yield temuan(
                "S06", kinerja.asal, teks=kinerja.teks.bersih, komponen=kinerja.komponen.label,
                anak=anak[0].komponen.label, lain=anak[0].asal,
            )  # fmt: skip
        elif len(anak) > batas:
            yield temuan("S14", kinerja.asal, teks=kinerja.teks.bersih, jumlah=len(anak), batas=batas)


def ordinals_in_order(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """S09: «Sasaran Ketiga» is the third in row order, and comes from CSF number 3 of Tahap 2."""
    pohon = rencana.pohon
    csf = {fold_sentence(row.kondisi.teks): (row.no.bersih, row.no.asal) for row in buku.tahap2 if row.no}
    for nomor, kinerja in enumerate(pohon.pada(KomponenPerencanaan.SASARAN), start=1):
        label = kinerja.baris[0].komponen
        # "Level 1" is no ordinal: all sasaran have it.
        tertulis = None if isinstance(read_label(label.teks), Anak) else _ordinal(label.teks)
        seharusnya = {nomor, kinerja.urutan[-1]}  # numbering may begin anew under each tujuan
        if tertulis is None or tertulis in seharusnya:
            continue
        no, asal = csf.get(fold_sentence(kinerja.teks.teks), ("", None))
        yield temuan(
            "S09", label.asal, teks=label.bersih, kinerja=kinerja.teks.bersih, nomor=nomor,
            csf=f" dan berasal dari CSF nomor {no} ({asal})" if no else "",
            kata=URUTAN_SASARAN[nomor - 1] if nomor <= len(URUTAN_SASARAN) else nomor,
        )  # fmt: skip


def child_differs_from_parent(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """S11: below a kinerja stands what makes it come true, not its own sentence with another verb."""
    for kinerja in rencana.pohon.kinerja:
        induk = rencana.pohon.induk(kinerja)
        if induk is None or fold_sentence(induk.teks.teks) == fold_sentence(kinerja.teks.teks):  # S10
            continue
        one, other = _without_verb(kinerja), _without_verb(induk)
        if one and other and fuzz.ratio(one, other) > MIRIP and _shared_words(one, other) >= SEKATA:
            yield temuan(
                "S11", kinerja.asal, teks=kinerja.teks.bersih, induk=induk.teks.bersih, lain=induk.asal
            )  # fmt: skip


def _without_verb(kinerja: Kinerja) -> str:
    return fold_sentence(kinerja.teks.teks).partition(" ")[2]


def _shared_words(one: str, other: str) -> float:
    first, second = set(one.split()), set(other.split())
    return len(first & second) / max(len(first), len(second))


def _ordinal(label: str) -> int | None:
    found = [match.group(1) for match in _ORDINAL.finditer(fold(label))]
    if not found:
        return None
    kata = found[-1] if all(kata.isdigit() for kata in found) else found[0]  # "Sasaran 1.2" is the second
    return int(kata) if kata.isdigit() else [entri.casefold() for entri in URUTAN_SASARAN].index(kata) + 1


RULES = (branches_reach_operation, branches_part, ordinals_in_order, child_differs_from_parent)
