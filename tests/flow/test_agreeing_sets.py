"""Sets of documents made by the templates as they are shipped agree, whatever the workbook lacks: nothing is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.agency_tables import BAPPEDA, ESELON, KECAMATAN_LENGKAP, LOGIKA
from helpers.workbooks import BAKU, add_row, drop, put, seed_rows, sheet_of, understood, write
from pokin_docs.flow import build as flow
from pokin_docs.model.catalogue import message
from pokin_docs.model.locations import bundled
from pokin_docs.model.settings import Settings

SET = ("pk", "renstra", "iku", "renaksi", "rkt", "cascading", "skp")
PAPERS = ("pk", "renaksi", "skp")


def told(book: Path, kinds: tuple[str, ...] = SET) -> list[str]:
    """What is said of contradictions in a set that was just made."""
    settings = Settings(book.parent / "build", (bundled("templates"),), hanya=kinds)
    outcome = flow.build(book, understood(book, settings), settings)
    assert outcome.build is not None
    return [message(one) for one in outcome.temuan if one.kode in ("D46", "D47", "D49", "D50")]


def blank(column: str, rows: Iterable[int] = range(2, 7)) -> Callable[[Workbook], None]:
    """A change that empties cells of the sheet Tahap 5."""

    def change(book: Workbook) -> None:
        for row in rows:
            book["Tahap 5"][f"{column}{row}"] = None

    return change


def typed(column: str, *values: str | int) -> Callable[[Workbook], None]:
    """A change that writes into a column of the sheet Tahap 5 from its first row on."""

    def change(book: Workbook) -> None:
        for row, value in enumerate(values, start=2):
            book["Tahap 5"][f"{column}{row}"] = value

    return change


def row(kinerja: str, indikator: str, numbers: str, unit: str = "Dokumen") -> Callable[[Workbook], None]:
    """A change that adds a row of staff to the sheet Tahap 5."""
    line = f"| Tahap 3 | {kinerja} | {indikator} | Kinerja Operasional | Sasaran Sub Kegiatan | PK JF/JP "
    return add_row("Tahap 5", f"{line}| 2.20.02.2.01.0018 | STAF | {unit} | {numbers} | | |")


LIKE = "1 | 2 | 3 | 4 | 5 | 6 | 7"
MARKS = {
    "nothing but Tahap 5": tuple(map(drop, ("Identitas", "Tahap 2", "Tahap 3", "Tahap 4", "Pejabat", "Program"))),
    "some of everything blank": (
        blank("B", (5,)), blank("C", (4,)), blank("I", (3, 6)), blank("L", (2, 5)), blank("H", (4,)), blank("G", (6,)),
        put("Program!B3", None), put("Program!C4", None), put("Pejabat!G4", None), put("Identitas!B5", None),
    ),
    "no unit and no target": (blank("I"), blank("L")),
    "no indicator": (blank("C"), drop("Program")),
}  # fmt: skip
CHANCE = {
    "units that are words of the sentences": (typed("I", "Data", "data", "layanan", "standar", "metadata"),),
    "targets like numbers of rows": tuple(typed(column, *[number] * 5) for number, column in enumerate("JKLMNOP", 1)),
    "targets with a unit or a letter": (typed("L", "60,5%", "80-90", "BB (70,01)", "≥ 95", "A"),),
    "one indicator for all": (typed("C", *["Persentase data"] * 5), typed("L", 7, 14, 21, 28, 35)),
    "one kinerja on two levels": (row("Terpenuhinya standar data", "Persentase data standar", LIKE, "%"),),
    "sentences of several lines": (typed("C", "Indeks\nData", "Persentase data\nterakses", "Persentase\nlayanan baik"),),
    "sentences that begin alike": (typed("C", *("Jumlah data" + " dan data" * times for times in range(5))),),
    "many indicators of one kinerja": tuple(row("Tersusunnya metadata", f"Jumlah {sign}{sign}", LIKE) for sign in "abcdefghijkl"),
    "programs named like titles": (put("Program!B2", "Program"), put("Program!B3", "Kegiatan")),
}  # fmt: skip


@pytest.mark.parametrize("changes", MARKS.values(), ids=MARKS.keys())
def test_marks_of_what_is_missing_contradict_nothing(
    tmp_path: Path, changes: tuple[Callable[[Workbook], None], ...]
) -> None:
    assert told(write(tmp_path / "b.xlsx", BAKU, *changes)) == []


@pytest.mark.parametrize("changes", CHANCE.values(), ids=CHANCE.keys())
def test_what_is_alike_by_chance_contradicts_nothing(
    tmp_path: Path, changes: tuple[Callable[[Workbook], None], ...]
) -> None:
    assert told(write(tmp_path / "b.xlsx", BAKU, *changes)) == []


AGENCIES = {"bappeda": BAPPEDA, "eselon": ESELON, "kecamatan": KECAMATAN_LENGKAP, "logika": LOGIKA}


@pytest.mark.parametrize("table", AGENCIES.values(), ids=AGENCIES.keys())
def test_tables_of_other_agencies_make_sets_that_agree(tmp_path: Path, table: str) -> None:
    assert told(write(tmp_path / "b.xlsx", table)) == []


def test_the_official_table_alone_makes_a_set_that_agrees(tmp_path: Path) -> None:
    sheet_of(seed_rows()).save(tmp_path / "b.xlsx")
    assert told(tmp_path / "b.xlsx", PAPERS) == []


def test_the_older_outline_of_the_renstra_makes_a_set_that_agrees(tmp_path: Path) -> None:
    older = add_row("Identitas", "| Bentuk Renstra | Permendagri 86/2017 |")
    assert told(write(tmp_path / "b.xlsx", BAKU, older), ("pk", "renstra")) == []
