"""The kind of document that chapter III of an LKjIP is."""

from __future__ import annotations

from pokin_docs.documents.about import AboutDocument, plain_text, printed_day
from pokin_docs.documents.facts import Fact, FactKind, signer_facts, text_facts
from pokin_docs.documents.kind import DocumentKind, year_of_pk
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


_ROWS = "daftar_sasaran[].daftar_indikator[]"
_SUPPORTING = "daftar_sasaran[].daftar_pendukung[]"

LKJIP = DocumentKind(
    kode="lkjip",
    group="capaian",
    nama="LKjIP Bab III",
    content=Lkjip,
    build=build_lkjip,
    templat=("lkjip.docx",),
    facts=(
        Fact(FactKind.KINERJA, "daftar_sasaran[].sasaran"),
        Fact(FactKind.INDIKATOR, f"{_ROWS}.indikator"),
        Fact(FactKind.SATUAN, f"{_ROWS}.satuan"),
        Fact(FactKind.TARGET, f"{_ROWS}.target"),
        Fact(FactKind.REALISED, f"{_ROWS}.realisasi"),
        Fact(FactKind.REALISED, f"{_ROWS}.realisasi_lalu", "daftar_tahun_lalu"),
        Fact(FactKind.SHARE, f"{_ROWS}.capaian"),
        *text_facts(
            _ROWS, "target_akhir", "kategori", "selisih", "kemajuan", "standar", "pendukung", "penghambat", "upaya"
        ),
        Fact(FactKind.INDIKATOR, f"{_SUPPORTING}.indikator"),
        Fact(FactKind.SATUAN, f"{_SUPPORTING}.satuan"),
        Fact(FactKind.TARGET, f"{_SUPPORTING}.target"),
        Fact(FactKind.REALISED, f"{_SUPPORTING}.realisasi"),
        Fact(FactKind.SHARE, f"{_SUPPORTING}.capaian"),
        Fact(FactKind.MONEY, f"{_SUPPORTING}.anggaran"),
        Fact(FactKind.SPENT, f"{_SUPPORTING}.realisasi_anggaran"),
        *text_facts(_SUPPORTING, "nama", "menunjang"),
        Fact(FactKind.MONEY, "daftar_anggaran[].anggaran"),
        Fact(FactKind.SPENT, "daftar_anggaran[].realisasi"),
        Fact(FactKind.SHARE, "daftar_anggaran[].persen"),
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
