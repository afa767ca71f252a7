"""The sheet Identitas: a key per line and its value beside it."""

from __future__ import annotations

from pokin_docs.extract.grid import Grid
from pokin_docs.extract.tables import read_cell
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Catatan
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, nearest
from pokin_docs.model.workbook_spec import KOLOM_IDENTITAS, KUNCI_IDENTITAS

_KUNCI = {fold(nama): kunci for kunci in KUNCI_IDENTITAS for nama in (kunci.judul, *kunci.alias)}
_JUDUL = [frozenset(fold(nama) for nama in (judul, *alias)) for judul, alias in KOLOM_IDENTITAS]


def read_identity(grid: Grid, catatan: Catatan) -> dict[str, Isian]:
    """Value of every known key, blank ones too, by key.

    The columns are those under ``Kunci`` and ``Nilai``; without such a header the first two used columns.
    """
    start, kolom_kunci, kolom_nilai = _columns(grid)
    found: dict[str, Isian] = {}
    meant: dict[str, CellRef] = {}  # where a key stands misspelt or overtyped: what it lacks is told there
    strange: list[CellRef] = []
    for baris in range(start, grid.baris_akhir + 1):
        teks = grid.teks(baris, kolom_kunci).strip().rstrip(":").strip()
        if not teks:
            continue
        kunci = _KUNCI.get(fold(teks))
        if kunci is None:
            if grid.teks(baris, kolom_nilai).strip():
                usul = nearest(teks, [entri.judul for entri in KUNCI_IDENTITAS])
                tempat = CellRef(grid.judul, baris, kolom_kunci)
                catatan.catat("B28", tempat, kunci=teks, usul=proposal(usul))
                if usul:
                    meant.setdefault(_KUNCI[fold(usul)].kunci, tempat)
                else:
                    strange.append(tempat)
            continue
        if kunci.kunci in found:
            tempat = CellRef(grid.judul, baris, kolom_nilai)
            catatan.catat("B31", tempat, kunci=kunci.judul, dipakai=found[kunci.kunci].asal)
            continue
        tempat = CellRef(grid.judul, baris, kolom_nilai)
        sel = grid.sel.get((baris, kolom_nilai))
        found[kunci.kunci] = Isian("", tempat) if sel is None else read_cell(sel, kunci.kolom, tempat, catatan)
    lacking = [kunci.kunci for kunci in KUNCI_IDENTITAS if kunci.bertanda and kunci.kunci not in {*found, *meant}]
    if len(lacking) == len(strange) == 1:
        meant[lacking[0]] = strange[0]
    return {
        kunci.kunci: found.get(kunci.kunci, Isian("", meant.get(kunci.kunci, CellRef(grid.judul))))
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
