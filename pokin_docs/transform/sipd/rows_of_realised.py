"""The sheet Realisasi against what SIPD says was spent: one row per sub kegiatan and quarter."""

from __future__ import annotations

from decimal import Decimal

from pokin_docs.model.import_target import ColumnKey, TargetTable
from pokin_docs.model.printing import rupiah
from pokin_docs.model.programs import first_code
from pokin_docs.model.realised import RealisasiRow, read_quarter
from pokin_docs.model.sipd import SipdBudget
from pokin_docs.model.workbook_spec import QUARTER_CHOICES, REALISASI
from pokin_docs.transform.sipd.table_changes import TableChanges, Value, address, is_amount, shown, shown_now

_CODE, _YEAR, _QUARTER, _AMOUNT = ("kode", None), ("tahun", None), ("tw", None), ("anggaran", None)
RowKey = tuple[str, int | None, int | None]


def realised_changes(table: TargetTable, budget: SipdBudget, year_of_book: int | None) -> TableChanges:
    """What the sheet Realisasi gets from SIPD.

    Args:
        table: The table as it stands.
        budget: What SIPD says.
        year_of_book: The year that rows without one are about.
    """
    changes = TableChanges(table, REALISASI)
    rows: dict[RowKey, list[RealisasiRow]] = {}
    for row in table.rows:
        if isinstance(row, RealisasiRow):
            rows.setdefault(_key(row, year_of_book), []).append(row)
    told: set[RowKey] = set()
    years = {year for year, found in budget.components.items() if any(component.spent for component in found)}
    for year in sorted(years):
        for component in budget.components[year]:
            for quarter, amount in enumerate(component.spent or (), 1):
                key: RowKey = (component.kode, year, quarter)
                told.add(key)
                if key in rows:
                    _compare(changes, rows[key], amount, f"{component.kode} {component.nama}")
                elif amount:
                    _add(changes, key, amount, component.nama, year_of_book)
    for key, own in rows.items():
        amount = _total(own)
        if key[1] in years and key not in told and amount:
            changes.missing.append(
                f"{key[0]} TW {key[2]} {key[1]}: Anggaran Realisasi Rp{rupiah(amount)} ({own[0].source})"
            )
    return changes


def _key(row: RealisasiRow, year_of_book: int | None) -> RowKey:
    year = row.tahun.clean
    return (first_code(row.kode.text), int(year) if year.isdecimal() else year_of_book, read_quarter(row.tw.text))


def _total(rows: list[RealisasiRow]) -> Decimal:
    return sum((row.anggaran.number for row in rows if row.anggaran.number is not None), Decimal(0))


def _compare(changes: TableChanges, rows: list[RealisasiRow], amount: Decimal, name: str) -> None:
    """Note the cell that says another amount; where several rows part it, and their sum is another, that is told."""
    parted = [row for row in rows if row.anggaran]
    if (parted and _total(parted) == amount) or (not parted and not amount):
        return
    if len(parted) > 1:
        changes.left.append(
            f"{changes.table.title}: {name} terbagi dalam baris {', '.join(str(row.baris) for row in parted)}, bersama "
            f"Rp{rupiah(_total(parted))}, dibiarkan; menurut SIPD Rp{rupiah(amount)}"
        )
        return
    row = (parted or rows)[0]
    place = (row.baris, changes.column(_AMOUNT))
    if not is_amount(row.anggaran, amount) and changes.may_write(place, _AMOUNT, shown(amount), name):
        changes.set(place, _AMOUNT, amount)
        told = f"{shown_now(row.anggaran, amount)} → {shown(amount)} ({address(place)})"
        changes.changed.append(f"{name}, {row.tw.clean}: Anggaran Realisasi {told}")


def _add(changes: TableChanges, key: RowKey, amount: Decimal, name: str, year_of_book: int | None) -> None:
    code, year, quarter = key
    if not changes.table.columns:
        for kolom in REALISASI.kolom:
            changes.column((kolom.kunci, None))
    assert quarter is not None
    values: dict[ColumnKey, Value] = {_CODE: code, _QUARTER: QUARTER_CHOICES[quarter - 1], _AMOUNT: amount}
    if changes.has(_YEAR) or year != year_of_book:
        values[_YEAR] = str(year)
    changes.rows.append({changes.column(column): changes.scaled(column, value) for column, value in values.items()})
    changes.added.append(f"{code} {name}, {QUARTER_CHOICES[quarter - 1]} {year}: {shown(amount)}")
