"""Who signs a document, as which party and in which order: every kind says it of its own content."""

from __future__ import annotations

from dataclasses import dataclass

from pokin_docs.documents.values import Pihak, Text


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature below a document: as which party, and whose."""

    role: str
    party: Pihak


@dataclass(frozen=True, slots=True)
class Signing:
    """The signatures below a document in the order of signing, and the day it prints; empty where none is printed.

    ``apart`` tells that each of them signs a part of his own, alone.
    """

    day: Text = ""
    signatures: tuple[Signature, ...] = ()
    apart: bool = False


UNSIGNED = Signing()


def nobody_signs(content: object) -> Signing:
    """Nobody: most tables are handed on as they are."""
    return UNSIGNED


@dataclass(frozen=True, slots=True)
class SignedBy:
    """Who signs documents of a kind whose content has each of them in a field; to be called with the content.

    ``parties`` are the fields in the order of signing, each with what its party is called.
    """

    parties: tuple[tuple[str, str], ...]

    def __call__(self, content: object) -> Signing:
        """The signatures below a content, with the day in its field ``tanggal`` if it has one."""
        named = tuple(Signature(role, getattr(content, field)) for field, role in self.parties)
        return Signing(getattr(content, "tanggal", ""), named)


BY_HEAD = SignedBy((("kepala", "kepala perangkat daerah"),))
"""Papers of the whole agency."""
