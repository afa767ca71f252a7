"""Nodes of a table of another agency below those that the IDs of their rows name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pokin_docs.extract.foreign import roles
from pokin_docs.extract.foreign.areas import TableArea
from pokin_docs.extract.foreign.drafts import Walked
from pokin_docs.extract.foreign.roles import Role
from pokin_docs.extract.layouts.parent_ids import is_parent_title, parent_ids
from pokin_docs.extract.linked_rows import tell_wrong


def link_by_ids(area: TableArea, columns: Mapping[int, Role], found: Walked) -> None:
    """Put each node below that whose ID its row names, what is above first; B151 where they do not explain every row.

    Args:
        area: The table.
        columns: What each of its columns is (1-based).
        found: What was found in it; the cells that tell it are placed.
    """
    titles = {number: title.text for number, title in area.titles.items()}
    node_of = {draft.baris: draft for draft in found.drafts}
    if len(node_of) < len(found.drafts) or not any(map(is_parent_title, titles.values())):
        return
    kept = (roles.NUMBER, roles.KODE, "induk")
    texts = {number for number, role in columns.items() if role.kunci not in kept}
    ids = parent_ids(area.grid, titles, [*node_of], texts)
    if ids is None:
        return
    if ids.wrong:
        tell_wrong(ids, area.grid, titles, found.log)
        return
    for row, draft in node_of.items():
        above = node_of.get(ids.above[row])
        if above is None or (above.komponen.value < draft.komponen.value and above.sentence is not None):
            draft.induk, draft.is_linked = above, above is not None
            draft.values.pop(("induk", None), None)
        if above is not None and above.sentence is not None:
            draft.values["induk", None] = replace(above.sentence, source=ids.place(area.grid, row))
    found.drafts[:] = [node_of[row] for row in ids.depths]
    found.ids |= ids.cells()
    found.placed |= ids.cells()
