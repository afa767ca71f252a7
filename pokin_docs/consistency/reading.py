"""Where a paper prints what a document states, and what stands there instead."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pokin_docs.consistency.paper import PrintedPaper, PrintedRow, PrintedTable, lines_of
from pokin_docs.consistency.printed_words import (
    holds,
    is_of_value,
    key,
    only_signs,
    place_in,
    plain,
    without,
    without_marks,
)
from pokin_docs.consistency.statements import Statement
from pokin_docs.documents.kind import FactKind

Cell = tuple[int, int, int]
"""Table, row and column, counted from 0."""
OWN = -1
"""Instead of a column: in the line of the sentence itself."""
_MORE, _LONG = 30, 15
"""Letters that may stand around a short value in its cell: in a sentence a word may stand by chance."""
_NUMBER = 3
"""Letters of what may be the number of a row too."""
_FEW = 4
"""Rows of a table that may stand above the first one with data."""


class Row(NamedTuple):
    """A row of a table: its number from 1, its place in words, and its cells."""

    number: int
    place: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A row that prints a statement (its number): what it says, and the columns that hold each value, mostly one.

    ``column`` is that of the sentence, ``extra`` what stands around it there.
    """

    statement: int
    row: int
    place: str
    column: int
    columns: tuple[tuple[int, ...], ...]
    cells: tuple[str, ...]
    extra: str = ""


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


@dataclass(frozen=True, slots=True)
class PaperReading:
    """What a paper prints of the statements of its document.

    ``whole`` is, per value of the statement without a sentence, the place where it stands; empty where it does not.
    ``totals`` are rows that call themselves a sum; ``rest`` the rows of tables that print no statement.
    """

    tables: tuple[ReadTable, ...]
    whole: tuple[str, ...] = ()
    totals: tuple[Row, ...] = ()
    rest: tuple[Row, ...] = ()


def read(paper: PrintedPaper, stated: Sequence[Statement]) -> PaperReading:
    """What a paper prints of these statements.

    Args:
        paper: The paper.
        stated: What its document states.
    """
    by_group: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, one in enumerate(stated):
        if one.words:
            by_group[one.group][key(one.words)].append(number)
    found = _places(paper, {sentence for sentences in by_group.values() for sentence in sentences})
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
    return PaperReading(tables, _whole(paper, whole, tables), tuple(_totals(paper)) if whole else (), rest)


def _places(paper: PrintedPaper, sentences: Iterable[str]) -> dict[str, list[Cell]]:
    """Every cell that prints each sentence: alone, or among other words; not as a part of a longer one of them."""
    found: dict[str, list[Cell]] = {}
    spans: dict[Cell, list[tuple[int, int]]] = defaultdict(list)
    for sentence in sorted(sentences, key=lambda said: (-len(said), said)):
        alone = paper.index.get(sentence, ())
        for cell, start in paper.cells_with(sentence):
            end = start + len(sentence)
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
    for at, rows in sorted(in_table.items()):
        table = paper.tables[at]
        lines = tuple(_without_mentions(list(_lines(table, sorted(rows), sentences, stated))))
        titles, others = _titles(table, first[at]), _others(table, lines)
        yield ReadTable(table.number, titles, _name(table), group, lines, others)


def _lines(
    table: PrintedTable, found: list[tuple[int, int, str]], sentences: dict[str, list[int]], stated: Sequence[Statement]
) -> Iterator[PrintedLine]:
    counts = Counter(sentence for _, _, sentence in found)
    turn: Counter[str] = Counter()
    for row, column, sentence in found:
        numbers = sentences[sentence]
        if len(numbers) > 1 and counts[sentence] == len(numbers):
            # As many rows as statements with this sentence: one after the other.
            turn[sentence] += 1
            numbers = [numbers[turn[sentence] - 1]]
        yield _line(table, table.rows[row], column, sentence, numbers, sentences, stated)


def _without_mentions(lines: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """The rows that print a statement, and not those that have its words in a longer text, where there are others."""
    alone = {line.statement for line in lines if not line.extra}
    return (line for line in lines if not line.extra or line.statement not in alone)


def _line(
    table: PrintedTable, row: PrintedRow, column: int, sentence: str, candidates: Sequence[int],
    sentences: Iterable[str], stated: Sequence[Statement],
) -> PrintedLine:  # fmt: skip
    cells = [plain(cell) for cell in row.cells]
    own = _own_line(row.cells[column], sentence)
    rest = "" if key(own) == sentence else _rest(plain(own), sentence, sentences)
    best, missed = -1, -1
    columns: tuple[tuple[int, ...], ...] = ()
    for number in candidates:
        texts = tuple(plain(value.text) for value in stated[number].values)
        found = tuple(_holding(cells, column, rest, said, texts) for said in texts)
        if best < 0 or found.count(()) < missed:
            best, missed, columns = number, found.count(()), found
    more = _unexplained(rest, stated[best]) if rest.strip() else ""
    said = row.cells if own == row.cells[column] else (*row.cells[:column], own, *row.cells[column + 1 :])
    return PrintedLine(best, row.number, table.place(row), column, columns, said, more)


def _rest(line: str, sentence: str, sentences: Iterable[str]) -> str:
    """What stands around a sentence in its line, up to the next one of its group."""
    rest = without(line, sentence)
    if len(rest) <= _MORE:
        return rest
    end = place_in(line, sentence) + len(sentence)
    places = {other: place_in(line, other) for other in sentences if other != sentence}
    last = min((at for at in places.values() if at >= end), default=len(line))
    follows = any(0 <= at < end for at in places.values())
    return line[end:last] if follows else f"{line[: end - len(sentence)]} {line[end:last]}"


def _own_line(cell: str, sentence: str) -> str:
    """The line of a cell that has a sentence: others of it may say other things; the whole where none has it all."""
    lines = lines_of(cell)
    if len(lines) == 1:
        return cell
    alone = next((line for line in lines if key(line) == sentence), None)
    return alone or next((line for line in lines if place_in(plain(line), sentence) >= 0), cell)


def _holding(cells: Sequence[str], column: int, rest: str, said: str, others: Sequence[str]) -> tuple[int, ...]:
    """The columns that hold a value: as all they say, or among other words; ``OWN`` of what stands by the sentence."""
    found = tuple(at for at, cell in enumerate(cells) if cell == said and at != column)
    if not found or len(said) <= _NUMBER:  # the number of a row may be the same by chance
        most = len(said) + (_MORE if len(said) < _LONG else len(cells[column]))
        found = tuple(
            at for at, cell in enumerate(cells)
            if at != column and cell and len(cell) <= most
            and (at in found or (holds(cell, said) and is_of_value(cell, said, others)))
        )  # fmt: skip
    return (*((OWN,) if rest and holds(rest.strip(), said) else ()), *found)


def _unexplained(extra: str, statement: Statement) -> str:
    """What a sentence has around it that is none of the values said of it."""
    for text in sorted(
        (*(value.text for value in statement.values), statement.above, *statement.beside), key=len, reverse=True
    ):
        extra = without(extra, plain(text)) if text else extra
    extra = without_marks(extra)
    return "" if only_signs(extra) else " ".join(extra.split())


def _titles(table: PrintedTable, first: int) -> tuple[str, ...]:
    """The titles of the columns of a table."""
    titles = [""] * (len(table.rows[first].cells) if table.number else 0)
    for row in table.rows[max(0, first - _FEW) : first]:
        if len(row.cells) == len(titles):
            titles = [f"{title} {plain(cell)}".strip() for title, cell in zip(titles, row.cells, strict=True)]
    return tuple(titles)


def _name(table: PrintedTable) -> str:
    if table.sheet:
        return f"lembar {table.sheet}"
    return f"tabel {table.number}" if table.number else "alinea"


def _others(table: PrintedTable, lines: Sequence[PrintedLine]) -> tuple[Row, ...]:
    """Rows of a table that print no statement of a group: one of them may be a statement in other words."""
    known = {line.row for line in lines}
    rows = table.rows if table.number else []
    return tuple(Row(row.number, table.place(row), row.cells) for row in rows if row.number not in known)


def _whole(paper: PrintedPaper, statement: Statement | None, tables: Sequence[ReadTable]) -> tuple[str, ...]:
    """Where each value of a document as a whole stands; an amount in a row of its own, not in that of a part."""
    parts = {(table.number, line.row) for table in tables for line in table.lines}
    found = []
    for value in statement.values if statement else ():
        said, places = plain(value.text), paper.index.get(key(value.text), [])
        for at, row, _ in places or (cell for cell, _ in paper.cells_with(said)):
            table = paper.tables[at]
            if value.kind is not FactKind.MONEY or (table.number, table.rows[row].number) not in parts:
                found.append(table.place(table.rows[row]))
                break
        else:
            found.append("")
    return tuple(found)


def _totals(paper: PrintedPaper) -> Iterator[Row]:
    for table in paper.tables[1:]:
        for row in table.rows:
            if any(key(cell).startswith(("jumlah", "total")) for cell in row.cells[:3]):
                yield Row(row.number, table.place(row), row.cells)
