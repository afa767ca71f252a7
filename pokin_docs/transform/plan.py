"""VERBS 2: rows become the tree, and the tree becomes documents. Pure: no files, no clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pokin_docs.documents.kind import DocumentKind, Dokumen
from pokin_docs.documents.kinds import KINDS
from pokin_docs.documents.material import Material
from pokin_docs.documents.plan import Rencana
from pokin_docs.documents.tree_picture import PohonRenstra
from pokin_docs.model.findings import Catatan, Outcome
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.settings import Settings
from pokin_docs.model.workbook_spec import LEMBAR
from pokin_docs.transform import cascade, cycle_dates, posts, programs
from pokin_docs.transform.split import split_by_owner

Illustrate = Callable[[Rencana], tuple[PohonRenstra, ...]]
"""The drawn tree of a plan that has no documents yet, a picture for each page."""


def plan(
    buku: BukuKerja,
    settings: Settings,
    kinds: tuple[DocumentKind, ...] = KINDS,
    illustrate: Illustrate = lambda rencana: (),
) -> Outcome[Rencana]:
    """The meaning of a workbook and the documents that follow from it, with what was found on the way.

    Args:
        buku: The rows.
        settings: Year and date, where they are not to be those of the workbook.
        kinds: Kinds of documents, in the order in which they are made.
        illustrate: Draws the tree for the documents that print it.
    """
    catatan = Catatan()
    siklus, found = cycle_dates.read_cycle(buku, settings)
    catatan.tambah(found)
    jabatan, found = posts.read_posts(buku.pejabat, siklus.tanggal)
    catatan.tambah(found)
    lintas = (row.kinerja.teks for row in buku.lintas)
    pohon, found = cascade.build_cascade(buku.tahap5, posts.sole_jpt(jabatan), lintas)
    catatan.tambah(found)
    atasan, found = posts.resolve_superiors(jabatan, pohon)
    catatan.tambah(found)
    program, found = programs.read_programs(buku.program)
    catatan.tambah(found)
    rencana = Rencana(
        siklus=siklus,
        pohon=pohon,
        pejabat=jabatan.menjabat,
        semua_pejabat=jabatan.semua,
        atasan=atasan,
        program=program,
    )
    # What is printed where a sheet is missing: the titles and the names of programs that stand in Tahap 5.
    tree, owners, leaders, printed = pohon, jabatan.menjabat, atasan, program
    if not jabatan.semua:
        tree, owners, leaders = posts.posts_of_tree(pohon, buku.lembar.get("pejabat", "lembar Pejabat"))
    if not program.isi:
        printed = programs.programs_of_tree(pohon)
    material = Material(
        workbook=buku,
        cycle=siklus,
        tree=tree,
        posts=owners,
        superiors=leaders,
        programs=printed,
        by_official=split_by_owner(tree, owners, siklus),
        tree_pictures=illustrate(rencana),
    )
    return Outcome(_with_documents(rencana, material, kinds), tuple(catatan))


def _with_documents(rencana: Rencana, material: Material, kinds: tuple[DocumentKind, ...]) -> Rencana:
    """The plan with the documents of every kind whose sheets are there, and the kinds that lack one."""
    documents: list[Dokumen] = []
    not_made: list[tuple[str, tuple[str, ...]]] = []
    for kind in kinds:
        missing = kind.needs - material.workbook.lembar.keys()
        if missing:
            not_made.append((kind.nama, tuple(lembar.judul for lembar in LEMBAR if lembar.kunci in missing)))
        else:
            documents.extend(kind.build(material))
    return replace(rencana, dokumen=tuple(documents), not_made=tuple(not_made))
