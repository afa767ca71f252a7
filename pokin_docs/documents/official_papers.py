"""Who signs the papers of an official, and when: the same for a PK, a Rencana Aksi and an SKP."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.documents.material import Material
from pokin_docs.documents.printed import identity, identity_text, of_identity, party_of
from pokin_docs.documents.values import Pihak, Tanda, Text, missing
from pokin_docs.model.cycle import Cycle
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.owned_rows import OfficialPaper, PkShare
from pokin_docs.model.person_names import split_degrees
from pokin_docs.model.posts import unbroken_name
from pokin_docs.model.printing import tanggal, tanggal_by, valid_days
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef

_OPEN_DAY = "\u00a0" * 16 + "MMMM y"
"""Nearly two centimetres in which a day is written by hand."""


def post_of_paper(paper: OfficialPaper) -> str:
    """The ID of the post whose paper it is; empty where nobody owns the rows."""
    return paper.share.pejabat.id if paper.share.pejabat is not None else ""


def days_of_paper(paper: OfficialPaper) -> str:
    """On which days a paper counts, for people; empty where its post has no other in the year."""
    return valid_days(paper.day, paper.last_day) if paper.is_later or paper.last_day is not None else ""


def paper_cells(paper: OfficialPaper) -> Iterator[CellRef]:
    """The cells that a paper is made from: its rows, its official, of a later one the superior."""
    part = paper.share
    for kinerja, indicators in part.kinerja:
        yield kinerja.source
        yield from (indikator.text.source for indikator in indicators)
    if part.pejabat:
        yield part.pejabat.baris.id.source
    if paper.is_later and paper.superior is not None:
        yield paper.superior.baris.id.source


def paper_date(paper: OfficialPaper, cycle: Cycle) -> Text:
    """The day of a paper as it is printed, or the mark."""
    day = paper.day or cycle.tanggal
    if day is not None:
        # A month alone leaves the day to be written by hand; a later paper has the day on which the post was taken.
        return tanggal_by(day, _OPEN_DAY) if cycle.day_open and paper.of_identitas else tanggal(day)
    return of_identity("tanggal", cycle.tanggal_source)


def agency_date(cycle: Cycle) -> Text:
    """The day of the papers of the whole agency as it is printed, or the mark."""
    if cycle.tanggal is not None:
        return tanggal_by(cycle.tanggal, _OPEN_DAY) if cycle.day_open else tanggal(cycle.tanggal)
    return of_identity("tanggal", cycle.tanggal_source)


def official_of_paper(paper: OfficialPaper, material: Material) -> Pihak:
    """Whose paper it is, as a party; marks where nobody owns the rows."""
    part = paper.share
    return party_of(part.pejabat) if part.pejabat else _party(material, "pihak pertama", *_owner(part))


def superior_of_paper(paper: OfficialPaper, material: Material) -> Pihak:
    """Who signs as superior, as a party: of the head of the agency the head of the region."""
    part = paper.share
    if paper.superior is not None:
        return party_of(paper.superior)
    if part.pk_class is JenisPk.JPT and (part.pejabat or identity(material.workbook, "nama_kepala_daerah")):
        nama = identity_text(material.workbook, "nama_kepala_daerah")  # with degrees already: printed as given
        if isinstance(nama, str):
            before, bare, behind = split_degrees(nama)
            nama = unbroken_name(bare, before, behind)
        return Pihak(nama, nama, identity_text(material.workbook, "sebutan_kepala_daerah"), "", "", "")
    named = (part.pejabat.baris.atasan, "Atasan") if part.pejabat else _owner(part)
    return _party(material, "pihak kedua", *named)


def _owner(part: PkShare) -> tuple[Isian, str]:
    """The cell that names whose rows these are, and its column: where nobody is named, neither party is known."""
    return part.kinerja[0][1][0].baris.pemilik, "Pemilik"


def _party(material: Material, label: str, named: Isian | None, column: str) -> Pihak:
    """A party whom nobody knows: marks, at the cell of ``column`` that should name the post (None: no cell can)."""
    known = named if named is not None and "pejabat" in material.workbook.lembar and named.source.lembar else None

    def mark(what: str) -> Tanda:
        place = known.source if known is not None else "lembar Pejabat"
        return missing(f"{what} {label}", place, unread=bool(known), column=column)

    return Pihak(mark("nama"), mark("nama"), mark("jabatan"), "", "", mark("NIP"))
