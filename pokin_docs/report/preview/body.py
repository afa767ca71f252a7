"""The stories of a document (body, headers, footers, notes) as HTML, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from markupsafe import Markup

from pokin_docs.report.preview import numbering, shapes, text_looks
from pokin_docs.report.preview.runs import Fields, Inline
from pokin_docs.report.preview.styles import Cascade, Properties, flat, is_on, over
from pokin_docs.report.preview.table import Table, TableFormat

if TYPE_CHECKING:
    from lxml.etree import _Element

    from pokin_docs.report.preview.css_classes import CssClasses
    from pokin_docs.report.preview.document import PreviewDocument

__all__ = ["Body"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_JOIN = Markup("")
_THROUGH = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_NOTES = {"footnote": "footnotes", "endnote": "endnotes"}
_INHERITED = ("font-family", "font-size", "font-weight", "font-style", "color")
_BREAK = Markup('<div class="ganti"></div>')
_NONE = TableFormat({}, {})


class Body:
    """One document being turned into HTML; to be asked for its parts in their order, as numbers are counted."""

    def __init__(self, document: PreviewDocument, css_classes: CssClasses) -> None:
        def other(kind: str) -> _Element | None:
            return document.xml(next(iter(document.named(document.main_part, kind)), ""))

        self._document, self._css_classes = document, css_classes
        self._styles = Cascade(other("styles"), other("theme"), other("fontTable"))
        self._numbers = numbering.Numbering(other("numbering"))
        settings = other("settings")
        stop = settings.find(f"{_W}defaultTabStop") if settings is not None else None
        self.tab_gap = text_looks.number(stop.get(f"{_W}val") if stop is not None else None, 720.0) / 20
        self.even = settings is not None and is_on(flat(settings), "evenAndOddHeaders")
        compat = flat(settings.find(f"{_W}compat")) if settings is not None else {}
        self._sums = is_on(compat, "doNotUseHTMLParagraphAutoSpacing")
        self._inline = Inline(document, self._styles, css_classes, self._box)
        self._tables = Table(self._styles, css_classes, self._cell, old=_old_layout(settings))
        self._fields = Fields()

    def story(self, elements: Iterable[_Element], part: str) -> Markup:
        """Everything of one story, in which fields go on from one paragraph to the next."""
        outside, self._fields = self._fields, Fields()
        made = self.blocks(elements, part, _NONE)
        self._fields = outside
        return made

    def blocks(self, elements: Iterable[_Element], part: str, table_format: TableFormat = _NONE) -> Markup:
        """Paragraphs and tables one after the other, as HTML.

        Args:
            elements: The elements of a story or a cell; what is neither is passed over.
            part: Name of the part they stand in.
            table_format: What the style of the table around them says of paragraphs and runs.
        """
        made: list[Markup] = []
        for element in elements:
            name = element.tag.rpartition("}")[2]
            if name == "p":
                made += self._paragraph(element, part, table_format)
            elif name == "tbl":
                made.append(self._tables.table(element, part))
            elif name in _THROUGH:
                made.append(self.blocks(element, part, table_format))
        return _JOIN.join(made)

    def notes(self) -> Markup:
        """The footnotes and endnotes that were referred to so far, in their order."""
        made = []
        for number, (kind, own) in enumerate(self._inline.referred_notes, 1):
            part = next(iter(self._document.named(self._document.main_part, _NOTES[kind])), "")
            root = self._document.xml(part)
            found = (entry for entry in (root if root is not None else ()) if entry.get(f"{_W}id") == own)
            text = self.story(next(found, ()), part)
            made.append(Markup('<li value="{}">{}</li>').format(number, text))
        return Markup('<ol class="catatan">{}</ol>').format(_JOIN.join(made)) if made else _JOIN

    def _cell(self, elements: Iterable[_Element], part: str, table_format: TableFormat) -> Markup:
        return self.blocks(elements, part, table_format)

    def _box(self, box: _Element, part: str) -> Markup:
        return Markup('<div class="kotak">{}</div>').format(self.story(box, part))

    def _paragraph(self, p: _Element, part: str, table_format: TableFormat) -> Iterator[Markup]:
        own = p.find(f"{_W}pPr")
        traits, number, base = self._effective(own, table_format)
        mark = over(base, flat(own.find(f"{_W}rPr")) if own is not None else {})
        first = next((run for run in p.iter(f"{_W}r") if run.find(f"{_W}t") is not None), None)
        leading = self._inline.run_properties(first, base) if first is not None else mark
        font, single = self._styles.font(leading)
        letters = text_looks.letters({k: v for k, v in leading.items() if not k.startswith("vertAlign")}, font)
        carried = {key: letters[key] for key in _INHERITED}
        before, after = self._spacing(p, traits)
        css = shapes.block(traits, before=before, after=after, total=self._sums) | carried
        css["line-height"] = shapes.line_height(traits, single)
        pages: list[list[Markup]] = [[]]
        if number is not None and number.text:
            pages[0].append(self._number(number, mark, carried))
        for piece in self._inline.pieces(p, part, base, carried, self._fields):
            if piece is None:
                pages.append([])
            else:
                pages[-1].append(piece)
        if is_on(traits, "pageBreakBefore") and table_format is _NONE:
            yield _BREAK
        attributes = self._attributes(traits, css)
        for place, pieces in enumerate(pages):
            if place:
                yield _BREAK
            # Nothing but the mark of the paragraph behind a page break makes no line of its own.
            if pieces or len(pages) == 1:
                yield Markup("<div{}>{}</div>").format(attributes, _JOIN.join(pieces) or Markup("<br>"))

    def _effective(
        self, own: _Element | None, table_format: TableFormat
    ) -> tuple[Properties, numbering.ParagraphNumber | None, Properties]:
        """What is said of a paragraph, its number, and what is said of its runs."""
        direct = flat(own)
        named = direct.get("pStyle.val")
        style = self._styles.style("paragraph", named, "pPr")
        listed = over(style, direct)
        number = None
        if listed.get("numPr.numId.val", "0") != "0":
            level = listed.get("numPr.ilvl.val", "0")
            number = self._numbers.next(listed["numPr.numId.val"], int(level) if level.isdecimal() else 0)
        level_properties = flat(number.paragraph) if number is not None else {}
        # A list that the style names gives way to the style's own indents; one named here does not.
        levels = (style, level_properties) if "numPr.numId.val" in direct else (level_properties, style)
        traits = over(self._styles.paragraph, table_format.paragraph, *levels, direct)
        base = over(self._styles.runs_from, table_format.run, self._styles.style("paragraph", named, "rPr"))
        return traits, number, base

    def _spacing(self, p: _Element, traits: Properties) -> tuple[float, float]:
        before, after = shapes.spacing(traits)
        if is_on(traits, "contextualSpacing"):
            name = _style_name(p)
            before = 0.0 if _style_name(p.getprevious()) == name else before
            after = 0.0 if _style_name(p.getnext()) == name else after
        return before, after

    def _number(self, number: numbering.ParagraphNumber, mark: Properties, carried: dict[str, str]) -> Markup:
        said = {k: v for k, v in flat(number.run).items() if not k.startswith("rFonts")}
        traits = over(mark, said)
        css = text_looks.letters(traits, self._styles.font(traits)[0])
        name = self._css_classes.name({key: value for key, value in css.items() if carried.get(key) != value})
        behind = {"tab": Markup('<span class="t">\t</span>'), "space": Markup(" ")}.get(number.separator, _JOIN)
        return Markup('<span class="nomor {}">{}{}</span>').format(name, number.text, behind)

    def _attributes(self, traits: Properties, css: dict[str, str]) -> Markup:
        # Not <p>, which a browser would end before a table or box that stands in the paragraph.
        classes = ["p", self._css_classes.name(css)]
        classes += ["ikut"] if is_on(traits, "keepNext") else []
        classes += ["utuh"] if is_on(traits, "keepLines") else []
        text = Markup(' class="{}"').format(" ".join(classes))
        level = traits.get("outlineLvl.val", "")
        if level in ("0", "1", "2", "3", "4", "5"):
            text += Markup(' role="heading" aria-level="{}"').format(int(level) + 2)
        tabs = ((key[5:], value) for key, value in traits.items() if key.startswith("tabs."))
        stops = sorted((text_looks.number(at) / 20, value) for at, value in tabs)
        listed = ";".join(f"{at:g}:{value}" for at, value in stops if not value.startswith("clear"))
        return text + (Markup(' data-tab="{}"').format(listed) if listed else _JOIN)


def _style_name(p: _Element | None) -> str | None:
    """The style of a paragraph; None when it is none."""
    if p is None or p.tag != f"{_W}p":
        return None
    return flat(p.find(f"{_W}pPr")).get("pStyle.val", "")


def _old_layout(settings: _Element | None) -> bool:
    for entry in settings.iter(f"{_W}compatSetting") if settings is not None else ():
        if entry.get(f"{_W}name") == "compatibilityMode":
            return text_looks.number(entry.get(f"{_W}val")) < 15
    return False
