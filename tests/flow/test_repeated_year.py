"""A year later the rows of Realisasi that say no year are counted for the new one: told where nothing of them changed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from helpers.realised import agency, realised
from helpers.workbooks import both, put, understood
from pokin_docs.flow import build as flow
from pokin_docs.model.catalogue import message
from pokin_docs.model.locations import bundled
from pokin_docs.model.settings import Settings

ROWS = [[f"IND-{number}", None, None, tw, value] for number, values in
        ((1, (80, 81)), (2, (5, 4)), (3, (12, 31)), (4, (20, 27))) for tw, value in zip(("TW I", "TW II"), values, strict=True)]  # fmt: skip
NEXT_YEAR = both(put("Identitas!B6", 2027), put("Identitas!B8", "5 Januari 2027"), put("Tahap 5!P1", "Target 2027"))


def of_year(rows: Sequence[Sequence[object]], year: int | None) -> list[list[object]]:
    return [[*row[:2], year, *row[3:]] for row in rows]


def built(folder: Path, rows: Sequence[Sequence[object]], *changes: object) -> list[str]:
    book = agency(folder, realised(*rows), *changes)  # type: ignore[arg-type]
    settings = Settings(folder / "build", (bundled("templates"),), hanya=("capaian",))
    outcome = flow.build(book, understood(book, settings), settings)
    assert outcome.build is not None
    return [message(one) for one in outcome.temuan if one.kode == "D57"]


@pytest.mark.parametrize(
    ("first", "then", "count"),
    [
        (ROWS, ROWS, 1),
        (ROWS, [*of_year(ROWS, 2026), *of_year(ROWS, 2027)], 1),
        (ROWS, of_year(ROWS, 2026), 0),
        (ROWS, [*ROWS[:-1], [*ROWS[-1][:4], 28]], 0),
        (ROWS[:2], ROWS[:2], 0),
    ],
    ids=["no year", "copied", "of the year before", "one differs", "too few to tell"],
)
def test_what_was_reached_the_year_before_is_not_counted_again_in_silence(
    tmp_path: Path, first: list[list[object]], then: list[list[object]], count: int
) -> None:
    assert built(tmp_path, first) == []
    found = built(tmp_path, then, NEXT_YEAR)
    assert len(found) == count
    if found:
        assert "2027 semuanya sama dengan tahun sebelumnya (Capaian/" in found[0]
        assert built(tmp_path, then, NEXT_YEAR) == found
