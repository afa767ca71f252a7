"""Turn body, styles, header and footer into a .docx that is the same to the byte at each build."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from template_heads import give_heads_room
from template_parts import paragraph
from template_signature import electronic_sentence
from template_styles import FONT_TABLE, SETTINGS, STYLES

from pokin_docs.files.office_theme import theme
from pokin_docs.files.zip_bytes import without_clock

_NAMESPACES = nsdecls("w", "r")
_MOMENT = datetime(2026, 1, 1)
_KEPT = {
    RELATIONSHIP_TYPE.STYLES: STYLES,
    RELATIONSHIP_TYPE.SETTINGS: SETTINGS,
    RELATIONSHIP_TYPE.FONT_TABLE: FONT_TABLE,
    RELATIONSHIP_TYPE.THEME: theme("4472C4") + "\n",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedTemplate:
    """A template that is shipped: what it is built from, and the file that keeps its sha256.

    Attributes:
        stem: Its file name without ``.docx``.
        title: Title in its properties; no names of persons.
        body: Takes the header and footer references of a section, returns the XML of the body with its last
            ``sectPr``: paper and orientation are those of its sections.
        shipped: The ``shipped.py`` of its kind, below ``pokin_docs/documents``.
        header: Paragraphs of the running header, none when empty.
        footer: Paragraphs of the footer, none when empty.
        styles: Its style sheet.
        bare_first_page: Its sections have a first page of their own, with an empty header and footer.
        signed: Its footers say that the paper is signed electronically, where it is.
    """

    stem: str
    title: str
    body: Callable[[str], str]
    shipped: str
    header: str = ""
    footer: str = ""
    styles: str = STYLES
    bare_first_page: bool = False
    signed: bool = False

    def save(self, folder: Path) -> Path:
        """Write it into a folder; returns its path."""
        path = folder / f"{self.stem}.docx"
        save_template(
            path, self.title, self.body, self.header, self.footer + (electronic_sentence() if self.signed else ""),
            styles=self.styles, bare_first_page=self.bare_first_page, first_footer=electronic_sentence() * self.signed,
        )  # fmt: skip
        return path


def save_template(
    target: Path, title: str, body: Callable[[str], str], header: str = "", footer: str = "", *,
    styles: str = STYLES, bare_first_page: bool = False, first_footer: str = "",
) -> None:  # fmt: skip
    """Write a template.

    Args:
        target: The .docx to write.
        title: Title in the document properties; no names of persons.
        body: Takes the header and footer references of a section, returns the XML of the body with its last
            ``sectPr``.
        header: Paragraphs of the running header, none when empty.
        footer: Paragraphs of the footer, none when empty.
        styles: Its style sheet.
        bare_first_page: Its sections have a first page of their own, with an empty header and footer.
        first_footer: What the footer of such a first page prints all the same.
    """
    document = docx.Document()
    _keep_only_own_parts(document, styles)
    references = _header_and_footer(document, header, footer, bare_first_page, first_footer)
    _fill(document.element.body, body(references))
    give_heads_room(document.element.body)
    _name(document, title)
    buffer = io.BytesIO()
    document.save(buffer)
    target.write_bytes(without_clock(buffer.getvalue()))


def _keep_only_own_parts(document: Document, styles: str) -> None:
    """Drop what python-docx's default template brings along: thumbnail, second style sheet, numbering."""
    package = document.part.package
    for relationships in (document.part.rels, package.rels):
        for key, relationship in list(relationships.items()):
            own = relationship.reltype in (RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES)
            if relationship.reltype in _KEPT:
                own_text = styles if relationship.reltype == RELATIONSHIP_TYPE.STYLES else _KEPT[relationship.reltype]
                _replace(relationship.target_part, own_text)
            elif not own:
                relationships.pop(key)


def _replace(part: object, text: str) -> None:
    """Give a part the XML written here, whether python-docx holds it parsed or as bytes."""
    if hasattr(part, "_element"):
        part._element = parse_xml(text.encode())
    else:
        part._blob = text.encode()  # type: ignore[attr-defined]


def _header_and_footer(document: Document, header: str, footer: str, bare_first_page: bool, first_footer: str) -> str:
    """References to the header and footer parts, to be named in every section: any part may be the first printed."""
    first = document.sections[0]
    found = []
    empty = paragraph() if bare_first_page else ""
    first_footer = empty and empty + first_footer
    for kind, page, content, holder in (
        ("header", "default", header, first.header), ("footer", "default", footer, first.footer),
        ("header", "first", empty, first.first_page_header), ("footer", "first", first_footer, first.first_page_footer),
    ):  # fmt: skip
        if not content:
            continue
        holder.is_linked_to_previous = False
        _fill(holder._element, content)
        identifier = first._sectPr.xpath(f"./w:{kind}Reference[@w:type='{page}']/@r:id")[0]
        found.append(f'<w:{kind}Reference w:type="{page}" r:id="{identifier}"/>')
    return "".join(found)


def _fill(element: object, content: str) -> None:
    """Put the given XML in the place of all children of an element."""
    children = list(parse_xml(f"<w:body {_NAMESPACES}>{content}</w:body>"))
    for old in list(element):  # type: ignore[call-overload]
        element.remove(old)  # type: ignore[attr-defined]
    for child in children:
        element.append(child)  # type: ignore[attr-defined]


def _name(document: Document, title: str) -> None:
    """Properties that tell what the document is, and neither who made it nor when."""
    core = document.core_properties
    core.title, core.language, core.revision = title, "id-ID", 1
    core.author = core.last_modified_by = core.comments = core.keywords = core.subject = core.category = ""
    core.created = core.modified = _MOMENT
