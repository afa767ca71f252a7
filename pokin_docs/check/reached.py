"""Rules P100 to P109, P115, P117 and K17: what Realisasi says can be so (domain-2 4, findings of a real table).

Each column has its own cell to name: what is wrong with a value is told at Nilai, with money at Anggaran Realisasi.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from pokin_docs.check.money_and_results import money_and_results
from pokin_docs.check.sentences import quote
from pokin_docs.documents.achieved import LAST, Achieved, AchievedYear, achieved_in
from pokin_docs.documents.plan import Plan
from pokin_docs.model.achievement import Polarity, bounds_of
from pokin_docs.model.achievement_settings import read_rules
from pokin_docs.model.counting import WayOfCounting
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.measured import PERCENT, number
from pokin_docs.model.negative import cannot_be_negative
from pokin_docs.model.predicates import level_of, scale_of
from pokin_docs.model.printing import number_text, rupiah
from pokin_docs.model.programs import split_codes
from pokin_docs.model.reached import QUARTER_NUMBERS, ReachedIndicator, year_of, year_of_book
from pokin_docs.model.realised import RealisasiRow, read_quarter
from pokin_docs.model.rows import BukuKerja, Isian
from pokin_docs.model.texts import fold
from pokin_docs.model.workbook_spec import IDENTITAS_KEYS, QUARTER_CHOICES, ColumnType

_SHARE_OF_ALL, _FAR = Decimal(10), Decimal(10)


def settings_understood(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """K17: lines of Identitas about capaian that cannot be used; of a closed list B22 tells."""
    _, wrong = read_rules(buku.identitas)
    for key in (key for key in IDENTITAS_KEYS if key.kunci in wrong and key.jenis is not ColumnType.CHOICE):
        isian = buku.identitas[key.kunci]
        yield temuan("K17", isian.source, kunci=key.title, teks=isian.clean)


def realised_is_sound(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P100 to P109, P115, P117, of the year of the PK; nothing where there is no such year or no row."""
    rows, year = buku.rows_of(RealisasiRow, "realisasi"), plan.cycle.tahun
    if not rows or year is None:
        return
    unsaid = year_of_book(buku.identitas, year)
    yield from _rows_that_say_nothing(rows, unsaid)
    achieved = achieved_in(buku, plan.pohon, plan.program, year, year)
    for entry in achieved.reached.indicators:
        yield from _values(achieved.of(entry.kinerja, entry.indikator))
        yield from _said_twice(entry)
    yield from money_and_results(achieved, plan)
    yield from _parts_and_wholes(achieved, rows, unsaid)
    yield from _money_that_differs(achieved)
    yield from _earlier_years(buku, plan, year)


def _rows_that_say_nothing(rows: tuple[RealisasiRow, ...], unsaid: int | None) -> Iterator[Temuan]:
    """P106, P109: rows with a value that name no indicator, no quarter, or a year that is none."""
    for row in rows:
        if not (row.nilai or row.anggaran):
            continue
        if row.tahun and year_of(row, unsaid) is None:
            yield temuan("P109", row.tahun.source, teks=row.tahun.clean)
        elif not row.tw:
            yield temuan("P106", row.tw.source, apa="triwulannya")
        elif not (row.indikator_id or row.indikator or row.kode):
            yield temuan("P106", row.indikator.source if row.indikator.source.kolom else row.source, apa="indikatornya")


def _values(one: Achieved) -> Iterator[Temuan]:
    """P100, P101, P107: a value that cannot be held against its target, falls, or slipped its comma."""
    target, name = one.target, quote(one.entry.indikator.text.text)
    bounds = bounds_of(target) if target else None
    known: list[tuple[int, Isian, Decimal]] = []
    for quarter in QUARTER_NUMBERS:
        isian = one.entry.value(quarter)
        if isian is None:
            continue
        value = number(isian)
        if value is not None:
            known.append((quarter, isian, value))
        if value is not None and value < 0 and cannot_be_negative(one.entry.indikator.baris):
            unit = one.entry.indikator.baris.satuan.clean or "jumlah"
            said = f"kurang dari nol, padahal satuannya {unit}"
            shown = target.clean or "yang belum diisi"
            yield temuan("P100", isian.source, teks=isian.clean, target=shown, indikator=name, sebab=said)
        elif target and (reason := _cannot_compare(one, isian, value)):
            yield temuan("P100", isian.source, teks=isian.clean, target=target.clean, indikator=name, sebab=reason)
        elif value is not None and bounds is not None and (meant := _slipped(one, value, bounds[1])):
            yield temuan("P107", isian.source, teks=isian.clean, target=target.clean, indikator=name, usul=meant)
    if one.way is not WayOfCounting.CUMULATIVE or one.polarity is Polarity.LOWER:
        return
    for (before, _, old), (_, isian, new) in pairwise(known):
        if new < old:
            yield temuan(
                "P101", isian.source, indikator=name, nilai=isian.clean, sebelum=number_text(old),
                tw=QUARTER_CHOICES[before - 1],
            )  # fmt: skip


def _cannot_compare(one: Achieved, isian: Isian, value: Decimal | None) -> str:
    """Why a value cannot be held against its target; empty where it can, or where the target itself is no figure."""
    if bounds_of(one.target) is not None:
        return "" if value is not None else "bukan angka"
    scale = scale_of(one.target.clean, one.rules.scales)
    if scale is None or level_of(isian.clean, scale) is not None:
        return ""
    return f"tidak ada dalam skala {' < '.join(scale)}"


def _slipped(one: Achieved, value: Decimal, target: Decimal) -> str:
    """What a share was probably meant to be that was typed as 0,85, or without its comma; else empty."""
    if fold(one.entry.indikator.baris.satuan.text) not in PERCENT or target < _SHARE_OF_ALL:
        return ""
    if 0 < value <= 1:
        return number_text(value * 100) if value * 100 <= target * 2 else ""
    return number_text(value / 100) if value >= target * _FAR and value / 100 <= target * 2 else ""


def _said_twice(entry: ReachedIndicator) -> Iterator[Temuan]:
    """P105: rows of one indicator and quarter that give different values."""
    for quarter, rows in entry.rows.items():
        given = [row.nilai for row in rows if row.nilai]
        for other in given[1:]:
            if other.clean != given[0].clean and (number(other) is None or number(other) != number(given[0])):
                yield temuan(
                    "P105", other.source, indikator=quote(entry.indikator.text.text), tw=QUARTER_CHOICES[quarter - 1],
                    nilai=other.clean, lain=given[0].source, dipakai=given[0].clean,
                )  # fmt: skip


def _parts_and_wholes(achieved: AchievedYear, rows: tuple[RealisasiRow, ...], unsaid: int | None) -> Iterator[Temuan]:
    """P104: what a program or kegiatan spent in a quarter is what its parts spent."""
    for row in rows:
        codes, quarter = split_codes(row.kode.text), read_quarter(row.tw.text)
        if not codes or quarter is None or row.anggaran.number is None or year_of(row, unsaid) != achieved.reached.year:
            continue
        parts, own = achieved.money.parts_in(codes[0], quarter), achieved.reached.spent.get((codes[0], quarter))
        if parts is not None and own is not None and parts != own:
            yield temuan(
                "P104", row.anggaran.source, kode=codes[0], tw=QUARTER_CHOICES[quarter - 1], jumlah=rupiah(own),
                bagian=rupiah(parts),
            )  # fmt: skip


def _money_that_differs(achieved: AchievedYear) -> Iterator[Temuan]:
    """P108: different amounts at the indicators of one kinerja, which are added up."""
    by_place: dict[tuple[int, int], list[RealisasiRow]] = {}
    for entry in achieved.reached.indicators:
        for quarter, told in entry.rows.items():
            own = [row for row in told if row.anggaran.number is not None and not split_codes(row.kode.text)]
            by_place.setdefault((entry.kinerja.number, quarter), []).extend(own)
    for (_, quarter), rows in by_place.items():
        amounts = [row.anggaran.number for row in rows if row.anggaran.number is not None]
        if len(set(amounts)) > 1:
            total = sum(amounts, Decimal(0))
            yield temuan(
                "P108", rows[1].anggaran.source, tw=QUARTER_CHOICES[quarter - 1], jumlah=rupiah(total),
                lain=rows[0].anggaran.source,
            )  # fmt: skip


def _earlier_years(buku: BukuKerja, plan: Plan, year: int) -> Iterator[Temuan]:
    """P117: what rows of Realisasi make of a whole earlier year is what Tahap 5 says of it."""
    for kinerja in plan.pohon.kinerja:
        for indikator in kinerja.indikator:
            for past, own in indikator.baris.realisasi.items():
                if past >= year or not own:
                    continue
                one = achieved_in(buku, plan.pohon, plan.program, past, year).of(kinerja, indikator)
                last, counted = one.entry.value(LAST), one.realised(LAST)
                if last is not None and number(own) != number(counted) and own.clean != counted.clean:
                    yield temuan(
                        "P117", own.source, tahun=past, teks=quote(indikator.text.text), nilai=own.clean,
                        lain=last.source, dihitung=counted.clean,
                    )  # fmt: skip


RULES = (settings_understood, realised_is_sound)
