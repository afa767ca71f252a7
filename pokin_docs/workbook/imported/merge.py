"""What the planner typed into the result, put into what is imported anew: his cells win, and are named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from pokin_docs.workbook.imported.asked import EditKind, MergedRows, PlannersEdit, PlannersRow
from pokin_docs.workbook.imported.content import OfficialRow
from pokin_docs.workbook.look import CellContent

Values = Mapping[str, CellContent]
_LIKE = 0.5
"""Share of cells that a changed row has in common with what it was."""
_MOST_PAIRS = 40_000
"""Pairs of rows that are compared cell by cell; beyond it changed rows are paired by their order."""


def canonical(value: CellContent) -> str:
    """A value as it compares: 75 typed as a number is the text 75, and a day is a day in whatever format."""
    if value is None:
        return ""
    if isinstance(value, date):
        return date(value.year, value.month, value.day).isoformat()
    if isinstance(value, float) and value == int(value) and abs(value) < 1e15:
        value = int(value)
    return str(value).replace("\r\n", "\n").strip()


def merged_rows(
    title: str, written: Sequence[OfficialRow], current: Sequence[Values], imported: Sequence[OfficialRow],
    columns: frozenset[str], waiting: Sequence[PlannersEdit] = (),
) -> MergedRows:  # fmt: skip
    """The rows to write: those imported anew, with every cell that the planner typed, added or removed since.

    Args:
        title: Name of the sheet.
        written: The rows of the run before, as they were imported.
        current: The rows that stand in the result now, by column key, blank ones left out.
        imported: The rows that are imported now.
        columns: Keys of the columns that stand in the result; in others nothing can have been typed.
        waiting: Cells that he typed into rows that were gone in the run before; they may be there again.
    """
    changes = _changes(written, current, columns)
    for edit in waiting:
        changes.edited.setdefault(edit.origin, {}).setdefault(edit.column, edit.typed)
    known = {row.origin: row for row in imported}
    here = known.keys() - changes.removed
    kept = [row for row in imported if row.origin not in changes.removed]
    order = {origin: number for number, origin in enumerate(changes.order)}
    if changes.moved:
        kept = _in_planners_order(kept, order)
    rows: list[Mapping[str, CellContent]] = []
    edits: list[PlannersEdit] = []
    behind: dict[str, list[PlannersRow]] = {}
    for row in changes.added:
        behind.setdefault(next((origin for origin in row.after if origin in here), ""), []).append(row)
    for origin, values in [("", None), *((row.origin, row.values) for row in kept)]:
        if values is not None:
            changed = changes.edited.get(origin, {})
            rows.append({key: value for key, value in {**values, **changed}.items() if canonical(value)})
            edits += [
                PlannersEdit(EditKind.TYPED, title, origin, key, values.get(key), value, len(rows))
                for key, value in sorted(changed.items())
                if canonical(values.get(key)) != canonical(value)
            ]
        for row in behind.get(origin, ()):
            rows.append(row.values)
            edits.append(_added(title, row, len(rows)))
    before = {edit.origin: {edit.column: edit.written} for edit in waiting}
    before |= {row.origin: dict(row.values) for row in written}
    for origin in sorted(changes.removed):
        if origin in known:
            edits.append(PlannersEdit(EditKind.REMOVED, title, origin, "", _text_of(known[origin].values), None))
    lost = [
        PlannersEdit(EditKind.LOST, title, origin, key, before[origin].get(key), value)
        for origin, changed in changes.edited.items()
        if origin not in known
        for key, value in sorted(changed.items())
    ]
    return MergedRows(tuple(rows), tuple(edits), tuple(lost))


def merged_values(
    title: str, written: Values, current: Values, imported: Values
) -> tuple[dict[str, CellContent], tuple[PlannersEdit, ...]]:
    """The values of Identitas, by key, with what the planner typed, and what has to be named of it.

    Args:
        title: Name of the sheet.
        written: Those of the run before, as they were imported.
        current: Those that stand in the result now.
        imported: Those that are imported now.
    """
    changed = {
        key: current.get(key)
        for key in sorted({*written, *current})
        if canonical(written.get(key)) != canonical(current.get(key))
    }
    values = {key: value for key, value in {**imported, **changed}.items() if canonical(value)}
    return values, tuple(
        PlannersEdit(EditKind.TYPED, title, key, key, imported.get(key), value) for key, value in changed.items()
    )


@dataclass(frozen=True, slots=True)
class _Changes:
    """What the planner did: cells by origin, rows added, origins removed, and the order in which rows stand now."""

    edited: dict[str, dict[str, CellContent]]
    added: tuple[PlannersRow, ...]
    removed: frozenset[str]
    order: tuple[str, ...]
    moved: bool


def _changes(written: Sequence[OfficialRow], current: Sequence[Values], columns: frozenset[str]) -> _Changes:
    old = [_line(row.values, columns) for row in written]
    new = [_line(values, columns) for values in current]
    match = _matched(old, new)
    edited: dict[str, dict[str, CellContent]] = {}
    added: list[PlannersRow] = []
    before: list[str] = []
    for number, values in enumerate(current):
        place = match.get(number)
        if place is None:
            added.append(PlannersRow(tuple(reversed(before)), values))
            continue
        origin = written[place].origin
        before.append(origin)
        keys = {*old[place], *new[number]}
        changed = {key: values.get(key) for key in keys if old[place].get(key, "") != new[number].get(key, "")}
        if changed:
            edited[origin] = changed
    places = [match[number] for number in range(len(current)) if number in match]
    removed = frozenset(row.origin for number, row in enumerate(written) if number not in set(places))
    return _Changes(edited, tuple(added), removed, tuple(before), places != sorted(places))


def _line(values: Values, columns: frozenset[str]) -> dict[str, str]:
    return {key: text for key, value in values.items() if (text := canonical(value)) and key in columns}


def _matched(old: Sequence[Mapping[str, str]], new: Sequence[Mapping[str, str]]) -> dict[int, int]:
    """The row that was written for each row that stands now, by their numbers; an added row has none."""
    old_keys = [tuple(sorted(line.items())) for line in old]
    new_keys = [tuple(sorted(line.items())) for line in new]
    if old_keys == new_keys:
        return {number: number for number in range(len(new))}
    found: dict[int, int] = {}
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old_keys, new_keys, autojunk=False).get_opcodes():
        if kind == "equal":
            found.update(zip(range(j1, j2), range(i1, i2), strict=True))
        elif kind == "replace":
            found.update(_alike(old, new, range(i1, i2), range(j1, j2)))
    left = {key: number for number, key in enumerate(old_keys) if number not in set(found.values())}
    for number, key in enumerate(new_keys):  # moved elsewhere, as it is
        if number not in found and key in left:
            found[number] = left.pop(key)
    return found


def _alike(
    old: Sequence[Mapping[str, str]], new: Sequence[Mapping[str, str]], before: range, now: range
) -> Iterator[tuple[int, int]]:
    """Changed rows with what they were: by their place where as many stand there, else those with most in common."""
    if len(before) == len(now) or len(before) * len(now) > _MOST_PAIRS:
        pairs = [(j, i) for i, j in zip(before, now, strict=False)]
        yield from (pair for pair in pairs if _share(old[pair[1]], new[pair[0]]) > 0 or len(before) == len(now) == 1)
        return
    start = before.start
    for j in now:
        best = max(range(start, before.stop), key=lambda i: (_share(old[i], new[j]), -i), default=None)
        if best is not None and _share(old[best], new[j]) >= _LIKE:
            yield j, best
            start = best + 1


def _share(old: Mapping[str, str], new: Mapping[str, str]) -> float:
    keys = {*old, *new}
    return sum(old.get(key) == new.get(key) for key in keys) / len(keys) if keys else 0.0


def _in_planners_order(rows: Sequence[OfficialRow], order: Mapping[str, int]) -> list[OfficialRow]:
    """The rows as the planner ordered them; one that is new stays behind the one it follows in the source."""
    keys: dict[str, tuple[int, int]] = {}
    last = -1
    for number, row in enumerate(rows):
        last = order.get(row.origin, last)
        keys[row.origin] = (last, number)
    return sorted(rows, key=lambda row: (keys[row.origin][0], row.origin not in order, keys[row.origin][1]))


def _added(title: str, row: PlannersRow, number: int) -> PlannersEdit:
    return PlannersEdit(
        EditKind.ADDED, title, row.after[0] if row.after else "", "", None, _text_of(row.values), number
    )


def _text_of(values: Values) -> str:
    """The first texts of a row, by which a person finds it."""
    return " | ".join(str(value) for value in list(values.values())[:3])[:120]
