"""A Word or Excel file held against what was made: the same, saved again, changed since, or of an older workbook."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path

from pokin_docs.consistency.paper import PrintedPaper, paper_of
from pokin_docs.files.contents.parts import Unreadable
from pokin_docs.files.fingerprints import alike, fingerprint
from pokin_docs.flow.known_papers import KnownPapers, candidate, is_older, printed_hash
from pokin_docs.flow.verified_paper import (
    NO_ORIGINAL,
    NOT_MADE_ANY_MORE,
    PaperVerdict,
    VerifiedPaper,
    bound_verdict,
    with_differences,
)  # fmt: skip
from pokin_docs.pdf.differences import Difference
from pokin_docs.pdf.markers import text_of_word
from pokin_docs.render.standing_files import digest


def verify_office(file: Path, data: bytes, known: Sequence[KnownPapers]) -> VerifiedPaper:
    """What a Word or Excel file, or a packed one, is, as the build folders know it.

    Args:
        file: The file.
        data: Its bytes.
        known: What the build folders know, searched in order.
    """
    sha256 = digest(data)
    for place in known:
        entry = place.document_of(sha256)
        if entry is not None:
            return VerifiedPaper(file, PaperVerdict.ORIGINAL, entry.file, place.folder)
        if path := place.bound_of(sha256):
            return bound_verdict(VerifiedPaper(file, PaperVerdict.ORIGINAL), place, path)
    try:
        text = text_of_word(data) if file.suffix.lower() == ".docx" else ""
    except (Unreadable, UnicodeDecodeError):
        return VerifiedPaper(file, PaperVerdict.UNREADABLE)
    mark = fingerprint(file.name, data)
    for place in known:
        entry = next((one for one in place.by_path.values() if alike(one.fingerprint, mark)), None)
        if entry is not None:
            return VerifiedPaper(file, PaperVerdict.SAVED_AGAIN, entry.file, place.folder)
    for place in known:
        if path := place.former_of(sha256, mark):
            entry = place.entry_of(path)
            return _held_against(file, data, place, entry.file if entry else path, PaperVerdict.OLDER)
    for place in known:
        if path := place.bound_like(file.stem):
            return _held_against(file, data, place, path, PaperVerdict.CHANGED)
    found = candidate(file, text, known)
    if found is None:
        return VerifiedPaper(file, PaperVerdict.UNKNOWN)
    place, entry = found
    is_of_older = bool(text) and is_older(text, place, entry)
    # One of ours from before would have been known by its content.
    is_edited = any(one.values and one.values == printed_hash(text) for one in place.former)
    verdict = PaperVerdict.OLDER if is_of_older and not is_edited else PaperVerdict.CHANGED
    return _held_against(file, data, place, entry.file, verdict)


def _held_against(file: Path, data: bytes, place: KnownPapers, path: str, verdict: PaperVerdict) -> VerifiedPaper:
    """A Word or Excel file with what it says otherwise than the one at a path.

    Args:
        file: The file.
        data: Its bytes.
        place: The build folder.
        path: The path in there.
        verdict: What the file is.
    """
    changes: tuple[Difference, ...]
    original = place.standing(path)
    if original is not None:
        changes = cell_changes(paper_of(file.name.lower(), data), paper_of(path, original))
    elif verdict is PaperVerdict.OLDER and not (place.folder / path).exists():
        changes = (NOT_MADE_ANY_MORE,)
    else:
        changes = (NO_ORIGINAL,)
    return with_differences(VerifiedPaper(file, verdict, path, place.folder), changes)


def cell_changes(paper: PrintedPaper, original: PrintedPaper) -> tuple[Difference, ...]:
    """Paragraphs and cells that say otherwise, each with its place.

    Args:
        paper: The paper.
        original: The one it should be.
    """
    now, before = _pieces(paper), _pieces(original)
    found: list[Difference] = []
    matcher = SequenceMatcher(None, [text for _, text in before], [text for _, text in now], autojunk=False)
    for what, start, end, begin, stop in matcher.get_opcodes():
        both = min(end - start, stop - begin) if what == "replace" else 0
        found += [
            Difference(now[begin + number][0], before[start + number][1], now[begin + number][1])
            for number in range(both)
        ]
        if what != "equal":
            found += [Difference(where, text) for where, text in before[start + both : end]]
            found += [Difference(where, "", text) for where, text in now[begin + both : stop]]
    return tuple(found)


def _pieces(paper: PrintedPaper) -> list[tuple[str, str]]:
    """The texts of all paragraphs and cells with their places."""
    return [
        (f"{table.place(row)}{f', kolom {number}' if table.number else ''}", _readable(cell))
        for table in paper.tables
        for row in table.rows
        for number, cell in enumerate(row.cells, start=1)
        if _readable(cell)
    ]


_QR = re.compile(r"(?:a:blip [0-9a-f]{64}\s*)?sidik [0-9a-f]{16}")
_PICTURE = re.compile(r"a:blip ([0-9a-f]{6})[0-9a-f]{58}")


def _readable(cell: str) -> str:
    """The text of a cell on one line, without what a paper prints for its verification; pictures by a short name."""
    return " ".join(_PICTURE.sub(r"[gambar \1]", _QR.sub("", cell)).split())
