"""Table 4.2 of the Renstra: programs and what they cost, by field of government (domain.md 2.2; Inmendagri 2/2025)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import partial

from pokin_docs.documents.material import Material
from pokin_docs.documents.printed import measure_of, target_of, total_mark
from pokin_docs.documents.renstra.records import CapaianPagu, ProgramPendanaan
from pokin_docs.documents.renstra.years import period_mark, planned_years
from pokin_docs.documents.values import Tanda, Text, filled, missing
from pokin_docs.model.cycle import YEAR_COLUMNS
from pokin_docs.model.findings import temuan
from pokin_docs.model.government_fields import GOVERNMENT_FIELDS, SHARED, URUSAN_TITLES, field_of, field_title
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.printing import rupiah
from pokin_docs.model.programs import CodeKind, Nomenklatur, ProgramList
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.tree import Kinerja


def in_thousands(material: Material) -> bool:
    """Whether table 4.2 is printed on F4, where whole amounts have no room."""
    paper = material.workbook.identitas.get("kertas_pendanaan")
    return paper is not None and paper.clean.casefold() == "f4"


def own_field(material: Material) -> str:
    """The field that X.XX stands for: that of Kode SKPD, or the only one that programs name; empty when unknown."""
    kode = material.workbook.identitas.get("kode_skpd")
    named = field_of(kode.clean) if kode else ""
    fields = {field_of(entry.kode) for entry in material.programs.roots} & GOVERNMENT_FIELDS.keys() - {SHARED}
    if named in GOVERNMENT_FIELDS:
        return named
    return fields.pop() if len(fields) == 1 else ""


def with_own_field(text: str, material: Material) -> str:
    """A code, or codes in a text, with the agency's field for X.XX where that is known."""
    if SHARED not in text:
        return text
    return text.replace(SHARED, own_field(material) or SHARED)


def funding(material: Material) -> Iterator[ProgramPendanaan]:
    """Table 4.2: every component of the sheet Program once under its field, the kinerja it serves, and the total."""
    years = _PlannedYears(planned_years(material), period_mark(material), in_thousands(material))
    by_code: dict[str, list[Kinerja]] = {}
    for kinerja in material.tree.kinerja:
        for kode in kinerja.kode:
            by_code.setdefault(kode, []).append(kinerja)
    shown: set[str] = set()
    shown_fields: set[str] = set()

    def component(entry: Nomenklatur) -> Iterator[ProgramPendanaan]:
        shown.add(entry.kode)
        served = by_code.get(entry.kode, ())
        yield _component_row(
            entry,
            with_own_field(entry.kode, material),
            years,
            without_kinerja=not served and entry.jenis is CodeKind.PROGRAM,
        )
        for kinerja in served:
            yield from _kinerja_rows(kinerja, years)
        for child in material.programs.children(entry.kode):
            yield from component(child)

    for field, entries in _by_field(material):
        yield from _headings(field, entries, material, years, shown_fields)
        for entry in entries:
            yield from component(entry)
    for entry in material.programs.program_lines:  # lines whose code has no official shape
        if entry.kode not in shown:
            yield from component(entry)
    loose = [
        kinerja
        for kinerja in material.tree.kinerja
        if kinerja.komponen.value >= KomponenPerencanaan.SASARAN_PROGRAM.value
        and not any(kode in shown for kode in kinerja.kode)
    ]
    for kinerja in loose:
        yield from _kinerja_rows(kinerja, years)
    if material.programs.program_lines:
        yield _total_row(material.programs, years)


@dataclass(frozen=True)
class _PlannedYears:
    """The planned years, and the mark of their cells where none is known."""

    years: tuple[int, ...]
    unknown: Tanda
    thousands: bool

    def money(self, amount: Decimal) -> str:
        """An amount as it is printed: whole, or in thousands to the nearest."""
        return rupiah((amount / 1000).quantize(Decimal(1), ROUND_HALF_UP) if self.thousands else amount)

    def cells(self, target: Callable[[int], Text], pagu: Callable[[int], Text]) -> tuple[CapaianPagu, ...]:
        """The pairs of cells: blank behind a short period, the mark at what has one where no year is known."""
        cells = [CapaianPagu(target(year), pagu(year)) for year in self.years]
        if not cells:
            cells = [CapaianPagu(self.unknown, self.unknown)] * (YEAR_COLUMNS - 1)
        return (*cells, *(CapaianPagu("", ""),) * (YEAR_COLUMNS - len(cells)))


def _blank(year: int) -> Text:
    """No text: what a row says of no year."""
    return ""


def _amount(entry: Nomenklatur, years: _PlannedYears, year: int) -> Text:
    amount = entry.rupiah(year)
    if amount is not None:
        return years.money(amount)
    isian = entry.pagu.get(year, Isian("", entry.baris.source))
    return missing(f"pagu {year}", isian.source, unread=isian.unread or bool(isian))


def _component_row(entry: Nomenklatur, kode: str, years: _PlannedYears, *, without_kinerja: bool) -> ProgramPendanaan:
    """A component with its amounts; a mark at a program to which no kinerja gives an outcome."""
    level = (entry.jenis or CodeKind.SUB_KEGIATAN).name.lower()
    uraian = f"{kode} {entry.nama.clean}".strip()
    amounts = years.cells(_blank, partial(_amount, entry, years))
    indikator = _without_kinerja(entry) if without_kinerja else ""
    return ProgramPendanaan(level, uraian, indikator, "", amounts, entry.baris.sumber_dana.clean)


def _pagu_cell(entry: Nomenklatur, year: int) -> CellRef:
    return entry.pagu[year].source if year in entry.pagu else entry.baris.source


def _without_kinerja(entry: Nomenklatur) -> Tanda:
    place = entry.baris.kode.source
    told = temuan("D12", place, kode=entry.kode, nama=entry.nama.clean)
    return replace(missing("outcome dan indikator", place), told=told)


def _kinerja_rows(kinerja: Kinerja, years: _PlannedYears) -> Iterator[ProgramPendanaan]:
    for no, indikator in enumerate(kinerja.indikator):
        satuan = indikator.baris.satuan
        text = filled(indikator.text, "indikator")
        if isinstance(text, str) and satuan:
            text = f"{text} ({satuan.clean})"
        yield ProgramPendanaan(
            tingkat="kinerja",
            uraian=filled(kinerja.text, "kinerja") if no == 0 else "",
            indikator=text,
            kondisi_awal=measure_of(indikator.baris.kondisi_awal, indikator, "kondisi awal"),
            daftar_tahun=years.cells(partial(target_of, indikator), _blank),
            keterangan="",
        )


def _total_row(program: ProgramList, years: _PlannedYears) -> ProgramPendanaan:
    if not program.roots:
        unknown = missing("program", program.program_lines[0].baris.kode.source)
        return ProgramPendanaan("jumlah", "Jumlah", "", "", years.cells(_blank, lambda year: unknown), "")
    return _sum_row("jumlah", "Jumlah", program.roots, program, years)


def _sum_row(
    tingkat: str, uraian: str, entries: Sequence[Nomenklatur], program: ProgramList, years: _PlannedYears
) -> ProgramPendanaan:
    """A row with the sums of some lines, none of which is part of another."""

    def total(year: int) -> Text:
        amounts = {_pagu_cell(entry, year): entry.rupiah(year) for entry in entries}
        lacking = [cell for cell, amount in amounts.items() if amount is None]
        known = [amount for amount in amounts.values() if amount is not None]
        return total_mark("jumlah", lacking, program, year) if lacking else years.money(sum(known, Decimal(0)))

    return ProgramPendanaan(tingkat, uraian, "", "", years.cells(_blank, total), "")


def _by_field(material: Material) -> list[tuple[str, list[Nomenklatur]]]:
    """The lines that are part of no other by field of government; those of no known field come first, as ''.

    They have no heading, and behind one they would look as if they belonged to it.
    """
    groups: dict[str, list[Nomenklatur]] = {"": []}
    for entry in material.programs.roots:
        field = field_of(with_own_field(entry.kode, material))
        groups.setdefault(field if field in GOVERNMENT_FIELDS and field != SHARED else "", []).append(entry)
    return sorted(groups.items(), key=lambda group: group[0][:1])


def _headings(
    field: str, entries: Sequence[Nomenklatur], material: Material, years: _PlannedYears, shown: set[str]
) -> Iterator[ProgramPendanaan]:
    """The row of a field with its sum; before its first field that of the urusan."""
    if not field:
        return
    urusan = field[:1]
    if urusan not in shown:
        shown.add(urusan)
        below = [
            entry for entry in material.programs.roots if field_of(with_own_field(entry.kode, material))[:1] == urusan
        ]
        title = f"{urusan} {URUSAN_TITLES[urusan]}"
        yield _sum_row("urusan", title, below, material.programs, years)
    yield _sum_row("bidang", field_title(field), entries, material.programs, years)
