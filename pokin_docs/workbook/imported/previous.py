"""The result of an earlier run as the planner left it: what he chose, typed, added and removed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from pokin_docs.extract.grid import Grid, UsedCell
from pokin_docs.extract.read import read_sheets
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold
from pokin_docs.model.workbook_spec import (
    GUIDE_TITLE,
    IDENTITAS_KEYS,
    IDENTITAS_TITLE,
    IMPORT_TITLE,
    LEMBAR,
    NOMENCLATURE_TITLE,
    RECORD_TITLE,
    REST_TITLE,
    Kolom,
    Lembar,
)
from pokin_docs.workbook import sheets
from pokin_docs.workbook.imported.asked import AGENCY_COLUMN, LEVEL_PLACE, AskedPlace
from pokin_docs.workbook.imported.record import ImportRecord, read_record
from pokin_docs.workbook.imported.sheet import AGENCY_PLACE, COLUMN_TITLE, PLACE_TITLE, ROLE_TITLE, TABLE_TITLE
from pokin_docs.workbook.look import CellContent

_TITLE_ROWS = 12
"""Rows of a sheet among which its header is looked for: a planner may have added some above it."""


@dataclass(frozen=True)
class PreviousResult:
    """What stands in a result of ours.

    ``roles`` is what the sheet Impor says of each column now. ``rows`` are those of each official sheet, by its key,
    ``columns`` the keys of its columns and ``titles`` the titles of columns that the planner added. ``own`` are
    names of sheets of his. ``broken`` are findings of cells whose value cannot be trusted.
    """

    record: ImportRecord
    roles: Mapping[AskedPlace, str]
    rows: Mapping[str, tuple[Mapping[str, CellContent], ...]]
    columns: Mapping[str, frozenset[str]]
    titles: Mapping[str, Mapping[str, str]]
    identitas: Mapping[str, CellContent]
    own: tuple[str, ...]
    broken: tuple[Temuan, ...] = ()


def read_previous(path: Path) -> PreviousResult | None:
    """What stands in an earlier result; None for a file that no import of ours wrote."""
    opened = read_sheets(path)
    grids = {grid.title: grid for grid in opened.value or ()}
    record = _record(grids)
    if record is None:
        return None
    rows: dict[str, tuple[Mapping[str, CellContent], ...]] = {}
    columns: dict[str, frozenset[str]] = {}
    titles: dict[str, dict[str, str]] = {}
    broken: list[Temuan] = []
    for lembar in LEMBAR:
        grid = grids.get(lembar.title)
        header = _header_row(grid, lembar) if grid else None
        if grid is None or header is None:
            continue
        by_number = dict(_keys(grid, header, lembar))
        columns[lembar.kunci] = frozenset(by_number.values())
        titles[lembar.kunci] = {
            key: key.removeprefix(sheets.OWN_COLUMN) for key in by_number.values() if key.startswith(sheets.OWN_COLUMN)
        }
        rows[lembar.kunci] = tuple(_rows(grid, header, by_number))
        broken += (
            temuan(cell.broken, CellRef(grid.title, *place), rumus=cell.details, galat=cell.details, teks=cell.details)
            for place, cell in grid.cells.items()
            if cell.broken and place[0] > header
        )
    known = {IMPORT_TITLE, REST_TITLE, RECORD_TITLE, GUIDE_TITLE, NOMENCLATURE_TITLE, IDENTITAS_TITLE}
    known |= {lembar.title for lembar in LEMBAR}
    return PreviousResult(
        record, _roles(grids.get(IMPORT_TITLE)), rows, columns, titles, _identitas(grids.get(IDENTITAS_TITLE)),
        tuple(title for title in grids if title not in known), tuple(broken),
    )  # fmt: skip


def _record(grids: Mapping[str, Grid]) -> ImportRecord | None:
    grid = grids.get(RECORD_TITLE)
    return read_record({place: cell.text for place, cell in grid.cells.items()}) if grid else None


def _header_row(grid: Grid, lembar: Lembar) -> int | None:
    """The row with most titles of the sheet, among the first."""
    known = {fold(kolom.title) for kolom in lembar.kolom}
    counts = {
        row: sum(fold(grid.text(row, number)) in known for number in numbers)
        for row, numbers in grid.filled_columns.items()
        if row <= _TITLE_ROWS
    }
    best = max(counts, key=lambda row: (counts[row], -row), default=None)
    return best if best is not None and counts[best] else None


def _keys(grid: Grid, header: int, lembar: Lembar) -> Iterator[tuple[int, str]]:
    """The key of each column that has a title; that of a column of the planner's own is its title."""
    taken: set[str] = set()
    for number in grid.filled_columns[header]:
        title = grid.text(header, number).strip()
        key = next((key for key in (_key(title, kolom) for kolom in lembar.kolom) if key), None)
        key = key or f"{sheets.OWN_COLUMN}{title}"
        if title and key not in taken:
            taken.add(key)
            yield number, key


def _key(title: str, kolom: Kolom) -> str:
    if not kolom.per_tahun:
        return kolom.kunci if fold(title) == fold(kolom.title) else ""
    year = title[-4:]
    same = year.isdecimal() and fold(title) == fold(kolom.title.replace("{tahun}", year))
    return f"{kolom.kunci} {year}" if same else ""


def _rows(grid: Grid, header: int, keys: Mapping[int, str]) -> Iterator[Mapping[str, CellContent]]:
    for row, numbers in grid.filled_columns.items():
        if row <= header:
            continue
        values = {keys[number]: typed(grid.cells[row, number]) for number in numbers if number in keys}
        if values := {key: value for key, value in values.items() if value not in (None, "")}:
            yield values


def typed(cell: UsedCell) -> CellContent:
    """What was typed into a cell: a number, a day or a text."""
    if cell.number is not None:
        whole = cell.number == cell.number.to_integral_value()
        return int(cell.number) if whole else float(cell.number)
    return cell.tanggal or cell.text or cell.typed


def _roles(grid: Grid | None) -> dict[AskedPlace, str]:
    """What the sheet Impor says of each column and each group of rows."""
    if grid is None:
        return {}
    for row, numbers in grid.filled_columns.items():
        places = {grid.text(row, number): number for number in numbers}
        if not {ROLE_TITLE, TABLE_TITLE, PLACE_TITLE, COLUMN_TITLE} - places.keys():
            break
    else:
        return {}
    found: dict[AskedPlace, str] = {}
    for below in (below for below in grid.filled_columns if below > row):
        place = grid.text(below, places[PLACE_TITLE]).strip()
        number: int | str | None = AGENCY_COLUMN if place == AGENCY_PLACE else _number(place)
        if place == LEVEL_PLACE:
            number = grid.text(below, places[COLUMN_TITLE]).strip()
        if number is not None and (role := grid.text(below, places[ROLE_TITLE]).strip()):
            found[grid.text(below, places[TABLE_TITLE]), number] = role
    return found


def _number(letters: str) -> int | None:
    if not letters.isascii() or not letters.isalpha() or not letters.isupper() or len(letters) > 3:
        return None
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _identitas(grid: Grid | None) -> dict[str, CellContent]:
    if grid is None:
        return {}
    keys = {fold(entry.title): entry.kunci for entry in IDENTITAS_KEYS}
    found: dict[str, CellContent] = {}
    for row in grid.filled_columns:
        kunci = keys.get(fold(grid.text(row, 1)))
        cell = grid.cells.get((row, 2))
        if kunci and cell is not None and row > sheets.HEADER_ROW - 1 and typed(cell) not in (None, ""):
            found.setdefault(kunci, typed(cell))
    return found


def own_sheets(path: Path, names: tuple[str, ...]) -> Callable[[Workbook], None]:
    """What copies these sheets of a workbook into another: values, widths and merges.

    Args:
        path: The workbook they stand in.
        names: Their names.
    """

    def copy(book: Workbook) -> None:
        if not names:
            return
        source = load_workbook(path)
        for name in names:
            old, new = source[name], book.create_sheet(name)
            assert isinstance(old, Worksheet)
            for cells in old.iter_rows():
                for cell in cells:
                    if cell.value is not None:
                        new.cell(cell.row or 1, cell.column or 1, cell.value).number_format = cell.number_format
            for letters, dimension in old.column_dimensions.items():
                new.column_dimensions[letters].width = dimension.width
            for area in old.merged_cells.ranges:
                new.merge_cells(area.coord)

    return copy
