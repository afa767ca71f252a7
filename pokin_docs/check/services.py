"""Rules B110, P90 to P94: past years in order, no more spent than given, names and figures that fit other sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from pokin_docs.check.missed_codes import codes_known
from pokin_docs.documents.plan import Plan
from pokin_docs.documents.renstra.services import EDUCATION, PEOPLE, headcount
from pokin_docs.model import past_years
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.measured import number
from pokin_docs.model.printing import rupiah
from pokin_docs.model.rows import BukuKerja, Isian
from pokin_docs.model.service_rows import (
    FactorRow,
    KeyIndicatorRow,
    PastBudgetRow,
    PriorityRow,
    ResourceRow,
    ServiceRow,
)
from pokin_docs.model.texts import Likeness, fold, fold_sentence, nearest
from pokin_docs.model.workbook_spec import PAST_YEARS

_HUNDRED = Decimal(100)


def past_years_follow(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """B110: the years of a sheet follow each other and end before the period."""
    sheets: tuple[tuple[str, Iterable[ServiceRow | PastBudgetRow]], ...] = (
        ("kinerja_pelayanan", buku.rows_of(ServiceRow, "kinerja_pelayanan")),
        ("anggaran_realisasi", buku.rows_of(PastBudgetRow, "anggaran_realisasi")),
    )
    first = plan.cycle.periode[0] if plan.cycle.periode else None
    for kunci, rows in sheets:
        years = past_years.years_told(rows)
        if not years:
            continue
        last = first - 1 if first is not None else years[-1]
        wanted = tuple(range(last - PAST_YEARS + 1, last + 1))
        if years != wanted and not set(wanted) <= set(years):
            yield temuan(
                "B110", buku.title(kunci), lembar=buku.lembar[kunci], tahun=", ".join(map(str, years)),
                diharapkan=f"{wanted[0]}-{wanted[-1]}",
            )  # fmt: skip


def no_more_spent_than_given(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P90: no program spent more than it was given; one finding for each row and year."""
    for row in buku.rows_of(PastBudgetRow, "anggaran_realisasi"):
        for year in sorted(row.realisasi):
            given, spent = past_years.amount(row.anggaran, year), past_years.amount(row.realisasi, year)
            if given is not None and spent is not None and spent > given:
                yield temuan(
                    "P90", row.realisasi[year].source, teks=row.uraian.clean, tahun=year, jumlah=rupiah(spent),
                    pagu=rupiah(given),
                )  # fmt: skip


def priority_codes_known(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P91: what is a priority is listed in Program; a code is told at its first row."""
    yield from codes_known("P91", (row.kode for row in buku.rows_of(PriorityRow, "prioritas")), plan)


def sentences_as_in_the_tree(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P92: a sasaran that the tree lacks, and an indicator that is one of the tree but for a slip."""
    goals = [
        kinerja.text.clean
        for level in (KomponenPerencanaan.TUJUAN, KomponenPerencanaan.SASARAN)
        for kinerja in plan.pohon.at_level(level)
        if kinerja.text
    ]
    known = {fold_sentence(goal) for goal in goals}
    for row in buku.rows_of(FactorRow, "faktor"):
        if goals and row.sasaran and fold_sentence(row.sasaran.text) not in known:
            yield _other_words(row.sasaran, proposal(nearest(row.sasaran.clean, goals, Likeness.PAIRED)))
    measures = [
        indikator.text.clean for kinerja in plan.pohon.kinerja for indikator in kinerja.indikator if indikator.text
    ]
    same = {fold_sentence(text) for text in measures}
    texts = [row.indikator for row in buku.rows_of(ServiceRow, "kinerja_pelayanan")]
    texts += [row.indikator for row in buku.rows_of(KeyIndicatorRow, "ikk")]
    for isian in texts:
        if isian and fold_sentence(isian.text) not in same:
            meant = nearest(isian.clean, measures, Likeness.SLIP)
            if meant is not None:
                yield _other_words(isian, proposal(meant))


def _other_words(isian: Isian, usul: str) -> Temuan:
    return temuan("P92", isian.source, teks=isian.clean, lembar=isian.source.lembar, usul=usul)


def key_targets_as_in_the_tree(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P93: an indicator has one target for a year, in IKK and in Tahap 5 (domain.md 2.3)."""
    targets: dict[str, Mapping[int, Isian]] = {}
    for kinerja in plan.pohon.kinerja:
        for indikator in kinerja.indikator:
            targets.setdefault(fold_sentence(indikator.text.text), indikator.target)
    for row in buku.rows_of(KeyIndicatorRow, "ikk"):
        for year, isian in sorted(row.target.items()):
            other = targets.get(fold_sentence(row.indikator.text), {}).get(year)
            if not isian or other is None or not other or _same_figure(isian, other):
                continue
            yield temuan(
                "P93", isian.source, teks=row.indikator.clean, tahun=year, nilai=isian.clean, lain=other.clean,
                sel=str(other.source),
            )  # fmt: skip


def _same_figure(one: Isian, other: Isian) -> bool:
    left, right = number(one), number(other)
    return fold(one.text) == fold(other.text) if left is None or right is None else left == right


def typed_figures_fit(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P94: shares, growth and sums that somebody typed are those that follow from the other cells."""
    for row in buku.rows_of(ServiceRow, "kinerja_pelayanan"):
        for year, isian in sorted(row.capaian.items()):
            yield from _share_fits(isian, past_years.reached_in(row, year), f"Capaian {year}")
    for budget in buku.rows_of(PastBudgetRow, "anggaran_realisasi"):
        years = sorted({*budget.anggaran, *budget.realisasi})
        given = {year: past_years.amount(budget.anggaran, year) for year in years}
        spent = {year: past_years.amount(budget.realisasi, year) for year in years}
        for year, isian in sorted(budget.rasio.items()):
            yield from _share_fits(isian, past_years.share(spent.get(year), given.get(year)), f"Rasio {year}")
        yield from _share_fits(budget.pertumbuhan_anggaran, past_years.growth(given), "Pertumbuhan Anggaran")
        yield from _share_fits(budget.pertumbuhan_realisasi, past_years.growth(spent), "Pertumbuhan Realisasi")
    yield from _people_fit(buku.rows_of(ResourceRow, "sumber_daya"))


def _share_fits(isian: Isian, ours: Decimal | None, kolom: str) -> Iterator[Temuan]:
    typed = number(isian) if isian else None
    if typed is None or ours is None:
        return
    # Offices write 95, 95%, and 0,95.
    if min(abs(typed - ours), abs(typed * _HUNDRED - ours)) > max(past_years.MAX_DIFFERENCE, abs(ours) / _HUNDRED):
        yield temuan("P94", isian.source, kolom=kolom, teks=isian.clean, hasil=past_years.percentage(ours))


def _people_fit(rows: tuple[ResourceRow, ...]) -> Iterator[Temuan]:
    """What Jumlah says beside men and women, and two ways of counting the same people."""
    sums: dict[str, tuple[ResourceRow, Decimal | None]] = {}
    for row in rows:
        ours, typed = headcount(row), past_years.count(row.jumlah)
        if typed is not None and ours is not None and (row.laki_laki or row.perempuan) and typed != ours:
            yield temuan("P94", row.jumlah.source, kolom="Jumlah", teks=row.jumlah.clean, hasil=rupiah(ours))
        group = fold(row.kelompok.text)
        first, so_far = sums.get(group, (row, Decimal(0)))
        sums[group] = first, None if ours is None or so_far is None else so_far + ours
    ranks, degrees = sums.get(fold(PEOPLE)), sums.get(fold(EDUCATION))
    if ranks and degrees and ranks[1] is not None and degrees[1] is not None and ranks[1] != degrees[1]:
        yield temuan(
            "P94", degrees[0].kelompok.source, kolom="Jumlah pegawai menurut pendidikan", teks=rupiah(degrees[1]),
            hasil=f"{rupiah(ranks[1])} menurut golongan",
        )  # fmt: skip


RULES = (
    past_years_follow,
    no_more_spent_than_given,
    priority_codes_known,
    sentences_as_in_the_tree,
    key_targets_as_in_the_tree,
    typed_figures_fit,
)
