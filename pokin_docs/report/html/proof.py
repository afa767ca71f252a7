"""The proof that the documents of a build say the same, as a table."""

from __future__ import annotations

from dataclasses import dataclass

from pokin_docs.documents.proof import Proof
from pokin_docs.report.html.material import ReportMaterial


@dataclass(frozen=True, slots=True)
class ProofRow:
    """Two kinds of documents: facts that both print, and how many alike."""

    one: str
    other: str
    facts: int
    agree: int


@dataclass(frozen=True, slots=True)
class ProofTable:
    """A row for each pair of kinds, and the whole."""

    rows: tuple[ProofRow, ...]
    proof: Proof


def proof(material: ReportMaterial) -> ProofTable | None:
    """The table of what was compared; None where nothing was."""
    found = material.proof
    if found is None or not found.documents:
        return None
    names = {kind.kode: kind.nama for kind in material.kinds}
    rows = (
        ProofRow(names.get(pair.one, pair.one), names.get(pair.other, pair.other), pair.facts, pair.agree)
        for pair in found.pairs
    )
    return ProofTable(tuple(rows), found)
