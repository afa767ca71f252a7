"""What is found in a template as a person reads it in a terminal, and as data for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from pokin_docs.model.catalogue import hint, message, severity
from pokin_docs.model.findings import Severity
from pokin_docs.templating.faults import TemplateExamination, TemplateFinding

_WIDTH = 100


def finding_lines(examination: TemplateExamination) -> Iterator[tuple[str, Severity | None]]:
    """Lines to print in order, by place, each with the severity that colours it; None for a place or a hint."""
    for place, group in groupby(examination.temuan, key=lambda found: str(found.place)):
        yield f"  {place[:1].upper()}{place[1:]}", None
        for found in group:
            level = severity(found.temuan)
            yield f"    {level.value} {found.temuan.kode}: {message_here(found)}", level
            yield f"    → {hint(found.temuan)}", None


def message_here(found: TemplateFinding) -> str:
    """The message for a reader who sees the place already: without the words that name template and place."""
    details = dict(found.temuan.details)
    whole = message(found.temuan)
    rest = whole.removeprefix(f"Templat «{details.get('templat')}», {details.get('bagian')}: ")
    return rest[:1].upper() + rest[1:]


def coverage_lines(label: str, examination: TemplateExamination) -> Iterator[str]:
    """The fields that a template never prints, by the record they belong to; one line when it prints all.

    Fields that only choices ask for are left out. ``label`` is what the template is called.
    """
    printable = [entry for entry in examination.coverage if not entry.asked]
    missing = [entry.isian for entry in printable if not entry.printed]
    if not printable:
        return
    if not missing:
        yield f"{label}: semua {len(printable)} isian tercetak."
        return
    yield f"{label}: {len(missing)} dari {len(printable)} isian tidak tercetak."
    by_record: dict[str, list[str]] = {}
    for path in missing:
        record, _, name = path.rpartition(".")
        by_record.setdefault(record or "(langsung)", []).append(name)
    width = max(map(len, by_record)) + 2
    for record, names in by_record.items():
        for number, line in enumerate(_wrapped(names, _WIDTH - width - 4)):
            yield f"  {'' if number else record:<{width}}{line}"


def _wrapped(names: list[str], width: int) -> Iterator[str]:
    line = ""
    for name in names:
        if line and len(line) + len(name) + 2 > width:
            yield f"{line},"
            line = ""
        line = f"{line}, {name}" if line else name
    yield line


def as_data(templat: str, untuk: str, examination: TemplateExamination) -> dict[str, Any]:
    """The object of ``templat --format json``; its keys are an interface.

    Args:
        templat: File name of the template.
        untuk: ``kode`` of the kind of document it is for.
        examination: What was found, in the order to be printed.
    """
    entries = [
        {
            "kode": found.temuan.kode,
            "tingkat": severity(found.temuan).value,
            "bagian": found.place.part,
            "judul": found.place.title or None,
            "tabel": found.place.table or None,
            "baris": found.place.baris or None,
            "kolom": found.place.kolom or None,
            "kalimat": found.place.sentence or None,
            "pesan": message(found.temuan),
            "saran": hint(found.temuan),
            "usul": list(found.proposals),
        }
        for found in examination.temuan
    ]
    return {
        "templat": templat,
        "untuk": untuk,
        "temuan": entries,
        "jumlah": {level.value: sum(entry["tingkat"] == level.value for entry in entries) for level in Severity},
        "cakupan": [{"isian": entry.isian, "tercetak": entry.printed} for entry in examination.coverage],
    }
