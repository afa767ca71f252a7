"""What stands in the lines of a paragraph: runs, links, fields, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from markupsafe import Markup

from pokin_docs.report.preview import fields, pictures, text_looks
from pokin_docs.report.preview.styles import Cascade, Sifat, flat, over

if TYPE_CHECKING:
    from lxml.etree import _Element

    from pokin_docs.report.preview.kelas import Kelas
    from pokin_docs.report.preview.naskah import Naskah

__all__ = ["Fields", "Inline", "picture_html"]

Fields = fields.Fields
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_THROUGH = frozenset(("ins", "moveTo", "smartTag", "customXml", "sdtContent", "dir", "bdo"))
_SIGNS = {
    "tab": Markup('<span class="t">\t</span>'), "ptab": Markup('<span class="t">\t</span>'), "cr": Markup("<br>"),
    "noBreakHyphen": Markup("\u2011"), "softHyphen": Markup("\u00ad"),
}  # fmt: skip
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\"]+", re.IGNORECASE)
_NOT_SHOWN = "Gambar atau bagan ini hanya tampak di Word"

Potongan = Markup | None
"""A piece of a line, or None where a new page begins."""


class Inline:
    """Lines of one document as HTML.

    Args:
        naskah: The document.
        styles: Its styles.
        kelas: Where looks become classes.
        kotak: Makes HTML of the content of a text box in a part.
    """

    def __init__(self, naskah: Naskah, styles: Cascade, kelas: Kelas, kotak: Callable[[_Element, str], Markup]) -> None:
        self._naskah, self._styles, self._kelas, self._kotak = naskah, styles, kelas, kotak
        self._bookmarks: set[str] = set()
        self.catatan: list[tuple[str, str]] = []

    def run_sifat(self, run: _Element, dasar: Sifat) -> Sifat:
        """All that is said of a run, on top of what its paragraph says of runs."""
        own = run.find(f"{_W}rPr")
        named = own.find(f"{_W}rStyle") if own is not None else None
        if named is None:
            return over(dasar, flat(own))
        style = self._styles.style("character", named.get(f"{_W}val"), "rPr")
        return over(dasar, style, flat(own))

    def pieces(
        self, isi: _Element, bagian: str, dasar: Sifat, sudah: Mapping[str, str], medan: fields.Fields
    ) -> Iterator[Potongan]:
        """The pieces of a paragraph in their order.

        Args:
            isi: The paragraph, or what holds runs within it.
            bagian: The part it stands in.
            dasar: What its paragraph says of runs.
            sudah: Declarations that the paragraph's element carries already.
            medan: The fields open at its beginning.
        """
        for child in isi:
            name = child.tag.rpartition("}")[2]
            if name == "r":
                yield from self._run(child, bagian, dasar, sudah, medan)
            elif name == "hyperlink":
                yield from self._link(child, self.pieces(child, bagian, dasar, sudah, medan), bagian)
            elif name == "fldSimple":
                medan.mark("begin")
                medan.instruct(child.get(f"{_W}instr", ""))
                medan.mark("separate")
                yield from self.pieces(child, bagian, dasar, sudah, medan)
                medan.mark("end")
            elif name == "sdt" or name in _THROUGH:
                yield from self.pieces(child, bagian, dasar, sudah, medan)
            elif name == "bookmarkStart" and child.get(f"{_W}name", "") not in self._bookmarks:
                self._bookmarks.add(child.get(f"{_W}name", ""))
                yield Markup('<a id="b-{}"></a>').format(child.get(f"{_W}name", ""))
            elif name in ("oMath", "oMathPara"):
                yield Markup("{}").format("".join(str(text.text or "") for text in child.iter(f"{_M}t")))

    def _link(self, link: _Element, inner: Iterator[Potongan], bagian: str) -> Iterator[Potongan]:
        anchor = link.get(f"{_W}anchor", "")
        address = self._naskah.address(bagian, link.get(f"{_R}id"))
        if _SAFE_LINK.fullmatch(address):
            start = Markup('<a href="{}" rel="noopener noreferrer" target="_blank">').format(address)
        elif anchor and not address:
            start = Markup('<a href="#b-{}">').format(anchor)
        else:
            yield from inner
            return
        for piece in inner:
            yield None if piece is None else start + piece + Markup("</a>")

    def _run(
        self, run: _Element, bagian: str, dasar: Sifat, sudah: Mapping[str, str], medan: fields.Fields
    ) -> Iterator[Potongan]:
        css = text_looks.letters((sifat := self.run_sifat(run, dasar)), self._styles.font(sifat)[0])
        own = {key: value for key, value in css.items() if sudah.get(key) != value}
        held: list[Markup] = []
        for child in run:
            name = child.tag.rpartition("}")[2]
            if name == "fldChar":
                medan.mark(child.get(f"{_W}fldCharType", ""))
            elif name == "instrText":
                medan.instruct(child.text or "")
            elif medan.hidden:
                continue
            elif name == "br" and child.get(f"{_W}type") == "page":
                yield from _wrapped(held, self._kelas.name(own))
                held = []
                yield None
            else:
                held.append(self._sign(child, name, bagian, medan))
        yield from _wrapped(held, self._kelas.name(own))

    def _sign(self, child: _Element, name: str, bagian: str, medan: fields.Fields) -> Markup:
        if name == "t":
            text = child.text or ""
            kept = child.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
            shown = Markup("{}").format(text if kept else text.strip(" \t\n\r"))
            return Markup('<span data-nomor="{}">{}</span>').format(medan.page, shown) if medan.page else shown
        if name in _SIGNS:
            return _SIGNS[name]
        if name == "br":
            return Markup("<br>")
        if name == "sym":
            code = child.get(f"{_W}char", "")
            return Markup("{}").format(chr(int(code, 16)) if re.fullmatch(r"[0-9A-Fa-f]{2,5}", code) else "")
        if name in ("footnoteReference", "endnoteReference"):
            self.catatan.append((name[:-9], child.get(f"{_W}id", "")))
            return Markup("<sup>{}</sup>").format(len(self.catatan))
        if name == "AlternateContent":
            return self._alternative(child, bagian, medan)
        if name in ("drawing", "pict", "object"):
            return self._drawing(child, name, bagian)
        return Markup("")

    def _alternative(self, element: _Element, bagian: str, medan: fields.Fields) -> Markup:
        """What is drawn the new way, or else the old way: a box with text is in both."""
        for branch in (element.find(f"{_MC}Choice"), element.find(f"{_MC}Fallback")):
            if branch is None:
                continue
            parts = [(part, str(part.tag).rpartition("}")[2]) for part in branch]
            shown = Markup("").join(self._sign(part, name, bagian, medan) for part, name in parts)
            if shown and _NOT_SHOWN not in shown:
                return shown
        return Markup('<span class="hampa">{}</span>').format(_NOT_SHOWN)

    def _drawing(self, element: _Element, name: str, bagian: str) -> Markup:
        found = pictures.drawn(element) if name == "drawing" else pictures.old_style(element)
        shown = [picture_html(entry, self._naskah.picture(bagian, entry.rid), self._kelas) for entry in found]
        shown += [self._kotak(box, bagian) for box in pictures.boxes(element)]
        return Markup("").join(shown)


def _wrapped(held: list[Markup], kelas: str) -> Iterator[Markup]:
    text = Markup("").join(held)
    if text:
        yield Markup('<span class="{}">{}</span>').format(kelas, text) if kelas else text


def picture_html(gambar: pictures.Gambar, alamat: str, kelas: Kelas) -> Markup:
    """A picture with its size and place; a frame that says so where a browser cannot show it."""
    size = {"width": f"{gambar.lebar:g}pt", "height": f"{gambar.tinggi:g}pt"} if gambar.lebar and gambar.tinggi else {}
    if not alamat:
        name = kelas.name(size | gambar.tata)
        return Markup('<span class="hampa {}">{}</span>').format(name, gambar.alt or _NOT_SHOWN)
    turned = {"transform": f"rotate({gambar.putar:g}deg)"} if gambar.putar else {}
    left, top, right, bottom = gambar.potong
    if not any(gambar.potong) or left + right >= 1 or top + bottom >= 1 or not size:
        name = kelas.name(size | turned | gambar.tata)
        return Markup('<img class="{}" src="{}" alt="{}">').format(name, alamat, gambar.alt)
    wide, high = gambar.lebar / (1 - left - right), gambar.tinggi / (1 - top - bottom)
    inner = {
        "width": f"{wide:.2f}pt", "height": f"{high:.2f}pt", "margin": f"{-top * high:.2f}pt 0 0 {-left * wide:.2f}pt",
        "max-width": "none", "display": "block",
    }  # fmt: skip
    outer = kelas.name({"display": "inline-block", "overflow": "hidden"} | size | turned | gambar.tata)
    return Markup('<span class="{}"><img class="{}" src="{}" alt="{}"></span>').format(
        outer, kelas.name(inner), alamat, gambar.alt
    )
