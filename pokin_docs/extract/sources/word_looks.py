"""What a Word document shows of its texts beside their words: what is struck through, comments, boxes, looks."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from defusedxml.ElementTree import fromstring

from pokin_docs.extract.grid import TextLook
from pokin_docs.model.texts import squeeze

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OLD_WAY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MOST_PARENTS = 20
_TWIPS, _LIST_STEP, _DIGITS = 20, 18, 6
"""Of a point; points of a step of a list; what an indent of a page has at most."""
_OFF = frozenset(("0", "false", "off"))


@dataclass(frozen=True, slots=True)
class WordLooks:
    """The styles that strike through, or say that they do not, and the comments by their number."""

    struck: Mapping[str, bool]
    comments: Mapping[str, str]

    def strikes(self, element: Element, *, otherwise: bool = False) -> bool:
        """Whether a paragraph or run is struck through, by its own format or its style.

        Args:
            element: The paragraph or run.
            otherwise: What counts where neither says it.
        """
        for traits in ("rPr", "pPr"):
            found = element.find(f"{_W}{traits}")
            if found is None:
                continue
            own = _says(found)
            style = found.find(f"{_W}{traits[0]}Style")
            if own is None and style is not None:
                own = self.struck.get(style.get(f"{_W}val", ""))
            if own is not None:
                return own
        return otherwise

    def comments_in(self, part: Element) -> Iterator[str]:
        """What the comments say that stand in a part of the document."""
        for mark in part.iter(f"{_W}commentReference"):
            if text := self.comments.get(mark.get(f"{_W}id", "")):
                yield text


def word_looks(archive: zipfile.ZipFile) -> WordLooks:
    """What the parts with styles and comments say; a part that cannot be read says nothing."""
    parts = {name.casefold(): name for name in archive.namelist()}
    styles, comments = (_part(archive, parts.get(f"word/{name}.xml")) for name in ("styles", "comments"))
    own: dict[str, bool] = {}
    parent: dict[str, str] = {}
    for style in () if styles is None else styles.iter(f"{_W}style"):
        name, based = style.get(f"{_W}styleId", ""), style.find(f"{_W}basedOn")
        parent[name] = "" if based is None else based.get(f"{_W}val", "")
        traits = style.find(f"{_W}rPr")
        if traits is not None and (way := _says(traits)) is not None:
            own[name] = way
    said = {} if comments is None else {one.get(f"{_W}id", ""): _text(one) for one in comments.iter(f"{_W}comment")}
    return WordLooks({name: way for name in parent if (way := _of(name, own, parent)) is not None}, said)


def boxes_in(part: Element) -> Iterator[str]:
    """The texts of the boxes in a part of a document, each once: Word writes them in two ways."""
    for child in part:
        if child.tag == f"{_W}txbxContent":
            if text := _text(child):
                yield text
        elif child.tag != _OLD_WAY:
            yield from boxes_in(child)


def look_of_cell(cell: Element) -> tuple[int, TextLook]:
    """How far the first paragraph of a cell of a table is indented, in points, and how it looks."""
    line = next(cell.iter(f"{_W}p"), None)
    run = None if line is None else next((run for run in line.iter(f"{_W}r") if run.find(f"{_W}t") is not None), None)
    shade, traits = cell.find(f"{_W}tcPr/{_W}shd"), None if run is None else run.find(f"{_W}rPr")
    size, ink = (None if traits is None else traits.find(f"{_W}{name}") for name in ("sz", "color"))
    bold, aside, lined = (traits is not None and _is_on(traits.find(f"{_W}{name}")) for name in "biu")
    ground = "auto" if shade is None else shade.get(f"{_W}fill", "auto")
    letters = ("" if size is None else size.get(f"{_W}val", ""), "auto" if ink is None else ink.get(f"{_W}val", ""))
    return _indent(line), TextLook(ground, bold, aside, lined, *letters)


def _is_on(mark: Element | None) -> bool:
    return mark is not None and mark.get(f"{_W}val", "1").casefold() not in (*_OFF, "none")


def _indent(line: Element | None) -> int:
    """How far a paragraph is indented: by itself, or as an entry of a list."""
    traits = None if line is None else line.find(f"{_W}pPr")
    if traits is None:
        return 0
    own, depth = traits.find(f"{_W}ind"), traits.find(f"{_W}numPr/{_W}ilvl")
    twips = "" if own is None else own.get(f"{_W}left") or own.get(f"{_W}start") or ""
    level = "" if depth is None else depth.get(f"{_W}val", "")
    points = int(twips) // _TWIPS if twips.isdecimal() and len(twips) < _DIGITS else 0
    return points + _LIST_STEP * (int(level) if level.isdecimal() and len(level) == 1 else 0)


def _part(archive: zipfile.ZipFile, name: str | None) -> Element | None:
    try:
        return None if name is None else fromstring(archive.read(name))
    except ParseError:
        return None


def _says(traits: Element) -> bool | None:
    marks = [mark for name in ("strike", "dstrike") if (mark := traits.find(f"{_W}{name}")) is not None]
    return any(mark.get(f"{_W}val", "1").casefold() not in _OFF for mark in marks) if marks else None


def _of(name: str, own: Mapping[str, bool], parent: Mapping[str, str]) -> bool | None:
    for _ in range(_MOST_PARENTS):
        if name in own or not name:
            break
        name = parent.get(name, "")
    return own.get(name)


def _text(part: Element) -> str:
    lines = ("".join(map(_said, line.iter())) for line in part.iter(f"{_W}p"))
    return squeeze(" ".join(lines))


def _said(element: Element) -> str:
    if element.tag == f"{_W}noBreakHyphen":
        return "-"
    return (element.text or "") if element.tag == f"{_W}t" else ""
