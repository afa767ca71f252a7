"""Rows of the official tables that a column says are of another agency: read all the same, and named."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from pokin_docs.extract.account.sorting import TablePlace
from pokin_docs.extract.grid import Grid
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.ranges import ranges
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, squeeze

_TITLE = re.compile(r"(?:nama )?(?:sub )?(?:skpd|opd|pd|perangkat daerah|unit organisasi|instansi)")
_OFFICE = re.compile(
    r"(?:dinas|badan|kecamatan|inspektorat|sekretariat (?:daerah|dprd)|rsud|rumah sakit|satuan polisi)\b"
)
_SHOWN = 6


def name_other_agencies(
    grids: Sequence[Grid],
    places: Mapping[str, TablePlace],
    came_from: Mapping[str, Set[tuple[int, int]]],
    own: str,
    log: FindingLog,
) -> None:
    """Name, once for a sheet, the rows that are read though a column says that they are of another agency.

    Args:
        grids: The sheets.
        places: Where tables were read.
        came_from: The cells that values came from.
        own: The agency of the workbook; empty where Identitas does not say: then nothing can be told.
        log: Takes what is found.
    """
    for grid in grids if own else ():
        place = places.get(grid.title)
        titles = place.title if place is not None else {}
        for number in (number for number, title in titles.items() if _TITLE.fullmatch(fold(title))):
            if place is None or number in place.columns:
                continue
            read = {row for row, _ in came_from.get(grid.title, ()) if row > place.baris}
            said = {row: squeeze(grid.text(row, number)) for row in sorted(read)}
            others = {
                row: text for row, text in said.items() if _OFFICE.match(fold(text)) and not is_same_agency(text, own)
            }
            if others:
                cells = [CellRef(grid.title, row, number) for row in others]
                names = list(dict.fromkeys(others.values()))
                log.note("B120", cells[0], jumlah=len(cells), lain=", ".join(names[:3]), sendiri=own,
                         sel=ranges(cells, _SHOWN))  # fmt: skip


def is_same_agency(one: str, other: str) -> bool:
    """Whether two names are of one agency: one may be shorter."""
    short, long = sorted((fold(one), fold(other)), key=len)
    return long == short or long.startswith(f"{short} ")
