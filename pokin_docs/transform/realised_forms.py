"""Forms that came back from the units, against the sheet Realisasi: what is new, what changes, what is unclear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from pokin_docs.model.findings import FindingLog, Temuan, temuan
from pokin_docs.model.import_target import ColumnKey, TargetTable
from pokin_docs.model.indicator_lookup import IndicatorLookup, NamedIndicator
from pokin_docs.model.measured import number
from pokin_docs.model.predicates import PredicateScale
from pokin_docs.model.printing import number_text, rupiah, tanggal
from pokin_docs.model.programs import ProgramList, first_code, split_codes
from pokin_docs.model.reached import IndicatorKey, indicator_key, year_of
from pokin_docs.model.realised import RealisasiRow, read_quarter
from pokin_docs.model.realised_form import FilledForm, FormMeasureRow
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold
from pokin_docs.model.tree import PohonKinerja
from pokin_docs.model.typed_values import read_typed_date
from pokin_docs.model.workbook_spec import QUARTER_CHOICES, REALISASI
from pokin_docs.transform.realised_answers import MEASURE_ANSWERS, MONEY_ANSWERS, answers_of, value_of
from pokin_docs.transform.realised_limits import less_than_nothing, more_than_there_is
from pokin_docs.transform.sipd.table_changes import TableChanges, Value, address

_ID, _SENTENCE, _CODE = ("indikator_id", None), ("indikator", None), ("kode", None)
_YEAR, _QUARTER = ("tahun", None), ("tw", None)
Subject = tuple[IndicatorKey | str, int]
"""What a row is about: an indicator or a code, and the quarter."""


@dataclass(frozen=True, slots=True)
class _GivenValue:
    """A value that a form gives, and where."""

    value: Value
    place: CellRef


@dataclass(frozen=True, slots=True)
class FormChanges:
    """What the sheet Realisasi gets from forms, the cells of the forms that it gets it from, and what it does not get.

    A cell that says what the sheet says already counts as one that it gets.
    """

    changes: TableChanges
    taken: frozenset[CellRef]
    temuan: tuple[Temuan, ...]

    def line(self, form: FilledForm) -> str:
        """How much of a form the sheet has now, and how much of it is not used."""
        measures = sum(row.nilai.source in self.taken for row in form.measures)
        money = sum(row.anggaran.source in self.taken for row in form.money)
        answers = [answers_of(row, MEASURE_ANSWERS) for row in form.measures]
        answers += [answers_of(row, MONEY_ANSWERS) for row in form.money]
        left = len({isian.source for row in answers for isian in row.values()} - self.taken)
        said = f"{measures} indikator dan {money} sub kegiatan diisi"
        quarter, unit = form.about.get("Triwulan", ""), form.about.get("Unit", "")
        return f"{form.file} ({unit}, {quarter}): {said}{f'; {left} isian tidak dipakai' if left else ''}."


@dataclass
class _Entry:
    """All that the forms say about one subject, by column."""

    name: str
    quarter: int
    measure: NamedIndicator | None
    code: str
    columns: dict[str, list[_GivenValue]] = field(default_factory=dict)


def refusals(forms: Sequence[FilledForm], agency: str, year: int | None) -> Iterator[Temuan]:
    """B118: forms of another agency or year, or that contradict themselves about their quarter.

    Args:
        forms: The forms.
        agency: The name of the agency of the workbook; empty where it says none.
        year: The year of the PK.
    """
    for form in forms:
        own, quarter = form.about.get("Perangkat Daerah", ""), read_quarter(form.about.get("Triwulan", ""))
        reason = ""
        if own and agency and fold(own) != fold(agency):
            reason = f"formulir ini milik «{own}», sedangkan buku kerja ini milik «{agency}»"
        elif year is None:
            reason = "Tahun pada lembar Identitas buku kerja belum diisi"
        elif form.about.get("Tahun", "").strip() != str(year):
            told = form.about.get("Tahun", "") or "kosong"
            reason = f"Tahun pada lembar Formulir {told}, sedangkan Tahun di Identitas buku kerja {year}"
        elif quarter is None:
            reason = f"Triwulan pada lembar Formulir «{form.about.get('Triwulan', '')}» bukan TW I sampai TW IV"
        elif form.quarters_named - {quarter}:
            named = ", ".join(QUARTER_CHOICES[one - 1] for one in sorted(form.quarters_named - {quarter}))
            reason = f"judul kolomnya menyebut {named}, sedangkan lembar Formulir {QUARTER_CHOICES[quarter - 1]}"
        if reason:
            yield temuan("B118", CellRef(""), berkas=form.file, sebab=reason)


def form_changes(
    forms: Sequence[FilledForm], table: TargetTable, tree: PohonKinerja, year: int,
    scales: tuple[PredicateScale, ...], program: ProgramList,
) -> FormChanges:  # fmt: skip
    """What the sheet Realisasi gets from forms, what of them it does not get (B119), and what passes its pagu (P64).

    Args:
        forms: The forms, none of them refused.
        table: The sheet as it stands.
        tree: The tree of the workbook.
        year: The year of the PK.
        scales: The scales of predicates that are known.
        program: The programs of the workbook.
    """
    log = FindingLog()
    lookup = IndicatorLookup(tree)
    entries = _gathered(forms, lookup, year, scales, log)
    changes = TableChanges(table, REALISASI)
    rows = _rows_by_subject(table, lookup, year)
    taken: set[CellRef] = set()
    money: dict[tuple[str, int], tuple[Decimal, CellRef]] = {}
    for subject, entry in entries.items():
        values = {
            kunci: agreed for kunci, said in entry.columns.items() if (agreed := _agreed(entry, kunci, said, log))
        }
        if not values:
            continue
        if subject in rows:
            values = dict(_compare(changes, rows[subject], values, entry))
        else:
            _add(changes, entry, {kunci: said.value for kunci, said in values.items()}, year)
        taken.update(said.place for kunci in values for said in entry.columns[kunci])
        if entry.measure is None and "anggaran" in values and isinstance(amount := values["anggaran"].value, Decimal):
            money[entry.code, entry.quarter] = amount, values["anggaran"].place
    spent = {(code, quarter): found for (code, quarter), found in rows.items() if isinstance(code, str)}
    log.add(more_than_there_is(money, spent, program, year))
    return FormChanges(changes, frozenset(taken), tuple(log))


def _gathered(
    forms: Sequence[FilledForm], lookup: IndicatorLookup, year: int, scales: tuple[PredicateScale, ...], log: FindingLog
) -> dict[Subject, _Entry]:
    found: dict[Subject, _Entry] = {}
    for form in forms:
        quarter = read_quarter(form.about.get("Triwulan", "")) or 0
        for row in form.measures:
            cells = answers_of(row, MEASURE_ANSWERS)
            if not cells:
                continue
            match = lookup.find(row.indikator_id, row.indikator, row.kode)
            if match.measure is None:
                _unknown(row, lookup, log)
                continue
            measure = match.measure
            entry = found.setdefault(
                (indicator_key(measure.indikator), quarter),
                _Entry(measure.indikator.text.clean, quarter, measure, row.kode.clean),
            )
            target = measure.indikator.target.get(year)
            for kunci, isian in cells.items():
                _take(entry, kunci, isian, value_of(kunci, isian, target, scales), log)
        for money in form.money:
            code, cells = first_code(money.kode.text), answers_of(money, MONEY_ANSWERS)
            name = f"{code} {money.nomenklatur.clean}".strip()
            if cells and not (code and "anggaran" in cells):
                lack = f"«{name}» tanpa Anggaran Realisasi" if code else "barisnya tidak menyebut kode sub kegiatan"
                log.note("B119", money.source, sebab=lack)
            elif cells:
                entry = found.setdefault((code, quarter), _Entry(name, quarter, None, code))
                for kunci, isian in cells.items():
                    _take(entry, kunci, isian, value_of(kunci, isian, None, scales), log)
    return found


def _unknown(row: FormMeasureRow, lookup: IndicatorLookup, log: FindingLog) -> None:
    said = row.indikator_id or row.indikator
    near = lookup.likely(said) if said else None
    hint = f"; mungkin maksudnya «{near}»" if near else ""
    what = f"indikator «{said.clean}» tidak ada di Tahap 5{hint}" if said else "barisnya tidak menyebut indikator"
    log.note("B119", row.source, sebab=what)


def _take(entry: _Entry, kunci: str, isian: Isian, value: Value | None, log: FindingLog) -> None:
    if value is None:
        kind = "tanggal" if kunci == "batas_waktu" else "angka atau predikat"
        log.note("B119", isian.source, sebab=f"«{isian.clean}» bukan {kind} untuk «{entry.name}»")
    elif reason := less_than_nothing(kunci, value, entry.measure.indikator.baris if entry.measure else None):
        title = REALISASI.kolom_of(kunci).title
        log.note("B119", isian.source, sebab=f"{title} «{entry.name}» {reason}")
    else:
        entry.columns.setdefault(kunci, []).append(_GivenValue(value, isian.source))


def _agreed(entry: _Entry, kunci: str, said: list[_GivenValue], log: FindingLog) -> _GivenValue | None:
    """The value that all forms agree on; None, with a finding, where two say different things."""
    first = said[0]
    other = next((one for one in said if one.value != first.value), None)
    if other is None:
        return first
    title = REALISASI.kolom_of(kunci).title
    told = (
        f"{title} «{entry.name}» {QUARTER_CHOICES[entry.quarter - 1]} di {first.place} {_shown(kunci, first.value)}, "
        f"di {other.place} {_shown(kunci, other.value)}"
    )
    log.note("B119", other.place, sebab=told)
    return None


def _shown(kunci: str, value: Value) -> str:
    if not isinstance(value, Decimal):
        return f"«{value}»"
    return f"Rp{rupiah(value)}" if kunci == "anggaran" else number_text(value)


def _rows_by_subject(table: TargetTable, lookup: IndicatorLookup, year: int) -> dict[Subject, list[RealisasiRow]]:
    """The rows of the sheet by what they are about."""
    found: dict[Subject, list[RealisasiRow]] = {}
    for row in table.rows:
        if not isinstance(row, RealisasiRow) or year_of(row, year) != year:
            continue
        quarter = read_quarter(row.tw.text)
        if quarter is None:
            continue
        match = lookup.realised(row)
        codes = split_codes(row.kode.text)
        if match.measure is not None:
            found.setdefault((indicator_key(match.measure.indikator), quarter), []).append(row)
        if codes and (row.anggaran or match.measure is None):
            found.setdefault((codes[0], quarter), []).append(row)
    return found


def _compare(
    changes: TableChanges, rows: list[RealisasiRow], values: dict[str, _GivenValue], entry: _Entry
) -> Iterator[tuple[str, _GivenValue]]:
    """Note the cells that say something else now; what the sheet says then, a cell that may not be changed left out."""
    for kunci, said in values.items():
        key: ColumnKey = (kunci, None)
        own = [row for row in rows if getattr(row, kunci)]
        row = (own or rows)[0]
        isian: Isian = getattr(row, kunci)
        if _same(kunci, isian, said.value):
            yield kunci, said
            continue
        place = (row.baris, changes.column(key))
        title = REALISASI.kolom_of(kunci).title
        name = f"{entry.name}, {QUARTER_CHOICES[entry.quarter - 1]}"
        if changes.may_write(place, key, _shown(kunci, said.value), name, "formulirnya"):
            yield kunci, said
            changes.set(place, key, said.value)
            before = "kosong" if isian.is_blank else f"«{isian.clean}»" if kunci != "anggaran" else _money_now(isian)
            changes.changed.append(f"{name}: {title} {before} → {_shown(kunci, said.value)} ({address(place)})")


def _money_now(isian: Isian) -> str:
    return f"Rp{rupiah(isian.number)}" if isian.number is not None else f"«{isian.clean}»"


def _same(kunci: str, isian: Isian, value: Value) -> bool:
    if isinstance(value, Decimal):
        now = isian.number if kunci == "anggaran" else number(isian)
        return bool(isian) and now == value
    if kunci == "batas_waktu":
        day = isian.tanggal or read_typed_date(isian.text)
        return day is not None and tanggal(day) == value
    return isian.text.strip() == value


def _add(changes: TableChanges, entry: _Entry, values: dict[str, Value], year: int) -> None:
    if not changes.table.columns:
        for kolom in REALISASI.kolom:
            changes.column((kolom.kunci, None))
    cells: dict[ColumnKey, Value] = {_QUARTER: QUARTER_CHOICES[entry.quarter - 1]}
    if entry.measure is not None:
        own = entry.measure.indikator
        if own.baris.indikator_id:
            cells[_ID] = own.baris.indikator_id.clean
        else:
            cells[_SENTENCE] = own.text.clean
            if entry.code:  # of several indicators with that sentence it tells which
                cells[_CODE] = entry.code
    else:
        cells[_CODE] = entry.code
    if changes.has(_YEAR):
        cells[_YEAR] = str(year)
    cells |= {(kunci, None): value for kunci, value in values.items()}
    changes.rows.append({changes.column(key): changes.scaled(key, value) for key, value in cells.items()})
    told = ", ".join(f"{REALISASI.kolom_of(kunci).title} {_shown(kunci, value)}" for kunci, value in values.items())
    changes.added.append(f"{entry.name}, {QUARTER_CHOICES[entry.quarter - 1]}: {told}")
