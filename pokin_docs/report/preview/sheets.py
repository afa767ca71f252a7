"""A document as sheets of paper: one per section, which the page's script parts into pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from pokin_docs.report.preview import sections
from pokin_docs.report.preview.body import Body

if TYPE_CHECKING:
    from pokin_docs.report.preview.css_classes import CssClasses
    from pokin_docs.report.preview.document import PreviewDocument

__all__ = ["sheets"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_JOIN = Markup("")
_VERTICAL = {"center": "tengah", "bottom": "bawah"}


def sheets(document: PreviewDocument, css_classes: CssClasses) -> tuple[Markup, float]:
    """The whole document, and the distance of its usual tab stops in points."""
    body = document.root.find(f"{_W}body")
    made = Body(document, css_classes)
    groups = sections.joined(sections.sections(body)) if body is not None else []
    parts = []
    for number, group in enumerate(groups, 1):
        text = _JOIN.join(_content(section, made, document, css_classes, alone=len(group) == 1) for section in group)
        if number == len(groups):
            text += made.notes()
        parts.append(_sheet(group[0], text, made, document, css_classes))
    return _JOIN.join(parts), made.tab_gap


def _content(
    section: sections.PageSection, body: Body, document: PreviewDocument, css_classes: CssClasses, *, alone: bool
) -> Markup:
    text = body.story(section.elements, document.main_part)
    if section.column_count < 2:
        return text
    columns = {"column-count": str(section.column_count), "column-gap": f"{section.column_gap:g}pt"}
    return Markup('<div class="{}">{}</div>').format(css_classes.name(columns), text)


def _sheet(
    section: sections.PageSection, text: Markup, body: Body, document: PreviewDocument, css_classes: CssClasses
) -> Markup:
    edge = section.margins
    sides = css_classes.name({"padding": f"0 {edge['right']:g}pt 0 {edge['left']:g}pt"})
    paper = css_classes.paper(f"{section.width:g}pt", f"{section.height:g}pt")
    above = {"min-height": f"{edge['top']:g}pt", "padding-top": f"{edge['header']:g}pt"}
    below = {"min-height": f"{edge['bottom']:g}pt", "padding-bottom": f"{edge['footer']:g}pt"}
    said = Markup(' data-bentuk="{}"').format(section.number_format)
    if section.start_number is not None:
        said += Markup(' data-mulai="{}"').format(section.start_number)
    return Markup('<section class="lembar {} {}"{}>{}<div class="isi {}">{}</div>{}</section>').format(
        paper,
        sides,
        said,
        _edges(section, section.headers, "kop", css_classes.name(above), body, document),
        _VERTICAL.get(section.vertical_align, ""),
        text,
        _edges(section, section.footers, "kaki", css_classes.name(below), body, document),
    )


def _edges(
    section: sections.PageSection, refs: dict[str, str], name: str, look: str, body: Body, document: PreviewDocument
) -> Markup:
    """The header or footer of each kind of page that the section has; only the usual one is seen without the script."""
    kinds = ["default", *(["first"] if section.first else []), *(["even"] if body.even else [])]
    made = []
    for kind in kinds:
        part = document.part(document.main_part, refs.get(kind))
        root = document.xml(part)
        text = body.story(root, part) if root is not None else _JOIN
        hidden = Markup(" hidden") if kind != "default" else _JOIN
        made.append(Markup('<div class="{} {}" data-untuk="{}"{}>{}</div>').format(name, look, kind, hidden, text))
    return _JOIN.join(made)
