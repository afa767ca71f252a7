"""VERBS 2: rows become the tree, and the tree becomes documents. Pure: no files, no clock."""

from __future__ import annotations

from pokin_docs.model.documents import AnggaranPk, Teks
from pokin_docs.model.findings import Catatan, Outcome
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.rencana import BahanRenstra, Rencana
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.settings import Settings
from pokin_docs.model.tree import Kinerja
from pokin_docs.transform import budget, cascade, cycle_dates, pk, posts, programs
from pokin_docs.transform.renstra import build


def plan(buku: BukuKerja, settings: Settings) -> Outcome[Rencana]:
    """The meaning of a workbook and the documents that follow from it, with what was found on the way."""
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
    # What is printed where a sheet is missing: the titles and the names of programs that stand in Tahap 5.
    tree, owners, leaders, printed = pohon, jabatan.menjabat, atasan, program
    if not jabatan.semua:
        tree, owners, leaders = posts.posts_of_tree(pohon, buku.lembar.get("pejabat", "lembar Pejabat"))
    if not program.isi:
        printed = programs.programs_of_tree(pohon)
    parts = pk.split_by_owner(tree, owners, siklus)
    only_jpt = sum(part.kelas is JenisPk.JPT for part in parts) == 1

    def anggaran(kelas: JenisPk, kinerja: tuple[Kinerja, ...]) -> tuple[tuple[AnggaranPk, ...], Teks]:
        whole = only_jpt and kelas is JenisPk.JPT
        return budget.budget_table(kelas, kinerja, tree, printed, siklus.tahun, seluruhnya=whole)

    bahan = pk.Bahan(buku, siklus, tree, owners, leaders, anggaran)
    names = pk.name_files(parts, tree, siklus)
    documents = [pk.build_pk(part, bahan, name) for part, name in zip(parts, names, strict=True)]
    documents.extend(build.build_renstra(BahanRenstra(buku, siklus, tree, owners, printed)))
    rencana = Rencana(
        siklus=siklus,
        pohon=pohon,
        pejabat=jabatan.menjabat,
        semua_pejabat=jabatan.semua,
        atasan=atasan,
        program=program,
        dokumen=tuple(documents),
    )
    return Outcome(rencana, tuple(catatan))
