"""A template file opened: its parts, told when it cannot be used, without what a correction put into it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from pokin_docs.documents.about import AboutDocument
from pokin_docs.files.word_texts import own_comments, without_comments
from pokin_docs.files.xml_part import readable
from pokin_docs.model.findings import FindingLog, temuan
from pokin_docs.model.refusals import refusal
from pokin_docs.model.source import CellRef
from pokin_docs.templating.faults import TemplateFinding, TemplatePlace
from pokin_docs.templating.fill import about, origin, package, patch
from pokin_docs.templating.fill.outside import PackageRefused

_DECLARED = re.compile(r"^\ufeff?<\?xml[^>]*\?>\s*")


def open_template(
    file: Path, log: FindingLog, places: list[TemplatePlace] | None = None
) -> tuple[bytes, package.TemplateParts] | None:
    """The bytes and parts of a template; None when it cannot be used, which is told in ``log``.

    Args:
        file: The template.
        log: Takes what is wrong.
        places: Takes the place of it, where there is one.
    """
    name = file.name
    try:
        data = file.read_bytes()
        archive = package.read_sheets(data) if is_sheets(file) else package.read(data)
        if not origin.is_made(archive.book.contents if archive.book else archive.contents):
            return data, _without_correction(archive)
        log.note("T09", CellRef(name), templat=name)
    except PackageRefused as fault:
        place = _place_of(fault)
        if place is None:
            log.note(fault.kode, CellRef(name), templat=name, sebab=fault.reason)
        else:
            said = {"bagian": str(place), "sebab": fault.reason, "kalimat": place.sentence or "gambar"}
            log.note("T25", CellRef(name), templat=name, **said)
            if places is not None:
                places.append(place)
    except OSError as fault:
        log.note("T02", CellRef(name), templat=name, sebab=f"tidak dapat dibaca ({refusal(fault)})")
    return None


def _place_of(fault: PackageRefused) -> TemplatePlace | None:
    """The place of what a template fetches from outside, where a paragraph shows it."""
    if fault.link is None:
        return None
    from pokin_docs.templating.check.linked import place_of  # not where every template has passed before

    place = place_of(fault.link)
    return place if place.paragraph >= 0 else None


def is_sheets(file: Path) -> bool:
    """Whether a template is an Excel workbook, as its name says."""
    return file.suffix.lower() == ".xlsx"


def as_made(
    archive: package.TemplateParts, says: Callable[[object], AboutDocument] | None
) -> tuple[package.TemplateParts, about.OwnProperties | None]:
    """The package with the mark of a made document; what the mark does not touch stays as it is deflated.

    With it what fills the part with the properties of a document, by what it ``says`` of itself; None where it says
    nothing or the template fills them.
    """
    whole = archive.book.contents if archive.book else archive.contents
    parts, core = about.own_properties(whole) if says is not None else (dict(whole), "")
    parts = origin.mark(parts)
    own = about.OwnProperties(core, says) if core and says else None
    if archive.book is not None:
        return replace(archive, book=replace(archive.book, contents=parts)), own
    same = {name: member for name, member in archive.deflated.items() if parts[name] is archive.contents[name]}
    fillable = {name: label for name, label in archive.parts.items() if name != core}
    return replace(archive, contents=parts, deflated=same, parts=fillable), own


def _without_correction(archive: package.TemplateParts) -> package.TemplateParts:
    """The template without the comments of a correction copy, which a clerk may go on working with."""
    name = next((name for name, label in archive.parts.items() if label == "komentar"), None)
    own = own_comments(readable(archive.contents[name])) if name else frozenset()
    if name is None or not own:
        return archive
    texts = {
        part: without_comments(readable(archive.contents[part]), own).decode() for part in (name, archive.main_part)
    }
    return package.changed(archive, {part: _DECLARED.sub("", text) for part, text in texts.items()})


def unfillable(file_name: str, archive: package.TemplateParts) -> Iterator[TemplateFinding]:
    """Tags where nothing fills them (charts, diagrams): they would reach the document as they are."""
    where = "gambar atau diagram"
    for name, data in archive.contents.items():
        drawn = name.startswith(("word/charts/", "word/diagrams/", "word/drawings/")) and name.endswith(".xml")
        if drawn and (b"{{" in data or b"{%" in data):
            for text in patch.texts_with_tags(data):
                fault = temuan("T03", CellRef(file_name), templat=file_name, bagian=where, kalimat=text, usul="",
                               pesan="tag di dalam diagram tidak dapat diisi")  # fmt: skip
                yield TemplateFinding(fault, TemplatePlace(where, sentence=text, file=name))
