"""The workbook of what was reached and spent in the year of the PK, where something of it is known."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from pokin_docs.documents.achieved import (
    LAST,
    NOT_MEASURED,
    Achieved,
    AchievedYear,
    achieved_year,
    money,
    money_elsewhere,
    percent,
)
from pokin_docs.documents.capaian.content import AchievedBook, AchievedRow, EvaluationRow, Four, SpentRow
from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.lkjip.indicators import Comparisons, comparisons
from pokin_docs.documents.material import Material
from pokin_docs.documents.printed import agency, component_names, target_of, written_year
from pokin_docs.documents.values import filled
from pokin_docs.model.achievement import band_of
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.measured import measured
from pokin_docs.model.past_years import NONE, share
from pokin_docs.model.reached import QUARTER_NUMBERS, MoneyOnce
from pokin_docs.model.rows import BLANK
from pokin_docs.model.source import CellRef
from pokin_docs.model.tree import Indikator, Kinerja
from pokin_docs.model.workbook_spec import QUARTERS

TEMPLATE = "capaian.xlsx"
_COMPONENTS = frozenset((
    KomponenPerencanaan.SASARAN_PROGRAM, KomponenPerencanaan.SASARAN_KEGIATAN, KomponenPerencanaan.SASARAN_SUB_KEGIATAN,
))  # fmt: skip


def build_achieved_book(material: Material) -> Iterator[Dokumen]:
    """The workbook; none where Realisasi says neither what was reached nor what was spent in the year."""
    achieved = achieved_year(material)
    if achieved is None or not (achieved.last_quarter or achieved.reached.spent):
        return
    path = f"Capaian/Capaian_{achieved.reached.year}.xlsx"
    yield Dokumen("capaian", path, (TEMPLATE,), _content(material, achieved), tuple(_cells(material, achieved)))


def _cells(material: Material, achieved: AchievedYear) -> Iterator[CellRef]:
    for kinerja in material.tree.kinerja:
        yield from (indikator.text.source for indikator in kinerja.indikator)
    for entry in achieved.reached.indicators:
        yield from (row.source for rows in entry.rows.values() for row in rows)


def _content(material: Material, achieved: AchievedYear) -> AchievedBook:
    compared = comparisons(material, achieved)
    last = max((achieved.last_quarter, *(quarter for _, quarter in achieved.reached.spent)))
    end = compared.end_of_plan
    every = [(kinerja, indikator) for kinerja in material.tree.kinerja for indikator in kinerja.indikator]
    return AchievedBook(
        tahun=written_year(material.cycle),
        sampai=QUARTERS[last - 1],
        tahun_akhir=str(end) if end is not None else NONE,
        perangkat_daerah=agency(material.workbook),
        rumus_rendah=achieved.rules.lower.value,
        daftar_capaian=tuple(
            _achieved_row(no, achieved.of(kinerja, indikator), material)
            for no, (kinerja, indikator) in enumerate(every, start=1)
        ),
        daftar_anggaran=tuple(_spent_rows(material, achieved)),
        daftar_evaluasi=tuple(_evaluation(compared)),
    )


def _achieved_row(no: int, one: Achieved, material: Material) -> AchievedRow:
    kinerja, indikator = one.entry.kinerja, one.entry.indikator
    known = [quarter for quarter in QUARTER_NUMBERS if one.entry.value(quarter) is not None]
    last = known[-1] if known else 0
    of_year = one.capaian(last, one.target) if last else None
    return AchievedRow(
        no=str(no),
        tingkat=kinerja.komponen.label,
        kinerja=filled(kinerja.text, "kinerja"),
        indikator=filled(indikator.text, "indikator"),
        satuan=filled(indikator.baris.satuan, "satuan"),
        jenis_hitung=one.way.value,
        polaritas=one.polarity.value,
        target=target_of(indikator, one.year),
        target_tw=_four(*(one.printed(one.target_by(quarter)) for quarter in QUARTER_NUMBERS)),
        realisasi=_four(*(_reached_by(one, quarter, last) for quarter in QUARTER_NUMBERS)),
        capaian=_four(
            *(percent(one.capaian(quarter, one.target_by(quarter))) if quarter <= last else NONE
              for quarter in QUARTER_NUMBERS)
        ),
        capaian_tahun=percent(of_year),
        kategori=band_of(of_year, one.rules.categories) if of_year is not None else NOT_MEASURED.capitalize(),
        penanggung_jawab=_owners(indikator, material),
    )  # fmt: skip


def _four(first: str, second: str, third: str, fourth: str) -> Four:
    return first, second, third, fourth


def _reached_by(one: Achieved, quarter: int, last: int) -> str:
    """What was reached up to a quarter; a dash behind the last that was measured."""
    return one.printed(one.realised(quarter)) if quarter <= last else NONE


def _owners(indikator: Indikator, material: Material) -> str:
    return "; ".join(material.posts[id_].full_jabatan for id_ in indikator.pemilik if id_ in material.posts)


def _spent_rows(material: Material, achieved: AchievedYear) -> Iterator[SpentRow]:
    for entry in material.programs.program_lines:
        if entry.jenis is None:
            continue
        given, spent = achieved.money.given(entry.kode), achieved.money.spent(entry.kode, LAST)
        left = given - spent if given is not None and spent is not None else None
        yield SpentRow(
            kode=entry.kode,
            jenis=entry.jenis.value,
            nama=filled(entry.nama, "nomenklatur"),
            pagu=money(given),
            realisasi=_four(*(money(achieved.money.spent_in(entry.kode, quarter)) for quarter in QUARTER_NUMBERS)),
            jumlah=money(spent),
            persen=percent(share(spent, given)),
            sisa=money(left),
        )


def _evaluation(compared: Comparisons) -> Iterator[EvaluationRow]:
    """E.81: the components in the order of the tree, each with its indicators; its money once."""
    no, once = 0, MoneyOnce(compared.achieved.money)
    for kinerja in compared.material.tree.kinerja:
        if kinerja.komponen not in _COMPONENTS:
            continue
        no += 1
        counted = once.counted(kinerja, str(no))
        for place, indikator in enumerate(kinerja.indikator):
            yield _evaluated(compared, kinerja, indikator, "" if place else str(no), counted)


def _evaluated(
    compared: Comparisons, kinerja: Kinerja, indikator: Indikator, no: str, counted: Mapping[str, str]
) -> EvaluationRow:
    """One row of E.81.

    Args:
        compared: What was reached, and in earlier years.
        kinerja: The node.
        indikator: Its indicator.
        no: Its number; empty for a further indicator.
        counted: Components of it whose money stands in an earlier row, with its number.
    """
    achieved, material = compared.achieved, compared.material
    one, end = achieved.of(kinerja, indikator), compared.end_of_plan
    known = [quarter for quarter in QUARTER_NUMBERS if one.entry.value(quarter) is not None]
    last = known[-1] if known else 0
    final = indikator.target.get(end, BLANK) if end is not None else BLANK
    now = one.realised(last) if last else BLANK
    before = _spent_before(compared, kinerja, counted)
    planned, spent = _planned(compared, kinerja, counted), achieved.money.spent_for(kinerja, LAST, counted)
    codes = achieved.money.codes_of(kinerja)
    priced = bool(no) and (not codes or len(counted) < len(codes))
    name = component_names(kinerja, material.programs) or kinerja.text.clean
    so_far = None if before is None and spent is None else (before or Decimal(0)) + (spent or Decimal(0))

    def amount(value: Decimal | None) -> str:
        return money(value) if priced else ""

    return EvaluationRow(
        no=no,
        uraian=f"{name}{money_elsewhere(counted)}" if no else "",
        indikator=filled(indikator.text, "indikator"),
        satuan=filled(indikator.baris.satuan, "satuan"),
        target_renstra=measured(final, indikator.baris.satuan),
        pagu_renstra=amount(planned),
        realisasi_lalu=one.printed(compared.past(kinerja, indikator, compared.year - 1)),
        anggaran_lalu=amount(before),
        target=target_of(indikator, one.year),
        pagu=amount(achieved.money.given_for(kinerja, counted)),
        realisasi_tw=_four(*(_reached_by(one, quarter, last) for quarter in QUARTER_NUMBERS)),
        anggaran_tw=_four(
            *(amount(achieved.money.spent_for_in(kinerja, quarter, counted)) for quarter in QUARTER_NUMBERS)
        ),
        realisasi=one.printed(now),
        anggaran=amount(spent),
        anggaran_kumulatif=amount(so_far),
        tingkat_kinerja=percent(one.capaian_of(now, final)),
        tingkat_anggaran=percent(share(so_far, planned)) if priced else "",
        penanggung_jawab=_owners(indikator, material),
    )


def _spent_before(compared: Comparisons, kinerja: Kinerja, counted: Collection[str]) -> Decimal | None:
    """What Realisasi says was spent in the earlier years of the Renstra; None where it says nothing."""
    periode = compared.material.cycle.periode
    years = range(periode[0], compared.year) if periode else range(0)
    known = [
        amount
        for year in years
        if year in compared.earlier
        and (amount := compared.earlier[year].money.spent_for(kinerja, LAST, counted)) is not None
    ]
    return sum(known, Decimal(0)) if known else None


def _planned(compared: Comparisons, kinerja: Kinerja, counted: Collection[str]) -> Decimal | None:
    """The pagu of all years of the Renstra; None where one of them is not known."""
    periode, programs = compared.material.cycle.periode, compared.material.programs
    codes = [code for code in compared.achieved.money.codes_of(kinerja) if code not in counted]
    if periode is None or not codes:
        return None
    total = Decimal(0)
    for code in codes:
        entry = programs.find(code)
        for year in range(periode[0], periode[1] + 1):
            amount = entry.rupiah(year) if entry else None
            if amount is None:
                return None
            total += amount
    return total
