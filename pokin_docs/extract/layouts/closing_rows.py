"""What closes a table and is no part of it: totals, the budgets of a PK form, the place, the day and who signs."""

from __future__ import annotations

import re

from pokin_docs.extract.grid import Grid
from pokin_docs.model.levels import read_komponen
from pokin_docs.model.texts import fold, without_number
from pokin_docs.model.typed_values import read_rupiah

_TOTAL = frozenset(
    {
        "jumlah", "total", "grand total", "sub total", "subtotal", "jumlah total", "total jumlah", "jumlah anggaran",
        "total anggaran", "jumlah pagu", "total pagu", "jumlah keseluruhan", "total keseluruhan", "jumlah seluruhnya",
        "rata rata", "sub jumlah", "subjumlah", "total pagu indikatif", "jumlah pagu indikatif", "jumlah belanja",
        "total belanja",
    }
)  # fmt: skip
_COUNTED = re.compile(r"(?:sub ?(?:jumlah|total) (?:\d{1,2}|[a-z]|[ivx]{2,4})|(?:jumlah|total) [ivx]{2,4})")
"""A total with the number of its part: "Sub Total I"."""
_AVERAGE = re.compile(r"rata rata (?:capaian|target|realisasi|kinerja|persentase capaian|pencapaian)\b.*")
"""Of all rows, with one number beside it; an indicator that is an average has its unit there too."""
_TOTAL_OF_A_PART = re.compile(
    r"(?:sub ?)?(?:jumlah|total)(?: (?:anggaran|pagu|belanja))? (?:program|(?:sub ?)?kegiatan|bidang|urusan|sekretariat"
    r"|seksi|subbag|(?:sub ?)?bagian|dinas|badan|kecamatan|kelurahan|opd|skpd|perangkat daerah|unit|tujuan|sasaran)"
    r"\b.*"
)
"""A total of a part of the table, as far as amounts of money alone stand beside it: "Jumlah Program A"."""
_LIKELY_MONEY = 100_000
_TOTAL_OF = ("jumlah ", "total ", "sub total ", "subtotal ", "sub jumlah ")
"""How a total begins that says of what: it stands where a name or a code would."""
_SIGNATURE = re.compile(
    r"\s*(?:nip\b[\s.:]*[\d\s.]{8,}|(?:mengetahui|menyetujui|disahkan|ditetapkan)\b.{0,40}|pihak (?:pertama|kedua)\W*"
    r"|[^\W\d][\w .]{2,40},[\s.…\d]*(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november"
    r"|nopember|desember)?[\s.…]*20\d\d)\s*",
    re.IGNORECASE | re.DOTALL,
)
_NOTE = re.compile(
    r"(?:catatan|keterangan|ket|sumber(?: data)?|n\.?b|note|penjelasan|referensi|dasar hukum)\s*\.?\s*:.*"
    r"|(?:catatan|keterangan|ket|n\.?b|note|penjelasan)\W*"
    r"|\*+\)?\s*\S.*|(?:disusun|dibuat|diperiksa|dicetak|diperbarui|dimutakhirkan|diunduh)\s+(?:oleh|pada|tanggal|dari)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_SIGNER = re.compile(
    r"(?:kepala|plt|plh|pj|a\.?n|mengetahui|menyetujui|camat|lurah|sekretaris|inspektur|direktur|bupati|wali ?kota"
    r"|gubernur|pejabat|penyusun|pihak|pembina|penata|ttd)\b.*"
    r"|.*,\s*(?:s|m|a)\.? ?[a-z]{1,4}\b.*|(?:dr|drs|dra|ir|h|hj)\.\s.*"
    r"|[^a-z\d]{5,40}",
    re.DOTALL,
)
_SENTENCE = re.compile(r"\w+nya\b|(?:persentase|jumlah|indeks|nilai|tingkat|cakupan|rasio)\b", re.IGNORECASE)
_BUDGET_WORDS = {"anggaran", "pagu"}
_PROGRAM = {"program", "kegiatan", "sub", "subkegiatan"}
_MAX_TITLES = 4
"""Titles of a table of budgets, and words of each."""
_MAX_FILLED = 3
"""Filled cells of a row of signatures: two who sign, and a label."""
_MAX_NOTED = 2
"""Texts of a note: its word, and what it says."""
_MAX_SHORT = 8
"""Used cells of a row that may be a note: some are blank, or a note stands in several."""
_MAX_DISTANCE = 8
"""Rows that may stand between a blank row and the first sure sign that somebody signs there."""


def closing_rows(grid: Grid, header_row: int, *, main: bool = True, kode: int = 0) -> frozenset[int]:
    """The rows below a header that hold totals, budgets or signatures.

    Args:
        grid: The sheet.
        header_row: The last row of its header, 1-based.
        main: The sheet is that of the tree; others hold no tables of budgets below it.
        kode: The column of codes where all rows that are no totals have one, 1-based; 0 for none.
    """
    rows = [baris for baris in grid.filled_columns if baris > header_row]
    totals = {baris for baris in rows if _is_total(grid, baris, kode)}
    budgets = _budgets(grid, rows) if main else set()
    return frozenset(totals | _signatures(grid, rows, totals) | budgets)


def note_rows(grid: Grid, header_row: int) -> frozenset[int]:
    """The rows below a header that hold notes, sources and legends, and no data.

    Args:
        grid: The sheet.
        header_row: The last row of its header, 1-based.
    """
    rows = [baris for baris in grid.filled_columns if baris > header_row]
    short = {baris: _texts(grid, baris) for baris in rows if len(grid.filled_columns[baris]) <= _MAX_SHORT}
    found = {
        baris
        for baris, texts in short.items()
        if texts
        and len(dict.fromkeys(texts)) <= _MAX_NOTED
        and _NOTE.fullmatch(texts[0])
        and not _SENTENCE.match(_plain(texts[0]))
    }
    legend = _legend(grid, rows)
    if not found:
        return legend
    full = (baris for baris in rows if baris not in found and len(short.get(baris, rows)) > _MAX_NOTED)
    last_full = max(full, default=0)
    first = min((baris for baris in found if baris > last_full), default=0)
    # The lines of a legend, and what follows a note at the foot of a table.
    return legend | found | {baris for baris in rows if first and baris > first and not _is_result(grid, baris)}


def _legend(grid: Grid, rows: list[int]) -> frozenset[int]:
    """The last rows of a sheet where each holds nothing but the word for another level: what its colours mean."""
    found: dict[int, str] = {}
    for baris in reversed(rows):
        texts = _texts(grid, baris)
        if len(texts) != 1 or read_komponen(texts[0]) is None:
            break
        found[baris] = fold(texts[0])
    several = len(found) > 1 and len(set(found.values())) == len(found)
    return frozenset(found) if several else frozenset()


def _is_total(grid: Grid, baris: int, kode: int) -> bool:
    first = fold(_first_text(grid, baris))
    if first in _TOTAL or _COUNTED.fullmatch(first):
        return True
    if _AVERAGE.fullmatch(first) and len(_texts(grid, baris)) <= _MAX_FILLED:
        return True
    if _TOTAL_OF_A_PART.fullmatch(first) and _is_lone_text(grid, baris):
        return True
    return bool(kode) and fold(grid.text(baris, kode)) in ("", first) and first.startswith(_TOTAL_OF)


def _is_lone_text(grid: Grid, baris: int) -> bool:
    """Whether a row holds one text, and amounts of money beside it."""
    cells = [cell for number in grid.filled_columns[baris] if (cell := grid.cells[baris, number]).text.strip()]
    amounts = [cell.number if cell.number is not None else read_rupiah(cell.text) for cell in cells[1:]]
    return bool(amounts) and all(amount is not None and abs(amount) >= _LIKELY_MONEY for amount in amounts)


def _is_result(grid: Grid, baris: int) -> bool:
    return any(_SENTENCE.match(_plain(text)) for text in _texts(grid, baris))


def _plain(text: str) -> str:
    return fold(without_number(text))


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
    else:  # directly below the last row: what can be nothing but a post, a name, a rank
        while first - 1 > last_full and _may_be_signed(grid, first - 1) and _is_signer(grid, first - 1):
            first -= 1
    return {baris for baris in rows if baris >= first}


def _first_text(grid: Grid, baris: int) -> str:
    return next((text for number in grid.filled_columns[baris] if (text := grid.text(baris, number)).strip()), "")


def _may_be_signed(grid: Grid, baris: int) -> bool:
    if baris not in grid.filled_columns:
        return False
    texts = _texts(grid, baris)
    return len(texts) < _MAX_FILLED and not any(_SENTENCE.match(text) or len(text.split()) > 8 for text in texts)


def _is_signer(grid: Grid, baris: int) -> bool:
    """Whether a row holds nothing but posts, names and ranks of who signs; blank rows stand among them."""
    return all(_SIGNER.fullmatch(text) or _SIGNER.fullmatch(text.casefold()) for text in _texts(grid, baris))


def _texts(grid: Grid, baris: int) -> list[str]:
    return [text for number in grid.filled_columns[baris] if (text := grid.text(baris, number).strip())]
