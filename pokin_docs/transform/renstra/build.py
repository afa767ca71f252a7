"""The Renstra of a workbook: the whole and one document per chapter, all from one template (domain.md 2.2)."""

from __future__ import annotations

from dataclasses import replace

from pokin_docs.model.documents import Bagian, Dokumen, Pihak, Renstra, Teks, missing
from pokin_docs.model.levels import JenisPk, KomponenPerencanaan
from pokin_docs.model.printed import agency, identity_text, party_of, year_cells
from pokin_docs.model.rencana import BahanRenstra
from pokin_docs.model.rows import Isian
from pokin_docs.transform.renstra import direction, programs

BAB = ("bab_1", "bab_2", "bab_3", "bab_4", "bab_5")


def build_renstra(bahan: BahanRenstra) -> tuple[Dokumen, ...]:
    """The whole Renstra and one document per chapter, all from one template."""
    periode = bahan.siklus.periode
    label = f"{periode[0]}-{periode[1]}" if periode else "tanpa-periode"
    whole = _content(bahan)
    asal = tuple(
        indikator.teks.asal for kinerja in bahan.pohon.kinerja for indikator in kinerja.indikator
    )  # fmt: skip
    documents = [Dokumen("renstra", f"Renstra/Renstra_{label}.docx", ("renstra.docx",), whole, asal)]
    for no, bab in enumerate(BAB, start=1):
        bagian = Bagian(False, *(name == bab for name in BAB))
        part = replace(whole, bagian=bagian)
        documents.append(
            Dokumen("renstra", f"Renstra/Bab-{no}.docx", (f"renstra-bab-{no}.docx", "renstra.docx"), part, asal)
        )
    return tuple(documents)


def _content(bahan: BahanRenstra) -> Renstra:
    periode, tahun = bahan.siklus.periode, bahan.tahun
    outcome = bahan.buku.tahap1[0] if bahan.buku.tahap1 else None
    kepala = [post for post in bahan.posts.values() if post.jenis_pk is JenisPk.JPT]
    pihak = party_of(kepala[0]) if len(kepala) == 1 else None
    nama = missing("nama kepala", bahan.buku.lembar.get("pejabat", "lembar Pejabat"))
    labels = year_cells([str(year) for year in tahun], missing("tahun", ""))
    unknown = missing("periode", "lembar Identitas")
    return Renstra(
        bagian=Bagian(True, True, True, True, True, True),
        tahun_awal=str(periode[0]) if periode else unknown,
        tahun_akhir=str(periode[1]) if periode else unknown,
        tahun_dasar=str(tahun[0] - 1) if tahun else missing("tahun", ""),
        tahun_lanjut=str(periode[1] + 1) if periode else unknown,
        daftar_tahun=labels,
        daftar_tahun_rencana=labels[1:],
        tempat=identity_text(bahan.buku, "tempat"),
        perangkat_daerah=agency(bahan.buku),
        kepala_jabatan=pihak.jabatan if pihak else missing("jabatan kepala", "lembar Pejabat"),
        kepala=pihak or _no_head(nama),
        outcome=_outcome(bahan, outcome.outcome if outcome else None),
        mandat=outcome.mandat.teks if outcome else "",
        permasalahan_outcome=outcome.permasalahan.teks if outcome else "",
        harapan=outcome.harapan.teks if outcome else "",
        daftar_permasalahan=tuple(direction.problems(bahan)),
        daftar_isu=tuple(direction.issues(bahan)),
        daftar_tujuan_sasaran=tuple(direction.goals(bahan)),
        daftar_strategi=tuple(direction.strategies(bahan)),
        daftar_perumusan=tuple(programs.formulation(bahan)),
        daftar_pendanaan=tuple(programs.funding(bahan)),
        daftar_iku=tuple(direction.iku(bahan)),
        daftar_lintas=tuple(direction.partners(bahan)),
        daftar_cascading=tuple(programs.cascading(bahan)),
    )


def _no_head(nama: Teks) -> Pihak:
    return Pihak(nama, nama, missing("jabatan kepala", "lembar Pejabat"), "", "", missing("NIP", "lembar Pejabat"))


def _outcome(bahan: BahanRenstra, isian: Isian | None) -> Teks:
    if isian:
        return isian.teks
    tujuan = bahan.pohon.pada(KomponenPerencanaan.TUJUAN)
    return tujuan[0].teks.teks if tujuan else missing("outcome", isian.asal if isian is not None else "lembar Tahap 1")
