"""Everything that can be said of a workbook, and the plan that follows from it; nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from pokin_docs.documents.kind import DocumentKind, Dokumen
from pokin_docs.documents.kinds import KINDS, codes
from pokin_docs.documents.plan import Plan
from pokin_docs.flow.built_quarters import changed_quarters
from pokin_docs.flow.collect import NOTHING_COLLECTED, Collection, with_collected
from pokin_docs.flow.groups import asked_documents, chosen_groups
from pokin_docs.flow.narrative import not_printed, office_narrative, with_narrative
from pokin_docs.flow.other_formats import other_formats
from pokin_docs.flow.tree import TreeDrawing
from pokin_docs.model.account import CellAccount
from pokin_docs.model.catalogue import passes_when_waived, severity
from pokin_docs.model.causes import in_order
from pokin_docs.model.findings import Severity, Temuan, WaivedFinding, temuan
from pokin_docs.model.locations import is_file, word_folders
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.settings import Settings

_NOT_OPENED = frozenset(("B01", "B02", "B03", "B04", "B05", "B06"))


_OF_TEMPLATES = frozenset(("T12", "D11", "D30"))
_HEAVY_LOGO = 1_000_000
"""Bytes beyond which a logo is named: it goes into every document."""


@dataclass(frozen=True)
class NotUnderstood:
    """A workbook that no plan could be made of, and why."""

    temuan: tuple[Temuan, ...]
    account: CellAccount = field(default_factory=CellAccount)

    @property
    def waived(self) -> tuple[WaivedFinding, ...]:
        """Findings that are waived: none, as no table was read."""
        return ()

    @property
    def elsewhere(self) -> tuple[Temuan, ...]:
        """What is open in documents that are not made: nothing is known of any."""
        return ()

    @property
    def tanda(self) -> tuple[str, ...]:
        """The marks that documents would hold: none, as there are no documents."""
        return ()

    @property
    def opened(self) -> bool:
        """Whether the file could be opened as a workbook, even if its tables were not understood."""
        return not any(finding.kode in _NOT_OPENED for finding in self.temuan)

    def galat(self, *, final: bool) -> bool:
        """Whether documents may not be written: always."""
        return True


@dataclass(frozen=True)
class Understood:
    """What is known of a workbook after all checks.

    ``sha256`` is that of the file as it was before reading, so that documents are made from what was checked, or not at
    all. ``account`` tells what became of its cells. ``drawing`` is the tree drawn for the documents of the plan; None
    when they were planned without pictures.
    ``made`` are the documents of the plan that this run makes: only their marks stop it. ``elsewhere`` is what the
    templates leave open in the others: not told, but part of the history. ``collection`` is what a person typed into
    the documents of an earlier run.
    """

    temuan: tuple[Temuan, ...]
    waived: tuple[WaivedFinding, ...]
    buku: BukuKerja
    plan: Plan
    sha256: str
    drawing: TreeDrawing | None = None
    made: tuple[Dokumen, ...] = ()
    elsewhere: tuple[Temuan, ...] = ()
    account: CellAccount = field(default_factory=CellAccount)
    collection: Collection = NOTHING_COLLECTED

    @property
    def every_finding(self) -> tuple[Temuan, ...]:
        """All that was found, also what is open in documents that this run does not make."""
        return (*self.temuan, *self.elsewhere)

    @property
    def opened(self) -> bool:
        """Whether the file could be opened as a workbook: it was."""
        return True

    def galat(self, *, final: bool) -> bool:
        """Whether documents may not be written: a galat, or with ``final`` any mark that would be printed."""
        # A waived mark is still a mark on paper: --final refuses it all the same; not what is printed as it is meant.
        findings = (*self.temuan, *(entry.temuan for entry in self.waived if not passes_when_waived(entry.temuan)))
        faulty = any(severity(finding, final=final) is Severity.GALAT for finding in findings)
        return faulty or (final and bool(self.tanda))

    @property
    def tanda(self) -> tuple[str, ...]:
        """Every mark that the documents would hold that are made, each once."""
        return tuple(dict.fromkeys(mark for document in self.made for mark in document.tanda))


Examination = NotUnderstood | Understood


def examine(
    path: Path,
    settings: Settings,
    kinds: tuple[DocumentKind, ...] = KINDS,
    *,
    pictures: bool = False,
    on_notice: Callable[[str], None] = lambda message: None,
) -> Examination:
    """All that can be said of a workbook, in one go.

    Args:
        path: The workbook.
        settings: Year, date, and folders of word lists besides the shipped one and ``kata`` beside the workbook.
        kinds: Kinds of documents to plan.
        pictures: The plan has the drawn tree in the documents that are asked for, as ``build`` needs it. The findings
            are the same without, and quicker there.
        on_notice: Told in a sentence what takes long.
    """
    from pokin_docs.check.rules import check
    from pokin_docs.extract.nomenclature.find import nomenclature_of
    from pokin_docs.extract.read import read
    from pokin_docs.extract.word_lists import read_words
    from pokin_docs.render.judge import with_printed_marks
    from pokin_docs.render.standing_files import sha256_of
    from pokin_docs.transform.classes import by_class
    from pokin_docs.transform.owners import by_id
    from pokin_docs.transform.plan import plan

    sha256 = sha256_of(path) or ""  # of what cannot be read its reader tells
    reading = read(path)
    if reading.value is None:
        return NotUnderstood(in_order(reading.temuan, final=settings.final), reading.account)
    words = read_words(word_folders(*settings.kata, path.parent / "kata"))
    buku = reading.value if words.value is None else replace(reading.value, word_lists=words.value)
    official = nomenclature_of(path, buku)
    buku, classes = by_class(replace(buku, nomenclature=official.value))
    buku, named = by_id(buku)
    drawing = TreeDrawing(buku, on_notice)
    chosen = codes(kinds, chosen_groups(settings, kinds))
    shown = pictures and any(kind.shows_tree for kind in kinds if kind.kode in chosen)
    planning = plan(buku, settings, kinds, drawing.illustrate if shown else lambda plan: ())
    assert planning.value is not None  # transform gives a plan for everything that was read
    narrative, collection = with_collected(office_narrative(path, buku), path, settings, kinds, planning.value)
    documents = with_narrative(planning.value.dokumen, narrative)
    about_logo = _about_logo(path, buku, documents, settings.templat)
    logo = logo_of(path, buku) is not None and not any(entry.kode == "T07" for entry in about_logo)
    printed = with_printed_marks(documents, settings.templat, kinds, logo=logo)
    meant = replace(planning.value, dokumen=printed)
    made = asked_documents(meant, settings, kinds)
    found = (*reading.temuan, *words.temuan, *official.temuan, *classes, *named, *planning.temuan)
    found = (*found, *drawing.temuan, *narrative.temuan, *changed_quarters(path, settings, buku, meant))
    found = (*found, *about_logo, *not_printed(documents, narrative, settings.templat))
    found = (*found, *other_formats(path, settings, kinds, documents))
    stands, waived = check(buku, meant, found, kinds, made=made if settings.final else None)
    stands = in_order(stands, final=settings.final)
    elsewhere = _elsewhere(stands, made)
    told = tuple(finding for finding in stands if finding not in set(elsewhere))
    return Understood(
        told, waived, buku, meant, sha256, drawing.of(meant) if pictures else None, made, elsewhere, reading.account,
        collection,
    )  # fmt: skip


def _elsewhere(found: tuple[Temuan, ...], made: tuple[Dokumen, ...]) -> tuple[Temuan, ...]:
    """The findings about places of templates that none of the documents prints that are made; none where none is."""
    if not made:
        return ()
    printed = {(mark.told.kode, mark.told.details) for entry in made for mark in entry.marks if mark.told is not None}
    return tuple(one for one in found if one.kode in _OF_TEMPLATES and (one.kode, one.details) not in printed)


def logo_of(path: Path, buku: BukuKerja) -> Path | None:
    """The picture named in Identitas, looked for beside the workbook only; it may not be there, nor be a file."""
    isian = buku.identitas.get("logo")
    return path.parent / Path(isian.clean).name if isian else None


def logo_file(path: Path, buku: BukuKerja) -> Path | None:
    """The picture named in Identitas where it is an ordinary file; a name may be one that no file can have."""
    logo = logo_of(path, buku)
    return logo if logo is not None and is_file(logo) else None


def _about_logo(
    path: Path, buku: BukuKerja, documents: tuple[Dokumen, ...], folders: tuple[Path, ...]
) -> tuple[Temuan, ...]:
    """What is to be said of the logo: that it is not there or no picture, or how large it makes what prints it.

    Args:
        path: The workbook.
        buku: Its rows.
        documents: The documents of its plan.
        folders: Folders with templates, searched in order.
    """
    logo = logo_of(path, buku)
    if logo is None:
        return ()
    source = buku.identitas["logo"].source
    if logo_file(path, buku) is None:
        return (temuan("T07", source, logo=logo.name, sebab="berkasnya tidak ada di folder buku kerja"),)
    from pokin_docs.templating.fill.logo_pixels import LogoRefused, fitting

    try:
        size = len(fitting(logo))
    except LogoRefused as refused:
        return (temuan("T07", source, logo=logo.name, sebab=refused.reason),)
    if size <= _HEAVY_LOGO:
        return ()
    from pokin_docs.render.judge import printing_logo

    count = printing_logo(documents, folders)
    said = (f"{number / 10**6:.1f}".replace(".", ",") for number in (size, size * count))
    return (temuan("D20", source, logo=logo.name, besar=next(said), jumlah=count, semua=next(said)),) if count else ()
