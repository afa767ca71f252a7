"""Which marks each document prints, before it is filled: not those that its template leaves out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pokin_docs.documents.kind import DocumentKind, Dokumen

if TYPE_CHECKING:
    from pokin_docs.templating.fill.printed_marks import MarksOfTemplate


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
    bare = {kind.kode: kind.shipped for kind in kinds if kind.shipped and not kind.leaves_places}
    read: dict[Path, MarksOfTemplate | None] = {}
    files: dict[tuple[tuple[str, ...], str], tuple[Path, bool] | None] = {}
    told: list[Dokumen] = []
    for document in documents:
        key = document.templat, document.jenis
        if key not in files:
            found = (place / name for name in document.templat for place in folders)
            file = next((path for path in found if path.is_file()), None)
            files[key] = (file, _is(file, bare.get(document.jenis, ""))) if file else None
        entry = files[key]
        if entry is None or (entry[1] and not document.marks):
            told.append(document)
            continue
        file = entry[0]
        if file not in read:
            read[file] = _read(file)
        template = read[file]
        marks = template.of(document.content, logo=logo) if template else None
        told.append(document if marks is None else replace(document, printed=marks))
    return tuple(told)


def _is(file: Path, sha256: str) -> bool:
    try:
        return bool(sha256) and hashlib.sha256(file.read_bytes()).hexdigest() == sha256
    except OSError:
        return False


def _read(file: Path) -> MarksOfTemplate | None:
    from pokin_docs.templating.fill.printed_marks import read_marks

    return read_marks(file)
