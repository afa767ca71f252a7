"""How complete the workbook is: per level (``cakupan`` in the JSON), and per document (``dokumen``)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from pokin_docs.documents.plan import Plan
from pokin_docs.model.levels import LINTAS_LABEL, KomponenPerencanaan
from pokin_docs.model.tree import Indikator, Kinerja

LINTAS = LINTAS_LABEL[2]


@dataclass(frozen=True, slots=True)
class LevelCoverage:
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
class Completeness:
    """Whether a document would have all it needs, and the marks that stand for what it has not."""

    berkas: str
    lengkap: bool
    tanda: tuple[str, ...]


def completeness(plan: Plan, jenis: Collection[str] = ()) -> tuple[Completeness, ...]:
    """One entry per document of the plan in its order, of the kinds ``jenis`` where some are named."""
    chosen = (entry for entry in plan.dokumen if not jenis or entry.jenis in jenis)
    marks = ((entry.path, entry.tanda) for entry in chosen)
    return tuple(Completeness(path, not tanda, tanda) for path, tanda in marks)


def coverage(plan: Plan) -> tuple[LevelCoverage, ...]:
    """One entry per component from Tujuan down, and one for the cross-cutting conditions."""
    levels = [_level(komponen.label, plan.pohon.at_level(komponen), plan) for komponen in KomponenPerencanaan]
    rows = plan.pohon.lintas
    tahun = plan.cycle.tahun
    lintas = LevelCoverage(
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


def _level(label: str, nodes: tuple[Kinerja, ...], plan: Plan) -> LevelCoverage:
    pairs = [(kinerja, indikator) for kinerja in nodes for indikator in kinerja.indikator if indikator.text]
    return LevelCoverage(
        komponen=label,
        kinerja=len(nodes),
        indikator=len(pairs),
        pemilik=sum(bool(indikator.pemilik) for _, indikator in pairs),
        satuan=sum(bool(indikator.baris.satuan) for _, indikator in pairs),
        target=sum(_has_target(indikator, plan) for _, indikator in pairs),
        kode=sum(bool(kinerja.kode) for kinerja, _ in pairs),
        pagu=sum(_has_budget(kinerja, plan) for kinerja, _ in pairs),
    )


def _has_target(indikator: Indikator, plan: Plan) -> bool:
    tahun = plan.cycle.tahun
    return tahun is not None and bool(indikator.target.get(tahun))


def _has_budget(kinerja: Kinerja, plan: Plan) -> bool:
    entries = [plan.program.find(kode) for kode in kinerja.kode]
    return bool(entries) and all(entry is not None and entry.rupiah(plan.cycle.tahun) is not None for entry in entries)
