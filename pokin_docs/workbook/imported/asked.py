"""What the planner is asked about the tables that were read, and what else the sheet Impor tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from pokin_docs.model.printing import tanggal
from pokin_docs.workbook.look import CellContent

IGNORED = "abaikan"
"""The role of a column that is not read."""
AGENCY_COLUMN = 0
"""Number of the line that asks for the agency, as if it were a column of its table."""
LEVEL_PLACE = "tingkat"
"""What stands for the column on the line that asks for the level of rows."""
AskedPlace = tuple[str, int | str]
"""What is asked: a column by table and number, or the level of rows that look alike by table and their name."""


@dataclass(frozen=True, slots=True)
class AskedColumn:
    """A column of a source table, 1-based: what it was read as, what else it may be, and three of its values.

    ``sure`` says in a word how sure that is, ``unsure`` whether a person must look.
    """

    number: int
    place: str
    title: str
    examples: tuple[str, ...]
    role: str
    sure: str
    unsure: bool
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskedLevel:
    """Rows of a source table that look alike: how they are told apart, three of their sentences, and their level.

    ``sure`` says in a word how sure the level is, ``unsure`` whether a person must look.
    """

    title: str
    examples: tuple[str, ...]
    role: str
    sure: str
    unsure: bool
    choices: tuple[str, ...]
    place: str = LEVEL_PLACE

    @property
    def number(self) -> str:
        """What it is known by in its table: its title, where a column has its number."""
        return self.title


@dataclass(frozen=True, slots=True)
class AskedTable:
    """A source table: its name, the lines above it, its columns from left to right, and rows whose level is asked."""

    name: str
    captions: tuple[str, ...]
    columns: tuple[AskedColumn, ...]
    levels: tuple[AskedLevel, ...] = ()

    @property
    def lines(self) -> tuple[AskedColumn | AskedLevel, ...]:
        """All that is asked about it."""
        return (*self.columns, *self.levels)


@dataclass(frozen=True, slots=True)
class UnplacedCell:
    """A cell of a source that found no place, or what is said of one: its table, its place there, the text."""

    table: str
    place: str
    text: str


class EditKind(Enum):
    """What the planner did; the value says it in a message."""

    TYPED = "diketik"
    ADDED = "baris tambahan"
    REMOVED = "baris dihapus"
    LOST = "barisnya tidak ada lagi"


@dataclass(frozen=True, slots=True)
class PlannersEdit:
    """What the planner typed into the result: where, what the import wrote there, what stands there now.

    ``origin`` is that of the row, ``row`` its number among the rows of its sheet, ``column`` the key or the title of
    the column; ``place`` its address, where it has one. ``known`` tells that an earlier run has named it.
    """

    kind: EditKind
    sheet: str
    origin: str
    column: str
    written: CellContent
    typed: CellContent
    row: int = 0
    place: str = ""
    known: bool = False

    @property
    def key(self) -> str:
        """The same for the same edit in every run."""
        return "|".join((self.kind.name, self.sheet, self.origin, self.column, shown(self.typed), shown(self.written)))

    def __str__(self) -> str:
        """The edit in a line: ``Tahap 5!C7: «Jumlah akses» menjadi «Persentase akses»``."""
        place = f"{self.sheet}!{self.place}" if self.place else self.sheet
        if self.kind in (EditKind.ADDED, EditKind.REMOVED):
            return f"{place}: {self.kind.value} «{shown(self.typed) or shown(self.written)}»"
        old, new = (f"«{text}»" if (text := shown(value)) else "kosong" for value in (self.written, self.typed))
        return f"{place} ({self.column}): {old} menjadi {new}"


def shown(value: CellContent) -> str:
    """A value as people read it."""
    return tanggal(value) if isinstance(value, date) else "" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class IgnoredTable:
    """The columns of a table that are not read: their titles, and their texts row by row, with the row's number.

    ``whole`` tells that the rows are not read at all.
    """

    name: str
    titles: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    whole: bool = False


@dataclass(frozen=True, slots=True)
class ImportStory:
    """All that the sheets Impor and Sisa tell."""

    sources: tuple[str, ...]
    tables: tuple[AskedTable, ...]
    unplaced: tuple[UnplacedCell, ...] = ()
    edits: tuple[PlannersEdit, ...] = ()
    lost_edits: tuple[PlannersEdit, ...] = ()
    ignored: tuple[IgnoredTable, ...] = ()
    remarks: tuple[str, ...] = ()
    summary: str = ""
    said: tuple[UnplacedCell, ...] = ()
    """What else has to be known of the tables: units that were applied, what two of them say otherwise."""

    @property
    def roles(self) -> Mapping[AskedPlace, str]:
        """What each column and each group of rows was read as."""
        return {(table.name, line.number): line.role for table in self.tables for line in table.lines}


@dataclass(frozen=True, slots=True)
class PlannersRow:
    """A row that the planner added, behind the row of one of these origins, the nearest first."""

    after: tuple[str, ...]
    values: Mapping[str, CellContent]


@dataclass(frozen=True, slots=True)
class MergedRows:
    """The rows of a sheet with what the planner changed, and what has to be named of it."""

    rows: tuple[Mapping[str, CellContent], ...]
    edits: tuple[PlannersEdit, ...] = ()
    lost: tuple[PlannersEdit, ...] = field(default=())
