"""What a cell says instead of the value whose tag its template has there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from pokin_docs.consistency.deviation import WHOLE_TABLE, Deviation
from pokin_docs.consistency.in_place import lines_of_list, placed_tables
from pokin_docs.consistency.printed_words import has_mark, holds, is_in_words, key, plain
from pokin_docs.consistency.read_document import ReadDocument
from pokin_docs.consistency.reading import PrintedLine, Row
from pokin_docs.consistency.statements import StatedValue
from pokin_docs.consistency.template_tables import PrintedList
from pokin_docs.documents.facts import IN_PLACE, FactKind

_BLANK = frozenset(("", "-", "\u2013"))
_Column = tuple[str, str, tuple[str, ...], str]
"""Kind and template of documents, the titles of a table and a value of a list: one column."""


class _Cell(NamedTuple):
    """Whether a value stands in its cell: None where it does, else what is told.

    Of one that is not ``asked`` only a blank column is told here: another text in it is known otherwise.
    """

    column: _Column
    deviation: Deviation | None
    asked: bool = True


def other_words(
    documents: Iterable[ReadDocument], built: Iterable[ReadDocument], found: Iterable[Deviation]
) -> Iterator[tuple[ReadDocument, Deviation]]:
    """Cells that say something else than their tag prints, of columns that print most values as they are, or none.

    Args:
        documents: All that was read.
        built: The same as they were built, by which a column is judged: one that prints in its own way is no slip.
        found: What was told of them already.
    """
    printed: Counter[_Column] = Counter()
    blank: Counter[_Column] = Counter()
    seen: Counter[_Column] = Counter()
    read, before = tuple(documents), tuple(built)
    differing: dict[int, list[_Cell]] = {}
    is_before = set(map(id, before))
    for document in {id(one): one for one in (*read, *before)}.values():
        own = differing[id(document)] = []
        for cell in _cells(document):
            if cell.deviation is not None:
                own.append(cell)
            if id(document) in is_before:
                seen[cell.column] += 1
                printed[cell.column] += cell.deviation is None
                blank[cell.column] += cell.deviation is not None and cell.deviation.printed in _BLANK
    known = tuple(found)
    told = set(map(_where, known))
    columns = {(one.path, one.kind, one.column.partition("#")[0]) for one in known if one.column.endswith(WHOLE_TABLE)}
    for document in read:
        for cell in differing[id(document)]:
            one, half = cell.deviation, 2 * blank[cell.column] >= seen[cell.column]
            whole = half and not printed[cell.column] and one is not None and one.printed in _BLANK
            if one is None or _where(one) in told or (one.path, one.kind, one.column) in columns:
                continue
            if whole or (cell.asked and 2 * printed[cell.column] >= seen[cell.column]):
                told.add(_where(one))
                yield document, replace(one, column=f"{one.column}#{WHOLE_TABLE}") if whole else one


def fewer_times(
    documents: Iterable[ReadDocument], built: Iterable[ReadDocument], found: Iterable[Deviation]
) -> Iterator[tuple[ReadDocument, Deviation]]:
    """Where documents that were changed since they were built say what they state as a whole less often.

    Args:
        documents: All that was read.
        built: The same as they were built.
        found: What was told of them already.
    """
    told = {(one.path, one.kind, plain(one.meant)) for one in found}
    before = {document.path: document for document in built}
    for document in documents:
        old = before[document.path]
        if document is old:
            continue
        for value, then, now in zip(document.as_a_whole, old.reading.whole, document.reading.whole, strict=False):
            if now and len(now) < len(then) and (document.path, value.kind, plain(value.text)) not in told:
                place = next(one for one in then if one not in now) if set(then) - set(now) else then[-1]
                yield document, Deviation(document.path, place, value.kind, value.year, "", value.text, "", value.name)


def more_words(
    documents: Iterable[ReadDocument], built: Iterable[ReadDocument], found: Iterable[Deviation]
) -> Iterator[tuple[ReadDocument, Deviation]]:
    """Cells that said a value alone when they were built, and now have words beside it.

    Args:
        documents: All that was read.
        built: The same as they were built: what a template prints beside a value is no slip.
        found: What was told of them already.
    """
    told = set(map(_where, found))
    before = {document.path: document for document in built}
    for document in documents:
        old = before[document.path]
        if document is old:
            continue
        alone = dict(_in_place(old))
        for (number, name, turn, at), (line, value) in _in_place(document).items():
            then = alone.get((number, name, turn, at))
            said = plain(value.text)
            was = plain(then[0].cells[at]) if then else ""
            now = plain(line.cells[at])
            if was == said != now and holds(now, said):
                words = document.stated[number].words
                one = Deviation(
                    document.path, line.place, value.kind, value.year, words, value.text, line.cells[at], name
                )
                if _where(one) not in told:
                    told.add(_where(one))
                    yield document, one


def _in_place(document: ReadDocument) -> dict[tuple[int, str, int, int], tuple[PrintedLine, StatedValue]]:
    """The cells of rows that have values looked for in place: by statement, value, which of its rows, and column."""
    found: dict[tuple[int, str, int, int], tuple[PrintedLine, StatedValue]] = {}
    turn: Counter[int] = Counter()
    for table in document.reading.tables:
        for line in table.lines:
            turn[line.statement] += 1
            for value in document.stated[line.statement].values if not line.places else ():
                if value.kind in IN_PLACE:
                    for at in range(len(line.cells)):
                        found[line.statement, value.name, turn[line.statement], at] = line, value
    return found


def with_places(
    found: Iterable[tuple[ReadDocument, Deviation]], built: Iterable[ReadDocument]
) -> Iterator[tuple[ReadDocument, Deviation]]:
    """What was found, and where a document said what it says nowhere now.

    Args:
        found: What was found.
        built: The documents as they were built.
    """
    before = {document.path: document for document in built}
    for document, one in found:
        old = before.get(document.path)
        if not one.place and not one.words and old is not None and old is not document:
            pairs = zip(old.as_a_whole, old.reading.whole, strict=False)
            places = next((places for value, places in pairs if value.name == one.column and places), ())
            yield document, replace(one, place=places[0]) if places else one
        else:
            yield document, one


def _where(one: Deviation) -> tuple[object, ...]:
    return one.path, one.place, one.kind, one.year


def _cells(document: ReadDocument) -> Iterator[_Cell]:
    wide = {table.place for table in document.reading.tables if table.is_wide}
    for table, places in placed_tables(document):
        for rows in (*table.rows, *table.partly) if places else ():
            if rows.group:
                lines = [(line, place in wide) for place, found in lines_of_list(document, rows.group, places).items()
                         for line in found if not line.places and len(line.cells) == rows.width]  # fmt: skip
                of_rows = _of_list(document, rows, lines)
            else:
                of_rows = _of_sum(document, rows, places)
            for name, one, asked in of_rows:
                yield _Cell((document.jenis, document.templat, table.titles, f"{rows.group}.{name}"), one, asked)
    yield from _of_cards(document)


def _of_cards(document: ReadDocument) -> Iterator[_Cell]:
    """The values of tables that have a row for each, as far as the template has their tags."""
    names = {(rows.group, name) for table in document.tables for rows in (*table.rows, *table.partly)
             for name, _ in rows.columns}  # fmt: skip
    for table in document.reading.tables:
        for line in (line for line in table.lines if line.places):
            said, cells = document.stated[line.statement], [plain(cell) for cell in line.cells]
            for value in said.values:
                if (table.group, value.name) in names:
                    name = f"{table.group}.{value.name}"
                    # Beside other words it is there too: a method with its formula.
                    is_there = any(holds(cell, plain(value.text)) for cell in cells)
                    one = None if is_there else Deviation(
                        document.path, line.place, value.kind, value.year, said.words, value.text, "", name
                    )  # fmt: skip
                    yield _Cell((document.jenis, document.templat, (), name), one, asked=False)


def _of_sum(
    document: ReadDocument, rows: PrintedList, places: Mapping[str, str]
) -> Iterator[tuple[str, Deviation | None, bool]]:
    """The amounts of the row below a table that is the sum of it: of those called so that which has most of them."""
    columns = dict(rows.columns)
    values = [value for value in document.as_a_whole if value.name in columns and value.kind is FactKind.MONEY]
    of_tables = tuple(f"{name}{sign}" for name in places for sign in (",", " ("))

    def wrong(row: Row) -> list[StatedValue]:
        return [value for value in values if not holds(plain(row.cells[columns[value.name]]), plain(value.text))]

    known = [row for row in document.reading.totals if len(row.cells) == rows.width and row.place.startswith(of_tables)]
    best = min(known, key=lambda row: len(wrong(row)), default=None)
    if best is not None:
        differing = wrong(best)
        for value in values:
            one = Deviation(
                document.path, best.place, value.kind, value.year, "", value.text,
                best.cells[columns[value.name]].strip(), value.name,
            )  # fmt: skip
            yield value.name, one if value in differing else None, 2 * len(differing) < len(values)


def _of_list(
    document: ReadDocument, rows: PrintedList, lines: Sequence[tuple[PrintedLine, bool]]
) -> Iterator[tuple[str, Deviation | None, bool]]:
    """Per value of a list whether its cell has it, and whether that is asked here.

    Of statements in the same words any may be meant.

    Args:
        document: The document.
        rows: The list as the template prints it.
        lines: Its rows, each with whether others of the list stand beside it.
    """
    columns = dict(rows.columns)
    said: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in document.stated if lines else ():
        for value in one.values if one.group == rows.group else ():
            said[key(one.words), value.name].add(plain(value.text))
    found: dict[tuple[str, str], tuple[Deviation | None, bool]] = {}
    for line, is_wide in lines:
        statement = document.stated[line.statement]
        for value in statement.values:
            at, asked = columns.get(value.name), (key(statement.words), value.name)
            # A statement with several rows says it in one of them.
            if at is None or found.get(asked, (rows, True))[0] is None:
                continue
            cell = plain(line.cells[at])
            same = has_mark(cell) or any(
                text == cell or holds(cell, text) or is_in_words(cell, text) for text in said[asked]
            )
            other = Deviation(
                document.path, line.place, value.kind, value.year, statement.words, value.text, line.cells[at].strip(),
                f"{rows.group}.{value.name}",
            )  # fmt: skip
            found[asked] = None if same else other, is_wide or value.kind in IN_PLACE
    yield from ((name, one, asked) for (_, name), (one, asked) in found.items())
