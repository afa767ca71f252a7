"""Who is told when work on a template or a document had to be stopped: the template, the workbook or the machine."""

from __future__ import annotations

from pathlib import Path

from pokin_docs.documents.kind import Dokumen
from pokin_docs.model.findings import MachineTrouble, Temuan, temuan
from pokin_docs.model.source import CellRef
from pokin_docs.render.filling.allowance import Limits, rows_by_sheet
from pokin_docs.render.filling.material import TemplateSource
from pokin_docs.render.filling.worker import LossReason


def template_stopped(template: Path, moment: str, cause: LossReason, limits: Limits) -> Temuan:
    """The finding on a template that was at work for too long or took too much.

    Args:
        template: The file.
        moment: What the process was doing, in Indonesian.
        cause: Why it was ended.
        limits: What it had.
    """
    return temuan("T08", CellRef(template.name), templat=template.name, saat=moment, sebab=_reason(cause, limits))


def document_stopped(
    document: Dokumen, source: TemplateSource, cause: LossReason, limits: Limits, *, bounded: bool
) -> Temuan:
    """The finding on a document that was not finished: on its template, or on the workbook where that is too large.

    A template that is bounded, or one of ours, takes a time that follows from the rows it prints.

    Args:
        document: The document.
        source: Its template.
        cause: Why its filling was ended.
        limits: What it had.
        bounded: Nothing in the template can make the document long beyond its content.

    Raises:
        MachineTrouble: A process ended by itself that had little to do.
    """
    if cause is LossReason.DEAD and bounded:
        raise MachineTrouble(
            f"Proses pengisi {document.path} berhenti sendiri; mungkin memori komputer habis.",
            "Tutup program lain, lalu jalankan lagi.",
        )
    if not (bounded or source.sha256 == source.jenis.shipped):
        return template_stopped(source.file, f"mengisi {document.path}", cause, limits)
    ((sheet, rows),) = rows_by_sheet(document).most_common(1) or [("", 0)]
    said = f"{rows} baris {sheet}" if rows else "isinya"
    return temuan("D21", CellRef(sheet), dokumen=document.path, isi=said, sebab=_reason(cause, limits))


def _reason(cause: LossReason, limits: Limits) -> str:
    return {
        LossReason.TIME: f"belum selesai sesudah {limits.seconds:g} detik",
        LossReason.MEMORY: f"memerlukan memori lebih dari {limits.memory_bytes / 1e9:.1f} GB".replace(".", ","),
        LossReason.DEAD: "prosesnya berhenti sendiri",
    }[cause]
