"""What the cells of a row say of a statement: which hold a value, and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence

from pokin_docs.consistency.paper import lines_of
from pokin_docs.consistency.printed_words import (
    amount,
    amount_meant,
    holds,
    is_of_value,
    key,
    only_signs,
    place_in,
    plain,
    without,
    without_marks,
)
from pokin_docs.consistency.sentence_index import SentenceIndex
from pokin_docs.consistency.statements import Statement

OWN = -1
"""Instead of a column: in the line of the sentence itself."""
_MORE, _LONG = 30, 15
"""Letters that may stand around a short value in its cell: in a sentence a word may stand by chance."""
_NUMBER = 3
"""Letters of what may be the number of a row too."""


def around(line: str, sentence: str, sentences: SentenceIndex) -> str:
    """What stands around a sentence in its line, up to the next one of its group.

    Args:
        line: The line, plain.
        sentence: The sentence.
        sentences: All of its group.
    """
    rest = without(line, sentence)
    if len(rest) <= _MORE:
        return rest
    end = place_in(line, sentence) + len(sentence)
    places = [at for other, at in sentences.places(line) if other != sentence]
    last = min((at for at in places if at >= end), default=len(line))
    follows = any(0 <= at < end for at in places)
    return line[end:last] if follows else f"{line[: end - len(sentence)]} {line[end:last]}"


def own_line(cell: str, sentence: str) -> str:
    """The line of a cell that has a sentence: others of it may say other things; the whole where none has it all."""
    lines = lines_of(cell)
    if len(lines) == 1:
        return cell
    alone = next((line for line in lines if key(line) == sentence), None)
    return alone or next((line for line in lines if place_in(plain(line), sentence) >= 0), cell)


def columns_with(cells: Sequence[str], column: int, rest: str, said: str, others: Sequence[str]) -> tuple[int, ...]:
    """The columns that hold a value: as all they say, or among other words; ``OWN`` of what stands by the sentence.

    Args:
        cells: The row, plain.
        column: That of its sentence.
        rest: What stands around the sentence there.
        said: The value, plain.
        others: All values of its statement.
    """
    found = tuple(at for at, cell in enumerate(cells) if cell == said and at != column)
    if not found or len(said) <= _NUMBER:  # the number of a row may be the same by chance
        most, meant = len(said) + (_MORE if len(said) < _LONG else len(cells[column])), amount_meant(said)
        found = tuple(
            at for at, cell in enumerate(cells)
            if at != column and cell and len(cell) <= most
            # Asked of each value for each cell: what neither has its letters nor is a number is passed over first.
            and (at in found or ((said in cell or (meant is not None and amount(cell) == meant))
                                 and holds(cell, said) and is_of_value(cell, said, others)))
        )  # fmt: skip
    return (*((OWN,) if rest and holds(rest.strip(), said) else ()), *found)


def unexplained(extra: str, statement: Statement) -> str:
    """What a sentence has around it that is none of the values said of it."""
    for text in sorted(
        (*(value.text for value in statement.values), statement.above, *statement.beside), key=len, reverse=True
    ):
        extra = without(extra, plain(text)) if text else extra
    extra = without_marks(extra)
    return "" if only_signs(extra) else " ".join(extra.split())


def beside(cell: str, value: str, statement: Statement) -> str:
    """What a cell says besides a value, in the line of it, that is none of what is stated there; empty mostly.

    Args:
        cell: The cell.
        value: The value.
        statement: What its row states.
    """
    said = plain(value)
    if plain(cell) == said:
        return ""
    lines = [plain(line) for line in lines_of(cell)]
    own = next(
        (line for line in lines if line == said), next((line for line in lines if place_in(line, said) >= 0), "")
    )
    return unexplained(without(own, said), statement)
