"""The findings cause by cause in the order of telling, and what they can be sieved by."""

from __future__ import annotations

from itertools import groupby

from pokin_docs.model.causes import Cause, rank
from pokin_docs.model.findings import Severity
from pokin_docs.model.ranges import ranges
from pokin_docs.report.html.material import ReportMaterial, sheet_reference


def findings(material: ReportMaterial) -> dict[str, object]:
    """The findings that stand by their causes, neighbours of one sheet together.

    Each cause comes with its hint and the place of the first cause with this hint: a hint that was given before is a
    link to where, and JavaScript fetches it.
    """
    given: dict[str, int] = {}
    rows = []
    for index, cause in enumerate(material.causes):
        said = cause.saran
        rows.append((index, cause, material.severity(cause.temuan[0]).value, said, given.setdefault(said, index)))

    def part(row: tuple[int, Cause, str, str, int]) -> tuple[int, str]:
        return rank(row[1].temuan[0], final=material.final), row[1].lembar

    return {
        "by_sheet": [(sheet, list(group)) for (_, sheet), group in groupby(rows, key=part)],
        "sheets": dict.fromkeys(cause.lembar for cause in material.causes),
        "galat": [(index, cause) for index, cause, level, *_ in rows if level == Severity.GALAT.value],
        "codes": sorted({cause.kode for cause in material.causes}),
    }


def where(cause: Cause) -> str:
    """The places of a cause as Excel takes them in its name box; the sheet alone where each is said beside it."""
    if not cause.lembar:
        return "" if len(cause.temuan) == 1 else "beberapa lembar"
    span = "" if cause.items else ranges(cause.places)
    if not span:
        return cause.lembar
    return f"{cause.lembar} {span}" if span.startswith("baris") else f"{sheet_reference(cause.lembar)}!{span}"
