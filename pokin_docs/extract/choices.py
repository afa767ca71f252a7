"""What a planner decided about tables of other agencies, on the sheet Impor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pokin_docs.model.budget_versions import BudgetVersion


@dataclass(frozen=True)
class Choices:
    """The role of columns by sheet and number (1-based), and the agency that is read where a table has several.

    ``by_group`` is the level of rows that look alike, by sheet and name of the group. ``keeps_uncoded``: money of a
    component whose table tells no code is kept as a line of Program all the same, for the planner to give its code.
    ``version`` is that of the budget that Identitas names, by which one of two columns of a year is read.
    """

    by_column: Mapping[tuple[str, int], str] = field(default_factory=dict)
    agency: str = ""
    by_group: Mapping[tuple[str, str], str] = field(default_factory=dict)
    keeps_uncoded: bool = False
    version: BudgetVersion | None = None

    def __bool__(self) -> bool:
        """Whether anything was decided."""
        return bool(self.by_column or self.agency or self.by_group)


NO_CHOICES = Choices()
