"""After a change of the budget every paper of the year has the changed figures, none those of before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from helpers.places import ROOT
from helpers.plans import rencana_of
from helpers.word_files import buka, isikan, paragraf
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


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("| APBD | perubahan |", {"pk", "renaksi", "renaksi-pd", "rkt", "sampul-pk"}), ("| APBD | murni |", set()),
        ("| Periode Renstra | Perubahan 2025-2029 |", {"renstra"}),
    ],
)  # fmt: skip
def test_titles_of_changed_papers_say_so(tmp_path: Path, line: str, kinds: set[str]) -> None:
    """In the paper, and in the properties of its file; whether the budget or the Renstra changed is Identitas' word."""
    changed = add_row("Identitas", line) if "APBD" in line else put("Identitas!B6", "Perubahan 2025-2029")
    rencana, of_kind = rencana_of(write(tmp_path / "b.xlsx", BAKU, changed)), {kind.kode: kind for kind in KINDS}
    said = {one.jenis for one in rencana.dokumen if getattr(one.content, "perubahan", False)}
    assert said == kinds
    titles = {
        one.jenis
        for one in rencana.dokumen
        if (about := of_kind[one.jenis].about) is not None and "Perubahan" in about(one.content).title
    }
    assert titles == kinds & {"pk", "renstra"}


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("pk.docx", "PERJANJIAN KINERJA PERUBAHAN TAHUN\u00a02026"), ("rkt.docx", "RENCANA KINERJA TAHUNAN (RKT) PERUBAHAN"),
        ("rencana-aksi.docx", "RENCANA AKSI ATAS PERJANJIAN KINERJA PERUBAHAN TAHUN\u00a02026"),
        ("sampul-pk.docx", "DAFTAR PENANDA TANGAN PERJANJIAN KINERJA PERUBAHAN"),
    ],
)  # fmt: skip
def test_the_word_stands_in_the_title(tmp_path: Path, name: str, title: str) -> None:
    (kind,) = [kind for kind in KINDS if name in kind.templat and kind.kode != "renaksi-pd"]
    for changed, words in ((True, title), (False, title.replace(" PERUBAHAN", ""))):
        content = replace(kind.sample(), perubahan=changed)  # type: ignore[type-var]
        data, _ = isikan(tmp_path, (ROOT / "templates" / name).read_bytes(), content, teruji=True)
        assert words in paragraf(buka(data)["word/document.xml"])
