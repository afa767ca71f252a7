"""A sheet as it stands: every used cell with the text Excel shows, before anything is known of its meaning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import BinaryIO, NamedTuple

MAX_COVERED = 200_000
"""Covered cells kept for one sheet: far more than any table has."""


Remark = tuple[str, str]
"""A note or a text box: where it stands in its sheet ("C6"; "" for a box without a place), and what it says."""


class TextLook(NamedTuple):
    """How a cell looks: the colour behind it, and its letters."""

    ground: str = "FFFFFF"
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    size: str = ""
    ink: str = "000000"


PLAIN = TextLook()


@dataclass(frozen=True, slots=True)
class UsedCell:
    """One used cell.

    ``text`` is what Excel shows (Indonesian decimal comma); ``kode_text`` the same for a code column, where a
    number keeps its dot. ``broken`` is empty, or the finding code of a cell whose value cannot be trusted, with
    ``details`` to quote. ``cleaned`` tells that characters were removed that no document can hold. ``typed`` is what
    stands in a cell that only says that it is blank ("-", "n/a"), whose ``text`` is empty. ``unread`` tells that a cell
    without text holds something that could not be read. ``struck`` is what is struck through in it, and no part of
    its text.
    """

    text: str
    kode_text: str
    number: Decimal | None = None
    tanggal: date | None = None
    broken: str = ""
    details: str = ""
    cleaned: bool = False
    typed: str = ""
    unread: bool = False
    struck: str = ""

    @property
    def is_filled(self) -> bool:
        """Whether the cell holds anything but blanks."""
        return bool(self.broken) or self.number is not None or bool(self.text.strip())


@dataclass(frozen=True)
class Grid:
    """The used cells of one sheet by (row, column), both 1-based.

    ``merges`` maps every cell covered by a merged range, save its first, to that first cell; ``leftovers`` are values
    that stand below a merge, where Excel does not show them. ``joined`` maps every cell whose text is a part of that of
    another cell to it. ``struck`` is what is struck through, by cell; a cell is used where it has more than that.
    ``notes`` and ``boxes`` are the notes of cells and the text boxes, each with its place and its text. ``concealed``
    are cells that hold a value and look blank: by their number format, or in the colour of what is behind them.
    ``printed`` is what stands in the head and foot of its printed pages. ``reformatted`` are ranges in which a
    condition changes how a number is shown. ``linked`` are cells whose formulas ask another workbook, with its name,
    ``pivots`` the ranges of pivot tables. ``indents`` and ``looks`` are those of texts that have any,
    ``outlines`` the depths of rows in groups.
    """

    title: str
    cells: Mapping[tuple[int, int], UsedCell]
    merges: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    hidden: tuple[int, ...] = ()
    leftovers: Mapping[tuple[int, int], UsedCell] = field(default_factory=dict)
    joined: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    struck: Mapping[tuple[int, int], str] = field(default_factory=dict)
    notes: tuple[Remark, ...] = ()
    boxes: tuple[Remark, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    is_hidden: bool = False
    printed: tuple[str, ...] = ()
    concealed: frozenset[tuple[int, int]] = frozenset()
    reformatted: tuple[MergedRange, ...] = ()
    linked: tuple[Remark, ...] = ()
    pivots: tuple[str, ...] = ()
    indents: Mapping[tuple[int, int], int] = field(default_factory=dict)
    looks: Mapping[tuple[int, int], TextLook] = field(default_factory=dict)
    outlines: Mapping[int, int] = field(default_factory=dict)

    @cached_property
    def filled_columns(self) -> Mapping[int, tuple[int, ...]]:
        """The used columns of every used row."""
        rows: dict[int, list[int]] = {}
        for baris, kolom in self.cells:
            rows.setdefault(baris, []).append(kolom)
        return {baris: tuple(sorted(columns)) for baris, columns in sorted(rows.items())}

    @cached_property
    def covered(self) -> Mapping[int, Mapping[int, tuple[int, int]]]:
        """By row, the covered columns with the first cell of the merge that covers them."""
        rows: dict[int, dict[int, tuple[int, int]]] = {}
        for (baris, kolom), first in self.merges.items():
            rows.setdefault(baris, {})[kolom] = first
        return rows

    @property
    def last_row(self) -> int:
        """The last row with a value, 0 for an empty sheet."""
        return max((baris for baris, _ in self.cells), default=0)

    @property
    def last_column(self) -> int:
        """The last column with a value, 0 for an empty sheet."""
        return max((kolom for _, kolom in self.cells), default=0)

    def text(self, baris: int, kolom: int) -> str:
        """Text of a cell (row and column 1-based), empty when it is not used."""
        cell = self.cells.get((baris, kolom))
        return cell.text if cell else ""


@dataclass(frozen=True, slots=True)
class MergedRange:
    """A merged range, rows and columns 1-based, both ends inclusive."""

    top: int
    left: int
    bottom: int
    right: int


def sheet_grid(
    title: str,
    cells: Mapping[tuple[int, int], UsedCell],
    ranges: Iterable[MergedRange] = (),
    hidden: tuple[int, ...] = (),
    remarks: tuple[tuple[Remark, ...], tuple[Remark, ...]] = ((), ()),
) -> Grid:
    """A sheet with its merged ranges laid over its cells: what stands below one is not seen, it is a leftover.

    What is struck through is no part of its cells: one of which nothing is left is not used.

    Args:
        title: Name of the sheet.
        cells: All its used cells.
        ranges: Its merged ranges.
        hidden: Numbers of its hidden rows.
        remarks: The notes of its cells, and its text boxes.
    """
    struck = {place: cell.struck for place, cell in cells.items() if cell.struck}
    if struck:
        cells = {place: cell for place, cell in cells.items() if not cell.struck or cell.text.strip()}
    merged = _covered_cells(ranges, cells)
    shown = {place: cell for place, cell in cells.items() if place not in merged}
    left = {place: cells[place] for place in merged.keys() & cells.keys()}
    return Grid(title, shown, merged, hidden, left, struck=struck, notes=remarks[0], boxes=remarks[1])


def _covered_cells(
    ranges: Iterable[MergedRange], cells: Mapping[tuple[int, int], UsedCell]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Every cell that a merged range covers, with the first cell of its range, as far as the sheet is used.

    Merges of whole columns and below the table carry nothing there.

    Args:
        ranges: The merged ranges of a sheet.
        cells: Its used cells, those below merges too.
    """
    last_row = max((row for row, _ in cells), default=0)
    last_column = max((column for _, column in cells), default=0)
    merged: dict[tuple[int, int], tuple[int, int]] = {}
    for area in ranges:
        first = (area.top, area.left)
        for row in range(area.top, min(area.bottom, last_row) + 1):
            for column in range(area.left, min(area.right, last_column) + 1):
                if (row, column) != first:
                    merged.setdefault((row, column), first)
        if len(merged) > MAX_COVERED:
            break
    return merged


@dataclass(frozen=True, slots=True)
class RawSheet:
    """What is known of a sheet before its cells are read: name, merges, formulas without a result by (row, column)."""

    title: str
    merges: tuple[MergedRange, ...]
    uncalculated: Mapping[tuple[int, int], str]
    notes: tuple[Remark, ...] = ()
    boxes: tuple[Remark, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    is_hidden: bool = False
    printed: tuple[str, ...] = ()
    reformatted: tuple[MergedRange, ...] = ()
    linked: tuple[Remark, ...] = ()
    pivots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BareWorkbook:
    """The cells of a workbook as an archive that can be read, with its sheets in the same order."""

    file: BinaryIO
    lembar: tuple[RawSheet, ...]
    looks: tuple[TextLook, ...] = (PLAIN,)
    """By the number of the fill that a cell has in ``file``."""
    lost_styles: frozenset[int] = frozenset()
    """Numbers of the styles whose number format is not in the file."""
    date1904: bool = False
    """Whether its days are counted from 1904 on."""
