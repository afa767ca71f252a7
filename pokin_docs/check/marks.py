"""Every mark of the documents has a finding that names what to fill where; which findings speak of which marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.printed import YEAR_UNKNOWN
from pokin_docs.documents.values import Tanda
from pokin_docs.model.catalogue import CATALOGUE
from pokin_docs.model.findings import Severity, Temuan, temuan
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import fold
from pokin_docs.model.workbook_spec import LEMBAR

_OF_A_SHEET = {"P30": "program", "P31": "pejabat", "B30": "identitas", "S13": "lintas"}
"""Findings about a whole sheet that is missing or blank, or lacks a row, by its key."""
_OF_A_ROW = {"S43": ("kinerja", "indikator")}
"""Findings that speak of several cells of their row, with what these hold."""
_OF_A_VALUE = {"P46": ("nama kepala", "jabatan kepala", "nip kepala"), "S04": ("outcome",)}
"""Findings about a value that no one cell holds."""


def marks_of(documents: Iterable[Dokumen]) -> tuple[Tanda, ...]:
    """Every mark of the documents, in order, each once."""
    return tuple(dict.fromkeys(mark for document in documents for mark in document.marks))


@dataclass
class ToldMarks:
    """What the findings say of marks: by cell, by column of a sheet, by sheet."""

    buku: BukuKerja
    _found: dict[object, list[Temuan]] = field(default_factory=dict)

    @cached_property
    def _sheets(self) -> dict[str, str]:
        """Key of each sheet by what a place calls it: as the workbook spells it, or in words where there is none."""
        words = {f"lembar {lembar.title}": lembar.kunci for lembar in LEMBAR}
        own = {
            title: kunci for kunci, title in reversed(tuple(self.buku.lembar.items()))
        }  # of two tables of a sheet the first
        return words | dict(self.buku.further) | own

    def add(self, findings: Iterable[Temuan]) -> ToldMarks:
        """Take findings into account: those that leave a mark, and those that stop the build anyway."""
        for finding in findings:
            entry = CATALOGUE[finding.kode]
            if entry.leaves_mark or entry.severity is Severity.GALAT:
                for key in self._keys(finding):
                    self._found.setdefault(key, []).append(finding)
        return self

    def of(self, mark: Tanda) -> tuple[Temuan, ...]:
        """The findings that tell of a mark, by its cell or by what the cell lies in."""
        if mark.told is not None:
            return (self.at_its_sheet(mark.told),)
        place, what = mark.place, fold(mark.what)
        keys: list[object] = [place, (place.lembar, place.baris, what), what, fold(place.lembar)]
        if place.baris is None or place.kolom is None:
            keys.append(("lembar", self._sheets.get(place.lembar)))
        if place.baris is not None and place.kolom is None:
            keys += [(place.lembar, fold(mark.column)), what.rpartition(" ")[2]]
        return tuple(finding for key in keys for finding in self._found.get(key, ()))

    def at_its_sheet(self, finding: Temuan) -> Temuan:
        """A finding of a document that names a sheet, at that sheet where the workbook has it."""
        named = dict(finding.details).get("lembar", "").partition(",")[0]  # "Tahap 5, kolom IKU"
        kunci = self._sheets.get(f"lembar {named}", "")
        return replace(finding, tempat=CellRef(self.buku.lembar[kunci])) if kunci in self.buku.lembar else finding

    def is_sheet(self, title: str) -> bool:
        """Whether the workbook has a sheet of that name that was read."""
        return title in self.buku.lembar.values() or title in self.buku.further

    def of_column(self, lembar: str, column: str) -> Temuan:
        """B14 for a column that a sheet lacks, by the title that it is to have."""
        kunci = self._sheets[lembar]
        titles = (kolom.title for entry in LEMBAR if entry.kunci == kunci for kolom in entry.kolom)
        title = next((title for title in titles if fold(title) == fold(column)), f"{column[:1].upper()}{column[1:]}")
        return temuan("B14", self.buku.title(kunci), kolom=title, lembar=lembar, usul="")

    def _keys(self, finding: Temuan) -> Iterator[object]:
        place, told, severe = finding.tempat, dict(finding.details), CATALOGUE[finding.kode].severity is Severity.GALAT
        if place.lembar:
            yield place
        if finding.kode in _OF_A_SHEET:
            yield "lembar", _OF_A_SHEET[finding.kode]
        elif severe and place.kolom is None and place.lembar in self._sheets:
            yield "lembar", self._sheets[place.lembar]  # of its header, or of the sheet: none of its cells is read
        if finding.kode == "B14":
            kunci = self._sheets.get(place.lembar)
            going_on = (title for title, key in self.buku.further.items() if key == kunci)
            yield from ((title, fold(told["kolom"])) for title in (place.lembar, *going_on))
        if finding.kode == "K09":
            yield from told["kolom"].split(", ")
        for what in _OF_A_ROW.get(finding.kode, ()):
            yield place.lembar, place.baris, what
        yield from _OF_A_VALUE.get(finding.kode, ())
        of_the_year = self.buku.identitas.get("tahun")
        if finding.kode == "B30" or (of_the_year is not None and place == of_the_year.source):
            yield fold(YEAR_UNKNOWN)


def untold(marks: tuple[Tanda, ...], told: ToldMarks) -> Iterator[Temuan]:
    """D10, B14: a mark that no other finding tells of, at its cell, blank or not readable; one for each cell."""
    found: dict[tuple[bool, CellRef], list[Tanda]] = {}
    columns = {
        (mark.place.lembar, mark.column or mark.what): None for mark in marks if mark.lacks_column and not told.of(mark)
    }
    yield from dict.fromkeys(told.of_column(*column) for column in columns)
    yield from dict.fromkeys(told.at_its_sheet(mark.told) for mark in marks if mark.told is not None)
    for mark in marks:
        if mark.told is None and not mark.lacks_column and not told.of(mark):
            place = mark.place if told.is_sheet(mark.place.lembar) else CellRef("")
            found.setdefault((mark.unread, place), []).append(mark)
    for (unread, place), same in found.items():
        what = ", ".join(dict.fromkeys(mark.column or mark.what for mark in same))
        state = "tidak dapat dibaca dari isi sel ini" if unread else "belum diisi"
        # Of a sheet, where it has no row about it, the row is yet to be written.
        where = (
            " di sel itu"
            if place.kolom
            else f" pada baris yang belum ada di lembar {place.lembar}"
            if place.lembar
            else ""
        )
        yield temuan("D10", place, apa=f"{what[:1].upper()}{what[1:]}", keadaan=state, letak=where)


def idle_for_year(findings: Iterable[Temuan], made: Iterable[Dokumen], tahun: int | None) -> frozenset[Temuan]:
    """The findings that suit only a draft of a paper for the year, where no such paper is made.

    Args:
        findings: All findings.
        made: The documents that are made.
        tahun: The year of the PK.
    """
    of_year = any(document.time == str(tahun) for document in made)
    return frozenset(finding for finding in findings if CATALOGUE[finding.kode].drafts_only and not of_year)


def idle(findings: Iterable[Temuan], marks: Iterable[Tanda], told: ToldMarks) -> frozenset[Temuan]:
    """The findings whose marks no document prints that is made.

    Args:
        findings: All findings.
        marks: The marks that are printed.
        told: Which findings tell of which mark.
    """
    busy = {finding for mark in marks for finding in told.of(mark)}
    return frozenset(finding for finding in findings if CATALOGUE[finding.kode].leaves_mark and finding not in busy)
