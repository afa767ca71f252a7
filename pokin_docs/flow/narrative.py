"""The office's naskah beside its workbook: found, read, put into the documents that print it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.narrative import RichText
from pokin_docs.documents.renstra.content import Renstra
from pokin_docs.documents.renstra.places import (
    PLACES,
    NarrativePlace,
    asks_for_2017,
    narrative_of,
    places_of_outline,
)
from pokin_docs.model.findings import Outcome, Temuan, temuan
from pokin_docs.model.locations import is_file, workbooks
from pokin_docs.model.rows import BukuKerja, Isian
from pokin_docs.model.source import CellRef

SUFFIX, SUPPLEMENT = "-naskah.docx", "-naskah-tambahan.docx"


@dataclass(frozen=True)
class OfficeNarrative:
    """The naskah of a workbook: its file name, what is written by key, the keys it has, what was found.

    ``exists``: there is such a file; else its name is the one that it is to have.
    """

    file: str
    written: dict[str, RichText]
    keys: frozenset[str]
    temuan: tuple[Temuan, ...]
    exists: bool = True


def narrative_file(path: Path, identitas: Mapping[str, Isian]) -> Path:
    """The naskah of a workbook: the file that Identitas names, else the one named after the workbook."""
    named = identitas.get("naskah")
    return path.parent / Path(named.clean).name if named else path.with_name(path.stem + SUFFIX)


def office_narrative(path: Path, buku: BukuKerja) -> OfficeNarrative:
    """What the office wrote, in its naskah and in the supplement of it; the naskah comes first.

    Args:
        path: The workbook.
        buku: Its rows.
    """
    file = narrative_file(path, buku.identitas)
    supplement = supplement_of(file)
    named, in_2017 = buku.identitas.get("naskah"), asks_for_2017(buku.identitas)
    found: list[Temuan] = []
    written: dict[str, RichText] = {}
    keys: set[str] = set()
    if named and not is_file(file):
        found.append(temuan("K22", named.source, berkas=file.name))
    for one in (file, supplement):
        if is_file(one):
            from pokin_docs.narrative.read import read_narrative

            reading = read_narrative(one, in_2017=in_2017)
            written = reading.written | written
            keys |= reading.keys
            found += reading.temuan
    wanted = places_of_outline(in_2017=in_2017)
    lacking = [place.title for place in wanted if not place.optional and place.key not in keys]
    if keys and lacking:
        found.append(temuan("K23", CellRef(""), berkas=file.name, tempat=", ".join(lacking)))
    found += _without_workbook(path, file)
    return OfficeNarrative(file.name, written, frozenset(keys), tuple(found), exists=is_file(file))


def _without_workbook(path: Path, own: Path) -> list[Temuan]:
    """Naskah beside the workbook that belong to none, told at the one workbook there is."""
    books = workbooks(path.parent)
    if len(books) != 1:
        return []
    stray = sorted(path.parent.glob("*" + SUFFIX)) if path.parent.is_dir() else []
    return [
        temuan("D38", CellRef(""), berkas=one.name)
        for one in stray
        if one != own and not one.name.startswith("~$")
    ]  # fmt: skip


def not_printed(
    documents: tuple[Dokumen, ...], narrative: OfficeNarrative, folders: tuple[Path, ...]
) -> tuple[Temuan, ...]:
    """D39: places where the office wrote something that its templates do not print.

    Args:
        documents: The documents of the plan.
        narrative: What the office wrote.
        folders: Folders with templates, searched in order.
    """
    from pokin_docs.render.judge import asks_for

    shown = [one for one in documents if isinstance(one.content, Renstra)]
    return tuple(
        temuan("D39", CellRef(""), berkas=narrative.file, tempat=place.title, kunci=place.key)
        for place in PLACES
        if place.key in narrative.written and shown and not asks_for(shown, folders, rf"naskah\W+{place.name}")
    )  # fmt: skip


def with_narrative(documents: tuple[Dokumen, ...], narrative: OfficeNarrative) -> tuple[Dokumen, ...]:
    """The documents, each that has places for it with what the office wrote there."""
    said = narrative_of(narrative.written, narrative.file, exists=narrative.exists)
    return tuple(
        replace(one, content=replace(one.content, naskah=said)) if isinstance(one.content, Renstra) else one
        for one in documents
    )  # fmt: skip


@dataclass(frozen=True)
class NewNarrative:
    """What the command ``naskah`` did: the file written, or None where nothing is missing, and the places in it."""

    file: Path | None
    places: tuple[NarrativePlace, ...]
    standing: Path


def make_narrative(path: Path) -> Outcome[NewNarrative]:
    """Lay a naskah beside a workbook; of places that the one that is there lacks a supplement. Nothing is overwritten.

    Of the workbook only Identitas counts, so that one that is still blank gets its naskah too. Without a workbook that
    can be opened, or with a naskah that cannot, nothing is written: the findings say why.

    Args:
        path: The workbook.

    Raises:
        FileExistsError: There is a supplement already that has these places not.
        MachineTrouble: The folder cannot be written.
    """
    from pokin_docs.extract.identity_alone import identity_of
    from pokin_docs.narrative.read import read_narrative
    from pokin_docs.narrative.write import blank_narrative

    identity = identity_of(path)
    if identity.value is None:
        return Outcome(None, identity.temuan)
    target = narrative_file(path, identity.value)
    in_2017 = asks_for_2017(identity.value)
    places = places_of_outline(in_2017=in_2017)
    if not target.exists():
        return Outcome(NewNarrative(_written(target, blank_narrative(places, in_2017=in_2017)), places, target))
    supplement = supplement_of(target)
    readings = [read_narrative(file, in_2017=in_2017) for file in (target, supplement) if file.exists()]
    unread = tuple(found for reading in readings for found in reading.temuan if found.kode == "D31")
    if unread:
        return Outcome(None, unread)
    known = frozenset().union(*(reading.keys for reading in readings))
    lacking = tuple(place for place in places if place.key not in known)
    if not lacking:
        return Outcome(NewNarrative(None, (), target))
    if supplement.exists():
        raise FileExistsError(supplement)
    made = blank_narrative(lacking, "NASKAH TAMBAHAN", in_2017=in_2017)
    return Outcome(NewNarrative(_written(supplement, made), lacking, target))


def _written(target: Path, data: bytes) -> Path:
    from pokin_docs.files.whole_file import save

    save(target, data)
    return target


def supplement_of(file: Path) -> Path:
    """The supplement of a naskah: ``x-naskah-tambahan.docx`` of ``x-naskah.docx``."""
    return file.with_name(file.name.removesuffix(".docx").removesuffix("-naskah") + SUPPLEMENT)
