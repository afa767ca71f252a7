"""The proof over a set of documents: what was compared, how much agrees, and each place that does not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from pokin_docs.consistency.deviation import CALLED, WHOLE_TABLE, Deviation
from pokin_docs.consistency.deviations import deviations
from pokin_docs.consistency.in_place import out_of_place
from pokin_docs.consistency.judging import SetLooks, looks
from pokin_docs.consistency.other_words import fewer_times, more_words, other_words, with_places
from pokin_docs.consistency.printed_words import about, plain
from pokin_docs.consistency.read_document import ReadDocument
from pokin_docs.consistency.signers import OF_SIGNERS
from pokin_docs.consistency.statements import ABOUT
from pokin_docs.consistency.unprinted import unprinted
from pokin_docs.documents.facts import IN_PLACE, FactKind
from pokin_docs.documents.proof import WORKBOOK, ComparedPair, Contradiction, Proof

_COMPARED = (FactKind.TARGET, FactKind.SATUAN)
"""What two kinds must say alike of one indicator; money is a part in the paper of each official."""


_UNCOUNTED = OF_SIGNERS | {FactKind.CODE}
_AMOUNTS = (FactKind.MONEY, FactKind.SPENT)
_OF_PEOPLE = OF_SIGNERS | {FactKind.OWNER}
_Fact = tuple[str, FactKind, str]
"""What a fact is about, and for which year."""


@dataclass
class _Printed:
    """Where facts are printed: per fact the texts with the first place of each kind.

    Of those that two kinds must say alike also below which sentences.
    """

    texts: dict[_Fact, dict[str, dict[str, tuple[str, str]]]]
    above: dict[_Fact, dict[str, dict[str, set[str]]]]
    amounts: dict[str, dict[str, str]]
    posts: dict[str, list[tuple[str, str]]]
    by_document: dict[_Fact, list[tuple[str, str, str]]]


def prove(documents: Sequence[ReadDocument], built: Sequence[ReadDocument] | None = None) -> Proof:
    """The proof over these documents.

    Args:
        documents: All that was read.
        built: The same as they were built, where some were changed since: they tell how their templates print.
    """
    built = documents if built is None else built
    looked = looks(built)
    printed = _printed(documents, looked)
    found = [(document, one) for document in documents for one in deviations(document, looked)]
    found += unprinted(documents, looked)
    found += out_of_place(documents, found)
    found += fewer_times(documents, built, [one for _, one in found])
    found += other_words(documents, built, [one for _, one in found])
    found += more_words(documents, built, [one for _, one in found])
    found = list(with_places(found, built))
    stated = sum(
        sum(value.kind not in _UNCOUNTED for value in one.values) + bool(one.words)
        for document in documents for one in document.stated
    )  # fmt: skip
    seen = sum(len(places) for (_, kind, _), places in printed.by_document.items() if kind not in _UNCOUNTED)
    told = (*_told(found, printed), *_between_kinds(printed))
    read = Counter(document.jenis for document in documents)
    pairs = tuple(_pairs(printed, found))
    return Proof(len(documents), stated, seen, pairs, told, tuple(read.items()))


def _printed(documents: Iterable[ReadDocument], looked: SetLooks) -> _Printed:
    texts: dict[_Fact, dict[str, dict[str, tuple[str, str]]]] = {}
    above: dict[_Fact, dict[str, dict[str, set[str]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(set)))
    amounts: dict[str, dict[str, str]] = defaultdict(dict)
    posts: dict[str, list[tuple[str, str]]] = defaultdict(list)
    by_document: dict[_Fact, list[tuple[str, str, str]]] = defaultdict(list)
    for document in documents:
        for fact, text, place, inside in _facts(document, looked):
            if fact[1] in _OF_PEOPLE:
                posts[plain(text)].append((document.path, place))
            if fact[1] in OF_SIGNERS:
                continue
            if fact[1] in _COMPARED:
                above[fact][document.jenis][inside].add(plain(text))
            texts.setdefault(fact, {}).setdefault(document.jenis, {}).setdefault(plain(text), (document.path, place))
            by_document[fact].append((document.path, document.jenis, place))
            if fact[1] in _AMOUNTS:
                known = amounts[plain(text)]
                if len(known) < _PAPERS:
                    known.setdefault(document.path, place)
    return _Printed(texts, above, amounts, posts, by_document)


def _facts(document: ReadDocument, looked: SetLooks) -> Iterator[tuple[_Fact, str, str, str]]:
    """Every fact that a document prints: what it is, its text, its place, below which sentence; once a statement."""
    seen: set[tuple[int, str]] = set()
    for table in document.reading.tables:
        usual = looked.of(document).of(table)
        if not usual.places and not looked.states(document, table):
            continue
        for line in table.lines:
            statement = document.stated[line.statement]
            subject, inside = about(statement.words), about(statement.above)
            if (line.statement, "") not in seen and not line.extra:
                seen.add((line.statement, ""))
                yield (subject, statement.about, ""), statement.words, line.place, inside
            for value, columns in zip(statement.values, line.columns, strict=True):
                if line.along and value.kind is FactKind.MONEY:
                    continue  # the amount of several
                here = bool(columns) if value.kind in IN_PLACE else usual.places.get(value.name, -1) in columns
                if here and (line.statement, value.name) not in seen:
                    seen.add((line.statement, value.name))
                    yield (subject, value.kind, value.year), value.text, line.place, inside
    for value, place in zip(document.as_a_whole, document.reading.whole, strict=False):
        if place:
            yield (value.name, value.kind, value.year), value.text, place[0], ""


def _wrong(found: Iterable[tuple[ReadDocument, Deviation]]) -> dict[_Fact, set[str]]:
    """The kinds with a paper that prints another text than a fact has, or none, by that fact."""
    kinds: dict[_Fact, set[str]] = defaultdict(set)
    for document, one in found:
        if one.words:
            kinds[about(one.words), one.kind, one.year].add(document.jenis)
    return kinds


def _pairs(printed: _Printed, found: Sequence[tuple[ReadDocument, Deviation]]) -> Iterator[ComparedPair]:
    """The kinds that say the same facts, and how often alike; every deviation is a comparison that is not."""
    counted: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    wrong = _wrong(found)
    compared = {
        fact: sorted({*kinds, *wrong.get(fact, ())}) for fact, kinds in printed.texts.items() if _is_shared(fact)
    }
    for fact, kinds in compared.items():
        wrongly: frozenset[str] = frozenset(wrong.get(fact, ()))
        for one, other in combinations(kinds, 2):
            counted[one, other][0] += 1
            same = fact[1] not in _COMPARED or not _differ(printed.above[fact], one, other)
            counted[one, other][1] += same and wrongly.isdisjoint((one, other))
    for document, one in found:
        fact = (about(one.words), one.kind, one.year)
        if not one.words or len(compared.get(fact, ())) < 2:
            others = sorted({*printed.texts.get(fact, ())} - {document.jenis})
            first, second = sorted((document.jenis, others[0])) if others else (document.jenis, WORKBOOK)
            counted[first, second][0] += 1
    yield from (ComparedPair(one, other, *counts) for (one, other), counts in sorted(counted.items()))


def _is_shared(fact: _Fact) -> bool:
    return fact[1] not in _UNCOUNTED and fact[1] is not FactKind.MONEY


def _between_kinds(printed: _Printed) -> Iterator[Contradiction]:
    """Facts that two kinds state otherwise, whatever the workbook says: one of them was made from something else."""
    for fact, kinds in printed.texts.items():
        _, kind, year = fact
        if kind not in _COMPARED or len(kinds) < 2:
            continue
        first, *others = sorted(kinds)
        for other in others:
            if _differ(printed.above[fact], first, other):
                (text, (path, place)), *_ = kinds[other].items()
                (meant, (known, known_place)), *_ = kinds[first].items()
                yield Contradiction(path, place, _called(kind, year), "", text, meant, known, known_place, "jenis")


def _differ(above: dict[str, dict[str, set[str]]], one: str, other: str) -> bool:
    """Whether two kinds say nothing in common of a fact; of one sentence below two others each has its own.

    Args:
        above: Per kind, and sentence above (empty where a row tells none), what is said.
        one: A kind.
        other: The other one.
    """
    mine, theirs = above[one], above[other]
    shared = (mine.keys() & theirs.keys()) - {""}
    if shared:
        return all(mine[name].isdisjoint(theirs[name]) for name in shared)
    if set().union(*mine.values()) & set().union(*theirs.values()):
        return False
    # Below different sentences, or below one of several that is not named: nothing tells that they are the same.
    several = {name for kind in above.values() for name in kind if name}
    return len(several) < 2


def _called(kind: FactKind, year: str) -> str:
    return f"{CALLED[kind]} {year}".strip()


def _told(found: Sequence[tuple[ReadDocument, Deviation]], printed: _Printed) -> Iterator[Contradiction]:
    """Each deviation with the place of another document; many of one column of a template as one."""
    columns: dict[tuple[str, str, str, bool], list[tuple[ReadDocument, Deviation]]] = defaultdict(list)
    for document, one in found:
        columns[document.jenis, document.templat, one.column, one.lost].append((document, one))
    for (_, _, column, _), places in columns.items():
        whole = column.endswith(WHOLE_TABLE)
        shown = places[:1] if len(places) > _MANY or whole else places
        for document, one in shown:
            other, other_place = _elsewhere(one, document, printed)
            yield Contradiction(
                one.path, one.place, _called(one.kind, one.year), one.words, one.printed, one.meant, other, other_place,
                "baris" if one.lost else "nilai", not document.made, len(places) - len(shown),
            )  # fmt: skip


def _is_said(texts: dict[str, dict[str, tuple[str, str]]], meant: str) -> bool:
    return any(meant in said for said in texts.values())


_PAPERS = 2
"""Papers that are remembered of an amount: one of them is another than that which says it otherwise."""
_MANY = 12
"""Deviations of one column of a template beyond which one of them is told, with the number of the others."""


def _elsewhere(one: Deviation, document: ReadDocument, printed: _Printed) -> tuple[str, str]:
    """The other document that says what was meant, and where; of another kind rather than of the same."""
    found = (place for place in _places_of(one, document, printed) if place[0] != one.path)
    return next(found, ("", ""))


def _places_of(one: Deviation, document: ReadDocument, printed: _Printed) -> Iterator[tuple[str, str]]:
    subject, meant = about(one.words), plain(one.meant)
    if one.kind in _OF_PEOPLE:
        yield from printed.posts.get(meant, ())
    facts: list[_Fact] = [(subject, one.kind, one.year)] if one.words else []
    if one.words and one.kind is FactKind.REALISED:  # of the year, or up to its last quarter
        facts += [fact for fact in printed.by_document if fact[:2] == (subject, one.kind)]
    # The result of a superior is a row of his own paper.
    facts += [(about(one.meant), kind, "") for kind in ABOUT if one.kind is FactKind.TEXT]
    if one.kind is FactKind.TEXT and one.words:  # of the same sentence, or of people, whatever it is called there
        facts += [fact for fact, texts in printed.texts.items() if fact[0] == subject and _is_said(texts, meant)]
    for fact in facts:
        places = [place for place in printed.by_document.get(fact, ()) if meant in printed.texts[fact][place[1]]]
        yield from ((path, place) for path, _, place in sorted(places, key=lambda place: place[1] == document.jenis))
    if one.kind is FactKind.TEXT:
        yield from printed.posts.get(meant, ())
    if one.kind in _AMOUNTS and meant in printed.amounts:
        yield from printed.amounts[meant].items()
    if one.words and one.kind not in _COMPARED and one.kind not in IN_PLACE:
        said = (found for (about_what, _, _), found in printed.by_document.items() if about_what == subject)
        yield from ((path, place) for found in said for path, _, place in found)
