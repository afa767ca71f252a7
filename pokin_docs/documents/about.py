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


def about_of_official(title: str, post: Text, id_: str, agency: Text, day: Text) -> AboutDocument:
    """What the paper of an official says of itself; the ID tells posts of one title apart.

    Args:
        title: What the paper is, with its year.
        post: The title of the post, as printed.
        id_: The ID of the post; empty where nobody owns the rows.
        agency: The name of the agency.
        day: The day that the paper prints.
    """
    whose = plain_text(post)
    told = f" ({id_})" if id_ and id_ != whose else ""
    return AboutDocument(f"{title} – {whose}{told}", plain_text(agency), printed_day(day))


def signer(name: Text) -> str:
    """The name of who signs, as lists have it: on one line, or that it is not filled in."""
    return name.replace("\u00a0", " ") if isinstance(name, str) and name else "nama belum diisi"


def printed_day(text: Text) -> date | None:
    """The day that a document prints; the first of a month whose day is left open."""
    said = plain_text(text)
    return read_date(said) or read_date(f"1 {said}")
