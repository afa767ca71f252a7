"""The proof that the documents of a build say the same, as a table."""

from __future__ import annotations

from dataclasses import dataclass

from pokin_docs.documents.proof import Proof
from pokin_docs.report.html.material import ReportMaterial


@dataclass(frozen=True, slots=True)
class ProofRow:
    """A kind of document: facts that others print too, and how many alike."""

    name: str
    facts: int
    agree: int


@dataclass(frozen=True, slots=True)
class ProofTable:
    """A row for each kind, and the whole."""

    rows: tuple[ProofRow, ...]
    proof: Proof


def proof(material: ReportMaterial) -> ProofTable | None:
    """The table of what was compared; None where nothing was."""
    found = material.proof
    if found is None or not found.documents:
        return None
    names = {kind.kode: kind.nama for kind in material.kinds}
    rows = (ProofRow(names.get(kode, kode), facts, agree) for kode, facts, agree in found.by_kind)
    return ProofTable(tuple(rows), found)
