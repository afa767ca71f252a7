"""A document's content as plain data, the only thing a template ever sees."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass

from pokin_docs.model.documents import Tanda

AWAL_TANDA, AKHIR_TANDA = "\x01", "\x02"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Polos = str | bool | list["Polos"] | dict[str, "Polos"]


def plain(value: object) -> Polos:
    """The value as dicts, lists, texts and yes or no.

    The sandbox guards names, not objects: a method of an own class would run (reliability.md 2A), so none gets
    in. A Tanda becomes its text between two control characters, which no cleaned text can hold; the mark is thus
    still known after a template has filtered or joined it.
    """
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, Tanda):
        return f"{AWAL_TANDA}{_clean(value.teks)}{AKHIR_TANDA}"
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"a template cannot take a {type(value).__name__}")


def _clean(text: str) -> str:
    """The text without what XML cannot hold, its line ends as line feeds. Reading cleans already; this is the net."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _FORBIDDEN.sub("", text)
