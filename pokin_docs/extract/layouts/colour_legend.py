"""A legend beside a table that says which colour is which level: a coloured word, or "kuning = Program"."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Container, Iterator, Mapping

from pokin_docs.extract.grid import PLAIN, Grid
from pokin_docs.model.levels import KomponenPerencanaan, read_komponen

_HUES = (
    (15, "merah"), (45, "oranye"), (70, "kuning"), (170, "hijau"), (260, "biru"), (300, "ungu"), (345, "merah muda"),
    (360, "merah"),
)  # fmt: skip
"""The names of colours by the last degree of the wheel that has them."""
_NAMES = {"jingga": "oranye", "orange": "oranye", "pink": "merah muda", "violet": "ungu", "putih": "putih",
          "abu-abu": "abu-abu", "abu abu": "abu-abu", **{name: name for _, name in _HUES}}  # fmt: skip
_SAID = re.compile(
    rf"\b({'|'.join(sorted(_NAMES, key=len, reverse=True))})\s*(?:=|:|–|-|adalah|untuk)\s*([^,;.\n(]+)", re.I
)
_GREY = 0.12
_LONGEST = 300


def colour_legend(grid: Grid, column: int, rows: Container[int]) -> Mapping[str, KomponenPerencanaan]:
    """By the colours of cells in a column what a legend elsewhere on the sheet says of them; empty without one.

    Args:
        grid: The sheet.
        column: The column of the sentences, 1-based.
        rows: The rows of the table, 1-based.
    """
    grounds = {look.ground for (row, number), look in grid.looks.items() if number == column and row in rows}
    if len(grounds - {PLAIN.ground}) < 2:
        return {}
    painted: dict[str, set[KomponenPerencanaan]] = {}
    for place, look in grid.looks.items():
        cell = grid.cells.get(place)
        if place[0] in rows or look.ground not in grounds or cell is None:
            continue
        if look.ground != PLAIN.ground and (level := read_komponen(cell.text)) is not None:
            painted.setdefault(look.ground, set()).add(level)
    if not painted:
        named = dict(_named(grid, rows))
        painted = {ground: {named[name]} for ground in grounds if (name := colour_name(ground)) in named}
    found = {ground: next(iter(levels)) for ground, levels in painted.items() if len(levels) == 1}
    return found if len(set(found.values())) == len(found) > 1 else {}


def _named(grid: Grid, rows: Container[int]) -> Iterator[tuple[str, KomponenPerencanaan]]:
    """The levels of colours that a text outside the table names."""
    for (row, _), cell in grid.cells.items():
        if row not in rows and len(cell.text) <= _LONGEST:
            for name, label in _SAID.findall(cell.text):
                if (level := read_komponen(label.strip())) is not None:
                    yield _NAMES[name.lower()], level


def colour_name(ground: str) -> str:
    """What people call a colour: "hijau" for ``92D050``; grey and white by their names."""
    try:
        red, green, blue = (int(ground[-6:][at : at + 2], 16) / 255 for at in (0, 2, 4))
    except ValueError:
        return ""
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < _GREY:
        return "putih" if value > 1 - _GREY / 2 else "abu-abu"
    return next(name for last, name in _HUES if round(360 * hue) <= last)
