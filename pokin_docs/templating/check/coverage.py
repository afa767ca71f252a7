"""Which fields of the documents a template prints, and which it never does."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pokin_docs.templating.faults import CakupanIsian
from pokin_docs.templating.fields import Rekaman, leaves


def table(isi: type, printed: Collection[str], asked: Collection[str]) -> Iterator[CakupanIsian]:
    """Every field by its path, lists as ``x[].y``, and whether it is printed.

    A yes or no is there to be asked, so a condition on it is enough.
    """
    for field in leaves(Rekaman(isi, "")):
        shown = field.jalur in printed or (field.ya_tidak and field.jalur in asked)
        yield CakupanIsian(field.jalur, shown, bool(field.pilihan))
