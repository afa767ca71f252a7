"""Which fields of the documents a template prints, and which it never does."""

from __future__ import annotations

import typing
from collections.abc import Collection, Iterator
from dataclasses import is_dataclass

from pokin_docs.templating.fields import Rekaman, leaves


def table(isi: type, printed: Collection[str], asked: Collection[str]) -> Iterator[tuple[str, bool]]:
    """Every field by its path, lists as ``x[].y``, and whether it is printed.

    A yes or no is there to be asked, so a condition on it is enough.
    """
    yes_or_no = set(_yes_or_no(isi, ""))
    for path in leaves(Rekaman(isi, "")):
        yield path, path in printed or (path in yes_or_no and path in asked)


def _yes_or_no(record: type, path: str) -> Iterator[str]:
    prefix = f"{path}." if path else ""
    for name, hint in typing.get_type_hints(record).items():
        inner, here = hint, prefix + name
        while typing.get_origin(inner) is tuple:
            inner, here = typing.get_args(inner)[0], here + "[]"
        if inner is bool:
            yield here
        elif isinstance(inner, type) and is_dataclass(inner):
            yield from _yes_or_no(inner, here)
