"""The kinds of documents that a Rencana Aksi is: of an official, and of the agency."""

from __future__ import annotations

from dataclasses import replace

from pokin_docs.documents.about import AboutDocument, about_of_official, plain_text
from pokin_docs.documents.facts import Fact, FactKind, measure_facts, signer_facts
from pokin_docs.documents.given_by import ROWS_OF_PK, SASARAN_ROWS
from pokin_docs.documents.kind import DocumentKind, Dokumen, file_title, year_of_pk
from pokin_docs.documents.renaksi.build import AGENCY_TEMPLATE, TEMPLATE, build_action_plans, build_agency_plan
from pokin_docs.documents.renaksi.content import ActionPlan
from pokin_docs.documents.renaksi.form import ACTION_FORM
from pokin_docs.documents.renaksi.shipped import SHA256
from pokin_docs.documents.signing import SignedBy

_STEPS = "daftar_sasaran[].daftar_indikator[].daftar_baris[]"


def _content(content: object) -> ActionPlan:
    assert isinstance(content, ActionPlan)
    return content


def _title(document: Dokumen) -> str:
    plan = _content(document.content)
    if plan.untuk_pd:
        return f"Rencana Aksi {plain_text(plan.perangkat_daerah.nama)}"
    jabatan = plan.pejabat.jabatan
    return f"Rencana Aksi {jabatan}" if isinstance(jabatan, str) else file_title(document)


def _about(content: object) -> AboutDocument:
    plan = _content(content)
    agency = plan.perangkat_daerah.nama
    whose = agency if plan.untuk_pd else plan.pejabat.jabatan
    return about_of_official(f"Rencana Aksi {plain_text(plan.tahun)}", whose, plan.id_jabatan, agency, plan.tanggal)


RENAKSI = DocumentKind(
    kode="renaksi",
    in_proof="Rencana Aksi pejabat",
    group="renaksi",
    nama="Rencana Aksi",
    content=ActionPlan,
    given_by=ROWS_OF_PK,
    build=build_action_plans,
    templat=(TEMPLATE,),
    facts=(
        *measure_facts("daftar_sasaran[].sasaran", "daftar_sasaran[].daftar_indikator[]"),
        Fact(FactKind.TARGET, "daftar_sasaran[].daftar_indikator[].quarters", "quarter_names"),
        Fact(FactKind.INDIKATOR, f"{_STEPS}.sub"),
        Fact(FactKind.KINERJA, f"{_STEPS}.langkah"),
        Fact(FactKind.TARGET, f"{_STEPS}.target"),
        Fact(FactKind.SATUAN, f"{_STEPS}.satuan"),
        Fact(FactKind.TARGET, f"{_STEPS}.triwulan", "quarter_names"),
        Fact(FactKind.OWNER, f"{_STEPS}.penanggung_jawab"),
        Fact(FactKind.MONEY, "daftar_anggaran[].anggaran"),
        Fact(FactKind.MONEY, "daftar_anggaran[].triwulan", "quarter_names"),
        Fact(FactKind.MONEY, "jumlah_anggaran"),
        Fact(FactKind.MONEY, "jumlah_triwulan", "quarter_names"),
        Fact(FactKind.MONEY, "total_anggaran"),
        Fact(FactKind.OWNER, "pejabat.jabatan"),
        *signer_facts("pejabat"),
    ),
    time=year_of_pk,
    bound_as="Rencana-Aksi",
    form=ACTION_FORM,
    shipped=SHA256,
    title=_title,
    short="Rencana Aksi",
    about=_about,
    signing=SignedBy((("pejabat", "pejabat"),)),
)

RENAKSI_PD = replace(
    RENAKSI,
    kode="renaksi-pd",
    in_proof="Rencana Aksi perangkat daerah",
    nama="Rencana Aksi Perangkat Daerah",
    given_by=SASARAN_ROWS,
    build=build_agency_plan,
    templat=(TEMPLATE, AGENCY_TEMPLATE),
    bound_as="",
)
"""From the same template, unless the office has one for the agency alone."""
