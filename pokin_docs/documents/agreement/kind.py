"""The kind of document that the proof of consistency is: made last, of what comparing all others came to."""

from __future__ import annotations

from pokin_docs.documents.about import AboutDocument, plain_text, printed_day
from pokin_docs.documents.agreement.build import build_agreement, with_proof
from pokin_docs.documents.agreement.content import ConsistencyProof
from pokin_docs.documents.agreement.shipped import SHA256
from pokin_docs.documents.form import Form, FormList, FormSentence
from pokin_docs.documents.kind import DocumentKind, year_of_pk
from pokin_docs.documents.signing import BY_HEAD


def _about(content: object) -> AboutDocument:
    assert isinstance(content, ConsistencyProof)
    title = f"Bukti Konsistensi Dokumen Kinerja {plain_text(content.tahun)}"
    return AboutDocument(title, plain_text(content.perangkat_daerah.nama), printed_day(content.tanggal))


AGREEMENT = DocumentKind(
    kode="bukti",
    group="laporan",
    nama="Bukti Konsistensi",
    content=ConsistencyProof,
    build=build_agreement,
    templat=("bukti-konsistensi.docx",),
    facts=(),
    time=year_of_pk,
    form=Form(
        basis="PermenPANRB 88/2021",
        order=(
            FormSentence("judul", "BUKTI KONSISTENSI", required=False),
            FormList("jenis dokumen", "daftar_jenis"),
            FormList("penyimpangan", "daftar_penyimpangan"),
        ),
    ),
    shipped=SHA256,
    title="Bukti Konsistensi",
    about=_about,
    signing=BY_HEAD,
    proves=with_proof,
)
