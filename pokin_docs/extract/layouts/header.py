"""Where a table starts and which column is which: headers by name and alias, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.column_titles import (
    MAX_TITLE_ROW,
    ColumnKey,
    ColumnTitle,
    last_header_row,
    match_column,
    match_weak,
    titles,
)
from pokin_docs.extract.layouts.people_columns import share_columns
from pokin_docs.extract.layouts.program_names import name_columns
from pokin_docs.extract.layouts.sentence_rows import own_sentences
from pokin_docs.extract.layouts.sheet_header import SheetHeader, missing
from pokin_docs.extract.layouts.told_levels import KNOWN_SHARE, texts_below, with_levels
from pokin_docs.extract.layouts.year_versions import differ_in_version
from pokin_docs.model.findings import FindingLog, Temuan
from pokin_docs.model.level_labels import read_label
from pokin_docs.model.levels import read_jenis_pk, read_komponen
from pokin_docs.model.source import CellRef, column_letters
from pokin_docs.model.texts import fold
from pokin_docs.model.workbook_spec import Lembar, WhenMissing

# The official Tahap 5 has no header over its last two columns: they are known by what stands in them.
_BY_CONTENT: dict[str, Callable[[str], object | None]] = {"komponen": read_label, "jenis_pk": read_jenis_pk}
_SECOND_TABLE = 3
"""Titles that stand twice, all of them to the right, before they are those of a second table."""
_LETTER = re.compile(r"[^\W\d_]")


def find_header(grid: Grid, lembar: Lembar) -> tuple[SheetHeader | None, tuple[Temuan, ...]]:
    """The header of a sheet's table with the findings about it, or None when no row can be one."""
    log = FindingLog()
    start = _best_row(grid, lembar)
    if start is None:
        log.note("B12", CellRef(grid.title), lembar=grid.title, kolom=", ".join(_titles(lembar)[:6]))
        return None, tuple(log)
    baris = last_header_row(grid, lembar, start)
    kolom: dict[ColumnKey, int] = {}
    over = titles(grid, start, baris)
    heading = {number: title.text for number, title in over.items()}
    twice: list[tuple[str, CellRef, CellRef]] = []
    for number, title in over.items():
        kunci = match_column(lembar, title)
        if kunci is None:
            continue
        if kunci in kolom:
            kept, other = _filled_first(grid, baris, kolom[kunci], number)
            kolom[kunci] = kept
            twice.append((title.text.strip(), CellRef(grid.title, baris, kept), CellRef(grid.title, baris, other)))
            continue
        kolom[kunci] = number
    _tell_twice(grid, _same_twice(grid, lembar, start, over, twice), log)
    weak = {number: found for number, title in over.items() if (found := match_weak(lembar, title))}
    labels = _columns_of_labels(grid, baris, weak)
    for number in sorted(weak, key=lambda number: (number in labels, fold(over[number].text) == "tujuan", number)):
        # "Tujuan" alone, or a title over "Tujuan 1", "Sasaran 1", is that of the sentences only where nothing else is.
        if weak[number] not in kolom and number not in kolom.values():
            kolom[weak[number]] = number
    for column_key, number in _from_values(grid, baris, lembar, kolom, heading):
        kolom[column_key] = number
        log.note(
            "B16", CellRef(grid.title, baris, number),
            huruf=column_letters(number), kolom=lembar.kolom_of(column_key[0]).title,
        )  # fmt: skip
    share_columns(grid, lembar, baris, kolom, over)
    header = SheetHeader(baris, kolom, heading, start, names=name_columns(lembar, kolom, over))
    if "komponen" in {spec.kunci for spec in lembar.kolom}:
        header = replace(header, cell_sentences=own_sentences(grid, start, baris, kolom))
        if ("komponen", None) not in kolom:
            return with_levels(grid, lembar, header, log)
    lacking = tuple(missing(grid, lembar, header))
    log.add(lacking)
    for finding in lacking:
        # A title with a slip stops the build; its column is read all the same, so that the rest is checked too.
        if finding.kode == "B13" and finding.tempat.kolom is not None:
            missed = dict(finding.details)["kolom"]
            kolom[next(spec.kunci for spec in lembar.kolom if spec.title == missed), None] = finding.tempat.kolom
    return header, tuple(log)


def _columns_of_labels(grid: Grid, baris: int, weak: Mapping[int, ColumnKey]) -> frozenset[int]:
    """Which of several columns that may hold the sentences hold the names of levels."""
    places = [number for number, kunci in weak.items() if kunci == ("kinerja", None)]
    if len(places) < 2:
        return frozenset()
    below = [row for row in grid.filled_columns if row > baris]
    texts = {number: [text for row in below if (text := grid.text(row, number)).strip()] for number in places}
    return frozenset(
        number
        for number, own in texts.items()
        if own and sum(read_komponen(text) is not None for text in own) >= KNOWN_SHARE * len(own)
    )


def _same_twice(
    grid: Grid, lembar: Lembar, start: int, over: Mapping[int, ColumnTitle], twice: list[tuple[str, CellRef, CellRef]]
) -> list[tuple[str, CellRef, CellRef]]:
    """Those of the titles that stand twice which are two of one kind.

    Of two budgets of one year ``year_versions`` chooses; a title merged over several columns is one.
    """

    def differ(*places: CellRef) -> bool:
        return differ_in_version(grid, lembar, start, over, [place.kolom or 0 for place in places])

    def anchor(place: CellRef) -> tuple[int, int]:
        own = (place.baris or 0, place.kolom or 0)
        return grid.merges.get(own, own)

    return [entry for entry in twice if not differ(entry[1], entry[2]) and anchor(entry[1]) != anchor(entry[2])]


def _tell_twice(grid: Grid, twice: list[tuple[str, CellRef, CellRef]], log: FindingLog) -> None:
    """Say which titles stand twice: B15 each, or B47 once where a whole second table stands to the right."""
    filled = {column for row, column in grid.cells if twice and row > (twice[0][1].baris or 0)}
    last = max((kept.kolom or 0 for _, kept, _ in twice), default=0)
    beside = [other for _, _, other in twice if other.kolom in filled and (other.kolom or 0) > last]
    if len(beside) == len(twice) >= _SECOND_TABLE:
        kolom = ", ".join(title for title, _, _ in twice)
        log.note("B47", twice[0][2], kolom=kolom, lembar=grid.title)
        return
    for title, kept, other in twice:
        log.note("B15", other, kolom=title, lain=kept)


def _filled_first(grid: Grid, baris: int, one: int, other: int) -> tuple[int, int]:
    """Two columns of one title: first that with values below it, so that an empty one does not hide them."""
    filled = {column for row, column in grid.cells if row > baris}
    return (other, one) if one not in filled and other in filled else (one, other)


def _titles(lembar: Lembar) -> list[str]:
    return [kolom.title.replace("{tahun}", "2026") for kolom in lembar.kolom]


def _best_row(grid: Grid, lembar: Lembar) -> int | None:
    """The first row that names at least half as many columns as any does: a page break repeats the header below.

    One name is enough only for a narrow sheet.
    """
    scores: dict[int, set[str]] = {}
    for baris in (row for row in grid.filled_columns if row <= MAX_TITLE_ROW):
        texts = (grid.text(baris, number) for number in grid.filled_columns[baris])
        cells = (ColumnTitle((text,)) for text in texts if _LETTER.search(text))
        if not any(match_column(lembar, cell) or match_weak(lembar, cell) for cell in cells):
            continue  # a row of data, as nearly all are: no need to look what stands below it
        over = titles(grid, baris, last_header_row(grid, lembar, baris)).values()
        named = [match_column(lembar, title) or match_weak(lembar, title) for title in over]
        scores[baris] = {kunci[0] for kunci in named if kunci}
    scores = {baris: names for baris, names in scores.items() if names}
    if not scores:
        return None
    most = max(len(names) for names in scores.values())
    best = min(baris for baris, names in scores.items() if 2 * len(names) >= most and (len(names) > 1 or most == 1))
    needed = {kolom.kunci for kolom in lembar.kolom if kolom.when_missing is WhenMissing.GALAT}
    return best if len(scores[best]) >= 2 or (len(needed) == 1 and needed <= scores[best]) else None


def _from_values(
    grid: Grid, baris: int, lembar: Lembar, kolom: dict[ColumnKey, int], title: dict[int, str]
) -> Iterator[tuple[ColumnKey, int]]:
    """The columns without header that are recognised by their values."""
    known = {kunci for kunci, _ in kolom}
    for candidate, read in _BY_CONTENT.items():
        if candidate in known or candidate not in {spec.kunci for spec in lembar.kolom}:
            continue
        for number, texts in sorted(texts_below(grid, SheetHeader(baris, kolom)).items()):
            if number in title:
                continue
            if candidate == "komponen" and all(read_jenis_pk(text) for text in texts):
                continue  # "PK JPT" says a level too, but is not its name
            if sum(read(text) is not None for text in texts) >= KNOWN_SHARE * len(texts):
                yield (candidate, None), number
                break
