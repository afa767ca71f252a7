"""Where the pages of a Lampiran end: which rows of its first table stay together, and whether pages need numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pokin_docs.documents.page_rows import SURE, PagePlace, count_lines, printed_text, row_groups, row_height
from pokin_docs.documents.pk.content import AnggaranPk, IndikatorPk, PerjanjianKinerja, SasaranPk
from pokin_docs.documents.values import Pihak, Text

_PAGE = 714.0
"""Points between the margins of A4."""
_LINE, _PADDING, _SMALL = 11.5, 4.6, 10.0
_TITLE_LINE = 13.8
_HEAD, _HEAD_SIZE = 27.0, 17.0
"""Both heading rows of the first table, and the one of the second."""
_BETWEEN = 9.5
_SASARAN, _INDIKATOR, _TARGET, _SATUAN = 129.0, 123.0, 81.0, 64.0
_BUDGET, _COMPARED = (208.0, 95.0, 129.0), (115.0, 75.0, 78.0)
"""Points for text in the columns of both tables of the template (scripts/template_pk.py); of two budgets less."""
_COMPARED_HEAD = 40.0
_WIDE, _HALF = 453.0, 215.0


def paged(content: PerjanjianKinerja) -> PerjanjianKinerja:
    """The content with what follows from its pages: groups of rows, and whether there are more than two pages."""
    place = PagePlace(_title_height(content), _PAGE, page=2)
    sasaran = tuple(replace(one, daftar_indikator=tuple(_grouped(one, place))) for one in content.daftar_sasaran)
    _pass_budget(content, place)
    place.step(_signature_height(content) + SURE)
    return replace(content, daftar_sasaran=sasaran, banyak_halaman=place.page > 2)


def _grouped(sasaran: SasaranPk, place: PagePlace) -> Iterator[IndikatorPk]:
    """The indicators of a sasaran in groups that share its cell: all of them where a page has room for them."""
    place.head = _HEAD
    heights = [_row_height(one) for one in sasaran.daftar_indikator]
    places = row_groups(heights, _height((sasaran.sasaran, _SASARAN)), place)
    for row, where in zip(sasaran.daftar_indikator, places, strict=True):
        yield replace(row, awal=where.first, akhir=where.last, rapat=where.kept)


def _row_height(row: IndikatorPk) -> float:
    return _height((row.indikator, _INDIKATOR), (row.target, _TARGET), (row.satuan, _SATUAN))


def _pass_budget(content: PerjanjianKinerja, place: PagePlace) -> None:
    if not content.daftar_anggaran:
        return
    is_compared = bool(content.perubahan and content.total_semula)
    place.head = _COMPARED_HEAD if is_compared else _HEAD_SIZE
    rows = [_budget_row(row, _COMPARED if is_compared else _BUDGET) for row in content.daftar_anggaran]
    place.step(_BETWEEN + place.head + rows[0] if place.fits(_BETWEEN + place.head + rows[0]) else rows[0])
    for height in rows[1:]:
        place.step(height)
    if not place.fits(_LINE + _PADDING + _signature_height(content)):
        place.turn()
    place.step(_LINE + _PADDING)


def _budget_row(row: AnggaranPk, widths: tuple[float, float, float]) -> float:
    name = f"{row.kode} {row.nama if isinstance(row.nama, str) else row.nama.text}"
    source = f"{row.sumber_dana} ({row.penjelasan})" if row.penjelasan else row.sumber_dana
    room = (widths[0] - (17 if not row.induk else 0), widths[1], widths[2])
    return _height(*zip((name, row.anggaran, source), room, strict=True))


def _title_height(content: PerjanjianKinerja) -> float:
    agency = count_lines(printed_text(content.perangkat_daerah.nama).upper(), _WIDE, 12.6)
    post = 0 if content.jenis_pk == "jpt" else count_lines(printed_text(content.pihak_pertama.jabatan), _WIDE, 12) + 0.2
    return (1 + agency + post) * _TITLE_LINE + _BETWEEN + _HEAD


def _signature_height(content: PerjanjianKinerja) -> float:
    parties = content.pihak_kedua, content.pihak_pertama
    post = max(count_lines(printed_text(one.jabatan) + ",", _HALF, 12) for one in parties)
    name = max(count_lines(printed_text(one.nama_cetak), _HALF, 12.8) for one in parties)
    below = 2 if any(map(_has_rank, parties)) else 1
    return 7 + _TITLE_LINE + 8 + (1 + post + name + below) * _TITLE_LINE + 62.4


def _has_rank(party: Pihak) -> bool:
    return bool(party.pangkat or (party.pppk and party.golongan))


def _height(*cells: tuple[Text, float]) -> float:
    return row_height(*cells, size=10, line=_LINE, padding=_PADDING)
