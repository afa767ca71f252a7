"""Where papers differ from what is stated: by what most rows made by a template print, each row is held."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from pokin_docs.consistency.cell_texts import OWN, beside
from pokin_docs.consistency.printed_words import key, plain
from pokin_docs.consistency.read_document import ReadDocument
from pokin_docs.consistency.reading import PrintedLine, ReadTable
from pokin_docs.consistency.statements import Statement
from pokin_docs.consistency.titles import has_title, is_number, is_share, quarter, unswapped
from pokin_docs.documents.facts import IN_PLACE, FactKind

HALF = 0.5
"""Of the rows of a table: what more of them print is a column of it, and no chance."""
_YEAR = 4
"""Digits of a year in a title."""
_MOST = 0.6
"""Of the statements of a document: a table with so many of their sentences is where they are printed."""


@dataclass
class ValueColumn:
    """A value of a group in the tables of one shape: rows, rows that have it, how often each column holds it.

    ``more`` is how often each holds it among other words.
    """

    rows: int = 0
    printed: int = 0
    found: Counter[int] = field(default_factory=Counter)
    more: Counter[int] = field(default_factory=Counter)

    @property
    def is_printed(self) -> bool:
        """Whether it is a column of these tables."""
        return self.printed >= max(1, HALF * self.rows)


@dataclass
class Look:
    """How tables of one shape print the statements of a group.

    ``seen`` are their statements, ``told`` those of each document, ``sentence`` counts the columns of these. Once all
    are counted, ``typed`` and ``likely`` keep what was asked: the column where a value would be typed, by titles and
    value, and whether one of these columns is none of another quarter, by value.
    """

    titles: tuple[str, ...] = ()
    rows: int = 0
    more: Counter[str] = field(default_factory=Counter)
    hits: int = 0
    others: int = 0
    sentence: Counter[int] = field(default_factory=Counter)
    columns: dict[str, ValueColumn] = field(default_factory=dict)
    kinds: dict[str, FactKind] = field(default_factory=dict)
    years: dict[str, str] = field(default_factory=dict)
    seen: set[tuple[str, str, str]] = field(default_factory=set)
    told: set[tuple[str, int]] = field(default_factory=set)
    typed: dict[tuple[tuple[str, ...], str, FactKind, str], int | None] = field(default_factory=dict)
    likely: dict[tuple[str, tuple[int, ...]], bool] = field(default_factory=dict)

    def count(self, document: ReadDocument, line: PrintedLine) -> None:
        """Take a row into account; one about the same as a row above it need not repeat its values."""
        again = (document.path, line.statement) in self.told
        self.told.add((document.path, line.statement))
        statement = document.stated[line.statement]
        self.rows += 1
        if line.extra:
            self.more[masked(line.extra)] += 1
        self.sentence[line.column] += 1
        self.seen.add(said_at(statement.group, statement))
        for value, columns in zip(statement.values, line.columns, strict=True):
            if value.kind in IN_PLACE and not line.places:
                continue
            known = self.columns.setdefault(value.name, ValueColumn())
            self.kinds[value.name], self.years[value.name] = value.kind, value.year
            known.rows += bool(columns) or not again
            known.printed += bool(columns)
            for at in columns:
                known.found[at] += 1
                if at >= 0 and beside(line.cells[at], value.text, statement):
                    known.more[at] += 1
            self.hits += bool(columns)

    @property
    def usual(self) -> int:
        """The column of the sentence."""
        return max(sorted(self.sentence), key=self.sentence.__getitem__)

    @cached_property
    def places(self) -> dict[str, int]:
        """The column of each value that is printed: where most rows hold it, by its title, in order of years."""
        found: dict[str, int] = {}
        last: dict[str, int] = {}
        for name, column in self.columns.items():
            if not column.is_printed:
                continue
            most, series = max(column.found.values()), name.partition("[")[0]
            known = self.of_its_quarter(name, dict(sorted(column.found.items())))
            likely = self._titled(name, known, most) or [at for at, count in known.items() if count == most]
            if not likely:
                continue
            behind = [at for at in likely if at > last.get(series, OWN)]
            found[name] = last[series] = (behind or likely)[0]
        return unswapped(found, self.kinds, self.titles)

    def is_likely(self, name: str, columns: tuple[int, ...]) -> bool:
        """Whether one of these columns, which hold the value ``name``, is none of numbers or of another quarter."""
        asked = name, columns
        if asked not in self.likely:
            found = dict.fromkeys(columns, 1)
            self.likely[asked] = bool(self.of_its_quarter(name, found) if name in self.years else found)
        return self.likely[asked]

    def of_its_quarter(self, name: str, found: dict[int, int]) -> dict[int, int]:
        """Of columns that hold the value ``name``, how often: no numbers of rows, nor those of another quarter."""
        known = {at: count for at, count in found.items() if not is_number(self.titles, at, self.kinds[name])}
        if self.kinds[name] is FactKind.SATUAN:
            known = {
                at: count for at, count in known.items() if at < 0 or not any(map(is_share, self.titles[at : at + 1]))
            }
        asked, titled = quarter(plain(self.years[name])), [quarter(title) for title in self.titles]
        own = {at: count for at, count in known.items() if at < 0 or at >= len(titled) or titled[at] == asked}
        whole = (has_title(title, self.kinds[name]) and not quarter(title) for title in self.titles)
        return own if asked in titled and (asked or own or any(whole)) else known

    def _titled(self, name: str, known: dict[int, int], most: int) -> list[int]:
        """The columns whose title is that of a value, with its year before those without one; none of another year.

        A row that says something else must not make another column, the same by chance, the likely one.

        Args:
            name: The value.
            known: How often each column holds it.
            most: The most of these.
        """
        titled = {at: self.titles[at].split() for at in known if 0 <= at < len(self.titles)}
        titled = {at: words for at, words in titled.items() if has_title(" ".join(words), self.kinds[name])}
        years = {at: {word for word in words if len(word) == _YEAR and word.isdigit()} for at, words in titled.items()}
        own = [at for at, found in years.items() if self.years[name] in found and 2 * known[at] >= most]
        others = {at: known[at] for at, found in years.items() if not found and 2 * known[at] >= most}
        least = max(others.values(), default=0)
        return own or [at for at, count in others.items() if count >= least - least // 8]


def masked(text: str) -> str:
    """A text without its numbers."""
    return "".join("#" if sign.isdigit() else sign for sign in text)


def said_at(group: str, statement: Statement) -> tuple[str, str, str]:
    """What tells a statement of a kind from others, in whichever of its documents it stands."""
    return group, key(statement.words), key(statement.above)


class TemplateLook:
    """How the documents of one template, or one kind, print what they state, as most of them do."""

    def __init__(self, documents: Sequence[ReadDocument]) -> None:
        self._shapes: list[tuple[tuple[str, ...], int]] = []
        self._known: dict[tuple[tuple[str, ...], int], int] = {}
        self._told: dict[tuple[tuple[str, ...], int], int] = {}
        self.looks: dict[tuple[str, int], Look] = defaultdict(Look)
        self.whole: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        stated: set[tuple[str, str, str]] = set()
        for document in documents:
            stated.update(said_at(one.group, one) for one in document.stated if one.words)
            for table in document.reading.tables:
                look = self.looks[table.group, self.shape(table)]
                look.titles, look.others = look.titles or table.titles, look.others + len(table.others)
                for line in table.lines:
                    look.count(document, line)
            for value, place in zip(document.as_a_whole, document.reading.whole, strict=False):
                counted = self.whole[value.name]
                counted[0] += 1
                counted[1] += bool(place)
        counts = Counter(group for group, _, _ in stated)
        self.home = {group: shape for group, shape in _homes(self.looks) if self._is_home(group, shape, counts[group])}

    def shape(self, table: ReadTable) -> int:
        """What tells a table from others: one with as many columns, of which most have the same titles, is the same."""
        told = table.titles, table.number
        if told not in self._told:
            self._told[told] = self._shape(table)
        return self._told[told]

    def _shape(self, table: ReadTable) -> int:
        titles = tuple(map(masked, table.titles))
        asked = titles, table.number if not any(titles) else -1
        if asked not in self._known:
            known = enumerate(self._shapes)
            same = (number for number, (other, at) in known if at == asked[1] and _alike(titles, other))
            number = next(same, len(self._shapes))
            if number == len(self._shapes):
                self._shapes.append(asked)
            self._known[asked] = number
        return self._known[asked]

    def of(self, table: ReadTable) -> Look:
        """How tables like this print its group."""
        return self.looks[table.group, self.shape(table)]

    def is_home(self, table: ReadTable) -> bool:
        """Whether a table is the one that states its group, and not one that mentions some of it."""
        return self.home.get(table.group) == self.shape(table)

    def _is_home(self, group: str, shape: int, stated: int) -> bool:
        look, inner = self.looks[group, shape], f"{group}."
        if any(column.is_printed for column in look.columns.values()):
            return True
        others = (one.seen for (other, at), one in self.looks.items() if other == group and at != shape)
        elsewhere = set[tuple[str, str, str]]().union(*others) - look.seen
        below = any(
            at == shape and other.startswith(inner) and any(column.is_printed for column in one.columns.values())
            for (other, at), one in self.looks.items()
        )
        return len(look.seen) >= (HALF if below else _MOST) * (stated - len(elsewhere))


def _alike(titles: tuple[str, ...], others: tuple[str, ...]) -> bool:
    # A first row in other words than it states counts as one of the titles.
    pairs = zip(titles, others, strict=False)
    same = sum(one.startswith(other or " ") or other.startswith(one) for one, other in pairs if one)
    return len(titles) == len(others) and same >= HALF * sum(map(bool, titles))


def _homes(looks: dict[tuple[str, int], Look]) -> Iterator[tuple[str, int]]:
    """The shape of the tables that state each group: with most of its sentences, and their values."""
    best: dict[str, int] = {}
    order = sorted(looks, key=lambda pair: (-len(looks[pair].seen), -looks[pair].hits, looks[pair].others, pair))
    for group, shape in order:
        first, look = looks[group, best.setdefault(group, shape)], looks[group, shape]
        # Of tables with nearly all sentences that which gives their values is the one that states them.
        if len(look.seen) >= 0.8 * len(first.seen) and look.hits > 2 * first.hits:
            best[group] = shape
    yield from best.items()


@dataclass(frozen=True)
class SetLooks:
    """How each template prints its documents, and each kind; ``stated`` are the papers that print each sentence."""

    by_template: dict[tuple[str, str], TemplateLook]
    by_kind: dict[str, TemplateLook]
    stated: dict[tuple[str, tuple[str, str, str]], set[str]]

    def of(self, document: ReadDocument) -> TemplateLook:
        """How the template of a document prints."""
        return self.by_template[document.jenis, document.templat]

    def states(self, document: ReadDocument, table: ReadTable) -> bool:
        """Whether a table is where its group is stated, and not one that mentions what another document states.

        A paper of one post may have it in a table of its own shape, as that of the head of agency.
        """
        look = self.of(document)
        if table.is_card:
            return True
        if look.is_home(table):
            return self.by_kind[document.jenis].is_home(table) or not self.is_left(document, table.group)
        if any(one.group == table.group and look.is_home(one) for one in document.reading.tables):
            return False
        asked = sum(one.group == table.group for one in document.stated)
        return len({line.statement for line in table.lines}) >= (_MOST if document.alone else 1) * asked

    def is_left(self, document: ReadDocument, group: str) -> bool:
        """Whether a document may leave a group out, as a chapter does: other papers of its kind print all of it."""
        return not document.alone and all(
            self.stated.get((document.jenis, said_at(group, one)), set()) - {document.path}
            for one in document.stated if one.group == group
        )  # fmt: skip


def looks(documents: Iterable[ReadDocument]) -> SetLooks:
    """How all templates and kinds print what their documents state."""
    by_template: dict[tuple[str, str], list[ReadDocument]] = defaultdict(list)
    by_kind: dict[str, list[ReadDocument]] = defaultdict(list)
    for document in documents:
        by_template[document.jenis, document.templat].append(document)
        by_kind[document.jenis].append(document)
    templates = {pair: TemplateLook(found) for pair, found in by_template.items()}
    kinds = {
        jenis: TemplateLook(found) if len({one.templat for one in found}) > 1 else templates[jenis, found[0].templat]
        for jenis, found in by_kind.items()
    }
    stated: dict[tuple[str, tuple[str, str, str]], set[str]] = defaultdict(set)
    for jenis, found in by_kind.items():
        for document in found:
            for table in filter(kinds[jenis].is_home, document.reading.tables):
                for line in table.lines:
                    stated[jenis, said_at(table.group, document.stated[line.statement])].add(document.path)
    return SetLooks(templates, kinds, dict(stated))
