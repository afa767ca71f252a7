"""Units in brackets behind the titles of targets: where Satuan says another one, both are told."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pokin_docs.extract.layouts.sheet_header import SheetHeader
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.rows import KinerjaRow, SheetRow
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import squeeze

_BRACKETS = re.compile(r"\(([^()]*)\)")
_PERCENT = {"persen": "%", "prosen": "%", "persentase": "%"}


def name_title_units(rows: Iterable[SheetRow], lembar: str, header: SheetHeader, log: FindingLog) -> None:
    """Name the first row whose Satuan differs from the unit in the title of its target.

    What stands in brackets is a unit where it is a percent sign or some row has it as its Satuan.

    Args:
        rows: The rows of the table.
        lembar: The title of the sheet.
        header: Its header.
        log: Takes what is found.
    """
    own = [row for row in rows if isinstance(row, KinerjaRow) and row.satuan]
    units = {"%", *(_unit(row.satuan.text) for row in own)}
    for (kunci, tahun), number in header.kolom.items():
        if kunci not in ("target", "kondisi_awal"):
            continue
        told = next((text for text in _BRACKETS.findall(header.title.get(number, "")) if _unit(text) in units), None)
        for row in own if told else ():
            value = row.target.get(tahun or 0) if kunci == "target" else row.kondisi_awal
            if told and value and _unit(row.satuan.text) != _unit(told):
                log.note("B62", CellRef(lembar, header.baris, number), apa="Satuan", teks=squeeze(told),
                         lain=row.satuan.source, isi=row.satuan.clean, dipakai=row.satuan.source)  # fmt: skip
                return


def _unit(text: str) -> str:
    plain = squeeze(text).casefold().strip(" .")
    return _PERCENT.get(plain, plain)
