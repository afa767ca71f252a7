"""Chapter IV of the Renstra and the cascading table: the tree beside its programs and budgets (domain.md 2.2, 4.5)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pokin_docs.model.documents import (
    CapaianPagu,
    KinerjaCascading,
    PerumusanProgram,
    ProgramPendanaan,
    Teks,
    filled,
    missing,
)
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.printed import component_names, indikator_renstra, target_of
from pokin_docs.model.printing import rupiah
from pokin_docs.model.programs import DaftarProgram, JenisKode, Nomenklatur
from pokin_docs.model.rencana import KOLOM_TAHUN, BahanRenstra
from pokin_docs.model.tree import Kinerja

_TANPA_TARGET = CapaianPagu(missing("target", ""), "")
_TANPA_PAGU = CapaianPagu("", missing("pagu", ""))


def _component_or_mark(kinerja: Kinerja, program: DaftarProgram) -> Teks:
    if kinerja.komponen in (KomponenPerencanaan.TUJUAN, KomponenPerencanaan.SASARAN):
        return ""
    return component_names(kinerja, program) or missing("kode", kinerja.baris[0].kode.asal)


def formulation(bahan: BahanRenstra) -> Iterator[PerumusanProgram]:
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
            daftar_indikator=tuple(indikator_renstra(item, bahan.tahun) for item in kinerja.indikator),
        )


def funding(bahan: BahanRenstra) -> Iterator[ProgramPendanaan]:
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


def _years(cells: list[CapaianPagu], tanda: CapaianPagu) -> tuple[CapaianPagu, ...]:
    """The pairs of cells of the planned years: blank behind a short period, the marks where no year is known."""
    filler = CapaianPagu("", "") if cells else tanda
    return (*cells, *(filler,) * (KOLOM_TAHUN - 1 - len(cells)))


def _component_row(entri: Nomenklatur, tahun: tuple[int, ...]) -> ProgramPendanaan:
    cells: list[CapaianPagu] = []
    for year in tahun:
        amount = entri.rupiah(year)
        asal = entri.pagu[year].asal if year in entri.pagu else entri.baris.asal
        cells.append(CapaianPagu("", rupiah(amount) if amount is not None else missing(f"pagu {year}", asal)))
    tingkat = (entri.jenis or JenisKode.SUB_KEGIATAN).name.lower()
    uraian = f"{entri.kode} {entri.nama.bersih}".strip()
    return ProgramPendanaan(tingkat, uraian, "", "", _years(cells, _TANPA_PAGU), entri.baris.sumber_dana.bersih)


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
            daftar_tahun=_years([CapaianPagu(target_of(indikator, year), "") for year in tahun], _TANPA_TARGET),
            keterangan="",
        )


def _total_row(program: DaftarProgram, tahun: tuple[int, ...]) -> ProgramPendanaan:
    cells: list[CapaianPagu] = []
    for year in tahun:
        amounts = [entri.rupiah(year) for entri in program.pada(JenisKode.PROGRAM)]
        known = [amount for amount in amounts if amount is not None]
        complete = len(known) == len(amounts) > 0
        cells.append(CapaianPagu("", rupiah(sum(known, Decimal(0))) if complete else missing("jumlah", "")))
    return ProgramPendanaan("jumlah", "Jumlah", "", "", _years(cells, _TANPA_PAGU), "")


def cascading(bahan: BahanRenstra) -> Iterator[KinerjaCascading]:
    """The cascading table: every node in row order with its number in the tree and who answers for it."""
    for kinerja in bahan.pohon.kinerja:
        names = [bahan.posts[id_].jabatan_lengkap for id_ in kinerja.pemilik if id_ in bahan.posts]
        yield KinerjaCascading(
            nomor=".".join(map(str, kinerja.urutan)),
            komponen=kinerja.komponen.label,
            kinerja=filled(kinerja.teks, "kinerja"),
            daftar_indikator=tuple(indikator_renstra(item, bahan.tahun) for item in kinerja.indikator),
            program=component_names(kinerja, bahan.program),
            penanggung_jawab="\n".join(dict.fromkeys(names)),
        )
