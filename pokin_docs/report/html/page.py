"""The report page: one file that shows the tree, the findings, the documents, the officials and the budget.

It stands alone: style and script are inside, nothing is fetched, and without JavaScript everything can still be read.
"""

from __future__ import annotations

from collections.abc import Iterable

from pokin_docs.drawing.page import Gambar
from pokin_docs.report.coverage import Cakupan
from pokin_docs.report.html import budget, documents, findings, head, outline, people, shell, tree
from pokin_docs.report.html.material import BahanLaporan

__all__ = ["page"]


def page(bahan: BahanLaporan, gambar: Gambar | None, cakupan: Iterable[Cakupan]) -> bytes:
    """The whole page in UTF-8; the same inputs give the same bytes.

    Args:
        bahan: The plan with its findings and documents.
        gambar: The tree drawn on one sheet, large enough for all of it; None where there is no tree.
        cakupan: The coverage, one entry per level.
    """
    return shell.fill(
        tree.colours() + outline.emphasis(bahan) + budget.labels(bahan),
        {
            "bahan": bahan,
            **head.head(bahan),
            "coverage": tuple(cakupan),
            "drawing": tree.drawing(gambar) if gambar is not None and bahan.rencana.pohon.kinerja else None,
            **outline.outline(bahan),
            **findings.findings(bahan),
            **documents.documents(bahan),
            "people": people.people(bahan),
            "budget": budget.budget(bahan),
        },
    )
