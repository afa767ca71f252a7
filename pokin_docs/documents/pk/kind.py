"""The kind of document that a Perjanjian Kinerja is."""

from __future__ import annotations

from dataclasses import replace

from pokin_docs.documents.about import AboutDocument, about_of_official, plain_text
from pokin_docs.documents.facts import Fact, FactKind, signer_facts
from pokin_docs.documents.given_by import ROWS_OF_PK
from pokin_docs.documents.kind import DocumentKind, Dokumen, file_title, year_of_pk
from pokin_docs.documents.meanings import sample
from pokin_docs.documents.pk.build import build_pk
from pokin_docs.documents.pk.content import PerjanjianKinerja
from pokin_docs.documents.pk.form import PK_FORM
from pokin_docs.documents.pk.rules import head_of_region_known
from pokin_docs.documents.pk.shipped import SHA256
from pokin_docs.documents.signing import SignedBy
from pokin_docs.model.levels import JenisPk

_OWN_TEMPLATES = {f"pk-{pk_class.value}.docx": pk_class for pk_class in JenisPk}


def _sample_for(templat: str) -> object:
    pk_class = _OWN_TEMPLATES.get(templat.casefold(), JenisPk.JPT)
    return replace(sample(PerjanjianKinerja), jenis_pk=pk_class.value)


def _content(content: object) -> PerjanjianKinerja:
    assert isinstance(content, PerjanjianKinerja)
    return content


def _title(document: Dokumen) -> str:
    jabatan = _content(document.content).pihak_pertama.jabatan
    return f"PK {jabatan}" if isinstance(jabatan, str) else file_title(document)


def _heading(content: object) -> str:
    return JenisPk(_content(content).jenis_pk).label


def _rank(content: object) -> int:
    return [pk_class.value for pk_class in JenisPk].index(_content(content).jenis_pk)


def _about(content: object) -> AboutDocument:
    paper = _content(content)
    title = f"Perjanjian Kinerja {'Perubahan ' * paper.perubahan}{plain_text(paper.tahun)}"
    return about_of_official(
        title, paper.pihak_pertama.jabatan, paper.id_jabatan, paper.perangkat_daerah.nama, paper.tanggal
    )


PK = DocumentKind(
    kode="pk",
    group="pk",
    nama="Perjanjian Kinerja",
    content=PerjanjianKinerja,
    given_by=ROWS_OF_PK,
    build=build_pk,
    templat=("pk.docx", *_OWN_TEMPLATES),
    facts=(
        Fact(FactKind.KINERJA, "daftar_sasaran[].sasaran"),
        Fact(FactKind.INDIKATOR, "daftar_sasaran[].daftar_indikator[].indikator"),
        Fact(FactKind.TARGET, "daftar_sasaran[].daftar_indikator[].target", "tahun"),
        Fact(FactKind.SATUAN, "daftar_sasaran[].daftar_indikator[].satuan"),
        Fact(FactKind.MONEY, "daftar_anggaran[].anggaran", "tahun"),
        Fact(FactKind.MONEY, "daftar_anggaran[].semula", "tahun"),
        Fact(FactKind.MONEY, "total_anggaran", "tahun"),
        Fact(FactKind.OWNER, "pihak_pertama.jabatan"),
        Fact(FactKind.OWNER, "pihak_kedua.jabatan"),
        *signer_facts("pihak_pertama", "pihak_kedua"),
    ),
    time=year_of_pk,
    bound_as="PK",
    form=PK_FORM,
    shipped=SHA256,
    rules=(head_of_region_known,),
    sample_for=_sample_for,
    title=_title,
    short="PK",
    heading=_heading,
    rank=_rank,
    about=_about,
    signing=SignedBy((("pihak_pertama", "pihak pertama"), ("pihak_kedua", "pihak kedua"))),
)
