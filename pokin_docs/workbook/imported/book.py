"""The result of an import as a file: the official workbook between the sheet Impor and what was not read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from pokin_docs.model.workbook_spec import (
    IDENTITAS_KEYS,
    IDENTITAS_TITLE,
    IMPORT_TITLE,
    LEMBAR,
    RECORD_TITLE,
    REST_TITLE,
    Lembar,
)
from pokin_docs.workbook import sheets
from pokin_docs.workbook.imported.asked import ImportStory, PlannersEdit
from pokin_docs.workbook.imported.record import ImportRecord, choices_range, write_record
from pokin_docs.workbook.imported.rest import write_rest
from pokin_docs.workbook.imported.sheet import write_import_sheet
from pokin_docs.workbook.look import CellContent
from pokin_docs.workbook.write import SheetContent, WorkbookContent, workbook_bytes


@dataclass(frozen=True, slots=True)
class ResultContent:
    """What stands in the result: rows by the key of their sheet, titles of further columns, Identitas, years."""

    rows: Mapping[str, tuple[Mapping[str, CellContent], ...]]
    titles: Mapping[str, Mapping[str, str]]
    identitas: Mapping[str, CellContent]
    years: tuple[int, ...]


def result_bytes(
    content: ResultContent,
    story: ImportStory,
    record: ImportRecord,
    more: Callable[[Workbook], None] = lambda book: None,
) -> bytes:
    """The result as bytes; equal content gives equal bytes.

    Args:
        content: The rows of the official sheets.
        story: What the sheets Impor and Sisa tell.
        record: What is kept for the next run.
        more: Adds sheets of the planner's own, at the end.
    """
    official = WorkbookContent(
        content.identitas,
        {
            kunci: SheetContent(tuple(rows), content.titles.get(kunci, {}))
            for kunci, rows in content.rows.items()
            if rows or content.titles.get(kunci)
        },
    )
    lists = tuple(dict.fromkeys(line.choices for table in story.tables for line in table.lines))
    choices = tuple(choice for one in lists for choice in one)
    ranges = {one: choices_range(RECORD_TITLE, choices, one) for one in lists}

    def before(book: Workbook) -> None:
        write_import_sheet(_sheet(book, IMPORT_TITLE), story, ranges)

    def behind(book: Workbook) -> None:
        if story.ignored:
            write_rest(_sheet(book, REST_TITLE), story.ignored)
        more(book)
        write_record(_sheet(book, RECORD_TITLE), record, choices)

    return workbook_bytes(official, years=content.years, before=before, behind=behind)


def placed_edits(edits: Iterable[PlannersEdit], content: ResultContent) -> tuple[PlannersEdit, ...]:
    """The edits with the addresses of their cells in the result, and the titles of their columns.

    Args:
        edits: Edits by the keys of their columns.
        content: What stands in the result.
    """
    lines = {entry.kunci: number for number, entry in enumerate(IDENTITAS_KEYS, start=sheets.FIRST_ROW)}
    titles = {entry.kunci: entry.title for entry in IDENTITAS_KEYS}
    by_title = {lembar.title: {column.kunci: column for column in _columns(content, lembar)} for lembar in LEMBAR}
    found = []
    for edit in edits:
        if edit.sheet == IDENTITAS_TITLE:
            found.append(replace(edit, place=f"B{lines[edit.column]}", column=titles[edit.column]))
            continue
        column = by_title[edit.sheet].get(edit.column)
        row = edit.row + sheets.HEADER_ROW
        place = f"{column.letters}{row}" if column and edit.row else f"A{row}" if edit.row else ""
        found.append(replace(edit, place=place, column=column.title if column else edit.column))
    return tuple(found)


def _columns(content: ResultContent, lembar: Lembar) -> tuple[sheets.Column, ...]:
    rows = content.rows.get(lembar.kunci, ())
    return sheets.sheet_columns(lembar, content.years, content.titles.get(lembar.kunci, {}), rows)


def _sheet(book: Workbook, title: str) -> Worksheet:
    sheet: Worksheet = book.create_sheet(title)
    return sheet
