"""VERBS 5: findings and results as text and as data; the command line prints them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pokin_docs.model.findings import Diabaikan, Temuan, Tingkat
from pokin_docs.model.rencana import Rencana
from pokin_docs.report import coverage, data, terminal

WARNA = terminal.WARNA


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


def as_data(
    buku: str, temuan: tuple[Temuan, ...], diabaikan: tuple[Diabaikan, ...], rencana: Rencana | None, *, final: bool
) -> dict[str, Any]:
    """The object of ``periksa --format json``; no coverage when the workbook could not be understood."""
    cakupan = coverage.coverage(rencana) if rencana else ()
    return data.as_data(buku, temuan, diabaikan, cakupan, final=final)
