"""The kind of document that a quarterly monitoring report is."""

from __future__ import annotations

from pokin_docs.documents.about import AboutDocument, plain_text, printed_day
from pokin_docs.documents.facts import Fact, FactKind, signer_facts, text_facts
from pokin_docs.documents.kind import DocumentKind, Dokumen, file_title, year_of_pk
from pokin_docs.documents.monev.build import build_monev
from pokin_docs.documents.monev.content import Monev
from pokin_docs.documents.monev.form import MONEV_FORM
from pokin_docs.documents.monev.shipped import SHA256
from pokin_docs.documents.signing import BY_HEAD
from pokin_docs.model.workbook_spec import QUARTERS

_ROWS = "daftar_kinerja[].daftar_indikator[]"


def _title(document: Dokumen) -> str:
    content = document.content
    return f"Monev Triwulan {content.triwulan}" if isinstance(content, Monev) else file_title(document)


def _about(content: object) -> AboutDocument:
    assert isinstance(content, Monev)
    title = (
        f"Laporan Monitoring dan Evaluasi Rencana Aksi Triwulan {content.triwulan} Tahun {plain_text(content.tahun)}"
    )
    year, quarter = plain_text(content.tahun), QUARTERS.index(content.triwulan) + 1
    # Its day is written by hand; of the file it is the last of its quarter.
    day = printed_day(f"{'31' if quarter in (1, 4) else '30'}-{3 * quarter}-{year}")
    return AboutDocument(title, plain_text(content.perangkat_daerah.nama), day)


MONEV = DocumentKind(
    kode="monev",
    in_proof="Monev triwulanan",
    group="capaian",
    nama="Monitoring dan Evaluasi",
    content=Monev,
    build=build_monev,
    templat=("monev.docx",),
    facts=(
        Fact(FactKind.KINERJA, "daftar_kinerja[].kinerja"),
        Fact(FactKind.INDIKATOR, "daftar_kinerja[].daftar_indikator[].indikator"),
        Fact(FactKind.SATUAN, "daftar_kinerja[].daftar_indikator[].satuan"),
        Fact(FactKind.TARGET, "daftar_kinerja[].daftar_indikator[].target"),
        Fact(FactKind.OWNER, "daftar_kinerja[].daftar_indikator[].penanggung_jawab"),
        Fact(FactKind.REALISED, f"{_ROWS}.realisasi", "so_far"),
        Fact(FactKind.SHARE, f"{_ROWS}.capaian_tw", "so_far"),
        Fact(FactKind.SHARE, f"{_ROWS}.capaian_tahun"),
        *text_facts(_ROWS, "target_tw", "status", "kendala", "tindak_lanjut", "pic", "batas_waktu"),
        Fact(FactKind.MONEY, "daftar_kinerja[].anggaran"),
        Fact(FactKind.SPENT, "daftar_kinerja[].realisasi_anggaran", "so_far"),
        Fact(FactKind.SHARE, "daftar_kinerja[].persen_anggaran"),
        Fact(FactKind.MONEY, "daftar_program[].anggaran"),
        *text_facts("daftar_program[]", "kas"),
        Fact(FactKind.SPENT, "daftar_program[].realisasi", "so_far"),
        Fact(FactKind.SHARE, "daftar_program[].persen"),
        *signer_facts("kepala", day=""),
    ),
    time=year_of_pk,
    form=MONEV_FORM,
    shipped=SHA256,
    needs=frozenset(("realisasi",)),
    title=_title,
    about=_about,
    signing=BY_HEAD,
)
