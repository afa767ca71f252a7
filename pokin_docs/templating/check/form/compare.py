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

from pokin_docs.documents.form import Cabang, Form
from pokin_docs.templating.check.form import branches, pieces
from pokin_docs.templating.faults import BagianTemplat

APA_SAJA = pieces.APA_SAJA
World = dict[str, object]
"""A value of each field that is followed."""


def check(templat: str, form: Form, part: BagianTemplat, cetak: Mapping[int, frozenset[str]]) -> list[pieces.Kurang]:
    """What is missing, each once.

    Args:
        templat: File name, which may tell the value of a branch that a template is for.
        form: What the regulation wants.
        part: The main part.
        cetak: The fields that each tag prints, or was meant to print.
    """
    values = [list(_values(branch, templat)) for branch in form.cabang]
    found: dict[str, tuple[pieces.Kurang, list[World]]] = {}
    for combination in product(*values):
        world = dict(zip((branch.isian for branch in form.cabang), combination, strict=True))
        seen = list(branches.visible(part, cetak, world))
        for entry in pieces.lacking(form, seen, part.kabur, world):
            found.setdefault(entry.apa, (entry, []))[1].append(world)
    asked = {branch.isian: len(chosen) for branch, chosen in zip(form.cabang, values, strict=True)}
    return [replace(entry, untuk=_for_whom(form, entry, worlds, asked)) for entry, worlds in found.values()]


def _values(branch: Cabang, templat: str) -> Iterator[object]:
    """The values of a branch that a template is for."""
    stem = templat.rpartition(".")[0]
    own = next((value for value in branch.nilai if branch.dari_nama and stem.endswith(f"-{value}")), None)
    yield from branch.nilai if own is None else (own,)


def _for_whom(form: Form, entry: pieces.Kurang, worlds: Sequence[World], asked: Mapping[str, int]) -> str:
    """For which documents a part is missing, where it is not missing in all of them."""
    words = []
    for branch in form.cabang:
        values = list(dict.fromkeys(world[branch.isian] for world in worlds))
        if len(values) < asked[branch.isian] and not (branch.kecuali and branch.kecuali in entry.apa):
            words.append(branch.awalan + ", ".join(branch.nilai[value] for value in values))
    return " dan ".join(words)
