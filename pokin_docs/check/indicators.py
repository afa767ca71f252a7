"""Rules I: every indicator can be measured and printed (domain.md 3.4; PermenPANRB 53/2014, LKE 88/2021)."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.check.sentences import quote, related, words
from pokin_docs.documents.plan import Rencana
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.rows import BukuKerja, KinerjaRow
from pokin_docs.model.texts import fold
from pokin_docs.model.workbook_spec import TAHAP_5

MAKS_INDIKATOR = 3
"""Indicators of one kinerja that practice takes for enough (domain.md I15)."""

_BIASA_DIISI = ("rujukan", "jenis_pk", "polaritas", "iku", "tw1", "tw2", "tw3", "tw4")
_BIASA = 4
"""Filled rows of a level for each blank one from which a blank cell is an oversight."""

_RINCIAN_IKU = (
    ("definisi", "Definisi Operasional"),
    ("formula", "Formula"),
    ("sumber_data", "Sumber Data"),
    ("polaritas", "Polaritas"),
)


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


def filled_as_elsewhere(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """B45: what nearly all rows of a level fill in is not left out at one of them.

    IKU may be blank for «Tidak», unless the other rows write it.
    """
    for kunci in _BIASA_DIISI:
        for komponen in KomponenPerencanaan:
            rows = [node.baris[0] for node in rencana.pohon.pada(komponen)]
            blank = [getattr(row, kunci) for row in rows if not getattr(row, kunci)]
            filled = [fold(getattr(row, kunci).teks) for row in rows if getattr(row, kunci)]
            if kunci == "iku" and "tidak" not in filled:
                continue
            if buku.punya("tahap5", kunci) and 0 < _BIASA * len(blank) <= len(filled):
                for isian in blank:
                    yield temuan("B45", isian.asal, kolom=TAHAP_5.kolom_dengan(kunci).judul, komponen=komponen.label)


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


def iku_explained(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """I14: an IKU has definition, formula, source and polarity, as far as the workbook has columns for them."""
    asked = [(kunci, judul) for kunci, judul in _RINCIAN_IKU if buku.punya("tahap5", kunci)]
    for row in _rows(rencana):
        blank = [judul for kunci, judul in asked if not getattr(row, kunci)]
        if fold(row.iku.teks) == "ya" and blank:
            place = next(getattr(row, kunci).asal for kunci, judul in asked if judul == blank[0])
            yield temuan("I14", place, kolom=", ".join(blank), teks=quote(row.indikator.teks))


def indicators_few(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """I15: a kinerja with many indicators has none that matters."""
    for kinerja in rencana.pohon.kinerja:
        found = [indikator.teks for indikator in kinerja.indikator if indikator.teks]
        if len(found) > MAKS_INDIKATOR:
            yield temuan(
                "I15", found[MAKS_INDIKATOR].asal, teks=quote(kinerja.teks.teks), jumlah=len(found),
                batas=MAKS_INDIKATOR,
            )  # fmt: skip


def indicators_supported(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """I16: of several indicators of a kinerja, what only one of them speaks of turns up somewhere below it.

    Words of the list istilah (names of agencies above all) stand everywhere and say nothing.
    """
    kata, pohon = buku.kata, rencana.pohon
    if not kata.umum:
        return
    everywhere = {word for key in kata.ejaan_istilah for word in key.split()}
    for kinerja in pohon.kinerja:
        own = [indikator.teks for indikator in kinerja.indikator if indikator.teks]
        if not 1 < len(own) <= MAKS_INDIKATOR or not pohon.anak(kinerja):
            continue
        below = {
            word.casefold()
            for node in pohon.subpohon(kinerja)
            if node is not kinerja
            for isian in (node.teks, *(indikator.teks for indikator in node.indikator))
            for word in words(isian.teks)
        }
        for isian in own:
            said = [
                word
                for word in words(isian.teks)[1:]
                if fold(word) not in everywhere and word.casefold() not in kata.umum
            ]
            if said and not any(related(word.casefold(), other) for word in said for other in below):
                yield temuan("I16", isian.asal, kata=said[-1], teks=quote(isian.teks))


def _target_years(buku: BukuKerja) -> frozenset[int]:
    return frozenset(year for row in buku.tahap5[:1] for year in row.target)


RULES = (
    has_indicator,
    has_unit,
    filled_as_elsewhere,
    has_target,
    has_baseline,
    iku_explained,
    indicators_few,
    indicators_supported,
)
