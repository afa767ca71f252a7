"""What a build folder knows of its papers: by their bytes, by the hash that they print, by their names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pokin_docs.flow.bound import pdf_path
from pokin_docs.pdf.record import PdfEntry, read_record
from pokin_docs.render.manifest import Manifest, ManifestEntry
from pokin_docs.render.manifest_reading import read
from pokin_docs.render.standing_files import digest

_FINGERPRINT = re.compile(r"sidik\s*:?\s*([0-9a-f]{16})", re.IGNORECASE)
YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def printed_hash(text: str) -> str:
    """The hash of its values that a paper prints below its QR; empty where it prints none.

    Args:
        text: All its text.
    """
    found = _FINGERPRINT.search(text)
    return found[1].lower() if found else ""


@dataclass(frozen=True)
class KnownPapers:
    """The manifest of a build folder, and what is known of its PDFs."""

    folder: Path

    @cached_property
    def manifest(self) -> Manifest:
        """The manifest."""
        return read(self.folder)

    @cached_property
    def pdfs(self) -> dict[str, PdfEntry]:
        """What is known of the PDFs, by path."""
        return read_record(self.folder)

    @cached_property
    def by_path(self) -> dict[str, ManifestEntry]:
        """The documents by path; files beside them are none."""
        return {entry.file: entry for entry in self.manifest.dokumen if entry.templat}

    @cached_property
    def _stems(self) -> dict[str, ManifestEntry]:
        """The documents that stand in the folder, by their names without a suffix."""
        return {Path(path).stem: one for path, one in self.by_path.items() if (self.folder / path).is_file()}

    def document_of(self, sha256: str) -> ManifestEntry | None:
        """The document with these bytes."""
        return next((entry for entry in self.by_path.values() if entry.sha256 == sha256), None)

    def pdf_of(self, sha256: str) -> ManifestEntry | None:
        """The document whose PDF has these bytes."""
        path = next((path for path, entry in self.pdfs.items() if entry.sha256 == sha256), "")
        return next((entry for entry in self.by_path.values() if pdf_path(entry.file) == path), None)

    def is_current(self, entry: ManifestEntry) -> bool:
        """Whether the PDF that is known was made from the document as it is known."""
        known = self.pdfs.get(pdf_path(entry.file))
        return known is not None and known.source == entry.sha256

    def named_like(self, name: str) -> ManifestEntry | None:
        """The document that a file is named after, whatever stands before or behind its name, and in any year.

        Args:
            name: The name of the file without its suffix.
        """
        found = [stem for stem in self._stems if stem in name]
        if not found:
            plain = YEAR.sub("", name)
            found = [stem for stem in self._stems if YEAR.sub("", stem) in plain]
        return self._stems[max(found, key=len)] if found else None

    def original(self, entry: ManifestEntry) -> bytes | None:
        """The bytes of a document as it was made, where they still stand in the folder."""
        return self._standing(entry.file, entry.sha256)

    def original_pdf(self, entry: ManifestEntry) -> bytes | None:
        """The bytes of its PDF as it was made, where they still stand."""
        path = pdf_path(entry.file)
        return self._standing(path, self.pdfs[path].sha256) if path in self.pdfs else None

    def _standing(self, path: str, sha256: str) -> bytes | None:
        file = self.folder / path
        try:
            data = file.read_bytes() if file.is_file() else b""  # opening a pipe would wait for ever
        except OSError:
            return None
        return data if digest(data) == sha256 else None
