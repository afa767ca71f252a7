"""The PDFs of a build examined: each once, as soon as it is there."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from pokin_docs.files.contents.parts import Unreadable
from pokin_docs.model.findings import Temuan
from pokin_docs.render.standing_files import digest

Look = tuple[int, tuple[Temuan, ...]]
"""How many pages a PDF has, and what was found in it."""


@dataclass
class PdfLooks:
    """What was found in PDFs; one that is looked at twice with the same bytes is examined once.

    A PDF is looked at while its converter goes on, and again when it has ended: a half one never counts.
    """

    _known: dict[str, tuple[str, Look | None]] = field(default_factory=dict)

    def at(self, path: str, source: Path, data: bytes) -> Look | None:
        """Examine a PDF; None for what is none, or none of its document.

        Args:
            path: Its path in the build folder, for the findings.
            source: Its document.
            data: The PDF.
        """
        sha256 = digest(data)
        if self._known.get(path, ("",))[0] != sha256:
            self._known[path] = sha256, _looked_at(path, source, data)
        return self._known[path][1]


def _looked_at(path: str, source: Path, data: bytes) -> Look | None:
    from pokin_docs.pdf.layout import read_layout
    from pokin_docs.pdf.page_rules import judge_pages, judge_sheet
    from pokin_docs.pdf.reading import read_pdf
    from pokin_docs.pdf.truth import judge, judge_book

    facts, layout = read_pdf(data), read_layout(data)
    if facts is None or layout is None:
        return None
    document = source.read_bytes()
    try:
        if source.suffix != ".docx":
            return len(facts.pages), (*judge_book(document, facts, path), *judge_sheet(layout, path))
        return len(facts.pages), (*judge(document, facts, path), *judge_pages(document, layout, path))
    except Unreadable:  # LibreOffice prints whatever text it finds in a file of that name
        return None
