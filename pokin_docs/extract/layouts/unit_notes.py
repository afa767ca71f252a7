"""What amounts are counted in: the unit that titles over a column say, or a line above or below the table."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.sheet_header import SheetHeader
from pokin_docs.model.money_units import powers_in_note, powers_in_title, without_unit
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold


@dataclass(frozen=True, slots=True)
class MoneyUnit:
    """What a column is counted in: the power of ten, the cell that says so and its words; no words: nobody says it.

    A power below zero: the texts disagree.
    """

    power: int
    place: CellRef
    text: str


NO_UNIT = MoneyUnit(0, CellRef(""), "")


@dataclass(frozen=True, slots=True)
class UnitAbove:
    """What the lines beside a table say that goes on on another sheet, and its largest amount in rupiah."""

    unit: MoneyUnit
    most: Decimal

    def fits(self, most: Decimal) -> bool:
        """Whether the largest amount of another sheet, as it stands, is nearer to this one in the unit than without."""
        return abs(most * most.scaleb(self.unit.power) / self.most) < self.most


def unit_over(grid: Grid, header: SheetHeader, number: int) -> MoneyUnit | None:
    """The unit that a column's own titles say, those merged over it too; None where they say none.

    Args:
        grid: The sheet.
        header: Its header.
        number: The column, 1-based.
    """
    found: dict[CellRef, tuple[frozenset[int], str]] = {}
    if not header.baris:  # it goes on under the titles of another sheet
        text = header.title.get(number, "")
        found[CellRef(grid.title)] = (powers_in_title(text), text)
    for baris in range(header.baris, min(max(header.start, 1), header.baris) - 1, -1):
        place = (baris, number)
        if not grid.text(*place).strip():
            place = grid.merges.get(place, place)
        text = grid.text(*place)
        found[CellRef(grid.title, *place)] = (powers_in_title(text), text)
    unit = _agreed(found)
    return unit if unit.text else None


def unit_beside(grid: Grid, header: SheetHeader, money: Collection[int], last: int) -> MoneyUnit:
    """The unit that a line above or below the table says, the name of the sheet, or the head of its printed pages.

    Args:
        grid: The sheet.
        header: Its header.
        money: The columns of amounts, whose own titles are no lines.
        last: The last row of the table.
    """
    found = {CellRef(grid.title): grid.title}
    for baris, numbers in grid.filled_columns.items():
        if header.baris < baris <= last:
            continue
        inside = header.start <= baris <= header.baris
        for kolom in numbers:
            text = grid.text(baris, kolom)
            # Among the titles only a cell that says nothing else: "Target (ribu)" counts something else.
            if not inside or (kolom not in money and not without_unit(fold(text))):
                found[CellRef(grid.title, baris, kolom)] = text
    said = {place: (powers_in_note(text), text) for place, text in found.items()}
    printed = [(powers, text) for text in grid.printed if (powers := powers_in_note(text))]
    if printed:
        own = said[CellRef(grid.title)][0]
        said[CellRef(grid.title)] = (
            own.union(*(powers for powers, _ in printed)),
            "; ".join(text for _, text in printed),
        )
    return _agreed(said)


def unit_above(
    grid: Grid, header: SheetHeader, money: Collection[int], last: int, amounts: Iterable[Decimal | None]
) -> UnitAbove | None:  # fmt: skip
    """What the lines beside a table say to the sheets on which it goes on; None where they say nothing.

    Args:
        grid: Its sheet.
        header: Its header.
        money: Its columns of amounts, 1-based.
        last: The last row of the table.
        amounts: Its amounts in rupiah.
    """
    unit = unit_beside(grid, header, money, last) if money else NO_UNIT
    most = max((abs(amount) for amount in amounts if amount), default=None)
    return UnitAbove(unit, most) if unit.power > 0 and most is not None else None


def _agreed(found: Mapping[CellRef, tuple[frozenset[int], str]]) -> MoneyUnit:
    """The unit that several texts say together; "Rp" alone gives way to any other."""
    said = [(place, powers, text) for place, (powers, text) in found.items() if powers]
    every = frozenset[int]().union(*(powers for _, powers, _ in said))
    strong = every - {0} or every
    if not strong:
        return NO_UNIT
    place, _, text = next(entry for entry in said if entry[1] & strong)
    if len(strong) > 1:
        return MoneyUnit(-1, place, "; ".join(" ".join(text.split()) for _, _, text in said))
    return MoneyUnit(min(strong), place, text)
