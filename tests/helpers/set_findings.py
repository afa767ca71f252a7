"""What is said of a set of documents that contradicts itself, and of a PDF held against its document, a case a code."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import docx

from helpers.workbooks import understood, write
from pokin_docs.consistency.findings import findings
from pokin_docs.documents.kinds import KINDS
from pokin_docs.documents.proof import Contradiction, Proof
from pokin_docs.documents.signed.content import SigningAids
from pokin_docs.flow.build import build
from pokin_docs.flow.pdf import make_pdfs
from pokin_docs.model.findings import Temuan
from pokin_docs.model.locations import bundled
from pokin_docs.model.settings import Settings
from pokin_docs.pdf import office
from pokin_docs.pdf.markers import marker_findings
from pokin_docs.pdf.office import Office
from pokin_docs.pdf.reading import PdfFacts
from pokin_docs.pdf.truth import judge

_PK, _RENSTRA = "PK/JPT/PK_2026_KADIS.docx", "Renstra/Bab-4.docx"
_ROWS = ("tabel 1, baris 2", "tabel 3, baris 4")


def _contradicts(printed: str, kind: str = "nilai", *, stale: bool = False) -> Callable[[Path], tuple[Temuan, ...]]:
    """The first document prints this where the other says 60."""
    what = "indikator" if kind == "baris" else "target 2026"
    words = "" if kind == "jenis" else "Persentase data terakses"
    one = Contradiction(_PK, _ROWS[0], what, words, printed, "60", _RENSTRA, _ROWS[1], kind, stale)
    return lambda folder: tuple(findings(Proof(contradictions=(one,))))


def _printed(text: str, fonts: dict[str, bool], blank: tuple[int, ...] = ()) -> Callable[[Path], tuple[Temuan, ...]]:
    """A document of one sentence whose PDF has this text, these fonts (embedded or not) and blank pages."""

    def case(folder: Path) -> tuple[Temuan, ...]:
        document, stream = docx.Document(), io.BytesIO()
        document.add_paragraph("Target 85,5 persen")
        document.save(stream)
        return tuple(judge(stream.getvalue(), PdfFacts((text,), blank, fonts), "PDF/PK/JPT/PK_2026_KADIS.pdf"))

    return case


def _unmade(folder: Path) -> tuple[Temuan, ...]:
    """A build whose papers LibreOffice does not turn into PDFs."""
    settings = Settings(folder / "build", (bundled("templates"),), hanya=("pk",))
    path = write(folder / "b.xlsx")
    known = understood(path, settings)
    build(path, known, settings)
    asked = known.plan.dokumen[:1]
    with (
        patch.object(office, "find_office", lambda: Office("soffice", "LibreOffice")),
        patch.object(office, "convert", lambda found, files: {}),
    ):
        return tuple(make_pdfs(folder / "build" / "b", asked, known.plan, KINDS).findings)


_WHOLE = "Target 85,5 persen"
SET_CASES: dict[str, Callable[[Path], tuple[Temuan, ...]]] = {
    "D46": _contradicts("90"),
    "D47": _contradicts("", "baris"),
    "D49": _contradicts("90", stale=True),
    "D50": _contradicts("90", "jenis"),
    "D60": _unmade,
    "D70": lambda folder: marker_findings("nama ~ dan ~", SigningAids(True, "", "~"), 2, _PK),
    "D61": _printed("Target persen", {"Calibri": True}),
    "D62": _printed(_WHOLE, {"Calibri": False}),
    "D63": _printed(_WHOLE, {"DejaVuSerif": True}),
    "D64": _printed(_WHOLE, {"Calibri": True}, (2,)),
}
