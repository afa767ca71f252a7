"""Amounts in whole rupiah: the unit that a title, a line beside the table, a cell or its format says is applied once.

A unit is that of a column and is never guessed from amounts; a cell that contradicts it is not used.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.column_titles import ColumnKey
from pokin_docs.extract.layouts.sheet_header import SheetHeader
from pokin_docs.extract.layouts.unit_notes import MoneyUnit, UnitAbove, unit_above, unit_beside, unit_over
from pokin_docs.extract.row_cells import cell_of, with_cells
from pokin_docs.extract.share_parts import SHARE, joined, parts_of
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.money_units import UNIT_NAMES
from pokin_docs.model.printing import rupiah
from pokin_docs.model.programs import first_code, parent_code
from pokin_docs.model.rows import Isian, SheetRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.typed_values import read_amount, read_rupiah
from pokin_docs.model.workbook_spec import ColumnType, Lembar

_LEAST_PROGRAM = Decimal(50_000_000)
"""No agency has only programs below this: the amounts are probably in thousands or millions."""
_PAGU = "pagu"
_MOST = Decimal(10) ** 14
"""More than the budget of any region."""
_NEAR = 5
"""How many times two amounts that mean the same money differ at most from year to year."""

RowT = TypeVar("RowT", bound=SheetRow)


def in_rupiah(
    rows: Sequence[RowT], grid: Grid, lembar: Lembar, header: SheetHeader, log: FindingLog,
    above: UnitAbove | None = None,
) -> tuple[RowT, ...]:  # fmt: skip
    """The rows with every amount in rupiah, as the words of its column or of its cell say.

    Args:
        rows: The rows of the sheet, amounts as they stand.
        grid: The sheet.
        lembar: What its columns are called.
        header: Its header.
        log: Takes what is found: once which unit was applied, and each cell that contradicts it.
        above: What the lines over the table that it goes on with say.
    """
    columns = _columns_of(lembar, header)
    if rows and columns:
        rows = _Amounts(grid, header, columns, rows, above).settled(log)
    return tuple(rows)


def amounts_above(rows: Sequence[SheetRow], grid: Grid, lembar: Lembar, header: SheetHeader) -> UnitAbove | None:
    """What the lines beside the first sheet of a table say to those on which it goes on.

    Args:
        rows: The rows of the first sheet, amounts in rupiah.
        grid: The sheet.
        lembar: What its columns are called.
        header: Its header.
    """
    columns = _columns_of(lembar, header)
    own = [row for row in rows if row.lembar == grid.title]
    cells = [part.number for row in own for key in columns for part in _amounts_in(row, key)]
    last = max((row.baris for row in own), default=header.baris)
    return unit_above(grid, header, set(columns.values()), last, cells)


def _columns_of(lembar: Lembar, header: SheetHeader) -> dict[ColumnKey, int]:
    kinds = {kolom.kunci for kolom in lembar.kolom if kolom.jenis is ColumnType.RUPIAH}
    return {key: number for key, number in header.kolom.items() if key[0] in kinds or key == SHARE}


def column_units(
    grid: Grid, header: SheetHeader, columns: Mapping[ColumnKey, int], last: int
) -> dict[ColumnKey, MoneyUnit]:  # fmt: skip
    """What each column of amounts is counted in.

    Args:
        grid: The sheet.
        header: Its header.
        columns: The columns of amounts.
        last: The last row of the table.
    """
    beside = unit_beside(grid, header, set(columns.values()), last)
    units: dict[ColumnKey, MoneyUnit] = {}
    for key, column in columns.items():
        over = unit_over(grid, header, column)
        # "Pagu (Rp)" below a line "dalam ribuan rupiah" is in thousands.
        units[key] = beside if over is None or (over.power == 0 and beside.power) else over
    return units


@dataclass(frozen=True)
class _Amounts:
    grid: Grid
    header: SheetHeader
    columns: Mapping[ColumnKey, int]
    rows: Sequence[SheetRow]
    above: UnitAbove | None = None

    def settled(self, log: FindingLog) -> Sequence[RowT]:
        last = max(row.baris for row in self.rows)
        units = column_units(self.grid, self.header, self.columns, last)
        if self.above is not None and not unit_beside(self.grid, self.header, set(self.columns.values()), last).text:
            units = {key: unit if unit.power else self._inherited(key, unit, log) for key, unit in units.items()}
        own = {key for key, number in self.columns.items() if unit_over(self.grid, self.header, number) is not None}
        changed: dict[int, dict[ColumnKey, Isian]] = {}
        first_of: dict[int, MoneyUnit] = {}  # the same unit over several columns is told once
        applied: dict[MoneyUnit, list[tuple[ColumnKey, Isian, Decimal]]] = {}
        for key, unit in units.items():
            for place, row in enumerate(self.rows):
                parts = _amounts_in(row, key, own_unit=unit.power != 0 and key in own)
                new: list[Isian] = []
                for part in parts:
                    number, reason = self._read(part, unit, key, row)
                    if reason:
                        name = UNIT_NAMES.get(unit.power, "tidak pasti")
                        log.note("B77", part.source, teks=part.clean, satuan=name, tempat=unit.place, sebab=reason)
                        changed.setdefault(place, {})[key] = Isian("", part.source, unread=True)
                        break
                    new.append(replace(part, number=number))
                    if unit.power:
                        applied.setdefault(first_of.setdefault(unit.power, unit), []).append((key, part, number))
                else:
                    if any(one.number != part.number for one, part in zip(new, parts, strict=True)):
                        changed.setdefault(place, {})[key] = joined(new) if key == SHARE else new[0]
        settled = [with_cells(row, changed.get(place, {})) for place, row in enumerate(self.rows)]
        self._tell(applied, settled, units, log)
        return settled  # type: ignore[return-value]  # each is the row it was, with other cells

    def _inherited(self, key: ColumnKey, own: MoneyUnit, log: FindingLog) -> MoneyUnit:
        """What a column without a unit is counted in: as the table it goes on with, if its amounts are like those."""
        assert self.above is not None
        cells = (part.number for row in self.rows for part in _amounts_in(row, key))
        most = max((abs(number) for number in cells if number), default=None)
        if most is None or self.above.fits(most):
            return self.above.unit
        place = CellRef(self.grid.title, self.header.baris or None, self.columns[key])
        log.note("B129", place, kolom=self._title(key), satuan=UNIT_NAMES[self.above.unit.power],
                 lain=self.above.unit.place)  # fmt: skip
        return own

    def _read(self, isian: Isian, unit: MoneyUnit, key: ColumnKey, row: SheetRow) -> tuple[Decimal, str]:
        """An amount in rupiah, or why its cell cannot be used."""
        number = isian.number or Decimal(0)
        if unit.power < 0:
            return number, f"judul atau keterangannya menyebut lebih dari satu satuan ({unit.text})"
        own = read_amount(isian.clean)
        if own is not None:
            if unit.power not in (0, own[1]):
                return number, f"sel ini menyebut {UNIT_NAMES[own[1]]}"
            return (number if self._is_full(isian, *own) else own[0].scaleb(own[1])), ""
        scale = self._scale(isian)
        if scale:
            wrong = unit.power not in (0, scale)
            return number, f"format selnya menampilkan {UNIT_NAMES.get(scale, '')}" if wrong else ""
        return number.scaleb(unit.power), self._contradiction(number, unit, key, row) if unit.power else ""

    def _is_full(self, isian: Isian, shown: Decimal, power: int) -> bool:
        """Whether a cell that shows "1,5 miliar" holds all of it, and its format only shortens it."""
        cell = self.grid.cells.get((isian.source.baris or 0, isian.source.kolom or 0))
        if cell is None or cell.number is None:
            return False
        return abs(cell.number - shown.scaleb(power)) < abs(cell.number - shown)

    def _scale(self, isian: Isian) -> int:
        """The power of ten by which the format of a cell shows less than it holds: 3 for ``#,##0,``."""
        number = abs(isian.number or Decimal(0))
        if number < 1000 or "".join(filter(str.isdigit, isian.text)).startswith(str(int(number))):
            return 0
        cell = self.grid.cells.get((isian.source.baris or 0, isian.source.kolom or 0))
        shown = read_rupiah(isian.clean.strip("()"))
        if cell is None or cell.number is None or shown is None:
            return 0
        nearest = min((0, 3, 6, 9), key=lambda power: abs(number - abs(shown).scaleb(power)))
        return nearest if shown else 0

    def _contradiction(self, number: Decimal, unit: MoneyUnit, key: ColumnKey, row: SheetRow) -> str:
        """Why an amount cannot be in the unit of its column; empty where it can."""
        if abs(number).scaleb(unit.power) >= _MOST:
            return f"jumlahnya menjadi Rp{rupiah(number.scaleb(unit.power))}, melebihi APBD mana pun"
        if key == SHARE:
            return ""  # owners have very different shares; their sum is held against the pagu
        beside = [
            other.number
            for same in self.columns
            if same != key
            and same[0] == key[0]
            and (other := cell_of(row, same)) is not None
            and other.number
            and read_amount(other.clean) is None
        ]
        much = Decimal(10) ** unit.power / _NEAR
        if beside and number >= much * max(beside):
            return "tahun lain pada baris ini jauh lebih kecil"
        above = self._by_code.get((key, parent_code(_code(row)) or ""))
        if above and number >= 20 * above:
            return "jumlahnya jauh lebih besar daripada induknya"
        below = self._below.get((key, _code(row)))
        if below and number >= much * below:
            return "jumlahnya jauh lebih besar daripada rinciannya"
        return ""

    @cached_property
    def _by_code(self) -> dict[tuple[ColumnKey, str], Decimal]:
        return {
            (key, _code(row)): isian.number
            for row in self.rows
            for key in self.columns
            if (isian := cell_of(row, key)) is not None and isian.number and _code(row)
        }

    @cached_property
    def _below(self) -> dict[tuple[ColumnKey, str], Decimal]:
        found: dict[tuple[ColumnKey, str], Decimal] = {}
        for (key, kode), number in self._by_code.items():
            if above := parent_code(kode):
                found[key, above] = found.get((key, above), Decimal(0)) + number
        return found

    def _tell(
        self, applied: Mapping[MoneyUnit, list[tuple[ColumnKey, Isian, Decimal]]], rows: Sequence[SheetRow],
        units: Mapping[ColumnKey, MoneyUnit], log: FindingLog,
    ) -> None:  # fmt: skip
        """Say once which unit was applied, which cells had one of their own, and where one is probably missing."""
        for unit, cells in applied.items():
            _, first, number = next((entry for entry in cells if entry[2]), cells[0])
            names = ", ".join(dict.fromkeys(self._title(key) for key, _, _ in cells))
            log.note("B75", unit.place, kolom=names, satuan=UNIT_NAMES[unit.power], teks=" ".join(unit.text.split()),
                     sel=first.source, isi=first.clean, jumlah=rupiah(number))  # fmt: skip
        scaled = False
        for row in rows:
            for key, isian in ((column, part) for column in self.columns for part in _amounts_in(row, column)):
                assert isian.number is not None
                if read_amount(isian.clean) is not None:
                    log.note("B76", isian.source, teks=isian.clean, jumlah=rupiah(isian.number))
                elif not scaled and not units[key].power and (scale := self._scale(isian)):
                    scaled = True
                    log.note(
                        "B82", isian.source, teks=isian.clean, satuan=UNIT_NAMES[scale], jumlah=rupiah(isian.number)
                    )
        doubtful = [
            key for key, unit in units.items() if key[0] == _PAGU and not unit.text and self._is_too_little(rows, key)
        ]
        if doubtful:
            place = CellRef(self.grid.title, self.header.baris, self.columns[doubtful[0]])
            most = max(self._programs(rows, doubtful[0]))
            names = ", ".join(map(self._title, doubtful))
            log.note("B78", place, kolom=names, jumlah=rupiah(most), contoh=self._title(doubtful[0]))

    def _is_too_little(self, rows: Sequence[SheetRow], key: ColumnKey) -> bool:
        most = max(self._programs(rows, key), default=_LEAST_PROGRAM)
        return 0 < most < _LEAST_PROGRAM

    def _programs(self, rows: Sequence[SheetRow], key: ColumnKey) -> Iterator[Decimal]:
        """The amounts of what is part of nothing else in the table."""
        codes = {_code(row) for row in rows}
        for row in rows:
            isian = cell_of(row, key)
            if isian is not None and isian.number is not None and parent_code(_code(row)) not in codes:
                yield isian.number

    def _title(self, key: ColumnKey) -> str:
        return (
            " ".join(self.grid.text(self.header.baris, self.columns[key]).split()) or f"{key[0]} {key[1] or ''}".strip()
        )


def _amounts_in(row: SheetRow, key: ColumnKey, own_unit: bool = False) -> tuple[Isian, ...]:
    """The amounts of a cell: one in most columns, in Bagian one for each owner; none where it is per cent."""
    isian = cell_of(row, key)
    if isian is None or not isian:
        return ()
    return parts_of(isian, own_unit) if key == SHARE else () if isian.number is None else (isian,)


def _code(row: SheetRow) -> str:
    kode = getattr(row, "kode", None)
    return first_code(kode.text) if isinstance(kode, Isian) and kode else ""
