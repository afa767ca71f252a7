"""Rules I29 and K16: weights of an IKU's terms make 100 per cent, and an agency has few IKU (domain-2 2.2)."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.check.sentences import quote
from pokin_docs.documents.plan import Plan
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.formula_terms import read_terms, weights_miss
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.printing import number_text
from pokin_docs.model.rows import BukuKerja

MAX_PER_SASARAN, MAX_IKU = 3, 20
"""IKU of a sasaran and of an agency that a provincial manual allows."""


def weights_add_up(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I29: where the terms of a formula have weights, each has one and they make 100 per cent."""
    for row in buku.tahap5:
        total = weights_miss(read_terms(row.variabel.text)) if row.variabel else None
        if total is not None:
            yield temuan("I29", row.variabel.source, jumlah=number_text(total), teks=quote(row.indikator.text))


def few_key_indicators(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """K16: at most 3 IKU for a sasaran, and at most 20 in all."""
    count = 0
    for kinerja in plan.pohon.kinerja:
        found = [one for one in kinerja.indikator if one.text]
        own = sum(one.baris.is_iku for one in found)
        count += own
        if own > MAX_PER_SASARAN and kinerja.komponen is KomponenPerencanaan.SASARAN:
            what = f"Sasaran «{quote(kinerja.text.text)}»"
            yield temuan("K16", found[MAX_PER_SASARAN].text.source, apa=what, jumlah=own, batas=MAX_PER_SASARAN)
    if count > MAX_IKU:
        yield temuan("K16", buku.title("tahap5"), apa="Perangkat daerah", jumlah=count, batas=MAX_IKU)


RULES = (weights_add_up, few_key_indicators)
