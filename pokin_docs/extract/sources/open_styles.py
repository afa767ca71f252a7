"""Which styles of an OpenDocument file strike text through; a style that does not say follows its parent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_MOST_PARENTS = 20


class StruckStyles:
    """The styles of a file that say, themselves or by a parent, whether they strike through."""

    def __init__(self, parts: Sequence[Element]) -> None:
        self._own: dict[str, bool] = {}
        self._parent: dict[str, str] = {}
        for style in (style for part in parts for style in part.iter(f"{_STYLE}style")):
            name = style.get(f"{_STYLE}name", "")
            self._parent[name] = style.get(f"{_STYLE}parent-style-name", "")
            for traits in style.iter(f"{_STYLE}text-properties"):
                lines = [traits.get(f"{_STYLE}text-line-through-{kind}") for kind in ("style", "type")]
                if any(lines):
                    self._own[name] = all(line in (None, *_LINES) for line in lines)
        self.ways: Mapping[str, bool] = {name: way for name in self._parent if (way := self._way(name)) is not None}

        self.hidden_sheets = frozenset(
            style.get(f"{_STYLE}name", "")
            for part in parts
            for style in part.iter(f"{_STYLE}style")
            if any(traits.get(f"{_TABLE}display") == "false" for traits in style.iter(f"{_STYLE}table-properties"))
        )

    def _way(self, name: str) -> bool | None:
        for _ in range(_MOST_PARENTS):
            if name in self._own or not name:
                break
            name = self._parent.get(name, "")
        return self._own.get(name)


_LINES = ("solid", "dotted", "dash", "long-dash", "dot-dash", "dot-dot-dash", "wave", "single", "double")
