"""What stands in a document, but not in the table or cell in which its template prints it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pokin_docs.consistency.deviation import WHOLE_TABLE, Deviation
from pokin_docs.consistency.printed_words import has_mark, holds, is_in_words, key, plain
from pokin_docs.consistency.read_document import ReadDocument
from pokin_docs.consistency.reading import PaperReading, PrintedLine, Row
from pokin_docs.consistency.statements import Statement
from pokin_docs.consistency.template_tables import PrintedList, TemplateTable, is_titled
from pokin_docs.documents.facts import FactKind

_FIRST = 12
"""Rows of a table among which its titles stand."""
_BLANK = frozenset(("", "-", "\u2013"))
_AS_STATED = frozenset((FactKind.TARGET, FactKind.SATUAN))
"""What a template prints as it is stated; of money it may print thousands."""
Found = Sequence[tuple[ReadDocument, Deviation]]


def out_of_place(documents: Iterable[ReadDocument], found: Found) -> Iterator[tuple[ReadDocument, Deviation]]:
    """Rows that a table of a document has not, and columns of a template that are blank in all its documents.

    Args:
        documents: All that was read.
        found: What was told of them already.
    """
    told: dict[str, set[str]] = defaultdict(set)
    columns: set[tuple[str, str, str]] = set()
    for document, one in found:
        told[document.path].add(key(one.words))
        columns.add((document.jenis, document.templat, one.column.partition("#")[0]))
    blank: dict[tuple[str, str, str, str], list[tuple[ReadDocument, Deviation | None]]] = defaultdict(list)
    for document in documents:
        if not document.tables:
            continue
        for table, places in placed_tables(document):
            slips = told[document.path] | {key(near.words) for near in document.reading.near if not near.meant}
            without: list[str] = []
            for rows in sorted(table.rows if places else (), key=lambda one: -len(one.group)):
                lines = lines_of_list(document, rows.group, places)
                lost = list(_rows_left_out(document, table, rows, places, lines))
                # A row around rows that are left out goes with them.
                if lost and not any(group.startswith(f"{rows.group}.") for group in without):
                    yield from ((document, one) for one in lost if key(one.words) not in slips)
                without += [rows.group] if lost else []
                titles = "\t".join(table.titles)
                for name, nothing in _cells(document, rows, lines):
                    blank[document.jenis, document.templat, f"{rows.group}.{name}", titles].append((document, nothing))
    for (jenis, templat, column, _), cells in blank.items():
        if (jenis, templat, column) not in columns and all(one for _, one in cells):
            columns.add((jenis, templat, column))
            yield from ((document, one) for document, one in cells if one)


def in_own_tables(reading: PaperReading, tables: Sequence[TemplateTable]) -> PaperReading:
    """What a paper prints, without rows that only have a sentence of a list in the table of another list.

    Args:
        reading: What was read, by sentences alone.
        tables: The tables of its template.
    """
    lists = {table.titles: {rows.group for rows in (*table.rows, *table.partly)} for table in tables}
    known = set().union(*lists.values()) if lists else set[str]()
    there: dict[str, set[str]] = {}
    for name, (rows, _) in _tables_of(reading).items():
        titles = [groups for titles, groups in lists.items() if any(is_titled(titles, row.cells) for row in rows)]
        if titles:
            there[name] = set().union(*titles)
    kept = [one for one in reading.tables if one.group not in known or one.group in there.get(one.place, known)]
    if len(kept) == len(reading.tables):
        return reading
    numbers = {one.number for one in kept}
    left = {row for one in reading.tables if one.number not in numbers
            for row in (*one.others, *(Row(line.row, line.place, line.cells) for line in one.lines))}  # fmt: skip
    return replace(reading, tables=tuple(kept), rest=(*reading.rest, *sorted(left)))


def placed_tables(document: ReadDocument) -> Iterator[tuple[TemplateTable, dict[str, str]]]:
    """Each table of the template of a document with the tables made of it there: name and place."""
    papers = _tables_of(document.reading)
    for table in document.tables:
        yield table, {
            name: place for name, (rows, place) in papers.items()
            if any(is_titled(table.titles, row.cells) for row in rows)
        }  # fmt: skip


def _tables_of(reading: PaperReading) -> dict[str, tuple[list[Row], str]]:
    """Rows of each table of a paper that may be its titles, and where it stands."""
    found: dict[str, tuple[list[Row], str]] = {}
    others = (row for table in reading.tables for row in table.others)
    for row in (*others, *reading.rest):
        if row.number <= _FIRST:
            place = row.place.partition(", baris ")[0]
            found.setdefault(place.partition(" («")[0], ([], place))[0].append(row)
    return found


def lines_of_list(document: ReadDocument, group: str, places: Iterable[str]) -> dict[str, tuple[PrintedLine, ...]]:
    """The rows in ``document`` of the list ``group``, by those of the tables in ``places``."""
    lines: dict[str, tuple[PrintedLine, ...]] = dict.fromkeys(places, ())
    for table in document.reading.tables:
        if table.group == group and table.place in lines:
            lines[table.place] = table.lines
    return lines


def _rows_left_out(
    document: ReadDocument, table: TemplateTable, rows: PrintedList, places: dict[str, str],
    lines: dict[str, tuple[PrintedLine, ...]],
) -> Iterator[Deviation]:  # fmt: skip
    stated = document.stated
    printed = {key(stated[line.statement].words) for found in lines.values() for line in found}
    lacking = [
        one for one in stated
        if one.group == rows.group and one.words and key(one.words) not in printed
        and (printed or one.about is not FactKind.TEXT)
        and (not printed or " " in one.words.strip())  # a word by itself may stand among others
    ]  # fmt: skip
    empty = next((name for name, found in lines.items() if not found), "")
    if not rows.every and not empty:
        return
    place = places[empty] if empty else next(iter(places.values()))
    column = f"{rows.group}@{table.titles}#{'' if printed else WHOLE_TABLE}"
    for one in lacking if rows.every else lacking[:1]:
        yield Deviation(
            document.path, place, one.about, "", one.words, one.words, "", column, lost=True
        )  # fmt: skip


def _cells(
    document: ReadDocument, rows: PrintedList, lines: dict[str, tuple[PrintedLine, ...]]
) -> Iterator[tuple[str, Deviation | None]]:
    """The cell in which a template prints each value; a deviation where nothing stands there."""
    columns = dict(rows.columns)
    if not rows.group:
        for value, place in zip(document.as_a_whole, document.reading.whole, strict=False):
            if value.name in columns:
                yield value.name, None if place else Deviation(
                    document.path, next(iter(lines)), value.kind, value.year, "", value.text, "", value.name
                )  # fmt: skip
        return
    for line in (line for found in lines.values() for line in found if not line.places):
        statement: Statement = document.stated[line.statement]
        values = zip(statement.values, line.columns, strict=True)
        for value, held in values if len(line.cells) == rows.width else ():
            name, _, index = value.name.partition("[")
            if index in ("", "0]") and name in columns:
                cell = line.cells[columns[name]].strip()
                is_blank = cell in _BLANK or (
                    value.kind in _AS_STATED and not held and not has_mark(cell) and not _is_said(cell, value.text)
                )
                yield name, Deviation(
                    document.path, line.place, value.kind, value.year, statement.words, value.text, "",
                    f"{rows.group}.{name}#{WHOLE_TABLE}",
                ) if is_blank else None  # fmt: skip


def _is_said(cell: str, text: str) -> bool:
    """Whether the cell of a value has it in the words of its template, or written out."""
    return holds(plain(cell), plain(text)) or is_in_words(plain(cell), plain(text))
