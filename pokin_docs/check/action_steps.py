"""Rules P95 to P99 and B115: steps of the sheet Renaksi name an indicator, reach their target, add up, have a post."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from pokin_docs.check.missed_codes import codes_known
from pokin_docs.check.quarterly_money import as_before
from pokin_docs.check.sentences import quote
from pokin_docs.documents.plan import Plan
from pokin_docs.model.action_rows import RenaksiRow
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.cells import Isian
from pokin_docs.model.counting import Series, WayOfCounting, read_series, read_way
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.indicator_lookup import IndicatorLookup
from pokin_docs.model.printing import number_text, rupiah
from pokin_docs.model.programs import split_codes, split_ids
from pokin_docs.model.ranges import first_cells
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.shares import sum_known
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold, nearest

_CENT = Decimal("0.01")


def steps_named(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """B115: every step has an indicator, which it names itself or goes on with from the row above."""
    rows = _rows(buku)
    if not rows:
        return
    loose = [row for row, match in IndicatorLookup(plan.pohon).steps(rows) if match.said is None]
    if loose:
        yield temuan("B115", _place(loose[0]), jumlah=len(loose), sel=first_cells([_place(row) for row in loose]))


def quarters_reach_the_step(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P97: the quarters of a step make its target, by its way of counting; by any where none is given."""
    step = ""
    for row in _rows(buku):
        step = row.rencana_aksi.clean or step
        series = read_series(row.target, row.quarters) if row.target and any(row.quarters) else None
        if series is None:
            continue
        way = read_way(row.jenis_hitung.text)
        if way is None and row.jenis_hitung:
            continue  # B22 tells of it
        if series.fits(way) if way is not None else bool(series.fitting()):
            continue
        fitting = series.fitting()
        yield temuan(
            "P97",
            row.target.source,
            teks=quote(row.sub.text or step),
            periode="/".join(cell.clean or "-" for cell in row.quarters),
            hitung=_made(series, way or WayOfCounting.SUM),
            target=row.target.clean,
            usul=f" Yang cocok: {fitting[0].value}." if fitting else "",
        )


def _made(series: Series, way: WayOfCounting) -> str:
    value = series.computed(way)
    return "-" if value is None else number_text(value.quantize(_CENT, ROUND_HALF_UP))


def answered_for(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P98: who answers for a step is a post of the sheet Pejabat; each name is told at its first row."""
    known = {fold(post.id): post.id for post in plan.every_pejabat}
    if not known:
        return
    told: set[str] = set()
    for row in _rows(buku):
        for id_ in split_ids(row.penanggung_jawab.text):
            if fold(id_) not in known and fold(id_) not in told:
                told.add(fold(id_))
                usul = proposal(nearest(id_, list(known.values())))
                yield temuan("P98", row.penanggung_jawab.source, id=id_, usul=usul)


def money_of_codes(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P95: the money of all steps of a code is its pagu, where each of these steps has money."""
    by_code: dict[str, list[RenaksiRow]] = {}
    for row in _rows(buku):
        for code in split_codes(row.kode.text):
            by_code.setdefault(code, []).append(row)
    for code, rows in by_code.items():
        entry = plan.program.find(code)
        pagu = entry.rupiah(plan.cycle.tahun) if entry is not None else None
        # A row of two codes has the money of both.
        whole = all(_money(row) is not None and len(split_codes(row.kode.text)) == 1 for row in rows)
        total = sum_known([_money(row) for row in rows])
        if whole and entry is not None and pagu is not None and total is not None and total != pagu:
            yield temuan(
                "P95", _first_money(rows[0]).source, kode=code, jumlah=rupiah(total), pagu=rupiah(pagu),
                tahun=plan.cycle.tahun or "",
                usul=as_before(buku, entry, plan.cycle.tahun, total),
                sel=first_cells([_first_money(row).source for row in rows]),
            )  # fmt: skip


def money_of_posts(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P96: the steps of one post without a code of their own have no more money than its PK."""
    rows = [row for row in _rows(buku) if _money(row) is not None]
    if not rows:
        return
    has = {
        key.post: sum_known([plan.shares.portions[key][code].amount for code in codes])
        for key, codes in plan.shares.heads.items()
        if key.post
    }
    spent: dict[str, list[RenaksiRow]] = {}
    for row, match in IndicatorLookup(plan.pohon).steps(rows):
        if match.measure is not None and not row.kode:
            for post in match.measure.indikator.pemilik:
                spent.setdefault(post, []).append(row)
    for post, steps in spent.items():
        total, own = sum_known([_money(row) for row in steps]), has.get(post)
        if total is not None and own is not None and total > own:
            yield temuan(
                "P96", _first_money(steps[0]).source, id=post, jumlah=rupiah(total), pagu=rupiah(own),
                sel=first_cells([_first_money(row).source for row in steps]),
            )  # fmt: skip


def step_codes_known(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P99: a code of a step is listed in Program; a code is told at its first row."""
    yield from codes_known("P99", (row.kode for row in _rows(buku)), plan)


def _rows(buku: BukuKerja) -> tuple[RenaksiRow, ...]:
    return buku.rows_of(RenaksiRow, "renaksi")


def _place(row: RenaksiRow) -> CellRef:
    return (row.rencana_aksi or row.sub or row.rencana_aksi).source


def _money(row: RenaksiRow) -> Decimal | None:
    """The money of a step over the year; None where no quarter has any."""
    known = [cell.number for cell in row.money if cell]
    return sum_known(known) if known else None


def _first_money(row: RenaksiRow) -> Isian:
    return next((cell for cell in row.money if cell), row.money[0])


RULES = (steps_named, money_of_codes, money_of_posts, quarters_reach_the_step, answered_for, step_codes_known)
