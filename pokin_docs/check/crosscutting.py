"""Rules about cross-cutting conditions and the sheet Renstra: their sentences are those of the tree."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.check.row_evidence import unsettled_texts
from pokin_docs.documents.plan import Rencana
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.levels import LABEL_LINTAS, KomponenPerencanaan
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.texts import fold, fold_sentence, nearest
from pokin_docs.model.workbook_spec import PILIHAN_RUJUKAN


def partners_named(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """S13, B22: a cross-cutting row of Tahap 5 has its partners in Lintas Perangkat Daerah."""
    listed = {fold_sentence(row.kinerja.teks) for row in buku.lintas}
    marks = [fold(label) for label in LABEL_LINTAS]
    for row in rencana.pohon.lintas:
        if row.rujukan and fold(row.rujukan.teks) not in marks:
            details = {"usul": proposal(LABEL_LINTAS[0]), "pilihan": ", ".join(PILIHAN_RUJUKAN)}
            yield temuan("B22", row.rujukan.asal, teks=row.rujukan.bersih, kolom="Rujukan Tahapan", **details)
        if row.kinerja and fold_sentence(row.kinerja.teks) not in listed:
            yield temuan("S13", row.kinerja.asal)


def conditions_complete(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """S37: a cross-cutting condition has a level in Tahap 5, and every partner a role (domain.md S13)."""
    for row in rencana.pohon.lintas:
        if row.kinerja and not (row.keterangan or row.komponen):
            yield temuan("S37", row.keterangan.asal, teks=row.kinerja.bersih, kolom="Keterangan (jenjang kinerja)")
    if buku.punya("lintas", "peran"):
        for entry in buku.lintas:
            if entry.kinerja and not entry.peran:
                yield temuan("S37", entry.peran.asal, teks=entry.kinerja.bersih, kolom="Peran")


def sentences_known(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """L01 to L04: every row of Lintas Perangkat Daerah is about a sentence of Tahap 5 and names two agencies."""
    texts = [kinerja.teks.bersih for kinerja in rencana.pohon.kinerja]
    texts += [row.kinerja.bersih for row in rencana.pohon.lintas]
    own = "nama_pd" in buku.identitas
    known = {fold_sentence(text) for text in texts} | unsettled_texts(buku, rencana)
    for row in buku.lintas:
        if row.kinerja.kosong and (row.pd_pengampu or row.pd_pendukung or row.peran):
            yield temuan("L03", row.kinerja.asal)
        same = fold(row.pd_pendukung.teks)
        if same and same in (fold(row.pd_pengampu.teks), fold(buku.identitas["nama_pd"].teks) if own else ""):
            yield temuan("L04", row.pd_pendukung.asal, teks=row.pd_pendukung.bersih)
        if row.kinerja and fold_sentence(row.kinerja.teks) not in known:
            yield temuan("L01", row.kinerja.asal, usul=proposal(nearest(row.kinerja.bersih, texts, cutoff=0.6)))
        for judul, isian in (("PD Pengampu", row.pd_pengampu), ("PD Pendukung", row.pd_pendukung)):
            if not isian:
                yield temuan("L02", isian.asal, kolom=judul)


def renstra_rows_known(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """K13, K14: every row of the sheet Renstra is about a sasaran of Tahap 5."""
    texts = [kinerja.teks.bersih for kinerja in rencana.pohon.pada(KomponenPerencanaan.SASARAN)]
    known = {fold_sentence(text) for text in texts} | unsettled_texts(buku, rencana)
    for row in buku.renstra:
        if row.sasaran.kosong and (row.strategi or row.arah_kebijakan):
            yield temuan("K14", row.sasaran.asal)
        if row.sasaran and fold_sentence(row.sasaran.teks) not in known:
            told = {fold_sentence(other.sasaran.teks) for other in buku.renstra}
            free = [text for text in texts if fold_sentence(text) not in told]
            yield temuan("K13", row.sasaran.asal, usul=proposal(nearest(row.sasaran.bersih, free, cutoff=0.6)))
        for judul, isian in (("Strategi", row.strategi), ("Arah Kebijakan", row.arah_kebijakan)):
            if not isian:
                yield temuan("L02", isian.asal, kolom=judul)


RULES = (partners_named, conditions_complete, sentences_known, renstra_rows_known)
