"""Which rows of an SKP stay together on a page (scripts/template_skp.py has the widths)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pokin_docs.documents.page_rows import PagePlace, printed_text, row_groups, row_height
from pokin_docs.documents.skp.content import SkpIndikator, SkpPaper, SkpResult

_PAGE = 722.0
"""Points between the margins of A4."""
_SIZE, _LINE, _PADDING = 9.0, 10.4, 4.6
_ABOVE, _HEAD = 190.0, 62.0
"""Title and the block of both persons, which may turn out higher by a line or two; the heading rows."""
_WIDTHS = {True: (151.0, 135.0, 69.0, 72.0), False: (106.0, 98.0, 64.0, 47.0)}
"""Of the high officials' form, and of the other: result, measure, target, and the last or shortest column."""
_SERVED = 106.0


def paged(content: SkpPaper) -> SkpPaper:
    """The content with the groups of rows that follow from its pages."""
    if content.kualitatif:
        return content
    place = PagePlace(_ABOVE + _HEAD, _PAGE, head=_HEAD)
    results = (
        replace(one, daftar_indikator=tuple(_grouped(one, place, high=content.jpt))) for one in content.daftar_hasil
    )
    return replace(content, daftar_hasil=tuple(results))


def _grouped(result: SkpResult, place: PagePlace, *, high: bool) -> Iterator[SkpIndikator]:
    result_width, measure, target, last = _WIDTHS[high]
    heights = [
        row_height(
            (row.indikator, measure),
            (f"{printed_text(row.target, target)} {printed_text(row.satuan, target)}", target),
            (row.perspektif if high else row.aspek, last),
            size=_SIZE,
            line=_LINE,
            padding=_PADDING,
        )
        for row in result.daftar_indikator
    ]
    above = printed_text(result.rhk_atasan) + (
        f" (Indikator: {result.indikator_atasan})" if result.indikator_atasan else ""
    )
    shared = row_height(
        (f"{printed_text(result.rhk)} (lanjutan)", result_width),
        (above, _SERVED),
        size=_SIZE,
        line=_LINE,
        padding=_PADDING,
    )
    for row, where in zip(result.daftar_indikator, row_groups(heights, shared, place), strict=True):
        yield replace(row, awal=where.first, akhir=where.last, rapat=where.kept)
