"""What a Renstra says: its fields are the placeholders of its template (Inmendagri 2/2025; domain.md 2.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pokin_docs.documents.meanings import says
from pokin_docs.documents.renstra.places import NO_NARRATIVE, RenstraNarrative
from pokin_docs.documents.renstra.records import (
    IkuRenstra,
    Isu,
    KinerjaCascading,
    LintasPerangkatDaerah,
    Permasalahan,
    PerumusanProgram,
    ProgramPendanaan,
    StrategiRenstra,
    TujuanSasaran,
)  # fmt: skip
from pokin_docs.documents.renstra.service_records import (
    GoalFactors,
    KeyIndicator,
    PastBudget,
    PriorityActivity,
    ProgramActivity,
    Resource,
    ServiceClients,
    ServiceIndicator,
)
from pokin_docs.documents.signed.content import SignedContent
from pokin_docs.documents.tree_picture import TreePicture
from pokin_docs.documents.values import PerangkatDaerah, Pihak, Text


@dataclass(frozen=True, slots=True)
class RenstraChapters:
    """Which parts of the Renstra this file holds; the template prints each part only if asked."""

    sampul: Annotated[bool, says("ya bila berkas ini memuat sampul dan daftar isi", True)]
    bab_1: Annotated[bool, says("ya bila memuat Bab I", True)]
    bab_2: Annotated[bool, says("ya bila memuat Bab II", True)]
    bab_3: Annotated[bool, says("ya bila memuat Bab III", True)]
    bab_4: Annotated[bool, says("ya bila memuat Bab IV", True)]
    bab_5: Annotated[bool, says("ya bila memuat Bab V", True)]


@dataclass(frozen=True, slots=True)
class Renstra(SignedContent):
    """The Renstra 2025-2029 of Inmendagri 2/2025, whole or in parts (``bagian``).

    ``daftar_tahun`` are the six years of the target columns, ``daftar_tahun_rencana`` those whose funding is planned;
    a shorter period leaves the last ones empty. ``tahun_dasar`` is the year of the baseline.
    """

    bagian: Annotated[RenstraChapters, says("bagian yang dimuat berkas ini: Renstra utuh atau satu bab")]
    tahun_awal: Annotated[Text, says("tahun pertama periode Renstra", "2025")]
    tahun_akhir: Annotated[Text, says("tahun terakhir periode Renstra", "2029")]
    tahun_dasar: Annotated[Text, says("tahun kondisi awal (baseline)", "2024")]
    tahun_lanjut: Annotated[Text, says("tahun sesudah periode Renstra", "2030")]
    daftar_tahun: Annotated[
        tuple[Text, ...],
        says("enam tahun kolom target: [0] sampai [5]", ("2025", "2026", "2027", "2028", "2029", "2030"), fixed=6),
    ]
    daftar_tahun_rencana: Annotated[
        tuple[Text, ...],
        says(
            "tahun rencana dan pendanaan: [0] sampai [5]; yang terakhir kosong bila hanya lima",
            ("2026", "2027", "2028", "2029", "2030", ""),
            fixed=6,
        ),
    ]
    kertas_f4: Annotated[bool, says("ya bila Tabel 4.2 dicetak pada kertas F4, dalam ribuan rupiah", False)]
    daftar_tahap: Annotated[
        tuple[str, ...],
        says(
            "judul kolom Tabel 3.3: [0] sampai [4]",
            ("Tahap I (2026)", "Tahap II (2027)", "Tahap III (2028)", "Tahap IV (2029)", "Tahap V (2030)"),
            fixed=5,
        ),
    ]
    tempat: Annotated[Text, says("tempat penandatanganan", "Kota Contoh")]
    perangkat_daerah: Annotated[PerangkatDaerah, says("perangkat daerah")]
    kepala_jabatan: Annotated[
        Text, says("jabatan kepala perangkat daerah, dengan Plt. bila ada", "Kepala Dinas Contoh")
    ]
    kepala: Annotated[Pihak, says("kepala perangkat daerah")]
    outcome: Annotated[Text, says("hasil (outcome) dari Tahap 1", "Terwujudnya layanan informasi yang terpercaya")]
    mandat: Annotated[str, says("faktor mandat dari Tahap 1", "Undang-undang tentang keterbukaan informasi publik")]
    permasalahan_outcome: Annotated[
        str, says("faktor permasalahan dari Tahap 1", "Informasi belum mudah diperoleh masyarakat")
    ]
    harapan: Annotated[str, says("faktor harapan dari Tahap 1", "Masyarakat memperoleh informasi dengan cepat")]
    daftar_permasalahan: Annotated[tuple[Permasalahan, ...], says("Tabel 2.3, permasalahan pelayanan")]
    daftar_isu: Annotated[tuple[Isu, ...], says("Tabel 2.5, isu strategis")]
    daftar_tujuan_sasaran: Annotated[tuple[TujuanSasaran, ...], says("Tabel 3.1, tujuan dan sasaran")]
    daftar_strategi: Annotated[tuple[StrategiRenstra, ...], says("Tabel 3.2 sampai 3.4, strategi dan arah kebijakan")]
    daftar_perumusan: Annotated[
        tuple[PerumusanProgram, ...], says("Tabel 4.1, perumusan program, kegiatan, subkegiatan", rows=3)
    ]
    daftar_pendanaan: Annotated[tuple[ProgramPendanaan, ...], says("Tabel 4.2, rencana dan pendanaan", rows=8)]
    daftar_iku: Annotated[tuple[IkuRenstra, ...], says("Tabel 4.4, indikator kinerja utama")]
    daftar_lintas: Annotated[tuple[LintasPerangkatDaerah, ...], says("Tabel 3.6, kinerja lintas perangkat daerah")]
    daftar_cascading: Annotated[tuple[KinerjaCascading, ...], says("Tabel 3.5, penjabaran kinerja")]
    daftar_tahun_lalu: Annotated[
        tuple[Text, ...],
        says("lima tahun sebelum periode Renstra: [0] sampai [4]", ("2020", "2021", "2022", "2023", "2024"), fixed=5),
    ]
    daftar_kinerja_pelayanan: Annotated[tuple[ServiceIndicator, ...], says("Tabel 2.1, kinerja pelayanan")]
    daftar_anggaran_realisasi: Annotated[tuple[PastBudget, ...], says("Tabel 2.2, anggaran dan realisasi")]
    daftar_faktor: Annotated[tuple[GoalFactors, ...], says("Tabel 2.4, faktor penghambat dan pendorong")]
    daftar_prioritas: Annotated[tuple[PriorityActivity, ...], says("Tabel 4.3, subkegiatan prioritas")]
    daftar_ikk: Annotated[tuple[KeyIndicator, ...], says("Tabel 4.5, indikator kinerja kunci")]
    daftar_pegawai_golongan: Annotated[tuple[Resource, ...], says("pegawai menurut golongan")]
    daftar_pegawai_pendidikan: Annotated[tuple[Resource, ...], says("pegawai menurut pendidikan")]
    daftar_sarana: Annotated[tuple[Resource, ...], says("sarana dan prasarana")]
    daftar_kelompok_sasaran: Annotated[tuple[ServiceClients, ...], says("kelompok sasaran layanan")]
    daftar_pohon: Annotated[
        tuple[TreePicture, ...], says("gambar pohon kinerja, satu atau lebih; kosong bila belum ada kinerja")
    ] = ()
    naskah: Annotated[RenstraNarrative, says("naskah yang ditulis perangkat daerah sendiri, satu isian per tempat")] = (
        NO_NARRATIVE
    )
    perubahan: Annotated[
        bool, says("ya bila Periode Renstra di Identitas menyebut perubahan: Perubahan 2025-2029", False)
    ] = False
    halaman_awal: Annotated[str, says("nomor halaman pertama bab yang dicetak tersendiri, dari Identitas", "17")] = ""


@dataclass(frozen=True, slots=True)
class RenstraChapters2017(RenstraChapters):
    """Which parts of a Renstra of eight chapters this file holds."""

    bab_6: Annotated[bool, says("ya bila memuat Bab VI", True)]
    bab_7: Annotated[bool, says("ya bila memuat Bab VII", True)]
    bab_8: Annotated[bool, says("ya bila memuat Bab VIII", True)]


@dataclass(frozen=True, slots=True)
class Renstra2017(Renstra):
    """The Renstra of Permendagri 86/2017: the same fields, and the table of programs as its form has it."""

    bagian: Annotated[RenstraChapters2017, says("bagian yang dimuat berkas ini: Renstra utuh atau satu bab")]
    daftar_program_kegiatan: Annotated[
        tuple[ProgramActivity, ...], says("Tabel T-C.27, program, kegiatan, dan pendanaan", rows=5)
    ] = ()
    daftar_indikator_rpjmd: Annotated[
        tuple[IkuRenstra, ...], says("Tabel T-C.28, indikator tujuan dan sasaran, serta IKU jenjang lain")
    ] = ()
