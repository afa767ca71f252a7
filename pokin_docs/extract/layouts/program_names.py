"""A column of names for each level on Program: "Program | Kegiatan | Sub Kegiatan"."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping

from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.column_titles import ColumnKey, ColumnTitle
from pokin_docs.model.texts import fold
from pokin_docs.model.workbook_spec import PROGRAM, Lembar

_LEVELS = ("program", "kegiatan", "sub kegiatan")
_BEFORE = ("nama ", "uraian ", "nomenklatur ")


def name_columns(
    lembar: Lembar, kolom: MutableMapping[ColumnKey, int], over: Mapping[int, ColumnTitle]
) -> tuple[int, ...]:
    """The columns of names by level, top level first; none where one column holds all.

    Args:
        lembar: What the sheet is.
        kolom: The columns found so far; takes the first of these for the names.
        over: What stands over each column.
    """
    if lembar is not PROGRAM:
        return ()
    found: dict[str, int] = {}
    for number, title in over.items():
        level = _level(title.bottom)
        if level in _LEVELS:
            found.setdefault(level, number)
    if len(found) < 2:
        return ()
    columns = tuple(found[level] for level in _LEVELS if level in found)
    known = kolom.get(("nomenklatur", None))
    if known is not None and known not in columns:
        return ()
    kolom["nomenklatur", None] = columns[0]
    return columns


def _level(title: str) -> str:
    text = fold(title).replace("subkegiatan", "sub kegiatan")
    return next((text.removeprefix(word) for word in _BEFORE if text.startswith(word)), text)


def name_column(grid: Grid, baris: int, names: tuple[int, ...]) -> int:
    """The column in which the name of a row stands: that of the lowest level that is filled.

    Args:
        grid: The sheet.
        baris: The row, 1-based.
        names: The columns of names, top level first.
    """
    return next((number for number in reversed(names) if grid.text(baris, number).strip()), names[0])
