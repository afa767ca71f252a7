"""The look of letters and lines in CSS."""

from __future__ import annotations

import re
from collections.abc import Mapping

_GENERIC = {"roman": "serif", "swiss": "sans-serif", "modern": "monospace", "script": "cursive"}
# Fonts of the same widths, for machines without the font of the document.
_SAME = {
    "arial": ("Liberation Sans", "Helvetica", "sans-serif"),
    "arial narrow": ("Liberation Sans Narrow", "sans-serif"),
    "bookman old style": ("URW Bookman", "Bookman", "serif"),
    "calibri": ("Carlito", "sans-serif"),
    "cambria": ("Caladea", "serif"),
    "courier new": ("Liberation Mono", "monospace"),
    "times new roman": ("Liberation Serif", "Times", "serif"),
}
# Height of a line of single spacing, in sizes of the font: what the font itself asks for.
_LINE = {
    "arial": 1.15, "times new roman": 1.15, "calibri": 1.2207, "cambria": 1.1724, "bookman old style": 1.17,
    "tahoma": 1.2073, "verdana": 1.2153, "segoe ui": 1.33, "georgia": 1.1362, "garamond": 1.1249, "courier new": 1.1328,
    "arial narrow": 1.1475, "century gothic": 1.226, "trebuchet ms": 1.1611, "aptos": 1.28,
}  # fmt: skip
_USUAL_LINE = 1.17
_HIGHLIGHT = {
    "yellow": "#ff0", "green": "#0f0", "cyan": "#0ff", "magenta": "#f0f", "blue": "#00f", "red": "#f00",
    "darkBlue": "#000080", "darkCyan": "#008080", "darkGreen": "#008000", "darkMagenta": "#800080",
    "darkRed": "#800000", "darkYellow": "#808000", "darkGray": "#808080", "lightGray": "#c0c0c0",
    "black": "#000", "white": "#fff",
}  # fmt: skip
_LINES = {"double": "double", "dotted": "dotted", "dash": "dashed", "wave": "wavy"}
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_UNSAFE = re.compile(r"[^\w .-]")
_OFF = frozenset(("0", "false", "off", "none"))


def number(text: str | None, usual: float = 0.0) -> float:
    """A measure of WordprocessingML as a number in its own unit; ``usual`` where there is none or it is none."""
    try:
        return float(text) if text is not None else usual
    except ValueError:
        return usual


def points(value: float) -> str:
    """A length in pt, as CSS."""
    return f"{round(value, 2):g}pt" if round(value, 2) else "0"


def colour(value: str | None) -> str:
    """A colour as CSS; empty for none and for the automatic one."""
    return f"#{value.lower()}" if value is not None and _HEX.fullmatch(value) else ""


def font(traits: Mapping[str, str], theme_part: Mapping[str, str], family: Mapping[str, str]) -> tuple[str, float]:
    """The list of fonts for CSS, and the height of a line of single spacing in em.

    Args:
        traits: What is said of the run.
        theme_part: The fonts of the theme by ``major`` and ``minor``.
        family: The family of each font by its name, as the document's table of fonts has it.
    """
    theme = traits.get("rFonts.asciiTheme", "")
    name = theme_part.get(theme[:5], "") if theme else ""
    name = name or traits.get("rFonts.ascii", "") or traits.get("rFonts.hAnsi", "") or "Times New Roman"
    clean = _UNSAFE.sub("", name)
    same = _SAME.get(clean.casefold(), (_GENERIC.get(family.get(name, ""), "sans-serif"),))
    listed = ", ".join(entry if entry in _GENERIC.values() else f'"{entry}"' for entry in (clean, *same))
    return listed, _LINE.get(clean.casefold(), _USUAL_LINE)


def size(traits: Mapping[str, str]) -> float:
    """The size of the letters in points."""
    return number(traits.get("sz.val"), 20.0) / 2


def letters(traits: Mapping[str, str], font: str) -> dict[str, str]:
    """Declarations for a run: everything but what belongs to its paragraph."""
    css = {"font-family": font, "font-size": points(size(traits))}
    on = {key[:-4] for key, value in traits.items() if key.endswith(".val") and value.casefold() not in _OFF}
    css["font-weight"] = "700" if "b" in on else "400"
    css["font-style"] = "italic" if "i" in on else "normal"
    ink = colour(traits.get("color.val"))
    back = _HIGHLIGHT.get(traits.get("highlight.val", "")) or colour(traits.get("shd.fill"))
    lines = [*(["underline"] if "u" in on else []), *(["line-through"] if on & {"strike", "dstrike"} else [])]
    kind = _LINES.get(traits.get("u.val", ""), "solid")
    css["color"] = ink or "#000"
    if back:
        css["background"] = back
    if lines:
        css["text-decoration"] = f"{' '.join(lines)} {kind}" if kind != "solid" else " ".join(lines)
    if "caps" in on:
        css["text-transform"] = "uppercase"
    elif "smallCaps" in on:
        css["font-variant"] = "small-caps"
    if "vanish" in on:
        css["display"] = "none"
    css |= _raised(traits)
    if number(traits.get("spacing.val")):
        css["letter-spacing"] = points(number(traits.get("spacing.val")) / 20)
    return css


def _raised(traits: Mapping[str, str]) -> dict[str, str]:
    align = traits.get("vertAlign.val", "")
    if align in ("superscript", "subscript"):
        return {"vertical-align": align[:-6], "font-size": points(size(traits) * 0.65), "line-height": "0"}
    rise = number(traits.get("position.val")) / 2
    return {"position": "relative", "top": points(-rise)} if rise else {}
