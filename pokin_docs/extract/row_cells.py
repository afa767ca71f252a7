"""Cells of a row by the key of their column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from pokin_docs.extract.layouts.column_titles import ColumnKey
from pokin_docs.model.rows import Isian, SheetRow

RowT = TypeVar("RowT", bound=SheetRow)


def cell_of(row: SheetRow, key: ColumnKey) -> Isian | None:
    """What a row holds in the column of a key."""
    kunci, year = key
    found = getattr(row, kunci, None)
    if year is not None:
        found = found.get(year) if isinstance(found, Mapping) else None
    return found if isinstance(found, Isian) else None


def with_cells(row: RowT, cells: Mapping[ColumnKey, Isian]) -> RowT:
    """A row with other values in the columns of these keys."""
    if not cells:
        return row
    fields: dict[str, object] = {}
    for (kunci, year), isian in cells.items():
        fields[kunci] = isian if year is None else {**fields.get(kunci, getattr(row, kunci)), year: isian}  # type: ignore[dict-item]
    return replace(row, **fields)  # type: ignore[arg-type]  # the keys of columns are names of fields
