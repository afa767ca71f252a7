"""Per person everything he signs, and how far each document is."""

from __future__ import annotations

from pokin_docs.documents.signers import READY, SIGNED, PaperState, SignerLine, signer_lines, signing_states
from pokin_docs.report.html.material import ReportMaterial


def signers(material: ReportMaterial) -> list[dict[str, object]]:
    """An entry for each person in the order of the structure; a line has the signature and the state of its document.

    Which person has how many documents that are ready, and signed, is counted.
    """
    lines = signer_lines(material.dokumen, material.plan, material.kinds)
    marks = {entry.path: material.tanda(entry) for entry in material.dokumen}
    states = signing_states(material.dokumen, material.kinds, marks, material.proof, material.notes.signed)
    numbers = {entry.path: material.document_number(entry) for entry in material.dokumen}
    persons: dict[str, list[tuple[SignerLine, PaperState, int]]] = {}
    for line in lines:
        persons.setdefault(line.person, []).append((line, states[line.path], numbers[line.path]))
    return [
        {
            "lines": own,
            "ready": sum(state.word == READY for _, state, _ in own),
            "signed": sum(state.word == SIGNED for _, state, _ in own),
        }
        for own in persons.values()
    ]
