"""What a build folder knows of its papers: by their bytes, by the hash that they print, by their names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from pokin_docs.files.contents.parts import Unreadable
from pokin_docs.files.contents.shown_cells import shown_texts
from pokin_docs.files.fingerprints import alike
from pokin_docs.flow.bound import PDF, pdf_path
from pokin_docs.flow.derived import DerivedFiles, names_of_document
from pokin_docs.pdf.reading import plain, read_pdf
from pokin_docs.pdf.record import PdfEntry
from pokin_docs.pdf.word_text import words_of
from pokin_docs.render.former_files import FormerFile, read_former
from pokin_docs.render.manifest import Manifest, ManifestEntry
from pokin_docs.render.standing_files import digest

_FINGERPRINT = re.compile(r"sidik\s*:?\s*([0-9a-f]{16})", re.IGNORECASE)
YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_ALIKE = 0.85
"""Share of words that a paper and a document of ours have in common, so that one is taken for another state of the
other; the papers of two officials have less, as have papers of one form of two agencies."""
_PART, _PAGE, _NEARLY = 0.6, 15, 0.9
"""Share of the pairs of words on a page that stand so in its document too, and pairs that a page has at least; share of
the most that another document may have instead, which is shorter."""


def _pairs(words: Sequence[str]) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(map(plain, words)))


def printed_hash(text: str) -> str:
    """The hash of its values that a paper prints below its QR; empty where it prints none.

    Args:
        text: All its text.
    """
    found = _FINGERPRINT.search(text)
    return found[1].lower() if found else ""


@dataclass(frozen=True)
class KnownPapers:
    """The manifest of a build folder, and what is known of its PDFs."""

    folder: Path

    @property
    def manifest(self) -> Manifest:
        """The manifest."""
        return self.derived.manifest

    @cached_property
    def derived(self) -> DerivedFiles:
        """What is known of the files that follow from documents."""
        return DerivedFiles(self.folder)

    @property
    def pdfs(self) -> dict[str, PdfEntry]:
        """What is known of the PDFs, and of bound and packed files, by path."""
        return self.derived.record

    @cached_property
    def former(self) -> tuple[FormerFile, ...]:
        """The files that others took the place of."""
        return read_former(self.folder)

    @cached_property
    def by_path(self) -> dict[str, ManifestEntry]:
        """The documents by path; files beside them are none."""
        return {entry.file: entry for entry in self.manifest.dokumen if entry.templat}

    @cached_property
    def _stems(self) -> dict[str, ManifestEntry]:
        """The documents that stand in the folder, by their names without a suffix."""
        return {Path(path).stem: one for path, one in self.by_path.items() if (self.folder / path).is_file()}

    def document_of(self, sha256: str) -> ManifestEntry | None:
        """The document, or the file beside the documents, with these bytes."""
        return next((entry for entry in self.manifest.dokumen if entry.sha256 == sha256), None)

    def bound_of(self, sha256: str) -> str:
        """The path of the bound or packed file with these bytes; empty for none."""
        return next((path for path in self.bound_files() if self.pdfs[path].sha256 == sha256), "")

    def bound_files(self, suffix: str = "") -> list[str]:
        """The paths of the bound or packed files of one form.

        Args:
            suffix: How their names end.
        """
        return [path for path in self.pdfs if not path.startswith(f"{PDF}/") and path.endswith(suffix)]

    @cached_property
    def bound_pages(self) -> dict[str, tuple[str, ...]]:
        """What the pages say of each bound PDF that stands as it was made, by its path."""
        return self._pages(self.bound_files(".pdf"))

    def _pages(self, paths: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """What the pages say of each of these PDFs that stands as it was made."""
        read = {path: read_pdf(data) for path in paths if (data := self.standing(path)) is not None}
        return {path: tuple(map(plain, made.pages)) for path, made in read.items() if made is not None}

    def former_of(self, sha256: str, fingerprint: str = "") -> str:
        """The path of what had these bytes, or this content, before another took its place; empty for none.

        Args:
            sha256: Of the bytes.
            fingerprint: Of the content.
        """
        known = reversed(self.former)
        found = (
            one.path for one in known
            if one.sha256 == sha256 or (fingerprint and one.fingerprint and alike(one.fingerprint, fingerprint))
        )  # fmt: skip
        return next(found, "")

    def entry_of(self, path: str) -> ManifestEntry | None:
        """The document that stands at a path, or whose PDF does.

        Args:
            path: The path in the build folder.
        """
        names = (path, *(names_of_document(path) if path.startswith(f"{PDF}/") else ()))
        return next((self.by_path[name] for name in names if name in self.by_path), None)

    def bound_like(self, name: str) -> str:
        """The path of the bound or packed file that a file is named after; empty for none.

        Args:
            name: The name of the file without its suffix.
        """
        stems = {Path(path).stem: path for path in self.bound_files()}
        found = [stem for stem in stems if stem in name]
        return stems[max(found, key=len)] if found else ""

    def worded_like(self, text: str) -> ManifestEntry | None:
        """The document that says most of what a paper says, where that is nearly all.

        Args:
            text: The text of the paper.
        """
        words = Counter(map(plain, text.split()))
        count = sum(words.values())
        found = [
            (2 * sum((words & own).values()) / (count + sum(own.values())), path) for path, own in self._words if count
        ]  # fmt: skip
        share, path = max(found, default=(0.0, ""))
        return self.by_path[path] if share >= _ALIKE else None

    def with_page_like(self, text: str) -> ManifestEntry | None:
        """The one document that says nearly all of what a page says; none where papers of several officials do.

        Args:
            text: The text of the page.
        """
        pairs = _pairs(text.split())
        found = [(len(pairs & own), -len(self._texts[path]), path) for path, own in self._word_pairs.items()]
        most, _, path = max(found, default=(0, 0, ""))
        if len(pairs) < _PAGE or most < _PART * len(pairs):
            return None
        if not self.by_path[path].post:  # a chapter is shorter than what it is part of, whose cover says what heads say
            return self.by_path[max((size, other) for count, size, other in found if count >= _NEARLY * most)[1]]
        several = sum(count == most for count, *_ in found) > 1
        return None if several else self.by_path[path]

    def with_pages(self, pages: Sequence[str]) -> ManifestEntry | None:
        """The document whose PDF, as it stands, has all these pages, of several the one with the fewest.

        Args:
            pages: The text of each page.
        """
        wanted = set(map(plain, pages)) - {""}
        found = sorted((len(made), path) for path, made in self._pdf_pages.items() if wanted and wanted <= set(made))
        return self.entry_of(found[0][1]) if found else None

    @cached_property
    def _pdf_pages(self) -> dict[str, tuple[str, ...]]:
        return self._pages([pdf_path(path) for path in self.by_path])

    @cached_property
    def _words(self) -> tuple[tuple[str, Counter[str]], ...]:
        texts = self._texts.items()
        return tuple((path, Counter(map(plain, words))) for path, words in texts if path.endswith(".docx"))

    @cached_property
    def _word_pairs(self) -> dict[str, frozenset[tuple[str, str]]]:
        return {path: _pairs(words) for path, words in self._texts.items()}

    @cached_property
    def _texts(self) -> dict[str, tuple[str, ...]]:
        """The words of the documents that stand in the folder, by path."""
        found = {}
        for path in self.by_path:
            with suppress(OSError, Unreadable):
                data = (self.folder / path).read_bytes()
                words = words_of(data) if path.endswith(".docx") else " ".join(shown_texts(data)).split()
                found[path] = tuple(words)
        return found

    def pdf_of(self, sha256: str) -> ManifestEntry | None:
        """The document whose PDF has these bytes."""
        path = next((path for path, entry in self.pdfs.items() if entry.sha256 == sha256), "")
        return next((entry for entry in self.by_path.values() if pdf_path(entry.file) == path), None)

    def is_current(self, entry: ManifestEntry) -> bool:
        """Whether the PDF that is known was made from the document as it is known."""
        known = self.pdfs.get(pdf_path(entry.file))
        return known is not None and known.source == entry.sha256

    def named_like(self, name: str) -> ManifestEntry | None:
        """The document that a file is named after, whatever stands before or behind its name, and in any year.

        Args:
            name: The name of the file without its suffix.
        """
        found = [stem for stem in self._stems if stem in name]
        if not found:
            plain = YEAR.sub("", name)
            found = [stem for stem in self._stems if YEAR.sub("", stem) in plain]
        return self._stems[max(found, key=len)] if found else None

    def original(self, entry: ManifestEntry) -> bytes | None:
        """The bytes of a document as it was made, where they still stand in the folder."""
        return self._standing(entry.file, entry.sha256)

    def original_pdf(self, entry: ManifestEntry) -> bytes | None:
        """The bytes of its PDF as it was made, where they still stand."""
        path = pdf_path(entry.file)
        return self._standing(path, self.pdfs[path].sha256) if path in self.pdfs else None

    def standing(self, path: str) -> bytes | None:
        """The bytes of a document, or of a bound file, as it was made, where they still stand.

        Args:
            path: Its path in the build folder.
        """
        entry, bound = self.by_path.get(path), self.pdfs.get(path)
        sha256 = entry.sha256 if entry else bound.sha256 if bound else ""
        return self._standing(path, sha256) if sha256 else None

    def _standing(self, path: str, sha256: str) -> bytes | None:
        file = self.folder / path
        try:
            data = file.read_bytes() if file.is_file() else b""  # opening a pipe would wait for ever
        except OSError:
            return None
        return data if digest(data) == sha256 else None


def candidate(
    file: Path, text: str, known: Sequence[KnownPapers], pages: Sequence[str] = ()
) -> tuple[KnownPapers, ManifestEntry] | None:
    """The document that a file may be: by the hash it prints, else by its name, else by what it, or a page, says.

    Args:
        file: The file.
        text: Its text.
        known: What the build folders know, searched in order.
        pages: The text of each of its pages, where it is a PDF.
    """
    printed = printed_hash(text)
    ways: tuple[Callable[[KnownPapers], ManifestEntry | None], ...] = (
        lambda place: next((one for one in place.by_path.values() if printed and one.values == printed), None),
        lambda place: place.named_like(file.stem),
        lambda place: place.with_pages(pages),
        lambda place: place.worded_like(text),
        lambda place: place.with_page_like(text),
    )
    found = ((place, way(place)) for way in ways for place in known)
    return next(((place, entry) for place, entry in found if entry is not None), None)


def is_older(text: str, place: KnownPapers, entry: ManifestEntry) -> bool:
    """Whether a paper tells by itself that it was made from other values: by its hash, or by its year.

    Args:
        text: Its text.
        place: The build folder.
        entry: The document that it may be.
    """
    printed = printed_hash(text)
    if printed and entry.values:
        return printed != entry.values
    years = set(YEAR.findall(entry.time))
    return bool(years) and not years & set(YEAR.findall(text))
