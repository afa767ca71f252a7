"""Tables of one workbook that complete each other: nodes and indicators that several of them name become one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pokin_docs.extract.foreign import roles
from pokin_docs.extract.foreign.areas import TableArea
from pokin_docs.extract.foreign.assign import TableReading, chains_of, drafts_of
from pokin_docs.extract.foreign.drafts import Draft, DraftMeasure
from pokin_docs.extract.foreign.orphans import linked_by_code, served_by
from pokin_docs.extract.foreign.two_tables import compare, differ, fill
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.programs import parent_code
from pokin_docs.model.ranges import first_of
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import Likeness, nearest

_IKK = re.compile(r"\bikk\b|indikator kinerja kunci", re.IGNORECASE)
_IKU = re.compile(r"\biku\b|indikator kinerja utama|\b4\.4\b", re.IGNORECASE)
_SHORT = 70
"""Letters of a text that a finding quotes."""


@dataclass
class Combined:
    """The nodes of all tables in the order of the tree, and what was found while they were put together."""

    drafts: list[Draft] = field(default_factory=list)
    lines: list[Draft] = field(default_factory=list)
    """Components of tables of money that are no nodes."""
    log: FindingLog = field(default_factory=FindingLog)
    unplaced: list[Isian] = field(default_factory=list)
    compared: frozenset[CellRef] = frozenset()
    """The cells of values that another table has too: the same, or told as another."""


def combine(tables: Sequence[TableReading]) -> Combined:
    """The tables as one tree: that with most levels first, the others complete it.

    Args:
        tables: Tables that hold nodes or indicators, in sheet order.
    """
    trees = [table for table in tables if table.walked.drafts and not table.is_budget]
    budgets = [table for table in tables if table.walked.drafts and table.is_budget]
    if not trees:
        trees, budgets = budgets, []
    for table in filter(_is_of_iku, trees):
        for measure in (measure for draft in table.walked.drafts for measure in draft.measures if measure.text):
            measure.values.setdefault(("iku", None), Isian("Ya", measure.text.source))
    chains = chains_of(trees)
    base = max(chains, key=lambda chain: _reach(drafts_of(chain)), default=None)
    joined = _Joined()
    if base is not None:
        joined.begin(linked_by_code(drafts_of(base)) if len(base) > 1 else drafts_of(base))
    if base is not None:
        joined.add_chains([chain for chain in chains if chain is not base], base[0].area)
    for table in tables:
        if table.walked.loose:
            iku = _IKU.search(f"{table.area.above} {table.area.grid.title}") is not None
            joined.add_list(table.walked.loose, iku=iku)
    if len(trees) > 1:
        joined.settle_orphans()
    lines = [draft for table in budgets for draft in joined.add_money(table.walked.drafts)]
    return Combined(list(joined.in_order()), lines, joined.log, joined.unplaced, frozenset(joined.compared))


def _is_of_iku(table: TableReading) -> bool:
    """Whether a table of tujuan and sasaran alone says that its indicators are IKU, above it or over their column."""
    if any(role.kunci == "iku" for role in table.chosen.values()):
        return False
    if any(draft.komponen.value > KomponenPerencanaan.SASARAN.value for draft in table.walked.drafts):
        return False
    columns = (number for number, role in table.chosen.items() if role.kunci == roles.INDIKATOR)
    said = " ".join(title.text for number in columns if (title := table.area.titles.get(number)) is not None)
    said = f"{table.area.above} {said}"
    return _IKU.search(said) is not None and _IKK.search(said) is None


def _reach(drafts: Sequence[Draft]) -> tuple[int, int]:
    return len({draft.komponen for draft in drafts}), len(drafts)


class _Joined:
    def __init__(self) -> None:
        self.roots: list[Draft] = []
        self.children: dict[int, list[Draft]] = {}
        self.log = FindingLog()
        self.unplaced: list[Isian] = []
        self.own: set[int] = set()
        self.compared: set[CellRef] = set()
        self.named: dict[tuple[KomponenPerencanaan, str], list[Draft]] = {}

    def begin(self, drafts: Sequence[Draft]) -> None:
        for draft in drafts:
            self._insert(draft, draft.induk)
            self.own.add(id(draft))

    def _insert(self, draft: Draft, induk: Draft | None) -> None:
        draft.induk = induk
        self._name(draft)
        (self.roots if induk is None else self.children.setdefault(id(induk), [])).append(draft)

    def in_order(self) -> Iterator[Draft]:
        """All nodes, each before those below it."""
        waiting = list(reversed(self.roots))
        while waiting:
            draft = waiting.pop()
            yield draft
            waiting.extend(reversed(self.children.get(id(draft), [])))

    def is_another(self, drafts: Sequence[Draft]) -> bool:
        """Whether a table is another whole tree: it begins at the top, as this one does, and shares no node with it."""
        top = KomponenPerencanaan.SASARAN.value
        begins = (
            min(draft.komponen.value for draft in drafts) <= top
            and min(root.komponen.value for root in self.roots) <= top
        )
        return begins and not any(self._same(draft) for draft in drafts)

    def add_chains(self, chains: Sequence[Sequence[TableReading]], first: TableArea) -> None:
        """Complete the tree with the tables that are of it: a table may be known by what another one added.

        Args:
            chains: The further tables, in sheet order.
            first: The table that the tree began with.
        """
        waiting = list(chains)
        while waiting:
            drafts = [drafts_of(chain) for chain in waiting]
            fits = [
                not self.is_another(own) or chain[0].area.heading == first.heading
                for chain, own in zip(waiting, drafts, strict=True)
            ]
            if not any(fits):
                break
            place = fits.index(True)
            self.add(drafts[place])
            del waiting[place]
        for chain in waiting:
            title = chain[0].area.grid.title
            self.log.note("B41", CellRef(title), lembar=title, dipakai=first.grid.title)

    def add(self, drafts: Sequence[Draft]) -> None:
        """Complete the tree with the nodes of a further table."""
        meant: dict[int, Draft] = {}
        for draft in drafts:
            known = self._same(draft)
            if known is not None:
                meant[id(draft)] = known
                self._merge(known, draft)
                continue
            meant[id(draft)] = draft
            induk = meant.get(id(draft.induk)) if draft.induk else None
            self._insert(draft, induk or self._by_code(draft))

    def _same(self, draft: Draft) -> Draft | None:
        """The node of the tree that a node of another table is: by code, by sentence, by name."""
        coded = self._known(draft, draft.kode)
        if len(coded) > 1 and draft.sentence_key:
            return next((other for other in coded if other.sentence_key in ("", draft.sentence_key)), None)
        if coded:
            return coded[0]
        said = [other for other in self._known(draft, draft.sentence_key) if _may_be(other, draft)]
        if said:
            return said[0]
        if draft.sentence is not None and draft.komponen.value <= KomponenPerencanaan.SASARAN.value:
            level = [other for other in self.in_order() if other.komponen is draft.komponen and other.sentence]
            texts = {other.sentence.text: other for other in level if other.sentence}
            near = nearest(draft.sentence.text, texts, Likeness.REPEATED)
            if near is not None:
                return texts[near]
        named = [other for other in self._known(draft, draft.name_key) if _may_be(other, draft)]
        return named[0] if len(named) == 1 else None

    def _known(self, draft: Draft, key: str) -> list[Draft]:
        return self.named.get((draft.komponen, key), []) if key else []

    def _name(self, draft: Draft) -> None:
        """Remember a node by its code, its sentence and its name."""
        for key in {draft.kode, draft.sentence_key, draft.name_key} - {""}:
            known = self.named.setdefault((draft.komponen, key), [])
            if not any(other is draft for other in known):
                known.append(draft)

    def _by_code(self, draft: Draft) -> Draft | None:
        above = parent_code(draft.kode) or ""
        levels = (level for level in KomponenPerencanaan if level.value < draft.komponen.value)
        return next((known[0] for level in levels if above and (known := self.named.get((level, above)))), None)

    def _merge(self, known: Draft, other: Draft) -> None:
        if other.sentence is not None:
            compare("Kinerja", known.sentence, other.sentence, self.log)
        if known.name is not None and other.name is not None and known.name_key != other.name_key:
            differ("Nama", known.name, other.name, self.log)
        known.sentence, known.name = known.sentence or other.sentence, known.name or other.name
        known.code = known.code or other.code
        self._name(known)
        fill(known.values, other.values, self.compared, self.log)
        measures = known.measures
        for measure in other.measures:
            same = self._measure(measures, measure)
            if same is None:
                if any(measures) and known.measures is not other.measures and _named(measures):
                    details = {"teks": measure.text.clean[:_SHORT], "lain": _named(measures)[0].text.source}
                    self.log.note("B67", measure.text.source, **details)
                measures.append(measure)
            else:
                fill(same.values, measure.values, self.compared, self.log)

    def _measure(self, measures: Sequence[DraftMeasure], wanted: DraftMeasure) -> DraftMeasure | None:
        exact = next((measure for measure in measures if measure.key == wanted.key), None)
        if exact is not None or not wanted.text:
            return exact
        near = nearest(wanted.text.text, [measure.text.text for measure in measures], Likeness.SLIP)
        return next((measure for measure in measures if measure.text.text == near), None)

    def add_money(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Give the money of a list of components to their nodes; the others are lines of it, with a code or money."""
        lost: list[Draft] = []
        for draft in drafts:
            same = self._same(draft)
            if same is not None:
                fill(same.values, draft.values, self.compared, self.log)
                same.name = same.name or draft.name
            elif draft.kode or draft.has_money:
                yield draft
            else:
                lost.append(draft)
        if lost and (name := lost[0].name) is not None:
            rows = first_of([draft.baris for draft in lost], 8)
            self.log.note("B46", name.source, baris=rows)

    def add_list(self, measures: Sequence[DraftMeasure], *, iku: bool) -> None:
        """Give the indicators of a list their place in the tree; a list that stands alone is that of one sasaran."""
        everything = [measure for draft in self.in_order() for measure in draft.measures]
        if not everything and not self.roots:
            for number, measure in enumerate(measures, start=1):
                source = measure.text.source
                label = Isian(f"{KomponenPerencanaan.SASARAN.label} {number}", source)
                alone = Draft(KomponenPerencanaan.SASARAN, source.lembar, measure.baris, label=label)
                alone.measures = [measure]
                self._insert(alone, None)
            first = measures[0].text.source
            self.log.note("B68", first, lembar=first.lembar, jumlah=len(measures))
            everything = []
        for measure in measures:
            if iku:
                measure.values.setdefault(("iku", None), Isian("Ya", measure.text.source))
            if not everything:
                continue
            same = self._measure(everything, measure)
            if same is None:
                self.log.note("B69", measure.text.source, teks=measure.text.clean[:_SHORT])
            else:
                fill(same.values, measure.values, self.compared, self.log)

    def settle_orphans(self) -> None:
        """Put every node without a parent below the only one that it may belong to; else it has no place."""
        highest = min((draft.komponen.value for draft in self.roots), default=0)
        guessed: list[tuple[Draft, Draft]] = []
        for draft in [draft for draft in self.roots if draft.komponen.value > highest]:
            levels = [other for other in self.in_order() if other.komponen.value < draft.komponen.value]
            nearest_level = max((other.komponen.value for other in levels), default=-1)
            fits = [other for other in levels if other.komponen.value == nearest_level]
            above = fits[0] if len(fits) == 1 else served_by(draft, self.children.get(id(draft), ()), fits)
            if above is not None:
                self.roots = [root for root in self.roots if root is not draft]
                self._insert(draft, above)
                if len(fits) > 1:
                    guessed.append((draft, above))
            elif (fits and id(draft) not in self.own) or len(fits) > 1:
                isian = draft.name or draft.sentence
                if isian is not None:
                    self.unplaced.append(isian)
        if guessed:
            first = guessed[0][0].name or guessed[0][0].sentence
            told = "; ".join(f"«{_short(draft)}» di bawah «{_short(above)}»" for draft, above in guessed)
            if first is not None:
                self.log.note("B100", first.source, jumlah=len(guessed), daftar=told)


def _short(draft: Draft) -> str:
    upper = draft.komponen.value <= KomponenPerencanaan.SASARAN.value
    isian = draft.sentence if upper else draft.name or draft.sentence
    text = isian.clean if isian is not None else ""
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1].rstrip()}…"


def _may_be(one: Draft, other: Draft) -> bool:
    """Whether two nodes of the same words can be one: not with two codes."""
    return not one.kode or not other.kode or one.kode == other.kode


def _named(measures: Sequence[DraftMeasure]) -> list[DraftMeasure]:
    return [measure for measure in measures if measure.text]
