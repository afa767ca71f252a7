"""docs/temuan.md is what the catalogue, the cases of the tests and the example workbook give today."""

from __future__ import annotations

import re
from types import ModuleType

import pytest

from helpers.places import ROOT
from helpers.scripts import script_module
from helpers.whole_files import KASUS_BERKAS
from pokin_docs.model.catalogue import CATALOGUE, FAMILIES

HALAMAN = (ROOT / "docs" / "temuan.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return script_module("scripts/build_findings_page.py")


@pytest.fixture(scope="module")
def page(script: ModuleType) -> str:
    return str(script.page())


def test_the_page_is_up_to_date(page: str) -> None:
    assert page == HALAMAN, "run python scripts/build_findings_page.py"


def test_every_code_has_its_section_and_an_example(page: str) -> None:
    assert len(CATALOGUE) > 100
    sections = dict(re.findall(r"^### ([A-Z]\d{2,3}) (.*?)(?=^##)", page, re.MULTILINE | re.DOTALL))
    assert sections.keys() == CATALOGUE.keys()
    assert [kode for kode, text in sections.items() if "```" not in text] == []


def test_every_family_has_a_heading(script: ModuleType) -> None:
    assert set(script.KELUARGA) == set(FAMILIES)


def test_every_case_is_of_a_code_that_exists(script: ModuleType) -> None:
    assert KASUS_BERKAS
    assert KASUS_BERKAS.keys() | script.cases().keys() == CATALOGUE.keys()


def test_no_example_names_a_folder_of_the_machine(page: str) -> None:
    assert not re.search(r"/(?:tmp|home|var|private|work)/|[A-Z]:\\", page)


def test_the_official_document_is_counted(page: str) -> None:
    table = page.partition("## Pada dokumen resmi Diskominfo Balangan")[2]
    rows = re.findall(r"^\| ([A-Z]\d{2,3}) \| \w+ \| (\d+) \| (.+) \|$", table, re.MULTILINE)
    assert len(rows) > 10
    counted = {kode: int(jumlah) for kode, jumlah, _ in rows}
    assert counted["S15"] == 1, "all kinerja that are parted into one, told once"
    assert counted["S06"] == 1, "kegiatan likewise, where the budget gives more"
    assert "| X05 | peringatan | 5 | Tahap 5 B19, C19, B24, C24, C25 |" in table
