"""Rules B116, B117: every row of the sheet SKP is about a post of the sheet Pejabat, and no two about the same."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.documents.plan import Plan
from pokin_docs.model.action_rows import SkpRow
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.ranges import first_cells
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.texts import fold, nearest


def posts_known(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """B116: the ID is that of a post."""
    known = {fold(post.id): post.id for post in plan.every_pejabat}
    for row in buku.rows_of(SkpRow, "skp") if known else ():
        if row.pejabat_id and fold(row.pejabat_id.text) not in known:
            usul = proposal(nearest(row.pejabat_id.clean, list(known.values())))
            yield temuan("B116", row.pejabat_id.source, id=row.pejabat_id.clean, usul=usul)


def one_row_each(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """B117: a post has one row; of several the first counts."""
    rows: dict[str, list[SkpRow]] = {}
    for row in buku.rows_of(SkpRow, "skp"):
        if row.pejabat_id:
            rows.setdefault(fold(row.pejabat_id.text), []).append(row)
    for first, *others in rows.values():
        if others:
            sel = first_cells([row.pejabat_id.source for row in others])
            yield temuan("B117", first.pejabat_id.source, id=first.pejabat_id.clean, sel=sel)


RULES = (posts_known, one_row_each)
