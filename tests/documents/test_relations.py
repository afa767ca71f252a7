"""The relations that the proof of consistency names: whom a row serves, money, quarters; each met and broken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, put, understood, write
from pokin_docs.documents.agreement.content import CheckedRelation, ConsistencyProof
from pokin_docs.model.settings import Settings


def found(folder: Path, *changes: Callable[[Workbook], object]) -> tuple[CheckedRelation, ...]:
    known = understood(write(folder / "b.xlsx", BAKU, *changes), Settings(folder, ()))
    (proof,) = (one.content for one in known.plan.dokumen if one.jenis == "bukti")
    assert isinstance(proof, ConsistencyProof)
    return proof.daftar_hubungan


def test_in_a_faultless_workbook_everything_holds(tmp_path: Path) -> None:
    served, money, _ = found(tmp_path)
    for relation in (served, money):
        assert int(relation.diperiksa) > 0
        assert (relation.terpenuhi, relation.terbuka) == (relation.diperiksa, "Tidak ada")


@pytest.mark.parametrize(("quarter", "open_"), [("100", False), ("70", True)], ids=["reaches the year", "falls short"])
def test_quarters_that_do_not_reach_the_year_are_named(tmp_path: Path, quarter: str, open_: bool) -> None:
    titles = [
        put(f"Tahap 5!{column}1", f"TW {roman}") for column, roman in zip("STUV", ("I", "II", "III", "IV"), strict=True)
    ]
    values = [
        put(f"Tahap 5!{column}6", value) for column, value in zip("STUV", ("10", "20", "30", quarter), strict=True)
    ]
    relation = found(tmp_path, put("Tahap 5!L6", 100), *titles, *values)[2]
    assert relation.diperiksa == "1"
    assert relation.terpenuhi == ("0" if open_ else "1")
    assert (relation.terbuka == "Tidak ada") is not open_
