"""The agencies that tables are of: several in one table, or each on sheets of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pokin_docs.extract.foreign import roles
from pokin_docs.extract.foreign.areas import TableArea
from pokin_docs.extract.foreign.contents import Kind, kind_of_text
from pokin_docs.extract.other_agencies import is_same_agency
from pokin_docs.model.texts import fold, squeeze

_LINES_ABOVE, _LONGEST_LINE = 8, 20
"""Rows above a table that may name its agency; words of such a line."""
_OFFICE = re.compile(
    r"\b(?:dinas|badan|kecamatan|inspektorat|sekretariat (?:daerah|dprd)|rsud|rumah sakit umum daerah|"
    r"satuan polisi pamong praja|satpol pp)\b.*",
    re.IGNORECASE,
)
_BEHIND_OFFICE = re.compile(
    r"\b(?:kabupaten|kota|provinsi|kab|prov|tahun|periode|20\d\d|dalam|pada|untuk|yang|dengan)\b|[(),:;]|\s[-–—]\s",
    re.IGNORECASE,
)
_UNIT_CODE = re.compile(r"[\dX](?:\.[\dX]{1,4}){3,}")
"""The code of an agency, longer than that of a sub kegiatan or with other parts: 2.16.2.20.2.21.01.0000."""
_OWN_PART = re.compile(r"(?:uptd?|puskesmas|kantor|kelurahan|sekretariat)\b", re.IGNORECASE)
"""What an agency may name in a row of its own table: a part of itself."""
UNNAMED = "perangkat daerah pada baris di atasnya"
_OF_EXPORTS = re.compile(r"nama (?:sub )?(?:skpd|opd|pd|perangkat daerah|unit)")
"""Titles of columns that say in every row whose it is, in whatever order."""
_WHOLE_NAMES = frozenset(("inspektorat", "rsud"))
"""Agencies of which there is one, so that one word names it."""


@dataclass(frozen=True, slots=True)
class OwnAgency:
    """The agency of a workbook, as Identitas says it; either may be empty."""

    nama: str = ""
    kode: str = ""

    def among(self, areas: Sequence[TableArea]) -> str:
        """The name that tables of several agencies call it by; empty where none of them is it.

        Args:
            areas: The tables.
        """
        names = dict.fromkeys((*(name for area in areas for name in agencies_of(area)), *agencies_on_sheets(areas)))
        named = next((name for name in names if self.nama and is_same_agency(name, self.nama)), "")
        if not named and self.nama and UNNAMED in names:
            return UNNAMED
        if named or not self.kode or not names:
            return named
        return next((name for area in areas if (name := _of_code(area, squeeze(self.kode)))), "")


NO_AGENCY = OwnAgency()


def _of_code(area: TableArea, kode: str) -> str:
    """The agency beside whose name a code stands, in a table or above it."""

    def has(row: int) -> bool:
        return any(kode in area.grid.text(row, number).split() for number in area.grid.filled_columns[row])

    if not agencies_of(area):
        above = (row for row in area.grid.filled_columns if row < area.start)
        return agency_above(area) if any(map(has, above)) else ""
    number = _agency_column(area)
    row = next((row for row in area.rows if has(row)), 0)
    return squeeze(area.grid.text(row, number)) if number is not None else _agency_row(area, row) if row else ""


def agencies_of(area: TableArea) -> tuple[str, ...]:
    """The names of the agencies that a table holds, where they are several: in a column, or in rows of their own."""
    number = _agency_column(area)
    if number is not None:
        texts = area.profiles[number].texts
    else:
        texts = tuple(dict.fromkeys(name for row in area.rows if (name := _agency_row(area, row))))
        if first := _first_agency(area, texts):
            texts = (first, *texts)
    return texts if len(texts) > 1 else ()


def _first_agency(area: TableArea, named: Sequence[str]) -> str:
    """The agency of the rows above the only one that names another; empty where the rows of all are named."""
    if len(named) != 1 or _agency_row(area, area.rows[0]) or _OWN_PART.match(named[0]):
        return ""
    above = agency_above(area)
    return "" if above and is_same_agency(above, named[0]) else above or UNNAMED


def _agency_column(area: TableArea) -> int | None:
    named = (number for number, meaning in area.meanings.items() if meaning.thing == roles.AGENCY)
    return next((number for number in named if _parts_rows(area, number)), None)


def _parts_rows(area: TableArea, number: int) -> bool:
    """Whether a column names one agency after the other, each for its own rows, and not who supports a row."""
    cells = area.profiles[number].cells
    order = [fold(cell.text) for _, cell in sorted(cells.items())]
    blocks = sum(one != other for one, other in pairwise(order)) + 1
    each = _OF_EXPORTS.fullmatch(fold(area.titles[number].bottom)) is not None and len(cells) == len(area.rows)
    parts = len(set(order)) > 1 and (each or len(set(order)) == blocks)
    return parts and kind_of_text(next(iter(cells.values())).text) is Kind.AGENCY


def _agency_row(area: TableArea, row: int) -> str:
    """The agency that a row names and nothing else."""
    texts = {text for number in area.grid.filled_columns[row] if (text := squeeze(area.grid.text(row, number)))}
    texts = {text for text in texts if not _UNIT_CODE.fullmatch(text)}
    only = next(iter(texts)) if len(texts) == 1 else ""
    return only if only and kind_of_text(only) is Kind.AGENCY else ""


def of_agency(area: TableArea, agency: str, sheets: tuple[str, ...]) -> TableArea:
    """The rows of one agency; all of them where a table names no other, none where it is that of another.

    Args:
        area: The table.
        agency: The agency that is wanted; empty where all are.
        sheets: The agencies whose tables stand on sheets of their own.
    """
    above = agency_above(area) if agency and sheets else ""
    if above and not is_same_agency(above, agency):
        return replace(area, rows=())
    if not agency or not agencies_of(area):
        return area
    number = _agency_column(area)
    rows: list[int] = []
    current = fold(agencies_of(area)[0]) if number is None and not _agency_row(area, area.rows[0]) else ""
    for row in area.rows:
        named = area.grid.text(row, number) if number is not None else _agency_row(area, row)
        current = fold(named) or current
        if current == fold(agency) and (number is not None or not named):
            rows.append(row)
    return replace(area, rows=tuple(rows))


def agency_above(area: TableArea) -> str:
    """The agency that a line above a table names, the nearest first, else the name of its sheet; empty for none."""
    lines = [row for row in area.grid.filled_columns if row < area.start][::-1][:_LINES_ABOVE]
    texts = [squeeze(area.grid.text(row, number)) for row in lines for number in area.grid.filled_columns[row]]
    return next((found for text in (*texts, area.grid.title) if (found := _office_in(text))), "")


def _office_in(text: str) -> str:
    match = _OFFICE.search(text) if len(text.split()) <= _LONGEST_LINE else None
    if match is None:
        return ""
    name = squeeze(_BEHIND_OFFICE.split(match.group(0), maxsplit=1)[0]).strip(" .,:;-–")
    return name if len(name.split()) > 1 or name.casefold() in _WHOLE_NAMES else ""


def agencies_on_sheets(areas: Sequence[TableArea]) -> tuple[str, ...]:
    """The agencies that have each their own sheets in a workbook; none where all tables are of one.

    Args:
        areas: The tables of the workbook.
    """
    found: list[str] = []
    for name in filter(None, (agency_above(area) for area in areas)):
        if not any(is_same_agency(name, known) for known in found):
            found.append(name)
    return tuple(found) if len(found) > 1 else ()
