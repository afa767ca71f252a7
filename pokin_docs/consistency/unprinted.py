"""What a template asks for, its documents state, and none of them prints: no row of theirs tells how it is printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pokin_docs.consistency.deviation import WHOLE_TABLE, Deviation
from pokin_docs.consistency.judging import SetLooks, TemplateLook, said_at
from pokin_docs.consistency.read_document import ReadDocument
from pokin_docs.consistency.typed_column import typed_column
from pokin_docs.documents.facts import FactKind

OF_TEMPLATE = "templat "
"""What the place of such a deviation begins with: the file of the template follows."""
_NUMBERS = (FactKind.TARGET, FactKind.MONEY)


def unprinted(documents: Iterable[ReadDocument], looked: SetLooks) -> Iterator[tuple[ReadDocument, Deviation]]:
    """Rows and values that no document of a template prints, though this run made it and its template means to.

    Args:
        documents: All that was read.
        looked: How their templates print.
    """
    by_template: dict[tuple[str, str], list[ReadDocument]] = defaultdict(list)
    for document in documents:
        if document.made:
            by_template[document.jenis, document.templat].append(document)
    for found in by_template.values():
        look = looked.of(found[0])
        asked = {pair for document in found for pair in document.asked}
        for group, name in sorted(asked):
            if not name and group not in look.home:
                yield from _rows(found, group, look)
        yield from _values(found, look, asked)


def _rows(
    documents: Iterable[ReadDocument], group: str, look: TemplateLook
) -> Iterator[tuple[ReadDocument, Deviation]]:
    seen = {said for (of, _), one in look.looks.items() if of == group for said in one.seen}
    for document in documents:
        slips = {one.words for one in document.reading.near}
        for one in document.stated:
            if (
                one.group == group
                and one.about is not FactKind.TEXT
                and one.words
                and one.words not in slips
                and said_at(group, one) not in seen
            ):
                yield document, Deviation(
                    document.path, f"{OF_TEMPLATE}{document.templat}", one.about, "", one.words, one.words, "",
                    f"{group.partition('.')[0]}#{WHOLE_TABLE}", lost=True,
                )  # fmt: skip


def _values(
    documents: Sequence[ReadDocument], look: TemplateLook, asked: set[tuple[str, str]]
) -> Iterator[tuple[ReadDocument, Deviation]]:
    """Values of rows that are there: asked for, or below a title of theirs in a column without a word."""
    printed = {(group, _field(name)) for (group, _), one in look.looks.items() for name in one.places}
    held = {(group, _field(name)) for (group, _), one in look.looks.items()
            for name, column in one.columns.items() if column.printed}  # fmt: skip
    lacking = asked - held
    blank: set[tuple[str, str]] = set()
    said = set(printed)
    for pair, cell in _cells(documents, look, printed):
        if cell is not None:
            (said if cell.strip() else blank).add(pair)
        elif pair in lacking:
            blank.add(pair)
    for document in documents:
        for one in document.stated:
            for value in one.values:
                pair = one.group, _field(value.name)
                if pair in blank and pair not in said:
                    yield document, Deviation(
                        document.path, f"{OF_TEMPLATE}{document.templat}", value.kind, value.year, one.words,
                        value.text, "", f"{one.group}.{pair[1]}#{WHOLE_TABLE}",
                    )  # fmt: skip


def _cells(
    documents: Iterable[ReadDocument], look: TemplateLook, printed: set[tuple[str, str]]
) -> Iterator[tuple[tuple[str, str], str | None]]:
    """The cell below the title of each number that is printed in no column; None where no column has its title."""
    for document in documents:
        for table in filter(look.is_home, document.reading.tables):
            for line in table.lines:
                statement = document.stated[line.statement]
                for value in statement.values:
                    pair = statement.group, _field(value.name)
                    if pair not in printed and value.kind in _NUMBERS:
                        at = typed_column(table, value, look.of(table))
                        yield pair, line.cells[at] if at is not None and at < len(line.cells) else None


def _field(name: str) -> str:
    return name.partition("[")[0]
