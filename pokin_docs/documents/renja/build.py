"""The tables T-C.29 and T-C.33: every component of Program with its indicators; what nobody knows stays blank."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pokin_docs.documents.achieved import year_achieved
from pokin_docs.documents.component_rows import Component, budget_of, components, total_budget
from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.lkjip.indicators import comparisons
from pokin_docs.documents.material import Material
from pokin_docs.documents.printed import agency, of_identity, target_of, written_year, year_of_files
from pokin_docs.documents.renja.content import PastRow, PlannedRow, RenjaPast, RenjaPlan
from pokin_docs.documents.renstra.years import period_mark
from pokin_docs.documents.values import Text, filled
from pokin_docs.model.achievement import achievement, figure, predicate_achievement
from pokin_docs.model.achievement_settings import read_rules
from pokin_docs.model.cells import BLANK, Isian
from pokin_docs.model.measured import measured, number
from pokin_docs.model.printing import rupiah
from pokin_docs.model.source import CellRef
from pokin_docs.model.tree import Indikator, Kinerja


def build_past(material: Material) -> Iterator[Dokumen]:
    """Table T-C.29 of the year of the PK."""
    rows = tuple(_past_rows(material))
    if not rows:
        return
    year, period = material.cycle.tahun, material.cycle.periode
    mark = of_identity("tahun", material.cycle.tahun_source)
    blank = any(not getattr(row, name) for row in rows if row.indikator for name in _MEASURED)
    content = RenjaPast(
        tahun=written_year(material.cycle),
        tahun_n1=str(year - 1) if year is not None else mark,
        tahun_n2=str(year - 2) if year is not None else mark,
        tahun_n3=str(year - 3) if year is not None else mark,
        tahun_akhir=str(period[1]) if period else period_mark(material),
        perangkat_daerah=agency(material.workbook),
        ada_kosong=blank,
        daftar_baris=rows,
    )
    yield _document("renja-29", "TC-29", "renja-tc-29.docx", content, material)


def build_planned(material: Material) -> Iterator[Dokumen]:
    """Table T-C.33 of the year of the PK and the outlook of the next one."""
    rows = tuple(_planned_rows(material))
    if not rows:
        return
    year = material.cycle.tahun
    totals = [total_budget(material, year), _outlook_total(material)]
    content = RenjaPlan(
        tahun=written_year(material.cycle),
        tahun_maju=str(year + 1) if year is not None else of_identity("tahun", material.cycle.tahun_source),
        perangkat_daerah=agency(material.workbook),
        daftar_baris=rows,
        jumlah_pagu=_money(totals[0]),
        jumlah_pagu_maju=_money(totals[1]),
    )
    yield _document("renja-33", "TC-33", "renja-tc-33.docx", content, material)


def _document(kode: str, table: str, templat: str, content: object, material: Material) -> Dokumen:
    year = year_of_files(material.cycle)
    return Dokumen(kode, f"Kinerja/Renja-{table}_{year}.docx", (templat,), content, tuple(_cells(material)))


def _cells(material: Material) -> Iterator[CellRef]:
    for component in components(material):
        yield component.entry.nama.source
        yield from (one.text.source for _, one in component.indicators)


Measure = tuple[Kinerja, Indikator]


def _heads(component: Component) -> Iterator[tuple[str, str, Text, Measure | None]]:
    """Kind, code, name and indicator of each row, this with its kinerja; code and name only in the first."""
    entry = component.entry
    kind = entry.jenis.value if entry.jenis else ""
    for place, measure in enumerate(component.indicators or (None,)):
        yield kind, entry.kode if not place else "", filled(entry.nama, "nomenklatur") if not place else "", measure


_MEASURED = ("realisasi_lalu", "target_n2", "realisasi_n2", "realisasi_n1")


def _past_rows(material: Material) -> Iterator[PastRow]:
    year, period = material.cycle.tahun, material.cycle.periode
    scales = read_rules(material.workbook.identitas)[0].scales

    def reached(target: Isian, realised: Isian, one: Indikator) -> str:
        wanted, got = number(target) if target else None, number(realised) if realised else None
        if wanted is not None and got is not None:
            share = achievement(wanted, got, one.polarity)
        else:
            share = predicate_achievement(target.clean, realised.clean, scales) if target and realised else None
        return "" if share is None else figure(share)

    compared = comparisons(material, year_achieved(material, year)) if year is not None else None
    for component in components(material):
        for kind, kode, name, measure in _heads(component):
            if measure is None or year is None or compared is None:
                yield PastRow(kind, kode, name, *("" for _ in range(10)))
                continue
            one, row = measure[1], measure[1].baris
            past = {before: compared.past(*measure, year - before) for before in (1, 2, 3)}
            target = {before: row.target.get(year - before, BLANK) for before in (1, 2)}
            last = row.target.get(period[1], BLANK) if period else BLANK
            yield PastRow(
                jenis=kind,
                kode=kode,
                uraian=name,
                indikator=filled(one.text, "indikator"),
                satuan=filled(row.satuan, "satuan"),
                target_akhir=measured(last, row.satuan),
                realisasi_lalu=measured(past[3], row.satuan),
                target_n2=measured(target[2], row.satuan),
                realisasi_n2=measured(past[2], row.satuan),
                tingkat_n2=reached(target[2], past[2], one),
                target_n1=measured(target[1], row.satuan),
                realisasi_n1=measured(past[1], row.satuan),
                tingkat_renstra=reached(last, past[1], one),
            )


def _planned_rows(material: Material) -> Iterator[PlannedRow]:
    year = material.cycle.tahun
    for component in components(material):
        entry = component.entry
        row = entry.baris
        for kind, kode, name, measure in _heads(component):
            first, one = bool(kode), measure[1] if measure else None
            yield PlannedRow(
                jenis=kind,
                kode=kode,
                uraian=name,
                indikator=filled(one.text, "indikator") if one else "",
                lokasi=row.lokasi.text.strip() if first else "",
                target=target_of(one, year) if one and year is not None else "",
                satuan=filled(one.baris.satuan, "satuan") if one else "",
                pagu=_money(budget_of(entry, material, year)) if first else "",
                sumber_dana=row.sumber_dana.clean if first else "",
                catatan=_notes(component) if first else "",
                target_maju=_outlook(component, one, year, first=first),
                pagu_maju=_money(_next_budget(component, material)) if first else "",
            )


def _outlook(component: Component, one: Indikator | None, year: int | None, *, first: bool) -> str:
    """The target of the next year: as Program says it, else that of the tree."""
    said = component.entry.baris.prakiraan_target
    if first and said:
        return said.clean
    if one is None or year is None:
        return ""
    return measured(one.target.get(year + 1, BLANK), one.baris.satuan)


def _next_budget(component: Component, material: Material) -> Decimal | None:
    """The money of the next year: as Program says it, else from its column of that year."""
    said, year = component.entry.baris.prakiraan_pagu, material.cycle.tahun
    if said.number is not None:
        return said.number
    return None if year is None else budget_of(component.entry, material, year + 1)


def _outlook_total(material: Material) -> Decimal | None:
    roots = {root.kode for root in material.programs.roots}
    amounts = [_next_budget(one, material) for one in components(material) if one.entry.kode in roots]
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(amounts) else None


def _notes(component: Component) -> str:
    row = component.entry.baris
    named = (("Prioritas nasional", row.prioritas_nasional), ("Prioritas daerah", row.prioritas_daerah))
    return "\n".join(
        [row.catatan.text.strip()] * bool(row.catatan) + [f"{label}: {cell.clean}" for label, cell in named if cell]
    )


def _money(amount: Decimal | None) -> str:
    return "" if amount is None else rupiah(amount)
