"""The kind of document that a Rencana Kinerja Tahunan is."""

from __future__ import annotations

from pokin_docs.documents.about import AboutDocument, plain_text, printed_day
from pokin_docs.documents.facts import Fact, FactKind, signer_facts, text_facts
from pokin_docs.documents.given_by import SASARAN_ROWS
from pokin_docs.documents.kind import DocumentKind, year_of_pk
from pokin_docs.documents.rkt.build import build_rkt
from pokin_docs.documents.rkt.content import Rkt
from pokin_docs.documents.rkt.form import RKT_FORM
from pokin_docs.documents.rkt.shipped import SHA256
from pokin_docs.documents.signing import BY_HEAD

_MEASURES = "daftar_sasaran[].daftar_indikator[]"


def _about(content: object) -> AboutDocument:
    assert isinstance(content, Rkt)
    agency = plain_text(content.perangkat_daerah.nama)
    # It is signed on a day written by hand; of the file it is the first of its year.
    day = printed_day(f"1-1-{plain_text(content.tahun)}")
    return AboutDocument(f"Rencana Kinerja Tahunan {plain_text(content.tahun)} – {agency}", agency, day)


RKT = DocumentKind(
    kode="rkt",
    in_proof="RKT",
    group="rkt",
    nama="Rencana Kinerja Tahunan",
    content=Rkt,
    given_by=SASARAN_ROWS,
    build=build_rkt,
    templat=("rkt.docx",),
    facts=(
        Fact(FactKind.KINERJA, "daftar_sasaran[].sasaran"),
        Fact(FactKind.INDIKATOR, f"{_MEASURES}.indikator"),
        Fact(FactKind.TARGET, f"{_MEASURES}.target"),
        Fact(FactKind.SATUAN, f"{_MEASURES}.satuan"),
        Fact(FactKind.INDIKATOR, "daftar_sasaran[].daftar_baris[].indikator"),
        Fact(FactKind.TARGET, "daftar_sasaran[].daftar_baris[].target"),
        Fact(FactKind.SATUAN, "daftar_sasaran[].daftar_baris[].satuan"),
        Fact(FactKind.MONEY, "daftar_sasaran[].daftar_baris[].anggaran"),
        *text_facts("daftar_sasaran[].daftar_baris[]", "program", "kegiatan", "subkegiatan"),
        Fact(FactKind.INDIKATOR, "daftar_penunjang[].indikator"),
        Fact(FactKind.TARGET, "daftar_penunjang[].target"),
        Fact(FactKind.SATUAN, "daftar_penunjang[].satuan"),
        Fact(FactKind.MONEY, "daftar_penunjang[].anggaran"),
        *text_facts("daftar_penunjang[]", "program", "kegiatan", "subkegiatan"),
        Fact(FactKind.MONEY, "jumlah_anggaran"),
        *signer_facts("kepala", day=""),
    ),
    time=year_of_pk,
    form=RKT_FORM,
    shipped=SHA256,
    title="Rencana Kinerja Tahunan",
    about=_about,
    signing=BY_HEAD,
)
