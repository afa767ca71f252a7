"""What the sheets Impor and Sisa tell of the tables that were read."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from pokin_docs.extract.foreign import roles
from pokin_docs.extract.foreign.column_readings import Sureness
from pokin_docs.extract.foreign.guess import ColumnGuess, TableGuess, role_labels
from pokin_docs.extract.foreign.level_groups import LevelGroup
from pokin_docs.extract.foreign.roles import Role
from pokin_docs.extract.grid import Grid
from pokin_docs.extract.tables import numbers_columns
from pokin_docs.flow.import_reading import LEVELS, ColumnRoles, ImportReading
from pokin_docs.model.causes import causes
from pokin_docs.model.cell_words import is_blank_word
from pokin_docs.model.findings import Temuan
from pokin_docs.model.levels import read_komponen
from pokin_docs.model.ranges import ranges
from pokin_docs.model.source import CellRef, column_letters
from pokin_docs.model.texts import fold
from pokin_docs.model.workbook_spec import PROGRAM, REQUIRED_LEMBAR
from pokin_docs.workbook.imported.asked import (
    AGENCY_COLUMN,
    IGNORED,
    LEVEL_PLACE,
    AskedColumn,
    AskedLevel,
    AskedTable,
    IgnoredTable,
    ImportStory,
    UnplacedCell,
)

CHOSEN, UNKNOWN, LEVEL = "pilihan Anda", "pilih dulu", "pilih tingkatnya"
_MOST_CAPTIONS, _MOST_PLACES = 4, 8
_WHOLE, _QUOTED = "semua", 60
_UNREAD = ("", IGNORED, Role(roles.NUMBER).label, Role(roles.NOTE).label)
"""Roles of columns that tell nothing of the tree or its money: what stands in them is kept on the sheet Sisa."""


def asked_tables(grids: Sequence[Grid], reading: ImportReading, chosen: ColumnRoles) -> tuple[AskedTable, ...]:
    """What is asked about each table.

    Args:
        grids: The sheets of the sources.
        reading: What was read of them.
        chosen: What the planner decided, by sheet and column.
    """
    by_title = {grid.title: grid for grid in grids}
    stuck = not reading.official.rows.get(REQUIRED_LEMBAR.kunci)
    return tuple(
        AskedTable(
            table.sheet,
            tuple(_captions(by_title[table.sheet], table)),
            (
                *_agency(table.sheet, reading, chosen),
                *(_column(table, column, chosen, stuck=stuck) for column in table.columns),
            ),
            tuple(
                AskedLevel(group.name, group.examples, group.level.label, *_sure_of(table, group, chosen), LEVELS)
                for group in table.groups
            ),
        )
        for table in reading.tables
    )


def _sure_of(table: TableGuess, group: LevelGroup, chosen: ColumnRoles) -> tuple[str, bool]:
    """How sure the level of rows that look alike is, in a word, and whether a person must look."""
    if (table.sheet, group.name) in chosen:
        return CHOSEN, False
    return (LEVEL, True) if group.asked else (Sureness.LIKELY.value, False)


def _captions(grid: Grid, table: TableGuess) -> Iterator[str]:
    """The lines above a table, as far as they stand near it."""
    rows = [row for row in grid.filled_columns if row < table.start]
    for row in rows[-_MOST_CAPTIONS:]:
        text = " ".join(grid.text(row, number).strip() for number in grid.filled_columns[row]).strip()
        if text:
            yield text


def _agency(sheet: str, reading: ImportReading, chosen: ColumnRoles) -> Iterator[AskedColumn]:
    if names := reading.agencies.get(sheet):
        sure = CHOSEN if (sheet, AGENCY_COLUMN) in chosen else UNKNOWN
        title = "Perangkat daerah yang diimpor; yang lain tetap di lembar Sisa"
        yield AskedColumn(AGENCY_COLUMN, "", title, names[:3], reading.agency, sure, sure == UNKNOWN, names)


def _column(table: TableGuess, column: ColumnGuess, chosen: ColumnRoles, *, stuck: bool) -> AskedColumn:
    decided = (table.sheet, column.number) in chosen
    role = column.role or IGNORED
    no_level = stuck and column.role == Role(roles.KINERJA).label
    sure = LEVEL if no_level else CHOSEN if decided else column.sureness.value if column.role else UNKNOWN
    unsure = no_level or (not decided and (not column.role or column.sureness is Sureness.GUESSED))
    labels = role_labels(table)
    choices = tuple(dict.fromkeys((*labels, *(() if role in labels else (role,)))))
    return AskedColumn(column.number, column.letter, column.title, column.examples, role, sure, unsure, choices)


def unplaced_cells(
    grids: Sequence[Grid],
    tables: Sequence[TableGuess],
    left: frozenset[CellRef],
    ignored: Sequence[IgnoredTable],
    unread: frozenset[str] = frozenset(),
) -> Iterator[UnplacedCell]:
    """Every cell of the sources that was neither read nor ignored by choice.

    Args:
        grids: The sheets.
        tables: What was found in them.
        left: The cells that were not read.
        ignored: The columns that are not read.
        unread: The sheets of which nothing was read: they stand on Sisa whole, and are one line here.
    """
    kept = {(table.name, row) for table in ignored for row, _ in table.rows if not table.whole}
    whole = {(table.name, row) for table in ignored for row, _ in table.rows if table.whole}
    for grid in grids:
        if grid.title in unread:
            shown = next((cell.text for _, cell in sorted(grid.cells.items()) if cell.text.strip()), "")
            said = f"{len(grid.cells)} sel, mulai «{shown[:_QUOTED]}»; semuanya di lembar Sisa"
            yield UnplacedCell(grid.title, _WHOLE, said)
            continue
        own = [table for table in tables if table.sheet == grid.title]
        counting = {row for row, numbers in grid.filled_columns.items() if _numbers_columns(grid, row, numbers)}
        for place, cell in sorted({**grid.cells, **grid.leftovers}.items()):
            text = cell.text or cell.typed or cell.details
            if not text.strip() or is_blank_word(text) or CellRef(grid.title, *place) not in left:
                continue
            if place[0] in counting or (grid.title, place[0]) in whole:
                continue
            if not _is_known(grid, own, place, kept):
                yield UnplacedCell(grid.title, f"{column_letters(place[1])}{place[0]}", text)


def _numbers_columns(grid: Grid, row: int, numbers: Sequence[int]) -> bool:
    return numbers_columns({number: grid.text(row, number) for number in numbers})


def _is_known(
    grid: Grid, tables: Sequence[TableGuess], place: tuple[int, int], kept: Container[tuple[str, int]]
) -> bool:
    """Whether a cell is a title, stands above a table, is kept on Sisa, or repeats what a merge shows over it."""
    row, number = place
    if place in grid.leftovers and grid.leftovers[place].text == grid.text(*grid.merges[place]):
        return True
    if tables and row < min(table.start for table in tables):
        return True
    table = next((table for table in tables if table.start <= row <= table.last), None)
    return table is not None and (row <= table.end or _is_kept(table, number, (grid.title, row) in kept))


def _is_kept(table: TableGuess, number: int, in_rest: bool) -> bool:
    """Whether the cells of a column are known though not read: kept on Sisa, numbers of rows, names of agencies."""
    column = next((column for column in table.columns if column.number == number), None)
    role = column.role if column else ""
    return (
        role == Role(roles.NUMBER).label
        or role == Role(roles.AGENCY).label
        or (in_rest and (role in _UNREAD or number in table.funds))
    )


def ignored_tables(grids: Sequence[Grid], reading: ImportReading) -> Iterator[IgnoredTable]:
    """The columns that are not read, with all that stands in them; numbers of rows are no content."""
    by_title = {grid.title: grid for grid in grids}
    known = {table.sheet for table in reading.tables}
    posts = {
        fold(str(row.values.get("keterangan", ""))) for row in reading.official.rows.get(REQUIRED_LEMBAR.kunci, ())
    }
    for grid in grids:
        if grid.title in reading.unread or (reading.agencies and grid.title not in known and grid.cells):
            yield _whole_sheet(grid)
    for table in reading.tables:
        if table.sheet in reading.unread:
            continue
        grid = by_title[table.sheet]
        yield from _other_agencies(grid, table, reading)
        columns = [column for column in table.columns if column.role in _UNREAD]
        columns = [column for column in columns if not _counts(grid, table, column)]
        columns += [column for column in table.columns if column.number in table.funds]
        columns += [column for column in table.columns if _names_posts(grid, table, column, posts)]
        rows = []
        for row in grid.filled_columns:
            if table.end < row <= table.last:
                texts = tuple(grid.text(row, column.number) for column in columns)
                if any(texts):
                    rows.append((row, texts))
        if rows:
            yield IgnoredTable(table.sheet, tuple(column.title or column.letter for column in columns), tuple(rows))


def _other_agencies(grid: Grid, table: TableGuess, reading: ImportReading) -> Iterator[IgnoredTable]:
    """The rows of the agencies that are not imported, whole."""
    names = {fold(name) for name in reading.agencies.get(table.sheet, ())} - {fold(reading.agency)}
    if not names:
        return
    rows, others = [], False
    for row, numbers in grid.filled_columns.items():
        if row > table.end:
            named = {fold(grid.text(row, number)) for number in numbers}
            others = bool(named & names) or (others and fold(reading.agency) not in named)
            if others:
                rows.append((row, tuple(grid.text(row, column.number) for column in table.columns)))
    if rows:
        titles = tuple(column.title or column.letter for column in table.columns)
        yield IgnoredTable(table.sheet, titles, tuple(rows), whole=True)


def _whole_sheet(grid: Grid) -> IgnoredTable:
    """A sheet of another agency, as it stands."""
    columns = range(1, grid.last_column + 1)
    rows = tuple((row, tuple(grid.text(row, number) for number in columns)) for row in grid.filled_columns)
    return IgnoredTable(grid.title, tuple(map(column_letters, columns)), rows, whole=True)


def _names_posts(grid: Grid, table: TableGuess, column: ColumnGuess, kept: Container[str]) -> bool:
    """Whether a column that is read for its levels says more than these: posts that did not come into Keterangan."""
    if column.role != Role(roles.LEVEL).label:
        return False
    texts = {grid.text(row, column.number) for row in grid.filled_columns if table.end < row <= table.last}
    return any(fold(text) not in kept and read_komponen(text) is None for text in texts if len(text.strip()) > 1)


def _counts(grid: Grid, table: TableGuess, column: ColumnGuess) -> bool:
    """Whether a column only counts the rows."""
    texts = [grid.text(row, column.number) for row in grid.filled_columns if table.end < row <= table.last]
    numbers = all(text.strip(" .()").isdecimal() for text in texts if text.strip())
    return column.role == Role(roles.NUMBER).label and numbers


def import_story(
    names: tuple[str, ...], grids: Sequence[Grid], reading: ImportReading, chosen: ColumnRoles
) -> ImportStory:
    """All that the sheets Impor and Sisa tell of what was read.

    Args:
        names: Names of the source files.
        grids: Their sheets.
        reading: What was read of them.
        chosen: What the planner decided.
    """
    ignored = tuple(ignored_tables(grids, reading))
    unplaced = tuple(unplaced_cells(grids, reading.tables, reading.left, ignored, reading.unread))
    asked = asked_tables(grids, reading, chosen)
    columns = [column for table in asked for column in table.columns]
    unsure = sum(line.unsure for table in asked for line in table.lines)
    columns_said = f"{unsure} perlu dipastikan" if unsure else "tidak ada yang perlu dipilih"
    cells_said = f"{len(unplaced)} sel tidak mendapat tempat, daftarnya di bawah" if unplaced else "semua sel terbaca"
    summary = f"{len(columns)} kolom dalam {len(asked)} tabel, {columns_said}; {cells_said}."
    remarks = []
    if reading.agencies:
        remarks.append(f"Ada beberapa perangkat daerah; yang diimpor {reading.agency}, yang lain tetap di lembar Sisa.")
    if any(level.unsure for table in asked for level in table.levels):
        remarks.append(
            "Tabelnya tidak menyebut tingkat barisnya; baris dikelompokkan menurut rupanya dan tingkatnya ditebak: "
            f"periksa pilihan pada baris «{LEVEL_PLACE}»."
        )
    if reading.title_agency:
        remarks.append(f"Nama PD di Identitas dibaca dari judul tabel: {reading.title_agency}.")
    if uncoded := sum("kode" not in row.values for row in reading.official.rows.get(PROGRAM.kunci, ())):
        remarks.append(
            f"{uncoded} baris lembar Program belum mempunyai kode; pagunya sudah tersimpan di sana. Isi Kode di lembar "
            "Program dan Tahap 5, atau tulis kodenya di depan nama pada berkas sumbernya lalu impor lagi."
        )
    if not reading.official.rows.get(REQUIRED_LEMBAR.kunci):
        remarks.append(
            "Tingkat barisnya tidak diketahui: pilih «Kinerja: Sasaran», «Kinerja: Sasaran Program», dan seterusnya "
            "pada kolom kalimatnya, atau tambahkan kolom Komponen (Tujuan, Sasaran, Program, …) di berkas sumbernya."
        )
    return ImportStory(
        names, asked, unplaced, ignored=ignored, remarks=tuple(remarks), summary=summary,
        said=tuple(_said(reading.temuan)),
    )  # fmt: skip


def _said(temuan: Sequence[Temuan]) -> Iterator[UnplacedCell]:
    """What a person must know of the reading, a line for each cause."""
    for cause in causes(temuan):
        texts = (cause.message, *(f"{item.label}: {item.said}" for item in cause.items), cause.saran)
        yield UnplacedCell(cause.lembar, ranges(cause.places, _MOST_PLACES), " ".join(filter(None, texts)))
