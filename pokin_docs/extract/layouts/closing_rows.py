"""What closes a table and is no part of it: totals, the budgets of a PK form, the place, the day and who signs."""

from __future__ import annotations

import re

from pokin_docs.extract.grid import Grid
from pokin_docs.model.texts import fold

_TOTAL = frozenset(
    {
        "jumlah", "total", "grand total", "sub total", "subtotal", "jumlah total", "total jumlah", "jumlah anggaran",
        "total anggaran", "jumlah pagu", "total pagu", "jumlah keseluruhan", "total keseluruhan", "jumlah seluruhnya",
        "rata rata",
    }
)  # fmt: skip
_SIGNATURE = re.compile(
    r"\s*(?:nip\b[\s.:]*[\d\s.]{8,}|(?:mengetahui|menyetujui|disahkan|ditetapkan)\b.{0,40}|pihak (?:pertama|kedua)\W*"
    r"|[^\W\d][\w .]{2,40},[\s.…\d]*(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november"
    r"|nopember|desember)?[\s.…]*20\d\d)\s*",
    re.IGNORECASE | re.DOTALL,
)
_SENTENCE = re.compile(r"\w+nya\b|(?:persentase|jumlah|indeks|nilai|tingkat|cakupan|rasio)\b", re.IGNORECASE)
_BUDGET_WORDS = {"anggaran", "pagu"}
_PROGRAM = {"program", "kegiatan", "sub", "subkegiatan"}
_MAX_TITLES = 4
"""Titles of a table of budgets, and words of each."""
_MAX_FILLED = 3
"""Filled cells of a row of signatures: two who sign, and a label."""
_MAX_DISTANCE = 8
"""Rows that may stand between a blank row and the first sure sign that somebody signs there."""


def closing_rows(grid: Grid, header_row: int) -> frozenset[int]:
    """The rows below a header (its last row is ``header_row``) that hold totals, budgets or signatures."""
    rows = [baris for baris in grid.filled_columns if baris > header_row]
    totals = {baris for baris in rows if fold(_first_text(grid, baris)) in _TOTAL}
    return frozenset(totals | _signatures(grid, rows, totals) | _budgets(grid, rows))


def _budgets(grid: Grid, rows: list[int]) -> set[int]:
    """The rows of each table of budgets ("Program | Anggaran"), up to the next table of indicators."""
    found: set[int] = set()
    inside = False
    for baris in rows:
        titles = [fold(text) for text in _texts(grid, baris)]
        indicators = any(title.startswith("indikator") for title in titles)
        named = {title.split()[0] for title in titles if title}
        if not indicators and len(titles) <= _MAX_TITLES and named & _BUDGET_WORDS and named & _PROGRAM:
            inside = all(len(title.split()) <= _MAX_TITLES for title in titles)
        elif indicators:
            inside = False
        if inside:
            found.add(baris)
    return found


def _signatures(grid: Grid, rows: list[int], totals: set[int]) -> set[int]:
    """The rows from the first sure sign that somebody signs below the last row of the table."""
    first, last_full = 0, 0
    for baris in reversed(rows):
        texts = _texts(grid, baris)
        if len(texts) > _MAX_FILLED or baris in totals:
            last_full = baris
            break
        if any(_SIGNATURE.fullmatch(text) for text in texts):
            first = baris
    if not first:
        return set()
    # "KEPALA DINAS" above the name and the NIP: what stands below a blank row belongs to them.
    above = first
    while above - 1 > last_full and first - above < _MAX_DISTANCE and _may_be_signed(grid, above - 1):
        above -= 1
    if above - 1 not in grid.filled_columns:
        first = above
    return {baris for baris in rows if baris >= first}


def _first_text(grid: Grid, baris: int) -> str:
    return next((text for number in grid.filled_columns[baris] if (text := grid.text(baris, number)).strip()), "")


def _may_be_signed(grid: Grid, baris: int) -> bool:
    if baris not in grid.filled_columns:
        return False
    texts = _texts(grid, baris)
    return len(texts) < _MAX_FILLED and not any(_SENTENCE.match(text) or len(text.split()) > 8 for text in texts)


def _texts(grid: Grid, baris: int) -> list[str]:
    return [text for number in grid.filled_columns[baris] if (text := grid.text(baris, number).strip())]
