"""Exports of SIPD put into a workbook of the office: what is added, what changes, what SIPD lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pokin_docs.flow.entered_book import BookImport, bytes_of, cannot_be_read, put_into
from pokin_docs.model.findings import Outcome, Temuan, temuan
from pokin_docs.model.import_target import ImportTarget, TargetTable
from pokin_docs.model.sipd import SipdBudget, SipdExport
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold
from pokin_docs.model.workbook_spec import PROGRAM, REALISASI

if TYPE_CHECKING:
    from pokin_docs.model.budget_versions import BudgetVersion
    from pokin_docs.transform.sipd.table_changes import TableChanges

_NOWHERE = CellRef("")


def import_into(
    sources: Sequence[Path], book: Path, *, in_place: bool, on_progress: Callable[[str], None] = lambda message: None
) -> Outcome[BookImport]:
    """Exports of SIPD put into a workbook, or into a copy of it beside it; all else in it stays byte for byte.

    Args:
        sources: The exports.
        book: The workbook.
        in_place: The workbook itself is changed, after a dated copy of it was made.
        on_progress: Told in a sentence what is being done.

    Returns:
        What was done; no value, with the reasons, where something cannot be read or must be said first.

    Raises:
        MachineTrouble: A file cannot be read or written.
    """
    from pokin_docs.extract.import_target import read_target

    target = read_target(book)
    if target.value is None:
        return Outcome(None, target.temuan)
    for source in sources:
        on_progress(f"Membaca {source.name} …")
    exports = _exports(sources, target.value.version)
    if exports.value is None:
        return Outcome(None, exports.temuan)
    chosen = _chosen(exports.value, target.value)
    if chosen.value is None:
        return Outcome(None, chosen.temuan)
    file = bytes_of(book)
    changes = _changes(file, target.value, chosen.value)
    told = tuple(_about(exports.value, chosen.value, target.value))
    same = f"{book.name} sudah sama dengan SIPD; tidak ada yang ditulis."
    return put_into(book, file, changes, target.value, told, in_place=in_place, same=same)


def _exports(sources: Sequence[Path], version: BudgetVersion | None) -> Outcome[SipdExport]:
    """What the exports say; no value where one of the files is none.

    Args:
        sources: The files.
        version: The budget that the workbook counts.
    """
    from pokin_docs.extract.guard import refuse
    from pokin_docs.extract.sipd.read_exports import read_exports

    found: list[Temuan] = []
    for source in sources:
        if not source.is_file():
            found.append(temuan("B01", _NOWHERE, berkas=source.name))
        elif _head(source).startswith(b"PK"):
            found += refuse(source)
    if found:
        return Outcome(None, tuple(found))
    export = None
    for source in sources:
        try:
            export = read_exports((source,), version)
        except (OSError, MemoryError):
            raise
        except Exception:  # noqa: BLE001  # a broken part provokes whatever its library raises
            found.append(temuan("B05", _NOWHERE, berkas=source.name, sebab="isinya tidak dapat dibaca"))
            continue
        if export is None:
            found.append(temuan("B96", _NOWHERE, berkas=source.name))
    if found:
        return Outcome(None, tuple(found))
    return Outcome(export if len(sources) == 1 else read_exports(tuple(sources), version))


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(8)
    except OSError as error:
        raise cannot_be_read(path, error) from error


def _chosen(export: SipdExport, target: ImportTarget) -> Outcome[SipdBudget]:
    """What SIPD says of the agency of the workbook; no value where it cannot be known which that is, or which year."""
    from pokin_docs.transform.sipd.choose import budget_of, matching_units

    own = target.identitas.get("kode_skpd")
    code = own.clean if own else ""
    units, agency = matching_units(export, code)
    listed = "; ".join(f"{entry.kode} {entry.nama}".strip() for entry in export.agencies)
    if agency is None:
        if code:
            return Outcome(None, (temuan("B95", own.source if own else _NOWHERE, kode=code, daftar=listed),))
        return Outcome(None, (temuan("B93", _NOWHERE, jumlah=len(export.agencies), daftar=listed),))
    year = _year_of(target)
    if year is None and any(own_year is None for unit, own_year, _ in export.lines if unit in units):
        return Outcome(None, (temuan("B97", _NOWHERE),))
    return Outcome(budget_of(export, units, agency, year))


def _year_of(target: ImportTarget) -> int | None:
    text = target.identitas["tahun"].clean if "tahun" in target.identitas else ""
    return int(text) if text.isdecimal() and len(text) == 4 else None


def _changes(file: bytes, target: ImportTarget, budget: SipdBudget) -> tuple[TableChanges, ...]:
    """What the tables get, those that the workbook lacks among them."""
    from pokin_docs.transform.sipd.rows_of_program import codes_of, program_changes
    from pokin_docs.transform.sipd.rows_of_realised import realised_changes
    from pokin_docs.workbook.entering.enter import locked_places

    def table(known: TargetTable | None, title: str) -> TargetTable:
        if known is None:
            return TargetTable(title, 0, 0, {}, 1)
        formulas, covered = locked_places(file, known.title)
        return replace(known, formulas=formulas, covered=covered)

    year = _year_of(target)
    found = []
    if budget.has_pagu or budget.has_cash:
        further = [table(known, known.title) for known in target.further]
        elsewhere = frozenset(code for known in further for code in codes_of(known))
        own = codes_of(target.program) if target.program is not None else frozenset[str]()
        cash = _cash_year(budget, year)
        first = budget.without(elsewhere - own)
        found.append(program_changes(table(target.program, PROGRAM.title), first, cash))
        found += [program_changes(known, budget.only(codes_of(known) - own), cash) for known in further]
    if budget.has_spending:
        found.append(realised_changes(table(target.realised, REALISASI.title), budget, year))
    return tuple(found)


def _cash_year(budget: SipdBudget, year: int | None) -> int | None:
    """The year whose cash per quarter the workbook gets: its own, else the latest there is."""
    years = [own for own, found in budget.components.items() if any(entry.cash is not None for entry in found)]
    return year if year in years else max(years, default=None)


def _about(export: SipdExport, budget: SipdBudget, target: ImportTarget) -> Iterator[str]:
    """What is to be known of the exports before their numbers."""
    yield from export.told
    name = target.identitas.get("nama_pd")
    if name and budget.agency.nama and fold(name.text) != fold(budget.agency.nama):
        yield f"Ekspor ini milik «{budget.agency.nama}», sedangkan Nama PD di Identitas «{name.clean}»."
    year, cash = _year_of(target), _cash_year(budget, _year_of(target))
    if cash is not None and cash != year:
        yield f"Anggaran kas per triwulan diisi untuk tahun {cash}; Tahun di Identitas {year or 'belum diisi'}."
