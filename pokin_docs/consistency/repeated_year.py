"""What was reached in a year, and says the same as the year before: rows that were counted for the wrong one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pokin_docs.consistency.printed_words import about, plain
from pokin_docs.consistency.statements import Statement
from pokin_docs.documents.facts import FactKind

_ENOUGH, _DISTINCT = 5, 3
"""Values that are the same in both years, and different ones among them: fewer may be so by chance."""


def repeated(now: Sequence[Statement], before: Sequence[Statement]) -> tuple[str, int]:
    """The year whose values are all those of the year before, and how many they are; nothing where some differ.

    Args:
        now: What a document states.
        before: What one of the same kind stated for the year before.
    """
    values, earlier = dict(_reached(now)), dict(_reached(before))
    shared = {fact: text for fact, (text, _) in values.items() if fact in earlier}
    years = {year for _, year in values.values()}, {year for _, year in earlier.values()}
    if len(years[0]) != 1 or len(years[1]) != 1:
        return "", 0
    (year,), (last,) = years
    same = all(earlier[fact][0] == text for fact, text in shared.items())
    if not same or int(year) != int(last) + 1 or len(shared) < max(_ENOUGH, len(values)):
        return "", 0
    return (year, len(shared)) if len(set(shared.values())) >= _DISTINCT else ("", 0)


def _reached(stated: Sequence[Statement]) -> Iterator[tuple[tuple[str, str, str, str], tuple[str, str]]]:
    for one in stated:
        for value in one.values:
            year = value.year[-4:]
            if value.kind is FactKind.REALISED and year.isdecimal() and any(sign.isdigit() for sign in value.text):
                yield (one.group, about(one.words), about(one.above), value.name), (plain(value.text), year)
