"""A document type of the tests: small, and with one of everything a template can print."""

from __future__ import annotations

from dataclasses import dataclass

from pokin_docs.documents.values import Tanda

Teks = str | Tanda


@dataclass(frozen=True, slots=True)
class Ukuran:
    indikator: Teks
    target: Teks


@dataclass(frozen=True, slots=True)
class Baris:
    sasaran: Teks
    utama: bool
    daftar_indikator: tuple[Ukuran, ...]


@dataclass(frozen=True, slots=True)
class Orang:
    nama: Teks
    nip: Teks


@dataclass(frozen=True, slots=True)
class Isi:
    """A small document type, so that these tests do not change with the real ones."""

    judul: Teks
    pihak_pertama: Orang
    daftar_sasaran: tuple[Baris, ...]
    daftar_tahun: tuple[str, ...]


ORANG = Orang("Dr. Siti Aminah", "19800101 200501 2 003")


ISI = Isi(
    "Judul",
    ORANG,
    (
        Baris("Mutu naik", True, (Ukuran("Indeks A", "4,2"), Ukuran("Indeks B", "80"))),
        Baris("Layanan & data", False, (Ukuran("Indeks C", "<50%"),)),
    ),
    ("2025", "2026", "2027"),
)
