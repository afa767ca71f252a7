"""The lines of the sheet "Temuan": a cause of findings on each, with a link to its cells."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from pokin_docs.model.catalogue import severity
from pokin_docs.model.causes import Cause, causes
from pokin_docs.model.findings import Temuan, WaivedFinding
from pokin_docs.model.ranges import ranges
from pokin_docs.model.source import CellRef
from pokin_docs.workbook.correction import book
from pokin_docs.workbook.correction.listing import WAIVED, ListLine

_WIDE = 24
"""Letters of places that stand in the column Sel; those of more stand below the message."""


def of_findings(
    temuan: Iterable[Temuan], linked: Collection[str], marker: Mapping[CellRef, str], *, final: bool
) -> list[ListLine]:
    """A line for each cause, in the order of the findings.

    Args:
        temuan: Findings that stand.
        linked: Titles of the sheets that a link can lead to.
        marker: What was done at each place.
        final: Severities are those of ``--final``.
    """
    return [_line(cause, severity(cause.temuan[0], final=final).value, linked, marker) for cause in causes(temuan)]


def of_waived(waived: Iterable[WaivedFinding], linked: Collection[str]) -> list[ListLine]:
    """A line for each waived finding, with its reason; ``linked`` are the titles that a link can lead to."""
    return [_line(Cause("", (entry.temuan,)), WAIVED, linked, {}, entry.reason) for entry in waived]


def _line(
    cause: Cause, level: str, linked: Collection[str], marker: Mapping[CellRef, str], reason: str = ""
) -> ListLine:
    first = cause.temuan[0].tempat
    cell = ranges(cause.places) if cause.lembar else ""
    # A link can lead to one range only.
    span = cell if ":" in cell and "," not in cell else first.address or f"A{first.baris or 1}"
    link = book.reference(cause.lembar, span) if cause.lembar in linked else ""
    if link and not cell:
        cell = "lembar"
    message = [cause.message, *(f"{item.label}: {item.said}" if item.said else item.label for item in cause.items)]
    message += cause.also
    if len(cell) > _WIDE:
        message += [] if cause.items else [cell]
        cell = f"{ranges(cause.places[:1])} …"
    marks = dict.fromkeys(marker.get(place, "-") for place in cause.places)
    return ListLine(
        level, cause.kode, cause.lembar, cell, link, "\n".join(message), cause.saran, reason, "; ".join(marks),
        len(cause.temuan),
    )  # fmt: skip
