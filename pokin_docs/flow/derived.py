"""What follows from the documents of a build folder (PDFs, bound, packed), held against the documents as they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from pokin_docs.documents.printed import NO_YEAR
from pokin_docs.files.whole_file import write_where_other
from pokin_docs.flow.bound import OF_WORKBOOK, PDF, pdf_path
from pokin_docs.model.settings import PDF_FOLDERS, PDF_RECORD
from pokin_docs.pdf.record import OutdatedFile, PdfEntry, as_json, read_record
from pokin_docs.render.former_files import FormerFile, remember_former
from pokin_docs.render.manifest import Manifest
from pokin_docs.render.manifest_reading import read
from pokin_docs.render.publish import prune
from pokin_docs.render.standing_files import StandingFiles, sha256_of

ZIP = "Zip"
"""The folder of the zips in a build folder."""
_UPLOAD = f"{ZIP}/e-SAKIP_"
_PACKED = (f"{ZIP}/*.zip", f"{_UPLOAD}*/*")


@dataclass
class DerivedFiles:
    """The files of a build folder that follow from its documents.

    Attributes:
        folder: The build folder.
        new: sha256 of documents that are about to be put in place, by path.
    """

    folder: Path
    new: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def record(self) -> dict[str, PdfEntry]:
        """What is known of them, by path."""
        return read_record(self.folder)

    @cached_property
    def _standing(self) -> StandingFiles:
        return StandingFiles(self.folder)

    @cached_property
    def manifest(self) -> Manifest:
        """The manifest of the folder."""
        return read(self.folder)

    @cached_property
    def _papers(self) -> dict[tuple[str, str], list[str]]:
        """The documents there are, by kind and time, and by folder and time."""
        found: dict[tuple[str, str], list[str]] = {}
        for one in self.manifest.dokumen:
            if one.templat:
                found.setdefault((one.jenis, one.time), []).append(one.file)
                found.setdefault((folder_of(one.file), one.time), []).append(one.file)
        return found

    @cached_property
    def _reasons(self) -> dict[str, tuple[str, ...]]:
        return {}

    def reasons(self, path: str) -> tuple[str, ...]:
        """The documents for which a file is not what would be made now.

        Args:
            path: A file that is known.
        """
        if path not in self._reasons:
            self._reasons[path] = ()  # a record that somebody wrote may point in a circle
            self._reasons[path] = tuple(dict.fromkeys(self._found(path, self.record[path])))
        return self._reasons[path]

    def _found(self, path: str, entry: PdfEntry) -> Iterable[str]:
        parts = entry.parts or self._parts_before(path, entry)
        for part, sha256 in parts:
            if part in self.record and not sha256:  # it was missing, or older than its document, and may be so still
                yield from (document_of(part),) if self.is_current(part) else ()
            elif part in self.record:
                below = self.reasons(part)
                yield from below
                # A PDF that somebody signed was packed as it was signed.
                same = sha256 == self.record[part].sha256 or sha256 == sha256_of(self.folder / part)
                if not below and not same:
                    yield document_of(part)
            elif part.startswith(PDF_FOLDERS) and not part.endswith(".docx"):
                if sha256:
                    yield document_of(part)
            elif (self.new.get(part) or self._standing.sha256(part) or "") != sha256:
                yield part
        held = {document_of(part) for part, _ in parts} | {part for part, _ in parts}
        for kind in entry.whole:
            yield from (one for one in self._papers.get(kind, ()) if one not in held)

    def _parts_before(self, path: str, entry: PdfEntry) -> tuple[tuple[str, str], ...]:
        """What an earlier version kept no parts of was made of: a PDF of its document, another file of any PDFs."""
        if not path.startswith(f"{PDF}/"):
            return tuple((one, known.sha256) for one, known in self.record.items() if one.startswith(f"{PDF}/"))
        found = next((name for name in names_of_document(path) if (self.folder / name).is_file()), document_of(path))
        return ((found, entry.source),)

    def outdated(self) -> tuple[OutdatedFile, ...]:
        """The files that stand in the folder and are not what would be made now, in order."""
        known = [path for path in self.record if self.reasons(path) and (self.folder / path).is_file()]
        found = {path: OutdatedFile(path, self.reasons(path)) for path in known}
        for pattern in _PACKED:  # an earlier version kept nothing of these
            for file in self.folder.glob(pattern):
                path = file.relative_to(self.folder).as_posix()
                if path not in self.record and not file.name.startswith("."):
                    found[path] = OutdatedFile(path)
        return tuple(found[path] for path in sorted(found))

    def is_current(self, path: str) -> bool:
        """Whether a file stands that is known, and is what would be made of the documents now.

        Args:
            path: Its path.
        """
        return (self.folder / path).is_file() and not (path in self.record and self.reasons(path))


def outdated_files(folder: Path, new: Mapping[str, str] | None = None) -> tuple[OutdatedFile, ...]:
    """The files of a build folder that are not what would be made of its documents now.

    Args:
        folder: The build folder.
        new: sha256 of documents that are about to be put in place, by path.
    """
    return DerivedFiles(folder, new or {}).outdated()


def is_for_upload(path: str) -> bool:
    """Whether a file is of those that are uploaded to e-SAKIP.

    Args:
        path: The path of the file in the build folder.
    """
    return path.startswith(_UPLOAD)


def folder_of(path: str) -> str:
    """The folder of a file, as ``PdfEntry.whole`` names it: no kind ends so.

    Args:
        path: The path of the file in the build folder.
    """
    return path.rpartition("/")[0] + "/"


def document_of(path: str) -> str:
    """The document that a PDF is of, as far as its name says; of other files their own path.

    Args:
        path: The path of the PDF in the build folder.
    """
    return names_of_document(path)[0] if path.startswith(f"{PDF}/") and path.endswith(".pdf") else path


def names_of_document(path: str) -> tuple[str, ...]:
    """The documents that the PDF with this path may be of.

    Args:
        path: The path of the PDF in the build folder.
    """
    stem = path.removeprefix(f"{PDF}/").removesuffix(".pdf")
    names = (f"{stem.removesuffix(OF_WORKBOOK)}.xlsx", f"{stem}.docx")
    return tuple(name for name in names if pdf_path(name) == path)


def remember(folder: Path, made: Mapping[str, PdfEntry], gone: Iterable[str] = ()) -> None:
    """Keep what is known of some files beside what is known of the others, and of those they take the place of.

    Args:
        folder: The build folder.
        made: The files that were made, by path.
        gone: Paths of those that are no more.

    Raises:
        OSError: The folder cannot be written.
    """
    before, left = read_record(folder), frozenset(gone)
    now = {path: entry for path, entry in before.items() if path not in left} | dict(made)
    if now or before:
        write_where_other(folder / PDF_RECORD, as_json(now))
    keep_former(folder, before, now)


def keep_former(folder: Path, before: Mapping[str, PdfEntry], now: Mapping[str, PdfEntry]) -> None:
    """Remember the files that others took the place of.

    Args:
        folder: The build folder.
        before: What was known, by path.
        now: What is known.
    """
    replaced = (path for path, old in before.items() if path not in now or now[path].sha256 != old.sha256)
    remember_former(folder, (FormerFile(path, before[path].sha256) for path in replaced))


def forget_gone(folder: Path) -> tuple[str, ...]:
    """Remove the PDFs whose document is gone, and what was bound and packed of drafts without a year that are gone.

    Those that somebody signed or changed stay where they are. Returns the paths of what was removed.

    Args:
        folder: The build folder.

    Raises:
        OSError: The folder cannot be written.
    """
    record = read_record(folder)
    gone = [
        path for path in record
        if path.startswith(f"{PDF}/") and not any((folder / name).is_file() for name in names_of_document(path))
    ]  # fmt: skip
    for path in sorted(record, reverse=True):  # what is in a folder comes before the zip of that name
        if NO_YEAR in Path(path).stem and path not in gone and _is_all_gone(folder, record[path], gone):
            gone.append(path)
    removed = [path for path in gone if sha256_of(folder / path) == record[path].sha256]
    for path in removed:
        (folder / path).unlink(missing_ok=True)
    prune(folder, removed)
    if gone:
        remember(folder, {}, gone)
    return tuple(removed)


def _is_all_gone(folder: Path, entry: PdfEntry, gone: Collection[str]) -> bool:
    """Whether nothing that a file was made of is there any more."""
    return bool(entry.parts) and all(path in gone or not (folder / path).is_file() for path, _ in entry.parts)


def keep_replaced(folder: Path, before: Manifest) -> None:
    """Remember the documents that others took the place of, or none, and remove the PDFs of those that are gone.

    Args:
        folder: The build folder, after a run.
        before: Its manifest before.
    """
    now = {(one.file, one.sha256) for one in read(folder).dokumen}
    gone = [one for one in before.dokumen if one.templat and (one.file, one.sha256) not in now]
    remember_former(folder, (FormerFile(one.file, one.sha256, one.fingerprint, one.values) for one in gone))
    with suppress(OSError):  # a folder that lets nothing be removed was named with its documents
        forget_gone(folder)
