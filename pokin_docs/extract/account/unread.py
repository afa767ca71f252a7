"""What is said of cells that nothing read: one finding for each column, run of rows and sheet, told together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pokin_docs.extract.account.sorting import Cell, SortedCells, TablePlace
from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.column_titles import match_title
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.level_labels import read_label
from pokin_docs.model.ranges import ranges
from pokin_docs.model.source import CellRef, column_letters
from pokin_docs.model.texts import fold, squeeze, without_number
from pokin_docs.model.workbook_spec import Lembar

_YEAR = re.compile(r"\b20\d\d\b")
_OURS = frozenset((
    "target", "realisasi", "capaian", "pagu", "anggaran", "rupiah", "rp", "indikator", "kinerja", "sasaran", "tujuan",
    "outcome", "output", "program", "kegiatan", "subkegiatan", "satuan", "polaritas", "formula", "iku", "nip",
    "pangkat", "golongan", "jabatan", "kode", "baseline", "eselon", "komponen",
))  # fmt: skip
_OTHERS = frozenset((
    "catatan", "keterangan", "ket", "cek", "paraf", "verifikasi", "link", "tautan", "bukti", "foto", "hp", "wa",
    "email", "telepon",
))  # fmt: skip
_RESULT = re.compile(r"\w+nya\b")
_WORDS = 4
"""Words of a sentence at least."""
_MONEY = 1_000_000
"""From here on a number is taken for an amount."""
_HALF = 2
_TITLES = 2
"""Titles of ours in one row that make a sheet one of ours."""
_TITLE_ROWS = 40
_SHOWN = 6
_QUOTED = 40


def name_columns(cells: SortedCells, table: TablePlace, found: Iterable[Cell], log: FindingLog) -> None:
    """Name the cells column by column: what stands over each, and how many they are.

    Args:
        cells: The cells of the sheet; those named are moved.
        table: Its table.
        found: The cells in question.
        log: Takes what is found.
    """
    grid = cells.grid
    by_column: dict[int, list[Cell]] = {}
    for place in sorted(found):
        by_column.setdefault(place[1], []).append(place)
    for number, places in sorted(by_column.items()):
        below = [place for place in places if place[0] > table.baris]
        title = squeeze(table.title.get(number, ""))
        named = f" «{title}»" if title else ""
        texts = [_text(grid, place) for place in below or places]
        numbers = [_number(grid, place) for place in below]
        at = CellRef(grid.title, table.baris, number) if title else CellRef(grid.title, *places[0])
        _note(
            log, at, _is_ours(title, texts, numbers), f"Kolom {column_letters(number)}{named}", "kolom", below or places
        )  # fmt: skip
    cells.take(cells.named, [place for places in by_column.values() for place in places])


def name_covered(cells: SortedCells, found: Iterable[Cell], log: FindingLog) -> None:
    """Name what stands below merges and is not what these show.

    Args:
        cells: The cells of the sheet; those named are moved.
        found: The cells in question.
        log: Takes what is found.
    """
    grid, places = cells.grid, sorted(found)
    for place in places:
        at = CellRef(grid.title, *place)
        said = f"Isi sel {at.address} yang tertutup sel gabungan («{_short(_text(grid, place))}»)"
        _note(log, at, _is_ours("", [_text(grid, place)], []), said, "isian tertutup sel gabungan", [place])
    cells.take(cells.named, places)


def name_rows(cells: SortedCells, found: Iterable[Cell], log: FindingLog) -> None:
    """Name the cells by runs of rows, with the beginning of what they say.

    Args:
        cells: The cells of the sheet; those named are moved.
        found: The cells in question.
        log: Takes what is found.
    """
    grid = cells.grid
    places = sorted(found)
    for run in _runs(places, tuple(grid.filled_columns)):
        texts = [_text(grid, place) for place in run]
        first, last = run[0][0], run[-1][0]
        quoted = _short(next((text for text in texts if text.strip()), ""))
        name = f"Baris {first}" if first == last else f"Baris {first}–{last}"
        ours = _is_ours("", texts, [_number(grid, place) for place in run])
        _note(log, CellRef(grid.title, *run[0]), ours, f"{name} («{quoted}»)", "bagian", run)
    cells.take(cells.named, places)


def name_sheet(cells: SortedCells, described: Sequence[Lembar], log: FindingLog) -> None:
    """Name a whole sheet.

    Args:
        cells: The cells of the sheet; all are moved.
        described: The sheets that are read, for what a table of ours looks like.
        log: Takes what is found.
    """
    grid, places = cells.grid, sorted(cells.rest)
    if not places:
        return
    texts = [_text(grid, place) for place in places]
    ours = _has_titles(grid, described) or sum(_says_a_result(text) for text in texts) > _TITLES
    code = "B56" if ours else "B55"
    log.note(code, CellRef(grid.title), apa=f"Lembar «{grid.title}»", jenis="lembar", di="", jumlah=len(places), sel="")
    cells.take(cells.named, places)


def _note(log: FindingLog, at: CellRef, ours: bool, said: str, jenis: str, places: Sequence[Cell]) -> None:
    cells = ranges([CellRef(at.lembar, *place) for place in places], _SHOWN)
    di = f" pada lembar «{at.lembar}»"
    log.note("B56" if ours else "B55", at, apa=said, jenis=jenis, di=di, jumlah=len(places), sel=f": {cells}")


def _runs(places: Sequence[Cell], used: Sequence[int]) -> list[list[Cell]]:
    """The cells parted where a used row of the sheet that is none of theirs, or a blank one, stands between."""
    found: list[list[Cell]] = []
    for place in places:
        if found and place[0] <= found[-1][-1][0] + 1:
            found[-1].append(place)
        else:
            found.append([place])
    return found


def _short(text: str) -> str:
    said = squeeze(text)
    return said if len(said) <= _QUOTED else f"{said[:_QUOTED].rstrip()} …"


def _text(grid: Grid, place: Cell) -> str:
    cell = grid.cells.get(place) or grid.leftovers.get(place)
    return (cell.text or cell.details) if cell else ""


def _number(grid: Grid, place: Cell) -> float:
    cell = grid.cells.get(place)
    return float(cell.number) if cell and cell.number is not None else 0.0


def _is_ours(title: str, texts: Sequence[str], numbers: Sequence[float]) -> bool:
    """Whether cells look like what our sheets hold: years, money, levels, sentences of kinerja."""
    words = set(fold(title).split())
    if _YEAR.search(title) or words & _OURS:
        return True
    if any(abs(number) >= _MONEY for number in numbers) or any(map(_says_a_result, texts)):
        return True
    if words & _OTHERS or not texts:
        return False
    return _HALF * sum(read_label(text) is not None for text in texts) > len(texts)


def _says_a_result(text: str) -> bool:
    return len(text.split()) >= _WORDS and _RESULT.match(fold(without_number(text))) is not None


def _has_titles(grid: Grid, described: Sequence[Lembar]) -> bool:
    """Whether a row names columns of one of our sheets."""
    for baris in (row for row in grid.filled_columns if row <= _TITLE_ROWS):
        texts = [text for number in grid.filled_columns[baris] if (text := grid.text(baris, number)).strip()]
        for lembar in described:
            if len({key for text in texts if (key := match_title(lembar, text))}) >= _TITLES:
                return True
    return False
