"""After a change of the budget every paper of the year has the changed figures, none those of before."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.plans import rencana_of
from helpers.workbooks import BAKU, add_row, put, write
from pokin_docs.consistency.statements import statements
from pokin_docs.documents.kind import FactKind
from pokin_docs.documents.kinds import KINDS

PAPERS = {"pk", "iku", "renaksi", "renaksi-pd", "rkt", "skp", "cascading", "renja-33"}
MURNI = {"2,7", "60", "7"}


@pytest.mark.parametrize(("version", "expected"), [("perubahan", {"66"}), ("murni", MURNI)])
def test_every_paper_has_the_targets_of_the_budget_that_counts(
    tmp_path: Path, version: str, expected: set[str]
) -> None:
    changes = (
        put("Tahap 5!S1", "Target 2026 Perubahan"), *(put(f"Tahap 5!S{row}", 66) for row in range(2, 7)),
        add_row("Identitas", f"| APBD | {version} |"),
    )  # fmt: skip
    kinds, found = {kind.kode: kind for kind in KINDS}, dict[str, set[str]]()
    for document in rencana_of(write(tmp_path / "b.xlsx", BAKU, *changes)).dokumen:
        for stated in statements(kinds[document.jenis], document.content):
            targets = {
                value.text for value in stated.values if value.kind is FactKind.TARGET and value.year in ("", "2026")
            }
            found.setdefault(document.jenis, set()).update(targets)
    assert {kind for kind in PAPERS if not found.get(kind)} == set()
    assert {kind: sorted(texts) for kind, texts in found.items() if texts - expected} == {}
