"""A document filled, staged and read back, in whichever process."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pokin_docs.documents.kind import Dokumen
from pokin_docs.model.catalogue import severity
from pokin_docs.model.findings import FindingLog, Severity, Temuan
from pokin_docs.render import publish
from pokin_docs.render.filling.material import FillMaterial
from pokin_docs.render.standing_files import digest

if TYPE_CHECKING:
    from pokin_docs.consistency.documents import ReadFile


@dataclass(frozen=True, slots=True)
class FilledDocument:
    """A filled document: sha256 of its bytes, whether they are staged as they are new, findings, and fingerprint.

    ``paragraphs`` is what the manifest keeps of its paragraphs, ``reading`` what its paper prints of what it states.
    """

    sha256: str
    changed: bool
    temuan: tuple[Temuan, ...] = ()
    fingerprint: str = ""
    paragraphs: tuple[str, ...] = ()
    reading: ReadFile | None = None


Task = tuple[int, Dokumen]
"""The number of a template with a document that asks for it."""


def blocks(found: Iterable[Temuan], *, final: bool = False) -> bool:
    """Whether any of these findings of a template stops the build."""
    return any(severity(entry, final=final) is Severity.GALAT for entry in found)


def fill_one(material: FillMaterial, task: Task) -> FilledDocument:
    """A document filled, staged and read back; what blocks is in its findings."""
    from pokin_docs.consistency.documents import read_file
    from pokin_docs.files.fingerprints import fingerprint_and_words
    from pokin_docs.narrative.kept import kept_lines
    from pokin_docs.templating.fill import compile as word

    log = FindingLog()
    index, dokumen = task
    form = material.compile(index, log)
    if form is None or material.staging is None:
        return FilledDocument("", changed=False, temuan=tuple(log))
    made: dict[str, bytes] = {}
    data = word.fill(form, dokumen.content, dokumen.path, log, made)
    if blocks(log):
        return FilledDocument("", changed=False, temuan=tuple(log))
    changed = publish.stage(material.staging, material.folder, dokumen.path, data)
    printed, words = fingerprint_and_words(dokumen.path, data, made)
    reading = read_file(material.source[index].jenis, dokumen, data, words)
    lines = kept_lines(dokumen.path, data, dokumen.content)
    return FilledDocument(digest(data), changed, tuple(log), printed, lines, reading)
