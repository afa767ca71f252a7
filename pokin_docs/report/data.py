"""The findings as data for other programs: the object that ``periksa --format json`` prints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, is_dataclass
from typing import Any

from pokin_docs.model.catalogue import hint, message, severity
from pokin_docs.model.findings import Diabaikan, Temuan, Tingkat


def as_data(
    buku: str,
    temuan: Iterable[Temuan],
    diabaikan: Iterable[Diabaikan],
    cakupan: Iterable[object],
    dokumen: Iterable[object],
    *,
    final: bool,
) -> dict[str, Any]:
    """Findings, counts by severity and coverage of one workbook; the keys are an interface (design, section 6)."""
    entries = [_entry(finding, final=final) for finding in temuan]
    waived = [{**_entry(entry.temuan, final=final), "alasan": entry.alasan} for entry in diabaikan]
    jumlah = {tingkat.value: sum(entry["tingkat"] == tingkat.value for entry in entries) for tingkat in Tingkat}
    return {
        "buku": buku,
        "temuan": entries,
        "jumlah": {**jumlah, "diabaikan": len(waived)},
        "diabaikan": waived,
        "cakupan": _records(cakupan),
        "dokumen": _records(dokumen),
    }


def _records(entries: Iterable[object]) -> list[dict[str, Any]]:
    return [asdict(entry) for entry in entries if is_dataclass(entry) and not isinstance(entry, type)]


def _entry(finding: Temuan, *, final: bool) -> dict[str, Any]:
    return {
        "kode": finding.kode,
        "tingkat": severity(finding, final=final).value,
        "lembar": finding.tempat.lembar or None,
        "sel": finding.tempat.alamat,
        "baris": finding.tempat.baris,
        "pesan": message(finding),
        "saran": hint(finding),
    }
