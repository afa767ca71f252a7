"""Two columns of one year in tables of other agencies: asked about, or chosen by Identitas; and units of next sheets."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from helpers.foreign_reading import reading
from helpers.renstra_tables import AgencyTable
from helpers.workbooks import workbook
from pokin_docs.extract.foreign.guess import guess_tables
from pokin_docs.extract.read import Reading, read, read_sheets
from pokin_docs.model.catalogue import message

TITLES = "| Program/Kegiatan | Outcome/Output | Indikator | Target 2026 |"
ONE = "| 2.24.02 PROGRAM PENGELOLAAN ARSIP | Tertatanya arsip | Persentase arsip | 90 |"
TWO = "| 2.24.02.2.01 Pengelolaan Arsip Dinamis | Terlaksananya pendataan | Jumlah arsip | 5 |"
AMOUNTS = (" 900000000 | 950000000 |", " 800000000 | 850000000 |")
TARGETS = (" 95 |", " 6 |")


def table(first: str, second: str, more: tuple[str, str] = AMOUNTS, above: str = "") -> str:
    titles = f"{TITLES} {first} | {second} |" if first else f"{TITLES} {second} |"
    return f"## Renja\n{above}{titles}\n{ONE}{more[0]}\n{TWO}{more[1]}\n"


def look(folder: Path, *texts: str) -> Reading:
    return reading(folder, *(AgencyTable(text, (), ()) for text in texts))


def said(found: Reading, *codes: str) -> list[str]:
    return [message(entry) for entry in found.temuan if entry.kode in codes]


def money(found: Reading) -> list[Decimal | None]:
    assert found.value is not None, found.temuan
    return [row.pagu[2026].number for row in found.value.program]


@pytest.mark.parametrize(
    "second",
    ["Pagu 2026", "Pagu Perubahan 2026", "Pagu 2026 (P)", "Pagu APBD-P 2026", "Pagu 2026 setelah pergeseran",
     "Anggaran 2026"],
)  # fmt: skip
def test_of_two_amounts_of_a_year_the_first_is_read_and_the_planner_asked(tmp_path: Path, second: str) -> None:
    found = look(tmp_path, table("Pagu 2026", second))
    assert money(found) == [900_000_000, 800_000_000]
    assert said(found, "B79", "B56", "B70") == [
        f"Kolom «{second}» tidak dibaca: untuk hal dan tahun yang sama dibaca «Pagu 2026» (E1). Mana yang berlaku?"
    ]
    assert found.account.filled == found.account.read + found.account.named + found.account.harmless


def test_of_two_targets_too(tmp_path: Path) -> None:
    found = look(tmp_path, table("", "Target Perubahan 2026", TARGETS))
    assert found.value is not None
    assert [row.target[2026].text for row in found.value.tahap5] == ["90", "5"]
    assert said(found, "B79")


@pytest.mark.parametrize(("apbd", "amount", "kode"), [("perubahan", 950_000_000, "B80"), ("murni", 900_000_000, "B80")])
def test_identitas_says_which_counts(tmp_path: Path, apbd: str, amount: int, kode: str) -> None:
    identitas = f"## Identitas\n| Kunci | Isi |\n| Nama PD | Dinas Arsip |\n| APBD | {apbd} |\n"
    found = look(tmp_path, table("Pagu 2026", "Pagu 2026 P"), identitas)
    assert money(found)[0] == amount
    assert said(found, "B79", kode)
    assert not said(found, "B79")


def test_the_sheet_impor_asks_about_the_column_that_is_not_read(tmp_path: Path) -> None:
    look(tmp_path, table("Pagu 2026", "Pagu 2026 P"))
    grids = read_sheets(tmp_path / "buku.xlsx").value
    assert grids is not None
    (guess,) = guess_tables(grids)
    assert [(column.role, column.alternatives) for column in guess.columns[-2:]] == [
        ("Pagu 2026", ()), ("", ("Pagu 2026",)),
    ]  # fmt: skip


def test_blocks_with_a_target_each_are_no_versions(tmp_path: Path) -> None:
    text = """## Matriks
| Sasaran | Indikator Sasaran | Target 2026 | Kode | Program | Indikator Program | Target 2026 |
| Meningkatnya mutu arsip | Nilai arsip | 80 | 2.24.02 | PROGRAM PENGELOLAAN ARSIP | Persentase arsip | 90 |
"""
    found = look(tmp_path, text)
    assert found.value is not None
    assert [row.target[2026].text for row in found.value.tahap5] == ["80", "90"]
    assert not said(found, "B79")


THOUSANDS = "| (dalam ribuan rupiah) |\n"
HEAD = "| Kode | Program/Kegiatan | Outcome/Output | Indikator | Pagu 2026 |\n"
FIRST = f"""## Renja
{THOUSANDS}{HEAD}| 2.24.02 | PROGRAM PENGELOLAAN ARSIP | Tertatanya arsip | Persentase arsip | 90000000 |
| 2.24.02.2.01 | Pengelolaan Arsip Dinamis | Terlaksananya pendataan | Jumlah arsip | 80000000 |
"""
MORE = "| 2.24.02.2.02 | Pengelolaan Arsip Statis | Terlaksananya penataan | Jumlah arsip statis | {} |\n"


@pytest.mark.parametrize("more", [MORE, HEAD + MORE, "| Lanjutan |\n" + HEAD + MORE])
def test_a_unit_above_the_first_sheet_counts_on_the_next(tmp_path: Path, more: str) -> None:
    found = look(tmp_path, FIRST, "## Lanjutan\n" + more.format(60_000_000))
    assert money(found) == [90_000_000_000, 80_000_000_000, 60_000_000_000]
    assert len(said(found, "B75")) == 2
    assert any("di Lanjutan!E" in line for line in said(found, "B75"))


def test_amounts_that_are_whole_already_are_not_multiplied(tmp_path: Path) -> None:
    found = look(tmp_path, FIRST, "## Lanjutan\n" + MORE.format(60_000_000_000))
    assert money(found)[2] == 60_000_000_000
    assert "dibaca sebagai rupiah penuh" in said(found, "B129")[0]


@pytest.mark.parametrize("own", ["dalam ribuan rupiah", "Rp ribu"])
def test_the_own_unit_of_the_next_sheet_is_told_there(tmp_path: Path, own: str) -> None:
    found = look(tmp_path, FIRST, f"## Lanjutan\n| {own} |\n" + HEAD + MORE.format(60_000_000))
    assert money(found)[2] == 60_000_000_000
    assert not said(found, "B129")


def test_a_table_of_its_own_takes_no_unit_from_another(tmp_path: Path) -> None:
    other = """## Kegiatan Lain
| Kode | Nama | Indikator | Satuan | Anggaran 2026 |
| 2.24.03 | PROGRAM PERIZINAN | Persentase izin | % | 90000000 |
"""
    workbook(FIRST + "\n" + other).save(tmp_path / "b.xlsx")
    found = read(tmp_path / "b.xlsx")
    assert found.value is not None
    amounts = {row.kode.clean: row.pagu[2026].number for row in found.value.program}
    assert amounts.get("2.24.03", 90_000_000) == 90_000_000
