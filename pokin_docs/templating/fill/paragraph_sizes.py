"""How high paragraphs of a filled body are: by the styles of its template, with the widths of Arial."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache

from lxml import etree

from pokin_docs.documents.page_rows import count_lines

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VALUE = _W + "val"
_PARAGRAPH, _RUN, _BREAK, _TAB = (_W + name for name in ("pPr", "r", "br", "tab"))
TEXTS = (_W + "t", _BREAK, _TAB)
"""What a paragraph says."""
_STYLE, _LOOK, _SIZE = _W + "pStyle", _W + "rPr", _W + "sz"
_B, _SPACING, _INDENT, _NEW_PAGE = (_W + name for name in ("b", "spacing", "ind", "pageBreakBefore"))
_LINES, _LINE_RULE = _W + "line", _W + "lineRule"
_MARGINS = ((_W + "left", _W + "start"), (_W + "right", _W + "end"))
_ABOVE_AND_BELOW = (("before", _W + "before"), ("after", _W + "after"))
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_LETTER, _EMU, _TWENTIETHS, _LINE = 1.149, 12_700, 20, 240
"""Height of a line of Arial in its size; units of pictures in a point, of lengths in one, of lines in one."""
_BOLD = 1.07
_MOST = 1e6


@dataclass(frozen=True, slots=True)
class ParagraphSize:
    """What makes a paragraph high, in points; ``line`` is a factor, or where it is ``exact`` a height."""

    size: float = 10.0
    bold: bool = False
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    exact: bool = False
    indent: float = 0.0
    new_page: bool = False

    def height(self, text: str, width: float) -> float:
        """Of a text between margins so far apart."""
        room = max(width - self.indent, self.size)
        lines = count_lines(text, room, self.size * (_BOLD if self.bold else 1))
        return lines * (self.line if self.exact else self.size * _LETTER * self.line) + self.before + self.after


@dataclass(frozen=True, slots=True)
class TemplateSizes:
    """The styles of a template by their ids, "" being that of paragraphs that name none.

    ``shapes`` is what was read of its rows without their texts, and how many these are; ``heights`` are those of whole
    rows, as many recur in every document (``row_sizes.py``).
    """

    styles: dict[str, ParagraphSize]
    shapes: dict[tuple[float, str], tuple[object, int]] = field(default_factory=dict)
    heights: dict[tuple[float, str], float] = field(default_factory=dict)


@lru_cache(maxsize=16)
def sizes_of(styles: bytes) -> TemplateSizes:
    """What a template makes its paragraphs high by, from the part that holds its styles."""
    root = etree.fromstring(styles)
    plain = ParagraphSize()
    for name in ("rPrDefault", "pPrDefault"):
        for default in root.iter(_W + name):
            plain = _told(plain, default.find(_PARAGRAPH), default.find(_LOOK))
    named = {style.get(_W + "styleId", ""): style for style in root.iterchildren(_W + "style")}
    known = {"": plain}

    def size(identifier: str, depth: int = 0) -> ParagraphSize:
        if identifier not in known:
            style = named.get(identifier)
            above = None if style is None else style.find(_W + "basedOn")
            base = size(above.get(_VALUE, ""), depth + 1) if above is not None and depth < len(named) else plain
            known[identifier] = base if style is None else _told(base, style.find(_PARAGRAPH), style.find(_LOOK))
        return known[identifier]

    for identifier in named:
        size(identifier)
    usual = next(
        (one for one in named.values() if one.get(_W + "default") and one.get(_W + "type") == "paragraph"), None
    )
    return TemplateSizes(known | {"": plain if usual is None else size(usual.get(_W + "styleId", ""))})


def size_of(paragraph: etree._Element, styles: dict[str, ParagraphSize]) -> ParagraphSize:
    """The size of a paragraph as it stands, its first run telling that of its letters."""
    properties = next(paragraph.iterchildren(_PARAGRAPH), None)
    style = None if properties is None else properties.find(_STYLE)
    size = styles.get("" if style is None else style.get(_VALUE, ""), styles[""])
    first = next(paragraph.iterchildren(_RUN), None)
    return _told(size, properties, None if first is None else next(first.iterchildren(_LOOK), None))


def height_of(paragraph: etree._Element, size: ParagraphSize, width: float) -> float:
    """How high a paragraph is in points, its pictures too.

    Args:
        paragraph: The paragraph.
        size: What ``size_of`` tells of it.
        width: Points between its margins.
    """
    return size.height("".join(map(said_by, paragraph.iter(*TEXTS))), width) + drawn_height(paragraph)


def drawn_height(paragraph: etree._Element) -> float:
    """How high the pictures of a paragraph are, in points."""
    return sum(number_in(one.get("cy")) / _EMU for one in paragraph.iter(_EXTENT))


def said_by(text: etree._Element) -> str:
    """What one of the ``TEXTS`` of a paragraph says: letters, or a line end."""
    return "\n" if text.tag == _BREAK else " " if text.tag == _TAB else text.text or ""


def _told(size: ParagraphSize, properties: etree._Element | None, look: etree._Element | None) -> ParagraphSize:
    """A size with what properties of a paragraph and the look of its letters say otherwise."""
    changes: dict[str, float | bool] = {}
    for said in () if look is None else look.iterchildren(_SIZE, _B):
        if said.tag == _SIZE:
            changes["size"] = number_in(said.get(_VALUE)) / 2
        else:
            changes["bold"] = _is_on(said)
    for said in () if properties is None else properties.iterchildren(_SPACING, _INDENT, _NEW_PAGE):
        if said.tag == _NEW_PAGE:
            changes["new_page"] = _is_on(said)
        elif said.tag == _INDENT:
            changes["indent"] = (
                sum(number_in(said.get(one) or said.get(other)) for one, other in _MARGINS) / _TWENTIETHS
            )
        else:
            for name, key in _ABOVE_AND_BELOW:
                if value := said.get(key):
                    changes[name] = number_in(value) / _TWENTIETHS
            if value := said.get(_LINES):
                exact = said.get(_LINE_RULE, "auto") != "auto"
                changes["exact"], changes["line"] = exact, number_in(value) / (_TWENTIETHS if exact else _LINE)
    return replace(size, **changes) if changes else size  # type: ignore[arg-type]


def number_in(value: str | None) -> float:
    """The number that an attribute holds, none of it below zero; 0 where it holds none, or a share (``50%``)."""
    try:
        return min(abs(float(value or 0)), _MOST)
    except ValueError:
        return 0.0


def _is_on(said: etree._Element) -> bool:
    return said.get(_VALUE, "1") not in ("0", "false", "off")
