"""The fields of the documents as a template sees them: records, lists, values, each with the path that leads to it."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from functools import lru_cache

from pokin_docs.documents.meanings import Meaning, meanings
from pokin_docs.documents.values import Tanda

_NOTHING = Meaning("")


@dataclass(frozen=True, slots=True)
class RecordField:
    """A record; ``path`` is its path, lists in it as ``x[]``."""

    record_type: type
    path: str


@dataclass(frozen=True, slots=True)
class ListField:
    """A list, with what its items are, and its length where that is the same in every document."""

    item: RecordField | ListField | ValueField
    path: str
    length: int | None = None


@dataclass(frozen=True, slots=True)
class ValueField:
    """A text, or a yes or no; ``choices`` are all values of one that is there to be asked for, not to be printed."""

    path: str
    is_yes_no: bool = False
    choices: tuple[str, ...] = ()


Field = RecordField | ListField | ValueField


@lru_cache(maxsize=512)
def fields(record: type, path: str = "") -> Mapping[str, Field]:
    """The fields of a record by name; ``path`` is how the record is reached."""
    prefix, said = f"{path}." if path else "", meanings(record)
    hints = typing.get_type_hints(record).items()
    return {name: _kind(hint, prefix + name, said.get(name, _NOTHING)) for name, hint in hints}


def leaves(kind: Field) -> Iterator[ValueField]:
    """All that can be printed or asked for, in field order; the path of each has lists as ``x[].y``."""
    if isinstance(kind, RecordField):
        for inner in fields(kind.record_type, kind.path).values():
            yield from leaves(inner)
    elif isinstance(kind, ListField):
        yield from leaves(kind.item)
    else:
        yield kind


def _kind(hint: object, path: str, meaning: Meaning) -> Field:
    if typing.get_origin(hint) is tuple:
        return ListField(_kind(typing.get_args(hint)[0], path + "[]", meaning), path, meaning.fixed)
    if isinstance(hint, type) and is_dataclass(hint) and hint is not Tanda:
        return RecordField(hint, path)
    return ValueField(path, hint is bool, meaning.values)
