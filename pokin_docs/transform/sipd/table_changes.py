"""What one table gets from SIPD while it is gathered: cells, rows and columns, and sentences about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from pokin_docs.model.import_target import ColumnKey, Place, TargetTable
from pokin_docs.model.printing import rupiah
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import column_letters
from pokin_docs.model.workbook_spec import Lembar

Value = str | Decimal


@dataclass(slots=True)
class TableChanges:
    """What a table gets.

    ``cells`` are values by place, ``rows`` new rows by column, ``new_columns`` further columns by number: title, and
    the column whose look it takes. ``added``, ``changed``, ``missing`` and ``left`` are sentences.
    """

    table: TargetTable
    lembar: Lembar
    cells: dict[Place, Value] = field(default_factory=dict)
    rows: list[dict[int, Value]] = field(default_factory=list)
    new_columns: dict[int, tuple[str, int]] = field(default_factory=dict)
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    _columns: dict[ColumnKey, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._columns.update(self.table.columns)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be written."""
        return not (self.cells or self.rows or self.new_columns)

    def has(self, key: ColumnKey) -> bool:
        """Whether the table has a column, or gets it."""
        return key in self._columns

    def column(self, key: ColumnKey) -> int:
        """The number of a column; one that the table lacks is added at its right."""
        if key not in self._columns:
            known = self.table.columns.items()
            same = [number for (kunci, _), number in known if kunci == key[0]]
            number = self.table.free_column + len(self.new_columns)
            self._columns[key] = number
            self.new_columns[number] = (self.title(key), max(same or self.table.columns.values(), default=number))
        return self._columns[key]

    def title(self, key: ColumnKey) -> str:
        """What a column is called."""
        return self.lembar.kolom_of(key[0]).title.replace("{tahun}", str(key[1]))

    def width(self, number: int) -> float:
        """How wide a further column is, in characters."""
        key = next(key for key, own in self._columns.items() if own == number)
        return self.lembar.kolom_of(key[0]).width

    def set(self, place: Place, key: ColumnKey, value: Value) -> None:
        """Put a value into a cell, an amount as the column counts.

        Args:
            place: The cell.
            key: Its column.
            value: The value, an amount in rupiah.
        """
        self.cells[place] = self.scaled(key, value)

    def may_write(self, place: Place, key: ColumnKey, told: str, code: str, source: str = "SIPD") -> bool:
        """Whether a cell may be written; else it is told what the source says.

        Args:
            place: The cell.
            key: Its column.
            told: The value that the source gives, as a planner reads it.
            code: Of what.
            source: Who gives it.
        """
        formula = place in self.table.formulas
        if not formula and place not in self.table.covered:
            return True
        reason = "berisi rumus" if formula else "ada di dalam sel gabungan"
        self.left.append(
            f"{self.table.title}!{address(place)} {reason}, dibiarkan; "
            f"menurut {source} {self.title(key)} «{code}» {told}"
        )
        return False

    def scaled(self, key: ColumnKey, value: Value) -> Value:
        """The value as the column counts: an amount in thousands where its title says so."""
        return value / self.table.scales.get(key, 1) if isinstance(value, Decimal) else value


def address(place: Place) -> str:
    """The address of a cell: ``B5``."""
    return f"{column_letters(place[1])}{place[0]}"


def shown(value: Value) -> str:
    """A new value as a planner reads it."""
    return f"Rp{rupiah(value)}" if isinstance(value, Decimal) else f"«{value}»"


def shown_now(isian: Isian | None, like: Value) -> str:
    """What a cell says now, an amount where the new value is one.

    Args:
        isian: What it says; None where there is no such cell.
        like: The new value.
    """
    if isian is None or isian.is_blank:
        return "kosong"
    if isinstance(like, Decimal) and isian.number is not None:
        return f"Rp{rupiah(isian.number)}"
    return f"«{isian.clean}»"


def is_amount(isian: Isian | None, value: Decimal) -> bool:
    """Whether a cell says an amount, to the sen."""
    return isian is not None and isian.number is not None and abs(isian.number - value) < Decimal("0.005")
