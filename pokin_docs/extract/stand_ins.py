"""Cells that stand for another or for none: "-" is blank, "idem" is what the cell above says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from pokin_docs.extract.grid import Grid, UsedCell
from pokin_docs.model.cell_words import is_blank_word, is_ditto
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.ranges import first_cells
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, squeeze
from pokin_docs.model.workbook_spec import ColumnType, Lembar

_BLANK, _UNSURE = UsedCell("", ""), UsedCell("", "", unread=True)


def without_blank_words(grid: Grid) -> Grid:
    """The sheet with every cell that only says that it is blank as a blank one, which keeps what was typed."""
    cells = {
        place: replace(cell, text="", typed=cell.text)
        for place, cell in grid.cells.items()
        if cell.number is None and not cell.broken and is_blank_word(cell.text)
    }
    return replace(grid, cells={**grid.cells, **cells}) if cells else grid


def without_ditto(
    grid: Grid,
    lembar: Lembar,
    baris: int,
    columns: Mapping[int, tuple[str, int | None]],
    log: FindingLog,
    last: int | None = None,
) -> Grid:
    """The sheet with what stands above in place of every ditto mark; blank, with a finding, where that is not sure.

    Args:
        grid: The sheet.
        lembar: What it is.
        baris: The last row of its header, 1-based.
        columns: The keys of its columns by number, 1-based.
        log: Takes what is found: once per column what is read, for each cell what is not.
        last: The last row of the table, 1-based, where others follow.
    """
    places = [
        (row, number)
        for row, numbers in grid.filled_columns.items()
        if row > baris and (last is None or row <= last)
        for number in numbers
        if number in columns and is_ditto(grid.cells[row, number].text)
    ]
    if not places:
        return grid
    return _Ditto(grid, lembar, baris, columns).resolved(places, log)


@dataclass(frozen=True)
class _Ditto:
    grid: Grid
    lembar: Lembar
    baris: int
    columns: Mapping[int, tuple[str, int | None]]

    def resolved(self, places: list[tuple[int, int]], log: FindingLog) -> Grid:
        cells = dict(self.grid.cells)
        read: dict[int, list[tuple[CellRef, str]]] = {}
        names_units = {
            number
            for number, (kunci, _) in self.columns.items()
            if kunci == "bidang" or self.lembar.kolom_of(kunci).jenis is ColumnType.ID
        }
        for row, number in places:
            typed = cells[row, number].text
            if number in names_units and squeeze(typed) == "SDA":
                continue  # the unit for water, not "as above"
            above, reason = self._above(cells, row, number)
            place = CellRef(self.grid.title, row, number)
            cells[row, number] = _UNSURE if above is None else replace(above, cleaned=False)
            if above is None:
                log.note("B51", place, teks=squeeze(typed), kolom=self._title(number), sebab=reason)
            else:
                read.setdefault(number, []).append((place, squeeze(typed)))
        for number, found in read.items():
            cells_read = first_cells([place for place, _ in found])
            log.note("B50", found[0][0], teks=found[0][1], kolom=self._title(number), sel=cells_read)
        return replace(self.grid, cells=cells)

    def _above(self, cells: Mapping[tuple[int, int], UsedCell], row: int, number: int) -> tuple[UsedCell | None, str]:
        """What a ditto mark stands for, or why that is not sure."""
        kunci, year = self.columns[number]
        before = self._row_before(row)
        cell = None if before is None else self._cell(cells, before, number)
        if cell is None or before is None or not cell.text.strip():
            return None, "sel di atasnya kosong"
        if fold(cell.text) == fold(self.grid.text(self.baris, number)):
            return None, "sel di atasnya judul kolom"
        left = next((other for other, key in self.columns.items() if year and key == (kunci, year - 1)), None)
        beside = None if left is None else self.grid.cells.get((row, left))
        if (
            beside is not None
            and not is_ditto(beside.text)
            and beside.text.strip()
            and fold(beside.text) != fold(cell.text)
        ):
            return None, f"sel di atasnya «{squeeze(cell.text)}», di kirinya «{squeeze(beside.text)}»"
        if kunci == "kinerja" and self._is_further(cells, row, before):
            return _BLANK, ""  # a further indicator of the kinerja above, as with a blank cell
        return cell, ""

    def _is_further(self, cells: Mapping[tuple[int, int], UsedCell], row: int, before: int) -> bool:
        number = next((number for number, key in self.columns.items() if key[0] == "komponen"), None)
        if number is None:
            return False
        own, above = (self._cell(cells, at, number) for at in (row, before))
        codes = next((column for column, key in self.columns.items() if key[0] == "kode"), 0)
        kode, kode_above = (self.grid.text(at, codes).strip() for at in (row, before))
        if kode and kode != kode_above and not is_ditto(kode):
            return False  # another component that says the same
        return (
            own is None
            or not own.text.strip()
            or is_ditto(own.text)
            or (above is not None and fold(own.text) == fold(above.text))
        )

    def _row_before(self, row: int) -> int | None:
        """The nearest row of the table above a row that holds anything."""
        index = bisect_left(self._rows, row)
        return self._rows[index - 1] if index else None

    @cached_property
    def _rows(self) -> list[int]:
        return [
            row
            for row, numbers in self.grid.filled_columns.items()
            if row > self.baris
            and any(number in self.columns and self.grid.text(row, number).strip() for number in numbers)
        ]

    def _cell(self, cells: Mapping[tuple[int, int], UsedCell], row: int, number: int) -> UsedCell | None:
        return cells.get((row, number)) or cells.get(self.grid.merges.get((row, number), (0, 0)))

    def _title(self, number: int) -> str:
        kunci, year = self.columns[number]
        return self.lembar.kolom_of(kunci).title.replace("{tahun}", str(year))
