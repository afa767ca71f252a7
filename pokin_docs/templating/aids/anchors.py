"""Where the comment on a fault stands: Word takes comments in the body only, and none in a text box."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pokin_docs.files import relationships
from pokin_docs.files.package import OfficePackage
from pokin_docs.files.word_texts import PartParagraphs, read
from pokin_docs.files.xml_part import readable
from pokin_docs.templating.faults import TemplatePlace


@dataclass(frozen=True, slots=True)
class CommentAnchor:
    """The paragraph of the body, the characters in it, and whether that is the place itself (``exact``)."""

    paragraph: int
    start: int = 0
    end: int = 0
    exact: bool = True


def anchors(package: OfficePackage, main: str, body: bytes) -> Callable[[TemplatePlace], CommentAnchor]:
    """Gives for a place in a template the nearest one in the body of its main part.

    That is for a text box the paragraph it hangs on, for a footnote the one with its number, for a header or footer
    the first of the first section that prints it, and the first of all for anything else.

    Args:
        package: The template.
        main: Name of its main part.
        body: That part in UTF-8, as the comments are put into it.

    Raises:
        expat.ExpatError: The body is no XML.
    """
    document = read(body)
    first = next((entry.number for entry in document.paragraphs if entry.parent == entry.number), 0)
    printed = _first_of_sections(package, main, document, first)
    notes: dict[str, PartParagraphs] = {}

    def find(place: TemplatePlace) -> CommentAnchor:
        known = place.paragraph >= 0
        if place.file == main and place.paragraph < len(document.paragraphs) and known:
            paragraph = document.paragraphs[place.paragraph]
            if paragraph.parent != paragraph.number:
                return CommentAnchor(paragraph.parent, exact=False)
            return CommentAnchor(place.paragraph, place.start, place.end)
        if place.file in printed:
            return CommentAnchor(printed[place.file], exact=False)
        if known and place.file != main and place.file in package:
            if place.file not in notes:
                notes[place.file] = read(readable(package[place.file]))
            return CommentAnchor(_of_note(notes[place.file], place.paragraph, document, first), exact=False)
        return CommentAnchor(first, exact=False)

    return find


def _first_of_sections(package: OfficePackage, main: str, document: PartParagraphs, first: int) -> dict[str, int]:
    """For each header and footer the first paragraph of the section that names it first."""
    parts = {
        relationship.id: relationship.part
        for relationship in relationships.relations(package.get(relationships.rels_name(main)), main)
    }
    found: dict[str, int] = {}
    begin = following = first
    for entry in document.marked:
        if entry.name == "sectPr":  # at the end of its section; what it names stands inside it
            later = (p.number for p in document.paragraphs[entry.paragraph + 1 :] if p.parent == p.number)
            begin, following = following, next(later, first)
        elif entry.name in ("headerReference", "footerReference"):
            found.setdefault(parts.get(entry.id, ""), begin)
    return found


def _of_note(notes: PartParagraphs, paragraph: int, document: PartParagraphs, first: int) -> int:
    if paragraph >= len(notes.paragraphs):
        return first
    kind, _, identity = notes.paragraphs[paragraph].notes.partition("/")
    references = (
        entry.paragraph
        for entry in document.marked
        if entry.name == f"{kind.removesuffix('s')}Reference" and entry.id == identity
    )
    return next(references, first)
