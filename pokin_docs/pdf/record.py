"""What is known of the PDFs in a build folder: from which document each was made, by what, and what was found in it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from pokin_docs.model.findings import Temuan
from pokin_docs.model.settings import PDF_RECORD
from pokin_docs.model.source import CellRef

LOOKS = 3
"""Goes up with the rules that a PDF is examined by: what was examined by others is examined again, not made again."""


@dataclass(frozen=True, slots=True)
class PdfEntry:
    """A PDF as it was made.

    Attributes:
        source: sha256 of the document, or of all that a bound file follows from.
        maker: The converter and its version.
        sha256: Of the PDF.
        pages: Number of pages.
        findings: Code and details of what was found in it.
        looks: The number of the rules that it was examined by.
    """

    source: str
    maker: str
    sha256: str
    pages: int
    findings: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    looks: int = LOOKS

    @property
    def told(self) -> tuple[Temuan, ...]:
        """The findings, to be told again while the PDF stands."""
        return tuple(Temuan(code, CellRef(""), details) for code, details in self.findings)


def read_record(folder: Path) -> dict[str, PdfEntry]:
    """The entries by path in the build folder; none where there is no record that can be read."""
    try:
        found = json.loads((folder / PDF_RECORD).read_text(encoding="utf-8"))
        return {
            path: PdfEntry(
                str(one["source"]), str(one["maker"]), str(one["sha256"]), int(one["pages"]),
                tuple((str(code), tuple((str(k), str(v)) for k, v in details)) for code, details in one["findings"]),
                int(one.get("looks", 0)),
            )
            for path, one in found.items()
        }  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def as_json(entries: dict[str, PdfEntry]) -> bytes:
    """The record as it is kept."""
    plain = {path: asdict(entry) for path, entry in sorted(entries.items())}
    return (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
