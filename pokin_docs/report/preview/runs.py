"""What stands in the lines of a paragraph: runs, links, fields, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from markupsafe import Markup

from pokin_docs.report.preview import fields, pictures, text_looks
from pokin_docs.report.preview.styles import Cascade, Properties, flat, over

if TYPE_CHECKING:
    from lxml.etree import _Element

    from pokin_docs.report.preview.css_classes import CssClasses
    from pokin_docs.report.preview.document import PreviewDocument

__all__ = ["Fields", "Inline", "picture_html"]

Fields = fields.Fields
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_THROUGH = frozenset(("ins", "moveTo", "smartTag", "customXml", "sdtContent", "dir", "bdo"))
_SIGNS = {
    "tab": Markup('<span class="t">\t</span>'), "ptab": Markup('<span class="t">\t</span>'), "cr": Markup("<br>"),
    "noBreakHyphen": Markup("-"), "softHyphen": Markup("\u00ad"),
}  # fmt: skip
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\"]+", re.IGNORECASE)
_NOT_SHOWN = "Gambar atau bagan ini hanya tampak di Word"

InlinePiece = Markup | None
"""A piece of a line, or None where a new page begins."""


class Inline:
    """Lines of one document as HTML.

    Args:
        document: The document.
        styles: Its styles.
        css_classes: Where looks become classes.
        box: Makes HTML of the content of a text box in a part (its name).
    """

    def __init__(
        self,
        document: PreviewDocument,
        styles: Cascade,
        css_classes: CssClasses,
        box: Callable[[_Element, str], Markup],
    ) -> None:
        self._document, self._styles, self._css_classes, self._box = document, styles, css_classes, box
        self._bookmarks: set[str] = set()
        self.referred_notes: list[tuple[str, str]] = []

    def run_properties(self, run: _Element, basis: Properties) -> Properties:
        """All that is said of a run, on top of what its paragraph says of runs."""
        own = run.find(f"{_W}rPr")
        named = own.find(f"{_W}rStyle") if own is not None else None
        if named is None:
            return over(basis, flat(own))
        style = self._styles.style("character", named.get(f"{_W}val"), "rPr")
        return over(basis, style, flat(own))

    def pieces(
        self, content: _Element, part: str, basis: Properties, done: Mapping[str, str], field_state: fields.Fields
    ) -> Iterator[InlinePiece]:
        """The pieces of a paragraph in their order; None for the end of a page.

        Args:
            content: The paragraph, or what holds runs within it.
            part: Name of the part it stands in.
            basis: What its paragraph says of runs.
            done: Declarations (CSS) that the paragraph's element carries already.
            field_state: The fields open at its beginning; changes on the way.
        """
        for child in content:
            name = child.tag.rpartition("}")[2]
            if name == "r":
                yield from self._run(child, part, basis, done, field_state)
            elif name == "hyperlink":
                yield from self._link(child, self.pieces(child, part, basis, done, field_state), part)
            elif name == "fldSimple":
                field_state.mark("begin")
                field_state.instruct(child.get(f"{_W}instr", ""))
                field_state.mark("separate")
                yield from self.pieces(child, part, basis, done, field_state)
                field_state.mark("end")
            elif name == "sdt" or name in _THROUGH:
                yield from self.pieces(child, part, basis, done, field_state)
            elif name == "bookmarkStart" and child.get(f"{_W}name", "") not in self._bookmarks:
                self._bookmarks.add(child.get(f"{_W}name", ""))
                yield Markup('<a id="b-{}"></a>').format(child.get(f"{_W}name", ""))
            elif name in ("oMath", "oMathPara"):
                yield Markup("{}").format("".join(str(text.text or "") for text in child.iter(f"{_M}t")))

    def _link(self, link: _Element, inner: Iterator[InlinePiece], part: str) -> Iterator[InlinePiece]:
        anchor = link.get(f"{_W}anchor", "")
        address = self._document.address(part, link.get(f"{_R}id"))
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
        self, run: _Element, part: str, basis: Properties, done: Mapping[str, str], field_state: fields.Fields
    ) -> Iterator[InlinePiece]:
        css = text_looks.letters((traits := self.run_properties(run, basis)), self._styles.font(traits)[0])
        own = {key: value for key, value in css.items() if done.get(key) != value}
        held: list[Markup] = []
        for child in run:
            name = child.tag.rpartition("}")[2]
            if name == "fldChar":
                field_state.mark(child.get(f"{_W}fldCharType", ""))
            elif name == "instrText":
                field_state.instruct(child.text or "")
            elif field_state.hidden:
                continue
            elif name == "br" and child.get(f"{_W}type") == "page":
                yield from _wrapped(held, self._css_classes.name(own))
                held = []
                yield None
            else:
                held.append(self._sign(child, name, part, field_state))
        yield from _wrapped(held, self._css_classes.name(own))

    def _sign(self, child: _Element, name: str, part: str, field_state: fields.Fields) -> Markup:
        if name == "t":
            text = child.text or ""
            kept = child.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
            shown = Markup("{}").format(text if kept else text.strip(" \t\n\r"))
            return (
                Markup('<span data-nomor="{}">{}</span>').format(field_state.page, shown) if field_state.page else shown
            )
        if name in _SIGNS:
            return _SIGNS[name]
        if name == "br":
            return Markup("<br>")
        if name == "sym":
            code = child.get(f"{_W}char", "")
            return Markup("{}").format(chr(int(code, 16)) if re.fullmatch(r"[0-9A-Fa-f]{2,5}", code) else "")
        if name in ("footnoteReference", "endnoteReference"):
            self.referred_notes.append((name[:-9], child.get(f"{_W}id", "")))
            return Markup("<sup>{}</sup>").format(len(self.referred_notes))
        if name == "AlternateContent":
            return self._alternative(child, part, field_state)
        if name in ("drawing", "pict", "object"):
            return self._drawing(child, name, part)
        return Markup("")

    def _alternative(self, element: _Element, piece: str, field_state: fields.Fields) -> Markup:
        """What is drawn the new way, or else the old way: a box with text is in both."""
        for branch in (element.find(f"{_MC}Choice"), element.find(f"{_MC}Fallback")):
            if branch is None:
                continue
            parts = [(part, str(part.tag).rpartition("}")[2]) for part in branch]
            shown = Markup("").join(self._sign(part, name, piece, field_state) for part, name in parts)
            if shown and _NOT_SHOWN not in shown:
                return shown
        return Markup('<span class="hampa">{}</span>').format(_NOT_SHOWN)

    def _drawing(self, element: _Element, name: str, part: str) -> Markup:
        found = pictures.drawn(element) if name == "drawing" else pictures.old_style(element)
        shown = [picture_html(entry, self._document.picture(part, entry.rid), self._css_classes) for entry in found]
        shown += [self._box(box, part) for box in pictures.boxes(element)]
        return Markup("").join(shown)


def _wrapped(held: list[Markup], css_classes: str) -> Iterator[Markup]:
    text = Markup("").join(held)
    if text:
        yield Markup('<span class="{}">{}</span>').format(css_classes, text) if css_classes else text


def picture_html(drawing: pictures.PreviewPicture, address: str, css_classes: CssClasses) -> Markup:
    """A picture with its size and place; a frame that says so where a browser cannot show it.

    Args:
        drawing: The picture; sizes in pt, crop as shares of each side, rotation in degrees clockwise.
        address: Its ``data:`` address; empty where a browser cannot show it.
        css_classes: Where looks become classes.
    """
    size = (
        {"width": f"{drawing.width:g}pt", "height": f"{drawing.height:g}pt"} if drawing.width and drawing.height else {}
    )
    if not address:
        name = css_classes.name(size | drawing.layout)
        return Markup('<span class="hampa {}">{}</span>').format(name, drawing.alt or _NOT_SHOWN)
    turned = {"transform": f"rotate({drawing.rotation:g}deg)"} if drawing.rotation else {}
    left, top, right, bottom = drawing.crop
    if not any(drawing.crop) or left + right >= 1 or top + bottom >= 1 or not size:
        name = css_classes.name(size | turned | drawing.layout)
        return Markup('<img class="{}" src="{}" alt="{}">').format(name, address, drawing.alt)
    wide, high = drawing.width / (1 - left - right), drawing.height / (1 - top - bottom)
    inner = {
        "width": f"{wide:.2f}pt", "height": f"{high:.2f}pt", "margin": f"{-top * high:.2f}pt 0 0 {-left * wide:.2f}pt",
        "max-width": "none", "display": "block",
    }  # fmt: skip
    outer = css_classes.name({"display": "inline-block", "overflow": "hidden"} | size | turned | drawing.layout)
    return Markup('<span class="{}"><img class="{}" src="{}" alt="{}"></span>').format(
        outer, css_classes.name(inner), address, drawing.alt
    )
