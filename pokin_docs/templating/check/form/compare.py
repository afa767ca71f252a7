"""What the regulations want in a document and its template lacks.

A document without a part that its form calls ``wajib`` (of a PK: the two fixed paragraphs, a party, its table, a
signature block) is none of its kind: that is a galat, as nobody would notice before it is signed. What offices vary in
practice (opening, headings, place and date, the budget table, chapters of the Renstra) is a peringatan.

Conditions on the fields that a form names as branches (the class of the PK, whether it has a budget) are followed, each
combination for itself: a signature that stands in one branch only is missing in the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from pokin_docs.documents.form import Form, FormBranch
from pokin_docs.templating.check.form import branches, pieces
from pokin_docs.templating.faults import TemplatePart

ANYTHING = pieces.ANYTHING
World = dict[str, object]
"""A value of each field that is followed."""


def check(
    templat: str, form: Form, part: TemplatePart, printed: Mapping[int, frozenset[str]]
) -> list[pieces.MissingPiece]:
    """What is missing, each once.

    Args:
        templat: File name, which may tell the value of a branch that a template is for.
        form: What the regulation wants.
        part: The main part, its blocks paired.
        printed: The fields that each tag prints, or was meant to print, by the number of the tag.
    """
    form = form.of_template(templat)
    values = [list(_values(branch, templat)) for branch in form.branches]
    found: dict[str, tuple[pieces.MissingPiece, list[World]]] = {}
    for combination in product(*values):
        world = dict(zip((branch.isian for branch in form.branches), combination, strict=True))
        seen = list(branches.visible(part, printed, world))
        for entry in pieces.lacking(form, seen, part.vague, world):
            found.setdefault(entry.what, (entry, []))[1].append(world)
    asked = {branch.isian: len(chosen) for branch, chosen in zip(form.branches, values, strict=True)}
    return [replace(entry, documents=_for_whom(form, entry, worlds, asked)) for entry, worlds in found.values()]


def _values(branch: FormBranch, templat: str) -> Iterator[object]:
    """The values of a branch that a template is for."""
    stem = templat.rpartition(".")[0]
    own = next((value for value in branch.values if branch.from_name and stem.endswith(f"-{value}")), None)
    yield from branch.values if own is None else (own,)


def _for_whom(form: Form, entry: pieces.MissingPiece, worlds: Sequence[World], asked: Mapping[str, int]) -> str:
    """For which documents a part is missing, where it is not missing in all of them."""
    words = []
    for branch in form.branches:
        values = list(dict.fromkeys(world[branch.isian] for world in worlds))
        if len(values) < asked[branch.isian] and not (branch.unless and branch.unless in entry.what):
            words.append(branch.prefix + ", ".join(branch.values[value] for value in values))
    return " dan ".join(words)
