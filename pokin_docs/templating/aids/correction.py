"""What is found in a Word template: as text, as data, and as comments in a copy of it; and the palette of placeholders.

No library opens and saves the template: the main part is changed where a comment begins or ends, the part with the
comments is added, all others are copied as they are.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from pokin_docs.files import relationships
from pokin_docs.files.package import OfficePackage
from pokin_docs.files.word_texts import own_comments, read, without_comments
from pokin_docs.files.xml_part import BrokenXml, extend, readable, scan, splice
from pokin_docs.files.zip_bytes import is_without_clock
from pokin_docs.model.catalogue import hint, severity
from pokin_docs.templating.aids import anchors, comments, lines
from pokin_docs.templating.aids.colours import OWN
from pokin_docs.templating.aids.palette import PALETTE_TITLE, palette
from pokin_docs.templating.faults import TemplateFinding

__all__ = [
    "TemplateNotCorrectable", "as_data", "correct_template", "coverage_lines", "finding_lines", "is_own", "palette",
]  # fmt: skip

as_data = lines.as_data
coverage_lines = lines.coverage_lines
finding_lines = lines.finding_lines

_BROKEN = (BrokenXml, KeyError, ValueError, IndexError, StopIteration, zipfile.BadZipFile)


class TemplateNotCorrectable(Exception):
    """The file is no Word document that comments can be put into."""


def correct_template(templat: bytes, temuan: Sequence[TemplateFinding]) -> bytes:
    """The template with a comment at every fault, everything else in it as it was.

    Comments of an earlier correction are taken away first; those of other authors stay.

    Args:
        templat: The file.
        temuan: Its faults.

    Raises:
        TemplateNotCorrectable: It cannot be opened.
    """
    try:
        package = OfficePackage(templat)
        _comment(package, temuan)
        return package.to_bytes()
    except _BROKEN as fault:
        raise TemplateNotCorrectable(str(fault)) from fault


# The label of a placeholder in an X-ray (templating/aids/xray.py).
_LABEL = re.compile(rb'<w:color w:val="%s"/>.{0,60}<w:t xml:space="preserve">\xc2\xab' % OWN.encode())


def is_own(file: Path) -> bool:
    """Whether a file is a correction copy, a palette or an X-ray as this program wrote it, not saved by Word since."""
    try:
        with zipfile.ZipFile(file) as archive:
            member = archive.getinfo("word/document.xml")
            if not is_without_clock(member):
                return False
            body, names = archive.read(member), archive.namelist()
            marked = any(own_comments(archive.read(name)) for name in names if name.startswith("word/comments"))
            titled = "docProps/core.xml" in names and f">{PALETTE_TITLE}<".encode() in archive.read("docProps/core.xml")
            return marked or titled or bool(_LABEL.search(body))
    except (OSError, *_BROKEN):
        return False


def _comment(package: OfficePackage, temuan: Sequence[TemplateFinding]) -> None:
    main = next(
        relationship.part
        for relationship in relationships.relations(package.get("_rels/.rels"), "")
        if relationship.kind == "officeDocument"
    )
    rels_name = relationships.rels_name(main)
    named = {
        relationship.kind: relationship.part
        for relationship in relationships.relations(package.get(rels_name), main)
        if relationship.part in package
    }
    body = readable(package[main])
    place = named.get("comments")
    old = readable(package[place]) if place else None
    if old is not None:
        own = own_comments(old)
        old, body = without_comments(old, own), without_comments(body, own)
    if temuan and not read(body).paragraphs:
        (holder,) = scan(body, "document/body")  # an empty document: a comment needs a paragraph to stand at
        body = splice(body, extend(body, holder, f"<{holder.ns_prefix}p/>".encode(), at_front=True))
    anchor = anchors.anchors(package, main, body)
    first = _free_id(old, body)
    entries = []
    for number, together in enumerate(_by_comment(temuan), first):
        at = anchor(together[0].place)
        where = () if at.exact else (f"Letak: {together[0].place}.",)
        told = tuple((*_lines(found), *where) for found in together)
        entries.append(comments.WordComment(number, at.paragraph, told, at.start, at.end))
    package[main] = comments.mark(body, entries)
    if old is None and not entries:
        return
    if place is None:
        place = main.rpartition("/")[0] + "/comments.xml"
        place = place if place not in package else package.free_name(place.replace(".xml", "{}.xml"))
        package[relationships.CONTENT_TYPES] = relationships.add_types(
            package[relationships.CONTENT_TYPES], {place: "wordComments"}
        )
        package[rels_name], _ = relationships.add_relation(package.get(rels_name), "comments", place)
    package[place] = comments.written(old, entries)


def _by_comment(temuan: Sequence[TemplateFinding]) -> Iterator[tuple[TemplateFinding, ...]]:
    """The findings that share a comment: those that stand at no sentence, such as what is missing; all others alone."""
    for (_, alone), group in groupby(temuan, key=lambda found: (found.place, found.place.sentence or found.place.end)):
        if alone:
            yield from ((found,) for found in group)
        else:
            yield tuple(group)


def _lines(found: TemplateFinding) -> tuple[str, ...]:
    level = severity(found.temuan).value
    said = f"{level} {found.temuan.kode}: {lines.message_here(found)}", f"→ {hint(found.temuan)}"
    proposed = found.proposals[0] if found.proposals and found.proposals[0] not in said[0] else ""
    return (*said, f"Usul: {proposed}") if proposed else said


def _free_id(comment: bytes | None, body: bytes) -> int:
    """The first number above the ids of all comments."""
    listed = [entry for part in (comment, body) if part is not None for entry in read(part).marked]
    ids = [entry.id.split("\0")[0] for entry in listed if entry.name.startswith("comment")]
    return max((int(identity) for identity in ids if identity.isdecimal()), default=-1) + 1
