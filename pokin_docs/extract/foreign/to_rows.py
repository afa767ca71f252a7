"""The nodes of foreign tables as rows of the official sheets, every value with the cell it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields

from pokin_docs.extract.foreign import roles
from pokin_docs.extract.foreign.assign import TableReading
from pokin_docs.extract.foreign.column_readings import POSTS
from pokin_docs.extract.foreign.drafts import Draft, DraftMeasure
from pokin_docs.extract.layouts.column_titles import ColumnKey
from pokin_docs.model.level_labels import component_name, read_label
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.rows import Isian, KinerjaRow, ProgramRow, RenstraRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import without_number

_OWN_FIELDS = ("lembar", "baris", "kinerja", "indikator", "komponen", "kode", "target", "realisasi")


class RowMaker:
    """Rows of the official sheets, whose blank cells are those of the table that they come from.

    Args:
        tables: The tables that were read.
        keeps_uncoded: Whether money of a component without a code is a line of Program too.
    """

    def __init__(self, tables: Sequence[TableReading], *, keeps_uncoded: bool = False) -> None:
        self.keeps_uncoded = keeps_uncoded
        self.posts = {(table.area.grid.title, number): post for table in tables for number, post in _posts_over(table)}
        self.columns: dict[str, dict[ColumnKey, int]] = {}
        for table in tables:
            own = self.columns.setdefault(table.area.grid.title, {})
            for number, role in sorted(table.chosen.items()):
                own.setdefault((role.kunci, role.tahun), number)
        measures = (measure for table in tables for draft in table.walked.drafts for measure in draft.measures)
        # What stands in brackets behind an indicator has a year and no column.
        places: list[Iterable[ColumnKey]] = [*self.columns.values(), *(measure.values for measure in measures)]
        self.years = sorted({key[1] for own in places for key in own if key[0] == roles.TARGET and key[1]})
        self.pagu_years = sorted(
            {key[1] for own in self.columns.values() for key in own if key[0] == roles.PAGU and key[1]}
        )

    def blank(self, lembar: str, baris: int, kunci: str, tahun: int | None = None) -> Isian:
        """A value that no cell gives, at the cell that would hold it.

        Args:
            lembar: Title of the sheet.
            baris: The row, 1-based.
            kunci: Key of a role.
            tahun: The year of a yearly one.
        """
        return Isian("", CellRef(lembar, baris, self.columns.get(lembar, {}).get((kunci, tahun))))

    def kinerja(self, drafts: Iterable[Draft]) -> tuple[KinerjaRow, ...]:
        """One row per indicator of each node, the first with its sentence; one for a node without indicators."""
        rows = []
        open_: dict[int, Draft] = {}
        for draft in drafts:
            open_ = {level: node for level, node in open_.items() if level < draft.komponen.value}
            self._complete(draft, open_[max(open_)] if open_ else None)
            open_[draft.komponen.value] = draft
            measures: list[DraftMeasure | None] = [*draft.measures] or [None]
            rows += [self._row(draft, measure, first=place == 0) for place, measure in enumerate(measures)]
        return tuple(rows)

    def _complete(self, draft: Draft, above: Draft | None) -> None:
        """Say in Induk what a node stands below, if its row does not tell it; in Keterangan the post over it.

        Args:
            draft: The node.
            above: The last one before it that is of a higher level.
        """
        source = (draft.sentence or draft.name or draft.said_level()).source
        if draft.induk is not None and draft.induk.sentence and (draft.is_linked or draft.induk is not above):
            draft.values.setdefault(("induk", None), Isian(without_number(draft.induk.sentence.text), source))
        post = self.posts.get((source.lembar, source.kolom or 0))
        if post is None and draft.label is not None and read_label(draft.label.text) in POSTS:
            post = draft.label
        if post is not None:
            draft.values.setdefault(("keterangan", None), post)

    def _row(self, draft: Draft, measure: DraftMeasure | None, *, first: bool) -> KinerjaRow:
        lembar, baris = draft.lembar, draft.baris
        if measure is not None and not first:
            lembar, baris = measure.text.source.lembar, measure.baris
        values = measure.values if measure is not None else {}

        def value(kunci: str, tahun: int | None = None) -> Isian:
            isian = values.get((kunci, tahun)) or (draft.values.get((kunci, tahun)) if first else None)
            where = measure.text.source.lembar if measure is not None else lembar
            return isian or self.blank(where, measure.baris if measure is not None else baris, kunci, tahun)

        code = draft.code or (Isian(draft.kode, draft.name.source) if draft.kode and draft.name else None)
        label = draft.said_level()
        sentence = draft.sentence if first else None
        return KinerjaRow(
            lembar,
            baris,
            kinerja=sentence or self._blank_sentence(draft, lembar, baris),
            indikator=measure.text
            if measure is not None and measure.text
            else self.blank(lembar, baris, roles.INDIKATOR),
            komponen=label if first else Isian("", label.source),
            kode=(code if first else None) or self.blank(lembar, baris, roles.KODE),
            target={year: value(roles.TARGET, year) for year in self.years},
            realisasi={},
            **{field.name: value(field.name) for field in fields(KinerjaRow) if field.name not in _OWN_FIELDS},
        )

    def _blank_sentence(self, draft: Draft, lembar: str, baris: int) -> Isian:
        """The cell that lacks the sentence of a node: in its column, else where its name stands."""
        blank = self.blank(lembar, baris, roles.KINERJA)
        if blank.source.kolom is None and (draft.name or draft.label) is not None:
            source = (draft.name or draft.label or blank).source
            return Isian("", CellRef(lembar, baris, source.kolom if source.lembar == lembar else None))
        return blank

    def program(self, drafts: Iterable[Draft]) -> tuple[ProgramRow, ...]:
        """One line per code with its money, where any table has amounts; where asked for one per name without code."""
        found: dict[str, ProgramRow] = {}
        for draft in drafts:
            cell = draft.code or draft.name
            key = draft.kode or (f"|{len(found)}" if self.keeps_uncoded and draft.has_money else "")
            if not self.pagu_years or not key or cell is None or key in found:
                continue
            source = cell.source
            name = self.blank(source.lembar, source.baris or 0, roles.NAME)
            if draft.name is not None:
                name = Isian(component_name(draft.name.text) or draft.name.text, draft.name.source)
            pagu = {
                year: draft.values.get((roles.PAGU, year))
                or self.blank(source.lembar, source.baris or 0, roles.PAGU, year)
                for year in self.pagu_years
            }
            dana, lokasi = (
                draft.values.get((kunci, None)) or self.blank(source.lembar, source.baris or 0, kunci)
                for kunci in roles.PROGRAM_ONLY
            )
            kode = draft.code or Isian(draft.kode, source)
            found[key] = ProgramRow(source.lembar, source.baris or 0, kode, name, dana, lokasi, pagu)
        return tuple(found.values())

    def renstra(self, drafts: Iterable[Draft]) -> tuple[RenstraRow, ...]:
        """One line per sasaran beside which a table says what it comes from."""
        rows = []
        keys = (roles.NSPK, roles.SASARAN_RPJMD)
        for draft in drafts:
            above = draft.induk.values if draft.induk is not None else {}
            said: Mapping[str, Isian] = {
                kunci: isian
                for kunci in keys
                if (isian := draft.values.get((kunci, None)) or above.get((kunci, None))) is not None
            }
            if draft.komponen is not KomponenPerencanaan.SASARAN or draft.sentence is None or not said:
                continue
            blank = {
                field.name: said.get(field.name) or self.blank(draft.lembar, draft.baris, field.name)
                for field in fields(RenstraRow)
                if field.name not in ("lembar", "baris", "sasaran")
            }
            rows.append(RenstraRow(draft.lembar, draft.baris, draft.sentence, **blank))
        return tuple(rows)


def _posts_over(table: TableReading) -> Iterator[tuple[int, Isian]]:
    """The columns of sentences (1-based) over which a post stands, with it: "Kasi Pelayanan" over "Sasaran"."""
    for number, role in table.chosen.items():
        title = table.area.titles.get(number)
        if role.kunci != roles.KINERJA or title is None or role.level not in POSTS:
            continue
        post = next((part for part in title.parts if read_label(part) is role.level), "")
        if post:
            yield number, Isian(" ".join(post.split()), CellRef(table.area.grid.title, table.area.start, number))
