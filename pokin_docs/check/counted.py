"""Rules I21 to I28: the targets of quarters or months make that of the year, by the way of counting (domain-2 1.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from pokin_docs.check.sentences import quote
from pokin_docs.documents.plan import Plan
from pokin_docs.model.achievement import Polarity
from pokin_docs.model.achievement_settings import read_rules
from pokin_docs.model.cells import Isian
from pokin_docs.model.counting import (
    AT_THE_END,
    Series,
    WayOfCounting,
    quarters_of_months,
    read_series,
    read_way,
)
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.measured import PERCENT, number
from pokin_docs.model.predicates import level_of, scale_of
from pokin_docs.model.printing import number_text
from pokin_docs.model.ranges import first_cells
from pokin_docs.model.rows import BukuKerja, KinerjaRow
from pokin_docs.model.texts import fold
from pokin_docs.model.word_lists import INDEKS, PERSEN, WordLists
from pokin_docs.model.workbook_spec import MONTHS, QUARTERS, TAHAP_5

_LEVELS = frozenset(("indeks", "predikat", "opini", "skor", "level", "kategori", "peringkat"))
"""Units of what is never added up."""
_QUARTER_NAMES = tuple(f"TW {roman}" for roman in QUARTERS)
_LONGEST = 60
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class _Counted:
    """A row whose periods are held against its year."""

    row: KinerjaRow
    year: int
    series: Series
    cells: tuple[Isian, ...]
    names: tuple[str, ...]
    way: WayOfCounting | None
    is_share: bool
    before: Isian | None = None

    @property
    def target(self) -> str:
        return self.row.target[self.year].clean

    @property
    def periods(self) -> str:
        """The periods as they are typed: ``TW I–IV 25/25/25/25``."""
        shown = "/".join(isian.clean or "-" for isian in self.cells)
        return f"{self.names[0]}–{self.names[-1].removeprefix('TW ')} {shown}"

    def made(self, way: WayOfCounting) -> str:
        """What a way makes of them, in words: of one that reads the end the period as well."""
        if way in AT_THE_END:
            filled = [place for place, period in enumerate(self.series.periods) if period is not None]
            odd = [place for place in filled if not _is_target(self.series, place)] or filled
            place = odd[0] if way is WayOfCounting.STEADY else filled[-1]
            return f"{self.cells[place].clean} pada {self.names[place]}"
        value = self.series.computed(way)
        return "" if value is None else number_text(value.quantize(_CENT, ROUND_HALF_UP))


def _is_target(series: Series, place: int) -> bool:
    period = series.periods[place]
    return period is not None and period.is_in(series.year)


def is_share(row: KinerjaRow, words: WordLists) -> bool:
    """Whether the values of an indicator are percentages, indices or levels, which are never added up."""
    unit, first = fold(row.satuan.text), fold(row.indikator.text).partition(" ")[0]
    named = words.indikator_starts.get(first) in (PERSEN, INDEKS) and unit not in ("rp", "rupiah")
    return unit in PERCENT | _LEVELS or row.satuan.clean == "%" or named


def _counted(buku: BukuKerja, plan: Plan) -> Iterator[_Counted]:
    year, scales = plan.cycle.tahun, read_rules(buku.identitas)[0].scales
    if year is None:
        return
    for kinerja in plan.pohon.kinerja:
        for indikator in kinerja.indikator:
            row = indikator.baris
            monthly = any(row.months)
            cells, names = (row.months, MONTHS) if monthly else (row.quarters, _QUARTER_NAMES)
            if year not in row.target or not any(cells):
                continue
            lower = indikator.polarity is Polarity.LOWER
            series = read_series(row.target[year], cells, scales, falling_is_good=lower)
            if series is not None:
                share = series.on_scale or is_share(row, buku.word_lists)
                before = buku.before_the_change.get(row.target[year].source)
                yield _Counted(row, year, series, cells, names, indikator.way, share, before)


def ways_known(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """B22: Jenis Hitung is a way of counting, in our word or another one that offices use."""
    kolom = TAHAP_5.kolom_of("jenis_hitung")
    for row in buku.tahap5:
        if row.jenis_hitung and read_way(row.jenis_hitung.text) is None:
            yield temuan(
                "B22", row.jenis_hitung.source, teks=row.jenis_hitung.clean, kolom=kolom.title, usul="",
                pilihan=", ".join(kolom.choices),
            )  # fmt: skip


def periods_make_the_year(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I21 to I26: what the periods make is the target of the year; ways that fit are proposed in one finding."""
    proposals: dict[WayOfCounting, list[KinerjaRow]] = {}
    for counted in _counted(buku, plan):
        found = _way_given(counted) if counted.row.jenis_hitung else _no_way_given(counted)
        if found is not None:
            yield found
        elif not counted.row.jenis_hitung and (way := counted.series.proposed(sums=not counted.is_share)):
            proposals.setdefault(way, []).append(counted.row)
    if proposals:
        yield _proposed(buku, proposals)


def _way_given(counted: _Counted) -> Temuan | None:
    way, series, row = counted.way, counted.series, counted.row
    if way is None:
        return None  # B22 tells of it
    said = {"cara": way.value, "teks": quote(row.indikator.text)}
    if way is WayOfCounting.SUM and counted.is_share:
        unit = row.satuan.clean or "persentase, indeks, atau predikat"
        return temuan("I26", row.jenis_hitung.source, satuan=unit, **said)
    if way in AT_THE_END and series.ends_early:
        return _ends_early(counted)
    if way is WayOfCounting.CUMULATIVE and not series.falling_is_good and (place := series.drop) is not None:
        before = next(isian for isian in reversed(counted.cells[:place]) if isian)
        if WayOfCounting.SUM not in series.fitting(sums=not counted.is_share):
            return temuan(
                "I25", counted.cells[place].source, kolom=counted.names[place], nilai=counted.cells[place].clean,
                lain=before.clean, teks=said["teks"],
            )  # fmt: skip
    if series.fits(way):
        return None
    return temuan(
        "I21", row.jenis_hitung.source, periode=_short(counted.periods), hitung=counted.made(way), tahun=counted.year,
        target=counted.target, usul=_instead(counted), **said,
    )  # fmt: skip


def _instead(counted: _Counted) -> str:
    """What the periods make: the target of before a changed budget, else that of the year by another way."""
    if counted.before is not None:
        old = read_series(counted.before, counted.cells, falling_is_good=counted.series.falling_is_good)
        fitting = old.fitting(sums=not counted.is_share) if old is not None else ()
        if fitting and counted.way in (None, *fitting):
            return f" Itu target sebelum perubahan anggaran, {counted.before.clean} ({counted.before.source})."
    fitting = counted.series.fitting(sums=not counted.is_share)
    return f" Yang cocok: {fitting[0].value}." if fitting else ""


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"


def _no_way_given(counted: _Counted) -> Temuan | None:
    series = counted.series
    fitting = series.fitting(sums=not counted.is_share)
    if series.ends_early and not {WayOfCounting.SUM, WayOfCounting.MEAN} & set(fitting):
        return _ends_early(counted)
    if fitting:
        return None
    last, total = counted.made(WayOfCounting.LAST), "" if counted.is_share else counted.made(WayOfCounting.SUM)
    rare = next((way for way in (WayOfCounting.HIGHEST, WayOfCounting.LOWEST) if series.fits(way)), None)
    return temuan(
        "I23", counted.row.target[counted.year].source, periode=_short(counted.periods), tahun=counted.year,
        target=counted.target, hitung=f"jumlah {total}, {last}" if total else last,
        usul=f" Isi Jenis Hitung {rare.value} bila itu maksudnya." if rare else _instead(counted),
        teks=quote(counted.row.indikator.text),
    )  # fmt: skip


def _ends_early(counted: _Counted) -> Temuan:
    last = counted.cells[-1]
    return temuan(
        "I24", last.source, kolom=counted.names[-1], tahun=counted.year, target=counted.target,
        teks=quote(counted.row.indikator.text),
    )  # fmt: skip


def _proposed(buku: BukuKerja, proposals: dict[WayOfCounting, list[KinerjaRow]]) -> Temuan:
    """One finding for all that lack a way: at the first blank cell, or at the titles where the column is missing."""
    every = sorted((row for rows in proposals.values() for row in rows), key=lambda row: row.baris)
    known = buku.has("tahap5", "jenis_hitung")
    place = every[0].jenis_hitung.source if known else buku.title("tahap5")
    told = (
        f"{way.value} ({first_cells([row.indikator.source for row in proposals[way]])})"
        for way in WayOfCounting
        if way in proposals
    )
    return temuan("I22", place, jumlah=len(every), usul="; ".join(told))


def months_make_the_quarters(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I27: where months and quarters are both given, the months make the quarters; the first that differs is told."""
    for counted in _counted(buku, plan):
        way, quarters = counted.way, counted.row.quarters
        if len(counted.cells) != len(MONTHS) or way is None or counted.series.on_scale or not any(quarters):
            continue
        made = quarters_of_months(way, [number(isian) if isian else None for isian in counted.cells])
        for place, (ours, isian) in enumerate(zip(made, quarters, strict=True)):
            theirs = number(isian) if isian else None
            if ours is not None and theirs is not None and number_text(ours) != number_text(theirs):
                yield temuan(
                    "I27", isian.source, kolom=_QUARTER_NAMES[place], nilai=isian.clean, hitung=number_text(ours),
                    cara=way.value, teks=quote(counted.row.indikator.text),
                )  # fmt: skip
                break


def predicates_on_the_scale(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """I28: where the target of the year is a predicate, those of its quarters stand on the same scale."""
    year, scales = plan.cycle.tahun, read_rules(buku.identitas)[0].scales
    for kinerja in plan.pohon.kinerja if year is not None else ():
        for indikator in kinerja.indikator:
            row = indikator.baris
            target = row.target.get(year) if year is not None else None
            scale = scale_of(target.clean, scales) if target and number(target) is None else None
            for name, isian in zip(_QUARTER_NAMES, row.quarters, strict=True):
                if scale and fold(isian.text) and number(isian) is None and level_of(isian.clean, scale) is None:
                    yield temuan("I28", isian.source, kolom=name, nilai=isian.clean, skala=", ".join(scale))
                    break


RULES = (ways_known, periods_make_the_year, months_make_the_quarters, predicates_on_the_scale)
