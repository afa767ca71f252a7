"""VERBS 5: findings and results as text and as data; the command line prints them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from pokin_docs.model.findings import Diabaikan, Temuan, Tingkat
from pokin_docs.model.rencana import Rencana
from pokin_docs.report import coverage, data, saving, terminal
from pokin_docs.report.correction import TidakDapatDikoreksi, correct, is_correction

__all__ = [
    "WARNA", "TidakDapatDikoreksi", "as_data", "completeness_line", "correct", "coverage_lines", "finding_lines",
    "is_correction", "save", "summary",
]  # fmt: skip

WARNA = terminal.WARNA
save = saving.save


def finding_lines(
    temuan: tuple[Temuan, ...], diabaikan: tuple[Diabaikan, ...], *, final: bool
) -> Iterator[tuple[str, Tingkat | None]]:
    """The findings for the terminal, the waived ones apart at the end."""
    yield from terminal.lines(temuan, final=final)
    if diabaikan:
        yield "  Diabaikan", None
        yield from ((line, None) for line in terminal.waived_lines(diabaikan))


def summary(temuan: tuple[Temuan, ...], diabaikan: tuple[Diabaikan, ...], *, final: bool) -> str:
    """Counts by severity in one line."""
    return terminal.summary(temuan, len(diabaikan), final=final)


def coverage_lines(rencana: Rencana) -> Iterator[str]:
    """The coverage table for the terminal."""
    return terminal.coverage_lines(coverage.coverage(rencana))


def completeness_line(rencana: Rencana, jenis: Collection[str] = ()) -> str:
    """How many documents (of the kinds ``jenis``) would be complete: ``32 dari 33 dokumen lengkap``."""
    entries = coverage.completeness(rencana, jenis)
    return f"{sum(entry.lengkap for entry in entries)} dari {len(entries)} dokumen lengkap (tanpa tanda)"


def as_data(
    buku: str, temuan: tuple[Temuan, ...], diabaikan: tuple[Diabaikan, ...], rencana: Rencana | None, *, final: bool
) -> dict[str, Any]:
    """The object of ``periksa --format json``; no coverage and no documents when it could not be read."""
    cakupan = coverage.coverage(rencana) if rencana else ()
    dokumen = coverage.completeness(rencana) if rencana else ()
    return data.as_data(buku, temuan, diabaikan, cakupan, dokumen, final=final)
