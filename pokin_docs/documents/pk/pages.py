"""Where the pages of a Lampiran end: which rows of its first table stay together, and whether pages need numbers.

A Word file knows no pages. They are reckoned with the widths of Arial for the shipped template; where a font or an
office's own template is otherwise, a page may end a row earlier or later, and nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil

from pokin_docs.documents.pk.content import AnggaranPk, IndikatorPk, PerjanjianKinerja, SasaranPk
from pokin_docs.documents.values import Pihak, Tanda, Text

_PAGE = 714.0
"""Points between the margins of A4."""
_SURE = 10.0
"""Points that a page may turn out shorter than reckoned."""
_LINE, _PADDING, _SMALL = 11.5, 4.6, 10.0
_TITLE_LINE = 13.8
_HEAD, _HEAD_SIZE = 27.0, 17.0
"""Both heading rows of the first table, and the one of the second."""
_BETWEEN = 9.5
_LONGEST = 4_000
"""Characters of a text that are looked at."""
_WIDTHS = dict(zip(map(chr, range(32, 127)), (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584), strict=True))  # fmt: skip
"""Thousandths of an em that each character of Arial is wide."""
_OTHER = 600

_SASARAN, _INDIKATOR, _TARGET, _SATUAN = 129.0, 123.0, 81.0, 64.0
_NAMA, _ANGGARAN, _KETERANGAN = 256.0, 86.0, 89.0
"""Points for text in the columns of both tables of the template (scripts/template_pk.py)."""
_WIDE, _HALF = 453.0, 215.0


def paged(content: PerjanjianKinerja) -> PerjanjianKinerja:
    """The content with what follows from its pages: groups of rows, and whether there are more than two pages."""
    place = _Place(_title_height(content))
    sasaran = tuple(replace(one, daftar_indikator=tuple(_grouped(one, place))) for one in content.daftar_sasaran)
    _pass_budget(content, place)
    place.step(_signature_height(content) + _SURE)
    return replace(content, daftar_sasaran=sasaran, banyak_halaman=place.page > 2)


@dataclass(slots=True)
class _Place:
    """How far a page is filled, in points; ``page`` counts from the Pernyataan, which is 1."""

    filled: float
    page: int = 2
    head: float = 0.0

    def fits(self, height: float) -> bool:
        return self.filled + height <= _PAGE

    def step(self, height: float) -> None:
        """Go past something that stays whole on its page."""
        if not self.fits(height):
            self.turn()
        self.filled += height

    def turn(self) -> None:
        self.page += 1
        self.filled = self.head


def _grouped(sasaran: SasaranPk, place: _Place) -> Iterator[IndikatorPk]:
    """The indicators of a sasaran in groups that share its cell: all of them where a page has room for them."""
    place.head = _HEAD
    heights = [_row_height(one) for one in sasaran.daftar_indikator]
    own = _height((sasaran.sasaran, _SASARAN))
    if max(sum(heights), own) <= _PAGE - _HEAD - _SURE:
        place.step(max(sum(heights), own))
        yield from _group(sasaran.daftar_indikator, together=True)
        return
    start, together = 0, False
    for number, height in enumerate(heights):
        if number > start and not place.fits(height + _SURE):
            yield from _group(sasaran.daftar_indikator[start:number], together=together)
            # What begins a page may be kept together: it does not fit the rest of the page before.
            start, together = number, True
            place.turn()
        place.step(height)
    place.filled += max(own - sum(heights[start:]), 0)
    yield from _group(sasaran.daftar_indikator[start:], together=together)


def _group(rows: Sequence[IndikatorPk], *, together: bool) -> Iterator[IndikatorPk]:
    last = len(rows) - 1
    for number, row in enumerate(rows):
        yield replace(row, awal=number == 0, akhir=number == last, rapat=together and number < last)


def _row_height(row: IndikatorPk) -> float:
    return _height((row.indikator, _INDIKATOR), (row.target, _TARGET), (row.satuan, _SATUAN))


def _pass_budget(content: PerjanjianKinerja, place: _Place) -> None:
    if not content.daftar_anggaran:
        return
    place.head = _HEAD_SIZE
    rows = [_budget_row(row) for row in content.daftar_anggaran]
    place.step(_BETWEEN + _HEAD_SIZE + rows[0] if place.fits(_BETWEEN + _HEAD_SIZE + rows[0]) else rows[0])
    for height in rows[1:]:
        place.step(height)
    if not place.fits(_LINE + _PADDING + _signature_height(content)):
        place.turn()
    place.step(_LINE + _PADDING)


def _budget_row(row: AnggaranPk) -> float:
    name = f"{row.kode} {row.nama if isinstance(row.nama, str) else row.nama.text}"
    source = f"{row.sumber_dana} ({row.penjelasan})" if row.penjelasan else row.sumber_dana
    return _height((name, _NAMA - (17 if not row.induk else 0)), (row.anggaran, _ANGGARAN), (source, _KETERANGAN))


def _title_height(content: PerjanjianKinerja) -> float:
    agency = _lines(_said(content.perangkat_daerah.nama).upper(), _WIDE, 12.6)
    post = 0 if content.jenis_pk == "jpt" else _lines(_said(content.pihak_pertama.jabatan), _WIDE, 12) + 0.2
    return (1 + agency + post) * _TITLE_LINE + _BETWEEN + _HEAD


def _signature_height(content: PerjanjianKinerja) -> float:
    parties = content.pihak_kedua, content.pihak_pertama
    post = max(_lines(_said(one.jabatan) + ",", _HALF, 12) for one in parties)
    name = max(_lines(_said(one.nama_cetak), _HALF, 12.8) for one in parties)
    below = 2 if any(map(_has_rank, parties)) else 1
    return 7 + _TITLE_LINE + 8 + (1 + post + name + below) * _TITLE_LINE + 62.4


def _has_rank(party: Pihak) -> bool:
    return bool(party.pangkat or (party.pppk and party.golongan))


def _height(*cells: tuple[Text, float]) -> float:
    return max(_lines(_said(text), width, 10) for text, width in cells) * _LINE + _PADDING


def _said(text: Text) -> str:
    return text.text if isinstance(text, Tanda) else text


@lru_cache(maxsize=4_096)
def _lines(text: str, width: float, size: float) -> int:
    """How many lines a text takes in a column, each word on one as long as it fits."""
    room, count = width * 1000 / size, 0
    for paragraph in text[:_LONGEST].split("\n"):
        count += 1
        left = room
        for word in paragraph.replace("-", "- ").replace("/", "/ ").split(" "):
            wide = sum([_WIDTHS.get(sign, _OTHER) for sign in word])
            if wide > left < room:
                count, left = count + 1, room
            count += max(ceil(wide / room) - 1, 0)
            left -= (wide if wide <= room else wide % room) + (0 if word[-1:] in ("-", "/") else 278)
    return count
