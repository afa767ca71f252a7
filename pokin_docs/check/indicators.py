"""Rules I: every indicator can be measured and printed (domain.md 3.4; PermenPANRB 53/2014, LKE 88/2021)."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.rencana import Rencana
from pokin_docs.model.rows import BukuKerja, KinerjaRow


def _rows(rencana: Rencana) -> Iterator[KinerjaRow]:
    """Rows of the tree that hold an indicator."""
    for kinerja in rencana.pohon.kinerja:
        yield from (indikator.baris for indikator in kinerja.indikator if indikator.teks)


def has_indicator(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """I01: every kinerja has an indicator."""
    for kinerja in rencana.pohon.kinerja:
        if not any(indikator.teks for indikator in kinerja.indikator):
            yield temuan("I01", kinerja.baris[0].indikator.asal)


def has_unit(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """I12: every indicator has a satuan."""
    if buku.punya("tahap5", "satuan"):
        yield from (temuan("I12", row.satuan.asal) for row in _rows(rencana) if not row.satuan)


def has_target(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """I13, I30: a target for the year of the PK and for the other years of the Renstra.

    A year without a column is one finding, not one per row.
    """
    years = _target_years(buku)
    if not years:
        return
    tahun = rencana.siklus.tahun
    lembar = buku.judul("tahap5")
    needed = dict.fromkeys(year for year in (tahun, *rencana.siklus.tahun_renstra) if year is not None)
    for year in needed:
        if year not in years:
            yield temuan("B14", lembar, kolom=f"Target {year}", lembar=lembar.lembar, usul="")
    for row in _rows(rencana):
        if tahun in years and not row.target[tahun]:
            yield temuan("I13", row.target[tahun].asal, tahun=tahun)
        blank = [year for year in needed if year != tahun and year in years and not row.target[year]]
        if blank:
            yield temuan("I30", row.target[blank[0]].asal, tahun=", ".join(map(str, blank)))


def has_baseline(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """I31: the Renstra's tables show a baseline."""
    if buku.punya("tahap5", "kondisi_awal"):
        yield from (temuan("I31", row.kondisi_awal.asal) for row in _rows(rencana) if not row.kondisi_awal)


def _target_years(buku: BukuKerja) -> frozenset[int]:
    return frozenset(year for row in buku.tahap5[:1] for year in row.target)


RULES = (has_indicator, has_unit, has_target, has_baseline)
