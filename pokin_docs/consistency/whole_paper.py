"""What a paper says as a whole, and in rows that call themselves a sum."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pokin_docs.consistency.paper import PrintedPaper, PrintedRow
from pokin_docs.consistency.printed_words import key, plain
from pokin_docs.consistency.statements import Statement
from pokin_docs.documents.facts import FactKind


def whole_places(
    paper: PrintedPaper, statement: Statement | None, parts: Collection[tuple[int, int]]
) -> tuple[tuple[str, ...], ...]:
    """Where each value of a document as a whole stands; an amount in rows of its own, not in that of a part.

    Args:
        paper: The paper.
        statement: What the document states as a whole.
        parts: The table and row of each part.
    """
    found = []
    for value in statement.values if statement else ():
        is_money, said = value.kind is FactKind.MONEY, plain(value.text)
        alone = paper.index.get(key(value.text), ()) if is_money else ()
        rows = dict.fromkeys((at, row) for at, row, _ in alone or (cell for cell, _ in paper.cells_with(said)))
        known = ((paper.tables[at], paper.tables[at].rows[row]) for at, row in rows)
        places = (table.place(row) for table, row in known if not is_money or (table.number, row.number) not in parts)
        found.append(tuple(places))
    return tuple(found)


def totals(paper: PrintedPaper) -> Iterator[tuple[PrintedRow, str]]:
    """Rows that call themselves a sum, with their places."""
    for table in paper.tables[1:]:
        for row in table.rows:
            if any(key(cell).startswith(("jumlah", "total")) for cell in row.cells[:3]):
                yield row, table.place(row)
