"""What the other cells of a row say of its level: one slip in Komponen stands against all of them.

A row whose Komponen two or more of them contradict, and none alone confirms, is in doubt: what follows from its place
in the tree is not said beside it. The tree itself still follows Komponen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pokin_docs.documents.plan import Plan
from pokin_docs.model.levels import KomponenPerencanaan, read_jenis_pk, read_jenjang
from pokin_docs.model.programs import LEVEL_OF_CODE, kind_of
from pokin_docs.model.rows import BukuKerja, Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, fold_sentence
from pokin_docs.model.tree import Kinerja

_RUJUKAN = {"tahap 1": KomponenPerencanaan.TUJUAN, "tahap 2": KomponenPerencanaan.SASARAN}


@dataclass(frozen=True, slots=True)
class LevelDoubt:
    """A node whose Komponen its other cells contradict: they all mean ``meant``. ``witness`` names cell and text."""

    kinerja: Kinerja
    meant: KomponenPerencanaan
    witness: tuple[tuple[str, Isian], ...]


def doubts(buku: BukuKerja, plan: Plan) -> dict[CellRef, LevelDoubt]:
    """The nodes whose level is in doubt, by their first row."""
    outcomes = frozenset(fold_sentence(row.outcome.text) for row in buku.tahap1 if row.outcome)
    conditions = frozenset(fold_sentence(row.kondisi.text) for row in buku.tahap2 if row.kondisi)
    found = {}
    for kinerja in plan.pohon.kinerja:
        meant = list(_evidence(kinerja, outcomes, conditions))
        if any(levels == {kinerja.komponen} for _, _, levels in meant):
            continue
        # One of them may be a slip too: the level that most of them allow.
        backing = {level: [entry for entry in meant if level in entry[2]] for level in KomponenPerencanaan}
        most = max(map(len, backing.values()))
        best = [level for level, entries in backing.items() if len(entries) == most]
        witness = tuple((j, isian) for j, isian, levels in backing[best[0]] if kinerja.komponen not in levels)
        if len(witness) > 1 and len(best) == 1:
            found[kinerja.baris[0].source] = LevelDoubt(kinerja, best[0], witness)
    return found


def _evidence(
    kinerja: Kinerja, outcomes: frozenset[str], conditions: frozenset[str]
) -> Iterator[tuple[str, Isian, frozenset[KomponenPerencanaan]]]:
    """Each cell that says something of the level, with the levels it allows."""
    row, text = kinerja.baris[0], fold_sentence(kinerja.text.text)
    jenjang, jenis_pk = read_jenjang(row.keterangan.text), read_jenis_pk(row.jenis_pk.text)
    kinds = {kind_of(kode) for kode in kinerja.kode} - {None}
    if jenjang is not None:
        yield "Keterangan", row.keterangan, frozenset(k for k in KomponenPerencanaan if k.jenjang is jenjang)
    if jenis_pk is not None:
        yield "Jenis PK", row.jenis_pk, frozenset(k for k in KomponenPerencanaan if k.jenis_pk is jenis_pk)
    if len(kinds) == 1:
        yield "Kode", row.kode, frozenset(LEVEL_OF_CODE[kind] for kind in kinds if kind)
    if fold(row.rujukan.text) in _RUJUKAN:
        yield "Rujukan", row.rujukan, frozenset({_RUJUKAN[fold(row.rujukan.text)]})
    if text in outcomes | conditions:
        level = KomponenPerencanaan.SASARAN if text in conditions else KomponenPerencanaan.TUJUAN
        yield "kalimat yang sama di tahap awal", kinerja.text, frozenset({level})


def unsettled_texts(buku: BukuKerja, plan: Plan) -> set[str]:
    """Folded kinerja that have no settled place in the tree, for a reason that has its own finding.

    Those of rows without a level (S30), of rows in doubt (S46), and what Tahap 4 says but Tahap 5 does not (X03, X04).
    """
    placed = {row.source for kinerja in plan.pohon.kinerja for row in kinerja.baris}
    texts = {fold_sentence(row.kinerja.text) for row in buku.tahap5 if row.kinerja and row.source not in placed}
    texts |= {fold_sentence(doubt.kinerja.text.text) for doubt in doubts(buku, plan).values()}
    later = {fold_sentence(row.kinerja.text) for row in buku.tahap5}
    return texts | {fold_sentence(row.kinerja.text) for row in buku.tahap4 if row.kinerja} - later
