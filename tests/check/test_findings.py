"""Every finding: one change to a faultless workbook triggers it, at the right cell; the faultless one triggers none."""

from __future__ import annotations

import importlib
import string
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.cases import examined
from helpers.workbooks import BAKU, add_row, both, drop, drop_column, insert_row, put, rename, sheet_with, write
from pokin_docs.flow.examine import Examination, Understood, examine
from pokin_docs.model.catalogue import CATALOGUE, hint, message, severity
from pokin_docs.model.findings import Severity
from pokin_docs.model.settings import Settings

Change = Callable[[Workbook], None]


def look(path: Path, *, tahun: int | None = None) -> Examination:
    return examine(path, Settings(Path("build"), (), tahun))


def write_changed(folder: Path, change: Change) -> Path:
    return write(folder / "buku.xlsx", BAKU, change)


def delete_row(sheet: str, row: int) -> Change:
    return lambda book: book[sheet].delete_rows(row)


def caption(sheet: str, text: str) -> Change:
    def change(book: Workbook) -> None:
        book[sheet].insert_rows(1)
        book[sheet]["A1"] = text

    return change


def hide_row(book: Workbook) -> None:
    book["Tahap 5"].row_dimensions[6].hidden = True


def error_cell(book: Workbook) -> None:
    book["Tahap 5"]["I3"] = "#REF!"
    book["Tahap 5"]["I3"].data_type = "e"


def matrix_with_unknown_level(book: Workbook) -> None:
    sheet = book["Tahap 5"]
    sheet.delete_rows(1, sheet.max_row)
    sheet.append(["Tujuan", "Indikator", "Hasil Antara", "Sasaran", "Indikator"])
    sheet.append(
        [
            "Terwujudnya data berkualitas",
            "Indeks Data",
            "Membaiknya tata kelola data",
            "Meningkatnya akses data",
            "Persentase data",
        ]
    )


def only_sentences(book: Workbook) -> None:
    """Tahap 5 as an office begins it: the first two kinerja, nothing beside them."""
    sheet = book["Tahap 5"]
    sheet.delete_rows(4, 10)
    for row in sheet.iter_rows(min_row=2):
        for cell in (row[0], *row[2:]):
            cell.value = None


LINTAS: list[str | None] = ["Kinerja", "PD Pengampu", "PD Pendukung"]
TUJUAN_LAGI = "| Tahap 1 | Terwujudnya hal lain | Indeks Lain | Kinerja Strategis SKPD | Tujuan SKPD | | | KADIS | Indeks | 1 | 1 | 1 | 1 | 1 | 1 | 1 |"
PEJABAT_LAGI = "| {id} | {nama} | | '{nip} | III/a | Penata Muda | {jabatan} | PK JF/JP | SUBKOR | |"
NIP = "199004042015012904"
OTHER_KEGIATAN = (
    "| Tahap 3 | Terjaganya mutu data | Persentase data mutakhir | Kinerja Taktikal Immediate | Sasaran Kegiatan | "
    "PK Sub Koordinator/JF | 2.20.02.2.01 | SUBKOR2 | % | 50 | 55 | 60 | 65 | 70 | 75 | 80 | | |"
)
SUBKOR_BARU = (
    "| SUBKOR | Contoh Enam | | '198003032005011906 | III/d | Penata Tk. I | Sub Koordinator Data "
    "| PK Sub Koordinator/JF | KABID | | 1 September 2026 |"
)

# code, place of the finding, change
KASUS: list[tuple[str, str, Change]] = [
    ("B10", "", drop("Tahap 5")),
    ("B11", "Tahpa 2", rename("Tahap 2", "Tahpa 2")),
    ("B12", "Renstra", lambda book: book.create_sheet("Renstra").append(["catatan", "saja"])),
    ("B13", "Tahap 5!C1", put("Tahap 5!C1", "Indikatorr Kinerja")),
    ("B14", "Tahap 5 baris 1", drop_column("Tahap 5", "Satuan")),
    ("B50", "Tahap 5!I4", put("Tahap 5!I4", "idem")),
    ("B51", "Tahap 5!I2", put("Tahap 5!I2", "idem")),
    ("B52", "Identitas!B7", put("Identitas!B7", 46027)),
    ("B53", "Identitas!B7", put("Identitas!B7", "Selasa, 5 Januari 2026")),
    ("B54", "Identitas!B7", put("Identitas!B7", "Januari 2026")),
    ("B15", "Tahap 5!R1", put("Tahap 5!R1", "Satuan")),
    ("B16", "Tahap 5!E1", put("Tahap 5!E1", None)),
    ("B17", "Tahap 5!B7", add_row("Tahap 5", "| | Angka sementara |")),
    ("B18", "Tahap 5!I3", put("Tahap 5!I3", "=A1")),
    ("B19", "Tahap 5!I3", error_cell),
    ("B20", "Pejabat!D3", put("Pejabat!D3", 197001011995011901)),
    ("B21", "Program!C2", put("Program!C2", "satu juta")),
    ("B22", "Pejabat!J4", put("Pejabat!J4", "PLT sementara")),
    ("B23", "Tahap 5!C3", put("Tahap 5!C3", "Persentase data terakses_x000B_")),
    ("B24", "Tahap 5 baris 2", lambda book: book["Tahap 5"].delete_rows(2, 9)),
    ("B26", "Tahap 5", hide_row),
    ("B83", "", lambda book: setattr(book["Tahap 5"].column_dimensions["L"], "hidden", True)),
    ("B84", "", lambda book: setattr(book["Pejabat"], "sheet_state", "hidden")),
    ("B89", "Tahap 5!L3", lambda book: setattr(book["Tahap 5"]["L3"], "number_format", ";;;")),
    ("B90", "Program!A1", caption("Program", "PAGU INDIKATIF TAHUN 2024")),
    ("B91", "Tahap 5!A1", caption("Tahap 5", "DINAS KESEHATAN KABUPATEN CONTOH")),
    ("B28", "Identitas!A10", both(put("Identitas!A10", "Semboyan"), put("Identitas!B10", "Maju"))),
    ("B29", "Identitas!B4", put("Identitas!B4", None)),
    ("B30", "", drop("Identitas")),
    ("B31", "Identitas!B9", both(put("Identitas!A9", "Tahun"), put("Identitas!B9", "2027"))),
    ("B32", "Tahap 5!Q1", put("Tahap 5!Q1", "IKUU")),
    ("B33", "Tahap 5!L5", put("Tahap 5!L5", datetime(2026, 10, 5))),
    ("B34", "Tahap 2!B2", put("Tahap 2!B2", None)),
    ("B44", "Tahap 5!C1", both(drop("Tahap 2"), drop("Tahap 3"), drop("Tahap 4"), matrix_with_unknown_level)),
    ("S01", "Tahap 5!D6", both(put("Tahap 5!D6", "Kinerja Taktikal Immediate"),
                               put("Tahap 4!D6", "Kinerja Taktikal Immediate"))),
    ("S02", "Tahap 5!E5", both(delete_row("Tahap 5", 5), delete_row("Tahap 4", 5))),
    ("S03", "Tahap 5!B2", lambda book: book["Tahap 5"].move_range("A6:R6", rows=-4)),
    ("S04", "Tahap 5", both(delete_row("Tahap 5", 2), delete_row("Tahap 4", 2))),
    ("S07", "Tahap 5!B2", put("Tahap 5!B2", None)),
    ("S10", "Tahap 5!B7", add_row("Tahap 5", "| Tahap 4 | Terpenuhinya  standar data (SDI) | Jumlah lain | Kinerja Operasional | Sasaran Sub Kegiatan | PK JF/JP | 2.20.02.2.01.0018 | STAF | % | 1 | 1 | 1 | 1 | 1 | 1 | 1 |")),
    ("S13", "Tahap 5!B7", add_row("Tahap 5", "| CROSS CUTTING | Terpenuhinya data oleh SKPD | Jumlah data |")),
    ("S30", "Tahap 5!E4", put("Tahap 5!E4", "Sasaran Progam Utama")),
    ("S31", "Tahap 5!E4", put("Tahap 5!E4", None)),
    ("S32", "Tahap 5!B4", insert_row("Tahap 5", 4, "| Tahap 2 | Meningkatnya akses data | Indeks akses | Kinerja Strategis SKPD | Sasaran Pertama SKPD | PK JPT | | KADIS | Indeks | 1 | 1 | 1 | 1 | 1 | 1 | 1 |")),
    ("S33", "Tahap 5!B7", add_row("Tahap 5", TUJUAN_LAGI)),
    ("S34", "Tahap 5!B6", put("Tahap 5!B6", None)),
    ("S36", "Tahap 5!C8", put("Tahap 5!C8", "Kepala Dinas")),
    ("S35", "Tahap 5!F6", put("Tahap 5!F6", "PK Ess 3")),
    ("X01", "Tahap 2!C2", put("Tahap 2!C2", "Meningkatnya akses data sektoral")),
    ("X02", "Tahap 3!B4", put("Tahap 3!B4", "Tersusunnya meta data")),
    ("X03", "Tahap 5!C6", put("Tahap 5!C6", "Jumlah meta")),
    ("X04", "Tahap 5!B7", add_row("Tahap 5", TUJUAN_LAGI)),
    ("I01", "Tahap 5!C6", put("Tahap 5!C6", None)),
    ("I12", "Tahap 5!I4", put("Tahap 5!I4", "  ")),
    ("I13", "Tahap 5!L5", put("Tahap 5!L5", None)),
    ("I30", "Tahap 5!M5", put("Tahap 5!M5", None)),
    ("I31", "Tahap 5!J5", put("Tahap 5!J5", None)),
    ("P01", "Tahap 5!G4", put("Tahap 5!G4", None)),
    ("P02", "Tahap 5!G4", put("Tahap 5!G4", "2.20.03")),
    ("P03", "Tahap 5!G4", put("Tahap 5!G4", "2.20.02.2.01")),
    ("P04", "Program!A5", add_row("Program", "| 2.20.02 | Ganda | 1 | 1 | 1 | 1 | 1 |")),
    ("P05", "Program!C2", put("Program!C2", 1000002)),
    ("P06", "Tahap 5!H5", put("Tahap 5!H5", None)),
    ("D12", "Program!A5", add_row("Program", "| 2.21.02 | Program Persandian | 1 | 1 | 1 | 1 | 1 |")),
    ("D10", "Tahap 5!H2", both(
        put("Identitas!A12", "Tujuan dalam PK JPT"), put("Identitas!B12", "Ya"), put("Tahap 5!H2", None),
        add_row("Pejabat", PEJABAT_LAGI.format(id="KADIS2", nama="Contoh Lima", nip=NIP[:-1] + "5", jabatan="Staf")),
        put("Pejabat!H7", "PK JPT"),
    )),
    ("P30", "", drop("Program")),
    ("P31", "", drop("Pejabat")),
    ("P32", "Tahap 5!H5", put("Tahap 5!H5", "SUBKORR")),
    ("P33", "Pejabat!I5", put("Pejabat!I5", "KABIDD")),
    ("P65", "Pejabat!B6", put("Pejabat!B6", "(kosong)")),
    ("P66", "Pejabat!B4", put("Pejabat!B4", "(kosong)")),
    ("P67", "Pejabat!J4", put("Pejabat!G4", "Plh. Kepala Bidang Data")),
    ("N11", "Pejabat!B4", both(put("Pejabat!B4", "Plt. Contoh Dua"), put("Pejabat!J4", None))),
    ("N12", "Pejabat!B4", put("Pejabat!B4", "Contoh Dua, Magister Ilmu")),
    ("P68", "Tahap 5!H4", put("Tahap 5!H4", "Contoh Dua, S.E.")),
    ("P69", "Pejabat!I5", put("Pejabat!I5", "Kabid Data")),
    ("P34", "Pejabat!I2", put("Pejabat!I2", "STAF")),
    ("P35", "Pejabat!I6", both(put("Pejabat!I6", None), add_row(
        "Pejabat", "| SUBKOR2 | Contoh Lima | | '198003032005011904 | III/d | Penata Tk. I | Sub Koordinator Lain | PK Sub Koordinator/JF | KABID | |"),
        put("Tahap 5!H5", "SUBKOR;SUBKOR2"))),
    ("P36", "Pejabat!A7", add_row("Pejabat", PEJABAT_LAGI.format(id="X", nama="Contoh Lima", nip=NIP[:-1] + "5", jabatan="Staf"))),
    ("P37", "Tahap 5!H6", put("Tahap 5!H6", "SUBKOR;STAF")),
    ("P38", "Pejabat!A7", add_row("Pejabat", PEJABAT_LAGI.format(id="STAF", nama="Contoh Lima", nip=NIP[:-1] + "5", jabatan="Staf"))),
    ("P39", "Pejabat!A6", both(put("Pejabat!K1", "Berlaku Sampai"), put("Pejabat!K6", "1 Januari 2025"))),
    ("P60", "Pejabat!A4", both(put("Pejabat!K1", "Berlaku Dari"), put("Pejabat!L1", "Berlaku Sampai"),
                               put("Pejabat!L4", "30 Juni 2026"), put("Pejabat!L5", "31 Agustus 2026"),
                               add_row("Pejabat", SUBKOR_BARU))),
    ("P61", "Pejabat!L5", both(put("Pejabat!K1", "Berlaku Dari"), put("Pejabat!L1", "Berlaku Sampai"),
                               put("Pejabat!K5", "1 Juli 2026"), put("Pejabat!L5", "30 Juni 2026"))),
    ("P70", "Pejabat!L5", both(put("Pejabat!K1", "Berlaku Dari"), put("Pejabat!L1", "Berlaku Sampai"),
                               put("Pejabat!L5", "30 Juni 2026"), add_row("Pejabat", SUBKOR_BARU))),
    ("B123", "Tahap 5!E2", only_sentences),
    ("P114", "Pejabat!B4", put("Pejabat!B4", "Contoh ‹Dua")),
    ("P112", "Identitas!B2", both(put("Identitas!B2", "Dinas Kearsipan"), put("Pejabat!G3", "Kepala Dinas Statistik"))),
    ("P113", "Pejabat!G4", both(put("Identitas!B2", "Dinas Statistik"), put("Pejabat!G4", "Kepala Bidang Data Dinas Kearsipan"))),
    ("P71", "Pejabat!H3", both(put("Pejabat!G3", "Camat"), put("Pejabat!H3", "PK Ess 3"), put("Tahap 5!F3", "PK Ess 3"))),
    ("P72", "Tahap 5!H6", both(put("Tahap 5!H6", "STAF;STAF2"), add_row("Pejabat", PEJABAT_LAGI.format(
        id="STAF2", nama="Contoh Lima", nip=NIP[:-1] + "5", jabatan="Pengolah Data")))),
    ("D48", "Tahap 5!H6", both(put("Pejabat!I6", "SUBKOR2"), add_row("Tahap 5", OTHER_KEGIATAN), add_row(
        "Pejabat", PEJABAT_LAGI.format(id="SUBKOR2", nama="Contoh Lima", nip="198003032005011905", jabatan="Analis").replace(
            "PK JF/JP | SUBKOR", "PK Sub Koordinator/JF | KABID")))),
    ("K15", "Tahap 5!F2", both(put("Identitas!A10", "Tujuan dalam PK JPT"), put("Identitas!B10", "Tidak"), put("Tahap 5!F2", "PK JPT"))),
    ("P62", "Pejabat!A6", both(put("Pejabat!K1", "Berlaku Dari"), put("Pejabat!K6", "1 Juli 2026"))),
    ("P40", "Pejabat!H6", put("Pejabat!H6", "PK Bawahan")),
    ("P41", "Program!A5", add_row("Program", "| 2.2 | Bidang | 1 | 1 | 1 | 1 | 1 |")),
    ("P42", "Program!A5", add_row("Program", "| 2.21.02.2.01 | Yatim | 1 | 1 | 1 | 1 | 1 |")),
    ("P43", "Program!D3", put("Program!D3", None)),
    ("P44", "Pejabat!A7", add_row("Pejabat", "| | Contoh Tanpa ID | | | | | Staf | | | |")),
    ("P45", "Pejabat!H6", put("Pejabat!H6", None)),
    ("P46", "Pejabat!H4", put("Pejabat!H4", "PK JPT")),
    ("P47", "Program!A5", add_row("Program", "| | Program Penunjang | 5 | 1 | 1 | 1 | 1 |")),
    ("P48", "Tahap 5!G6", both(put("Tahap 5!G6", "2.21.02.2.01.0005"),
                               *(add_row("Program", f"| {kode} | Lain | 1 | 1 | 1 | 1 | 1 |")
                                 for kode in ("2.21.02", "2.21.02.2.01", "2.21.02.2.01.0005")))),
    ("P49", "Program!C4", put("Program!C4", -5)),
    ("N08", "Pejabat!E3", put("Pejabat!E3", "IV/f")),
    ("I37", "Tahap 5!L4", put("Tahap 5!L4", "menyusul")),
    ("X34", "Tahap 3!A2", put("Tahap 3!A2", "Terwujudnya hal lain sama sekali")),
    ("N01", "Pejabat!D3", put("Pejabat!D3", "19700101199501190")),
    ("N02", "Pejabat!D3", put("Pejabat!D3", None)),
    ("N03", "Pejabat!D3", put("Pejabat!D3", "195001011999011901")),
    ("N04", "Pejabat!D6", put("Pejabat!D6", "198003032005011903")),
    ("N05", "Pejabat!F3", put("Pejabat!F3", "Penata")),
    ("N06", "Pejabat!B5", put("Pejabat!B5", None)),
    ("B133", "IKU", sheet_with("IKU", ["Indikator Kinerja Utama", "Satuan"], ["Indeks Data", "Indeks"], ["Jumlah metadata", "Dokumen"])),
    ("L01", "Lintas Perangkat Daerah!A2", sheet_with("Lintas Perangkat Daerah", LINTAS, ["Bukan kinerja", "A", "B"])),
    ("L02", "Lintas Perangkat Daerah!C2",
     sheet_with("Lintas Perangkat Daerah", LINTAS, ["Tersusunnya metadata", "A", None])),
    ("K01", "Identitas!B5", put("Identitas!B5", None)),
    ("K02", "Identitas!B5", put("Identitas!B5", 2030)),
    ("K09", "Identitas!B5", put("Identitas!B5", 2031)),
    ("K03", "Identitas!B7", put("Identitas!B7", None)),
    ("K04", "Identitas!B7", put("Identitas!B7", "3 Februari 2026")),
    ("K05", "Identitas!B7", put("Identitas!B7", "5 Januari 2027")),
    ("K06", "Identitas!B6", put("Identitas!B6", None)),
    ("K07", "Identitas!B6", put("Identitas!B6", "2025-2035")),
    ("B130", "Pejabat!G4", both(add_row("Identitas", "| TTE | Ya |"), put("Pejabat!G4", "Kepala Bidang ~ Data"))),
    ("B131", "Identitas!B7", both(add_row("Identitas", "| TTE | Ya |"), put("Identitas!B7", "Januari 2026"))),
    ("B132", "Identitas!B10", add_row("Identitas", "| TTE Penanda | ^ |")),
    ("K25", "Identitas!B10", add_row("Identitas", "| Halaman Awal Bab 2 | tengah |")),
    ("K10", "Tahap 5!R6", put("Tahap 5!R6", "biarkan saja")),
    ("K11", "Tahap 5!R6", put("Tahap 5!R6", "S01: sudah disepakati")),
    ("K12", "Tahap 5!R6", put("Tahap 5!R6", "S03: sudah disepakati")),
    ("K13", "Renstra!A2",
     sheet_with("Renstra", ["Sasaran", "Strategi", "Arah Kebijakan"], ["Bukan sasaran", "S", "A"])),
]  # fmt: skip


def test_a_faultless_workbook_has_no_finding(tmp_path: Path) -> None:
    assert look(write(tmp_path / "buku.xlsx")).temuan == ()


@pytest.mark.parametrize(("kode", "tempat", "change"), KASUS, ids=[kasus[0] for kasus in KASUS])
def test_one_change_gives_its_finding_at_its_cell(kode: str, tempat: str, change: Change) -> None:
    found = examined(change)
    places = [str(finding.tempat) for finding in found.temuan if finding.kode == kode]
    assert places, [(finding.kode, str(finding.tempat)) for finding in found.temuan]
    assert places[0] == tempat


DI_TEMPAT_LAIN = {
    "B01", "B02", "B03", "B04", "B05", "B06", "B27",  # test_extract: whole files
    "B86", "B87", "B88",  # test_sources, test_impor
    "B93", "B94", "B95", "B96", "B97",  # test_sipd
    "B118", "B119",  # test_realised_forms
    "B126", "B127",  # extract/test_outside
    "T01", "T02", "T03", "T04", "T05", "T06", "T07",  # test_render_template
    "T08", "T09",  # test_parallel, test_durability
    "T10", "T11",  # test_template_check
    "T15",  # test_outside
    "T16", "T17", "T18", "T19", "T20",  # test_carried
    "T21",  # test_excel_templates
    "T25",  # test_linked_pictures
    "T22",  # test_linked_pictures
    "D11", "T12", "D30",  # test_judged_marks
    "D31", "D32", "D33", "D34", "D35", "D36", "D37", "D38", "D39", "D53", "K22", "K23",  # test_naskah
    "D40", "D41", "D42", "D43", "D44", "D45",  # test_collect
    "D51",  # test_other_formats
    "D46", "D47", "D49", "D50",  # test_consistency, in tests/flow
    "D57",  # flow/test_repeated_year
    "D81",  # flow/test_built_quarters
    "D20",  # test_logo
    "D60", "D61", "D62", "D63", "D64",  # test_truth, test_pdf
    "D58", "D59", "D65", "D66", "D67", "D68", "D69",  # test_page_rules, test_pdf
    "D70",  # test_markers
    "D71", "D72", "D73",  # test_signature_fields, test_pdf
    "D21", "D22",  # test_allowance, test_too_large
    "P80", "P81", "P82", "P83", "P84", "P85", "P86", "P87", "P88", "P89", "W10", "W11", "W12", "W13",  # test_nomenclature, test_official_marks
    "K18", "K19", "K20", "K21",
}  # fmt: skip


FAMILIES = [importlib.import_module(path.stem) for path in sorted(Path(__file__).parent.glob("test_rules_*.py"))]
"""Files of families, whose cases stand in a list ``KASUS`` like the one here."""
WITHOUT_RUNNER = [
    kasus for family in FAMILIES if not hasattr(family, "test_one_change_gives_its_finding_at_its_cell")
    for kasus in family.KASUS
]  # fmt: skip


@pytest.mark.parametrize(("kode", "tempat", "change"), WITHOUT_RUNNER, ids=[kasus[0] for kasus in WITHOUT_RUNNER])
def test_one_change_of_a_family_gives_its_finding_at_its_cell(kode: str, tempat: str, change: Change) -> None:
    found = examined(change)
    assert [str(finding.tempat) for finding in found.temuan if finding.kode == kode][:1] == [tempat], found.temuan


def test_every_code_of_the_catalogue_has_a_case() -> None:
    of_families = {kasus[0] for family in FAMILIES for kasus in family.KASUS}
    assert {kasus[0] for kasus in KASUS} | DI_TEMPAT_LAIN | of_families == set(CATALOGUE)


def test_messages_and_hints_are_filled_for_every_case() -> None:
    for _, _, change in KASUS:
        for finding in examined(change).temuan:
            for text in (message(finding), hint(finding)):
                assert "{" not in text
                assert "None" not in text


def test_details_name_only_places_of_the_messages() -> None:
    assert CATALOGUE
    for entri in CATALOGUE.values():
        names = {
            name for text in (entri.message, entri.saran) for _, name, _, _ in string.Formatter().parse(text) if name
        }
        assert all(name.isidentifier() for name in names), entri.kode


def test_final_turns_marks_into_galat_and_leaves_other_warnings(tmp_path: Path) -> None:
    (blank,) = look(write_changed(tmp_path, put("Tahap 5!L5", None))).temuan
    assert severity(blank) is Severity.PERINGATAN
    assert severity(blank, final=True) is Severity.GALAT
    (wording,) = look(write_changed(tmp_path, put("Tahap 5!C6", "Jumlah meta"))).temuan
    assert severity(wording, final=True) is Severity.PERINGATAN


def test_a_waived_finding_is_listed_apart_with_its_reason(tmp_path: Path) -> None:
    change = both(put("Tahap 5!C6", "Jumlah meta"), put("Tahap 5!R6", "X03: istilah baru disepakati"))
    found = look(write_changed(tmp_path, change))
    assert found.temuan == ()
    assert [(entry.temuan.kode, entry.reason) for entry in found.waived] == [("X03", "istilah baru disepakati")]


def test_a_waiver_holds_for_all_findings_of_its_code_in_its_row_and_for_no_other(tmp_path: Path) -> None:
    twice = (
        put("Tahap 5!C6", "Jumlah meta"),
        put("Tahap 5!B6", "Tersusunnya hal lain"),
        put("Tahap 5!C5", "Indeks standar"),
    )
    found = look(write_changed(tmp_path, both(*twice, put("Tahap 5!R6", "X03: istilah baru disepakati"))))
    assert [str(entry.temuan.tempat) for entry in found.waived if entry.temuan.kode == "X03"] == [
        "Tahap 5!B6", "Tahap 5!C6",
    ]  # fmt: skip
    assert [str(entry.tempat) for entry in found.temuan if entry.kode == "X03"] == ["Tahap 5!C5"]


def test_a_waived_mark_is_still_refused_by_final(tmp_path: Path) -> None:
    change = both(put("Tahap 5!L5", None), put("Tahap 5!R5", "I13: menyusul"))
    found = look(write_changed(tmp_path, change))
    assert not found.galat(final=False)
    assert found.galat(final=True)


def test_findings_come_in_order_of_weight_then_of_sheet_row_column(tmp_path: Path) -> None:
    change = both(
        put("Tahap 5!L6", None), put("Tahap 5!I4", None), put("Tahap 5!C4", "Persentase lain"), put("Pejabat!D3", None)
    )
    found = look(write_changed(tmp_path, change))
    assert [str(finding.tempat) for finding in found.temuan] == [
        "Tahap 5!I4", "Tahap 5!L6", "Pejabat!D3", "Tahap 5!C4",
    ]  # fmt: skip


def test_one_missing_column_is_one_finding_not_one_per_row(tmp_path: Path) -> None:
    for title in ("Satuan", "Kondisi Awal", "Kode", "Pemilik"):
        found = look(write_changed(tmp_path, drop_column("Tahap 5", title)))
        assert len(found.temuan) == 1, title
    found = look(write_changed(tmp_path, drop_column("Pejabat", "NIP")))
    assert [finding.kode for finding in found.temuan] == ["B14"]


@pytest.mark.parametrize(
    ("kode", "change"),
    [
        ("B13", put("Tahap 5!B1", "Kinreja")),
        ("B17", add_row("Tahap 5", "| | Angka sementara |")),
        ("B13", put("Program!A1", "Kde")),
        ("B13", put("Pejabat!A1", "Tanda Pengenal")),
        ("B18", put("Tahap 5!L5", "=A1")),
        ("B19", error_cell),
        ("B20", put("Pejabat!D3", 197001011995011901)),
        ("P32", put("Tahap 5!H5", "SUBKORR")),
        ("S30", put("Tahap 5!E5", "Sasaran Apa")),
    ],
)
def test_one_fault_is_one_finding(tmp_path: Path, kode: str, change: Change) -> None:
    """What only follows from a fault is not said beside it."""
    assert [finding.kode for finding in look(write_changed(tmp_path, change)).temuan] == [kode]


BERTANDA = [kasus for kasus in KASUS if CATALOGUE[kasus[0]].leaves_mark]


@pytest.mark.parametrize(("kode", "tempat", "change"), BERTANDA, ids=[kasus[0] for kasus in BERTANDA])
def test_what_is_said_to_leave_a_mark_leaves_one_and_final_refuses_it(kode: str, tempat: str, change: Change) -> None:
    found = examined(change)
    assert isinstance(found, Understood)
    assert found.tanda, kode
    assert found.galat(final=True)


@pytest.mark.parametrize(("kode", "tempat", "change"), KASUS, ids=[kasus[0] for kasus in KASUS])
def test_no_mark_without_a_finding_that_says_so(kode: str, tempat: str, change: Change) -> None:
    found = examined(change)
    if isinstance(found, Understood) and not found.galat(final=False):
        told = [finding.kode for finding in found.temuan if CATALOGUE[finding.kode].leaves_mark]
        assert bool(found.tanda) <= bool(told), found.tanda


@pytest.mark.parametrize("typed", ["-", "–", "?"])
def test_a_dash_is_no_target(tmp_path: Path, typed: str) -> None:
    assert [finding.kode for finding in look(write_changed(tmp_path, put("Tahap 5!L4", typed))).temuan] == ["I13"]


@pytest.mark.parametrize("typed", ["69,1-69,5", "≥ 60", "60 s.d. 65", "60%", "60,5"])
def test_ranges_and_bounds_are_targets(tmp_path: Path, typed: str) -> None:
    assert "I37" not in [finding.kode for finding in look(write_changed(tmp_path, put("Tahap 5!L4", typed))).temuan]


@pytest.mark.parametrize(
    ("cell", "typed", "kode"),
    [("J4", "belum dihitung", "I37"), ("S4", "sekian", "I37"), ("S4", "80,5", None), ("J4", "85%", "I40"), ("J4", "n/a", "I31"),
     ("J4", "-", "I31"), ("J4", "80 persen", "I40"), ("J2", "Baik", "I37"), ("S4", "40-45", None), ("J4", "belum ada", None),
     ("S4", "64,,5", "I37"), ("S4", ",72", "I37"), ("S4", "4.", "I37"), ("S4", "6.,5", "I37"), ("S4", "≥ 40,5", None)],
)  # fmt: skip
def test_quarters_and_baseline_of_a_percentage_are_numbers_too(
    tmp_path: Path, cell: str, typed: str, kode: str | None
) -> None:
    titles = both(put("Tahap 5!S1", "TW I"), put("Tahap 5!T1", "TW IV"), put("Tahap 5!U1", "Jenis Hitung"))
    last = 60 if cell == "S4" else None  # the year's target: a last quarter left blank is I24
    change = both(titles, put("Tahap 5!T4", last), put("Tahap 5!U4", "posisi akhir"), put(f"Tahap 5!{cell}", typed))
    found = [(entry.kode, str(entry.tempat)) for entry in look(write_changed(tmp_path, change)).temuan]
    assert found == ([(kode, f"Tahap 5!{cell}")] if kode else [])


@pytest.mark.parametrize("typed", ["Baik", "A", "BB"])
def test_a_baseline_that_is_a_predicate_fits_targets_that_are(tmp_path: Path, typed: str) -> None:
    targets = [put(f"Tahap 5!{column}2", "BB") for column in "KLMNOP"]
    change = both(put("Tahap 5!I2", "Predikat"), put("Tahap 5!C2", "Predikat Data"), put("Tahap 5!J2", typed), *targets)
    assert "I37" not in [entry.kode for entry in look(write_changed(tmp_path, change)).temuan]


def test_a_baseline_in_words_beside_no_target_at_all_is_no_number(tmp_path: Path) -> None:
    """Nothing says that a number is meant, unless the satuan does."""
    blank = [put(f"Tahap 5!{column}6", None) for column in "KLMNOP"]
    for satuan, codes in (("Dokumen", []), ("%", ["I37"])):
        change = both(put("Tahap 5!J6", "sebagian"), put("Tahap 5!I6", satuan), *blank)
        assert [entry.kode for entry in look(write_changed(tmp_path, change)).temuan if entry.kode == "I37"] == codes


@pytest.mark.parametrize(("odd", "codes"), [(2, ["I37"]), (3, []), (4, [])])
def test_words_among_targets_are_a_slip_while_they_are_less_than_half(
    tmp_path: Path, odd: int, codes: list[str]
) -> None:
    change = both(*(put(f"Tahap 5!{column}6", "baik") for column in "KLMNOP"[:odd]))
    assert [entry.kode for entry in look(write_changed(tmp_path, change)).temuan if entry.kode == "I37"] == codes


@pytest.mark.parametrize(
    ("nip", "codes"),
    [
        ("198001011997011901", []), ("198001011996011901", ["N01"]),  # 17 years, 16
        ("195001011996011901", []), ("195001011997011901", ["N03"]),  # 46 years, 47
        ("194001011970011901", []), ("193901011970011901", ["N01"]), ("201501012040011901", []), ("201601012040011901", ["N01"]),
        ("198001012005121901", []), ("198001012005131901", ["N01"]), ("198001012005201901", []), ("198001012005301901", ["N01"]),
        ("198001012005012901", []), ("198001012005013901", ["N01"]), ("198001012005012000", ["N01"]),
    ],
)  # fmt: skip
def test_a_nip_is_held_to_the_years_of_a_civil_servant(tmp_path: Path, nip: str, codes: list[str]) -> None:
    found = look(write_changed(tmp_path, put("Pejabat!D3", nip))).temuan
    assert [entry.kode for entry in found if entry.kode in ("N01", "N03")] == codes


def polarity(words: str, target: int) -> Change:
    """Row 4 began at 50."""
    return both(
        put("Tahap 5!S1", "Polaritas"), put("Tahap 5!S4", f"Semakin {words} semakin baik"), put("Tahap 5!L4", target)
    )


def around(left: float | str, target: float | str, right: float | str) -> Change:
    return both(*(put(f"Tahap 5!{column}6", value) for column, value in zip("LMN", (left, target, right), strict=True)))


def figures(first: object, second: object, others: object) -> Change:
    """The targets of the persentase in row 4, its Kondisi Awal among the others."""
    typed = dict(zip("JKLMNOP", (others, first, second, *(others,) * 4), strict=True))
    return both(*(put(f"Tahap 5!{column}4", None if value == "" else value) for column, value in typed.items()))


@pytest.mark.parametrize(("typed", "proposed"), [(0.78, "78"), (1, "100"), (0.785, "78,5")])
def test_a_part_of_one_is_proposed_as_one_of_a_hundred(tmp_path: Path, typed: float, proposed: str) -> None:
    found = look(write(tmp_path / "buku.xlsx", BAKU, both(figures(0.8, 0.8, 0.8), put("Tahap 5!K4", typed)))).temuan
    told = next(finding for finding in found if finding.kode == "I47")
    assert dict(told.details)["usul"] == proposed


def more_indicators(count: int) -> Change:
    line = "| | | Jumlah metadata ke-{} | | | | | | Dokumen | 1 | 1 | 1 | 1 | 1 | 1 | 1 |"
    return both(*(add_row("Tahap 5", line.format(number)) for number in range(count)))


@pytest.mark.parametrize(
    ("kode", "change", "told"),
    [
        ("P05", put("Program!C2", 1_000_001), False), ("P05", put("Program!C2", 1_000_002), True),
        ("P05", both(put("Program!C3", None), put("Program!C2", 5)), False),  # nothing to add up to
        ("I15", more_indicators(2), False), ("I15", more_indicators(3), True),
        ("I33", put("Tahap 5!L4", 100), False), ("I33", put("Tahap 5!L4", 101), True),
        ("I33", put("Tahap 5!L4", 0), False), ("I33", put("Tahap 5!L4", -1), True),
        ("I47", figures(0.7, 0.78, 1), True), ("I47", figures(0.7, 0.78, 1.01), False),
        ("I47", figures(0.01, 0.05, 0.1), True), ("I47", figures(0.01, 0.05, 0.09), False),  # a truly small share
        ("I47", figures(1, 1, 1), False), ("I47", figures(0, 0.5, 0.6), True),
        ("I47", both(figures("", "", ""), put("Tahap 5!K4", 0.6)), False),  # one figure tells little
        ("I47", both(figures(0.7, 0.8, 0.9), put("Tahap 5!C4", "Angka kematian bayi")), False),
        ("I47", both(figures(0.7, 0.8, 0.9), put("Tahap 5!C4", "% layanan daring")), True),
        ("I47", both(figures(0.7, 0.8, 0.9), put("Tahap 5!C4", "Persen layanan daring")), True),
        ("I47", both(figures(0.7, 0.8, 1), put("Tahap 5!C4", "Tingkat kepuasan warga")), True),
        ("I47", both(figures(0.7, 0.8, 0.9), put("Tahap 5!C4", "Tingkat inflasi")), False),  # may well be so small
        ("I47", both(figures(0.7, 0.8, 1), put("Tahap 5!C4", "Rasio pajak terhadap PDRB")), False),
        ("I47", both(figures(0.7, 0.8, 0.9), put("Tahap 5!I4", "Rasio")), False),
        ("I34", polarity("tinggi", 50), False), ("I34", polarity("tinggi", 49), True),
        ("I34", polarity("rendah", 50), True), ("I34", polarity("rendah", 51), True),
        ("I34", both(polarity("rendah", 50), *(put(f"Tahap 5!{column}4", 50) for column in "KLMNOP")), False),
        ("I35", around("5 - 6", "19 - 20", "6"), True), ("I35", around("5 - 6", "18 - 20", "6"), False),  # nearer ends
        ("I35", around("16 - 20", "5", 16), True), ("I35", around("15 - 20", "5", 16), False),
        ("I35", around(5, 16, 5), True), ("I35", around(4, 16, 5), False), ("I35", around(5, 16, 4), False),
        ("K02", put("Identitas!B5", 2025), False), ("K02", put("Identitas!B5", 2029), False),
        ("K02", put("Identitas!B5", 2030), True),
        ("K07", put("Identitas!B6", "2025-2029"), False), ("K07", put("Identitas!B6", "2025-2030"), True),
        ("K04", put("Identitas!B7", "2 Februari 2026"), False), ("K04", put("Identitas!B7", "3 Februari 2026"), True),
        ("K04", put("Identitas!B8", "2 Januari 2025"), False),  # the DPA of another year
    ],
)  # fmt: skip
def test_the_limits_of_rules_are_the_last_that_is_let_stand(
    tmp_path: Path, kode: str, change: Change, told: bool
) -> None:
    assert (kode in [entry.kode for entry in look(write_changed(tmp_path, change)).temuan]) is told


def test_an_amount_off_by_no_more_than_rounding_is_right_though_a_part_below_is_not(tmp_path: Path) -> None:
    for amount, places in ((1_000_001, ["Program!C3"]), (1_000_002, ["Program!C2", "Program!C3"])):
        change = both(put("Program!C2", amount), put("Program!C4", 2_000_000))
        found = look(write_changed(tmp_path, change)).temuan
        assert [str(entry.tempat) for entry in found if entry.kode == "P05"] == places


def test_a_class_that_does_not_fit_is_that_of_the_post_where_several_rows_say_so(tmp_path: Path) -> None:
    line = "| Tahap 3 | Terkelolanya arsip | Jumlah arsip | Kinerja Operasional | Sasaran Sub Kegiatan | PK JF/JP | 2.20.02.2.01.0018 | STAF | Dokumen | 1 | 1 | 1 | 1 | 1 | 1 | 1 |"
    wrong = put("Pejabat!H6", "PK Sub Koordinator/JF")
    for change, place in ((wrong, "Tahap 5!H6"), (both(wrong, add_row("Tahap 5", line)), "Pejabat!H6")):
        found = look(write_changed(tmp_path, change)).temuan
        assert [str(entry.tempat) for entry in found if entry.kode == "P37"] == [place]


def test_only_the_head_of_the_region_has_no_nip(tmp_path: Path) -> None:
    """Who has no class and no superior; a post without class below him has one."""
    for superior, places in (("", []), ("BUPATI", ["Pejabat!D7"])):
        line = f"| SEKDA | Contoh Sekda | | | | | Sekretaris Daerah | | {superior} |"
        found = look(write_changed(tmp_path, add_row("Pejabat", line))).temuan
        assert [str(entry.tempat) for entry in found if entry.kode == "N02"] == places


def test_an_agency_without_a_head_is_told_at_the_post_that_owns_its_sasaran(tmp_path: Path) -> None:
    found = look(write_changed(tmp_path, put("Pejabat!H3", "PK Ess 3"))).temuan
    assert [str(entry.tempat) for entry in found if entry.kode == "P46"] == ["Pejabat!H3"]


def test_the_owner_of_a_tujuan_may_be_of_any_class(tmp_path: Path) -> None:
    for row, codes in ((2, []), (3, ["P37"])):
        change = both(put("Tahap 5!F2", "PK JPT"), put(f"Tahap 5!H{row}", "KADIS;STAF"))
        found = look(write_changed(tmp_path, change)).temuan
        assert [entry.kode for entry in found if entry.kode in ("P06", "P37")] == codes


def test_a_remark_in_keterangan_is_no_level_and_a_misspelt_label_is(tmp_path: Path) -> None:
    for typed, codes in (("Bidang PPUD", []), ("Kinerja Operasionl", ["S01"])):
        change = both(put("Tahap 5!D6", typed), put("Tahap 4!D6", typed))
        assert [finding.kode for finding in look(write_changed(tmp_path, change)).temuan] == codes


def test_an_abbreviation_does_not_make_a_sentence_one_of_capitals(tmp_path: Path) -> None:
    change = both(*(put(f"{sheet}!C6", "Jumlah keselarasan RKPD dengan RPJMD") for sheet in ("Tahap 4", "Tahap 5")))
    assert "W05" not in [finding.kode for finding in look(write_changed(tmp_path, change)).temuan]


@pytest.mark.parametrize(("cell", "typed"), [("Identitas!B5", "dua ribu"), ("Identitas!B6", "2029-2025"),
                                              ("Identitas!B6", "2026-2026"), ("Identitas!B6", "2025-2036"),
                                              ("Identitas!B6", "2025")])  # fmt: skip
def test_a_filled_year_that_cannot_be_read_is_quoted(tmp_path: Path, cell: str, typed: str) -> None:
    found = look(write_changed(tmp_path, put(cell, typed))).temuan
    assert [(finding.kode, str(finding.tempat)) for finding in found][:1] == [("B21", cell)]


def test_of_two_years_in_one_cell_none_is_guessed(tmp_path: Path) -> None:
    found = look(write_changed(tmp_path, put("Identitas!B5", "2026/2027")))
    assert ("B21", "Identitas!B5") in [(entry.kode, str(entry.tempat)) for entry in found.temuan]
    assert isinstance(found, Understood)
    assert found.plan.cycle.tahun is None


def test_a_key_that_is_lacking_is_told_at_a_strange_one_only_where_it_must_be_that(tmp_path: Path) -> None:
    for changes, place in (
        ((), "Identitas!A2"),
        ((put("Identitas!A9", "Moto"), put("Identitas!B9", "Maju")), "Identitas"),
    ):
        found = look(write_changed(tmp_path, both(put("Identitas!A2", "Semboyan"), *changes))).temuan
        told = [str(entry.tempat) for entry in found if entry.kode in ("B28", "B29")]
        assert place in told, told


def test_an_indicator_below_a_gap_belongs_to_the_kinerja_where_it_has_its_satuan(tmp_path: Path) -> None:
    for satuan, codes in ((None, ["S36"]), ("Dokumen", [])):
        change = both(put("Tahap 5!C8", "Jumlah lain"), put("Tahap 5!I8", satuan))
        assert [entry.kode for entry in look(write_changed(tmp_path, change)).temuan if entry.kode == "S36"] == codes


@pytest.mark.parametrize("typed", ["2025-2026", "2025-2035"])
def test_a_period_of_two_years_and_of_eleven_can_be_read(tmp_path: Path, typed: str) -> None:
    found = look(write_changed(tmp_path, put("Identitas!B6", typed)))
    assert "B21" not in [entry.kode for entry in found.temuan]
    assert isinstance(found, Understood)
    assert found.plan.cycle.periode == tuple(map(int, typed.split("-")))


def empty(title: str) -> Change:
    return both(drop(title), lambda book: book.create_sheet(title))


@pytest.mark.parametrize(("title", "kode"), [("Program", "P30"), ("Pejabat", "P31"), ("Identitas", "B30")])
def test_a_sheet_without_a_single_cell_is_said_to_be_absent(tmp_path: Path, title: str, kode: str) -> None:
    """Its documents hold marks, so there is a finding that says so: the same as without the sheet."""
    found, without = (look(write_changed(tmp_path, change)) for change in (empty(title), drop(title)))
    assert isinstance(found, Understood)
    assert found.tanda
    assert kode in [finding.kode for finding in found.temuan]
    assert [finding.kode for finding in found.temuan] == [finding.kode for finding in without.temuan]


def test_identitas_is_read_like_any_table(tmp_path: Path) -> None:
    """Its cells lose forbidden characters with a finding, too."""
    found = look(write_changed(tmp_path, put("Identitas!B2", "Dinas Contoh_x000B_"))).temuan
    assert [(finding.kode, str(finding.tempat)) for finding in found] == [("B23", "Identitas!B2")]


def test_a_logo_that_is_not_there_is_named_at_its_cell(tmp_path: Path) -> None:
    change = both(put("Identitas!A10", "Logo"), put("Identitas!B10", "logo.png"))
    (finding,) = look(write_changed(tmp_path, change)).temuan
    assert (finding.kode, str(finding.tempat)) == ("T07", "Identitas!B10")


def test_a_dpa_of_another_year_is_not_held_against_the_pk(tmp_path: Path) -> None:
    assert look(write(tmp_path / "b.xlsx"), tahun=2027).temuan[0].kode == "K05"


def test_a_year_without_column_is_one_finding(tmp_path: Path) -> None:
    found = look(write_changed(tmp_path, drop_column("Tahap 5", "Target 2026")))
    assert [finding.kode for finding in found.temuan] == ["B14"]
    assert "Target 2026" in message(found.temuan[0])


@pytest.mark.parametrize(("mark", "kode"), [("√", None), ("v", None), ("IKU", None), ("mungkin", "B22")])
def test_a_mark_that_is_read_as_yes_is_no_fault(tmp_path: Path, mark: str, kode: str | None) -> None:
    found = [entry.kode for entry in look(write_changed(tmp_path, put("Tahap 5!Q4", mark))).temuan]
    assert found == ([kode] if kode else [])


def test_a_number_typed_with_its_unit_is_one_finding(tmp_path: Path) -> None:
    (found,) = look(write_changed(tmp_path, put("Tahap 5!M6", "12 Dokumen"))).temuan
    assert found.kode == "I39"


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("5-10", True),
        ("85 - 90", False),
        ("40-60", False),
        (">=30", True),
        ("≥ 85", False),
        ("Baik", False),
        ("10 s.d. 20", True),
    ],
)
def test_a_range_is_held_against_what_has_been_reached_by_its_better_end(
    tmp_path: Path, target: str, told: bool
) -> None:
    change = both(
        put("Tahap 5!S1", "Polaritas"), put("Tahap 5!S3", "Semakin tinggi semakin baik"), put("Tahap 5!L3", target)
    )
    found = look(write_changed(tmp_path, change)).temuan
    assert ("I34" in [entry.kode for entry in found]) is told
