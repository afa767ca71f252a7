"""The sheet Identitas: a key per line and its value beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Catatan
from pokin_docs.model.grid import Grid
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.teks import fold, nearest
from pokin_docs.model.workbook_spec import KOLOM_IDENTITAS, KUNCI_IDENTITAS, Jenis, KunciIdentitas

_KUNCI = {fold(nama): kunci for kunci in KUNCI_IDENTITAS for nama in (kunci.judul, *kunci.alias)}
_JUDUL = [frozenset(fold(nama) for nama in (judul, *alias)) for judul, alias in KOLOM_IDENTITAS]


def read_identity(grid: Grid, read_date: Callable[[str], date | None], catatan: Catatan) -> dict[str, Isian]:
    """Value of every known key, blank ones too, by key.

    The columns are those under ``Kunci`` and ``Nilai``; without such a header the first two used columns.
    """
    start, kolom_kunci, kolom_nilai = _columns(grid)
    found: dict[str, Isian] = {}
    for baris in range(start, grid.baris_akhir + 1):
        teks = grid.teks(baris, kolom_kunci).strip().rstrip(":").strip()
        if not teks:
            continue
        kunci = _KUNCI.get(fold(teks))
        if kunci is None:
            if grid.teks(baris, kolom_nilai).strip():
                usul = nearest(teks, [entri.judul for entri in KUNCI_IDENTITAS])
                catatan.catat("B28", CellRef(grid.judul, baris, kolom_kunci), kunci=teks, usul=proposal(usul))
            continue
        if kunci.kunci in found:
            tempat = CellRef(grid.judul, baris, kolom_nilai)
            catatan.catat("B31", tempat, kunci=kunci.judul, dipakai=found[kunci.kunci].asal)
            continue
        found[kunci.kunci] = _value(grid, baris, kolom_nilai, kunci, read_date, catatan)
    return {
        kunci.kunci: found.get(kunci.kunci, Isian("", CellRef(grid.judul)))
        for kunci in KUNCI_IDENTITAS
    }  # fmt: skip


def _columns(grid: Grid) -> tuple[int, int, int]:
    for (baris, kolom), sel in sorted(grid.sel.items()):
        if fold(sel.teks) in _JUDUL[0]:
            for lain in range(kolom + 1, grid.kolom_akhir + 1):
                if fold(grid.teks(baris, lain)) in _JUDUL[1]:
                    return baris + 1, kolom, lain
    used = sorted({kolom for _, kolom in grid.sel})
    known = {kolom: sum(fold(sel.teks) in _KUNCI for (_, k), sel in grid.sel.items() if k == kolom) for kolom in used}
    first = max(used, key=lambda kolom: known[kolom], default=1)
    # A column that holds only ":" stands between key and value in many offices.
    values = [
        kolom for kolom in used if kolom > first and any(_says_something(grid, kolom, baris) for baris, _ in grid.sel)
    ]
    return 1, first, values[0] if values else first + 1


def _says_something(grid: Grid, kolom: int, baris: int) -> bool:
    return grid.teks(baris, kolom).strip() not in ("", ":")


def _value(
    grid: Grid,
    baris: int,
    kolom: int,
    kunci: KunciIdentitas,
    read_date: Callable[[str], date | None],
    catatan: Catatan,
) -> Isian:
    tempat = CellRef(grid.judul, baris, kolom)
    sel = grid.sel.get((baris, kolom))
    if sel is None:
        return Isian("", tempat)
    if sel.rusak:
        catatan.catat(sel.rusak, tempat, rumus=sel.rincian, galat=sel.rincian, teks=sel.rincian)
        return Isian("", tempat)
    isian = Isian(sel.teks, tempat, angka=sel.angka, tanggal=sel.tanggal)
    if isian.kosong:
        return isian
    if kunci.jenis is Jenis.TANGGAL and isian.tanggal is None:
        tanggal = read_date(isian.bersih)
        if tanggal is None:
            catatan.catat("B21", tempat, teks=isian.bersih, jenis="tanggal", kolom=kunci.judul, usul="")
        return Isian(isian.teks, tempat, tanggal=tanggal)
    if kunci.jenis is Jenis.PILIHAN and fold(isian.teks) not in {fold(pilihan) for pilihan in kunci.pilihan}:
        usul = proposal(nearest(isian.bersih, kunci.pilihan))
        pilihan = ", ".join(kunci.pilihan)
        catatan.catat("B22", tempat, teks=isian.bersih, kolom=kunci.judul, usul=usul, pilihan=pilihan)
    return isian
