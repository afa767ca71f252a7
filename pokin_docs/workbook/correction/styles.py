"""``xl/styles.xml``: for each faulty cell its own style once more, with a fill. What is there is never changed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pokin_docs.files.xml_part import Elemen, Sunting, extend, readable, scan, splice, with_attributes
from pokin_docs.model.findings import Tingkat

# Shades nobody picks by hand: in a copy corrected before they tell which fills are ours.
WARNA = {Tingkat.GALAT: "FFFFC7C5", Tingkat.PERINGATAN: "FFFFF1A8", Tingkat.SARAN: "FFCFE4FA"}
# Under white letters, as column titles often have them.
WARNA_TUA = {Tingkat.GALAT: "FFC00C0E", Tingkat.PERINGATAN: "FFA66F0B", Tingkat.SARAN: "FF2F75B3"}

_SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
KOSONG = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="{_SPACE}"/>'.encode()
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
class _Isian:
    """A fill: its pattern and the attributes of its two colours."""

    pola: str
    depan: str
    belakang: str

    @property
    def kita(self) -> bool:
        return self.pola == "solid" and any(
            f'rgb="{rgb}"' in self.depan for rgb in (*WARNA.values(), *WARNA_TUA.values())
        )


@dataclass
class Gaya:
    """The styles of a workbook while they grow; cells name them by their number."""

    data: bytes
    _baru: dict[str, list[bytes]] = field(default_factory=lambda: {name: [] for name in _FIRST})

    def __post_init__(self) -> None:
        self.data = _complete(readable(self.data))
        self._bagian = {name: scan(self.data, f"styleSheet/{name}")[0] for name in _FIRST}
        self._p = self._bagian["cellXfs"].imbuhan
        self._xf = self._items("cellXfs/xf")
        self._lain = {"fonts": self._items("fonts/font"), "borders": self._items("borders/border")}
        self._isian = _fills(self.data)
        self._nomor_xf = {xf: number for number, xf in reversed(tuple(enumerate(self._xf)))}

    def _items(self, path: str) -> list[bytes]:
        return [self.data[entry.awal : entry.akhir] for entry in scan(self.data, f"styleSheet/{path}")]

    def colour(self, nomor: int, tingkat: Tingkat) -> int:
        """Number of the style that is style ``nomor`` but for the fill of this severity."""
        xf = self._style(nomor)
        isian = self._fill_of(xf)
        # The second colour of a solid fill is never seen: it keeps what was under ours for a later correction.
        under = isian.depan if isian.pola == "solid" else ""
        shades = WARNA_TUA if _WHITE.search(self._font_of(xf)) else WARNA
        fill = self._fill(_Isian("solid", f'rgb="{shades[tingkat]}"', under or 'indexed="64"'))
        return self._add(_retag(xf, fillId=fill, applyFill=1))

    def without_colour(self, nomor: int) -> int:
        """Number of the style that a cell had before an earlier correction coloured it."""
        xf = self._style(nomor)
        isian = self._fill_of(xf)
        if not isian.kita:
            return nomor
        wanted = _APPLY.sub(b"", _retag(xf, fillId=self._fill_under(isian)))
        for known, existing in enumerate(self._xf):
            if _APPLY.sub(b"", existing) == wanted:
                return known
        return self._add(_retag(wanted, applyFill=1))

    def _font_of(self, xf: bytes) -> bytes:
        number = _number(xf, b"fontId")
        return self._lain["fonts"][number] if number < len(self._lain["fonts"]) else b""

    def _fill_of(self, xf: bytes) -> _Isian:
        number = _number(xf, b"fillId")
        return self._isian[number] if number < len(self._isian) else self._isian[0]

    def _fill_under(self, isian: _Isian) -> int:
        if not isian.belakang or 'indexed="64"' in isian.belakang:
            return 0
        for number, known in enumerate(self._isian):
            if known.pola == "solid" and known.depan == isian.belakang:
                return number
        return self._fill(_Isian("solid", isian.belakang, 'indexed="64"'))

    def of_list(self, huruf: str, isian: str | Tingkat, *, tepi: bool, tengah: bool, lipat: bool) -> int:
        """Number of a style for our list.

        Args:
            huruf: The inside of its font, ``{p}`` for the prefix of names.
            isian: The colour of the cell, that of a severity, or nothing.
            tepi: With a thin border.
            tengah: In the middle of the column.
            lipat: With long text on several lines.
        """
        p = self._p
        rgb = WARNA[isian] if isinstance(isian, Tingkat) else isian
        font = f'<{p}font>{huruf.format(p=p)}<{p}name val="Arial"/></{p}font>'.encode()
        line = f' style="thin"><{p}color rgb="FFBFBFBF"/></{p}' if tepi else f"></{p}"
        sides = "".join(f"<{p}{side}{line}{side}>" for side in ("left", "right", "top", "bottom"))
        border = f"<{p}border>{sides}<{p}diagonal/></{p}border>"
        fill = self._fill(_Isian("solid", f'rgb="{rgb}"', 'indexed="64"')) if rgb else 0
        place = 'horizontal="center" vertical="top"' if tengah else 'vertical="top"'
        return self._add(
            f'<{p}xf numFmtId="0" fontId="{self._part("fonts", font)}" fillId="{fill}" '
            f'borderId="{self._part("borders", border.encode())}" xfId="0" applyFont="1" applyFill="1" '
            f'applyBorder="1" applyAlignment="1"><{p}alignment {place} wrapText="{int(lipat)}"/></{p}xf>'.encode()
        )

    def to_bytes(self) -> bytes:
        """The part with everything that was asked for."""
        edits: list[Sunting] = []
        for name, added in self._baru.items():
            if added:
                section = self._bagian[name]
                held = len(scan(self.data, f"{section.jalur}/*"))
                edits += extend(self.data, section, b"".join(added), count=held + len(added))
        return splice(self.data, edits)

    def _style(self, nomor: int) -> bytes:
        return self._xf[nomor] if 0 <= nomor < len(self._xf) else self._xf[0]

    def _add(self, xf: bytes) -> int:
        if xf not in self._nomor_xf:
            self._nomor_xf[xf] = len(self._xf)
            self._xf.append(xf)
            self._baru["cellXfs"].append(xf)
        return self._nomor_xf[xf]

    def _part(self, section: str, xml: bytes) -> int:
        known = self._lain[section]
        if xml not in known:
            known.append(xml)
            self._baru[section].append(xml)
        return known.index(xml)

    def _fill(self, isian: _Isian) -> int:
        if isian not in self._isian:
            p = self._p
            colours = f"<{p}fgColor {isian.depan}/><{p}bgColor {isian.belakang}/>"
            xml = f'<{p}fill><{p}patternFill patternType="solid">{colours}</{p}patternFill></{p}fill>'
            self._baru["fills"].append(xml.encode())
            self._isian.append(isian)
        return self._isian.index(isian)


def _retag(xf: bytes, **atribut: int) -> bytes:
    end = xf.index(b">") + 1  # no attribute of a cell format holds a text
    return with_attributes(xf[:end], **atribut) + xf[end:]


def _number(xf: bytes, nama: bytes) -> int:
    found = re.search(rb"\s" + nama + rb"\s*=\s*[\"'](\d+)[\"']", xf[: xf.index(b">")])
    return int(found[1]) if found else 0


def _complete(data: bytes) -> bytes:
    """The part with every section that a style refers to; many producers leave some out."""
    for place, name in enumerate(_ORDER):
        first = _FIRST.get(name)
        if first is None or scan(data, f"styleSheet/{name}/*"):
            continue
        (root, *own) = scan(data, "styleSheet", f"styleSheet/{name}")
        p, count = root.imbuhan, 2 if name == "fills" else 1
        content = first.format(p=p).encode()
        before = scan(data, *(f"styleSheet/{earlier}" for earlier in _ORDER[:place]))
        section = f'<{p}{name} count="{count}">'.encode() + content + f"</{p}{name}>".encode()
        if own:
            edits = extend(data, own[0], content, count=count)
        elif before:
            edits = (Sunting(before[-1].akhir, before[-1].akhir, section),)
        else:
            edits = extend(data, root, section, depan=True)
        data = splice(data, edits)
    return data


def _fills(data: bytes) -> list[_Isian]:
    """Every fill by its number; a gradient has neither pattern nor colours."""
    inside = scan(data, *_FILL_PATHS)

    def part(fill: Elemen, name: str) -> Elemen | None:
        own = (entry for entry in inside if fill.awal < entry.awal < fill.akhir and entry.jalur.endswith("/" + name))
        return next(own, None)

    found = []
    for fill in scan(data, "styleSheet/fills/fill"):
        pattern, front, back = (part(fill, name) for name in ("patternFill", "fgColor", "bgColor"))
        kind = (pattern.ambil("patternType") or "none") if pattern else "gradient"
        found.append(_Isian(kind, _attributes(front), _attributes(back)))
    return found


def _attributes(colour: Elemen | None) -> str:
    return " ".join(f'{name}="{value}"' for name, value in colour.atribut.items()) if colour else ""
