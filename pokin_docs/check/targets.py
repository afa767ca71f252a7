"""Rules I32 to I37, I47: satuan and targets are such as the indicator can have (domain.md 3.4, I12 and I13)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from pokin_docs.check.satuan import is_clear, unit_key
from pokin_docs.check.sentences import quote, words
from pokin_docs.check.two_measures import two_measures
from pokin_docs.documents.plan import Plan
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.measured import is_long, measured, number
from pokin_docs.model.ranges import first_cells
from pokin_docs.model.rows import BukuKerja, Isian, KinerjaRow
from pokin_docs.model.texts import fold, nearest
from pokin_docs.model.tree import Indikator
from pokin_docs.model.word_lists import TOTAL_CODES, WordLists

_PERCENT = frozenset({"%", "persen"})
_GROWTH = re.compile(r"\b(laju|pertumbuhan|peningkatan|kenaikan|penurunan|perubahan|deviasi|selisih)\b", re.IGNORECASE)
"""What may well be below 0 or above 100 percent."""
_SHARE_SIGN = r"\s*(?:%|persen|pct)?"
_FIGURE = r"\d+(?:[.,]\d+)*"
"""Digits with single signs between them: no «64,,5», «,72» or «4.»."""
_RANGE = re.compile(
    rf"[<>≤≥=±]*\s*-?{_FIGURE}{_SHARE_SIGN}(\s*(-|–|s\.?/?d\.?|sampai|hingga|:)\s*{_FIGURE}{_SHARE_SIGN})?",
    re.IGNORECASE,
)
"""A number, a bound or a range: 69,1-69,5."""
_ENDS = re.compile(r"[<>≤≥=]*\s*([\d.,]+)\s*%?(?:\s*(?:-|–|s\.?/?d\.?|sampai|hingga)\s*([\d.,]+)\s*%?)?", re.IGNORECASE)
_NONE_YET = frozenset({"", "n a", "na", "nihil", "belum ada", "belum ada data", "tidak ada", "tidak ada data", "baru"})
"""What says that there is no figure: "-" and "n/a" too, once folded."""
_SIGNS = re.compile(r"(?:\s*(?:%|persen))+$", re.IGNORECASE)
_POINT = re.compile(r"(-?\d{1,3}(?:,\d{3})+|-?\d+)\.(\d{1,2}|\d{4,})( ?%?)|(?!)")
"""A decimal point, and perhaps commas between thousands; "1.250" is a number of thousands."""
_SHARES = frozenset(("persentase", "cakupan", "proporsi", "prosentase", "presentase", "persen"))
"""How an indicator begins that is a part of a whole, which hardly ever is below one in a hundred."""
_LEVELS = frozenset(("tingkat", "capaian"))
"""How one begins that may be small (tingkat inflasi), but is a part of a whole when it grows to just 1."""
_TENTH = Decimal("0.1")
_SMALL = 5
"""Counts below this jump easily: from 1 to 4 is a plan, not a slip."""


_ABBREVIATION = re.compile(r"[A-Z]+[a-z]?[A-Z]+")
"""What an abbreviation near no satuan stands for nobody can know: USD, MoU."""
_LEVEL = "tingkat"
_HEAD_WORDS = 3
"""Words of an indicator that may name its measure: «Rata-rata Skor …», «Tingkat Waktu Tanggap»."""


def _rows(plan: Plan) -> Iterator[KinerjaRow]:
    """Rows with an indicator, those of cross-cutting conditions too."""
    for kinerja in plan.pohon.kinerja:
        yield from (indikator.baris for indikator in kinerja.indikator if indikator.text)
    yield from (row for row in plan.pohon.lintas if row.indikator)


def unit_fits(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I32, I36: the satuan is a known one, or a word of its indicator, and fits how the indicator begins."""
    satuan = buku.word_lists.satuan
    if not satuan:
        return
    firsts = frozenset().union(*satuan.values())
    # Shares, indices and counts have units of their own; what another word measures may come in many.
    starts = {*buku.word_lists.indikator_starts, _LEVEL} & firsts
    official = buku.nomenclature.units if buku.nomenclature else frozenset()
    # In the order of the list, the most used first: of two that are as near, that one is meant.
    names = {fold(name): name for name in buku.word_lists.satuan_names}
    spellings = [names.get(key, key.capitalize()) for key in satuan if key]
    for row in _rows(plan):
        key, said = unit_key(row.satuan.text, satuan), [fold(word) for word in words(row.indikator.text)]
        if not key or not said:
            continue
        if key in satuan:
            counts = buku.word_lists.indikator_starts.get(said[0]) == TOTAL_CODES
            listed = not counts and buku.official.is_official(row.indikator.text)  # with its satuan: P84
            both = two_measures(row.indikator.text, buku.word_lists)
            if both is not None and not satuan[key].isdisjoint(map(fold, words(both[1])[:1])):
                continue  # the satuan of its second measure: that there are two is I05
            if said[0] in starts and satuan[key].isdisjoint(said[:_HEAD_WORDS]) and not listed:
                yield temuan(
                    "I36", row.satuan.source, satuan=row.satuan.clean, kata=words(row.indikator.text)[0],
                    usul=proposal(_unit_of(said[0], buku.word_lists)),
                )  # fmt: skip
        elif key not in official and not set(key.split()) <= set(said) and not is_clear(row, key, buku.word_lists):
            proposals = nearest(row.satuan.clean, spellings)
            if proposals is None and _ABBREVIATION.fullmatch(row.satuan.clean):
                continue
            yield temuan("I32", row.satuan.source, satuan=row.satuan.clean, usul=proposal(proposals))


def _unit_of(first: str, words: WordLists) -> str | None:
    """The satuan an indicator with that first word has; None for a count or a mean, which has that of its subject."""
    if words.indikator_starts.get(first, TOTAL_CODES) == TOTAL_CODES:
        return None
    return next((name for name in words.satuan_names if first in words.satuan[fold(name)]), None)


def shares_within_bounds(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I33: what is counted in percent lies between 0 and 100, growth aside; the first fault of a row."""
    for row in _rows(plan):
        if unit_key(row.satuan.text, buku.word_lists.satuan) not in _PERCENT or _GROWTH.search(row.indikator.text):
            continue
        cells = [("Kondisi Awal", row.kondisi_awal), *((f"Target {year}", cell) for year, cell in row.target.items())]
        for kolom, isian in cells:
            value = number(isian) if isian else None
            if value is not None and not 0 <= value <= 100:
                yield temuan(
                    "I33", isian.source, kolom=kolom, nilai=isian.clean, satuan=row.satuan.clean,
                    teks=quote(row.indikator.text),
                )  # fmt: skip
                break


def shares_of_a_hundred(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I47: a percentage whose figures are all parts of one, from a tenth up: 0,78 was probably meant as 78."""
    for row in _rows(plan):
        if unit_key(row.satuan.text, buku.word_lists.satuan) not in _PERCENT:
            continue
        typed = (*row.target.values(), row.kondisi_awal)
        figures = [(isian, value) for isian in typed if isian and (value := number(isian))]
        if not _is_of_one(row.indikator.clean, [value for _, value in figures]):
            continue
        first, value = figures[0]
        usul = f"{(value * 100).normalize():f}".replace(".", ",")
        yield temuan(
            "I47", first.source, nilai=first.clean, satuan=row.satuan.clean, teks=quote(row.indikator.text), usul=usul
        )


def _is_of_one(indikator: str, figures: list[Decimal]) -> bool:
    """Whether figures are parts of one, told by how their indicator begins; one alone tells little."""
    if len(figures) < 2 or not _TENTH <= max(figures) <= 1 or min(figures) < 0 or min(figures) == 1:
        return False
    begins = "persen" if indikator.startswith("%") else fold(indikator).split(" ", 1)[0]
    if begins in _LEVELS:
        return max(figures) == 1
    return begins in _SHARES


def _ends(isian: Isian) -> tuple[Decimal, Decimal] | None:
    """The lower and the upper end of a figure: of a range (85 - 90) both, of a bound (>=85) its number twice."""
    if isian and (value := number(isian)) is not None:
        return value, value
    found = _ENDS.fullmatch(isian.clean)
    parts = [number(replace(isian, text=part)) for part in found.groups() if part] if found else []
    known = [part for part in parts if part is not None]
    return (min(known), max(known)) if known and len(known) == len(parts) else None


def targets_improve(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I34: no target (of a range its better end) is worse than what has been reached, where the polarity is given."""
    for row in _rows(plan):
        polaritas = fold(row.polaritas.text)
        start = _ends(row.kondisi_awal)
        if start is None or ("tinggi" in polaritas) == ("rendah" in polaritas):
            continue
        for year, isian in row.target.items():
            value = _ends(isian)
            if value is not None and (value[0] > start[1] if "rendah" in polaritas else value[1] < start[0]):
                yield temuan(
                    "I34", isian.source, tahun=year, nilai=isian.clean, awal=row.kondisi_awal.clean,
                    polaritas=row.polaritas.clean[:1].lower() + row.polaritas.clean[1:],
                    teks=quote(row.indikator.text),
                )  # fmt: skip
                break


def targets_without_leaps(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I35: no target (a range by its nearer end) three times, or a third of, both its neighbours: a slipped nought."""
    for row in _rows(plan):
        cells = [(year, cell, _ends(cell)) for year, cell in sorted(row.target.items()) if cell]
        for before, here, after in zip(cells, cells[1:], cells[2:], strict=False):
            left, value, right = before[2], here[2], after[2]
            if left is None or value is None or right is None:
                continue
            if min(abs(end) for end in (*left, *right)) < _SMALL:
                continue
            if value[0] > 3 * max(left[1], right[1]) or 3 * value[1] < min(left[0], right[0]):
                yield temuan(
                    "I35", here[1].source, tahun=here[0], nilai=here[1].clean,
                    lain=f"{before[0]}: {before[1].clean}; {after[0]}: {after[1].clean}",
                    teks=quote(row.indikator.text),
                )  # fmt: skip
                break


def targets_are_numbers(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I37: a target of a percentage, or among targets that are numbers, is one too (or a range of two).

    The same for those of a quarter and for Kondisi Awal, which may also say that there is no figure yet.
    """
    for row in _rows(plan):
        given = [isian for isian in row.target.values() if isian]
        percent = fold(row.satuan.text) in _PERCENT or row.satuan.clean == "%"
        odd = [isian for isian in given if not _is_figure(isian, row.satuan)]
        if odd and (percent or 2 * len(odd) < len(given)):
            yield temuan("I37", odd[0].source, kolom="Target", teks=odd[0].clean, satuan=row.satuan.clean or "angka")
        if not percent and (odd or not given):
            continue  # predicates, stages of work: nothing says that a number is meant
        quarters = [("TW I", row.tw1), ("TW II", row.tw2), ("TW III", row.tw3), ("TW IV", row.tw4)]
        for kolom, isian in [("Kondisi Awal", row.kondisi_awal), *quarters]:
            if isian and not _is_figure(isian, row.satuan) and fold(isian.text) not in _NONE_YET:
                yield temuan("I37", isian.source, kolom=kolom, teks=isian.clean, satuan=row.satuan.clean or "angka")
                break


def _is_figure(isian: Isian, satuan: Isian) -> bool:
    """Whether a value is a number, or one with its unit or a sign too many, of which another finding tells."""
    odd = None if _is_number(isian) else _oddity(isian, satuan)
    return _is_number(isian if odd is None else replace(isian, text=odd[1]))


def numbers_as_written(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I38 to I41: how a value was typed that prints as it was typed; the first oddity of a cell."""
    for row in _rows(plan):
        quarters = [("TW I", row.tw1), ("TW II", row.tw2), ("TW III", row.tw3), ("TW IV", row.tw4)]
        cells = [("Kondisi Awal", row.kondisi_awal), *((f"Target {year}", cell) for year, cell in row.target.items())]
        for kolom, isian in (*cells, *quarters):
            found = _oddity(isian, row.satuan) if isian else None
            if found is not None:
                kode, meant = found
                yield temuan(kode, isian.source, kolom=kolom, teks=isian.clean, usul=meant, satuan=row.satuan.clean)


def _oddity(isian: Isian, satuan: Isian) -> tuple[str, str] | None:
    """The code of what is odd about a value, and the cell's new text."""
    text = isian.clean
    if is_long(isian):
        return "I41", measured(replace(isian, number=isian.number or Decimal(0)), satuan)
    unit = satuan.clean
    bare = _SIGNS.sub("", text)
    in_percent = fold(unit) in _PERCENT or unit == "%"
    if isian.number is None and bare and bare != text and (in_percent or text.count("%") > 1):
        return "I40", bare if in_percent else f"{bare}%"
    ends = len(text) > len(unit) > 1 and text.casefold().endswith(unit.casefold())
    if ends and re.search(r"[\d)] ?$", before := text[: -len(unit)]):
        return "I39", before.strip()
    if isian.number is None and (match := _POINT.fullmatch(text)):
        whole, part = match[1].replace(",", "."), match[2] or ""
        return "I38", f"{whole}{',' + part if part else ''}{match[3]}"
    return None


def _is_number(isian: Isian) -> bool:
    return number(isian) is not None or _RANGE.fullmatch(isian.clean) is not None


def targets_parted(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P72: a number of things that several officials promise is promised whole by each; said once for each component.

    What cannot be added up, such as an index or a share, is rightly the same for all who work for it, and one thing is
    not to be parted (domain.md 3.2).
    """
    tahun, posts = plan.cycle.tahun, {post.id for post in plan.every_pejabat}
    found: dict[KomponenPerencanaan, list[tuple[KinerjaRow, tuple[str, ...]]]] = {}
    for kinerja in plan.pohon.kinerja:
        for indikator in kinerja.indikator:
            owners = tuple(dict.fromkeys(id_ for id_ in indikator.pemilik if id_ in posts))
            target = indikator.baris.target.get(tahun) if tahun is not None else None
            if len(owners) > 1 and target is not None and _is_count(indikator, buku) and (number(target) or 0) > 1:
                found.setdefault(kinerja.komponen, []).append((indikator.baris, owners))
    for komponen, rows in found.items():
        row, owners = rows[0]
        assert tahun is not None  # else no row has a target
        yield temuan(
            "P72", row.pemilik.source, jumlah=len(rows), komponen=komponen.label, id="; ".join(owners),
            target=f"{row.target[tahun].clean} {row.satuan.clean}".strip(),
            sel=first_cells([row.pemilik.source for row, _ in rows]),
        )  # fmt: skip


def _is_count(indikator: Indikator, buku: BukuKerja) -> bool:
    first = fold(indikator.text.text).partition(" ")[0]
    counts = buku.word_lists.indikator_starts.get(first) == TOTAL_CODES
    return counts and fold(indikator.baris.satuan.text) not in {"", "persen"}


RULES = (
    numbers_as_written,
    targets_parted,
    unit_fits,
    targets_are_numbers,
    shares_within_bounds,
    shares_of_a_hundred,
    targets_improve,
    targets_without_leaps,
)
