"""How complete the workbook is: per level (``cakupan`` in the JSON), and per document (``dokumen``)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from pokin_docs.documents.plan import Rencana
from pokin_docs.model.levels import LABEL_LINTAS, KomponenPerencanaan
from pokin_docs.model.tree import Indikator, Kinerja

LINTAS = LABEL_LINTAS[2]


@dataclass(frozen=True, slots=True)
class Cakupan:
    """Counts of one level: ``kinerja`` are nodes, all others indicators that have the thing."""

    komponen: str
    kinerja: int
    indikator: int
    pemilik: int
    satuan: int
    target: int
    kode: int
    pagu: int


@dataclass(frozen=True, slots=True)
class Kelengkapan:
    """Whether a document would have all it needs, and the marks that stand for what it has not."""

    berkas: str
    lengkap: bool
    tanda: tuple[str, ...]


def completeness(rencana: Rencana, jenis: Collection[str] = ()) -> tuple[Kelengkapan, ...]:
    """One entry per document of the plan in its order, of the kinds ``jenis`` where some are named."""
    chosen = (entry for entry in rencana.dokumen if not jenis or entry.jenis in jenis)
    marks = ((entry.jalur, entry.tanda) for entry in chosen)
    return tuple(Kelengkapan(jalur, not tanda, tanda) for jalur, tanda in marks)


def coverage(rencana: Rencana) -> tuple[Cakupan, ...]:
    """One entry per component from Tujuan down, and one for the cross-cutting conditions."""
    levels = [_level(komponen.label, rencana.pohon.pada(komponen), rencana) for komponen in KomponenPerencanaan]
    rows = rencana.pohon.lintas
    tahun = rencana.siklus.tahun
    lintas = Cakupan(
        komponen=LINTAS,
        kinerja=sum(bool(row.kinerja) for row in rows),
        indikator=sum(bool(row.indikator) for row in rows),
        pemilik=sum(bool(row.pemilik) for row in rows),
        satuan=sum(bool(row.satuan) for row in rows),
        target=sum(bool(row.target.get(tahun)) for row in rows) if tahun is not None else 0,
        kode=sum(bool(row.kode) for row in rows),
        pagu=0,
    )
    return (*levels, lintas)


def _level(label: str, nodes: tuple[Kinerja, ...], rencana: Rencana) -> Cakupan:
    pairs = [(kinerja, indikator) for kinerja in nodes for indikator in kinerja.indikator if indikator.teks]
    return Cakupan(
        komponen=label,
        kinerja=len(nodes),
        indikator=len(pairs),
        pemilik=sum(bool(indikator.pemilik) for _, indikator in pairs),
        satuan=sum(bool(indikator.baris.satuan) for _, indikator in pairs),
        target=sum(_has_target(indikator, rencana) for _, indikator in pairs),
        kode=sum(bool(kinerja.kode) for kinerja, _ in pairs),
        pagu=sum(_has_budget(kinerja, rencana) for kinerja, _ in pairs),
    )


def _has_target(indikator: Indikator, rencana: Rencana) -> bool:
    tahun = rencana.siklus.tahun
    return tahun is not None and bool(indikator.target.get(tahun))


def _has_budget(kinerja: Kinerja, rencana: Rencana) -> bool:
    entries = [rencana.program.cari(kode) for kode in kinerja.kode]
    return bool(entries) and all(
        entri is not None and entri.rupiah(rencana.siklus.tahun) is not None for entri in entries
    )
