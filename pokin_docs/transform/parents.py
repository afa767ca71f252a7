"""A node of the tree while its rows are gathered, and which node above it is its parent.

The parent is the nearest row above of a higher level, unless the column Induk names another, or the posts of both tell
that the one does not lead the other (``model.levels.NO_ATASAN``) and their codes do not tell that it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.level_labels import may_lead, names_a_component, read_label
from pokin_docs.model.levels import JenisPk, KomponenPerencanaan, Rung
from pokin_docs.model.programs import split_codes
from pokin_docs.model.rows import KinerjaRow
from pokin_docs.model.texts import fold_sentence, nearest

_ROW_KEYS = re.compile(r"baris (?:ke )?(\d{1,5})", re.IGNORECASE)


@dataclass
class NodeDraft:
    """A node while its rows are still being gathered; ``order`` is its path of positions from the root."""

    number: int
    induk: NodeDraft | None
    order: tuple[int, ...]
    komponen: KomponenPerencanaan
    jenis_pk: JenisPk | None
    rows: list[KinerjaRow]
    children: int = 0

    def path(self) -> list[NodeDraft]:
        """The branch down to this node, itself included."""
        return [*(self.induk.path() if self.induk else []), self]


def organised_parent(branch: Sequence[NodeDraft], row: KinerjaRow) -> NodeDraft | None:
    """The lowest node of a branch whose post may lead the post of the row; the lowest where the posts say nothing.

    The code of a program or kegiatan tells more than posts: what is a part of it is below it.
    """
    posts = _posts(row)
    for node in reversed(branch):
        if _is_part(row, node.rows[0]) or all(
            may_lead(above, below) for above in _posts(node.rows[0]) for below in posts
        ):
            return node
    return branch[-1] if branch else None


def _is_part(row: KinerjaRow, above: KinerjaRow) -> bool:
    codes = split_codes(above.kode.text)
    return any(code.startswith(f"{parent}.") for code in split_codes(row.kode.text) for parent in codes)


def named_parent(
    draft: Sequence[NodeDraft], row: KinerjaRow, komponen: KomponenPerencanaan
) -> tuple[NodeDraft | None, tuple[Temuan, ...]]:
    """The node above that the column Induk names; None where it is blank or, with a finding, names none.

    Args:
        draft: All nodes so far, in row order: of several with the sentence that is named the last counts.
        row: The row whose Induk is read: a sentence, or the number of a row of the sheet.
        komponen: The component of that row; its parent is of a higher one.
    """
    if not row.induk:
        return None, ()
    higher = [node for node in draft if node.komponen.value < komponen.value]
    if not higher:
        return None, ()  # what the first level supports stands in another workbook
    text = row.induk.clean
    if match := _ROW_KEYS.fullmatch(text):
        baris = int(match.group(1))
        found = [node for node in draft if any((own.lembar, own.baris) == (row.lembar, baris) for own in node.rows)]
    else:
        key = fold_sentence(text)
        found = [node for node in draft if fold_sentence(node.rows[0].kinerja.text) == key]
    fits = [node for node in found if node.komponen.value < komponen.value]
    if fits:
        return fits[-1], ()
    reason = f"tidak berada di atas {komponen.label}" if found else "tidak ada di antara kinerja di atasnya"
    proposals = None if found else nearest(text, [node.rows[0].kinerja.clean for node in higher])
    return None, (temuan("S45", row.induk.source, teks=text[:80], sebab=reason, usul=proposal(proposals)),)


def is_component(row: KinerjaRow) -> bool:
    """Whether a row stands for one program, kegiatan or sub kegiatan, by its name or its code."""
    return bool(row.kode) or names_a_component(row.komponen.text)


def post_of(row: KinerjaRow) -> str:
    """The post a row belongs to, for a message; what else it says where no post is named."""
    named = (text for text in _posts(row) if isinstance(read_label(text), Rung))
    return next(named, row.kinerja.clean or row.komponen.clean)[:60]


def _posts(row: KinerjaRow) -> tuple[str, ...]:
    return tuple(isian.text for isian in (row.komponen, row.keterangan, row.pemilik) if isian)
