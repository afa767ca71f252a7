"""One Perjanjian Kinerja per official: which rows, which parties, which budget (domain.md 1.5, 1.6)."""

from __future__ import annotations

import itertools
import zlib
from collections.abc import Iterable, Iterator

from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.material import Material
from pokin_docs.documents.pk.budget import budget_table
from pokin_docs.documents.pk.content import IndikatorPk, PerjanjianKinerja, SasaranPk
from pokin_docs.documents.printed import agency, identity, identity_text, party_of, target_of, written_year
from pokin_docs.documents.values import Pihak, Text, filled, missing  # fmt: skip
from pokin_docs.model.cycle import Cycle
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.owned_rows import PkShare
from pokin_docs.model.posts import Pejabat
from pokin_docs.model.printing import slug, tanggal
from pokin_docs.model.source import CellRef
from pokin_docs.model.tree import Indikator, Kinerja, PohonKinerja

_MAX_NAME = 110
"""Characters of a file name before ``.docx``: 120 in all, with a number. Windows paths end at 260, folders nest."""
_MAKS_JABATAN, _MAKS_ID = 60, 24


def build_pk(material: Material) -> tuple[Dokumen, ...]:
    """One PK for each official and class, and one for rows without owner."""
    parts = material.by_official
    only_jpt = sum(part.pk_class is JenisPk.JPT for part in parts) == 1
    names = name_files(parts, material.tree, material.cycle)
    return tuple(
        _document(part, material, name, whole=only_jpt and part.pk_class is JenisPk.JPT)
        for part, name in zip(parts, names, strict=True)
    )


def _document(part: PkShare, material: Material, path: str, *, whole: bool) -> Dokumen:
    """The PK of one official; ``whole`` tells that every program of the agency is the official's."""
    anggaran, total = budget_table(
        part.pk_class, tuple(kinerja for kinerja, _ in part.kinerja), material.tree, material.programs,
        material.cycle.tahun, whole=whole,
    )  # fmt: skip
    content = PerjanjianKinerja(
        jenis_pk=part.pk_class.value,
        tahun=written_year(material.cycle),
        nomor=identity(material.workbook, "nomor").clean,
        tempat=identity_text(material.workbook, "tempat"),
        tanggal=_written_date(material.cycle),
        perangkat_daerah=agency(material.workbook),
        pihak_pertama=_party(part.pejabat, material, "pihak pertama"),
        pihak_kedua=_superior(part, material),
        daftar_sasaran=tuple(
            _sasaran(no, kinerja, indikator, material.cycle.tahun)
            for no, (kinerja, indikator) in enumerate(part.kinerja, start=1)
        ),
        daftar_anggaran=anggaran,
        total_anggaran=total,
    )
    return Dokumen("pk", path, (f"pk-{part.pk_class.value}.docx", "pk.docx"), content, tuple(_cells(part)))


def _cells(part: PkShare) -> Iterator[CellRef]:
    for kinerja, indicators in part.kinerja:
        yield kinerja.source
        yield from (indikator.text.source for indikator in indicators)
    if part.pejabat:
        yield part.pejabat.baris.id.source


def _sasaran(no: int, kinerja: Kinerja, indicators: tuple[Indikator, ...], tahun: int | None) -> SasaranPk:
    return SasaranPk(str(no), filled(kinerja.text, "kinerja"), tuple(_indikator(item, tahun) for item in indicators))


def _indikator(indikator: Indikator, tahun: int | None) -> IndikatorPk:
    return IndikatorPk(
        indikator=filled(indikator.text, "indikator"),
        target=target_of(indikator, tahun),
        satuan=filled(indikator.baris.satuan, "satuan"),
    )


def _written_date(cycle: Cycle) -> Text:
    if cycle.tanggal is not None:
        return tanggal(cycle.tanggal)
    source = (
        cycle.tanggal_source.source
        if cycle.tanggal_source and cycle.tanggal_source.source.lembar
        else "lembar Identitas"
    )
    return missing("tanggal", source)


def _superior(part: PkShare, material: Material) -> Pihak:
    if part.pejabat is not None and part.pejabat.id in material.superiors:
        id_ = material.superiors[part.pejabat.id]
        if id_ in material.posts:
            return _party(material.posts[id_], material, "pihak kedua")
    if part.pk_class is JenisPk.JPT:
        nama = identity_text(material.workbook, "nama_kepala_daerah")  # with degrees already: printed as given
        return Pihak(nama, nama, identity_text(material.workbook, "sebutan_kepala_daerah"), "", "", "")
    return _party(None, material, "pihak kedua")


def _party(pejabat: Pejabat | None, material: Material, label: str) -> Pihak:
    if pejabat is not None:
        return party_of(pejabat)
    source = material.workbook.lembar.get("pejabat", "lembar Pejabat")
    nama = missing(f"nama {label}", source)
    return Pihak(nama, nama, missing(f"jabatan {label}", source), "", "", missing("NIP", source))


def name_files(parts: Iterable[PkShare], pohon: PohonKinerja, cycle: Cycle) -> tuple[str, ...]:
    """A path for each PK: ``PK/Ess-3/PK_2026_Ess-3_Kepala-Bidang-…_KABID-IKP.docx``.

    The name follows from the document's own post, title and ID, never from the others: it stays when they come, go
    or are renamed, and two builds of one workbook agree whatever was built before. The person does not matter.

    Args:
        parts: The shares of the officials; the paths come in the same order.
        pohon: The tree, for a name where nobody owns the rows.
        cycle: For the year in the name; ``tanpa-tahun`` where it has none.

    Returns:
        Paths relative to the build folder, with ``/``; no two are the same, whatever their case.
    """
    tahun = str(cycle.tahun) if cycle.tahun is not None else "tanpa-tahun"
    used: set[str] = set()
    names: list[str] = []
    for part in parts:
        stem = f"PK_{tahun}_{part.pk_class.folder}_"
        whole = f"PK/{part.pk_class.folder}/{stem}{_label(part, pohon, _MAX_NAME - len(stem))}"
        # Only what agrees in everything that names it is numbered: the same kinerja twice below the same one.
        name = next(name for name in _numbered(whole) if name.casefold() not in used)
        used.add(name.casefold())
        names.append(name + ".docx")
    return tuple(names)


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
