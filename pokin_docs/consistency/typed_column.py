"""The column in which a template prints a value as its own text, and not as the document states it."""

from __future__ import annotations

from pokin_docs.consistency.cell_texts import OWN, beside
from pokin_docs.consistency.judging import Look
from pokin_docs.consistency.printed_words import LABELS, plain
from pokin_docs.consistency.reading import PrintedLine, ReadTable
from pokin_docs.consistency.statements import StatedValue, Statement
from pokin_docs.consistency.titles import has_title, quarter
from pokin_docs.documents.facts import FactKind

_NOT_PLANNED = frozenset(("realisasi", "capaian", "anggaran", "pagu", "akhir", "s.d.", "sd", "s/d"))
"""Words of titles of which the number below is another one than the target of the year."""


def typed_column(table: ReadTable, value: StatedValue, usual: Look) -> int | None:
    """The column in which a template would print a value that it prints nowhere: by its neighbours, or its title.

    Args:
        table: The table.
        value: The value.
        usual: How tables like it print.
    """
    # All that the answer follows from besides ``usual``: hundreds of papers have the same titles.
    asked = table.titles, value.name, value.kind, value.year
    if asked not in usual.typed:
        usual.typed[asked] = _column_of(table, value, usual)
    return usual.typed[asked]


def _column_of(table: ReadTable, value: StatedValue, usual: Look) -> int | None:
    used = {*usual.places.values(), *usual.sentence}
    field_name, _, index = value.name.partition("[")
    if index:
        number = int(index.rstrip("]"))
        places = {step: usual.places.get(f"{field_name}[{number + step}]") for step in (-1, 1, -2)}
        known = {step: place for step, place in places.items() if place is not None}
        width = known[-1] - known[-2] if {-1, -2} <= known.keys() else 1
        for step in known.keys() & {-1, 1}:
            at = known[step] - step * width
            if at >= 0 and at not in used and not (value.kind is FactKind.TARGET and _is_reached(table, at)):
                return at
    found = [at for at, title in enumerate(table.titles) if _is_titled(title, value)]
    free = [at for at in found if at not in used]
    # A target may stand in the column of its unit, in one cell with it.
    units = {usual.places.get(name) for name, kind in usual.kinds.items() if kind is FactKind.SATUAN}
    return next(iter(free), next((at for at in found if at in units and at not in usual.sentence), None))


def titled_column(table: ReadTable, line: PrintedLine, value: StatedValue) -> int | None:
    """The column of a table that only mentions a sentence whose title says what a value is, and of which year.

    So a table typed by hand is compared though it has few rows; what was reached or spent has titles of its own.

    Args:
        table: The table.
        line: Its row.
        value: The value.
    """
    if line.extra or value.kind not in (FactKind.TARGET, FactKind.SATUAN):
        return None
    found = [
        at for at, title in enumerate(table.titles)
        if at != line.column and _is_titled(title, value) and _NOT_PLANNED.isdisjoint(title.split())
        and (value.kind is FactKind.SATUAN or any(year in title.split() for year in value.year.split()))
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def is_of_another(table: ReadTable, place: int | None, value: StatedValue, usual: Look) -> bool:
    """Whether a table like others has another title above a value than they: of another year, or what was reached.

    Args:
        table: The table.
        place: The column of the value.
        value: The value.
        usual: How tables like it print.
    """
    if place is None or not 0 <= place < min(len(table.titles), len(usual.titles)):
        return False
    own, others = (set(titles[place].split()) for titles in (table.titles, usual.titles))
    year = set(value.year.split()) & others
    return own != others and (
        not year <= own
        or not (own & _NOT_PLANNED) <= others
        or (quarter(table.titles[place]) != quarter(usual.titles[place]))
    )


def typed_unit_column(line: PrintedLine, statement: Statement, usual: Look) -> int | None:
    """The column of a target that has a word beside it in its cell, as a unit stands; None where no cell has one.

    Args:
        line: The row.
        statement: What it states.
        usual: How tables like this print.
    """
    for value in statement.values:
        place = usual.places.get(value.name, OWN) if value.kind is FactKind.TARGET else OWN
        if 0 <= place < len(line.cells):
            word = beside(line.cells[place], value.text, statement)
            if word.isalpha() and word not in LABELS and has_title(usual.titles[place], FactKind.TARGET):
                return place
    return None


def _is_reached(table: ReadTable, at: int) -> bool:
    """Whether a column is, by its title, one of other numbers than targets: the state at the end, what was reached."""
    return at < len(table.titles) and not _NOT_PLANNED.isdisjoint(table.titles[at].split())


def _is_titled(title: str, value: StatedValue) -> bool:
    """Whether a column with this title is that of a value, of its year and quarter where it names one."""
    if not has_title(title, value.kind):
        return False
    years = [word for word in title.split() if len(word) == 4 and word.isdigit()]
    same_year = not years or not value.year or any(year in value.year for year in years)
    return same_year and quarter(title) == quarter(plain(value.year))
