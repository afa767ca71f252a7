"""Which sheet of a workbook is which: by name, and the main table by its columns."""

from __future__ import annotations

from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts import matrix
from pokin_docs.extract.layouts.header import find_header
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, nearest
from pokin_docs.model.workbook_spec import (
    GUIDE_TITLE,
    IDENTITAS,
    IDENTITAS_ALIASES,
    IDENTITAS_TITLE,
    IMPORT_TITLE,
    RECORD_TITLE,
    REQUIRED_LEMBAR,
    REST_TITLE,
    Lembar,
)  # fmt: skip

_MAIN_NAMES = {fold(name) for name in (REQUIRED_LEMBAR.title, *REQUIRED_LEMBAR.alias) if "tahap" in fold(name)}
_MAIN_TITLES = {fold(kolom.title) for kolom in REQUIRED_LEMBAR.kolom if not kolom.per_tahun}
_LEVEL_TITLES = {
    fold(REQUIRED_LEMBAR.kolom_of(kunci).title) for kunci in ("rujukan", "keterangan", "komponen", "jenis_pk")
}
_ENOUGH = 3
"""Official titles in one row that make it the official header."""
_FIRST_ROWS = 30
"""Rows looked at for the official titles."""


def without_import_sheets(grids: tuple[Grid, ...]) -> tuple[Grid, ...]:
    """The sheets of a workbook but those that an import put there to ask and to remember."""
    if not any(grid.title == RECORD_TITLE for grid in grids):
        return grids
    return tuple(grid for grid in grids if grid.title not in (IMPORT_TITLE, REST_TITLE, RECORD_TITLE))


def assign_sheets(grids: tuple[Grid, ...], log: FindingLog, described: tuple[Lembar, ...]) -> dict[str, Grid]:
    """The sheet for each key of a described one, by name; the main table also by its columns on a sheet of any name.

    Args:
        grids: The sheets of the workbook, in order.
        log: Takes what is found.
        described: The sheets that are looked for.
    """
    titles = {fold(lembar.title): lembar.kunci for lembar in described} | {fold(IDENTITAS_TITLE): IDENTITAS}
    aliases = {fold(alias_text): lembar.kunci for lembar in described for alias_text in lembar.alias}
    aliases |= {fold(alias_text): IDENTITAS for alias_text in IDENTITAS_ALIASES}
    sheets: dict[str, Grid] = {}
    unknown = list(grids)
    for names in (titles, aliases):  # a sheet of the exact name comes before one that may be meant
        for grid in tuple(unknown):
            kunci = names.get(fold(grid.title))
            if kunci is not None and kunci not in sheets:
                sheets[kunci] = grid
                unknown.remove(grid)
    _assign_main(sheets, unknown, log, described)
    absent = [lembar.title for lembar in described if lembar.kunci not in sheets]
    absent += [IDENTITAS_TITLE] if IDENTITAS not in sheets else []
    proposals = ""
    for grid in unknown:
        meant = nearest(grid.title, absent)
        copied = next(
            (found.title for found in sheets.values() if fold(grid.title).startswith(fold(found.title) + " ")), ""
        )
        if copied and grid.cells:
            log.note("B11", CellRef(grid.title), lembar=grid.title, usul=f" Yang dibaca lembar «{copied}».")
        if fold(grid.title) == fold(GUIDE_TITLE) or meant is None or copied:
            continue
        if meant == REQUIRED_LEMBAR.title:
            proposals = f" Lembar «{grid.title}»: mungkin itu maksudnya."
        else:
            log.note("B11", CellRef(grid.title), lembar=grid.title, usul=proposal(meant))
    if REQUIRED_LEMBAR.kunci not in sheets:
        log.note("B10", CellRef(""), lembar=REQUIRED_LEMBAR.title, usul=proposals)
    return {kunci: grid for grid in grids for kunci, found in sheets.items() if found is grid}


def is_official(grids: tuple[Grid, ...]) -> bool:
    """Whether the main table stands on a sheet of its own name with official titles: then nothing is guessed."""
    named = next((grid for grid in grids if fold(grid.title) in _MAIN_NAMES), None)
    if named is None:
        return False
    for baris in list(named.filled_columns)[:_FIRST_ROWS]:
        said = {fold(named.text(baris, number)) for number in named.filled_columns[baris]}
        if len(said & _MAIN_TITLES) >= _ENOUGH and said & _LEVEL_TITLES:
            return True
    return False


def _assign_main(sheets: dict[str, Grid], unknown: list[Grid], log: FindingLog, described: tuple[Lembar, ...]) -> None:
    """The main table on a sheet of any name: the one with most rows, if no sheet of its name holds it."""
    kunci = REQUIRED_LEMBAR.kunci
    named = sheets.get(kunci)
    # A sheet "Pohon Kinerja" may be the drawing, and the table stand elsewhere.
    if named is not None and (fold(named.title) == fold(REQUIRED_LEMBAR.title) or _looks_like_main(named)):
        return
    for lembar in described:
        # A sheet "Renstra" that holds the main table and not what its name says.
        other = sheets.get(lembar.kunci)
        own = other is not None and (lembar is REQUIRED_LEMBAR or not other.cells or fits(other, lembar))
        if other is not None and not own and _looks_like_main(other):
            unknown.append(sheets.pop(lembar.kunci))
    candidates = sorted(
        (grid for grid in unknown if _looks_like_main(grid)), key=lambda grid: -len(grid.filled_columns)
    )
    if not candidates:
        # A table that only lacks its levels is named by what it lacks, not by the name of its sheet.
        near = [grid for grid in unknown if _has_sentences(grid)]
        if named is None and len(near) == 1:
            sheets[kunci] = near[0]
            unknown.remove(near[0])
        return
    sheets[kunci] = candidates[0]
    for grid in candidates:
        unknown.remove(grid)
    for grid in candidates[1:]:
        log.note("B41", CellRef(grid.title), lembar=grid.title, dipakai=candidates[0].title)


def _looks_like_main(grid: Grid) -> bool:
    if matrix.find_matrix(grid, REQUIRED_LEMBAR)[0] is not None:
        return True
    return fits(grid, REQUIRED_LEMBAR)


def fits(grid: Grid, lembar: Lembar) -> bool:
    """Whether a sheet has a header with every column that its table cannot do without, and not one word alone."""
    header, found = find_header(grid, lembar)
    return header is not None and len(header.found_keys()) > 1 and not any(finding.kode == "B13" for finding in found)


def _has_sentences(grid: Grid) -> bool:
    header, _ = find_header(grid, REQUIRED_LEMBAR)
    return header is not None and {"kinerja", "indikator"} <= header.found_keys()
