"""Exports as SIPD makes them (domain-2.md 11.1, 11.2), with sentences, codes and amounts of our own."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

RECAP = (
    "NO", "TAHUN", "KODE URUSAN", "NAMA URUSAN", "KODE SKPD", "NAMA SKPD", "KODE SUB UNIT", "NAMA SUB UNIT",
    "KODE BIDANG URUSAN", "NAMA BIDANG URUSAN", "KODE PROGRAM", "NAMA PROGRAM", "KODE KEGIATAN", "NAMA KEGIATAN",
    "KODE SUB KEGIATAN", "NAMA SUB KEGIATAN", "KODE SUMBER DANA", "NAMA SUMBER DANA", "KODE REKENING", "NAMA REKENING",
    "PAKET/KELOMPOK", "NAMA PAKET/KELOMPOK", "PAGU",
)  # fmt: skip
VARIANT = (
    "ID", "Kode Urusan", "Urusan", "Kode Bidang Urusan", "Bidang Urusan", "Kode SKPD", "SKPD", "Kode Sub SKPD",
    "Sub SKPD", "Kode Program", "Program", "Kode Kegiatan", "Kegiatan", "Kode Sub Kegiatan", "Sub Kegiatan",
    "Kode Akun", "Nama Akun", "Nilai Rincian",
)  # fmt: skip
DOCUMENTS = (
    "Kode SKPD", "Nama SKPD", "Kode Sub SKPD", "Nama Sub SKPD", "Kode Fungsi", "Nama Fungsi", "Kode Sub Fungsi",
    "Nama Sub Fungsi", "Kode Urusan", "Nama Urusan", "Kode Bidang Urusan", "Nama Bidang Urusan", "Kode Program",
    "Nama Program", "Kode Kegiatan", "Nama Kegiatan", "Kode Sub Kegiatan", "Nama Sub Kegiatan", "Kode Rekening",
    "Nama Rekening", "Nomor Dokumen", "Jenis Dokumen", "Jenis Transaksi", "Nomor DPT", "Tanggal Dokumen",
    "Keterangan Dokumen", "Nilai Realisasi", "Nilai Setoran", "NIP Pegawai", "Nama Pegawai", "Tanggal Simpan",
    "Nomor SPD", "Periode SPD", "Nilai SPD", "Tahapan SPD", "Nama Sub Tahapan Jadwal", "Tahapan APBD", "Nomor SPP",
    "Tanggal SPP", "Nomor SPM", "Tanggal SPM", "Nomor SP2D", "Tanggal SP2D", "Tanggal Transfer", "Nilai SP2D",
)  # fmt: skip
SKPD = "2.20.0.00.0.00.01.0000"
NIP = "199001012015011001"
STAFF = "Pegawai Karangan"
SUB = "2.20.02.2.01.0018"


def recap(
    sub: str = SUB, pagu: object = 1_000_000, name: str = "Pemenuhan Prinsip SDI", **more: object
) -> list[object]:
    """A row of the recap; further values by title in small letters with ``_`` for what is no letter."""
    return _row(RECAP, sub, more, {
        "tahun": 2026, "nama_sub_kegiatan": name, "nama_sumber_dana": "Pendapatan Asli Daerah (PAD)",
        "kode_rekening": "5.1.02.01.01.0024", "pagu": pagu,
    })  # fmt: skip


def variant(
    sub: str = SUB, pagu: object = 1_000_000, name: str = "Pemenuhan Prinsip SDI", **more: object
) -> list[object]:
    """A row of the recap as others export it."""
    values = {"sub_kegiatan": name, "kode_akun": "5.1.02.01.01.0024", "nilai_rincian": pagu}
    return _row(VARIANT, sub, more, values)


def document(day: object, spent: object, returned: object = "-", sub: str = SUB, **more: object) -> list[object]:
    """A row of the report of documents, with a person in it."""
    return _row(DOCUMENTS, sub, more, {
        "nama_sub_kegiatan": "Pemenuhan Prinsip SDI", "kode_rekening": "5.1.02.01.01.0024", "jenis_transaksi": "GU",
        "tanggal_dokumen": day, "nilai_realisasi": spent, "nilai_setoran": returned, "nip_pegawai": NIP,
        "nama_pegawai": STAFF, "tanggal_transfer": "null", "keterangan_dokumen": f"Perjalanan {STAFF}",
    })  # fmt: skip


def cash(sub: str, *months: object) -> list[object]:
    """A row of the cash per month."""
    return [sub, "Pemenuhan Prinsip SDI", *months]


CASH = ("kode_sub_giat", "nama_sub_giat", *(f"bulan_{number}" for number in range(1, 13)))


def write_export(path: Path, titles: Sequence[str], *rows: Sequence[object]) -> Path:
    """An export as a workbook, or as a text with semicolons where the name ends in .csv."""
    if path.suffix == ".csv":
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file, delimiter=";").writerows([titles, *rows])
        return path
    book = Workbook()
    for row in (titles, *rows):
        book.worksheets[0].append(list(row))
    book.save(path)
    return path


def _row(titles: Sequence[str], sub: str, more: dict[str, object], values: dict[str, object]) -> list[object]:
    activity = sub.rpartition(".")[0]
    program = activity.rsplit(".", 2)[0]
    known: dict[str, object] = {
        "kode_skpd": SKPD, "nama_skpd": "Dinas Contoh", "skpd": "Dinas Contoh", "kode_bidang_urusan": sub[:4],
        "kode_program": program, "nama_program": "Program Statistik", "program": "Program Statistik",
        "kode_kegiatan": activity, "nama_kegiatan": "Penyelenggaraan Statistik", "kegiatan": "Penyelenggaraan Statistik",
        "kode_sub_kegiatan": sub, **values, **more,
    }  # fmt: skip
    return [known.get("".join(letter if letter.isalnum() else "_" for letter in title.casefold())) for title in titles]
