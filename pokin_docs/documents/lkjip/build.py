"""Chapter III of the LKjIP of the year of the PK, where something was measured (domain-2 8)."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.documents.achieved import NOT_MEASURED, AchievedYear, achieved_year, percent
from pokin_docs.documents.head import head_of_agency, rows_of_head
from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.lkjip.content import Lkjip
from pokin_docs.documents.lkjip.goals import budget_rows, goal, goals_of, numbered, with_tables
from pokin_docs.documents.lkjip.indicators import Comparisons, comparisons
from pokin_docs.documents.lkjip.review import review
from pokin_docs.documents.material import Material
from pokin_docs.documents.printed import agency, identity_text, written_year
from pokin_docs.model.achievement import Bands, average, band_of
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.past_years import NONE
from pokin_docs.model.predicates import PredicateScale, scale_of
from pokin_docs.model.printing import number_text
from pokin_docs.model.source import CellRef
from pokin_docs.model.tree import Kinerja
from pokin_docs.model.workbook_spec import QUARTERS


def build_lkjip(material: Material) -> Iterator[Dokumen]:
    """The chapter; none where nothing was measured in the year, or where the tree has no sasaran."""
    achieved = achieved_year(material)
    if achieved is None or not achieved.last_quarter:
        return
    compared = comparisons(material, achieved)
    nodes = goals_of(compared)
    if nodes:
        path = f"Capaian/LKjIP-Bab-3_{achieved.reached.year}.docx"
        cells = tuple(_cells(achieved, nodes))
        yield Dokumen("lkjip", path, ("lkjip.docx",), _content(material, compared, nodes), cells)


def _cells(achieved: AchievedYear, nodes: tuple[Kinerja, ...]) -> Iterator[CellRef]:
    for node in nodes:
        yield node.source
        yield from (indikator.text.source for indikator in node.indikator)
    for entry in achieved.reached.indicators:
        yield from (row.source for rows in entry.rows.values() for row in rows)


def _content(material: Material, compared: Comparisons, nodes: tuple[Kinerja, ...]) -> Lkjip:
    made = [goal(place, no, node, compared) for place, (no, node) in enumerate(numbered(nodes), start=1)]
    goals, after_goals = with_tables(one for one, _ in made)
    # Of the PK only: a tujuan that nobody promised is reported, not averaged.
    promised = {node.number for node, _ in rows_of_head(material)} or {
        node.number for node in nodes if node.komponen is KomponenPerencanaan.SASARAN
    }
    values = [
        value for node, (_, reached) in zip(nodes, made, strict=True) if node.number in promised for value in reached
    ]
    rules, year, quarter = compared.achieved.rules, compared.year, compared.quarter
    mean = average(values, compared.ceiling)
    scales = _scales_used(nodes, year, rules.scales)
    first, second, third = map(str, compared.past_years)
    end = compared.end_of_plan
    return Lkjip(
        tahun=written_year(material.cycle),
        sampai="" if quarter == len(QUARTERS) else QUARTERS[quarter - 1],
        daftar_tahun_lalu=(first, second, third),
        tahun_akhir=str(end) if end is not None else NONE,
        perangkat_daerah=agency(material.workbook),
        kepala=head_of_agency(material),
        tempat=identity_text(material.workbook, "tempat"),
        tahun_naskah=str(year + 1 if quarter == len(QUARTERS) else year),
        rumus_rendah=rules.lower.value,
        ada_rendah=any(row.rendah for one in goals for row in one.daftar_indikator),
        batas_rata_rata=number_text(rules.ceiling),
        skala=_scale_text(rules.categories),
        cara_efisiensi=rules.efficiency.value,
        ada_predikat=bool(scales),
        skala_predikat="; ".join(" < ".join(scale) for scale in scales),
        daftar_sasaran=goals,
        jumlah_terukur=str(len(values)) if values else "",
        rata_rata=percent(mean),
        kategori=band_of(mean, rules.categories) if mean is not None else NOT_MEASURED.capitalize(),
        daftar_anggaran=tuple(budget_rows(nodes, compared)),
        daftar_periksa=tuple(review(goals, after_goals, nodes, compared)),
        nomor_tabel_anggaran=after_goals,
    )


def _scale_text(bands: Bands) -> str:
    *bounded, last = bands
    return "; ".join((*(f"{band.label} {band.bound}" for band in bounded), f"{last.label} di bawahnya"))


def _scales_used(
    nodes: tuple[Kinerja, ...], year: int, scales: tuple[PredicateScale, ...]
) -> tuple[PredicateScale, ...]:  # fmt: skip
    """The scales on which targets of the year stand, each once."""
    targets = (indikator.target.get(year) for node in nodes for indikator in node.indikator)
    found = (scale_of(target.clean, scales) for target in targets if target)
    return tuple(dict.fromkeys(scale for scale in found if scale is not None))
