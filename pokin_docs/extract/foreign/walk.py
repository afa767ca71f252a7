"""The walk down the rows of a table whose columns have roles: every cell finds its node, or is left over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pokin_docs.extract.foreign import roles
from pokin_docs.extract.foreign.areas import TableArea
from pokin_docs.extract.foreign.column_parts import TREE_ROLES, ColumnPart, is_odd_result, parted
from pokin_docs.extract.foreign.contents import RESULT_LABEL, Kind, is_component_name, is_result, kind_of_text
from pokin_docs.extract.foreign.depths import Depths
from pokin_docs.extract.foreign.drafts import Draft, DraftMeasure, OpenNodes, RowEntries, Walked, goes_on
from pokin_docs.extract.foreign.roles import Role
from pokin_docs.extract.foreign.side_lists import link
from pokin_docs.extract.foreign.values import RowValues
from pokin_docs.model.level_labels import split_label
from pokin_docs.model.levels import KomponenPerencanaan, Rung
from pokin_docs.model.programs import LEVEL_OF_CODE, code_apart, kind_of
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, fold_sentence

_COMPONENTS = (
    KomponenPerencanaan.SASARAN_PROGRAM,
    KomponenPerencanaan.SASARAN_KEGIATAN,
    KomponenPerencanaan.SASARAN_SUB_KEGIATAN,
)


def walk(
    area: TableArea, columns: Mapping[int, Role], labels: tuple[str, ...] = (), above: OpenNodes | None = None
) -> Walked:
    """The nodes of a table.

    Args:
        area: The table.
        columns: What each of its columns is (1-based).
        labels: Labels of the other tables of the workbook, which tell what a rung stands for.
        above: The nodes that are open where it begins: those of the table that it goes on with.
    """
    walker = _Walker(area, columns, labels, above or {})
    walker.found.labels = walker.depths.own_labels
    for row in area.rows:
        walker.take(row)
    walker.depths.tell_look(walker.found.log)
    walker.found.path = walker.parts[0].nodes
    link(area, columns, walker.found, walker.beside)
    return walker.found


class _Walker:
    def __init__(self, area: TableArea, columns: Mapping[int, Role], labels: tuple[str, ...], above: OpenNodes) -> None:
        self.area, self.every, self.grid = area, columns, area.grid
        self.depths = Depths(area, columns, labels)
        self.found = Walked(untold=self.depths.untold, relative=self.depths.relative)
        self.parts = [ColumnPart(own, RowValues(area, own, self.found.log)) for own in parted(columns)]
        self.parts[0].nodes = dict(above)
        self.parts[0].current = max(above.values(), key=_depth, default=None)
        self.path: dict[KomponenPerencanaan, Draft] = {}
        self.beside: list[Draft] = []
        """Nodes of further columns of one level: only their row tells what they stand below."""
        self.section: Isian | None = None
        self._turn_to(self.parts[0])

    def _turn_to(self, part: ColumnPart) -> None:
        """Go on with other columns: below the nodes of this row that stand above all of theirs, or with their own."""
        self.columns, self.values, self.tree_columns, self.current = (
            part.columns, part.values, part.tree_columns, part.current,
        )  # fmt: skip
        self.path = dict(part.nodes) if part is self.parts[0] else part.nodes_below(self.path, self.depths)

    def isian(self, row: int, number: int) -> Isian:
        cell = self.grid.cells.get((row, number))
        return Isian(cell.text.replace("_", " ") if cell else "", CellRef(self.grid.title, row, number))

    def take(self, row: int) -> None:
        """Give every cell of a row its place."""
        for number in self.grid.filled_columns[row]:
            role = self.every.get(number)
            if role is not None and role.kunci in (roles.NUMBER, roles.AGENCY, roles.NOTE):
                self.found.placed.add((row, number))
        for place, part in enumerate(self.parts):
            self._turn_to(part)
            if not place and self._is_section(row):
                part.nodes, part.current = self.path, self.current
                return
            known = len(self.found.drafts)
            entries = self._entries(row)
            lowest = self._open_nodes(row, entries)
            self._measures(row, lowest)
            part.nodes, part.current = dict(self.path), self.current
            if place:
                self.beside += self.found.drafts[known:]

    def _is_section(self, row: int) -> bool:
        """Whether a row only names a level or a node across the table; the node is opened."""
        filled = ((number, self.grid.text(row, number).strip()) for number in self.grid.filled_columns[row])
        texts = {number: text for number, text in filled if text}
        if len({text for text in texts.values() if not text[0].isdigit()}) > 1:
            return False  # a row of data, as nearly all are
        said = {number: text for number, text in texts.items() if kind_of_text(text) is not Kind.VALUE}
        if len(set(said.values())) != 1:
            return False
        number, text = next(iter(said.items()))
        if (known := self.every.get(number)) and known.kunci in TREE_ROLES and len(texts) > len(said):
            return False
        isian = self.isian(row, number)
        kind = kind_of_text(text)
        role = self.every.get(number)
        if kind is Kind.HEADING or (kind is Kind.AGENCY and len(texts) == len(said)):
            self.found.headings.append(isian)
        elif (apart := split_label(text)) is not None and (level := self.depths.of_text(apart[0])) is not None:
            label, sentence = (Isian(part, isian.source) for part in apart)
            self.current = self._open(row, level, label=label, sentence=sentence)
        elif role is not None and role.kunci in TREE_ROLES and not (kind is Kind.LEVEL and role.kunci == roles.KINERJA):
            return False
        elif kind is Kind.LEVEL:
            self.section = isian
        elif is_component_name(text) and (level := self.depths.of_text(text)) is not None:
            self.current = self._open(row, level, name=isian)
        else:
            return False
        self.found.placed.update((row, column) for column in texts)
        return True

    def _entries(self, row: int) -> RowEntries:
        entries = RowEntries()
        for number in self.tree_columns:
            isian = self.isian(row, number)
            role = self.columns[number]
            if isian.is_blank or role.kunci in (roles.INDIKATOR, roles.LEVEL, roles.KODE):
                continue
            if kind_of_text(isian.text) is Kind.HEADING and role.kunci != roles.KINERJA:
                self.found.headings.append(isian)
                self.found.placed.update((row, column) for column in self.grid.filled_columns[row])
                continue
            _READERS[role.kunci](self, row, role, isian, entries)
        self._resolve_outputs(row, entries)
        return entries

    def _take_name(self, row: int, role: Role, isian: Isian, entries: RowEntries) -> None:
        level = self.depths.of_component(isian.text) or self.depths.of_code(row, isian.source.kolom or 0)
        level = level or (role.level if isinstance(role.level, KomponenPerencanaan) else self.depths.of_name(row))
        if level is None:
            self.found.unplaced.append(isian)
            return
        entries.names[level] = isian

    def _take_either(self, row: int, role: Role, isian: Isian, entries: RowEntries) -> None:
        label = RESULT_LABEL.match(isian.text)
        odd = self.current is not None and is_odd_result(self.area, isian, self.values.indicator_columns)
        coded = is_result(code_apart(isian.text)[1]) and not is_result(isian.text)
        if split_label(isian.text) is not None or coded or (is_result(isian.text) and self.depths.has_label(row)):
            self._take_sentence(row, role, isian, entries)
        elif label or odd or (is_result(isian.text) and not self.depths.of_component(isian.text)):
            entries.loose_sentences.append(Isian(isian.text[label.end() :] if label else isian.text, isian.source))
        else:
            self._take_name(row, role, isian, entries)

    def _take_sentence(self, row: int, role: Role, isian: Isian, entries: RowEntries) -> None:
        if role.level is Rung.OUTPUT:
            entries.outputs.append(isian)
            return
        level = self.depths.of_role(role)
        if isian.source.kolom == self.depths.titled:
            level = self.depths.of_group(row, level, is_relative=True)
        label: Isian | None = None
        kode, sentence = code_apart(isian.text)
        own = LEVEL_OF_CODE[kind] if (kind := kind_of(kode)) is not None else None
        if own is not None and level in (None, own) and is_result(sentence):
            level, entries.codes[own] = own, replace(isian, text=kode)
            isian = replace(isian, text=sentence)
        apart = split_label(isian.text)
        if apart is not None and (said := self.depths.of_text(apart[0])) is not None:
            level, label = said, Isian(apart[0], isian.source)
            isian = Isian(apart[1], isian.source)
        if level is None:
            level, label = self.depths.of_row(row, self.section, entries.names)
        if level is None:
            self.found.unplaced.append(isian)
            return
        if role.level is None and not is_result(isian.text) and self.depths.of_component(isian.text) is level:
            entries.names[level] = isian
        else:
            entries.sentences[level] = isian
        if label is not None:
            entries.labels[level] = label

    def _take_sentence_or_measure(self, row: int, role: Role, isian: Isian, entries: RowEntries) -> None:
        if is_result(isian.text) or split_label(isian.text):
            self._take_sentence(row, role, isian, entries)

    def _resolve_outputs(self, row: int, entries: RowEntries) -> None:
        """Give an output the level of the component beside it, of the code, or of the open component that lacks one."""
        below = [level for level in entries.names if level in _COMPONENTS[1:]]
        for isian in entries.outputs:
            level = min(below, key=lambda level: level.value, default=None)
            level = level or self.depths.of_code(row, isian.source.kolom or 0)
            open_node = self.current
            if level is None and open_node and open_node.komponen in _COMPONENTS[1:] and not open_node.sentence:
                level = open_node.komponen
            entries.sentences[level or self.depths.output] = isian
        for isian in entries.loose_sentences:
            node = min(entries.names, key=lambda level: level.value, default=None)
            node = node or (self.current.komponen if self.current else None)
            if node is None:
                self.found.unplaced.append(isian)
                continue
            entries.sentences[node] = isian
            entries.loose_levels.add(node)

    def _open_nodes(self, row: int, entries: RowEntries) -> Draft | None:
        """The lowest node that a row names, opened with all above it that are new; None where it names none."""
        lowest: Draft | None = None
        fresh = False
        for level in sorted({*entries.names, *entries.sentences}, key=lambda level: level.value):
            name, sentence = entries.names.get(level), entries.sentences.get(level)
            node = self.path.get(level)
            code = self.depths.code_of(row, level) or entries.codes.get(level)
            if node is not None and not fresh and goes_on(node, name, sentence, code):
                node.name, node.sentence = node.name or name, node.sentence or sentence
                if node.name is name and name is not None:
                    node.code = code or node.code
            else:
                own = node if name is None and level in entries.loose_levels else None
                node = self._open(row, level, name=name, sentence=sentence, label=entries.labels.get(level), code=code)
                if own is not None:  # a further result of the same component
                    node.name, node.code = own.name, own.code
                fresh = True
            lowest = node
            for isian in (name, sentence):
                if isian is not None and isian.source.kolom is not None:
                    self.found.placed.add((row, isian.source.kolom))
        if lowest is not None:
            self.current = lowest
        for number in self.depths.telling:
            if number in self.columns and (lowest is not None or self._says_again(row, number)):
                self.found.placed.add((row, number))
        return lowest

    def _says_again(self, row: int, number: int) -> bool:
        """Whether a label or a code beside a further indicator is that of the node it belongs to."""
        node = self.current
        isian = (node.label or node.code) if node is not None else None
        text = fold(self.isian(row, number).text)
        return isian is not None and text in (fold(isian.text), fold(node.kode if node else ""))

    def _open(
        self, row: int, level: KomponenPerencanaan, *, name: Isian | None = None, sentence: Isian | None = None,
        label: Isian | None = None, code: Isian | None = None,
    ) -> Draft:  # fmt: skip
        self.path = {kept: node for kept, node in self.path.items() if kept.value < level.value}
        induk = max(self.path.values(), key=lambda node: node.komponen.value, default=None)
        code = code or self.depths.code_of(row, level)
        draft = Draft(level, self.grid.title, row, sentence, name, code, label, induk)
        self.path[level] = draft
        self.found.drafts.append(draft)
        return draft

    def _measures(self, row: int, lowest: Draft | None) -> None:
        """The indicators of a row, each to its node, and what stands beside them."""
        given: dict[int, DraftMeasure | None] = {}
        node = lowest or self.current
        for number in self.values.indicator_columns:
            role = self.columns[number]
            isian = self.isian(row, number)
            mixed = role.kunci == roles.KINERJA_AND_INDIKATOR
            if isian.is_blank or (mixed and (row, number) in self.found.placed):
                continue
            owner = self.values.owner(number, node, self.path, self.depths)
            if owner is None and not self.values.is_list:
                self.found.unplaced.append(isian)
                continue
            self.found.placed.add((row, number))
            measures = self.found.loose if owner is None else owner.measures
            key = fold_sentence(isian.text)
            known = next((measure for measure in measures if measure.key == key and key), None)
            if known is None or not self.values.repeats(row, number, known):
                known = DraftMeasure(isian, row)
                measures.append(known)
            given[number] = known
        self.values.put(
            row, given, node, fresh=lowest is not None, found=self.found.placed, path=self.path, depths=self.depths
        )


def _depth(node: Draft) -> int:
    return node.komponen.value


_READERS = {
    roles.NAME: _Walker._take_name,
    roles.NAME_AND_KINERJA: _Walker._take_either,
    roles.KINERJA: _Walker._take_sentence,
    roles.KINERJA_AND_INDIKATOR: _Walker._take_sentence_or_measure,
}
