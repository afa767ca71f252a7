"""The styles of an Excel file in the order that the standard gives them: openpyxl writes those of a font in its own."""

from __future__ import annotations

import re

_ORDER = (b"b", b"i", b"strike", b"condense", b"extend", b"outline", b"shadow", b"u", b"vertAlign", b"sz", b"color",
          b"name", b"family", b"charset", b"scheme")  # fmt: skip
_FONT = re.compile(rb"(<font>)((?:<\w+(?:\s[^<>]*)?/>)+)(</font>)")
_SAID = re.compile(rb"<(\w+)[^<>]*/>")
STYLES_PART = "xl/styles.xml"


def with_ordered_fonts(styles: bytes) -> bytes:
    """The styles, as openpyxl writes them, with what is said of each font in order; what has no place there last."""
    return _FONT.sub(_ordered, styles)


def _ordered(font: re.Match[bytes]) -> bytes:
    return b"".join((font[1], *sorted(_said(font[2]), key=_place), font[3]))


def _said(font: bytes) -> list[bytes]:
    return [said.group() for said in _SAID.finditer(font)]


def _place(said: bytes) -> int:
    found = _SAID.match(said)
    return _ORDER.index(found[1]) if found is not None and found[1] in _ORDER else len(_ORDER)
