"""The sheet Program as offices lay it out: names by level, amounts without a year, money in two places."""

from __future__ import annotations

from pathlib import Path

from helpers.workbooks import BAKU, workbook
from pokin_docs.extract.foreign.budgets import compare_budgets
from pokin_docs.extract.read import Reading, read
from pokin_docs.model.catalogue import message
from pokin_docs.model.rows import Isian, ProgramRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.typed_values import read_rupiah


def reading(folder: Path, program: str) -> Reading:
    workbook(BAKU.split("## Program")[0] + f"## Program\n{program}").save(folder / "b.xlsx")
    return read(folder / "b.xlsx")


def test_a_column_of_names_for_each_level_gives_the_lowest_that_is_filled(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        """| Kode | Program | Kegiatan | Sub Kegiatan | Pagu 2026 |
| 2.20.02 | Program Statistik | | | 5 |
| 2.20.02.2.01 | Program Statistik | Penyelenggaraan | | 5 |
| 2.20.02.2.01.0018 | Program Statistik | Penyelenggaraan | Pemenuhan SDI | 5 |
""",
    )
    assert found.value is not None
    assert [(row.nomenklatur.text, row.nomenklatur.source.address) for row in found.value.program] == [
        ("Program Statistik", "B2"), ("Penyelenggaraan", "C3"), ("Pemenuhan SDI", "D4"),
    ]  # fmt: skip
    assert not [entry for entry in found.temuan if entry.kode in ("B13", "B56")]


def test_an_amount_without_a_year_is_named_at_its_title(tmp_path: Path) -> None:
    found = reading(tmp_path, "| Kode | Nomenklatur | Pagu (Rp) |\n| 2.20.02 | Program Statistik | 500000000 |\n")
    (told,) = [entry for entry in found.temuan if entry.kode == "B14" and entry.tempat.kolom]
    assert str(told.tempat) == "Program!C1"
    assert "«Pagu (Rp)» tanpa tahun" in message(told)


def row(kode: str, sheet: str, **pagu: str) -> ProgramRow:
    def isian(text: str, column: int) -> Isian:
        return Isian(text, CellRef(sheet, 2, column), number=read_rupiah(text) if text else None)

    years = {int(year[1:]): isian(text, 3 + place) for place, (year, text) in enumerate(pagu.items())}
    blank = isian("", 9)
    return ProgramRow(sheet, 2, Isian(kode, CellRef(sheet, 2, 1)), isian("Nama", 2), blank, blank, years)


def compared(own: str, other: str) -> tuple[str, list[str]]:
    rows, found = compare_budgets([row("2.20.02", "Program", y2026=own)], [row("2.20.02", "4.2", y2026=other)])
    return rows[0].pagu[2026].text, [message(entry) for entry in found]


def test_amounts_in_two_tables_are_compared() -> None:
    assert compared("900000000", "900000000") == ("900000000", [])
    assert compared("900000999", "900000000") == ("900000999", []), "rounded to thousands"
    assert compared("", "900000000") == ("900000000", []), "what one table lacks the other has"
    assert compared("900000000", "") == ("900000000", [])
    own, (told,) = compared("900001000", "900000000")
    assert own == "900001000"
    assert told.endswith("di sini Rp900.000.000, sedangkan di Program!C2 Rp900.001.000; yang dipakai Rp900.001.000.")
    assert "dalam ribuan" in compared("900000000", "900000")[1][0]
