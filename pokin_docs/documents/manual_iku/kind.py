"""The kind of document that a Manual IKU is."""

from __future__ import annotations

from pokin_docs.documents.about import AboutDocument, plain_text, printed_day
from pokin_docs.documents.facts import Fact, FactKind, signer_facts, text_facts
from pokin_docs.documents.given_by import INDICATORS_OF_IKU
from pokin_docs.documents.kind import DocumentKind, year_of_pk
from pokin_docs.documents.manual_iku.build import build_manual
from pokin_docs.documents.manual_iku.content import ManualIku
from pokin_docs.documents.manual_iku.form import MANUAL_FORM
from pokin_docs.documents.manual_iku.shipped import SHA256
from pokin_docs.documents.signing import SignedBy


def _about(content: object) -> AboutDocument:
    assert isinstance(content, ManualIku)
    agency = plain_text(content.perangkat_daerah.nama)
    return AboutDocument(f"Manual Indikator Kinerja Utama {agency}", agency, printed_day(content.tanggal))


MANUAL_IKU = DocumentKind(
    kode="manual-iku",
    group="iku",
    nama="Manual IKU",
    content=ManualIku,
    given_by=INDICATORS_OF_IKU,
    build=build_manual,
    templat=("manual-iku.docx",),
    facts=(
        Fact(FactKind.KINERJA, "daftar_iku[].sasaran"),
        Fact(FactKind.INDIKATOR, "daftar_iku[].indikator"),
        Fact(FactKind.SATUAN, "daftar_iku[].satuan"),
        Fact(FactKind.TARGET, "daftar_iku[].targets", "target_years"),
        Fact(FactKind.OWNER, "daftar_iku[].penanggung_jawab"),
        Fact(FactKind.TARGET, "daftar_iku[].triwulan", "quarter_names"),
        *text_facts(
            "daftar_iku[]",
            "tujuan",
            "alasan",
            "definisi",
            "metode",
            "formula",
            "tipe",
            "polaritas",
            "jenis_hitung",
            "frekuensi",
            "sumber_data",
            "kondisi_awal",
            "standar",
        ),
        *signer_facts("kepala"),
    ),
    time=year_of_pk,
    form=MANUAL_FORM,
    shipped=SHA256,
    title="Manual IKU",
    about=_about,
    signing=SignedBy((("kepala", "yang menyetujui"),)),
)
