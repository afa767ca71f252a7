"""The kind of document that a crosscutting matrix is."""

from __future__ import annotations

from pokin_docs.documents.about import AboutDocument, plain_text, printed_day
from pokin_docs.documents.crosscutting.build import build_crosscutting
from pokin_docs.documents.crosscutting.content import Crosscutting
from pokin_docs.documents.crosscutting.shipped import SHA256
from pokin_docs.documents.facts import Fact, FactKind, signer_facts, text_facts
from pokin_docs.documents.form import Form, FormColumn, FormTable
from pokin_docs.documents.kind import DocumentKind, year_of_pk
from pokin_docs.documents.signing import BY_HEAD

_COLUMNS = (
    FormColumn("Kinerja", ("kinerja", "sasaran"), "daftar_didukung[].kinerja", "{{ r.kinerja }}"),
    FormColumn("PD Pendukung", ("pendukung", "instansi"), "daftar_didukung[].pd_pendukung", "{{ r.pd_pendukung }}"),
    FormColumn("Peran", ("peran", "kegiatan", "dukungan"), "daftar_didukung[].peran", "{{ r.peran }}"),
)


def _about(content: object) -> AboutDocument:
    assert isinstance(content, Crosscutting)
    agency = plain_text(content.perangkat_daerah.nama)
    return AboutDocument(f"Crosscutting {plain_text(content.tahun)}", agency, printed_day(content.tanggal))


CROSSCUTTING = DocumentKind(
    kode="crosscutting",
    group="cascading",
    nama="Crosscutting",
    content=Crosscutting,
    build=build_crosscutting,
    templat=("crosscutting.docx",),
    facts=(
        Fact(FactKind.KINERJA, "daftar_didukung[].kinerja"),
        Fact(FactKind.OWNER, "daftar_didukung[].pd_pengampu"),
        Fact(FactKind.KINERJA, "daftar_mendukung[].kinerja"),
        Fact(FactKind.OWNER, "daftar_mendukung[].pd_pengampu"),
        Fact(FactKind.KINERJA, "daftar_pd[].daftar_dukungan[].kinerja"),
        *(
            fact
            for rows in ("daftar_didukung[]", "daftar_mendukung[]", "daftar_pd[].daftar_dukungan[]")
            for fact in text_facts(
                rows, "pd_pendukung", "indikator", "target", "peran", "indikator_pendukung", "bentuk", "status", "bukti"
            )
        ),
        *signer_facts("kepala"),
    ),
    time=year_of_pk,
    form=Form(
        basis="PermenPANRB 88/2021",
        order=(FormTable("tabel dukungan perangkat daerah lain", "daftar_didukung", _COLUMNS, required=False),),
    ),
    shipped=SHA256,
    needs=frozenset(("lintas",)),
    title="Crosscutting",
    about=_about,
    signing=BY_HEAD,
)
