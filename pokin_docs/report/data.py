"""The findings as data for other programs: the object that ``periksa --format json`` prints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, is_dataclass
from typing import Any

from pokin_docs.model.catalogue import hint, message, severity
from pokin_docs.model.findings import Severity, Temuan, WaivedFinding


def as_data(
    buku: str,
    temuan: Iterable[Temuan],
    waivers: Iterable[WaivedFinding],
    coverage: Iterable[object],
    dokumen: Iterable[object],
    *,
    final: bool,
) -> dict[str, Any]:
    """Findings, counts by severity and coverage of one workbook; the keys are an interface.

    Args:
        buku: File name of the workbook.
        temuan: Findings that stand, in the order to be printed.
        waivers: Waived findings.
        coverage: One record per level, each a dataclass.
        dokumen: One record per document, each a dataclass.
        final: Severities are those of ``--final``.
    """
    entries = [_entry(finding, final=final) for finding in temuan]
    waived = [{**_entry(entry.temuan, final=final), "alasan": entry.reason} for entry in waivers]
    total = {level.value: sum(entry["tingkat"] == level.value for entry in entries) for level in Severity}
    return {
        "buku": buku,
        "temuan": entries,
        "jumlah": {**total, "diabaikan": len(waived)},
        "diabaikan": waived,
        "cakupan": _records(coverage),
        "dokumen": _records(dokumen),
    }


def _records(entries: Iterable[object]) -> list[dict[str, Any]]:
    return [asdict(entry) for entry in entries if is_dataclass(entry) and not isinstance(entry, type)]


def _entry(finding: Temuan, *, final: bool) -> dict[str, Any]:
    return {
        "kode": finding.kode,
        "tingkat": severity(finding, final=final).value,
        "lembar": finding.tempat.lembar or None,
        "sel": finding.tempat.address,
        "baris": finding.tempat.baris,
        "pesan": message(finding),
        "saran": hint(finding),
    }
