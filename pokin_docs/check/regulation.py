"""What Sasaran Kegiatan is, which two regulations answer differently."""

from __future__ import annotations

from pokin_docs.check.sentences import words
from pokin_docs.documents.plan import Plan
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.programs import split_codes
from pokin_docs.model.rows import BukuKerja, KinerjaRow
from pokin_docs.model.texts import fold
from pokin_docs.model.word_lists import HASIL, KELUARAN

OUTCOME = "outcome"
_SUB_KEGIATAN_DOTS = 5
_BOTH_WAYS = 3
"""Sasaran Kegiatan from which the rarer of two ways is no chance."""
_SHARE_OF_BOTH = 3
"""One in so many, at least, is written the rarer way."""


def kegiatan_says_outcome(buku: BukuKerja) -> bool:
    """Whether the office takes Sasaran Kegiatan for an outcome (PermenPANRB 89/2021).

    Else it is an output, as in the Renstra's own form (Permendagri 86/2017, Inmendagri 2/2025).
    """
    told = buku.identitas.get("sasaran_kegiatan")
    return told is not None and fold(told.text) == OUTCOME


def kegiatan_is_told(buku: BukuKerja) -> bool:
    """Whether the office has said which of the two holds for it."""
    return bool(buku.identitas.get("sasaran_kegiatan"))


def results_at_kegiatan(buku: BukuKerja, plan: Plan) -> tuple[int, int]:
    """How many Sasaran Kegiatan begin with a verb of outputs alone, and how many with one of results alone."""
    kinerja = plan.pohon.at_level(KomponenPerencanaan.SASARAN_KEGIATAN)
    roles = [buku.word_lists.verbs.get(fold(next(iter(words(node.text.text)), ""))) for node in kinerja]
    return roles.count(KELUARAN), roles.count(HASIL)


def kegiatan_is_settled(buku: BukuKerja, plan: Plan) -> bool:
    """Whether what Sasaran Kegiatan is need not be asked: the office says it, or writes one of the two as its way.

    Both regulations are in force, so a tree is asked only where neither is its way: a few that are written otherwise
    are a matter of their row.
    """
    outputs, results = results_at_kegiatan(buku, plan)
    fewer = min(outputs, results)
    return kegiatan_is_told(buku) or fewer < _BOTH_WAYS or fewer * _SHARE_OF_BOTH < outputs + results


def wants_results(buku: BukuKerja, komponen: KomponenPerencanaan) -> bool:
    """Whether a level says results and not what was done: from Sasaran Program up, and Sasaran Kegiatan by setting."""
    if komponen is KomponenPerencanaan.SASARAN_KEGIATAN:
        return kegiatan_says_outcome(buku)
    return komponen is not KomponenPerencanaan.SASARAN_SUB_KEGIATAN


def may_be_official(buku: BukuKerja, row: KinerjaRow) -> bool:
    """Whether a row of a sub kegiatan may hold official wording that nothing tells of: its code, and no list."""
    codes = split_codes(row.kode.text) if buku.nomenclature is None else ()
    return bool(codes) and codes[0].count(".") == _SUB_KEGIATAN_DOTS


def wants_outputs(komponen: KomponenPerencanaan) -> bool:
    """Whether a level says what was done: Sasaran Sub Kegiatan."""
    return komponen is KomponenPerencanaan.SASARAN_SUB_KEGIATAN
