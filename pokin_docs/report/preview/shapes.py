"""The look of paragraphs and cells in CSS: indents, spacing, borders, shading."""

from __future__ import annotations

import re
from collections.abc import Mapping

_ALIGN = {"center": "center", "right": "right", "end": "right", "both": "justify", "distribute": "justify"}
_KINDS = {
    "double": "double", "dotted": "dotted", "dashed": "dashed", "dotDash": "dashed", "dotDotDash": "dashed",
    "dashSmallGap": "dashed", "triple": "double", "inset": "inset", "outset": "outset",
}  # fmt: skip
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_PAIRED = re.compile(r"(thin|thick)(?:Thick|Thin)+(Small|Medium|Large)Gap")
_THIN = 0.75
_INWARDS = {"top": (0, 1), "right": (-1, 0), "bottom": (0, -1), "left": (1, 0)}
_SIDES = ("top", "right", "bottom", "left")


def _number(text: str | None) -> float:
    try:
        return float(text) if text is not None else 0.0
    except ValueError:
        return 0.0


def _pt(value: float) -> str:
    return f"{round(value, 2):g}pt" if round(value, 2) else "0"


def border(traits: Mapping[str, str], path: str) -> str | None:
    """One border as CSS; ``none`` where it is said that there is none, None where nothing is said.

    ``path`` is its property, such as ``pBdr.top``.
    """
    kind = traits.get(f"{path}.val")
    if kind is None:
        return None
    if kind in ("nil", "none"):
        return "none"
    width = _number(traits.get(f"{path}.sz")) / 8
    style = _KINDS.get(kind, "solid")
    if (pair := _PAIRED.fullmatch(kind)) and pair[1] == "thin":
        width = _THIN
    # Word's double line is as thick as each of its two; that of CSS is both and the gap.
    wide = width * 3 if style == "double" else width
    return f"{_pt(max(wide, 0.5))} {style} {_ink(traits, path)}"


def _ink(traits: Mapping[str, str], path: str) -> str:
    said = traits.get(f"{path}.color", "auto")
    return f"#{said.lower()}" if _HEX.fullmatch(said) else "#000"


def _second(traits: Mapping[str, str], path: str) -> tuple[float, float]:
    """Of a border of a thick and a thin line the gap between them and the width of the inner one; else nothing."""
    pair = _PAIRED.fullmatch(traits.get(f"{path}.val", ""))
    if pair is None:
        return 0.0, 0.0
    width = _number(traits.get(f"{path}.sz")) / 8
    gap = {"Small": _THIN, "Medium": max(width / 2, _THIN), "Large": max(width, _THIN)}[pair[2]]
    return gap, _THIN if pair[1] == "thick" else width


def inner_lines(traits: Mapping[str, str], edge: Mapping[str, str]) -> dict[str, str]:
    """The inner lines of borders of a thick and a thin line, as under a letterhead; CSS has no such border.

    Args:
        traits: What is said.
        edge: The property of each side.
    """
    paper = shading(traits).get("background", "#fff")
    shadows = []
    for side, path in edge.items():
        gap, inner = _second(traits, path)
        if inner:
            across, down = _INWARDS[side]
            for depth, ink in ((gap, paper), (gap + inner, _ink(traits, path))):
                shadows.append(f"inset {_pt(across * depth)} {_pt(down * depth)} {ink}")
    return {"box-shadow": ", ".join(shadows)} if shadows else {}


def _width(traits: Mapping[str, str], side: str) -> float:
    return max(_number(traits.get(f"pBdr.{side}.sz")) / 8, 0.5)


def shading(traits: Mapping[str, str]) -> dict[str, str]:
    """The background, if one is said."""
    fill = traits.get("shd.fill", "")
    return {"background": f"#{fill.lower()}"} if _HEX.fullmatch(fill) else {}


def line_height(traits: Mapping[str, str], single: float) -> str:
    """The height of a line in CSS, ``single`` being that of single spacing in em."""
    line = _number(traits.get("spacing.line")) or 240.0
    rule = traits.get("spacing.lineRule", "auto")
    if rule == "exact":
        return _pt(line / 20)
    if rule == "atLeast":
        return f"max({_pt(line / 20)}, {single:g}em)"
    return f"{round(single * line / 240, 4):g}"


def indents(traits: Mapping[str, str]) -> tuple[float, float, float]:
    """Left and right indent and that of the first line beyond the left one, in pt."""
    hanging = _number(traits.get("ind.hanging"))
    first = -hanging if hanging else _number(traits.get("ind.firstLine"))
    return _number(traits.get("ind.left")) / 20, _number(traits.get("ind.right")) / 20, first / 20


def spacing(traits: Mapping[str, str]) -> tuple[float, float]:
    """Space before and after in pt; 14 pt where Word is told to find it itself."""
    sides = []
    for side in ("before", "after"):
        auto = traits.get(f"spacing.{side}Autospacing", "0") not in ("0", "false", "off")
        sides.append(14.0 if auto else _number(traits.get(f"spacing.{side}")) / 20)
    return sides[0], sides[1]


def block(traits: Mapping[str, str], *, before: float, after: float, total: bool) -> dict[str, str]:
    """CSS declarations of a paragraph but for its letters.

    Between two paragraphs Word leaves the larger of both spaces, as CSS does with margins; older documents add them up,
    which paddings do, but those would stand behind a border or a shade.

    Args:
        traits: What is said of the paragraph, its measures as the file has them (indents in twips).
        before: Space above it, in pt.
        after: Space below it, in pt.
        total: The document adds up the spaces of neighbours.
    """
    left, right, first = indents(traits)
    css = {"text-align": _ALIGN.get(traits.get("jc.val", ""), "left")}
    drawn = {side: border(traits, f"pBdr.{side}") for side in _SIDES}
    lines = {side: line for side, line in drawn.items() if line and line != "none"}
    back = shading(traits)
    upright = "padding" if total and not lines and not back else "margin"
    # A border stands outside the text, which keeps its place.
    paths = {side: f"pBdr.{side}" for side in lines}
    room = {side: _number(traits.get(f"{path}.space")) + sum(_second(traits, path)) for side, path in paths.items()}
    sides = {
        f"{upright}-top": before,
        "margin-right": right - (room["right"] + _width(traits, "right") if "right" in room else 0),
        f"{upright}-bottom": after,
        "margin-left": left - (room["left"] + _width(traits, "left") if "left" in room else 0),
    }
    css |= {name: _pt(value) for name, value in sides.items() if value}
    for side, line in lines.items():
        css[f"border-{side}"] = line
        css[f"padding-{side}"] = _pt(room[side])
    if first:
        css["text-indent"] = _pt(first)
    return css | back | inner_lines(traits, paths)


def margins(traits: Mapping[str, str], path: str) -> dict[str, float]:
    """The sides of ``tblCellMar`` or ``tcMar`` (``path``) that are said, in pt."""
    return {side: _number(traits[f"{path}.{side}.w"]) / 20 for side in _SIDES if f"{path}.{side}.w" in traits}
