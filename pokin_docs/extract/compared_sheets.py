"""Sheets that nothing reads but that say of our indicators what Tahap 5 says: an annex of IKU, a list of targets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pokin_docs.extract.foreign import roles
from pokin_docs.extract.foreign.two_tables import differ, fill
from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.column_titles import ColumnKey, years_in_full
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.measured import number, same_value
from pokin_docs.model.reached import year_of_book
from pokin_docs.model.realised import read_quarter
from pokin_docs.model.rows import BukuKerja, Isian, KinerjaRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import Likeness, finder, fold, fold_sentence, without_number
from pokin_docs.model.workbook_spec import QUARTERS

_TITLE_ROWS, _BELOW = 40, 3
"""Rows of a sheet among which titles stand, and of one header."""
_FORMER = frozenset(
    ("lama", "old", "draf", "draft", "salinan", "copy", "backup", "arsip", "sebelum", "contoh", "versi", "coba")
)
_ENOUGH = 2
"""Rows about indicators of ours by which a sheet is about them."""
_YEAR = re.compile(r"20\d\d")
_OURS = frozenset((
    "target", "kinerja", "tahun", "tahunan", "thn", "th", "ta", "pada", "ke", "per", "rencana", "renstra", "renja",
    "opd", "skpd", "pd", "perangkat", "daerah", "dinas", "badan", "iku", "pk", "perjanjian", "indikator", "utama",
    "periode", "tw", "triwulan", "kuartal", "i", "ii", "iii", "iv", "1", "2", "3", "4",
))  # fmt: skip
"""Words of the title of a target that may be ours; any other word makes it somebody else's, or another number."""
_OTHERS = (
    r"(?:nasional|provinsi|kabupaten|kota|rpjm[nd]|rp[dj]p?[nd]?|k l|kementerian|lembaga|pusat|sdgs?|tpb|spm|nspk|ikk)"
)
_OF_OTHERS = re.compile(
    rf"\btarget (?:(?:kinerja|capaian|indikator|sasaran|renstra|tahun|20\d\d) )*{_OTHERS}\b|{_OTHERS}(?: 20\d\d)*"
)
"""What a sheet or a line above its table says of targets that are another body's."""
_OTHER_NUMBERS = frozenset((
    "realisasi", "capaian", "pagu", "anggaran", "rp", "(rp)", "kondisi", "baseline", "awal", "akhir", "bobot", "s.d.",
    "sd", "s/d", "kumulatif", "kumulasi",
))  # fmt: skip
"""Words of a title that is none of the sentences of indicators, but of numbers."""
_FIGURE = re.compile(r"\s*(-?[\d.,]*\d)\s*(?:%|[^\W\d][^\d<>≤≥]*)?")
QUARTER = "tw"
_TITLES_OF_QUARTERS = frozenset(("tw", "triwulan", "kuartal"))


@dataclass(frozen=True, slots=True)
class _Header:
    """The first and the last row of the titles, the column of the indicators, and those of their values."""

    start: int
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
    year = year_of_book(buku.identitas, None)
    units = {word for row in buku.tahap5 for word in fold(row.satuan.text).split()}
    known = {*read, *(finding.tempat.lembar for finding in log if finding.kode == "B11")}
    for grid in (grid for grid in grids if rows and grid.title not in known and not _is_former(grid.title)):
        header = _header(grid, rows, year, units)
        if header is not None and not _is_of_others(grid, header):
            _compare(grid, header, rows, log)


def _is_former(title: str) -> bool:
    """Whether a sheet calls itself an earlier state, which may differ."""
    return not _FORMER.isdisjoint(re.findall(r"[a-z]+", fold(title)))


def _is_of_others(grid: Grid, header: _Header) -> bool:
    """Whether the sheet or a line above its table says that its targets are those of another body."""
    above = [grid.text(row, at) for row in grid.filled_columns if row < header.start for at in grid.filled_columns[row]]
    return bool(_OF_OTHERS.fullmatch(fold(grid.title))) or any(
        match[0].startswith("target") for text in (grid.title, *above) if (match := _OF_OTHERS.search(fold(text)))
    )


def _key(text: str) -> str:
    return fold_sentence(without_number(text))


def _header(grid: Grid, known: Collection[str], year: int | None, units: Collection[str]) -> _Header | None:
    for baris in (row for row in grid.filled_columns if row <= _TITLE_ROWS):
        columns = [at for at in grid.filled_columns[baris] if _names_indicators(grid.text(baris, at))]
        counted = Counter({at: sum(_key(grid.text(row, at)) in known for row in grid.filled_columns) for at in columns})
        if counted and (best := max(counted, key=counted.__getitem__)) and counted[best] >= _ENOUGH:
            last, values = _values(grid, baris, best, known, year, units)
            return _Header(baris, last, best, values) if values else None
    return None


def _names_indicators(text: str) -> bool:
    words = fold(text).split()
    return "indikator" in words and _OTHER_NUMBERS.isdisjoint(words) and not {"satuan", "target"} & set(words)


def _values(
    grid: Grid, baris: int, indikator: int, known: Collection[str], year: int | None, units: Collection[str]
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
            role = _role(grid.text(row, at), before.get(at, ""), year, units)
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


def _role(text: str, over: str, year: int | None, units: Collection[str]) -> ColumnKey | None:
    said, whole = fold(years_in_full(text)), fold(years_in_full(f"{over} {text}"))
    words = whole.split()
    if not said:
        return None
    if said.split()[0] == "satuan":
        return "satuan", None
    years = _YEAR.findall(said)
    if not {word for word in words if word not in units and not _YEAR.fullmatch(word)} <= _OURS:
        return None
    quarter = read_quarter(said.removeprefix("target ")) if not _TITLES_OF_QUARTERS.isdisjoint(words) else None
    if quarter is not None:
        return QUARTER, quarter
    if len(years) == 1 and ("target" in words or said in (years[0], f"tahun {years[0]}")):
        return roles.TARGET, int(years[0])
    return (
        (roles.TARGET, year) if said.split()[0] == "target" and not _YEAR.search(whole) and year is not None else None
    )


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
            kolom = "Satuan" if key[0] == "satuan" else f"Target TW {QUARTERS[(key[1] or 1) - 1]}"
            differ(kolom, known[key], other[key], log)


def _is_same(known: Isian, other: Isian) -> bool:
    if same_value(known.text, other.text):
        return True
    meant, figure = number(known), _FIGURE.fullmatch(other.text)
    shown = number(Isian(figure[1], other.source)) if figure else None
    return meant is not None and meant in (shown, number(other))
