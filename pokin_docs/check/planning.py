"""Rules P about programs and money (domain.md 2.3, 3.4, 5.2)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pokin_docs.model.catalogue import proposal
from pokin_docs.model.cetak import rupiah
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.program import CONTOH_KODE, KODE_KOMPONEN, JenisKode, kind_of, parent_code, split_codes
from pokin_docs.model.rencana import Rencana
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.source import CellRef
from pokin_docs.model.teks import nearest

_ANAK = {JenisKode.PROGRAM: "kegiatan", JenisKode.KEGIATAN: "sub kegiatan"}


def has_program_sheet(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """P30: without programs there is no budget table."""
    if not rencana.program.isi and not buku.tidak_terbaca("program"):
        yield temuan("P30", CellRef(buku.lembar.get("program", "")))


def codes_known(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """P01, P02, P03: every node from Sasaran Program down has a code of its kind from the sheet Program."""
    if not rencana.program.isi:
        return
    if not buku.punya("tahap5", "kode"):
        lembar = buku.judul("tahap5")
        yield temuan("B14", lembar, kolom="Kode", lembar=lembar.lembar, usul="")
        return
    known = [entri.kode for entri in rencana.program.isi]
    for kinerja in rencana.pohon.kinerja:
        jenis = KODE_KOMPONEN.get(kinerja.komponen)
        if jenis is not None and not kinerja.kode:
            yield temuan("P01", kinerja.baris[0].kode.asal, komponen=kinerja.komponen.label, jenis=jenis.value)
        for row in kinerja.baris:
            for kode in split_codes(row.kode.teks):
                if kode not in rencana.program:
                    yield temuan("P02", row.kode.asal, kode=kode, usul=proposal(_similar_code(kode, known)))
                elif jenis is not None and kind_of(kode) not in (jenis, None):
                    yield temuan(
                        "P03", row.kode.asal, kode=kode, jenis=jenis.value, komponen=kinerja.komponen.label,
                        contoh=CONTOH_KODE[jenis],
                    )  # fmt: skip


def codes_follow_the_tree(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """P48: the code of a node begins with that of the node above, else it is in the wrong branch (domain.md 5.2)."""
    for kinerja in rencana.pohon.kinerja:
        above = next((node for node in rencana.pohon.leluhur(kinerja) if any(map(kind_of, node.kode))), None)
        if above is None:
            continue
        for kode in kinerja.kode:
            fits = any(kode == induk or kode.startswith(induk + ".") for induk in above.kode)
            if kind_of(kode) is not None and not fits:
                place = kinerja.baris[0].kode.asal
                yield temuan("P48", place, kode=kode, induk=", ".join(above.kode), asal=above.baris[0].kode.asal)


def _similar_code(kode: str, known: list[str]) -> str | None:
    """The code that was probably meant; Excel eats the last zero of a number (2.10 becomes 2.1)."""
    if f"{kode}0" in known:
        return f"{kode}0"
    return nearest(kode, known, cutoff=0.8)


def codes_well_formed(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """P04, P41, P42: each code once, of the official shape, below a parent that is listed."""
    first: dict[str, CellRef] = {}
    for entri in rencana.program.isi:
        asal = entri.baris.kode.asal
        if entri.kode in first:
            yield temuan("P04", asal, kode=entri.kode, lain=first[entri.kode])
            continue
        first[entri.kode] = asal
        if entri.jenis is None:
            yield temuan("P41", asal, kode=entri.kode)
        induk = parent_code(entri.kode)
        if induk is not None and induk not in rencana.program:
            yield temuan("P42", asal, kode=entri.kode, induk=induk)


def support_program_used(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """S38: the money of the Sekretariat (program code ending in .01) stands behind some kinerja (LKE 88/2021 1.b.10).

    Said only where no unit of Pejabat is without kinerja: else S12 names the unit.
    """
    used = {kode for kinerja in rencana.pohon.kinerja for kode in kinerja.kode}
    if not used or any(rencana.unit_tanpa_kinerja):
        return
    for entri in rencana.program.pada(JenisKode.PROGRAM):
        below = entri.kode + "."
        if entri.kode.endswith(".01") and not any(f"{kode}.".startswith(below) for kode in used):
            yield temuan("S38", entri.baris.kode.asal, kode=entri.kode, nama=entri.nama.bersih)


def names_given(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """B34: every code has its official name."""
    yield from (temuan("B34", row.nama.asal, kolom="Nomenklatur") for row in rencana.program.isi if not row.nama)


def budgets_given(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """P43: an amount for the year of the PK and the planned years of the Renstra."""
    columns = {year for row in buku.program[:1] for year in row.pagu}
    if not columns:
        return
    siklus = rencana.siklus
    needed = dict.fromkeys(year for year in (siklus.tahun, *siklus.tahun_renstra[1:]) if year is not None)
    lembar = buku.judul("program")
    for year in needed:
        if year not in columns:
            yield temuan("B14", lembar, kolom=f"Pagu {year}", lembar=lembar.lembar, usul="")
    for entri in rencana.program.isi:
        blank = [year for year in needed if year in columns and not entri.pagu[year]]
        if blank:
            yield temuan("P43", entri.pagu[blank[0]].asal, tahun=", ".join(map(str, blank)), kode=entri.kode)


def budgets_not_negative(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """P49: no budget below zero."""
    for entri in rencana.program.isi:
        for isian in entri.pagu.values():
            if isian.angka is not None and isian.angka < 0:
                yield temuan("P49", isian.asal, pagu=isian.bersih)


def budgets_add_up(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """P05: a program's amount is the sum of its kegiatan, a kegiatan's that of its sub kegiatan.

    Tolerance Rp 1 per summed row: official Renstra differ by sen from rounding (domain.md 2.3).
    """
    for entri in rencana.program.isi:
        children = rencana.program.anak(entri.kode)
        if not children or entri.jenis is None:
            continue
        for year, isian in entri.pagu.items():
            parts = [child.rupiah(year) for child in children]
            if isian.angka is None or None in parts:
                continue
            total = sum((part for part in parts if part is not None), Decimal(0))
            difference = abs(total - isian.angka)
            if difference > len(children):
                yield temuan(
                    "P05", isian.asal, tahun=year, kode=entri.kode, pagu=rupiah(isian.angka),
                    jumlah_anak=_ANAK.get(entri.jenis, "bagian"), jumlah=rupiah(total), selisih=rupiah(difference),
                )  # fmt: skip


RULES = (
    has_program_sheet,
    codes_known,
    codes_follow_the_tree,
    codes_well_formed,
    support_program_used,
    names_given,
    budgets_given,
    budgets_not_negative,
    budgets_add_up,
)
