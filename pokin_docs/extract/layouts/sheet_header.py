"""A header that was found, and the columns that it lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.column_titles import ColumnKey, match_title
from pokin_docs.extract.layouts.program_codes import split_led
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import FindingLog, Temuan
from pokin_docs.model.level_labels import names_a_component, read_label
from pokin_docs.model.money_units import without_unit
from pokin_docs.model.programs import kind_of, split_codes
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import Likeness, fold, is_slip, nearest, slips_between
from pokin_docs.model.workbook_spec import PROGRAM, Kolom, Lembar, WhenMissing

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_MEANT_AS_YEAR = re.compile(r"(?<!\d)\d[\d.,]{1,4}\d(?!\d)")


@dataclass(frozen=True)
class SheetHeader:
    """A header that was found: its last row and its first, and the grid column of each known column."""

    baris: int
    kolom: dict[ColumnKey, int]
    title: dict[int, str] = field(default_factory=dict)
    start: int = 0
    rows_level: Mapping[int, Isian] = field(default_factory=dict)
    """What stands for Komponen in each row, where no column says it: its number, or the title over all sentences."""
    cell_sentences: Mapping[int, Isian] = field(default_factory=dict)
    """Sentences in rows of their own."""
    names: tuple[int, ...] = ()
    """The columns of names on Program, where each level has its own: a row is named by the last one filled."""

    funds: frozenset[int] = frozenset()
    """The columns on Program that part the money of a year by sumber dana, and that of their total."""

    @property
    def all_columns(self) -> frozenset[int]:
        """Every column that holds a part of the table."""
        return frozenset((*self.kolom.values(), *self.names, *self.funds))

    def reread(self, chosen: Mapping[int, int]) -> SheetHeader:
        """The header with other columns in place of those that are read so far."""
        return replace(self, kolom={kunci: chosen.get(number, number) for kunci, number in self.kolom.items()})

    def found_keys(self) -> frozenset[str]:
        """Keys of the columns found, yearly ones once."""
        return frozenset(kunci for kunci, _ in self.kolom)


def _names_components(grid: Grid, header: SheetHeader) -> bool:
    """Whether the rows of a table without Kinerja are programs, kegiatan and sub kegiatan, each with its indicators."""
    komponen, kode = (header.kolom.get((kunci, None), 0) for kunci in ("komponen", "kode"))
    if not komponen or "indikator" not in header.found_keys():
        return False
    texts = [
        (text, grid.text(baris, kode))
        for baris in grid.filled_columns
        if baris > header.baris and (text := grid.text(baris, komponen)).strip()
    ]
    named = sum(
        names_a_component(text) or (read_label(text) is None and any(map(kind_of, split_codes(code))))
        for text, code in texts
    )
    return bool(texts) and 2 * named >= len(texts)


def _in_one_cell(grid: Grid, lembar: Lembar, kolom: Kolom, header: SheetHeader) -> bool:
    """Whether code and name of Program stand in one cell, so that the column which is not there is not missed."""
    if lembar is not PROGRAM or kolom.kunci not in ("kode", "nomenklatur"):
        return False
    other = header.kolom.get(("nomenklatur" if kolom.kunci == "kode" else "kode", None))
    texts = [cell.text for (row, column), cell in grid.cells.items() if column == other and row > header.baris]
    return bool(texts) and 2 * sum(bool(split_led(text)[0]) for text in texts) >= len(texts)


def missing(grid: Grid, lembar: Lembar, header: SheetHeader) -> Iterator[Temuan]:
    """One finding for each column that is missing and matters, pointing at the header that was probably meant.

    Args:
        grid: The sheet.
        lembar: What its columns are called.
        header: The header that was found.
    """
    log = FindingLog()
    known = set(header.kolom.values())
    other = {text: number for number, text in header.title.items() if number not in known}
    for kolom in lembar.kolom:
        if kolom.kunci in header.found_keys() or _in_one_cell(grid, lembar, kolom, header):
            continue
        wrong = next((text for text in other if _is_misspelt(text, kolom)), None)
        place = CellRef(grid.title, header.baris, other[wrong]) if wrong else CellRef(grid.title, header.baris)
        shown = kolom.title.replace(" {tahun}", " (per tahun)")
        proposals = f" Sel {place.address} bertuliskan «{wrong.strip()}»: mungkin itu maksudnya." if wrong else ""
        if wrong and kolom.per_tahun and not _YEAR.search(wrong):
            shown = kolom.title.replace("{tahun}", "2026")
            proposals = f" Sel {place.address} bertuliskan «{wrong.strip()}» tanpa tahun, jadi tidak dibaca."
        if kolom.when_missing is WhenMissing.GALAT and not (
            kolom.kunci == "kinerja" and _names_components(grid, header)
        ):
            log.note("B13", place, kolom=shown, lembar=grid.title, usul=proposals)
        elif kolom.when_missing in (WhenMissing.GALAT, WhenMissing.TANDA):
            log.note("B14", place, kolom=shown, lembar=grid.title, usul=proposals)
        elif wrong:
            log.note("B32", place, teks=wrong.strip(), usul=proposal(kolom.title))
        if wrong:
            del other[wrong]  # "TW l" stands for one quarter only
    _tell_years(grid, lembar, header, other, log)
    yield from log


def _tell_years(grid: Grid, lembar: Lembar, header: SheetHeader, other: Mapping[str, int], log: FindingLog) -> None:
    """Name the titles of one more year that are not read, with what was probably meant.

    Args:
        grid: The sheet.
        lembar: What its columns are called.
        header: The header that was found.
        other: The titles that are not known, with their columns.
        log: Takes what is found.
    """
    for kolom in (kolom for kolom in lembar.kolom if kolom.per_tahun and kolom.kunci in header.found_keys()):
        for text, number in other.items():
            year = _YEAR.search(text)
            if year and (kolom.kunci, int(year.group())) not in header.kolom and _is_misspelt(text, kolom):
                proposals = proposal(kolom.title.format(tahun=year.group()))
                log.note("B32", CellRef(grid.title, header.baris, number), teks=text.strip(), usul=proposals)
        for text, number in other.items():
            if typed := _MEANT_AS_YEAR.search(text) if not _YEAR.search(text) else None:
                meant = _year_meant(typed.group(), kolom, header)
                if meant and match_title(lembar, text.replace(typed.group(), str(meant), 1)) == (kolom.kunci, meant):
                    proposals = proposal(kolom.title.format(tahun=meant))
                    log.note("B32", CellRef(grid.title, header.baris, number), teks=text.strip(), usul=proposals)


def _year_meant(typed: str, kolom: Kolom, header: SheetHeader) -> int | None:
    """The year without a column of its own that digits are the nearest to; None where several are as near."""
    years = {year for kunci, year in header.kolom if kunci == kolom.kunci and year is not None}
    free = [year for year in range(min(years), max(years)) if year not in years]
    free = free or [min(years) - 1, max(years) + 1]
    near = sorted((slips_between(typed, str(year)), year) for year in free)
    alone = bool(near) and near[0][0] == 1 and (len(near) == 1 or near[1][0] > 1)
    return near[0][1] if alone else None


def _is_misspelt(text: str, kolom: Kolom) -> bool:
    """Whether an unknown header is probably meant for a column: near to one of its names, the year aside."""
    plain = _YEAR.sub("", text)
    names = [shown.replace("{tahun}", "").strip() for shown in (kolom.title, *kolom.alias)]
    if kolom.per_tahun != (plain != text):
        plain = without_unit(fold(_IN_BRACKETS.sub(" ", text)))
        return kolom.per_tahun and bool({fold(text), plain} & set(map(fold, names)))  # "Target", and no year
    return nearest(plain, names, Likeness.MEANT) is not None or any(is_slip(plain, shown) for shown in names)
