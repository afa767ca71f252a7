"""What a regulation wants in a kind of document, as data: wording, fields, signatures, tables, chapters.

Compared without regard to case, punctuation and line breaks, and with room for other words
in between, so that an office may restyle and lengthen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

_CHAPTER_ALONE = re.compile(r"-bab-(\d{1,2})\.docx$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FormSentence:
    """A sentence that must stand in the form; ``required`` tells whether the document is none of its kind without it.

    ``proposal`` is the whole of it where ``wording`` are only the words by which it is known.
    """

    label: str
    wording: str
    required: bool
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class FormParagraph:
    """Sentences that are one paragraph: said together where none of them is there, else each for itself."""

    label: str
    sentences: tuple[FormSentence, ...]


@dataclass(frozen=True, slots=True)
class FormParty:
    """The lines that tell who a party is, before the parts are signed; ``isian`` is the record of the party."""

    label: str
    isian: str


@dataclass(frozen=True, slots=True)
class PrintedItem:
    """Something printed that the form has, any of ``isian``; ``place`` is ``pernyataan``, ``lampiran`` or ``""``."""

    label: str
    isian: tuple[str, ...]
    place: str
    required: bool
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of a table: words of which one must stand in its head, and the field below it."""

    label: str
    title: tuple[str, ...]
    isian: str
    proposal: str


@dataclass(frozen=True, slots=True)
class FormTable:
    """A table that the form has, known by the list it prints."""

    label: str
    printed_list: str
    kolom: tuple[FormColumn, ...]
    required: bool


@dataclass(frozen=True, slots=True)
class FormSignatures:
    """Place, date and the signatures of all parties below a part: ``Pernyataan`` or ``Lampiran``."""

    part: str
    date: PrintedItem


@dataclass(frozen=True, slots=True)
class FormChapter:
    """A chapter, known by its title; with ``also`` other titles that are in use for it.

    ``number`` is that of a whole chapter, which a template of its own may hold alone (``renstra-bab-2.docx``); a
    sub-chapter, 0, belongs to the chapter before it.
    """

    label: str
    title: str
    number: int = 0
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormList:
    """A table that is asked for by its list only, whatever its columns."""

    label: str
    printed_list: str


@dataclass(frozen=True, slots=True)
class FormBranch:
    """A field that conditions of a template ask for: its values, and what a document with each is called.

    ``from_name`` tells that a template of its own for one value has it in its file name (``pk-jpt.docx``).
    ``unless`` is a word of parts that have a value by themselves, and need not be told for which.
    """

    isian: str
    values: Mapping[object, str] = field(hash=False)
    prefix: str = ""
    from_name: bool = False
    unless: str = ""


FormPart = FormSentence | FormParagraph | FormParty | PrintedItem | FormSignatures | FormTable | FormChapter | FormList


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form, part by part in the order of its regulation ``basis``.

    ``parties`` are those that sign, in the order of their signatures; ``lampiran_list`` is the list with which the
    Lampiran begins.
    """

    basis: str
    order: tuple[FormPart, ...]
    parties: tuple[FormParty, ...] = ()
    lampiran_list: str = ""
    branches: tuple[FormBranch, ...] = field(default=())

    def of_template(self, name: str) -> Form:
        """What of the form belongs into a template: one chapter where its name says so, else all of it."""
        alone = _CHAPTER_ALONE.search(name)
        if alone is None:
            return self
        starts = [at for at, part in enumerate(self.order) if isinstance(part, FormChapter) and part.number]
        for start, stop in zip(starts, (*starts[1:], len(self.order)), strict=True):
            chapter = self.order[start]
            if isinstance(chapter, FormChapter) and chapter.number == int(alone[1]):
                return replace(self, order=self.order[start:stop])
        return self


PARTY_NAMES = ("nama", "nama_cetak")
"""Fields of a party of which one is its name."""

EQUIVALENTS = {"kesatu": "pertama", "i": "pertama", "ii": "kedua"}
"""Words that stand for one of a form in usage."""
