"""Stage 4: documents and templates become files in the build folder, all of them or none.

A document whose inputs are those of an earlier build, and whose file still has the bytes that build wrote, is left
as it is. For the others templates are opened, checked and compiled once, then filled; the files are put in place
together. Neither Word's format nor Jinja is imported where nothing has to be filled.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pokin_docs.documents.kind import DocumentKind, Dokumen, Lampiran
from pokin_docs.documents.kinds import KINDS
from pokin_docs.documents.proof import Proof
from pokin_docs.documents.signers import values_hash
from pokin_docs.model.findings import FindingLog, MachineTrouble, Outcome, Temuan
from pokin_docs.render import beside, hold, inputs, manifest, manifest_reading, paths, proving
from pokin_docs.render.answerable import Scope, scope
from pokin_docs.render.build_work import BuildWork
from pokin_docs.render.exchange import UNWATCHED, Exchange, FolderWatch
from pokin_docs.render.filling import fill
from pokin_docs.render.filling.material import FillMaterial
from pokin_docs.render.result import BuildResult, WrittenBytes
from pokin_docs.templating.faults import TemplateExamination


def _nothing_more(proof: Proof, made: Mapping[str, str]) -> tuple[Lampiran, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Beside:
    """What the documents of a build are compared with.

    ``others`` are documents of the same plan that the run does not make: those in the folder are compared too.
    ``telling`` gives further files, of what comparing came to and the sha256 of each document by its path. With
    ``final`` documents that contradict each other are not put in place.
    """

    others: tuple[Dokumen, ...] = ()
    telling: Callable[[Proof, Mapping[str, str]], tuple[Lampiran, ...]] = _nothing_more
    final: bool = False


ALONE = Beside()
"""Nothing: the documents are compared with each other."""
_WINDOWS = os.name == "nt"


def write(
    dokumen: tuple[Dokumen, ...],
    *,
    buku: Path,
    folder: Path,
    templat: tuple[Path, ...],
    logo: Path | None,
    version: str,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
    answerable: Scope | None = None,
    lampiran: tuple[Lampiran, ...] = (),
    ulang: bool = False,
    sha256: str = "",
    process: int | None = None,
    limits: fill.Limits | None = None,
    kinds: tuple[DocumentKind, ...] = KINDS,
    watch: FolderWatch = UNWATCHED,
    agency: str = "",
    beside_it: Beside = ALONE,
) -> Outcome[BuildResult]:
    """Write all documents into the build folder; with any fault in a template nothing is written.

    Args:
        dokumen: What to write; their paths must be different and stay inside the folder.
        buku: The workbook, for the manifest.
        folder: The build folder; only files that its manifest names are ever deleted.
        templat: Folders with templates, searched in order.
        logo: Picture for the placeholder ``logo``, if the agency has one.
        version: Program version, for the manifest.
        on_progress: Told how many documents of how many are up to date.
        answerable: Every ``jenis`` and time this run is answerable for; other files stay. None for what it makes.
        lampiran: Further files, put in place and named in the manifest with the documents.
        ulang: Fill every document, also those whose inputs have not changed.
        sha256: Of the workbook as it was examined; empty when that does not matter.
        process: Number of processes that fill; None for as many as pay.
        limits: Time and memory that one document may take.
        kinds: The kinds of the documents.
        watch: What is known of the build folder before, and who is told what is set aside.
        agency: Name of the agency, for the manifest.
        beside_it: What the documents are compared with, and what tells of it.

    Raises:
        MachineTrouble: The disk is full, the folder may not be written or is in use by another run.
    """
    _guard(folder, (*(entry.path for entry in dokumen), *(extra.path for extra in lampiran)))
    limits, log, source = limits or fill.Limits(), FindingLog(), (buku.name, beside.workbook_digest(buku, sha256))
    known = manifest.EMPTY_LIST if ulang else manifest_reading.read(folder)
    plan, good = _planned(dokumen, folder, templat, logo, version, known, limits, log, kinds)
    if fill.blocks(log):
        return Outcome(None, _unique(log))
    with hold.exclusive(folder) as held:
        work = BuildWork.begin(plan, held, watch.standing, log, limits, process, on_progress, again=ulang)
        compared = _made_and_compared(work, lampiran, beside_it, kinds, version)
        if compared is None:
            return Outcome(None, _unique(log))
        mine = _everything(kinds, dokumen, work.plan.lampiran) if answerable is None else answerable
        plan, unmade = work.plan.only(work.made)
        new = _manifest(plan, work.made, version, source, good, agency, compared)
        result = Exchange(held.staging, folder, work.old, new, mine, work.before, watch, unmade).carry_out()
        held.remember(buku)
        return Outcome(replace(result, used=work.used), _unique(log))


def _planned(
    dokumen: tuple[Dokumen, ...],
    folder: Path,
    templat: tuple[Path, ...],
    logo: Path | None,
    version: str,
    known: manifest.Manifest,
    limits: fill.Limits,
    log: FindingLog,
    kinds: tuple[DocumentKind, ...],
) -> tuple[inputs.BuildInputs, frozenset[str]]:
    """What the documents are made from, and the templates that were found without fault."""
    plan = inputs.plan(dokumen, folder, templat, logo, version, known, log, kinds)
    return plan, inputs.judge(plan, known, limits, log)


def _made_and_compared(
    work: BuildWork,
    lampiran: tuple[Lampiran, ...],
    beside_it: Beside,
    kinds: tuple[DocumentKind, ...],
    version: str,
) -> proving.Compared | None:
    """Make all files, and compare the documents; None where nothing may be put in place: the findings say why."""
    work.documents(last=False)
    if fill.blocks(work.log):
        return None
    compared = proving.compare(work, beside_it.others, kinds, version)
    work.log.add(compared.temuan)
    if beside_it.final and proving.refuses(compared):
        return None
    lampiran = (*lampiran, *beside_it.telling(compared.proof, {path: one.sha256 for path, one in work.made.items()}))
    _guard(work.plan.material.folder, tuple(extra.path for extra in lampiran))
    work.tell(compared.proof, lampiran, kinds, version)
    work.remember(compared.facts)
    return None if fill.blocks(work.log) else compared


def examine_template(file: Path, jenis: DocumentKind) -> TemplateExamination:
    """All that can be said of one template without filling it, each fault at its place; builds use the same check."""
    return fill.examine(file, jenis, fill.Limits())


def _manifest(
    plan: inputs.BuildInputs,
    made: dict[str, WrittenBytes],
    version: str,
    source: tuple[str, str],
    good: frozenset[str],
    agency: str,
    compared: proving.Compared,
) -> manifest.Manifest:
    """The manifest of what this build holds; ``good`` are the templates that were found without fault."""
    entries = (*_entries(plan, made), *beside.manifest_entries(plan.lampiran, plan.lampiran_inputs, made))
    passed = tuple((name, mark) for name, mark in plan.passed.items() if name in good)
    return manifest.Manifest(
        version, source, _digests(plan.material), entries, passed, _made_from(entries, plan, source), agency,
        compared.proof if compared.proof.documents else None, compared.proved,
    )  # fmt: skip


def _entries(plan: inputs.BuildInputs, made: dict[str, WrittenBytes]) -> Iterator[manifest.ManifestEntry]:
    for number, entry in enumerate(plan.dokumen):
        name = plan.material.source[plan.source[number]].file.name
        cell = tuple(str(place) for place in entry.source)
        data = made[entry.path]
        yield manifest.ManifestEntry(
            entry.path, entry.jenis, name, data.sha256, cell, entry.tanda, plan.inputs[number], entry.time,
            data.fingerprint, data.paragraphs, entry.post, data.facts,
            values_hash(entry.content) if plan.material.source[plan.source[number]].jenis.signing(
                entry.content
            ).signatures else "",
        )  # fmt: skip


def _made_from(
    entries: tuple[manifest.ManifestEntry, ...], plan: inputs.BuildInputs, source: tuple[str, str]
) -> tuple[manifest.MadeFrom, ...]:
    pairs = dict.fromkeys((entry.jenis, entry.time) for entry in entries)
    return tuple(
        manifest.MadeFrom(
            jenis, time, source,
            tuple({one.file.name: one.sha256 for one in plan.material.source if one.jenis.kode == jenis}.items()),
        )
        for jenis, time in pairs
    )  # fmt: skip


def _digests(material: FillMaterial) -> tuple[tuple[str, str], ...]:
    return tuple({source.file.name: source.sha256 for source in material.source}.items())


def _everything(kinds: tuple[DocumentKind, ...], dokumen: tuple[Dokumen, ...], lampiran: tuple[Lampiran, ...]) -> Scope:
    documents = ((entry.jenis, entry.time) for entry in dokumen)
    return scope((*((kind.kode, "") for kind in kinds), *documents, *((extra.jenis, extra.time) for extra in lampiran)))


def _guard(folder: Path, path: tuple[str, ...]) -> None:
    """Refuse paths that leave the folder, meet each other or are too long for the machine."""
    paths.guard((*path, manifest.FILE_NAME))
    too_long = paths.too_long(folder, path) if _WINDOWS else ""
    if too_long:
        raise MachineTrouble(
            f"Nama lengkap {too_long} di folder {folder} lebih dari {paths.MAX_PATH} huruf; Windows menolaknya.",
            "Pilih folder yang lebih dekat ke akar drive dengan --keluaran, misalnya C:\\pk.",
        )


def _unique(log: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """Each finding once: a template gives the same one for every document."""
    return tuple(dict.fromkeys(log))
