"""What is found in a Word template, with the place as a person finds it in Word and as a program does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from pokin_docs.model.findings import Temuan


@dataclass(frozen=True, slots=True)
class TemplatePlace:
    """A place in a template.

    For people: ``part`` (``isi``, ``kepala halaman``, …), the nearest heading above, table, row and column counted
    from 1 (0: not in a table; the column is the cell's number in its row), and the sentence, shortened when it is
    long. For programs: ``file`` is the XML part, ``paragraph`` the number of the paragraph among all ``w:p`` of that
    part in document order, from 0 (-1: not in a paragraph), ``start`` to ``end`` the characters of its text that are
    meant (both 0: the whole paragraph).

    The text of a paragraph here is what lies in its own ``w:t`` (not those of paragraphs in a text box inside it, and
    nothing deleted), where ``w:br``, ``w:cr``, ``w:tab``, ``w:ptab``, ``w:noBreakHyphen`` and ``w:softHyphen`` are one
    character each.
    """

    part: str
    title: str = ""
    table: int = 0
    baris: int = 0
    kolom: int = 0
    sentence: str = ""
    file: str = ""
    paragraph: int = -1
    start: int = 0
    end: int = 0

    def __str__(self) -> str:
        """The place in words: ``isi, di bawah judul «LAMPIRAN», tabel 2 baris 3 kolom 1``."""
        words = [self.part]
        if self.title:
            words.append(f"di bawah judul «{self.title}»")
        if self.table:
            words.append(f"tabel {self.table} baris {self.baris} kolom {self.kolom}")
        return ", ".join(words)


SyntaxNode = tuple[str, int]
"""An element of a part: its local name and its number in document order."""


@dataclass(frozen=True, slots=True)
class TemplateSentence:
    """A text of a part that may hold tags: a paragraph, an attribute, a deleted text, a field code.

    ``path`` are the elements from the root down to the one that holds the text. ``pieces`` tells where in the text
    each piece begins and which elements lie between the paragraph and it: a tag may not reach from one hyperlink
    into another. ``other`` is what else stands in the paragraph and would be lost with it (``gambar``, …);
    ``style`` its style.
    """

    text: str
    place: TemplatePlace
    kind: str
    path: tuple[SyntaxNode, ...]
    pieces: tuple[tuple[int, tuple[str, ...]], ...] = ()
    other: str = ""
    style: str = ""

    def ancestors(self, tag: str) -> SyntaxNode | None:
        """The nearest element of that name around the text, itself included."""
        return next((node for node in reversed(self.path) if node[0] == tag), None)


@dataclass(slots=True)
class Tag:
    """A tag as it was understood, mended where it is plain what was meant.

    ``start`` to ``end`` are its characters in the sentence number ``sentence``; ``opener`` is ``{{`` or ``{%``;
    ``prefix`` the docxtpl prefix (``p``, ``tr``, ``tc``, ``r`` or nothing); ``inner`` the Jinja between the braces;
    ``keyword`` the first word of a statement. ``is_readable`` tells whether ``inner`` can be parsed.
    """

    sentence: int
    start: int
    end: int
    opener: str
    prefix: str
    inner: str
    keyword: str = ""
    is_readable: bool = True

    def typed(self, *, sign: str | None = None, content: str = "") -> str:
        """The tag as a clerk should type it."""
        prefix = self.prefix if sign is None else sign
        closer = "}}" if self.opener == "{{" else "%}"
        return f"{self.opener}{prefix} {(content or self.inner).strip()} {closer}"


@dataclass(frozen=True, slots=True)
class TagFault:
    """A fault of a template before it has a place: a code of the catalogue, what fills its message, proposals.

    ``end`` 0 means the whole sentence.
    """

    kode: str
    sentence: int
    start: int
    end: int
    details: tuple[tuple[str, str], ...]
    proposals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TemplateFinding:
    """One fault of a template; its message names ``place`` already.

    ``proposals`` is what to write instead, the best first: for a name the right path (``pihak_pertama.nama``),
    otherwise the text to put in place of what stands from ``place.start`` to ``place.end``.
    """

    temuan: Temuan
    place: TemplatePlace
    proposals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldCoverage:
    """Whether a field of the documents is printed anywhere in a template; ``isian`` is its path, lists as ``x[].y``.

    ``asked`` tells that it is there to be asked for, and nobody prints it.
    """

    isian: str
    printed: bool
    asked: bool = False


@dataclass(frozen=True, slots=True)
class TemplateExamination:
    """All that can be said of a template without filling it."""

    temuan: tuple[TemplateFinding, ...]
    coverage: tuple[FieldCoverage, ...]


@dataclass(slots=True)
class TagBlock:
    """A block of tags: the numbers of those that open it, part it (else) and close it (-1: nothing does)."""

    keyword: str
    opening: int
    parting: list[int] = field(default_factory=list)
    closing: int = -1


@dataclass(frozen=True, slots=True)
class TemplateLanguage:
    """The language of the templates: how it is parsed, what is wrong with a piece of it, what exists besides fields.

    ``parse`` gives the syntax tree, ``wrong`` a message or nothing; ``filters`` names the filters, ``tests`` the tests,
    ``methods`` the methods of a text, ``free_names`` what has no known type.
    """

    parse: Callable[[str], Any]
    wrong: Callable[[str], str]
    filters: Mapping[str, Callable[..., object]]
    tests: Collection[str]
    methods: Collection[str]
    free_names: Collection[str]


@dataclass(slots=True)
class TemplatePart:
    """A part of a template while it is examined: its sentences and tags, and what was learned of them.

    ``warned`` are tags with a fault of their own, their number to that of the fault. ``trees`` has the Jinja of each
    tag alone (None without names), ``printed`` the fields each tag prints, ``meant`` those that tags with a wrong name
    were meant to print. ``vague`` tells that a loop cannot be understood, so that what stands in it is not known.
    ``moved`` are tags that open or close a block whose other tag stands where it cannot belong to them.
    """

    sentences: list[TemplateSentence]
    tags: list[Tag] = field(default_factory=list)
    faults: list[TagFault] = field(default_factory=list)
    warned: dict[int, int] = field(default_factory=dict)
    blocks: list[TagBlock] = field(default_factory=list)
    trees: list[Any] = field(default_factory=list)
    printed: dict[int, set[str]] = field(default_factory=dict)
    meant: dict[int, set[str]] = field(default_factory=dict)
    vague: bool = False
    moved: set[int] = field(default_factory=set)

    def warn(self, tag: Tag, message: str, proposal: str = "") -> None:
        """Add a fault of a tag (T03).

        Args:
            tag: The tag.
            message: What is wrong, in Indonesian.
            proposal: The tag to write in its place; empty for none.
        """
        proposals = (proposal,) if proposal else ()
        self.faults.append(TagFault("T03", tag.sentence, tag.start, tag.end, (("pesan", message),), proposals))


@dataclass(frozen=True, slots=True)
class PrintedSentence:
    """A sentence that a kind of document prints: its number, what it says without tags, the fields it prints."""

    number: int
    sentence: TemplateSentence
    text: str
    isian: frozenset[str]


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name that nothing has: as typed, its parts, what is known where it stands, and what the tag wants of it.

    ``wanted_as`` is ``cetak``, ``ulang`` (a list) or ``syarat``.
    """

    tag: int
    name: str
    parts: tuple[str, ...]
    scope: Mapping[str, object]
    wanted_as: str


@dataclass(slots=True)
class FieldsResult:
    """What was found: faults, names that nothing has, and which fields are printed or asked for.

    ``printed`` has the printed ones by tag, ``repeats`` the loops by tag with variable and kind, ``used`` the loop
    variables by tag and name with how often they are used.
    """

    faults: list[TagFault] = field(default_factory=list)
    unknown: list[UnknownName] = field(default_factory=list)
    printed: dict[int, set[str]] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    repeats: dict[int, tuple[str, object]] = field(default_factory=dict)
    used: Counter[tuple[int, str]] = field(default_factory=Counter)
