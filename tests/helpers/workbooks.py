"""Workbooks for tests: a few lines of Markdown become a real xlsx.

``## Name`` starts a sheet; a table row is a row of cells; ``\\`` is a blank cell kept blank, an empty cell is no cell.
Numbers are typed as numbers unless they begin with ``'`` (as in Excel). Lines that are no table row are skipped.
"""

from __future__ import annotations

import csv
import functools
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from helpers.places import ROOT
from pokin_docs.documents.kind import DocumentKind
from pokin_docs.documents.kinds import KINDS
from pokin_docs.extract.read import read
from pokin_docs.flow.examine import Understood, examine
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.settings import Settings

BAKU = """
## Identitas
| Kunci | Nilai |
| Nama PD | Dinas Contoh |
| Pemda | Pemerintah Kabupaten Contoh |
| Tempat TTD | Contohan |
| Tahun | 2026 |
| Periode Renstra | 2025-2029 |
| Tanggal PK | 5 Januari 2026 |
| Tanggal DPA | 2 Januari 2026 |
| Alamat | Jalan Contoh Nomor 1 |

## Tahap 2
| No | CSF | Kondisi yang Diperlukan |
| 1 | Rendahnya akses data | Meningkatnya akses data |

## Tahap 3
| CSF | Kondisi yang Diperlukan | Keterangan |
| Meningkatnya akses data | Meningkatnya mutu layanan data | Kondisi Antara Utama |
|  | Terpenuhinya standar data | Kondisi Antara |
|  | Tersusunnya metadata | Kondisi Operasional |

## Tahap 4
| Rujukan Tahapan | Kinerja | Indikator Kinerja | Keterangan |
| Tahap 1 | Terwujudnya data berkualitas | Indeks Data | Kinerja Strategis SKPD |
| Tahap 2 | Meningkatnya akses data | Persentase data terakses | Kinerja Strategis SKPD |
| Tahap 3 | Meningkatnya mutu layanan data | Persentase layanan baik | Kinerja Taktikal Intermediate |
| Tahap 3 | Terpenuhinya standar data | Persentase data standar | Kinerja Taktikal Immediate |
| Tahap 3 | Tersusunnya metadata | Jumlah metadata | Kinerja Operasional |

## Tahap 5
| Rujukan Tahapan | Kinerja | Indikator Kinerja | Keterangan | Komponen Perencanaan | Jenis PK | Kode | Pemilik | Satuan | Kondisi Awal | Target 2025 | Target 2026 | Target 2027 | Target 2028 | Target 2029 | Target 2030 | IKU | Abaikan |
| Tahap 1 | Terwujudnya data berkualitas | Indeks Data | Kinerja Strategis SKPD | Tujuan SKPD | | | KADIS | Indeks | 2,5 | 2,6 | 2,7 | 2,8 | 2,9 | 3 | 3,1 | Ya | |
| Tahap 2 | Meningkatnya akses data | Persentase data terakses | Kinerja Strategis SKPD | Sasaran Pertama SKPD | PK JPT | | KADIS | % | 50 | 55 | 60 | 65 | 70 | 75 | 80 | Ya | |
| Tahap 3 | Meningkatnya mutu layanan data | Persentase layanan baik | Kinerja Taktikal Intermediate | Sasaran Program | PK Ess 3 | 2.20.02 | KABID | % | 50 | 55 | 60 | 65 | 70 | 75 | 80 | | |
| Tahap 3 | Terpenuhinya standar data | Persentase data standar | Kinerja Taktikal Immediate | Sasaran Kegiatan | PK Sub Koordinator/JF | 2.20.02.2.01 | SUBKOR | % | 50 | 55 | 60 | 65 | 70 | 75 | 80 | | |
| Tahap 3 | Tersusunnya metadata | Jumlah metadata | Kinerja Operasional | Sasaran Sub Kegiatan | PK JF/JP | 2.20.02.2.01.0018 | STAF | Dokumen | 5 | 6 | 7 | 8 | 9 | 10 | 11 | | |

## Pejabat
| ID | Nama | Gelar Belakang | NIP | Golongan | Pangkat | Jabatan | Jenis PK | Atasan | Status |
| BUPATI | Contoh Bupati | | | | | Bupati Contoh | | | |
| KADIS | Contoh Satu | S.Kom. | '197001011995011901 | IV/b | Pembina Tk. I | Kepala Dinas | PK JPT | BUPATI | definitif |
| KABID | Contoh Dua | S.E. | '197502022000012902 | IV/a | Pembina | Kepala Bidang Data | PK Ess 3 | KADIS | Plt. |
| SUBKOR | Contoh Tiga | | '198003032005011903 | III/d | Penata Tk. I | Sub Koordinator Data | PK Sub Koordinator/JF | KABID | |
| STAF | Contoh Empat | | '199004042015012904 | III/a | Penata Muda | Statistisi | PK JF/JP | SUBKOR | |

## Program
| Kode | Nomenklatur | Pagu 2026 (Rp) | Pagu 2027 (Rp) | Pagu 2028 (Rp) | Pagu 2029 (Rp) | Pagu 2030 (Rp) | Sumber Dana |
| 2.20.02 | Program Statistik | 1000000 | 1100000 | 1200000 | 1300000 | 1400000 | APBD |
| 2.20.02.2.01 | Penyelenggaraan Statistik | 1000000 | 1100000 | 1200000 | 1300000 | 1400000 | APBD |
| 2.20.02.2.01.0018 | Pemenuhan Prinsip SDI | 1000000 | 1100000 | 1200000 | 1300000 | 1400000 | APBD |
"""
"""A small workbook with nothing wrong: no finding of any severity."""


@functools.cache
def cells(line: str) -> tuple[str | int | float | None, ...]:
    return tuple(_value(part.strip()) for part in line.strip().strip("|").split("|"))


def _value(part: str) -> str | int | float | None:
    if part in ("", "\\"):
        return None
    if part.startswith("'"):
        return part[1:]
    if re.fullmatch(r"-?\d+", part):
        return int(part)
    if re.fullmatch(r"-?\d+\.\d+e", part):
        return float(part[:-1])
    return part.replace("\\n", "\n")


def workbook(text: str) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet: Worksheet | None = None
    for line in text.strip().splitlines():
        if line.startswith("## "):
            sheet = book.create_sheet(line[3:].strip())
        elif line.startswith("|") and sheet is not None:
            sheet.append(cells(line))
    return book


def write(path: Path, text: str = BAKU, *changes: Callable[[Workbook], object]) -> Path:
    """Write the workbook, after the changes, and return its path."""
    book = workbook(text)
    for change in changes:
        change(book)
    book.save(path)
    return path


def split_off(source: str, row: int, title: str, *, titles: bool = True, right: int = 0) -> Callable[[Workbook], None]:
    """Move the rows of a sheet from ``row`` on to a sheet of their own, with or without its titles."""

    def change(book: Workbook) -> None:
        sheet, further = book[source], book.create_sheet(title)
        rows = [[None] * right + list(values) for values in sheet.iter_rows(values_only=True)]
        for values in (rows[:1] if titles else []) + rows[row - 1 :]:
            further.append(values)
        sheet.delete_rows(row, len(rows))

    return change


def strike(*places: str) -> Callable[[Workbook], None]:
    """Strike cells through, as Excel formats them."""

    def change(book: Workbook) -> None:
        for place in places:
            title, _, address = place.partition("!")
            book[title][address].font = Font(strike=True)

    return change


def strike_part(place: str, *parts: str) -> Callable[[Workbook], None]:
    """Type a text of which the parts that begin with ``~`` are struck through."""

    def change(book: Workbook) -> None:
        title, _, address = place.partition("!")
        runs = [TextBlock(InlineFont(strike=part[0] == "~"), part.removeprefix("~")) for part in parts]
        book[title][address].value = CellRichText(*runs)

    return change


def put(place: str, value: Any) -> Callable[[Workbook], None]:
    """A change: ``put("Tahap 5!E3", "Sasaran Programm")``."""
    sheet, _, cell = place.partition("!")

    def change(book: Workbook) -> None:
        book[sheet][cell] = value

    return change


def drop(sheet: str) -> Callable[[Workbook], None]:
    """A change: the sheet is not there."""

    def change(book: Workbook) -> None:
        book.remove(book[sheet])

    return change


def drop_column(sheet: str, title: str) -> Callable[[Workbook], None]:
    """A change: the column with that header is not there."""

    def change(book: Workbook) -> None:
        titles = [cell.value for cell in book[sheet][1]]
        book[sheet].delete_cols(titles.index(title) + 1)

    return change


def add_row(sheet: str, line: str) -> Callable[[Workbook], None]:
    """A change: one more row at the end."""

    def change(book: Workbook) -> None:
        book[sheet].append(cells(line))

    return change


def both(*changes: Callable[[Workbook], object]) -> Callable[[Workbook], None]:
    """A change: all of these, in order."""

    def change(book: Workbook) -> None:
        for part in changes:
            part(book)

    return change


def rename(old: str, new: str) -> Callable[[Workbook], None]:
    """A change: the sheet has another name."""

    def change(book: Workbook) -> None:
        book[old].title = new

    return change


def insert_row(sheet: str, at: int, line: str) -> Callable[[Workbook], None]:
    """A change: one more row before row ``at``."""

    def change(book: Workbook) -> None:
        book[sheet].insert_rows(at)
        for column, value in enumerate(cells(line), start=1):
            book[sheet].cell(at, column).value = value

    return change


def sheet_with(title: str, *rows: Sequence[str | None]) -> Callable[[Workbook], None]:
    """A change: one more sheet with these rows."""

    def change(book: Workbook) -> None:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)

    return change


def understood(path: Path, settings: Settings, kinds: tuple[DocumentKind, ...] = KINDS) -> Understood:
    """A workbook that was understood, with all that a build of it needs."""
    found = examine(path, settings, kinds, pictures=True)
    assert isinstance(found, Understood), found.temuan
    return found


SEED = ROOT / "inputs" / "sumber" / "tahap5.csv"


def seed_rows() -> list[list[str]]:
    with SEED.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def sheet_of(rows: Sequence[Sequence[str | None]], title: str = "Tahap 5") -> Workbook:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append([value or None for value in row])
    return book


def read_book(folder: Path, book: Workbook) -> BukuKerja:
    path = folder / "buku.xlsx"
    book.save(path)
    return read_of(path)


def read_of(path: Path) -> BukuKerja:
    outcome = read(path)
    assert outcome.value is not None, outcome.temuan
    return outcome.value
