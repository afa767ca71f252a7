"""The findings and the results as a person reads them in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from pokin_docs.model.catalogue import hint, message, severity
from pokin_docs.model.findings import Severity, Temuan, WaivedFinding
from pokin_docs.report.coverage import LevelCoverage

COLOURS = {Severity.GALAT: "red", Severity.PERINGATAN: "yellow", Severity.SARAN: "cyan"}


def summary(temuan: Iterable[Temuan], waived: int, *, final: bool) -> str:
    """Counts by severity: ``0 galat, 14 peringatan, 2 saran``.

    Args:
        temuan: Findings that stand.
        waived: How many are waived; not said where it is none.
        final: Severities are those of ``--final``.
    """
    levels = [severity(finding, final=final) for finding in temuan]
    parts = [f"{levels.count(level)} {level.value}" for level in Severity]
    return ", ".join([*parts, f"{waived} diabaikan"] if waived else parts)


def lines(temuan: Iterable[Temuan], *, final: bool) -> Iterator[tuple[str, Severity | None]]:
    """Lines to print in order, each with the severity that colours it; None for a heading or a hint."""
    for lembar, group in groupby(temuan, key=lambda finding: finding.tempat.lembar):
        yield f"  {lembar or 'Buku kerja'}", None
        for finding in group:
            level = severity(finding, final=final)
            tempat = finding.tempat
            where = tempat.address or (f"baris {tempat.baris}" if tempat.baris else "-")
            yield f"    {where:<9} {level.value} {finding.kode}: {message(finding)}", level
            yield f"    {'':<9} → {hint(finding)}", None


def waived_lines(waived: Iterable[WaivedFinding]) -> Iterator[str]:
    """The waived findings with the planner's reason."""
    for entry in waived:
        yield f"    {entry.temuan.tempat} {entry.temuan.kode}: {message(entry.temuan)} Alasan: {entry.reason}"


def coverage_lines(coverage: Iterable[LevelCoverage]) -> Iterator[str]:
    """The coverage as a table: nodes per level, and how many of their indicators have what a PK needs."""
    names = ("kinerja", "indikator", "pemilik", "satuan", "target", "kode", "pagu")
    yield "  " + "Kelengkapan".ljust(26) + "".join(name.rjust(10) for name in names)
    for entry in coverage:
        yield "  " + entry.komponen.ljust(26) + "".join(str(getattr(entry, name)).rjust(10) for name in names)
