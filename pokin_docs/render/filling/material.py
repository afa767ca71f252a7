"""What documents are filled from: templates as they were found, and as they are compiled in each process."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pokin_docs.documents.kind import DocumentKind
from pokin_docs.model.findings import FindingLog, MachineTrouble, Temuan
from pokin_docs.render.standing_files import sha256_of

if TYPE_CHECKING:
    from pokin_docs.templating.fill import compile as word


@dataclass(frozen=True, slots=True)
class TemplateSource:
    """A template file as it was found, for documents of one kind.

    ``checked`` tells that this program has checked these very bytes before and found nothing.
    """

    file: Path
    sha256: str
    jenis: DocumentKind
    checked: bool = False


@dataclass(slots=True)
class FillMaterial:
    """What all documents of a build are filled from, in whichever process; it reads and compiles what it needs once."""

    source: tuple[TemplateSource, ...]
    logo: Path | None
    folder: Path
    staging: Path | None = None
    compiled: dict[int, word.CompiledTemplate] = field(default_factory=dict)
    unbounded: set[int] = field(default_factory=set)
    read_logo: word.Logo | None = None
    """The logo as it was read."""
    mark: str = ""
    """Stands for the program, so that what it made of these templates before is known; empty where that is not kept."""

    def __getstate__(self) -> tuple[object, ...]:
        return self.source, self.logo, self.folder, self.staging, self.mark

    def __setstate__(self, state: tuple[tuple[TemplateSource, ...], Path | None, Path, Path | None, str]) -> None:
        self.source, self.logo, self.folder, self.staging, self.mark = state
        self.compiled, self.unbounded, self.read_logo = {}, set(), None

    def compile(self, number: int, log: FindingLog) -> word.CompiledTemplate | None:
        """A template (number in ``source``, from 0) compiled for its documents; None when it does not fit.

        Raises:
            MachineTrouble: The file is no longer the one that was found.
        """
        if number in self.compiled:
            return self.compiled[number]
        source = self.source[number]
        if self.logo is not None and self.read_logo is None:
            from pokin_docs.templating.fill import compile as word

            self.read_logo = word.read_logo(self.logo, FindingLog())
        form = _compiled(source, self.read_logo, self.mark, log)
        if form is None:
            return None
        self.compiled[number] = form
        return form


_MOST_KEPT = 64
_kept: dict[tuple[object, ...], tuple[DocumentKind, word.CompiledTemplate, tuple[Temuan, ...]]] = {}
"""What was compiled in this process by all that it follows from: ``pantau``, and several workbooks, fill from the same.
The kind is kept with it, whose id is only then its own."""


def _compiled(
    source: TemplateSource, logo: word.Logo | None, mark: str, log: FindingLog
) -> word.CompiledTemplate | None:
    """A template compiled, once for the same bytes; None when it does not fit.

    Args:
        source: The template.
        logo: The logo as it was read.
        mark: Stands for the program, as in the material.
        log: Takes what is wrong with it.

    Raises:
        MachineTrouble: The file is no longer the one that was found.
    """
    from pokin_docs.templating.fill import compile as word

    key = (source.file.name, source.sha256, id(source.jenis), logo, source.checked)
    known = _kept.get(key)
    if known is not None and sha256_of(source.file) == source.sha256:
        log.add(known[2])
        return known[1]
    found = FindingLog()
    form = word.compile_template(source.file, source.jenis, logo, found, checked=source.checked, mark=mark)
    log.add(found)
    if form is None:
        return None
    if form.sha256 != source.sha256:
        raise MachineTrouble(
            f"Templat {source.file.name} berubah selagi dokumen dibuat.", "Simpan di Word, lalu jalankan lagi."
        )
    if len(_kept) >= _MOST_KEPT:
        del _kept[next(iter(_kept))]
    _kept[key] = source.jenis, form, tuple(found)
    return form
