"""Rules K and the sheet Identitas: year, day and period fit together (PermenPANRB 53/2014; domain.md D3)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from pokin_docs.documents.plan import Plan
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.first_pages import CHAPTERS, first_page, key_of
from pokin_docs.model.levels import JenisPk, KomponenPerencanaan
from pokin_docs.model.printing import tanggal as written
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.source import CellRef
from pokin_docs.model.workbook_spec import IDENTITAS_KEYS

_CHECKED_ELSEWHERE = ("tahun", "periode", "tanggal_pk")  # K01, K06, K03 speak of them


def identity_filled(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """B29, B30: what every document prints is given."""
    if not buku.has("identitas"):
        yield temuan("B30", CellRef(""))
        return
    for kunci in IDENTITAS_KEYS:
        if kunci.leaves_mark and kunci.kunci not in _CHECKED_ELSEWHERE and not buku.identitas[kunci.kunci]:
            yield temuan("B29", buku.identitas[kunci.kunci].source, kunci=kunci.title)


def dates_fit(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """K02, K04, K05, K07: the year lies in the period, the day in the year and within a month of the DPA."""
    cycle = plan.cycle
    tahun_source = cycle.tahun_source.source if cycle.tahun_source else CellRef("")
    tanggal_source = cycle.tanggal_source.source if cycle.tanggal_source else CellRef("")
    if cycle.tahun is not None and cycle.periode is not None:
        first, last = cycle.periode
        if not first <= cycle.tahun <= last:
            yield _outside(buku, cycle.tahun, cycle.renstra_years, tahun_source)
    if cycle.periode is not None and cycle.periode[1] - cycle.periode[0] > 4:
        yield temuan("K07", buku.identitas["periode"].source, periode="-".join(map(str, cycle.periode)))
    if cycle.tanggal is None:
        return
    if cycle.tahun is not None and cycle.tanggal.year != cycle.tahun:
        yield _another_year(cycle.tahun, cycle.tanggal, cycle.day_in_year, tahun_source, tanggal_source)
    dpa = cycle.tanggal_dpa  # of another year when --tahun asks for another PK: nothing to hold it against
    if dpa is not None and dpa.year == cycle.tanggal.year and cycle.tanggal > _month_later(dpa):
        yield temuan("K04", tanggal_source, tanggal=written(cycle.tanggal), dpa=written(dpa))


def _another_year(
    tahun: int, tanggal: date, meant: date | None, tahun_source: CellRef, tanggal_source: CellRef
) -> Temuan:
    """K05 at the cell to be mended, else at none; what an option says is mended by an option.

    Args:
        tahun: The year of the PK.
        tanggal: The day of the PK.
        meant: The same day in the year of the PK, as an option would say it.
        tahun_source: The cell of the year; without a sheet where ``--tahun`` says it.
        tanggal_source: The cell of the day; without a sheet where ``--tanggal`` says it.
    """
    typed_year, typed_day = not tahun_source.lembar, not tanggal_source.lembar
    ways = {
        (False, False): f"betulkan Tahun ({tahun_source}) atau Tanggal PK ({tanggal_source})",
        (True, False): f"tambahkan --tanggal {meant}, atau ganti Tanggal PK ({tanggal_source})",
        (False, True): f"tulis --tanggal {meant}, atau tambahkan --tahun {tanggal.year}",
        (True, True): f"tulis --tanggal {meant}, atau --tahun {tanggal.year}",
    }
    return temuan(
        "K05",
        tanggal_source if not typed_day else tahun_source,
        tanggal=written(tanggal),
        asal_tanggal=" dari --tanggal" if typed_day else "",
        tahun=tahun,
        asal_tahun=" dari --tahun" if typed_year else "",
        jalan=ways[typed_year, typed_day],
    )


def _outside(buku: BukuKerja, tahun: int, renstra: tuple[int, ...], place: CellRef) -> Temuan:
    """K02, or K09 where a year has no column either; at Periode if that is the odd one, else at Tahun."""
    targets = {year for row in buku.tahap5[:1] for year in row.target}
    columns = targets | {year for row in buku.program[:1] for year in row.pagu}
    periode = buku.identitas["periode"]
    details = {"tahun": tahun, "periode": f"{renstra[0]}-{renstra[-1] - 1}" if not periode else periode.clean}
    without = sorted({tahun, *renstra} - (targets or columns)) if columns else []
    if not without:
        return temuan("K02", place, **details)
    odd = tahun in columns and len(columns & set(renstra)) < len(renstra)
    return temuan("K09", periode.source if odd else place, **details, kolom=", ".join(map(str, without)))


def _month_later(day: date) -> date:
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def budget_day_given(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """K08: without the day of the DPA nobody can tell whether the PK is in time (domain.md D3)."""
    cycle = plan.cycle
    if buku.has("identitas") and cycle.tanggal is not None and not buku.identitas["tanggal_dpa"]:
        yield temuan("K08", buku.identitas["tanggal_dpa"].source)


def tujuan_printed(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """K15: Identitas keeps the tujuan out of the PK that its row asks for: what is said for the whole workbook wins."""
    if plan.cycle.tujuan_dalam_pk is not False:
        return
    said = buku.identitas["tujuan_dalam_pk"]
    for kinerja in plan.pohon.at_level(KomponenPerencanaan.TUJUAN):
        row = kinerja.baris[0]
        if row.jenis_pk and kinerja.jenis_pk is JenisPk.JPT:
            yield temuan("K15", row.jenis_pk.source, teks=row.jenis_pk.clean, sel=said.source, isi=said.clean)


def first_pages(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """K25: the first page of a chapter printed alone is a number."""
    for chapter in range(1, CHAPTERS + 1):
        if first_page(buku.identitas, chapter) is None:
            isian = buku.identitas[key_of(chapter)]
            yield temuan("K25", isian.source, teks=isian.clean, kunci=f"Halaman Awal Bab {chapter}")


RULES = (tujuan_printed, first_pages, identity_filled, dates_fit, budget_day_given)
