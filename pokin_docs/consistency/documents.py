"""Documents of a plan read from their files."""

from __future__ import annotations

from pokin_docs.consistency.paper import paper_of
from pokin_docs.consistency.reading import PaperReading, read
from pokin_docs.consistency.statements import statements
from pokin_docs.documents.kind import DocumentKind, Dokumen


def read_file(kind: DocumentKind, document: Dokumen, data: bytes, words: str = "") -> PaperReading | None:
    """What a file prints of what its document states; None of a kind without facts.

    Args:
        kind: The kind of the document.
        document: The document.
        data: All bytes of the file.
        words: The content of a Word document, where it was read already.
    """
    if not kind.facts:
        return None
    stated = statements(kind, document.content)
    return read(paper_of(document.path, data, words), stated)
