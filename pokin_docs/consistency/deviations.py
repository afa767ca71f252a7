"""Each place at which a paper does not say what its document states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pokin_docs.consistency.cell_texts import OWN, beside
from pokin_docs.consistency.deviation import WHOLE_TABLE, Deviation
from pokin_docs.consistency.joined import is_one_amount, names_of, sum_of
from pokin_docs.consistency.judging import HALF, Look, SetLooks, TemplateLook, masked, said_at
from pokin_docs.consistency.printed_words import amount, has_mark, holds, is_in_words, is_of_value, key, plain
from pokin_docs.consistency.read_document import ReadDocument
from pokin_docs.consistency.reading import PrintedLine, ReadTable, Row
from pokin_docs.consistency.signers import OF_SIGNERS
from pokin_docs.consistency.statements import StatedValue, Statement
from pokin_docs.consistency.typed_column import is_of_another, titled_column, typed_column, typed_unit_column
from pokin_docs.documents.facts import IN_PLACE, FactKind
from pokin_docs.model.printing import rupiah
from pokin_docs.model.texts import Likeness, nearest


def deviations(document: ReadDocument, looked: SetLooks) -> tuple[Deviation, ...]:
    """What a document prints otherwise than it states, in order of its statements.

    Args:
        document: The document.
        looked: How its template prints.
    """
    look = looked.of(document)
    found = [
        *(one for table in document.reading.tables for one in _of_table(document, table, looked)),
        *_lost(document, looked),
        *_of_whole(document, look),
    ]
    found += _near(document, found)
    once: dict[tuple[str, FactKind, str, str, str], Deviation] = {}
    for one in found:
        once.setdefault((one.place, one.kind, one.year, key(one.words), one.printed), one)
    slips = {one.words for one in document.reading.near if not one.meant}
    # A row that is there in nearly the same words is not lost.
    return tuple(one for one in once.values() if not (one.lost and one.words in slips))


def _near(document: ReadDocument, found: Sequence[Deviation]) -> Iterator[Deviation]:
    """Texts that nearly are a sentence, where nothing was said of it there."""
    told = {(one.place, one.words or one.meant) for one in found if not one.lost}
    told |= {(one.place, plain(one.printed)) for one in found}
    for one in document.reading.near:
        if not one.meant and told.isdisjoint(((one.place, one.words), (one.place, plain(one.text)))):
            yield Deviation(document.path, one.place, one.kind, "", one.words, one.words, one.text, f"~{one.place}")


def _of_table(document: ReadDocument, table: ReadTable, looked: SetLooks) -> Iterator[Deviation]:
    usual, at_home, wide = looked.of(document).of(table), looked.states(document, table), table.is_wide
    for line in table.lines:
        statement = document.stated[line.statement]
        wrong: dict[int, Deviation] = {}
        for value, columns in zip(statement.values, line.columns, strict=True):
            if value.kind in IN_PLACE and not line.places:
                continue
            place = usual.places.get(value.name)
            if wide and place != OWN:
                continue  # whose value it is in a row that prints several
            several = [document.stated[number] for number in line.along] if value.kind is FactKind.MONEY else []
            if several and place is not None and is_one_amount(line.at(place)):
                if place not in columns and (total := sum_of(value.name, several)) is not None:
                    yield Deviation(document.path, line.place_of(place), value.kind, value.year, names_of(several),
                                    rupiah(total), line.at(place), f"{table.group}.{value.name}")  # fmt: skip
                continue
            seen = place is None or place in columns or place >= len(line.cells)
            if not seen or not usual.is_likely(value.name, columns):
                for at, one in _missing(document, table, line, value, usual, at_home=at_home):
                    wrong.setdefault(at, one)
                    yield one
        # What stands there instead of a value is no word beside another one.
        if line.extra and at_home and line.column not in wrong and usual.more[masked(line.extra)] <= HALF * usual.rows:
            yield Deviation(document.path, line.place, statement.about, "", statement.words, statement.words,
                            line.cells[line.column], f"{table.group}#")  # fmt: skip
        yield from (one for at, one in _with_more(document, table, line, usual, wide=wide) if at not in wrong)


def _with_more(
    document: ReadDocument, table: ReadTable, line: PrintedLine, usual: Look, *, wide: bool
) -> Iterator[tuple[int, Deviation]]:
    """Values of a row that have words beside them, with their columns."""
    statement = document.stated[line.statement]
    for value, columns in zip(statement.values, line.columns, strict=True):
        place = usual.places.get(value.name)
        if place is not None and place in columns and not wide and _says_more(line, value, statement, usual, place):
            yield place, Deviation(
                document.path, line.place_of(place), value.kind, value.year, statement.words, value.text,
                line.cells[place], f"{table.group}.{value.name}#",
            )  # fmt: skip


def _says_more(line: PrintedLine, value: StatedValue, statement: Statement, usual: Look, place: int) -> bool:
    """Whether a value has words beside it that its template does not print beside most."""
    column = usual.columns[value.name]
    return (
        place >= 0 and column.more[place] <= HALF * column.found[place]
        and bool(beside(line.cells[place], value.text, statement))
    )  # fmt: skip


def _missing(
    document: ReadDocument, table: ReadTable, line: PrintedLine, value: StatedValue, usual: Look, *, at_home: bool
) -> Iterator[tuple[int, Deviation]]:
    """A value that is not where its template prints it, with the column of what stands there instead."""
    is_printed = value.name in usual.places
    known = usual.places.get(value.name) if is_printed else _typed(table, line, value, usual, at_home=at_home)
    if known is None and at_home and value.kind is FactKind.SATUAN:
        known = typed_unit_column(line, document.stated[line.statement], usual)
    if known is None:
        return
    place = line.column if known == OWN else known
    printed = line.cells[place] if place < len(line.cells) else ""
    if has_mark(plain(printed)) or is_of_another(table, known, value, usual):
        return
    if not printed.strip() and (not at_home or value.kind is FactKind.KINERJA):
        return
    if not (is_printed or _contradicts(printed, value)):
        return
    if is_in_words(plain(printed), plain(value.text)):
        return
    if is_printed and _is_there(printed, value, document.stated[line.statement], usual):
        return
    many = not printed.strip() or _is_repeated(document, table, line)
    if many and _is_said_elsewhere(document, table, line, value, known):
        return  # a row that repeats a component says its money once; words of another row may be the same
    words = document.stated[line.statement].words
    yield place, Deviation(document.path, line.place_of(place), value.kind, value.year, words, value.text, printed,
                        f"{table.group}.{value.name}")  # fmt: skip


def _is_there(printed: str, value: StatedValue, statement: Statement, usual: Look) -> bool:
    """Whether a cell has a value after all, beside its unit or the words of its template, or a text that may be there.

    Another cell of the row that has it alone was taken, or the template has ``pic or penanggung_jawab`` there.
    """
    said, others = plain(value.text), [plain(one.text) for one in statement.values]
    if value.kind is FactKind.OWNER and any(
        one.kind is FactKind.TEXT and plain(one.text) == plain(printed) for one in statement.values
    ):
        return True
    column = usual.columns[value.name]
    place = usual.places[value.name]
    has_words = column.more[place] > HALF * column.found[place]
    return holds(plain(printed), said) and (has_words or is_of_value(plain(printed), said, others))


def _typed(table: ReadTable, line: PrintedLine, value: StatedValue, usual: Look, *, at_home: bool) -> int | None:
    return typed_column(table, value, usual) if at_home else titled_column(table, line, value)


def _is_said_elsewhere(
    document: ReadDocument, table: ReadTable, line: PrintedLine, value: StatedValue, place: int | None
) -> bool:
    """Whether another row of a table has the value for the same sentence."""
    about = key(document.stated[line.statement].words)
    return any(
        place in columns
        for other in table.lines if other is not line and key(document.stated[other.statement].words) == about
        for known, columns in zip(document.stated[other.statement].values, other.columns, strict=True)
        if known.name == value.name
    )  # fmt: skip


def _abouts(document: ReadDocument, table: ReadTable) -> list[str]:
    """The sentence of each row of a table that prints one."""
    return [key(document.stated[line.statement].words) for line in table.lines]


def _is_repeated(document: ReadDocument, table: ReadTable, line: PrintedLine) -> bool:
    """Whether a table has more rows with a sentence than are stated: one of them may be about something else."""
    statement = document.stated[line.statement]
    about = key(statement.words)
    stated = sum(one.group == statement.group and key(one.words) == about for one in document.stated)
    return _abouts(document, table).count(about) > stated


def _contradicts(printed: str, value: StatedValue) -> bool:
    """Whether a cell below a title of a value says another one: a number for a number."""
    said = plain(printed)
    if not said or holds(said, plain(value.text)):
        return False
    number = value.kind in (FactKind.TARGET, FactKind.MONEY) and amount(plain(value.text)) is not None
    return not number or any(sign.isdigit() for sign in printed)


def _lost(document: ReadDocument, looked: SetLooks) -> Iterator[Deviation]:
    """Statements whose row is not there, where the template has rows for others."""
    look = looked.of(document)
    cards = {table.group for table in document.reading.tables if table.is_card}
    homes = [one for one in document.reading.tables if one.group in cards or looked.states(document, one)]
    tables = {table.group: table for table in homes}
    left = {group for group in look.home if group not in tables and looked.is_left(document, group)}
    printed = {(table.group, line.statement) for table in homes for line in table.lines}
    said = {said_at(group, document.stated[line.statement]) for group, table in tables.items() for line in table.lines}
    rows_of = {(table.group, line.statement): line.row for table in tables.values() for line in table.lines}
    often = Counter((table.group, about) for table in homes for about in _abouts(document, table))
    times = Counter((one.group, key(one.words)) for one in document.stated)
    claimed: set[Row] = set()
    for number, statement in enumerate(document.stated):
        group = statement.group
        is_here = group in look.home and group not in left
        if not (is_here and statement.words) or statement.about is FactKind.TEXT or (group, number) in printed:
            continue
        if said_at(group, statement) in said and not statement.values:
            continue  # a row says the same for several
        if often[group, key(statement.words)] >= times[group, key(statement.words)]:
            continue
        table = tables.get(group)
        usual = look.of(table) if table else look.looks[group, look.home[group]]
        rows = [row for row in (table.others if table else _rows(document, group, look)) if row not in claimed]
        between = (rows_of.get((group, number - 1), 0), rows_of.get((group, number + 1)))
        reworded = _reworded(statement, rows, usual.usual, between)
        if reworded:
            claimed.add(reworded)
        place, words = (reworded.place, reworded.cells[usual.usual]) if reworded else (table.place if table else "", "")
        yield Deviation(document.path, place, statement.about, "", statement.words, statement.words, words,
                        f"{group}#{'' if table or reworded else WHOLE_TABLE}", lost=not reworded)  # fmt: skip


def _rows(document: ReadDocument, group: str, look: TemplateLook) -> tuple[Row, ...]:
    """Rows in which a statement of a group may stand in other words: of tables like those that have others."""
    home = look.home[group]
    like = [table for table in document.reading.tables if look.shape(table) == home]
    said = (Row(line.row, line.place, line.cells) for table in like for line in table.lines)
    others = (*said, *(row for table in like for row in table.others))
    width = len(look.looks[group, home].titles)
    return others or tuple(row for row in document.reading.rest if len(row.cells) == width)


def _reworded(statement: Statement, rows: Sequence[Row], column: int, between: tuple[int, int | None]) -> Row | None:
    """The row that says a statement in other words: by likeness, by its values, or as the only one between neighbours.

    Args:
        statement: The statement.
        rows: Rows that print none.
        column: The column of the sentences.
        between: The rows of the statements before and behind it; 0 and None where these have none.
    """
    said = {row.cells[column]: row for row in reversed(rows) if column < len(row.cells) and row.cells[column].strip()}
    best = nearest(statement.words, said, Likeness.RELATED)
    if best is not None:
        return said[best]
    first, last = between
    inside = [row for row in said.values() if first < row.number and (last is None or row.number < last)]
    valued = [row for row in inside if statement.values and _has_all(row, statement)]
    found = valued or (inside if first and last else [])
    return found[0] if len(found) == 1 else None


def _has_all(row: Row, statement: Statement) -> bool:
    cells = [plain(cell) for cell in row.cells]
    return all(any(holds(cell, plain(value.text)) for cell in cells) for value in statement.values)


def _of_whole(document: ReadDocument, look: TemplateLook) -> Iterator[Deviation]:
    slips = {one.words for one in document.reading.near if one.kind in OF_SIGNERS}
    for value, places in zip(document.as_a_whole, document.reading.whole, strict=False):
        if places or value.text in slips:
            continue
        asked, found = look.whole[value.name]
        total = _typed_total(document, value, look) if value.kind is FactKind.MONEY else None
        if total is not None or found >= max(1, HALF * asked):
            place, printed = total or ("", "")
            yield Deviation(document.path, place, value.kind, value.year, "", value.text, printed, value.name)


def _typed_total(document: ReadDocument, value: StatedValue, look: TemplateLook) -> tuple[str, str] | None:
    """A row that calls itself a sum, in a table with amounts of the document, and says another number."""
    homes = {
        table.place for table in document.reading.tables if look.is_home(table)
        and any(one.kind is FactKind.MONEY for line in table.lines for one in document.stated[line.statement].values)
    }  # fmt: skip
    for _, place, cells in document.reading.totals:
        if place.startswith(_in_tables(homes)):
            numbers = [cell for cell in cells if amount(plain(cell)) is not None]
            if numbers and not any(holds(plain(cell), plain(value.text)) for cell in cells):
                return place, numbers[0]
    return None


def _in_tables(names: Sequence[str] | set[str]) -> tuple[str, ...]:
    return tuple(f"{name}{sign}" for name in sorted(names) for sign in (",", " ("))
