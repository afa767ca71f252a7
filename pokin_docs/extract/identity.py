"""The sheet Identitas: a key per line and its value beside it."""

from __future__ import annotations

from pokin_docs.extract.account.sorting import TablePlace
from pokin_docs.extract.grid import Grid
from pokin_docs.extract.tables import read_cell
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.cell_words import is_ditto
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, nearest
from pokin_docs.model.workbook_spec import IDENTITAS_COLUMNS, IDENTITAS_KEYS

_KEYS = {fold(known): kunci for kunci in IDENTITAS_KEYS for known in (kunci.title, *kunci.alias)}
_TITLE_WORDS = [frozenset(fold(known) for known in (title, *alias)) for title, alias in IDENTITAS_COLUMNS]


def place(grid: Grid) -> TablePlace:
    """Where the keys and values of the sheet stand."""
    start, key, value = _columns(grid)
    return TablePlace(None, start - 1, start - 1, frozenset((key, value)))


def key_cells(grid: Grid) -> set[tuple[int, int]]:
    """The cells of the keys that are known, and of lines that are no key, as nothing is said beside them."""
    start, key, value = _columns(grid)
    return {
        (baris, key)
        for baris in range(start, grid.last_row + 1)
        if fold(grid.text(baris, key).rstrip(" :")) in _KEYS or not grid.text(baris, value).strip()
    }


def read_identity(grid: Grid, log: FindingLog) -> dict[str, Isian]:
    """Value of every known key, blank ones too, by key.

    The columns are those under ``Kunci`` and ``Nilai``; without such a header the first two used columns.
    """
    start, key_kolom, value_kolom = _columns(grid)
    found: dict[str, Isian] = {}
    meant: dict[str, CellRef] = {}  # where a key stands misspelt or overtyped: what it lacks is told there
    strange: list[CellRef] = []
    for baris in range(start, grid.last_row + 1):
        text = grid.text(baris, key_kolom).strip().rstrip(":").strip()
        if not text:
            continue
        kunci = _KEYS.get(fold(text))
        if kunci is None:
            if grid.text(baris, value_kolom).strip():
                proposals = nearest(text, [entry.title for entry in IDENTITAS_KEYS])
                tempat = CellRef(grid.title, baris, key_kolom)
                log.note("B28", tempat, kunci=text, usul=proposal(proposals))
                if proposals:
                    meant.setdefault(_KEYS[fold(proposals)].kunci, tempat)
                else:
                    strange.append(tempat)
            continue
        if kunci.kunci in found:
            tempat = CellRef(grid.title, baris, value_kolom)
            log.note("B31", tempat, kunci=kunci.title, dipakai=found[kunci.kunci].source)
            continue
        tempat = CellRef(grid.title, baris, value_kolom)
        cell = grid.cells.get((baris, value_kolom))
        unsure = cell is not None and is_ditto(cell.text)
        if cell is not None and unsure:  # there is nothing above it that it could repeat
            log.note("B51", tempat, teks=cell.text.strip(), kolom=kunci.title, sebab="di atasnya isian lain")
            cell = None
        found[kunci.kunci] = (
            Isian("", tempat, unread=unsure) if cell is None else read_cell(cell, kunci.kolom, tempat, log)
        )
    lacking = [kunci.kunci for kunci in IDENTITAS_KEYS if kunci.leaves_mark and kunci.kunci not in {*found, *meant}]
    if len(lacking) == len(strange) == 1:
        meant[lacking[0]] = strange[0]
    return {
        kunci.kunci: found.get(
            kunci.kunci, Isian("", meant.get(kunci.kunci, CellRef(grid.title)), unread=kunci.kunci in meant)
        )
        for kunci in IDENTITAS_KEYS
    }  # fmt: skip


def _columns(grid: Grid) -> tuple[int, int, int]:
    for (baris, kolom), cell in sorted(grid.cells.items()):
        if fold(cell.text) in _TITLE_WORDS[0]:
            for other in range(kolom + 1, grid.last_column + 1):
                if fold(grid.text(baris, other)) in _TITLE_WORDS[1]:
                    return baris + 1, kolom, other
    used = sorted({kolom for _, kolom in grid.cells})
    known = {
        kolom: sum(fold(cell.text) in _KEYS for (_, k), cell in grid.cells.items() if k == kolom) for kolom in used
    }
    first = max(used, key=lambda kolom: known[kolom], default=1)
    # A column that holds only ":" stands between key and value in many offices.
    values = [
        kolom for kolom in used if kolom > first and any(_says_something(grid, kolom, baris) for baris, _ in grid.cells)
    ]
    return 1, first, values[0] if values else first + 1


def _says_something(grid: Grid, kolom: int, baris: int) -> bool:
    return grid.text(baris, kolom).strip() not in ("", ":")
