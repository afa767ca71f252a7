"""Code and name in one cell, or the code once more in front of the name, as SIPD prints them: put in their places."""

from __future__ import annotations

import re
from dataclasses import replace

from pokin_docs.model.findings import FindingLog
from pokin_docs.model.programs import close_code
from pokin_docs.model.rows import Isian, ProgramRow
from pokin_docs.model.texts import fold, squeeze

_LED = re.compile(r"[\[(]?((?:\d|X)(?:\.(?:\d{1,5}|XX))+)\.?[\])]?(?:\s*[-–—:]\s*|\s+)(?=[^\W\d])", re.IGNORECASE)


def split_led(text: str) -> tuple[str, str]:
    """The code that a text begins with and the name behind it: "1.05.02 - Program …"; no code where it has none."""
    plain = squeeze(close_code(text))
    found = _LED.match(plain)
    return (found[1].upper(), plain[found.end() :]) if found else ("", text)


def codes_apart(rows: tuple[ProgramRow, ...], log: FindingLog) -> tuple[ProgramRow, ...]:
    """The rows of Program with code and name each in its column; two that contradict each other are told.

    Args:
        rows: The rows as they stand.
        log: Takes what is found.
    """
    return tuple(_apart(row, log) for row in rows)


def _apart(row: ProgramRow, log: FindingLog) -> ProgramRow:
    code, behind = split_led(row.kode.text)
    led, name = split_led(row.nomenklatur.text)
    if code:
        row = _with_name_of_code(row, code, behind, name, log)
    if not led:
        return row
    own = code or squeeze(row.kode.text).rstrip(".")
    kode = row.kode
    if not own:
        kode = Isian(led, row.nomenklatur.source)
    elif own.upper() != led:
        log.note("B98", row.nomenklatur.source, teks=row.nomenklatur.clean, kode=own, lain=row.kode.source)
        return row
    return replace(row, kode=kode, nomenklatur=replace(row.nomenklatur, text=name))


def _with_name_of_code(row: ProgramRow, code: str, behind: str, name: str, log: FindingLog) -> ProgramRow:
    """The row whose Kode holds a name too: it stands for a blank Nomenklatur, else it is to be the same."""
    kode = replace(row.kode, text=code)
    if not row.nomenklatur:
        return replace(row, kode=kode, nomenklatur=Isian(behind, row.kode.source))
    if fold(name) != fold(behind):
        log.note("B98", row.kode.source, teks=row.kode.clean, kode=name, lain=row.nomenklatur.source)
    return replace(row, kode=kode)
