"""The account of cells: how many of a workbook are filled, and what became of each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetAccount:
    """The filled cells of one sheet; the last three numbers add up to the first.

    ``read`` were read, ``named`` were not, but a finding names them, their column, row or sheet; ``harmless`` say
    nothing that a document could need: our own help, numbers of rows, totals that fit.
    """

    lembar: str
    filled: int
    read: int
    named: int
    harmless: int


@dataclass(frozen=True, slots=True)
class CellAccount:
    """The account of every sheet in the order of the workbook, hidden ones too; none where it could not be opened."""

    lembar: tuple[SheetAccount, ...] = ()

    @property
    def filled(self) -> int:
        """Filled cells of all sheets."""
        return sum(sheet.filled for sheet in self.lembar)

    @property
    def read(self) -> int:
        """Those that were read."""
        return sum(sheet.read for sheet in self.lembar)

    @property
    def named(self) -> int:
        """Those that a finding names."""
        return sum(sheet.named for sheet in self.lembar)

    @property
    def harmless(self) -> int:
        """Those that are known to be harmless."""
        return sum(sheet.harmless for sheet in self.lembar)
