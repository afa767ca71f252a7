"""The kind of document that the matrices of roles and results are."""

from __future__ import annotations

from pokin_docs.documents.about import AboutDocument, plain_text, printed_day
from pokin_docs.documents.facts import Fact, FactKind, measure_facts
from pokin_docs.documents.form import Form, FormList, FormSentence
from pokin_docs.documents.kind import DocumentKind, Writer, year_of_pk
from pokin_docs.documents.roles.build import build_roles
from pokin_docs.documents.roles.content import RolesAndResults
from pokin_docs.documents.roles.shipped import SHA256
from pokin_docs.documents.signing import Signature, Signing


def _about(content: object) -> AboutDocument:
    assert isinstance(content, RolesAndResults)
    agency = plain_text(content.perangkat_daerah.nama)
    title = f"Matriks Pembagian Peran dan Hasil {plain_text(content.tahun)}"
    return AboutDocument(title, agency, printed_day(content.tanggal))


def _signing(content: object) -> Signing:
    assert isinstance(content, RolesAndResults)
    leaders = dict.fromkeys(matrix.atasan for matrix in content.daftar_matriks)
    return Signing(content.tanggal, tuple(Signature("pemimpin unit", leader) for leader in leaders), apart=True)


ROLES = DocumentKind(
    kode="peran-hasil",
    group="cascading",
    nama="Matriks Peran Hasil",
    content=RolesAndResults,
    build=build_roles,
    templat=("peran-hasil.xlsx",),
    facts=(
        *measure_facts("daftar_matriks[].daftar_hasil[].kinerja", "daftar_matriks[].daftar_hasil[].daftar_indikator[]"),
        Fact(FactKind.OWNER, "daftar_matriks[].atasan.jabatan"),
        Fact(FactKind.KINERJA, "daftar_matriks[].daftar_pegawai[].daftar_peran[].daftar_hasil[].kinerja"),
    ),
    time=year_of_pk,
    form=Form(
        basis="PermenPANRB 6/2022",
        order=(
            FormSentence("judul matriks", "MATRIKS PEMBAGIAN PERAN DAN HASIL", required=False),
            FormList("hasil atasan", "daftar_matriks[].daftar_hasil"),
            FormList("baris pegawai", "daftar_matriks[].daftar_pegawai"),
        ),
    ),
    shipped=SHA256,
    needs=frozenset(("pejabat",)),
    writer=Writer.TABLE,
    title="Matriks Peran Hasil (Excel)",
    about=_about,
    signing=_signing,
)
