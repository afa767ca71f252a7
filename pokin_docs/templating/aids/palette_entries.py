"""What every placeholder means, in a clerk's words, and how it is written in a template: data for the palette."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass

from pokin_docs.model import documents as d

ARTI: dict[type, dict[str, str]] = {
    d.PerjanjianKinerja: {
        "jenis_pk": "jenis PK: jpt, ess-3, sub-koordinator-jf, atau jf-jp (untuk pilihan, bukan untuk dicetak)",
        "tahun": "tahun PK",
        "nomor": "nomor naskah; kosong bila tidak dipakai",
        "tempat": "tempat penandatanganan",
        "tanggal": "tanggal PK",
        "perangkat_daerah": "perangkat daerah, untuk kop dan judul",
        "pihak_pertama": "pejabat yang berjanji",
        "pihak_kedua": "atasan langsungnya",
        "daftar_sasaran": "sasaran dengan indikatornya, untuk tabel kinerja",
        "daftar_anggaran": "program, kegiatan, atau sub kegiatan dengan anggarannya",
        "total_anggaran": "jumlah anggaran, tanpa Rp",
    },
    d.PerangkatDaerah: {
        "nama": "nama perangkat daerah",
        "singkatan": "nama pendeknya",
        "pemda": "nama pemerintah daerah",
        "alamat": "alamat kantor",
        "kode_pos": "kode pos",
        "telepon": "nomor telepon",
        "laman": "laman (website)",
        "pos_el": "pos-el (email)",
        "sebutan_kepala_daerah": "Bupati, Wali Kota, atau Gubernur",
    },
    d.Pihak: {
        "nama": "nama lengkap dengan gelar",
        "nama_cetak": "nama dengan huruf besar, gelar apa adanya; untuk tanda tangan",
        "jabatan": "jabatan, dengan Plt. bila ada",
        "pangkat": "pangkat; kosong bagi kepala daerah",
        "golongan": "golongan ruang; kosong bagi kepala daerah",
        "nip": "NIP; kosong bagi kepala daerah",
    },
    d.SasaranPk: {
        "no": "nomor urut sasaran",
        "sasaran": "kalimat sasaran",
        "daftar_indikator": "indikator sasaran itu",
    },
    d.IndikatorPk: {
        "indikator": "kalimat indikator",
        "target": "target tahun PK",
        "satuan": "satuan target",
    },
    d.AnggaranPk: {
        "tingkat": "program, kegiatan, atau sub_kegiatan (untuk pilihan)",
        "induk": "ya bila rinciannya ada di bawahnya dalam tabel itu",
        "kode": "kode program, kegiatan, atau sub kegiatan",
        "nama": "nama program, kegiatan, atau sub kegiatan",
        "anggaran": "anggaran, tanpa Rp",
        "sumber_dana": "sumber dana",
        "sebagian": "ya bila yang dihitung hanya bagian pejabat ini",
    },
    d.Renstra: {
        "bagian": "bagian yang dimuat berkas ini: Renstra utuh atau satu bab",
        "tahun_awal": "tahun pertama periode Renstra",
        "tahun_akhir": "tahun terakhir periode Renstra",
        "tahun_dasar": "tahun kondisi awal (baseline)",
        "tahun_lanjut": "tahun sesudah periode Renstra",
        "daftar_tahun": "enam tahun kolom target: [0] sampai [5]",
        "daftar_tahun_rencana": "lima tahun rencana dan pendanaan: [0] sampai [4]",
        "tempat": "tempat penandatanganan",
        "perangkat_daerah": "perangkat daerah",
        "kepala_jabatan": "jabatan kepala perangkat daerah, dengan Plt. bila ada",
        "kepala": "kepala perangkat daerah",
        "outcome": "hasil (outcome) dari Tahap 1",
        "mandat": "faktor mandat dari Tahap 1",
        "permasalahan_outcome": "faktor permasalahan dari Tahap 1",
        "harapan": "faktor harapan dari Tahap 1",
        "daftar_permasalahan": "Tabel 2.3, permasalahan pelayanan",
        "daftar_isu": "Tabel 2.5, isu strategis",
        "daftar_tujuan_sasaran": "Tabel 3.1, tujuan dan sasaran",
        "daftar_strategi": "Tabel 3.2 sampai 3.4, strategi dan arah kebijakan",
        "daftar_perumusan": "Tabel 4.1, perumusan program, kegiatan, subkegiatan",
        "daftar_pendanaan": "Tabel 4.2, rencana dan pendanaan",
        "daftar_iku": "Tabel 4.4, indikator kinerja utama",
        "daftar_lintas": "Tabel 3.6, kinerja lintas perangkat daerah",
        "daftar_cascading": "Tabel 3.5, penjabaran kinerja",
        "daftar_pohon": "gambar pohon kinerja, satu atau lebih; kosong bila belum ada kinerja",
    },
    d.Bagian: {
        "sampul": "ya bila berkas ini memuat sampul dan daftar isi",
        "bab_1": "ya bila memuat Bab I",
        "bab_2": "ya bila memuat Bab II",
        "bab_3": "ya bila memuat Bab III",
        "bab_4": "ya bila memuat Bab IV",
        "bab_5": "ya bila memuat Bab V",
    },
    d.IndikatorRenstra: {
        "indikator": "kalimat indikator",
        "satuan": "satuan target",
        "kondisi_awal": "nilai pada tahun dasar (baseline)",
        "target": "target enam tahun: [0] sampai [5]",
    },
    d.Permasalahan: {
        "no": "nomor urut",
        "permasalahan": "permasalahan (CSF dari Tahap 2)",
        "faktor_internal": "faktor dari dalam",
        "faktor_eksternal": "faktor dari luar",
        "kondisi": "kondisi yang diperlukan",
    },
    d.Isu: {
        "no": "nomor urut",
        "potensi": "potensi daerah",
        "permasalahan": "permasalahan perangkat daerah",
        "isu_klhs": "isu kajian lingkungan hidup strategis",
        "isu_global": "isu global",
        "isu_nasional": "isu nasional",
        "isu_regional": "isu regional",
        "isu_strategis": "isu strategis yang disimpulkan",
    },
    d.TujuanSasaran: {
        "sebutan": "Tujuan, atau Sasaran dengan nomornya",
        "uraian": "kalimat tujuan atau sasaran",
        "nspk": "NSPK yang dirujuk",
        "sasaran_rpjmd": "sasaran RPJMD yang didukung",
        "daftar_indikator": "indikatornya, dengan target tiap tahun",
    },
    d.StrategiRenstra: {
        "no": "nomor urut",
        "sasaran": "kalimat sasaran",
        "nspk": "NSPK yang dirujuk",
        "permasalahan": "permasalahan",
        "isu_strategis": "isu strategis",
        "strategi": "strategi",
        "arah_kebijakan_rpjmd": "arah kebijakan RPJMD",
        "arah_kebijakan": "arah kebijakan Renstra",
        "penahapan": "penahapan pembangunan",
    },
    d.PerumusanProgram: {
        "acuan": "NSPK dan sasaran RPJMD yang relevan",
        "tujuan": "kalimat tujuan; kosong pada baris lain",
        "sasaran": "kalimat sasaran; kosong pada baris lain",
        "outcome": "kalimat outcome; kosong pada baris lain",
        "output": "kalimat output; kosong pada baris lain",
        "program": "kode dan nama program, kegiatan, atau subkegiatan",
        "daftar_indikator": "indikator baris itu",
    },
    d.ProgramPendanaan: {
        "tingkat": "program, kegiatan, sub_kegiatan, kinerja, atau jumlah (untuk pilihan)",
        "uraian": "nama program dan sebagainya, atau kalimat outcome atau output",
        "indikator": "kalimat indikator outcome atau output",
        "kondisi_awal": "nilai pada tahun dasar (baseline)",
        "daftar_tahun": "target dan pagu lima tahun: [0] sampai [4]",
        "keterangan": "keterangan",
    },
    d.CapaianPagu: {
        "target": "target tahun itu",
        "pagu": "pagu tahun itu, tanpa Rp",
    },
    d.IkuRenstra: {
        "no": "nomor urut",
        "indikator": "kalimat indikator kinerja utama",
        "satuan": "satuan target",
        "kondisi_awal": "nilai pada tahun dasar (baseline)",
        "target": "target enam tahun: [0] sampai [5]",
        "keterangan": "keterangan",
    },
    d.LintasPerangkatDaerah: {
        "no": "nomor urut",
        "kinerja": "kondisi yang dicapai bersama",
        "indikator": "indikatornya",
        "pd_pengampu": "perangkat daerah pengampu",
        "pd_pendukung": "perangkat daerah pendukung",
        "peran": "peran pendukung",
        "status": "status kesepakatan",
    },
    d.KinerjaCascading: {
        "nomor": "nomor dalam pohon kinerja",
        "komponen": "jenjang: Tujuan, Sasaran, dan seterusnya",
        "kinerja": "kalimat kinerja",
        "daftar_indikator": "indikator kinerja itu",
        "program": "program, kegiatan, atau subkegiatan",
        "penanggung_jawab": "jabatan penanggung jawab",
    },
    d.PohonRenstra: {
        "no": "nomor urut gambar",
        "judul": "keterangan gambar",
        "gambar": "gambarnya, sebesar yang dimuat halamannya; sendirian dalam paragraf di tengah",
    },
}
"""The meaning of every field, by the record it belongs to."""

PER_NOMOR = frozenset(("target", "daftar_tahun", "daftar_tahun_rencana"))
"""Lists of a fixed length, whose items are printed by their number."""

HANYA_PILIHAN = ("jenis_pk", ".tingkat")
"""Ends of placeholders that choices ask for and nobody prints."""

_VARIABEL = {"daftar_sasaran": "s", "daftar_indikator": "i", "daftar_anggaran": "a"}


@dataclass(frozen=True, slots=True)
class Penyaring:
    """A filter: how it is typed, what it does, and what that prints with the examples."""

    tulis: str
    arti: str
    hasil: str


PENYARING = (
    Penyaring("{{ tanggal | tanggal }}", "tanggal ditulis lengkap", "5 Januari 2026"),
    Penyaring("{{ tanggal | tanggal('hari') }}", "dengan nama harinya", "Senin, 5 Januari 2026"),
    Penyaring("{{ tanggal | tanggal('kata') }}", "dengan kata-kata", "lima Januari dua ribu dua puluh enam"),
    Penyaring("{{ tanggal | tanggal('angka') }}", "dengan angka saja", "05-01-2026"),
    Penyaring("{{ total_anggaran | rupiah }}", "jumlah uang dengan Rp", "Rp1.250.000.000"),
    Penyaring("{{ total_anggaran | rupiah(sen=true) }}", "jumlah uang dengan sen", "Rp1.250.000.000,00"),
    Penyaring("{{ total_anggaran | terbilang }} rupiah", "bilangan dengan kata-kata",
              "satu miliar dua ratus lima puluh juta rupiah"),
    Penyaring("{{ daftar_sasaran[0].daftar_indikator[0].target | angka(2) }}", "bilangan dengan dua angka desimal",
              "85,50"),
    Penyaring("{{ pihak_pertama.nama | huruf_besar }}", "huruf besar; gelar apa adanya",
              "Dr. CONTOH PERTAMA, S.Kom., M.Si."),
    Penyaring("{{ pihak_pertama.nip | nip }}", "NIP berkelompok", "19700101 199501 1 001"),
)  # fmt: skip
"""Filters with what they print for the made-up PK; a test fills them."""

ATURAN = (
    "Buka palet ini di samping templat di Word. Salin isian beserta kurung kurawalnya (Ctrl+C), lalu tempel di "
    "templat sebagai teks saja (klik kanan, Pertahankan Teks Saja). Hurufnya mengikuti huruf templat.",
    "Isian yang diawali s., i., a., atau r. hanya berlaku di dalam pengulangannya, di antara for dan endfor.",
    "Tanda {%p … %} harus sendirian dalam paragrafnya, {%tr … %} sendirian dalam baris tabelnya; paragraf atau baris "
    "itu sendiri tidak tercetak. Sesudah mengubah templat, jalankan perintah templat untuk memeriksanya.",
)

PILIHAN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Beberapa kata dalam kalimat, hanya bila isiannya ada:", ("Nomor{% if nomor %}: {{ nomor }}{% endif %}",)),
    ("Satu paragraf atau lebih:", ("{%p if nomor %}", "NOMOR: {{ nomor }}", "{%p endif %}")),
    (
        "Kata yang berbeda untuk tiap jenis PK:",
        (
            "{% if jenis_pk == 'jpt' %}Sasaran Strategis{% elif jenis_pk == 'ess-3' %}Sasaran Program"
            "{% elif jenis_pk == 'sub-koordinator-jf' %}Sasaran Kegiatan{% else %}Sasaran Sub Kegiatan{% endif %}",
        ),
    ),
    ("Bila daftarnya kosong:", ("{%p if not daftar_anggaran %}", "Tidak ada anggaran.", "{%p endif %}")),
    ("Bagian Renstra menurut berkasnya:", ("{%p if bagian.bab_1 %}", "BAB I", "{%p endif %}")),
)
"""Ways to print a part only sometimes: what for, and the paragraphs to copy."""


@dataclass(frozen=True, slots=True)
class Contoh:
    """A placeholder: its expression as it is typed (``s.sasaran``), its meaning, an example; ``pilihan``: yes or no."""

    tulis: str
    arti: str
    contoh: str
    pilihan: bool


@dataclass(frozen=True, slots=True)
class Kelompok:
    """Placeholders that belong together; those of a list stand inside the loops ``ulang``, the outer one first.

    ``judul`` is the meaning of the record or list. A loop is the name of its item and the list as it is typed.
    """

    nama: str
    judul: str
    isian: tuple[Contoh, ...]
    ulang: tuple[tuple[str, str], ...] = ()


def groups(isi: object) -> Iterator[Kelompok]:
    """All placeholders of a document, by record, with the values of ``isi`` as examples."""
    yield from _groups(isi, "", "", "isian langsung", ())


def _groups(
    record: object, nama: str, awalan: str, judul: str, ulang: tuple[tuple[str, str], ...]
) -> Iterator[Kelompok]:
    kind = type(record)
    direct: list[Contoh] = []
    later: list[Kelompok] = []
    for field in typing.get_type_hints(kind):
        value, arti, path = getattr(record, field), ARTI[kind][field], f"{awalan}{field}"
        if isinstance(value, tuple) and field in PER_NOMOR:
            direct += _by_number(value, path, arti)
        elif isinstance(value, tuple):
            variable = _VARIABEL.get(field, "r")
            later += _groups(value[0], field, f"{variable}.", arti, (*ulang, (variable, path)))
        elif is_dataclass(value):
            later += _groups(value, field, f"{path}.", arti, ulang)
        else:
            shown = ("Ya" if value else "Tidak") if isinstance(value, bool) else str(value)
            direct.append(Contoh(path, arti, shown, isinstance(value, bool)))
    if direct:
        yield Kelompok(nama, judul, tuple(direct), ulang)
    yield from later


def _by_number(values: tuple[object, ...], path: str, arti: str) -> Iterator[Contoh]:
    """The first item of a list of a fixed length, which stands for all of them."""
    first = values[0]
    if is_dataclass(first):
        for part, meaning in ARTI[type(first)].items():
            words = f"{meaning}: [0] sampai [{len(values) - 1}]"
            yield Contoh(f"{path}[0].{part}", words, str(getattr(first, part)), False)
    else:
        yield Contoh(f"{path}[0]", arti, str(first), False)
