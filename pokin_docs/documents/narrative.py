"""Text of the office with all that belongs to it, as a document prints it at a place of its own."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from pokin_docs.documents.values import Text

NAMESPACE = "urn:pokin-docs:narrative"
"""Of what stands in ``RichText.blocks`` for a picture, a note or a link, by its number."""
ROLE = "peran:"
"""Before the meaning of a style in ``RichText.blocks``; filling puts the template's own style in its place."""


@dataclass(frozen=True, slots=True)
class RichPicture:
    """A picture as it was typed: the end of its name (``png``) and the file."""

    ending: str
    data: bytes


@dataclass(frozen=True, slots=True)
class RichHeading:
    """A heading typed at a place: how far below the place's own (1 right below), and its words."""

    level: int
    text: str


class RichText:
    """What an office wrote at a place; to a template it is a value like a text, nothing of it can be asked for.

    ``blocks`` are paragraphs and tables in WordprocessingML whose styles are roles (``peran:paragraf``), whose lists
    are numbers of ``lists``, and in which elements of ``NAMESPACE`` stand for pictures, notes and links by number.
    ``notes`` are such blocks too, ``lists`` are each the levels of an ``abstractNum``, ``links`` are addresses.
    ``digest`` stands for all of it. ``texts`` are its paragraphs in plain words, ``headings`` those that are headings.
    """

    __slots__ = ("blocks", "digest", "headings", "links", "lists", "notes", "pictures", "texts")

    def __init__(
        self, blocks: str, *, pictures: tuple[RichPicture, ...] = (), notes: tuple[str, ...] = (),
        lists: tuple[str, ...] = (), links: tuple[str, ...] = (), texts: tuple[str, ...] = (),
        headings: tuple[RichHeading, ...] = (),
    ) -> None:  # fmt: skip
        self.blocks, self.pictures, self.notes, self.lists, self.links = blocks, pictures, notes, lists, links
        self.texts, self.headings = texts, headings
        said = [blocks, *notes, "\x00", *lists, "\x00", *links, "\x00"]
        said += [f"{one.ending} {hashlib.sha256(one.data).hexdigest()}" for one in pictures]
        self.digest = hashlib.sha256("\x00".join(said).encode()).hexdigest()

    def __eq__(self, other: object) -> bool:
        """Whether it says and shows the same."""
        return isinstance(other, RichText) and self.digest == other.digest

    def __hash__(self) -> int:
        """As equality wants it."""
        return hash(self.digest)

    def __repr__(self) -> str:
        """All it says in one digest: what a document follows from is told by its ``repr``."""
        return f"RichText({self.digest!r})"

    def __str__(self) -> str:
        """Its paragraphs in plain words, where only text can be shown."""
        return "\n".join(self.texts)


Narrative = Text | RichText
"""What a place holds: words of the office, or the mark that asks for them."""
