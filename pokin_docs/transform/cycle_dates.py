"""Year, day and period of the cycle: what the command line says, else what the workbook says."""

from __future__ import annotations

import re
from datetime import date

from pokin_docs.model.catalogue import proposal
from pokin_docs.model.cycle import Cycle
from pokin_docs.model.findings import FindingLog, Temuan
from pokin_docs.model.rows import BukuKerja, Isian
from pokin_docs.model.settings import Settings
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold
from pokin_docs.model.typed_values import read_month
from pokin_docs.model.workbook_spec import IDENTITAS_TITLE, PK_OF_VACANT

_YES_OR_NO = {"ya": True, "tidak": False}


def read_cycle(buku: BukuKerja, settings: Settings) -> tuple[Cycle, tuple[Temuan, ...]]:
    """The cycle with a finding for each part that nobody gave. The clock is never asked: same input, same documents."""
    log = FindingLog()
    place = CellRef(buku.lembar_title("identitas", IDENTITAS_TITLE) if buku.has("identitas") else "")

    def isian(kunci: str) -> Isian:
        return buku.identitas.get(kunci, Isian("", place))

    tahun = settings.tahun if settings.tahun is not None else _year(isian("tahun"))
    if tahun is None:
        _say(log, "K01", isian("tahun"), "tahun", "Tahun")
    tanggal = settings.tanggal or isian("tanggal_pk").tanggal
    if tanggal is None and not isian("tanggal_pk"):
        log.note("K03", isian("tanggal_pk").source)
    periode = _period(isian("periode"))
    if periode is None:
        _say(log, "K06", isian("periode"), "periode (2025-2029)", "Periode Renstra", _turned(isian("periode")))
    # Without the sheet there is one finding for the sheet, not one for each of its lines.
    found = tuple(log) if buku.has("identitas") else ()
    cycle = Cycle(
        tahun=tahun,
        tanggal=tanggal,
        periode=periode,
        tanggal_dpa=isian("tanggal_dpa").tanggal,
        tujuan_dalam_pk=_YES_OR_NO.get(fold(isian("tujuan_dalam_pk").text)),
        day_open=_day_is_open(isian("tanggal_pk")),
        pk_of_vacant=fold(isian("pk_lowong").text) == fold(PK_OF_VACANT[1]),
        tahun_source=isian("tahun") if settings.tahun is None else None,
        tanggal_source=isian("tanggal_pk") if settings.tanggal is None else None,
        earlier_day=_earlier_day(isian("tanggal_pk"), settings.tanggal),
        follows_superior=fold(isian("pk_atasan_berganti").text) == "ya",
    )
    return cycle, found


def _earlier_day(isian: Isian, asked: date | None) -> date | None:
    """The day that Identitas says, where a later one of its year is asked for."""
    day = isian.tanggal
    return day if day is not None and asked is not None and day < asked and day.year == asked.year else None


def _day_is_open(isian: Isian) -> bool:
    return isian.tanggal is not None and read_month(isian.text, shown=True) is not None


def _say(log: FindingLog, kode: str, isian: Isian, jenis: str, kunci: str, meant: str | None = None) -> None:
    """What is blank is not known; what is filled but cannot be read is quoted.

    Args:
        log: Takes what is found.
        kode: The finding of a blank cell.
        isian: The cell.
        jenis: What it should be.
        kunci: What its line of Identitas is called.
        meant: What was probably meant.
    """
    if isian:
        log.note("B21", isian.source, teks=isian.clean, jenis=jenis, kolom=kunci, usul=proposal(meant))
    else:
        log.note(kode, isian.source)


def _year(isian: Isian) -> int | None:
    years = set(re.findall(r"\b20\d\d\b", isian.clean))
    return int(years.pop()) if len(years) == 1 else None


def _turned(isian: Isian) -> str | None:
    """A period whose years stand the wrong way round, the right way round."""
    years = re.findall(r"20\d\d", isian.clean)
    return f"{years[1]}-{years[0]}" if len(years) == 2 and years[1] < years[0] else None


def _period(isian: Isian) -> tuple[int, int] | None:
    years = [int(year) for year in re.findall(r"20\d\d", isian.clean)]
    return (years[0], years[1]) if len(years) == 2 and 0 < years[1] - years[0] <= 10 else None
