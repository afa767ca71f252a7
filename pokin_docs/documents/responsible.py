"""Who answers for a kinerja, as papers of the agency print it."""

from __future__ import annotations

from collections.abc import Iterable

from pokin_docs.documents.material import Material
from pokin_docs.documents.values import Text, missing
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.tree import Kinerja


def responsible(kinerja: Kinerja, material: Material) -> Text:
    """The posts that answer for a kinerja, one per line, or the mark; the tujuan need nobody."""
    named = post_titles(kinerja.pemilik, material)
    if named or kinerja.jenis_pk is None or kinerja.komponen is KomponenPerencanaan.TUJUAN:
        return named
    if "pejabat" not in material.workbook.lembar:
        return missing("penanggung jawab", "lembar Pejabat")
    cells = [indikator.baris.pemilik for indikator in kinerja.indikator]
    cell = next((isian for isian in cells if not isian), cells[0])
    return missing("penanggung jawab", cell.source, unread=cell.unread or bool(cell), column="Pemilik")


def post_titles(posts: Iterable[str], material: Material) -> str:
    """The titles of posts by their IDs, each once, one per line; IDs that nobody holds are left out."""
    return "\n".join(dict.fromkeys(material.posts[id_].full_jabatan for id_ in posts if id_ in material.posts))
