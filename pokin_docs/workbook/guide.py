"""The sheet Petunjuk as text: how to fill the workbook, and what each column means.

The reference of the columns follows the specification, so that it cannot disagree with what the reader accepts.
"""

from __future__ import annotations

from dataclasses import dataclass

from pokin_docs.model.workbook_spec import (
    IDENTITAS_KEYS,
    IDENTITAS_TITLE,
    LEMBAR,
    ColumnType,
    Kolom,
    Lembar,
)

SHEET_TITLE = "PETUNJUK PENGISIAN BUKU KERJA POHON KINERJA"
REFERENCE_TITLE = "Arti setiap kolom"
REFERENCE_HEAD = ("Lembar", "Kolom", "Petunjuk", "Isi yang tersedia")

_TYPE_HELP = {
    ColumnType.RUPIAH: "Rupiah: angka bulat, tanpa Rp dan tanpa sen",
    ColumnType.DATE: "Tanggal, misalnya: 5 Januari 2026",
    ColumnType.KODE: "Teks: kode berangka dan bertitik",
    ColumnType.NIP: "Teks: 18 angka",
    ColumnType.ID: "Teks: tanda pengenal",
    ColumnType.VALUE: "Angka, rentang, atau predikat",
}


@dataclass(frozen=True, slots=True)
class GuideSection:
    """A heading with numbered points under it."""

    title: str
    points: tuple[str, ...]


_PIECES_PER_WORKER: tuple[GuideSection, ...] = (
    GuideSection(
        "Urutan mengisi",
        (
            "Identitas.",
            "Tahap 1, 2, 3, lalu 4. Salin kalimat kinerja dari tahap ke tahap tanpa mengubahnya.",
            "Tahap 5: mula-mula enam kolom pertama, dari atas ke bawah: Tujuan, lalu tiap Sasaran diikuti Sasaran "
            "Program, Sasaran Kegiatan, dan Sasaran Sub Kegiatan di bawahnya. Urutan baris membentuk pohonnya.",
            "Pejabat dan Program.",
            "Kembali ke Tahap 5: Kode, Pemilik, Satuan, Target, dan kolom selanjutnya.",
            "Lintas Perangkat Daerah dan Renstra.",
        ),
    ),
    GuideSection(
        "Aturan",
        (
            "Satu baris satu indikator.",
            "Kinerja dengan dua indikator atau lebih: tulis kinerjanya di baris pertama, lalu kosongkan kolom Kinerja "
            "di baris indikator berikutnya. Sel tidak perlu digabung (merge).",
            "ID jabatan ditetapkan sendiri: pendek, tidak berubah, tidak ganda; misalnya KADIS atau KABID-IKP. "
            "ID dari lembar Pejabat dipakai di kolom Pemilik dan Atasan.",
            "Lebih dari satu pemilik atau kode dalam satu sel dipisah dengan titik koma: HUMAS-1;HUMAS-2.",
            "Seorang pejabat yang memegang dua jabatan (misalnya Plt.) ditulis dua baris dengan dua ID.",
            "NIP dan kode diketik sebagai teks. Kolomnya sudah berformat teks; bila menyalin dari berkas lain, tempel "
            "nilainya saja. NIP yang pernah menjadi angka sudah kehilangan digit terakhirnya dan harus diketik ulang.",
            "Target dan Kondisi Awal boleh berupa angka (85), rentang (69,1-69,5), atau predikat (BB). Tulis satuannya "
            "di kolom Satuan, bukan di sel target. Bila Excel mengubah rentang menjadi tanggal, awali dengan tanda '.",
            "Pagu program sama dengan jumlah kegiatannya, pagu kegiatan sama dengan jumlah sub kegiatannya.",
            "Temuan pemeriksaan yang sengaja dibiarkan ditulis di kolom Abaikan pada barisnya: kode temuan, titik dua, "
            "alasan; misalnya S01: sudah disepakati tim penyusun. Temuan itu tetap didaftar, terpisah.",
            "Yang belum diketahui dikosongkan saja. Dokumen mencetak tanda yang menyebut sel yang masih kosong.",
        ),
    ),
    GuideSection(
        "Yang memudahkan",
        (
            "Klik sel judul kolom untuk membaca petunjuk kolom itu.",
            "Sel dengan daftar pilihan menampilkan panah di kanannya. Isian di luar daftar boleh dipakai bila memang "
            "begitu sebutan di perangkat daerah; Excel hanya akan bertanya.",
            "Kolom boleh dipindah, disembunyikan, atau ditambah; pembacaan mengikuti judul kolom, bukan letaknya. "
            "Jangan mengubah nama lembar dan judul kolom.",
        ),
    ),
)


def sections(described: tuple[Lembar, ...]) -> tuple[GuideSection, ...]:
    """The sections of the guide: what each sheet is for, then how to fill them."""
    lines = (lembar.guide_line for lembar in described if lembar.guide_line)
    first = "Identitas: nama perangkat daerah, tahun, tanggal, dan tempat; dicetak di semua dokumen."
    return (GuideSection("Isi buku kerja ini", (first, *lines)), *_PIECES_PER_WORKER)


def column_reference(
    years: tuple[int, ...], described: tuple[Lembar, ...] = LEMBAR
) -> tuple[tuple[str, str, str, str], ...]:
    """One line per key of Identitas and per column: sheet, title, help, and what may stand in it."""
    lines = [
        (IDENTITAS_TITLE, kunci.title, kunci.help_text, ", ".join(kunci.choices) or _TYPE_HELP.get(kunci.jenis, ""))
        for kunci in IDENTITAS_KEYS
    ]
    for lembar in described:
        for kolom in (kolom for kolom in lembar.kolom if kolom.offered):
            content = ", ".join(kolom.choices) or _TYPE_HELP.get(kolom.jenis, "")
            help_text = kolom.help_text.replace("{tahun}", "itu")
            lines.append((lembar.title, _title(lembar, kolom, years), help_text, content))
    return tuple(lines)


def _title(lembar: Lembar, kolom: Kolom, years: tuple[int, ...]) -> str:
    if not kolom.per_tahun:
        return kolom.title
    years = lembar.past_years((), years) if kolom.past else years
    return " … ".join(dict.fromkeys(kolom.title.format(tahun=year) for year in (years[0], years[-1])))
