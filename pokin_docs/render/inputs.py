"""What each document of a build is made from, and so which of an earlier build may stand (promise 15)."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pokin_docs.documents.kind import DocumentKind, Dokumen, Lampiran
from pokin_docs.documents.proof import Proof
from pokin_docs.documents.values import pictures_in
from pokin_docs.drawing.makers import DRAWN
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.locations import first_file
from pokin_docs.model.source import CellRef
from pokin_docs.render import manifest, reuse
from pokin_docs.render.edited_files import MadeFiles
from pokin_docs.render.filling import fill as filling
from pokin_docs.render.filling.material import FillMaterial, TemplateSource
from pokin_docs.render.result import WrittenBytes
from pokin_docs.render.standing_files import sha256_of
from pokin_docs.templating.makers import CHECKED, FILLED

__all__ = ["BuildInputs", "judge", "plan", "proved", "standing", "with_lampiran"]


@dataclass(frozen=True, slots=True)
class BuildInputs:
    """What a build is made from: per document the number of its template and the sha256 of all its inputs.

    ``lampiran_inputs`` is the same for each file beside them; empty for one that lies ready anyway.
    ``passed`` says which mark stands for each template, and the logo, once checked by this program without a finding.
    ``shared`` stands for what all documents are made from.
    """

    dokumen: tuple[Dokumen, ...]
    lampiran: tuple[Lampiran, ...]
    source: tuple[int, ...]
    inputs: tuple[str, ...]
    lampiran_inputs: tuple[str, ...]
    material: FillMaterial
    passed: dict[str, str]
    shared: str = ""

    def tells(self, number: int) -> bool:
        """Whether a document (its number) tells what comparing the others came to."""
        return self.material.source[self.source[number]].jenis.proves is not None

    @property
    def path(self) -> tuple[str, ...]:
        """Every path that the build writes, but the manifest."""
        return (*(entry.path for entry in self.dokumen), *(extra.path for extra in self.lampiran))

    def only(self, made: Container[str]) -> tuple[BuildInputs, tuple[str, ...]]:
        """The same for what could be made, with the paths of what could not."""
        missing = tuple(path for path in self.path if path not in made)
        if not missing:
            return self, ()
        kept = [number for number, entry in enumerate(self.dokumen) if entry.path in made]
        beside = [number for number, extra in enumerate(self.lampiran) if extra.path in made]
        return replace(
            self,
            dokumen=tuple(self.dokumen[number] for number in kept),
            source=tuple(self.source[number] for number in kept),
            inputs=tuple(self.inputs[number] for number in kept),
            lampiran=tuple(self.lampiran[number] for number in beside),
            lampiran_inputs=tuple(self.lampiran_inputs[number] for number in beside),
        ), missing


def plan(
    dokumen: tuple[Dokumen, ...],
    folder: Path,
    templat: tuple[Path, ...],
    logo: Path | None,
    version: str,
    known: manifest.Manifest,
    log: FindingLog,
    kinds: tuple[DocumentKind, ...],
) -> BuildInputs:
    """The documents with their templates and inputs; without those whose template is missing, which is a finding.

    Args:
        dokumen: The documents.
        folder: The build folder.
        templat: Folders with templates, searched in order.
        logo: Picture for the placeholder ``logo``.
        version: Version of the program.
        known: Manifest of the earlier build.
        log: Takes what is wrong with logo or templates.
        kinds: The kinds of the documents.

    Raises:
        KeyError: A document is of none of these kinds.
    """
    found, wanted = _find_templates(dokumen, templat, log, {kind.kode: kind for kind in kinds})
    dokumen = tuple(entry for entry in dokumen if (entry.templat, entry.jenis) in wanted)
    passed, checker, filler = dict(known.passed), reuse.made_by(CHECKED, version), reuse.made_by(FILLED, version)
    picture, marks_by_template = _usable_logo(logo, filler, passed, log)
    for name in dict.fromkeys(source.file.name for source in found):
        same = [source for source in found if source.file.name == name]
        marks_by_template[name] = reuse.combine(checker, same[0].sha256, *sorted(source.jenis.kode for source in same))
    sources = tuple(
        replace(
            source,
            checked=passed.get(source.file.name) == marks_by_template[source.file.name]
            or source.jenis.shipped == source.sha256,
        )
        for source in found
    )
    shown = sha256_of(picture) if picture else None
    numbers = tuple(wanted[entry.templat, entry.jenis] for entry in dokumen)
    painter = reuse.made_by(DRAWN, version) if any(_shows_pictures(entry) for entry in dokumen) else ""
    inputs = tuple(
        reuse.combine(
            filler, painter if _shows_pictures(entry) else "", sources[number].sha256, shown or "",
            reuse.contents(entry.content), _about(sources[number].jenis, entry),
        )
        for entry, number in zip(dokumen, numbers, strict=True)
    )  # fmt: skip
    return BuildInputs(
        dokumen, (), numbers, inputs, (), FillMaterial(sources, picture, folder, mark=filler), marks_by_template,
        reuse.combine(filler, shown or ""),
    )  # fmt: skip


def proved(plan: BuildInputs, proof: Proof, names: Mapping[str, str]) -> BuildInputs:
    """The same, with their content for the documents that tell what comparing the others came to.

    Args:
        plan: What the build is made from.
        proof: What that was.
        names: What the kinds are called in it, by their ``kode``.
    """
    documents, digests = list(plan.dokumen), list(plan.inputs)
    for number, entry in enumerate(plan.dokumen):
        source = plan.material.source[plan.source[number]]
        if source.jenis.proves is not None:
            documents[number] = replace(entry, content=source.jenis.proves(entry.content, proof, names))
            content = reuse.contents(documents[number].content)
            digests[number] = reuse.combine(
                plan.shared, source.sha256, content, _about(source.jenis, documents[number])
            )
    return replace(plan, dokumen=tuple(documents), inputs=tuple(digests))


def with_lampiran(plan: BuildInputs, lampiran: tuple[Lampiran, ...], version: str) -> BuildInputs:
    """The same with these files beside the documents.

    Args:
        plan: What the documents are made from.
        lampiran: The files.
        version: Version of the program.
    """
    of_document = {entry.path: digests for entry, digests in zip(plan.dokumen, plan.inputs, strict=True)}
    makers = {maker: reuse.made_by(maker, version) for maker in {extra.maker for extra in lampiran if extra.make}}
    beside = tuple(
        reuse.combine(makers[extra.maker], extra.inputs, of_document.get(extra.made_from, "")) if extra.make else ""
        for extra in lampiran
    )
    return replace(plan, lampiran=lampiran, lampiran_inputs=beside)


def _find_templates(
    dokumen: tuple[Dokumen, ...], folders: tuple[Path, ...], log: FindingLog, kinds: Mapping[str, DocumentKind]
) -> tuple[list[TemplateSource], dict[tuple[tuple[str, ...], str], int]]:
    """The template files that these documents ask for, and the number of each for what asks for it."""
    found: list[TemplateSource] = []
    wanted: dict[tuple[tuple[str, ...], str], int] = {}
    by_file: dict[tuple[Path, str], int] = {}
    for names, kode in dict.fromkeys((entry.templat, entry.jenis) for entry in dokumen):
        file = first_file(names, folders)
        if file is None:
            where = "; ".join(str(place) for place in folders)
            log.note("T01", CellRef(names[-1]), templat=names[-1], folder=where)
            continue
        if (file, kode) not in by_file:
            by_file[file, kode] = len(found)
            # What cannot be read has no sha256, and its own finding when it is opened.
            found.append(TemplateSource(file, sha256_of(file) or "", kinds[kode]))
        wanted[names, kode] = by_file[file, kode]
    return found, wanted


def _about(kind: DocumentKind, document: Dokumen) -> str:
    """What a document says of itself: made by its kind, whose code no filler's mark covers."""
    return repr(kind.about(document.content)) if kind.about else ""


def _shows_pictures(document: Dokumen) -> bool:
    return next(pictures_in(document.content), None) is not None


def _usable_logo(
    logo: Path | None, filler: str, passed: dict[str, str], log: FindingLog
) -> tuple[Path | None, dict[str, str]]:
    """The logo if it can be embedded, with its mark; what this program has seen before it need not look into."""
    if logo is None:
        return None, {}
    name, mark = manifest.LOGO + logo.name, reuse.combine(filler, sha256_of(logo) or "")
    if passed.get(name) != mark and filling.read_logo(logo, log) is None:
        return None, {}
    return logo, {name: mark}


def judge(plan: BuildInputs, known: manifest.Manifest, limits: filling.Limits, log: FindingLog) -> frozenset[str]:
    """Names of all templates, and of the logo, that are without finding, after each that will be filled was checked.

    Those that were never checked are checked too, before anything is written, so that all faults of all templates are
    told at once.

    Args:
        plan: What the build is made from.
        known: Manifest of the earlier build.
        limits: What checking one template may take.
        log: Takes the findings.

    Raises:
        MachineTrouble: A template is no longer the file that was found, or no process can be started.
    """
    before = {(entry.file, entry.inputs) for entry in known.dokumen}
    sources = plan.material.source
    needed = [
        number
        for entry, number, inputs in zip(plan.dokumen, plan.source, plan.inputs, strict=True)
        # What tells of the others has its content, and so its inputs, only when they are made.
        if not sources[number].checked or not (sources[number].jenis.proves or (entry.path, inputs) in before)
    ]
    faulty: set[str] = set()
    for number, found in filling.check_all(plan.material, dict.fromkeys(needed), limits).items():
        log.add(found)
        if found:
            faulty.add(sources[number].file.name)
    return frozenset(plan.passed.keys() - faulty)


def standing(inputs: Iterable[tuple[str, str]], old: manifest.Manifest, files: MadeFiles) -> dict[str, WrittenBytes]:
    """Each file by its path that is what its inputs gave before, byte for byte.

    Args:
        inputs: The path of each, and what stands for its inputs.
        old: Manifest of the earlier build.
        files: What earlier builds left in the folder.
    """
    before = {(entry.file, entry.inputs, entry.sha256): entry.paragraphs for entry in old.dokumen if entry.inputs}
    there = ((path, digests, files.standing.sha256(path) or "") for path, digests in inputs)
    return {
        path: WrittenBytes(sha256, files.fingerprint_of(path, sha256), before[path, digests, sha256])
        for path, digests, sha256 in there if (path, digests, sha256) in before
    }  # fmt: skip
