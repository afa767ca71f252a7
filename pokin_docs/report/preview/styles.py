"""What Word's styles say of a paragraph, a run or a table, as one flat dictionary: ``spacing.before`` → ``120``.

Names are those of WordprocessingML without prefix; what is stated later or nearer wins, attribute by attribute.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from pokin_docs.report.preview import text_looks

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_NESTED = frozenset(("pBdr", "tblBorders", "tcBorders", "tblCellMar", "tcMar", "numPr"))
_OTHERS = frozenset(("rPr", "sectPr", "pPrChange", "rPrChange", "tblPrChange", "tcPrChange", "trPrChange"))
_SIDES = {"start": "left", "end": "right"}
# Of two ways to say one thing the later one counts alone.
_INSTEAD = {
    "ind.firstLine": "ind.hanging", "ind.hanging": "ind.firstLine", "rFonts.ascii": "rFonts.asciiTheme",
    "spacing.before": "spacing.beforeAutospacing", "spacing.after": "spacing.afterAutospacing",
}  # fmt: skip
_OFF = frozenset(("0", "false", "off", "none"))

Properties = dict[str, str]


def flat(element: _Element | None) -> Properties:
    """The properties that one element (``pPr``, ``rPr``, ``tblPr``, ``tcPr``, ``trPr``) states."""
    found: Properties = {}
    for child in element if element is not None else ():
        name = _local(child)
        if not name or name in _OTHERS:
            continue
        if name == "tabs":
            for tab in child.iterfind(f"{_W}tab"):
                said = (tab.get(f"{_W}val", "left"), tab.get(f"{_W}leader", "none"))
                found[f"tabs.{tab.get(f'{_W}pos', '0')}"] = ":".join(said)
        elif name in _NESTED:
            for part in child:
                _attributes(found, f"{name}.{_SIDES.get(_local(part), _local(part))}", part)
        else:
            _attributes(found, name, child)
    return found


def _local(element: _Element) -> str:
    return element.tag.rpartition("}")[2]


def _attributes(found: Properties, path: str, element: _Element) -> None:
    if not element.attrib:
        found[f"{path}.val"] = "1"
    for key, value in element.attrib.items():
        name = str(key).rpartition("}")[2]
        found[f"{path}.{_SIDES.get(name, name) if path == 'ind' else name}"] = str(value)


def over(*levels: Mapping[str, str]) -> Properties:
    """Several levels put on top of each other, the last one nearest."""
    merged: Properties = {}
    for level in levels:
        for key in level:
            instead = _INSTEAD.get(key)
            if instead and instead not in level:
                merged.pop(instead, None)
        merged.update(level)
    return merged


def is_on(traits: Mapping[str, str], name: str) -> bool:
    """Whether a property that is either on or off is on; ``name`` without ``.val``."""
    return traits.get(f"{name}.val", "0").casefold() not in _OFF


class Cascade:
    """The styles of one document, the fonts of its theme and the families of its fonts."""

    def __init__(self, styles: _Element | None, theme: _Element | None, fonts: _Element | None) -> None:
        found = styles.iterfind(f"{_W}style") if styles is not None else ()
        self._styles = {style.get(f"{_W}styleId", ""): style for style in found}
        self._usual = {
            style.get(f"{_W}type", ""): name
            for name, style in self._styles.items()
            if style.get(f"{_W}default", "0").casefold() not in _OFF
        }
        defaults = styles.find(f"{_W}docDefaults") if styles is not None else None
        given = defaults if defaults is not None else None
        self.paragraph = flat(given.find(f"{_W}pPrDefault/{_W}pPr")) if given is not None else {}
        self.runs_from = flat(given.find(f"{_W}rPrDefault/{_W}rPr")) if given is not None else {}
        self.theme_fonts = _theme_fonts(theme)
        self.family = _families(fonts)
        self._known: dict[tuple[str, str, str], Properties] = {}

    def style(self, kind: str, style_id: str | None, part: str, condition: Iterable[str] = ()) -> Properties:
        """What a style, with those it is based on, says in its ``pPr``, ``rPr``, ``tblPr``, ``tcPr`` or ``trPr``.

        Args:
            kind: ``paragraph``, ``character`` or ``table``.
            style_id: Id of the style; None for the usual one of its kind.
            part: The part asked for, one of the five.
            condition: For tables, the conditions that hold for a cell (``firstRow``), the strongest last.
        """
        wanted = style_id if style_id in self._styles else self._usual.get(kind, "")
        key = (wanted, part, " ".join(condition))
        if key not in self._known:
            self._known[key] = self._stated(wanted, part, key[2].split())
        return self._known[key]

    def font(self, traits: Mapping[str, str]) -> tuple[str, float]:
        """The fonts of a run for CSS, and the height of a line of single spacing in sizes of the font."""
        return text_looks.font(traits, self.theme_fonts, self.family)

    def _stated(self, style_id: str, piece: str, needs: list[str]) -> Properties:
        chain: list[_Element] = []
        seen: set[str] = set()
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            chain.insert(0, self._styles[style_id])
            base = self._styles[style_id].find(f"{_W}basedOn")
            style_id = base.get(f"{_W}val", "") if base is not None else ""
        levels = [flat(style.find(f"{_W}{piece}")) for style in chain]
        for condition in needs:
            parts = (part for style in chain for part in style.iterfind(f"{_W}tblStylePr"))
            levels += [flat(part.find(f"{_W}{piece}")) for part in parts if part.get(f"{_W}type") == condition]
        return over(*levels)


def _theme_fonts(theme: _Element | None) -> dict[str, str]:
    found = {}
    for kind in ("major", "minor"):
        part = theme.find(f".//{_A}fontScheme/{_A}{kind}Font/{_A}latin") if theme is not None else None
        if part is not None and part.get("typeface"):
            found[kind] = str(part.get("typeface"))
    return found


def _families(fonts: _Element | None) -> dict[str, str]:
    found = {}
    for font in fonts.iterfind(f"{_W}font") if fonts is not None else ():
        family = font.find(f"{_W}family")
        found[str(font.get(f"{_W}name", ""))] = str(family.get(f"{_W}val", "")) if family is not None else ""
    return found
