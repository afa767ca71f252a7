"""What a finding proposes is accepted by the next run: levels by their names, codes of their place, own sentences."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, both, put, write
from pokin_docs.flow.examine import Examination, examine
from pokin_docs.model.catalogue import hint, message
from pokin_docs.model.settings import Settings

Change = Callable[[Workbook], None]
_PROPOSED = re.compile(r"(?:Mungkin maksudnya|Tulis) «([^»…]*)»")


def look(folder: Path, *changes: Change) -> Examination:
    return examine(write(folder / "buku.xlsx", BAKU, *changes), Settings(Path("build"), ()))


def proposed(found: Examination, kode: str, cell: str) -> str | None:
    (entry,) = (entry for entry in found.temuan if (entry.kode, entry.tempat.address) == (kode, cell))
    told = _PROPOSED.search(f"{message(entry)} {hint(entry)}")
    return told.group(1) if told else None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Sasaran Subkegitan", "Sasaran Sub Kegiatan"),  # never by a name that no regulation has
        ("Sasaran Sub Kegitan", "Sasaran Sub Kegiatan"),
        ("Sasaran Sbu Kegiatan", "Sasaran Sub Kegiatan"),
        ("Sasaran Kegitan", "Sasaran Kegiatan"),
        ("Sasran Dinas", "Sasaran"),
        ("Sasaran Pertma SKPD", "Sasaran Pertama SKPD"),
        ("Tujaun Badan", "Tujuan"),
        ("Tujaun SKPD", "Tujuan SKPD"),
    ],
)
def test_a_level_is_proposed_by_its_name(tmp_path: Path, typed: str, meant: str) -> None:
    blank = (put(f"Tahap 5!{column}6", None) for column in "DFG")  # what else would tell the level
    assert proposed(look(tmp_path, put("Tahap 5!E6", typed), *blank), "S30", "E6") == meant


@pytest.mark.parametrize(
    ("cell", "typed", "meant"),
    [
        ("G6", "2.20.02.2.01.0019", "2.20.02.2.01.0018"),
        ("G6", "2.20.02.2.02.0018", "2.20.02.2.01.0018"),
        ("G5", "2.20.02.2.02", "2.20.02.2.01"),
        ("G5", "2.20.02.2.01.0019", "2.20.02.2.01"),  # of its level, though one of another is nearer
        ("G4", "2.20.03", "2.20.02"),
        ("G4", "2.99.99.2.11.0001", None),
    ],
)
def test_a_code_is_proposed_of_its_level_below_the_one_above(
    tmp_path: Path, cell: str, typed: str, meant: str | None
) -> None:
    assert proposed(look(tmp_path, put(f"Tahap 5!{cell}", typed)), "P02", cell) == meant


@pytest.mark.parametrize(
    ("above", "meant"),
    [("Meningkatnya kompetensi aparatur", None), ("Meningkatnya mutu aparatur", "Meningkatnya")],
)
def test_no_sentence_of_another_kinerja_is_proposed(tmp_path: Path, above: str, meant: str | None) -> None:
    change = both(put("Tahap 5!B3", above), put("Tahap 5!B4", "Peningkatan kompetensi aparatur"))
    (entry,) = (entry for entry in look(tmp_path, change).temuan if entry.kode == "W01")
    assert ("«Meningkatnya …»?" in message(entry)) is (meant is not None)


@pytest.mark.parametrize(
    ("cell", "typed"),
    [
        ("B6", "Tersususnnya metadata"),
        ("C6", "Jumlah metadata yang di susun"),
        ("C6", "Jumlah metadata metadata"),
        ("I6", "Dokumne"),
        ("H6", "STAFF"),
    ],
)
def test_what_is_proposed_is_accepted(tmp_path: Path, cell: str, typed: str) -> None:
    place = f"Tahap 5!{cell}"
    found = look(tmp_path, put(place, typed))
    told = [(entry, _PROPOSED.search(f"{message(entry)} {hint(entry)}")) for entry in found.temuan]
    entry, words = next((entry, words) for entry, words in told if words and entry.tempat.address == cell)
    again = look(tmp_path, put(place, words.group(1)))
    assert entry.kode not in [other.kode for other in again.temuan if other.tempat.address == cell]
