"""One changed cell of the example, whichever: the rebuild gives byte for byte what a clean build gives."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from random import Random

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell

from helpers.command_line import files_of
from helpers.report_pages import EXAMPLE
from helpers.workbooks import understood
from pokin_docs.flow import build
from pokin_docs.model.locations import bundled
from pokin_docs.model.settings import FORMER_RECORD, Settings

pytestmark = [pytest.mark.usefixtures("filled_anew"), pytest.mark.timeout(300)]

SHEETS = ("Tahap 5", "Pejabat", "Program", "Renstra", "Tahap 4", "Lintas Perangkat Daerah", "Realisasi", "Identitas")
"""Where cells are changed, in turn, so that papers of every kind have another content."""


def _built(book: Path, folder: Path) -> dict[str, bytes]:
    """The files of a build, but for what tells of files that stood there before."""
    settings = Settings(folder, (bundled("templates"),))
    made = build.build(book, understood(book, settings), settings)
    assert made.build is not None, made.temuan
    return {name: data for name, data in files_of(folder / book.stem).items() if name != FORMER_RECORD}


def _cells(opened: Workbook, sheet: str) -> list[Cell]:
    """The cells of a sheet's table that say something a reader may type otherwise."""
    first = 2 if sheet == "Identitas" else 5
    rows = opened[sheet].iter_rows(min_row=first, min_col=2)
    return [
        cell for row in rows for cell in row if isinstance(cell, Cell) and isinstance(cell.value, str | int | float)
    ]


def _changed(chance: Random, value: object) -> object:
    """A value as somebody may type it instead: another number, or a word more, less or otherwise."""
    text = str(value)
    if text.replace(".", "", 1).isdigit():
        return chance.choice((str(int(float(text)) + 1), None))
    words = text.split()
    return " ".join(chance.choice(((*words, "Lain"), words[1:], (*words[:-1], f"{words[-1]}2"))))


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, built."""
    folder = tmp_path_factory.mktemp("contoh")
    shutil.copy(EXAMPLE, folder / "b.xlsx")
    _built(folder / "b.xlsx", folder / "lama")
    return folder


_SEEDS = range(10 if os.environ.get("POKIN_CI") == "1" else 4)
"""A clean build of the example takes seconds: four cells here, ten in CI."""


@pytest.mark.parametrize("seed", _SEEDS)
def test_rebuild_after_one_cell_of_the_example_equals_a_clean_build(before: Path, tmp_path: Path, seed: int) -> None:
    shutil.copytree(before, tmp_path, dirs_exist_ok=True)
    book, chance = tmp_path / "b.xlsx", Random(seed)
    opened = load_workbook(book)
    while True:  # what makes a galat is built by neither
        cell = chance.choice(_cells(opened, SHEETS[seed % len(SHEETS)]))
        was = cell.value
        cell.value = _changed(chance, was)  # type: ignore[assignment]
        opened.save(book)
        settings = Settings(tmp_path / "lama", (bundled("templates"),))
        if not understood(book, settings).galat(final=False):
            break
        cell.value = was
    again = _built(book, tmp_path / "lama")
    (tmp_path / "bersih" / "b").mkdir(parents=True)
    shutil.copy(tmp_path / "lama" / "b" / "riwayat.json", tmp_path / "bersih" / "b")
    clean = _built(book, tmp_path / "bersih")
    where = f"{cell.parent.title}!{cell.coordinate}: {was!r} -> {cell.value!r}"
    assert {name for name in again.keys() | clean.keys() if again.get(name) != clean.get(name)} == set(), where
