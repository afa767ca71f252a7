"""What is known of papers once they are made: signed, come back, older than their documents, faulty on their pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pokin_docs.documents.signers import SignedDocument
from pokin_docs.model.findings import Temuan
from pokin_docs.pdf.record import OutdatedFile


@dataclass(frozen=True, slots=True)
class PaperNotes:
    """What the report tells of the files that follow from documents.

    Attributes:
        signed: The documents that were found signed, by path.
        outdated: Files that are not what would be made of the documents now.
        on_pages: What was found on the pages of the PDFs that are.
    """

    signed: Mapping[str, SignedDocument] = field(default_factory=dict)
    outdated: tuple[OutdatedFile, ...] = ()
    on_pages: tuple[Temuan, ...] = ()


NO_NOTES = PaperNotes()
"""Nothing is known."""
