"""Files of the office that stand beside those that are read, saved in a format that is not: what is in them is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from pokin_docs.documents.kind import DocumentKind, Dokumen
from pokin_docs.flow.collect import SUFFIX as COLLECTED
from pokin_docs.flow.narrative import SUFFIX
from pokin_docs.flow.places import build_folder
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.settings import Settings
from pokin_docs.model.source import CellRef

_SAVED_AS = {
    ".docx": (".odt", ".fodt", ".doc", ".rtf", ".docm", ".ott", ".wps"),
    ".xlsx": (".ods", ".fods", ".xls", ".xlsb", ".xlsm", ".ots", ".et"),
}
"""What an office may save a Word or Excel file as, by the format that is read."""


def other_formats(
    path: Path, settings: Settings, kinds: tuple[DocumentKind, ...], documents: Iterable[Dokumen]
) -> Iterator[Temuan]:
    """D51: a document in the build folder, the naskah or a template that has a file of its name in another format.

    Args:
        path: The workbook.
        settings: Where its documents go, and its templates are.
        kinds: The kinds of documents.
        documents: The documents that are planned.
    """
    folder = build_folder(path, settings)
    for entry in _beside(folder, (document.path for document in documents)):
        yield _told("Berkas", entry, folder.name)
    for entry in _beside(path.parent, (path.stem + SUFFIX, path.stem + COLLECTED)):
        yield _told("Naskah", entry, "")
    for templates in settings.templat:
        for entry in _beside(templates, (name for kind in kinds for name in kind.templat)):
            yield _told("Templat", entry, templates.name)


def _told(what: str, entry: PurePosixPath, folder: str) -> Temuan:
    read = next(suffix for suffix, others in _SAVED_AS.items() if entry.suffix.casefold() in others)
    return temuan(
        "D51", CellRef(""), apa=what, berkas=str(PurePosixPath(folder) / entry), format=read,
        nama=entry.with_suffix(read).name,
    )  # fmt: skip


def _beside(folder: Path, files: Iterable[str]) -> Iterator[PurePosixPath]:
    """The files in other formats that have the name of one of these, as paths below the folder."""
    wanted: dict[PurePosixPath, set[str]] = {}
    for file in map(PurePosixPath, files):
        others = (file.with_suffix(suffix).name.casefold() for suffix in _SAVED_AS.get(file.suffix.casefold(), ()))
        wanted.setdefault(file.parent, set()).update(others)
    for parent, names in sorted(wanted.items()):
        try:
            there = sorted(one.name for one in (folder / parent).iterdir() if one.name.casefold() in names)
        except OSError:
            continue
        yield from (parent / name for name in there)
