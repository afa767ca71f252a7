"""The rows of a sheet; of the main one with what its layout says of levels, sentences and totals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from pokin_docs.extract import tables
from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts import matrix, matrix_order
from pokin_docs.extract.layouts.closing_rows import closing_rows, note_rows
from pokin_docs.extract.layouts.lists_beside import lower_lists
from pokin_docs.extract.layouts.numbered_parents import numbers_of, with_numbered_parents
from pokin_docs.extract.layouts.other_tables import rows_of_other_tables
from pokin_docs.extract.layouts.program_codes import codes_apart
from pokin_docs.extract.layouts.section_rows import SectionRows, find_sections
from pokin_docs.extract.layouts.sentence_rows import with_label_apart, with_sentences
from pokin_docs.extract.layouts.sheet_header import SheetHeader
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.level_labels import names_a_component, read_label
from pokin_docs.model.rows import Isian, KinerjaRow, ProgramRow, SheetRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.workbook_spec import PROGRAM, REQUIRED_LEMBAR, Lembar

_SHORT = 60
"""Letters of a text that a finding quotes."""
_BELOW = 2
"""Parts of a number that names what it stands below: "1.2"."""


def table_rows(grid: Grid, lembar: Lembar, header: SheetHeader, log: FindingLog) -> tuple[SheetRow, ...]:
    """The rows of a table below its header, each with its cells; of the main one with the levels its layout tells.

    Args:
        grid: The sheet.
        lembar: What its columns are called, and the type of its rows.
        header: The header that was found.
        log: Takes what is found; that an optional sheet is empty is not told.
    """
    own = FindingLog()
    notes = note_rows(grid, header.baris)
    rows = _data_rows(grid, lembar, header, notes, own)
    part = SectionRows({}, frozenset())
    if lembar is REQUIRED_LEMBAR:
        reach = [b for b in grid.filled_columns if header.baris < b <= max(rows, default=0) and b not in notes]
        part = find_sections(grid, lembar, header.kolom, header.title, reach)
    for label in part.blank_rows:
        own.note("B17", label.source, teks=label.clean)
    rows = tuple(baris for baris in rows if baris not in part.everything and baris not in header.cell_sentences)
    found = tables.read_table(lembar.row_type, grid, lembar, header, own, rows)
    if lembar is PROGRAM:
        found = codes_apart(tuple(row for row in found if isinstance(row, ProgramRow)), own)
    if lembar is REQUIRED_LEMBAR:
        told = part if part.label else SectionRows(header.rows_level, frozenset())
        one_column = header.kolom.get(("komponen", None)) == header.kolom.get(("kinerja", None))
        levelled = [_in_section(row, told) for row in found if isinstance(row, KinerjaRow)]
        blank = partial(tables.read_row, KinerjaRow, grid, lembar, header, own)
        found = tuple(
            with_sentences(map(with_label_apart, levelled) if one_column else levelled, header.cell_sentences, blank)
        )
    # An optional sheet that was kept empty is no fault: a new office fills it later.
    log.add(entry for entry in own if entry.kode != "B24" or lembar is REQUIRED_LEMBAR)
    return found


def _data_rows(
    grid: Grid, lembar: Lembar, header: SheetHeader | matrix.MatrixHeader, notes: frozenset[int], log: FindingLog
) -> tuple[int, ...]:
    """The rows of a table without its totals, notes, and what is signed below it."""
    rows = tables.data_rows(grid, header, log)
    kode = header.kolom.get(("kode", None), 0) if lembar is PROGRAM else 0
    main = lembar is REQUIRED_LEMBAR
    closing = closing_rows(grid, header.baris, main=main, kode=kode) | notes
    other = rows_of_other_tables(grid, lembar, header) if isinstance(header, SheetHeader) else frozenset[int]()
    return tuple(baris for baris in rows if baris not in closing and baris not in other)


def _in_section(row: KinerjaRow, part: SectionRows) -> KinerjaRow:
    """The row with the level of the label row above it, where it names none itself; "PROGRAM: …" in Kinerja does."""
    label = part.label.get(row.baris)
    if label is None or row.komponen or row.lintas:
        return row
    own = names_a_component(row.kinerja.text) and read_label(row.kinerja.text) is not read_label(label.text)
    return replace(row, komponen=row.kinerja if own else label)


def matrix_rows(grid: Grid, found_matrix: matrix.MatrixHeader, log: FindingLog) -> Iterator[KinerjaRow]:
    """The rows of a table with one column per level, as if each node had its own, below what their numbers name.

    Args:
        grid: The sheet.
        found_matrix: Its header.
        log: Takes what is found.
    """
    rows = tuple(_matrix_rows(grid, found_matrix, log))
    numbers = numbers_of(grid, found_matrix.title, [row.kinerja for row in rows])
    rows = tuple(with_numbered_parents(rows, numbers))
    loose = [row for row, number in zip(rows, numbers, strict=True) if len(number) < _BELOW]
    _name_lists(grid, found_matrix, rows, loose, log)
    return iter(rows)


def _name_lists(
    grid: Grid, found_matrix: matrix.MatrixHeader, rows: tuple[KinerjaRow, ...], unproven: list[KinerjaRow],
    log: FindingLog,
) -> None:  # fmt: skip
    """Tell of lists side by side that only their rows put together.

    Args:
        grid: The sheet.
        found_matrix: Its header.
        rows: Its rows.
        unproven: Those that no number of theirs says what they are below.
        log: Takes what is found.
    """
    sentences = [block.kinerja for block in found_matrix.blocks if block.kinerja]
    lists = set(lower_lists(grid, sentences, sorted({row.baris for row in rows})))
    loose = [row for row in unproven if row.kinerja and row.kinerja.source.kolom in lists]
    if loose:
        column = sentences[sentences.index(loose[-1].kinerja.source.kolom or 0) - 1]
        above = next((row for row in reversed(rows) if row.kinerja and row.kinerja.source.kolom == column), loose[-1])
        log.note("B105", loose[-1].kinerja.source, jumlah=len(loose), teks=loose[-1].kinerja.clean[:_SHORT],
                 induk=above.kinerja.clean[:_SHORT])  # fmt: skip


def _matrix_rows(grid: Grid, found_matrix: matrix.MatrixHeader, log: FindingLog) -> Iterator[KinerjaRow]:
    """The rows of a table with one column per level in the order of the tree.

    Args:
        grid: The sheet.
        found_matrix: Its header.
        log: Takes what is found.
    """
    notes = note_rows(grid, found_matrix.baris)
    years = [kunci for kunci in found_matrix.kolom if kunci[1] is not None]
    for item in matrix_order.arrange(grid, found_matrix, _data_rows(grid, REQUIRED_LEMBAR, found_matrix, notes, log)):
        block = item.block
        kolom = dict(block.kolom) if item.content else {}
        if block.kinerja is not None:
            kolom["kinerja", None] = block.kinerja
        header = SheetHeader(found_matrix.baris, kolom, found_matrix.title, found_matrix.start)
        row = tables.read_row(KinerjaRow, grid, REQUIRED_LEMBAR, header, log, item.baris)
        place = CellRef(grid.title, item.baris, block.kinerja)
        # The post over the columns is what Keterangan would say, where the row says nothing itself.
        post = Isian(block.jabatan, CellRef(grid.title, found_matrix.start, block.kinerja or block.nama))
        nama = grid.text(item.baris, block.nama).strip() if block.nama and item.first else ""
        own = block.level is None or read_label(nama) is block.level
        label = nama if own else f"{block.label} {nama}".strip()
        yield replace(
            row,
            kinerja=Isian(row.kinerja.text if item.first else "", place),
            keterangan=row.keterangan or post,
            komponen=Isian(label, CellRef(grid.title, item.baris, block.nama or block.kinerja)),
            target={year: row.target.get(year, Isian("", row.source)) for _, year in years if year is not None},
        )
