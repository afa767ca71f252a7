"""Sentences of two words that a row says with one of them: too short to be known by likeness, but for their row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pokin_docs.consistency.paper import PrintedPaper
from pokin_docs.consistency.printed_words import holds, key, plain, without, without_marks
from pokin_docs.consistency.statements import Statement
from pokin_docs.documents.facts import FactKind

_WORDS = 2
"""Words of such a sentence, and values of a row that tell what it is about."""


def short_slips(paper: PrintedPaper, stated: Sequence[Statement]) -> Iterator[tuple[int, str, list[str]]]:
    """Per statement and row its number, the place, and the cells that may be its sentence.

    Of a table that has the sentence in any row nothing is told.

    Args:
        paper: The paper.
        stated: What its document states.
    """
    for number, one in enumerate(stated):
        if one.about is FactKind.TEXT or one.words.count(" ") > _WORDS or len(key(one.words).split()) != _WORDS:
            continue
        rows = list(_rows_of(paper, one))
        said = {at for (at, _, _), _ in paper.cells_with(plain(one.words))} if rows else set()
        for at, row in rows:
            if at not in said:
                printed = paper.tables[at].rows[row]
                cells = [plain(cell) for cell in printed.cells]
                slips = [text for text in printed.cells if _is_short_slip(text, cells, one)]
                if slips:
                    yield number, paper.tables[at].place(printed), slips


def _is_short_slip(text: str, row: list[str], statement: Statement) -> bool:
    """Whether a cell has one word of a sentence of two, and besides the values of its row no more than another one.

    Args:
        text: What the cell says.
        row: All cells of its row, plain.
        statement: The statement with that sentence.
    """
    said = left = plain(without_marks(text))
    others = (*(value.text for value in statement.values), statement.above, *statement.beside)
    for other in sorted((plain(text) for text in others if text), key=len, reverse=True):
        left = without(left, other)
    words = [[word for word in re.findall(r"\w+", part) if word.isalpha()] for part in (said, left)]
    is_value = not words[1] and row.count(said) < _WORDS  # a unit may be a word of the sentence
    return len(words[1]) <= _WORDS and not is_value and not frozenset(key(statement.words).split()).isdisjoint(words[0])


def _rows_of(paper: PrintedPaper, statement: Statement) -> Iterator[tuple[int, int]]:
    """The rows, with their tables, that print the sentence above a statement, or all of its values, at least two."""
    known = list(paper.index.get(key(statement.above), [])) if statement.above else []
    said = [plain(value.text) for value in statement.values]
    if len(said) >= _WORDS:
        known += [
            (at, row, column) for at, row, column in paper.index.get(key(max(said, key=len)), [])
            if all(any(holds(plain(cell), one) for cell in paper.tables[at].rows[row].cells) for one in said)
        ]  # fmt: skip
    yield from dict.fromkeys((at, row) for at, row, _ in known if at)
