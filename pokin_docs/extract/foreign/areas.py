"""Where tables stand on a sheet: their header rows, their rows of data, and the columns under titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pokin_docs.extract.final_state import final_targets
from pokin_docs.extract.foreign import roles
from pokin_docs.extract.foreign.contents import Kind, Profile, is_result, kind_of_text, profile_of
from pokin_docs.extract.foreign.steps import step_levels
from pokin_docs.extract.foreign.title_words import TitleMeaning, read_part, read_title
from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.closing_rows import closing_rows, note_rows
from pokin_docs.extract.layouts.column_titles import MAX_TITLE_ROWS, ColumnTitle, titles
from pokin_docs.extract.layouts.fund_columns import FundColumns, fund_columns, names_funds_alone, title_years
from pokin_docs.model.level_labels import read_label, split_label
from pokin_docs.model.level_letters import levels_of_letters
from pokin_docs.model.levels import ESELON_LABELS, LEVEL_NAMES, Rung
from pokin_docs.model.programs import leading_code
from pokin_docs.model.texts import fold, squeeze
from pokin_docs.model.word_slips import level_without_slips

MAX_HEADER_ROW = 60
"""Rows looked at for the first header of a sheet."""
_FEW, _MANY_WORDS, _MANY_NUMBERS = 2, 16, 8
"""Titles that make a header; words that a title has at most."""
_TITLES_PER_NAME = 6
"""Titles among which one may read like the name of a component: "Sub Kegiatan Pelaksana"."""
_SIGNING_ROWS = 12
_NIP = re.compile(r"\b\d{8} ?\d{6} ?\d ?\d{3}\b|\bNIP\b", re.IGNORECASE)
_LABEL_WORDS = (*LEVEL_NAMES, *ESELON_LABELS)
_SHORT_LABEL = 6
"""Characters of a label that is only a number: "IV.a"."""
_NUMBER = re.compile(r"\(?\s*(?:\d{1,2}|[a-z]|[ivx]{1,5})\s*\)?(?:\s*[=+].*)?", re.IGNORECASE)
_YEAR_WORD = re.compile(r"(?:tahun|thn|th)?\s*(?:ke\W*)?\s*(?:20\d\d|n\s*[+-]\s*\d|[1-6iv]+)", re.IGNORECASE)


@dataclass(frozen=True)
class TableArea:
    """One table of a sheet: first and last header row, its rows of data (all 1-based), what stands over each column.

    ``given`` are the titles of the table that it goes on with, where it has none itself. ``said`` are the levels that
    a planner said for groups of its rows, by the name of the group.
    """

    grid: Grid
    start: int
    end: int
    rows: tuple[int, ...]
    closing: tuple[int, ...] = ()
    above: str = ""
    given: Mapping[int, ColumnTitle] | None = None
    said: Mapping[str, str] = field(default_factory=dict)

    def label(self, number: int, text: str) -> str:
        """What a cell says of the level: "II.b" under "Eselon" is "Eselon II.b", "Progam" with a slip is "Program"."""
        plain = squeeze(text.replace("_", " "))
        title = self.titles.get(number)
        if title is None or read_label(plain) is not None:
            return plain
        if len(plain) > _SHORT_LABEL or read_label(level_without_slips(plain)) is not None:
            return level_without_slips(plain)
        word = next((word for word in fold(title.text).split() if word in _LABEL_WORDS), "")
        if word and (initials := self._initials(number)):
            return initials.get(fold(plain), plain)
        return f"{word.title()} {plain}" if word and read_label(f"{word} {plain}") is not None else plain

    def mended_labels(self, number: int) -> dict[int, tuple[str, str]]:
        """The levels of a column that were typed with a slip, by row: what stands there and what it is read as."""
        texts = {row: squeeze(cell.text) for row, cell in self.profiles[number].cells.items()}
        return {row: (text, said) for row, text in texts.items() if (said := self.label(number, text)) != text
                and said == level_without_slips(text)}  # fmt: skip

    def _initials(self, number: int) -> Mapping[str, str]:
        """The levels by the letters that a column holds and nothing else: T, S, P, K, SK; empty for any other."""
        texts = self.profiles[number].texts if number in self.profiles else ()
        found = levels_of_letters(set(map(fold, texts)))
        return {text: level.label for text, level in found.items()} if len(found) > 1 else {}

    @cached_property
    def levels(self) -> frozenset[object]:
        """The different levels that cells of its columns name, in labels alone."""
        found = set()
        for number, profile in self.profiles.items():
            for text in profile.labels:
                label = self.label(number, text)
                if label != squeeze(text) or kind_of_text(text) is Kind.LEVEL:
                    found.add(read_label(label))
        return frozenset(found - {None})

    @cached_property
    def post_above(self) -> Rung | None:
        """The post that a line above the table names: "Kepala Bidang Data" on a PK; None where none or several do."""
        lines = [text for row in self.grid.filled_columns if row < self.start for text in _texts(self.grid, row)]
        named = (line.split(":")[-1] for line in lines if len(line.split()) <= _MANY_WORDS)
        posts = {label for text in named if isinstance(label := read_label(text), Rung)}
        return next(iter(posts)) if len(posts) == 1 else None

    @cached_property
    def titles(self) -> Mapping[int, ColumnTitle]:
        """The title of each column that has one."""
        return titles(self.grid, self.start, self.end) if self.given is None else self.given

    @cached_property
    def heading(self) -> tuple[str, ...]:
        """Its titles, folded, by which the next part of it is known."""
        return tuple(fold(title.text) for title in self.titles.values())

    @cached_property
    def meanings(self) -> Mapping[int, TitleMeaning]:
        """What each title says, or the place of its column among several under one title.

        The final state of a year behind all targets is the target of that year.
        """
        found = {number: read_title(title) for number, title in self.titles.items()}
        unread = {number: self.titles[number].text for number, meaning in found.items() if meaning.thing == ""}
        years = (meaning.tahun for meaning in found.values() if meaning.thing == roles.TARGET and meaning.tahun)
        for (_, year), number in final_targets(unread, years).items():
            found[number] = TitleMeaning(roles.TARGET, tahun=year)
        named = {number: meaning.levels for number, meaning in found.items()}
        for number, level in step_levels(self.grid, self.end, self.rows, self.profiles, named):
            if number not in found or found[number].thing is None:
                found[number] = TitleMeaning(None, (level,))
        return found

    @cached_property
    def funds(self) -> tuple[FundColumns, ...]:
        """The columns that part the money of a year by sumber dana; those of no year where the years are several."""
        years = title_years(self.titles) or {meaning.tahun for meaning in self.meanings.values() if meaning.tahun}
        only = next(iter(years)) if len(years) == 1 else None if years else 0
        return fund_columns(self.grid, self.titles, self.end, only)

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """The columns with a title or with data."""
        filled = {number for row in self.rows for number in self.grid.filled_columns.get(row, ())}
        return tuple(sorted(filled | set(self.titles)))

    def coded_names(self, number: int) -> bool:
        """Whether the names of components in a column have their code in front of them, all of them."""
        names = [cell.text for cell in self.profiles[number].cells.values() if kind_of_text(cell.text) is Kind.NAME]
        return len(names) > 1 and all(leading_code(text) for text in names)

    @cached_property
    def profiles(self) -> Mapping[int, Profile]:
        """What stands in each column."""
        return {number: profile_of(self.grid.cells, number, self.rows) for number in self.columns}


def find_areas(grid: Grid) -> tuple[TableArea, ...]:
    """The tables of a sheet from the top down, each with at least one row of data."""
    headers = list(_headers(grid))
    found: list[TableArea] = []
    last = max(grid.filled_columns, default=0)
    for place, (start, end) in enumerate(headers):
        following = headers[place + 1][0] - 1 if place + 1 < len(headers) else last
        closing = closing_rows(grid, end) | note_rows(grid, end)
        texts = {number: fold(title.text) for number, title in titles(grid, start, end).items()}
        rows = [row for row in grid.filled_columns if end < row <= following and not _is_no_data(grid, row, texts)]
        kept = tuple(row for row in rows if row not in closing)
        if kept and not _is_signed(grid, start, end, kept):
            above = " ".join(_texts(grid, row)[0] for row in grid.filled_columns if row < start and _texts(grid, row))
            out = tuple(sorted(row for row in closing if row <= following))
            found.append(TableArea(grid, start, end, kept, out, squeeze(above)[-400:]))
    return tuple(found)


def _is_signed(grid: Grid, start: int, end: int, rows: tuple[int, ...]) -> bool:
    """Whether what looks like a table is who signs: posts over names and NIP, and nothing that is measured or paid."""
    said = {read_title(title).thing for title in titles(grid, start, end).values()}
    if said & {roles.INDIKATOR, roles.TARGET, roles.PAGU, roles.KODE} or len(rows) > _SIGNING_ROWS:
        return False
    return any(_NIP.search(grid.text(row, number)) for row in rows for number in grid.filled_columns[row])


def _headers(grid: Grid) -> Iterator[tuple[int, int]]:
    """The first and last rows of each header; the same titles once more, as after a page break, begin no table."""
    known: set[tuple[str, ...]] = set()
    done = 0
    for row in grid.filled_columns:
        if row <= done or not is_header_row(grid, row) or (not known and row > MAX_HEADER_ROW):
            continue
        end = _last_row(grid, row)
        done = end
        said = tuple(fold(text) for text in _texts(grid, row))
        if said in known:
            continue
        known.add(said)
        yield row, end


def is_header_row(grid: Grid, row: int) -> bool:
    """Whether a row holds titles: several short texts, most of which name what a column may be."""
    texts = [text for number in grid.filled_columns[row] if (text := grid.text(row, number).strip())]
    if len(texts) < _FEW or any(is_result(text) or len(fold(text).split()) > _MANY_WORDS for text in texts):
        return False
    kinds = [kind_of_text(text) for text in texts]
    content = [kind for kind, text in zip(kinds, texts, strict=True) if _is_content(kind, text)]
    if len(content) * _TITLES_PER_NAME > len(texts) or any(kind is not Kind.NAME for kind in content):
        return False
    said = [meaning for text in texts if (meaning := read_part(text)).is_known]
    things = [meaning for meaning in said if meaning.thing is not None or meaning.levels or meaning.generic]
    distinct = {(meaning.thing, meaning.levels, meaning.generic) for meaning in things}
    return len(distinct) >= _FEW and 2 * len(said) >= len(texts) and not _is_data_of_levels(kinds, said)


def _is_content(kind: Kind, text: str) -> bool:
    """Whether a cell of this kind stands in rows of data only: a sentence, a code, the name of a component."""
    if kind in (Kind.RESULT, Kind.CODE, Kind.NIP, Kind.MONEY) or split_label(text) is not None:
        return True
    return kind is Kind.NAME and not read_part(text).levels


def _is_data_of_levels(kinds: list[Kind], said: list[TitleMeaning]) -> bool:
    """Whether a row is one of data that happens to name levels: "1 | Sasaran | Kepala Bidang"."""
    return Kind.VALUE in kinds and not any(meaning.thing for meaning in said)


def _last_row(grid: Grid, start: int) -> int:
    end = start
    while end - start < MAX_TITLE_ROWS - 1 and _goes_on(grid, start, end + 1):
        end += 1
    return end


def _goes_on(grid: Grid, start: int, row: int) -> bool:
    """Whether a row belongs to the header above it: under a merged title, or only years and words of titles."""
    columns = [number for number in grid.filled_columns.get(row, ()) if grid.text(row, number).strip()]
    if not columns:
        return any(first[0] >= start for first in grid.covered.get(row, {}).values() if first[0] < row)
    texts = [grid.text(row, number).strip() for number in columns]
    if _numbers_columns(texts):
        return False
    if names_funds_alone(grid, row):
        return True
    merged = [first for first in grid.covered.get(row, {}).values() if start <= first[0] < row and grid.text(*first)]
    titled = all(_is_title(text) for text in texts)
    if merged:
        return titled or len(merged) >= len(columns)
    over = {number for number in grid.filled_columns.get(row - 1, ()) if grid.text(row - 1, number).strip()}
    blank = all(number not in over for number in columns[1:])
    return titled and (blank or all(_YEAR_WORD.fullmatch(text) or read_part(text).is_known for text in texts))


def _is_title(text: str) -> bool:
    if _YEAR_WORD.fullmatch(text):
        return True
    return (
        len(fold(text).split()) <= _MANY_WORDS
        and read_part(text).is_known
        and not _is_content(kind_of_text(text), text)
    )


def _is_no_data(grid: Grid, row: int, over: Mapping[int, str]) -> bool:
    """Whether a row below a header is no data: blank, its titles once more, or the numbers of the columns."""
    texts = {number: text for number in grid.filled_columns[row] if (text := grid.text(row, number).strip())}
    if not texts or _numbers_columns(list(texts.values())):
        return True
    known = [number for number in texts if number in over]
    return len(known) >= _FEW and all(fold(texts[number]) and fold(texts[number]) in over[number] for number in known)


def _numbers_columns(texts: list[str]) -> bool:
    return len(texts) > _FEW and all(_NUMBER.fullmatch(text) for text in texts) and _ascend(texts)


def _ascend(texts: list[str]) -> bool:
    digits = [int(found.group()) for text in texts if (found := re.search(r"\d+", text))]
    if not digits or len(digits) < len(texts):
        return not digits
    if digits[0] <= _FEW and digits == sorted(set(digits)):
        return True
    # A column of somebody's own beside the table goes on with its own count.
    inner = (digits[1:], digits[:-1]) if len(digits) > _MANY_NUMBERS else ()
    return any(found[0] <= _FEW and found == list(range(found[0], found[0] + len(found))) for found in inner)


def _texts(grid: Grid, row: int) -> list[str]:
    return [text for number in grid.filled_columns[row] if (text := grid.text(row, number).strip())]
