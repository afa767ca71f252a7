"""VERBS 1: a workbook file becomes rows; every value knows its cell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from pokin_docs.extract import bare_package, guard, identity, stand_ins, workbook_file
from pokin_docs.extract.account import count
from pokin_docs.extract.account.sorting import Cell, read_places
from pokin_docs.extract.bare_sheet import BrokenWorkbook
from pokin_docs.extract.book_tables import BookTables
from pokin_docs.extract.bracketed_targets import name_untaken
from pokin_docs.extract.captions import name_captions
from pokin_docs.extract.choices import NO_CHOICES, Choices
from pokin_docs.extract.codes_by_name import with_known_codes
from pokin_docs.extract.compared_sheets import compare_sheets
from pokin_docs.extract.goes_on_below import with_sentences_joined
from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts import spread_codes
from pokin_docs.extract.layouts.blank_swatches import without_blank_legends
from pokin_docs.extract.layouts.bracketed import with_brackets_before
from pokin_docs.extract.layouts.indicator_labels import without_labels
from pokin_docs.extract.named_years import with_years_named
from pokin_docs.extract.one_cell import with_indicators_apart
from pokin_docs.extract.other_agencies import name_other_agencies
from pokin_docs.extract.outside import name_outside
from pokin_docs.extract.people_sheet import find_people
from pokin_docs.extract.remarks import name_remarks
from pokin_docs.extract.several import IndicatorParting
from pokin_docs.extract.sheets import assign_sheets, is_official, without_import_sheets
from pokin_docs.extract.struck import name_struck
from pokin_docs.extract.told_units import with_told_units
from pokin_docs.extract.understanding import Understanding
from pokin_docs.extract.unseen import name_unseen
from pokin_docs.model.account import CellAccount
from pokin_docs.model.budget_versions import read_version
from pokin_docs.model.findings import FindingLog, Outcome, temuan
from pokin_docs.model.rows import BukuKerja, Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.workbook_spec import IDENTITAS, LEMBAR, PEJABAT, REQUIRED_LEMBAR, Lembar

_OWN_FIELDS = frozenset(field.name for field in fields(BukuKerja))


@dataclass(frozen=True)
class Reading(Outcome[BukuKerja]):
    """What was read, and the account of its cells."""

    account: CellAccount = field(default_factory=CellAccount)
    named: Mapping[str, frozenset[Cell]] = field(default_factory=dict)
    """The cells that were not read and that a finding names, by the title of their sheet."""


def read(path: Path, described: tuple[Lembar, ...] = LEMBAR) -> Reading:
    """Everything one workbook holds; no value when the file or its main table cannot be understood.

    Args:
        path: The workbook.
        described: The sheets that are read, the main one among them.
    """
    opened = read_sheets(path)
    return Reading(None, opened.temuan) if opened.value is None else understand(opened.value, path.name, described)


def read_sheets(path: Path) -> Outcome[tuple[Grid, ...]]:
    """The sheets of a workbook file as they stand; no value when it cannot be opened."""
    refused = guard.refuse(path)
    if refused:
        return Outcome(None, refused)
    try:
        return Outcome(workbook_file.read_grids(bare_package.essence(path)))
    except BrokenWorkbook as error:
        return Outcome(None, (temuan(error.kode, CellRef(""), berkas=path.name, sebab=error.reason),))
    except Exception as error:  # noqa: BLE001  # openpyxl raises whatever a broken part provokes
        return Outcome(None, (temuan("B05", CellRef(""), berkas=path.name, sebab=_reason(error)),))


def understand(
    grids: tuple[Grid, ...], nama: str, described: tuple[Lembar, ...] = LEMBAR, choices: Choices = NO_CHOICES
) -> Reading:
    """What the tables on these sheets say; no value when the main one cannot be understood.

    Tables with the official titles are read by them. Others are read by these and by what stands in their columns; the
    reading that explains more of them counts.

    Args:
        grids: The sheets, in order.
        nama: What the workbook is called, for messages.
        described: The sheets that are read, the main one among them.
        choices: What a planner decided about columns; then the reading by content counts.
    """
    clean = tuple(stand_ins.without_blank_words(spread_codes.join_codes(grid)) for grid in grids)
    about_codes = FindingLog()
    clean = with_years_named(clean, described, about_codes)
    unlabelled = without_labels(without_blank_legends(without_import_sheets(clean), about_codes), about_codes)
    asked = with_known_codes(with_brackets_before(unlabelled), about_codes)
    # What a planner chose counts: the main table is read by its titles only where there is none of another agency.
    found = _by_titles(asked, nama, described, main=not choices)
    if choices or not is_official(asked):
        from pokin_docs.extract.foreign.choose import better  # only tables of other agencies need it
        from pokin_docs.extract.foreign.turned import name_turned

        by_titles, found = found, better(found, asked, nama, choices)
        found = name_turned(found, asked, nama)
        if choices and found is by_titles and not choices.agency:  # else all agencies would come in
            found = _by_titles(asked, nama, described)
    log = FindingLog([*found.temuan, *about_codes])
    for grid in (grid for grid in clean if grid.title in found.places):
        name_struck(grid, log)
    name_remarks(clean, log)
    name_outside(clean, log)
    name_unseen(clean, found.came_from, log)
    own = found.value.identitas["nama_pd"].clean if "nama_pd" in found.value.identitas else ""
    name_other_agencies(clean, found.places, found.came_from, own, log)
    name_captions(clean, found.places, found.value.identitas, log)
    whole = with_sentences_joined(found.value.tahap5, log)
    buku = replace(found.value, tahap5=with_indicators_apart(whole, log))
    buku = _with_single_indicators(buku, log)
    over = buku.column_titles.get((REQUIRED_LEMBAR.kunci, "target"))
    buku = replace(buku, tahap5=with_told_units(buku.tahap5, over, log))
    name_untaken(buku.tahap5, log)
    compare_sheets([grid for grid in clean if not count.is_own_sheet(grid)], found.places.keys(), buku, log)
    sorted_ = count.sort_all(_as_opened(grids, clean), found.places, found.came_from, described, log)
    counted = CellAccount(tuple(cells.account for cells in sorted_))
    named = {cells.grid.title: frozenset(cells.named) for cells in sorted_}
    too_long = tuple(finding for finding in log if finding.kode == "B27")
    if too_long or not found.is_understood:
        return Reading(None, too_long or tuple(log), counted, named)
    return Reading(buku, tuple(log), counted, named)


def _with_single_indicators(buku: BukuKerja, log: FindingLog) -> BukuKerja:
    parting = IndicatorParting()
    tahap5 = parting.rows(buku.tahap5, log)
    return replace(buku, tahap5=tahap5, tahap4=parting.rows(buku.tahap4, log))


def _by_titles(
    grids: tuple[Grid, ...], nama: str, described: tuple[Lembar, ...], *, main: bool = True
) -> Understanding:  # fmt: skip
    """The sheets as their titles say it, the main table only if it is asked for."""
    log = FindingLog()
    sheets = assign_sheets(grids, log, described)
    if PEJABAT in described and PEJABAT.kunci not in sheets:
        known = {id(grid) for grid in sheets.values()}
        people = find_people([grid for grid in grids if id(grid) not in known], log)
        sheets |= {PEJABAT.kunci: people} if people is not None else {}
    taken = {grid.title for grid in sheets.values()}
    identitas: dict[str, Isian] = {}
    about_identity = FindingLog()
    if IDENTITAS in sheets:
        identitas = identity.read_identity(sheets[IDENTITAS], about_identity)
    year = identitas["tahun"].clean if "tahun" in identitas else ""
    parts = BookTables(
        read_version(identitas["apbd"].clean) if "apbd" in identitas else None,
        int(year) if re.fullmatch(r"20\d\d", year) else None,
    )
    for lembar in described:
        if lembar is REQUIRED_LEMBAR and not main:
            continue
        if lembar.kunci in sheets and (sheets[lembar.kunci].cells or lembar is REQUIRED_LEMBAR):
            parts.take(sheets[lembar.kunci], lembar, log)
            for grid in (grid for grid in grids if grid.title not in taken and grid.title not in parts.places):
                parts.take_further(grid, lembar, log)
    log.add(about_identity)
    if IDENTITAS in sheets:
        parts.places[sheets[IDENTITAS].title] = identity.place(sheets[IDENTITAS])
    came_from = read_places((row for rows in parts.rows.values() for row in rows), identitas.values())
    for title, cells in parts.final.items():
        came_from.setdefault(title, set()).update(cells)
    if IDENTITAS in sheets:
        came_from.setdefault(sheets[IDENTITAS].title, set()).update(identity.key_cells(sheets[IDENTITAS]))
    buku = BukuKerja(
        nama=nama,
        lembar={kunci: grid.title for kunci, grid in sheets.items() if grid.cells},  # an empty sheet says nothing
        kolom=frozenset(parts.kolom),
        title_rows=parts.title,
        before_the_change=parts.before,
        column_titles=parts.column_titles,
        further=parts.further,
        identitas=identitas,
        others={kunci: rows for kunci, rows in parts.rows.items() if kunci not in _OWN_FIELDS},
        **{kunci: rows for kunci, rows in parts.rows.items() if kunci in _OWN_FIELDS},  # type: ignore[arg-type]  # each sheet has its row type
    )
    return Understanding(buku, tuple(log), parts.places, came_from)


def _as_opened(opened: Sequence[Grid], read: Sequence[Grid]) -> tuple[Grid, ...]:
    """The sheets with all that they hold, and what of it was read together."""
    return tuple(replace(grid, joined=other.joined) for grid, other in zip(opened, read, strict=True))


def _reason(error: Exception) -> str:
    """What a planner can be told of a fault that openpyxl met."""
    if isinstance(error, IndexError | KeyError):
        return "ada sel yang merujuk teks atau format yang hilang"
    if isinstance(error, SyntaxError | UnicodeError):
        return "isinya terpotong atau memuat karakter yang tidak sah"
    return "ada sel yang isinya tidak dapat dibaca"
