"""What a Rencana Aksi says: its fields are the placeholders of its template (domain-2.md 3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pokin_docs.documents.meanings import says
from pokin_docs.documents.signed.content import SignedContent
from pokin_docs.documents.values import ChangedBudget, PerangkatDaerah, Pihak, Text, quarter_names

ROW_KINDS = ("indikator", "pengantar", "langkah")
"""The targets of the indicator itself; a line before the steps that serve all indicators of a sasaran; a step."""
_MONTHS = ("8", "16", "24", "32", "40", "48", "56", "64", "72", "80", "88", "96")


@dataclass(frozen=True, slots=True)
class ActionRow:
    """A row of the table: the indicator's own quarters, or a step on the way there with its quarters.

    Rows from one that is ``awal`` to the next that is ``akhir`` share one cell for the indicator, and are ``rapat`` but
    for the last where they fit a page.
    """

    jenis: Annotated[
        str,
        says(
            "indikator (target indikator itu sendiri), pengantar (sebelum langkah bersama), atau langkah "
            "(untuk pilihan)",
            "indikator",
            "langkah",
            values=ROW_KINDS,
        ),
    ]
    no: Annotated[str, says("nomor rencana aksi", "1", "1")]
    langkah: Annotated[Text, says("rencana aksi; kosong pada baris sub berikutnya", "Penilaian mandiri layanan")]
    sub: Annotated[Text, says("sub rencana aksi, atau keluarannya", "Jumlah dokumen penilaian")]
    target: Annotated[Text, says("target setahun", "100", "12")]
    satuan: Annotated[Text, says("satuan target", "%", "Dokumen")]
    triwulan: Annotated[
        tuple[Text, ...], says("target tiap triwulan: [0] sampai [3]", ("25", "50", "75", "100"), fixed=4)
    ]
    bulan: Annotated[tuple[Text, ...], says("target tiap bulan: [0] sampai [11]", _MONTHS, fixed=12)]
    penanggung_jawab: Annotated[Text, says("jabatan penanggung jawabnya", "Kepala Bidang Contoh")]
    awal: Annotated[
        bool, says("ya pada baris yang mencetak indikatornya: yang pertama, dan yang mengulangnya", True)
    ] = True
    akhir: Annotated[bool, says("ya pada baris terakhir yang digabung di bawah indikator itu", True)] = True
    rapat: Annotated[bool, says("ya bila baris itu harus sehalaman dengan baris berikutnya", False)] = False


@dataclass(frozen=True, slots=True)
class ActionIndikator:
    """An indicator of the PK with its steps; the first of its rows has its own quarters."""

    indikator: Annotated[
        Text,
        says(
            "kalimat indikator, sama dengan di PK",
            "Indeks keterbukaan informasi publik",
            "Persentase permohonan informasi yang dijawab",
            "Persentase data yang terbit tepat waktu",
            "Nilai evaluasi penyelenggaraan statistik",
        ),
    ]
    target: Annotated[Text, says("target tahun PK", "85,5", "100", "90", "2,8")]
    satuan: Annotated[Text, says("satuan target", "indeks", "%", "%", "nilai")]
    daftar_baris: Annotated[tuple[ActionRow, ...], says("target indikator itu dan langkah-langkahnya", loop="r")]

    @property
    def quarters(self) -> tuple[Text, ...]:
        """Its own quarters."""
        return next((row.triwulan for row in self.daftar_baris if row.jenis == "indikator"), ())


@dataclass(frozen=True, slots=True)
class ActionSasaran:
    """A sasaran of the PK; ``no`` counts from 1 in row order."""

    no: Annotated[str, says("nomor urut sasaran", "1", "2")]
    sasaran: Annotated[
        Text,
        says(
            "kalimat sasaran, sama dengan di PK",
            "Meningkatnya mutu layanan informasi publik",
            "Meningkatnya ketersediaan data statistik",
        ),
    ]
    daftar_indikator: Annotated[tuple[ActionIndikator, ...], says("indikator sasaran itu", loop="i")]


@dataclass(frozen=True, slots=True)
class ActionMoney:
    """A row of the money table; quarters that nobody knows are empty texts."""

    kode: Annotated[str, says("kode sub kegiatan; boleh kosong", "2.16.02.2.01.0001")]
    uraian: Annotated[Text, says("nama sub kegiatan, atau rencana aksinya", "Penyusunan data dan informasi")]
    anggaran: Annotated[Text, says("anggaran setahun, tanpa Rp", "750.000.000")]
    triwulan: Annotated[
        tuple[str, ...],
        says("anggaran tiap triwulan: [0] sampai [3]", ("150.000.000", "250.000.000", "250.000.000", "100.000.000"),
             fixed=4),
    ]  # fmt: skip
    rapat: Annotated[bool, says("ya bila baris itu harus sehalaman dengan baris berikutnya", True, False)] = False


@dataclass(frozen=True, slots=True)
class ActionPlan(SignedContent):
    """One Rencana Aksi. ``tanggal`` is written out; ``id_jabatan`` is empty where nobody owns the rows."""

    tahun: Annotated[Text, says("tahun PK", "2026")]
    tempat: Annotated[Text, says("tempat penandatanganan", "Kota Contoh")]
    tanggal: Annotated[Text, says("tanggal PK", "5 Januari 2026")]
    perangkat_daerah: Annotated[PerangkatDaerah, says("perangkat daerah, untuk judul")]
    untuk_pd: Annotated[bool, says("ya bila ini rencana aksi perangkat daerah, bukan seorang pejabat", False)]
    pejabat: Annotated[Pihak, says("pejabat yang menandatangani")]
    atasan: Annotated[Pihak, says("atasan langsungnya, bila ikut menandatangani", turn=1)]
    bulanan: Annotated[bool, says("ya bila targetnya per bulan, bukan per triwulan", False)]
    daftar_sasaran: Annotated[tuple[ActionSasaran, ...], says("sasaran dengan indikator dan rencana aksinya", loop="s")]
    akhir_tahun: Annotated[
        bool, says("ya bila ada target tahun yang tidak dibagi per triwulan, sehingga dicetak pada akhir tahun", False)
    ]
    daftar_anggaran: Annotated[tuple[ActionMoney, ...], says("anggaran tiap langkah atau sub kegiatan", loop="a")]
    jumlah_anggaran: Annotated[str, says("jumlah tabel itu, tanpa Rp; kosong bila belum diketahui", "1.500.000.000")]
    jumlah_triwulan: Annotated[
        tuple[str, ...],
        says("jumlah tabel itu tiap triwulan: [0] sampai [3]", ("300.000.000", "500.000.000", "500.000.000",
             "200.000.000"), fixed=4),
    ]  # fmt: skip
    total_anggaran: Annotated[Text, says("jumlah anggaran pada PK, tanpa Rp", "1.500.000.000")]
    per_triwulan: Annotated[bool, says("ya bila anggaran triwulan diketahui", True)]
    id_jabatan: Annotated[str, says("ID jabatan pada lembar Pejabat", "KADIS")] = ""
    perubahan: ChangedBudget = False

    @property
    def quarter_names(self) -> tuple[str, ...]:
        """What the quarters are called; none where the months are printed."""
        return () if self.bulanan else quarter_names(self.tahun)
