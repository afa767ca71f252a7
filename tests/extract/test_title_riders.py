"""What stands in brackets behind an official title does not keep its column from being known."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import write
from pokin_docs.extract.layouts.column_titles import match_title
from pokin_docs.extract.read import read
from pokin_docs.model.workbook_spec import LEMBAR, Lembar

RIDERS = (
    "(Rp)", "(wajib)", "(lihat lampiran)", "(dalam jutaan)", "(2026)", "(%)", "(P)", "(diisi oleh Bappeda)",
)  # fmt: skip


@pytest.mark.parametrize("lembar", LEMBAR, ids=lambda lembar: lembar.kunci)
def test_a_title_with_a_rider_is_that_of_the_same_column(lembar: Lembar) -> None:
    titles = [kolom.title.replace("{tahun}", "2026") for kolom in lembar.kolom]
    assert titles
    for title in titles:
        own = match_title(lembar, title)
        assert own is not None, title
        for rider in RIDERS:
            assert match_title(lembar, f"{title} {rider}") == own, f"{title} {rider}"


TABLE = """
## Tahap 5
| Kinerja | Indikator Kinerja | Komponen Perencanaan | Satuan | {} |
| Terwujudnya data berkualitas | Jumlah pengguna data | Tujuan SKPD | Orang | 5 |
"""


def told(folder: Path, title: str) -> list[tuple[str, str]]:
    found = read(write(folder / "buku.xlsx", TABLE.format(title)))
    assert found.value is not None
    assert found.value.tahap5[0].target[2026].clean == "5"
    return [(f.kode, str(f.tempat)) for f in found.temuan if f.kode in ("B56", "B62", "B108", "B109")]


@pytest.mark.parametrize(
    "title",
    ["Target (2026)", "Target [2026]", "(2026) Target", "2026 (Target)", "Target Kinerja (Tahun 2026)", "Target TA. 2026",
     "Target thn 2026 (murni)", "Target 2026 (orang)", "Target 2026 (dalam orang)", "Target 2026 (wajib)", "Target 2026 (7)"],
)  # fmt: skip
def test_a_year_in_brackets_and_a_rider_that_says_nothing_more_are_read_in_silence(tmp_path: Path, title: str) -> None:
    assert told(tmp_path, title) == []


@pytest.mark.parametrize(
    ("title", "kode"),
    [("Target 2026 [%]", "B62"), ("Target 2026 (dalam persen)", "B62"), ("Target (ribu) 2026", "B108"),
     ("Target 2026 [dalam ribuan]", "B108"), ("Target 2026 (draf)", "B109"), ("Target 2026 {versi bidang}", "B109")],
)  # fmt: skip
def test_what_a_rider_says_beyond_the_name_of_its_column_is_told_at_the_title(
    tmp_path: Path, title: str, kode: str
) -> None:
    assert told(tmp_path, title) == [(kode, "Tahap 5!E1")]


@pytest.mark.parametrize(
    "title",
    ["Pagu [Rp ribu] 2026", "Pagu 2026 {Rp.000}", "Anggaran [Ribu Rp] (2026)", "Pagu 2026 [dalam ribuan rupiah]"],
)
def test_a_unit_in_any_brackets_of_an_amount_is_applied(tmp_path: Path, title: str) -> None:
    text = (
        f"{TABLE.format('Target 2026')}\n## Program\n| Kode | Nomenklatur | {title} |\n| 2.24.02 | Program | 900000 |\n"
    )
    found = read(write(tmp_path / "buku.xlsx", text))
    assert found.value is not None
    assert found.value.program[0].pagu[2026].number == 900_000_000
    assert [f.kode for f in found.temuan if f.kode in ("B75", "B109")] == ["B75"]


@pytest.mark.parametrize(
    ("titles", "values", "told"),
    [
        ("Target 2026 | Target 2027", "80 poin | 81 poin", ("poin", "80", "81")),
        ("Target 2026 (%) | Target 2027 (%)", "80 | 81", ("%", "80", "81")),
        ("Target 2026 | Target 2027", "80 poin | 81 orang", ("", "80 poin", "81 orang")),
        ("Target 2026 | Target 2027", "5 besar | 3 besar", ("", "5 besar", "3 besar")),
    ],
)
def test_a_table_without_satuan_has_the_units_of_its_targets(
    tmp_path: Path, titles: str, values: str, told: tuple[str, ...]
) -> None:
    text = f"## Tahap 5\n| Komponen Perencanaan | Kinerja | Indikator Kinerja | {titles} |\n"
    found = read(write(tmp_path / "buku.xlsx", f"{text}| Sasaran | Meningkatnya arsip | Nilai arsip | {values} |\n"))
    assert found.value is not None
    (row,) = found.value.tahap5
    assert (row.satuan.text, row.target[2026].text, row.target[2027].text) == told
    assert ("B138" in {entry.kode for entry in found.temuan}) is bool(told[0])
