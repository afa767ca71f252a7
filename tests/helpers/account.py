"""The account of cells, checked against the findings themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pokin_docs.extract.account.sorting import Cell, SortedCells
from pokin_docs.model.catalogue import message
from pokin_docs.model.findings import Temuan

_NUMBERS = re.compile(r"\d+")


def assert_whole(sheets: Iterable[SortedCells], temuan: Iterable[Temuan]) -> None:
    """Each filled cell is of one kind, and each that is named lies in a place that a finding says."""
    found = tuple(temuan)
    for cells in sheets:
        kinds = (cells.read, cells.named, cells.harmless)
        assert not cells.rest, f"{cells.grid.title}: {sorted(cells.rest)[:5]}"
        assert sum(map(len, kinds)) == len(set().union(*kinds)) == cells.filled, cells.grid.title
        own = [finding for finding in found if finding.tempat.lembar == cells.grid.title]
        nowhere = [cell for cell in cells.named if not any(_names(finding, cell) for finding in own)]
        assert not nowhere, f"{cells.grid.title}: {sorted(nowhere)[:5]}"


def _names(finding: Temuan, cell: Cell) -> bool:
    """Whether the sheet, column, row or cell that a finding speaks of holds a cell."""
    told, place = dict(finding.details), finding.tempat
    if place.baris is None or (place.kolom is None and f"«{place.lembar}»" in message(finding)):
        return True
    if told.get("jenis") == "bagian":
        first, *last = map(int, _NUMBERS.findall(told["apa"].split("(")[0]))
        return first <= cell[0] <= max(last, default=first)
    if finding.kode == "B46":
        return cell[0] in map(int, _NUMBERS.findall(told["baris"])) or "…" in told["baris"]
    if finding.kode == "B47":
        return cell[1] >= (place.kolom or 0)
    return cell[1] == place.kolom or cell[0] == place.baris
