"""Levels that letters before numbers abbreviate (T.1, S.1, P.1.1), and labels cut short (Tuj, Sas. Prog.)."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.foreign_reading import codes, tree, understood
from helpers.workbooks import workbook
from pokin_docs.extract.read import Reading, read
from pokin_docs.model.levels import KomponenPerencanaan, read_komponen

TABLE = """## Rencana
| No | Kinerja | Indikator | Target 2026 |
| {} | Terwujudnya daerah yang tertib | Indeks ketertiban | 70 |
| {} | Meningkatnya mutu arsip | Nilai arsip | 80 |
| {} | Tertatanya arsip dinas | Persentase arsip tertata | 90 |
| {} | Terlaksananya pendataan arsip | Jumlah arsip | 5 |
| {} | Tersusunnya daftar arsip | Jumlah daftar | 2 |
"""
LEVELS = ["0", "1", "2", "3", "4"]


def of_numbers(folder: Path, *numbers: str) -> Reading:
    book = workbook(TABLE.format(*numbers))
    book.save(folder / "buku.xlsx")
    return read(folder / "buku.xlsx")


@pytest.mark.parametrize(
    "numbers",
    [
        ("T.1", "S.1", "P.1.1", "K.1.1.1", "SK.1.1.1.1"),
        ("T1", "S1", "P1", "K1", "SK1"),
        ("T-1", "SS-1", "SP-1", "SK-1", "SSK-1"),
        ("Tuj. 1", "Sas. 1", "Prog. 1", "Keg. 1", "Subkeg. 1"),
        ("t.1", "s.1.1", "p.1.1.1", "k.1.1.1.1", "sub.1.1.1.1.1"),
    ],
)
def test_letters_before_numbers_tell_the_levels(tmp_path: Path, numbers: tuple[str, ...]) -> None:
    assert [line[0] for line in tree(understood(of_numbers(tmp_path, *numbers)))] == LEVELS


@pytest.mark.parametrize(
    "numbers",
    [
        ("T.1", "S.1", "P.1.1", "SK.1.1.1", "SK.1.1.2"),  # SK: of the kegiatan, or of the sub kegiatan?
        ("T.1", "S.1", "SS.1", "K.1.1", "SK.1.1"),  # two ways to say sasaran
        ("T.1", "S.1", "Q.1", "K.1.1", "SK.1.1"),  # a letter that nobody knows
        ("T.1", "S.1", "P.1", "K.1", "-"),  # a row without
    ],
)
def test_letters_that_may_mean_several_levels_ask(tmp_path: Path, numbers: tuple[str, ...]) -> None:
    assert "B65" in codes(of_numbers(tmp_path, *numbers))


@pytest.mark.parametrize(
    ("label", "level"),
    [
        ("Tuj", KomponenPerencanaan.TUJUAN),
        ("Sas.", KomponenPerencanaan.SASARAN),
        ("Sas. Strat.", KomponenPerencanaan.SASARAN),
        ("Sas. 2", KomponenPerencanaan.SASARAN),
        ("Sas Prog", KomponenPerencanaan.SASARAN_PROGRAM),
        ("KEG.", KomponenPerencanaan.SASARAN_KEGIATAN),
        ("Sas. Sub Keg.", KomponenPerencanaan.SASARAN_SUB_KEGIATAN),
        ("Subkeg", KomponenPerencanaan.SASARAN_SUB_KEGIATAN),
        ("Sas. arsip", None),
        ("Pro", None),
    ],
)
def test_labels_cut_short_are_labels(label: str, level: KomponenPerencanaan | None) -> None:
    assert read_komponen(label) is level
