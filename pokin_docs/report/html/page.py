"""The report page: one file that shows the tree, the findings, the documents, the officials and the budget.

It stands alone: style and script are inside, nothing is fetched, and without JavaScript everything can still be read.
"""

from __future__ import annotations

from collections.abc import Iterable

from pokin_docs.drawing.page import Drawing
from pokin_docs.report.coverage import LevelCoverage
from pokin_docs.report.html import (
    budget,
    documents,
    findings,
    head,
    outline,
    papers,
    people,
    progress,
    proof,
    shares,
    shell,
    signing,
    tree,
)
from pokin_docs.report.html.material import ReportMaterial

__all__ = ["page"]


def page(material: ReportMaterial, drawing: Drawing | None, coverage: Iterable[LevelCoverage]) -> bytes:
    """The whole page in UTF-8; the same inputs give the same bytes.

    Args:
        material: The plan with its findings and documents.
        drawing: The tree drawn on one sheet, large enough for all of it; None where there is no tree.
        coverage: The coverage, one entry per level.
    """
    return shell.fill(
        tree.colours() + outline.emphasis(material) + budget.labels(material),
        {
            "material": material,
            **head.head(material),
            "coverage": tuple(coverage),
            "drawing": tree.drawing(drawing) if drawing is not None and material.plan.pohon.kinerja else None,
            **outline.outline(material),
            **findings.findings(material),
            "progress": progress.progress(material),
            **documents.documents(material),
            **papers.papers(material),
            "people": people.people(material),
            "budget": budget.budget(material),
            "shares": shares.shares(material),
            "proof": proof.proof(material),
            "signers": signing.signers(material),
        },
    )
