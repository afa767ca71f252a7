"""Whether the rows of an official serve rows of his direct superior, as both promise them (PermenPANRB 88/2021)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pokin_docs.model.owned_rows import OfficialPaper, PkShare
from pokin_docs.model.tree import Kinerja, PohonKinerja


@dataclass(frozen=True, slots=True)
class RowServed:
    """A row of a paper whose superior has a paper too: whether it serves one of his rows.

    ``above`` is the nearest row above it; where it is not served that is somebody else's.
    """

    paper: OfficialPaper
    superior: str
    kinerja: Kinerja
    above: Kinerja | None
    is_served: bool


def rows_served(papers: Iterable[OfficialPaper], shares: Iterable[PkShare], tree: PohonKinerja) -> Iterator[RowServed]:
    """Each row of a first paper of the year whose superior has rows; none of which the owners above are not all known.

    Args:
        papers: The papers of the officials.
        shares: The rows of each official and class.
        tree: The tree.
    """
    rows: dict[str, set[int]] = {}
    for part in shares:
        if part.pejabat is not None:
            rows.setdefault(part.pejabat.id, set()).update(kinerja.number for kinerja, _ in part.kinerja)
    for paper in papers:
        theirs = rows.get(paper.superior.id) if paper.superior is not None else None
        if paper.is_later or theirs is None or paper.share.pejabat is None:
            continue
        assert paper.superior is not None  # else nobody's rows
        for kinerja, _ in paper.share.kinerja:
            above = tuple(tree.ancestors(kinerja))
            served = kinerja.number in theirs or any(one.number in theirs for one in above)
            if served or all(one.pemilik for one in above):
                yield RowServed(paper, paper.superior.id, kinerja, tree.induk(kinerja), served)
