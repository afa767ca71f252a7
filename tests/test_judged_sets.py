"""Trees that others judged are built from their text, and what was put in is counted as found or missed."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest
from openpyxl import load_workbook

from helpers.official_list import write_list
from helpers.places import ROOT
from helpers.scripts import script_module

TREE = """\
# Dinas Contoh | Discon | Pemerintah Kabupaten Contoh | Bupati Contoh | program=ya
T| Terwujudnya data terbuka | Indeks Data | Indeks
S| Meningkatnya akses data {mirip} | Persentase data yang terbuka | %
+| | Persentase penyusunan data {proses} | %
P 2.20.02| Meningkatnnya mutu data {typo:Meningkatnya} | Persentase data bermutu {samar?} | %
K 2.20.02.2.01| Terpenuhinya standar data | Persentase data standar | %
O 0018| | |
O 0022| Terkumpulnya data {potong} | |
"""
JUDGED = (
    "buku,sel,kode,usul,penilaian,alasan\npohon.xlsx,C7,I06,,benar,proses\npohon.xlsx,B8,W03,lain,keliru,usul lain\n"
)


@pytest.fixture
def sets(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setattr(sys, "path", [str(ROOT / "benchmarks"), *sys.path])
    return script_module("benchmarks/judged_sets.py")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pohon.txt").write_text(TREE, encoding="utf-8")
    (tmp_path / "penilaian.csv").write_text(JUDGED, encoding="utf-8")
    write_list(tmp_path / "nomenklatur.xlsx")
    (tmp_path / "daftar").mkdir()
    return tmp_path


def test_blank_cells_of_a_sub_kegiatan_are_official(sets: ModuleType, folder: Path) -> None:
    listed = write_list(folder / "daftar" / "nomenklatur.xlsx")
    path, seeds = sets.build(folder / "pohon.txt", folder / "daftar", sets.read_list(listed))
    rows = [[cell.value for cell in row] for row in load_workbook(path)["Tahap 5"].iter_rows(min_row=5, max_col=10)]
    assert [row[1] for row in rows][-2:] == ["Tersusunnya metadata", "Terkumpulnya data"]
    assert [row[6] for row in rows][-2:] == ["2.20.02.2.01.0018", "2.20.02.2.01.0022"]
    assert [(seed.cell, seed.kind, seed.right) for seed in seeds if seed.kind not in ("bersih", "samar?")] == [
        ("B6", "mirip", ""), ("C7", "proses", ""), ("B8", "typo", "Meningkatnya"),
        ("B11", "potong", "Terkumpulnya data bersama"),
    ]  # fmt: skip
    assert {seed.cell for seed in seeds if seed.official} == {"B10", "C10", "C11"}


def test_what_was_put_in_is_counted(sets: ModuleType, folder: Path) -> None:
    listed = write_list(folder / "daftar" / "nomenklatur.xlsx")
    (folder / "nomenklatur.xlsx").unlink()
    figures = sets.measure(folder, listed)
    for found in figures.values():
        assert found.rows == 7
        assert (found.right, found.right_told) == (1, 1)
        assert found.seeds["proses"] == found.seeds["ketik"] == found.seeds["mirip"] == [1, 1]
        assert "samar?" not in found.seeds
        assert found.verdicts["saran"]["benar"] == 1
        assert found.verdicts["peringatan"] == {"belum dinilai": 1}  # the verdict is about another proposal
    assert figures["dengan_daftar"].official_warned == 0


def test_a_kind_without_words_for_the_page_is_noticed(sets: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    page = script_module("benchmarks/judged_page.py")
    assert set(page.SEEDS) == {"ketik", *sets.FOUND_BY, *sets.QUIET}
