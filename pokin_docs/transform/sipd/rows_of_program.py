"""The sheet Program against what SIPD says: which cells change, which rows are added, what SIPD lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pokin_docs.model.import_target import ColumnKey, TargetTable
from pokin_docs.model.printing import rupiah
from pokin_docs.model.programs import CodeKind, kind_of, split_codes
from pokin_docs.model.rows import Isian, ProgramRow
from pokin_docs.model.sipd import SipdBudget, SipdComponent
from pokin_docs.model.texts import fold
from pokin_docs.model.workbook_spec import PROGRAM
from pokin_docs.transform.sipd.table_changes import TableChanges, Value, address, is_amount, shown, shown_now

CASH = tuple(f"kas_tw{number}" for number in range(1, 5))
_NAME, _SOURCES, _CODE = ("nomenklatur", None), ("sumber_dana", None), ("kode", None)
_BRACKETED = re.compile(r"\(([^)]+)\)")
_OWN_FIELD = re.compile(r"\d\.\d{2}\.01(?!\d)")


def program_changes(table: TargetTable, budget: SipdBudget, cash_year: int | None) -> TableChanges:
    """What the sheet Program gets from SIPD.

    Args:
        table: The table as it stands.
        budget: What SIPD says.
        cash_year: The year of the cash per quarter.
    """
    changes = TableChanges(table, PROGRAM)
    rows = _by_code(table)
    added: dict[str, dict[ColumnKey, Value]] = {}
    for year, components in budget.components.items():
        seen: set[int] = set()
        for component in components:
            values = _values(component, year, with_cash=year == cash_year)
            row = _row_of(component.kode, rows)
            if row is not None:
                seen.add(row.baris)
                _compare(changes, row, component, values)
            elif component.pagu is not None or component.kode in added or component.cash is not None:
                added.setdefault(component.kode, {}).update(values)
        if any(component.pagu is not None for component in components):
            changes.missing += _missing(table, seen, year)
    for code in sorted(added):
        _add(changes, code, added[code])
    return changes


def codes_of(table: TargetTable) -> frozenset[str]:
    """The codes that the rows of a table have."""
    return frozenset(_by_code(table))


def _by_code(table: TargetTable) -> dict[str, ProgramRow]:
    return {
        code: row
        for row in reversed(table.rows)
        if isinstance(row, ProgramRow)
        for code in split_codes(row.kode.text)[:1]
    }


def _row_of(code: str, rows: dict[str, ProgramRow]) -> ProgramRow | None:
    """The row of a code; X.XX.01 in the workbook stands for the program penunjang of the agency's own bidang."""
    own = rows.get(code)
    return own if own is not None or not _OWN_FIELD.match(code) else rows.get(f"X.XX{code[4:]}")


def _values(component: SipdComponent, year: int, *, with_cash: bool) -> dict[ColumnKey, Value]:
    """What a component says, by column; amounts in rupiah."""
    values: dict[ColumnKey, Value] = {}
    if component.nama:
        values[_NAME] = component.nama
    if component.pagu is not None:
        values["pagu", year] = component.pagu
    if component.sources:
        values[_SOURCES] = "; ".join(component.sources)
    if component.cash is not None and with_cash:
        values |= {(key, None): amount for key, amount in zip(CASH, component.cash, strict=True)}
    return values


def _compare(changes: TableChanges, row: ProgramRow, component: SipdComponent, values: dict[ColumnKey, Value]) -> None:
    """Note the cells of a row that say something else than SIPD."""
    told: list[str] = []
    for key, value in values.items():
        now = _isian(row, key)
        if key == _NAME and not changes.has(key):
            continue  # code and name stand in one cell
        if changes.table.columns and not changes.table.header and not changes.has(key):
            where = f"{changes.table.title} baris {row.baris}"
            said = f"menurut SIPD {shown(value)}"
            changes.left.append(f"{where}: kolom {changes.title(key)} tidak ada pada lembar tanpa judul; {said}")
            continue
        if _says_the_same(now, key, value):
            continue
        place = (row.baris, changes.column(key))
        if changes.may_write(place, key, shown(value), component.kode):
            both = key == _NAME and not changes.has(_CODE)
            changes.set(place, key, f"{row.kode.clean} {value}" if both else value)
            told.append(f"{changes.title(key)} {shown_now(now, value)} → {shown(value)} ({address(place)})")
    if told:
        changes.changed.append(f"{component.kode} {row.nomenklatur.clean or component.nama}: {'; '.join(told)}")


def _isian(row: ProgramRow, key: ColumnKey) -> Isian | None:
    kunci, year = key
    if kunci == "pagu":
        return row.pagu.get(year) if year is not None else None
    found: Isian = getattr(row, kunci)
    return found


def _says_the_same(now: Isian | None, key: ColumnKey, value: Value) -> bool:
    if isinstance(value, Decimal):
        return is_amount(now, value)
    if now is None or now.is_blank:
        return False
    if key == _NAME:
        return fold(now.text) == fold(value)
    return _sources(now.text) == _sources(value) or _is_short_for(now.text, value)


def _sources(text: str) -> frozenset[str]:
    return frozenset(fold(part) for part in re.split(r"[;,\n]", text) if part.strip())


def _is_short_for(text: str, sources: str) -> bool:
    """Whether a planner's short words are those of SIPD's names: "DAU; PAD" for "Dana Alokasi Umum (DAU); …"."""
    names = sources.split("; ")
    short = [{fold(found) for found in _BRACKETED.findall(name)} | {_initials(name)} for name in names]
    words = _sources(text)
    return len(words) == len(names) and all(words & known for known in short)


def _initials(name: str) -> str:
    words = fold(_BRACKETED.sub(" ", name)).split()
    return "".join(word[0] for word in words if word not in ("dan", "yang", "di"))


def _add(changes: TableChanges, code: str, values: dict[ColumnKey, Value]) -> None:
    if not changes.table.columns:
        changes.column(_CODE)
        changes.column(_NAME)
    own = changes.column(_CODE if changes.has(_CODE) else _NAME)
    row: dict[int, Value] = {own: code}
    for key, value in values.items():
        if key == _NAME and (not changes.has(key) or changes.column(key) == own):
            row[own] = f"{code} {value}"  # both stand in one cell
        else:
            row[changes.column(key)] = changes.scaled(key, value)
    changes.rows.append(row)
    amounts = [f"{changes.title(key)} {shown(value)}" for key, value in values.items() if isinstance(value, Decimal)]
    changes.added.append(f"{code} {values.get(_NAME, '')}: {', '.join(amounts)}")


def _missing(table: TargetTable, seen: set[int], year: int) -> Iterator[str]:
    """The sub kegiatan with money in a year of which SIPD says nothing."""
    for row in table.rows:
        if not isinstance(row, ProgramRow) or row.baris in seen:
            continue
        codes, pagu = split_codes(row.kode.text), row.pagu.get(year)
        if not codes or kind_of(codes[0]) is not CodeKind.SUB_KEGIATAN or pagu is None or not pagu.number:
            continue
        yield f"{codes[0]} {row.nomenklatur.clean}: Pagu {year} Rp{rupiah(pagu.number)} ({pagu.source})"
