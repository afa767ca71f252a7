"""What a placeholder means to a clerk, and made-up values of it: both stand on its field (``Annotated``)."""

from __future__ import annotations

import typing
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, is_dataclass
from functools import lru_cache

T = typing.TypeVar("T")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What stands on a field.

    ``sample`` are made-up values, taken by turns where a record comes several times. A list of records has ``rows`` of
    them in a sample and is gone through with a variable named ``loop``; a record that is there twice has another
    ``turn``. ``values`` are all that a field may hold which is there to be asked for, and not to be printed. ``fixed``
    is the length of a list that is as long in every document; its items are printed by their number.
    """

    meaning: str
    sample: tuple[object, ...] = ()
    rows: int = 2
    turn: int = 0
    loop: str = "r"
    values: tuple[str, ...] = ()
    fixed: int | None = None


def says(
    meaning: str,
    *contoh: object,
    rows: int = 2,
    turn: int = 0,
    loop: str = "r",
    values: tuple[str, ...] = (),
    fixed: int | None = None,
) -> Meaning:
    """What stands on a field, written short: the meaning, then made-up values.

    Args:
        meaning: What a clerk reads about the placeholder, in Indonesian.
        contoh: Made-up values, taken by turns; none for a record or a list of records.
        rows: Records of a list in a sample.
        turn: Which of the values by turns, from 0; another one for a record that is there twice.
        loop: Name of the variable in the loops of the palette.
        values: All that a field may hold which is there to be asked for, and not to be printed.
        fixed: Length of a list that is as long in every document; takes the place of ``rows``.
    """
    return Meaning(meaning, contoh, fixed if fixed is not None else rows, turn, loop, values, fixed)


def meanings(record: type) -> Mapping[str, Meaning]:
    """The meaning of each field of a record that has one, in field order."""
    return _meanings(typing.cast(Hashable, record))


@lru_cache(maxsize=256)
def _meanings(record: Hashable) -> Mapping[str, Meaning]:
    hints = typing.get_type_hints(typing.cast(type, record), include_extras=True)
    said = {name: [part for part in typing.get_args(hint) if isinstance(part, Meaning)] for name, hint in hints.items()}
    return {name: found[0] for name, found in said.items() if found}


def sample(record: type[T], turn: int = 0) -> T:
    """A made-up record that has something in every field; ``turn`` tells which of the values by turns.

    Raises:
        KeyError: A field has no meaning.
        ZeroDivisionError: A field that is no record and no list of records has no made-up value.
    """
    hints, said = typing.get_type_hints(record), meanings(record)
    return record(**{name: _sample_value(hint, said[name], turn) for name, hint in hints.items()})


def _sample_value(hint: object, meaning: Meaning, turn: int) -> object:
    item = typing.get_args(hint)[0] if typing.get_origin(hint) is tuple else hint
    if meaning.sample or not (isinstance(item, type) and is_dataclass(item)):
        return meaning.sample[turn % len(meaning.sample)]
    if item is hint:
        return sample(item, meaning.turn)
    return tuple(sample(item, turn * meaning.rows + number) for number in range(meaning.rows))
