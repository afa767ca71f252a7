"""What every kind of document is made from: the workbook understood, and the cycle it is for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pokin_docs.documents.tree_picture import TreePicture
from pokin_docs.model.cycle import Cycle
from pokin_docs.model.owned_rows import OfficialPaper, PkShare
from pokin_docs.model.posts import Pejabat
from pokin_docs.model.programs import ProgramList
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.served import RowServed, rows_served
from pokin_docs.model.shares import BudgetShares
from pokin_docs.model.tree import PohonKinerja


@dataclass(frozen=True, slots=True)
class FirstBudget:
    """The money of the PK year before its budget was changed: the sheet Program, and what each official had of it."""

    programs: ProgramList
    shares: BudgetShares


@dataclass(frozen=True, kw_only=True)
class Material:
    """What documents are made from, as it is printed.

    Where a sheet is missing its place is taken by what Tahap 5 itself says: ``posts`` are then the titles that stand
    there, ``programs`` the names.

    Attributes:
        workbook: All rows that were read.
        cycle: Year and day of the PK, period of the Renstra.
        tree: The performance tree.
        posts: Holder of each post on the day of the PK, by the ID of the post, in order of the sheet Pejabat.
        superiors: ID of the superior of each post that has one, by the ID of the post.
        programs: Programs, kegiatan and sub kegiatan with their budgets in rupiah.
        by_official: The rows of each official and class, in the order of ``posts``; those without owner behind.
        papers: The papers that each share makes over the year, in the same order: that of the day of the PK, then those
            of other holders, each with the holder and the superior of its day.
        shares: The money of the PK year, shared out among them.
        first_budget: The money of that year before its budget was changed, shared out the same way; None where the
            workbook has one version of it, or prints the first one.
        tree_pictures: The drawn tree, a picture for each page.
        before: What the documents of an earlier workbook were made from.
    """

    workbook: BukuKerja
    cycle: Cycle
    tree: PohonKinerja
    posts: dict[str, Pejabat]
    superiors: dict[str, str]
    programs: ProgramList
    by_official: tuple[PkShare, ...]
    papers: tuple[OfficialPaper, ...] = ()
    shares: BudgetShares
    first_budget: FirstBudget | None = None
    tree_pictures: tuple[TreePicture, ...] = ()
    before: Material | None = None

    @cached_property
    def years_with_targets(self) -> tuple[int, ...]:
        """The years that the workbook has targets for, from the first."""
        return tuple(sorted({year for row in self.workbook.tahap5 for year in row.target}))

    @cached_property
    def served(self) -> tuple[RowServed, ...]:
        """Whether each row of a paper whose superior has a paper too serves one of his rows."""
        return tuple(rows_served(self.papers, self.by_official, self.tree))
