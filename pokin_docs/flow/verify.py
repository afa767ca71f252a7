"""A paper held against what was made: the same, signed, changed since, or of an older workbook; nothing is written."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from pokin_docs.consistency.paper import PrintedPaper, paper_of
from pokin_docs.files.contents.parts import Unreadable
from pokin_docs.files.fingerprints import alike, fingerprint
from pokin_docs.flow.known_papers import YEAR, KnownPapers, printed_hash
from pokin_docs.pdf.compare import MISSING_PAGE, changed_bytes, page_changes, word_changes
from pokin_docs.pdf.markers import text_of_word
from pokin_docs.pdf.reading import PdfFacts, read_pdf
from pokin_docs.pdf.signatures import PdfSignature, maker_of, revisions_of, signatures_of
from pokin_docs.pdf.truth import words_of
from pokin_docs.render.manifest import ManifestEntry
from pokin_docs.render.standing_files import digest

_MOST = 12
_NO_ORIGINAL = (
    "yang asli tidak ada lagi di folder hasil; bangun lagi (yang disunting disimpan), lalu verifikasi suntingannya"
)


class PaperVerdict(enum.Enum):
    """What a paper is; the values stand in the JSON."""

    ORIGINAL = "asli"
    SAVED_AGAIN = "disimpan lagi"
    CHANGED = "diubah"
    OLDER = "lama"
    UNKNOWN = "tidak dikenal"
    UNREADABLE = "tidak terbaca"


@dataclass(frozen=True, slots=True)
class VerifiedPaper:
    """What is known of a file.

    Attributes:
        file: The file.
        verdict: What it is.
        document: The path of its document in the build folder; empty where it is none of its papers.
        folder: The build folder; None where none knows it.
        changes: What is otherwise, in Indonesian: of an older paper what has changed since.
        signatures: Its signatures.
    """

    file: Path
    verdict: PaperVerdict
    document: str = ""
    folder: Path | None = None
    changes: tuple[str, ...] = ()
    signatures: tuple[PdfSignature, ...] = ()

    @property
    def is_intact(self) -> bool:
        """Whether it is what was made, and its signatures, if it has any, are whole."""
        whole = all(one.intact and not one.altered for one in self.signatures)
        return self.verdict is PaperVerdict.ORIGINAL and whole


def verify(file: Path, known: Sequence[KnownPapers]) -> VerifiedPaper:
    """What a Word, Excel or PDF file is, as the build folders know it.

    Args:
        file: The file.
        known: What the build folders know, searched in order; read once for any number of files.

    Raises:
        OSError: The file cannot be read.
    """
    data = file.read_bytes()
    found = _pdf(file, data, known) if data.startswith(b"%PDF") else _office(file, data, known)
    return replace(found, changes=_first(found.changes))


def _first(changes: tuple[str, ...]) -> tuple[str, ...]:
    return changes if len(changes) <= _MOST else (*changes[:_MOST], f"dan {len(changes) - _MOST} lagi")


def _pdf(file: Path, data: bytes, known: Sequence[KnownPapers]) -> VerifiedPaper:
    signatures = signatures_of(data)
    revisions = [(revision, digest(revision)) for revision in revisions_of(data)]
    for place in known:
        for revision, sha256 in revisions:
            entry = place.pdf_of(sha256)
            if entry is not None:
                return _known_pdf(file, data, revision, place, entry, signatures)
    facts = read_pdf(data)
    text = "\n".join(facts.pages) if facts else ""
    candidate = _candidate(file, text, known)
    if candidate is None:
        verdict = PaperVerdict.UNKNOWN if facts else PaperVerdict.UNREADABLE
        return VerifiedPaper(file, verdict, signatures=signatures)
    place, entry = candidate
    whose = VerifiedPaper(file, PaperVerdict.UNREADABLE, entry.file, place.folder, signatures=signatures)
    original = place.original_pdf(entry)
    by_itself = _is_older(text, place, entry)
    tampered = changed_bytes(data, original) if original and not by_itself else None
    if tampered:
        said = f"{tampered[0]} byte berbeda, yang pertama pada byte ke-{tampered[1] + 1}"
        told = _page_changes(facts, original, place, entry)
        return replace(whose, verdict=PaperVerdict.CHANGED, changes=(said, *told))
    if facts is None:
        return whose
    changes = _page_changes(facts, original, place, entry)
    if not changes:
        return replace(whose, verdict=PaperVerdict.SAVED_AGAIN)
    of_us = not any(change.endswith(MISSING_PAGE) for change in changes) and _same_maker(data, original)
    older = by_itself or of_us or (bool(signatures) and all(one.intact for one in signatures))
    return replace(whose, verdict=PaperVerdict.OLDER if older else PaperVerdict.CHANGED, changes=changes)


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
        changes = _page_changes(read_pdf(data), revision, place, entry)
        return replace(whose, verdict=PaperVerdict.CHANGED, changes=("ada yang ditambahkan di belakangnya", *changes))
    if not place.is_current(entry):
        since = _page_changes(read_pdf(revision), None, place, entry)
        return replace(whose, verdict=PaperVerdict.OLDER, changes=since)
    return whose


def _candidate(file: Path, text: str, known: Sequence[KnownPapers]) -> tuple[KnownPapers, ManifestEntry] | None:
    """The document that a file may be: by the hash it prints, else by its name."""
    printed = printed_hash(text)
    for place in known:
        entry = next((one for one in place.by_path.values() if printed and one.values == printed), None)
        if entry is not None:
            return place, entry
    for place in known:
        entry = place.named_like(file.stem)
        if entry is not None:
            return place, entry
    return None


def _page_changes(
    facts: PdfFacts | None, original: bytes | None, place: KnownPapers, entry: ManifestEntry
) -> tuple[str, ...]:
    """What a PDF says otherwise than its document does now: page by page where its PDF stands, else word by word."""
    if facts is None:
        return ()
    if original is None and place.is_current(entry):
        original = place.original_pdf(entry)
    made = read_pdf(original) if original else None
    if made is not None:
        return page_changes(facts.pages, made.pages)
    document = place.original(entry)
    if document is None or not entry.file.endswith(".docx"):
        return ()
    return word_changes([word for page in facts.pages for word in page.split()], list(words_of(document)))


def _is_older(text: str, place: KnownPapers, entry: ManifestEntry) -> bool:
    """Whether a paper tells by itself that it was made from other values: by its hash, or by its year."""
    printed = printed_hash(text)
    if printed and entry.values:
        return printed != entry.values
    years = set(YEAR.findall(entry.time))
    return bool(years) and not years & set(YEAR.findall(text))


def _office(file: Path, data: bytes, known: Sequence[KnownPapers]) -> VerifiedPaper:
    sha256 = digest(data)
    for place in known:
        entry = place.document_of(sha256)
        if entry is not None:
            return VerifiedPaper(file, PaperVerdict.ORIGINAL, entry.file, place.folder)
    try:
        text = text_of_word(data) if file.suffix.lower() == ".docx" else ""
    except (Unreadable, UnicodeDecodeError):
        return VerifiedPaper(file, PaperVerdict.UNREADABLE)
    mark = fingerprint(file.name, data)
    for place in known:
        entry = next((one for one in place.by_path.values() if alike(one.fingerprint, mark)), None)
        if entry is not None:
            return VerifiedPaper(file, PaperVerdict.SAVED_AGAIN, entry.file, place.folder)
    candidate = _candidate(file, text, known)
    if candidate is None:
        return VerifiedPaper(file, PaperVerdict.UNKNOWN)
    place, entry = candidate
    original = place.original(entry)
    if original is None:
        changes: tuple[str, ...] = (_NO_ORIGINAL,)
    else:
        changes = cell_changes(paper_of(file.name.lower(), data), paper_of(entry.file, original))
    verdict = PaperVerdict.OLDER if text and _is_older(text, place, entry) else PaperVerdict.CHANGED
    return VerifiedPaper(file, verdict, entry.file, place.folder, changes)


def cell_changes(paper: PrintedPaper, original: PrintedPaper) -> tuple[str, ...]:
    """Paragraphs and cells that say otherwise, in Indonesian, each with its place.

    Args:
        paper: The paper.
        original: The one it should be.
    """
    now, before = _pieces(paper), _pieces(original)
    found: list[str] = []
    matcher = SequenceMatcher(None, [text for _, text in before], [text for _, text in now], autojunk=False)
    for what, start, end, begin, stop in matcher.get_opcodes():
        both = min(end - start, stop - begin) if what == "replace" else 0
        found += [
            f"{now[begin + number][0]}: «{before[start + number][1]}» menjadi «{now[begin + number][1]}»"
            for number in range(both)
        ]
        if what != "equal":
            found += [f"{where}: «{text}» dihapus" for where, text in before[start + both : end]]
            found += [f"{where}: ditambahkan «{text}»" for where, text in now[begin + both : stop]]
    return tuple(found)


def _pieces(paper: PrintedPaper) -> list[tuple[str, str]]:
    """The texts of all paragraphs and cells with their places."""
    return [
        (f"{table.place(row)}{f', kolom {number}' if table.number else ''}", " ".join(cell.split()))
        for table in paper.tables
        for row in table.rows
        for number, cell in enumerate(row.cells, start=1)
        if cell.strip()
    ]
