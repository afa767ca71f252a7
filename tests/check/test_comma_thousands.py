"""I48: a comma between thousands, as English writes it, is named where the row tells that it cannot be a decimal one."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.plans import settings
from helpers.workbooks import BAKU, both, put, write
from pokin_docs.flow.examine import Understood, examine


def told(folder: Path, **cells: object) -> list[tuple[str, dict[str, object]]]:
    """Where I48 is said of the last row of the main table, with its details, once these cells are filled."""
    found = examine(write(folder / "b.xlsx", BAKU, both(*(put(f"Tahap 5!{at}", value) for at, value in cells.items()))),
                    settings())  # fmt: skip
    assert isinstance(found, Understood), found.temuan
    return [(one.tempat.address or "", dict(one.details)) for one in found.temuan if one.kode == "I48"]


@pytest.mark.parametrize(
    "cells",
    [
        {"L6": "1,200", "M6": 1_300}, {"L6": "1,200", "M6": "1.300"}, {"I6": "Orang", "L6": "1,200"},
        {"I6": "Dokumen", "L6": "-1,200"}, {"L6": "1,200,000"}, {"L6": "1,200.5"}, {"J6": 1_100, "L6": "1,200"},
    ],
    ids=str,
)  # fmt: skip
def test_a_comma_between_thousands_is_named_with_the_new_text(tmp_path: Path, cells: dict[str, object]) -> None:
    found = told(tmp_path, **{"I6": "Poin", "L6": 1, "M6": 2} | cells)
    assert [place for place, _ in found] == ["L6"]
    assert str(found[0][1]["usul"]).replace("-", "")[:5] == "1.200"


@pytest.mark.parametrize(
    "cells",
    [
        {"L6": "1,200", "M6": "1,300"}, {"L6": "0,125", "M6": 5}, {"I6": "Kg", "L6": "1,200"}, {"L6": 1.2, "M6": 1_300},
        {"L6": "1,2", "M6": 1_300}, {"L6": "1,2000", "M6": 1_300},
    ],
    ids=str,
)  # fmt: skip
def test_decimals_are_not(tmp_path: Path, cells: dict[str, object]) -> None:
    assert told(tmp_path, **{"I6": "Poin", "L6": 1, "M6": 2} | cells) == []
