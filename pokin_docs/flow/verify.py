"""A paper held against what was made: the same, signed, changed since, or of an older workbook; nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pokin_docs.flow.book_changes import book_changes
from pokin_docs.flow.bound import pdf_path
from pokin_docs.flow.known_papers import KnownPapers, candidate, is_older
from pokin_docs.flow.verified_paper import (
    NOT_MADE_ANY_MORE,
    SAME_WORDS,
    PaperVerdict,
    VerifiedPaper,
    bound_verdict,
    with_differences,
)  # fmt: skip
from pokin_docs.flow.verify_beside import beside_papers
from pokin_docs.flow.verify_bound import bound_with_pages, tampered, verify_bound, verify_packed
from pokin_docs.flow.verify_office import verify_office
from pokin_docs.pdf.compare import MISSING_PAGE, page_changes, without_aids, word_changes
from pokin_docs.pdf.differences import Difference
from pokin_docs.pdf.reading import PdfFacts, read_pdf
from pokin_docs.pdf.signatures import PdfSignature, maker_of, revisions_of, signatures_of
from pokin_docs.pdf.word_text import WordText
from pokin_docs.render.manifest import ManifestEntry
from pokin_docs.render.standing_files import digest

__all__ = ["PaperVerdict", "VerifiedPaper", "verify"]

_MOST = 12


def verify(file: Path, known: Sequence[KnownPapers]) -> VerifiedPaper:
    """What a Word, Excel or PDF file is, as the build folders know it.

    Args:
        file: The file.
        known: What the build folders know, searched in order; read once for any number of files.

    Raises:
        OSError: The file cannot be read.
    """
    data = file.read_bytes()
    found = _pdf(file, data, known) if data.startswith(b"%PDF") else verify_office(file, data, known)
    if found.verdict not in (PaperVerdict.ORIGINAL, PaperVerdict.OLDER) and file.suffix.lower() == ".zip":
        found = verify_packed(file, data, known) or found
    if found.verdict in (PaperVerdict.UNKNOWN, PaperVerdict.UNREADABLE) and not found.document:
        found = beside_papers(file, data, known) or found
    return replace(found, changes=_first(found.changes))


def _first(changes: tuple[str, ...]) -> tuple[str, ...]:
    return changes if len(changes) <= _MOST else (*changes[:_MOST], f"dan {len(changes) - _MOST} lagi")


def _pdf(file: Path, data: bytes, known: Sequence[KnownPapers]) -> VerifiedPaper:
    signatures = signatures_of(data)
    by_bytes = _by_bytes(file, data, known, signatures)
    if by_bytes is not None:
        return by_bytes
    facts = read_pdf(data)
    text = "\n".join(facts.pages) if facts else ""
    bound = _bound(file, known) if facts else None
    found = candidate(file, text, known, facts.pages if facts else ()) if bound is None else None
    if facts and (found is None or _pages_of(*found) < len(facts.pages)):
        bound = bound or bound_with_pages(facts, known)
    if facts and bound is not None:
        return verify_bound(file, data, facts, *bound, signatures)
    if found is None:
        verdict = PaperVerdict.UNKNOWN if facts else PaperVerdict.UNREADABLE
        return VerifiedPaper(file, verdict, signatures=signatures)
    place, entry = found
    whose = VerifiedPaper(file, PaperVerdict.UNREADABLE, entry.file, place.folder, signatures=signatures)
    original = place.original_pdf(entry)
    by_itself = is_older(text, place, entry)
    changed = tampered(data, original) if original and not by_itself else ()
    if changed:
        changes = (*changed, *_page_changes(facts, original, place, entry))
        return with_differences(replace(whose, verdict=PaperVerdict.CHANGED), changes)
    if facts is None:
        return whose
    changes = _page_changes(facts, original, place, entry)
    if not changes:
        return replace(whose, verdict=PaperVerdict.SAVED_AGAIN)
    of_us = not any(one.sentence.endswith(MISSING_PAGE) for one in changes) and _same_maker(data, original)
    if by_itself or of_us or (bool(signatures) and all(one.intact for one in signatures)):
        return _older(whose, facts, place, entry)
    return with_differences(replace(whose, verdict=PaperVerdict.CHANGED), changes)


def _by_bytes(
    file: Path, data: bytes, known: Sequence[KnownPapers], signatures: tuple[PdfSignature, ...]
) -> VerifiedPaper | None:
    """A PDF that has, or begins with, the bytes of one that was made; None for any other."""
    revisions = [(revision, digest(revision)) for revision in revisions_of(data)]
    for place in known:
        for revision, sha256 in revisions:
            entry = place.pdf_of(sha256)
            if entry is not None:
                return _known_pdf(file, data, revision, place, entry, signatures)
            if path := place.bound_of(sha256):
                whose = bound_verdict(VerifiedPaper(file, PaperVerdict.ORIGINAL, signatures=signatures), place, path)
                return _with_addition(whose, data, revision)
    for place in known:
        for revision, sha256 in revisions:
            if path := place.former_of(sha256):
                return _with_addition(_former_pdf(file, revision, place, path, signatures), data, revision)
    return None


def _same_maker(data: bytes, original: bytes | None) -> bool:
    """Whether a PDF was written once, by the program that writes ours."""
    return original is not None and maker_of(data) == maker_of(original) and data.count(b"%%EOF") == 1


def _known_pdf(
    file: Path, data: bytes, revision: bytes, place: KnownPapers, entry: ManifestEntry,
    signatures: tuple[PdfSignature, ...],
) -> VerifiedPaper:  # fmt: skip
    """A PDF that begins with one that was made: as it was, signed, or with something added behind it."""
    whose = VerifiedPaper(file, PaperVerdict.ORIGINAL, entry.file, place.folder, signatures=signatures)
    if data[len(revision) :].strip() and not signatures:
        changed = replace(whose, verdict=PaperVerdict.CHANGED, changes=("ada yang ditambahkan di belakangnya",))
        return with_differences(changed, _page_changes(read_pdf(data), revision, place, entry))
    return whose if place.is_current(entry) else _older(whose, read_pdf(revision), place, entry)


def _with_addition(paper: VerifiedPaper, data: bytes, revision: bytes) -> VerifiedPaper:
    """What is known of a file that begins with one that was made, unless something no signature was added behind it."""
    if data[len(revision) :].strip() and not paper.signatures:
        return replace(paper, verdict=PaperVerdict.CHANGED, changes=("ada yang ditambahkan di belakangnya",))
    return paper


def _former_pdf(
    file: Path, revision: bytes, place: KnownPapers, path: str, signatures: tuple[PdfSignature, ...]
) -> VerifiedPaper:
    """A PDF of ours that another took the place of."""
    entry, facts = place.entry_of(path), read_pdf(revision)
    document = entry.file if entry else path
    whose = VerifiedPaper(file, PaperVerdict.OLDER, document, place.folder, signatures=signatures)
    if entry is not None:
        return _older(whose, facts, place, entry)
    made = place.standing(path)
    now = read_pdf(made) if made else None
    return with_differences(whose, page_changes(facts.pages, now.pages) if facts and now else (NOT_MADE_ANY_MORE,))


def _bound(file: Path, known: Sequence[KnownPapers]) -> tuple[KnownPapers, str] | None:
    """The bound file that a PDF is named after."""
    return next(((place, path) for place in known if (path := place.bound_like(file.stem))), None)


def _pages_of(place: KnownPapers, entry: ManifestEntry) -> int:
    """How many pages the PDF of a document has, as far as it is known."""
    return place.pdfs[pdf_path(entry.file)].pages if pdf_path(entry.file) in place.pdfs else 0


def _page_changes(
    facts: PdfFacts | None, original: bytes | None, place: KnownPapers, entry: ManifestEntry
) -> tuple[Difference, ...]:
    """What a PDF says otherwise than its document does now: page by page where its PDF stands, else word by word."""
    if facts is None:
        return ()
    if original is None and place.is_current(entry):
        original = place.original_pdf(entry)
    made = read_pdf(original) if original else None
    if made is not None:
        return page_changes(*([without_aids(page) for page in one.pages] for one in (facts, made)))
    return _document_changes(facts, place, entry) or ()


def _older(paper: VerifiedPaper, facts: PdfFacts | None, place: KnownPapers, entry: ManifestEntry) -> VerifiedPaper:
    """An older PDF of a document with what that says otherwise now.

    Its pages may end elsewhere: they are held against the pages of now only where the document itself is gone.
    """
    whose = replace(paper, verdict=PaperVerdict.OLDER)
    if facts is None:
        return whose
    changes = _document_changes(facts, place, entry)
    if changes is None:
        return with_differences(whose, _page_changes(facts, None, place, entry))
    return with_differences(whose, changes or (SAME_WORDS,))


def _document_changes(facts: PdfFacts, place: KnownPapers, entry: ManifestEntry) -> tuple[Difference, ...] | None:
    """What a PDF says otherwise than its document, word by word; None where that does not stand."""
    document = place.original(entry)
    if document is None:
        return None
    if not entry.file.endswith(".docx"):
        return book_changes(facts, document, place.folder / entry.file)
    known = WordText.of(document)
    own = without_aids(" ".join(known.words)).split()
    found = word_changes(known.of_pages([without_aids(page) for page in facts.pages]), own)
    return tuple(one for one in found if (one.was and one.now) or not known.are_titles(one.was + one.now))
