"""What is found in a template as a person reads it in a terminal, and as data for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from pokin_docs.model.catalogue import hint, message, severity
from pokin_docs.model.findings import Tingkat
from pokin_docs.templating.faults import PemeriksaanTemplat, TemuanTemplat

_LEBAR = 100


def finding_lines(pemeriksaan: PemeriksaanTemplat) -> Iterator[tuple[str, Tingkat | None]]:
    """Lines to print in order, by place, each with the severity that colours it; None for a place or a hint."""
    for place, group in groupby(pemeriksaan.temuan, key=lambda found: str(found.letak)):
        yield f"  {place[:1].upper()}{place[1:]}", None
        for found in group:
            tingkat = severity(found.temuan)
            yield f"    {tingkat.value} {found.temuan.kode}: {message_here(found)}", tingkat
            yield f"    → {hint(found.temuan)}", None


def message_here(found: TemuanTemplat) -> str:
    """The message for a reader who sees the place already: without the words that name template and place."""
    details = dict(found.temuan.rincian)
    whole = message(found.temuan)
    rest = whole.removeprefix(f"Templat «{details.get('templat')}», {details.get('bagian')}: ")
    return rest[:1].upper() + rest[1:]


def coverage_lines(sebutan: str, pemeriksaan: PemeriksaanTemplat) -> Iterator[str]:
    """The fields that a template never prints, by the record they belong to; one line when it prints all.

    Fields that only choices ask for are left out. ``sebutan`` is what the template is called.
    """
    printable = [entry for entry in pemeriksaan.cakupan if not entry.ditanya]
    missing = [entry.isian for entry in printable if not entry.tercetak]
    if not printable:
        return
    if not missing:
        yield f"{sebutan}: semua {len(printable)} isian tercetak."
        return
    yield f"{sebutan}: {len(missing)} dari {len(printable)} isian tidak tercetak."
    by_record: dict[str, list[str]] = {}
    for path in missing:
        record, _, name = path.rpartition(".")
        by_record.setdefault(record or "(langsung)", []).append(name)
    width = max(map(len, by_record)) + 2
    for record, names in by_record.items():
        for number, line in enumerate(_wrapped(names, _LEBAR - width - 4)):
            yield f"  {'' if number else record:<{width}}{line}"


def _wrapped(names: list[str], width: int) -> Iterator[str]:
    line = ""
    for name in names:
        if line and len(line) + len(name) + 2 > width:
            yield f"{line},"
            line = ""
        line = f"{line}, {name}" if line else name
    yield line


def as_data(templat: str, untuk: str, pemeriksaan: PemeriksaanTemplat) -> dict[str, Any]:
    """The object of ``templat --format json``; its keys are an interface."""
    entries = [
        {
            "kode": found.temuan.kode,
            "tingkat": severity(found.temuan).value,
            "bagian": found.letak.bagian,
            "judul": found.letak.judul or None,
            "tabel": found.letak.tabel or None,
            "baris": found.letak.baris or None,
            "kolom": found.letak.kolom or None,
            "kalimat": found.letak.kalimat or None,
            "pesan": message(found.temuan),
            "saran": hint(found.temuan),
            "usul": list(found.usul),
        }
        for found in pemeriksaan.temuan
    ]
    return {
        "templat": templat,
        "untuk": untuk,
        "temuan": entries,
        "jumlah": {tingkat.value: sum(entry["tingkat"] == tingkat.value for entry in entries) for tingkat in Tingkat},
        "cakupan": [{"isian": entry.isian, "tercetak": entry.tercetak} for entry in pemeriksaan.cakupan],
    }
