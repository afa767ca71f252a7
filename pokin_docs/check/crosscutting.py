"""Rules about cross-cutting conditions and the sheet Renstra: their sentences are those of the tree."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.jenjang import KomponenPerencanaan
from pokin_docs.model.rencana import Rencana
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.teks import fold_sentence, nearest


def partners_named(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """S13: a cross-cutting row of Tahap 5 has its partners in Lintas Perangkat Daerah."""
    listed = {fold_sentence(row.kinerja.teks) for row in buku.lintas}
    for row in rencana.pohon.lintas:
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
    """L01, L02: every row of Lintas Perangkat Daerah is about a sentence of Tahap 5 and names both agencies."""
    texts = [kinerja.teks.bersih for kinerja in rencana.pohon.kinerja]
    texts += [row.kinerja.bersih for row in rencana.pohon.lintas]
    known = {fold_sentence(text) for text in texts}
    for row in buku.lintas:
        if row.kinerja and fold_sentence(row.kinerja.teks) not in known:
            yield temuan("L01", row.kinerja.asal, usul=proposal(nearest(row.kinerja.bersih, texts, cutoff=0.6)))
        for judul, isian in (("PD Pengampu", row.pd_pengampu), ("PD Pendukung", row.pd_pendukung)):
            if not isian:
                yield temuan("L02", isian.asal, kolom=judul)


def renstra_rows_known(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """K13: every row of the sheet Renstra is about a sasaran of Tahap 5."""
    texts = [kinerja.teks.bersih for kinerja in rencana.pohon.pada(KomponenPerencanaan.SASARAN)]
    known = {fold_sentence(text) for text in texts}
    for row in buku.renstra:
        if row.sasaran and fold_sentence(row.sasaran.teks) not in known:
            yield temuan("K13", row.sasaran.asal, usul=proposal(nearest(row.sasaran.bersih, texts, cutoff=0.6)))
        for judul, isian in (("Strategi", row.strategi), ("Arah Kebijakan", row.arah_kebijakan)):
            if not isian:
                yield temuan("L02", isian.asal, kolom=judul)


RULES = (partners_named, conditions_complete, sentences_known, renstra_rows_known)
