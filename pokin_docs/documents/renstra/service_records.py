"""The rows of the Renstra's tables about services, as a template sees them: past years, factors, priorities, means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pokin_docs.documents.meanings import says
from pokin_docs.documents.renstra.records import CapaianPagu
from pokin_docs.documents.values import Text


@dataclass(frozen=True, slots=True)
class ServiceYear:
    """The cells of table 2.1 for one past year."""

    tahun: Annotated[Text, says("tahunnya", "2020", "2021", "2022", "2023", "2024")]
    target: Annotated[Text, says("target tahun itu", "80", "82")]
    realisasi: Annotated[Text, says("realisasi tahun itu; – bila belum diukur", "78", "83")]
    capaian: Annotated[Text, says("rasio capaian dalam persen, dihitung; – bila tidak ada", "97,5", "101,22")]


@dataclass(frozen=True, slots=True)
class ServiceIndicator:
    """Table 2.1 (T-C.23): an indicator of the service; ``daftar_tahun`` follows ``Renstra.daftar_tahun_lalu``."""

    no: Annotated[str, says("nomor urut", "1", "2")]
    indikator: Annotated[
        Text,
        says("kalimat indikator", "Indeks keterbukaan informasi publik", "Persentase data yang terbit tepat waktu"),
    ]
    jenis: Annotated[str, says("IKU, IKK, NSPK, atau SPM", "IKU", "IKK")]
    satuan: Annotated[Text, says("satuan target", "indeks", "%")]
    target_nspk: Annotated[str, says("target NSPK", "90", "–")]
    target_ikk: Annotated[str, says("target IKK", "–", "100")]
    target_lain: Annotated[str, says("target indikator lainnya", "–")]
    daftar_tahun: Annotated[
        tuple[ServiceYear, ...], says("target, realisasi, dan capaian lima tahun: [0] sampai [4]", fixed=5)
    ]


@dataclass(frozen=True, slots=True)
class BudgetYear:
    """The cells of table 2.2 for one past year."""

    tahun: Annotated[Text, says("tahunnya", "2020", "2021", "2022", "2023", "2024")]
    anggaran: Annotated[Text, says("anggaran tahun itu, tanpa Rp", "480.000.000", "490.000.000")]
    realisasi: Annotated[Text, says("realisasi tahun itu, tanpa Rp", "456.000.000", "470.400.000")]
    rasio: Annotated[Text, says("realisasi dibagi anggaran dalam persen, dihitung", "95", "96")]


@dataclass(frozen=True, slots=True)
class PastBudget:
    """Table 2.2 (T-C.24): a program with what was given and spent; the last row is the sum of all."""

    tingkat: Annotated[
        str, says("rincian, atau jumlah (untuk pilihan)", "rincian", "jumlah", values=("rincian", "jumlah"))
    ]
    uraian: Annotated[Text, says("program atau jenis belanja", "Program Informasi dan Komunikasi Publik", "Jumlah")]
    daftar_tahun: Annotated[
        tuple[BudgetYear, ...], says("anggaran, realisasi, dan rasio lima tahun: [0] sampai [4]", fixed=5)
    ]
    pertumbuhan_anggaran: Annotated[str, says("rata-rata pertumbuhan anggaran dalam persen, dihitung", "2,1")]
    pertumbuhan_realisasi: Annotated[str, says("rata-rata pertumbuhan realisasi dalam persen, dihitung", "3,2")]


@dataclass(frozen=True, slots=True)
class GoalFactors:
    """Table 2.4: what hinders and what drives a sasaran."""

    sasaran: Annotated[Text, says("kalimat sasaran", "Meningkatnya mutu layanan", "Meningkatnya data statistik")]
    penghambat: Annotated[Text, says("faktor penghambat", "Petugas belum terlatih", "Aplikasi terpisah-pisah")]
    pendorong: Annotated[Text, says("faktor pendorong", "Permohonan daring", "Kebijakan satu data")]


@dataclass(frozen=True, slots=True)
class PriorityActivity:
    """Table 4.3: a sub kegiatan that supports a program of priority."""

    no: Annotated[str, says("nomor urut", "1", "2")]
    program_prioritas: Annotated[Text, says("program prioritas", "Layanan Publik Cepat", "Satu Data Daerah")]
    outcome: Annotated[Text, says("outcome program itu", "Layanan informasi cepat", "Data tepat waktu")]
    program: Annotated[
        Text,
        says(
            "kode dan nama kegiatan atau subkegiatan",
            "2.16.02.2.01.0015 Pelayanan Informasi Publik",
            "2.20.02.2.01.0018 Pemenuhan Prinsip Satu Data Indonesia",
        ),
    ]
    keterangan: Annotated[str, says("keterangan", "Kabupaten Contoh")]


@dataclass(frozen=True, slots=True)
class KeyIndicator:
    """Table 4.5: an indikator kinerja kunci; ``target`` follows ``Renstra.daftar_tahun`` (always six)."""

    no: Annotated[str, says("nomor urut", "1", "2")]
    indikator: Annotated[
        Text, says("kalimat indikator kinerja kunci", "Persentase PD terhubung internet", "Persentase layanan daring")
    ]
    status: Annotated[str, says("positif atau negatif", "positif", "negatif")]
    satuan: Annotated[Text, says("satuan target", "%")]
    kondisi_awal: Annotated[Text, says("nilai pada tahun dasar (baseline)", "81", "65")]
    target: Annotated[
        tuple[Text, ...],
        says(
            "target enam tahun: [0] sampai [5]",
            ("82", "83", "84", "85", "86", "87"),
            ("70", "74", "78", "82", "86", "90"),
            fixed=6,
        ),
    ]
    keterangan: Annotated[str, says("keterangan", "IKK")]


@dataclass(frozen=True, slots=True)
class Resource:
    """A golongan, an education or a kind of things, and how many; the last row of people is the sum of all."""

    tingkat: Annotated[
        str, says("rincian, atau jumlah (untuk pilihan)", "rincian", "jumlah", values=("rincian", "jumlah"))
    ]
    no: Annotated[str, says("nomor urut; kosong pada jumlah", "1", "2")]
    uraian: Annotated[Text, says("golongan, pendidikan, atau nama sarana", "Golongan III", "Jumlah")]
    laki_laki: Annotated[str, says("banyaknya laki-laki", "12")]
    perempuan: Annotated[str, says("banyaknya perempuan", "10")]
    jumlah: Annotated[Text, says("jumlahnya, dihitung untuk pegawai", "22")]
    satuan: Annotated[str, says("satuan sarana", "unit")]
    keterangan: Annotated[str, says("kondisi sarana", "Baik")]


@dataclass(frozen=True, slots=True)
class ServiceClients:
    """A service, and whom it is for."""

    no: Annotated[str, says("nomor urut", "1", "2")]
    layanan: Annotated[Text, says("layanan perangkat daerah", "Layanan informasi publik", "Data statistik sektoral")]
    kelompok: Annotated[Text, says("kelompok sasaran layanan itu", "Masyarakat", "Perangkat daerah")]
    keterangan: Annotated[str, says("keterangan", "8 kecamatan")]


@dataclass(frozen=True, slots=True)
class ProgramActivity:
    """Table T-C.27: a program, kegiatan or sub kegiatan with its first indicator, or a further one (``kinerja``)."""

    tingkat: Annotated[
        str,
        says(
            "program, kegiatan, sub_kegiatan, kinerja, atau jumlah (untuk pilihan)",
            "program",
            "kegiatan",
            "sub_kegiatan",
            "kinerja",
            "jumlah",
            values=("program", "kegiatan", "sub_kegiatan", "kinerja", "jumlah"),
        ),
    ]
    tujuan: Annotated[str, says("kalimat tujuan; kosong selain pada program", "Terwujudnya layanan informasi")]
    sasaran: Annotated[str, says("kalimat sasaran; kosong selain pada program", "Meningkatnya mutu layanan")]
    kode: Annotated[str, says("kode program, kegiatan, atau sub kegiatan", "2.16.02", "2.16.02.2.01")]
    uraian: Annotated[
        Text, says("nama program, kegiatan, atau sub kegiatan", "Program Informasi Publik", "Pengelolaan Informasi")
    ]
    indikator: Annotated[Text, says("kalimat indikator", "Indeks keterbukaan informasi", "Persentase data terbit")]
    kondisi_awal: Annotated[Text, says("capaian pada tahun awal perencanaan", "81", "65")]
    daftar_tahun: Annotated[tuple[CapaianPagu, ...], says("target dan pagu lima tahun: [0] sampai [4]", fixed=5)]
    akhir_target: Annotated[Text, says("target pada akhir periode", "86", "90")]
    akhir_pagu: Annotated[Text, says("jumlah pagu lima tahun", "2.600.000.000")]
    unit: Annotated[str, says("unit kerja penanggung jawab", "Bidang Informasi Publik")]
    lokasi: Annotated[str, says("lokasi", "Kabupaten Contoh")]
