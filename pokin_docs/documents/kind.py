"""What a kind of document is, a document of it, and a file beside the documents."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pokin_docs.documents.about import AboutDocument
from pokin_docs.documents.facts import Fact, FactKind
from pokin_docs.documents.form import Form
from pokin_docs.documents.material import Material
from pokin_docs.documents.meanings import sample
from pokin_docs.documents.proof import Proof
from pokin_docs.documents.signing import Signing, nobody_signs
from pokin_docs.documents.values import ABOVE, Tanda, marks_in
from pokin_docs.model.cycle import Cycle
from pokin_docs.model.findings import Temuan
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.source import CellRef

_OF_A_PLACE = "D30"
"""A place of the office's own text: whether a document has it only its template can tell."""


@dataclass(frozen=True)
class Dokumen:
    """A document to be written: its content, the template it asks for, and where it goes.

    ``jenis`` is the ``kode`` of its kind. ``path`` is relative to the build folder, with ``/``. ``templat`` names
    templates in order of preference: the first that exists is used. ``source`` are the cells it was made from.
    ``time`` is what it is for: ``2026``, ``2025-2029``; empty where nobody said. Documents of another time are others.
    ``post`` is the ID of the post whose paper it is; empty where it is nobody's. ``valid`` says on which days it
    counts, for people (``5 Januari - 30 September 2026``); empty where its post has no other in the year. ``printed``
    are the marks that its template prints of the content; None while nobody has looked: then all count.
    """

    jenis: str
    path: str
    templat: tuple[str, ...]
    content: object
    source: tuple[CellRef, ...] = ()
    time: str = ""
    post: str = ""
    valid: str = ""
    printed: tuple[Tanda, ...] | None = None

    @cached_property
    def marks(self) -> tuple[Tanda, ...]:
        """The marks that stand in the document, in order, each once."""
        if self.printed is not None:
            return self.printed
        return self.marks_with_places(frozenset())

    def marks_with_places(self, places: frozenset[str]) -> tuple[Tanda, ...]:
        """The marks of the content, each once; of the office's places those with these keys."""
        return tuple(dict.fromkeys(mark for mark in marks_in(self.content) if _is_counted(mark, places)))

    @property
    def tanda(self) -> tuple[str, ...]:
        """What the marks say."""
        return tuple(mark.text for mark in self.marks)


def _is_counted(mark: Tanda, places: frozenset[str]) -> bool:
    told = mark.told
    return told is None or told.kode != _OF_A_PLACE or dict(told.details).get("kunci", "") in places


@dataclass(frozen=True, slots=True)
class Maker:
    """What turns contents into the bytes of a file: while nothing of it changes, a file of an earlier build stands.

    ``parts`` are folders and files of ours below ``pokin_docs``, ``libraries`` names of distributions in lower case.
    """

    parts: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lampiran:
    """A file that goes into the build folder beside the documents; ``source`` are the cells it speaks of.

    It is ``data``, or what ``make`` makes of the bytes of the document ``made_from`` (of none: no bytes). ``inputs``
    says all that ``make`` follows from besides these and ``maker``: while nothing of it changes, the file of an earlier
    build stands. ``time`` is that of the document it shows; empty where it shows the workbook as it is.
    """

    jenis: str
    path: str
    data: bytes = b""
    source: tuple[CellRef, ...] = ()
    make: Callable[[bytes], bytes] | None = None
    made_from: str = ""
    inputs: str = ""
    maker: Maker = Maker()
    time: str = ""


class Writer(enum.Enum):
    """How the documents of a kind are written."""

    WORD = "docx"
    """By filling a Word template."""
    TABLE = "xlsx"
    """By filling an Excel template, which has the same placeholders and loops."""


Rule = Callable[[BukuKerja, tuple[Dokumen, ...]], Iterable[Temuan]]
"""What only one kind must keep: the workbook and the documents of that kind to findings."""


def file_title(document: Dokumen) -> str:
    """What a document is called where nothing better is known: the name of its file in words."""
    return document.path.rpartition("/")[2].rpartition(".")[0].replace("_", " ")


def no_time(cycle: Cycle) -> str:
    """The time of documents that are for none."""
    return ""


def year_of_pk(cycle: Cycle) -> str:
    """The time of documents that are for a year; empty where nobody said which."""
    return "" if cycle.tahun is None else str(cycle.tahun)


def renstra_period(cycle: Cycle) -> str:
    """The time of documents that are for the period of the Renstra; empty where nobody said which."""
    return f"{cycle.periode[0]}-{cycle.periode[1]}" if cycle.periode else ""


def top_rank(content: object) -> int:
    """The place of a document among those of its kind, where all are alike."""
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentKind:
    """All that is particular to one kind of document.

    Functions are named ones of a module, so that a process that is started anew finds them.

    Attributes:
        kode: ``pk``: in ``--untuk``, in the manifest, ``jenis`` of its documents.
        kelompok: The word of ``--hanya`` that chooses it; several kinds may share one.
        nama: ``Perjanjian Kinerja``: for people, singular.
        isi: Frozen dataclass of the content; its fields, each with a ``Meaning``, are the placeholders.
        build: The documents of this kind, in order. Pure.
        templat: Every name that its documents look for, the usual one first.
        time: What its documents are for, of a cycle: ``2026``, ``2025-2029``. Those of another time stay beside them.
        facts: Which fields hold kinerja, indikator, target, satuan, money and owner.
        form: What the regulation wants in its template.
        shipped: The sha256 of its shipped template, which has passed the check; empty where there is none.
        places: Keys of the places that the office writes itself.
        rules: Rules that only this kind needs.
        needs: Keys of the sheets without which, and without rows on which, it is not made.
        given_by: What of the workbook gives at least one document, for people; empty where nobody waits for one.
        writer: How its documents are written.
        shows_tree: Its documents print the drawn tree.
        sample_for: A made-up content for a template of the given file name; without it a sample of ``content``.
        title: What a document is called on the report page: the same for all, or of each.
        short: What a link to it says beside one of its nodes, where the title would be too much.
        heading: The heading under which the report page lists a document; ``nama`` without it.
        rank: The place of a document among those of its kind on the report page.
        about: What a document says of itself in the properties of its file; without it the template's stay.
        proves: What its document says once all others of a run are compared: of its content, what comparing came to,
            and what the kinds are called there, by ``kode``.
        in_proof: What this kind is called there; ``nama`` without it.
        signing: Who signs a document, in the order of signing, and the day it prints.
        bound_as: The name of the file in which its papers are bound for printing: ``PK``; empty where they are not.
        by_chapter: Its first document is bound by itself, each chapter beginning on a right-hand page.
        leads: The ``kode`` of the kind before whose bound papers its document lies.
    """

    kode: str
    group: str
    nama: str
    content: type
    build: Callable[[Material], Iterable[Dokumen]]
    templat: tuple[str, ...]
    facts: tuple[Fact, ...]
    time: Callable[[Cycle], str] = no_time
    form: Form | None = None
    shipped: str = ""
    places: frozenset[str] = frozenset()
    rules: tuple[Rule, ...] = ()
    needs: frozenset[str] = frozenset()
    given_by: str = ""
    writer: Writer = Writer.WORD
    shows_tree: bool = False
    sample_for: Callable[[str], object] | None = None
    title: str | Callable[[Dokumen], str] = file_title
    short: str = ""
    heading: Callable[[object], str] | None = None
    rank: Callable[[object], int] = top_rank
    about: Callable[[object], AboutDocument] | None = None
    signing: Callable[[object], Signing] = nobody_signs
    proves: Callable[[object, Proof, Mapping[str, str]], object] | None = None
    in_proof: str = ""
    bound_as: str = ""
    by_chapter: bool = False
    leads: str = ""

    def sample(self, templat: str = "") -> object:
        """A made-up content with something in every field, as a template of this file name would get it."""
        return self.sample_for(templat) if self.sample_for else sample(self.content)

    def title_of(self, document: Dokumen) -> str:
        """What a document is called on the report page."""
        return self.title if isinstance(self.title, str) else self.title(document)

    def heading_of(self, document: Dokumen) -> str:
        """The heading under which the report page lists a document."""
        return self.heading(document.content) if self.heading else self.nama

    def facts_in(self, content: object) -> Iterator[tuple[FactKind, str, object]]:
        """What a content says: kind of fact, path with numbers (``daftar_sasaran[0].sasaran``), and the value."""
        for fact in self.facts:
            for path, value in _values_at(content, fact.path.split("."), ""):
                if value != ABOVE:  # said where the cell begins that goes on here
                    yield fact.kind, path, value


def _values_at(value: object, path: list[str], before: str) -> Iterator[tuple[str, object]]:
    if not path:
        yield before, value
        return
    name, rest = path[0], path[1:]
    inner = getattr(value, name.removesuffix("[]"))
    here = f"{before}.{name.removesuffix('[]')}".lstrip(".")
    if name.endswith("[]"):
        for number, item in enumerate(inner):
            yield from _values_at(item, rest, f"{here}[{number}]")
    else:
        yield from _values_at(inner, rest, here)
