"""Three ways meet: what was imported before, what the planner left of it, what is imported now. His cells win."""

from __future__ import annotations

from datetime import date

import pytest

from pokin_docs.workbook.imported.asked import EditKind, MergedRows
from pokin_docs.workbook.imported.content import OfficialRow
from pokin_docs.workbook.imported.merge import canonical, merged_rows, merged_values
from pokin_docs.workbook.look import CellContent

COLUMNS = frozenset("abc")


def rows(*lines: str) -> tuple[OfficialRow, ...]:
    """Rows of one letter per column: ``1:xyz`` comes from row 1 and holds x, y and z; a dot is blank."""
    found = []
    for line in lines:
        origin, _, cells = line.partition(":")
        found.append(OfficialRow(origin, values(cells)))
    return tuple(found)


def values(cells: str) -> dict[str, CellContent]:
    return {key: text for key, text in zip("abc", cells, strict=True) if text != "."}


def merged(before: tuple[OfficialRow, ...], left: list[str], now: tuple[OfficialRow, ...] | None = None) -> MergedRows:
    return merged_rows("T", before, [values(line) for line in left], before if now is None else now, COLUMNS)


def shown(result: MergedRows) -> list[str]:
    return ["".join(str(row.get(key, ".")) for key in "abc") for row in result.rows]


BEFORE = rows("1:kis", "2:lit", "3:mis")


def test_what_nobody_touched_follows_the_import() -> None:
    result = merged(BEFORE, ["kis", "lit", "mis"], rows("1:kis", "2:LIT", "3:mis", "4:nou"))
    assert shown(result) == ["kis", "LIT", "mis", "nou"]
    assert result.edits == ()


def test_a_typed_cell_wins_over_what_is_imported_anew_and_is_named_with_both() -> None:
    result = merged(BEFORE, ["kis", "lXt", "mis"], rows("1:kis", "2:lZu", "3:mis"))
    assert shown(result) == ["kis", "lXu", "mis"]
    (edit,) = result.edits
    assert (edit.kind, edit.origin, edit.column, edit.written, edit.typed, edit.row) == (
        EditKind.TYPED, "2", "b", "Z", "X", 2,
    )  # fmt: skip


def test_a_cell_that_was_emptied_stays_empty() -> None:
    result = merged(BEFORE, ["kis", "l.t", "mis"])
    assert shown(result) == ["kis", "l.t", "mis"]
    assert [edit.typed for edit in result.edits] == [None]


def test_an_added_row_stays_behind_the_row_it_was_put_behind() -> None:
    result = merged(BEFORE, ["kis", "baru"[:3], "lit", "mis"], rows("0:awa", "1:kis", "2:lit", "3:mis"))
    assert shown(result) == ["awa", "kis", "bar", "lit", "mis"]
    assert [(edit.kind, edit.row) for edit in result.edits] == [(EditKind.ADDED, 3)]


def test_an_added_row_whose_neighbour_is_gone_stays_behind_the_one_before() -> None:
    assert shown(merged(BEFORE, ["kis", "lit", "bar", "mis"], rows("1:kis", "3:mis"))) == ["kis", "bar", "mis"]


def test_a_row_added_at_the_top_stays_there() -> None:
    assert shown(merged(BEFORE, ["bar", "kis", "lit", "mis"])) == ["bar", "kis", "lit", "mis"]


def test_a_removed_row_does_not_come_back_and_is_named() -> None:
    result = merged(BEFORE, ["kis", "mis"])
    assert shown(result) == ["kis", "mis"]
    assert [(edit.kind, edit.written) for edit in result.edits] == [(EditKind.REMOVED, "l | i | t")]


def test_rows_that_were_sorted_keep_the_order_of_the_planner_and_still_follow_the_import() -> None:
    result = merged(BEFORE, ["mis", "kis", "lit"], rows("1:kiS", "2:lit", "3:mis", "4:nou"))
    assert shown(result) == ["mis", "nou", "kiS", "lit"]
    assert result.edits == ()


def test_what_was_typed_into_a_row_that_is_gone_is_not_lost() -> None:
    result = merged(BEFORE, ["kis", "lXt", "mis"], rows("1:kis", "3:mis"))
    assert shown(result) == ["kis", "mis"]
    assert [(edit.kind, edit.typed) for edit in result.lost] == [(EditKind.LOST, "X")]


def test_it_is_put_back_when_the_row_is_there_again() -> None:
    gone = merged(BEFORE, ["kis", "lXt", "mis"], rows("1:kis", "3:mis"))
    without = rows("1:kis", "3:mis")
    again = merged_rows("T", without, [values("kis"), values("mis")], BEFORE, COLUMNS, gone.lost)
    assert shown(again) == ["kis", "lXt", "mis"]
    still = merged_rows("T", without, [values("kis"), values("mis")], without, COLUMNS, gone.lost)
    assert [(edit.written, edit.typed) for edit in still.lost] == [("i", "X")]


def test_a_column_that_the_planner_removed_says_nothing_of_its_cells() -> None:
    result = merged_rows("T", BEFORE, [values(line) for line in ("ki.", "li.", "mi.")], BEFORE, frozenset("ab"))
    assert shown(result) == ["kis", "lit", "mis"]
    assert result.edits == ()


def test_a_cell_typed_in_a_run_before_the_last_still_wins() -> None:
    """The record holds what was imported, not what was written with the planner's cells in it."""
    first = merged(BEFORE, ["kis", "lXt", "mis"])
    again = merged(BEFORE, shown(first))
    assert shown(again) == shown(first)
    assert [edit.key for edit in again.edits] == [edit.key for edit in first.edits]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("75", 75),
        (75.0, "75"),
        (0.5, 0.5),
        (None, ""),
        ("a ", "a"),
        ("a\r\nb", "a\nb"),
        (date(2026, 1, 5), "2026-01-05"),
    ],
)
def test_the_same_value_is_the_same_however_it_was_typed(one: CellContent, other: CellContent) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(("one", "other"), [("75", "7,5"), (75, 76), ("", "-"), ("a", "A")])
def test_other_values_are_others(one: CellContent, other: CellContent) -> None:
    assert canonical(one) != canonical(other)


def test_identitas_keeps_what_was_typed_and_takes_what_is_imported() -> None:
    found, edits = merged_values(
        "Identitas", {"a": "x", "b": "y"}, {"a": "x", "b": "Y", "c": "z"}, {"a": "v", "b": "y"}
    )
    assert found == {"a": "v", "b": "Y", "c": "z"}
    assert [(edit.column, edit.written, edit.typed) for edit in edits] == [("b", "y", "Y"), ("c", None, "z")]
