"""The documents of a build folder compared with each other, before they are put in place: what need not is not read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pokin_docs.consistency.makers import READER
from pokin_docs.documents.facts import FactKind
from pokin_docs.documents.kind import DocumentKind, Dokumen
from pokin_docs.documents.proof import Proof
from pokin_docs.model.catalogue import severity
from pokin_docs.model.findings import Severity, Temuan, temuan
from pokin_docs.model.source import CellRef
from pokin_docs.render import inputs, manifest, reuse
from pokin_docs.render.judge import tags_of
from pokin_docs.render.standing_files import OUTSIDE, StandingFiles

if TYPE_CHECKING:
    from pokin_docs.consistency.asked import Asked
    from pokin_docs.consistency.documents import ReadFile
    from pokin_docs.consistency.read_document import ReadDocument
    from pokin_docs.consistency.template_tables import TemplateTable
    from pokin_docs.render.build_work import BuildWork
    from pokin_docs.render.filling.material import TemplateSource
    from pokin_docs.render.result import WrittenBytes


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing came to: the proof, what it was reached on, and what is kept of each document by its path."""

    proof: Proof
    proved: str
    facts: dict[str, str]
    temuan: tuple[Temuan, ...] = ()


@dataclass(frozen=True, slots=True)
class _Subject:
    """A document to be compared: its file's sha256, what stands for its content, and the template this run used."""

    kind: DocumentKind
    document: Dokumen
    templat: str
    sha256: str
    digest: str
    made: bool
    source: TemplateSource | None = None


def compare(work: BuildWork, others: tuple[Dokumen, ...], kinds: tuple[DocumentKind, ...], version: str) -> Compared:
    """The proof over what a run makes, and what stands beside it.

    Args:
        work: What the run makes, its documents filled.
        others: Documents of the plan that this run does not make.
        kinds: All kinds.
        version: Of the program.
    """
    old, standing = work.old, work.before.standing
    mark = reuse.made_by(READER, version)
    subjects = tuple(_subjects(work.plan, work.made, others, old, standing, {kind.kode: kind for kind in kinds}))
    proved = reuse.combine(
        mark, *(part for one in subjects for part in (one.document.path, one.templat, one.sha256, one.digest))
    )
    stamps, known = {one.document.path: _stamp(mark, one) for one in subjects}, _known(subjects, old)
    facts = {path: entry.facts for path, entry in known.items() if entry.facts.startswith(stamps[path])}
    if old.proof is not None and old.proved == proved and facts.keys() == stamps.keys():
        return Compared(old.proof, proved, facts, (*_told(old.proof), *_of_another_year(subjects, old)))
    from pokin_docs.consistency.kept import kept_text
    from pokin_docs.consistency.proof import prove

    documents: list[ReadDocument] = []
    asked: dict[tuple[str, str], tuple[Asked, tuple[TemplateTable, ...]]] = {}
    for one in subjects:
        path = one.document.path
        kept = _kept(one, facts.get(path, ""))
        documents.append(kept or _read(one, work.readings.pop(path, None), standing.folder, asked))
        if kept is None:
            facts.pop(path, None)
    for read in documents:
        if read.path not in facts:
            facts[read.path] = stamps[read.path] + kept_text(read)
    work.shared = None
    proof = prove(documents)
    return Compared(proof, proved, facts, (*_told(proof), *_of_another_year(subjects, old)))


def refuses(compared: Compared) -> bool:
    """Whether documents that say so may not be put in place with ``--final``."""
    return any(severity(one, final=True) is Severity.GALAT for one in compared.temuan)


def _told(proof: Proof) -> tuple[Temuan, ...]:
    if not proof.contradictions:
        return ()
    from pokin_docs.consistency.findings import findings

    return tuple(findings(proof))


def _of_another_year(subjects: Sequence[_Subject], old: manifest.Manifest) -> Iterator[Temuan]:
    """D57: what was reached in the year is all that of the year before, which stands built in the folder; told once."""
    own = {one.document.path for one in subjects}
    former: dict[str, list[manifest.ManifestEntry]] = {}
    for entry in old.dokumen:
        if entry.facts and entry.file not in own:
            former.setdefault(entry.jenis, []).append(entry)
    for one in subjects:
        entries = former.get(one.kind.kode, []) if _tells_what_was_reached(one.kind) else []
        for entry in entries if one.made else ():
            from pokin_docs.consistency.kept import kept_document
            from pokin_docs.consistency.repeated_year import repeated
            from pokin_docs.consistency.statements import statements

            before = kept_document(entry.facts[_STAMP:], entry.file, entry.jenis, entry.templat, made=False)
            year, count = repeated(statements(one.kind, one.document.content), before.stated if before else ())
            if count:
                yield temuan(
                    "D57", CellRef(""), berkas=one.document.path, jumlah=count, tahun=year, lain=entry.file
                )  # fmt: skip
                return


def _tells_what_was_reached(kind: DocumentKind) -> bool:
    return any(fact.kind is FactKind.REALISED for fact in kind.facts)


_STAMP = 16
"""Signs before what is kept of a document: what it was read from."""


def _stamp(mark: str, one: _Subject) -> str:
    return hashlib.sha256(f"{mark} {one.sha256} {one.digest} {one.templat}".encode()).hexdigest()[:_STAMP]


def _known(subjects: Iterable[_Subject], old: manifest.Manifest) -> dict[str, manifest.ManifestEntry]:
    """What the manifest says of the file of each, by its path.

    A build that was ended while it put files in place left two entries of a path, of its old and of its new file.
    """
    entries = {(entry.file, entry.sha256): entry for entry in old.dokumen}
    found = ((one.document.path, entries.get((one.document.path, one.sha256))) for one in subjects)
    return {path: entry for path, entry in found if entry is not None}


def _subjects(
    plan: inputs.BuildInputs,
    made: Mapping[str, WrittenBytes],
    others: tuple[Dokumen, ...],
    old: manifest.Manifest,
    standing: StandingFiles,
    kinds: Mapping[str, DocumentKind],
) -> Iterator[_Subject]:
    for document, number, digest in zip(plan.dokumen, plan.source, plan.inputs, strict=True):
        kind = kinds[document.jenis]
        if kind.facts and document.path in made:
            source = plan.material.source[number]
            file = made[document.path].sha256
            yield _Subject(kind, document, source.file.name, file, digest, made=True, source=source)
    templates = {(entry.file, entry.sha256): entry.templat for entry in old.dokumen}
    for document in others:
        kind, sha256 = kinds[document.jenis], standing.sha256(document.path)
        if kind.facts and sha256 and len(sha256) == _SHA256 and sha256 != OUTSIDE:
            digest = reuse.contents(document.content)
            name = templates.get((document.path, sha256), document.templat[0])
            yield _Subject(kind, document, name, sha256, digest, made=False)


_SHA256 = 64


def _kept(one: _Subject, facts: str) -> ReadDocument | None:
    """What was read of a document before; None where nothing was kept."""
    from pokin_docs.consistency.kept import kept_document

    if not facts:
        return None
    return kept_document(facts[_STAMP:], one.document.path, one.kind.kode, one.templat, made=one.made)


def _read(
    one: _Subject,
    found: ReadFile | None,
    folder: Path,
    known: dict[tuple[str, str], tuple[Asked, tuple[TemplateTable, ...]]],
) -> ReadDocument:
    from pokin_docs.consistency.documents import ReadFile, read_file
    from pokin_docs.consistency.in_place import in_own_tables
    from pokin_docs.consistency.read_document import ReadDocument
    from pokin_docs.consistency.reading import PaperReading
    from pokin_docs.consistency.statements import statements

    if found is None:
        with suppress(OSError):
            found = read_file(one.kind, one.document, (folder / one.document.path).read_bytes())
    found = found or ReadFile(statements(one.kind, one.document.content), PaperReading(()))
    own = bool(one.document.post)
    asked: tuple[Asked, tuple[TemplateTable, ...]] = ((), ())
    if one.source is not None:
        pair = one.kind.kode, one.source.sha256
        asked = known[pair] if pair in known else known.setdefault(pair, (_asked(one.source), _tables(one)))
    printed = in_own_tables(found.printed, asked[1])
    return ReadDocument(
        one.document.path, one.kind.kode, one.templat, found.stated, printed, one.made, own, *asked
    )  # fmt: skip


def _asked(source: TemplateSource) -> Asked:
    """What a template of an office means to print; nothing of the shipped one, which prints all of it."""
    from pokin_docs.consistency.asked import asked_of

    if source.sha256 == source.jenis.shipped:
        return ()
    tags = tags_of(source.file, source.sha256)
    return asked_of(source.jenis, " ".join(part for _, part in tags.parts)) if tags else ()


def _tables(one: _Subject) -> tuple[TemplateTable, ...]:
    """Where a template prints what."""
    from pokin_docs.consistency.template_tables import template_tables

    source = one.source
    if source is None:
        return ()
    with suppress(OSError):
        return template_tables(one.kind, source.file.name, source.file.read_bytes())
    return ()


def edited(old: manifest.Manifest, folder: Path, paths: Iterable[str]) -> Proof | None:
    """The proof over a build folder whose documents with these paths were changed by hand; None where nothing was kept.

    Args:
        old: The manifest of the folder.
        folder: The folder.
        paths: The documents that were changed.
    """
    from pokin_docs.consistency.in_place import in_own_tables
    from pokin_docs.consistency.kept import kept_document
    from pokin_docs.consistency.paper import paper_of
    from pokin_docs.consistency.printed_words import key
    from pokin_docs.consistency.proof import prove
    from pokin_docs.consistency.reading import read

    built = []
    for entry in old.dokumen:
        document = kept_document(entry.facts[_STAMP:], entry.file, entry.jenis, entry.templat, made=True)
        if document is not None:
            built.append(document)
    if not built:
        return None
    changed, now = frozenset(paths), []
    for document in built:
        if document.path in changed:
            paper = paper_of(document.path, (folder / document.path).read_bytes())
            reading = read(paper, document.stated, (key(one.text) for one in document.reading.near if one.meant))
            document = replace(document, reading=in_own_tables(reading, document.tables))
        now.append(document)
    return prove(now, built)
