"""What a Perjanjian Kinerja says: its fields are the placeholders of its template (domain.md 1.5, 1.6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pokin_docs.documents.meanings import says
from pokin_docs.documents.signed.content import SignedContent
from pokin_docs.documents.values import ChangedBudget, PerangkatDaerah, Pihak, Text


@dataclass(frozen=True, slots=True)
class IndikatorPk:
    """A row of the first table of the Lampiran.

    Rows from one that is ``awal`` to the next that is ``akhir`` share one cell for No and Sasaran. A sasaran that fits
    a page is one such group, whose rows are ``rapat`` but for the last; a longer one has a group for each page.
    """

    indikator: Annotated[
        Text,
        says(
            "kalimat indikator",
            "Indeks keterbukaan informasi publik",
            "Persentase permohonan informasi yang dijawab",
            "Persentase data yang terbit tepat waktu",
            "Nilai evaluasi penyelenggaraan statistik",
        ),
    ]
    target: Annotated[Text, says("target tahun PK", "85,5", "100", "90", "2,8")]
    satuan: Annotated[Text, says("satuan target", "indeks", "%", "%", "nilai")]
    target_semula: Annotated[
        Text,
        says("target sebelum perubahan anggaran; kosong bila tidak ada dua kolom target", "80", "100", "88", "2,7"),
    ] = ""
    awal: Annotated[
        bool, says("ya pada baris yang mencetak No dan Sasaran: yang pertama, dan yang mengulangnya", True)
    ] = True
    akhir: Annotated[bool, says("ya pada baris terakhir yang digabung di bawah No dan Sasaran itu", True)] = True
    rapat: Annotated[bool, says("ya bila baris itu harus sehalaman dengan baris berikutnya", False)] = False


@dataclass(frozen=True, slots=True)
class SasaranPk:
    """A sasaran with the indicators that the official promises; ``no`` counts from 1 in row order."""

    no: Annotated[str, says("nomor urut sasaran", "1", "2")]
    sasaran: Annotated[
        Text,
        says(
            "kalimat sasaran", "Meningkatnya mutu layanan informasi publik", "Meningkatnya ketersediaan data statistik"
        ),
    ]
    daftar_indikator: Annotated[tuple[IndikatorPk, ...], says("indikator sasaran itu", loop="i")]


@dataclass(frozen=True, slots=True)
class AnggaranPk:
    """A row of the second table.

    ``tingkat`` is ``program``, ``kegiatan`` or ``sub_kegiatan``; ``induk`` tells a row that has parts below it in
    this table. ``anggaran`` has dots between the thousands and no Rp. ``sebagian`` tells that only the parts
    this official is answerable for are counted, ``penjelasan`` which of what. A component whose money stands in the PK
    of another holder has no ``anggaran``; ``penjelasan`` then says in whose, and how much it is.
    """

    tingkat: Annotated[
        str,
        says(
            "program, kegiatan, atau sub_kegiatan (untuk pilihan)",
            "program",
            "kegiatan",
            values=("program", "kegiatan", "sub_kegiatan"),
        ),
    ]
    induk: Annotated[bool, says("ya bila rinciannya ada di bawahnya dalam tabel itu", True, False)]
    kode: Annotated[str, says("kode program, kegiatan, atau sub kegiatan", "2.16.02", "2.16.02.2.01")]
    nama: Annotated[
        Text,
        says(
            "nama program, kegiatan, atau sub kegiatan",
            "Program Informasi dan Komunikasi Publik",
            "Pengelolaan Informasi dan Komunikasi Publik",
        ),
    ]
    anggaran: Annotated[Text, says("anggaran, tanpa Rp", "1.250.000.000", "750.000.000")]
    sumber_dana: Annotated[str, says("sumber dana", "APBD")]
    sebagian: Annotated[bool, says("ya bila yang dihitung hanya bagian pejabat ini", False, True)]
    penjelasan: Annotated[
        str,
        says(
            "bagian yang mana dari jumlah berapa, atau pada PK siapa uangnya tercantum; kosong bila utuh",
            "sebagian: 1 dari 2 kegiatan; seluruhnya Rp2.500.000.000",
            "40% dari Rp1.875.000.000",
        ),
    ] = ""
    semula: Annotated[
        Text, says("anggaran sebelum perubahan; - bila belum ada; kosong tanpa dua kolom pagu", "1.100.000.000", "-")
    ] = ""
    selisih: Annotated[
        str, says("bertambah, atau berkurang dalam kurung; - bila tetap", "150.000.000", "(50.000.000)")
    ] = ""


@dataclass(frozen=True, slots=True)
class PerjanjianKinerja(SignedContent):
    """One PK. ``jenis_pk`` is ``jpt``, ``ess-3``, ``sub-koordinator-jf`` or ``jf-jp``.

    ``tanggal`` is written out (``5 Januari 2026``); ``nomor`` is empty when the office numbers no PK. ``id_jabatan`` is
    empty where nobody owns the rows.
    """

    jenis_pk: Annotated[
        str,
        says(
            "jenis PK: jpt, ess-3, sub-koordinator-jf, atau jf-jp (untuk pilihan, bukan untuk dicetak)",
            "jpt",
            values=("jpt", "ess-3", "sub-koordinator-jf", "jf-jp"),
        ),
    ]
    tahun: Annotated[Text, says("tahun PK", "2026")]
    nomor: Annotated[str, says("nomor naskah; kosong bila tidak dipakai", "800/001/DISCONTOH/2026")]
    tempat: Annotated[Text, says("tempat penandatanganan", "Kota Contoh")]
    tanggal: Annotated[Text, says("tanggal PK", "5 Januari 2026")]
    perangkat_daerah: Annotated[PerangkatDaerah, says("perangkat daerah, untuk kop dan judul")]
    pihak_pertama: Annotated[Pihak, says("pejabat yang berjanji")]
    pihak_kedua: Annotated[Pihak, says("atasan langsungnya", turn=1)]
    daftar_sasaran: Annotated[tuple[SasaranPk, ...], says("sasaran dengan indikatornya, untuk tabel kinerja", loop="s")]
    daftar_anggaran: Annotated[
        tuple[AnggaranPk, ...], says("program, kegiatan, atau sub kegiatan dengan anggarannya", loop="a")
    ]
    total_anggaran: Annotated[Text, says("jumlah anggaran, tanpa Rp", "1.250.000.000")]
    pakai_kop: Annotated[bool, says("ya bila PK ini berkop perangkat daerah; PK JPT hanya berlambang daerah", True)] = (
        True
    )
    banyak_halaman: Annotated[bool, says("ya bila PK lebih dari dua halaman, sehingga halamannya bernomor", True)] = (
        False
    )
    id_jabatan: Annotated[str, says("ID jabatan pihak pertama pada lembar Pejabat", "KADIS")] = ""
    perubahan: ChangedBudget = False
    total_semula: Annotated[
        Text, says("jumlah anggaran sebelum perubahan; kosong bila buku tidak punya dua kolom pagu", "1.100.000.000")
    ] = ""
    total_selisih: Annotated[
        str, says("jumlah yang bertambah, atau berkurang dalam kurung; - bila tetap", "150.000.000")
    ] = ""
