"""The column of the state at the end of the period: what it repeats of the years, and where it contradicts them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pokin_docs.extract.account.sorting import Cell
from pokin_docs.extract.foreign import roles
from pokin_docs.extract.foreign.assign import TableReading
from pokin_docs.extract.grid import UsedCell
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.source import CellRef, column_letters
from pokin_docs.model.texts import fold, fold_sentence
from pokin_docs.model.typed_values import read_rupiah

_FINAL = re.compile(
    r"\b(?:kondisi (?:kinerja )?(?:pada )?(?:akhir|terakhir)|akhir (?:periode|renstra|tahun)|target akhir)\b"
)
_MONEY = re.compile(r"\b(?:rp|pagu|rupiah|anggaran|pendanaan)\b")


def compare_final(table: TableReading, log: FindingLog) -> set[Cell]:
    """The cells of the final state that say what the years of their row say; those that say something else are told.

    Args:
        table: The table.
        log: Takes what is found.
    """
    same: set[Cell] = set()
    for number in _final_columns(table):
        for row in table.area.rows:
            cell = table.area.grid.cells.get((row, number))
            if cell is None or not cell.text.strip():
                continue
            against = list(_against(table, number, row))
            if any(_alike(cell, value) for _, value in against):
                same.add((row, number))
            elif against:
                kolom, value = against[0]
                place = CellRef(table.area.grid.title, row, kolom)
                details = {"teks": cell.text.strip(), "dipakai": value.text.strip(), "lain": place}
                log.note("B102", CellRef(table.area.grid.title, row, number), **details)
    return same


def _final_columns(table: TableReading) -> list[int]:
    return [
        number
        for number, title in table.area.titles.items()
        if not table.tells(number) and _FINAL.search(fold(title.text))
    ]


def _against(table: TableReading, number: int, row: int) -> Iterator[tuple[int, UsedCell]]:
    """The cells that a final state may repeat: of the last year, and of amounts their sum."""
    grid = table.area.grid
    money = _MONEY.search(fold(table.area.titles[number].text)) is not None
    kind = roles.PAGU if money else roles.TARGET
    years = sorted((role.tahun, column) for column, role in table.chosen.items() if role.kunci == kind and role.tahun)
    cells = [(column, cell) for _, column in years if (cell := grid.cells.get((row, column))) and cell.text.strip()]
    if not cells:
        return
    yield cells[-1]
    amounts = [_amount(cell) for _, cell in cells]
    if money and all(amount is not None for amount in amounts):
        total = sum((amount for amount in amounts if amount is not None), Decimal(0))
        yield cells[-1][0], UsedCell(column_letters(cells[-1][0]), "", number=total)


def _amount(cell: UsedCell) -> Decimal | None:
    return cell.number if cell.number is not None else read_rupiah(cell.text)


def _alike(one: UsedCell, other: UsedCell) -> bool:
    first, second = _amount(one), _amount(other)
    if first is not None and second is not None:
        return abs(first - second) < 1
    return fold_sentence(one.text) == fold_sentence(other.text)
