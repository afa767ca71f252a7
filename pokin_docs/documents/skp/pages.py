"""Which rows of an SKP stay together on a page (scripts/template_skp.py has the widths)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pokin_docs.documents.page_rows import PagePlace, count_lines, printed_text, row_groups, row_height
from pokin_docs.documents.skp.content import SkpIndikator, SkpPaper, SkpResult
from pokin_docs.documents.values import Text

_PAGE = 722.0
"""Points between the margins of A4."""
_SIZE, _LINE, _PADDING = 9.0, 10.4, 4.6
_ABOVE, _HEAD = 79.0, 62.0
"""Title and gaps; the heading rows."""
_AGENCY, _AGENCY_SIZE, _AGENCY_LINE = 181.0, 11.0, 12.0
"""Width of the name of the agency above the persons; its bold letters are wide; height of a line."""
_PERSON, _LINES_OF_RANK = 126.0, "PANGKAT/GOL.\nRUANG"
"""Width of what is said of a person; the title of a line that takes two."""
_WIDTHS = {True: (151.0, 135.0, 69.0, 72.0), False: (106.0, 98.0, 64.0, 47.0)}
"""Of the high officials' form, and of the other: result, measure, target, and the last or shortest column."""
_SERVED = 106.0


def paged(content: SkpPaper) -> SkpPaper:
    """The content with the groups of rows that follow from its pages."""
    if content.kualitatif:
        return content
    place = PagePlace(_ABOVE + _persons(content) + _HEAD, _PAGE, head=_HEAD)
    results = (
        replace(one, daftar_indikator=tuple(_grouped(one, place, high=content.jpt))) for one in content.daftar_hasil
    )
    return replace(content, daftar_hasil=tuple(results))


def _persons(content: SkpPaper) -> float:
    """The height of the name of the agency and of the block of both persons, in points."""
    agency = count_lines(printed_text(content.perangkat_daerah.nama_kop, _AGENCY), _AGENCY, _AGENCY_SIZE)
    one, other = content.pegawai, content.penilai
    lines: tuple[tuple[Text, Text], ...] = (
        (one.nama, other.nama), (one.nip, other.nip), (_LINES_OF_RANK, ""), (one.jabatan, other.jabatan),
        (content.unit_pegawai, content.unit_penilai),
    )  # fmt: skip
    rows = (
        row_height((left, _PERSON), (right, _PERSON), size=_SIZE, line=_LINE, padding=_PADDING) for left, right in lines
    )
    return agency * _AGENCY_LINE + sum(rows)


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
