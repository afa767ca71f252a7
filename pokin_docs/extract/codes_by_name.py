"""Codes of rows that have a name and no code, where another row of the workbook has both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pokin_docs.extract.grid import Grid, UsedCell
from pokin_docs.extract.layouts.column_titles import MAX_TITLE_ROW, match_title
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.level_labels import component_name
from pokin_docs.model.programs import first_code, kind_of, parent_code, with_parents
from pokin_docs.model.ranges import first_of
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, squeeze
from pokin_docs.model.workbook_spec import REQUIRED_LEMBAR

_NAME_TITLE = re.compile(r"\b(?:program|sub ?kegiatan|kegiatan|nomenklatur|uraian|nama)\b")
_NO_NAME_TITLE = re.compile(r"\b(?:indikator|sasaran|kinerja|outcome|output|pagu|anggaran|target|kode)\b")
_LEVEL_WORD = re.compile(r"^(?:program|sub ?kegiatan|kegiatan) ")
_TITLE_ROWS = 3
_SHOWN = 6


@dataclass(frozen=True)
class _CodeTable:
    """A column of codes below its title, and the columns of names beside it."""

    grid: Grid
    baris: int
    kolom: int
    names: tuple[int, ...]

    def rows(self) -> Iterator[tuple[int, str, str, int]]:
        """Each row with a name: its number, its code, its name and the column of that; codes of no shape are kept."""
        for row, filled in self.grid.filled_columns.items():
            if row <= self.baris:
                continue
            named = next((number for number in reversed(self.names) if self.grid.text(row, number).strip()), None)
            if named is None or (self.kolom not in filled and (row, self.kolom) in self.grid.merges):
                continue
            name = component_name(self.grid.text(row, named)) or self.grid.text(row, named)
            cell = self.grid.cells.get((row, self.kolom))
            yield row, cell.kode_text.strip() if cell is not None else "", name, named


def with_known_codes(grids: Sequence[Grid], log: FindingLog) -> tuple[Grid, ...]:
    """The sheets with the code of each named row that has none, where its name and its place fit one code alone.

    Args:
        grids: The sheets of a workbook.
        log: Takes, once for each sheet, which rows were given a code.
    """
    tables = [table for grid in grids for table in _tables(grid)]
    lacking = [table for table in tables if any(not code for _, code, _, _ in table.rows())]
    if not lacking:
        return tuple(grids)
    by_name: dict[str, set[str]] = {}
    for table in tables:
        for _, text, name, _ in table.rows():
            code = first_code(text)
            if kind_of(code) is not None and (key := _key(name)):
                by_name.setdefault(key, set()).add(code)
    given = {table.grid.title: _given(table, by_name) for table in lacking}
    return tuple(_with_codes(grid, given.get(grid.title, {}), log) for grid in grids)


def _tables(grid: Grid) -> Iterator[_CodeTable]:
    for baris in (row for row in grid.filled_columns if row <= MAX_TITLE_ROW):
        for kolom in grid.filled_columns[baris]:
            if match_title(REQUIRED_LEMBAR, grid.text(baris, kolom)) == ("kode", None):
                names = tuple(number for number in grid.filled_columns[baris] if _is_of_names(grid, baris, number))
                last = max((row for (row, _), first in grid.merges.items() if first == (baris, kolom)), default=baris)
                if names:
                    yield _CodeTable(grid, last, kolom, names)
                return


def _is_of_names(grid: Grid, baris: int, number: int) -> bool:
    title = fold(grid.text(baris, number))
    return _NAME_TITLE.search(title) is not None and not _NO_NAME_TITLE.search(title)


def _key(name: str) -> str:
    """A name as it is compared: without the word of its level, case and signs."""
    return _LEVEL_WORD.sub("", fold(squeeze(name)).strip())


def _given(table: _CodeTable, by_name: Mapping[str, set[str]]) -> dict[tuple[int, int], tuple[str, int]]:
    """The codes of rows without one, by their cell, each with the column of its name."""
    found: dict[tuple[int, int], tuple[str, int]] = {}
    above = ""
    for row, text, name, named in table.rows():
        code = first_code(text)
        if not text:
            fits = [code for code in sorted(by_name.get(_key(name), ())) if _may_stand(code, above)]
            code = fits[0] if len(fits) == 1 else ""
            if code:
                found[row, table.kolom] = (code, named)
        above = code if kind_of(code) is not None else above
    return found


def _may_stand(code: str, above: str) -> bool:
    """Whether a row of this code can stand below one of the code ``above``: the same, a part of it, or beside it."""
    return not above or code == above or parent_code(code) in (None, *with_parents(above))


def _with_codes(grid: Grid, given: Mapping[tuple[int, int], tuple[str, int]], log: FindingLog) -> Grid:
    if not given:
        return grid
    told = [f"{CellRef(grid.title, row, named).address} = {code}" for (row, _), (code, named) in given.items()]
    first, (_, named) = next(iter(given.items()))
    place = CellRef(grid.title, first[0], named)
    log.note("B92", place, jumlah=len(given), daftar=first_of(told, _SHOWN))
    cells = {place: UsedCell(code, code) for place, (code, _) in given.items()}
    return replace(grid, cells={**grid.cells, **cells})
