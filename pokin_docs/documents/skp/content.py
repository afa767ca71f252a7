"""What an SKP says: its fields are the placeholders of its template (PermenPANRB 6/2022, domain-2.md 7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pokin_docs.documents.meanings import says
from pokin_docs.documents.signed.content import SignedContent
from pokin_docs.documents.values import PerangkatDaerah, Pihak, Text


@dataclass(frozen=True, slots=True)
class SkpIndikator:
    """A measure of a result: an indicator of his PK.

    Rows from one that is ``awal`` to the next that is ``akhir`` share the cells of their result, and are ``rapat`` but
    for the last where they fit a page.
    """

    indikator: Annotated[
        Text,
        says(
            "indikator kinerja individu, sama dengan di PK",
            "Jumlah laporan penanganan gangguan",
            "Persentase gangguan yang selesai sesuai prosedur",
            "Rata-rata waktu penanganan",
            "Jumlah dokumen evaluasi",
        ),
    ]
    target: Annotated[Text, says("target tahun PK", "12", "100", "2", "1")]
    satuan: Annotated[Text, says("satuan target", "Laporan", "%", "Hari", "Dokumen")]
    aspek: Annotated[str, says("aspek: Kuantitas, Kualitas, Waktu, atau Biaya", "Kuantitas", "Kualitas", "Waktu")]
    perspektif: Annotated[
        str, says("perspektif, dalam SKP pejabat pimpinan tinggi", "Penerima Layanan", "Penguatan Internal")
    ]
    awal: Annotated[
        bool, says("ya pada baris yang mencetak rencana hasil kerjanya: yang pertama, dan yang mengulangnya", True)
    ] = True
    akhir: Annotated[bool, says("ya pada baris terakhir yang digabung di bawah rencana hasil kerja itu", True)] = True
    rapat: Annotated[bool, says("ya bila baris itu harus sehalaman dengan baris berikutnya", False)] = False


@dataclass(frozen=True, slots=True)
class SkpResult:
    """A result he plans: a kinerja of his PK, and the row of his superior that it serves."""

    no: Annotated[str, says("nomor urut rencana hasil kerja", "1", "2")]
    rhk_atasan: Annotated[
        Text,
        says(
            "rencana hasil kerja pimpinan yang diintervensi; kosong bagi pejabat pimpinan tinggi",
            "Meningkatnya penyelesaian gangguan keamanan informasi",
            "Meningkatnya mutu evaluasi keamanan informasi",
        ),
    ]
    indikator_atasan: Annotated[
        str,
        says(
            "indikator kinerja pimpinan itu, bila ia pejabat pimpinan tinggi; kosong bila bukan",
            "Indeks keamanan informasi",
        ),
    ]
    rhk: Annotated[
        Text,
        says(
            "rencana hasil kerja, sama dengan sasaran di PK",
            "Terlaksananya penanganan gangguan keamanan informasi",
            "Tersusunnya evaluasi keamanan informasi",
        ),
    ]
    daftar_indikator: Annotated[tuple[SkpIndikator, ...], says("indikator kinerja individunya", loop="i")]


@dataclass(frozen=True, slots=True)
class SkpPaper(SignedContent):
    """One SKP.

    ``jpt`` chooses the form of high officials and heads of independent units, ``kualitatif`` the approach.
    ``periode_mulai`` and ``periode_selesai`` are days in capitals without the year: ``1 JANUARI``.
    """

    jpt: Annotated[bool, says("ya bagi pejabat pimpinan tinggi dan pimpinan unit kerja mandiri", True)]
    kualitatif: Annotated[bool, says("ya bila pendekatannya kualitatif", False)]
    tahun: Annotated[Text, says("tahun SKP", "2026")]
    periode_mulai: Annotated[str, says("hari pertama periode penilaian", "1 JANUARI")]
    periode_selesai: Annotated[str, says("hari terakhir periode penilaian", "31 DESEMBER")]
    tempat: Annotated[Text, says("tempat penandatanganan", "Kota Contoh")]
    tanggal: Annotated[Text, says("tanggal penandatanganan", "5 Januari 2026")]
    perangkat_daerah: Annotated[PerangkatDaerah, says("perangkat daerah")]
    pegawai: Annotated[Pihak, says("pegawai yang dinilai")]
    unit_pegawai: Annotated[Text, says("unit kerja pegawai yang dinilai", "Bidang Contoh")]
    penilai: Annotated[Pihak, says("pejabat penilai kinerja", turn=1)]
    unit_penilai: Annotated[Text, says("unit kerja atau instansi pejabat penilai kinerja", "Dinas Contoh")]
    daftar_hasil: Annotated[tuple[SkpResult, ...], says("rencana hasil kerja utama", loop="h")]
    ekspektasi: Annotated[
        tuple[str, ...],
        says(
            "ekspektasi khusus pimpinan atas tiap nilai BerAKHLAK: [0] sampai [6]",
            ("Menjawab permohonan dalam dua hari", "", "", "", "", "", ""),
            fixed=7,
        ),
    ]
    dukungan: Annotated[
        tuple[str, ...], says("dukungan sumber daya; kosong bila belum ada", ("Anggaran sub kegiatan",))
    ]
    pertanggungjawaban: Annotated[
        tuple[str, ...], says("skema pertanggungjawaban; kosong bila belum ada", ("Laporan setiap triwulan",))
    ]
    konsekuensi: Annotated[tuple[str, ...], says("konsekuensi; kosong bila belum ada", ("Bahan pembinaan pegawai",))]
    id_jabatan: Annotated[str, says("ID jabatan pada lembar Pejabat", "KADIS")] = ""
