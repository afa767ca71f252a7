"""A form on what was reached and spent in a quarter, as it came back from a unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.header import find_header
from pokin_docs.extract.main_table import table_rows
from pokin_docs.extract.read import read_sheets
from pokin_docs.model.findings import FindingLog, Outcome, temuan
from pokin_docs.model.realised import read_quarter
from pokin_docs.model.realised_form import (
    ABOUT_KEYS,
    FORM_NAME,
    MEASURES,
    MEASURES_TITLE,
    MONEY,
    MONEY_TITLE,
    FilledForm,
    FormMeasureRow,
    FormMoneyRow,
)
from pokin_docs.model.rows import SheetRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold
from pokin_docs.model.workbook_spec import QUARTER_CHOICES, Lembar

_SUFFIXES = (".xlsx", ".xlsm")
_ROWS_OF_ABOUT = 30
_ASKED_FOR = ("nilai", "anggaran")
"""Columns whose title may name the quarter."""


def is_form(path: Path) -> bool:
    """Whether a file is a form of ours; of what cannot be opened another reader tells."""
    return path.suffix.lower() in _SUFFIXES and path.is_file() and _about(read_sheets(path).value or ()) is not None


def read_form(path: Path) -> Outcome[FilledForm]:
    """What a form says, its findings naming the file; no value, with the reasons, where it cannot be understood."""
    opened = read_sheets(path)
    if opened.value is None:
        return Outcome(None, opened.temuan)
    about = _about(opened.value)
    log = FindingLog()
    if about is None:
        return Outcome(None, (temuan("B118", CellRef(""), berkas=path.name, sebab="bukan formulir realisasi"),))
    sheets = {fold(grid.title): replace(grid, title=f"{path.name}: {grid.title}") for grid in opened.value}
    named: set[int] = set()
    read: dict[str, tuple[SheetRow, ...]] = {}
    for lembar, title in ((MEASURES, MEASURES_TITLE), (MONEY, MONEY_TITLE)):
        grid = sheets.get(fold(title))
        if grid is None:
            log.note("B118", CellRef(""), berkas=path.name, sebab=f"lembar «{title}» tidak ada")
            continue
        read[lembar.kunci], quarters = _rows(grid, lembar, log)
        named |= quarters
    measures = tuple(row for row in read.get(MEASURES.kunci, ()) if isinstance(row, FormMeasureRow))
    money = tuple(row for row in read.get(MONEY.kunci, ()) if isinstance(row, FormMoneyRow))
    refused = any(entry.kode in ("B12", "B13", "B118") for entry in log)
    form = FilledForm(path.name, about, measures, money, frozenset(named))
    return Outcome(None if refused else form, tuple(log))


def _about(grids: tuple[Grid, ...]) -> dict[str, str] | None:
    """What the form says of itself, by the folded key; None where no sheet says that it is one."""
    for grid in grids:
        texts = {place: cell.text for place, cell in grid.cells.items() if place[0] <= _ROWS_OF_ABOUT}
        if any(fold(text) == fold(FORM_NAME) for text in texts.values()):
            return dict(_lines(texts))
    return None


def _lines(texts: dict[tuple[int, int], str]) -> Iterator[tuple[str, str]]:
    for (row, column), text in texts.items():
        key = next((key for key in ABOUT_KEYS if fold(key) == fold(text)), None)
        if key is not None:
            yield key, next((texts[row, right] for right in range(column + 1, column + 4) if (row, right) in texts), "")


def _rows(grid: Grid, lembar: Lembar, log: FindingLog) -> tuple[tuple[SheetRow, ...], set[int]]:
    """The rows of a sheet, and the quarters that its titles name."""
    if not grid.cells:
        return (), set()
    header, found = find_header(grid, lembar)
    log.add(found)
    if header is None:
        return (), set()
    titles = [grid.text(header.baris, header.kolom[key, None]) for key in _ASKED_FOR if (key, None) in header.kolom]
    ends = [fold(title) for title in titles]
    quarters = {
        number
        for end in ends
        for quarter in QUARTER_CHOICES
        if end.endswith(f" {fold(quarter)}") and (number := read_quarter(quarter)) is not None
    }
    return table_rows(grid, lembar, header, log), quarters
