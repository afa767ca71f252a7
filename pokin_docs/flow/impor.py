"""Tables of other kinds become an official workbook beside them, which the planner confirms in Excel."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pokin_docs.flow import import_choices
from pokin_docs.flow.import_merge import merged_content, says_the_same
from pokin_docs.flow.import_place import refuse_target, target_of
from pokin_docs.flow.import_reading import find_tables, planners_choices, read_sources, read_tables
from pokin_docs.flow.import_story import import_story
from pokin_docs.model.findings import Outcome, temuan
from pokin_docs.model.source import CellRef
from pokin_docs.workbook.imported.asked import ImportStory, PlannersEdit
from pokin_docs.workbook.imported.book import result_bytes
from pokin_docs.workbook.imported.previous import own_sheets, read_previous


@dataclass(frozen=True, slots=True)
class Imported:
    """What a run made of its sources.

    ``file`` is the workbook, ``written`` whether it had to be written: nothing has changed else. ``story`` is what its
    sheet Impor tells, ``new_edits`` what the planner typed since the run before, ``choices`` the file in which his
    choices were remembered in this run. ``rows`` counts the rows of each sheet, ``unknown`` names choices of his that
    no list offers.
    """

    file: Path
    written: bool
    story: ImportStory
    rows: Mapping[str, int]
    new_edits: tuple[PlannersEdit, ...] = ()
    choices: Path | None = None
    unknown: tuple[str, ...] = ()
    broken_choices: bool = False
    first: bool = True

    @property
    def unsure(self) -> int:
        """How many columns and groups of rows a person has to look at."""
        return sum(line.unsure for table in self.story.tables for line in table.lines)


def import_tables(
    sources: Sequence[Path], *, on_progress: Callable[[str], None] = lambda message: None
) -> Outcome[Imported]:
    """One official workbook out of all tables of these files, beside the first of them.

    Args:
        sources: The files, at least one.
        on_progress: Told in a sentence what is being done.

    Returns:
        What was made; no value, with the reasons, where a file cannot be read or holds no table.

    Raises:
        MachineTrouble: A file cannot be read or written, or the result is open in another program.
        ValueError: The result would take the place of a file that no import wrote; the argument says so.
    """
    from pokin_docs.extract.sheets import is_official
    from pokin_docs.files.whole_file import save

    target = target_of(sources[0])
    previous = read_previous(target) if target.exists() else None
    refuse_target(target, ours=previous is not None)
    if previous is not None and previous.broken:
        return Outcome(None, previous.broken)
    opened = read_sources(sources, on_progress)
    if opened.value is None:
        return Outcome(None, opened.temuan)
    names = tuple(path.name for path in sources)
    if is_official(opened.value):
        return Outcome(None, (temuan("B88", CellRef(""), berkas=", ".join(names)),))
    grids, tables = find_tables(opened.value)
    if not tables:
        return Outcome(None, (temuan("B87", CellRef(""), berkas=", ".join(names)),))
    remembered = import_choices.read_choices(target.parent)
    choices = planners_choices(tables, remembered, previous)
    on_progress("Menyusun buku kerja …")
    reading = read_tables(grids, tables, choices.roles, names[0])
    told = import_story(names, grids, reading, choices.roles)
    content, told, record = merged_content(reading.official, told, choices.roles, previous)
    data = result_bytes(content, told, record, own_sheets(target, previous.own) if previous else lambda book: None)
    same = previous is not None and (target.read_bytes() == data or says_the_same(previous, content, record))
    if not same:
        save(target, data)
    kept = remembered.with_choices(tables, choices.fresh)
    remembers = kept != remembered and not remembered.broken
    if remembers:
        save(target.parent / import_choices.FILE_NAME, import_choices.choices_bytes(kept))
    return Outcome(
        Imported(
            target,
            not same,
            told,
            {kunci: len(rows) for kunci, rows in content.rows.items()},
            tuple(edit for edit in told.edits if not edit.known),
            target.parent / import_choices.FILE_NAME if remembers else None,
            choices.unknown,
            remembered.broken,
            previous is None,
        ),
        (*opened.temuan, *reading.temuan),
    )
