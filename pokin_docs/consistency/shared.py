"""What was read of many papers, with equal texts and rows kept once: those of a branch say the same again and again."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, TypeVar

from pokin_docs.consistency.documents import ReadFile
from pokin_docs.consistency.reading import PaperReading, PrintedLine, ReadTable, Row
from pokin_docs.consistency.statements import StatedValue, Statement

T = TypeVar("T", bound=Hashable)


class SharedTexts:
    """Texts, cells, rows and values that were seen: four fifths of what is read is one of them."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._cells: dict[tuple[Any, ...], tuple[Any, ...]] = {}
        self._rows: dict[Row, Row] = {}
        self._values: dict[StatedValue, StatedValue] = {}

    def of(self, read: ReadFile) -> ReadFile:
        """The same, made of what was seen before as far as that goes."""
        printed = read.printed
        rows = self._row
        return ReadFile(
            tuple(map(self._statement, read.stated)),
            PaperReading(
                tuple(map(self._table, printed.tables)), tuple(map(self._all, printed.whole)),
                tuple(map(rows, printed.totals)), tuple(map(rows, printed.rest)), printed.near,
            ),
        )  # fmt: skip

    def _text(self, text: str) -> str:
        return self._texts.setdefault(text, text)

    def _all(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        known = self._cells.get(texts)
        if known is None:
            known = tuple(map(self._text, texts))
            self._cells[known] = known
        return known

    def _row(self, row: Row) -> Row:
        known = self._rows.get(row)
        if known is None:
            known = Row(row.number, self._text(row.place), self._all(row.cells))
            self._rows[known] = known
        return known

    def _value(self, value: StatedValue) -> StatedValue:
        known = self._values.get(value)
        if known is None:
            known = StatedValue(self._text(value.name), value.kind, self._text(value.year), self._text(value.text))
            self._values[known] = known
        return known

    def _statement(self, one: Statement) -> Statement:
        text = self._texts.setdefault
        values = tuple(map(self._value, one.values))
        beside = self._all(one.beside) if one.beside else ()
        return Statement(
            text(one.group, one.group),
            one.about,
            text(one.words, one.words),
            values,
            text(one.above, one.above),
            beside,
        )

    def _table(self, table: ReadTable) -> ReadTable:
        return ReadTable(
            table.number, self._all(table.titles), self._text(table.place), self._text(table.group),
            tuple(map(self._line, table.lines)), tuple(map(self._row, table.others)),
        )  # fmt: skip

    def _line(self, line: PrintedLine) -> PrintedLine:
        statement, row, place, column, columns, cells, extra, places, along = line
        place, columns = self._texts.setdefault(place, place), self._cells.setdefault(columns, columns)
        return PrintedLine(statement, row, place, column, columns, self._all(cells), extra, places, along)
