"""Changes of tables put into a workbook of the office, or into a copy of it beside it; all else stays byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pokin_docs.model.findings import MachineTrouble, Outcome, Temuan, temuan
from pokin_docs.model.import_target import ImportTarget
from pokin_docs.model.ranges import first_of
from pokin_docs.model.refusals import refusal
from pokin_docs.model.source import CellRef

if TYPE_CHECKING:
    from pokin_docs.transform.sipd.table_changes import TableChanges
    from pokin_docs.workbook.entering.changes import Entered, NewSheet, TableEntry

SUFFIX = "-impor"
_NOWHERE = CellRef("")


@dataclass(frozen=True, slots=True)
class BookImport:
    """What an import did.

    ``file`` is the workbook with everything in it, ``written`` whether it had to be written, ``copy`` where the file
    that stood there before was kept. ``told`` are lines for the planner, in their order. ``waiting`` are formulas that
    have to be calculated before the workbook can be read.
    """

    file: Path
    written: bool
    copy: Path | None
    told: tuple[str, ...]
    waiting: int = 0


def put_into(
    book: Path, file: bytes, changes: tuple[TableChanges, ...], target: ImportTarget, told: tuple[str, ...],
    *, in_place: bool, same: str,
) -> Outcome[BookImport]:  # fmt: skip
    """A workbook with these changes in it; no value where it cannot be changed.

    Args:
        book: The workbook.
        file: Its bytes.
        changes: What its tables get.
        target: The workbook as it stands.
        told: What is to be said before.
        in_place: The workbook itself is changed, after a dated copy of it was made.
        same: What is said where nothing changes.

    Raises:
        MachineTrouble: A file cannot be written.
    """
    told = (*told, *_said(changes))
    result = _entered(book, file, changes, target)
    if isinstance(result, Temuan):
        return Outcome(None, (result,))
    to = book if in_place else book.with_name(f"{book.stem}{SUFFIX}{book.suffix}")
    if result is None:
        return Outcome(BookImport(book, written=False, copy=None, told=(*told, same)))
    told = (*told, *_where(result))
    written = not to.is_file() or bytes_of(to) != result.file
    copy = _put(to, result.file) if written else None
    stale = _stale(book) if in_place else ()
    told = (*told, *_ending(to, copy, written=written), *stale)
    return Outcome(BookImport(to, written, copy, told, len(result.uncalculated)))


def _stale(book: Path) -> tuple[str, ...]:
    """That the result of an earlier import, which did not change the workbook itself, lacks what is in it now."""
    earlier = book.with_name(f"{book.stem}{SUFFIX}{book.suffix}")
    said = f"{earlier.name} dari impor terdahulu tidak memuat perubahan ini; hapus bila tidak diperlukan lagi."
    return (said,) if earlier.is_file() else ()


def bytes_of(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        MachineTrouble: It cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise cannot_be_read(path, error) from error


def cannot_be_read(path: Path, error: OSError) -> MachineTrouble:
    """What is said of a file that the machine does not give."""
    return MachineTrouble(
        f"«{path.name}» tidak dapat dibaca ({refusal(error)}).",
        "Tutup berkas itu di Excel, periksa izin membacanya, lalu jalankan lagi.",
    )


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
            named = first_of(table.short_formulas, 8)
            yield f"Rumus berikut belum mencakup baris baru, perluas rentangnya di Excel: {named}."


def _put(to: Path, data: bytes) -> Path | None:
    """Write the workbook; what stood there is kept as a dated copy beside it, whose name is given back."""
    from pokin_docs.files.whole_file import save
    from pokin_docs.render.aside import stamps

    copy = None
    if to.exists():
        names = (to.with_name(f"{to.stem}_{stamp}{to.suffix}") for stamp in stamps())
        copy = next(name for name in names if not name.exists())
        save(copy, bytes_of(to))
    save(to, data)
    return copy


def _ending(to: Path, copy: Path | None, *, written: bool) -> Iterator[str]:
    if copy is not None:
        yield f"Yang lama disimpan sebagai {copy.name}."
    yield f"Tersimpan: {to}" if written else f"{to} sudah berisi semuanya; tidak ditulis lagi."
