"""What a run says of its workbooks and of the machine before it reads or writes anything, on standard error."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pokin_docs.flow.examine import Examination
    from pokin_docs.model.settings import Settings

_FIRST_YEAR, _LAST_YEAR = 1980, 2107
"""Years that files of Office can name."""


def tell_before(books: Sequence[Path]) -> None:
    """Say that the clock of the machine is wrong, and which workbooks another program holds open."""
    for line in (strange_clock(time.time()), *map(open_elsewhere, books)):
        if line:
            click.echo(line, err=True)


def tell_workbooks(examined: Sequence[tuple[Path, Examination]], settings: Settings) -> None:
    """Say what is strange about these workbooks beside each other, and about what earlier ones left.

    Args:
        examined: The workbooks with what is known of each.
        settings: Where their files go.
    """
    from pokin_docs.flow.examine import Understood
    from pokin_docs.flow.notices import left_behind, same_agency

    books = [(path, found) for path, found in examined if isinstance(found, Understood)]
    for line in (*same_agency((path, found.buku) for path, found in books), *left_behind(books, settings)):
        click.echo(line, err=True)


def open_elsewhere(book: Path) -> str:
    """That Excel or LibreOffice holds a workbook open, and of when the copy on the disk is; empty where none does."""
    locks = {"Excel": f"~${book.name}", "LibreOffice": f".~lock.{book.name}#"}
    for program, lock in locks.items():
        with suppress(OSError, ValueError):  # a name that is too long with a few letters more
            if (book.parent / lock).exists():
                return f"{book.name}: Buku kerja sedang dibuka di {program}; dibaca simpanan terakhir{_saved_at(book)}."
    return ""


def _saved_at(book: Path) -> str:
    """When a file was saved, by the local clock: `` pukul 09.41``, with its day where that is not today."""
    try:
        saved = time.localtime(book.stat().st_mtime)
        today = time.localtime()
        clock = f" pukul {saved.tm_hour:02}.{saved.tm_min:02}"
        return clock if saved[:3] == today[:3] else f"{clock} tanggal {_day(saved)}"
    except (OSError, OverflowError, ValueError):
        return ""


def _day(moment: time.struct_time) -> str:
    from pokin_docs.model.printing import tanggal_by

    return tanggal_by(date(*moment[:3]), "d MMMM y")


def strange_clock(now: float) -> str:
    """That the clock of the machine (``now``, in seconds since 1970) cannot be right; empty where it can."""
    try:
        year = time.localtime(now).tm_year
    except (OSError, OverflowError, ValueError):
        year = 0
    if _FIRST_YEAR <= year <= _LAST_YEAR:
        return ""
    said = f"tahun {year}" if year else "waktu yang tidak ada"
    return f"Jam komputer menunjuk {said}; isi dokumen tidak terpengaruh, tetapi betulkan jamnya."
