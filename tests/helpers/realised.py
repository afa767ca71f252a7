"""A small agency that measures: two sasaran, programs with money, rows of Realisasi, and what is made of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from openpyxl import Workbook

from helpers.workbooks import write
from pokin_docs.documents.capaian.content import AchievedBook
from pokin_docs.documents.capaian.kind import CAPAIAN
from pokin_docs.documents.lkjip.content import Lkjip
from pokin_docs.documents.lkjip.kind import LKJIP
from pokin_docs.documents.monev.content import Monev
from pokin_docs.documents.monev.kind import MONEV
from pokin_docs.extract.read import read
from pokin_docs.model.settings import Settings
from pokin_docs.transform.plan import plan

AGENCY = """
## Identitas
| Kunci | Nilai |
| Nama PD | Dinas Contoh |
| Pemda | Pemerintah Kabupaten Contoh |
| Alamat | Jalan Contoh Nomor 1 |
| Tempat TTD | Contohan |
| Tahun | 2026 |
| Periode Renstra | 2025-2029 |
| Tanggal PK | 5 Januari 2026 |

## Tahap 5
| Kinerja | Indikator Kinerja | Keterangan | Komponen Perencanaan | Jenis PK | Kode | Pemilik | ID Indikator | Satuan | Polaritas | Jenis Hitung | Realisasi 2025 | Standar Nasional | Sumber Standar Nasional | Target 2025 | Target 2026 | Target 2029 | TW I | TW II | TW III | TW IV | IKU |
| Terwujudnya data berkualitas | Indeks Data | Kinerja Strategis SKPD | Tujuan SKPD | | | KADIS | IND-0 | Indeks | | posisi akhir | | | | 2,6 | 2,7 | 3 | | | | 2,7 | |
| Meningkatnya mutu layanan | Indeks mutu layanan | Kinerja Strategis SKPD | Sasaran Pertama SKPD | PK JPT | | KADIS | IND-1 | Indeks | | posisi akhir | 80,1 | 88 | laporan nasional | 82 | 85 | 90 | 80 | 81 | 83 | 85 | Ya |
| | Angka pengaduan | | Sasaran Pertama SKPD | PK JPT | | KADIS | IND-2 | Kasus | Semakin rendah semakin baik | posisi akhir | | | | 5 | 4 | 2 | 5 | 5 | 4 | 4 | Ya |
| Meningkatnya layanan data | Persentase layanan baik | Kinerja Taktikal Intermediate | Sasaran Program | PK Ess 3 | 2.20.02 | KABID | IND-3 | % | | | | | | 55 | 60 | 75 | 10 | 30 | 45 | 60 | |
| Terpenuhinya standar data | Jumlah data standar | Kinerja Taktikal Immediate | Sasaran Kegiatan | PK Sub Koordinator/JF | 2.20.02.2.01 | SUBKOR | IND-4 | Data | | jumlah | | | | 90 | 100 | 100 | 25 | 25 | 25 | 25 | |

## Pejabat
| ID | Nama | NIP | Golongan | Jabatan | Jenis PK | Atasan | Bidang |
| BUPATI | Contoh Bupati | | | Bupati Contoh | | | |
| KADIS | Contoh Satu | '197001011995011901 | IV/b | Kepala Dinas | PK JPT | BUPATI | |
| SEKRE | Contoh Lima | '197001011995011905 | IV/a | Sekretaris | PK Ess 3 | KADIS | Sekretariat |
| KABID | Contoh Dua | '197502022000012902 | IV/a | Kepala Bidang Data | PK Ess 3 | KADIS | Bidang Data |
| SUBKOR | Contoh Tiga | '198003032005011903 | III/d | Statistisi | PK Sub Koordinator/JF | KABID | Bidang Data |

## Program
| Kode | Nomenklatur | Pagu 2026 (Rp) | Sumber Dana |
| 2.20.02 | Program Statistik | 6122579000 | APBD |
| 2.20.02.2.01 | Penyelenggaraan Statistik | 6122579000 | APBD |
| 2.20.02.2.01.0018 | Pemenuhan Prinsip SDI | 6122579000 | APBD |
"""
COLUMNS = ("ID Indikator", "Kode", "Tahun", "TW", "Nilai", "Anggaran Realisasi", "Faktor Pendukung", "Kendala",
           "Tindak Lanjut", "PIC")  # fmt: skip
Row = Sequence[str | int | date | None]
Content = TypeVar("Content")


def realised(*rows: Row, columns: Sequence[str] = COLUMNS) -> Callable[[Workbook], None]:
    """A change: the sheet Realisasi with these rows, each cut short where nothing follows."""

    def change(book: Workbook) -> None:
        sheet = book.create_sheet("Realisasi")
        sheet.append(list(columns))
        for row in rows:
            sheet.append([*row, *[None] * (len(columns) - len(row))])

    return change


def agency(folder: Path, *changes: Callable[[Workbook], object]) -> Path:
    """The workbook of the agency after these changes."""
    return write(folder / "buku.xlsx", AGENCY, *changes)


def made(path: Path, content: type[Content], tahun: int | None = None) -> dict[str, Content]:
    """The documents of one content that a workbook gives, by their path."""
    buku = read(path).value
    assert buku is not None
    outcome = plan(buku, Settings(Path("build"), (), tahun=tahun), (MONEV, LKJIP, CAPAIAN))
    assert outcome.value is not None
    return {entry.path: entry.content for entry in outcome.value.dokumen if isinstance(entry.content, content)}


def monev(path: Path, quarter: int) -> Monev:
    """The report of a quarter of 2026."""
    return made(path, Monev)[f"Capaian/Monev_2026_TW-{quarter}.docx"]


def lkjip(path: Path) -> Lkjip:
    """Chapter III of 2026."""
    return made(path, Lkjip)["Capaian/LKjIP-Bab-3_2026.docx"]


def achieved_book(path: Path) -> AchievedBook:
    """The workbook of 2026."""
    return made(path, AchievedBook)["Capaian/Capaian_2026.xlsx"]
