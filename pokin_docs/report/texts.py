"""VERBS 5: findings and results as text and as data; the command line prints them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from pokin_docs.documents.kind import DocumentKind, Dokumen
from pokin_docs.documents.kinds import KINDS
from pokin_docs.documents.plan import Plan
from pokin_docs.documents.proof import Proof
from pokin_docs.drawing.page import Drawing
from pokin_docs.model.catalogue import passes_when_waived
from pokin_docs.model.findings import Severity, Temuan, WaivedFinding
from pokin_docs.model.history import Progress
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.workbook_spec import LEMBAR
from pokin_docs.pdf.notes import NO_NOTES, PaperNotes
from pokin_docs.report import coverage, data, terminal


def finding_lines(
    temuan: tuple[Temuan, ...], waived: tuple[WaivedFinding, ...], *, final: bool, brief: bool = False
) -> Iterator[tuple[str, Severity | None]]:
    """The findings for the terminal, the waived ones apart at the end; each line with the severity that colours it.

    Args:
        temuan: Findings that stand, in the order to be printed.
        waived: Waived findings.
        final: Severities are those of ``--final``.
        brief: So short that all of a build is seen at a look; the report has the rest.
    """
    yield from (terminal.brief_lines if brief else terminal.lines)(temuan, final=final)
    if waived and brief:
        yield f"  {len(waived)} temuan diabaikan", None
    elif waived:
        yield "  Diabaikan", None
        yield from ((line, None) for line in terminal.waived_lines(waived))


def summary(temuan: tuple[Temuan, ...], waived: tuple[WaivedFinding, ...], *, final: bool) -> str:
    """Counts by severity in one line.

    Args:
        temuan: Findings that stand.
        waived: Waived findings.
        final: Severities are those of ``--final``.
    """
    return terminal.summary(temuan, len(waived), final=final)


def galat_line(temuan: tuple[Temuan, ...], waived: tuple[WaivedFinding, ...], *, final: bool) -> str:
    """The number of galat and the first three places, for the end of a run; "" where there is none.

    Args:
        temuan: Findings that stand, in the order in which they were told.
        waived: Waived findings: ``--final`` refuses a mark all the same.
        final: Severities are those of ``--final``.
    """
    refused = (entry.temuan for entry in waived if not passes_when_waived(entry.temuan))
    return terminal.galat_line((*temuan, *refused), final=final)


def coverage_lines(plan: Plan) -> Iterator[str]:
    """The coverage table for the terminal."""
    return terminal.coverage_lines(coverage.coverage(plan))


def not_made_line(nama: str, titles: Collection[str], buku: BukuKerja) -> str:
    """That a kind of documents is not made, and what its sheets lack: themselves, rows, or rows that can be used.

    Args:
        nama: What the documents are called.
        titles: The titles of the sheets.
        buku: The rows.
    """
    wanted = [lembar for lembar in LEMBAR if lembar.title in titles]
    absent = [lembar.title for lembar in wanted if lembar.kunci not in buku.lembar]
    blank = [lembar.title for lembar in wanted if not buku.rows_of(lembar.row_type, lembar.kunci)]
    if absent:
        return f"{nama} tidak dibuat karena lembar {', '.join(absent)} tidak ada."
    if blank:
        return f"{nama} tidak dibuat karena lembar {', '.join(blank)} belum berisi baris."
    return f"{nama} tidak dibuat karena lembar {', '.join(titles)} belum berisi baris yang dapat dipakai."


def no_rows_lines(plan: Plan, kinds: Collection[str]) -> Iterator[str]:
    """For each thing that is lacking in the workbook a line with the kinds of documents that it would give.

    Args:
        plan: The plan.
        kinds: The codes of the kinds that are asked for.
    """
    lacking: dict[str, list[str]] = {}
    for kode, nama, given_by in plan.without_rows:
        if kode in kinds:
            lacking.setdefault(given_by, []).append(nama)
    for given_by, names in lacking.items():
        yield f"{', '.join(names)} tidak dibuat karena belum ada {given_by}."


def completeness_line(plan: Plan, jenis: Collection[str] = ()) -> str:
    """How many documents (of the kinds ``jenis``) would be complete: ``32 dari 33 dokumen lengkap``."""
    entries = coverage.completeness(plan, jenis)
    return f"{sum(entry.lengkap for entry in entries)} dari {len(entries)} dokumen lengkap (tanpa tanda)"


def validity_lines(plan: Plan, jenis: Collection[str] = ()) -> Iterator[str]:
    """Which paper counts on which day, for the posts that have several or none for the whole year.

    Of several kinds that a post has for the same days the first is named: the others are called like it.

    Args:
        plan: The plan.
        jenis: The kinds of documents to tell of; all where none is named.
    """
    told = [entry for entry in plan.dokumen if entry.valid and (not jenis or entry.jenis in jenis)]
    first = {(entry.post, entry.valid): entry.path for entry in reversed(told)}
    if told:
        yield "  Berganti dalam tahun ini:"
    yield from (f"    {post}: berlaku {valid}: {path}" for (post, valid), path in reversed(first.items()))


def as_data(
    buku: str, temuan: tuple[Temuan, ...], waived: tuple[WaivedFinding, ...], plan: Plan | None, *, final: bool
) -> dict[str, Any]:
    """The object of ``periksa --format json``; no coverage and no documents when it could not be read.

    Args:
        buku: File name of the workbook.
        temuan: Findings that stand, in the order to be printed.
        waived: Waived findings.
        plan: The plan; None when the workbook could not be read.
        final: Severities are those of ``--final``.
    """
    levels = coverage.coverage(plan) if plan else ()
    dokumen = coverage.completeness(plan) if plan else ()
    return data.as_data(buku, temuan, waived, levels, dokumen, final=final)


account_as_data = data.account_as_data


def page(
    plan: Plan,
    buku: BukuKerja,
    temuan: tuple[Temuan, ...],
    waived: tuple[WaivedFinding, ...],
    dokumen: tuple[Dokumen, ...],
    drawing: Drawing | None,
    *,
    final: bool,
    version: str = "",
    lampiran: tuple[str, ...] = (),
    pratinjau: Mapping[str, str] | None = None,
    kinds: tuple[DocumentKind, ...] = KINDS,
    progress: Progress | None = None,
    refused: str = "",
    proof: Proof | None = None,
    notes: PaperNotes = NO_NOTES,
) -> bytes:
    """The report page in UTF-8, a file that stands alone; links lead to files of the folder it is put into.

    Args:
        plan: The plan.
        buku: The workbook it was read from.
        temuan: Findings that stand.
        waived: Waived findings.
        dokumen: The documents of the plan that this build holds.
        drawing: The tree drawn on one sheet large enough for all of it; None for a page without it.
        final: Severities are those of ``--final``.
        version: Program version.
        lampiran: Paths of the other files of the build, relative to its folder.
        pratinjau: Path of the preview of a document, by the document's path, both relative to the folder.
        kinds: The kinds of the documents.
        progress: How the findings went on since earlier runs; None where that is not known.
        refused: Why this run wrote no documents, as it follows "karena"; empty where it wrote them.
        proof: What comparing the documents came to; None where they were not compared.
        notes: What is known of signed papers, and of the files that follow from documents.
    """
    from pokin_docs.report.html import page as html
    from pokin_docs.report.html.material import ReportMaterial

    material = ReportMaterial(
        plan,
        buku,
        temuan,
        waived,
        dokumen,
        final,
        version,
        lampiran,
        {} if pratinjau is None else pratinjau,
        kinds,
        progress,
        refused,
        proof,
        notes,
    )
    return html.page(material, drawing, coverage.coverage(plan))
