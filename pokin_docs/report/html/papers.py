"""What is to be known before a paper is printed or sent: files older than their documents, faults on pages."""

from __future__ import annotations

from pokin_docs.model.catalogue import hint, message
from pokin_docs.pdf.notes import by_state
from pokin_docs.report.html.material import ReportMaterial


def papers(material: ReportMaterial) -> dict[str, object]:
    """The files that are older than their documents, and what was found on the pages of the others."""
    return {
        "returned": by_state(material.notes.returned),
        "outdated": material.notes.outdated,
        "on_pages": [(one.kode, message(one), hint(one)) for one in material.notes.on_pages],
    }
