"""What is said of a set of documents that contradicts itself, and of a PDF held against its document, a case a code."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import docx
from docx.shared import Mm
from pypdf import PdfWriter

from helpers.page_layouts import cell, layout, p, piece, table
from helpers.realised import agency, realised
from helpers.workbooks import BAKU, add_row, put, understood, write
from pokin_docs.consistency.findings import findings
from pokin_docs.documents.kinds import KINDS
from pokin_docs.documents.proof import Contradiction, Proof
from pokin_docs.documents.signed.content import SigningAids
from pokin_docs.flow.bound import longer_papers, pdf_path
from pokin_docs.flow.build import build
from pokin_docs.flow.pdf import make_pdfs
from pokin_docs.model.findings import Temuan
from pokin_docs.model.locations import bundled
from pokin_docs.model.settings import Settings
from pokin_docs.pdf import fallback, office
from pokin_docs.pdf.layout import PageBlock, Piece
from pokin_docs.pdf.markers import marker_findings
from pokin_docs.pdf.office import Office
from pokin_docs.pdf.page_rules import judge_pages
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


def _unmade(program: str, fault: str = "") -> Callable[[Path], tuple[Temuan, ...]]:
    """A build whose papers LibreOffice, or (where that is missing) its stand-in, does not turn into PDFs."""

    def case(folder: Path) -> tuple[Temuan, ...]:
        settings = Settings(folder / "build", (bundled("templates"),), hanya=("pk",))
        path = write(folder / "b.xlsx")
        known = understood(path, settings)
        build(path, known, settings)
        asked = known.plan.dokumen[:1]
        with (
            patch.object(office, "find_office", lambda: Office(program, "LibreOffice")),
            patch.object(office, "convert", lambda found, files, on_made: {}),
            patch.object(office, "trouble_of", lambda found: fault),
            patch.object(fallback, "convert_without_office", lambda files: {}),
        ):
            return tuple(make_pdfs(folder / "build" / "b", asked, known.plan, KINDS).findings)

    return case


def _made(code: str, *lines: str, held: bool = False) -> Callable[[Path], tuple[Temuan, ...]]:
    """A build whose first paper becomes a blank page; its place may be taken."""

    def case(folder: Path) -> tuple[Temuan, ...]:
        settings = Settings(folder / "build", (bundled("templates"),), hanya=("pk",))
        path = write(folder / "b.xlsx", BAKU, *(add_row("Identitas", line) for line in lines))
        known = understood(path, settings)
        build(path, known, settings)
        asked, stream = known.plan.dokumen[:1], io.BytesIO()
        writer = PdfWriter()
        writer.add_blank_page(595, 842)
        writer.write(stream)
        if held:
            (folder / "build" / "b" / pdf_path(asked[0].path)).mkdir(parents=True)
        with (
            patch.object(office, "find_office", lambda: Office("soffice", "LibreOffice")),
            patch.object(office, "convert", lambda found, files, on_made: dict.fromkeys(files, stream.getvalue())),
        ):
            found = make_pdfs(folder / "build" / "b", asked, known.plan, KINDS).findings
        return tuple(one for one in found if one.kode == code)

    return case


def _paged(*blocks: PageBlock, feet: tuple[Piece, ...] = ()) -> Callable[[Path], tuple[Temuan, ...]]:
    """A Word file whose pages hold these blocks."""

    def case(folder: Path) -> tuple[Temuan, ...]:
        document, stream = docx.Document(), io.BytesIO()
        document.sections[0].page_width, document.sections[0].page_height = Mm(210), Mm(297)
        document.add_paragraph("Isi")
        document.save(stream)
        return judge_pages(stream.getvalue(), layout(*blocks, feet=feet), "PDF/Renstra/Bab-4.pdf")

    return case


def _longer(folder: Path) -> tuple[Temuan, ...]:
    """Three papers of a class, of which one has a page more."""
    settings = Settings(folder / "build", (bundled("templates"),), hanya=("pk",))
    further = (
        "| STAF{n} | Contoh {n} | | '19900404201501{n}901 | III/a | Penata Muda | Statistisi | PK JF/JP | SUBKOR | |"
    )
    rows = (add_row("Pejabat", further.format(n=number)) for number in (20, 21))
    path = write(folder / "b.xlsx", BAKU, *rows, put("Tahap 5!H6", "STAF; STAF20; STAF21"))
    asked = [one for one in understood(path, settings).plan.dokumen if one.path.startswith("PK/JF-JP/")]
    return tuple(longer_papers(asked, {pdf_path(one.path): 3 if one is asked[0] else 2 for one in asked}))


def _reached_again(folder: Path) -> tuple[Temuan, ...]:
    """Realisasi without a year, and a workbook whose year was changed since it was built."""
    settings = Settings(folder / "build", (bundled("templates"),), hanya=("capaian",))
    rows = [[f"IND-{number}", None, None, "TW II", value] for number, value in ((1, 81), (2, 4), (3, 31), (4, 27))]
    next_year = (put("Identitas!B6", 2027), put("Identitas!B8", "5 Januari 2027"), put("Tahap 5!P1", "Target 2027"))
    found: tuple[Temuan, ...] = ()
    for changes in ((), next_year):
        book = agency(folder, realised(*rows), *changes)
        found = build(book, understood(book, settings), settings).temuan
    return tuple(one for one in found if one.kode == "D57")


def _past_quarter_changed(folder: Path) -> tuple[Temuan, ...]:
    """The target of a quarter that was measured, and another one than when its Rencana Aksi was built."""
    settings = Settings(folder / "build", (bundled("templates"),), hanya=("renaksi",))
    found: tuple[Temuan, ...] = ()
    for changes in ((), (realised(["IND-1", None, None, "TW I", 80]), put("Tahap 5!R3", 70))):
        book = agency(folder, *changes)
        examined = understood(book, settings)
        build(book, examined, settings)
        found = examined.temuan
    return tuple(one for one in found if one.kode == "D81")


_WHOLE = "Target 85,5 persen"
SET_CASES: dict[str, Callable[[Path], tuple[Temuan, ...]]] = {
    "D46": _contradicts("90"),
    "D47": _contradicts("", "baris"),
    "D49": _contradicts("90", stale=True),
    "D50": _contradicts("90", "jenis"),
    "D57": _reached_again,
    "D81": _past_quarter_changed,
    "D58": _paged(p("1.1 Latar Belakang 5"), p("1.1 Latar Belakang", 2, 500, "H2"), feet=(piece("4", 2, 30, mark=-1),)),
    "D59": _unmade(""),
    "D60": _unmade("soffice"),
    "D65": _paged(p("Isi"), table([cell(p("Pihak Kedua, NIP. 1970", 2)), cell(p("Pihak Pertama, NIP. 1980", 2))])),
    "D66": _paged(p("4.1 Program", 1, 60, "H2"), p("Isi", 2)),
    "D67": _paged(table([cell(p("Meningkatnya", 1, 60), p("layanan", 2, 780))])),
    "D68": _longer,
    "D69": _paged(PageBlock("P", (piece("teks", left=78),))),
    "D70": lambda folder: marker_findings("nama ~ dan ~", SigningAids(True, "", "~"), 2, _PK),
    "D71": _made("D71", "| TTE Isian | Ya |"),
    "D72": _unmade("soffice", "berhenti sebelum selesai (kode 77)"),
    "D73": _made("D73", held=True),
    "D61": _printed("Target persen", {"Calibri": True}),
    "D62": _printed(_WHOLE, {"Calibri": False}),
    "D63": _printed(_WHOLE, {"DejaVuSerif": True}),
    "D64": _printed(_WHOLE, {"Calibri": True}, (2,)),
}
