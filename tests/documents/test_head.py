"""Who signs the papers of an agency as a whole: its head, or the head of a unit that has its own workbook."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.plans import rencana_of, settings
from helpers.workbooks import BAKU, add_row, both, put, understood, write
from pokin_docs.documents.head import heads_of_agency
from pokin_docs.documents.iku.content import IkuAnnex
from pokin_docs.documents.renaksi.content import ActionPlan
from pokin_docs.flow.examine import examine

UNIT = add_row("Identitas", "| PD Induk | Dinas Induk Contoh |")


def led_by(title: str, label: str = "PK Sub Koordinator/JF") -> object:
    return both(put("Pejabat!G3", title), put("Pejabat!H3", label))


@pytest.mark.parametrize(
    "title", ["Lurah Contoh", "Plt. Lurah Contoh", "Kepala UPTD Contoh", "Kepala Puskesmas Contoh", "Kepala Unit Pelaksana Teknis Daerah Contoh"]
)  # fmt: skip
def test_the_head_of_a_unit_signs_its_papers_whatever_his_class(tmp_path: Path, title: str) -> None:
    path = write(tmp_path / "b.xlsx", BAKU, UNIT, led_by(title))  # type: ignore[arg-type]
    plan = rencana_of(path)
    (iku,) = [one.content for one in plan.dokumen if isinstance(one.content, IkuAnnex)]
    assert iku.kepala.jabatan == title
    (plan_of_unit,) = [
        one.content for one in plan.dokumen if isinstance(one.content, ActionPlan) and one.content.untuk_pd
    ]
    assert plan_of_unit.pejabat.jabatan == title
    assert [row.sasaran for row in plan_of_unit.daftar_sasaran]
    assert "P46" not in {finding.kode for finding in examine(path, settings()).temuan}


@pytest.mark.parametrize(
    ("changes", "heads"),
    [
        ((led_by("Lurah Contoh"),), []),
        ((UNIT, led_by("Kepala Seksi Contoh")), []),
        ((UNIT, led_by("Lurah Contoh", "PK JPT")), ["KADIS"]),
        ((UNIT, led_by("Lurah Contoh"), put("Pejabat!G4", "Lurah Lain")), ["KADIS", "KABID"]),
        ((UNIT, put("Pejabat!G4", "Lurah Lain")), ["KADIS"]),
    ],
    ids=["no unit of another agency", "nobody leads it", "of class JPT", "two lead it", "JPT before all others"],
)
def test_who_leads_no_unit_is_not_taken_for_its_head(
    tmp_path: Path, changes: tuple[object, ...], heads: list[str]
) -> None:
    path = write(tmp_path / "b.xlsx", BAKU, *changes)  # type: ignore[arg-type]
    found = understood(path, settings())
    assert [post.id for post in heads_of_agency(found.buku, found.plan.pejabat)] == heads
    assert ("P46" in {finding.kode for finding in found.temuan}) == (len(heads) != 1)
