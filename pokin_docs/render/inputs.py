"""What each document of a build is made from, and so which of an earlier build may stand (promise 15)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pokin_docs.render.manifest as manifest
import pokin_docs.render.publish as publish
import pokin_docs.render.reuse as reuse
from pokin_docs.documents.kind import DocumentKind, Dokumen, Lampiran
from pokin_docs.model.findings import Catatan
from pokin_docs.model.source import CellRef
from pokin_docs.render.filling import fill as filling

__all__ = ["Rencana", "judge", "plan", "standing"]


@dataclass(frozen=True, slots=True)
class Rencana:
    """What a build is made from: per document the number of its template and the sha256 of all its inputs.

    ``masukan_lampiran`` is the same for each file beside them; empty for one that lies ready anyway.
    ``lulus`` says which mark stands for each template, and the logo, once checked by this program without a finding.
    """

    dokumen: tuple[Dokumen, ...]
    lampiran: tuple[Lampiran, ...]
    sumber: tuple[int, ...]
    masukan: tuple[str, ...]
    masukan_lampiran: tuple[str, ...]
    bahan: filling.Bahan
    lulus: dict[str, str]

    @property
    def jalur(self) -> tuple[str, ...]:
        """Every path that the build writes, but the manifest."""
        return (*(entry.jalur for entry in self.dokumen), *(extra.jalur for extra in self.lampiran))


def plan(
    dokumen: tuple[Dokumen, ...],
    lampiran: tuple[Lampiran, ...],
    folder: Path,
    templat: tuple[Path, ...],
    logo: Path | None,
    program: str,
    known: manifest.Manifes,
    catatan: Catatan,
    kinds: tuple[DocumentKind, ...],
) -> Rencana:
    """The documents with their templates and inputs; without those whose template is missing, which is a finding.

    Args:
        dokumen: The documents.
        lampiran: Files that go beside them.
        folder: The build folder.
        templat: Folders with templates, searched in order.
        logo: Picture for the placeholder ``logo``.
        program: The sha256 of the program.
        known: Manifest of the earlier build.
        catatan: Takes what is wrong with logo or templates.
        kinds: The kinds of the documents.

    Raises:
        KeyError: A document is of none of these kinds.
    """
    found, wanted = _find_templates(dokumen, templat, catatan, {kind.kode: kind for kind in kinds})
    dokumen = tuple(entry for entry in dokumen if (entry.templat, entry.jenis) in wanted)
    lolos = dict(known.lolos)
    picture, lulus = _usable_logo(logo, program, lolos, catatan)
    for name in dict.fromkeys(source.berkas.name for source in found):
        same = [source for source in found if source.berkas.name == name]
        lulus[name] = reuse.combine(program, same[0].sha256, *sorted(source.jenis.kode for source in same))
    sources = tuple(
        replace(
            source,
            teruji=lolos.get(source.berkas.name) == lulus[source.berkas.name] or source.jenis.shipped == source.sha256,
        )
        for source in found
    )
    shown = publish.sha256_of(picture) if picture else None
    numbers = tuple(wanted[entry.templat, entry.jenis] for entry in dokumen)
    inputs = tuple(
        reuse.combine(program, sources[number].sha256, shown or "", reuse.contents(entry.isi))
        for entry, number in zip(dokumen, numbers, strict=True)
    )
    of_document = {entry.jalur: masukan for entry, masukan in zip(dokumen, inputs, strict=True)}
    beside = tuple(
        reuse.combine(program, extra.masukan, of_document.get(extra.dari, "")) if extra.buat else ""
        for extra in lampiran
    )
    return Rencana(dokumen, lampiran, numbers, inputs, beside, filling.Bahan(sources, picture, folder), lulus)


def _find_templates(
    dokumen: tuple[Dokumen, ...], folders: tuple[Path, ...], catatan: Catatan, kinds: Mapping[str, DocumentKind]
) -> tuple[list[filling.Sumber], dict[tuple[tuple[str, ...], str], int]]:
    """The template files that these documents ask for, and the number of each for what asks for it."""
    found: list[filling.Sumber] = []
    wanted: dict[tuple[tuple[str, ...], str], int] = {}
    by_file: dict[tuple[Path, str], int] = {}
    for names, kode in dict.fromkeys((entry.templat, entry.jenis) for entry in dokumen):
        berkas = next((place / name for name in names for place in folders if (place / name).is_file()), None)
        if berkas is None:
            where = "; ".join(str(place) for place in folders)
            catatan.catat("T01", CellRef(names[-1]), templat=names[-1], folder=where)
            continue
        if (berkas, kode) not in by_file:
            by_file[berkas, kode] = len(found)
            # What cannot be read has no sha256, and its own finding when it is opened.
            found.append(filling.Sumber(berkas, publish.sha256_of(berkas) or "", kinds[kode]))
        wanted[names, kode] = by_file[berkas, kode]
    return found, wanted


def _usable_logo(
    logo: Path | None, program: str, lolos: dict[str, str], catatan: Catatan
) -> tuple[Path | None, dict[str, str]]:
    """The logo if it can be embedded, with its mark; what this program has seen before it need not look into."""
    if logo is None:
        return None, {}
    name, mark = manifest.LOGO + logo.name, reuse.combine(program, publish.sha256_of(logo) or "")
    if lolos.get(name) != mark and filling.read_logo(logo, catatan) is None:
        return None, {}
    return logo, {name: mark}


def judge(rencana: Rencana, known: manifest.Manifes, batas: filling.Batas, catatan: Catatan) -> frozenset[str]:
    """Check every template that will be filled or was never checked; return the names of all that are without finding.

    Before anything is written, so that all faults of all templates are told at once.
    """
    before = {(entry.berkas, entry.masukan) for entry in known.dokumen}
    sources = rencana.bahan.sumber
    needed = [
        number
        for entry, number, masukan in zip(rencana.dokumen, rencana.sumber, rencana.masukan, strict=True)
        if not sources[number].teruji or (entry.jalur, masukan) not in before
    ]
    faulty: set[str] = set()
    for number, found in filling.check_all(rencana.bahan, dict.fromkeys(needed), batas).items():
        catatan.tambah(found)
        if found:
            faulty.add(sources[number].berkas.name)
    return frozenset(rencana.lulus.keys() - faulty)


def standing(rencana: Rencana, lama: manifest.Manifes, there: dict[str, str | None]) -> dict[str, str]:
    """Path and sha256 of each file that is what its inputs gave before, byte for byte."""
    before = {(entry.berkas, entry.masukan, entry.sha256) for entry in lama.dokumen if entry.masukan}
    inputs = zip(rencana.jalur, (*rencana.masukan, *rencana.masukan_lampiran), strict=True)
    return {path: sha256 for path, masukan in inputs if (sha256 := there[path]) and (path, masukan, sha256) in before}
