"""What a template asks for of the facts of its kind, whether or not it comes to print any of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pokin_docs.consistency.statements import ABOUT, groups
from pokin_docs.documents.facts import FactKind
from pokin_docs.documents.form import FormTable
from pokin_docs.documents.kind import DocumentKind

_WORD = re.compile(r"\w+")

Asked = tuple[tuple[str, str], ...]
"""Groups of statements with the name of a value; empty for the rows themselves."""


def asked_of(kind: DocumentKind, tags: str) -> Asked:
    """What a template with these tags means to print: rows of indicators, and what the form of its kind has.

    What the form does not have may be left out by a setting; what of it the template does not name is told by its
    check.

    Args:
        kind: The kind of its documents.
        tags: All its tags.
    """
    return tuple(sorted(set(_asked(kind, frozenset(_WORD.findall(tags))))))


def _asked(kind: DocumentKind, words: frozenset[str]) -> Iterator[tuple[str, str]]:
    columns = _columns(kind)
    for prefix, leaves in groups(kind.content, kind.facts).items():
        if not prefix or not words.issuperset(part.removesuffix("[]") for part in prefix):
            continue
        group = ".".join(prefix)
        for leaf in leaves:
            if words.issuperset(part.removesuffix("[]") for part in leaf.path):
                in_form = ".".join((*prefix, *leaf.path)).removesuffix("[]") in columns
                if in_form or leaf.kind is FactKind.INDIKATOR or (kind.form is None and leaf.kind in ABOUT):
                    yield group, ""
                if in_form and leaf.kind not in ABOUT:
                    yield group, ".".join(leaf.path).replace("[]", "")


def _columns(kind: DocumentKind) -> set[str]:
    tables = (part for part in (kind.form.order if kind.form else ()) if isinstance(part, FormTable))
    return {column.isian.removesuffix("[]") for table in tables for column in table.kolom}
