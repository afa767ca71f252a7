"""The day in a cell of a date column, however it was typed, and what is said about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.printing import tanggal as written
from pokin_docs.model.printing import tanggal_by
from pokin_docs.model.rows import Isian
from pokin_docs.model.typed_values import likely_date, named_weekday, read_day_number, read_month, read_typed_date
from pokin_docs.model.workbook_spec import Kolom

_ENDS = "berlaku_sampai"
_OF_PK = "tanggal_pk"


def read_date_cell(isian: Isian, kolom: Kolom, log: FindingLog) -> Isian:
    """The cell with its day; without one, and with a finding, where it names none.

    A month alone is its first day, its last where it ends something.

    Args:
        isian: What the cell says; its day already where Excel has it as a date.
        kolom: The column, or line of Identitas.
        log: Takes what is found.
    """
    if (month := read_month(isian.text, shown=isian.tanggal is not None)) is not None:
        day = _last_of(month) if kolom.kunci == _ENDS else month
        until = f"harinya dicetak kosong untuk ditulis tangan, masa jabatan dihitung per {written(day)}"
        effect = until if kolom.kunci == _OF_PK else f"dibaca sebagai {written(day)}"
        log.note("B54", isian.source, teks=isian.clean, akibat=effect)
        return replace(isian, number=None, tanggal=day)
    counted = None if isian.tanggal else read_day_number(isian.clean)
    day_read = isian.tanggal or counted or read_typed_date(isian.clean)
    if day_read is None:
        meant = likely_date(isian.clean)
        usul = proposal(written(meant) if meant else None)
        log.note("B21", isian.source, teks=isian.clean, jenis="tanggal", kolom=kolom.title, usul=usul)
    elif counted:
        log.note("B52", isian.source, teks=isian.clean, kolom=kolom.title, tanggal=written(counted))
    elif (said := named_weekday(isian.clean)) is not None and said != day_read.weekday():
        log.note("B53", isian.source, teks=isian.clean, tanggal=written(day_read), hari=_weekday(said))
    return replace(isian, number=None, tanggal=day_read)


def _last_of(month: date) -> date:
    following = month.replace(day=28) + timedelta(days=4)
    return following - timedelta(days=following.day)


def _weekday(number: int) -> str:
    return tanggal_by(date(2024, 1, 1 + number), "EEEE")  # that was a Monday
