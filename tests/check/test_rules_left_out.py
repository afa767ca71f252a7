"""Whoever is on the sheet Pejabat and gets no PK is named, with why and what to do, alone or with what caused it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, add_row, both, put, write
from pokin_docs.flow.examine import Understood, examine
from pokin_docs.model.catalogue import message
from pokin_docs.model.settings import Settings

Change = Callable[[Workbook], object]
STAF2 = add_row(
    "Pejabat", "| STAF2 | Contoh Lima | | '199004042015012905 | III/a | Penata Muda | Analis | PK JF/JP | SUBKOR | |"
)
OF_NOBODY = add_row(
    "Tahap 5",
    "| Tahap 3 | Terkelolanya arsip | Jumlah arsip | Kinerja Operasional | Sasaran Sub Kegiatan | PK JF/JP |"
    " 2.20.02.2.01.0018 | | Dokumen | 5 | 6 | 7 | 8 | 9 | 10 | 11 | | |",
)


def merge(cells: str) -> Change:
    return lambda book: book["Tahap 5"].merge_cells(cells)


KASUS: list[tuple[str, str, Change]] = [
    ("B121", "Tahap 5!H5", both(put("Tahap 5!H6", None), merge("H5:H6"))),
    ("B122", "Tahap 5!H6", both(STAF2, OF_NOBODY, merge("H6:H7"))),
]

LEFT_OUT: dict[str, tuple[Change, str]] = {
    "his owner's cell is blank": (put("Tahap 5!H6", None), "Contoh Empat"),
    "two, one cell is blank": (both(STAF2, put("Tahap 5!H6", None)), "Contoh Lima"),
    "another class owns his row": (put("Tahap 5!H6", "SUBKOR"), "Contoh Empat"),
    "another of his class owns his row": (both(STAF2, put("Tahap 5!H6", "STAF2")), "Contoh Empat"),
    "his cell is merged with that of another level": (KASUS[0][2], "Contoh Empat"),
    "his cell is merged with that of a colleague": (KASUS[1][2], "Contoh Lima"),
    "his row is gone": (lambda book: book["Tahap 5"].delete_rows(6), "Contoh Empat"),
    "his row is another agency's": (put("Tahap 5!A6", "CROSS CUTTING"), "Contoh Empat"),
    "he has the tujuan alone": (both(put("Tahap 5!H2", "KABID"), put("Tahap 5!H4", "SUBKOR")), "Contoh Dua"),
    "he has no class either": (both(put("Pejabat!H6", None), put("Tahap 5!H6", "SUBKOR")), "Contoh Empat"),
    "his ID is misspelt": (put("Tahap 5!H6", "STAFF"), "STAF"),
    "nothing names him": (STAF2, "Contoh Lima"),
    "his whole unit": (both(put("Pejabat!K1", "Bidang"), STAF2, put("Pejabat!K7", "Arsip")), "Analis"),
}


def examined(folder: Path, change: Change) -> Understood:
    found = examine(write(folder / "b.xlsx", BAKU, change), Settings(folder / "build", ()))
    assert isinstance(found, Understood)
    return found


@pytest.mark.parametrize(("change", "name"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_whoever_gets_no_paper_is_named(tmp_path: Path, change: Change, name: str) -> None:
    found = examined(tmp_path, change)
    assert any(name in message(finding) for finding in found.temuan)


def test_everybody_of_a_sound_workbook_has_a_paper_and_nobody_is_named(tmp_path: Path) -> None:
    found = examined(tmp_path, lambda book: None)
    assert {document.post for document in found.plan.dokumen if document.jenis == "pk"} == {
        "KADIS", "KABID", "SUBKOR", "STAF",
    }  # fmt: skip
    assert not found.temuan


def test_the_owner_of_several_rows_in_one_merged_cell_is_named_only_where_somebody_lacks_one(tmp_path: Path) -> None:
    codes = {finding.kode for finding in examined(tmp_path, both(OF_NOBODY, merge("H6:H7"))).temuan}
    assert not codes & {"B121", "B122", "P06", "P36"}


def test_a_superior_outside_the_agency_needs_no_paper(tmp_path: Path) -> None:
    change = both(
        add_row("Pejabat", "| SEKDA | Contoh Enam | | '196901011995011906 | IV/d | | Sekretaris Daerah | | BUPATI | |"),
        put("Pejabat!I3", "SEKDA"),
    )
    assert not any("Contoh Enam" in message(finding) for finding in examined(tmp_path, change).temuan)
