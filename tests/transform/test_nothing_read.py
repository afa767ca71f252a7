"""An office that has only begun: what stands in Tahap 5 is told first, with the cell that must be filled first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, both, put, write
from pokin_docs.flow.examine import Examination, Understood, examine
from pokin_docs.model.catalogue import message
from pokin_docs.model.settings import Settings
from pokin_docs.model.source import column_letters
from pokin_docs.report.texts import no_rows_lines

Change = Callable[[Workbook], None]


def begun(rows: int, *kept: str) -> Change:
    """Tahap 5 with so many rows, of which the named columns alone are filled; without Pejabat and Program."""

    def change(book: Workbook) -> None:
        sheet = book["Tahap 5"]
        sheet.delete_rows(2 + rows, 20)
        for row in sheet.iter_rows(min_row=2):
            for number, cell in enumerate(row, start=1):
                if column_letters(number) not in kept:
                    cell.value = None
        for name in ("Pejabat", "Program", "Tahap 2", "Tahap 3", "Tahap 4"):
            book[name].delete_rows(2, 20)

    return change


def look(folder: Path, *changes: Change, templates: tuple[Path, ...] = ()) -> Examination:
    return examine(write(folder / "buku.xlsx", BAKU, *changes), Settings(folder / "build", templates))


@pytest.mark.parametrize(
    ("change", "place", "cells"),
    [
        (begun(1, "B"), "Tahap 5!E2", "1 baris belum menyebut tingkatnya (E2)"),
        (begun(3, "B"), "Tahap 5!E2", "3 baris belum menyebut tingkatnya (E2:E4)"),
        (both(begun(3, "B"), put("Tahap 5!B3", None)), "Tahap 5!E2", "2 baris belum menyebut tingkatnya (E2, E4)"),
        (begun(2, "B", "H"), "Tahap 5!E2", "2 baris"),
    ],
)
def test_rows_without_a_level_are_the_first_finding_and_stop_the_build(
    tmp_path: Path, change: Change, place: str, cells: str
) -> None:
    found = look(tmp_path, change)
    first = found.temuan[0]
    assert (first.kode, str(first.tempat)) == ("B123", place)
    assert cells in message(first)
    assert found.galat(final=False)
    assert not {"B17", "D10", "D11", "P30", "P31"} & {one.kode for one in found.temuan}


@pytest.mark.parametrize("kept", [("B", "E"), ("B", "C", "E"), ("B", "D", "F")])
def test_one_row_with_a_level_is_a_tree(tmp_path: Path, kept: tuple[str, ...]) -> None:
    found = look(tmp_path, begun(2, *kept))
    assert "B123" not in {one.kode for one in found.temuan}


def test_a_note_below_a_tree_is_only_a_note(tmp_path: Path) -> None:
    found = look(tmp_path, put("Tahap 5!B7", "Meningkatnya hal yang lain"))
    assert {one.kode for one in found.temuan} == {"B17"}


@pytest.mark.parametrize(
    ("rows", "lacking"),
    [
        (1, {"Perjanjian Kinerja", "Rencana Kinerja Tahunan", "Sasaran Kinerja Pegawai", "Rencana Aksi"}),
        (2, set[str]()),
    ],
    ids=["a tujuan alone", "with a sasaran"],
)
def test_what_is_not_made_is_told_with_what_would_give_it(tmp_path: Path, rows: int, lacking: set[str]) -> None:
    found = look(tmp_path, begun(rows, "B", "C", "E"))
    assert isinstance(found, Understood)
    lines = list(no_rows_lines(found.plan, {"pk", "skp", "rkt", "renaksi", "iku"}))
    said = " ".join(lines)
    assert {name for name in lacking if name in said} == lacking
    assert all("lembar Tahap 5" in line for line in lines)
    assert bool(lines) is bool(lacking)
    assert list(no_rows_lines(found.plan, ())) == []
