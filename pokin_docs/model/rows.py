"""What extract hands over: rows of the workbook, every value with the cell it stands in.

The field names are the ``kunci`` of the columns in ``workbook_spec``; a test holds the two together.
A blank field still knows its cell, so that a mark or a finding can name the place to fill.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from pokin_docs.model.cells import BLANK, Isian, SheetRow
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.nomenclature import NomenclatureList
from pokin_docs.model.official_marks import OfficialMarks
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold_sentence, squeeze
from pokin_docs.model.word_lists import WordLists

__all__ = ["BLANK", "Isian", "SheetRow"]

IKU_YES = frozenset(("ya", "y", "1", "iku", "v", "x", "✓", "✔", "√"))
"""What offices write into the column IKU for yes."""


@dataclass(frozen=True, slots=True)
class OutcomeRow(SheetRow):
    """Tahap 1: the outcome and the factors behind it."""

    outcome: Isian
    mandat: Isian
    permasalahan: Isian
    harapan: Isian


@dataclass(frozen=True, slots=True)
class CsfRow(SheetRow):
    """Tahap 2: a critical success factor and the condition it needs."""

    no: Isian
    csf: Isian
    kondisi: Isian


@dataclass(frozen=True, slots=True)
class KondisiRow(SheetRow):
    """Tahap 3: a condition between CSF and operation."""

    csf: Isian
    kondisi: Isian
    keterangan: Isian


@dataclass(frozen=True, slots=True)
class IndikatorRow(SheetRow):
    """Tahap 4: a condition with its indicator."""

    rujukan: Isian
    kinerja: Isian
    indikator: Isian
    keterangan: Isian


@dataclass(frozen=True, slots=True)
class KinerjaRow(SheetRow):
    """Tahap 5: one indicator of one kinerja, with all that a signed PK needs."""

    rujukan: Isian
    kinerja: Isian
    indikator: Isian
    keterangan: Isian
    komponen: Isian
    jenis_pk: Isian
    kode: Isian
    pemilik: Isian
    bagian: Isian
    induk: Isian
    satuan: Isian
    polaritas: Isian
    kondisi_awal: Isian
    tw1: Isian
    tw2: Isian
    tw3: Isian
    tw4: Isian
    iku: Isian
    definisi: Isian
    formula: Isian
    sumber_data: Isian
    abaikan: Isian
    target: Mapping[int, Isian] = field(default_factory=dict)
    indikator_id: Isian = BLANK
    jenis_hitung: Isian = BLANK
    frekuensi: Isian = BLANK
    alasan: Isian = BLANK
    variabel: Isian = BLANK
    metode: Isian = BLANK
    standar: Isian = BLANK
    sumber_standar: Isian = BLANK
    perspektif: Isian = BLANK
    aspek: Isian = BLANK
    realisasi: Mapping[int, Isian] = field(default_factory=dict)
    bulan1: Isian = BLANK
    bulan2: Isian = BLANK
    bulan3: Isian = BLANK
    bulan4: Isian = BLANK
    bulan5: Isian = BLANK
    bulan6: Isian = BLANK
    bulan7: Isian = BLANK
    bulan8: Isian = BLANK
    bulan9: Isian = BLANK
    bulan10: Isian = BLANK
    bulan11: Isian = BLANK
    bulan12: Isian = BLANK

    @property
    def quarters(self) -> tuple[Isian, ...]:
        """The targets of the four quarters."""
        return (self.tw1, self.tw2, self.tw3, self.tw4)

    @property
    def months(self) -> tuple[Isian, ...]:
        """The targets of the twelve months."""
        return (
            self.bulan1, self.bulan2, self.bulan3, self.bulan4, self.bulan5, self.bulan6, self.bulan7, self.bulan8,
            self.bulan9, self.bulan10, self.bulan11, self.bulan12,
        )  # fmt: skip

    @property
    def is_iku(self) -> bool:
        """Whether the column IKU says yes, in words or by a mark."""
        return squeeze(self.iku.text).casefold().rstrip(".") in IKU_YES

    @property
    def lintas(self) -> bool:
        """Whether the row marks a cross-cutting condition."""
        from pokin_docs.model.levels import is_lintas

        return is_lintas(self.rujukan.text)


@dataclass(frozen=True, slots=True)
class PejabatRow(SheetRow):
    """Pejabat: a post and the person who holds it."""

    id: Isian
    nama: Isian
    gelar_depan: Isian
    gelar_belakang: Isian
    nip: Isian
    golongan: Isian
    pangkat: Isian
    jabatan: Isian
    jenis_pk: Isian
    atasan: Isian
    status: Isian
    berlaku_dari: Isian
    berlaku_sampai: Isian
    bidang: Isian
    pendekatan: Isian = BLANK


@dataclass(frozen=True, slots=True)
class ProgramRow(SheetRow):
    """Program: a program, kegiatan or sub kegiatan with its budget per year."""

    kode: Isian
    nomenklatur: Isian
    sumber_dana: Isian
    lokasi: Isian
    pagu: Mapping[int, Isian] = field(default_factory=dict)
    kas_tw1: Isian = BLANK
    kas_tw2: Isian = BLANK
    kas_tw3: Isian = BLANK
    kas_tw4: Isian = BLANK
    kelompok_sasaran: Isian = BLANK
    prakiraan_target: Isian = BLANK
    prakiraan_pagu: Isian = BLANK
    catatan: Isian = BLANK
    prioritas_nasional: Isian = BLANK
    prioritas_daerah: Isian = BLANK


@dataclass(frozen=True, slots=True)
class LintasRow(SheetRow):
    """Lintas Perangkat Daerah: who helps to reach a condition."""

    kinerja: Isian
    pd_pengampu: Isian
    pd_pendukung: Isian
    peran: Isian
    status: Isian
    indikator_pendukung: Isian = BLANK
    bentuk: Isian = BLANK
    bukti: Isian = BLANK


@dataclass(frozen=True, slots=True)
class RenstraRow(SheetRow):
    """Renstra: what the Renstra says beside the tree, per sasaran."""

    sasaran: Isian
    nspk: Isian
    sasaran_rpjmd: Isian
    permasalahan: Isian
    faktor_internal: Isian
    faktor_eksternal: Isian
    potensi: Isian
    isu_klhs: Isian
    isu_global: Isian
    isu_nasional: Isian
    isu_regional: Isian
    isu_strategis: Isian
    strategi: Isian
    arah_kebijakan_rpjmd: Isian
    arah_kebijakan: Isian
    penahapan: Isian


RowT = TypeVar("RowT", bound=SheetRow)


@dataclass(frozen=True)
class BukuKerja:
    """Everything read from one workbook.

    ``lembar`` maps the key of each sheet found to its name in the workbook; ``kolom`` holds the pairs of sheet
    key and column key that were found, so that a missing column is told apart from a blank cell. ``title_rows``
    is the row of each sheet's column titles, ``column_titles`` what each title says. ``further`` are the sheets that
    hold more rows of a table, with the key of its first one; ``before_the_change``: the first budget by changed cells.
    """

    nama: str
    lembar: Mapping[str, str]
    kolom: frozenset[tuple[str, str]]
    title_rows: Mapping[str, int] = field(default_factory=dict)
    before_the_change: Mapping[CellRef, Isian] = field(default_factory=dict)
    column_titles: Mapping[tuple[str, str], Isian] = field(default_factory=dict)
    further: Mapping[str, str] = field(default_factory=dict)
    identitas: Mapping[str, Isian] = field(default_factory=dict)
    tahap1: tuple[OutcomeRow, ...] = ()
    tahap2: tuple[CsfRow, ...] = ()
    tahap3: tuple[KondisiRow, ...] = ()
    tahap4: tuple[IndikatorRow, ...] = ()
    tahap5: tuple[KinerjaRow, ...] = ()
    pejabat: tuple[PejabatRow, ...] = ()
    program: tuple[ProgramRow, ...] = ()
    lintas: tuple[LintasRow, ...] = ()
    renstra: tuple[RenstraRow, ...] = ()
    others: Mapping[str, tuple[SheetRow, ...]] = field(default_factory=dict)
    """Rows of sheets that have no field of their own here, by the key of the sheet."""
    word_lists: WordLists = field(default_factory=WordLists)
    nomenclature: NomenclatureList | None = None

    def rows_of(self, row_type: type[RowT], lembar: str) -> tuple[RowT, ...]:
        """The rows of a sheet by its key; none where the workbook lacks it.

        Raises:
            TypeError: The sheet has rows of another type.
        """
        found = self.others[lembar] if lembar in self.others else getattr(self, lembar, ())
        if not all(isinstance(row, row_type) for row in found):
            raise TypeError(f"rows of {lembar} are no {row_type.__name__}")
        return tuple(row for row in found if isinstance(row, row_type))

    def has(self, lembar: str, kolom: str | None = None) -> bool:
        """Whether the workbook has this sheet and, if one is named, this column."""
        return lembar in self.lembar and (kolom is None or (lembar, kolom) in self.kolom)

    @cached_property
    def _nomenklatur(self) -> frozenset[str]:
        return frozenset(fold_sentence(row.nomenklatur.text) for row in self.program if row.nomenklatur)

    def is_official(self, isian: Isian, komponen: KomponenPerencanaan | None = None) -> bool:
        """Whether a sentence is official, of the sheet Program or listed: its wording is not ours to judge.

        Args:
            isian: The sentence.
            komponen: The level it stands at, where that counts: one of the official list is official at its own alone.
        """
        listed = fold_sentence(isian.text) in self._nomenklatur or self.word_lists.is_official(isian.text)
        return listed or self.official.is_official(isian.text, komponen)

    @property
    def official(self) -> NomenclatureList | OfficialMarks:
        """What knows the official sentences: the list of the office, else the marks of one that is not there."""
        return self.word_lists.marks if self.nomenclature is None else self.nomenclature

    def is_unreadable(self, lembar: str) -> bool:
        """Whether the sheet is there but none of its columns could be read: B12 or B13 already say so."""
        return lembar in self.lembar and all(kunci != lembar for kunci, _ in self.kolom)

    def title(self, lembar: str) -> CellRef:
        """The row of a sheet's column titles, as the place of what is said about a whole column."""
        return CellRef(self.lembar[lembar], self.title_rows.get(lembar))

    def lembar_title(self, lembar: str, default: str) -> str:
        """Name of a sheet as the workbook spells it, or ``default`` when it has none."""
        return self.lembar.get(lembar, default)
