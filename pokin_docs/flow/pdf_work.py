"""The PDFs and bound files of one build folder while they are made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pokin_docs.documents.kind import DocumentKind, Dokumen
from pokin_docs.files.whole_file import write_where_other, write_whole
from pokin_docs.flow.bound import (
    PDF,
    BoundFile,
    PaperToBind,
    bound_bytes,
    bound_word,
    longer_papers,
    pdf_path,
    signature_fields,
)  # fmt: skip
from pokin_docs.flow.derived import keep_former
from pokin_docs.flow.pdf_looks import Look, PdfLooks
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.settings import PDF_RECORD
from pokin_docs.model.source import CellRef
from pokin_docs.pdf.record import LOOKS, PdfEntry, as_json, read_record
from pokin_docs.render.aside import free_stamp, move, place_of
from pokin_docs.render.manifest_reading import read
from pokin_docs.render.sharing import make_folder
from pokin_docs.render.standing_files import digest, sha256_of
from pokin_docs.render.trouble import FULL

if TYPE_CHECKING:
    from pokin_docs.pdf.office import Office
    from pokin_docs.pdf.signature_fields import SignatureField


@dataclass(frozen=True, slots=True)
class PdfOutcome:
    """What became of the PDFs of a build.

    Attributes:
        converter: What made them; empty where this machine has none.
        made: How many were made.
        used: How many stand from an earlier run.
        unmade: Documents that could not be converted.
        kept: PDFs that are not as they were made, as somebody signed them: while their document is the same they stay.
        aside: PDFs that were not as they were made and whose document changed, and where they lie now.
        bound: The bound files there are; how many papers of officials each holds, and how many were left out as signed.
        coverless: Those of the bound files that lack their cover, as it could not be converted.
        findings: What was found in the PDFs.
    """

    converter: str
    made: int = 0
    used: int = 0
    unmade: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    aside: tuple[tuple[str, str], ...] = ()
    bound: tuple[tuple[str, int, int], ...] = ()
    coverless: tuple[str, ...] = ()
    findings: tuple[Temuan, ...] = ()


class PdfWork:
    """The PDFs of one build folder while they are made."""

    def __init__(self, folder: Path, maker: str) -> None:
        self.folder, self.maker = folder, maker
        self.before = read_record(folder)
        self.manifest = read(folder)
        self.now: dict[str, PdfEntry] = dict(self.before)
        self.sources: dict[str, tuple[Path, str]] = {}
        self.todo: list[str] = []
        self.strange: list[str] = []
        self.kept: list[str] = []
        self.unmade: list[str] = []
        self.needing: list[str] = []
        self.aside: list[tuple[str, str]] = []
        self.bound: list[tuple[str, int, int]] = []
        self.coverless: list[str] = []
        self.held: list[str] = []
        self.fault = ""
        self.used = self.made = 0
        self.fields: dict[str, tuple[SignatureField, ...]] = {}
        self._looks = PdfLooks()

    def lay_fields(self, documents: Iterable[Dokumen], kinds: tuple[DocumentKind, ...]) -> None:
        """Have the PDFs of documents that ask for it get their signature fields."""
        self.fields = {pdf_path(one.path): found for one in documents if (found := signature_fields(one, kinds))}

    def _maker_of(self, path: str) -> str:
        """What makes a PDF, with what is laid into it."""
        names = ",".join(f"{one.name} {one.mark}" for one in self.fields.get(path, ()))
        return f"{self.maker} + {names}" if names else self.maker

    def sort(self, wanted: dict[str, Path]) -> None:
        """Part the PDFs into those that stand, those that somebody changed, and those to be made."""
        for path, source in wanted.items():
            now = sha256_of(source) or ""
            self.sources[path] = source, now
            entry, standing = self.before.get(path), sha256_of(self.folder / path)
            is_ours = entry is not None and standing == entry.sha256
            if entry is not None and entry.source == now and standing is not None and not is_ours:
                self.kept.append(path)
            elif is_ours and entry is not None and (entry.source, entry.maker) == (now, self._maker_of(path)):
                self.used += 1
                if entry.looks != LOOKS:
                    self._look_again(path)
            else:
                self.todo.append(path)
                if standing is not None and not is_ours:
                    self.strange.append(path)

    def set_aside(self) -> None:
        """Move what is not ours and would be replaced to ``suntingan``."""
        if self.strange:
            self._put_aside(self.strange)

    def _put_aside(self, paths: list[str]) -> None:
        stamp = free_stamp(self.folder)
        move(self.folder, paths, stamp)
        self.aside += [(path, place_of(path, stamp)) for path in paths]

    def convert(self, office: Office, paths: list[str]) -> None:
        """Convert these, look at each, and put in place those that show their document.

        Where even a blank paper cannot be converted, that is what is told, once, and not every document.
        """
        from pokin_docs.pdf.office import trouble_of

        made = {} if self.fault else self._made(office, paths)
        if not made and not self.made and office.program and not self.fault:
            self.fault = trouble_of(office)
        for path in paths:
            data = made.get(path)
            findings = None if data is None else self._look(path, data)
            if data is None or findings is None or path in self.needing:
                self.unmade += [] if path in self.needing else [path]
                if not (self.folder / path).is_file():  # an older one that stays is still known, and told to be older
                    self.now.pop(path, None)
                continue
            pages, found = findings
            data, more = self._with_fields(path, data)
            found = (*found, *more)
            told = tuple((one.kode, one.details) for one in found)
            source, sha256 = self.sources[path]
            parts = ((source.relative_to(self.folder).as_posix(), sha256),)
            entry = PdfEntry(sha256, self._maker_of(path), digest(data), pages, told, parts=parts)
            self.made += self._put(path, data, entry)

    def _with_fields(self, path: str, data: bytes) -> tuple[bytes, tuple[Temuan, ...]]:
        """A PDF with its signature fields, and what is to be said of those that have no place."""
        if path not in self.fields:
            return data, ()
        from pokin_docs.pdf.signature_fields import with_fields

        filled, missing = with_fields(data, self.fields[path])
        return filled, tuple(temuan("D71", CellRef(""), berkas=path, isian=name) for name in missing)

    def _put(self, path: str, data: bytes, entry: PdfEntry) -> bool:
        """Put a file in place; one that cannot be, as a program holds it, is named, and the others are made.

        Raises:
            OSError: The disk is full.
        """
        try:
            make_folder((self.folder / path).parent)
            write_whole(self.folder / path, data)
        except OSError as fault:
            if fault.errno in FULL:
                raise
            self.held.append(path)
            return False
        self.now[path] = entry
        return True

    def _made(self, office: Office, paths: list[str]) -> dict[str, bytes]:
        """What a converter makes of these; one without LibreOffice's means gets those whose pages can be told."""
        from pokin_docs.pdf.fallback import convert_without_office, expected_pages
        from pokin_docs.pdf.office import convert
        from pokin_docs.pdf.reading import read_pdf
        from pokin_docs.pdf.truth import lost_words

        sources = {path: self.sources[path][0] for path in paths}
        if office.program:
            return convert(office, sources, on_made=self._look)
        documents = {path: source.read_bytes() for path, source in sources.items()}
        pages = {path: expected_pages(data) for path, data in documents.items()}
        made = convert_without_office({path: sources[path] for path, count in pages.items() if count})
        for path in paths:
            facts = read_pdf(made[path]) if path in made else None
            if facts is None or len(facts.pages) != pages[path] or lost_words(documents[path], facts):
                self.needing.append(path)
        return made

    def _look_again(self, path: str) -> None:
        looked = self._look(path, (self.folder / path).read_bytes())
        if looked is not None:
            found = tuple((one.kode, one.details) for one in looked[1])
            self.now[path] = replace(self.before[path], findings=found, looks=LOOKS)

    def _look(self, path: str, data: bytes) -> Look | None:
        return self._looks.at(path, self.sources[path][0], data)

    def bind(self, files: Iterable[BoundFile]) -> None:
        """Bind these files where their papers are others than those that were bound last."""
        for bound in files:
            found = [(one, pdf_path(one.document.path)) for one in bound.papers]
            pdfs = [(one, path) for one, path in found if (self.folder / path).is_file()]
            if any(one.group or bound.by_chapter for one, _ in pdfs):
                self._bind_one(bound, pdfs)

    def bind_words(self, files: Iterable[BoundFile]) -> None:
        """Bind the Word files of officials themselves, where nothing makes PDFs."""
        for bound in files:
            path = f"{bound.stem}.docx"
            data, refused = (b"", ()) if bound.by_chapter else bound_word(self.folder, bound)
            self.needing += refused
            if not data:
                continue
            self.bound.append((path, sum(1 for one in bound.papers if one.group) - len(refused), bound.left_out))
            held = tuple(
                (one.document.path, sha256_of(self.folder / one.document.path) or "")
                for one in bound.papers if one.group and one.document.path not in refused
            )  # fmt: skip
            entry = PdfEntry("", "", digest(data), len(held), parts=held, whole=self._whole(bound, held))
            if sha256_of(self.folder / path) != entry.sha256:
                self._replace(path, data, entry)
            self.now[path] = entry

    def _bind_one(self, bound: BoundFile, pdfs: list[tuple[PaperToBind, str]]) -> None:
        path = f"{bound.stem}.pdf"
        held = tuple((pdf, sha256_of(self.folder / pdf) or "") for _, pdf in pdfs)
        known = "\n".join(f"{one.group}|{one.title}|{sha}" for (one, _), (_, sha) in zip(pdfs, held, strict=True))
        source, entry = digest(known.encode()), self.before.get(path)
        self.bound.append((path, sum(1 for one, _ in pdfs if one.group), bound.left_out))
        covers, there = [one for one in bound.papers if not one.group], [one for one, _ in pdfs]
        self.coverless += [path] if any(one not in there for one in covers) else []
        papers = tuple((one.document.path, "") for one, _ in pdfs)
        made = PdfEntry(source, "", "", len(pdfs), parts=held, whole=self._whole(bound, papers))
        if entry is not None and entry.source == source and sha256_of(self.folder / path) == entry.sha256:
            self.now[path] = replace(made, sha256=entry.sha256)
            return
        whole = bound_bytes(self.folder, bound, pdfs)
        self._replace(path, whole, replace(made, sha256=digest(whole)))
        self._remove(f"{bound.stem}.docx")

    def _remove(self, path: str) -> None:
        """Remove the Word file that was bound while nothing made PDFs, unless somebody changed it."""
        if path in self.now and sha256_of(self.folder / path) == self.now.pop(path).sha256:
            (self.folder / path).unlink(missing_ok=True)

    def _whole(self, bound: BoundFile, held: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        """The kind and time of a file's papers, where it holds all of them that stand in the folder."""
        kinds = {(one.document.jenis, one.document.time) for one in bound.papers if one.group}
        mine = {path for path, _ in held}
        others = (one for one in self.manifest.dokumen if (one.jenis, one.time) in kinds)
        return tuple(sorted(kinds)) if all(one.file in mine for one in others) else ()

    def _replace(self, path: str, data: bytes, entry: PdfEntry) -> None:
        """Put a bound file in place; what has its name and is not as it was made goes to ``suntingan``."""
        before, standing = self.before.get(path), sha256_of(self.folder / path)
        if standing is not None and (before is None or standing != before.sha256):
            self._put_aside([path])
        self._put(path, data, entry)

    def keep(self) -> None:
        """Write the record where it changed."""
        write_where_other(self.folder / PDF_RECORD, as_json(self.now))
        keep_former(self.folder, self.before, self.now)

    def outcome(self, asked: Iterable[Dokumen]) -> PdfOutcome:
        """What became of them and of what was asked for."""
        unmade = (*self.unmade, *self.needing, *self.held)
        standing = [path for path in self.sources if path in self.now and path not in unmade]
        told = [one for path in standing for one in self.now[path].told]
        told += longer_papers(asked, {path: entry.pages for path, entry in self.now.items()})
        told += [temuan("D59", CellRef(""), berkas=path.removeprefix(f"{PDF}/")) for path in self.needing]
        if self.fault:
            told.append(temuan("D72", CellRef(""), pengubah=self.maker, sebab=self.fault, jumlah=str(len(self.unmade))))
        else:
            told += [temuan("D60", CellRef(""), berkas=path.removeprefix(f"{PDF}/")) for path in self.unmade]
        told += [temuan("D73", CellRef(""), berkas=path) for path in self.held]
        return PdfOutcome(
            self.maker, self.made, self.used, unmade, tuple(self.kept), tuple(self.aside), tuple(self.bound),
            tuple(self.coverless), tuple(told),
        )  # fmt: skip
