"""The kind of document that the annex of the decree on IKU is."""

from __future__ import annotations

from pokin_docs.documents.about import AboutDocument, plain_text, printed_day
from pokin_docs.documents.facts import Fact, FactKind, signer_facts, text_facts
from pokin_docs.documents.given_by import INDICATORS_OF_IKU
from pokin_docs.documents.iku.build import build_iku
from pokin_docs.documents.iku.content import IkuAnnex
from pokin_docs.documents.iku.form import IKU_FORM
from pokin_docs.documents.iku.shipped import SHA256
from pokin_docs.documents.kind import DocumentKind, year_of_pk
from pokin_docs.documents.signing import SignedBy

_ROWS = "daftar_sasaran[].daftar_indikator[]"


def _about(content: object) -> AboutDocument:
    assert isinstance(content, IkuAnnex)
    agency = plain_text(content.perangkat_daerah.nama)
    return AboutDocument(f"Indikator Kinerja Utama {agency}", agency, printed_day(content.tanggal))


IKU = DocumentKind(
    kode="iku",
    in_proof="IKU",
    group="iku",
    nama="Indikator Kinerja Utama",
    content=IkuAnnex,
    given_by=INDICATORS_OF_IKU,
    build=build_iku,
    templat=("iku.docx",),
    facts=(
        Fact(FactKind.KINERJA, "daftar_sasaran[].sasaran"),
        Fact(FactKind.INDIKATOR, f"{_ROWS}.indikator"),
        Fact(FactKind.SATUAN, f"{_ROWS}.satuan"),
        Fact(FactKind.TARGET, f"{_ROWS}.target", "daftar_tahun"),
        Fact(FactKind.TARGET, f"{_ROWS}.target_tahun"),
        Fact(FactKind.OWNER, f"{_ROWS}.penanggung_jawab"),
        *text_facts(_ROWS, "definisi", "formula", "sumber_data"),
        *signer_facts("kepala"),
    ),
    time=year_of_pk,
    form=IKU_FORM,
    shipped=SHA256,
    title="Indikator Kinerja Utama",
    about=_about,
    signing=SignedBy((("kepala", "yang menetapkan"),)),
)
