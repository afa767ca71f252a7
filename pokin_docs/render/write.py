"""Stage 4: documents and templates become files in the build folder, all of them or none.

A document whose inputs are those of an earlier build, and whose file still has the bytes that build wrote, is left
as it is. For the others templates are opened, checked and compiled once, then filled; the files are put in place
together. Neither Word's format nor Jinja is imported where nothing has to be filled.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pokin_docs.documents.kind import DocumentKind, Dokumen, Lampiran
from pokin_docs.documents.kinds import KINDS
from pokin_docs.documents.values import pictures_in
from pokin_docs.model.findings import FindingLog, MachineTrouble, Outcome, Temuan
from pokin_docs.render import inputs, manifest, manifest_reading, paths, publish
from pokin_docs.render.answerable import Scope, kept, scope, stale
from pokin_docs.render.filling import fill
from pokin_docs.render.filling.material import FillMaterial
from pokin_docs.templating.faults import TemplateExamination

_WINDOWS = os.name == "nt"


@dataclass(frozen=True)
class BuildResult:
    """What a build holds now.

    ``dokumen`` are the paths that are up to date, of them ``new`` written and ``unchanged`` left alone; ``used`` of
    these were not even filled again, as nothing they follow from has changed. ``lampiran`` are the other files that are
    up to date; ``deleted`` belonged to an earlier build; ``edited`` had been changed by someone else since, and were
    made again; ``failed`` could not be replaced (open in Word) and are still old.
    """

    folder: Path
    dokumen: tuple[str, ...]
    new: int
    unchanged: int
    deleted: tuple[str, ...]
    failed: tuple[str, ...]
    lampiran: tuple[str, ...] = ()
    used: int = 0
    edited: tuple[str, ...] = ()


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
        lampiran: Further files, put in place and named in the manifest together with the documents.
        ulang: Fill every document, also those whose inputs have not changed.
        sha256: Of the workbook as it was examined; empty when that does not matter.
        process: Number of processes that fill; None for as many as pay.
        limits: Time and memory that one document may take.
        kinds: The kinds of the documents.

    Raises:
        MachineTrouble: The disk is full, the folder may not be written or is in use by another run.
    """
    _guard(folder, (*(entry.path for entry in dokumen), *(extra.path for extra in lampiran)))
    limits, log = limits or fill.Limits(), FindingLog()
    source = (buku.name, _digest_of(buku, sha256))
    known = manifest.EMPTY_LIST if ulang else manifest_reading.read(folder)
    plan = inputs.plan(dokumen, lampiran, folder, templat, logo, version, known, log, kinds)
    good = inputs.judge(plan, known, limits, log)
    if fill.blocks(log):
        return Outcome(None, _unique(log))
    with publish.exclusive(folder) as held:
        plan.material.staging = held.staging
        old = manifest_reading.read(folder)
        there = {path: publish.sha256_in(folder, path) for path in plan.path}
        standing = {} if ulang else inputs.standing(plan, old, there)
        made = standing | _make(plan, held, standing, on_progress, limits, process, log)
        if fill.blocks(log):
            return Outcome(None, _unique(log))
        new = _manifest(plan, made, version, source, good)
        changed = tuple(entry.file for entry in new.dokumen if there[entry.file] != entry.sha256)
        mine = _everything(kinds, dokumen, lampiran) if answerable is None else answerable
        result = _publish(held.staging, folder, old, new, changed, mine, frozenset(e.path for e in lampiran))
    edited = _edited(old, there, result.failed)
    return Outcome(replace(result, used=_count(plan, standing), edited=edited), _unique(log))


def examine_template(file: Path, jenis: DocumentKind) -> TemplateExamination:
    """All that can be said of one template without filling it, each fault at its place; builds use the same check."""
    return fill.examine(file, jenis, fill.Limits())


def _make(
    plan: inputs.BuildInputs,
    held: publish.FolderHold,
    standing: dict[str, str],
    on_progress: Callable[[int, int], None],
    limits: fill.Limits,
    process: int | None,
    log: FindingLog,
) -> dict[str, str]:
    """Fill and stage every document that does not stand, then the files beside them; sha256 by path."""
    total, done = len(plan.dokumen), _count(plan, standing)
    todo = [number for number, entry in enumerate(plan.dokumen) if entry.path not in standing]
    publish.prepare(held.staging, [path for path in plan.path if path not in standing])
    if done:
        on_progress(done, total)
    for number in todo:
        # Drawn here and once: a process that fills has a limit of time, and would draw them for itself.
        for drawing in pictures_in(plan.dokumen[number].content):
            drawing.png()
    results = fill.fill_all(
        plan.material,
        [(plan.source[number], plan.dokumen[number]) for number in todo],
        lambda filled: on_progress(done + filled, total),
        limits=limits,
        process=process,
        lock_handles=(held.key,),
    )
    for result in results:
        log.add(result.temuan)
    made = {plan.dokumen[number].path: result.sha256 for number, result in zip(todo, results, strict=False)}
    if not fill.blocks(log):
        for extra in plan.lampiran:
            if extra.path not in standing:
                made[extra.path] = _lay_beside(extra, held.staging, plan.material.folder)
    return made


def _lay_beside(extra: Lampiran, staging: Path, folder: Path) -> str:
    """Make a file that goes beside the documents and stage it; its sha256."""
    data = extra.data
    if extra.make:
        places = (place / extra.made_from for place in (staging, folder)) if extra.made_from else ()
        source = next((place for place in places if place.is_file()), None)
        data = extra.make(source.read_bytes() if source else b"")
    publish.stage(staging, folder, extra.path, data)
    return publish.digest(data)


def _count(plan: inputs.BuildInputs, standing: dict[str, str]) -> int:
    return sum(entry.path in standing for entry in plan.dokumen)


def _manifest(
    plan: inputs.BuildInputs, sha256: dict[str, str], version: str, source: tuple[str, str], good: frozenset[str]
) -> manifest.Manifest:
    """The manifest of what this build holds; ``good`` are the templates that were found without fault."""
    entries = (*_entries(plan, sha256), *_entries_beside(plan, sha256))
    passed = tuple((name, mark) for name, mark in plan.passed.items() if name in good)
    return manifest.Manifest(
        version, source, _digests(plan.material), entries, passed, _made_from(entries, plan, source)
    )


def _entries(plan: inputs.BuildInputs, sha256: dict[str, str]) -> Iterator[manifest.ManifestEntry]:
    for number, entry in enumerate(plan.dokumen):
        name = plan.material.source[plan.source[number]].file.name
        cell = tuple(str(place) for place in entry.source)
        yield manifest.ManifestEntry(
            entry.path, entry.jenis, name, sha256[entry.path], cell, entry.tanda, plan.inputs[number], entry.time
        )


def _entries_beside(plan: inputs.BuildInputs, sha256: dict[str, str]) -> Iterator[manifest.ManifestEntry]:
    for extra, digests in zip(plan.lampiran, plan.lampiran_inputs, strict=True):
        cell = tuple(dict.fromkeys(str(place) for place in extra.source))
        yield manifest.ManifestEntry(
            extra.path, extra.jenis, "", sha256[extra.path], cell, inputs=digests, time=extra.time
        )


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


def _edited(old: manifest.Manifest, there: dict[str, str | None], failed: tuple[str, ...]) -> tuple[str, ...]:
    """Files that were neither what a build had written nor what it was about to write, and have been replaced."""
    written: dict[str, set[str]] = {}
    for entry in old.dokumen:
        written.setdefault(entry.file, set()).add(entry.sha256)
    return tuple(
        path for path, sha256 in there.items()
        if sha256 and path in written and sha256 not in written[path] and path not in failed
    )  # fmt: skip


def _publish(
    staging: Path,
    folder: Path,
    former: manifest.Manifest,
    new: manifest.Manifest,
    changed: tuple[str, ...],
    answerable: Scope,
    lampiran: frozenset[str],
) -> BuildResult:
    """Put the staged documents in place, between a manifest that names old and new and the final one."""
    where = tuple(entry.file for entry in new.dokumen)
    before = manifest.union(former, new, former.dokumen)
    publish.settle(staging, folder, changed)
    publish.write_whole(staging, folder / manifest.FILE_NAME, manifest.to_bytes(before))
    failed = publish.put_in_place(staging, folder, changed)
    old = tuple(entry for entry in former.dokumen if paths.is_inside(entry.file))
    gone, stuck = publish.remove(folder, stale(old, where, answerable), where)
    final = replace(new, dokumen=tuple(entry for entry in new.dokumen if entry.file not in failed))
    remaining = (*kept(former, answerable, where), *(e for e in former.dokumen if e.file in (*failed, *stuck)))
    remaining = tuple(entry for entry in remaining if paths.is_inside(entry.file))
    publish.write_whole(
        staging, folder / manifest.FILE_NAME, manifest.to_bytes(manifest.union(former, final, remaining))
    )
    done = tuple(path for path in where if path not in failed and path not in lampiran)
    beside = tuple(path for path in where if path not in failed and path in lampiran)
    written = len(set(done) & set(changed))
    return BuildResult(folder, done, written, len(done) - written, gone, (*failed, *stuck), beside)


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


def _digest_of(buku: Path, examined: str) -> str:
    """The sha256 of the workbook, which must still be the one that was examined (promise 21)."""
    try:
        sha256 = publish.digest(buku.read_bytes())
    except OSError as fault:
        raise MachineTrouble(
            f"Buku kerja {buku.name} tidak dapat dibaca lagi.", "Tutup di Excel, lalu ulangi."
        ) from fault
    if examined and sha256 != examined:
        raise MachineTrouble(
            f"Buku kerja {buku.name} berubah selagi diperiksa; tidak ada yang ditulis.", "Simpan, lalu jalankan lagi."
        )
    return sha256


def _unique(log: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """Each finding once: a template gives the same one for every document."""
    return tuple(dict.fromkeys(log))
