"""Exports of SIPD put into a workbook of the office: what is added, what changes, what SIPD lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pokin_docs.model.findings import MachineTrouble, Outcome, Temuan, temuan
from pokin_docs.model.import_target import ImportTarget, TargetTable
from pokin_docs.model.sipd import SipdBudget, SipdExport
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold
from pokin_docs.model.workbook_spec import PROGRAM, REALISASI

if TYPE_CHECKING:
    from pokin_docs.transform.sipd.table_changes import TableChanges
    from pokin_docs.workbook.entering.changes import Entered, NewSheet, TableEntry

SUFFIX = "-impor"
_NOWHERE = CellRef("")
_OPEN_AND_SAVE = "Buka dan simpan di Excel agar rumusnya dihitung ({number} sel menunggu)."


@dataclass(frozen=True, slots=True)
class SipdImport:
    """What an import did.

    ``file`` is the workbook with everything in it, ``written`` whether it had to be written, ``copy`` where the file
    that stood there before was kept. ``told`` are lines for the planner, in their order.
    """

    file: Path
    written: bool
    copy: Path | None
    told: tuple[str, ...]


def import_into(
    sources: Sequence[Path], book: Path, *, in_place: bool, on_progress: Callable[[str], None] = lambda message: None
) -> Outcome[SipdImport]:
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
    exports = _exports(sources)
    if exports.value is None:
        return Outcome(None, exports.temuan)
    chosen = _chosen(exports.value, target.value)
    if chosen.value is None:
        return Outcome(None, chosen.temuan)
    file = _bytes_of(book)
    changes = _changes(file, target.value, chosen.value)
    told = (*_about(exports.value, chosen.value, target.value), *_said(changes))
    result = _entered(book, file, changes, target.value)
    if isinstance(result, Temuan):
        return Outcome(None, (result,))
    to = book if in_place else book.with_name(f"{book.stem}{SUFFIX}{book.suffix}")
    if result is None:
        same = f"{book.name} sudah sama dengan SIPD; tidak ada yang ditulis."
        return Outcome(SipdImport(book, written=False, copy=None, told=(*told, same)))
    told = (*told, *_where(result))
    written = not to.is_file() or _bytes_of(to) != result.file
    copy = _put(to, result.file) if written else None
    return Outcome(SipdImport(to, written, copy, (*told, *_ending(to, result, copy, written=written))))


def _exports(sources: Sequence[Path]) -> Outcome[SipdExport]:
    """What the exports say; no value where one of the files is none."""
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
            export = read_exports((source,))
        except (OSError, MemoryError):
            raise
        except Exception:  # noqa: BLE001  # a broken part provokes whatever its library raises
            found.append(temuan("B05", _NOWHERE, berkas=source.name, sebab="isinya tidak dapat dibaca"))
            continue
        if export is None:
            found.append(temuan("B96", _NOWHERE, berkas=source.name))
    if found:
        return Outcome(None, tuple(found))
    return Outcome(export if len(sources) == 1 else read_exports(tuple(sources)))


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(8)
    except OSError as error:
        raise _cannot_be_read(path, error) from error


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _cannot_be_read(path, error) from error


def _cannot_be_read(path: Path, error: OSError) -> MachineTrouble:
    return MachineTrouble(
        f"«{path.name}» tidak dapat dibaca ({error.strerror}).",
        "Tutup berkas itu di Excel, periksa izin membacanya, lalu jalankan lagi.",
    )


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
    from pokin_docs.transform.sipd.rows_of_program import program_changes
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
        found.append(program_changes(table(target.program, PROGRAM.title), budget, _cash_year(budget, year)))
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


def _said(changes: tuple[TableChanges, ...]) -> Iterator[str]:
    """What was added, what changed, what SIPD lacks, what was left, table by table."""
    for change in changes:
        for head, lines in (
            ("Ditambah", change.added),
            ("Berubah", change.changed),
            ("Tidak ada di SIPD, tidak dihapus", change.missing),
            ("Dibiarkan", change.left),
        ):
            if lines:
                yield f"{change.table.title}, {head} ({len(lines)}):"
                yield from (f"  {line}" for line in lines)


def _entered(
    book: Path, file: bytes, changes: tuple[TableChanges, ...], target: ImportTarget
) -> Entered | Temuan | None:  # fmt: skip
    """The workbook with the changes in it; None where there are none, a finding where it cannot be changed."""
    from pokin_docs.workbook.entering.changes import WorkbookNotEnterable
    from pokin_docs.workbook.entering.enter import enter

    real = [change for change in changes if not change.is_empty]
    if not real:
        return None
    tables = [_entry(change) for change in real if change.table.title in target.sheets]
    sheets = [_sheet(change) for change in real if change.table.title not in target.sheets]
    try:
        return enter(file, tables, sheets)
    except WorkbookNotEnterable as error:
        return temuan("B05", _NOWHERE, berkas=book.name, sebab=str(error))


def _entry(change: TableChanges) -> TableEntry:
    from pokin_docs.workbook.entering.changes import NewColumn, TableEntry

    table = change.table
    columns = tuple(NewColumn(number, title, like) for number, (title, like) in sorted(change.new_columns.items()))
    header = table.header or 1
    return TableEntry(table.title, header, max(table.last_row, header), change.cells, tuple(change.rows), columns)


def _sheet(change: TableChanges) -> NewSheet:
    from pokin_docs.workbook.entering.changes import NewSheet

    numbers = sorted(change.new_columns)
    columns = tuple((title, change.width(number)) for number, (title, _) in sorted(change.new_columns.items()))
    return NewSheet(change.table.title, columns, tuple(tuple(row.get(n) for n in numbers) for row in change.rows))


def _where(result: Entered) -> Iterator[str]:
    for table in result.tables:
        if table.rows:
            first, last = table.rows
            at = f"baris {first}" if first == last else f"baris {first}-{last}"
            moved = f"; yang tadinya mulai baris {table.moved_from} bergeser ke bawah" if table.moved_from else ""
            below = f", di bawah isi lain, karena {table.below}" if table.below else ""
            yield f"Baris baru pada lembar «{table.title}»: {at}{below}{moved}."
        if table.short_formulas:
            named = ", ".join(table.short_formulas[:8]) + (" …" if len(table.short_formulas) > 8 else "")
            yield f"Rumus berikut belum mencakup baris baru, perluas rentangnya di Excel: {named}."


def _put(to: Path, data: bytes) -> Path | None:
    """Write the workbook; what stood there is kept as a dated copy beside it, whose name is given back."""
    from pokin_docs.files.whole_file import save
    from pokin_docs.render.aside import stamps

    copy = None
    if to.exists():
        names = (to.with_name(f"{to.stem}_{stamp}{to.suffix}") for stamp in stamps())
        copy = next(name for name in names if not name.exists())
        save(copy, _bytes_of(to))
    save(to, data)
    return copy


def _ending(to: Path, result: Entered, copy: Path | None, *, written: bool) -> Iterator[str]:
    if copy is not None:
        yield f"Yang lama disimpan sebagai {copy.name}."
    yield f"Tersimpan: {to}" if written else f"{to} sudah berisi semuanya; tidak ditulis lagi."
    if result.uncalculated:
        yield _OPEN_AND_SAVE.format(number=len(result.uncalculated))
