"""Rules K and the sheet Identitas: year, day and period fit together (PermenPANRB 53/2014; domain.md D3)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from pokin_docs.documents.plan import Rencana
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.printing import tanggal as written
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.source import CellRef
from pokin_docs.model.workbook_spec import KUNCI_IDENTITAS

_SUDAH_DIPERIKSA = ("tahun", "periode", "tanggal_pk")  # K01, K06, K03 speak of them


def identity_filled(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """B29, B30: what every document prints is given."""
    if not buku.punya("identitas"):
        yield temuan("B30", CellRef(""))
        return
    for kunci in KUNCI_IDENTITAS:
        if kunci.bertanda and kunci.kunci not in _SUDAH_DIPERIKSA and not buku.identitas[kunci.kunci]:
            yield temuan("B29", buku.identitas[kunci.kunci].asal, kunci=kunci.judul)


def dates_fit(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """K02, K04, K05, K07: the year lies in the period, the day in the year and within a month of the DPA."""
    siklus = rencana.siklus
    tahun_asal = siklus.asal_tahun.asal if siklus.asal_tahun else CellRef("")
    tanggal_asal = siklus.asal_tanggal.asal if siklus.asal_tanggal else CellRef("")
    if siklus.tahun is not None and siklus.periode is not None:
        first, last = siklus.periode
        if not first <= siklus.tahun <= last:
            yield _outside(buku, siklus.tahun, siklus.tahun_renstra, tahun_asal)
    if siklus.periode is not None and siklus.periode[1] - siklus.periode[0] > 4:
        yield temuan("K07", buku.identitas["periode"].asal, periode="-".join(map(str, siklus.periode)))
    if siklus.tanggal is None:
        return
    if siklus.tahun is not None and siklus.tanggal.year != siklus.tahun:
        yield temuan("K05", tanggal_asal, tanggal=written(siklus.tanggal), tahun=siklus.tahun)
    dpa = siklus.tanggal_dpa  # of another year when --tahun asks for another PK: nothing to hold it against
    if dpa is not None and dpa.year == siklus.tanggal.year and siklus.tanggal > _month_later(dpa):
        yield temuan("K04", tanggal_asal, tanggal=written(siklus.tanggal), dpa=written(dpa))


def _outside(buku: BukuKerja, tahun: int, renstra: tuple[int, ...], place: CellRef) -> Temuan:
    """K02, or K09 where a year has no column either; at Periode if that is the odd one, else at Tahun."""
    targets = {year for row in buku.tahap5[:1] for year in row.target}
    columns = targets | {year for row in buku.program[:1] for year in row.pagu}
    periode = buku.identitas["periode"]
    details = {"tahun": tahun, "periode": f"{renstra[0]}-{renstra[-1] - 1}" if not periode else periode.bersih}
    without = sorted({tahun, *renstra} - (targets or columns)) if columns else []
    if not without:
        return temuan("K02", place, **details)
    odd = tahun in columns and len(columns & set(renstra)) < len(renstra)
    return temuan("K09", periode.asal if odd else place, **details, kolom=", ".join(map(str, without)))


def _month_later(day: date) -> date:
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def budget_day_given(buku: BukuKerja, rencana: Rencana) -> Iterator[Temuan]:
    """K08: without the day of the DPA nobody can tell whether the PK is in time (domain.md D3)."""
    siklus = rencana.siklus
    if buku.punya("identitas") and siklus.tanggal is not None and not buku.identitas["tanggal_dpa"]:
        yield temuan("K08", buku.identitas["tanggal_dpa"].asal)


RULES = (identity_filled, dates_fit, budget_day_given)
