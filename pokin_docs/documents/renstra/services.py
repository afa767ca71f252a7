"""The Renstra's tables from sheets of their own: past years, factors, priorities, key indicators, means, clients."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from pokin_docs.documents.material import Material
from pokin_docs.documents.renstra.service_records import (
    BudgetYear,
    GoalFactors,
    KeyIndicator,
    PastBudget,
    PriorityActivity,
    Resource,
    ServiceClients,
    ServiceIndicator,
    ServiceYear,
)
from pokin_docs.documents.renstra.years import period_mark, target_years, year_cells
from pokin_docs.documents.values import Text, filled, missing
from pokin_docs.model import past_years
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.measured import measured, unbroken
from pokin_docs.model.past_years import NONE, percentage
from pokin_docs.model.printing import rupiah
from pokin_docs.model.programs import split_codes
from pokin_docs.model.rows import Isian
from pokin_docs.model.service_rows import (
    ClientRow,
    FactorRow,
    KeyIndicatorRow,
    PastBudgetRow,
    PriorityRow,
    ResourceRow,
    ServiceRow,
)
from pokin_docs.model.texts import fold
from pokin_docs.model.workbook_spec import PAST_YEARS, RESOURCE_GROUPS

PEOPLE, EDUCATION, THINGS = RESOURCE_GROUPS


def past_labels(material: Material) -> tuple[Text, ...]:
    """The five past years: those that the sheets tell of, else the five before the period."""
    years = _years(material)
    return tuple(map(str, years)) or (period_mark(material),) * PAST_YEARS


def _years(material: Material) -> tuple[int, ...]:
    """Five years that follow each other; none where neither a sheet nor Identitas says which."""
    buku = material.workbook
    told = {
        *past_years.years_told(buku.rows_of(ServiceRow, "kinerja_pelayanan")),
        *past_years.years_told(buku.rows_of(PastBudgetRow, "anggaran_realisasi")),
    }
    first = target_years(material)[:1]
    before = {year for year in told if not first or year < first[0]} or told
    last = max(before) if before else first[0] - 1 if first else None
    return () if last is None else tuple(range(last - PAST_YEARS + 1, last + 1))


def services(material: Material) -> Iterator[ServiceIndicator]:
    """Table 2.1 (T-C.23): one entry per row of the sheet Kinerja Pelayanan."""
    years = _years(material)
    for no, row in enumerate(material.workbook.rows_of(ServiceRow, "kinerja_pelayanan"), start=1):
        yield ServiceIndicator(
            no=str(no),
            indikator=filled(row.indikator, "indikator"),
            jenis=row.jenis.clean,
            satuan=filled(row.satuan, "satuan"),
            target_nspk=_value(row.target_nspk, row.satuan),
            target_ikk=_value(row.target_ikk, row.satuan),
            target_lain=_value(row.target_lain, row.satuan),
            daftar_tahun=tuple(
                ServiceYear(
                    str(year),
                    _value(row.target.get(year), row.satuan),
                    _value(row.realisasi.get(year), row.satuan),
                    percentage(past_years.reached_in(row, year)),
                )
                for year in years
            ),
        )


def _value(isian: Isian | None, satuan: Isian) -> str:
    """A measured value; a dash where nothing is known, as of years before something was measured."""
    return unbroken(measured(isian, satuan)) if isian else NONE


def budgets(material: Material) -> Iterator[PastBudget]:
    """Table 2.2 (T-C.24): one entry per row of the sheet Anggaran dan Realisasi, and the sum of several."""
    years, rows = _years(material), material.workbook.rows_of(PastBudgetRow, "anggaran_realisasi")
    for row in rows:
        given = {year: past_years.amount(row.anggaran, year) for year in years}
        spent = {year: past_years.amount(row.realisasi, year) for year in years}
        yield _budget("rincian", filled(row.uraian, "uraian"), given, spent)
    if len(rows) > 1:
        sums = {year: past_years.budget_sums(rows, year) for year in years}
        given, spent = ({year: both[side] for year, both in sums.items()} for side in (0, 1))
        yield _budget("jumlah", "Jumlah", given, spent)


def _budget(
    level: str, uraian: Text, given: Mapping[int, Decimal | None], spent: Mapping[int, Decimal | None]
) -> PastBudget:
    def shown(amount: Decimal | None) -> str:
        return NONE if amount is None else rupiah(amount)

    years = tuple(
        BudgetYear(
            str(year), shown(given[year]), shown(spent[year]), percentage(past_years.share(spent[year], given[year]))
        )
        for year in given
    )
    growths = (percentage(past_years.growth(given)), percentage(past_years.growth(spent)))
    return PastBudget(level, uraian, years, *growths)


def factors(material: Material) -> Iterator[GoalFactors]:
    """Table 2.4: one entry per row of the sheet Faktor Penghambat dan Pendorong."""
    for row in material.workbook.rows_of(FactorRow, "faktor"):
        yield GoalFactors(
            filled(row.sasaran, "sasaran"),
            filled(row.penghambat, "faktor penghambat"),
            filled(row.pendorong, "faktor pendorong"),
        )


def priorities(material: Material) -> Iterator[PriorityActivity]:
    """Table 4.3: name and outcome follow from the code where the row does not say them."""
    for no, row in enumerate(material.workbook.rows_of(PriorityRow, "prioritas"), start=1):
        codes = split_codes(row.kode.text)
        entries = [(kode, material.programs.find(kode)) for kode in codes]
        names = [f"{kode} {entry.nama.clean}" if entry else kode for kode, entry in entries]
        said = f"{row.kode.clean} {row.subkegiatan.text}".strip() if row.subkegiatan else "\n".join(names)
        yield PriorityActivity(
            no=str(no),
            program_prioritas=filled(row.program_prioritas, "program prioritas"),
            outcome=row.outcome.text if row.outcome else _outcome_of(codes, material) or filled(row.outcome, "outcome"),
            program=said or filled(row.kode, "kode"),
            keterangan=row.keterangan.text,
        )


def _outcome_of(codes: tuple[str, ...], material: Material) -> str:
    """The sentences of Sasaran Program above the kinerja of these codes; of the same program where none has them."""
    outcomes = material.tree.at_level(KomponenPerencanaan.SASARAN_PROGRAM)
    served = [kinerja.order for kinerja in material.tree.kinerja if not set(codes).isdisjoint(kinerja.kode)]
    above = [kinerja for kinerja in outcomes if any(order[: len(kinerja.order)] == kinerja.order for order in served)]
    alike = [
        kinerja
        for kinerja in outcomes
        if any(kode == own or kode.startswith(f"{own}.") for kode in codes for own in kinerja.kode)
    ]
    return "\n".join(dict.fromkeys(kinerja.text.text for kinerja in above or alike))


def key_indicators(material: Material) -> Iterator[KeyIndicator]:
    """Table 4.5: one entry per row of the sheet IKK."""
    years = target_years(material)
    for no, row in enumerate(material.workbook.rows_of(KeyIndicatorRow, "ikk"), start=1):
        targets = [_planned(row.target.get(year), row, f"target {year}") for year in years]
        yield KeyIndicator(
            no=str(no),
            indikator=filled(row.indikator, "indikator"),
            status=row.status.clean,
            satuan=filled(row.satuan, "satuan"),
            kondisi_awal=_planned(row.kondisi_awal, row, "kondisi awal"),
            target=year_cells(targets, period_mark(material)),
            keterangan=row.keterangan.text,
        )


def _planned(isian: Isian | None, row: KeyIndicatorRow, what: str) -> Text:
    if isian:
        return unbroken(measured(isian, row.satuan))
    return missing(what, row.source if isian is None else isian.source, unread=isian is not None and isian.unread)


@dataclass(frozen=True)
class Resources:
    """The rows of the sheet Sumber Daya by what they are about."""

    rows: tuple[ResourceRow, ...]

    def people(self, group: str) -> Iterator[Resource]:
        """The rows about people, and their sum."""
        chosen = self._of(group)
        for no, row in enumerate(chosen, start=1):
            total = headcount(row)
            counted = missing("jumlah", row.jumlah.source) if total is None else _many(total)
            men, women = _many(past_years.count(row.laki_laki)), _many(past_years.count(row.perempuan))
            name = filled(row.uraian, "uraian")
            yield Resource("rincian", str(no), name, men, women, counted, "", row.keterangan.text)
        if len(chosen) > 1:
            men, women = (
                _many(past_years.total([past_years.count(side) for side in sides]))
                for sides in ([row.laki_laki for row in chosen], [row.perempuan for row in chosen])
            )
            everybody = _many(past_years.total([headcount(row) for row in chosen]))
            yield Resource("jumlah", "", "Jumlah", men, women, everybody, "", "")

    def things(self) -> Iterator[Resource]:
        """The rows about things; those of a kind that is not known are among them."""
        rest = [row for row in self.rows if fold(row.kelompok.text) not in (fold(PEOPLE), fold(EDUCATION))]
        for no, row in enumerate(rest, start=1):
            counted = filled(row.jumlah, "jumlah")
            name = filled(row.uraian, "uraian")
            yield Resource("rincian", str(no), name, "", "", counted, row.satuan.clean, row.keterangan.text)

    def _of(self, group: str) -> list[ResourceRow]:
        return [row for row in self.rows if fold(row.kelompok.text) == fold(group)]


def headcount(row: ResourceRow) -> Decimal | None:
    """How many people a row counts: men and women, or what Jumlah says where neither is said."""
    sides = [past_years.count(side) for side in (row.laki_laki, row.perempuan) if side]
    return past_years.total(sides) if sides else past_years.count(row.jumlah)


def _many(value: Decimal | None) -> str:
    return NONE if value is None else rupiah(value)


def resources(material: Material) -> Resources:
    """The rows of the sheet Sumber Daya."""
    return Resources(material.workbook.rows_of(ResourceRow, "sumber_daya"))


def clients(material: Material) -> Iterator[ServiceClients]:
    """One entry per row of the sheet Kelompok Sasaran."""
    for no, row in enumerate(material.workbook.rows_of(ClientRow, "kelompok_sasaran"), start=1):
        yield ServiceClients(
            str(no),
            filled(row.layanan, "layanan"),
            filled(row.kelompok_sasaran, "kelompok sasaran"),
            row.keterangan.text,
        )
