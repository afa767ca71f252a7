"""Rows that name several statements in one cell, as a kinerja with two kegiatan does: their amount is the sum."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from pokin_docs.consistency.paper import lines_of
from pokin_docs.consistency.printed_words import amount, key, place_in, plain, without
from pokin_docs.consistency.statements import StatedValue, Statement
from pokin_docs.documents.facts import FactKind

_CODE = re.compile(r"\d+(?:\.\d+)+")


def named_together(
    cell: str, found: Sequence[str], sentences: Mapping[str, Sequence[int]], stated: Sequence[Statement]
) -> tuple[int, ...]:
    """The statements that a cell names, where these are several; else none.

    Args:
        cell: What it says.
        found: The sentences of a group that stand in it.
        sentences: The statements of each.
        stated: All statements.
    """
    if len(found) < 2 and len(sentences[found[0]]) < 2:
        return ()
    named: list[int] = []
    for line in map(plain, lines_of(cell)):
        rest = line
        for sentence in sorted(found, key=len, reverse=True):
            while place_in(rest, sentence) >= 0:
                rest = without(rest, sentence)
                free = [one for one in sentences[sentence] if one not in named]
                # Of components with one name the code beside it tells which is meant.
                coded = [one for one in free if any(place_in(line, code) >= 0 for code in _codes(stated[one]))]
                named += (coded or free)[:1]
    return tuple(named) if len(named) > 1 else ()


def _codes(statement: Statement) -> Iterator[str]:
    texts = (*statement.beside, *(value.text for value in statement.values), *statement.words.split()[:1])
    return (text for text in map(plain, texts) if _CODE.fullmatch(text))


def sum_of(name: str, statements: Sequence[Statement]) -> Decimal | None:
    """An amount of all statements together, of one below another one no part; None where one of them has none.

    Args:
        name: The value.
        statements: What a row names.
    """
    codes = [next(_codes(one), "") for one in statements]
    whole = [
        one for one, code in zip(statements, codes, strict=True)
        if not any(upper and code.startswith(f"{upper}.") for upper in codes)
    ]  # fmt: skip
    texts = [value.text for one in whole for value in one.values if value.name == name]
    amounts = [number for text in texts if (number := amount(plain(text))) is not None]
    return sum(amounts, Decimal(0)) if len(amounts) == len(whole) else None


def sum_columns(
    cells: Sequence[str],
    columns: Sequence[tuple[int, ...]],
    number: int,
    along: Sequence[int],
    stated: Sequence[Statement],
) -> tuple[tuple[int, ...], ...]:
    """The columns that hold each value in a row about several statements: an amount is that of all of them there.

    Args:
        cells: The row.
        columns: Those that hold each value of the one statement.
        number: That statement.
        along: What the row names.
        stated: All statements.
    """
    several = [stated[one] for one in along]
    said = {at: found for at, cell in enumerate(cells) if (found := amount(plain(cell))) is not None}

    def of_all(value: StatedValue, held: tuple[int, ...]) -> tuple[int, ...]:
        if value.kind is not FactKind.MONEY:
            return held
        total = sum_of(value.name, several)
        return tuple(at for at in range(-1, len(cells)) if (said[at] == total if at in said else at in held))

    return tuple(of_all(value, held) for value, held in zip(stated[number].values, columns, strict=True))


def is_one_amount(cell: str) -> bool:
    """Whether a cell says one amount, and not one for each of several."""
    return amount(plain(cell)) is not None


def names_of(statements: Sequence[Statement]) -> str:
    """The sentences of statements, each once."""
    return "; ".join({key(one.words): one.words for one in statements}.values())
