"""A workbook into which values are imported: its tables as they stand, with the cells that may be written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pokin_docs.model.budget_versions import BudgetVersion
from pokin_docs.model.rows import Isian, SheetRow

Place = tuple[int, int]
ColumnKey = tuple[str, int | None]


@dataclass(frozen=True, slots=True)
class TargetTable:
    """A table of the workbook.

    ``header`` is the last row of its titles, ``last_row`` its last row of data (``header`` where it has none),
    ``free_column`` the first column to the right of everything on the sheet. ``formulas`` are cells with a formula,
    ``covered`` cells inside a merged range: neither is written. ``thousands`` is by how much an amount of a column is
    less than rupiah (1000 for "ribu"), where it is.
    """

    title: str
    header: int
    last_row: int
    columns: Mapping[ColumnKey, int]
    free_column: int
    rows: tuple[SheetRow, ...] = ()
    formulas: frozenset[Place] = frozenset()
    covered: frozenset[Place] = frozenset()
    scales: Mapping[ColumnKey, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportTarget:
    """The workbook: what Identitas says, its tables where it has them, and the titles of all its sheets.

    ``further`` are the sheets on which Program goes on: their rows are changed there, new ones come to the first.
    ``version`` is the budget that Identitas says counts.
    """

    identitas: Mapping[str, Isian]
    program: TargetTable | None
    realised: TargetTable | None
    sheets: tuple[str, ...]
    further: tuple[TargetTable, ...] = ()
    version: BudgetVersion | None = None
