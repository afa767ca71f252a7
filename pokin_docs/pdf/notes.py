"""What is known of papers once they are made: signed, come back, older than their documents, faulty on their pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pokin_docs.documents.signers import SignedDocument
from pokin_docs.model.findings import Temuan
from pokin_docs.pdf.record import OutdatedFile


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """A PDF that came back: its path in the folder it was found in, what it is, and the document it is of.

    ``state`` is one of ``STATES``; ``document`` is empty where it is none of the build.
    """

    file: str
    state: str
    document: str = ""


WHOLE, PART, BROKEN, UNSIGNED, BOUND = (
    "ditandatangani semua", "ditandatangani sebagian", "tanda tangannya tidak utuh", "belum ditandatangani",
    "jilid cetak, bukan naskah satu pejabat",
)  # fmt: skip
CHANGED, OLDER, UNKNOWN, UNREADABLE = "isinya diubah", "dari yang lama", "tidak dikenal", "tidak terbaca"
STATES = (WHOLE, PART, BROKEN, UNSIGNED, BOUND, CHANGED, OLDER, UNKNOWN, UNREADABLE)
"""What a PDF that came back may be, the best first."""


def by_state(files: Sequence[ReturnedFile]) -> dict[str, list[ReturnedFile]]:
    """The PDFs that came back by what they are, the best first.

    Args:
        files: The files.
    """
    found = [(state, [one for one in files if one.state == state]) for state in STATES]
    return {state: those for state, those in found if those}


@dataclass(frozen=True, slots=True)
class PaperNotes:
    """What the report tells of the files that follow from documents.

    Attributes:
        signed: The documents that were found signed, by path.
        outdated: Files that are not what would be made of the documents now.
        on_pages: What was found on the pages of the PDFs that are.
        returned: The PDFs that came back, as this run found them.
    """

    signed: Mapping[str, SignedDocument] = field(default_factory=dict)
    outdated: tuple[OutdatedFile, ...] = ()
    on_pages: tuple[Temuan, ...] = ()
    returned: tuple[ReturnedFile, ...] = ()


NO_NOTES = PaperNotes()
"""Nothing is known."""
