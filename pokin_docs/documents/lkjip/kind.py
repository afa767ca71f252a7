"""The kind of document that chapter III of an LKjIP is."""

from __future__ import annotations

from pokin_docs.documents.about import AboutDocument, plain_text, printed_day
from pokin_docs.documents.kind import DocumentKind, Fact, FactKind, signer_facts, year_of_pk
from pokin_docs.documents.lkjip.build import build_lkjip
from pokin_docs.documents.lkjip.content import Lkjip
from pokin_docs.documents.lkjip.form import LKJIP_FORM
from pokin_docs.documents.lkjip.shipped import SHA256
from pokin_docs.documents.signing import BY_HEAD


def _about(content: object) -> AboutDocument:
    assert isinstance(content, Lkjip)
    title = f"Laporan Kinerja {plain_text(content.tahun)} – Bab III Akuntabilitas Kinerja"
    # Its day is written by hand; of the file it is the last of its year.
    return AboutDocument(
        title, plain_text(content.perangkat_daerah.nama), printed_day(f"31-12-{plain_text(content.tahun)}")
    )


LKJIP = DocumentKind(
    kode="lkjip",
    group="capaian",
    nama="LKjIP Bab III",
    content=Lkjip,
    build=build_lkjip,
    templat=("lkjip.docx",),
    facts=(
        Fact(FactKind.KINERJA, "daftar_sasaran[].sasaran"),
        Fact(FactKind.INDIKATOR, "daftar_sasaran[].daftar_indikator[].indikator"),
        Fact(FactKind.SATUAN, "daftar_sasaran[].daftar_indikator[].satuan"),
        Fact(FactKind.TARGET, "daftar_sasaran[].daftar_indikator[].target"),
        Fact(FactKind.INDIKATOR, "daftar_sasaran[].daftar_pendukung[].indikator"),
        Fact(FactKind.SATUAN, "daftar_sasaran[].daftar_pendukung[].satuan"),
        Fact(FactKind.TARGET, "daftar_sasaran[].daftar_pendukung[].target"),
        Fact(FactKind.MONEY, "daftar_sasaran[].daftar_pendukung[].anggaran"),
        Fact(FactKind.MONEY, "daftar_anggaran[].anggaran"),
        *signer_facts("kepala", day=""),
    ),
    time=year_of_pk,
    form=LKJIP_FORM,
    shipped=SHA256,
    needs=frozenset(("realisasi",)),
    title="LKjIP Bab III",
    about=_about,
    signing=BY_HEAD,
)
