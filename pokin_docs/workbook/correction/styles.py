"""``xl/styles.xml``: for each faulty cell its own style once more, with a fill. What is there is never changed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pokin_docs.files.xml_part import XmlEdit, XmlElement, extend, readable, scan, splice, with_attributes
from pokin_docs.model.findings import Severity

# Shades nobody picks by hand: in a copy corrected before they tell which fills are ours.
COLOURS = {Severity.GALAT: "FFFFC7C5", Severity.PERINGATAN: "FFFFF1A8", Severity.SARAN: "FFCFE4FA"}
# Under white letters, as column titles often have them.
DARK_COLOURS = {Severity.GALAT: "FFC00C0E", Severity.PERINGATAN: "FFA66F0B", Severity.SARAN: "FF2F75B3"}

_SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
EMPTY_STYLES = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="{_SPACE}"/>'.encode()
"""The part of a workbook that has none."""
_ORDER = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs")
_FIRST = {
    "fonts": '<{p}font><{p}sz val="11"/><{p}name val="Calibri"/></{p}font>',
    "fills": '<{p}fill><{p}patternFill patternType="none"/></{p}fill>'
    '<{p}fill><{p}patternFill patternType="gray125"/></{p}fill>',
    "borders": "<{p}border><{p}left/><{p}right/><{p}top/><{p}bottom/><{p}diagonal/></{p}border>",
    "cellStyleXfs": '<{p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
    "cellXfs": '<{p}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
}
_FILL_PATHS = (
    "styleSheet/fills/fill/patternFill", "styleSheet/fills/fill/patternFill/fgColor",
    "styleSheet/fills/fill/patternFill/bgColor",
)  # fmt: skip
_WHITE = re.compile(rb"<(?:\w+:)?color\s[^<>]*(?:rgb=[\"'](?:\w\w)?FFFFFF[\"']|theme=[\"']0[\"'])", re.IGNORECASE)
_APPLY = re.compile(rb"\s+applyFill\s*=\s*(?:\"[^\"]*\"|'[^']*')")


@dataclass(frozen=True, slots=True)
class _Fill:
    """A fill: its pattern and the attributes of its two colours."""

    pattern: str
    foreground: str
    background: str

    @property
    def ours(self) -> bool:
        return self.pattern == "solid" and any(
            f'rgb="{rgb}"' in self.foreground for rgb in (*COLOURS.values(), *DARK_COLOURS.values())
        )


@dataclass
class BookStyles:
    """The styles of a workbook while they grow; cells name them by their number."""

    data: bytes
    _new: dict[str, list[bytes]] = field(default_factory=lambda: {name: [] for name in _FIRST})

    def __post_init__(self) -> None:
        self.data = _complete(readable(self.data))
        self._sections = {name: scan(self.data, f"styleSheet/{name}")[0] for name in _FIRST}
        self._p = self._sections["cellXfs"].ns_prefix
        self._xf = self._items("cellXfs/xf")
        self._others = {"fonts": self._items("fonts/font"), "borders": self._items("borders/border")}
        self._fills = _fills(self.data)
        self._number_of_xf = {xf: number for number, xf in reversed(tuple(enumerate(self._xf)))}

    def _items(self, path: str) -> list[bytes]:
        return [self.data[entry.start : entry.end] for entry in scan(self.data, f"styleSheet/{path}")]

    def colour(self, number: int, level: Severity) -> int:
        """Number of the style that is style ``number`` (from 0, as cells name it) but for the fill of this severity."""
        xf = self._style(number)
        fill = self._fill_of(xf)
        # The second colour of a solid fill is never seen: it keeps what was under ours for a later correction.
        under = fill.foreground if fill.pattern == "solid" else ""
        shades = DARK_COLOURS if _WHITE.search(self._font_of(xf)) else COLOURS
        fill_id = self._fill(_Fill("solid", f'rgb="{shades[level]}"', under or 'indexed="64"'))
        return self._add(_retag(xf, fillId=fill_id, applyFill=1))

    def without_colour(self, number: int) -> int:
        """Number of the style that a cell had before an earlier correction coloured it."""
        xf = self._style(number)
        fill = self._fill_of(xf)
        if not fill.ours:
            return number
        wanted = _APPLY.sub(b"", _retag(xf, fillId=self._fill_under(fill)))
        for known, existing in enumerate(self._xf):
            if _APPLY.sub(b"", existing) == wanted:
                return known
        return self._add(_retag(wanted, applyFill=1))

    def _font_of(self, xf: bytes) -> bytes:
        number = _number(xf, b"fontId")
        return self._others["fonts"][number] if number < len(self._others["fonts"]) else b""

    def _fill_of(self, xf: bytes) -> _Fill:
        number = _number(xf, b"fillId")
        return self._fills[number] if number < len(self._fills) else self._fills[0]

    def _fill_under(self, fill: _Fill) -> int:
        if not fill.background or 'indexed="64"' in fill.background:
            return 0
        for number, known in enumerate(self._fills):
            if known.pattern == "solid" and known.foreground == fill.background:
                return number
        return self._fill(_Fill("solid", fill.background, 'indexed="64"'))

    def of_list(self, font_xml: str, fill: str | Severity, *, edge: bool, middle: bool, wrap: bool) -> int:
        """Number of a style for our list.

        Args:
            font_xml: The inside of its font as markup, ``{p}`` for the prefix of names.
            fill: The colour of the cell as ``AARRGGBB``, that of a severity, or empty for none.
            edge: With a thin border.
            middle: In the middle of the column.
            wrap: With long text on several lines.
        """
        p = self._p
        rgb = COLOURS[fill] if isinstance(fill, Severity) else fill
        font = f'<{p}font>{font_xml.format(p=p)}<{p}name val="Arial"/></{p}font>'.encode()
        line = f' style="thin"><{p}color rgb="FFBFBFBF"/></{p}' if edge else f"></{p}"
        sides = "".join(f"<{p}{side}{line}{side}>" for side in ("left", "right", "top", "bottom"))
        border = f"<{p}border>{sides}<{p}diagonal/></{p}border>"
        fill_id = self._fill(_Fill("solid", f'rgb="{rgb}"', 'indexed="64"')) if rgb else 0
        place = 'horizontal="center" vertical="top"' if middle else 'vertical="top"'
        return self._add(
            f'<{p}xf numFmtId="0" fontId="{self._part("fonts", font)}" fillId="{fill_id}" '
            f'borderId="{self._part("borders", border.encode())}" xfId="0" applyFont="1" applyFill="1" '
            f'applyBorder="1" applyAlignment="1"><{p}alignment {place} wrapText="{int(wrap)}"/></{p}xf>'.encode()
        )

    def to_bytes(self) -> bytes:
        """The part with everything that was asked for."""
        edits: list[XmlEdit] = []
        for name, added in self._new.items():
            if added:
                section = self._sections[name]
                held = len(scan(self.data, f"{section.path}/*"))
                edits += extend(self.data, section, b"".join(added), count=held + len(added))
        return splice(self.data, edits)

    def _style(self, number: int) -> bytes:
        return self._xf[number] if 0 <= number < len(self._xf) else self._xf[0]

    def _add(self, xf: bytes) -> int:
        if xf not in self._number_of_xf:
            self._number_of_xf[xf] = len(self._xf)
            self._xf.append(xf)
            self._new["cellXfs"].append(xf)
        return self._number_of_xf[xf]

    def _part(self, section: str, xml: bytes) -> int:
        known = self._others[section]
        if xml not in known:
            known.append(xml)
            self._new[section].append(xml)
        return known.index(xml)

    def _fill(self, fill: _Fill) -> int:
        if fill not in self._fills:
            p = self._p
            colours = f"<{p}fgColor {fill.foreground}/><{p}bgColor {fill.background}/>"
            xml = f'<{p}fill><{p}patternFill patternType="solid">{colours}</{p}patternFill></{p}fill>'
            self._new["fills"].append(xml.encode())
            self._fills.append(fill)
        return self._fills.index(fill)


def _retag(xf: bytes, **attributes: int) -> bytes:
    end = xf.index(b">") + 1  # no attribute of a cell format holds a text
    return with_attributes(xf[:end], **attributes) + xf[end:]


def _number(xf: bytes, name: bytes) -> int:
    found = re.search(rb"\s" + name + rb"\s*=\s*[\"'](\d+)[\"']", xf[: xf.index(b">")])
    return int(found[1]) if found else 0


def _complete(data: bytes) -> bytes:
    """The part with every section that a style refers to; many producers leave some out."""
    for place, name in enumerate(_ORDER):
        first = _FIRST.get(name)
        if first is None or scan(data, f"styleSheet/{name}/*"):
            continue
        (root, *own) = scan(data, "styleSheet", f"styleSheet/{name}")
        p, count = root.ns_prefix, 2 if name == "fills" else 1
        content = first.format(p=p).encode()
        before = scan(data, *(f"styleSheet/{earlier}" for earlier in _ORDER[:place]))
        section = f'<{p}{name} count="{count}">'.encode() + content + f"</{p}{name}>".encode()
        if own:
            edits = extend(data, own[0], content, count=count)
        elif before:
            edits = (XmlEdit(before[-1].end, before[-1].end, section),)
        else:
            edits = extend(data, root, section, at_front=True)
        data = splice(data, edits)
    return data


def _fills(data: bytes) -> list[_Fill]:
    """Every fill by its number; a gradient has neither pattern nor colours."""
    inside = scan(data, *_FILL_PATHS)

    def part(fill: XmlElement, name: str) -> XmlElement | None:
        own = (entry for entry in inside if fill.start < entry.start < fill.end and entry.path.endswith("/" + name))
        return next(own, None)

    found = []
    for fill in scan(data, "styleSheet/fills/fill"):
        pattern, front, back = (part(fill, name) for name in ("patternFill", "fgColor", "bgColor"))
        kind = (pattern.get("patternType") or "none") if pattern else "gradient"
        found.append(_Fill(kind, _attributes(front), _attributes(back)))
    return found


def _attributes(colour: XmlElement | None) -> str:
    return " ".join(f'{name}="{value}"' for name, value in colour.attributes.items()) if colour else ""
