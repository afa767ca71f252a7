"""What the person who runs the program asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

POHON, LAPORAN = "pohon", "laporan"
"""Groups of files beside the documents that ``--hanya`` can choose, as it chooses groups of documents."""

WATCH_PAGE = "pantau.html"
"""The page in a build folder that a run shows which watches the workbook; no file of the build."""

PDF_RECORD, PDF_FOLDERS = "pdf.json", ("PDF/", "Cetak/", "Zip/")
"""What is known of the files made of documents in a build folder, and their folders. The manifest knows nothing of
them, as the bytes of PDFs differ from run to run."""
FORMER_RECORD = "terdahulu.json"
"""What is known of files that others have taken the place of; no file of the manifest either."""
QUARTER_RECORD = "triwulan.json"
"""The targets of quarters as they were last built before each was over; no file of the manifest either."""

SIGNING_LIST, SIGNING_RECORD = "Cetak/Daftar-Tanda-Tangan", "tanda-tangan.json"
"""The list of who signs what, without its year, which an office writes into; and what is known of signatures. No files
of the manifest either."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Year, date, strictness and paths; None means: as the workbook says.

    ``keluaran`` is the folder that gets one folder per workbook. ``templat`` are folders searched in order, ``kata``
    folders of word lists of the office. ``hanya`` are groups of files; None for all. ``ulang`` asks for
    documents to be made again although nothing they follow from has changed, ``pratinjau`` for pages that show them in
    a browser, ``pdf`` for PDFs beside the documents, ``zipped`` for both packed, ``bundle`` for those of a portal.
    ``unsigned`` leaves out of the bound files what everybody has signed.
    ``pejabat`` are IDs of the posts, in any case, whose documents
    alone are written; empty for all. ``signed_from`` is a folder with signed PDFs.
    """

    keluaran: Path
    templat: tuple[Path, ...]
    tahun: int | None = None
    tanggal: date | None = None
    final: bool = False
    hanya: tuple[str, ...] | None = None
    ulang: bool = False
    pratinjau: bool = False
    kata: tuple[Path, ...] = ()
    pejabat: tuple[str, ...] = ()
    pdf: bool = False
    signed_from: Path | None = None
    zipped: bool = False
    bundle: str = ""
    unsigned: bool = False
