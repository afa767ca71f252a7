"""How the findings went on since earlier runs: the series, and what is new or repaired."""

from __future__ import annotations

from datetime import date

from pokin_docs.model.printing import tanggal
from pokin_docs.report.html.material import ReportMaterial


def progress(material: ReportMaterial) -> dict[str, object] | None:
    """Parts of the page; None where there is nothing to compare with."""
    known = material.progress
    if known is None or (len(known.series) < 2 and not known.since):
        return None
    levels = [(name, _arrows(series)) for name, series in known.levels if any(series)]
    return {
        "series": _arrows(known.series),
        "levels": levels if len(known.series) > 1 else [],
        "first": _day(known.first),
        "since": _day(known.since),
        "compared": bool(known.since),
        "new": [(material.cause_number[cause.temuan[0]], cause) for cause in known.new],
        "changed": [(material.cause_number[cause.temuan[0]], cause, then) for cause, then in known.changed],
        "repaired": known.repaired,
    }


def _arrows(series: tuple[int, ...]) -> str:
    return " → ".join(map(str, series))


def _day(text: str) -> str:
    """A day as people write it; as it stands in the history where it is none."""
    try:
        return tanggal(date.fromisoformat(text))
    except ValueError:
        return text
