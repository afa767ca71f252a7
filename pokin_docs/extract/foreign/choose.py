"""Which reading of a workbook counts: that by the titles alone, or that by titles and content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pokin_docs.extract.choices import Choices
from pokin_docs.extract.foreign import roles
from pokin_docs.extract.foreign.agencies import OwnAgency
from pokin_docs.extract.foreign.areas import TableArea, find_areas
from pokin_docs.extract.foreign.budgets import compare_budgets
from pokin_docs.extract.foreign.foreign_book import ForeignBook, gaps, read_foreign, shape_of
from pokin_docs.extract.grid import Grid
from pokin_docs.extract.sheets import fits
from pokin_docs.extract.understanding import Understanding
from pokin_docs.model.budget_versions import read_version
from pokin_docs.model.catalogue import severity
from pokin_docs.model.findings import Severity, Temuan
from pokin_docs.model.rows import BukuKerja, KinerjaRow
from pokin_docs.model.texts import fold
from pokin_docs.model.workbook_spec import GUIDE_TITLE, IDENTITAS, LEMBAR, PROGRAM, REQUIRED_LEMBAR

_ABOUT_TABLES = frozenset(
    "B10 B11 B12 B13 B14 B15 B16 B17 B24 B32 B41 B42 B43 B44 B46 B47".split()  # noqa: SIM905
)
"""Findings of the reading by titles about the tables that the other one has read."""
_NO_LEVELS = frozenset(("B10", "B12", "B13", "B24"))
"""What the reading by titles says where it finds no table, or one without levels."""


def better(by_titles: Understanding, grids: Sequence[Grid], nama: str, choices: Choices) -> Understanding:
    """The reading that explains more of the tables; that by titles where both say the same.

    Args:
        by_titles: What the titles alone said.
        grids: The sheets.
        nama: What the workbook is called.
        choices: What a planner decided; then the reading by content counts.
    """
    official = _official_sheets(by_titles, grids)
    own = {kunci: isian.clean for kunci, isian in by_titles.value.identitas.items()}
    agency = OwnAgency(own.get("nama_pd", ""), own.get("kode_skpd", ""))
    tables = [grid for grid in grids if grid.title not in official]
    choices = replace(choices, version=read_version(own["apbd"]) if "apbd" in own else None)
    foreign = read_foreign(tables, nama, choices, agency)
    if not foreign.kinerja and foreign.doubt is None:
        return by_titles
    if not choices and (
        not _is_better(foreign, by_titles, grids) or (foreign.doubt is not None and _says_why(by_titles))
    ):
        uncoded = (finding for finding in foreign.temuan if finding.kode == "P116" and not by_titles.value.program)
        return replace(by_titles, temuan=(*by_titles.temuan, *uncoded))
    others = {finding.tempat.lembar for finding in foreign.temuan if finding.kode == "B101"}
    replaced = foreign.sheets | others
    settled = tuple(finding for finding in by_titles.temuan if not _is_settled(finding, replaced))
    places = {title: place for title, place in by_titles.places.items() if title not in replaced}
    places |= foreign.places
    came_from = {title: cells for title, cells in by_titles.came_from.items() if title not in replaced}
    came_from |= foreign.came_from
    if foreign.doubt is not None and not choices:
        blank = replace(by_titles.value, tahap5=())
        return Understanding(blank, (*settled, foreign.doubt), places, came_from)
    doubt = (foreign.doubt,) if foreign.doubt is not None else ()
    program = tuple(row for row in by_titles.value.program if row.lembar not in replaced)
    buku = _book(replace(by_titles.value, program=program), foreign)
    program, about_money = compare_budgets(buku.program, foreign.budget)
    found = tuple(dict.fromkeys((*settled, *foreign.temuan, *doubt, *about_money)))
    return Understanding(replace(buku, program=program), found, places, came_from)


def _official_sheets(by_titles: Understanding, grids: Sequence[Grid]) -> frozenset[str]:
    """The sheets that are those of the official workbook beside the main one."""
    names = {
        fold(name): lembar
        for lembar in LEMBAR
        if lembar is not REQUIRED_LEMBAR
        for name in (lembar.title, *lembar.alias)
    }
    found = {grid.title for grid in grids if (lembar := names.get(fold(grid.title))) is not None and fits(grid, lembar)}
    found |= {title for kunci, title in by_titles.value.lembar.items() if kunci == IDENTITAS}
    found |= {title for title, place in by_titles.places.items() if place.lembar not in (None, REQUIRED_LEMBAR)}
    programs = {title for title, place in by_titles.places.items() if place.lembar is PROGRAM}
    programs |= {title for title in found if fold(title) == fold(PROGRAM.title)}
    found -= _of_one_level(grids, found, programs)
    return frozenset(found | {grid.title for grid in grids if fold(grid.title) == fold(GUIDE_TITLE)})


def _of_one_level(grids: Sequence[Grid], official: set[str], programs: set[str]) -> set[str]:
    """Sheets called "Program" that measure what is reached, or have the titles of others that are none of ours.

    Each of them holds a level of the tree.

    Args:
        grids: The sheets.
        official: The titles of those that are called or read as ours.
        programs: Those of them that are called or read as Program.
    """
    own = [grid for grid in grids if grid.title not in official or grid.title in programs] if programs else []
    heads = {grid.title: {area.heading for area in find_areas(grid)} for grid in own}
    others = {heading for title, headings in heads.items() if title not in official for heading in headings}
    measured = {grid.title for grid in own if grid.title in programs and any(map(_measures, find_areas(grid)))}
    return measured | {title for title in programs if heads[title] & others}


def _measures(area: TableArea) -> bool:
    """Whether a table has indicators with units or targets beside them: ours of money has none."""
    things = {meaning.thing for meaning in area.meanings.values()}
    return roles.INDIKATOR in things and not {"satuan", roles.TARGET}.isdisjoint(things)


def _is_better(foreign: ForeignBook, by_titles: Understanding, grids: Sequence[Grid]) -> bool:
    """Whether the reading by content says what the other one does not: the levels at all, more cells, fewer gaps."""
    if any(finding.kode == "B47" for finding in by_titles.temuan):
        return False
    faulty = any(
        finding.kode in _ABOUT_TABLES and severity(finding, final=False) is Severity.GALAT
        for finding in by_titles.temuan
        if finding.kode != "B15"
    )
    # One PK for several agencies would be wrong.
    several = foreign.doubt is not None and foreign.doubt.kode == "B72"
    several |= any(finding.kode in ("B101", "B107") for finding in foreign.temuan)
    if not by_titles.is_understood or faulty or several:
        return True
    lost = any(finding.kode == "B41" and finding.tempat.lembar in foreign.sheets for finding in by_titles.temuan)
    if foreign.doubt is not None and lost:
        return True  # a table that belongs to the tree, and nobody knows where
    shape = shape_of(by_titles.value.tahap5)
    targets = _targets(foreign.kinerja) > _targets(by_titles.value.tahap5)  # "Jumlah kunjungan (250 orang)"
    if targets and foreign.doubt is None and Counter(shape) == Counter(foreign.shape):
        return True
    if shape == foreign.shape and not foreign.rows.get("program") and len(foreign.sheets) == 1:
        return False
    read = sum(
        bool(grid.text(*place).strip())
        for grid in grids
        if grid.title in foreign.sheets
        for place in by_titles.came_from.get(grid.title, ())
        if place[0] > by_titles.places[grid.title].baris
    )
    return foreign.explained - gaps(foreign.shape) > read - gaps(shape)


def _targets(rows: Sequence[KinerjaRow]) -> int:
    return sum(bool(target) for row in rows for target in row.target.values())


def _says_why(by_titles: Understanding) -> bool:
    """Whether the titles alone tell what is to be mended: more than that no level was found."""
    galat = {finding.kode for finding in by_titles.temuan if severity(finding, final=False) is Severity.GALAT}
    return bool(galat - _NO_LEVELS)


def _is_settled(finding: Temuan, sheets: frozenset[str]) -> bool:
    """Whether a finding of the reading by titles is about tables that the other one has read, or left aside."""
    if finding.kode not in _ABOUT_TABLES:
        return finding.tempat.lembar in sheets and severity(finding, final=False) is not Severity.GALAT
    return finding.tempat.lembar in sheets or not finding.tempat.lembar


def _book(base: BukuKerja, foreign: ForeignBook) -> BukuKerja:
    """The workbook with the rows of the tables of the other agency."""
    own = {kunci: rows for kunci, rows in foreign.rows.items() if kunci == "tahap5" or not getattr(base, kunci)}
    lembar = {kunci: foreign.lembar[kunci] for kunci in own}
    titles = {key: title for key, title in base.column_titles.items() if key[0] not in own}
    titles |= {key: title for key, title in foreign.column_titles.items() if key[0] in own}
    return replace(
        base,
        lembar=lembar | {kunci: title for kunci, title in base.lembar.items() if kunci not in own},
        further={title: "tahap5" for title in sorted(foreign.sheets) if title not in lembar.values()},
        kolom=frozenset({pair for pair in base.kolom if pair[0] not in own} | {key for key in titles if key[0] in own}),
        title_rows={**base.title_rows, **{kunci: foreign.title_rows[kunci] for kunci in own}},
        column_titles=titles,
        **own,  # type: ignore[arg-type]  # each sheet has its row type
    )
