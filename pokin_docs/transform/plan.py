"""VERBS 2: rows become the tree, and the tree becomes documents. Pure: no files, no clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from pokin_docs.documents.kind import DocumentKind, Dokumen
from pokin_docs.documents.kinds import KINDS
from pokin_docs.documents.material import FirstBudget, Material
from pokin_docs.documents.plan import Plan
from pokin_docs.documents.tree_picture import TreePicture
from pokin_docs.model.findings import FindingLog, Outcome
from pokin_docs.model.rows import BukuKerja, SheetRow
from pokin_docs.model.settings import Settings
from pokin_docs.model.signing_settings import read_signing
from pokin_docs.model.workbook_spec import LEMBAR
from pokin_docs.transform import cascade, cycle_dates, posts, programs, shares
from pokin_docs.transform.papers import first_papers, papers_of_year, signed, told_vacancies
from pokin_docs.transform.signing_aids import aided
from pokin_docs.transform.split import split_by_owner

Illustrate = Callable[[Plan], tuple[TreePicture, ...]]
"""The drawn tree of a plan that has no documents yet, a picture for each page."""


def plan(
    buku: BukuKerja,
    settings: Settings,
    kinds: tuple[DocumentKind, ...] = KINDS,
    illustrate: Illustrate = lambda plan: (),
) -> Outcome[Plan]:
    """The meaning of a workbook and the documents that follow from it, with what was found on the way.

    Args:
        buku: The rows.
        settings: Year and date, where they are not to be those of the workbook.
        kinds: Kinds of documents, in the order in which they are made.
        illustrate: Draws the tree of a plan for the documents that print it.
    """
    log = FindingLog()
    cycle, found = cycle_dates.read_cycle(buku, settings)
    log.add(found)
    jabatan, about_posts = posts.read_posts(buku.pejabat, cycle.holder_day)
    lintas = (row.kinerja.text for row in buku.lintas)
    pohon, found = cascade.build_cascade(buku.tahap5, posts.sole_jpt(jabatan), lintas, _component_names(buku))
    log.add(found)
    atasan, found = posts.resolve_superiors(jabatan, pohon)
    log.add(found)
    program, found = programs.read_programs(buku.program)
    log.add(found)
    plan = Plan(
        cycle=cycle, pohon=pohon, pejabat=jabatan.in_office, every_pejabat=jabatan.everything, atasan=atasan,
        program=program,
    )  # fmt: skip
    # What is printed where a sheet is missing: the titles and the names of programs that stand in Tahap 5.
    tree, owners, leaders, printed = pohon, jabatan.in_office, atasan, program
    if not jabatan.everything:
        tree, owners, leaders = posts.posts_of_tree(pohon, buku, log)
    if not program.program_lines:
        printed = programs.programs_of_tree(pohon)
    by_official = split_by_owner(tree, owners, cycle)
    first = first_papers(by_official, owners, leaders, cycle)
    papers, found = papers_of_year(first, jabatan.everything, pohon, cycle, follows_superior=cycle.follows_superior)
    log.add(found)
    by_official, papers = signed(by_official, papers, jabatan.everything, cycle)
    log.add(told_vacancies(about_posts, papers))
    parts = tuple(paper.share for paper in papers)
    share = partial(shares.share_out, buku, tree, by_official=parts, cycle=cycle)
    budget, found = share(program=printed)
    log.add(found)
    before = programs.before_the_change(printed, buku.before_the_change, cycle.tahun)
    plan = replace(plan, shares=budget)
    material = Material(
        workbook=buku,
        cycle=cycle,
        tree=tree,
        posts=owners,
        superiors=leaders,
        programs=printed,
        by_official=by_official,
        papers=papers,
        shares=budget,
        first_budget=None if before is None else FirstBudget(before, share(program=before)[0]),
        tree_pictures=illustrate(plan),
    )
    return Outcome(_with_documents(plan, material, kinds), tuple(log))


def _component_names(buku: BukuKerja) -> list[str]:
    return [row.nomenklatur.text for row in buku.program]


def _has_rows(buku: BukuKerja, lembar: str) -> bool:
    """Whether a workbook has a sheet, by its key, with something on it: a blank one from ``mulai`` has all sheets."""
    return lembar in buku.lembar and bool(buku.rows_of(SheetRow, lembar))


def _with_documents(plan: Plan, material: Material, kinds: tuple[DocumentKind, ...]) -> Plan:
    """The plan with the documents of every kind whose sheets are there, and the kinds that lack one."""
    documents: list[Dokumen] = []
    not_made: list[tuple[str, tuple[str, ...]]] = []
    without_rows: list[tuple[str, str, str]] = []
    asked = read_signing(material.workbook.identitas)
    for kind in kinds:
        missing = {lembar for lembar in kind.needs if not _has_rows(material.workbook, lembar)}
        if missing:
            not_made.append((kind.nama, tuple(lembar.title for lembar in LEMBAR if lembar.kunci in missing)))
            continue
        time = kind.time(material.cycle)
        made = [aided(replace(document, time=time), kind, asked) for document in kind.build(material)]
        documents += made
        if kind.given_by and not made:
            without_rows.append((kind.kode, kind.nama, kind.given_by))
        if kind.needs and not made:
            not_made.append((kind.nama, tuple(lembar.title for lembar in LEMBAR if lembar.kunci in kind.needs)))
    unserved = tuple(row for row in material.served if not row.is_served)
    return replace(
        plan, dokumen=tuple(documents), not_made=tuple(not_made), without_rows=tuple(without_rows), unserved=unserved
    )
