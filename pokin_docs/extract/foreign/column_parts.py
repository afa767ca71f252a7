"""The columns of a table in parts of which each holds the sentences of a level once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pokin_docs.extract.foreign import roles
from pokin_docs.extract.foreign.areas import TableArea
from pokin_docs.extract.foreign.contents import Kind, kind_of_text
from pokin_docs.extract.foreign.depths import Depths
from pokin_docs.extract.foreign.drafts import Draft, OpenNodes
from pokin_docs.extract.foreign.roles import LevelName, Role
from pokin_docs.extract.foreign.values import RowValues
from pokin_docs.model.rows import Isian

TREE_ROLES = frozenset((
    roles.KINERJA, roles.NAME, roles.NAME_AND_KINERJA, roles.INDIKATOR, roles.KINERJA_AND_INDIKATOR, roles.LEVEL,
    roles.KODE,
))  # fmt: skip
"""Roles of columns that say nodes and indicators."""


@dataclass
class ColumnPart:
    """Columns with one sentence of each level at most: several where posts of a level stand side by side."""

    columns: dict[int, Role]
    values: RowValues
    nodes: OpenNodes = field(default_factory=dict)
    """The nodes that are open in these columns and above them."""
    current: Draft | None = None

    @property
    def tree_columns(self) -> list[int]:
        """Those that say nodes and indicators."""
        return [number for number, role in self.columns.items() if role.kunci in TREE_ROLES]

    def nodes_below(self, path: OpenNodes, depths: Depths) -> OpenNodes:
        """The open nodes of these columns, and above all of theirs those that the columns before them have opened.

        Args:
            path: The open nodes of the columns before them.
            depths: What levels the columns are of.
        """
        levels = {depths.of_role(role) for role in self.columns.values() if role.kunci == roles.KINERJA}
        highest = min((level.value for level in levels if level is not None), default=0)
        kept = {level: node for level, node in path.items() if level.value < highest}
        return kept | {level: node for level, node in self.nodes.items() if level.value >= highest}


def parted(columns: Mapping[int, Role]) -> list[dict[int, Role]]:
    """The columns, those apart that hold the sentences of a level once more, with what stands right of them.

    Args:
        columns: What each column is (1-based).
    """
    parts: list[dict[int, Role]] = [{}]
    seen: set[LevelName] = set()
    current = parts[0]
    for number, role in sorted(columns.items()):
        if role.kunci == roles.KINERJA and role.level is not None:
            current = parts[0]
            if role.level in seen:
                parts.append(current := {})
            seen.add(role.level)
        own = current if role.kunci in (*TREE_ROLES, roles.TARGET, *roles.VALUE_KEYS) else parts[0]
        own[number] = role
    return parts


def is_odd_result(area: TableArea, isian: Isian, indicators: Sequence[int]) -> bool:
    """Whether a text among names that all have their code is a result in other words: "Laksanakan publikasi data".

    Args:
        area: The table.
        isian: The text.
        indicators: The columns of indicators, one of which its row fills.
    """
    row, number = isian.source.baris or 0, isian.source.kolom or 0
    plain = kind_of_text(isian.text) is Kind.TEXT and area.coded_names(number)
    return plain and any(area.grid.text(row, column).strip() for column in indicators)
