"""A machine whose clock is far off, before 1980 or after 2107, which no zip can write: nothing of ours asks it."""

from __future__ import annotations

import calendar
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from helpers.workbooks import read_of, write
from pokin_docs.files.blank_document import finished
from pokin_docs.workbook.write import WorkbookContent, workbook_bytes

LOCALTIME = time.localtime


@pytest.fixture(params=[1970, 1979, 2108, 2200])
def clock(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Set the clock of this process to a year."""
    moment = float(calendar.timegm((request.param, 3, 4, 5, 6, 7)))

    def set_clock() -> None:
        monkeypatch.setattr(time, "time", lambda: moment)
        monkeypatch.setattr(time, "localtime", lambda when=moment: LOCALTIME(when))

    return set_clock


@pytest.mark.parametrize(
    "make",
    [
        lambda: finished(Document(), "Judul"),
        lambda: workbook_bytes(WorkbookContent()),
    ],
    ids=["Word", "Excel"],
)
def test_what_a_library_saves_is_the_same_whatever_the_clock_says(
    clock: Callable[[], None], make: Callable[[], bytes]
) -> None:
    before = make()
    clock()
    assert make() == before


def test_a_workbook_is_read_whatever_the_clock_and_the_file_say(tmp_path: Path, clock: Callable[[], None]) -> None:
    path = write(tmp_path / "b.xlsx")
    before = read_of(path)
    clock()
    for moment in (-86_400, 0, 2**33):
        os.utime(path, (moment, moment))
        assert read_of(path) == before
