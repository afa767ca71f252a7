"""Bound and packed files with other bytes than ours: known by name or by what is in them, and held against ours."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zlib import crc32
from zlib import error as zlib_error

from pokin_docs.flow.known_papers import KnownPapers
from pokin_docs.flow.verified_paper import NO_ORIGINAL, PaperVerdict, VerifiedPaper, with_differences
from pokin_docs.pdf.compare import changed_bytes, page_changes
from pokin_docs.pdf.differences import Difference
from pokin_docs.pdf.reading import PdfFacts, plain, read_pdf
from pokin_docs.pdf.signatures import PdfSignature

_MOST_OF = 0.5
"""Share of its pages, or packed files, that a file has in common with one of ours so that it is another state of it."""
_DAMAGED = -1


def verify_bound(
    file: Path, data: bytes, facts: PdfFacts, place: KnownPapers, path: str, signatures: tuple[PdfSignature, ...]
) -> VerifiedPaper:  # fmt: skip
    """A PDF that is one of our bound ones, with other bytes.

    Args:
        file: The file.
        data: Its bytes.
        facts: What it holds.
        place: The build folder.
        path: The bound file in there.
        signatures: Its signatures.
    """
    paper = VerifiedPaper(file, PaperVerdict.CHANGED, path, place.folder, signatures=signatures)
    original = place.standing(path)
    made = read_pdf(original) if original else None
    if original is None or made is None:
        return with_differences(paper, (NO_ORIGINAL,))
    changes = (*tampered(data, original), *page_changes(facts.pages, made.pages))
    return with_differences(paper, changes) if changes else replace(paper, verdict=PaperVerdict.SAVED_AGAIN)


def bound_with_pages(facts: PdfFacts, known: Sequence[KnownPapers]) -> tuple[KnownPapers, str] | None:
    """The bound file that most pages of a PDF are of; None for none.

    Args:
        facts: What the PDF holds.
        known: What the build folders know, searched in order.
    """
    pages = {plain(page) for page in facts.pages} - {""}
    found = [
        (len(pages & set(made)), -len(made), place, path)
        for place in known for path, made in place.bound_pages.items()
    ]  # fmt: skip
    shared, _, place, path = max(found, key=lambda one: one[:2], default=(0, 0, None, ""))
    return (place, path) if place is not None and shared > _MOST_OF * len(pages) else None


def verify_packed(file: Path, data: bytes, known: Sequence[KnownPapers]) -> VerifiedPaper | None:
    """A zip with other bytes than those we packed, known by its name, else by what is in it; None for any other.

    Args:
        file: The file.
        data: Its bytes.
        known: What the build folders know, searched in order.
    """
    packed = _packed(data)
    for place in known:
        for path in place.bound_files(".zip"):
            original = place.standing(path)
            before = _packed(original) if original else {}
            shared = len(packed.items() & before.items())
            if Path(path).stem not in file.stem and (not shared or shared <= _MOST_OF * max(len(packed), len(before))):
                continue
            paper = VerifiedPaper(file, PaperVerdict.CHANGED, path, place.folder)
            if original is None:
                return with_differences(paper, (NO_ORIGINAL,))
            changes = (*tampered(data, original), *_other_files(packed, before))
            if changes:
                return with_differences(paper, changes)
            whole = bool(packed) or not before
            return replace(paper, verdict=PaperVerdict.SAVED_AGAIN if whole else PaperVerdict.UNREADABLE)
    return None


def _packed(data: bytes) -> dict[str, int]:
    """The checksum of each file in a zip, reckoned from its bytes, by name; of a damaged one ``_DAMAGED``."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            return {one.filename: _checksum(package, one) for one in package.infolist()}
    except (zipfile.BadZipFile, OSError, ValueError):
        return {}


def _checksum(package: zipfile.ZipFile, one: zipfile.ZipInfo) -> int:
    try:
        return crc32(package.read(one))
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError, zlib_error):
        return _DAMAGED


def _other_files(now: Mapping[str, int], before: Mapping[str, int]) -> list[Difference]:
    if not now:
        return []
    return [
        *(Difference(sentence=f"{name} tidak ada") for name in before if name not in now),
        *(Difference(sentence=f"{name} ditambahkan") for name in now if name not in before),
        *(Difference(sentence=f"{name} isinya lain") for name in now if before.get(name, now[name]) != now[name]),
    ]


def tampered(data: bytes, original: bytes) -> tuple[Difference, ...]:
    """The bytes that somebody changed in a file, in a sentence; nothing where it is as it was, or another file.

    Args:
        data: The file.
        original: The one it should be.
    """
    found = changed_bytes(data, original)
    said = f"{found[0]} byte berbeda, yang pertama pada byte ke-{found[1] + 1}" if found else ""
    return (Difference(sentence=said),) if said else ()
