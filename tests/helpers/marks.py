"""Marks of documents held against findings: what --final refuses, and where it says so."""

from __future__ import annotations

from pokin_docs.documents.values import Tanda
from pokin_docs.flow.examine import Examination, Understood
from pokin_docs.model.catalogue import severity
from pokin_docs.model.findings import Severity, Temuan
from pokin_docs.model.source import CellRef


def refused(found: Examination) -> tuple[Temuan, ...]:
    """The findings that --final refuses, those that are waived too."""
    every = (*found.temuan, *(entry.temuan for entry in found.waived))
    return tuple(entry for entry in every if severity(entry, final=True) is Severity.GALAT)


def unnamed(found: Examination) -> list[str]:
    """The marks that no finding names: none at their cell, row or sheet, and no galat that comes before them."""
    if not isinstance(found, Understood) or any(severity(entry) is Severity.GALAT for entry in refused(found)):
        return []
    places = {entry.tempat for entry in refused(found)}
    columns = {
        dict(entry.details).get("kolom", "").casefold() for entry in refused(found) if entry.kode in ("B14", "K09")
    }
    rows = {(entry.tempat.lembar, entry.tempat.baris) for entry in refused(found) if entry.kode == "S43"}
    marks = {mark: None for document in found.plan.dokumen for mark in document.marks}
    return [mark.text for mark in marks if not _is_named(mark, places, columns, rows)]


def _is_named(mark: Tanda, places: set[CellRef], columns: set[str], rows: set[tuple[str, int | None]]) -> bool:
    place = mark.place
    if mark.told is not None or place in places or (place.lembar, place.baris) in rows:
        return True
    if place.baris is None:  # of a sheet that is missing or blank: the finding is about it, wherever that stands
        return bool(places)
    return place.kolom is None and bool(columns)
