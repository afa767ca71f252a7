"""VERBS 5: findings and results as text and as data; the command line prints them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from pokin_docs.documents.kind import DocumentKind, Dokumen
from pokin_docs.documents.kinds import KINDS
from pokin_docs.documents.plan import Rencana
from pokin_docs.drawing.page import Gambar
from pokin_docs.model.findings import Diabaikan, Temuan, Tingkat
from pokin_docs.model.rows import BukuKerja
from pokin_docs.report import coverage, data, terminal


def finding_lines(
    temuan: tuple[Temuan, ...], diabaikan: tuple[Diabaikan, ...], *, final: bool
) -> Iterator[tuple[str, Tingkat | None]]:
    """The findings for the terminal, the waived ones apart at the end."""
    yield from terminal.lines(temuan, final=final)
    if diabaikan:
        yield "  Diabaikan", None
        yield from ((line, None) for line in terminal.waived_lines(diabaikan))


def summary(temuan: tuple[Temuan, ...], diabaikan: tuple[Diabaikan, ...], *, final: bool) -> str:
    """Counts by severity in one line."""
    return terminal.summary(temuan, len(diabaikan), final=final)


def coverage_lines(rencana: Rencana) -> Iterator[str]:
    """The coverage table for the terminal."""
    return terminal.coverage_lines(coverage.coverage(rencana))


def completeness_line(rencana: Rencana, jenis: Collection[str] = ()) -> str:
    """How many documents (of the kinds ``jenis``) would be complete: ``32 dari 33 dokumen lengkap``."""
    entries = coverage.completeness(rencana, jenis)
    return f"{sum(entry.lengkap for entry in entries)} dari {len(entries)} dokumen lengkap (tanpa tanda)"


def as_data(
    buku: str, temuan: tuple[Temuan, ...], diabaikan: tuple[Diabaikan, ...], rencana: Rencana | None, *, final: bool
) -> dict[str, Any]:
    """The object of ``periksa --format json``; no coverage and no documents when it could not be read."""
    cakupan = coverage.coverage(rencana) if rencana else ()
    dokumen = coverage.completeness(rencana) if rencana else ()
    return data.as_data(buku, temuan, diabaikan, cakupan, dokumen, final=final)


def page(
    rencana: Rencana,
    buku: BukuKerja,
    temuan: tuple[Temuan, ...],
    diabaikan: tuple[Diabaikan, ...],
    dokumen: tuple[Dokumen, ...],
    gambar: Gambar | None,
    *,
    final: bool,
    versi: str = "",
    lampiran: tuple[str, ...] = (),
    pratinjau: Mapping[str, str] | None = None,
    kinds: tuple[DocumentKind, ...] = KINDS,
) -> bytes:
    """The report page, a file that stands alone; links lead to files of the folder it is put into.

    Args:
        rencana: The plan.
        buku: The workbook it was read from.
        temuan: Findings that stand.
        diabaikan: Waived findings.
        dokumen: The documents of the plan that this build holds.
        gambar: The tree drawn on one sheet large enough for all of it; None for a page without it.
        final: Severities are those of ``--final``.
        versi: Program version.
        lampiran: Paths of the other files of the build.
        pratinjau: Path of the preview of a document, by the document's path.
        kinds: The kinds of the documents.
    """
    from pokin_docs.report.html import page as html
    from pokin_docs.report.html.material import BahanLaporan

    bahan = BahanLaporan(
        rencana,
        buku,
        temuan,
        diabaikan,
        dokumen,
        final,
        versi,
        lampiran,
        {} if pratinjau is None else pratinjau,
        kinds,
    )
    return html.page(bahan, gambar, coverage.coverage(rencana))
