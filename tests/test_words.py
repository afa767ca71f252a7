"""Names are English but for the words of the glossary, and a class name stands for one thing (README, Glossary)."""

from __future__ import annotations

import ast
import functools
import re
from collections import defaultdict
from collections.abc import Iterator

import pytest
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

from helpers.places import ROOT

PACKAGE = ROOT / "pokin_docs"

# Words that a dictionary of Indonesian has and English too, in the sense our names use.
_BOTH = """
    alias are area basis bias border cut data dot drop edit filter final fit flat folder format formula front gap
    generator global has horizontal info inset interface internal interpreter item label layer legal level limit lines
    link list log logo long lose main manual margin mark material min miss model none not notes once open operator
    order ordinal over pair panel param parser partial partner per person pivot plan plural plus point poster preview
    problem program proposal
    radius real region regional rel roman set setup slip span start status step stop strip stroke sub sum superior
    target term terminal test top total union unit valid version virtual"""
BOTH = frozenset(_BOTH.split())
# Indonesian words that the dictionary lacks.
MORE = frozenset("maks rincian templat bita subpohon taktikal pokin renstra permenpan inmendagri".split())  # noqa: SIM905
# Fields of these are column keys, placeholders of the templates or keys of JSON: written so by those who use them.
INTERFACE = ("model/rows.py", "model/action_rows.py", "model/realised.py", "model/realised_form.py", "model/service_rows.py", "documents/values.py",
             "documents/tree_picture.py", "documents/*/content.py", "documents/*/records.py", "documents/*/service_records.py",
             "documents/renstra/places.py", "report/coverage.py")  # fmt: skip

_FACTORY = StemmerFactory()
_STEMMER, _ROOTS = _FACTORY.create_stemmer(), frozenset(_FACTORY.get_words())


def words(name: str) -> list[str]:
    """``read_jenisPk`` is read, jenis, pk."""
    return [word.casefold() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)]


@functools.cache
def is_indonesian(word: str) -> bool:
    """Whether the dictionary knows the word or what is left of it without prefix and suffix."""
    return word in MORE or (len(word) > 2 and word not in BOTH and (word in _ROOTS or _STEMMER.stem(word) in _ROOTS))


def glossary() -> frozenset[str]:
    """Words in the first column of the table below the README's heading Glossary."""
    _, _, rest = (ROOT / "README.md").read_text(encoding="utf-8").partition("Glossary\n")
    table = rest.partition("\n#")[0]
    cells = re.findall(r"(?m)^\| ([^|]+?) +\|", table)
    return frozenset(word for cell in cells for word in re.findall(r"\w+", cell.casefold()))


def _targets(node: ast.stmt) -> Iterator[str]:
    for target in getattr(node, "targets", [getattr(node, "target", None)]):
        if isinstance(target, ast.Name):
            yield target.id


@functools.cache
def names() -> tuple[tuple[str, str, bool], ...]:
    """Each name that we gave, where, and whether it is that of a class."""
    return tuple(_names())


def _names() -> Iterator[tuple[str, str, bool]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        where = path.relative_to(PACKAGE).as_posix()
        fields_are_keys = any(path.relative_to(PACKAGE).match(pattern) for pattern in INTERFACE)
        tree = ast.parse(path.read_text(encoding="utf-8"))
        yield path.stem, where, False
        yield from ((part, where, False) for part in path.relative_to(PACKAGE).parts[:-1])
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                yield node.name, f"{where}:{node.lineno}", isinstance(node, ast.ClassDef)
            if isinstance(node, ast.Module) or (isinstance(node, ast.ClassDef) and not fields_are_keys):
                for line in node.body:
                    yield from ((name, f"{where}:{line.lineno}", False) for name in _targets(line))


def test_names_are_english_but_for_the_words_of_the_glossary() -> None:
    known = glossary()
    found = defaultdict(list)
    for name, where, _ in names():
        for word in words(name):
            if word not in known and is_indonesian(word):
                found[word].append(f"{name} ({where})")
    assert not found, "\n".join(
        [
            "Indonesian words in names. Name the thing in English; if the word is printed on a form, stands in the",
            "workbook or a regulation or is typed by a user, add it to the README's glossary; if it is English as well",
            "as Indonesian, to BOTH in this file:",
            *(f"  {word}: {', '.join(places[:4])}" for word, places in sorted(found.items())),
        ]
    )


def test_a_class_name_stands_for_one_class() -> None:
    found = defaultdict(list)
    for name, where, is_class in names():
        if is_class:
            found[name].append(where)
    assert len(found) > 100
    assert not {name: places for name, places in found.items() if len(places) > 1}


def test_every_word_of_the_glossary_is_used() -> None:
    used = {word for name, _, _ in names() for word in words(name)}
    assert not glossary() - used - {"word"}


@pytest.mark.parametrize(("word", "indonesian"), [
    ("kabar", True), ("lukisan", True), ("diturunkan", True), ("penyaring", True), ("bahan", True), ("maks", True),
    ("page", False), ("level", False), ("material", False), ("is", False), ("wanted", False), ("spelling", False),
])  # fmt: skip
def test_an_indonesian_word_is_told_from_an_english_one(word: str, indonesian: bool) -> None:
    assert is_indonesian(word) is indonesian
