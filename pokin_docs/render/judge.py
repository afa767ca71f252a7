"""Which marks each document prints, before it is filled: not those that its template leaves out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from pokin_docs.documents.kind import DocumentKind, Dokumen
from pokin_docs.model.locations import first_file
from pokin_docs.render.standing_files import sha256_of

if TYPE_CHECKING:
    from pokin_docs.templating.fill.printed_marks import MarksOfTemplate
    from pokin_docs.templating.fill.template_tags import TemplateTags

_LOGO = re.compile(r"\blogo\b")


def with_printed_marks(
    documents: Iterable[Dokumen], folders: tuple[Path, ...], kinds: tuple[DocumentKind, ...], *, logo: bool
) -> tuple[Dokumen, ...]:
    """The documents, each told the marks that it prints.

    Where a template is missing, faulty or would have to be bounded, all marks of the content are taken to be printed.

    Args:
        documents: The documents.
        folders: Folders with templates, searched in order.
        kinds: Their kinds.
        logo: Whether there is a logo.
    """
    bare = {kind.kode: kind.shipped for kind in kinds if kind.shipped and not kind.places}
    places = {kind.kode: kind.places for kind in kinds if kind.places}
    files: dict[tuple[str, ...], tuple[Path, str] | None] = {}
    told: list[Dokumen] = []
    for document in documents:
        if document.templat not in files:
            file = first_file(document.templat, folders)
            files[document.templat] = (file, sha256_of(file) or "") if file else None
        entry = files[document.templat]
        if entry is None or (entry[1] == bare.get(document.jenis) and not document.marks):
            told.append(document)
            continue
        template = _read(*entry)
        marks = template.of(document.content, logo=logo) if template else None
        if marks is None:
            marks = document.marks_with_places(places.get(document.jenis, frozenset()))
        told.append(replace(document, printed=marks))
    return tuple(told)


def printing_logo(documents: Iterable[Dokumen], folders: tuple[Path, ...]) -> int:
    """How many of the documents have a template that prints the logo, or none that can be read: those may print it.

    Args:
        documents: The documents.
        folders: Folders with templates, searched in order.
    """
    used = Counter(document.templat for document in documents)
    return sum(number for templat, number in used.items() if _may_have(templat, folders, _LOGO))


def asks_for(documents: Iterable[Dokumen], folders: tuple[Path, ...], words: str) -> bool:
    """Whether a template of these documents has a tag with these words in it, or one cannot be read.

    Args:
        documents: The documents.
        folders: Folders with templates, searched in order.
        words: What is looked for in their tags, a pattern.
    """
    pattern = re.compile(rf"\b{words}\b")
    return any(_may_have(templat, folders, pattern) for templat in {document.templat for document in documents})


def _may_have(templat: tuple[str, ...], folders: tuple[Path, ...], pattern: re.Pattern[str]) -> bool:
    """Whether the tags of a template have a pattern in them, or cannot be read."""
    file = first_file(templat, folders)
    tags = tags_of(file, sha256_of(file) or "") if file else None
    return tags is None or any(pattern.search(source) for _, source in tags.parts)


@lru_cache(maxsize=16)  # several workbooks of one run, and a page that examines again, have the same templates
def _read(file: Path, sha256: str) -> MarksOfTemplate | None:
    from pokin_docs.templating.fill.printed_marks import marks_of

    tags = tags_of(file, sha256)
    return marks_of(tags, file.name) if tags else None


@lru_cache(maxsize=16)
def tags_of(file: Path, sha256: str) -> TemplateTags | None:
    """The tags of a template with this sha256; None where it cannot be read."""
    from pokin_docs.templating.fill.template_tags import shipped_tags

    tags = shipped_tags(sha256)
    if tags is not None:
        return tags
    from pokin_docs.templating.fill.read_tags import read_tags  # docxtpl, for an office's own templates only

    return read_tags(file)
