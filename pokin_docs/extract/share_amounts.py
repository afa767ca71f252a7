"""Amounts in Bagian, the share of a kinerja in a budget, in whole rupiah; cells of a row by the key of their column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.column_titles import ColumnKey
from pokin_docs.extract.layouts.sheet_header import SheetHeader
from pokin_docs.extract.layouts.unit_notes import NO_UNIT, unit_over
from pokin_docs.model.cell_words import PARTING
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.money_units import UNIT_NAMES
from pokin_docs.model.printing import rupiah
from pokin_docs.model.rows import Isian, SheetRow
from pokin_docs.model.typed_values import read_amount, read_rupiah

RowT = TypeVar("RowT", bound=SheetRow)


def shares_in_rupiah(rows: Sequence[RowT], grid: Grid, header: SheetHeader, log: FindingLog) -> tuple[RowT, ...]:
    """The rows of the main table with the amounts in Bagian in rupiah, where its title says another unit.

    Args:
        rows: The rows.
        grid: Their sheet.
        header: Its header.
        log: Takes what is found.
    """
    key: ColumnKey = ("bagian", None)
    unit = unit_over(grid, header, header.kolom[key]) or NO_UNIT
    done: list[RowT] = []
    told = False
    for row in rows:
        isian = cell_of(row, key)
        if isian is not None and isian and unit.power > 0 and "%" not in isian.text:
            parts = [_in_full(part, unit.power) for part in PARTING.split(isian.text)]
            new = replace(isian, text="; ".join(parts), number=None)
            if not told:
                log.note("B75", unit.place, kolom="Bagian", satuan=UNIT_NAMES[unit.power], teks=unit.text.strip(),
                         sel=isian.source, isi=isian.clean, jumlah=parts[0].removeprefix("Rp"))  # fmt: skip
            told = True
            row = with_cells(row, {key: new})
        elif (
            isian is not None and isian and (words := [part for part in PARTING.split(isian.text) if read_amount(part)])
        ):
            log.note("B76", isian.source, teks=isian.clean, jumlah=_in_full(words[0], 0).removeprefix("Rp"))
        done.append(row)
    return tuple(done)


def _in_full(text: str, power: int) -> str:
    """An amount with all its digits; what is none as it stands."""
    own = read_amount(text)
    number, power = own if own is not None else (read_rupiah(text), power)
    return text.strip() if number is None else f"Rp{rupiah(number.scaleb(power))}"


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
