"""What a planner decided about tables of other agencies, on the sheet Impor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Choices:
    """The role of columns by sheet and number (1-based), and the agency that is read where a table has several."""

    by_column: Mapping[tuple[str, int], str] = field(default_factory=dict)
    agency: str = ""

    def __bool__(self) -> bool:
        """Whether anything was decided."""
        return bool(self.by_column or self.agency)


NO_CHOICES = Choices()
