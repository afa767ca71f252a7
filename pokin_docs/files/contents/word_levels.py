"""What is known of a Word part while it is read: what it has said, and what is open in it."""

from __future__ import annotations

from dataclasses import dataclass, field

TYPED_FIELDS = frozenset(("HYPERLINK", "FORMTEXT", "QUOTE"))
"""Fields whose text a person has typed; that of the others is computed."""


@dataclass(slots=True)
class PartContent:
    """What a part says.

    ``notes`` are the texts of its notes or comments by id, ``comments`` those it refers to; ``around`` its headers and
    footers as type, id and whether their section has a title page; ``places`` in millimetres are those of what floats.
    """

    text: str = ""
    notes: dict[str, str] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)
    around: list[tuple[str, str, bool]] = field(default_factory=list)
    places: list[float] = field(default_factory=list)


@dataclass(slots=True)
class OpenField:
    """A field that has begun: its code, whether what it computed has begun, and whether that is of paragraphs."""

    code: list[str] = field(default_factory=list)
    in_result: bool = False
    has_paragraphs: bool = False

    @property
    def name(self) -> str:
        words = "".join(self.code).split(None, 1)
        return words[0].upper() if words else ""

    @property
    def is_muted(self) -> bool:
        return not self.in_result or self.name not in TYPED_FIELDS


@dataclass(slots=True)
class WordLevel:
    """The part itself, or a text box or note that is open in it.

    ``attached`` belongs to the open paragraph, each with its place; ``offsets`` are the place of what is being drawn.
    ``written`` is the revision its text so far is of.
    """

    number: str = ""
    text: list[str] = field(default_factory=list)
    attached: list[tuple[str, tuple[float, ...]]] = field(default_factory=list)
    offsets: list[float] = field(default_factory=list)
    fields: list[OpenField] = field(default_factory=list)
    revised: list[str] = field(default_factory=list)
    written: str = ""
