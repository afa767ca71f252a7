"""Findings of tables of other agencies: what cannot be placed, what two of them say otherwise, how they were read."""

from __future__ import annotations

from collections.abc import Callable

from openpyxl import Workbook
from openpyxl.styles import PatternFill

from helpers import renstra_tables as tables
from helpers.office_tables import LISTS_BESIDE
from helpers.workbooks import workbook

Change = Callable[[Workbook], None]


def swatches(book: Workbook) -> None:
    """A table whose colours a legend explains beside blank cells."""
    instead(COLOURED)(book)
    for row, colour in enumerate(("FF0000", "FFC000"), start=2):
        book["Pohon"].cell(row, 1).fill = PatternFill("solid", fgColor=colour)


COLOURED = """
## Pohon
| Kinerja | Indikator | Target 2026 | | | |
| Meningkatnya mutu arsip | Nilai arsip | 80 | | | Sasaran |
| Tertatanya arsip dinas | Persentase arsip | 90 | | | Program |
"""


def instead(*texts: str) -> Change:
    """A change: these sheets stand in place of the official tables."""

    def change(book: Workbook) -> None:
        for title in ("Tahap 2", "Tahap 3", "Tahap 4", "Tahap 5", "Pejabat", "Program"):
            del book[title]
        for sheet in workbook("\n".join(texts)).worksheets:
            if sheet.title in book.sheetnames:
                del book[sheet.title]
            own = book.create_sheet(sheet.title)
            for row in sheet.iter_rows(values_only=True):
                own.append(row)

    return change


TREE = """
## Cascading
| Eselon | Sasaran | Indikator | Satuan | Target 2026 |
| Eselon II | Meningkatnya mutu arsip | Nilai arsip | Nilai | 80 |
| Eselon III | Tertatanya arsip dinas | Persentase arsip tertata | % | 90 |
"""
THOUSANDS = """
## Renja
| dalam ribuan rupiah |
| Kode | Program/Kegiatan | Outcome/Output | Indikator | Pagu 2026 |
| 2.24.02 | PROGRAM PENGELOLAAN ARSIP | Tertatanya arsip | Persentase arsip | 90000000 |
"""
WHOLE = """
## Lembar2
| Kode | Program/Kegiatan | Outcome/Output | Indikator | Pagu 2026 |
| 2.24.02.2.01 | Pengelolaan Arsip Dinamis | Terlaksananya pendataan | Jumlah arsip | 80000000000 |
"""
MONEY = """
## Target
| Sasaran | Indikator Sasaran Strategis | Satuan | Target 2026 |
| Meningkatnya mutu arsip | Nilai arsip | Nilai | 81 |
"""
YEARS = """
## Sasaran
| Tujuan | Sasaran | Indikator | Satuan | Target 2025 | Target 2026 | Target 2027 |
| Terwujudnya arsip tertib | | Indeks arsip | Indeks | 60 | 61 | 62 |
| | Meningkatnya mutu arsip | Nilai arsip | Nilai | 80 | 82 | 83 |
"""
SHIFTED = """
## IKU
| No | Indikator Kinerja Utama | Satuan | Target 2025 | Target 2026 | Target 2027 |
| 1 | Nilai arsip | Nilai | 82 | 83 | 84 |
"""
MORE = MONEY.replace("Nilai arsip | Nilai | 81", "Indeks arsip | Indeks | 3")
LIST = """
## IKU
| No | Indikator Kinerja Utama | Satuan | Target 2026 |
| 1 | Nilai arsip lain | Nilai | 80 |
"""
UNTITLED = """
## Kinerja
| Level | | Indikator | Satuan | Target 2026 |
| Eselon II | Meningkatnya mutu arsip | Nilai arsip | Nilai | 80 |
| Eselon III | Tertatanya arsip dinas | Persentase arsip tertata | % | 90 |
"""
ASIDE = """
## Rebah
| Eselon | Eselon II | Eselon III |
| Sasaran Kinerja | Meningkatnya mutu arsip | Tertatanya arsip dinas |
| Indikator Kinerja | Nilai arsip | Persentase arsip tertata |
| Target 2026 | 80 | 90 |
"""
MIXED = """## Cascading
| Sasaran Kinerja | Indikator | Target 2026 |
| Meningkatnya mutu layanan | Indeks kepuasan | 80 |
| Terlaksananya survei | Jumlah survei | 2 |
| Terlaksananya pelatihan | Jumlah pelatihan | 3 |
"""
SLIPS = """## Cascading
| Level | Uraian | Indikator | Target 2026 |
| Sasaran | Meningkatnya mutu layanan | Indeks kepuasan | 80 |
| Progam | Terlaksananya survei | Jumlah survei | 2 |
| Kegitan | Terlaksananya pelatihan | Jumlah pelatihan | 3 |
| Sub Kegiatan | Tersusunnya modul | Jumlah modul | 3 |
"""
IDS = """## Cascading
| id | id_parent | Jenis Komponen | Uraian | Indikator | Target 2026 |
| 1 | | Sasaran | Meningkatnya mutu layanan | Indeks kepuasan | 80 |
| 2 | 1 | Program | Terlaksananya survei | Jumlah survei | 2 |
| 3 | 9 | Kegiatan | Terlaksananya pelatihan | Jumlah pelatihan | 3 |
| 4 | 3 | Sub Kegiatan | Tersusunnya modul | Jumlah modul | 3 |
"""
OVER_ROWS = """## Cascading
| Jenis Komponen | Uraian | Indikator | Satuan | Target 2026 |
| Sasaran | Meningkatnya mutu layanan | Indeks kepuasan masyarakat | Indeks | 80 |
| | | terhadap layanan arsip | | |
| Program | Terlaksananya survei | Jumlah survei | Dokumen | 2 |
"""
ONE_CELL = """
## Cascading
| Eselon | Kinerja / Indikator | Satuan | Target 2026 |
| Eselon II | Meningkatnya mutu arsip\\nNilai arsip | Nilai | 80 |
| Eselon III | Tertatanya arsip dinas\\nPersentase arsip tertata | % | 90 |
"""
AGENCIES = """
## Export
| Nama SKPD | Level Jabatan | Sasaran | Indikator | Target 2026 |
| Dinas Arsip | Eselon II | Meningkatnya mutu arsip | Nilai arsip | 80 |
| Dinas Pasar | Eselon II | Meningkatnya mutu pasar | Nilai pasar | 80 |
| Dinas Pasar | Eselon III | Meningkatnya omzet pasar | Omzet pasar | 80 |
"""
NAMED = """
## Identitas
| Kunci | Nilai |
| Nama PD | Dinas Pasar |
"""
POSTS = """
## Cascading
| Kinerja yang Dihasilkan | Indikator | Satuan | Target 2026 | Diampu Oleh | Tingkat Kinerja Ini |
| Meningkatnya mutu arsip | Nilai arsip | Nilai | 80 | Kepala Dinas | |
| | Indeks arsip | Indeks | 3 | Kepala Dinas | |
| Tertatanya arsip dinas | Persentase arsip tertata | % | 90 | Kepala Seksi | |
"""
AMBIGUOUS = (
    POSTS.replace("Diampu Oleh", "Jenjang")
    .replace("Kepala Dinas | |", "Sasaran | Tujuan |")
    .replace("Kepala Seksi | |", "Program | Sasaran |")
)
LEFT = POSTS.replace("| Nilai | 80 | Kepala Dinas | |", "| Nilai | 80 | Kepala Dinas | |\n| | | Nilai | 99 | | |")

WORDS = """
## 3.1
| TUJUAN | SASARAN | INDIKATOR | TARGET 2026 |
| Terwujudnya tertib arsip | | Indeks arsip | 1 |
| | Meningkatnya penyelamatan naskah | Persentase naskah selamat | 2 |
| | Meningkatnya akuntabilitas kinerja dinas | Nilai SAKIP | 3 |

## 4.2
| KODE | PROGRAM/KEGIATAN/SUBKEGIATAN | OUTCOME/OUTPUT | INDIKATOR | TARGET 2026 | PAGU 2026 (Rp) |
| 2.24.02 | PROGRAM PENGELOLAAN ARSIP | Terjaganya naskah lama | Jumlah naskah | 1 | 900000000 |
"""

OF_ANOTHER = """
## Contoh
| CASCADING DINAS CONTOH |
| Level | Kinerja | Indikator | Target 2026 |
| Sasaran | Meningkatnya mutu arsip | Nilai arsip | 80 |
| Program | Meningkatnya kerapian arsip | Persentase arsip rapi | 70 |

## Pasar
| CASCADING DINAS PASAR KABUPATEN CONTOH |
| Level | Kinerja | Indikator | Target 2026 |
| Sasaran | Meningkatnya mutu pasar | Nilai pasar | 80 |
| Program | Meningkatnya kebersihan pasar | Persentase pasar bersih | 70 |
"""

AT_THE_END = """
## T-C.27
| KODE | PROGRAM/KEGIATAN/SUBKEGIATAN | OUTCOME/OUTPUT | INDIKATOR | TARGET 2026 | TARGET 2027 | PAGU 2026 (Rp) | KONDISI AKHIR |
| 2.24.02 | PROGRAM PENGELOLAAN ARSIP | Terjaganya arsip | Jumlah arsip | 1 | 2 | 900000000 | 2 |
| 2.24.02.2.01 | Pengelolaan Arsip Dinamis | Tertatanya arsip | Jumlah berkas | 3 | 4 | 900000000 | 44 |
"""
ROW_OF_ANOTHER = """
## Tahap 5
| Nama SKPD | Kinerja | Indikator Kinerja | Komponen Perencanaan | Satuan | Target 2026 |
| Dinas Contoh | Terwujudnya data berkualitas | Jumlah pengguna data | Tujuan SKPD | Orang | 5 |
| Dinas Lain | Meningkatnya layanan lain | Jumlah layanan lain | Sasaran Pertama SKPD | Layanan | 5 |
"""
SCALED = """
## T
| Kinerja | Indikator Kinerja | Komponen Perencanaan | Satuan | Target 2026 (ribu) |
| Terwujudnya data berkualitas | Jumlah pengguna data | Tujuan SKPD | Orang | 5 |
"""
NAMED_WITHOUT_CODE = """
## 4.1
| KODE | PROGRAM/KEGIATAN/SUBKEGIATAN | OUTCOME/OUTPUT | INDIKATOR | TARGET 2026 |
| 2.24.02 | PROGRAM PENGELOLAAN ARSIP | Terjaganya arsip | Jumlah arsip | 1 |
| 2.24.02.2.01 | Pengelolaan Arsip Dinamis | Tertatanya arsip | Jumlah berkas | 1 |

## 4.2
| KODE | PROGRAM/KEGIATAN/SUBKEGIATAN | INDIKATOR | TARGET 2026 | PAGU 2026 (Rp) |
| 2.24.02 | PROGRAM PENGELOLAAN ARSIP | Jumlah arsip | 1 | 900000000 |
| | Pengelolaan Arsip Dinamis | Jumlah berkas | 1 | 900000000 |
"""
BESIDE_PROGRAM = """
## 4.2
| KODE | PROGRAM/KEGIATAN/SUBKEGIATAN | OUTCOME/OUTPUT | INDIKATOR | TARGET 2026 | PAGU 2026 (Rp) |
| 2.24.02 | PROGRAM PENGELOLAAN ARSIP | Terjaganya arsip | Jumlah arsip | 1 | 900000000 |
| 2.24.02.2.01 | Pengelolaan Arsip Dinamis | Tertatanya arsip | Jumlah berkas | 1 | 900000000 |

## Program
| Kode | Nomenklatur | Pagu 2026 (Rp) |
| 2.24.02 | PROGRAM PENGELOLAAN ARSIP | 900000000 |
| 2.24.02.2.01 | Pengelolaan Arsip Dinamis | 800000000 |
"""


def merged_pagu(book: Workbook) -> None:
    """Two sub kegiatan with one amount."""
    sheet = book["Program"]
    sheet.append(["2.20.02.2.01.0019", "Pembinaan", None, 0, 0, 0, 0])
    sheet.merge_cells("C4:C5")


def of_funds(book: Workbook) -> None:
    """The money of a year by sumber dana, which is less than its pagu."""
    for column, title, amount in ((9, "DAU 2026", 400_000), (10, "DAK 2026", 500_000)):
        book["Program"].cell(1, column, title)
        book["Program"].cell(4, column, amount)


def renamed_people(book: Workbook) -> None:
    """The list of officials on a sheet of another name."""
    book["Pejabat"].title = "Nama ASN"


# code, place of the finding, change
KASUS: list[tuple[str, str, Change]] = [
    ("B65", "Kinerja!B3", instead(tables.WITHOUT_LEVELS.text)),
    ("B66", "Target!D2", instead(TREE, MONEY)),
    ("D52", "IKU!D2", instead(YEARS, SHIFTED)),
    ("B67", "Target!B2", instead(TREE, MORE)),
    ("B68", "IKU!B2", instead(LIST)),
    ("B69", "IKU!B2", instead(TREE, LIST)),
    ("B70", "Cascading!D3", instead(LEFT)),
    ("B71", "Cascading!E1", instead(AMBIGUOUS)),
    (
        "B138",
        "Cascading!D2",
        instead(TREE.replace(" Satuan |", "").replace(" Nilai | 80", " 80 nilai").replace("% | 90", "90%")),
    ),
    (
        "B128",
        "Cascading!C2",
        instead(TREE.replace(" Satuan | Target 2026 |", "").replace("arsip | Nilai | 80 |", "arsip (80) |")),
    ),
    ("B129", "Lembar2!E1", instead(THOUSANDS, WHOLE)),
    (
        "P116",
        "Cascading!C6",
        instead(TREE + "| \\ |\n| No | Program | Anggaran 2026 |\n| 1 | Program Arsip | 90000000 |\n"),
    ),
    (
        "B142",
        "Cascading!C2",
        instead(TREE.replace("Nilai arsip", "IK 1 : Nilai arsip").replace("Persentase", "IK 2 : Persentase")),
    ),
    ("B143", "Pohon!F2", swatches),
    ("B137", "Rebah", instead(ASIDE)),
    ("B140", "Cascading!B2", instead(ONE_CELL)),
    ("B141", "Cascading!A1", instead(MIXED)),
    ("B150", "Cascading!A3", instead(SLIPS)),
    ("B151", "Cascading!B4", instead(IDS)),
    ("B152", "Cascading!C3", instead(OVER_ROWS)),
    (
        "B153",
        "Cascading!D1",
        instead(
            OVER_ROWS.replace("Satuan | Target 2026", "Target 26 | Satuan")
            .replace("Indeks | 80", "80 | Indeks")
            .replace("Dokumen | 2", "2 | Dokumen")
        ),
    ),
    ("B72", "Export baris 2", instead(AGENCIES)),
    ("B73", "T 4.2 baris 5", instead(tables.TABLE_42.text)),
    ("B74", "Kinerja baris 1", instead(UNTITLED)),
    ("B100", "4.2!B2", instead(WORDS)),
    ("B101", "Pasar", instead(OF_ANOTHER)),
    ("B120", "Tahap 5!A3", instead(ROW_OF_ANOTHER, NAMED.replace("Dinas Pasar", "Dinas Contoh"))),
    ("B108", "T!E1", instead(SCALED)),
    ("B109", "T!E1", instead(SCALED.replace("(ribu)", "(draf)"))),
    ("B92", "4.2!B3", instead(NAMED_WITHOUT_CODE)),
    ("B102", "T-C.27!H3", instead(AT_THE_END)),
    ("B103", "Program!C4", merged_pagu),
    ("B104", "4.2!F3", instead(BESIDE_PROGRAM)),
    ("B124", "Program!C4", of_funds),
    (
        "B125",
        "4.2!A3",
        instead(
            BESIDE_PROGRAM.replace(
                "2.24.02.2.01 | Pengelolaan Arsip Dinamis | Tert", "2.24.02.2.1 | Kegiatan Arsip | Tert"
            )
        ),
    ),
    ("B107", "Export baris 2", instead(AGENCIES, NAMED)),
    ("B105", "Pohon!C5", instead(LISTS_BESIDE)),
    ("B106", "Nama ASN", renamed_people),
]
