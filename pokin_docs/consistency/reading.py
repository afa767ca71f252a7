"""Where a paper prints what a document states, and what stands there instead."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pokin_docs.consistency.cell_texts import around, columns_with, own_line, unexplained
from pokin_docs.consistency.joined import named_together, sum_columns
from pokin_docs.consistency.near import NearText, near_texts
from pokin_docs.consistency.paper import PrintedPaper, PrintedRow, PrintedTable
from pokin_docs.consistency.printed_words import about, key, plain
from pokin_docs.consistency.sentence_index import SentenceIndex
from pokin_docs.consistency.statements import Statement
from pokin_docs.consistency.titles import card_of, titles_of
from pokin_docs.consistency.whole_paper import totals, whole_places
from pokin_docs.documents.facts import FactKind

Cell = tuple[int, int, int]
"""Table, row and column, counted from 0."""


class Row(NamedTuple):
    """A row of a table: its number from 1, its place in words, and its cells."""

    number: int
    place: str
    cells: tuple[str, ...]


class PrintedLine(NamedTuple):
    """A row that prints a statement (its number): what it says, and the columns that hold each value, mostly one.

    ``column`` is that of the sentence, ``extra`` what stands around it there. Of a card, which has a row a value, the
    cells are those below each other, and ``places`` are their rows. ``along`` are the statements that its cell names,
    where these are several.
    """

    statement: int
    row: int
    place: str
    column: int
    columns: tuple[tuple[int, ...], ...]
    cells: tuple[str, ...]
    extra: str = ""
    places: tuple[str, ...] = ()
    along: tuple[int, ...] = ()

    def at(self, column: int) -> str:
        """What a cell says; nothing outside of the row."""
        return self.cells[column] if 0 <= column < len(self.cells) else ""

    def place_of(self, column: int | None) -> str:
        """Where a cell stands, in words."""
        return self.places[column] if column is not None and 0 <= column < len(self.places) else self.place


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table that prints statements of a group: its titles of columns, and the rows.

    ``number`` is 0 of the paragraphs outside of tables, which have no titles; ``others`` are rows that print
    none.
    """

    number: int
    titles: tuple[str, ...]
    place: str
    group: str
    lines: tuple[PrintedLine, ...]
    others: tuple[Row, ...] = ()

    @property
    def is_card(self) -> bool:
        """Whether it has a row for each value of one statement."""
        return any(line.places for line in self.lines)

    @property
    def is_wide(self) -> bool:
        """Whether its rows print several statements of a group beside each other, as a cascading does."""
        column_of: dict[int, int] = {}
        return any(column_of.setdefault(line.row, line.column) != line.column for line in self.lines)


@dataclass(frozen=True, slots=True)
class PaperReading:
    """What a paper prints of the statements of its document.

    ``whole`` are, per value of the statement without a sentence, the places where it stands; none where it does not.
    ``totals`` are rows that call themselves a sum; ``rest`` the rows of tables that print no statement. ``near`` are
    texts that nearly are a sentence.
    """

    tables: tuple[ReadTable, ...]
    whole: tuple[tuple[str, ...], ...] = ()
    totals: tuple[Row, ...] = ()
    rest: tuple[Row, ...] = ()
    near: tuple[NearText, ...] = ()


def read(paper: PrintedPaper, stated: Sequence[Statement], known: Iterable[str]) -> PaperReading:
    """What a paper prints of these statements.

    Args:
        paper: The paper.
        stated: What its document states.
        known: The texts of its document, stated or not (``near.known_texts``).
    """
    by_group: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, one in enumerate(stated):
        if one.words:
            by_group[one.group][key(one.words)].append(number)
    said = {sentence for sentences in by_group.values() for sentence in sentences}
    found = _places(paper, said, _steps_with(said, stated))
    places = {
        group: {sentence: found[sentence] for sentence in sentences if sentence in found}
        for group, sentences in by_group.items()
    }
    first = _first_rows(places.values())
    tables = tuple(
        table for group, sentences in by_group.items()
        for table in _tables(paper, group, sentences, places[group], first, stated)
    )  # fmt: skip
    whole = next((one for one in stated if not one.words), None)
    spoken = {table.number for table in tables}
    silent = (table for table in paper.tables if table.number and table.number not in spoken)
    rest = tuple(Row(row.number, table.place(row), row.cells) for table in silent for row in table.rows)
    parts = {(table.number, line.row) for table in tables for line in table.lines}
    near, sums = (
        near_texts(paper, stated, known),
        tuple(Row(row.number, place, row.cells) for row, place in totals(paper)) if whole else (),
    )
    return PaperReading(tables, whole_places(paper, whole, parts), sums, rest, near)


def _steps_with(sentences: Iterable[str], stated: Iterable[Statement]) -> set[str]:
    """What rows say besides their own sentence in words that have another one within: a step that names its goal."""
    texts = {key(value.text) for one in stated for value in one.values if value.kind is FactKind.KINERJA}
    known = SentenceIndex(sentences if texts else ())
    return {text for text in texts if any(said != text for said in known.within(text))}


def _places(paper: PrintedPaper, sentences: Iterable[str], steps: Iterable[str]) -> dict[str, list[Cell]]:
    """Every cell that prints each sentence: alone, or among other words; not as a part of a longer one of them.

    Args:
        paper: The paper.
        sentences: The sentences.
        steps: Other longer texts (``_steps_with``).
    """
    found: dict[str, list[Cell]] = {}
    spans: dict[Cell, list[tuple[int, int]]] = defaultdict(list)
    for step in steps:
        for cell, start in paper.cells_with(step):
            spans[cell].append((start, start + len(step)))
    for sentence in sorted(sentences, key=lambda said: (-len(said), said)):
        alone = paper.index.get(sentence, ())
        for cell, start in paper.cells_with(sentence):
            end = start + len(sentence)
            if " " not in sentence and cell not in alone and about(paper.text_at(cell)) != sentence:
                continue  # a word by itself stands in many texts
            if cell in alone or not any(first <= start and end <= last for first, last in spans[cell]):
                spans[cell].append((start, end))
                if cell not in (known := found.setdefault(sentence, [])):
                    known.append(cell)
    return found


def _first_rows(places: Iterable[dict[str, list[Cell]]]) -> dict[int, int]:
    """The first row of each table that prints a statement of any group: its titles stand above."""
    first: dict[int, int] = {}
    for cells in places:
        for table, row, _ in (cell for found in cells.values() for cell in found):
            first[table] = min(first.get(table, row), row)
    return first


def _tables(
    paper: PrintedPaper, group: str, sentences: dict[str, list[int]], places: dict[str, list[Cell]],
    first: dict[int, int], stated: Sequence[Statement],
) -> Iterator[ReadTable]:  # fmt: skip
    in_table: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for sentence, cells in places.items():
        for at, row, column in cells:
            in_table[at].append((row, column, sentence))
    known = SentenceIndex(sentences)
    for at, rows in sorted(in_table.items()):
        table = paper.tables[at]
        lines = tuple(_without_mentions(list(_lines(table, sorted(rows), sentences, known, stated))))
        card = _card(table, lines[0], stated) if table.number and len(lines) == 1 else None
        if card is not None:
            yield ReadTable(table.number, card[0], _name(table), group, (card[1],))
            continue
        titles, others = titles_of(table, first[at]), _others(table, lines)
        yield ReadTable(table.number, titles, _name(table), group, lines, others)


def _card(
    table: PrintedTable, line: PrintedLine, stated: Sequence[Statement]
) -> tuple[tuple[str, ...], PrintedLine] | None:
    """A table about one statement whose values stand below each other beside their titles, as the row that it is.

    Args:
        table: The table.
        line: Its only row with a statement.
        stated: All statements.
    """
    values = stated[line.statement].values
    if line.column < 1 or any(line.columns) or not values:
        return None
    parts = card_of(table, line.column, len(line.cells))
    own = next((at for at, part in enumerate(parts) if part.row == line.row), None)
    if own is None:
        return None
    cells, texts = [plain(part.text) for part in parts], tuple(plain(value.text) for value in values)
    columns = tuple(columns_with(cells, own, "", said, texts) for said in texts)
    printed = {value.name.partition("[")[0]: False for value in values}
    for value, held in zip(values, columns, strict=True):
        printed[value.name.partition("[")[0]] |= bool(held)
    if 2 * sum(printed.values()) < len(printed):
        return None
    said, places = tuple(part.text for part in parts), tuple(part.place for part in parts)
    found = PrintedLine(line.statement, line.row, line.place, own, columns, said, line.extra, places)
    return tuple(part.title for part in parts), found


def _lines(
    table: PrintedTable, found: list[tuple[int, int, str]], sentences: dict[str, list[int]], known: SentenceIndex,
    stated: Sequence[Statement],
) -> Iterator[PrintedLine]:  # fmt: skip
    counts = Counter(sentence for _, _, sentence in found)
    turn: Counter[str] = Counter()
    in_cell: dict[tuple[int, int], list[str]] = defaultdict(list)
    for row, column, sentence in found:
        in_cell[row, column].append(sentence)
    along = {
        (row, column): named_together(table.rows[row].cells[column], texts, sentences, stated)
        for (row, column), texts in in_cell.items()
    }
    for row, column, sentence in found:
        numbers = sentences[sentence]
        if len(numbers) > 1 and counts[sentence] == len(numbers):
            # As many rows as statements with this sentence: one after the other.
            turn[sentence] += 1
            numbers = [numbers[turn[sentence] - 1]]
        line = _line(table, table.rows[row], column, sentence, numbers, known, stated)
        several = along[row, column]
        yield (
            line._replace(along=several, columns=sum_columns(line.cells, line.columns, line.statement, several, stated))
            if several
            else line
        )


def _without_mentions(lines: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """The rows that print a statement, and not those that have its words in a longer text, where there are others."""
    alone = {line.statement for line in lines if not line.extra}
    return (line for line in lines if not line.extra or line.statement not in alone)


def _line(
    table: PrintedTable, row: PrintedRow, column: int, sentence: str, candidates: Sequence[int],
    sentences: SentenceIndex, stated: Sequence[Statement],
) -> PrintedLine:  # fmt: skip
    cells = [plain(cell) for cell in row.cells]
    own = own_line(row.cells[column], sentence)
    rest = "" if key(own) == sentence else around(plain(own), sentence, sentences)
    best, missed = -1, -1
    columns: tuple[tuple[int, ...], ...] = ()
    for number in candidates:
        texts = tuple(plain(value.text) for value in stated[number].values)
        found = tuple(columns_with(cells, column, rest, said, texts) for said in texts)
        if best < 0 or found.count(()) < missed:
            best, missed, columns = number, found.count(()), found
    more = unexplained(rest, stated[best]) if rest.strip() else ""
    said = row.cells if own == row.cells[column] else (*row.cells[:column], own, *row.cells[column + 1 :])
    return PrintedLine(best, row.number, table.place(row), column, columns, said, more)


def _name(table: PrintedTable) -> str:
    if table.sheet:
        return f"lembar {table.sheet}"
    return f"tabel {table.number}" if table.number else "alinea"


def _others(table: PrintedTable, lines: Sequence[PrintedLine]) -> tuple[Row, ...]:
    """Rows of a table that print no statement of a group: one of them may be a statement in other words."""
    known = {line.row for line in lines}
    rows = table.rows if table.number else []
    return tuple(Row(row.number, table.place(row), row.cells) for row in rows if row.number not in known)
