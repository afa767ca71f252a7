"""Titles of columns: which column one names, and how titles of several rows stand over one column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from pokin_docs.extract.grid import Grid
from pokin_docs.model.budget_versions import split_version
from pokin_docs.model.money_units import without_unit
from pokin_docs.model.texts import fold
from pokin_docs.model.workbook_spec import ColumnType, Lembar

ColumnKey = tuple[str, int | None]
"""Key of a column and, for a yearly column, its year."""

MAX_TITLE_ROW = 200
"""Rows looked at for titles, whatever the layout: title blocks of real workbooks end long before."""
MAX_TITLE_ROWS = 4
"""Rows that one header has at most, a title of the table above it included."""

_YEAR = r"(20\d\d)"
_A_YEAR = re.compile(r"\b20\d\d\b")
_YEAR_ALONE = re.compile(r"(?:(?:tahun|thn|th|t ?a|fy)(?: anggaran)?)? ?(20\d\d)(?: n(?: \d)?)?")
_SHORT_YEAR = re.compile(
    r"(?:(?<!\w)['’‘`´]|\b(?:tahun|thn|th|t\.?a)\b[ .]*['’‘`´]?)([23]\d)(?![\d./-])", re.IGNORECASE
)
"""A year of two digits that a sign or a word tells to be one: "'26", "Th. 26"."""
_WITHOUT_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]|\{[^}]*\}")
_RIDER = re.compile(r"\((?![^)]*20\d\d)[^)]*\)|\[(?![^\]]*20\d\d)[^\]]*\]|\{(?![^}]*20\d\d)[^}]*\}")
"""Brackets without a year."""
_YEAR_WORD = re.compile(r"\b(?:tahun|thn|th|t ?a)(?: anggaran)? (?=20\d\d\b)")
_BROKEN = re.compile(r"(?<=[^\W\d_])-[^\S\n]*\n\s*(?=[^\W\d_])|\s*[¹²³⁰⁴-⁹]+\)?")
"""Where a word goes on in the next line, and the signs of footnotes."""


@dataclass(frozen=True, slots=True)
class ColumnTitle:
    """What stands over one column: the parts of its title from the top down."""

    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole title: ``Target 2026``."""
        return " ".join(self.parts)

    @property
    def bottom(self) -> str:
        """The part nearest to the data."""
        return self.parts[-1]

    def readings(self) -> Iterator[str]:
        """The ways to read it, the fullest first; years stand above or below what they are years of."""
        for start in range(len(self.parts)):
            yield " ".join(self.parts[start:])
        if len(self.parts) > 1:
            yield " ".join(self.parts[::-1])
            yield " ".join(self.parts[-2:][::-1])


def match_column(lembar: Lembar, title: ColumnTitle) -> ColumnKey | None:
    """The column that a title of one or more rows names."""
    found = next((kunci for text in title.readings() if (kunci := match_title(lembar, text))), None)
    if found is None and (yearly := [kolom for kolom in lembar.kolom if kolom.per_tahun]):
        # "Target Kinerja pada Tahun" over "2026": the year, and what it is the year of, each in a cell.
        folded = [fold(years_in_full(part)) for part in title.parts]
        year = next((match for part in folded if (match := _YEAR_ALONE.fullmatch(part))), None)
        others = [part for part in folded if not _YEAR_ALONE.fullmatch(part)]
        first = others[-1].split()[:1] if others else []
        for kolom in yearly:
            if year and (
                not others or (first and first[0] in {fold(n).split()[0] for n in (kolom.title, *kolom.alias)})
            ):
                return kolom.kunci, int(year.group(1))
    return found


@lru_cache(maxsize=8_192)  # the search for a header asks for the same cell with each row it may begin with
def match_title(lembar: Lembar, text: str) -> ColumnKey | None:
    """The column a header text names, with its year if it is a yearly one."""
    exact, yearly = _names(lembar)
    text = years_in_full(text)
    plain = fold(_WITHOUT_BRACKETS.sub(" ", text))
    whole = fold(_BROKEN.sub("", text))
    ordered = (_year_last(fold(_RIDER.sub(" ", text))), _year_last(fold(text)))
    for key in dict.fromkeys((fold(text), plain, without_unit(plain), whole, *ordered, *map(without_unit, ordered))):
        if key in exact:
            return exact[key], None
        for pattern, kunci in yearly:
            if match := pattern.fullmatch(key):
                return kunci, int(match.group(1))
    found = _of_a_version(lembar, text, without_unit(plain))
    if found is not None:
        return found
    return next(((kunci, None) for pattern, kunci in _open_names(lembar) if pattern.fullmatch(fold(text))), None)


def years_in_full(text: str) -> str:
    """A title with four digits for each year that is written with two."""
    return _SHORT_YEAR.sub(r" 20\1", text)


def _year_last(key: str) -> str:
    """A folded title with its only year behind its words, and no word for year: "ta 2026 target" is "target 2026"."""
    years = _A_YEAR.findall(key)
    if len(years) != 1:
        return key
    return " ".join((*_A_YEAR.sub(" ", _YEAR_WORD.sub(" ", key)).split(), years[0]))


def _of_a_version(lembar: Lembar, text: str, plain: str) -> ColumnKey | None:
    """The column of values or money that a title names beside the version of the budget: ``Target Perubahan 2026``."""
    for key in dict.fromkeys((fold(text), plain)):
        rest, _ = split_version(key)
        found = match_title(lembar, rest) if rest and rest != key else None
        if found is not None and lembar.kolom_of(found[0]).jenis in (ColumnType.VALUE, ColumnType.RUPIAH):
            return found
    return None


def match_weak(lembar: Lembar, title: ColumnTitle) -> ColumnKey | None:
    """The column a title may name where no other column has that name: ``Sasaran`` for Kinerja."""
    names = _weak_names(lembar)
    for text in title.readings():
        for key in (fold(text), fold(_WITHOUT_BRACKETS.sub(" ", text))):
            if key in names:
                return names[key], None
    return None


@cache
def _weak_names(lembar: Lembar) -> dict[str, str]:
    return {fold(title): kolom.kunci for kolom in lembar.kolom for title in kolom.weak_aliases}


@cache
def _names(lembar: Lembar) -> tuple[dict[str, str], tuple[tuple[re.Pattern[str], str], ...]]:
    """Folded names of the plain columns, and patterns of the yearly ones."""
    exact: dict[str, str] = {}
    yearly: list[tuple[re.Pattern[str], str]] = []
    for kolom in lembar.kolom:
        for title in (kolom.title, *kolom.alias):
            if "{outcome}" in title:
                continue  # _open_names
            if kolom.per_tahun:
                yearly.append((re.compile(fold(title.replace("{tahun}", "9999")).replace("9999", _YEAR)), kolom.kunci))
            else:
                exact.setdefault(fold(title), kolom.kunci)
    return exact, tuple(yearly)


@cache
def _open_names(lembar: Lembar) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of the names that the outcome is a part of: ``CSF Infrastruktur … yang Berkualitas`` (seed line 38)."""
    names = ((title, kolom.kunci) for kolom in lembar.kolom for title in kolom.alias if "{outcome}" in title)
    return tuple((re.compile(fold(title.replace("{outcome}", "")) + " .+"), kunci) for title, kunci in names)


def titles(grid: Grid, start: int, end: int) -> dict[int, ColumnTitle]:
    """The title over each column (1-based) that has one; a title merged over several columns counts for each.

    Args:
        grid: The sheet.
        start: First row of the header, 1-based.
        end: Last row of the header, itself included.
    """
    rows = range(start, end + 1)
    columns = {kolom for baris in rows for kolom in grid.filled_columns.get(baris, ())}
    columns |= {kolom for baris in rows for kolom in grid.covered.get(baris, ())}
    found = {}
    for kolom in sorted(columns):
        parts = [_part(grid, baris, kolom, end) for baris in rows]
        kept = tuple(dict.fromkeys(part for part in parts if part.strip()))
        if kept:
            found[kolom] = ColumnTitle(kept)
    return found


def _part(grid: Grid, baris: int, kolom: int, end: int) -> str:
    text = grid.text(baris, kolom)
    if text.strip():
        return text
    first = grid.merges.get((baris, kolom))
    if first is not None:
        return grid.text(*first) if first[0] == baris else ""
    if baris < end and grid.text(baris + 1, kolom).strip():
        # Not merged, only left blank: the title to the left goes on while there is one of its own below.
        for left in range(kolom - 1, max(0, kolom - 12), -1):
            if grid.text(baris, left).strip():
                return grid.text(baris, left) if grid.text(baris + 1, left).strip() else ""
            if not grid.text(baris + 1, left).strip():
                return ""
    return ""


def last_header_row(grid: Grid, lembar: Lembar, start: int) -> int:
    """The last row (1-based) of a header: titles merged downwards, or with further titles below.

    Args:
        grid: The sheet.
        lembar: What its columns are called.
        start: First row of the header, 1-based.
    """
    end = start
    while end - start < MAX_TITLE_ROWS - 1 and _goes_on(grid, lembar, start, end):
        end += 1
    return end


def _goes_on(grid: Grid, lembar: Lembar, start: int, end: int) -> bool:
    below = {kolom for kolom in grid.filled_columns.get(end + 1, ()) if grid.text(end + 1, kolom).strip()}
    if not below:
        return False
    over = {first for first in grid.covered.get(end + 1, {}).values() if start <= first[0] <= end}
    if any(grid.text(*first).strip() for first in over):
        return True
    over_all = titles(grid, start, end)
    # A year alone is not done with: what it is the year of may stand below.
    done = {
        kolom
        for kolom, title in over_all.items()
        if _is_named(lembar, title) and not _YEAR_ALONE.fullmatch(fold(years_in_full(title.text)))
    }
    across = {kolom: first for kolom, first in grid.covered.get(end, {}).items() if first[0] == end}
    wide = {*across, *(first[1] for first in across.values())}
    if below & (done - wide):
        return False
    joined = titles(grid, start, end + 1)
    return any(len(joined[kolom].parts) > 1 and _is_named(lembar, joined[kolom]) for kolom in below)


def _is_named(lembar: Lembar, title: ColumnTitle) -> bool:
    return match_column(lembar, title) is not None or match_weak(lembar, title) is not None
