"""The head of the agency, who signs the papers of the agency as a whole, and what he promised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pokin_docs.documents.material import Material
from pokin_docs.documents.printed import identity, party_of
from pokin_docs.documents.values import Pihak, missing
from pokin_docs.model.level_labels import read_label
from pokin_docs.model.levels import JenisPk, Rung
from pokin_docs.model.person_names import without_acting
from pokin_docs.model.posts import Pejabat
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.source import CellRef
from pokin_docs.model.tree import Indikator, Kinerja

PromisedRows = tuple[tuple[Kinerja, tuple[Indikator, ...]], ...]


def heads_of_agency(buku: BukuKerja, posts: Mapping[str, Pejabat]) -> tuple[Pejabat, ...]:
    """The posts that may be the head's: those of class PK JPT, or in a unit of another agency those that lead one."""
    heads = tuple(post for post in posts.values() if post.jenis_pk is JenisPk.JPT)
    if heads or not identity(buku, "pd_induk"):
        return heads
    return tuple(post for post in posts.values() if read_label(without_acting(post.jabatan.text)) is Rung.UNIT_HEAD)


def head_of_agency(material: Material) -> Pihak:
    """The head as a party; marks where no post, or several, may be it."""
    heads = heads_of_agency(material.workbook, material.posts)
    return party_of(heads[0]) if len(heads) == 1 else _no_head(heads, material)


def rows_of_head(material: Material) -> PromisedRows:
    """The rows of all PKs of the head, each once, in the order of the tree."""
    found: dict[int, tuple[Kinerja, list[Indikator]]] = {}
    heads = {post.id for post in heads_of_agency(material.workbook, material.posts)}
    for part in material.by_official:
        if part.pk_class is JenisPk.JPT or (part.pejabat is not None and part.pejabat.id in heads):
            for kinerja, indicators in part.kinerja:
                known = found.setdefault(kinerja.number, (kinerja, []))[1]
                known += (item for item in indicators if item not in known)
    return tuple(
        (kinerja, tuple(item for item in kinerja.indikator if item in known))
        for _, (kinerja, known) in sorted(found.items())
    )


def _no_head(heads: Sequence[Pejabat], material: Material) -> Pihak:
    """Marks at the class of the second head, or at the whole sheet."""
    title = material.workbook.lembar.get("pejabat", "")
    place: CellRef | str = heads[1].baris.jenis_pk.source if heads else CellRef(title) if title else "lembar Pejabat"
    nama = missing("nama kepala", place, unread=bool(heads))
    return Pihak(
        nama,
        nama,
        missing("jabatan kepala", place, unread=bool(heads)),
        "",
        "",
        missing("NIP kepala", place, unread=bool(heads)),
    )
