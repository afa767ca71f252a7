"""What was understood of a workbook before its cells are accounted for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pokin_docs.extract.account.sorting import Cell, TablePlace
from pokin_docs.model.findings import Temuan
from pokin_docs.model.rows import BukuKerja


@dataclass(frozen=True)
class Understanding:
    """A workbook as one way of reading it understands it; without rows where its main table cannot be understood.

    ``places`` are its tables, ``came_from`` the cells that values came from, both by the title of their sheet.
    """

    value: BukuKerja
    temuan: tuple[Temuan, ...]
    places: Mapping[str, TablePlace] = field(default_factory=dict)
    came_from: Mapping[str, set[Cell]] = field(default_factory=dict)

    @property
    def is_understood(self) -> bool:
        """Whether the main table has rows."""
        return bool(self.value.tahap5)
