"""Documents of a plan read from their files."""

from __future__ import annotations

from dataclasses import dataclass

from pokin_docs.consistency.near import known_texts
from pokin_docs.consistency.paper import paper_of
from pokin_docs.consistency.reading import PaperReading, read
from pokin_docs.consistency.statements import Statement, statements
from pokin_docs.documents.kind import DocumentKind, Dokumen


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What a document states, and what its file prints of it."""

    stated: tuple[Statement, ...]
    printed: PaperReading


def read_file(kind: DocumentKind, document: Dokumen, data: bytes, words: str = "") -> ReadFile | None:
    """What a document states and its file prints; None of a kind without facts.

    Args:
        kind: The kind of the document.
        document: The document.
        data: All bytes of the file.
        words: The content of a Word document, where it was read already.
    """
    if not kind.facts:
        return None
    stated = statements(kind, document.content)
    return ReadFile(stated, read(paper_of(document.path, data, words), stated, known_texts(document.content)))
