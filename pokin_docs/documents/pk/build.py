"""One Perjanjian Kinerja per official: which rows, which parties, which budget (domain.md 1.5, 1.6)."""

from __future__ import annotations

import itertools
import zlib
from collections.abc import Iterable, Iterator

from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.material import Material
from pokin_docs.documents.pk.budget import budget_table
from pokin_docs.documents.pk.content import IndikatorPk, PerjanjianKinerja, SasaranPk
from pokin_docs.documents.pk.pages import paged
from pokin_docs.documents.printed import (
    agency,
    identity,
    identity_text,
    of_identity,
    party_of,
    target_of,
    written_year,
)
from pokin_docs.documents.values import Pihak, Tanda, Text, filled, missing
from pokin_docs.model.cycle import Cycle
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.owned_rows import OfficialPaper, PkShare
from pokin_docs.model.person_names import split_degrees
from pokin_docs.model.posts import unbroken_name
from pokin_docs.model.printing import slug, tanggal, tanggal_by, valid_days
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.tree import Indikator, Kinerja, PohonKinerja

_MAX_NAME = 110
"""Characters of a file name before ``.docx``: 120 in all, with a number. Windows paths end at 260, folders nest."""
_OPEN_DAY = "\u00a0" * 16 + "MMMM y"
"""Nearly two centimetres in which a day is written by hand."""
_MAKS_JABATAN, _MAKS_ID = 60, 24


def build_pk(material: Material) -> tuple[Dokumen, ...]:
    """One PK for each official and class, one for rows without owner, and those that follow in the year."""
    names = name_files(material.papers, material.tree, material.cycle)
    return tuple(_document(paper, material, name) for paper, name in zip(material.papers, names, strict=True))


def _document(paper: OfficialPaper, material: Material, path: str) -> Dokumen:
    part = paper.share
    anggaran, total = budget_table(part, material)
    content = PerjanjianKinerja(
        jenis_pk=part.pk_class.value,
        tahun=written_year(material.cycle),
        nomor=identity(material.workbook, "nomor").clean,
        tempat=identity_text(material.workbook, "tempat"),
        tanggal=_written_date(paper, material.cycle),
        perangkat_daerah=agency(material.workbook),
        pihak_pertama=party_of(part.pejabat) if part.pejabat else _party(material, "pihak pertama", *_owner(part)),
        pihak_kedua=_superior(paper, material),
        daftar_sasaran=tuple(
            _sasaran(no, kinerja, indikator, material.cycle)
            for no, (kinerja, indikator) in enumerate(part.kinerja, start=1)
        ),
        daftar_anggaran=anggaran,
        total_anggaran=total,
        pakai_kop=part.pk_class is not JenisPk.JPT,
        id_jabatan=part.pejabat.id if part.pejabat is not None else "",
    )
    return Dokumen(
        "pk",
        path,
        (f"pk-{part.pk_class.value}.docx", "pk.docx"),
        paged(content),
        tuple(_cells(paper)),
        post=part.pejabat.id if part.pejabat is not None else "",
        valid=valid_days(paper.day, paper.last_day) if paper.is_later or paper.last_day is not None else "",
    )


def _cells(paper: OfficialPaper) -> Iterator[CellRef]:
    part = paper.share
    for kinerja, indicators in part.kinerja:
        yield kinerja.source
        yield from (indikator.text.source for indikator in indicators)
    if part.pejabat:
        yield part.pejabat.baris.id.source
    if paper.is_later and paper.superior is not None:
        yield paper.superior.baris.id.source


def _sasaran(no: int, kinerja: Kinerja, indicators: tuple[Indikator, ...], cycle: Cycle) -> SasaranPk:
    return SasaranPk(str(no), filled(kinerja.text, "kinerja"), tuple(_indikator(item, cycle) for item in indicators))


def _indikator(indikator: Indikator, cycle: Cycle) -> IndikatorPk:
    return IndikatorPk(
        indikator=filled(indikator.text, "indikator"),
        target=written_year(cycle) if cycle.tahun is None else target_of(indikator, cycle.tahun),
        satuan=filled(indikator.baris.satuan, "satuan"),
    )


def _written_date(paper: OfficialPaper, cycle: Cycle) -> Text:
    day = paper.day or cycle.tanggal
    if day is not None:
        # A month alone leaves the day to be written by hand; a later paper has the day on which the post was taken.
        return tanggal_by(day, _OPEN_DAY) if cycle.day_open and paper.of_identitas else tanggal(day)
    return of_identity("tanggal", cycle.tanggal_source)


def _superior(paper: OfficialPaper, material: Material) -> Pihak:
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


def name_files(papers: Iterable[OfficialPaper], pohon: PohonKinerja, cycle: Cycle) -> tuple[str, ...]:
    """A path for each PK: ``PK/Ess-3/PK_2026_Ess-3_Kepala-Bidang-…_KABID-IKP.docx``; a later one has its day behind.

    The name follows from the document's own post, title, ID and day, never from the others: it stays when they come, go
    or are renamed, and two builds of one workbook agree whatever was built before. The person does not matter.

    Args:
        papers: The papers of the officials; the paths come in the same order.
        pohon: The tree, for a name where nobody owns the rows.
        cycle: For the year in the name; ``tanpa-tahun`` where it has none.

    Returns:
        Paths relative to the build folder, with ``/``; no two are the same, whatever their case.
    """
    tahun = str(cycle.tahun) if cycle.tahun is not None else "tanpa-tahun"
    used: set[str] = set()
    names: dict[int, str] = {}
    # Those of the day of the PK first: no later one can take a name from them.
    for number, paper in sorted(enumerate(papers), key=lambda entry: entry[1].is_later):
        part = paper.share
        stem, day = f"PK_{tahun}_{part.pk_class.folder}_", f"_{paper.since}" if paper.is_later else ""
        whole = f"PK/{part.pk_class.folder}/{stem}{_label(part, pohon, _MAX_NAME - len(stem) - len(day))}{day}"
        # Only what agrees in everything that names it is numbered: the same kinerja twice below the same one.
        name = next(name for name in _numbered(whole) if name.casefold() not in used)
        used.add(name.casefold())
        names[number] = name + ".docx"
    return tuple(names[number] for number in sorted(names))


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}_{number}" for number in itertools.count(2))


def _label(part: PkShare, pohon: PohonKinerja, length: int) -> str:
    """What tells a PK from all others of its class, in so many characters."""
    if part.pejabat is None and part.pk_class is JenisPk.JPT:
        return "tanpa-pejabat"
    if part.pejabat is not None:
        title, own = part.pejabat.jabatan.clean, _id_slug(part.pejabat.id)
        if title == part.pejabat.id:  # a workbook without the sheet Pejabat: the title is all that tells a post
            short = slug(title, _MAKS_JABATAN)
            return short if short.replace("-", " ") == title else f"{short}_{_mark_of(title)}".lstrip("_")
    else:
        kinerja = part.kinerja[0][0]
        above = pohon.induk(kinerja)
        title, own = kinerja.text.text, _mark_of(kinerja.text.text, above.text.text if above else "")
    return f"{slug(title, min(_MAKS_JABATAN, length - len(own) - 1))}_{own}".lstrip("_")


def _id_slug(id_: str) -> str:
    """The ID as part of a name, with a mark where letters of it were lost: IDs that look the same there stay apart."""
    short = slug(id_, _MAKS_ID)
    return short if short == id_ else f"{short}-{_mark_of(id_)}".lstrip("-")


def _mark_of(*texts: str) -> str:
    return f"{zlib.crc32(chr(0).join(texts).encode()):08x}"
