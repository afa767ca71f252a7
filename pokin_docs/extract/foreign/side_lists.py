"""What stands below what in columns side by side: numbers tell it, else rows, which is told where nothing proves it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from pokin_docs.extract.foreign import roles
from pokin_docs.extract.foreign.areas import TableArea
from pokin_docs.extract.foreign.drafts import Draft, Walked
from pokin_docs.extract.foreign.linked_ids import link_by_ids
from pokin_docs.extract.foreign.roles import Role
from pokin_docs.extract.layouts.lists_beside import lower_lists
from pokin_docs.extract.layouts.numbered_parents import ListNumber, are_of_one_list, numbers_of, only_ones
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.rows import Isian
from pokin_docs.model.source import CellRef

_SHORT = 60
"""Letters of a text that a finding quotes."""


def link(area: TableArea, columns: Mapping[int, Role], found: Walked, beside: Sequence[Draft]) -> None:
    """Put nodes below what their numbers or the IDs of their rows name.

    Args:
        area: The table.
        columns: What each of its columns is (1-based).
        found: What was found in it.
        beside: The nodes of further columns of one level.
    """
    if len({role.level for role in columns.values() if role.kunci == roles.KINERJA and role.level is not None}) > 1:
        link_by_numbers(area, found.drafts)
        found.log.add(name_unproven(area, columns, found.drafts, beside))
    link_by_ids(area, columns, found)


def link_by_numbers(area: TableArea, drafts: Sequence[Draft]) -> None:
    """Put the nodes of blocks side by side below what their numbers name: "1.2" below "1".

    Args:
        area: The table.
        drafts: Its nodes, in the order of its rows.
    """
    titles = {number: title.text for number, title in area.titles.items()}
    blank = Isian("", CellRef(area.grid.title))
    numbers = numbers_of(area.grid, titles, [draft.sentence or blank for draft in drafts])
    places = only_ones(numbers)
    number_of = {id(draft): own for draft, own in zip(drafts, numbers, strict=True)}
    for draft, own in zip(drafts, numbers, strict=True):
        above = drafts[places[own[:-1]]] if own[:-1] in places else None
        if above is not None and above.komponen.value < draft.komponen.value and not _is_above(above, draft, number_of):
            draft.induk, draft.is_linked = above, True


def _is_above(above: Draft, draft: Draft, number_of: Mapping[int, ListNumber]) -> bool:
    """Whether a node stands above another across nodes that its numbers do not count: they cannot pass over these."""
    own, node = number_of[id(draft)], draft.induk
    while node is not None and node is not above and not are_of_one_list(number_of.get(id(node), ()), own):
        node = node.induk
    return node is above and node is not draft.induk


def name_unproven(
    area: TableArea, columns: Mapping[int, Role], drafts: Sequence[Draft], beside: Sequence[Draft]
) -> FindingLog:
    """What is said of nodes that only stand below another because both are in one row; once for a table.

    Args:
        area: The table.
        columns: What each of its columns is (1-based).
        drafts: Its nodes, those linked whose numbers name what is above them.
        beside: The nodes of further columns of one level.
    """
    log = FindingLog()
    sentences = [n for n, role in sorted(columns.items()) if role.kunci == roles.KINERJA and role.level is not None]
    lists = {*lower_lists(area.grid, sentences, area.rows), *_behind_several(sentences, columns)}
    further = {id(draft) for draft in beside}
    known = Counter(draft.komponen for draft in drafts)
    doubtful = [
        draft
        for draft in drafts
        if not draft.is_linked and draft.induk is not None and draft.sentence is not None
        and (draft.sentence.source.kolom in lists or id(draft) in further)
        and known[draft.induk.komponen] > 1
    ]  # fmt: skip
    if doubtful and (first := doubtful[-1]).sentence is not None:
        under = first.induk.sentence or first.induk.name if first.induk is not None else None
        log.note(
            "B105", first.sentence.source, jumlah=len(doubtful), teks=first.sentence.clean[:_SHORT],
            induk=under.clean[:_SHORT] if under is not None else "",
        )  # fmt: skip
    return log


def _behind_several(sentences: Sequence[int], columns: Mapping[int, Role]) -> Iterator[int]:
    """The columns of sentences right of two of one level: "Kabid A | Kabid B | Kasi" does not say whose Kasi is."""
    levels = [columns[number].level for number in sentences]
    for place in range(2, len(levels)):
        if levels[place] != levels[place - 1] == levels[place - 2]:
            yield sentences[place]
