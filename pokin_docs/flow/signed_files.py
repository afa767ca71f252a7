"""Signed PDFs that came back, found in a folder: which documents of a build they are, and who has signed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pokin_docs.documents.signers import SignedDocument
from pokin_docs.flow.known_papers import KnownPapers
from pokin_docs.flow.signing_record import read_record, write_record
from pokin_docs.flow.verified_paper import PaperVerdict, VerifiedPaper
from pokin_docs.pdf import notes
from pokin_docs.pdf.notes import ReturnedFile
from pokin_docs.render.trouble import machine_trouble


@dataclass(frozen=True, slots=True)
class SignedFiles:
    """What was found: how many documents are signed, and every PDF with what it is.

    ``strange`` are the signed files that are no document of the build as it is now.
    """

    count: int = 0
    strange: tuple[str, ...] = ()
    files: tuple[ReturnedFile, ...] = ()


NONE_FOUND = SignedFiles()
_SAID = {
    PaperVerdict.CHANGED: notes.CHANGED,
    PaperVerdict.OLDER: notes.OLDER,
    PaperVerdict.UNKNOWN: notes.UNKNOWN,
    PaperVerdict.UNREADABLE: notes.UNREADABLE,
}


@dataclass(frozen=True, slots=True)
class AwaitedPaper:
    """A document as this run makes it: how many sign it, and the hash of what is filled into it."""

    signers: int
    values: str


def take_signed(source: Path, folder: Path, awaited: Mapping[str, AwaitedPaper]) -> SignedFiles:
    """Keep in the record of a build folder which of its documents lie signed in another one.

    A document counts as signed while what is filled into it stays what it was then.

    Args:
        source: The folder with PDFs, searched with all below it.
        folder: The build folder, as the last build left it.
        awaited: The documents of this run, by path: what one was that it makes otherwise is an older one.

    Raises:
        MachineTrouble: The record cannot be written.
    """
    from pokin_docs.flow.verify import verify  # reads PDFs: not where none is asked for

    known, record = KnownPapers(folder), read_record(folder)
    found: dict[str, SignedDocument] = {}
    files: list[ReturnedFile] = []
    strange: list[str] = []
    for file in sorted(path for path in source.rglob("*") if path.suffix.lower() == ".pdf" and path.is_file()):
        with machine_trouble(source):
            paper = _as_of_now(verify(file, (known,)), known, awaited)
        name = file.relative_to(source).as_posix()
        files.append(ReturnedFile(name, _state(paper, known, awaited), paper.document))
        if not paper.signatures:
            continue
        entry = known.by_path.get(paper.document)
        if entry is None or paper.verdict in _SAID or not entry.values:
            strange.append(name)
            continue
        names = tuple(one.name or f"tanda tangan ke-{number}" for number, one in enumerate(paper.signatures, start=1))
        before = found.get(entry.file)
        if before is None or len(before.names) <= len(names):
            found[entry.file] = SignedDocument(entry.values, file.name, names, paper.is_whole)
    if found:
        with machine_trouble(folder):
            write_record(folder, replace(record, signed={**record.signed, **found}))
    return SignedFiles(len(found), tuple(strange), tuple(files))


def _as_of_now(paper: VerifiedPaper, known: KnownPapers, awaited: Mapping[str, AwaitedPaper]) -> VerifiedPaper:
    """The same, older where this run fills something else into its document than the last did."""
    entry, now = known.by_path.get(paper.document), awaited.get(paper.document)
    if entry is None or now is None or paper.verdict in _SAID or entry.values == now.values:
        return paper
    return replace(paper, verdict=PaperVerdict.OLDER)


def _state(paper: VerifiedPaper, known: KnownPapers, awaited: Mapping[str, AwaitedPaper]) -> str:
    """What a PDF that came back is, in words."""
    if paper.verdict in _SAID:
        return _SAID[paper.verdict]
    if paper.document not in known.by_path:
        return notes.BOUND
    if not paper.signatures:
        return notes.UNSIGNED
    if not paper.is_whole:
        return notes.BROKEN
    wanted = awaited[paper.document].signers if paper.document in awaited else 1
    return notes.WHOLE if len(paper.signatures) >= wanted else notes.PART
