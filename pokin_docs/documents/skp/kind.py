"""The kind of document that an SKP is."""

from __future__ import annotations

from pokin_docs.documents.about import AboutDocument, about_of_official, plain_text
from pokin_docs.documents.facts import Fact, FactKind, measure_facts, signer_facts, text_facts
from pokin_docs.documents.given_by import ROWS_OF_PK
from pokin_docs.documents.kind import DocumentKind, Dokumen, file_title, year_of_pk
from pokin_docs.documents.signing import SignedBy
from pokin_docs.documents.skp.build import TEMPLATE, build_skp
from pokin_docs.documents.skp.content import SkpPaper
from pokin_docs.documents.skp.form import SKP_FORM
from pokin_docs.documents.skp.shipped import SHA256


def _content(content: object) -> SkpPaper:
    assert isinstance(content, SkpPaper)
    return content


def _title(document: Dokumen) -> str:
    jabatan = _content(document.content).pegawai.jabatan
    return f"SKP {jabatan}" if isinstance(jabatan, str) else file_title(document)


def _about(content: object) -> AboutDocument:
    paper = _content(content)
    title = f"Sasaran Kinerja Pegawai {plain_text(paper.tahun)}"
    return about_of_official(title, paper.pegawai.jabatan, paper.id_jabatan, paper.perangkat_daerah.nama, paper.tanggal)


SKP = DocumentKind(
    kode="skp",
    in_proof="SKP",
    group="skp",
    nama="Sasaran Kinerja Pegawai",
    content=SkpPaper,
    given_by=ROWS_OF_PK,
    build=build_skp,
    templat=(TEMPLATE,),
    facts=(
        *measure_facts("daftar_hasil[].rhk", "daftar_hasil[].daftar_indikator[]"),
        *text_facts("daftar_hasil[]", "rhk_atasan", "indikator_atasan"),
        *text_facts("daftar_hasil[].daftar_indikator[]", "aspek", "perspektif"),
        Fact(FactKind.OWNER, "pegawai.jabatan"),
        *signer_facts("pegawai", "penilai"),
    ),
    time=year_of_pk,
    bound_as="SKP",
    form=SKP_FORM,
    shipped=SHA256,
    title=_title,
    short="SKP",
    about=_about,
    signing=SignedBy((("pegawai", "pegawai yang dinilai"), ("penilai", "pejabat penilai kinerja"))),
)
