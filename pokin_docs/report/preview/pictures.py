"""Pictures and frames in a text: how large, where, and which part holds them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_V = "{urn:schemas-microsoft-com:vml}"
_EMU = 12700
_SIZE = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]+)(pt|in|cm|mm|px)?")
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 28.3465, "mm": 2.83465, "px": 0.75, "": 0.75}


@dataclass
class PreviewPicture:
    """A picture: ``rid`` names its part (empty for a drawing that is none); sizes in points.

    ``crop`` are the parts of its left, top, right and bottom side that are cut off; ``layout`` places it.
    """

    rid: str
    width: float
    height: float
    alt: str
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    rotation: float = 0.0
    layout: dict[str, str] = field(default_factory=dict)


def boxes(element: _Element) -> Iterator[_Element]:
    """The text boxes of a drawing, none that lies in another."""
    for box in element.iter(f"{_W}txbxContent"):
        if not any(parent.tag == f"{_W}txbxContent" for parent in _between(box, element)):
            yield box


def _between(inner: _Element, outer: _Element) -> Iterator[_Element]:
    parent = inner.getparent()
    while parent is not None and parent is not outer:
        yield parent
        parent = parent.getparent()


def drawn(element: _Element) -> list[PreviewPicture]:
    """The pictures of a ``w:drawing``; one without a part when it is something else than pictures and text boxes."""
    frame = next((child for child in element if child.tag in (f"{_WP}inline", f"{_WP}anchor")), None)
    if frame is None:
        return []
    about = frame.find(f"{_WP}docPr")
    alt = (about.get("descr") or about.get("title") or "") if about is not None else ""
    extent = frame.find(f"{_WP}extent")
    wide, high = _measures(extent, "cx", "cy")
    place = _place(frame) if frame.tag == f"{_WP}anchor" else {}
    blips = [blip for blip in frame.iter(f"{_A}blip") if blip.get(f"{_R}embed")]
    if not blips:
        return [] if next(boxes(frame), None) is not None else [PreviewPicture("", wide, high, alt, layout=place)]
    return [_picture(blip, (wide, high), alt, place, alone=len(blips) == 1) for blip in blips]


def _picture(
    blip: _Element, size: tuple[float, float], alt: str, place: dict[str, str], *, alone: bool
) -> PreviewPicture:
    fill = blip.getparent()
    holder = fill.getparent() if fill is not None else None
    crop = fill.find(f"{_A}srcRect") if fill is not None else None
    cut = [float(crop.get(side, "0")) / 100_000 if crop is not None else 0.0 for side in "ltrb"]
    shape = next((part for part in (holder if holder is not None else ()) if str(part.tag).endswith("}spPr")), None)
    form = shape.find(f"{_A}xfrm") if shape is not None else None
    turn = float(form.get("rot", "0")) / 60_000 if form is not None else 0.0
    if not alone and form is not None:
        size = _measures(form.find(f"{_A}ext"), "cx", "cy")
    return PreviewPicture(blip.get(f"{_R}embed", ""), *size, alt, (cut[0], cut[1], cut[2], cut[3]), turn, place)


def _place(frame: _Element) -> dict[str, str]:
    """How a picture that is anchored stands: beside the text, or over it at its place."""
    across, down = frame.find(f"{_WP}positionH"), frame.find(f"{_WP}positionV")
    align = across.findtext(f"{_WP}align", "") if across is not None else ""
    kind = next((str(part.tag).rpartition("}")[2] for part in frame if "wrap" in str(part.tag)), "")
    if kind in ("wrapSquare", "wrapTight", "wrapThrough"):
        return {"float": "right" if align in ("right", "outside") else "left", "margin": "0 6pt"}
    if kind == "wrapTopAndBottom":
        return {"display": "block", "margin": "0 auto" if align == "center" else "0"}
    css = {"position": "absolute"}
    left, top = _offset(across), _offset(down)
    if down is not None and down.get("relativeFrom") == "page":
        css["top"] = f"{top:g}pt"
        if across is not None and across.get("relativeFrom") == "page":
            css["left"] = f"{left:g}pt"
    else:
        css["margin"] = f"{top:g}pt 0 0 {left:g}pt"
    if frame.get("behindDoc") in ("1", "true"):
        css["z-index"] = "-1"
    return css


def _offset(position: _Element | None) -> float:
    text = position.findtext(f"{_WP}posOffset", "0") if position is not None else "0"
    try:
        return round(float(text) / _EMU, 2)
    except ValueError:
        return 0.0


def _measures(element: _Element | None, across: str, down: str) -> tuple[float, float]:
    if element is None:
        return 0.0, 0.0
    try:
        return float(element.get(across, "0")) / _EMU, float(element.get(down, "0")) / _EMU
    except ValueError:
        return 0.0, 0.0


def old_style(element: _Element) -> list[PreviewPicture]:
    """The pictures of a ``w:pict`` or ``w:object``."""
    found = []
    for data in element.iter(f"{_V}imagedata"):
        shape = data.getparent()
        style = shape.get("style", "") if shape is not None else ""
        sizes = {name: float(value) * _UNITS[unit or ""] for name, value, unit in _SIZE.findall(style)}
        alt = shape.get("alt", "") if shape is not None else ""
        found.append(PreviewPicture(data.get(f"{_R}id", ""), sizes.get("width", 0.0), sizes.get("height", 0.0), alt))
    return found
