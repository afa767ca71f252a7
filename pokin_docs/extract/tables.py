"""Rows of one sheet's table: every row below the header with a value in a known column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from pokin_docs.extract.grid import Grid, Sel
from pokin_docs.extract.layouts.header import Kepala
from pokin_docs.extract.layouts.matrix import Matriks
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Catatan
from pokin_docs.model.rows import Baris, Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, nearest
from pokin_docs.model.typed_values import read_date, read_rupiah
from pokin_docs.model.workbook_spec import (
    Jenis,
    Kolom,
    Lembar,
)  # fmt: skip

MAKS_BARIS = 5_000
_NOMOR_KOLOM = (
    [str(number) for number in range(1, 60)],
    [f"{number:02}" for number in range(1, 60)],
    list("abcdefghijklmnopqrstuvwxyz"),
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"],
)
"""The ways in which a form numbers its columns below the header."""
_MAKS_NOMOR = 6
"""Characters of such a number with what may stand around it: " (1) "."""
_DAFTAR_TERBUKA = ("komponen", "keterangan", "jenis_pk", "rujukan")
"""Levels have synonyms and their own findings; the drop-down only offers the usual labels."""
_TANPA_ISI = ("-", "–", "—")
"""What offices type for "none" where an ID or a code would stand."""

RowT = TypeVar("RowT", bound=Baris)


@dataclass(frozen=True)
class _Reader:
    grid: Grid
    lembar: Lembar
    kepala: Kepala
    catatan: Catatan

    def isian(self, baris: int, kolom: Kolom, tahun: int | None = None) -> Isian:
        """The cell of a column in a row; a cell inside a vertical merge has the value of its first cell."""
        nomor = self.kepala.kolom.get((kolom.kunci, tahun))
        tempat = CellRef(self.grid.judul, baris, nomor)
        if nomor is None:
            return Isian("", tempat)
        sel = self.grid.sel.get((baris, nomor))
        # A merged amount stands for all its rows together: filling it would count it once for each.
        if (sel is None or not sel.teks) and kolom.kunci != "kinerja" and kolom.jenis is not Jenis.RUPIAH:
            sel = self._merged(baris, nomor) or sel
        return Isian("", tempat) if sel is None else read_cell(sel, kolom, tempat, self.catatan)

    def _merged(self, baris: int, nomor: int) -> Sel | None:
        # A merged Kinerja is not filled: its further rows are further indicators, as with blank cells.
        anchor = self.grid.gabung.get((baris, nomor))
        if anchor is None or anchor[1] != nomor or anchor[0] <= self.kepala.baris:
            return None
        return self.grid.sel.get(anchor)


def read_cell(sel: Sel, kolom: Kolom, tempat: CellRef, catatan: Catatan) -> Isian:
    """What a cell says as its column's type asks, with a finding where it cannot be that."""
    if sel.rusak:
        catatan.catat(sel.rusak, tempat, rumus=sel.rincian, galat=sel.rincian, teks=sel.rincian)
        return Isian("", tempat)
    if sel.dibersihkan:
        catatan.catat("B23", tempat)
    judul = kolom.judul.replace(" {tahun}", "")
    if sel.tanggal is not None and kolom.jenis in (Jenis.NILAI, Jenis.KODE, Jenis.ID, Jenis.NIP, Jenis.RUPIAH):
        catatan.catat("B33", tempat, teks=sel.teks, kolom=judul)
        return Isian("", tempat)
    if kolom.jenis in (Jenis.KODE, Jenis.ID, Jenis.NIP):
        none = sel.teks.strip() in _TANPA_ISI
        return Isian("" if none else sel.teks_kode, tempat, angka=sel.angka)
    isian = Isian(sel.teks, tempat, angka=sel.angka, tanggal=sel.tanggal)
    if isian.kosong:
        return isian
    if kolom.kunci == "target" and isian.bersih in (*_TANPA_ISI, "?"):
        return Isian("", tempat)  # a PK promises something: "-" is no target
    if kolom.jenis is Jenis.RUPIAH:
        isian = replace(isian, angka=sel.angka or read_rupiah(isian.bersih), tanggal=None)
        fault = "jumlah rupiah" if isian.angka is None else ""
    elif kolom.jenis is Jenis.TANGGAL:
        isian = replace(isian, angka=None, tanggal=sel.tanggal or read_date(isian.bersih))
        fault = "tanggal" if isian.tanggal is None else ""
    else:
        fault = ""
    if fault:
        catatan.catat("B21", tempat, teks=isian.bersih, jenis=fault, kolom=judul, usul="")
    if kolom.jenis is Jenis.PILIHAN and kolom.kunci not in _DAFTAR_TERBUKA:
        _check_choice(isian, kolom, catatan)
    return isian


def _check_choice(isian: Isian, kolom: Kolom, catatan: Catatan) -> None:
    if fold(isian.teks) not in {fold(pilihan) for pilihan in kolom.pilihan}:
        usul = proposal(nearest(isian.bersih, kolom.pilihan))
        pilihan = ", ".join(kolom.pilihan)
        catatan.catat("B22", isian.asal, teks=isian.bersih, kolom=kolom.judul, usul=usul, pilihan=pilihan)


def read_table(
    row_type: type[RowT], grid: Grid, lembar: Lembar, kepala: Kepala, catatan: Catatan,
    rows: Iterable[int],
) -> tuple[RowT, ...]:  # fmt: skip
    """The rows of a table, in the order given."""
    return tuple(read_row(row_type, grid, lembar, kepala, catatan, baris) for baris in rows)


def read_row(row_type: type[RowT], grid: Grid, lembar: Lembar, kepala: Kepala, catatan: Catatan, baris: int) -> RowT:
    """One row of a table, every field with its cell."""
    return row_type(grid.judul, baris, **dict(_fields(row_type, _Reader(grid, lembar, kepala, catatan), baris)))


def data_rows(grid: Grid, kepala: Kepala | Matriks, catatan: Catatan) -> tuple[int, ...]:
    """Numbers of the rows that hold data; blank rows, repeated headers and the row of column numbers are left out."""
    known = kepala.semua_kolom
    judul = [
        {nomor: fold(grid.teks(row, nomor)) for nomor in known}
        for row in range(kepala.awal or kepala.baris, kepala.baris + 1)
    ]
    rows: list[int] = []
    for baris, columns in grid.kolom_terisi.items():
        if baris <= kepala.baris:
            continue
        filled = [nomor for nomor in columns if nomor in known and _counts(grid.sel[baris, nomor])]
        texts = {nomor: grid.teks(baris, nomor) for nomor in filled}
        every = {nomor: grid.teks(baris, nomor) for nomor in columns}
        if not filled or any(_is_heading(texts, row) for row in judul) or _numbers_columns(texts, every):
            continue
        if len(rows) == MAKS_BARIS:
            catatan.catat("B27", CellRef(grid.judul), lembar=grid.judul, batas=MAKS_BARIS)
            break
        rows.append(baris)
    hidden = sorted(set(rows) & set(grid.tersembunyi))
    if hidden:
        daftar = ", ".join(map(str, hidden[:5])) + (" …" if len(hidden) > 5 else "")
        catatan.catat("B26", CellRef(grid.judul), jumlah=len(hidden), baris=daftar)
    if not rows:
        catatan.catat("B24", CellRef(grid.judul, kepala.baris + 1), lembar=grid.judul)
    return tuple(rows)


def _counts(sel: Sel) -> bool:
    return bool(sel.teks.strip()) or bool(sel.rusak)


def _is_heading(texts: dict[int, str], judul: dict[int, str]) -> bool:
    """Whether a row repeats the header, as it does after a page break."""
    filled = {nomor: text.strip() for nomor, text in texts.items() if text.strip()}
    named = {nomor: text for nomor, text in filled.items() if judul[nomor]}
    return len(named) >= 2 and all(fold(text) == judul[nomor] for nomor, text in named.items())


def _numbers_columns(*rows: dict[int, str]) -> bool:
    """Whether a row numbers the columns: (1) (2) (3), in the columns we know or with those of the office (No)."""
    for texts in rows:
        filled = [text.strip() for _, text in sorted(texts.items()) if text.strip()]
        if len(filled) < 3 or len(filled[0]) > _MAKS_NOMOR:
            continue
        labels = [re.split(r"[=+]", text)[0].strip(" .()[]-").casefold() for text in filled]
        if len(labels) >= 3 and any(labels == list(row[: len(labels)]) for row in _NOMOR_KOLOM):
            return True
    return False


def _fields(row_type: type[Baris], reader: _Reader, baris: int) -> Iterator[tuple[str, object]]:
    kolom_by_kunci = {kolom.kunci: kolom for kolom in reader.lembar.kolom}
    for field in fields(row_type):
        kolom = kolom_by_kunci.get(field.name)
        if kolom is None:
            continue
        if kolom.per_tahun:
            tahun = sorted(year for kunci, year in reader.kepala.kolom if kunci == kolom.kunci and year is not None)
            yield field.name, {year: reader.isian(baris, kolom, year) for year in tahun}
        else:
            yield field.name, reader.isian(baris, kolom)
