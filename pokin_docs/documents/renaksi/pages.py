"""Which rows of a Rencana Aksi stay together on a page (scripts/template_rencana_aksi.py has the widths)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pokin_docs.documents.page_rows import SURE, PagePlace, count_lines, printed_text, row_groups, row_height
from pokin_docs.documents.renaksi.content import ActionIndikator, ActionMoney, ActionPlan, ActionRow, ActionSasaran

_PAGE = 493.0
"""Points between the margins of A4, lying."""
_LINE, _PADDING, _SIZE = 9.2, 3.6, 8.0
_TITLE_LINE = 13.8
_HEAD = 46.0
"""The heading rows and the row of numbers."""
_SASARAN, _INDIKATOR, _STEP, _SUB, _SATUAN, _TARGET, _QUARTER, _POST = 86.0, 86.0, 112.0, 89.0, 38.0, 35.0, 35.0, 66.0
_STEP_OF_MONTHS, _MEASURE, _TARGET_OF_MONTHS, _MONTH = 120.0, 117.0, 49.0, 28.0
_TEXT = 740.0
_CODE, _NAME, _NAME_ALONE, _AMOUNT = 97.0, 225.0, 497.0, 75.0
_MONEY_HEAD, _SIGNED = 30.0, 190.0
"""The heading and what stands above it; both sums, and a signature with a post of two lines."""
_MOST_LEFT, _KEPT_ROWS = 0.4, 12
"""The share of a page that may stay blank above a table that is kept whole; rows kept with the signature otherwise."""
_OWN_TARGET, _LEAD_IN = "Target indikator", "Untuk semua indikator sasaran ini:"
_AGAIN = " (lanjutan)"


def paged(content: ActionPlan) -> ActionPlan:
    """The content with the groups of rows that follow from its pages.

    The last row is kept with the signature where no table of money stands between them.
    """
    agency = count_lines(printed_text(content.perangkat_daerah.nama).upper(), _TEXT, 12.6)
    place = PagePlace((2 + agency) * _TITLE_LINE + _HEAD, _PAGE, head=_HEAD)
    sasaran = [_sasaran(one, place, monthly=content.bulanan) for one in content.daftar_sasaran]
    if sasaran and not content.daftar_anggaran:
        sasaran[-1] = _kept_at_the_end(sasaran[-1])
    return replace(content, daftar_sasaran=tuple(sasaran), daftar_anggaran=_money_kept(content, place))


def _money_kept(content: ActionPlan, place: PagePlace) -> tuple[ActionMoney, ...]:
    """The table of money, whole on a page with the signature where it fits one and leaves not too much of another.

    Else its last rows stay with the signature, and no page begins with the sum.
    """
    name = _NAME if content.per_triwulan else _NAME_ALONE
    heights = [_money_height(row, name) for row in content.daftar_anggaran]
    whole = sum(heights) + _MONEY_HEAD + _SIGNED
    left = _PAGE - place.filled
    together = whole + SURE <= left or (whole + SURE <= _PAGE and left <= _PAGE * _MOST_LEFT)
    kept = len(heights) if together else _KEPT_ROWS
    first = len(heights) - kept
    return tuple(replace(row, rapat=number >= first) for number, row in enumerate(content.daftar_anggaran))


def _money_height(row: ActionMoney, name: float) -> float:
    cells = (row.kode, _CODE), (row.uraian, name), (row.anggaran, _AMOUNT)
    return row_height(*cells, size=_SIZE, line=_LINE, padding=_PADDING)


def _sasaran(sasaran: ActionSasaran, place: PagePlace, *, monthly: bool) -> ActionSasaran:
    indicators = (
        replace(one, daftar_baris=tuple(_grouped(sasaran, one, place, monthly=monthly)))
        for one in sasaran.daftar_indikator
    )
    return replace(sasaran, daftar_indikator=tuple(indicators))


def _grouped(
    sasaran: ActionSasaran, indikator: ActionIndikator, place: PagePlace, *, monthly: bool
) -> Iterator[ActionRow]:
    height = _height_by_month if monthly else _height_by_quarter
    heights = [height(row, sasaran, indikator) for row in indikator.daftar_baris]
    shared = 0.0
    if not monthly:
        texts = (f"{printed_text(sasaran.sasaran)}{_AGAIN}", f"{printed_text(indikator.indikator)}{_AGAIN}")
        shared = row_height((texts[0], _SASARAN), (texts[1], _INDIKATOR), size=_SIZE, line=_LINE, padding=_PADDING)
    for row, where in zip(indikator.daftar_baris, row_groups(heights, shared, place), strict=True):
        yield replace(row, awal=where.first, akhir=where.last, rapat=where.kept)


def _height_by_quarter(row: ActionRow, sasaran: ActionSasaran, indikator: ActionIndikator) -> float:
    return row_height(
        (_step(row), _STEP),
        (row.sub, _SUB),
        (row.satuan, _SATUAN),
        (row.target, _TARGET),
        *((quarter, _QUARTER) for quarter in row.triwulan),
        (row.penanggung_jawab, _POST),
        size=_SIZE,
        line=_LINE,
        padding=_PADDING,
    )


def _height_by_month(row: ActionRow, sasaran: ActionSasaran, indikator: ActionIndikator) -> float:
    own = row.jenis == "indikator"
    step, measure = (sasaran.sasaran, indikator.indikator) if own else (_step(row), row.sub)
    return row_height(
        (step, _STEP_OF_MONTHS),
        (measure, _MEASURE),
        (" ".join(printed_text(text, _TARGET_OF_MONTHS) for text in (row.target, row.satuan)), _TARGET_OF_MONTHS),
        *((month, _MONTH) for month in row.bulan),
        size=_SIZE,
        line=_LINE,
        padding=_PADDING,
    )


def _step(row: ActionRow) -> str:
    if row.jenis != "langkah":
        return _OWN_TARGET if row.jenis == "indikator" else _LEAD_IN
    return f"{row.no}. {printed_text(row.langkah)}" if row.no else printed_text(row.langkah)


def _kept_at_the_end(sasaran: ActionSasaran) -> ActionSasaran:
    *others, last = sasaran.daftar_indikator
    *rows, end = last.daftar_baris
    last = replace(last, daftar_baris=(*rows, replace(end, rapat=True)))
    return replace(sasaran, daftar_indikator=(*others, last))
