"""The sasaran of chapter III: averages, efficiency, supporting components, money (domain-2 8.2, 8.4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from pokin_docs.documents.achieved import NOT_COMPUTED, NOT_MEASURED, money, money_elsewhere, percent
from pokin_docs.documents.head import rows_of_head
from pokin_docs.documents.lkjip.content import LkjipBudget, LkjipGoal, LkjipIndicator, SupportingComponent
from pokin_docs.documents.lkjip.indicators import Comparisons
from pokin_docs.documents.printed import component_names, target_of
from pokin_docs.documents.values import filled
from pokin_docs.model.achievement import (
    Efficiency,
    average,
    band_of,
    figure,
    is_efficient,
    pmk_efficiency,
    rounded,
)
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.past_years import NONE, share
from pokin_docs.model.programs import with_parents
from pokin_docs.model.reached import MoneyOnce
from pokin_docs.model.tree import Kinerja

_TARGET_MET = Decimal(100)
SUPPORTS = {KomponenPerencanaan.SASARAN_PROGRAM: "program", KomponenPerencanaan.SASARAN_KEGIATAN: "kegiatan"}
"""Levels whose components support a sasaran."""


def goals_of(compared: Comparisons) -> tuple[Kinerja, ...]:
    """The sasaran of the agency, and before them a tujuan that the head promised or that has an IKU."""
    material = compared.material
    promised = {kinerja.number for kinerja, _ in rows_of_head(material)}
    return tuple(
        kinerja
        for kinerja in material.tree.kinerja
        if kinerja.komponen is KomponenPerencanaan.SASARAN
        or (
            kinerja.komponen is KomponenPerencanaan.TUJUAN
            and (kinerja.number in promised or any(row.is_iku for row in kinerja.baris))
        )
    )


def numbered(nodes: tuple[Kinerja, ...]) -> Iterator[tuple[str, Kinerja]]:
    """Each with its number among those of its level; a tujuan that is the only one has none."""
    counts: dict[KomponenPerencanaan, int] = {}
    only = sum(node.komponen is KomponenPerencanaan.TUJUAN for node in nodes) == 1
    for node in nodes:
        counts[node.komponen] = counts.get(node.komponen, 0) + 1
        alone = only and node.komponen is KomponenPerencanaan.TUJUAN
        yield "" if alone else str(counts[node.komponen]), node


def goal(place: int, no: str, kinerja: Kinerja, compared: Comparisons) -> tuple[LkjipGoal, list[Decimal]]:
    """A sasaran with its analyses, and the capaian of its indicators.

    Args:
        place: Its place among all that are told, from 1.
        no: Its number among those of its level; empty where it is the only one.
        kinerja: Its node.
        compared: What it is compared with.
    """
    pairs = [compared.row(kinerja, indikator) for indikator in kinerja.indikator]
    rows, reached = tuple(row for row, _ in pairs), [value for _, value in pairs if value is not None]
    rules, mean = compared.achieved.rules, average((value for _, value in pairs if value is not None), compared.ceiling)
    given = compared.achieved.money.given_for(kinerja)
    spent = compared.achieved.money.spent_for(kinerja, compared.quarter)
    used, supports = share(spent, given), tuple(_supports(kinerja, compared))
    missing = sum(row.realisasi == NOT_MEASURED for row in rows)
    saved = (
        sum((amount for _, amount in supports), Decimal(0)) if any(row.hemat != NONE for row, _ in supports) else None
    )
    efficiency, worth, verdict = _efficiency(rules.efficiency, mean, used, saved)
    return LkjipGoal(
        urut=str(place),
        no=no,
        sebutan=kinerja.komponen.label,
        sasaran=filled(kinerja.text, "sasaran"),
        daftar_indikator=rows,
        rata_rata=percent(mean),
        kategori=band_of(mean, rules.categories) if mean is not None else NOT_MEASURED.capitalize(),
        belum_diukur=str(missing) if missing else "",
        ada_riwayat=any(text != NONE for row in rows for text in row.realisasi_lalu),
        ada_target_akhir=any(row.target_akhir != NONE for row in rows),
        ada_standar=any(row.standar != NONE for row in rows),
        ada_faktor=any(row.pendukung or row.penghambat or row.upaya for row in rows),
        ada_batang=any(row.ada_batang for row in rows),
        anggaran=money(given),
        realisasi_anggaran=money(spent),
        penyerapan=percent(used),
        efisiensi=efficiency,
        nilai_efisiensi=worth,
        kesimpulan_efisiensi=verdict,
        daftar_pendukung=tuple(row for row, _ in supports),
    ), reached


def _efficiency(
    way: Efficiency, mean: Decimal | None, used: Decimal | None, saved: Decimal | None
) -> tuple[str, str, str]:
    """The efficiency, its value where the way has one, and the sentence; a dash where it cannot be told.

    Args:
        way: How the office tells it.
        mean: Average capaian in per cent.
        used: How much of the money was spent, in per cent.
        saved: Rupiah left by programs that reached their targets.
    """
    if mean is None or used is None:
        return NONE, NONE, NOT_COMPUTED
    below = "belum dapat disebut efisien karena capaiannya di bawah 100%"
    if way is Efficiency.PMK:
        found = pmk_efficiency(mean, used)
        if found is None:
            return NONE, NONE, NOT_COMPUTED
        return figure(found[0]), figure(found[1]), "efisien" if found[0] > 0 else "tidak efisien"
    if way is Efficiency.SAVED:
        return money(saved), NONE, "efisien" if saved else below if mean < _TARGET_MET else "tidak efisien"
    verdict = "efisien" if is_efficient(mean, used) else below if rounded(mean) < _TARGET_MET else "tidak efisien"
    return figure(rounded(mean) - rounded(used)), NONE, verdict


def _supports(goal_node: Kinerja, compared: Comparisons) -> Iterator[tuple[SupportingComponent, Decimal]]:
    """The programs and kegiatan below a sasaran, a row per indicator, each with what it left of its money."""
    tree, achieved, quarter = compared.material.tree, compared.achieved, compared.quarter
    if goal_node.komponen is not KomponenPerencanaan.SASARAN:
        return  # those of a tujuan are those of its sasaran
    once = MoneyOnce(achieved.money)
    for kinerja in tree.subtree(goal_node):
        level = SUPPORTS.get(kinerja.komponen)
        if level is None:
            continue
        codes, counted = achieved.money.codes_of(kinerja), once.counted(kinerja)
        given, spent = (
            achieved.money.given_for(kinerja, counted),
            achieved.money.spent_for(kinerja, quarter, counted),
        )
        every = [achieved.of(kinerja, indikator) for indikator in kinerja.indikator]
        figures = [one.capaian(quarter, one.target) for one in every]
        mean = average((value for value in figures if value is not None), compared.ceiling)
        reached = mean is not None and rounded(mean) >= _TARGET_MET
        left = given - spent if reached and given is not None and spent is not None else None
        name = component_names(kinerja, compared.material.programs) or kinerja.text.text
        with_money = not codes or len(counted) < len(codes)
        for number, (one, value) in enumerate(zip(every, figures, strict=True)):
            first, realised = number == 0, one.realised(quarter)
            priced = first and with_money
            own = priced and level == "program"
            yield (
                SupportingComponent(
                    tingkat=level,
                    nama=f"{name}{money_elsewhere(counted)}" if first else "",
                    indikator=filled(one.entry.indikator.text, "indikator"),
                    satuan=filled(one.entry.indikator.baris.satuan, "satuan"),
                    target=target_of(one.entry.indikator, one.year),
                    realisasi=one.printed(realised) if realised else NOT_MEASURED,
                    capaian=percent(value),
                    anggaran=money(given) if priced else "",
                    realisasi_anggaran=money(spent) if priced else "",
                    persen_anggaran=percent(share(spent, given)) if priced else "",
                    hemat=money(left) if own else NONE,
                    menunjang=NONE
                    if value is None
                    else "Menunjang"
                    if rounded(value) >= _TARGET_MET
                    else "Belum menunjang",
                ),
                left if own and left is not None else Decimal(0),
            )


def with_tables(goals: Iterable[LkjipGoal]) -> tuple[tuple[LkjipGoal, ...], str]:
    """The sasaran with the numbers of their tables, which rise through the chapter, and that of the table behind them.

    A table that is not printed takes no number, so the list of tables has no gap.
    """
    count, numbers = 0, list[LkjipGoal]()
    for one in goals:
        serves = one.sebutan == KomponenPerencanaan.SASARAN.label
        printed = (True, one.ada_riwayat, one.ada_target_akhir, one.ada_standar, one.ada_faktor, True, serves)
        own = [str(count + sum(printed[: place + 1])) if shown else "" for place, shown in enumerate(printed)]
        count += sum(printed)
        numbers.append(replace(one, nomor_tabel=tuple(own)))
    return tuple(numbers), str(count + 1)


def budget_rows(nodes: tuple[Kinerja, ...], compared: Comparisons) -> Iterator[LkjipBudget]:
    """The table of money: the programs of each sasaran, each program once, those of none behind, and the sum."""
    programs, money_of, quarter = compared.material.programs, compared.achieved.money, compared.quarter
    roots, listed = {entry.kode for entry in programs.roots}, dict[str, str]()
    for no, node in numbered(nodes):
        if node.komponen is not KomponenPerencanaan.SASARAN:
            continue
        own = dict.fromkeys(part for code in money_of.codes_of(node) for part in with_parents(code) if part in roots)
        for place, code in enumerate(own):
            number, text = (no, node.text.text) if place == 0 else ("", "")
            if code in listed:
                name = f"{_program_name(compared, code)} (dihitung pada sasaran {listed[code]})"
                yield LkjipBudget("rincian", number, text, name, NONE, NONE, NONE)
                continue
            listed[code] = no
            yield _budget(compared, code, number, text)
    for code in (entry.kode for entry in programs.roots if entry.kode not in listed):
        yield _budget(compared, code, "", NONE)
    given = [money_of.given(entry.kode) for entry in programs.roots]
    spent = [amount for entry in programs.roots if (amount := money_of.spent(entry.kode, quarter)) is not None]
    known = [amount for amount in given if amount is not None]
    whole = sum(known, Decimal(0)) if known and len(known) == len(given) else None
    used = sum(spent, Decimal(0)) if spent else None
    yield LkjipBudget("jumlah", "", "", "Jumlah", money(whole), money(used), percent(share(used, whole)))


def _budget(compared: Comparisons, code: str, number: str, text: str) -> LkjipBudget:
    given = compared.achieved.money.given(code)
    spent = compared.achieved.money.spent(code, compared.quarter)
    name = _program_name(compared, code)
    return LkjipBudget("rincian", number, text, name, money(given), money(spent), percent(share(spent, given)))


def _program_name(compared: Comparisons, code: str) -> str:
    entry = compared.material.programs.find(code)
    return f"{code} {entry.nama.clean}".strip() if entry else code


def measured_rows(goals: tuple[LkjipGoal, ...]) -> tuple[LkjipIndicator, ...]:
    """All indicators of the sasaran."""
    return tuple(row for one in goals for row in one.daftar_indikator)
