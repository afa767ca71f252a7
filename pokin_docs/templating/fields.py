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
class Rekaman:
    """A record; ``jalur`` is its path, lists in it as ``x[]``."""

    tipe: type
    jalur: str


@dataclass(frozen=True, slots=True)
class Daftar:
    """A list, with what its items are, and its length where that is the same in every document."""

    item: Rekaman | Daftar | Nilai
    jalur: str
    panjang: int | None = None


@dataclass(frozen=True, slots=True)
class Nilai:
    """A text, or a yes or no; ``pilihan`` are all values of one that is there to be asked for, not to be printed."""

    jalur: str
    ya_tidak: bool = False
    pilihan: tuple[str, ...] = ()


Isian = Rekaman | Daftar | Nilai


@lru_cache(maxsize=512)
def fields(record: type, path: str = "") -> Mapping[str, Isian]:
    """The fields of a record by name; ``path`` is how the record is reached."""
    prefix, said = f"{path}." if path else "", meanings(record)
    hints = typing.get_type_hints(record).items()
    return {name: _kind(hint, prefix + name, said.get(name, _NOTHING)) for name, hint in hints}


def leaves(kind: Isian) -> Iterator[Nilai]:
    """All that can be printed or asked for, in field order; the path of each has lists as ``x[].y``."""
    if isinstance(kind, Rekaman):
        for inner in fields(kind.tipe, kind.jalur).values():
            yield from leaves(inner)
    elif isinstance(kind, Daftar):
        yield from leaves(kind.item)
    else:
        yield kind


def _kind(hint: object, path: str, meaning: Meaning) -> Isian:
    if typing.get_origin(hint) is tuple:
        return Daftar(_kind(typing.get_args(hint)[0], path + "[]", meaning), path, meaning.fixed)
    if isinstance(hint, type) and is_dataclass(hint) and hint is not Tanda:
        return Rekaman(hint, path)
    return Nilai(path, hint is bool, meaning.values)
