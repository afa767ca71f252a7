"""What lies where in a document: blocks, rows and cells through all that is put around them; sizes of pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from pokin_docs.narrative.source import W

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
V = "{urn:schemas-microsoft-com:vml}"
ACROSS = frozenset(
    W + name for name in ("ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo")
)
"""Elements through which a text goes on."""
_LENGTH = re.compile(r"(width|height):\s*([\d.]+)(pt|in|cm|mm|px)?")
_EMU = {"pt": 12_700.0, "in": 914_400.0, "cm": 360_000.0, "mm": 36_000.0, "px": 9_525.0}


def _within(parent: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """The children with these tags, those in content controls and inserted ones too."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag in ACROSS:
            yield from _within(child, *tags)


def blocks_of(parent: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables in it."""
    return _within(parent, W + "p", W + "tbl")


def rows_of(parent: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table."""
    return _within(parent, W + "tr")


def cells_of(parent: etree._Element) -> Iterator[etree._Element]:
    """The cells of a row."""
    return _within(parent, W + "tc")


def size_of(blip: etree._Element, drawing: etree._Element) -> tuple[int, int]:
    """Width and height of a picture in EMU: its own within a group, else that of the drawing."""
    several = len(list(drawing.iter(_A + "blip"))) > 1
    own = next((one for above in blip.iterancestors() for one in above.iter(_A + "ext") if one.get("cx")), None)
    outer = next(iter(drawing.iter(_WP + "extent")), None)
    said = own if several and own is not None else outer if outer is not None else own
    sides = ("", "") if said is None else (said.get("cx") or "", said.get("cy") or "")
    return (int(sides[0]), int(sides[1])) if all(side.isdecimal() for side in sides) else (914_400, 914_400)


def alt_of(drawing: etree._Element) -> str:
    """What is said of a drawing for those who cannot see it."""
    properties = next(iter(drawing.iter(_WP + "docPr")), None)
    return "" if properties is None else properties.get("descr") or properties.get("title") or ""


def crop_of(blip: etree._Element) -> str:
    """What is cut off a picture at each side, as attributes."""
    parent = blip.getparent()
    crop = parent.find(_A + "srcRect") if parent is not None else None
    sides = {} if crop is None else {side: crop.get(side) or "" for side in "ltrb" if crop.get(side)}
    return "".join(f' {side}="{amount}"' for side, amount in sides.items() if amount.lstrip("-").isdecimal())


def old_size_of(image: etree._Element) -> tuple[int, int]:
    """Width and height in EMU of a picture as older programs write it."""
    shape = image.getparent()
    sides = dict.fromkeys(("width", "height"), 914_400.0)
    said = shape.get("style", "") if shape is not None else ""
    sides |= {name: float(number) * _EMU[unit or "pt"] for name, number, unit in _LENGTH.findall(said)}
    return int(sides["width"]), int(sides["height"])
