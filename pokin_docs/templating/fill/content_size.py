"""How much a document's content holds: what its template can make of it follows from that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ContentSize:
    """The measure of a document's content: items below each list, the longest text, and all texts together."""

    item_counts: Mapping[tuple[str, ...], int]
    longest: int
    whole: int


def size_of(content: Mapping[str, object]) -> ContentSize:
    """The measure of a document's content as plain data."""
    items: dict[tuple[str, ...], int] = {}
    longest = whole = 0

    def walk(value: object, path: tuple[str, ...]) -> int:
        nonlocal longest, whole
        count = 0
        if isinstance(value, dict):
            count = sum(walk(item, (*path, name)) for name, item in value.items())
        else:
            count, most, letters = _measured(path, value)
            longest, whole = max(longest, most), whole + letters
        if isinstance(value, (dict, list)):
            items[path] = count
        return count

    walk(content, ())
    return ContentSize(items, longest, whole)


_LONG = 100
_LAST: dict[tuple[str, ...], tuple[object, tuple[int, int, int]]] = {}
"""The long lists that were measured last, by path: a document and its chapters say the same ones."""


def _measured(path: tuple[str, ...], value: object) -> tuple[int, int, int]:
    if not isinstance(value, list) or len(value) < _LONG:
        return _measure(value)
    if path not in _LAST or _LAST[path][0] is not value:
        _LAST[path] = value, _measure(value)
    return _LAST[path][1]


def _measure(value: object) -> tuple[int, int, int]:
    """Items of all lists in a value, its longest text, and the letters of all."""
    if type(value) is str:
        return 0, len(value), len(value)
    count = longest = whole = 0
    if isinstance(value, list):
        inside, count = iter(value), len(value)
    elif isinstance(value, dict):
        inside = iter(value.values())
    else:
        return 0, 0, 0
    for item in inside:
        if type(item) is str:  # nearly all are, of every cell of every document
            whole += len(item)
            if len(item) > longest:
                longest = len(item)
        else:
            more, most, letters = _measure(item)
            count, longest, whole = count + more, max(longest, most), whole + letters
    return count, longest, whole
