"""What a document says of itself beside its pages: title, author and day, for the properties of its file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pokin_docs.documents.values import Tanda, Text
from pokin_docs.model.texts import UNPRINTABLE, squeeze
from pokin_docs.model.typed_values import read_date


@dataclass(frozen=True, slots=True)
class AboutDocument:
    """Title, author and day of a document; ``day`` is None where nobody said one."""

    title: str
    author: str
    day: date | None


def plain_text(text: Text) -> str:
    """A printed text on one line, a mark as its words."""
    return squeeze(UNPRINTABLE.sub(" ", text.text if isinstance(text, Tanda) else text))


def printed_day(text: Text) -> date | None:
    """The day that a document prints; the first of a month whose day is left open."""
    said = plain_text(text)
    return read_date(said) or read_date(f"1 {said}")
