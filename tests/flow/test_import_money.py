"""Money of imported tables: every amount of a column that is read as Pagu comes out on Program, or is named."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from openpyxl import load_workbook

from helpers.workbooks import understood
from pokin_docs.flow.impor import import_tables
from pokin_docs.model.settings import Settings

NAMES = """\
Tujuan;Sasaran;Program;Kegiatan;Sub Kegiatan;Indikator;Satuan;Target 2026;Pagu 2026;Pagu 2027
Terwujudnya layanan bermutu;;;;;Indeks layanan;Indeks;72;;
;Meningkatnya mutu layanan;;;;Persentase layanan bermutu;%;88;;
;;Program Pelayanan Publik;;;Persentase unit;%;90;1250;1300
;;;Penyusunan Perencanaan dan Pendanaan;;Jumlah rencana;Dokumen;3;1250;1300
;;;;Penyusunan RKPD;Jumlah RKPD;Dokumen;2;750;800
;;;;Penyusunan RPJMD;Jumlah RPJMD;Dokumen;1;500;500
"""
CODED = (
    NAMES.replace("Program Pelayanan Publik", "2.16.02 Program Pelayanan Publik")
    .replace(";Penyusunan Perencanaan dan", ";2.16.02.2.01 Penyusunan Perencanaan dan")
    .replace(";Penyusunan RKPD", ";2.16.02.2.01.0001 Penyusunan RKPD")
    .replace(";Penyusunan RPJMD", ";2.16.02.2.01.0002 Penyusunan RPJMD")
)
HALF_CODED = CODED.replace("2.16.02.2.01.0002 ", "")
ONE_COLUMN = """\
Sasaran Program/Kegiatan;Program/Kegiatan/Sub Kegiatan;Indikator;Satuan;Target 2026;Pagu 2026
Meningkatnya mutu layanan;Program Pelayanan Publik;Persentase unit;%;90;1.250.000.000
Tersusunnya rencana;Kegiatan Penyusunan Perencanaan;Jumlah rencana;Dokumen;3;1.250.000.000
Tersusunnya RKPD;Sub Kegiatan Penyusunan RKPD;Jumlah RKPD;Dokumen;2;750.000.000
Tersusunnya RPJMD;Sub Kegiatan Penyusunan RPJMD;Jumlah RPJMD;Dokumen;1;500.000.000
"""
ON_SASARAN = NAMES.replace("%;88;;", "%;88;999;998")
LAYOUTS = {"names": NAMES, "coded": CODED, "half coded": HALF_CODED, "one column": ONE_COLUMN, "sasaran": ON_SASARAN}


def amounts(text: str) -> Counter[int]:
    """The amounts as they were typed: those from 500 on."""
    cells = (cell.replace(".", "") for line in text.splitlines()[1:] for cell in line.split(";"))
    return Counter(int(cell) for cell in cells if cell.isdecimal() and int(cell) >= 500)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_amount_comes_out_or_is_named(layout: str, tmp_path: Path) -> None:
    source = tmp_path / "matriks.csv"
    source.write_text(LAYOUTS[layout], encoding="utf-8")
    made = import_tables((source,)).value
    assert made is not None
    sheet = load_workbook(made.file)["Program"]
    titles = [str(cell.value) for cell in sheet[4]]
    columns = [number for number, title in enumerate(titles) if title.startswith("Pagu ")]
    out = Counter(
        row[number] for row in sheet.iter_rows(min_row=5, values_only=True) for number in columns if row[number]
    )
    out += Counter(int(cell.text) for cell in made.story.unplaced if cell.text.isdecimal())
    assert out == amounts(LAYOUTS[layout])


@pytest.mark.parametrize(("table", "uncoded"), [(NAMES, 4), (HALF_CODED, 1), (CODED, 0)])
def test_a_name_without_code_keeps_its_money_and_its_code_is_asked_for(
    table: str, uncoded: int, tmp_path: Path
) -> None:
    source = tmp_path / "matriks.csv"
    source.write_text(table, encoding="utf-8")
    made = import_tables((source,)).value
    assert made is not None
    assert made.rows["program"] == 4
    assert [remark.split()[0] for remark in made.story.remarks if "belum mempunyai kode" in remark] == (
        [str(uncoded)] if uncoded else []
    )
    book = understood(made.file, Settings(tmp_path, ()))
    assert sum(finding.kode == "P47" for finding in book.temuan) == uncoded
