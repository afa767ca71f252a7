"""Indicators with the kinerja they measure, as the rules about measures read them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pokin_docs.check.lexicon import lexicon_of
from pokin_docs.check.sentences import words
from pokin_docs.check.written import look_at
from pokin_docs.documents.plan import Plan
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.rows import BukuKerja, Isian, KinerjaRow


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator with the kinerja it measures; ``komponen`` is None for a cross-cutting one."""

    isian: Isian
    kinerja: Isian
    komponen: KomponenPerencanaan | None
    baris: KinerjaRow
    text: str
    kinerja_text: str
    """Both sentences as they should be written, which is what they are judged by."""

    @property
    def start(self) -> str:
        """Its first word, slips mended."""
        return next(iter(words(self.text)), "")

    @property
    def is_operasional(self) -> bool:
        """Whether it measures an output."""
        return self.komponen is KomponenPerencanaan.SASARAN_SUB_KEGIATAN


def measures_of(buku: BukuKerja, plan: Plan) -> Iterator[Measure]:
    """Indicators of the tree and the cross-cutting ones, official ones aside."""
    lexicon = lexicon_of(buku)
    rows = [
        (indikator.text, kinerja.text, kinerja.komponen, indikator.baris)
        for kinerja in plan.pohon.kinerja
        for indikator in kinerja.indikator
    ]
    for isian, kinerja, komponen, row in (
        *rows,
        *((row.indikator, row.kinerja, None, row) for row in plan.pohon.lintas),
    ):
        if isian and not buku.is_official(isian, komponen):
            text, said = (look_at(entry.clean, buku.word_lists, lexicon).mended for entry in (isian, kinerja))
            yield Measure(isian, kinerja, komponen, row, text, said)
