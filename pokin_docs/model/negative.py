"""Which measured values are whole numbers, and which cannot be below zero: shares and counts, but not a change."""

from __future__ import annotations

import re
from decimal import Decimal

from pokin_docs.model.measured import PERCENT, number
from pokin_docs.model.rows import KinerjaRow
from pokin_docs.model.texts import fold

_SHARES = PERCENT | {"prosentase", "permil", "‰"}
_COUNTS = frozenset((
    "orang", "dokumen", "laporan", "unit", "paket", "kegiatan", "desa", "kelurahan", "kecamatan", "sekolah", "kelompok",
    "lembaga", "buah", "berkas", "data", "aplikasi", "lokasi", "kali", "keluarga", "kk", "layanan", "jenis", "set",
    "sertifikat", "siswa", "guru", "peserta", "perangkat daerah", "titik", "buku", "arsip", "judul", "kasus", "ekor",
    "ruang", "rumah", "pasien", "kunjungan", "sampel", "produk", "umkm", "koperasi", "jiwa", "kejadian", "rumah tangga",
    "pegawai", "hari", "jam", "menit", "bulan", "ton", "kg", "km", "ha", "hektar", "liter", "opd", "skpd", "izin",
))  # fmt: skip
_MEASURED = frozenset(("hari", "jam", "menit", "bulan", "ton", "kg", "km", "ha", "hektar", "liter"))
"""Units that may be parted."""
_OF_A_NUMBER = re.compile(r"(?:jumlah|banyaknya|cakupan)\b")
_MAY_FALL = re.compile(
    r"inflasi|deflasi|tumbuh|\blaju\b|\bindeks\b|\bindex\b|nilai tukar|suhu|temperatur|ubah|naik|turun|peningkatan"
    r"|meningkatnya|selisih|saldo|surplus|defisit|deviasi|anomali|margin|laba|rugi|neraca|kontraksi|ekspansi|elevasi|\bgap\b"
    r"|senjang|beda|delta|tambah|kurang|imbal|rentabilitas|\bro[aei]\b|growth|efisien|varian|migrasi|net(?:o|to)?\b"
)
"""Words of what may as well go down as up: a rise of -2 % is a fall."""
_MONEY = frozenset(("rp", "rupiah", "juta rupiah", "rp juta", "miliar rupiah"))


def is_counted(row: KinerjaRow) -> bool:
    """Whether the values of an indicator are whole numbers of things."""
    return fold(row.satuan.text) in _COUNTS - _MEASURED


def cannot_be_negative(row: KinerjaRow) -> bool:
    """Whether no value of an indicator can be negative: a share or a count, without a plan that is below zero."""
    said, unit = fold(row.indikator.text), fold(row.satuan.text) or row.satuan.clean
    if _MAY_FALL.search(f"{said} {unit}") or unit in _MONEY:
        return False
    planned = (number(isian) for isian in (row.kondisi_awal, *row.target.values(), *row.realisasi.values()) if isian)
    if any(value is not None and value < Decimal(0) for value in planned):
        return False
    return unit in _SHARES or unit in _COUNTS or _OF_A_NUMBER.match(said) is not None
