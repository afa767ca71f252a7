"""The content of a presentation: texts, pictures and places of what stands on its slides.

Not what opening and saving it again changes: names and numbers of shapes, styles, the way of a connector, which
follows from the boxes it joins and is computed anew by each program.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pokin_docs.files.contents.package import BoundedPackage
from pokin_docs.files.contents.parts import EMU, PREFIXES, Unreadable, tree

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_A, _R = f"{{{PREFIXES['a']}}}", f"{{{PREFIXES['r']}}}"
_SHAPES = frozenset(f"{_P}{name}" for name in ("sp", "pic", "cxnSp", "graphicFrame", "contentPart"))
_GROUP = f"{_P}grpSp"
_NOT_WRITTEN = frozenset(("sldNum", "dt", "hdr", "ftr", "sldImg"))
"""Placeholders of a page of notes that the program fills."""

Place = tuple[float, float, float, float]
"""Left, top, width and height in millimetres."""

NOWHERE = -3000.0
"""Each number of the place of what stands where its layout says."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How a group places what is in it: factor and shift across and down."""

    across: tuple[float, float] = (1.0, 0.0)
    down: tuple[float, float] = (1.0, 0.0)


def slide_content(package: BoundedPackage) -> tuple[str, list[float]]:
    """What stands on the slides, the same for the same content, and the places of it in their order, in millimetres.

    Raises:
        Unreadable: It is no presentation.
    """
    main = package.main()
    links = package.links(main).parts
    said: list[str] = []
    places: list[float] = []
    root = tree(package.xml(main))
    if root.tag != f"{_P}presentation":
        raise Unreadable
    for entry in root.iter(f"{_P}sldId"):
        part = links.get(entry.get(f"{_R}id", ""), "")
        said.append("\0slide\n")
        for shape, frame in _shapes(tree(package.xml(part)), Frame()):
            said.append(_said(shape, package, part))
            if not _is_joined(shape):
                places += _place(shape, frame)
        said += _beside(package, part)
    return "".join(said), places


def _shapes(parent: etree._Element, frame: Frame) -> Iterator[tuple[etree._Element, Frame]]:
    """Everything on a slide that is no group, also in groups, with the frame it stands in; in its order."""
    for child in parent:
        if child.tag in _SHAPES:
            yield child, frame
        elif child.tag == _GROUP:
            yield from _shapes(child, _within(child, frame))
        elif child.tag in (f"{_P}cSld", f"{_P}spTree"):
            yield from _shapes(child, frame)
        elif etree.QName(child).localname == "AlternateContent" and len(child):
            yield from _shapes(child[0], frame)


def _within(group: etree._Element, frame: Frame) -> Frame:
    """The frame of what is in a group."""
    where = group.find(f"{_P}grpSpPr/{_A}xfrm")
    if where is None:
        return frame
    left, top, width, height = _numbers(where, "off", "ext")
    own_left, own_top, own_width, own_height = _numbers(where, "chOff", "chExt")
    wide = width / own_width if own_width else 1.0
    high = height / own_height if own_height else 1.0
    (across, right), (down, below) = frame.across, frame.down
    return Frame(
        (across * wide, across * (left - own_left * wide) + right), (down * high, down * (top - own_top * high) + below)
    )


def _numbers(where: etree._Element, place: str, size: str) -> Place:
    corner, extent = where.find(f"{_A}{place}"), where.find(f"{_A}{size}")
    wanted = ((corner, "x"), (corner, "y"), (extent, "cx"), (extent, "cy"))
    left, top, width, height = (_whole(entry.get(name)) if entry is not None else 0 for entry, name in wanted)
    return left, top, width, height


def _whole(written: str | None) -> int:
    try:
        return int(written or "0")
    except ValueError:
        return 0


def _place(shape: etree._Element, frame: Frame) -> Place:
    where = shape.find(f"{_P}spPr/{_A}xfrm")
    where = shape.find(f"{_P}xfrm") if where is None else where
    if where is None:
        return NOWHERE, NOWHERE, NOWHERE, NOWHERE
    left, top, width, height = _numbers(where, "off", "ext")
    (across, right), (down, below) = frame.across, frame.down
    return (
        (left * across + right) / EMU, (top * down + below) / EMU, width * across / EMU, height * down / EMU
    )  # fmt: skip


def _is_joined(shape: etree._Element) -> bool:
    """Whether it is a connector that follows a box: how it runs is computed by each program in its own way."""
    return shape.find(f"{_P}nvCxnSpPr/{_P}cNvCxnSpPr/*") is not None


def _said(shape: etree._Element, package: BoundedPackage, part: str) -> str:
    links = package.links(part).parts
    shown = [
        f"picture {package.digest(links.get(number, ''))}\n"
        for entry in shape.iter(f"{_A}blip", "{*}chart", "{*}relIds", "{*}oleObj")
        for number in (entry.get(f"{_R}{name}") for name in ("embed", "id", "dm"))
        if number
    ]
    return f"{'join' if _is_joined(shape) else 'shape'}\n{_text(shape)}\n{''.join(shown)}"


def _text(shape: etree._Element) -> str:
    """The paragraphs and cells of a shape, without fields, which are computed."""
    said: list[str] = []
    for entry in shape.iter(f"{_A}p", f"{_A}tc"):
        if entry.tag == f"{_A}tc":
            said.append("\x1d")
            continue
        pieces = (
            "\n" if piece.tag == f"{_A}br" else piece.text or ""
            for piece in entry.iter(f"{_A}t", f"{_A}br")
            if (above := piece.getparent()) is None or above.tag != f"{_A}fld"
        )
        said.append("".join(pieces) + "\x1e")
    return "".join(said).rstrip("\x1e")


def _beside(package: BoundedPackage, part: str) -> Iterator[str]:
    """The notes of a slide, and what others have commented on it."""
    for link in package.links(part).all:
        if link.part not in package:
            continue
        if link.kind == "notesSlide":
            for shape, _ in _shapes(tree(package.xml(link.part)), Frame()):
                kind = shape.find(f".//{_P}ph")
                text = _text(shape) if kind is None or kind.get("type") not in _NOT_WRITTEN else ""
                yield f"note {text}\n" if text.strip("\x1e") else ""
        elif link.kind == "comments":
            comments = tree(package.xml(link.part))
            yield from sorted(f"comment {text.text}\n" for text in comments.iter(f"{_P}text", f"{_A}t"))
