"""What is said of the tables of other agencies: where they go on, what they were read as, what has no place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pokin_docs.extract.account.sorting import Cell
from pokin_docs.extract.foreign import roles
from pokin_docs.extract.foreign.agencies import agencies_of
from pokin_docs.extract.foreign.assign import TableReading
from pokin_docs.extract.foreign.column_readings import Sureness
from pokin_docs.extract.foreign.drafts import Draft
from pokin_docs.extract.foreign.level_groups import several_levels, titled_column
from pokin_docs.extract.foreign.values import share_a_value
from pokin_docs.extract.tables import name_hidden_rows
from pokin_docs.extract.wide_merges import name_wide_cells
from pokin_docs.model.findings import FindingLog, Temuan
from pokin_docs.model.ranges import first_cells
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef, column_letters

_SHOWN = 60
_NO_LEVEL = "tingkatnya tidak terbaca dari tabel ini; kolom «Komponen Perencanaan» di sumbernya dapat menyebutnya"
_NO_PARENT = "tabelnya tidak menyebut kinerja di atasnya, dan ada lebih dari satu yang mungkin"


def goes_on(table: TableReading) -> FindingLog:
    """That a table goes on on another sheet."""
    log = FindingLog()
    title = table.area.grid.title
    if table.before is not None and title != (first := table.before.area.grid.title):
        titles = ", dengan judul kolom lembar itu" if table.area.given is not None else ""
        log.note("B58", CellRef(title), lembar=title, dipakai=first, jumlah=len(table.area.rows), judul=titles)
    return log


def name_wide(table: TableReading, log: FindingLog) -> None:
    """Name the cells of a table that are merged over several of its columns.

    Args:
        table: The table.
        log: Takes what is said.
    """
    read = {number: role for number, role in table.chosen.items() if role.tells}
    names = {number: role.label for number, role in read.items()}
    levels = [n for n, role in sorted(read.items()) if role.kunci in (roles.KINERJA, roles.NAME) and role.level]
    name_wide_cells(table.area.grid, names, lambda one, other: share_a_value(read[one], read[other]),
                    table.area.rows, log, levels)  # fmt: skip


def name_uncoded(drafts: Iterable[Draft], log: FindingLog) -> None:
    """P116: tell of each amount that no code says the component of.

    Args:
        drafts: The nodes and the lines of money.
        log: Takes what is said.
    """
    for draft in (draft for draft in drafts if not draft.kode):
        said = draft.name or draft.sentence
        for key, isian in draft.values.items():
            if key[0] == roles.PAGU and isian:
                log.note("P116", isian.source, pagu=isian.clean, nama=said.clean[:_SHOWN] if said else "")


def first_doubt(
    tables: Sequence[TableReading], unplaced: Sequence[Isian], orphans: Sequence[Isian], nama: str
) -> Temuan | None:
    """The one galat of a reading that does not explain everything: at its first cell without a place.

    Args:
        tables: The tables.
        unplaced: Cells whose level nothing tells.
        orphans: Nodes that may stand below more than one other.
        nama: What the workbook is called.
    """
    log = FindingLog()
    for table in tables:
        if len(several := agencies_of(table.area)) > 1:
            place = CellRef(table.area.grid.title, table.area.rows[0])
            log.note("B72", place, apa="Tabel", jumlah=len(several), contoh=", ".join(several[:3]), berkas=nama)
            return log.entries[0]
    for cells, reason in ((unplaced, _NO_LEVEL), (orphans, _NO_PARENT)):
        if cells:
            rest = f" ({len(cells)} isian seperti itu)" if len(cells) > 1 else ""
            log.note("B65", cells[0].source, teks=cells[0].clean[:_SHOWN], sebab=reason, lagi=rest, berkas=nama)
            return log.entries[0]
    for table in tables:
        if table.contender is not None:
            number = next(number for number in table.contender if table.contender[number] != table.chosen.get(number))
            title = table.area.titles.get(number)
            one, other = table.chosen.get(number), table.contender[number]
            place = CellRef(table.area.grid.title, table.area.end, number)
            log.note(
                "B71", place, kolom=" ".join(title.text.split()) if title else column_letters(number),
                satu=one.label if one else "tidak dibaca", lain=other.label, berkas=nama,
            )  # fmt: skip
            return log.entries[0]
    return None


def tell_table(table: TableReading, read: set[Cell], log: FindingLog) -> None:
    """Say once what the columns of a table were read as, and which of its cells found no place.

    Args:
        table: The table.
        read: The cells of its sheet that something was read from: an amount without a code is not.
        log: Takes what is said.
    """
    area = table.area
    told = "; ".join(
        f"{column_letters(number)} = {role.label}"
        for number, role in sorted(table.chosen.items())
        if role.tells and any((row, number) in read for row in area.profiles[number].cells)
    )
    unsure = any(table.columns[number].sureness is Sureness.GUESSED for number in table.chosen)
    log.note("B74" if unsure else "B73", CellRef(area.grid.title, area.end), lembar=area.grid.title, kolom=told)
    for number in (number for number, role in table.chosen.items() if role.kunci == roles.LEVEL):
        if mended := area.mended_labels(number):
            said = "; ".join(dict.fromkeys(f"«{text}» sebagai {label}" for text, label in mended.values()))
            places = [CellRef(area.grid.title, row, number) for row in mended]
            log.note("B150", places[0], jumlah=len(mended), daftar=said, sel=first_cells(places))
    name_hidden_rows(area.grid, area.rows, log)
    if against := "" if area.said else several_levels(area, table.chosen):
        place = CellRef(area.grid.title, area.end, titled_column(table.chosen))
        log.note("B141", place, lembar=area.grid.title, jumlah=len(table.walked.drafts), teks=against[:_SHOWN])
    unplaced = {isian.source for isian in table.walked.unplaced}
    left = [isian.source for isian in table.left_over() if isian.source not in unplaced]
    if left:
        log.note("B70", left[0], jumlah=len(left), sel=first_cells(left))
