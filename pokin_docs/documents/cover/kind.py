"""The kind of document that the cover of the bound PKs is."""

from __future__ import annotations

from pokin_docs.documents.about import AboutDocument, plain_text, printed_day
from pokin_docs.documents.cover.build import TEMPLATE, build_cover
from pokin_docs.documents.cover.content import CoverSheet
from pokin_docs.documents.cover.shipped import SHA256
from pokin_docs.documents.facts import Fact, FactKind
from pokin_docs.documents.kind import DocumentKind, year_of_pk


def _about(content: object) -> AboutDocument:
    assert isinstance(content, CoverSheet)
    agency = plain_text(content.perangkat_daerah.nama)
    return AboutDocument(f"Daftar penanda tangan PK {plain_text(content.tahun)}", agency, printed_day(content.tanggal))


COVER = DocumentKind(
    kode="sampul-pk",
    group="pk",
    nama="Daftar Penanda Tangan PK",
    content=CoverSheet,
    build=build_cover,
    templat=(TEMPLATE,),
    facts=(Fact(FactKind.OWNER, "daftar_unit[].daftar_pk[].pihak_pertama.jabatan"),),
    time=year_of_pk,
    leads="pk",
    shipped=SHA256,
    title="Daftar penanda tangan PK",
    about=_about,
)
