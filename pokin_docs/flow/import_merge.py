"""What is imported and what the planner typed into the result, put together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from pokin_docs.flow.import_reading import ColumnRoles
from pokin_docs.model.workbook_spec import IDENTITAS_TITLE, LEMBAR
from pokin_docs.workbook.imported.asked import ImportStory, PlannersEdit
from pokin_docs.workbook.imported.book import ResultContent, placed_edits
from pokin_docs.workbook.imported.content import OfficialTables
from pokin_docs.workbook.imported.merge import canonical, merged_rows, merged_values
from pokin_docs.workbook.imported.previous import PreviousResult
from pokin_docs.workbook.imported.record import ImportRecord
from pokin_docs.workbook.look import CellContent


def merged_content(
    official: OfficialTables, story: ImportStory, chosen: ColumnRoles, previous: PreviousResult | None
) -> tuple[ResultContent, ImportStory, ImportRecord]:
    """The content with what the planner typed put into it, what is told of that, and what is kept of this run.

    Args:
        official: What is imported.
        story: What is told of it.
        chosen: What the planner decided of the columns.
        previous: The result of the run before, as he left it; None where there is none.
    """
    known = previous.record.edits if previous else frozenset()
    rows: dict[str, tuple[Mapping[str, CellContent], ...]] = {}
    identitas = dict(official.identitas)
    edits: list[PlannersEdit] = []
    lost: list[PlannersEdit] = []
    if previous is None:
        content = ResultContent(
            {kunci: tuple(row.values for row in found) for kunci, found in official.rows.items()},
            {}, official.identitas, official.years,
        )  # fmt: skip
    else:
        identitas, about = merged_values(
            IDENTITAS_TITLE, previous.record.identitas, previous.identitas, official.identitas
        )
        edits += about
        for lembar in LEMBAR:
            if lembar.kunci not in previous.columns:
                merged_now = tuple(row.values for row in official.rows.get(lembar.kunci, ()))
                rows[lembar.kunci] = merged_now
                continue
            merged = merged_rows(
                lembar.title, previous.record.rows.get(lembar.kunci, ()), previous.rows.get(lembar.kunci, ()),
                official.rows.get(lembar.kunci, ()), previous.columns[lembar.kunci],
                [edit for edit in previous.record.waiting if edit.sheet == lembar.title],
            )  # fmt: skip
            rows[lembar.kunci] = merged.rows
            edits += merged.edits
            lost += merged.lost
        content = ResultContent(rows, previous.titles, identitas, official.years)
    content = replace(content, titles=_titles(content), years=_years(content))
    told = replace(
        story,
        edits=placed_edits((replace(edit, known=edit.key in known) for edit in edits), content),
        lost_edits=placed_edits((replace(edit, known=edit.key in known) for edit in lost), content),
    )
    record = ImportRecord(
        story.sources, story.roles, dict(chosen), official.rows, official.identitas,
        frozenset(edit.key for edit in (*edits, *lost)),
        tuple(lost),
    )  # fmt: skip
    return content, told, record


def _titles(content: ResultContent) -> dict[str, dict[str, str]]:
    """Titles of the columns that only stand there where something stands in them."""
    found: dict[str, dict[str, str]] = {}
    for lembar in LEMBAR:
        used = {key for row in content.rows.get(lembar.kunci, ()) for key in row}
        used_names = {re.sub(r" \d{4}$", "", key) for key in used}
        own = dict(content.titles.get(lembar.kunci, {}))
        own |= {kolom.kunci: kolom.title for kolom in lembar.kolom if not kolom.offered and kolom.kunci in used_names}
        if own:
            found[lembar.kunci] = own
    return found


def _years(content: ResultContent) -> tuple[int, ...]:
    """The years of the columns, with those that the planner filled."""
    used = {year for lembar in LEMBAR for row in content.rows.get(lembar.kunci, ()) for year in lembar.plan_years(row)}
    years = {*content.years, *used}
    return tuple(range(min(years), max(years) + 1))


def says_the_same(previous: PreviousResult, content: ResultContent, record: ImportRecord) -> bool:
    """Whether the result already says all that would be written: another program has only saved it again.

    Args:
        previous: The result as it stands.
        content: What would stand in it.
        record: What would be kept in it.
    """
    if previous.record != record or previous.roles != dict(record.shown):
        return False
    if not _same_values(previous.identitas, content.identitas):
        return False
    kinds = {*previous.rows, *content.rows}
    return all(
        len(old := previous.rows.get(kunci, ())) == len(new := content.rows.get(kunci, ()))
        and all(map(_same_values, old, new))
        for kunci in kinds
    )


def _same_values(one: Mapping[str, CellContent], other: Mapping[str, CellContent]) -> bool:
    keys = {*one, *other}
    return all(canonical(one.get(key)) == canonical(other.get(key)) for key in keys)
