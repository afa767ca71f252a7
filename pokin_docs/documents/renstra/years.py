"""The years of the Renstra's tables, and what stands in their columns (Inmendagri 2/2025)."""

from __future__ import annotations

from collections.abc import Sequence

from pokin_docs.documents.material import Material
from pokin_docs.documents.printed import measure_of, of_identity, target_of
from pokin_docs.documents.renstra.records import IndikatorRenstra
from pokin_docs.documents.values import Tanda, Text, filled
from pokin_docs.model.cycle import YEAR_COLUMNS
from pokin_docs.model.tree import Indikator


def target_years(material: Material) -> tuple[int, ...]:
    """Years of the target columns: the period and the year after, else the years the workbook has targets for."""
    if material.cycle.renstra_years:
        return material.cycle.renstra_years
    return material.years_with_targets[:YEAR_COLUMNS]


TRANSITION_YEAR = 2025
"""Planned before the Renstra 2025-2029 by the one before it: its funding is not planned again (Inmendagri 2/2025)."""


def planned_years(material: Material) -> tuple[int, ...]:
    """The years of table 4.2: those of the targets, without the transition year."""
    return tuple(year for year in target_years(material) if year != TRANSITION_YEAR)


def period_mark(material: Material) -> Tanda:
    """The mark where no period of the Renstra, and so no year, is known: at its line of Identitas."""
    return of_identity("periode Renstra", material.workbook.identitas.get("periode"))


def indikator_renstra(indikator: Indikator, material: Material) -> IndikatorRenstra:
    """An indicator with baseline and targets of the Renstra's years, blank where the table has more columns."""
    row = indikator.baris
    return IndikatorRenstra(
        indikator=filled(indikator.text, "indikator"),
        satuan=filled(row.satuan, "satuan"),
        kondisi_awal=measure_of(row.kondisi_awal, indikator, "kondisi awal"),
        target=year_cells([target_of(indikator, year) for year in target_years(material)], period_mark(material)),
    )


def year_cells(cells: Sequence[Text], tanda: Tanda) -> tuple[Text, ...]:
    """A cell for each target column: blank behind a short period, the mark where no year is known at all."""
    filler: Text = "" if cells else tanda
    return (*cells, *(filler,) * (YEAR_COLUMNS - len(cells)))
