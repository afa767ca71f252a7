"""The head of the agency, who signs the papers of the agency as a whole, and what he promised."""

from __future__ import annotations

from pokin_docs.documents.material import Material
from pokin_docs.documents.printed import party_of
from pokin_docs.documents.values import Pihak, missing
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.posts import Pejabat
from pokin_docs.model.source import CellRef
from pokin_docs.model.tree import Indikator, Kinerja

PromisedRows = tuple[tuple[Kinerja, tuple[Indikator, ...]], ...]


def head_of_agency(material: Material) -> Pihak:
    """The head as a party: the one post of class PK JPT; marks where no post, or several, may be it."""
    heads = [post for post in material.posts.values() if post.jenis_pk is JenisPk.JPT]
    return party_of(heads[0]) if len(heads) == 1 else _no_head(heads, material)


def rows_of_head(material: Material) -> PromisedRows:
    """The rows of all PKs of class JPT, each once, in the order of the tree."""
    found: dict[int, tuple[Kinerja, list[Indikator]]] = {}
    for part in material.by_official:
        if part.pk_class is JenisPk.JPT:
            for kinerja, indicators in part.kinerja:
                known = found.setdefault(kinerja.number, (kinerja, []))[1]
                known += (item for item in indicators if item not in known)
    return tuple(
        (kinerja, tuple(item for item in kinerja.indikator if item in known))
        for _, (kinerja, known) in sorted(found.items())
    )


def _no_head(heads: list[Pejabat], material: Material) -> Pihak:
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
