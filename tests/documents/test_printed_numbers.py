"""One habit of numbers each: what the PK prints of it, and what is said of the cell."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from helpers.workbooks import BAKU, put, write
from pokin_docs.check.targets import numbers_as_written
from pokin_docs.documents.pk.content import PerjanjianKinerja
from pokin_docs.extract.read import read
from pokin_docs.model.settings import Settings
from pokin_docs.transform.plan import plan

NB = "\u00a0"


def printed(folder: Path, value: Any, number_format: str, satuan: str) -> tuple[str, list[str]]:
    """The target of 2026 in the PK of the staff, and the codes of what is said of its cell."""

    def change(book: Any) -> None:
        book["Tahap 5"]["L6"] = value
        book["Tahap 5"]["L6"].number_format = number_format

    outcome = read(write(folder / "b.xlsx", BAKU, put("Tahap 5!I6", satuan), change))
    assert outcome.value is not None, outcome.temuan
    made = plan(outcome.value, Settings(Path("build"), ())).value
    assert made is not None
    papers = [paper.content for paper in made.dokumen if isinstance(paper.content, PerjanjianKinerja)]
    target = next(paper for paper in papers if paper.jenis_pk == "jf-jp").daftar_sasaran[0].daftar_indikator[0].target
    found = [*outcome.temuan, *numbers_as_written(outcome.value, made)]
    said = [entry.kode for entry in found if str(entry.tempat) == "Tahap 5!L6"]
    return target if isinstance(target, str) else target.text, said


@pytest.mark.parametrize(
    ("value", "number_format", "satuan", "shown", "said"),
    [
        (1250, "General", "Orang", "1.250", []), (1250, "0", "Orang", "1.250", []), (999, "General", "Orang", "999", []),
        (1000, "General", "Orang", "1.000", []), (1250000.5, "General", "Rupiah", "1.250.000,5", []),
        (2026, "General", "Tahun", "2026", []), (2026, "General", "Orang", "2.026", []), (7, "000", "Kode", "007", []),
        (85.5, "General", "Nilai", "85,5", []), (85.5, "0.00", "Nilai", "85,50", []), (0.1 + 0.2, "General", "Nilai", "0,3", []),
        (33.3333333333, "General", "Nilai", "33,33", ["I41"]), (0.00123456789, "General", "Rasio", "0,0012", ["I41"]),
        (66.6667, "General", "Nilai", "66,6667", []), (33.3333333333, "0.0", "Nilai", "33,3", []),
        (0.15, "0%", "%", "15", []), (0.155, "0.0%", "Persen", "15,5", []), (0.15, "0%", "Angka", "15%", []),
        (10, '0" dokumen"', "Berkas", "10 dokumen", []), (10, '0" dokumen"', "Dokumen", "10 dokumen", ["I39"]),
        (1250000, '"Rp"#,##0.00', "Rupiah", "Rp1.250.000,00", []), (1250000, '[$Rp-421]#,##0', "Rupiah", "Rp1.250.000", []),
        (1250000, '_-"Rp"* #,##0.00_-', "Rupiah", "Rp1.250.000,00", []), (-5, '0;(0)', "Nilai", "(5)", []),
        (1250000, "0.00E+00", "Rupiah", "1.250.000", []), (0.5, "# ?/?", "Rasio", "1/2", []),
        (timedelta(hours=2, minutes=30), "[h]:mm", "Jam", "2 jam 30 menit", []),
        (timedelta(hours=36), "[h]:mm:ss", "Jam", "36 jam", ["I39"]), (time(2, 30), "h:mm", "Waktu", "02:30", []),
        (datetime(2026, 3, 31), "dd/mm/yyyy", "Tanggal", "31 Maret 2026", []), (datetime(2026, 3, 31), "d-mmm", "Tanggal", "31 Maret 2026", []),
        ("85,5", "@", "Nilai", "85,5", []), ("85.5", "@", "Nilai", "85.5", ["I38"]), ("1,234.5", "@", "Nilai", "1,234.5", ["I38"]),
        ("1.234,5", "@", "Nilai", "1.234,5", []), ("1.250", "@", "Orang", "1.250", []), ("1250", "@", "Orang", "1250", []),
        ("1 250 000", "@", "Rupiah", f"1{NB}250{NB}000", []), ("Rp 1.250.000", "@", "Rupiah", f"Rp{NB}1.250.000", []),
        ("±5", "@", "Nilai", "±5", []), ("≥ 85", "@", "Nilai", f"≥{NB}85", []), ("<= 5", "@", "Hari", f"<={NB}5", []),
        ("85-90", "@", "Nilai", "85-90", []), ("69,1 - 69,5", "@", "Nilai", f"69,1{NB}-{NB}69,5", []), ("BB", "@", "Predikat", "BB", []),
        ("BB (70,01)", "@", "Predikat", "BB (70,01)", []), ("3 : 1", "@", "Rasio", f"3{NB}:{NB}1", []), ("007", "@", "Kode", "007", []),
        ("15%", "@", "%", "15", ["I40"]), ("15%%", "@", "Angka", "15%%", ["I40"]), ("7 Dokumen", "@", "Dokumen", "7 Dokumen", ["I39"]),
        ("2 jam 30 menit", "@", "Waktu", "2 jam 30 menit", []), ("31 Maret 2026", "@", "Tanggal", "31 Maret 2026", []),
        ("33,33333333", "@", "Nilai", "33,33333333", ["I41"]),
    ],
)  # fmt: skip
def test_a_target_prints_as_people_write_it(
    tmp_path: Path, value: Any, number_format: str, satuan: str, shown: str, said: list[str]
) -> None:
    assert printed(tmp_path, value, number_format, satuan) == (shown, said)
