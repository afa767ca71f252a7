"""A document's content as plain data, the only thing a template ever sees."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from pokin_docs.documents.narrative import RichText
from pokin_docs.documents.values import PrintedPicture, Tanda
from pokin_docs.model.texts import UNPRINTABLE
from pokin_docs.templating.signs import MARK_END, MARK_START, PICTURE_END, PICTURE_START, RICH_END, RICH_START

PlainValue = str | bool | list["PlainValue"] | dict[str, "PlainValue"]


def plain(value: Any) -> PlainValue:
    """The value as dicts, lists, texts and yes or no.

    The sandbox guards names, not objects: a method of an own class would run (reliability.md 2A), so none gets
    in. A Tanda becomes its text between two control characters, which no cleaned text can hold; the mark is thus
    still known after a template has filtered or joined it. So does a picture, as its sha256.
    """
    kind = type(value)
    if kind is str:
        text: str = value
        return text if text.isprintable() else _clean(text)
    names = _FIELDS.get(kind)
    if names is None:
        names = _FIELDS[kind] = _fields_of(kind)
    if names:
        # Written out for the commonest case: this runs for every cell of every document.
        return {
            name: item
            if (given := type(item := getattr(value, name))) is bool or (given is str and item.isprintable())
            else plain(item)
            for name in names
        }
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, Tanda):
        return f"{MARK_START}{_clean(value.text)}{MARK_END}"
    if isinstance(value, PrintedPicture):
        return f"{PICTURE_START}{value.digest}{PICTURE_END}"
    if isinstance(value, RichText):
        return f"{RICH_START}{value.digest}{RICH_END}"
    raise TypeError(f"a template cannot take a {kind.__name__}")


_LAST: list[tuple[object, dict[str, PlainValue]]] = []
_LONG_LISTS: dict[int, tuple[object, PlainValue]] = {}
"""The long lists of the last document: its chapters, documents of their own, say the same ones."""
_LONG = 100


def of_document(inner: object) -> dict[str, PlainValue]:
    """The plain data of a document; that of the last one is kept, being asked for before filling and while filling."""
    if not _LAST or _LAST[0][0] is not inner:
        content: dict[str, PlainValue] = {}
        known, kept = _LONG_LISTS.copy(), _LONG_LISTS
        kept.clear()
        for name in _fields_of(type(inner)):
            value = getattr(inner, name)
            if isinstance(value, tuple) and len(value) >= _LONG:
                kept[id(value)] = known.get(id(value)) or (value, plain(value))
                content[name] = kept[id(value)][1]
            else:
                content[name] = plain(value)
        _LAST[:] = [(inner, content)]
    return _LAST[0][1]


_FIELDS: dict[type, tuple[str, ...]] = {}


def _fields_of(kind: type) -> tuple[str, ...]:
    """Names of the fields of a record; none for what is no record, or a mark."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) and kind is not Tanda else ()


def _clean(text: str) -> str:
    """The text without what XML cannot hold, its line ends as line feeds. Reading cleans already; this is the net.

    Only texts with something unprintable need it: all that XML forbids is.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return UNPRINTABLE.sub("", text)
