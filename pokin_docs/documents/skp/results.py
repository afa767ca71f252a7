"""The results that an official plans: his PK, with the row of his superior that each serves (domain-2.md 7.1, 7.2)."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.documents.material import Material
from pokin_docs.documents.printed import target_of, written_year
from pokin_docs.documents.skp.content import SkpIndikator, SkpResult
from pokin_docs.documents.values import Text, filled
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.owned_rows import OfficialPaper
from pokin_docs.model.texts import fold
from pokin_docs.model.tree import Indikator, Kinerja
from pokin_docs.model.workbook_spec import ASPECTS, PERSPECTIVES

_QUANTITY, _QUALITY, _TIME, _COST = ASPECTS
_CLIENTS, _, _WITHIN, _BUDGET = PERSPECTIVES
_OF_TIME = frozenset(("detik", "menit", "jam", "hari", "hari kerja", "minggu", "bulan", "tanggal", "waktu"))
_OF_MONEY = frozenset(("rp", "rupiah", "juta rupiah", "miliar rupiah", "ribu rupiah"))
_OF_QUALITY = frozenset(
    ("%", "persen", "persentase", "indeks", "nilai", "skor", "predikat", "level", "kategori", "rasio", "angka", "poin")
)
_ABOUT_WITHIN = ("sakip", "reformasi birokrasi", "kepuasan pegawai", "akuntabilitas kinerja", "profesionalitas asn")
_ABOUT_BUDGET = ("penyerapan", "serapan anggaran", "realisasi anggaran")


class Results:
    """The results of a workbook's officials."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._promised: dict[str, dict[int, tuple[Indikator, ...]]] = {}
        for part in material.by_official:
            if part.pejabat is not None:
                rows = self._promised.setdefault(part.pejabat.id, {})
                rows.update((kinerja.number, indicators) for kinerja, indicators in part.kinerja)

    def of_paper(self, paper: OfficialPaper) -> Iterator[SkpResult]:
        """The results of one official, in the order of his PK."""
        part = paper.share
        for no, (kinerja, indicators) in enumerate(part.kinerja, start=1):
            above: Text = ""
            measured_by = ""
            if part.pk_class is not JenisPk.JPT:
                above, measured_by = self._served(kinerja, paper)
            rows = tuple(self._indicator(indikator) for indikator in indicators)
            yield SkpResult(str(no), above, measured_by, filled(kinerja.text, "kinerja"), rows)

    def _served(self, kinerja: Kinerja, paper: OfficialPaper) -> tuple[Text, str]:
        """The row of the superior that a kinerja serves, and its indicators where he is a high official.

        Of a superior who answers for nothing above it the nearest kinerja above: the tree says what it serves.
        """
        above = tuple(self._material.tree.ancestors(kinerja))
        promised = self._promised.get(paper.superior.id, {}) if paper.superior is not None else {}
        served = next((node for node in above if node.number in promised), above[0] if above else None)
        if served is None:
            return "-", ""
        high = paper.superior is not None and paper.superior.jenis_pk is JenisPk.JPT
        measures = promised.get(served.number, ()) if high else ()
        return filled(served.text, "kinerja"), "; ".join(item.text.text for item in measures if item.text)

    def _indicator(self, indikator: Indikator) -> SkpIndikator:
        row, cycle = indikator.baris, self._material.cycle
        return SkpIndikator(
            indikator=filled(indikator.text, "indikator"),
            target=written_year(cycle) if cycle.tahun is None else target_of(indikator, cycle.tahun),
            satuan=filled(row.satuan, "satuan"),
            aspek=row.aspek.clean or aspect_of(indikator),
            perspektif=row.perspektif.clean or perspective_of(indikator),
        )


def aspect_of(indikator: Indikator) -> str:
    """The aspect that the satuan of an indicator tells: things counted are a quantity, shares and marks a quality."""
    unit = fold(indikator.baris.satuan.text)
    if unit in _OF_TIME:
        return _TIME
    if unit in _OF_MONEY:
        return _COST
    return _QUALITY if unit in _OF_QUALITY else _QUANTITY


def perspective_of(indikator: Indikator) -> str:
    """The perspective of an indicator of a high official, by what it is about."""
    about = fold(indikator.text.text)
    if any(words in about for words in _ABOUT_BUDGET):
        return _BUDGET
    return _WITHIN if any(words in about for words in _ABOUT_WITHIN) else _CLIENTS
