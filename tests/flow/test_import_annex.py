"""Annexes with the IKU of an agency: what their titles say of every row, and the numbers of their lists."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from pokin_docs.extract.foreign.agency_titles import named_agency
from pokin_docs.flow.impor import import_tables

HEAD = "LAMPIRAN KEPUTUSAN KEPALA BAPPERIDA KABUPATEN LESTARI;;;\n{title};;;\n"
TABLE = """\
No;Sasaran Strategis;{column};Satuan;Target 2026
1;Meningkatnya kualitas perencanaan;1. Persentase keselarasan dokumen;%;88
;;2) Indeks perencanaan;Indeks;72
2;Meningkatnya inovasi daerah;Indeks inovasi;Indeks;53
"""


def rows(folder: Path, title: str, column: str = "Indikator Kinerja", table: str = TABLE) -> list[tuple[object, ...]]:
    """Indicator and IKU of each row of Tahap 5."""
    source = folder / "lampiran.csv"
    source.write_text(HEAD.format(title=title) + table.format(column=column), encoding="utf-8")
    made = import_tables((source,)).value
    assert made is not None
    sheet = load_workbook(made.file)["Tahap 5"]
    titles = [cell.value for cell in sheet[4]]
    places = [titles.index(title) for title in ("Indikator Kinerja", "IKU")]
    found = (tuple(row[place] for place in places) for row in sheet.iter_rows(min_row=5, values_only=True))
    return [row for row in found if row[0]]


@pytest.mark.parametrize(
    ("title", "column", "iku"),
    [
        ("INDIKATOR KINERJA UTAMA TAHUN 2025-2029", "Indikator Kinerja", "Ya"),
        ("INDIKATOR KINERJA UTAMA (IKU)", "Indikator Kinerja", "Ya"),
        ("TARGET TAHUN 2026", "Indikator Kinerja Utama", "Ya"),
        ("TARGET TAHUN 2026", "Indikator Kinerja", None),
        ("IKU DAN IKK", "Indikator Kinerja", None),
    ],
)
def test_indicators_of_an_annex_of_iku_are_iku_without_their_number(
    title: str, column: str, iku: str | None, tmp_path: Path
) -> None:
    assert rows(tmp_path, title, column) == [
        ("Persentase keselarasan dokumen", iku), ("Indeks perencanaan", iku), ("Indeks inovasi", iku)
    ]  # fmt: skip


def test_a_whole_cascade_under_such_a_title_is_not_all_iku(tmp_path: Path) -> None:
    table = TABLE.replace("Strategis;{column}", "Strategis;Program;{column}").replace(
        "2;Meningkatnya inovasi daerah;", "2;Meningkatnya inovasi daerah;Program Riset;"
    )
    table = table.replace("perencanaan;1.", "perencanaan;;1.").replace(";;2)", ";;;2)")
    assert {iku for _, iku in rows(tmp_path, "CASCADING DAN INDIKATOR KINERJA UTAMA", table=table)} == {None}


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("LAMPIRAN KEPUTUSAN KEPALA BAPPERIDA KABUPATEN LESTARI",), "BAPPERIDA Kabupaten Lestari"),
        (
            ("LAMPIRAN I", "BADAN PERENCANAAN PEMBANGUNAN, RISET DAN INOVASI DAERAH KABUPATEN LESTARI"),
            "Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah Kabupaten Lestari",
        ),
        (("Dinas Kesehatan Kota Contoh Tahun 2025-2029",), "Dinas Kesehatan Kota Contoh"),
        (("Dinas Kesehatan Kota Contoh", "Dinas Sosial Kota Contoh"), ""),
        (("INDIKATOR KINERJA UTAMA TAHUN 2025-2029", "PEMERINTAH KABUPATEN LESTARI"), ""),
        (("KEPUTUSAN KEPALA DAERAH KABUPATEN LESTARI",), ""),
    ],
)
def test_the_title_names_the_agency_where_it_names_one(lines: tuple[str, ...], name: str) -> None:
    assert named_agency(lines) == name


@pytest.mark.parametrize(("length", "name"), [(1_000, "Dinas Kesehatan Kota Contoh"), (1_001, ""), (32_767, "")])
def test_a_line_longer_than_any_title_names_nobody(length: int, name: str) -> None:
    """The work of looking for a name grows with the square of the line, which a cell may hold in full."""
    assert named_agency(["Dinas Kesehatan Kota Contoh tentang ".ljust(length, "x")]) == name
