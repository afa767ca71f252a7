"""The style sheet of a workbook, with nothing left of it but what reading asks: number formats, and what is struck.

How far a cell is indented and how it looks stand in it as the numbers of its border and its fill.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pokin_docs.extract.grid import PLAIN, TextLook
from pokin_docs.extract.struck import STRUCK

MAIN_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
OWN_FORMATS = 164
"""The first number of a format that the workbook describes itself."""
STRUCK_FONT = 1
"""Number of the font that strikes through, in the style sheet that is left."""
_LONGEST_FORMAT = 255
"""Characters of a number format that Excel takes; what is longer would be looked at in the square of its length."""
_TAG = r"""((?:[^"'<>]|"[^"]*"|'[^']*')*)"""
_NUMBER_FORMAT = re.compile(rf"<(?:\w+:)?numFmt\s{_TAG}/?>")
_FORMAT_ID = re.compile(r"\bnumFmtId=[\"'](\d+)[\"']")
_FORMAT_CODE = re.compile(r'\bformatCode=("[^"]*"|\'[^\']*\')')
_XF = re.compile(rf"<(?:\w+:)?xf\b{_TAG}>")
_FONT_ID = re.compile(r"\bfontId=[\"'](\d+)[\"']")
_FONT = re.compile(r"<(?:\w+:)?font\b[^<>]*?(?:/>|>(.*?)</(?:\w+:)?font>)", re.DOTALL)


_LOOK = re.compile(r"<(?:\w+:)?dxf\b[^<>]*?(?:/>|>(.*?)</(?:\w+:)?dxf>)", re.DOTALL)
_FILL_ID = re.compile(r"\bfillId=[\"'](\d+)[\"']")
_FILL = re.compile(
    r"<(?:\w+:)?fill>\s*<(?:\w+:)?\w+Fill\b(?:[^<>]*?patternType=[\"'](\w+)[\"'])?[^<>]*?(?:/>|>(.*?)</(?:\w+:)?fill>)",
    re.DOTALL,
)
_COLOUR = re.compile(r"<(?:\w+:)?color\s([^<>]*)>")
_FOREGROUND = re.compile(r"<(?:\w+:)?fgColor\s([^<>]*)>")
_TRAIT = re.compile(r"\b(\w+)=[\"']([^\"']*)[\"']")
_WHITE, _BLACK = "FFFFFF", "000000"
_INDENT = re.compile(r"\bindent=[\"'](\d{1,3})[\"']")
_LETTERS = tuple(re.compile(rf"<(?:\w+:)?{name}\b(?![^<>]*\bval=[\"'](?:0|false|none)[\"'])") for name in "biu")
_SIZE = re.compile(r"<(?:\w+:)?sz\s[^<>]*?\bval=[\"']([\d.]+)[\"']")


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """What is left of a style sheet, and the looks of its cells by the number of their fill."""

    text: str
    looks: tuple[TextLook, ...]
    lost: frozenset[int]
    """Numbers of styles that cells name, and whose number format the workbook does not describe."""


def style_sheet(data: bytes, used: int) -> StyleSheet:
    """A style sheet that holds of every cell style the number format, how it looks, and whether it is struck through.

    Args:
        data: The style sheet of the workbook.
        used: The highest number of a style that a cell has.
    """
    text = data.decode("utf-8", errors="replace")
    formats, described = [], set()
    for attributes in _NUMBER_FORMAT.findall(_section(text, "numFmts")):
        id_, code = _FORMAT_ID.search(attributes), _FORMAT_CODE.search(attributes)
        if id_ and code:
            shown = code.group(1) if len(html.unescape(code.group(1))) <= _LONGEST_FORMAT + 2 else '"General"'
            formats.append(f'<numFmt numFmtId="{id_.group(1)}" formatCode={shown}/>')
            described.add(id_.group(1))
    faces = _FONT.findall(_section(text, "fonts"))
    struck = frozenset(str(number) for number, font in enumerate(faces) if STRUCK.search(font))
    inks, grounds, letters = _inks(faces), _grounds(text), _letters(faces)
    section = _section(text, "cellXfs")
    xfs = list(_XF.finditer(section))
    ends = [xf.start() for xf in xfs[1:]] + [len(section)]
    styles: list[tuple[str, int, int, str]] = []
    lost = set()
    looks: dict[TextLook, int] = {}
    for xf, end in zip(xfs, ends, strict=False):  # no style has an end
        font, fill = _number(_FONT_ID, xf.group(1)), _number(_FILL_ID, xf.group(1))
        alike = inks.get(font, _BLACK) == grounds.get(fill, _WHITE)
        look = TextLook(grounds.get(fill, _WHITE), *letters.get(font, PLAIN[1:-1]), inks.get(font, _BLACK))
        shown_as = _number(_FORMAT_ID, xf.group(1))
        if int(shown_as) >= OWN_FORMATS and shown_as not in described:
            lost.add(len(styles))
            shown_as = "0"
        styles.append((shown_as, (STRUCK_FONT if font in struck else 0) + (2 if alike else 0),
                       looks.setdefault(look, len(looks)), _number(_INDENT, section[xf.end() : end])))  # fmt: skip
    lost.update(range(max(len(styles), 1), used + 1))  # a program that describes none names at most the first
    styles += [("0", 0, 0, "0")] * (used + 1 - len(styles))
    concealing = any(font > 1 for _, font, *_ in styles)
    fonts = "<font/><font><strike/></font>" + ("<font/><font><strike/></font>" if concealing else "")
    listed = "".join(
        f'<xf numFmtId="{number}" fontId="{font}" fillId="{look}" borderId="{indent}" xfId="0"/>'
        for number, font, look, indent in styles
    )
    return StyleSheet(
        f'{_XML}<styleSheet xmlns="{MAIN_NAMESPACE}"><numFmts count="{len(formats)}">{"".join(formats)}</numFmts>'
        f"<fonts>{fonts}</fonts><fills><fill><patternFill/></fill></fills>"
        "<borders><border/></borders>"
        '<cellStyleXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f"<cellXfs>{listed}</cellXfs></styleSheet>",
        tuple(looks) or (PLAIN,),
        frozenset(lost),
    )


def reformatting(data: bytes) -> frozenset[str]:
    """The numbers of the looks for conditional formats that change how a number is shown.

    Args:
        data: The style sheet of the workbook.
    """
    if b"<dxf" not in data and b":dxf" not in data:
        return frozenset()
    looks = _LOOK.findall(_section(data.decode("utf-8", errors="replace"), "dxfs"))
    return frozenset(str(number) for number, look in enumerate(looks) if _NUMBER_FORMAT.search(look))


def _colour(element: str) -> str:
    """A colour by one name, however it is written; "" for none."""
    found: dict[str, str] = dict(_TRAIT.findall(element))
    if found.get("tint", "0").strip("0.-"):
        return str(sorted(found.items()))
    if rgb := found.get("rgb"):
        return rgb[-6:].upper()
    if (theme := found.get("theme")) is not None:
        return {"0": _WHITE, "1": _BLACK}.get(theme, f"theme {theme}")
    if (indexed := found.get("indexed")) is not None:
        return {"1": _WHITE, "9": _WHITE, "65": _WHITE}.get(indexed, f"indexed {indexed}")
    return ""


def _inks(fonts: Sequence[str]) -> dict[str, str]:
    """The colour of each font, by its number."""
    colours = map(_COLOUR.search, fonts)
    return {str(number): _colour(found.group(1)) or _BLACK for number, found in enumerate(colours) if found}


def _letters(fonts: Sequence[str]) -> dict[str, tuple[bool, bool, bool, str]]:
    """Whether the letters of each font are bold, on their side, underlined, and their size, by its number."""
    found = {}
    for number, font in enumerate(fonts):
        bold, aside, lined = (trait.search(font) is not None for trait in _LETTERS)
        size = _SIZE.search(font)
        found[str(number)] = (bold, aside, lined, size.group(1) if size else "")
    return found


def _grounds(text: str) -> dict[str, str]:
    """The colour of each fill that is one colour; another one is like no font."""
    grounds = {}
    for number, (kind, inside) in enumerate(_FILL.findall(_section(text, "fills"))):
        found = _FOREGROUND.search(inside)
        if kind not in ("", "none"):
            grounds[str(number)] = (_colour(found.group(1)) or kind) if found and kind == "solid" else kind
    return grounds


def _section(text: str, name: str) -> str:
    found = re.search(rf"<(?:\w+:)?{name}\b[^<>]*>(.*?)</(?:\w+:)?{name}>", text, re.DOTALL)
    return found.group(1) if found else ""


def _number(pattern: re.Pattern[str], attributes: str) -> str:
    found = pattern.search(attributes)
    return found.group(1) if found else "0"
