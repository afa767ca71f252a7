"""A planner's first workbook: the faultless one as an office types it that has not read the guide.

Owners are names, titles stand in Nama, shares in percent formats, NIP with blanks, amounts as text, a post is vacant.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from openpyxl import Workbook

from helpers.workbooks import both, put

Change = Callable[[Workbook], object]


def in_percent(place: str, share: float) -> Change:
    """A change: a share as Excel keeps it that was typed with its percent sign."""
    sheet, _, cell = place.partition("!")

    def change(book: Workbook) -> None:
        book[sheet][cell] = share
        book[sheet][cell].number_format = "0%"

    return change


_SHARES = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)
_CELLS: dict[str, Any] = {
    # owners by name, by post, several in a cell, as above
    "Tahap 5!H2": "Drs. Contoh Satu, S.Kom.", "Tahap 5!H3": "idem", "Tahap 5!H4": "Kabid Data",
    "Tahap 5!H5": "subkoordinator data", "Tahap 5!H6": "Contoh Empat, A.Md.",
    # superiors likewise
    "Pejabat!I3": "Bupati", "Pejabat!I4": "Kepala Dinas Contoh", "Pejabat!I5": "Contoh Dua", "Pejabat!I6": "subkor",
    # titles and Plt. in Nama
    "Pejabat!B3": "Drs. CONTOH SATU", "Pejabat!B4": "Plt. Contoh Dua, S.E., M.M.", "Pejabat!B5": "(kosong)",
    "Pejabat!B6": "Contoh Empat, A.Md.", "Pejabat!C4": None, "Pejabat!J4": None,
    # NIP as they stand on paper, dashes for none
    "Pejabat!D2": "-", "Pejabat!D3": "19700101 199501 1 901", "Pejabat!D4": "NIP. 19750202 200001 2 902", "Pejabat!D5": "-",
    "Pejabat!D6": "1990.0404.201501.2.904", "Pejabat!E5": "-", "Pejabat!F5": "-",
    # amounts and dates as text
    "Program!C2": "Rp 1.000.000,-", "Program!C3": "1.000.000", "Program!C4": "Rp. 1.000.000,00", "Program!H3": '"', "Program!H4": '"',
    "Identitas!B7": datetime(2026, 1, 1), "Identitas!B8": "Contohan, Jumat, 2 Januari 2026",
    "Tahap 5!Q4": "-", "Tahap 5!Q5": "-", "Tahap 5!I5": "sda",
}  # fmt: skip


def _month_only(book: Workbook) -> None:
    book["Identitas"]["B7"].number_format = "mmm-yy"  # what Excel makes of "Januari 2026"


FIRST = both(
    *(put(place, value) for place, value in _CELLS.items()),
    *(
        in_percent(f"Tahap 5!{column}{row}", share)
        for row in (3, 4, 5)
        for column, share in zip("JKLMNOP", _SHARES, strict=True)
    ),
    _month_only,
)
"""All of it at once."""

ANSWER = both(
    put("Pejabat!B5", "Plt. Contoh Lima, S.T."), put("Pejabat!D5", "19800303 200501 1 903"), put("Pejabat!E5", "III/d"),
    put("Pejabat!F5", None),
)  # fmt: skip
"""What the one finding that leaves a mark asks for: the acting official of the vacant post."""
