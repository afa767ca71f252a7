"""The Renstra's tables from the tree, the programs and the sheet Renstra (domain.md 2.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from pokin_docs.model.cetak import rupiah
from pokin_docs.model.documents import (
    Bagian,
    CapaianPagu,
    Dokumen,
    IkuRenstra,
    IndikatorRenstra,
    Isu,
    KinerjaCascading,
    LintasPerangkatDaerah,
    Permasalahan,
    PerumusanProgram,
    Pihak,
    ProgramPendanaan,
    Renstra,
    StrategiRenstra,
    Teks,
    TujuanSasaran,
    filled,
    missing,
)  # fmt: skip
from pokin_docs.model.jenjang import JenisPk, KomponenPerencanaan
from pokin_docs.model.pejabat import Pejabat
from pokin_docs.model.pohon import Indikator, Kinerja, PohonKinerja
from pokin_docs.model.printed import agency, identity_text, party_of, target_of
from pokin_docs.model.program import DaftarProgram, JenisKode, Nomenklatur
from pokin_docs.model.rencana import Siklus
from pokin_docs.model.rows import BukuKerja, Isian, KinerjaRow, RenstraRow
from pokin_docs.model.teks import fold, fold_sentence

BAB = ("bab_1", "bab_2", "bab_3", "bab_4", "bab_5")
KOLOM_TAHUN = 6
"""Target columns of the Renstra's tables: five years of the period and the year after (Inmendagri 2/2025)."""


@dataclass(frozen=True)
class Bahan:
    """What the Renstra of a workbook is made from."""

    buku: BukuKerja
    siklus: Siklus
    pohon: PohonKinerja
    posts: dict[str, Pejabat]
    program: DaftarProgram

    @property
    def tahun(self) -> tuple[int, ...]:
        """Years of the target columns: the period, else the years the workbook has targets for."""
        if self.siklus.tahun_renstra:
            return self.siklus.tahun_renstra[:KOLOM_TAHUN]
        found = {year for row in self.buku.tahap5 for year in row.target}
        return tuple(sorted(found))[:KOLOM_TAHUN]

    def catatan_sasaran(self, kinerja: Kinerja) -> RenstraRow | None:
        """The row of the sheet Renstra about a sasaran."""
        key = fold_sentence(kinerja.teks.teks)
        return next((row for row in self.buku.renstra if fold_sentence(row.sasaran.teks) == key), None)


def build_renstra(bahan: Bahan) -> tuple[Dokumen, ...]:
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


def _content(bahan: Bahan) -> Renstra:
    periode, tahun = bahan.siklus.periode, bahan.tahun
    outcome = bahan.buku.tahap1[0] if bahan.buku.tahap1 else None
    kepala = [post for post in bahan.posts.values() if post.jenis_pk is JenisPk.JPT]
    pihak = party_of(kepala[0]) if len(kepala) == 1 else None
    nama = missing("nama kepala", bahan.buku.lembar.get("pejabat", "lembar Pejabat"))
    labels = tuple(str(year) for year in tahun) + ("",) * (KOLOM_TAHUN - len(tahun))
    return Renstra(
        bagian=Bagian(True, True, True, True, True, True),
        tahun_awal=str(periode[0]) if periode else missing("periode", "lembar Identitas"),
        tahun_akhir=str(periode[1]) if periode else missing("periode", "lembar Identitas"),
        tahun_dasar=str(tahun[0] - 1) if tahun else "",
        tahun_lanjut=str(periode[1] + 1) if periode else "",
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
        daftar_permasalahan=tuple(_problems(bahan)),
        daftar_isu=tuple(_issues(bahan)),
        daftar_tujuan_sasaran=tuple(_goals(bahan)),
        daftar_strategi=tuple(_strategies(bahan)),
        daftar_perumusan=tuple(_formulation(bahan)),
        daftar_pendanaan=tuple(_funding(bahan)),
        daftar_iku=tuple(_iku(bahan)),
        daftar_lintas=tuple(_partners(bahan)),
        daftar_cascading=tuple(_cascading(bahan)),
    )


def _no_head(nama: Teks) -> Pihak:
    return Pihak(nama, nama, missing("jabatan kepala", "lembar Pejabat"), "", "", missing("NIP", "lembar Pejabat"))


def _outcome(bahan: Bahan, isian: Isian | None) -> Teks:
    if isian:
        return isian.teks
    tujuan = bahan.pohon.pada(KomponenPerencanaan.TUJUAN)
    return tujuan[0].teks.teks if tujuan else missing("outcome", isian.asal if isian is not None else "lembar Tahap 1")


def _indikator(indikator: Indikator, tahun: tuple[int, ...]) -> IndikatorRenstra:
    row = indikator.baris
    return IndikatorRenstra(
        indikator=filled(indikator.teks, "indikator"),
        satuan=filled(row.satuan, "satuan"),
        kondisi_awal=filled(row.kondisi_awal, "kondisi awal"),
        target=_targets(indikator, tahun),
    )


def _targets(indikator: Indikator, tahun: tuple[int, ...]) -> tuple[Teks, ...]:
    cells: list[Teks] = [target_of(indikator, year) for year in tahun]
    return tuple(cells) + ("",) * (KOLOM_TAHUN - len(cells))


def _all_indikator(kinerja: Kinerja, tahun: tuple[int, ...]) -> tuple[IndikatorRenstra, ...]:
    return tuple(_indikator(indikator, tahun) for indikator in kinerja.indikator)


def _problems(bahan: Bahan) -> Iterator[Permasalahan]:
    """Table 2.3: the CSF of Tahap 2, with the factors that the sheet Renstra gives for the same sasaran."""
    for no, row in enumerate(bahan.buku.tahap2, start=1):
        key = fold_sentence(row.kondisi.teks)
        extra = next((entri for entri in bahan.buku.renstra if fold_sentence(entri.sasaran.teks) == key), None)
        yield Permasalahan(
            no=str(no),
            permasalahan=filled(row.csf, "CSF"),
            faktor_internal=extra.faktor_internal.teks if extra else "",
            faktor_eksternal=extra.faktor_eksternal.teks if extra else "",
            kondisi=row.kondisi.teks,
        )


def _issues(bahan: Bahan) -> Iterator[Isu]:
    rows = [row for row in bahan.buku.renstra if row.isu_strategis]
    for no, row in enumerate(rows, start=1):
        yield Isu(
            no=str(no),
            potensi=row.potensi.teks,
            permasalahan=row.permasalahan.teks,
            isu_klhs=row.isu_klhs.teks,
            isu_global=row.isu_global.teks,
            isu_nasional=row.isu_nasional.teks,
            isu_regional=row.isu_regional.teks,
            isu_strategis=row.isu_strategis.teks,
        )


def _goals(bahan: Bahan) -> Iterator[TujuanSasaran]:
    """Table 3.1: tujuan and sasaran in row order; sasaran numbered by row order (domain.md 1.5b)."""
    tujuan = sasaran = 0
    many = len(bahan.pohon.pada(KomponenPerencanaan.TUJUAN)) > 1
    for kinerja in bahan.pohon.kinerja:
        if kinerja.komponen is KomponenPerencanaan.TUJUAN:
            tujuan += 1
            sebutan = f"Tujuan {tujuan}" if many else "Tujuan"
        elif kinerja.komponen is KomponenPerencanaan.SASARAN:
            sasaran += 1
            sebutan = f"Sasaran {sasaran}"
        else:
            continue
        row = bahan.catatan_sasaran(kinerja)
        yield TujuanSasaran(
            sebutan=sebutan,
            uraian=filled(kinerja.teks, "kinerja"),
            nspk=row.nspk.teks if row else "",
            sasaran_rpjmd=row.sasaran_rpjmd.teks if row else "",
            daftar_indikator=_all_indikator(kinerja, bahan.tahun),
        )


def _strategies(bahan: Bahan) -> Iterator[StrategiRenstra]:
    for no, row in enumerate(bahan.buku.renstra, start=1):
        yield StrategiRenstra(
            no=str(no),
            sasaran=row.sasaran.teks,
            nspk=row.nspk.teks,
            permasalahan=row.permasalahan.teks,
            isu_strategis=row.isu_strategis.teks,
            strategi=filled(row.strategi, "strategi"),
            arah_kebijakan_rpjmd=row.arah_kebijakan_rpjmd.teks,
            arah_kebijakan=filled(row.arah_kebijakan, "arah kebijakan"),
            penahapan=row.penahapan.teks,
        )


def component_names(kinerja: Kinerja, program: DaftarProgram) -> str:
    """Code and official name of the components of a node, one per line; empty when it has none."""
    lines = []
    for kode in kinerja.kode:
        entri = program.cari(kode)
        lines.append(f"{kode} {entri.nama.bersih}" if entri else kode)
    return "\n".join(lines)


def _component_or_mark(kinerja: Kinerja, program: DaftarProgram) -> Teks:
    if kinerja.komponen in (KomponenPerencanaan.TUJUAN, KomponenPerencanaan.SASARAN):
        return ""
    return component_names(kinerja, program) or missing("kode", kinerja.baris[0].kode.asal)


def _formulation(bahan: Bahan) -> Iterator[PerumusanProgram]:
    """Table 4.1: each kinerja in the column of its level (domain.md 2.2, mapping of the pohon kinerja to 4.1)."""
    for kinerja in bahan.pohon.kinerja:
        komponen, teks = kinerja.komponen, kinerja.teks.teks
        row = bahan.catatan_sasaran(kinerja) if komponen is KomponenPerencanaan.SASARAN else None
        acuan = "\n".join(isian.teks for isian in (row.nspk, row.sasaran_rpjmd) if isian) if row else ""
        yield PerumusanProgram(
            acuan=acuan,
            tujuan=teks if komponen is KomponenPerencanaan.TUJUAN else "",
            sasaran=teks if komponen is KomponenPerencanaan.SASARAN else "",
            outcome=teks if komponen is KomponenPerencanaan.SASARAN_PROGRAM else "",
            output=teks if komponen.value > KomponenPerencanaan.SASARAN_PROGRAM.value else "",
            program=_component_or_mark(kinerja, bahan.program),
            daftar_indikator=_all_indikator(kinerja, bahan.tahun),
        )


def _funding(bahan: Bahan) -> Iterator[ProgramPendanaan]:
    """Table 4.2: every component of the sheet Program once, below it the kinerja it serves, and the total."""
    tahun = bahan.tahun[1:]
    by_code: dict[str, list[Kinerja]] = {}
    for kinerja in bahan.pohon.kinerja:
        for kode in kinerja.kode:
            by_code.setdefault(kode, []).append(kinerja)
    shown: set[str] = set()

    def component(entri: Nomenklatur) -> Iterator[ProgramPendanaan]:
        shown.add(entri.kode)
        yield _component_row(entri, tahun)
        for kinerja in by_code.get(entri.kode, ()):
            yield from _kinerja_rows(kinerja, tahun)
        for child in bahan.program.anak(entri.kode):
            yield from component(child)

    for entri in bahan.program.pada(JenisKode.PROGRAM):
        yield from component(entri)
    for entri in bahan.program.isi:  # lines whose program is missing, or whose code has no official shape
        if entri.kode not in shown:
            yield from component(entri)
    loose = [
        kinerja
        for kinerja in bahan.pohon.kinerja
        if kinerja.komponen.value >= KomponenPerencanaan.SASARAN_PROGRAM.value
        and not any(kode in shown for kode in kinerja.kode)
    ]
    for kinerja in loose:
        yield from _kinerja_rows(kinerja, tahun)
    if bahan.program.isi:
        yield _total_row(bahan.program, tahun)


def _years(cells: list[CapaianPagu]) -> tuple[CapaianPagu, ...]:
    return tuple(cells) + (CapaianPagu("", ""),) * (KOLOM_TAHUN - 1 - len(cells))


def _component_row(entri: Nomenklatur, tahun: tuple[int, ...]) -> ProgramPendanaan:
    cells: list[CapaianPagu] = []
    for year in tahun:
        amount = entri.rupiah(year)
        asal = entri.pagu[year].asal if year in entri.pagu else entri.baris.asal
        cells.append(CapaianPagu("", rupiah(amount) if amount is not None else missing(f"pagu {year}", asal)))
    tingkat = (entri.jenis or JenisKode.SUB_KEGIATAN).name.lower()
    uraian = f"{entri.kode} {entri.nama.bersih}".strip()
    return ProgramPendanaan(tingkat, uraian, "", "", _years(cells), entri.baris.sumber_dana.bersih)


def _kinerja_rows(kinerja: Kinerja, tahun: tuple[int, ...]) -> Iterator[ProgramPendanaan]:
    for no, indikator in enumerate(kinerja.indikator):
        satuan = indikator.baris.satuan
        teks = filled(indikator.teks, "indikator")
        if isinstance(teks, str) and satuan:
            teks = f"{teks} ({satuan.bersih})"
        yield ProgramPendanaan(
            tingkat="kinerja",
            uraian=filled(kinerja.teks, "kinerja") if no == 0 else "",
            indikator=teks,
            kondisi_awal=filled(indikator.baris.kondisi_awal, "kondisi awal"),
            daftar_tahun=_years([CapaianPagu(target_of(indikator, year), "") for year in tahun]),
            keterangan="",
        )


def _total_row(program: DaftarProgram, tahun: tuple[int, ...]) -> ProgramPendanaan:
    cells: list[CapaianPagu] = []
    for year in tahun:
        amounts = [entri.rupiah(year) for entri in program.pada(JenisKode.PROGRAM)]
        known = [amount for amount in amounts if amount is not None]
        complete = len(known) == len(amounts) > 0
        cells.append(CapaianPagu("", rupiah(sum(known, Decimal(0))) if complete else missing("jumlah", "")))
    return ProgramPendanaan("jumlah", "Jumlah", "", "", _years(cells), "")


def _iku(bahan: Bahan) -> Iterator[IkuRenstra]:
    chosen = [
        indikator
        for kinerja in bahan.pohon.kinerja
        for indikator in kinerja.indikator
        if fold(indikator.baris.iku.teks) in ("ya", "y", "v", "x", "1", "iku")
    ]
    for no, indikator in enumerate(chosen, start=1):
        base = _indikator(indikator, bahan.tahun)
        yield IkuRenstra(str(no), base.indikator, base.satuan, base.kondisi_awal, base.target, "")


def _partners(bahan: Bahan) -> Iterator[LintasPerangkatDaerah]:
    """The sheet Lintas Perangkat Daerah, then the cross-cutting rows of Tahap 5 that it lacks."""
    indikator = {fold_sentence(row.kinerja.teks): row.indikator.bersih for row in bahan.pohon.lintas}
    for kinerja in bahan.pohon.kinerja:
        texts = [entri.teks.bersih for entri in kinerja.indikator if entri.teks]
        indikator.setdefault(fold_sentence(kinerja.teks.teks), "\n".join(texts))
    no = 0
    for row in bahan.buku.lintas:
        no += 1
        yield LintasPerangkatDaerah(
            no=str(no),
            kinerja=filled(row.kinerja, "kinerja"),
            indikator=indikator.get(fold_sentence(row.kinerja.teks), ""),
            pd_pengampu=filled(row.pd_pengampu, "PD pengampu"),
            pd_pendukung=filled(row.pd_pendukung, "PD pendukung"),
            peran=row.peran.teks,
            status=row.status.teks,
        )
    listed = {fold_sentence(row.kinerja.teks) for row in bahan.buku.lintas}
    for lintas in bahan.pohon.lintas:
        if fold_sentence(lintas.kinerja.teks) not in listed:
            no += 1
            yield _unlisted(no, lintas)


def _unlisted(no: int, row: KinerjaRow) -> LintasPerangkatDaerah:
    tanda = missing("perangkat daerah", "lembar Lintas Perangkat Daerah")
    return LintasPerangkatDaerah(str(no), filled(row.kinerja, "kinerja"), row.indikator.bersih, tanda, tanda, "", "")


def _cascading(bahan: Bahan) -> Iterator[KinerjaCascading]:
    for kinerja in bahan.pohon.kinerja:
        names = [bahan.posts[id_].jabatan_lengkap for id_ in kinerja.pemilik if id_ in bahan.posts]
        yield KinerjaCascading(
            nomor=".".join(map(str, kinerja.urutan)),
            komponen=kinerja.komponen.label,
            kinerja=filled(kinerja.teks, "kinerja"),
            daftar_indikator=_all_indikator(kinerja, bahan.tahun),
            program=component_names(kinerja, bahan.program),
            penanggung_jawab="\n".join(dict.fromkeys(names)),
        )
