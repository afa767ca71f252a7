"""The rows of a sheet; of the main one with what its layout says of levels, sentences and totals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from pokin_docs.extract import tables
from pokin_docs.extract.grid import Grid
from pokin_docs.extract.layouts import matrix
from pokin_docs.extract.layouts.closing_rows import closing_rows
from pokin_docs.extract.layouts.header import Kepala
from pokin_docs.extract.layouts.section_rows import Bagian, find_sections
from pokin_docs.extract.layouts.sentence_rows import with_label_apart, with_sentences
from pokin_docs.model.findings import Catatan
from pokin_docs.model.level_labels import names_a_component, read_label
from pokin_docs.model.rows import Baris, Isian, KinerjaRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.workbook_spec import (
    LEMBAR_WAJIB,
    Lembar,
)  # fmt: skip


def table_rows(grid: Grid, lembar: Lembar, kepala: Kepala, catatan: Catatan) -> tuple[Baris, ...]:
    """The rows of a table below its header, each with its cells; of the main one with the levels its layout tells."""
    own = Catatan()
    rows = _data_rows(grid, lembar, kepala, own)
    bagian = Bagian({}, frozenset())
    if lembar is LEMBAR_WAJIB:
        reach = [baris for baris in grid.kolom_terisi if kepala.baris < baris <= max(rows, default=0)]
        bagian = find_sections(grid, lembar, kepala.kolom, kepala.judul, reach)
    for label in bagian.kosong:
        own.catat("B17", label.asal, teks=label.bersih)
    rows = tuple(baris for baris in rows if baris not in bagian.semua and baris not in kepala.kalimat)
    found = tables.read_table(lembar.row_type, grid, lembar, kepala, own, rows)
    if lembar is LEMBAR_WAJIB:
        told = bagian if bagian.label else Bagian(kepala.tingkat, frozenset())
        one_column = kepala.kolom.get(("komponen", None)) == kepala.kolom.get(("kinerja", None))
        levelled = [_in_section(row, told) for row in found if isinstance(row, KinerjaRow)]
        blank = partial(tables.read_row, KinerjaRow, grid, lembar, kepala, own)
        found = tuple(
            with_sentences(map(with_label_apart, levelled) if one_column else levelled, kepala.kalimat, blank)
        )
    # An optional sheet that was kept empty is no fault: a new office fills it later.
    catatan.tambah(entri for entri in own if entri.kode != "B24" or lembar is LEMBAR_WAJIB)
    return found


def _data_rows(grid: Grid, lembar: Lembar, kepala: Kepala | matrix.Matriks, catatan: Catatan) -> tuple[int, ...]:
    """The rows of a table; of the main one without its totals and what is signed below it, with a finding."""
    rows = tables.data_rows(grid, kepala, catatan)
    closing = sorted(closing_rows(grid, kepala.baris)) if lembar is LEMBAR_WAJIB else []
    if closing:
        nomor = min(grid.kolom_terisi[closing[0]])
        baris = ", ".join(map(str, closing[:8])) + (" …" if len(closing) > 8 else "")
        catatan.catat("B46", CellRef(grid.judul, closing[0], nomor), baris=baris)
    return tuple(baris for baris in rows if baris not in closing)


def _in_section(row: KinerjaRow, bagian: Bagian) -> KinerjaRow:
    """The row with the level of the label row above it, where it names none itself; "PROGRAM: …" in Kinerja does."""
    label = bagian.label.get(row.baris)
    if label is None or row.komponen or row.lintas:
        return row
    own = names_a_component(row.kinerja.teks) and read_label(row.kinerja.teks) is not read_label(label.teks)
    return replace(row, komponen=row.kinerja if own else label)


def matrix_rows(grid: Grid, matriks: matrix.Matriks, catatan: Catatan) -> Iterator[KinerjaRow]:
    """The rows of a table with one column per level, as if each node had its own."""
    years = [kunci for kunci in matriks.kolom if kunci[1] is not None]
    for butir in matrix.arrange(grid, matriks, _data_rows(grid, LEMBAR_WAJIB, matriks, catatan)):
        blok = butir.blok
        kolom = dict(blok.kolom) if butir.isi else {}
        if blok.kinerja is not None:
            kolom["kinerja", None] = blok.kinerja
        kepala = Kepala(matriks.baris, kolom, matriks.judul, matriks.awal)
        row = tables.read_row(KinerjaRow, grid, LEMBAR_WAJIB, kepala, catatan, butir.baris)
        place = CellRef(grid.judul, butir.baris, blok.kinerja)
        # The post over the columns is what Keterangan would say, where the row says nothing itself.
        post = Isian(blok.jabatan, CellRef(grid.judul, matriks.awal, blok.kinerja or blok.nama))
        nama = grid.teks(butir.baris, blok.nama).strip() if blok.nama and butir.pertama else ""
        own = blok.tingkat is None or read_label(nama) is blok.tingkat
        label = nama if own else f"{blok.label} {nama}".strip()
        yield replace(
            row,
            kinerja=Isian(row.kinerja.teks if butir.pertama else "", place),
            keterangan=row.keterangan or post,
            komponen=Isian(label, CellRef(grid.judul, butir.baris, blok.nama or blok.kinerja)),
            target={year: row.target.get(year, Isian("", row.asal)) for _, year in years if year is not None},
        )
