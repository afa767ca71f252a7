"""Rows of the official list become its entries, whatever holds code and name (reading traps: domain-2.md 10)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from pokin_docs.extract.nomenclature.columns import FIELD, FUNCTION, KEGIATAN, PROGRAM, SUB_KEGIATAN, ListColumns
from pokin_docs.model.nomenclature import PROVINCE, REGENCY, NomenclatureEntry, depth_of
from pokin_docs.model.texts import squeeze

_CODE = r"[1-9X](?:\.[\dX]{1,4}){1,5}"
_LEADING = re.compile(rf"({_CODE})(?![\dX])[\s.:;,–—-]*(.*)", re.DOTALL)
_LOOSE_DOTS = re.compile(r"(?<=[\dX])\s*\.\s*(?=[\dX])")
_SHAPE = re.compile(r"([1-9]\.\d{2}|X\.XX)(\.\d{2}(\.\d\.\d{2}(\.\d{2,4})?)?)?")
_PART = re.compile(r"[\dX]{1,4}(\.\d{1,2})?")
_LEVELS = (FUNCTION, FIELD, PROGRAM, KEGIATAN, SUB_KEGIATAN)
_WIDTH = {FUNCTION: 1, FIELD: 2, PROGRAM: 2, SUB_KEGIATAN: 4}
_BLANK = frozenset(("", "-", "[null]", "null", "none", "n/a"))


def list_entries(rows: Iterable[Sequence[str]], columns: ListColumns) -> Iterator[NomenclatureEntry]:
    """Every entry that the rows below the titles name, each code of a region once, where it stands first.

    Args:
        rows: The rows below the titles, their cells from left to right.
        columns: What stands where.
    """
    seen: set[tuple[str, str, str]] = set()
    above: dict[int, str] = {}
    for row in rows:
        named = list(_named(row, columns, above))
        deepest = max((depth_of(kode) for kode, _ in named), default=0)
        region = _region(_cell(row, columns.region), named[-1][0] if named else "")
        for kode, nama in named:
            depth = depth_of(kode)
            own = depth == deepest and deepest > FIELD
            key = (kode, region if depth > FIELD else "", nama if not own else "")
            if not nama or key in seen:
                continue
            seen.add(key)
            before = _LEADING.match(_dotted(_cell(row, columns.before))) if own else None
            yield NomenclatureEntry(
                kode, nama,
                kinerja=_cell(row, columns.kinerja) if own else "",
                indikator=_cell(row, columns.indikator) if own else "",
                satuan=_cell(row, columns.satuan) if own else "",
                before=before.group(1) if before else "",
                region=key[1],
            )  # fmt: skip


def _cell(row: Sequence[str], column: int | None) -> str:
    return _text(row[column]) if column is not None and column < len(row) else ""


@lru_cache(maxsize=65_536)  # a list has 27,000 different texts, most of them in many rows
def _text(cell: str) -> str:
    text = squeeze(cell)
    return "" if text.casefold() in _BLANK else text


def _dotted(text: str) -> str:
    return _LOOSE_DOTS.sub(".", text)


@lru_cache(maxsize=16_384)  # program and kegiatan stand in each of their rows
def _split(text: str) -> tuple[str, str]:
    """Code and name of a cell that may hold either or both, parted by a blank, a dash or a line break."""
    match = _LEADING.match(_dotted(text))
    if match is None:
        return "", text
    return match.group(1).upper(), match.group(2).strip()


@lru_cache(maxsize=16_384)
def _whole(kode: str) -> str:
    """The code of the official shape, a zero that Excel took from a number put back; "" for none."""
    kode = f"{kode}0" if re.fullmatch(r"[1-9]\.\d", kode) else kode
    return kode if _SHAPE.fullmatch(kode) else ""


def _named(row: Sequence[str], columns: ListColumns, above: dict[int, str]) -> Iterator[tuple[str, str]]:
    """Codes with names of one row, from the field down; ``above`` keeps the parts of codes that a row leaves blank."""
    if columns.name is not None and columns.code is None and columns.codes:
        kode = _joined([_cell(row, columns.codes.get(depth)) for depth in _LEVELS], above)
        if kode:
            yield kode, _split(_cell(row, columns.name))[1]
            return
    if columns.name is not None:
        kode, nama = _split(_cell(row, columns.name))
        kode = _whole(_split(f"{_cell(row, columns.code)} ")[0]) or _whole(kode)
        if kode:
            yield kode, nama
    for depth in _LEVELS:
        code, name = columns.codes.get(depth), columns.names.get(depth)
        if code is not None or name is not None:
            found = _of_level(depth, _cell(row, code), _cell(row, name))
            if found is not None:
                yield found


@lru_cache(maxsize=16_384)  # the upper levels stand in each row of theirs
def _of_level(depth: int, code: str, name: str) -> tuple[str, str] | None:
    """Code and name that the cells of one level say; None where they hold no code of it."""
    kode, nama = _split(code)
    other_kode, other = _split(name)
    kode = _whole(kode) or _whole(other_kode)
    return (kode, other or nama) if kode and depth_of(kode) == depth else None


def _joined(parts: Sequence[str], above: dict[int, str]) -> str:
    """The code whose parts stand in a column each; a blank one above the last filled is that of the rows above."""
    filled = [number for number, part in enumerate(parts) if _PART.fullmatch(part)]
    if not filled:
        return ""
    last = filled[-1]
    for number, part in enumerate(parts):
        if number > last:
            above.pop(number, None)
        elif number in filled:
            above[number] = part.zfill(_WIDTH.get(_LEVELS[number], 0)) if part.isdigit() else part
    # A full code in one of the columns needs no joining.
    whole = _whole(_dotted(parts[last]))
    return whole or _whole(".".join(above.get(number, "") for number in range(last + 1)))


def _region(text: str, kode: str) -> str:
    """The kind of region a row is for: as the row says, else by the digit of a kegiatan."""
    said = text.casefold()
    if said.startswith("prov"):
        return PROVINCE
    if said.startswith(("kab", "kota")):
        return REGENCY
    digit = kode.split(".")[3:4]
    return {"1": PROVINCE, "2": REGENCY}.get(digit[0], "") if digit else ""
