"""Sheets that nothing reads but that say of our indicators what Tahap 5 says: an annex of IKU, a list of targets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pokin_docs.extract.foreign import roles
from pokin_docs.extract.foreign.two_tables import differ, fill
from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.column_titles import ColumnKey
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.measured import number
from pokin_docs.model.rows import BukuKerja, Isian, KinerjaRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import Likeness, finder, fold, fold_sentence, without_number

_TITLE_ROWS, _BELOW = 40, 3
"""Rows of a sheet among which titles stand, and of one header."""
_FORMER = frozenset(
    ("lama", "old", "draf", "draft", "salinan", "copy", "backup", "arsip", "sebelum", "contoh", "versi", "coba")
)
_ENOUGH = 2
"""Rows about indicators of ours by which a sheet is about them."""
_YEAR = re.compile(r"\b(20\d\d)\b")
_QUARTER = re.compile(r"\b(?:tw|triwulan)\.?\s*(iv|iii|ii|i|[1-4])\b")
_ROMAN = ("i", "ii", "iii", "iv")
_OTHER_NUMBERS = frozenset((
    "realisasi", "capaian", "pagu", "anggaran", "rp", "(rp)", "kondisi", "baseline", "awal", "akhir", "bobot", "s.d.",
    "sd", "s/d", "kumulatif", "kumulasi",
))  # fmt: skip
_FIGURE = re.compile(r"\s*(-?[\d.,]*\d)\s*(?:%|[^\W\d][^\d<>≤≥]*)?")
QUARTER = "tw"


@dataclass(frozen=True, slots=True)
class _Header:
    """The last row of the titles, the column of the indicators, and those of their values."""

    baris: int
    indikator: int
    values: Mapping[int, ColumnKey]


def compare_sheets(grids: Iterable[Grid], read: Collection[str], buku: BukuKerja, log: FindingLog) -> None:
    """B66, D52, B133: what sheets that are not read say of indicators otherwise than Tahap 5 does.

    Args:
        grids: All sheets.
        read: The titles of those that are read.
        buku: What was read.
        log: Takes what is found.
    """
    rows: dict[str, list[KinerjaRow]] = {}
    for row in buku.tahap5:
        if row.indikator:
            rows.setdefault(_key(row.indikator.text), []).append(row)
    told = buku.identitas.get("tahun")
    year = int(told.clean) if told is not None and told.clean.isdecimal() else None
    known = {*read, *(finding.tempat.lembar for finding in log if finding.kode == "B11")}
    for grid in (grid for grid in grids if rows and grid.title not in known and not _is_former(grid.title)):
        header = _header(grid, rows, year)
        if header is not None:
            _compare(grid, header, rows, log)


def _is_former(title: str) -> bool:
    """Whether a sheet calls itself an earlier state, which may differ."""
    return not _FORMER.isdisjoint(re.findall(r"[a-z]+", fold(title)))


def _key(text: str) -> str:
    return fold_sentence(without_number(text))


def _header(grid: Grid, known: Collection[str], year: int | None) -> _Header | None:
    for baris in (row for row in grid.filled_columns if row <= _TITLE_ROWS):
        columns = [at for at in grid.filled_columns[baris] if _names_indicators(grid.text(baris, at))]
        counted = Counter({at: sum(_key(grid.text(row, at)) in known for row in grid.filled_columns) for at in columns})
        if counted and (best := max(counted, key=counted.__getitem__)) and counted[best] >= _ENOUGH:
            last, values = _values(grid, baris, best, known, year)
            return _Header(last, best, values) if values else None
    return None


def _names_indicators(text: str) -> bool:
    words = fold(text).split()
    return "indikator" in words and _OTHER_NUMBERS.isdisjoint(words) and not {"satuan", "target"} & set(words)


def _values(
    grid: Grid, baris: int, indikator: int, known: Collection[str], year: int | None
) -> tuple[int, dict[int, ColumnKey]]:
    """The last row of a header that begins here, and its columns with values."""
    found: dict[int, ColumnKey] = {}
    over: dict[int, str] = {}
    last = baris
    for row in range(baris, baris + _BELOW):
        if _key(grid.text(row, indikator)) in known:
            break
        columns = grid.filled_columns.get(row, ())
        before = dict(over)
        for at in columns:
            role = _role(grid.text(row, at), before.get(at, ""), year)
            if at != indikator and role is not None and (row == baris or at in found or before.get(at)):
                found[at] = role
                last = row
        over |= _spread(grid, row, columns)
    years = Counter(found.values())
    return last, {at: role for at, role in found.items() if years[role] == 1}


def _spread(grid: Grid, row: int, columns: Sequence[int]) -> dict[int, str]:
    """The title over each column: merged over several, or blank over all but the first."""
    found = {at: grid.text(row, at) for at in columns}
    found |= {at: grid.text(*first) for (covered, at), first in grid.merges.items() if covered == row == first[0]}
    for at in range(min(found, default=0) + 1, max((at for _, at in grid.cells), default=0) + 1):
        found[at] = found.get(at) or found.get(at - 1, "")
    return found


def _role(text: str, over: str, year: int | None) -> ColumnKey | None:
    said, words = fold(text), set(fold(f"{over} {text}").split())
    if not said or not _OTHER_NUMBERS.isdisjoint(words):
        return None
    if said.split()[0] == "satuan":
        return "satuan", None
    quarter, of_year = _QUARTER.search(said), _YEAR.search(said)
    if quarter is None and "triwulan" in words and said in _ROMAN:
        return QUARTER, _ROMAN.index(said) + 1
    if quarter is not None:
        return QUARTER, (_ROMAN.index(quarter[1]) + 1 if quarter[1] in _ROMAN else int(quarter[1]))
    if of_year is not None and ("target" in words or said in (of_year[1], f"tahun {of_year[1]}")):
        return roles.TARGET, int(of_year[1])
    return (roles.TARGET, year) if said.split()[0] == "target" and of_year is None and year is not None else None


def _compare(grid: Grid, header: _Header, rows: Mapping[str, list[KinerjaRow]], log: FindingLog) -> None:
    compared: set[CellRef] = set()
    about = FindingLog()
    said = {row: grid.text(row, header.indikator) for row in grid.filled_columns if row > header.baris}
    found = {row: rows[_key(text)] for row, text in said.items() if _key(text) in rows}
    if len(found) < _ENOUGH:
        return
    said_here = {_key(said[row]) for row in found}
    left = [several[0] for key, several in rows.items() if key not in said_here]
    meant_by = {one.indikator.clean: one for one in reversed(left)}
    near = finder([row.indikator.clean for row in left], Likeness.REWORDED)
    for row, text in said.items():
        if row in found:
            if len(found[row]) == 1:
                _row(grid, row, header, found[row][0], compared, about)
        elif text.strip() and (meant := near(without_number(text))) is not None:
            differ(
                "Indikator", meant_by[meant].indikator, Isian(text, CellRef(grid.title, row, header.indikator)), about
            )
    log.add(about)
    log.note(
        "B133", CellRef(grid.title), lembar=grid.title, jumlah=len(found), sel=len(compared),
        beda=sum(one.kode in ("B66", "D52") for one in about),
    )  # fmt: skip


def _row(grid: Grid, baris: int, header: _Header, own: KinerjaRow, compared: set[CellRef], log: FindingLog) -> None:
    known: dict[ColumnKey, Isian] = {(roles.TARGET, year): isian for year, isian in own.target.items() if isian}
    known |= {(QUARTER, at): isian for at, isian in enumerate(own.quarters, start=1) if isian}
    known |= {("satuan", None): own.satuan} if own.satuan else {}
    other: dict[ColumnKey, Isian] = {}
    for at, key in header.values.items():
        cell = grid.cells.get((baris, at))
        if cell is not None and cell.text.strip(" -–") and key in known:
            isian = Isian(cell.text, CellRef(grid.title, baris, at), cell.number)
            # Written in another way it is the same: "82 %" beside 82, 0.82 shown as 82%.
            other[key] = replace(known[key], source=isian.source) if _is_same(known[key], isian) else isian
    targets = {key: isian for key, isian in other.items() if key[0] == roles.TARGET}
    fill({key: known[key] for key in known if key[0] == roles.TARGET}, targets, compared, log)
    for key in other.keys() - targets.keys():
        compared.add(other[key].source)
        if not _is_same(known[key], other[key]):
            kolom = "Satuan" if key[0] == "satuan" else f"Target TW {_ROMAN[(key[1] or 1) - 1].upper()}"
            differ(kolom, known[key], other[key], log)


def _is_same(known: Isian, other: Isian) -> bool:
    if fold_sentence(known.text) == fold_sentence(other.text):
        return True
    meant, figure = number(known), _FIGURE.fullmatch(other.text)
    shown = number(Isian(figure[1], other.source)) if figure else None
    return meant is not None and meant in (shown, number(other))
