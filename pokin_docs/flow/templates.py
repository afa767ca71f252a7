"""The flow for templates: which files, for which documents, what is found in them, and what is written of that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pokin_docs.documents.kind import DocumentKind, Writer
from pokin_docs.documents.kinds import KINDS
from pokin_docs.model.catalogue import severity
from pokin_docs.model.findings import Outcome, Severity, temuan
from pokin_docs.model.locations import bundled, first_file
from pokin_docs.model.source import CellRef
from pokin_docs.templating.faults import TemplateExamination, TemplateFinding, TemplatePlace

if TYPE_CHECKING:
    from pokin_docs.templating.aids.mended_copy import MendedTemplate

_NOT_OPENED = frozenset(("T01", "T02", "T09", "T15", "T21", "T25"))
_NOT_FILLED = _NOT_OPENED | {"T03", "T04", "T05", "T06", "T08"}
_PATTERNS = tuple(f"*.{writer.value}" for writer in Writer)
_WHILE_FILLING = frozenset(("T03", "T05", "T08"))


@dataclass(frozen=True)
class CheckedTemplate:
    """One template: the file, how it is called to the user, the kind of document it is for, and what was found."""

    file: Path
    label: str
    kind: DocumentKind
    examination: TemplateExamination

    @property
    def galat(self) -> bool:
        """Whether it does not fit: no document can be made from it."""
        return any(severity(fault.temuan) is Severity.GALAT for fault in self.examination.temuan)

    @property
    def filled(self) -> bool:
        """Whether it can be filled at all; parts of the form may still be missing."""
        return not any(fault.temuan.kode in _NOT_FILLED for fault in self.examination.temuan)

    @property
    def opened(self) -> bool:
        """Whether the file could be opened as a template."""
        return not any(
            fault.temuan.kode in ("T01", "T02", "T09", "T15", "T21", "T25") for fault in self.examination.temuan
        )


def names_in_use(kinds: Iterable[DocumentKind]) -> dict[str, DocumentKind]:
    """The names that documents look for (``Dokumen.templat``), each with the kind, of several the first."""
    named: dict[str, DocumentKind] = {}
    for kind in kinds:
        for name in kind.templat:
            named.setdefault(name, kind)
    return named


def templates_in_use(folders: Sequence[Path], kinds: Iterable[DocumentKind] = KINDS) -> tuple[Path, ...]:
    """All templates that a build could take: for each name the first that lies in one of the folders.

    Word and Excel files of the first folder with names nobody looks for are there too, behind the others.
    """
    names = names_in_use(kinds)
    found = [first_file((name,), folders) for name in names]
    files = (path for pattern in _PATTERNS for path in folders[0].glob(pattern))
    others = sorted(path for path in files if path.name not in names and path.name[:1] not in "~.")
    return (*(path for path in found if path is not None), *others)


def examine_templates(
    file: Sequence[Path], untuk: str | None, folders: Sequence[Path], kinds: tuple[DocumentKind, ...] = KINDS
) -> tuple[CheckedTemplate, ...]:
    """What is found in each template.

    Args:
        file: The files; with none all that a build could take.
        untuk: ``kode`` of the kind they are for; of templates not named only those. None: told by the name, else by
            which kind of document has more of the placeholders.
        folders: Folders with templates, searched in order.
        kinds: Kinds of documents.

    Raises:
        KeyError: No kind has this ``kode``.
    """
    asked = {kind.kode: kind for kind in kinds}[untuk] if untuk else None
    if file:
        return tuple(_examine(path, asked, kinds) for path in file)
    names = names_in_use(kinds)
    found = (_examine(path, names.get(path.name), kinds) for path in templates_in_use(folders, kinds))
    return tuple(entry for entry in found if asked in (None, entry.kind))


def _examine(file: Path, asked: DocumentKind | None, kinds: tuple[DocumentKind, ...]) -> CheckedTemplate:
    from pokin_docs.render.write import examine_template

    label = f"{file.name} (bawaan)" if file.parent == bundled("templates") else str(file)
    if not file.is_file():
        missing = temuan("T01", CellRef(file.name), templat=file.name, folder=str(file.parent))
        empty = TemplateExamination((TemplateFinding(missing, TemplatePlace("berkas")),), ())
        kind = asked or names_in_use(kinds).get(file.name, kinds[0])
        return CheckedTemplate(file, label, kind, empty)
    known = asked or _by_name(file.name, kinds)
    alike = [kind for kind in kinds if file.suffix.lower() == f".{kind.writer.value}"] or kinds
    found = [(kind, examine_template(file, kind)) for kind in ([known] if known else alike)]
    kind, best = max(found, key=lambda pair: _fit(pair[1]))
    checked = CheckedTemplate(file, label, kind, best)
    return replace(checked, examination=_tried(file, kind, best)) if checked.filled else checked


def _tried(file: Path, kind: DocumentKind, examination: TemplateExamination) -> TemplateExamination:
    """The examination with what a build would find only when it fills the template."""
    from pokin_docs.render.sample import trouble_filling

    found = (one for one in trouble_filling(file, kind, kind.sample(file.name)) if one.kode in _WHILE_FILLING)
    more = (TemplateFinding(one, TemplatePlace("berkas")) for one in found)
    return TemplateExamination((*examination.temuan, *more), examination.coverage)


def _by_name(name: str, kinds: Iterable[DocumentKind]) -> DocumentKind | None:
    folded = name.casefold()
    known = {usual: kind for usual, kind in names_in_use(kinds).items() if Path(usual).suffix == Path(folded).suffix}
    beginnings = {Path(usual).stem: kind for usual, kind in known.items()}
    beginnings |= {kind.kode: kind for kind in known.values()}
    alike = [begin for begin in beginnings if folded.startswith((f"{begin}-", f"{begin}_"))]
    # "renstra-86-bidang.docx" begins with "renstra-" too: the longer one is meant.
    return known.get(folded) or beginnings.get(max(alike, key=len, default=""))


def _fit(examination: TemplateExamination) -> tuple[int, int]:
    """How well a template suits a kind of document: unknown placeholders count against it, printed fields for it."""
    unknown = sum(found.temuan.kode == "T04" for found in examination.temuan)
    return -unknown, sum(entry.printed for entry in examination.coverage)


def template_correction(found: CheckedTemplate) -> bytes | None:
    """The template with a comment at every fault; None when it cannot be opened."""
    from pokin_docs.templating.aids.correction import TemplateNotCorrectable, correct_template

    if not found.opened:
        return None
    try:
        return correct_template(found.file.read_bytes(), found.examination.temuan)
    except (OSError, TemplateNotCorrectable):
        return None


def mended(found: CheckedTemplate) -> MendedTemplate | None:
    """A copy of the template with the safe proposals typed in; None when it cannot be opened."""
    from pokin_docs.render.write import examine_template
    from pokin_docs.templating.aids.mended_copy import mend_template

    if not found.opened:
        return None
    with TemporaryDirectory() as folder:
        copy = Path(folder) / found.file.name

        def examine(data: bytes) -> TemplateExamination:
            copy.write_bytes(data)
            return examine_template(copy, found.kind)

        return mend_template(found.file.read_bytes(), found.examination, examine)


def palette(kinds: tuple[DocumentKind, ...] = KINDS) -> bytes:
    """The palette of placeholders as a Word document."""
    from pokin_docs.templating.aids.palette import palette

    return palette(kinds)


def sample(found: CheckedTemplate) -> Outcome[bytes]:
    """The X-ray of a template: filled with made-up content, the name of every placeholder beside its value."""
    from pokin_docs.render.sample import fill_sample

    logo = bundled("inputs") / "logo-contoh.png"
    content = found.kind.sample(found.file.name)
    return fill_sample(found.file, found.kind, content, logo if logo.is_file() else None)
