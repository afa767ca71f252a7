"""A cell of the workbook as it was read, and a row of such cells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import squeeze


@dataclass(frozen=True, slots=True)
class Isian:
    r"""What one cell says.

    ``text`` is the text as Excel shows it, character for character (line breaks as ``\n``; characters that
    XML forbids already removed, with a finding). ``number`` and ``tanggal`` are set where the column's type
    asks for them and the text is one. ``said_none`` tells that a cell of codes says that there is none ("-"),
    ``unread`` that the cell holds something that could not be read; its text is then blank. ``stand_in`` is what stands
    in a cell whose text is blank because it only says so ("-", "???").
    """

    text: str
    source: CellRef
    number: Decimal | None = None
    tanggal: date | None = None
    said_none: bool = False
    unread: bool = False
    stand_in: str = ""

    @property
    def clean(self) -> str:
        """The text for comparing and looking up: blanks squeezed, ends stripped."""
        return squeeze(self.text)

    @property
    def is_blank(self) -> bool:
        """Whether the cell holds nothing but blanks."""
        # Asked a hundred times for each row: nearly all cells are empty or begin with a letter or a digit.
        return not self.text or (not self.text[0].isalnum() and not self.clean)

    def __bool__(self) -> bool:
        return not self.is_blank


BLANK = Isian("", CellRef(""))
"""What a row says in a column that it was made without."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a sheet: ``lembar`` as the workbook spells it, ``baris`` 1-based."""

    lembar: str
    baris: int

    @property
    def source(self) -> CellRef:
        """The row as a place."""
        return CellRef(self.lembar, self.baris)
