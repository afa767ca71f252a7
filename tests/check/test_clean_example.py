"""The repaired example: what the findings ask for can be done, and then nothing is left to ask."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from helpers.clean_example import RUMUSAN, SEL, TAMBAHAN, write_clean
from helpers.places import ROOT
from pokin_docs.flow.examine import Examination, Understood, examine
from pokin_docs.model.catalogue import CATALOGUE, message
from pokin_docs.model.findings import Severity
from pokin_docs.model.settings import Settings

EXAMPLE = ROOT / "inputs" / "diskominfo-balangan.xlsx"
SETTINGS = Settings(Path("build"), (), final=True)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_clean(tmp_path_factory.mktemp("bersih") / "bersih.xlsx")


@pytest.fixture(scope="module")
def clean(path: Path) -> Examination:
    return examine(path, SETTINGS)


def test_no_galat_and_no_peringatan_is_left(clean: Examination) -> None:
    left = [entry for entry in clean.temuan if CATALOGUE[entry.kode].severity is not Severity.SARAN]
    assert [f"{entry.tempat} {entry.kode}: {message(entry)}" for entry in left] == []


def test_every_document_is_complete_and_may_be_signed(clean: Examination) -> None:
    assert isinstance(clean, Understood)
    assert len(clean.plan.dokumen) > 35
    assert clean.tanda == ()
    assert not clean.galat(final=True)


def test_the_three_stages_stay_in_step(path: Path) -> None:
    book = load_workbook(path)
    count = {name: sum(bool(row[2].value or row[1].value) for row in book[name].iter_rows(min_row=5))
             for name in ("Tahap 3", "Tahap 4", "Tahap 5")}  # fmt: skip
    assert count == {"Tahap 3": 38 + len(TAMBAHAN), "Tahap 4": 45 + len(TAMBAHAN), "Tahap 5": 45 + len(TAMBAHAN)}


def test_every_repair_changes_something_and_names_its_finding() -> None:
    book = load_workbook(EXAMPLE)
    columns = {"Kinerja": 2, "Indikator": 3, "Keterangan": 4}
    assert len(RUMUSAN) > 30
    for baris, kolom, teks, _ in RUMUSAN:
        assert {book[name].cell(baris, columns[kolom]).value for name in ("Tahap 4", "Tahap 5")} != {teks}, (
            baris,
            kolom,
        )
    for lembar, sel, nilai, _ in SEL:
        assert book[lembar][sel].value != nilai, (lembar, sel)
    reasons = [entry[-1] for entry in (*RUMUSAN, *SEL)] + [entry.alasan for entry in TAMBAHAN]
    codes = [re.findall(r"[A-Z]\d{2,3}", reason) for reason in reasons]
    assert all(codes)
    assert {code for own in codes for code in own} <= CATALOGUE.keys()
