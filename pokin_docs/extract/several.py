"""Several indicators in one cell, parted into a row each where their targets and units can be parted likewise."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from pokin_docs.model.findings import FindingLog
from pokin_docs.model.rows import IndikatorRow, Isian, KinerjaRow
from pokin_docs.model.texts import fold, numbered_lines, without_number

_STARTS = frozenset((
    "persentase", "presentase", "prosentase", "proporsi", "rasio", "cakupan", "indeks", "nilai", "skor", "predikat",
    "opini", "jumlah", "banyaknya", "tingkat", "angka", "rata", "laju", "prevalensi", "capaian", "ketepatan", "lama",
    "waktu", "frekuensi", "level", "status", "peringkat",
))  # fmt: skip
"""First words of indicators: a line that has none goes on with the one above it."""
_BULLET = re.compile(r"[-–—•·▪●*►✓]\s+(?=\S)")
_IN_LINE = re.compile(r"(?:^|\s)\(?(\d{1,2}|[a-z])[.)]\s+(?=\S)")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_OF_EACH = ("definisi", "formula", "sumber_data")
"""Texts that may be about all of them together."""
_SHARED = ("polaritas", "iku", "satuan", *_OF_EACH)
"""Columns whose one value is that of every indicator."""
_VALUES = ("kondisi_awal", "tw1", "tw2", "tw3", "tw4")

Key = TypeVar("Key")
Parted = tuple[tuple[str, dict[Key, Isian]], ...]
IndicatorRow = TypeVar("IndicatorRow", KinerjaRow, IndikatorRow)


@dataclass
class IndicatorParting:
    """Parts the indicators of a workbook; a cell of Tahap 4 that says the same is parted like that of Tahap 5."""

    parted: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def rows(self, rows: Iterable[IndicatorRow], log: FindingLog) -> tuple[IndicatorRow, ...]:
        """The rows, with one for each of several indicators of a cell; all of them know that cell.

        Args:
            rows: The rows of one sheet; those of Tahap 5 before those of Tahap 4.
            log: Takes what is found.
        """
        found: list[IndicatorRow] = []
        for row in rows:
            found.extend(self._parted(row, log))
        return tuple(found)

    def _parted(self, row: IndicatorRow, log: FindingLog) -> Iterator[IndicatorRow]:
        if isinstance(row, KinerjaRow):
            several = parts(row.indikator.text, _is_indicator)
            cells = _cells_of(row, len(several)) if several else None
            if cells is not None:
                log.note("B61", row.indikator.source, jumlah=len(several))
                self.parted[fold(row.indikator.text)] = several
                yield from (_row_of(row, place, text, *cells) for place, text in enumerate(several))
                return
            count = max(len(several), numbered_lines(row.indikator.text))
            if count > 1:
                log.note("B43", row.indikator.source, jumlah=count)
        elif several := self.parted.get(fold(row.indikator.text), ()):
            yield from (_row_of(row, place, text, {}, {}) for place, text in enumerate(several))
            return
        yield row


def _row_of(
    row: IndicatorRow, place: int, text: str, cells: dict[str, tuple[Isian, ...]], by_year: dict[int, tuple[Isian, ...]]
) -> IndicatorRow:
    """The row of one of several indicators; only the first has the sentence of its kinerja."""
    changed: dict[str, Any] = {name: parted[place] for name, parted in cells.items()}
    changed["indikator"] = replace(row.indikator, text=text)
    if by_year:
        changed["target"] = {year: parted[place] for year, parted in by_year.items()}
    if place:
        changed["kinerja"] = Isian("", row.kinerja.source)
    return replace(row, **changed)


def parts(text: str, begins: Callable[[str], bool] | None = None) -> tuple[str, ...]:
    """The several things that a cell says: numbered, on lines of their own, or parted by ";"; none where it says one.

    Args:
        text: The text of the cell.
        begins: Whether a line, or what stands between two ";", can begin one; all can where this is None.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and all(map(_BULLET.match, lines)):
        lines = [_BULLET.sub("", line, count=1) for line in lines]
        text = "\n".join(lines)
    numbered = [index for index, line in enumerate(lines) if without_number(line) != line]
    if len(numbered) > 1 and numbered[0] == 0:
        ends = [*numbered[1:], len(lines)]
        blocks = (" ".join(lines[start:end]) for start, end in zip(numbered, ends, strict=True))
        return tuple(without_number(block).strip(" ;") for block in blocks)
    for pieces in (lines, [piece.strip() for piece in text.split(";") if piece.strip()]):
        if len(pieces) > 1 and (begins is None or all(map(begins, pieces))):
            return tuple(piece.strip(" ;") for piece in pieces)
    marks = list(_IN_LINE.finditer(text))
    if (
        len(marks) > 1
        and marks[0].start() == 0
        and [mark.group(1) for mark in marks] in ([*map(str, range(1, len(marks) + 1))], [*_LETTERS[: len(marks)]])
    ):
        ends = [*(mark.start() for mark in marks[1:]), len(text)]
        return tuple(text[mark.end() : end].strip(" ;,") for mark, end in zip(marks, ends, strict=True))
    return ()


def part_measure(text: str, values: Mapping[Key, Isian], name_of: Callable[[Key], str]) -> Parted[Key]:
    """Each of several indicators of a cell with its part of the values beside it; none where one cannot be parted.

    Args:
        text: The text of the cell.
        values: What stands beside it.
        name_of: The name of the column of a value.
    """
    several = parts(text, _is_indicator)
    found: list[dict[Key, Isian]] = [{} for _ in several]
    for key, isian in values.items() if several else ():
        name = name_of(key)
        shared = name not in _VALUES and name != "target"
        cells = _cells(isian, len(several), shared=shared, loose=shared and name != "satuan")
        if cells is None:
            return ()
        for own, cell in zip(found, cells, strict=True):
            own[key] = cell
    return tuple(zip(several, found, strict=True))


def _is_indicator(text: str) -> bool:
    return fold(text).split()[:1] != [] and fold(text).split()[0] in _STARTS


def _cells_of(row: KinerjaRow, count: int) -> tuple[dict[str, tuple[Isian, ...]], dict[int, tuple[Isian, ...]]] | None:
    """The cells of a row parted like its indicators; None where one of them has another number of parts."""
    found: dict[str, tuple[Isian, ...]] = {}
    for name in (*_SHARED, *_VALUES):
        cells = _cells(getattr(row, name), count, shared=name in _SHARED, loose=name in _OF_EACH)
        if cells is None:
            return None
        found[name] = cells
    by_year = _by_year(row, count)
    return (found, by_year) if len(by_year) == len(row.target) else None


def _by_year(row: KinerjaRow, count: int) -> dict[int, tuple[Isian, ...]]:
    cells = {year: _cells(isian, count, shared=False, loose=False) for year, isian in row.target.items()}
    return {year: parted for year, parted in cells.items() if parted is not None}


def _cells(isian: Isian, count: int, *, shared: bool, loose: bool) -> tuple[Isian, ...] | None:
    """A cell parted into so many; None where it cannot be."""
    if isian.is_blank:
        return (isian,) * count
    texts = parts(isian.text) if isian.number is None else ()
    if len(texts) == count:
        return tuple(replace(isian, text=text) for text in texts)
    if loose or (shared and not texts):
        return (isian,) * count
    return None
