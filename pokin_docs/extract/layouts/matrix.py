"""Tables with one column per level (Tujuan | Indikator | Sasaran | Indikator | …) instead of one row per node.

A cell that is blank, merged or repeats the one above goes on with its node; the rows come out in the order of the tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

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
from pokin_docs.extract.layouts.year_versions import differ_in_version
from pokin_docs.model.findings import FindingLog, Temuan
from pokin_docs.model.level_labels import LevelLadder, read_label
from pokin_docs.model.levels import KomponenPerencanaan, Rung
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, without_number
from pokin_docs.model.workbook_spec import Lembar

_INDIKATOR = re.compile(r"^(?:iku|indikator(?: kinerja)?(?: utama)?|ukuran kinerja)\b")
_CONTENT_WORDS = {
    "uraian",
    "kinerja",
    "rumusan",
    "pernyataan",
    "kondisi",
    "sasaran",
    "tujuan",
    "pernyataan kinerja",
    "kinerja utama",
}
_SEPARATORS = re.compile(r"[/,&]|\bdan\b", re.IGNORECASE)
_LevelPlan: TypeAlias = KomponenPerencanaan | Rung
_RESULT_WORDS = re.compile(r"\w+nya\b")


@dataclass
class LevelBlock:
    """The columns of one level: its sentence, the name of its component, and all others as in a plain table.

    ``level`` is None for a column of several levels ("Program/Kegiatan"): each of its cells says its own. ``jabatan``
    is the post that stands above the name of the level ("Kepala Seksi" over "Sasaran Kegiatan").
    """

    level: KomponenPerencanaan | Rung | None
    label: str
    kinerja: int | None = None
    nama: int | None = None
    jabatan: str = ""
    kolom: dict[ColumnKey, int] = field(default_factory=dict)


@dataclass(frozen=True)
class MatrixHeader:
    """A header with a block of columns per level, top level first.

    ``shared``: there is one column of indicators for all levels; in each row it belongs to the lowest one filled.
    """

    start: int
    baris: int
    blocks: tuple[LevelBlock, ...]
    title: dict[int, str]
    shared: bool = False

    @property
    def kolom(self) -> dict[ColumnKey, int]:
        """The first column of each kind, as in a plain table."""
        found: dict[ColumnKey, int] = {}
        for block in self.blocks:
            sentence = block.kinerja or block.nama
            if sentence:
                found.setdefault(("kinerja", None), sentence)
                found.setdefault(("komponen", None), sentence)
            for kunci, number in block.kolom.items():
                found.setdefault(kunci, number)
        return found

    @property
    def all_columns(self) -> frozenset[int]:
        """Every column that holds a part of the tree."""
        own = {number for block in self.blocks for number in (block.kinerja, block.nama) if number}
        return frozenset(own | {number for block in self.blocks for number in block.kolom.values()})

    @property
    def level_titles(self) -> dict[int, str]:
        """The columns of sentences and of names, left to right, with the level of each as its title says it."""
        names = {block.nama: f"nama {block.label}".strip() for block in self.blocks if block.nama}
        sentences = {block.kinerja: block.label for block in self.blocks if block.kinerja}
        return dict(sorted((names | sentences).items()))

    def reread(self, chosen: Mapping[int, int]) -> None:
        """Read other columns in place of those that are read so far."""
        for block in self.blocks:
            block.kolom = {kunci: chosen.get(number, number) for kunci, number in block.kolom.items()}

    def found_keys(self) -> frozenset[str]:
        """Keys of the columns found, yearly ones once."""
        return frozenset(kunci for kunci, _ in self.kolom)


def find_matrix(grid: Grid, lembar: Lembar) -> tuple[MatrixHeader | None, tuple[Temuan, ...]]:
    """The header of a table with one column per level, with the findings about it; None when there is none."""
    for start in (row for row in grid.filled_columns if row <= MAX_TITLE_ROW):
        end = last_header_row(grid, lembar, start)
        over = titles(grid, start, end)
        plain = any(match_column(lembar, title) in (("kinerja", None), ("komponen", None)) for title in over.values())
        if plain and not any(_level_above(title) for title in over.values()):
            return None, ()  # one row per node
        if not any(_names_indicators(lembar, title) for title in over.values()):
            continue  # a row of data: its columns need not be looked through
        log = FindingLog()
        blocks = _blocks(grid, lembar, (start, end), over, log)
        levels = [block for block in blocks if block.kinerja or block.nama]
        if len(levels) >= 2 and any(("indikator", None) in block.kolom for block in levels):
            if (again := _comes_again(levels)) is not None:
                levels.remove(again)  # told as columns that are not read
            heading = {number: title.text for number, title in over.items()}
            shared = _shared(levels, over)
            return MatrixHeader(start, end, tuple(levels), heading, shared), tuple(log)
    return None, ()


def _comes_again(levels: Sequence[LevelBlock]) -> LevelBlock | None:
    """The last block, where it is called plain "Sasaran" although the sasaran and a lower level stand left of it."""
    placed = sorted(levels, key=lambda block: block.kinerja or block.nama or 0)
    *left, last = (LevelLadder({}).read(block.label) for block in placed)
    sasaran = KomponenPerencanaan.SASARAN
    below = left[-1] if left else None
    plain = last is sasaran and fold(placed[-1].label) == "sasaran"
    return placed[-1] if plain and sasaran in left and below is not None and below.value > sasaran.value else None


def _names_indicators(lembar: Lembar, title: ColumnTitle) -> bool:
    return bool(_INDIKATOR.match(fold(title.bottom))) or match_column(lembar, title) == ("indikator", None)


def _shared(levels: list[LevelBlock], over: dict[int, ColumnTitle]) -> bool:
    """Whether one column of indicators serves all levels; then every level has all columns."""
    columns = {block.kolom["indikator", None] for block in levels if ("indikator", None) in block.kolom}
    sentences = [number for block in levels for number in (block.kinerja, block.nama) if number]
    # Between the levels it belongs to the one before it: "Sasaran | Indikator | Program | Kegiatan".
    between = any(min(sentences) < number < max(sentences) for number in columns)
    if between or len(columns) > 1 or any(_level(_INDIKATOR.sub("", fold(over[number].bottom))) for number in columns):
        return False
    every = {kunci: number for block in levels for kunci, number in block.kolom.items()}
    for block in levels:
        block.kolom = dict(every)
    return True


def _blocks(
    grid: Grid, lembar: Lembar, rows: tuple[int, int], over: dict[int, ColumnTitle], log: FindingLog
) -> list[LevelBlock]:
    start, end = rows
    blocks: dict[KomponenPerencanaan | Rung | None, LevelBlock] = {}
    over_own = _levels_over(over.values())
    last: LevelBlock | None = None
    under: dict[
        _LevelPlan, LevelBlock
    ] = {}  # "Sasaran Strategis" under "Camat": what else stands there is of that level
    for number, title in over.items():
        above = _level_above(title)
        low = fold(title.bottom)
        if _INDIKATOR.match(low):
            own = _level(_INDIKATOR.sub("", low, count=1)) or above
            block = (blocks.get(own) or under.get(own)) if own else last
            kunci: ColumnKey | None = ("indikator", None)
        else:
            kunci = match_column(lembar, title)
            if blocks and None not in blocks and (kunci or match_weak(lembar, title)) == ("komponen", None):
                last = blocks[None] = LevelBlock(None, "", nama=number)
                continue
            level = None if kunci and kunci[0] not in ("kinerja", "komponen") else _level(title.bottom)
            # "Camat" over "Sasaran", "Kasi" over "Sasaran": the lower title only says that a sentence stands there.
            own_says_it = level is not None and low not in _CONTENT_WORDS and len(over_own.get(level, ())) < 2
            if above and not own_says_it and (level or low in _CONTENT_WORDS or (kunci or ("",))[0] == "kinerja"):
                level = above
            if level is not None:
                label = _label(title, level)
                post = next((part for part in title.parts[:-1] if isinstance(_level(part), Rung)), "")
                block = blocks.setdefault(level, LevelBlock(level, label, jabatan=post.strip()))
                _take_sentence(grid, end, block, number, title, log)
                last = block
                if above:
                    under[above] = block
                continue
            block = (blocks.get(above) or under.get(above, last)) if above else last
        if block is None or kunci is None:
            continue
        if kunci in block.kolom:
            if differ_in_version(grid, lembar, start, over, (block.kolom[kunci], number)):
                continue  # year_versions chooses
            other = CellRef(grid.title, end, block.kolom[kunci])
            log.note("B15", CellRef(grid.title, end, number), kolom=title.text.strip(), lain=other)
            continue
        block.kolom[kunci] = number
    _name_unread(grid, end, blocks.values(), over, log)
    return list(blocks.values())


def _name_unread(
    grid: Grid, end: int, blocks: Iterable[LevelBlock], over: dict[int, ColumnTitle], log: FindingLog
) -> None:
    """Say of every titled column between the levels that holds sentences and was not understood."""
    levels = [number for block in blocks for number in (block.kinerja, block.nama) if number]
    read = {*levels, *(number for block in blocks for number in block.kolom.values())}
    for number, title in over.items():
        if number in read or len(levels) < 2 or not min(levels) < number < max(max(read), max(levels)):
            continue
        texts = [grid.text(baris, number) for baris in grid.filled_columns if baris > end]
        if any(len(text.split()) >= 3 for text in texts):
            log.note("B44", CellRef(grid.title, end, number), teks=title.text.strip())


def _take_sentence(grid: Grid, end: int, block: LevelBlock, number: int, title: ColumnTitle, log: FindingLog) -> None:
    """Give a level its column: of sentences, or of names of components ("1.05.02 PROGRAM …")."""
    texts = [grid.text(baris, number) for baris in grid.filled_columns if baris > end]
    texts = [text for text in texts if text.strip()]
    results = sum(bool(_RESULT_WORDS.match(fold(without_number(text)))) for text in texts)
    component = block.level in (
        KomponenPerencanaan.SASARAN_PROGRAM,
        KomponenPerencanaan.SASARAN_KEGIATAN,
        KomponenPerencanaan.SASARAN_SUB_KEGIATAN,
    )
    names = component and bool(texts) and 2 * results < len(texts) and fold(title.bottom).split()[:1] != ["sasaran"]
    if names and block.nama is None:
        block.nama = number
    elif not names and block.kinerja is None:
        block.kinerja = number
    else:
        other = CellRef(grid.title, end, block.nama if names else block.kinerja)
        log.note("B15", CellRef(grid.title, end, number), kolom=title.text.strip(), lain=other)


def _level(text: str) -> KomponenPerencanaan | Rung | None:
    """The level that a title names; one that names several is none ("Program/Kegiatan/Sub Kegiatan")."""
    parts = [read_label(part) for part in _SEPARATORS.split(text)]
    levels = list(dict.fromkeys(part for part in parts if part is not None))
    if len(levels) > 1 or len(fold(text).split()) > 5:
        return None
    plain = re.sub(r"^kinerja ", "", fold(text))
    same = levels[0] if levels and None not in parts else None  # "Kasi/Kasubbag": two names of one level
    return read_label(text) or read_label(plain) or same


def _level_above(title: ColumnTitle) -> KomponenPerencanaan | Rung | None:
    return next((level for part in reversed(title.parts[:-1]) if (level := _level(part))), None)


def _levels_over(over: Iterable[ColumnTitle]) -> dict[_LevelPlan, set[_LevelPlan]]:
    """What stands above the titles that name one level: "Sasaran" under "Camat" and under "Kasi"."""
    found: dict[_LevelPlan, set[_LevelPlan]] = {}
    for title in over:
        own, above = _level(title.bottom), _level_above(title)
        if own is not None and above is not None and not _INDIKATOR.match(fold(title.bottom)):
            found.setdefault(own, set()).add(above)
    return found


def _label(title: ColumnTitle, level: _LevelPlan) -> str:
    return next(part for part in reversed(title.parts) if _level(part) is level).strip()
