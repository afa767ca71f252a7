"""The list of officials on a sheet of another name: known by its columns and by the NIP that stand in its rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pokin_docs.extract.continued import is_other_matter
from pokin_docs.extract.grid import Grid, UsedCell
from pokin_docs.extract.layouts.header import find_header
from pokin_docs.extract.layouts.people_columns import keys_in_title, part_of
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.source import CellRef
from pokin_docs.model.workbook_spec import PEJABAT

_NIP = re.compile(r"(?<!\d)(?:19|20)\d{6}[ .]?\d{6}[ .]?\d[ .]?\d{3}(?!\d)")
_NEEDED = frozenset(("nama", "jabatan"))
_MOST = 0.5
_TITLE_ROWS, _SHORT = 15, 3
_WORD = re.compile(r"\w+")
_ID, _LONGEST = "ID", 40


def find_people(grids: Sequence[Grid], log: FindingLog) -> Grid | None:
    """The sheet that lists people with their posts; None where none does. That it is taken for Pejabat is told.

    A list of people has no IDs: each post gets one, of its own words, in a column behind the last.

    Args:
        grids: The sheets that are known as nothing else.
        log: Takes what is said; what was said of the sheet as one that is not known is taken back.
    """
    found = {count: (grid, row) for grid in reversed(grids) for row, count in [_people(grid)] if count}
    if not found:
        return None
    count = max(found)
    grid, row = found[count]
    log.entries = [entry for entry in log if entry.tempat.lembar != grid.title]
    with_ids = _with_ids(grid, row)
    told = " ID tiap jabatan dibuat dari namanya." if with_ids is not grid else ""
    log.note("B106", CellRef(grid.title), lembar=grid.title, jumlah=count, lagi=told)
    return with_ids


def _people(grid: Grid) -> tuple[int, int]:
    """The row of titles and how many rows below it have a NIP; none where too few have, or the titles do not fit."""
    if not is_other_matter(grid.title):
        for row in list(grid.filled_columns)[:_TITLE_ROWS]:
            keys = [key for number in grid.filled_columns[row] for key in keys_in_title(grid.text(row, number))]
            if set(keys) >= _NEEDED:
                rows = [below for below in grid.filled_columns if below > row and _words(grid, below)]
                with_nip = [
                    below for below in rows if any(_NIP.search(grid.text(below, n)) for n in grid.filled_columns[below])
                ]
                return (row, len(with_nip)) if len(with_nip) >= _MOST * len(rows) else (0, 0)
    return 0, 0


def _words(grid: Grid, row: int) -> bool:
    """Whether a row holds more than the numbers of columns or a single text."""
    return sum(len(grid.text(row, number)) > _SHORT for number in grid.filled_columns[row]) > 1


def _with_ids(grid: Grid, row: int) -> Grid:
    """The sheet with an ID for each post; the same sheet where a column of IDs is there."""
    header, _ = find_header(grid, PEJABAT)
    if header is not None and ("id", None) in header.kolom:
        return grid
    column = grid.last_column + 1
    titled = replace(grid, cells={**grid.cells, (row, column): UsedCell(_ID, _ID)})
    header, _ = find_header(titled, PEJABAT)
    posts = header.kolom.get(("jabatan", None)) if header is not None else None
    if header is None or posts is None:
        return grid
    cells = dict(titled.cells)
    known: Counter[str] = Counter()
    for below in (below for below in grid.filled_columns if below > header.baris):
        cell = part_of(grid, below, header.kolom, "jabatan") or grid.cells.get((below, posts))
        words = _WORD.findall(cell.text.upper()) if cell is not None else []
        if words and _words(grid, below):
            name = "-".join(words)[:_LONGEST].rstrip("-")
            known[name] += 1
            text = name if known[name] == 1 else f"{name}-{known[name]}"
            cells[below, column] = UsedCell(text, text)
    return replace(titled, cells=cells)
