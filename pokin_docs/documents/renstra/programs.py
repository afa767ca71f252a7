"""Chapter IV of the Renstra and the cascading table: the tree beside its programs and budgets (domain.md 2.2, 4.5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from pokin_docs.documents.material import Material
from pokin_docs.documents.printed import component_names, measure_of, target_of, total_mark
from pokin_docs.documents.renstra.direction import goal_note, noted
from pokin_docs.documents.renstra.records import CapaianPagu, KinerjaCascading, PerumusanProgram, ProgramPendanaan
from pokin_docs.documents.renstra.years import indikator_renstra, period_mark, target_years
from pokin_docs.documents.values import Tanda, Text, filled, missing
from pokin_docs.model.cycle import YEAR_COLUMNS
from pokin_docs.model.findings import temuan
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.printing import rupiah
from pokin_docs.model.programs import CodeKind, Nomenklatur, ProgramList
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.tree import Kinerja


def _component_or_mark(kinerja: Kinerja, program: ProgramList) -> Text:
    if kinerja.komponen in (KomponenPerencanaan.TUJUAN, KomponenPerencanaan.SASARAN):
        return ""
    names = component_names(kinerja, program)
    return names if names or kinerja.without_budget else filled(kinerja.baris[0].kode, "kode")


def formulation(material: Material) -> Iterator[PerumusanProgram]:
    """Table 4.1: each kinerja in the column of its level (domain.md 2.2, mapping of the pohon kinerja to 4.1)."""
    sasaran = 0
    for kinerja in material.tree.kinerja:
        komponen, text = kinerja.komponen, kinerja.text.text
        sasaran += komponen is KomponenPerencanaan.SASARAN
        yield PerumusanProgram(
            acuan=_reference(material, kinerja, sasaran) if komponen is KomponenPerencanaan.SASARAN else "",
            tujuan=text if komponen is KomponenPerencanaan.TUJUAN else "",
            sasaran=text if komponen is KomponenPerencanaan.SASARAN else "",
            outcome=text if komponen is KomponenPerencanaan.SASARAN_PROGRAM else "",
            output=text if komponen.value > KomponenPerencanaan.SASARAN_PROGRAM.value else "",
            program=_component_or_mark(kinerja, material.programs),
            daftar_indikator=tuple(indikator_renstra(item, material) for item in kinerja.indikator),
        )


def _reference(material: Material, kinerja: Kinerja, number: int) -> Text:
    """NSPK and sasaran RPJMD of a sasaran, by its number; where it has neither the mark that table 3.1 has too."""
    row = goal_note(material, kinerja)
    said = [isian.text for isian in (row.nspk, row.sasaran_rpjmd) if isian] if row else []
    return "\n".join(said) or noted(material, row.nspk if row else None, f"NSPK Sasaran {number}")


def funding(material: Material) -> Iterator[ProgramPendanaan]:
    """Table 4.2: every component of the sheet Program once, below it the kinerja it serves, and the total."""
    years = _PlannedYears(target_years(material)[1:], period_mark(material))
    by_code: dict[str, list[Kinerja]] = {}
    for kinerja in material.tree.kinerja:
        for kode in kinerja.kode:
            by_code.setdefault(kode, []).append(kinerja)
    shown: set[str] = set()

    def component(entry: Nomenklatur) -> Iterator[ProgramPendanaan]:
        shown.add(entry.kode)
        served = by_code.get(entry.kode, ())
        yield _component_row(entry, years, without_kinerja=not served and entry.jenis is CodeKind.PROGRAM)
        for kinerja in served:
            yield from _kinerja_rows(kinerja, years)
        for child in material.programs.children(entry.kode):
            yield from component(child)

    for entry in material.programs.at_level(CodeKind.PROGRAM):
        yield from component(entry)
    for entry in material.programs.program_lines:  # lines whose program is missing, or whose code has no official shape
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

    def cells(self, target: Callable[[int], Text], pagu: Callable[[int], Text]) -> tuple[CapaianPagu, ...]:
        """The pairs of cells: blank behind a short period, the mark at what has one where no year is known."""
        cells = [CapaianPagu(target(year), pagu(year)) for year in self.years]
        filler = CapaianPagu("", "") if cells else CapaianPagu(self.unknown, self.unknown)
        return (*cells, *(filler,) * (YEAR_COLUMNS - 1 - len(cells)))


def _blank(year: int) -> Text:
    """No text: what a row says of no year."""
    return ""


def _amount(entry: Nomenklatur, year: int) -> Text:
    amount = entry.rupiah(year)
    if amount is not None:
        return rupiah(amount)
    isian = entry.pagu.get(year, Isian("", entry.baris.source))
    return missing(f"pagu {year}", isian.source, unread=isian.unread or bool(isian))


def _component_row(entry: Nomenklatur, years: _PlannedYears, *, without_kinerja: bool) -> ProgramPendanaan:
    """A component with its amounts; a mark at a program to which no kinerja gives an outcome."""
    level = (entry.jenis or CodeKind.SUB_KEGIATAN).name.lower()
    uraian = f"{entry.kode} {entry.nama.clean}".strip()
    amounts = years.cells(_blank, partial(_amount, entry))
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
    def total(year: int) -> Text:
        amounts = {_pagu_cell(entry, year): entry.rupiah(year) for entry in program.roots}
        lacking = [cell for cell, amount in amounts.items() if amount is None]
        known = [amount for amount in amounts.values() if amount is not None]
        if amounts:
            return total_mark("jumlah", lacking, program, year) if lacking else rupiah(sum(known, Decimal(0)))
        return missing("program", program.program_lines[0].baris.kode.source)

    return ProgramPendanaan("jumlah", "Jumlah", "", "", years.cells(_blank, total), "")


def cascading(material: Material) -> Iterator[KinerjaCascading]:
    """The cascading table: every node in row order with its number in the tree and who answers for it."""
    for kinerja in material.tree.kinerja:
        names = [material.posts[id_].full_jabatan for id_ in kinerja.pemilik if id_ in material.posts]
        yield KinerjaCascading(
            nomor=".".join(map(str, kinerja.order)),
            komponen=kinerja.komponen.label,
            kinerja=filled(kinerja.text, "kinerja"),
            daftar_indikator=tuple(indikator_renstra(item, material) for item in kinerja.indikator),
            program=component_names(kinerja, material.programs),
            penanggung_jawab="\n".join(dict.fromkeys(names)) or _without_owner(kinerja, material),
        )


def _without_owner(kinerja: Kinerja, material: Material) -> Text:
    """The mark of a node whose class has PKs and that nobody answers for; the tujuan need nobody."""
    if kinerja.jenis_pk is None or kinerja.komponen is KomponenPerencanaan.TUJUAN:
        return ""
    if "pejabat" not in material.workbook.lembar:
        return missing("penanggung jawab", "lembar Pejabat")
    cells = [indikator.baris.pemilik for indikator in kinerja.indikator]
    cell = next((isian for isian in cells if not isian), cells[0])
    return missing("penanggung jawab", cell.source, unread=cell.unread or bool(cell), column="Pemilik")
