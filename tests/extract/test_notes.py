"""Notes, sources, legends, totals and signatures are never data, also directly below the last row, on any sheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import BAKU, add_row, write
from pokin_docs.extract.read import read


def rows_of(folder: Path, *lines: tuple[str, str]) -> tuple[list[int], list[tuple[str, str]]]:
    """How many rows each sheet has, and what is found."""
    found = read(write(folder / "b.xlsx", BAKU, *(add_row(sheet, line) for sheet, line in lines)))
    buku = found.value
    assert buku is not None
    tables = (buku.tahap2, buku.tahap3, buku.tahap4, buku.tahap5, buku.pejabat, buku.program)
    return list(map(len, tables)), [(entry.kode, str(entry.tempat)) for entry in found.temuan]


WHOLE = [1, 3, 5, 5, 5, 3]


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ([("Tahap 5", "| Sumber: Bappeda, 2025 |")], "Tahap 5!A7"),
        ([("Tahap 5", "| | Catatan | angka sementara |")], "Tahap 5!B7"),
        ([("Tahap 5", "| | *) angka sementara |")], "Tahap 5!B7"),
        ([("Tahap 5", "| | Keterangan: |"), ("Tahap 5", "| | IKU = Indikator Kinerja Utama |")], "Tahap 5!B7"),
        ([("Tahap 2", "| Sumber: hasil diskusi |")], "Tahap 2!A3"),
        ([("Tahap 3", "| | Catatan: belum final |")], "Tahap 3!B5"),
        ([("Tahap 4", "| Ket: |"), ("Tahap 4", "| Tahap 1 = outcome |")], "Tahap 4!A7"),
        ([("Pejabat", "| Catatan: NIP belum lengkap |")], "Pejabat!A7"),
        ([("Program", "| Sumber: DPA 2026 |")], "Program!A5"),
        ([("Program", "| | Disusun oleh Sub Bagian Perencanaan |")], "Program!B5"),
    ],
)
def test_a_note_below_a_table_is_no_row_of_it(tmp_path: Path, lines: list[tuple[str, str]], place: str) -> None:
    assert rows_of(tmp_path, *lines) == (WHOLE, [("B55", place)])


@pytest.mark.parametrize(
    "lines",
    [
        ["Contohan, 5 Januari 2026", "Kepala Dinas,", "Drs. Contoh Satu, M.Si.", "NIP. 19700101 199501 1 901"],
        ["Kepala Dinas Contoh", "CONTOH SATU, S.Kom.", "Pembina Tk. I", "NIP. 197001011995011901"],
        ["Mengetahui,", "Kepala Dinas", "\\", "Contoh Satu, S.Kom.", "NIP 197001011995011901"],
    ],
)
@pytest.mark.parametrize(
    ("sheet", "lead"), [("Tahap 5", "| | "), ("Tahap 4", "| | "), ("Pejabat", "| | | | "), ("Program", "| | ")]
)
def test_who_signs_directly_below_the_last_row_is_no_row_either(
    tmp_path: Path, sheet: str, lead: str, lines: list[str]
) -> None:
    counts, found = rows_of(tmp_path, *((sheet, f"{lead}{line} |") for line in lines))
    assert counts == WHOLE
    assert [kode for kode, _ in found] == ["B46"]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("| Jumlah | | 3000000 | 3300000 | 3600000 | 3900000 | 4200000 |", []),
        ("| | Jumlah Total Pagu | 1000000 | 1100000 | 1200000 | 1300000 | 1400000 |", []),
        ("| Total | | 1000001 | 1100000 | 1200000 | 1300000 | 1400000 |", [("B46", "Program!A5")]),
    ],
)
def test_totals_of_pagu_fit_all_rows_or_those_of_one_level(
    tmp_path: Path, line: str, found: list[tuple[str, str]]
) -> None:
    assert rows_of(tmp_path, ("Program", line)) == (WHOLE, found)


def test_a_sentence_is_data_whatever_it_begins_with(tmp_path: Path) -> None:
    line = "| Tahap 3 | * Meningkatnya mutu data | Jumlah data | | Sasaran Sub Kegiatan |"
    assert rows_of(tmp_path, ("Tahap 5", line))[0][3] == 6
    line = "| | Sumber daya data terpenuhi | Jumlah data | | Sasaran Sub Kegiatan |"
    assert rows_of(tmp_path, ("Tahap 5", line))[0][3] == 6


@pytest.mark.parametrize("label", ["| | Sub total kegiatan", "| Total Program Statistik | ", "| | Jumlah seluruhnya"])
def test_a_total_says_of_what_it_is_one_where_a_name_or_a_code_would_stand(tmp_path: Path, label: str) -> None:
    assert rows_of(tmp_path, ("Program", f"{label} | 1000000 | 1100000 | 1200000 | 1300000 | 1400000 |")) == (WHOLE, [])
