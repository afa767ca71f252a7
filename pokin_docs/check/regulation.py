"""What Sasaran Kegiatan is, which two regulations answer differently."""

from __future__ import annotations

from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.programs import split_codes
from pokin_docs.model.rows import BukuKerja, KinerjaRow
from pokin_docs.model.texts import fold

OUTCOME = "outcome"
_SUB_KEGIATAN_DOTS = 5


def kegiatan_says_outcome(buku: BukuKerja) -> bool:
    """Whether the office takes Sasaran Kegiatan for an outcome (PermenPANRB 89/2021).

    Else it is an output, as in the Renstra's own form (Permendagri 86/2017, Inmendagri 2/2025).
    """
    told = buku.identitas.get("sasaran_kegiatan")
    return told is not None and fold(told.text) == OUTCOME


def kegiatan_is_told(buku: BukuKerja) -> bool:
    """Whether the office has said which of the two holds for it."""
    return bool(buku.identitas.get("sasaran_kegiatan"))


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
