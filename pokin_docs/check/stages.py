"""Rules X: the stages of the workbook say the same (domain.md 3.4; PermenPANRB 89/2021)."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.jenjang import KomponenPerencanaan
from pokin_docs.model.rencana import Rencana
from pokin_docs.model.rows import BukuKerja, IndikatorRow, KinerjaRow
from pokin_docs.model.teks import fold_sentence, nearest

_DIBANDINGKAN = (("kinerja", "Kinerja"), ("indikator", "Indikator Kinerja"), ("keterangan", "Keterangan"))


def conditions_become_sasaran(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """X01: every condition of Tahap 2 is a sasaran, in the same words."""
    sasaran = [kinerja.teks.teks for kinerja in rencana.pohon.pada(KomponenPerencanaan.SASARAN)]
    known = {fold_sentence(teks) for teks in sasaran}
    for row in buku.tahap2:
        if row.kondisi and fold_sentence(row.kondisi.teks) not in known:
            yield temuan("X01", row.kondisi.asal, usul=proposal(nearest(row.kondisi.bersih, sasaran, cutoff=0.6)))


def csf_given(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """B34: every condition of Tahap 2 has its CSF, which table 2.3 of the Renstra prints."""
    yield from (temuan("B34", row.csf.asal, kolom="CSF") for row in buku.tahap2 if not row.csf)


def conditions_stay(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """X02: every condition of Tahap 3 stands in the next stage that the workbook has, in the same words."""
    later = buku.tahap4 or buku.tahap5
    texts = [row.kinerja.teks for row in later if row.kinerja]
    known = {fold_sentence(teks) for teks in texts}
    lembar = later[0].lembar if later else ""
    for row in buku.tahap3:
        if row.kondisi and fold_sentence(row.kondisi.teks) not in known:
            usul = proposal(nearest(row.kondisi.bersih, texts, cutoff=0.6))
            yield temuan("X02", row.kondisi.asal, usul=usul, lembar=lembar)


def rows_stay(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """X03, X04: every row of Tahap 4 equals its row of Tahap 5."""
    if not buku.tahap4:
        return
    for fourth, fifth in _pairs(buku.tahap4, buku.tahap5):
        if fourth is not None and fifth is not None:
            yield from _differences(fourth, fifth)
        else:
            row = fifth or fourth
            assert row is not None  # _pairs never yields two blanks
            lain = buku.tahap4[0].lembar if row is fifth else buku.tahap5[0].lembar
            yield temuan("X04", row.kinerja.asal, lembar=row.lembar, lain=lain)


def _differences(fourth: IndikatorRow, fifth: KinerjaRow) -> Iterator[Temuan]:
    for name, judul in _DIBANDINGKAN:
        there, here = getattr(fourth, name), getattr(fifth, name)
        if there.bersih != here.bersih:
            seharusnya = there.bersih or "(kosong)"
            yield temuan("X03", here.asal, kolom=judul, lain=there.asal, seharusnya=seharusnya)


def _pairs(
    fourth: tuple[IndikatorRow, ...], fifth: tuple[KinerjaRow, ...]
) -> Iterator[tuple[IndikatorRow | None, KinerjaRow | None]]:
    """Rows of both stages that belong together: by position where the counts agree, else by their wording."""
    if len(fourth) == len(fifth):
        yield from zip(fourth, fifth, strict=True)
        return
    left = [fold_sentence(row.kinerja.teks) + "|" + fold_sentence(row.indikator.teks) for row in fourth]
    right = [fold_sentence(row.kinerja.teks) + "|" + fold_sentence(row.indikator.teks) for row in fifth]
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag in ("equal", "replace") and i2 - i1 == j2 - j1:
            yield from zip(fourth[i1:i2], fifth[j1:j2], strict=True)
        else:
            yield from ((row, None) for row in fourth[i1:i2])
            yield from ((None, row) for row in fifth[j1:j2])


RULES = (conditions_become_sasaran, csf_given, conditions_stay, rows_stay)
