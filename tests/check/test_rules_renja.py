"""The rules about what a Renja asks of Program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, both, put, write
from pokin_docs.flow.examine import examine
from pokin_docs.model.settings import Settings

Change = Callable[[Workbook], object]
_CODES = frozenset(("P110", "P111"))


def lines(*funds: str | None) -> Change:
    """A change: further sub kegiatan with these sources of money."""

    def change(book: Workbook) -> None:
        for number, fund in enumerate(funds, start=19):
            book["Program"].append([f"2.20.02.2.01.{number:04}", f"Layanan {number}", 0, 0, 0, 0, 0, fund])

    return change


def outlook(column: str, title: str, value: object, note: str | None = None) -> Change:
    return both(
        put(f"Program!{column}1", title), put(f"Program!{column}4", value),
        put("Program!K1", "Catatan Penting"), put("Program!K4", note),
    )  # fmt: skip


KASUS: list[tuple[str, str, Change]] = [
    ("P110", "Program!H6", lines("APBD", None)),
    ("P111", "Program!I4", outlook("I", "Prakiraan Maju Pagu", 1_200_000)),
]


def told(folder: Path, change: Change) -> list[tuple[str, str]]:
    """Code and place of what is said of the columns."""
    found = examine(write(folder / "b.xlsx", BAKU, change), Settings(Path("build"), ())).temuan
    return [(entry.kode, str(entry.tempat)) for entry in found if entry.kode in _CODES]


@pytest.mark.parametrize(("kode", "tempat", "change"), KASUS, ids=[kasus[0] for kasus in KASUS])
def test_a_fault_is_one_finding_at_its_cell(tmp_path: Path, kode: str, tempat: str, change: Change) -> None:
    assert told(tmp_path, change) == [(kode, tempat)]


@pytest.mark.parametrize("change", [
    lines("APBD", "DAU"),
    lines(None, None),
    outlook("I", "Prakiraan Maju Pagu", 1_100_000),
    outlook("I", "Prakiraan Maju Pagu", 1_200_000, "tambahan DAK"),
    outlook("I", "Prakiraan Maju Target", 8),
    outlook("I", "Prakiraan Maju Target", "naik"),
])  # fmt: skip
def test_what_is_filled_agrees_or_is_explained_is_silent(tmp_path: Path, change: Change) -> None:
    assert told(tmp_path, change) == []


def test_a_target_that_differs_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, outlook("I", "Prakiraan Maju Target", 9)) == [("P111", "Program!I4")]
