"""A small agency whose PKs are converted by a stand-in for LibreOffice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from helpers.places import ROOT
from helpers.workbooks import write
from pokin_docs.documents.kind import DocumentKind
from pokin_docs.documents.kinds import PK
from pokin_docs.flow.build import build
from pokin_docs.flow.examine import Understood, examine
from pokin_docs.flow.pdf import PdfOutcome, make_pdfs
from pokin_docs.model.settings import Settings
from pokin_docs.pdf import office
from pokin_docs.pdf.office import Office


class Converter:
    """A stand-in for LibreOffice: a page with the text of the document; it can refuse some, and counts."""

    def __init__(self) -> None:
        self.version = "Pengubah 1"
        self.converted: list[str] = []
        self.refused: set[str] = set()

    def take_part(self, monkeypatch: pytest.MonkeyPatch) -> Converter:
        """Stand in for LibreOffice until a test ends."""
        monkeypatch.setattr(office, "find_office", lambda: Office("soffice", self.version))
        monkeypatch.setattr(office, "convert", self.convert)
        monkeypatch.setattr(office, "trouble_of", lambda found: "")
        return self

    def convert(
        self, found: Office, files: Mapping[str, Path], on_made: Callable[[str, bytes], object]
    ) -> dict[str, bytes]:
        self.converted += files
        return {key: page_of(path) for key, path in files.items() if key not in self.refused}


def page_of(path: Path) -> bytes:
    """A PDF of one page that holds all words of a Word file."""
    from pokin_docs.pdf.word_text import words_of

    return page_that_says(" ".join(words_of(path.read_bytes())))


def page_that_says(text: str) -> bytes:
    """A PDF of one page with a text in one go."""
    import io

    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    words = text.encode("cp1252", "replace")
    stream = DecodedStreamObject()
    stream.set_data(
        b"BT /F 1 Tf (" + words.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b") Tj ET"
    )
    font = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
                             NameObject("/BaseFont"): NameObject("/Arial"),
                             NameObject("/Encoding"): NameObject("/WinAnsiEncoding")})  # fmt: skip
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F"): font})})
    page[NameObject("/Contents")] = writer._add_object(stream)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


class Agency:
    """A workbook and its build of PKs; each run gives what became of the PDFs."""

    def __init__(self, folder: Path) -> None:
        self.book = write(folder / "b.xlsx")
        self.settings = Settings(folder / "build", (ROOT / "templates",), hanya=("pk",))
        self.folder = folder / "build" / "b"
        self.signed: frozenset[str] = frozenset()
        self.kinds: tuple[DocumentKind, ...] = (PK,)

    def build(self) -> None:
        """Build the PKs, no PDF."""
        known = examine(self.book, self.settings, self.kinds, pictures=True)
        assert isinstance(known, Understood)
        outcome = build(self.book, known, self.settings, self.kinds)
        assert outcome.build is not None
        self.plan = known.plan

    def run(self) -> PdfOutcome:
        """Build the PKs and their PDFs."""
        self.build()
        return make_pdfs(self.folder, self.plan.dokumen, self.plan, self.kinds, signed=self.signed)

    @property
    def files(self) -> list[str]:
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.pdf"))
