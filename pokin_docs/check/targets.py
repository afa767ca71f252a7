"""Rules I32 to I37: satuan and targets are such as the indicator can have (domain.md 3.4, I12 and I13)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pokin_docs.check.sentences import quote, words
from pokin_docs.documents.plan import Rencana
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.rows import BukuKerja, Isian, KinerjaRow
from pokin_docs.model.texts import fold, nearest
from pokin_docs.model.word_lists import JUMLAH, Kata

_PERSEN = frozenset({"%", "persen"})
_TUMBUH = re.compile(r"\b(laju|pertumbuhan|peningkatan|kenaikan|penurunan|perubahan|deviasi|selisih)\b", re.IGNORECASE)
"""What may well be below 0 or above 100 percent."""
_ANGKA = re.compile(r"(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?\s*%?")
_TITIK = re.compile(r"(-?\d+\.\d+)\s*%?")
_RENTANG = re.compile(r"[<>≤≥=±]*\s*-?[\d.,]+\s*%?(\s*(-|–|s\.?/?d\.?|sampai|hingga|:)\s*[\d.,]+\s*%?)?")
"""A number, a bound or a range: 69,1-69,5."""
_BELUM_ADA = frozenset({"", "n a", "na", "nihil", "belum ada", "belum ada data", "tidak ada", "tidak ada data", "baru"})
"""What says that there is no figure: "-" and "n/a" too, once folded."""
_KECIL = 5
"""Counts below this jump easily: from 1 to 4 is a plan, not a slip."""


def number(isian: Isian) -> Decimal | None:
    """What a cell of the value columns counts as; None for a range, a predicate, a text."""
    if isian.angka is not None:
        return isian.angka
    match = _ANGKA.fullmatch(isian.bersih)
    if match:
        sign, whole, part = match.groups()
        return Decimal(f"{sign}{whole.replace('.', '')}.{part or 0}")
    match = _TITIK.fullmatch(isian.bersih)
    return Decimal(match.group(1)) if match else None


def _rows(rencana: Rencana) -> Iterator[KinerjaRow]:
    """Rows with an indicator, those of cross-cutting conditions too."""
    for kinerja in rencana.pohon.kinerja:
        yield from (indikator.baris for indikator in kinerja.indikator if indikator.teks)
    yield from (row for row in rencana.pohon.lintas if row.indikator)


def unit_fits(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """I32, I36: the satuan is a known one, or a word of its indicator, and fits how the indicator begins."""
    satuan = buku.kata.satuan
    if not satuan:
        return
    firsts = frozenset().union(*satuan.values())
    # In the order of the list, the most used first: of two that are as near, that one is meant.
    names = {fold(name): name for name in buku.kata.nama_satuan}
    spellings = [names.get(key, key.capitalize()) for key in satuan if key]
    for row in _rows(rencana):
        key, said = fold(row.satuan.teks), [fold(word) for word in words(row.indikator.teks)]
        if not key or not said:
            continue
        if key in satuan:
            if said[0] in firsts and said[0] not in satuan[key]:
                yield temuan(
                    "I36", row.satuan.asal, satuan=row.satuan.bersih, kata=words(row.indikator.teks)[0],
                    usul=proposal(_unit_of(said[0], buku.kata)),
                )  # fmt: skip
        elif not set(key.split()) <= set(said):
            usul = nearest(row.satuan.bersih, spellings)
            yield temuan("I32", row.satuan.asal, satuan=row.satuan.bersih, usul=proposal(usul))


def _unit_of(first: str, kata: Kata) -> str | None:
    """The satuan an indicator with that first word has; None for a count, which has that of what it counts."""
    if kata.awal_indikator.get(first) == JUMLAH:
        return None
    return next((name for name in kata.nama_satuan if first in kata.satuan[fold(name)]), None)


def shares_within_bounds(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """I33: what is counted in percent lies between 0 and 100, growth aside; the first fault of a row."""
    for row in _rows(rencana):
        if fold(row.satuan.teks) not in _PERSEN or _TUMBUH.search(row.indikator.teks):
            continue
        cells = [("Kondisi Awal", row.kondisi_awal), *((f"Target {year}", cell) for year, cell in row.target.items())]
        for kolom, isian in cells:
            value = number(isian) if isian else None
            if value is not None and not 0 <= value <= 100:
                yield temuan(
                    "I33", isian.asal, kolom=kolom, nilai=isian.bersih, satuan=row.satuan.bersih,
                    teks=quote(row.indikator.teks),
                )  # fmt: skip
                break


def targets_improve(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """I34: no target is worse than what has been reached; said only where the polarity is given."""
    for row in _rows(rencana):
        polaritas = fold(row.polaritas.teks)
        start = number(row.kondisi_awal) if row.kondisi_awal else None
        if start is None or ("tinggi" in polaritas) == ("rendah" in polaritas):
            continue
        for year, isian in row.target.items():
            value = number(isian) if isian else None
            if value is not None and (value > start if "rendah" in polaritas else value < start):
                yield temuan(
                    "I34", isian.asal, tahun=year, nilai=isian.bersih, awal=row.kondisi_awal.bersih,
                    polaritas=row.polaritas.bersih[:1].lower() + row.polaritas.bersih[1:],
                    teks=quote(row.indikator.teks),
                )  # fmt: skip
                break


def targets_without_leaps(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """I35: no target three times, or a third of, both its neighbours: a slipped nought or comma."""
    for row in _rows(rencana):
        cells = [(year, cell, number(cell)) for year, cell in sorted(row.target.items()) if cell]
        for before, here, after in zip(cells, cells[1:], cells[2:], strict=False):
            left, value, right = before[2], here[2], after[2]
            if left is None or value is None or right is None or min(abs(left), abs(right)) < _KECIL:
                continue
            if value > 3 * max(left, right) or 3 * value < min(left, right):
                yield temuan(
                    "I35", here[1].asal, tahun=here[0], nilai=here[1].bersih,
                    lain=f"{before[0]}: {before[1].bersih}; {after[0]}: {after[1].bersih}",
                    teks=quote(row.indikator.teks),
                )  # fmt: skip
                break


def targets_are_numbers(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """I37: a target of a percentage, or among targets that are numbers, is one too (or a range of two).

    The same for those of a quarter and for Kondisi Awal, which may also say that there is no figure yet.
    """
    for row in _rows(rencana):
        given = [isian for isian in row.target.values() if isian]
        percent = fold(row.satuan.teks) in _PERSEN or row.satuan.bersih == "%"
        odd = [isian for isian in given if not _is_number(isian)]
        if odd and (percent or 2 * len(odd) < len(given)):
            yield temuan("I37", odd[0].asal, kolom="Target", teks=odd[0].bersih, satuan=row.satuan.bersih or "angka")
        if not percent and (odd or not given):
            continue  # predicates, stages of work: nothing says that a number is meant
        quarters = [("TW I", row.tw1), ("TW II", row.tw2), ("TW III", row.tw3), ("TW IV", row.tw4)]
        for kolom, isian in [("Kondisi Awal", row.kondisi_awal), *quarters]:
            if isian and not _is_number(isian) and fold(isian.teks) not in _BELUM_ADA:
                yield temuan("I37", isian.asal, kolom=kolom, teks=isian.bersih, satuan=row.satuan.bersih or "angka")
                break


def _is_number(isian: Isian) -> bool:
    return number(isian) is not None or _RENTANG.fullmatch(isian.bersih) is not None


RULES = (unit_fits, targets_are_numbers, shares_within_bounds, targets_improve, targets_without_leaps)
