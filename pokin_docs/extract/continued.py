"""Tables that go on on another sheet: "Pejabat (2)", "Tahap 5 lanjutan", any name, with or without titles."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from pokin_docs.extract.grid import Grid, UsedCell
from pokin_docs.extract.layouts.column_titles import match_title
from pokin_docs.extract.layouts.header import find_header
from pokin_docs.extract.layouts.sheet_header import SheetHeader
from pokin_docs.model.level_labels import read_label
from pokin_docs.model.levels import KomponenPerencanaan, read_jenis_pk
from pokin_docs.model.programs import kind_of, split_codes
from pokin_docs.model.texts import fold
from pokin_docs.model.workbook_spec import LEMBAR, PEJABAT, ColumnType, Lembar, WhenMissing

_OTHER_MATTER = re.compile(
    r"\b(?:lama|draft|draf|arsip|backup|cadangan|copy|salinan|contoh|old|usulan|dinas|badan|kecamatan|kelurahan|rsud"
    r"|puskesmas|20\d\d)\b"
)
"""What the name of a sheet says that is another version, or of another agency."""
_SUFFIX = re.compile(r"(?:lanjutan|lanjut|sambungan|samb|lanj|bagian|hal|halaman)? ?(?:\d{1,2}|[ivx]{1,4}|[a-z])?")
_ROWS = 60
_SAME_COLUMNS = 0.8
_COPIED = 0.5
"""Part of the rows that also stand in the first sheet, from which on a sheet is a copy of it."""
_SURE = 0.6
_TITLES = 3
_NIP = re.compile(r"\d{8} ?\d{6} ?\d ?\d{3}")
_MIN_WORDS, _MIN_FITS = 2, 2
_LONGEST_ID = 20

_STRONG: dict[str, Callable[[UsedCell], bool]] = {
    "komponen": lambda cell: read_label(cell.text) is not None,
    "jenis_pk": lambda cell: read_jenis_pk(cell.text) is not None,
    "kinerja": lambda cell: len(cell.text.split()) >= _MIN_WORDS,
    "nomenklatur": lambda cell: cell.number is None and len(cell.text) > _LONGEST_ID // 2,
}
_STRONG_TYPES: dict[ColumnType, Callable[[UsedCell], bool]] = {
    ColumnType.NIP: lambda cell: _NIP.fullmatch(cell.text.strip()) is not None,
    ColumnType.KODE: lambda cell: any(map(kind_of, split_codes(cell.kode_text))),
    ColumnType.RUPIAH: lambda cell: cell.number is not None,
    ColumnType.ID: lambda cell: len(cell.text) <= _LONGEST_ID,
    ColumnType.DATE: lambda cell: cell.tanggal is not None,
}


def is_other_matter(title: str) -> bool:
    """Whether the name of a sheet says that it is another version of a table, or of another agency."""
    return _OTHER_MATTER.search(fold(title)) is not None


@dataclass(frozen=True)
class FirstSheet:
    """The sheet on which a table begins."""

    grid: Grid
    lembar: Lembar
    header: SheetHeader

    def further(self, grid: Grid) -> SheetHeader | None:
        """The header under which the table goes on on another sheet; None where it does not, or is only copied there.

        Without titles of its own the sheet has those of the first one; the last row of its header is then 0.
        """
        if not grid.cells or is_other_matter(grid.title) or self._is_named_after_another(grid):
            return None
        header = self._titled(grid) or self._untitled(grid)
        if header is None or self._is_copy(grid, header) or (not self._named(grid) and self._begins_anew(grid, header)):
            return None
        return header

    def with_titles(self, grid: Grid, header: SheetHeader) -> Grid:
        """A further sheet with the titles of the first one above it, where it has none itself.

        Args:
            grid: The further sheet.
            header: Its header.
        """
        if header.baris:
            return grid
        titles = {(0, number): UsedCell(title, title) for number, title in header.title.items()}
        return replace(grid, cells={**titles, **grid.cells})

    def _named(self, grid: Grid) -> bool:
        """Whether the name of a sheet is that of the first one, and says that it goes on."""
        return _goes_on(self.grid.title, grid.title)

    def _is_named_after_another(self, grid: Grid) -> bool:
        """Whether a sheet is called as one of ours that holds something else: "Tahap 5 (2)" goes on with no IKK."""
        return not self._named(grid) and any(_goes_on(lembar.title, grid.title) for lembar in LEMBAR)

    def _titled(self, grid: Grid) -> SheetHeader | None:
        titles = {fold(title) for title in self.header.title.values()}
        rows = [row for row in grid.filled_columns if row <= _ROWS]
        most = max(
            (len({fold(grid.text(row, n)) for n in grid.filled_columns[row]} & titles) for row in rows), default=0
        )
        if most < min(_TITLES, len(titles)):
            return None
        header, found = find_header(grid, self.lembar)
        if header is None or any(finding.kode == "B13" for finding in found):
            return None
        shared = self.header.kolom.keys() & header.kolom.keys()
        wanted = 1 if self._named(grid) else _SAME_COLUMNS * len(self.header.kolom)
        if len(shared) < wanted:
            return None
        taken = set(header.kolom.values())
        lacking = {
            key: number for key, number in self.header.kolom.items() if key not in shared and number not in taken
        }
        same_places = all(header.kolom[key] == self.header.kolom[key] for key in shared)
        return replace(header, kolom={**header.kolom, **lacking}) if same_places else header

    def _untitled(self, grid: Grid) -> SheetHeader | None:
        columns = self.header.kolom
        cells = [(place, cell) for place, cell in grid.cells.items() if place[0] <= _ROWS and cell.text.strip()]
        known = set(columns.values())
        if not cells or sum(place[1] in known for place, _ in cells) < _SAME_COLUMNS * len(cells):
            return None
        told = (_holds(self.lembar, kunci, number, cells) for (kunci, _), number in columns.items())
        fits = [fit for fit in told if fit is not None]
        if len(fits) < _MIN_FITS or not all(fits):
            return None
        first_rows = [row for row in grid.filled_columns if row <= _ROWS]
        if any(_names_columns(lembar, grid, row) for row in first_rows for lembar in LEMBAR):
            return None  # it has titles, which do not go on with these
        if self.lembar is not PEJABAT and any(
            _NIP.search(grid.text(row, number)) for row in first_rows for number in grid.filled_columns[row]
        ):
            return None  # people
        return SheetHeader(0, dict(columns), dict(self.header.title))

    def _is_copy(self, grid: Grid, header: SheetHeader) -> bool:
        here, there = self._keys(grid, header), self._keys(self.grid, self.header)
        return not here or len([key for key in here if key in there]) >= _COPIED * len(here)

    def _keys(self, grid: Grid, header: SheetHeader) -> set[tuple[str, ...]]:
        """What tells the rows of a table apart."""
        names = [kolom.kunci for kolom in self.lembar.kolom if kolom.when_missing is WhenMissing.GALAT]
        numbers = [number for name in names if (number := header.kolom.get((name, None)))]
        rows = [row for row in grid.filled_columns if row > header.baris]
        keys = {tuple(fold(grid.text(row, number)) for number in numbers) for row in rows}
        return {key for key in keys if any(key)}

    def _begins_anew(self, grid: Grid, header: SheetHeader) -> bool:
        """Whether a main table begins with the highest level: it is a table of its own then."""
        number = header.kolom.get(("komponen", None))
        below = (grid.text(row, number or 0) for row in grid.filled_columns if row > header.baris)
        first = next((text for text in below if text.strip()), "")
        return read_label(first) is KomponenPerencanaan.TUJUAN


def _goes_on(first: str, title: str) -> bool:
    """Whether the name of a sheet is that of another, and says that it goes on."""
    own, before = fold(title), fold(first)
    return own.startswith(before) and _SUFFIX.fullmatch(own.removeprefix(before).strip()) is not None


def _names_columns(lembar: Lembar, grid: Grid, row: int) -> bool:
    return sum(match_title(lembar, grid.text(row, number)) is not None for number in grid.filled_columns[row]) > 1


def _holds(lembar: Lembar, kunci: str, number: int, cells: list[tuple[tuple[int, int], UsedCell]]) -> bool | None:
    """Whether most cells of a column are what the column asks for; None where that cannot be told."""
    reader = _STRONG.get(kunci) or _STRONG_TYPES.get(lembar.kolom_of(kunci).jenis)
    own = [cell for place, cell in cells if place[1] == number]
    if reader is None or not own:
        return None
    return sum(map(reader, own)) >= _SURE * len(own)
