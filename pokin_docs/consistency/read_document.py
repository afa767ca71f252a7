"""A document of a folder as it was read: what it states, and what its file prints of it."""

from __future__ import annotations

from dataclasses import dataclass

from pokin_docs.consistency.reading import PaperReading
from pokin_docs.consistency.statements import StatedValue, Statement
from pokin_docs.consistency.template_tables import TemplateTable


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document of a folder, what it states, and what its file prints of that.

    ``templat`` is what it was made from; ``made`` tells that this run makes it, and not an earlier one, ``alone`` that
    no other document states on its behalf what it does: the paper of an official. ``asked`` is what its
    template means to print (``asked.py``), ``tables`` where (``template_tables.py``).
    """

    path: str
    jenis: str
    templat: str
    stated: tuple[Statement, ...]
    reading: PaperReading
    made: bool = True
    alone: bool = False
    asked: tuple[tuple[str, str], ...] = ()
    tables: tuple[TemplateTable, ...] = ()

    @property
    def as_a_whole(self) -> tuple[StatedValue, ...]:
        """The values that it states of no sentence."""
        return next((one.values for one in self.stated if not one.words), ())
