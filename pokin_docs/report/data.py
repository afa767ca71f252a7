"""The findings as data for other programs: the object that ``periksa --format json`` prints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, is_dataclass
from typing import Any

from pokin_docs.model.account import CellAccount, SheetAccount
from pokin_docs.model.catalogue import hint, message, severity
from pokin_docs.model.causes import cause_keys
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
    stand, ignored = tuple(temuan), tuple(waivers)
    keys = cause_keys((*stand, *(entry.temuan for entry in ignored)))
    entries = [_entry(finding, key, final=final) for finding, key in zip(stand, keys, strict=False)]
    waived = [
        {**_entry(entry.temuan, key, final=final), "alasan": entry.reason}
        for entry, key in zip(ignored, keys[len(stand) :], strict=True)
    ]
    return {
        "buku": buku,
        "temuan": entries,
        "jumlah": {level: len(keys) for level, keys in _by_level(entries, waived).items()},
        "jumlah_sebab": {level: len(set(keys)) for level, keys in _by_level(entries, waived).items()},
        "diabaikan": waived,
        "cakupan": _records(coverage),
        "dokumen": _records(dokumen),
    }


def account_as_data(account: CellAccount) -> dict[str, Any]:
    """The account of a workbook's cells by sheet, and in all."""
    return {"lembar": [{"lembar": sheet.lembar, **_numbers(sheet)} for sheet in account.lembar], **_numbers(account)}


def _numbers(account: CellAccount | SheetAccount) -> dict[str, int]:
    return {"terisi": account.filled, "dibaca": account.read, "disebut": account.named, "wajar": account.harmless}


def _by_level(entries: list[dict[str, Any]], waived: list[dict[str, Any]]) -> dict[str, list[str]]:
    """The causes of the findings by severity, one per finding; those that are waived apart."""
    found = {
        level.value: [entry["sebab"] for entry in entries if entry["tingkat"] == level.value] for level in Severity
    }
    return {**found, "diabaikan": [entry["sebab"] for entry in waived]}


def _records(entries: Iterable[object]) -> list[dict[str, Any]]:
    return [asdict(entry) for entry in entries if is_dataclass(entry) and not isinstance(entry, type)]


def _entry(finding: Temuan, cause: str, *, final: bool) -> dict[str, Any]:
    return {
        "kode": finding.kode,
        "tingkat": severity(finding, final=final).value,
        "lembar": finding.tempat.lembar or None,
        "sel": finding.tempat.address,
        "baris": finding.tempat.baris,
        "pesan": message(finding),
        "saran": hint(finding),
        "sebab": cause,
    }
