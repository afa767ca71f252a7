"""Rules S: one tree, and labels that agree (domain.md 3.4; PermenPANRB 89/2021)."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.jenjang import KomponenPerencanaan, read_jenis_pk, read_jenjang
from pokin_docs.model.rencana import Rencana
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.source import CellRef
from pokin_docs.model.teks import fold_sentence


def labels_agree(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """S01, S35: Keterangan and Jenis PK fit the Komponen of their row (seed line 195)."""
    for kinerja in rencana.pohon.kinerja:
        row, komponen = kinerja.baris[0], kinerja.komponen
        jenjang = read_jenjang(row.keterangan.teks)
        if row.keterangan and jenjang is not komponen.jenjang:
            yield temuan(
                "S01", row.keterangan.asal, komponen=row.komponen.bersih or komponen.label, kolom="Keterangan",
                teks=row.keterangan.bersih, seharusnya=f"Kinerja {komponen.jenjang.value}",
            )  # fmt: skip
        jenis_pk = read_jenis_pk(row.jenis_pk.teks)
        expected = komponen.jenis_pk
        if jenis_pk is not None and expected is not None and jenis_pk is not expected:
            yield temuan(
                "S35", row.jenis_pk.asal, teks=row.jenis_pk.bersih, komponen=komponen.label, seharusnya=expected.label
            )


def has_root(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """S04, S33: one tujuan at the top."""
    if not rencana.pohon.kinerja:
        return
    tujuan = rencana.pohon.pada(KomponenPerencanaan.TUJUAN)
    if not tujuan:
        yield temuan("S04", CellRef(rencana.pohon.kinerja[0].teks.asal.lembar))
    elif len(tujuan) > 1:
        yield temuan("S33", tujuan[1].asal, jumlah=len(tujuan))


def no_redundancy(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """S10: no kinerja stands twice in the tree."""
    first: dict[str, CellRef] = {}
    for kinerja in rencana.pohon.kinerja:
        key = fold_sentence(kinerja.teks.teks)
        if key in first:
            yield temuan("S10", kinerja.asal, lain=first[key])
        first.setdefault(key, kinerja.asal)


RULES = (labels_agree, has_root, no_redundancy)
