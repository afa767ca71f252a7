"""What is kept of a document that was compared, so that it is not read again: what it states, and what it prints."""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any

from pokin_docs.consistency.near import NearText
from pokin_docs.consistency.read_document import ReadDocument
from pokin_docs.consistency.reading import PaperReading, PrintedLine, ReadTable, Row
from pokin_docs.consistency.statements import StatedValue, Statement
from pokin_docs.consistency.template_tables import PrintedList, TemplateTable
from pokin_docs.documents.facts import FactKind

_MOST_BYTES = 20_000_000
_LEVEL = 1
"""Of zlib: half the time of 6 for a quarter more room."""


def kept_text(document: ReadDocument) -> str:
    """All that is known of a document, short enough for a line of the manifest."""
    reading, rows = document.reading, dict[Row, int]()

    def number_of(row: Row) -> int:
        return rows.setdefault(row, len(rows))

    tables = [
        [table.number, table.titles, table.place, table.group,
         [[line.statement, number_of(Row(line.row, line.place, line.cells)), line.column, line.columns, line.extra,
           line.places, line.along]
          for line in table.lines],
         list(map(number_of, table.others))]
        for table in reading.tables
    ]  # fmt: skip
    totals, rest = list(map(number_of, reading.totals)), list(map(number_of, reading.rest))
    near = [(*one[:1], one.kind.name, *one[2:]) for one in reading.near]
    said = [
        list(map(_said, document.stated)),
        tables,
        reading.whole,
        totals,
        rest,
        near,
        document.alone,
        document.asked,
        document.tables,
        list(rows),
    ]
    data = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return base64.b64encode(zlib.compress(data, _LEVEL)).decode()


def _said(one: Statement) -> list[object]:
    values = [[value.name, value.kind.name, value.year, value.text] for value in one.values]
    return [one.group, one.about.name, one.words, values, one.above, one.beside]


def kept_document(text: str, path: str, jenis: str, templat: str, *, made: bool) -> ReadDocument | None:
    """A document as it was kept; None where nothing was kept of it, or not in this way.

    Args:
        text: What was kept.
        path: The document.
        jenis: Its kind.
        templat: What it was made from.
        made: This run makes it, and not an earlier one.
    """
    try:
        data = zlib.decompressobj().decompress(base64.b64decode(text, validate=True), _MOST_BYTES)
        stated, tables, whole, totals, rest, near, alone, asked, asked_tables, kept_rows = json.loads(
            data.decode("utf-8", "surrogatepass")
        )
        rows = [Row(int(number), str(place), tuple(map(str, cells))) for number, place, cells in kept_rows]
        reading = PaperReading(
            tuple(_table(one, rows) for one in tables), tuple(tuple(map(str, places)) for places in whole),
            tuple(rows[at] for at in totals),
            tuple(rows[at] for at in rest), tuple(map(_near, near)),
        )  # fmt: skip
        pairs = tuple((str(group), str(name)) for group, name in asked)
        known, in_tables = tuple(map(_stated, stated)), tuple(map(_asked_table, asked_tables))
        return ReadDocument(path, jenis, templat, known, reading, made, bool(alone), pairs, in_tables)
    except (ValueError, TypeError, KeyError, IndexError, RecursionError, zlib.error):
        return None


def _stated(kept: Any) -> Statement:
    group, about, words, values, above, beside = kept
    said = tuple(StatedValue(str(name), FactKind[kind], str(year), str(text)) for name, kind, year, text in values)
    return Statement(str(group), FactKind[about], str(words), said, str(above), tuple(map(str, beside)))


def _asked_table(kept: Any) -> TemplateTable:
    titles, rows, partly = kept
    return TemplateTable(tuple(map(str, titles)), tuple(map(_list, rows)), tuple(map(_list, partly)))


def _list(kept: Any) -> PrintedList:
    group, every, width, columns = kept
    return PrintedList(str(group), bool(every), int(width), tuple((str(name), int(at)) for name, at in columns))


def _near(kept: Any) -> NearText:
    number, kind, words, place, text, meant = kept
    return NearText(int(number), FactKind[kind], str(words), str(place), str(text), bool(meant))


def _table(kept: Any, rows: list[Row]) -> ReadTable:
    number, titles, place, group, lines, others = kept
    found = tuple(_line(line, rows) for line in lines)
    return ReadTable(
        int(number), tuple(map(str, titles)), str(place), str(group), found, tuple(rows[at] for at in others)
    )


def _line(kept: Any, rows: list[Row]) -> PrintedLine:
    statement, at, column, columns, extra, places, along = kept
    row, found = rows[at], tuple(tuple(int(at) for at in several) for several in columns)
    return PrintedLine(
        int(statement),
        row.number,
        row.place,
        int(column),
        found,
        row.cells,
        str(extra),
        tuple(map(str, places)),
        tuple(map(int, along)),
    )
