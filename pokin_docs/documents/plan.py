"""What transform hands over: the meaning of the workbook, and the documents that follow from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from pokin_docs.documents.kind import Dokumen
from pokin_docs.model.cycle import Cycle
from pokin_docs.model.posts import Pejabat
from pokin_docs.model.programs import ProgramList
from pokin_docs.model.served import RowServed
from pokin_docs.model.shares import BudgetShares
from pokin_docs.model.tree import PohonKinerja


@dataclass(frozen=True)
class Plan:
    """The tree, the posts in office, the programs and the documents of one workbook.

    ``pejabat`` maps the ID of each post to its holder on the day of the PK; ``every_pejabat`` holds every row.
    ``atasan`` maps the ID of a post to that of its superior, where there is one.
    """

    cycle: Cycle
    pohon: PohonKinerja
    pejabat: dict[str, Pejabat]
    every_pejabat: tuple[Pejabat, ...]
    atasan: dict[str, str]
    program: ProgramList
    dokumen: tuple[Dokumen, ...] = ()
    not_made: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Kinds of documents that lack a sheet, or rows of it that they can use: what they are called, and its title."""
    without_rows: tuple[tuple[str, str, str], ...] = ()
    """Kinds of documents that no row of the tree gives one: their code, their name, what would give one."""
    shares: BudgetShares = field(default_factory=BudgetShares)
    """The money of the PK year, shared out among the officials of each class."""
    unserved: tuple[RowServed, ...] = ()
    """Rows of officials that serve no row of their direct superior."""

    def superiors(self, id_: str) -> list[str]:
        """The IDs of the superiors of a post, the nearest first, each once; last its own where it is above itself."""
        found: list[str] = []
        while (id_ := self.atasan.get(id_, "")) and id_ not in found:
            found.append(id_)
        return found

    @cached_property
    def without_kinerja(self) -> tuple[Pejabat, ...]:
        """The posts in office that own no row, though they have a PK class."""
        owners = {id_ for kinerja in self.pohon.kinerja for id_ in kinerja.pemilik}
        return tuple(post for post in self.pejabat.values() if post.jenis_pk is not None and post.id not in owners)

    @cached_property
    def units_without_kinerja(self) -> dict[str, tuple[Pejabat, ...]]:
        """The units (Bidang) of which no post owns a row, each with its posts; by the name of the unit."""
        units: dict[str, list[Pejabat]] = {}
        for post in self.pejabat.values():
            if post.bidang and post.jenis_pk is not None:
                units.setdefault(post.bidang, []).append(post)
        idle = (posts for posts in units.values() if all(post in self.without_kinerja for post in posts))
        return {posts[0].baris.bidang.clean: tuple(posts) for posts in idle}
