"""A made-up PK and a made-up Renstra that have something in every field: examples for the palette and for the X-ray."""

from __future__ import annotations

import struct
import zlib
from functools import partial

from pokin_docs.model.documents import (
    AnggaranPk,
    Bagian,
    CapaianPagu,
    GambarCetak,
    IkuRenstra,
    IndikatorPk,
    IndikatorRenstra,
    Isu,
    KinerjaCascading,
    LintasPerangkatDaerah,
    PerangkatDaerah,
    PerjanjianKinerja,
    Permasalahan,
    PerumusanProgram,
    Pihak,
    PohonRenstra,
    ProgramPendanaan,
    Renstra,
    SasaranPk,
    StrategiRenstra,
    TujuanSasaran,
)

_PD = PerangkatDaerah(
    nama="Dinas Contoh",
    singkatan="Discontoh",
    pemda="Pemerintah Kabupaten Contoh",
    alamat="Jalan Contoh Nomor 1, Kota Contoh",
    kode_pos="70000",
    telepon="(0500) 123456",
    laman="contoh.go.id",
    pos_el="dinas@contoh.go.id",
    sebutan_kepala_daerah="Bupati",
)
_PERTAMA = Pihak(
    nama="Dr. Contoh Pertama, S.Kom., M.Si.",
    nama_cetak="Dr. CONTOH PERTAMA, S.Kom., M.Si.",
    jabatan="Kepala Dinas Contoh",
    pangkat="Pembina Utama Muda",
    golongan="IV/c",
    nip="197001011995011001",
)
_KEDUA = Pihak(
    nama="Ir. Contoh Kedua, M.M.",
    nama_cetak="Ir. CONTOH KEDUA, M.M.",
    jabatan="Sekretaris Daerah Kabupaten Contoh",
    pangkat="Pembina Utama Madya",
    golongan="IV/d",
    nip="196502021990022002",
)
_PROGRAM = "2.16.02 Program Informasi dan Komunikasi Publik"
_KEGIATAN = "2.16.02.2.01 Pengelolaan Informasi dan Komunikasi Publik"

CONTOH_PK = PerjanjianKinerja(
    jenis_pk="jpt",
    tahun="2026",
    nomor="800/001/DISCONTOH/2026",
    tempat="Kota Contoh",
    tanggal="5 Januari 2026",
    perangkat_daerah=_PD,
    pihak_pertama=_PERTAMA,
    pihak_kedua=_KEDUA,
    daftar_sasaran=(
        SasaranPk(
            "1",
            "Meningkatnya mutu layanan informasi publik",
            (
                IndikatorPk("Indeks keterbukaan informasi publik", "85,5", "indeks"),
                IndikatorPk("Persentase permohonan informasi yang dijawab", "100", "%"),
            ),
        ),
        SasaranPk(
            "2",
            "Meningkatnya ketersediaan data statistik",
            (
                IndikatorPk("Persentase data yang terbit tepat waktu", "90", "%"),
                IndikatorPk("Nilai evaluasi penyelenggaraan statistik", "2,8", "nilai"),
            ),
        ),
    ),
    daftar_anggaran=(
        AnggaranPk("program", True, "2.16.02", "Program Informasi dan Komunikasi Publik", "1.250.000.000", "APBD",
                   False),
        AnggaranPk("kegiatan", False, "2.16.02.2.01", "Pengelolaan Informasi dan Komunikasi Publik", "750.000.000",
                   "APBD", True),
    ),
    total_anggaran="1.250.000.000",
)  # fmt: skip

_TARGET = (("82", "83", "84", "85", "86", "87"), ("70", "74", "78", "82", "86", "90"))
_INDIKATOR = (
    IndikatorRenstra("Indeks keterbukaan informasi publik", "indeks", "81", _TARGET[0]),
    IndikatorRenstra("Persentase data yang terbit tepat waktu", "%", "65", _TARGET[1]),
)
_SASARAN = ("Meningkatnya mutu layanan informasi publik", "Meningkatnya ketersediaan data statistik")


def _pendanaan(tingkat: str, uraian: str, indikator: str = "–", baseline: str = "–", target: str = "–") -> ProgramPendanaan:  # noqa: E501  # fmt: skip
    years = tuple(CapaianPagu(target, f"{pagu}.000.000") for pagu in (500, 510, 520, 530, 540))
    return ProgramPendanaan(tingkat, uraian, indikator, baseline, years, "APBD")


def _drawing(anak: int) -> bytes:
    """A small grey drawing of a box with some boxes below it, as a PNG."""
    wide, high = 240, 100
    boxes = [(80, 10, 160, 40), *((x, 60, x + 50, 90) for x in (range(20, 20 + 75 * anak, 75)))]

    def shade(x: int, y: int) -> int:
        inside = any(left <= x < right and top <= y < bottom for left, top, right, bottom in boxes)
        return 0xA0 if inside else 0xF2

    lines = b"".join(b"\x00" + bytes(shade(x, y) for x in range(wide)) for y in range(high))
    chunks = (
        (b"IHDR", struct.pack(">2I5B", wide, high, 8, 0, 0, 0, 0)), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""),
    )  # fmt: skip
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


def _pohon(no: int) -> PohonRenstra:
    alt = f"contoh gambar pohon kinerja bagian {no}"
    gambar = GambarCetak(f"{no:064x}", 120.0, 50.0, alt, partial(_drawing, no + 1))
    return PohonRenstra(str(no), f"Pohon Kinerja Dinas Contoh (bagian {no} dari 2)", gambar)


CONTOH_RENSTRA = Renstra(
    bagian=Bagian(sampul=True, bab_1=True, bab_2=True, bab_3=True, bab_4=True, bab_5=True),
    tahun_awal="2025",
    tahun_akhir="2029",
    tahun_dasar="2024",
    tahun_lanjut="2030",
    daftar_tahun=("2025", "2026", "2027", "2028", "2029", "2030"),
    daftar_tahun_rencana=("2026", "2027", "2028", "2029", "2030"),
    tempat="Kota Contoh",
    perangkat_daerah=_PD,
    kepala_jabatan="Kepala Dinas Contoh",
    kepala=_PERTAMA,
    outcome="Terwujudnya layanan informasi yang terpercaya",
    mandat="Undang-undang tentang keterbukaan informasi publik",
    permasalahan_outcome="Informasi belum mudah diperoleh masyarakat",
    harapan="Masyarakat memperoleh informasi dengan cepat",
    daftar_permasalahan=(
        Permasalahan("1", "Layanan informasi lambat", "Petugas belum terlatih", "Permohonan terus bertambah",
                     "Petugas terlatih"),
        Permasalahan("2", "Data belum terpadu", "Aplikasi terpisah-pisah", "Standar data berubah", "Data terpadu"),
    ),
    daftar_isu=(
        Isu("1", "Jaringan internet luas", "Layanan informasi lambat", "Limbah perangkat", "Kecerdasan buatan",
            "Satu data", "Kesenjangan wilayah", "Keterbukaan informasi"),
        Isu("2", "Komunitas warga aktif", "Data belum terpadu", "Pemakaian listrik", "Keamanan siber",
            "Transformasi digital", "Kerja sama daerah", "Keterpaduan data"),
    ),
    daftar_tujuan_sasaran=(
        TujuanSasaran("Tujuan", "Terwujudnya layanan informasi yang terpercaya", "NSPK informasi publik",
                      "Sasaran RPJMD ke-1", _INDIKATOR[:1]),
        TujuanSasaran("Sasaran 1", _SASARAN[0], "NSPK informasi publik", "Sasaran RPJMD ke-1", _INDIKATOR),
    ),
    daftar_strategi=(
        StrategiRenstra("1", _SASARAN[0], "NSPK informasi publik", "Layanan informasi lambat",
                        "Keterbukaan informasi", "Melatih petugas layanan", "Pelayanan publik yang prima",
                        "Penguatan layanan informasi", "2026: pelatihan; 2027: penerapan"),
        StrategiRenstra("2", _SASARAN[1], "NSPK statistik sektoral", "Data belum terpadu", "Keterpaduan data",
                        "Memadukan aplikasi data", "Pemerintahan berbasis data", "Penguatan satu data",
                        "2026: penyusunan; 2027: penerapan"),
    ),
    daftar_perumusan=(
        PerumusanProgram("NSPK informasi publik", "Terwujudnya layanan informasi", "Meningkatnya mutu layanan",
                         "Layanan informasi cepat", "Permohonan terjawab", _PROGRAM, _INDIKATOR[:1]),
        PerumusanProgram("NSPK statistik sektoral", "Terwujudnya layanan informasi", "Meningkatnya data statistik",
                         "Data tepat waktu", "Data terbit", _KEGIATAN, _INDIKATOR),
    ),
    daftar_pendanaan=(
        _pendanaan("program", _PROGRAM),
        _pendanaan("kinerja", "Layanan informasi cepat", "Indeks keterbukaan informasi publik", "81", "85"),
        _pendanaan("kegiatan", _KEGIATAN),
        _pendanaan("sub_kegiatan", "2.16.02.2.01.0015 Pelayanan Informasi Publik"),
        _pendanaan("kinerja", "Permohonan terjawab", "Persentase permohonan yang dijawab", "65", "90"),
        _pendanaan("jumlah", "Jumlah"),
    ),
    daftar_iku=(
        IkuRenstra("1", "Indeks keterbukaan informasi publik", "indeks", "81", _TARGET[0], "IKU"),
        IkuRenstra("2", "Persentase data yang terbit tepat waktu", "%", "65", _TARGET[1], "IKU"),
    ),
    daftar_lintas=(
        LintasPerangkatDaerah("1", "Meningkatnya literasi digital", "Indeks literasi digital", "Dinas Contoh",
                              "Dinas Pendidikan", "Menyediakan kelas", "disepakati"),
        LintasPerangkatDaerah("2", "Meningkatnya keamanan data", "Indeks keamanan informasi", "Dinas Contoh",
                              "Sekretariat Daerah", "Menetapkan aturan", "dibahas"),
    ),
    daftar_cascading=(
        KinerjaCascading("1", "Tujuan", "Terwujudnya layanan informasi yang terpercaya", _INDIKATOR[:1], _PROGRAM,
                         "Kepala Dinas Contoh"),
        KinerjaCascading("1.1", "Sasaran", _SASARAN[0], _INDIKATOR, _KEGIATAN, "Kepala Bidang Contoh"),
    ),
    daftar_pohon=(_pohon(1), _pohon(2)),
)  # fmt: skip
