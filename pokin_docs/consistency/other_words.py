"""What a cell says instead of the value whose tag its template has there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pokin_docs.consistency.deviation import Deviation
from pokin_docs.consistency.in_place import lines_of_list, placed_tables
from pokin_docs.consistency.printed_words import has_mark, holds, key, plain
from pokin_docs.consistency.read_document import ReadDocument
from pokin_docs.consistency.reading import PrintedLine, Row
from pokin_docs.consistency.statements import StatedValue
from pokin_docs.consistency.template_tables import PrintedList
from pokin_docs.documents.facts import IN_PLACE, FactKind

_Column = tuple[str, str, tuple[str, ...], str]
"""Kind and template of documents, the titles of a table and a value of a list: one column."""


class _Cell(NamedTuple):
    """Whether a value stands in its cell: None where it does, else what is told."""

    column: _Column
    deviation: Deviation | None


def other_words(
    documents: Iterable[ReadDocument], built: Iterable[ReadDocument], found: Iterable[Deviation]
) -> Iterator[tuple[ReadDocument, Deviation]]:
    """Cells that say something else than their tag prints, of columns that print most values as they are.

    Args:
        documents: All that was read.
        built: The same as they were built, by which a column is judged: one that prints in its own way is no slip.
        found: What was told of them already.
    """
    printed: Counter[_Column] = Counter()
    seen: Counter[_Column] = Counter()
    read, before = tuple(documents), tuple(built)
    cells = {id(document): tuple(_cells(document)) for document in {id(one): one for one in (*read, *before)}.values()}
    for document in before:
        for cell in cells[id(document)]:
            seen[cell.column] += 1
            printed[cell.column] += cell.deviation is None
    told = set(map(_where, found))
    for document in read:
        for cell in cells[id(document)]:
            one = cell.deviation
            if one is not None and 2 * printed[cell.column] >= seen[cell.column] and _where(one) not in told:
                told.add(_where(one))
                yield document, one


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
            for name, one in of_rows:
                yield _Cell((document.jenis, document.templat, table.titles, f"{rows.group}.{name}"), one)


def _of_sum(
    document: ReadDocument, rows: PrintedList, places: Mapping[str, str]
) -> Iterator[tuple[str, Deviation | None]]:
    """The amounts of the row below a table that is the sum of it: of those called so that which has most of them."""
    columns = dict(rows.columns)
    values = [value for value in document.as_a_whole if value.name in columns and value.kind is FactKind.MONEY]
    of_tables = tuple(f"{name}{sign}" for name in places for sign in (",", " ("))

    def wrong(row: Row) -> list[StatedValue]:
        return [value for value in values if not holds(plain(row.cells[columns[value.name]]), plain(value.text))]

    known = [row for row in document.reading.totals if len(row.cells) == rows.width and row.place.startswith(of_tables)]
    best = min(known, key=lambda row: len(wrong(row)), default=None)
    if best is not None and 2 * len(wrong(best)) < len(values):
        differing = wrong(best)
        for value in values:
            yield value.name, None if value not in differing else Deviation(
                document.path, best.place, value.kind, value.year, "", value.text,
                best.cells[columns[value.name]].strip(), value.name,
            )  # fmt: skip


def _of_list(
    document: ReadDocument, rows: PrintedList, lines: Sequence[tuple[PrintedLine, bool]]
) -> Iterator[tuple[str, Deviation | None]]:
    """Per value of a list whether its cell has it; of statements in the same words any may be meant.

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
    found: dict[tuple[str, str], Deviation | None] = {}
    for line, is_wide in lines:
        statement = document.stated[line.statement]
        for value in statement.values:
            at, asked = columns.get(value.name), (key(statement.words), value.name)
            # A statement with several rows says it in one of them.
            if at is None or not (is_wide or value.kind in IN_PLACE) or found.get(asked, rows) is None:
                continue
            cell = plain(line.cells[at])
            same = has_mark(cell) or any(text == cell or holds(cell, text) for text in said[asked])
            found[asked] = None if same else Deviation(
                document.path, line.place, value.kind, value.year, statement.words, value.text, line.cells[at].strip(),
                f"{rows.group}.{value.name}",
            )  # fmt: skip
    yield from ((name, one) for (_, name), one in found.items())
