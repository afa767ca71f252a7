"""Tables with one column per level (Tujuan | Indikator | Sasaran | Indikator | …) instead of one row per node.

A cell that is blank, merged or repeats the one above goes on with its node; the rows come out in the order of the tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts.column_titles import (
    Judul,
    KunciKolom,
    last_header_row,
    match_column,
    match_weak,
    titles,
)
from pokin_docs.model.findings import Catatan, Temuan
from pokin_docs.model.level_labels import read_label
from pokin_docs.model.levels import Anak, KomponenPerencanaan
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, fold_sentence, without_number
from pokin_docs.model.workbook_spec import Lembar

MAKS_BARIS_JUDUL = 60

_INDIKATOR = re.compile(r"^(?:iku|indikator(?: kinerja)?(?: utama)?|ukuran kinerja)\b")
_ISI = {
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
_PEMISAH = re.compile(r"[/,&]|\bdan\b", re.IGNORECASE)
_Tingkat: TypeAlias = KomponenPerencanaan | Anak
_HASIL = re.compile(r"\w+nya\b")


@dataclass
class Blok:
    """The columns of one level: its sentence, the name of its component, and all others as in a plain table.

    ``tingkat`` is None for a column of several levels ("Program/Kegiatan"): each of its cells says its own. ``jabatan``
    is the post that stands above the name of the level ("Kepala Seksi" over "Sasaran Kegiatan").
    """

    tingkat: KomponenPerencanaan | Anak | None
    label: str
    kinerja: int | None = None
    nama: int | None = None
    jabatan: str = ""
    kolom: dict[KunciKolom, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Matriks:
    """A header with a block of columns per level, top level first.

    ``bersama``: there is one column of indicators for all levels; in each row it belongs to the lowest one filled.
    """

    awal: int
    baris: int
    blok: tuple[Blok, ...]
    judul: dict[int, str]
    bersama: bool = False

    @property
    def kolom(self) -> dict[KunciKolom, int]:
        """The first column of each kind, as in a plain table."""
        found: dict[KunciKolom, int] = {}
        for blok in self.blok:
            sentence = blok.kinerja or blok.nama
            if sentence:
                found.setdefault(("kinerja", None), sentence)
                found.setdefault(("komponen", None), sentence)
            for kunci, nomor in blok.kolom.items():
                found.setdefault(kunci, nomor)
        return found

    @property
    def semua_kolom(self) -> frozenset[int]:
        """Every column that holds a part of the tree."""
        own = {nomor for blok in self.blok for nomor in (blok.kinerja, blok.nama) if nomor}
        return frozenset(own | {nomor for blok in self.blok for nomor in blok.kolom.values()})

    def kunci(self) -> frozenset[str]:
        """Keys of the columns found, yearly ones once."""
        return frozenset(kunci for kunci, _ in self.kolom)


@dataclass(frozen=True)
class Butir:
    """One row to come: an indicator of a node; only the first of a node has its sentence.

    ``isi`` is False where the columns beside the sentence belong to a lower level of the same row.
    """

    baris: int
    blok: Blok
    pertama: bool
    isi: bool = True


def find_matrix(grid: Grid, lembar: Lembar) -> tuple[Matriks | None, tuple[Temuan, ...]]:
    """The header of a table with one column per level, with the findings about it; None when there is none."""
    for awal in (row for row in grid.kolom_terisi if row <= MAKS_BARIS_JUDUL):
        akhir = last_header_row(grid, lembar, awal)
        over = titles(grid, awal, akhir)
        plain = any(match_column(lembar, title) in (("kinerja", None), ("komponen", None)) for title in over.values())
        if plain and not any(_level_above(title) for title in over.values()):
            return None, ()  # one row per node
        catatan = Catatan()
        bloks = _blocks(grid, lembar, akhir, over, catatan)
        levels = [blok for blok in bloks if blok.kinerja or blok.nama]
        if len(levels) >= 2 and any(("indikator", None) in blok.kolom for blok in levels):
            judul = {nomor: title.teks for nomor, title in over.items()}
            shared = _shared(levels, over)
            return Matriks(awal, akhir, tuple(levels), judul, shared), tuple(catatan)
    return None, ()


def _shared(levels: list[Blok], over: dict[int, Judul]) -> bool:
    """Whether one column of indicators serves all levels; then every level has all columns."""
    columns = {blok.kolom["indikator", None] for blok in levels if ("indikator", None) in blok.kolom}
    sentences = [nomor for blok in levels for nomor in (blok.kinerja, blok.nama) if nomor]
    # Between the levels it belongs to the one before it: "Sasaran | Indikator | Program | Kegiatan".
    between = any(min(sentences) < nomor < max(sentences) for nomor in columns)
    if between or len(columns) > 1 or any(_level(_INDIKATOR.sub("", fold(over[nomor].bawah))) for nomor in columns):
        return False
    every = {kunci: nomor for blok in levels for kunci, nomor in blok.kolom.items()}
    for blok in levels:
        blok.kolom = dict(every)
    return True


def _blocks(grid: Grid, lembar: Lembar, akhir: int, over: dict[int, Judul], catatan: Catatan) -> list[Blok]:
    bloks: dict[KomponenPerencanaan | Anak | None, Blok] = {}
    over_own = _levels_over(over.values())
    last: Blok | None = None
    under: dict[_Tingkat, Blok] = {}  # "Sasaran Strategis" under "Camat": what else stands there is of that level
    for nomor, title in over.items():
        above = _level_above(title)
        low = fold(title.bawah)
        if _INDIKATOR.match(low):
            own = _level(_INDIKATOR.sub("", low, count=1)) or above
            blok = (bloks.get(own) or under.get(own)) if own else last
            kunci: KunciKolom | None = ("indikator", None)
        else:
            kunci = match_column(lembar, title)
            if bloks and None not in bloks and (kunci or match_weak(lembar, title)) == ("komponen", None):
                last = bloks[None] = Blok(None, "", nama=nomor)
                continue
            level = None if kunci and kunci[0] not in ("kinerja", "komponen") else _level(title.bawah)
            # "Camat" over "Sasaran", "Kasi" over "Sasaran": the lower title only says that a sentence stands there.
            own_says_it = level is not None and low not in _ISI and len(over_own.get(level, ())) < 2
            if above and not own_says_it and (level or low in _ISI or (kunci or ("",))[0] == "kinerja"):
                level = above
            if level is not None:
                label = _label(title, level)
                post = next((part for part in title.bagian[:-1] if isinstance(_level(part), Anak)), "")
                blok = bloks.setdefault(level, Blok(level, label, jabatan=post.strip()))
                _take_sentence(grid, akhir, blok, nomor, title, catatan)
                last = blok
                if above:
                    under[above] = blok
                continue
            blok = (bloks.get(above) or under.get(above, last)) if above else last
        if blok is None or kunci is None:
            continue
        if kunci in blok.kolom:
            lain = CellRef(grid.judul, akhir, blok.kolom[kunci])
            catatan.catat("B15", CellRef(grid.judul, akhir, nomor), kolom=title.teks.strip(), lain=lain)
            continue
        blok.kolom[kunci] = nomor
    _name_unread(grid, akhir, bloks.values(), over, catatan)
    return list(bloks.values())


def _name_unread(grid: Grid, akhir: int, bloks: Iterable[Blok], over: dict[int, Judul], catatan: Catatan) -> None:
    """Say of every titled column between the levels that holds sentences and was not understood."""
    levels = [nomor for blok in bloks for nomor in (blok.kinerja, blok.nama) if nomor]
    read = {*levels, *(nomor for blok in bloks for nomor in blok.kolom.values())}
    for nomor, title in over.items():
        if nomor in read or len(levels) < 2 or not min(levels) < nomor < max(max(read), max(levels)):
            continue
        texts = [grid.teks(baris, nomor) for baris in grid.kolom_terisi if baris > akhir]
        if any(len(text.split()) >= 3 for text in texts):
            catatan.catat("B44", CellRef(grid.judul, akhir, nomor), teks=title.teks.strip())


def _take_sentence(grid: Grid, akhir: int, blok: Blok, nomor: int, title: Judul, catatan: Catatan) -> None:
    """Give a level its column: of sentences, or of names of components ("1.05.02 PROGRAM …")."""
    texts = [grid.teks(baris, nomor) for baris in grid.kolom_terisi if baris > akhir]
    texts = [text for text in texts if text.strip()]
    results = sum(bool(_HASIL.match(fold(without_number(text)))) for text in texts)
    component = blok.tingkat in (
        KomponenPerencanaan.SASARAN_PROGRAM,
        KomponenPerencanaan.SASARAN_KEGIATAN,
        KomponenPerencanaan.SASARAN_SUB_KEGIATAN,
    )
    names = component and bool(texts) and 2 * results < len(texts) and fold(title.bawah).split()[:1] != ["sasaran"]
    if names and blok.nama is None:
        blok.nama = nomor
    elif not names and blok.kinerja is None:
        blok.kinerja = nomor
    else:
        lain = CellRef(grid.judul, akhir, blok.nama if names else blok.kinerja)
        catatan.catat("B15", CellRef(grid.judul, akhir, nomor), kolom=title.teks.strip(), lain=lain)


def _level(teks: str) -> KomponenPerencanaan | Anak | None:
    """The level that a title names; one that names several is none ("Program/Kegiatan/Sub Kegiatan")."""
    parts = [read_label(part) for part in _PEMISAH.split(teks)]
    levels = list(dict.fromkeys(part for part in parts if part is not None))
    if len(levels) > 1 or len(fold(teks).split()) > 5:
        return None
    plain = re.sub(r"^kinerja ", "", fold(teks))
    same = levels[0] if levels and None not in parts else None  # "Kasi/Kasubbag": two names of one level
    return read_label(teks) or read_label(plain) or same


def _level_above(title: Judul) -> KomponenPerencanaan | Anak | None:
    return next((level for part in reversed(title.bagian[:-1]) if (level := _level(part))), None)


def _levels_over(over: Iterable[Judul]) -> dict[_Tingkat, set[_Tingkat]]:
    """What stands above the titles that name one level: "Sasaran" under "Camat" and under "Kasi"."""
    found: dict[_Tingkat, set[_Tingkat]] = {}
    for title in over:
        own, above = _level(title.bawah), _level_above(title)
        if own is not None and above is not None and not _INDIKATOR.match(fold(title.bawah)):
            found.setdefault(own, set()).add(above)
    return found


def _label(title: Judul, level: _Tingkat) -> str:
    return next(part for part in reversed(title.bagian) if _level(part) is level).strip()


@dataclass
class _Simpul:
    blok: Blok
    kunci: str
    baris: list[int]
    indikator: set[str] = field(default_factory=set)


def arrange(grid: Grid, matriks: Matriks, rows: Sequence[int]) -> Iterator[Butir]:
    """The rows of the tree in its order: every node with its indicators, then what lies below it."""
    if matriks.bersama:
        yield from _arrange_shared(grid, matriks, rows)
        return
    nodes: list[_Simpul] = []
    open_: dict[int, _Simpul] = {}
    for baris in rows:
        fresh = False
        for index, blok in enumerate(matriks.blok):
            key = _key(grid, baris, blok)
            indikator = fold(grid.teks(baris, blok.kolom.get(("indikator", None), 0)))
            node = open_.get(index)
            if key and (node is None or fresh or key != node.kunci):
                node = _Simpul(blok, key, [baris], {indikator})
                nodes.append(node)
                open_ = {level: kept for level, kept in open_.items() if level < index} | {index: node}
                fresh = True
            elif _says_more(grid, baris, blok, node, indikator):
                if node is None:
                    node = open_[index] = _Simpul(blok, "", [])
                    nodes.append(node)
                node.baris.append(baris)
                node.indikator.add(indikator)
    for node in nodes:
        for place, baris in enumerate(node.baris):
            yield Butir(baris, node.blok, place == 0 and bool(node.kunci))


def _arrange_shared(grid: Grid, matriks: Matriks, rows: Sequence[int]) -> Iterator[Butir]:
    open_: dict[int, str] = {}
    last = 0
    for baris in rows:
        keys = {index: key for index, blok in enumerate(matriks.blok) if (key := _key(grid, baris, blok))}
        changed = [index for index in keys if open_.get(index) != keys[index]]
        if changed:
            fresh = [index for index in keys if index >= min(changed)]
            open_ = {index: key for index, key in open_.items() if index < min(changed)}
            open_ |= {index: keys[index] for index in fresh}
            for index in fresh:
                yield Butir(baris, matriks.blok[index], pertama=True, isi=index == fresh[-1])
            last = fresh[-1]
        else:
            last = max(keys, default=last)
            yield Butir(baris, matriks.blok[last], pertama=False)


def _key(grid: Grid, baris: int, blok: Blok) -> str:
    texts = [grid.teks(baris, nomor) for nomor in (blok.nama, blok.kinerja) if nomor]
    return "|".join(fold_sentence(text) for text in texts).strip("|")


def _says_more(grid: Grid, baris: int, blok: Blok, node: _Simpul | None, indikator: str) -> bool:
    """Whether a row that goes on with a node brings an indicator, or something that has none."""
    if indikator:
        return node is None or indikator not in node.indikator
    sentence = any(grid.teks(baris, nomor).strip() for nomor in (blok.nama, blok.kinerja) if nomor)
    # A blank indicator of a node that has others repeats or goes on with nothing; alone it would be lost.
    return not sentence and any(grid.teks(baris, nomor).strip() for nomor in blok.kolom.values())
