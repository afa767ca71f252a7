"""Signed PDFs that came back, found in a folder: which documents of a build they are, and who has signed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from pokin_docs.documents.signers import SignedDocument
from pokin_docs.flow.known_papers import KnownPapers
from pokin_docs.flow.signing_record import read_record, write_record
from pokin_docs.render.trouble import machine_trouble


@dataclass(frozen=True, slots=True)
class SignedFiles:
    """What was found: how many documents are signed, and the signed files that are no document of the build."""

    count: int = 0
    strange: tuple[str, ...] = ()


NONE_FOUND = SignedFiles()


def take_signed(source: Path, folder: Path) -> SignedFiles:
    """Keep in the record of a build folder which of its documents lie signed in another one.

    A document counts as signed while what is filled into it stays what it was then.

    Args:
        source: The folder with PDFs, searched with all below it.
        folder: The build folder, as the last build left it.

    Raises:
        MachineTrouble: The record cannot be written.
    """
    from pokin_docs.flow.verify import PaperVerdict, verify

    known, record = KnownPapers(folder), read_record(folder)
    found: dict[str, SignedDocument] = {}
    strange: list[str] = []
    for file in sorted(path for path in source.rglob("*") if path.suffix.lower() == ".pdf" and path.is_file()):
        with machine_trouble(source):
            paper = verify(file, (known,))
        if not paper.signatures:
            continue
        entry = known.by_path.get(paper.document)
        if entry is None or paper.verdict not in (PaperVerdict.ORIGINAL, PaperVerdict.SAVED_AGAIN) or not entry.values:
            strange.append(file.relative_to(source).as_posix())
            continue
        names = tuple(one.name or f"tanda tangan ke-{number}" for number, one in enumerate(paper.signatures, start=1))
        before = found.get(entry.file)
        if before is None or len(before.names) <= len(names):
            intact = all(one.intact and not one.altered for one in paper.signatures)
            found[entry.file] = SignedDocument(entry.values, file.name, names, intact)
    if found:
        with machine_trouble(folder):
            write_record(folder, replace(record, signed={**record.signed, **found}))
    return SignedFiles(len(found), tuple(strange))
