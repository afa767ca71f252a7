"""The pages on which the office's own text stands in a document of ours: as it was typed, with our heads and feet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from pokin_docs.documents.narrative import NAMESPACE
from pokin_docs.templating.fill.rich_layout import cell_width, ended_section, number_of, properties_of

_W, _N = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}", f"{{{NAMESPACE}}}"
A4_TEXT = (9071, 13000)
"""Width and height in twips of the text on a page of which nothing is known."""
_BEFORE_BREAK = tuple(_W + name for name in ("pStyle", "keepNext", "keepLines"))
_SHOWN = tuple(_W + name for name in ("t", "drawing", "pict", "tbl", "fldSimple"))
_LARGER = 1.2


@dataclass(slots=True)
class PageGroup:
    """Blocks that stand on pages of one kind.

    ``turned`` is the size in twips of pages that lie on their side, None for pages as they are there; ``width`` and
    ``height`` are those of the text. A new page begins behind the last group that ``ends_page``.
    """

    width: int
    height: int
    turned: tuple[int, int] | None = None
    ends_page: bool = False
    box: etree._Element = field(default_factory=lambda: etree.Element(_W + "body"))


def parted(box: etree._Element, paragraph: etree._Element) -> list[PageGroup]:
    """The blocks of a rich text by the pages on which they stand, at least one group.

    Args:
        box: The blocks; they leave it.
        paragraph: Where they are to stand. In a cell, and where pages lie on their side already, all is one group.
    """
    section, cell = _section(paragraph), cell_width(paragraph)
    is_open = section is not None and not cell and next(paragraph.iterancestors(_W + "tc"), None) is None
    size = None if section is None else section.find(_W + "pgSz")
    may_turn = is_open and size is not None and number_of(size, "w") < number_of(size, "h")
    plain = _room(section, cell)
    groups = [PageGroup(*plain)]
    begins = False
    for block in list(box):
        if block.tag == _N + "sheet":
            typed = number_of_sides(block)
            if may_turn and section is not None and typed is not None:
                turned = _turned(section, typed)
                groups.append(PageGroup(*_room(turned, 0), _size(turned)))
            elif groups[-1].turned is not None and not len(groups[-1].box):
                groups.pop()
            elif groups[-1].turned is not None:
                groups.append(PageGroup(*plain))
        elif block.tag == _N + "page":
            begins = True
        else:
            if begins:
                _begin_page(block)
            begins = False
            groups[-1].box.append(block)
    groups = [group for group in groups if len(group.box)] or groups[:1]
    groups[-1].ends_page = begins and is_open
    return groups


def put_pages(groups: Sequence[PageGroup], paragraph: etree._Element, passed: Callable[[etree._Element], bool]) -> None:
    """Put groups before a paragraph, each on pages of its own kind.

    Args:
        groups: The groups.
        paragraph: Where they are to stand.
        passed: Whether a block right above goes with them to pages of their kind.
    """
    section = _section(paragraph)
    for number, group in enumerate(groups):
        if group.turned is not None and section is not None and number == 0:
            _end_before(paragraph, section, passed)
        for block in list(group.box):
            paragraph.addprevious(block)
        if section is None:
            continue
        follows = number + 1 < len(groups) or _says_more(paragraph, section)
        if group.turned is not None and not follows:
            section.getparent().replace(section, _turned(section, group.turned))  # type: ignore[union-attr]
        elif group.turned is not None or number + 1 < len(groups):
            _end_section(paragraph.getprevious(), paragraph, section, group.turned)
    following = paragraph.getnext()
    if groups[-1].ends_page and following is not None and following.tag == _W + "p":
        _begin_page(following)


def number_of_sides(sheet: etree._Element) -> tuple[int, int] | None:
    """Width and height of the pages a text was typed on that lie on their side; None for those as they are there."""
    sides = int(sheet.get("w") or 0), int(sheet.get("h") or 0)
    return sides if all(sides) else None


def _section(paragraph: etree._Element) -> etree._Element | None:
    """The section in which a paragraph stands."""
    section = ended_section(paragraph)
    top = paragraph
    while (above := top.getparent()) is not None and above.tag != _W + "body":
        top = above
    for later in top.itersiblings():
        if section is not None:
            break
        section = later if later.tag == _W + "sectPr" else ended_section(later)
    return section


def _room(section: etree._Element | None, cell: int) -> tuple[int, int]:
    """Width and height in twips of the text on the pages of a section, or of a cell on them."""
    size = section.find(_W + "pgSz") if section is not None else None
    sides = section.find(_W + "pgMar") if section is not None else None
    if size is None or sides is None:
        return (cell or A4_TEXT[0]), A4_TEXT[1]
    wide = number_of(size, "w") - number_of(sides, "left") - number_of(sides, "right")
    high = number_of(size, "h") - number_of(sides, "top") - number_of(sides, "bottom")
    return (cell or max(wide, 567)), max(high - 800, 567)


def _size(section: etree._Element) -> tuple[int, int]:
    size = section.find(_W + "pgSz")
    return (0, 0) if size is None else (number_of(size, "w"), number_of(size, "h"))


def _turned(section: etree._Element, typed: tuple[int, int]) -> etree._Element:
    """The section with its pages on their side: of its own paper, or of the larger one that was typed on."""
    turned = deepcopy(section)
    size, sides = turned.find(_W + "pgSz"), turned.find(_W + "pgMar")
    if size is None:
        return turned
    wide, high = number_of(size, "h"), number_of(size, "w")
    if typed[0] * typed[1] > wide * high * _LARGER:
        wide, high = typed
    size.attrib.pop(_W + "code", "")
    size.attrib.update({_W + "w": str(wide), _W + "h": str(high), _W + "orient": "landscape"})
    if sides is not None:
        kept = {name: sides.get(_W + name) or "0" for name in ("top", "right", "bottom", "left")}
        moved = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}
        sides.attrib.update({_W + name: kept[source] for name, source in moved.items()})
    return turned


def _end_before(paragraph: etree._Element, section: etree._Element, passed: Callable[[etree._Element], bool]) -> None:
    """End the pages before a paragraph and what is passed right above it, where any text stands on them."""
    first, before = paragraph, paragraph.getprevious()
    while before is not None and ended_section(before) is None and passed(before):
        first, before = before, before.getprevious()
    if before is not None and ended_section(before) is None:
        _end_section(before, first, section, None)


def _end_section(
    last: etree._Element | None, following: etree._Element, section: etree._Element, turned: tuple[int, int] | None
) -> None:
    """End pages at a block; what begins with the section begins with these, and the rest of it on a new page.

    Args:
        last: The block.
        following: The block behind it.
        section: The section in which both stand.
        turned: The size of the pages where they lie on their side.
    """
    own = deepcopy(section) if turned is None else _turned(section, turned)
    if (title := section.find(_W + "titlePg")) is not None:
        section.remove(title)
    if (numbers := section.find(_W + "pgNumType")) is not None:
        numbers.attrib.pop(_W + "start", "")
    if (kind := section.find(_W + "type")) is not None:
        kind.set(_W + "val", "nextPage")
    if last is None or last.tag != _W + "p" or ended_section(last) is not None:
        last = etree.Element(_W + "p")
        spacing = etree.SubElement(etree.SubElement(last, _W + "pPr"), _W + "spacing")
        spacing.attrib.update({_W + "before": "0", _W + "after": "0", _W + "line": "20", _W + "lineRule": "exact"})
        following.addprevious(last)
    properties = properties_of(last)
    later = properties.find(_W + "pPrChange")
    properties.append(own) if later is None else later.addprevious(own)


def _says_more(paragraph: etree._Element, section: etree._Element) -> bool:
    """Whether anything stands in a section behind a paragraph."""
    if ended_section(paragraph) is section:
        return False
    for block in paragraph.itersiblings():
        if block is section:
            return False
        if block.tag == _W + "tbl" or any(mark.text or mark.tag != _W + "t" for mark in block.iter(*_SHOWN)):
            return True
        if ended_section(block) is section:
            return False
    return False


def _begin_page(block: etree._Element) -> None:
    """Let a paragraph, or a table by its first one, begin a page."""
    paragraph = next(block.iter(_W + "p"), None)
    if paragraph is None:
        return
    properties = properties_of(paragraph)
    if properties.find(_W + "pageBreakBefore") is None:
        before = sum(child.tag in _BEFORE_BREAK for child in properties)
        properties.insert(before, etree.Element(_W + "pageBreakBefore"))
