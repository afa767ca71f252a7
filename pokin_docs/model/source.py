"""Where a value comes from in the workbook."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache


@cache
def column_letters(number: int) -> str:
    """Letters of a column number (1-based, not below 1) as Excel shows them: 1 is A, 28 is AB."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class CellRef:
    """A place in the workbook: a sheet, and as much of row and column as is known.

    ``kolom`` is None where the sheet has no such column at all: the place is then the row.
    """

    lembar: str
    baris: int | None = None
    kolom: int | None = None

    @property
    def address(self) -> str | None:
        """Address inside the sheet such as ``E41``; None unless both row and column are known."""
        if self.baris is None or self.kolom is None:
            return None
        return f"{column_letters(self.kolom)}{self.baris}"

    def __str__(self) -> str:
        """The place as a planner reads it: ``Tahap 5!E41``, ``Tahap 5 baris 41``, ``Tahap 5``."""
        if not self.lembar:
            return ""
        if address := self.address:
            return f"{self.lembar}!{address}"
        if self.baris is not None:
            return f"{self.lembar} baris {self.baris}"
        return self.lembar

    @property
    def row(self) -> CellRef:
        """The row that it stands in."""
        return CellRef(self.lembar, self.baris)

    @property
    def order(self) -> tuple[int, int]:
        """Row and column for sorting; what has none comes first."""
        return (self.baris or 0, self.kolom or 0)
