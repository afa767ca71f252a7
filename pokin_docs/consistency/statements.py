"""What a document states, out of the facts of its kind: a sentence, and what is said of it."""

from __future__ import annotations

import operator
import typing
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from typing import NamedTuple

from pokin_docs.documents.facts import Fact, FactKind
from pokin_docs.documents.kind import DocumentKind
from pokin_docs.documents.meanings import meanings
from pokin_docs.documents.values import ABOVE

_BLANK = frozenset(("", "-", "–", "—", ABOVE))
_SAID = (FactKind.TARGET, FactKind.SATUAN, FactKind.MONEY, FactKind.TEXT)
"""What makes a record a statement that has no sentence; who it is about alone does not."""
_OF_A_YEAR, _YEAR = (FactKind.TARGET, FactKind.MONEY, FactKind.REALISED, FactKind.SPENT, FactKind.SHARE), "tahun"
"""Facts that are for the year of their document, where they name no other."""
ABOUT = (FactKind.INDIKATOR, FactKind.KINERJA)
"""What the sentence of a row says."""
NAMES = ("nama", "uraian", "program")
"""Fields that name a row of which no fact is a sentence."""
_NAMED = 6
"""Letters of a text that can tell a row from others, where no fact is its sentence."""


class StatedValue(NamedTuple):
    """A value of a statement: ``name`` is its field (``target[2]``), ``year`` the year it is for, empty where none."""

    name: str
    kind: FactKind
    year: str
    text: str


class Statement(NamedTuple):
    """A record of a document: the sentence it is about, and the values it gives.

    ``group`` is the list it stands in (``daftar_sasaran[].daftar_indikator[]``), empty for what the document says as a
    whole, which has no sentence. ``about`` is ``TEXT`` of a row of nothing but texts, which is known by its first one.
    ``above`` is the sentence of the record around it; ``beside`` are the other texts of the record, which a template
    may print in the cell of the sentence.
    """

    group: str
    about: FactKind
    words: str
    values: tuple[StatedValue, ...]
    above: str = ""
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FactLeaf:
    """A fact of the rows of a list: its path within a row, and the field that tells its year."""

    path: tuple[str, ...]
    kind: FactKind
    year: str


def statements(kind: DocumentKind, content: object) -> tuple[Statement, ...]:
    """All that a content states, in the order of its lists.

    Args:
        kind: The kind of the document, for its facts.
        content: Its content.
    """
    global _latest
    known = groups(kind.content, kind.facts)
    asked = _asked(known)
    told = [kind, *(getattr(content, name, None) for name in asked)]
    if not _are_same(_latest[0], told):
        found = [entry for prefix, leaves in known.items() for entry in _of_group(content, prefix, leaves, known)]
        _latest = told, tuple(found)
    return _latest[1]


_latest: tuple[list[object], tuple[Statement, ...]] = [], ()
"""The kind and the fields of a content told last, with what they state: chapters state what the whole does."""


def _are_same(known: list[object], told: list[object]) -> bool:
    return len(known) == len(told) and all(map(operator.is_, known, told))


def _asked(known: dict[tuple[str, ...], tuple[FactLeaf, ...]]) -> set[str]:
    """The fields of a content that its statements follow from."""
    paths = ((*prefix, *leaf.path) for prefix, leaves in known.items() for leaf in leaves)
    years = (leaf.year or _YEAR for leaves in known.values() for leaf in leaves)
    return {path[0].removesuffix("[]") for path in paths} | set(years)


@lru_cache(maxsize=64)
def groups(content: type, facts: tuple[Fact, ...]) -> dict[tuple[str, ...], tuple[FactLeaf, ...]]:
    """The facts of each list, by the path of that list; lists that are as long everywhere are columns of a row."""
    found: dict[tuple[str, ...], list[FactLeaf]] = {}
    for fact in facts:
        parts = fact.path.split(".")
        length = _rows(content, parts)
        found.setdefault(tuple(parts[:length]), []).append(FactLeaf(tuple(parts[length:]), fact.kind, fact.year))
    return {prefix: tuple(leaves) for prefix, leaves in found.items()}


def _rows(content: type, parts: list[str]) -> int:
    """How many parts of a path lead to the innermost list of rows."""
    record, length = content, 0
    for number, part in enumerate(parts, start=1):
        name = part.removesuffix("[]")
        hints, said = _hints(record), meanings(record)
        hint = hints.get(name)
        if part.endswith("[]"):
            if name in said and said[name].fixed is not None:
                return length
            length = number
            hint = typing.get_args(hint)[0]
        if not (isinstance(hint, type) and is_dataclass(hint)):
            return length
        record = hint
    return length


_hints = lru_cache(maxsize=256)(typing.get_type_hints)


def _of_group(
    content: object,
    prefix: tuple[str, ...],
    leaves: tuple[FactLeaf, ...],
    known: dict[tuple[str, ...], tuple[FactLeaf, ...]],
) -> Iterator[Statement]:
    outer = next((known[prefix[:size]] for size in range(len(prefix) - 1, 0, -1) if prefix[:size] in known), ())
    sentences = [leaf for kind in ABOUT for leaf in leaves if leaf.kind is kind]
    is_row = not (prefix and is_of_texts(leaves))
    for record, around in _records(content, prefix, ()):
        # A row of table 4.2 is a program without an indicator, or an outcome with one.
        anchor = next((leaf for leaf in sentences if _text(record, leaf.path)), None)
        named = _text(record, anchor.path) if anchor else _longest(record) if is_row else _text(record, leaves[0].path)
        words = named if prefix else ""
        if prefix and _has_no_name(record, anchor, sentences):
            continue  # a mark stands where it would be named
        if prefix and not anchor and len(sentences) > 1:
            continue  # a row that has neither of its sentences is none of their list
        if prefix and (not words or not (anchor or any(leaf.kind in _SAID for leaf in leaves))):
            continue
        # A row without a name is known by its code, which is no value of it then.
        values = tuple(
            value for leaf in leaves if leaf is not anchor for value in _values(record, leaf, content)
            if value.kind is not FactKind.CODE or value.text != words
        )  # fmt: skip
        above = next((text for one in reversed(around) for text in _sentences(one, outer)), "")
        yield Statement(
            ".".join(prefix),
            anchor.kind if anchor else FactKind.ENTRY if is_row else FactKind.TEXT,
            words,
            values,
            above,
            _beside(record, words) if prefix else (),
        )


def is_of_texts(leaves: Sequence[FactLeaf]) -> bool:
    """Whether the rows of a list say nothing but texts, such as problems and issues."""
    return all(leaf.kind is FactKind.TEXT for leaf in leaves)


def _records(
    record: object, prefix: tuple[str, ...], around: tuple[object, ...]
) -> Iterator[tuple[object, tuple[object, ...]]]:
    if not prefix:
        yield record, around
        return
    inner = getattr(record, prefix[0].removesuffix("[]"))
    below = (*around, record)
    for item in inner if prefix[0].endswith("[]") else (inner,):
        yield from _records(item, prefix[1:], below)


def _values(record: object, leaf: FactLeaf, content: object) -> Iterator[StatedValue]:
    name = ".".join(leaf.path)
    years = getattr(content, leaf.year or _YEAR, "") if leaf.year or leaf.kind in _OF_A_YEAR else ""
    for at, value in enumerate(_all(record, leaf.path)):
        if not isinstance(value, str) or value.strip() in _BLANK:
            continue
        many = isinstance(years, tuple)
        year = years[at] if many and at < len(years) else "" if many else years
        if leaf.kind is FactKind.TEXT:
            year = leaf.path[-1].replace("_", " ")
        several = f"{name.replace('[]', '')}[{at}]" if _has_columns(record, leaf.path) else name
        yield StatedValue(several, leaf.kind, year if isinstance(year, str) else "", value)


def _has_columns(record: object, path: tuple[str, ...]) -> bool:
    return path[0].endswith("[]") or isinstance(getattr(record, path[0], None), tuple)


def _all(record: object, path: tuple[str, ...]) -> list[object]:
    """The values at a path of a record, of a tuple there each."""
    found = [record]
    for name, is_list in _steps(path):
        found = [getattr(one, name) for one in found]
        if is_list:
            found = [item for one in found for item in one]  # type: ignore[attr-defined]
    return [item for one in found for item in (one if isinstance(one, tuple) else (one,))]


@lru_cache(maxsize=1_024)
def _steps(path: tuple[str, ...]) -> tuple[tuple[str, bool], ...]:
    """The fields of a path, and whether each is a list."""
    return tuple((part.removesuffix("[]"), part.endswith("[]")) for part in path)


def _text(record: object, path: tuple[str, ...]) -> str:
    found = next(iter(_all(record, path)), "")
    return found if isinstance(found, str) and found.strip() not in _BLANK else ""


def _sentences(record: object, leaves: tuple[FactLeaf, ...]) -> Iterator[str]:
    for leaf in leaves:
        if leaf.kind in ABOUT and hasattr(record, leaf.path[0].removesuffix("[]")):
            yield _text(record, leaf.path)


def _beside(record: object, words: str) -> tuple[str, ...]:
    found = [value for entry in _fields(record) if isinstance(value := getattr(record, entry), str)]
    return tuple(text for text in found if text != words and text.strip() not in _BLANK)


def _has_no_name(record: object, anchor: FactLeaf | None, sentences: list[FactLeaf]) -> bool:
    """Whether the sentence of a record is missing in the workbook: its row cannot be told from others."""
    if anchor is None and not sentences:
        named = [value for name in NAMES if (value := getattr(record, name, None))]
        return bool(named) and not isinstance(named[0], str)
    before = sentences[: sentences.index(anchor)] if anchor else sentences
    return any(value and not isinstance(value, str) for leaf in before for value in _all(record, leaf.path))


def _longest(record: object) -> str:
    """The text of a record that names it, else the one that tells it from others best; empty where none does."""
    texts = {name: value for name in _fields(record) if isinstance(value := getattr(record, name), str)}
    best = next((texts[name] for name in NAMES if texts.get(name)), "") or max(texts.values(), key=len, default="")
    return best if len(best) >= _NAMED else ""


def _fields(record: object) -> tuple[str, ...]:
    return field_names(record.__class__)


def field_names(record: type) -> tuple[str, ...]:
    """The fields of the records of a class; none of one that is no record."""
    return _field_names(typing.cast(Hashable, record))


@lru_cache(maxsize=256)
def _field_names(record: Hashable) -> tuple[str, ...]:
    return tuple(entry.name for entry in fields(record)) if is_dataclass(record) else ()
