"""Cells merged over several columns: one target for several years is read for each; what cannot be is named."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.column_titles import ColumnKey
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.source import CellRef, column_letters
from pokin_docs.model.texts import fold, squeeze
from pokin_docs.model.workbook_spec import REQUIRED_LEMBAR, ColumnType, Lembar

QUARTERS = frozenset(("tw1", "tw2", "tw3", "tw4"))
_QUOTED = 40
_TallCells = Sequence[tuple[tuple[int, int], Sequence[int]]]
"""Cells merged over rows, by their first one, each with its rows."""


def share_a_value(lembar: Lembar, one: ColumnKey, other: ColumnKey) -> bool:
    """Whether a cell merged over two columns is the value of both: years or quarters of one thing, and no amount.

    Args:
        lembar: The sheet of the columns.
        one: The one column.
        other: The other one.
    """
    if lembar.kolom_of(one[0]).jenis is ColumnType.RUPIAH:
        return False
    return (one[0] == other[0] and one[1] is not None) or {one[0], other[0]} <= QUARTERS


def name_wide_merges(
    grid: Grid, lembar: Lembar, columns: Mapping[int, ColumnKey], rows: Collection[int], log: FindingLog,
    blocks: Mapping[int, ColumnKey] = {}, levels: Mapping[int, str] = {},
) -> None:  # fmt: skip
    """Name the cells of rows of data that are merged over several columns: read for all of them, or for the first only.

    Args:
        grid: The sheet.
        lembar: What it is.
        columns: The keys of its columns by number, 1-based.
        rows: The rows that were read, 1-based.
        log: Takes what is found.
        blocks: The keys of all columns of a table with columns for each level, which repeat.
        levels: What its columns that hold the sentences or names of a level are called, from the highest level down.
    """
    tall = _merged_over_rows(grid, columns, rows)
    _name_tall_amounts(grid, lembar, columns, tall, log)
    if lembar is REQUIRED_LEMBAR:
        _name_across_levels(grid, lembar, columns, tall, log)
    every = {**columns, **blocks}
    names = {number: _title(lembar, key) for number, key in every.items()} | dict(levels)

    def shares(one: int, other: int) -> bool:
        return levels.keys().isdisjoint((one, other)) and share_a_value(lembar, every[one], every[other])

    name_wide_cells(grid, names, shares, rows, log, tuple(levels))


def name_wide_cells(
    grid: Grid, names: Mapping[int, str], shares: Callable[[int, int], bool], rows: Collection[int], log: FindingLog,
    levels: Sequence[int] = (),
) -> None:  # fmt: skip
    """B59, B60: name the cells of rows of data that are merged over several columns.

    Over columns of levels such a cell may be a sentence of each of them, or only have the room for its letters: this
    where the first column that it covers is filled in the next row of the tree, as a staircase goes down.

    Args:
        grid: The sheet.
        names: What its columns that are read are called, by number (1-based).
        shares: Whether the value of the first of two columns is that of the other one too.
        rows: The rows that were read, 1-based.
        log: Takes what is found.
        levels: The columns that hold the sentences or names of a level each, from the highest down.
    """
    over: dict[tuple[int, int], set[int]] = {}
    for baris in rows:
        for number, anchor in grid.covered.get(baris, {}).items():
            if anchor[0] in rows and anchor[1] != number and number in names:
                over.setdefault(anchor, set()).add(number)
    roomy = _with_room(grid, over, levels, sorted(rows)) if levels else frozenset()
    for (baris, kolom), others in sorted(over.items()):
        text = squeeze(grid.text(baris, kolom))
        alone = [number for number in grid.filled_columns.get(baris, ()) if grid.text(baris, number).strip()] == [kolom]
        over_the_table = alone and not others <= set(levels)
        if not text or over_the_table or (baris, kolom) in roomy:
            continue
        filled = kolom in names and all(shares(kolom, number) for number in others)
        log.note(
            "B59" if filled else "B60", CellRef(grid.title, baris, kolom),
            teks=text if len(text) <= _QUOTED else f"{text[:_QUOTED].rstrip()} …",
            sel=f"{column_letters(kolom)}{baris}:{column_letters(max(others))}{baris}",
            kolom=", ".join(names[number] for number in sorted({kolom, *others} & names.keys())),
            pertama=names.get(kolom, ""),
        )  # fmt: skip


def _with_room(
    grid: Grid, over: Mapping[tuple[int, int], set[int]], levels: Sequence[int], rows: Sequence[int]
) -> frozenset[tuple[int, int]]:
    """The first cells of merges over columns of levels that are only as wide as their text needs.

    Where some are, one with nothing below it is too.

    Args:
        grid: The sheet.
        over: By first cell of a merge the columns that it covers.
        levels: The columns of levels, from the highest down.
        rows: The rows that were read, in sheet order.
    """
    steps: set[tuple[int, int]] = set()
    ends: set[tuple[int, int]] = set()
    for (baris, kolom), others in over.items():
        covered = [number for number in levels if number in others]
        if kolom not in levels or not covered or not others <= set(levels):
            continue
        right = [number for number in levels if number > max(covered) and grid.text(baris, number).strip()]
        below = (number for row in rows if row > baris for number in levels if grid.text(row, number).strip())
        following = next(iter(right), None) or next(below, None)
        if following == covered[0]:
            steps.add((baris, kolom))
        elif following is None or following <= kolom:
            ends.add((baris, kolom))
    return frozenset(steps | ends if steps else ())


def _merged_over_rows(grid: Grid, columns: Mapping[int, ColumnKey], rows: Collection[int]) -> _TallCells:
    """The cells of columns that are merged over several rows, each with its rows, in sheet order.

    Args:
        grid: The sheet.
        columns: The keys of its columns by number, 1-based.
        rows: The rows that were read, 1-based.
    """
    below: dict[tuple[int, int], list[int]] = {}
    for baris in sorted(rows):
        for number, anchor in grid.covered.get(baris, {}).items():
            if anchor[0] in rows and anchor[1] == number and number in columns:
                below.setdefault(anchor, [anchor[0]]).append(baris)
    return sorted(below.items())


def _name_tall_amounts(
    grid: Grid, lembar: Lembar, columns: Mapping[int, ColumnKey], tall: _TallCells, log: FindingLog
) -> None:
    """Name an amount that is merged over several rows: filling it would count it once for each.

    Args:
        grid: The sheet.
        lembar: What it is.
        columns: The keys of its columns by number, 1-based.
        tall: Its cells that are merged over rows.
        log: Takes what is found.
    """
    for (baris, kolom), merged in tall:
        is_amount = lembar.kolom_of(columns[kolom][0]).jenis is ColumnType.RUPIAH
        if is_amount and (text := squeeze(grid.text(baris, kolom))):
            letters = column_letters(kolom)
            log.note(
                "B103", CellRef(grid.title, baris, kolom), sel=f"{letters}{baris}:{letters}{merged[-1]}",
                kolom=_title(lembar, columns[kolom]), teks=text, baris=baris,
            )  # fmt: skip


_OF_ONE_ROW = frozenset(("pemilik", "kode"))
"""Columns in which one value for rows of several levels is a slip: each level has owners and codes of its own."""


def _name_across_levels(
    grid: Grid, lembar: Lembar, columns: Mapping[int, ColumnKey], tall: _TallCells, log: FindingLog
) -> None:
    """B121, B122: cells merged over rows, whose value counts for each: an owner of two classes, of several kinerja.

    Args:
        grid: The sheet.
        lembar: What it is.
        columns: The keys of its columns by number, 1-based.
        tall: Its cells that are merged over rows.
        log: Takes what is found.
    """
    level = next((number for number, key in columns.items() if key == ("komponen", None)), None)
    kinerja = next((number for number, key in columns.items() if key == ("kinerja", None)), None)
    if level is None:
        return
    for (baris, kolom), merged in tall:
        kunci = columns[kolom][0]
        if kunci not in _OF_ONE_ROW:
            continue
        said = {fold(text): squeeze(text) for row in merged if (text := grid.text(row, level).strip())}
        text = squeeze(grid.text(baris, kolom))
        apart = len(said) > 1
        several = len({fold(grid.text(row, kinerja or 0)) for row in merged} - {""}) > 1
        if text and (apart or (several and kunci == "pemilik")):
            letters = column_letters(kolom)
            log.note(
                "B121" if apart else "B122", CellRef(grid.title, baris, kolom),
                sel=f"{letters}{baris}:{letters}{merged[-1]}",
                kolom=_title(lembar, columns[kolom]), teks=text, tingkat=", ".join(said.values()), sampai=merged[-1],
            )  # fmt: skip


def _title(lembar: Lembar, key: ColumnKey) -> str:
    return lembar.kolom_of(key[0]).title.replace("{tahun}", str(key[1]))
