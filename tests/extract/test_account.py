"""Every filled cell is read, named by a finding, or harmless; ``conftest`` holds it for each workbook of the suite."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.command_line import here
from helpers.workbooks import BAKU, add_row, both, put, write
from pokin_docs.extract.display import show_text
from pokin_docs.extract.grid import Grid
from pokin_docs.extract.read import Reading, read, understand
from pokin_docs.model.catalogue import message


def look(folder: Path, *changes: Callable[[Workbook], object]) -> Reading:
    return read(write(folder / "b.xlsx", BAKU, *changes))


def unread(found: Reading) -> list[str]:
    return [f"{entry.kode} {message(entry)}" for entry in found.temuan if entry.kode in ("B55", "B56")]


def numbers(found: Reading, lembar: str) -> tuple[int, int, int, int]:
    (own,) = (entry for entry in found.account.lembar if entry.lembar == lembar)
    return own.filled, own.read, own.named, own.harmless


def test_a_clean_workbook_is_read_whole(tmp_path: Path) -> None:
    found = look(tmp_path)
    assert found.account.filled == found.account.read > 150
    assert found.temuan == ()


@pytest.mark.parametrize(
    ("title", "value", "said"),
    [
        ("Catatan Kantor", "tanya Bappeda", "B55 Kolom S «Catatan Kantor» tidak dibaca (1 sel: S3)."),
        ("No. HP", "0812 0000", "B55 Kolom S «No. HP»"),
        ("Target Renja 2026", 56, "B56 Kolom S «Target Renja 2026» tidak dibaca (1 sel: S3), padahal"),
        (None, "Meningkatnya jumlah pengguna data", "B56 Kolom S tidak dibaca (1 sel: S3), padahal"),
        (None, "tanya Bappeda", "B55 Kolom S tidak dibaca (1 sel: S3)."),
    ],
)
def test_a_column_that_is_not_read_is_named(tmp_path: Path, title: str | None, value: object, said: str) -> None:
    found = look(tmp_path, both(put("Tahap 5!S1", title), put("Tahap 5!S3", value)))
    assert len(unread(found)) == 1
    assert unread(found)[0].startswith(said)
    assert found.account.named == 1 + bool(title)


@pytest.mark.parametrize(("title", "value"), [("No", 1), ("Target 2026 P", None), ("Catatan", "-"), (None, ":")])
def test_numbers_of_rows_empty_columns_and_signs_are_harmless(tmp_path: Path, title: str | None, value: object) -> None:
    found = look(tmp_path, both(put("Tahap 5!S1", title), put("Tahap 5!S3", value)))
    assert unread(found) == []
    assert found.account.harmless == found.account.filled - found.account.read > 0


def test_a_number_column_that_says_more_is_named_there(tmp_path: Path) -> None:
    found = look(tmp_path, both(put("Tahap 5!S1", "No"), put("Tahap 5!S2", 1), put("Tahap 5!S3", "dihapus?")))
    assert unread(found) == ["B55 Kolom S «No» tidak dibaca (1 sel: S3)."]


def test_sheets_are_named_by_what_they_hold(tmp_path: Path) -> None:
    own = "## Rekap Absen\n| Bulan | Hari |\n| Mei | 20 |\n"
    ours = "## Lampiran\n| Indikator Kinerja | Satuan | Target 2026 |\n| Indeks | Nilai | 5 |\n"
    found = read(write(tmp_path / "b.xlsx", BAKU + own + ours))
    assert [line.split(" tidak")[0] for line in unread(found)] == ["B55 Lembar «Rekap Absen»", "B56 Lembar «Lampiran»"]
    assert numbers(found, "Rekap Absen") == (4, 0, 4, 0)


@pytest.mark.parametrize(("total", "codes"), [(255, []), (256, ["B46"])])
def test_a_total_that_fits_is_harmless_and_one_that_differs_is_named(
    tmp_path: Path, total: int, codes: list[str]
) -> None:
    values = both(*(put(f"Tahap 5!L{row}", value) for row, value in enumerate((55, 100, 100, 0, 0), start=2)))
    found = look(tmp_path, values, add_row("Tahap 5", f"| Jumlah | | | | | | | | | | | {total} |"))
    assert [entry.kode for entry in found.temuan] == codes
    assert numbers(found, "Tahap 5")[2:] == ((2, 0) if codes else (0, 2))


def test_a_sheet_whose_table_is_not_found_is_named_whole(tmp_path: Path) -> None:
    found = look(tmp_path, *(put(f"Tahap 5!{letter}1", None) for letter in "ABCDEFGHIJKLMNOPQR"))
    assert found.value is None
    filled, read_cells, named, _ = numbers(found, "Tahap 5")
    assert (read_cells, named) == (0, filled)


def test_the_account_is_told_as_json(tmp_path: Path) -> None:
    write(tmp_path / "b.xlsx", BAKU, put("Pejabat!L3", "0812"))
    told = json.loads(here("periksa", "b.xlsx", "--format", "json", cwd=tmp_path).stdout)["terbaca"]
    assert [entry["lembar"] for entry in told["lembar"]][:2] == ["Identitas", "Tahap 2"]
    assert told["terisi"] == sum(entry["terisi"] for entry in told["lembar"])
    assert told["terisi"] == told["dibaca"] + told["disebut"] + told["wajar"]
    assert told["disebut"] == 1


@pytest.mark.parametrize(
    ("below", "named"), [("Meningkatnya akses data", []), ("Meningkatnya hal lain yang penting", ["B56"])]
)
def test_what_a_merge_covers_is_named_unless_it_says_the_same(below: str, named: list[str]) -> None:
    cells = {
        (1, 1): "Kinerja",
        (1, 2): "Indikator Kinerja",
        (1, 3): "Komponen Perencanaan",
        (2, 1): "Meningkatnya akses data",
    }
    cells |= {(2, 2): "Indeks", (2, 3): "Sasaran Pertama SKPD", (3, 2): "Nilai"}
    grid = Grid(
        "Tahap 5",
        {place: show_text(text) for place, text in cells.items()},
        {(3, 1): (2, 1)},
        leftovers={(3, 1): show_text(below)},
    )
    found = understand((grid,), "b.xlsx")
    assert [entry.kode for entry in found.temuan if entry.kode in ("B55", "B56")] == named
    assert (found.account.filled, found.account.named, found.account.harmless) == (8, len(named), 1 - len(named))
