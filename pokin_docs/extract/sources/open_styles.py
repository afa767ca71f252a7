"""What the styles of an OpenDocument file show: struck text, letters like their ground, hidden sheets, heads of pages.

A style that does not say follows its parent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar
from xml.etree.ElementTree import Element

from pokin_docs.extract.grid import TextLook

_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_HEADS = frozenset(f"{_STYLE}{name}" for name in ("header", "footer", "header-first", "footer-first"))
_MOST_PARENTS = 20
_WHITE, _BLACK, _NO_GROUND = "#ffffff", "#000000", "transparent"
_LENGTH = re.compile(r"([\d.]{1,9})(cm|mm|in|pt)")
_MILLIMETRES = {"cm": 10.0, "mm": 1.0, "in": 25.4, "pt": 25.4 / 72}
T = TypeVar("T")


class SheetStyles:
    """The styles of a file that say, themselves or by a parent, whether they strike through; what else they show."""

    def __init__(self, parts: Sequence[Element]) -> None:
        self._own: dict[str, bool] = {}
        self._parent: dict[str, str] = {}
        self._ink: dict[str, str] = {}
        self._ground: dict[str, str] = {}
        self._margin: dict[str, str] = {}
        self._letters: dict[str, dict[str, str]] = {}
        self._shown: dict[str, tuple[int, TextLook]] = {}
        for style in (style for part in parts for style in part.iter(f"{_STYLE}style")):
            name = style.get(f"{_STYLE}name", "")
            self._parent[name] = style.get(f"{_STYLE}parent-style-name", "")
            for traits in style.iter(f"{_STYLE}table-cell-properties"):
                if ground := traits.get(f"{_FO}background-color"):
                    self._ground[name] = ground
            for traits in style.iter(f"{_STYLE}paragraph-properties"):
                if margin := traits.get(f"{_FO}margin-left"):
                    self._margin[name] = margin
            for traits in style.iter(f"{_STYLE}text-properties"):
                self._letters[name] = {key.rpartition("}")[2]: value for key, value in traits.attrib.items()}
                if ink := traits.get(f"{_FO}color"):
                    self._ink[name] = _BLACK if traits.get(f"{_STYLE}use-window-font-color") == "true" else ink
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

        self.concealing = frozenset(name for name in self._parent if self._conceals(name))
        """Styles whose letters are like the ground behind them."""
        self._pages = {
            style.get(f"{_STYLE}name", ""): style.get(f"{_STYLE}master-page-name", "")
            for part in parts
            for style in part.iter(f"{_STYLE}style")
        }
        self._heads = {
            page.get(f"{_STYLE}name", ""): tuple(_said(page))
            for part in parts
            for page in part.iter(f"{_STYLE}master-page")
        }

    def printed(self, table_style: str) -> tuple[str, ...]:
        """What stands in the head and the foot of the printed pages of a sheet, by its style."""
        return self._heads.get(self._pages.get(table_style, ""), ())

    def shown(self, name: str) -> tuple[int, TextLook]:
        """How far texts of a style are indented, in millimetres, and how they look."""
        if name not in self._shown:
            letters: dict[str, str] = {}
            for own in reversed(list(self._line(name))):
                letters |= self._letters.get(own, {})
            margin = _LENGTH.fullmatch(self._of(self._margin, name) or "")
            self._shown[name] = (
                round(float(margin.group(1)) * _MILLIMETRES[margin.group(2)]) if margin else 0,
                TextLook(
                    (self._of(self._ground, name) or _NO_GROUND).casefold(),
                    letters.get("font-weight", "normal") != "normal",
                    letters.get("font-style", "normal") != "normal",
                    letters.get("text-underline-style", "none") != "none",
                    letters.get("font-size", ""),
                    (self._of(self._ink, name) or _BLACK).casefold(),
                ),
            )
        return self._shown[name]

    def _line(self, name: str) -> Iterator[str]:
        """A style and those that it follows."""
        for _ in range(_MOST_PARENTS):
            if not name:
                return
            yield name
            name = self._parent.get(name, "")

    def _conceals(self, name: str) -> bool:
        ink = self._of(self._ink, name) or _BLACK
        ground = self._of(self._ground, name) or _NO_GROUND
        return ink.casefold() == (_WHITE if ground == _NO_GROUND else ground.casefold())

    def _way(self, name: str) -> bool | None:
        return self._of(self._own, name)

    def _of(self, own: Mapping[str, T], name: str) -> T | None:
        return next((own[known] for known in self._line(name) if known in own), None)


def _said(page: Element) -> Iterator[str]:
    for part in page.iter():
        if part.tag in _HEADS and part.get(f"{_STYLE}display") != "false":
            for line in part.iter(f"{_TEXT}p"):
                # Fields ("Halaman 1") and the name of the sheet are no words of the office.
                parts = [line.text, *(text for child in line for text in (_plain(child), child.tail))]
                if said := " ".join("".join(filter(None, parts)).split()):
                    yield said


def _plain(child: Element) -> str:
    return "".join(child.itertext()) if child.tag == f"{_TEXT}span" and not len(child) else ""


_LINES = ("solid", "dotted", "dash", "long-dash", "dot-dash", "dot-dot-dash", "wave", "single", "double")
