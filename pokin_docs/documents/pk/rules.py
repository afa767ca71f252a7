"""Rules that only a Perjanjian Kinerja needs."""

from __future__ import annotations

from collections.abc import Iterator

from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.pk.content import PerjanjianKinerja
from pokin_docs.documents.values import Tanda
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.rows import BukuKerja


def head_of_region_known(buku: BukuKerja, documents: tuple[Dokumen, ...]) -> Iterator[Temuan]:
    """B29: who signs the head's PK is named in Pejabat or in Identitas."""
    if not buku.has("identitas") or buku.is_unreadable("pejabat"):
        return
    for document in documents:
        if isinstance(document.content, PerjanjianKinerja) and document.content.jenis_pk == "jpt":
            second_party = document.content.pihak_kedua
            for kunci, title, value in (
                ("nama_kepala_daerah", "Nama Kepala Daerah", second_party.nama),
                ("sebutan_kepala_daerah", "Sebutan Kepala Daerah", second_party.jabatan),
            ):
                isian = buku.identitas[kunci]
                if isinstance(value, Tanda) and isian.is_blank and title in value.text:
                    yield temuan("B29", isian.source, kunci=title)
            return
