"""Year, day and period of the cycle: what the command line says, else what the workbook says."""

from __future__ import annotations

import re

from pokin_docs.model.cycle import Siklus
from pokin_docs.model.findings import Catatan, Temuan
from pokin_docs.model.rows import BukuKerja, Isian
from pokin_docs.model.settings import Settings
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold
from pokin_docs.model.workbook_spec import JUDUL_IDENTITAS


def read_cycle(buku: BukuKerja, settings: Settings) -> tuple[Siklus, tuple[Temuan, ...]]:
    """The cycle with a finding for each part that nobody gave. The clock is never asked: same input, same documents."""
    catatan = Catatan()
    place = CellRef(buku.judul_lembar("identitas", JUDUL_IDENTITAS) if buku.punya("identitas") else "")

    def isian(kunci: str) -> Isian:
        return buku.identitas.get(kunci, Isian("", place))

    tahun = settings.tahun if settings.tahun is not None else _year(isian("tahun"))
    if tahun is None:
        _say(catatan, "K01", isian("tahun"), "tahun")
    tanggal = settings.tanggal or isian("tanggal_pk").tanggal
    if tanggal is None and not isian("tanggal_pk"):
        catatan.catat("K03", isian("tanggal_pk").asal)
    periode = _period(isian("periode"))
    if periode is None:
        _say(catatan, "K06", isian("periode"), "periode (2025-2029)")
    # Without the sheet there is one finding for the sheet, not one for each of its lines.
    found = tuple(catatan) if buku.punya("identitas") else ()
    siklus = Siklus(
        tahun=tahun,
        tanggal=tanggal,
        periode=periode,
        tanggal_dpa=isian("tanggal_dpa").tanggal,
        tujuan_dalam_pk=fold(isian("tujuan_dalam_pk").teks) == "ya",
        asal_tahun=isian("tahun") if settings.tahun is None else None,
        asal_tanggal=isian("tanggal_pk") if settings.tanggal is None else None,
    )
    return siklus, found


def _say(catatan: Catatan, kode: str, isian: Isian, jenis: str) -> None:
    """What is blank is not known; what is filled but cannot be read is quoted."""
    if isian:
        catatan.catat("B21", isian.asal, teks=isian.bersih, jenis=jenis, kolom="Nilai", usul="")
    else:
        catatan.catat(kode, isian.asal)


def _year(isian: Isian) -> int | None:
    years = set(re.findall(r"\b20\d\d\b", isian.bersih))
    return int(years.pop()) if len(years) == 1 else None


def _period(isian: Isian) -> tuple[int, int] | None:
    years = [int(year) for year in re.findall(r"20\d\d", isian.bersih)]
    return (years[0], years[1]) if len(years) == 2 and 0 < years[1] - years[0] <= 10 else None
