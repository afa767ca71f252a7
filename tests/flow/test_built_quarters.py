"""A target of a quarter that is over stays as the Rencana Aksi of an earlier run had it, also without a second column."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.realised import agency, realised
from helpers.workbooks import both, put, understood
from pokin_docs.flow import build as flow
from pokin_docs.model.catalogue import message
from pokin_docs.model.locations import bundled
from pokin_docs.model.settings import Settings

Change = Callable[[Workbook], object]
SAME: Change = both()
MEASURED = realised(["IND-1", None, None, "TW I", 80])
FIRST, THIRD = "Tahap 5!R3", "Tahap 5!T3"
"""Targets of the first indicator, of TW I (80) and TW III (83)."""


def run(folder: Path, *changes: Change, hanya: str = "renaksi") -> list[str]:
    """What is told of quarters when the papers are built from the workbook with these changes."""
    book = agency(folder, *changes)
    settings = Settings(folder / "build", (bundled("templates"),), hanya=(hanya,))
    found = understood(book, settings)
    flow.build(book, found, settings)
    return [f"{one.tempat} {message(one)}" for one in found.temuan if one.kode == "D81"]


def test_a_quarter_that_was_measured_stays_as_it_was_built(tmp_path: Path) -> None:
    assert run(tmp_path) == []
    told = run(tmp_path, MEASURED, put(FIRST, 70))
    (one,) = told
    assert one.startswith(
        "Tahap 5!R3 Target TW I berubah dari «80», seperti pada dokumen yang sudah dibuat, menjadi «70», padahal "
        "triwulan itu sudah ada realisasinya: «"
    )
    assert run(tmp_path, MEASURED, put(FIRST, 70)) == told, "told until it is put right"
    assert run(tmp_path, MEASURED) == []


@pytest.mark.parametrize(
    ("first", "then", "cells"),
    [
        (SAME, put(FIRST, 70), []),
        (SAME, both(MEASURED, put(THIRD, 82)), []),
        (put(FIRST, 70), MEASURED, [FIRST]),
        (put(FIRST, None), MEASURED, []),
        (SAME, both(MEASURED, put(FIRST, None)), [FIRST]),
        (SAME, both(MEASURED, put(FIRST, "80,0")), []),
        (MEASURED, both(MEASURED, put(FIRST, 79)), [FIRST]),
        (SAME, both(put(FIRST, 70), put(THIRD, 82), put("Identitas!B8", "1 Juli 2026")), [FIRST]),
        (SAME, both(put(FIRST, 70), put("Identitas!B8", "31 Maret 2026")), []),
        (SAME, both(MEASURED, put(FIRST, 70), put("Identitas!B6", 2027)), []),
        (SAME, both(MEASURED, put(FIRST, 70), put("Tahap 5!B3", "Indeks lain")), []),
    ],
    ids=["not over", "a quarter that is left", "the last one built counts", "blank before", "blank now",
         "in another form", "first built when it was over", "before the day of the paper", "on its last day",
         "another year", "another indicator"],
)  # fmt: skip
def test_only_quarters_that_are_over(tmp_path: Path, first: Change, then: Change, cells: list[str]) -> None:
    assert run(tmp_path, first) == []
    assert [one.rpartition(" Target")[0] for one in run(tmp_path, then)] == cells


def test_papers_that_were_not_built_say_nothing(tmp_path: Path) -> None:
    run(tmp_path, hanya="pk")
    assert run(tmp_path, MEASURED, put(FIRST, 70)) == []


@pytest.mark.parametrize("text", ["", "[]", '{"2026": 1}', '{"2026": [[1]]}', '{"2026": [["a", "b", 1, 2]]}'])
def test_a_record_that_says_nothing_stops_nobody(tmp_path: Path, text: str) -> None:
    run(tmp_path)
    (record,) = tmp_path.glob("build/*/triwulan.json")
    record.write_text(text)
    assert run(tmp_path, MEASURED, put(FIRST, 70)) == []
