"""Rules about cross-cutting conditions and the sheet Renstra: their sentences are those of the tree."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.check.row_evidence import unsettled_texts
from pokin_docs.documents.plan import Plan
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.levels import LINTAS_LABEL, KomponenPerencanaan
from pokin_docs.model.partners import helps_itself, helps_others
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.texts import Likeness, finder, fold, fold_sentence
from pokin_docs.model.workbook_spec import RUJUKAN_CHOICES


def partners_named(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """S13, B22: a cross-cutting row of Tahap 5 has its partners in Lintas Perangkat Daerah."""
    listed = {fold_sentence(row.kinerja.text) for row in buku.lintas}
    marks = [fold(label) for label in LINTAS_LABEL]
    for row in plan.pohon.lintas:
        if row.rujukan and fold(row.rujukan.text) not in marks:
            details = {"usul": proposal(LINTAS_LABEL[0]), "pilihan": ", ".join(RUJUKAN_CHOICES)}
            yield temuan("B22", row.rujukan.source, teks=row.rujukan.clean, kolom="Rujukan Tahapan", **details)
        if row.kinerja and fold_sentence(row.kinerja.text) not in listed:
            yield temuan("S13", row.kinerja.source)


def conditions_complete(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """S37: a cross-cutting condition has a level in Tahap 5, and every partner a role (domain.md S13)."""
    for row in plan.pohon.lintas:
        if row.kinerja and not (row.keterangan or row.komponen):
            yield temuan("S37", row.keterangan.source, teks=row.kinerja.clean, kolom="Keterangan (jenjang kinerja)")
    if buku.has("lintas", "peran"):
        for entry in buku.lintas:
            if entry.kinerja and not entry.peran:
                yield temuan("S37", entry.peran.source, teks=entry.kinerja.clean, kolom="Peran")


def sentences_known(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """L01 to L04: a row of Lintas Perangkat Daerah names two agencies, and where it is ours a sentence of Tahap 5."""
    texts = [kinerja.text.clean for kinerja in plan.pohon.kinerja]
    texts += [row.kinerja.clean for row in plan.pohon.lintas]
    known, near = {fold_sentence(text) for text in texts} | unsettled_texts(buku, plan), None
    for row in buku.lintas:
        if row.kinerja.is_blank and (row.pd_pengampu or row.pd_pendukung or row.peran):
            yield temuan("L03", row.kinerja.source)
        if helps_itself(row, buku.identitas):
            yield temuan("L04", row.pd_pendukung.source, teks=row.pd_pendukung.clean)
        # What another agency answers for stands in its own tree.
        is_ours = not helps_others(row, buku.identitas)
        if is_ours and row.kinerja and fold_sentence(row.kinerja.text) not in known:
            near = near or finder(texts, Likeness.RELATED)
            yield temuan("L01", row.kinerja.source, usul=proposal(near(row.kinerja.clean)))
        for title, isian in (("PD Pengampu", row.pd_pengampu), ("PD Pendukung", row.pd_pendukung)):
            if not isian:
                yield temuan("L02", isian.source, kolom=title)


def renstra_rows_known(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """K13, K14: every row of the sheet Renstra is about a sasaran of Tahap 5."""
    texts = [kinerja.text.clean for kinerja in plan.pohon.at_level(KomponenPerencanaan.SASARAN)]
    known, near = {fold_sentence(text) for text in texts} | unsettled_texts(buku, plan), None
    told = {fold_sentence(row.sasaran.text) for row in buku.renstra}
    for row in buku.renstra:
        if row.sasaran.is_blank and (row.strategi or row.arah_kebijakan):
            yield temuan("K14", row.sasaran.source)
        if row.sasaran and fold_sentence(row.sasaran.text) not in known:
            near = near or finder([text for text in texts if fold_sentence(text) not in told], Likeness.RELATED)
            yield temuan("K13", row.sasaran.source, usul=proposal(near(row.sasaran.clean)))
        for title, isian in (("Strategi", row.strategi), ("Arah Kebijakan", row.arah_kebijakan)):
            if not isian:
                yield temuan("L02", isian.source, kolom=title)


RULES = (partners_named, conditions_complete, sentences_known, renstra_rows_known)
