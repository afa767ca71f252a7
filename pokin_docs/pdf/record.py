"""What is known of the files that follow from documents of a build (PDFs, bound, packed): what each was made of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from pokin_docs.model.findings import Temuan
from pokin_docs.model.settings import PDF_RECORD
from pokin_docs.model.source import CellRef

LOOKS = 5
"""Goes up with the rules that a PDF is examined by: what was examined by others is examined again, not made again."""
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PdfEntry:
    """A file as it was made.

    Attributes:
        source: sha256 of the document, or of all that a bound file follows from.
        maker: The converter and its version.
        sha256: Of the file.
        pages: Number of pages; of a bound file of papers, of a packed one of files.
        findings: Code and details of what was found in it.
        looks: The number of the rules that it was examined by.
        parts: What it was made of: path in the build folder and sha256, empty for what was not there.
        whole: Kind (or folder, which ends with ``/``) and time of the documents of which it holds every one.
    """

    source: str
    maker: str
    sha256: str
    pages: int
    findings: tuple[tuple[str, Pairs], ...] = ()
    looks: int = LOOKS
    parts: Pairs = ()
    whole: Pairs = ()

    @property
    def told(self) -> tuple[Temuan, ...]:
        """The findings, to be told again while the PDF stands."""
        return tuple(Temuan(code, CellRef(""), details) for code, details in self.findings)


@dataclass(frozen=True, slots=True)
class OutdatedFile:
    """A file that is not what would be made of the documents now.

    Attributes:
        path: Its path in the build folder.
        documents: The documents that were changed, removed or added since, by path; none where nobody knows.
    """

    path: str
    documents: tuple[str, ...] = ()


def read_record(folder: Path) -> dict[str, PdfEntry]:
    """The entries by path in the build folder; none where there is no record that can be read."""
    try:
        found = json.loads((folder / PDF_RECORD).read_text(encoding="utf-8"))
        return {
            path: PdfEntry(
                str(one["source"]), str(one["maker"]), str(one["sha256"]), int(one["pages"]),
                tuple((str(code), _pairs(details)) for code, details in one["findings"]),
                int(one.get("looks", 0)), _pairs(one.get("parts", ())), _pairs(one.get("whole", ())),
            )
            for path, one in found.items()
        }  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _pairs(found: Iterable[tuple[object, object]]) -> Pairs:
    return tuple((str(one), str(other)) for one, other in found)


def as_json(entries: Mapping[str, PdfEntry]) -> bytes:
    """The record as it is kept; what an entry does not say is left out."""
    plain = {
        path: {key: value for key, value in asdict(entry).items() if value or key not in ("parts", "whole")}
        for path, entry in sorted(entries.items())
    }
    lines = (f" {json.dumps(path)}: {json.dumps(entry, ensure_ascii=False)}" for path, entry in plain.items())
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode("utf-8")
