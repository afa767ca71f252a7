"""What level a cell of a foreign table is of: by its own words, its code, what stands beside it, or its place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from pokin_docs.extract.foreign import roles
from pokin_docs.extract.foreign.areas import TableArea
from pokin_docs.extract.foreign.contents import is_component_name
from pokin_docs.extract.foreign.level_groups import counted_levels, said_levels, titled_column
from pokin_docs.extract.foreign.roles import LevelName, Role
from pokin_docs.extract.layouts.numbering import numbered_levels
from pokin_docs.extract.layouts.shown_levels import ShownLevels, shown_levels
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.level_labels import LevelLadder, ladder_of, read_label
from pokin_docs.model.levels import (
    RUNG_LABELS,
    KomponenPerencanaan,
    Rung,
    komponen_of,
    read_jenis_pk,
    read_jenjang,
    read_komponen,
)
from pokin_docs.model.programs import KOMPONEN_OF_KODE, LEVEL_OF_CODE, kind_of, split_codes
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef, column_letters

_NAMED = (roles.NAME, roles.NAME_AND_KINERJA)
_TOLD = (roles.KINERJA, roles.TICK)
_SHOWN = (roles.KINERJA, roles.NAME)
"""Columns whose look may tell levels."""


class Depths:
    """The levels of one table, told by all its columns together.

    Args:
        area: The table.
        columns: What each of its columns is (1-based).
        labels: Labels of the other tables of the workbook.
    """

    def __init__(self, area: TableArea, columns: Mapping[int, Role], labels: tuple[str, ...] = ()) -> None:
        self.area, self.columns, self.grid, self.labels = area, columns, area.grid, labels
        self.level_column = next((number for number, role in columns.items() if role.kunci == roles.LEVEL), None)
        self.code_columns = tuple(number for number, role in sorted(columns.items()) if role.kunci == roles.KODE)
        self.ticks = tuple((number, role) for number, role in columns.items() if role.kunci == roles.TICK)
        beside = (roles.LEVEL, roles.KODE, roles.TICK)
        self.telling = tuple(number for number, role in columns.items() if role.kunci in beside)
        self.has_names = any(role.kunci in _NAMED for role in columns.values())
        self.said, self.titled = said_levels(area, columns), titled_column(columns)
        self.untold: set[int] = set()
        self.relative: set[int] = set()

    @cached_property
    def ladder(self) -> LevelLadder:
        """What the rungs of the table stand for."""
        return ladder_of((*self.labels, *self.own_labels))

    @cached_property
    def own_labels(self) -> tuple[str, ...]:
        """The labels of this table, of its column of levels and over its columns."""
        number = self.level_column
        labels = [self.area.label(number, text) for text in self.area.profiles[number].texts] if number else []
        for role in self.columns.values():
            if isinstance(role.level, Rung) and role.kunci in _TOLD and role.level is not Rung.OUTPUT:
                labels.append(RUNG_LABELS[role.level][0] if role.level in RUNG_LABELS else role.level.value)
            elif isinstance(role.level, KomponenPerencanaan) and role.kunci in _TOLD:
                labels.append(role.level.label)
        return tuple(labels)

    @cached_property
    def output(self) -> KomponenPerencanaan:
        """What an output is with nothing beside it: the kegiatan, unless other columns hold those."""
        named = {role.level for role in self.columns.values()}
        if KomponenPerencanaan.SASARAN_KEGIATAN in named or Rung.IMMEDIATE in named or Rung.ESELON_IV in named:
            return KomponenPerencanaan.SASARAN_SUB_KEGIATAN
        return KomponenPerencanaan.SASARAN_KEGIATAN

    def of_level(self, level: LevelName | None) -> KomponenPerencanaan | None:
        """The component that a level of a column is in this table."""
        if level is None or isinstance(level, KomponenPerencanaan):
            return level
        if level is Rung.OUTPUT:
            return self.output
        levels = {role.level for role in self.columns.values()}
        upper = {KomponenPerencanaan.TUJUAN, KomponenPerencanaan.SASARAN}
        if level is Rung.OUTCOME and (self.has_names or upper & levels or Rung.OUTPUT in levels):
            return KomponenPerencanaan.SASARAN_PROGRAM
        return self.ladder.meanings.get(level) or LevelLadder({}).read(RUNG_LABELS[level][0])

    def of_role(self, role: Role) -> KomponenPerencanaan | None:
        """The component of all cells of a column; None where each says its own."""
        return self.of_level(role.level)

    def of_text(self, text: str) -> KomponenPerencanaan | None:
        """The component that a label, a code or a name with its word stands for."""
        return self.ladder.read(text)

    def of_component(self, text: str) -> KomponenPerencanaan | None:
        """The level of a program, kegiatan or sub kegiatan that a text names by its code or its first word."""
        found = read_label(text)
        return found if isinstance(found, KomponenPerencanaan) and is_component_name(text) else None

    def code_cell(self, row: int, number: int = 0) -> Isian | None:
        """The cell of the code of a row; of several columns of codes the nearest left of a column.

        Args:
            row: The row, 1-based.
            number: The column that the code is wanted for, 1-based.
        """
        left = [column for column in self.code_columns if column < number]
        return self._code_in(row, left[-1] if left else next(iter(self.code_columns), 0))

    def _code_in(self, row: int, column: int) -> Isian | None:
        cell = self.grid.cells.get((row, column))
        if cell is None or not cell.text.strip():
            return None
        return Isian(cell.kode_text, CellRef(self.grid.title, row, column))

    def of_code(self, row: int, number: int = 0) -> KomponenPerencanaan | None:
        """The level that the code of a row tells.

        Args:
            row: The row, 1-based.
            number: The column whose level is wanted, 1-based.
        """
        return self._level_of(self.code_cell(row, number))

    def _level_of(self, code: Isian | None) -> KomponenPerencanaan | None:
        kinds = {kind_of(kode) for kode in split_codes(code.text)} if code else set()
        jenis = next(iter(kinds)) if len(kinds) == 1 else None
        return LEVEL_OF_CODE[jenis] if jenis else None

    def code_of(self, row: int, level: KomponenPerencanaan) -> Isian | None:
        """The code in a row that is one of a level.

        Args:
            row: The row, 1-based.
            level: The level.
        """
        codes = (self._code_in(row, column) for column in self.code_columns)
        return next((code for code in codes if self._level_of(code) is level), None)

    def _told(
        self, row: int, section: Isian | None, names: Mapping[KomponenPerencanaan, Isian]
    ) -> tuple[KomponenPerencanaan | None, Isian | None]:
        if self.level_column is not None and (level := self.shown.get(row)) is not None:
            return level, None
        label = self._label(row)
        if names and (label is None or isinstance(read_label(label.text), Rung)):
            return min(
                names, key=lambda level: level.value
            ), None  # the component itself says it, a post only where it stands
        if label is not None:
            return self.ladder.read(label.text) or self._of_classes(row), label
        if (level := self._of_classes(row)) is not None:
            return level, None
        ticked = [role for number, role in self.ticks if self.grid.text(row, number).strip()]
        if len(ticked) == 1 and (level := self.of_role(ticked[0])) is not None:
            return level, None
        if (level := self.of_code(row)) is not None:
            return level, None
        if section is not None:
            return self.of_text(section.text), section
        numbered = self.numbers.get(row)
        if numbered is None:
            return self.shown.get(row) or read_komponen(self.grid.title), None
        return ladder_of(text.text for text in self.numbers.values()).read(numbered.text), numbered

    def of_row(
        self, row: int, section: Isian | None, names: Mapping[KomponenPerencanaan, Isian]
    ) -> tuple[KomponenPerencanaan | None, Isian | None]:
        """The level of a sentence that says none itself, and the cell of the label that tells it.

        What a planner said of the group of the row counts where only its place among the others tells it.

        Args:
            row: Its row, 1-based.
            section: The label row above it.
            names: The components that the row names.
        """
        told, label = self._told(row, section, names)
        if names:
            return told, label
        of_look = told is not None and label is None and self.shown.get(row) is told
        of_rung = label is not None and isinstance(read_label(label.text), Rung)
        level = self.of_group(row, told, is_relative=of_look or of_rung)
        # A post beside a level that was said would be read anew, by what the others then stand for.
        return level, None if of_rung and self.said else label

    def of_group(self, row: int, told: KomponenPerencanaan | None, *, is_relative: bool) -> KomponenPerencanaan | None:
        """The level that a planner said for the rows like this one, where the row tells none by its own words.

        Args:
            row: The row, 1-based.
            told: The level that the table tells.
            is_relative: It tells only where the row stands among the others: by its look, its number or a post.
        """
        if told is not None and not is_relative:
            return told
        (self.untold if told is None else self.relative).add(row)
        return self.said.get(row, told)

    def _label(self, row: int) -> Isian | None:
        if self.level_column is None:
            return None
        place = (row, self.level_column)
        cell = self.grid.cells.get(place) or self.grid.cells.get(self.grid.merges.get(place, (0, 0)))
        if cell is None or not cell.text.strip():
            return None
        return Isian(self.area.label(self.level_column, cell.text), CellRef(self.grid.title, *place))

    def has_label(self, row: int) -> bool:
        """Whether the column of levels names that of a row (1-based)."""
        return (label := self._label(row)) is not None and read_komponen(label.text) is not None

    def _of_classes(self, row: int) -> KomponenPerencanaan | None:
        """The level that Keterangan and Jenis PK together leave no doubt about."""
        texts = {
            role.kunci: self.grid.text(row, number)
            for number, role in self.columns.items()
            if role.kunci in ("keterangan", "jenis_pk")
        }
        jenjang, jenis_pk = read_jenjang(texts.get("keterangan", "")), read_jenis_pk(texts.get("jenis_pk", ""))
        return komponen_of(jenjang, jenis_pk) if jenjang or jenis_pk else None

    @cached_property
    def numbers(self) -> Mapping[int, Isian]:
        """By row a label of the depth of its number, where only numbers tell the levels."""
        places = [
            number
            for number, role in self.columns.items()
            if role.kunci in (roles.KINERJA, roles.KINERJA_AND_INDIKATOR) and role.level is None
        ]
        if len(places) != 1 or self.level_column is not None or self.code_columns or self.has_names:
            return {}
        return numbered_levels(self.grid, places[0], self.area.rows)

    @cached_property
    def shown_by(self) -> tuple[int, ShownLevels] | None:
        """The column whose look tells the levels of its texts, where nothing else does, and how it tells them."""
        places = [number for number, role in self.columns.items() if role.level is None and role.kunci in _SHOWN]
        if len(places) != 1 or self.code_columns or self.numbers:
            return None
        if (found := shown_levels(self.grid, places[0], self.area.rows)) is not None and self.level_column is not None:
            said = {row: read_label(label.text) for row in found.depths if (label := self._label(row)) is not None}
            posts = all(isinstance(label, Rung) for label in said.values())
            found = found if posts and found.are_finer(said) else None  # a post may hold the tujuan and the sasaran
        return (places[0], found) if found is not None and self._agree(places[0], found) else None

    def _levels_of(self, number: int, found: ShownLevels) -> tuple[KomponenPerencanaan, ...]:
        """What the depths of a column stand for: as a legend says, else its title, else those of so many depths."""
        if found.levels:
            return found.levels
        depths = max(found.depths.values())
        meaning = self.area.meanings.get(number)
        named = [self.of_level(level) for level in meaning.levels] if meaning is not None else []
        if len(named) == depths and None not in named:
            return tuple(sorted((level for level in named if level is not None), key=lambda level: level.value))
        return counted_levels(depths)

    def _agree(self, number: int, found: ShownLevels) -> bool:
        """Whether no text says itself another level than its look."""
        levels = self._levels_of(number, found)
        said = ((depth, self.of_component(self.grid.text(row, number))) for row, depth in found.depths.items())
        return all(level in (None, levels[depth - 1]) for depth, level in said)

    @cached_property
    def shown(self) -> Mapping[int, KomponenPerencanaan]:
        """By row the level that the look of its text tells."""
        if self.shown_by is None:
            return {}
        number, found = self.shown_by
        levels = self._levels_of(number, found)
        return {row: levels[depth - 1] for row, depth in found.depths.items()}

    def tell_look(self, log: FindingLog) -> None:
        """Say that the look of a column tells the levels, where it does."""
        if self.shown_by is not None:
            number, found = self.shown_by
            place = CellRef(self.grid.title, self.area.end, number)
            log.note("B42", place, lembar=self.grid.title, sumber=f"{found.way} di kolom {column_letters(number)}")

    def of_name(self, row: int) -> KomponenPerencanaan | None:
        """The level of a name that says none: by the columns of sentences beside it, its look, or its group.

        Args:
            row: Its row, 1-based.
        """
        beside = {
            level
            for number, role in self.columns.items()
            if role.kunci == roles.KINERJA and self.grid.text(row, number).strip()
            and (level := self.of_role(role)) in KOMPONEN_OF_KODE
        }  # fmt: skip
        said = next(iter(beside)) if len(beside) == 1 else None
        return said or self.of_group(row, self.shown.get(row), is_relative=True)
