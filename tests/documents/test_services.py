"""The tables about past years, factors, priorities, key indicators, means and clients: what follows from their sheets."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import BAKU, understood, write
from pokin_docs.documents.renstra.content import Renstra, Renstra2017
from pokin_docs.model.settings import Settings

SERVICES = """
## Kinerja Pelayanan
| Indikator | Satuan | Polaritas | Target 2023 | Target 2024 | Realisasi 2023 | Realisasi 2024 |
| Persentase data | % | | 80 | {target} | 60 | {realised} |
"""
BUDGETS = """
## Anggaran dan Realisasi
| Uraian | Anggaran 2022 | Anggaran 2023 | Anggaran 2024 | Realisasi 2022 | Realisasi 2023 | Realisasi 2024 |
| Program A | 100 | 110 | 132 | 50 | 55 | {a} |
| Program B | {b} | 100 | 100 | {b_spent} | 90 | 90 |
"""


def renstra(tmp_path: Path, sheets: str) -> Renstra:
    settings = Settings(tmp_path / "build", ())
    plan = understood(write(tmp_path / "b.xlsx", BAKU + sheets), settings).plan
    content = next(entry.content for entry in plan.dokumen if entry.jenis.startswith("renstra"))
    assert isinstance(content, Renstra)
    return content


@pytest.mark.parametrize(("target", "realised", "polarity", "reached"), [
    ("80", "60", "", "75"),
    ("80", "60", "Semakin rendah semakin baik", "125"),
    ("80", "60", "Stabil", "–"),
    ("0", "60", "", "–"),
    ("80", "", "", "–"),
    ("80", "Belum diukur", "", "–"),
    ("80", "0", "", "0"),
    ("2,75", "2,70", "", "98,18"),
    ("B", "B", "", "–"),
])  # fmt: skip
def test_what_was_reached_of_a_target(tmp_path: Path, target: str, realised: str, polarity: str, reached: str) -> None:
    text = SERVICES.format(target=target, realised=realised).replace("| % | |", f"| % | {polarity} |")
    (row,) = renstra(tmp_path, text).daftar_kinerja_pelayanan
    assert row.daftar_tahun[4].capaian == reached
    assert [year.target for year in row.daftar_tahun][:3] == ["–", "–", "–"]


def test_sums_shares_and_growth_are_calculated(tmp_path: Path) -> None:
    a, b, total = renstra(tmp_path, BUDGETS.format(a=66, b="", b_spent="")).daftar_anggaran_realisasi
    assert [year.rasio for year in a.daftar_tahun] == ["–", "–", "50", "50", "50"]
    assert (a.pertumbuhan_anggaran, b.pertumbuhan_anggaran) == ("15", "0")
    assert (total.tingkat, [year.anggaran for year in total.daftar_tahun[2:]]) == ("jumlah", ["100", "210", "232"])


@pytest.mark.parametrize(("a", "known"), [("66", "156"), ("", "–")])
def test_a_sum_that_lacks_one_amount_is_unknown_and_not_less(tmp_path: Path, a: str, known: str) -> None:
    *_, total = renstra(tmp_path, BUDGETS.format(a=a, b="1", b_spent="1")).daftar_anggaran_realisasi
    assert total.daftar_tahun[4].realisasi == known
    assert (total.daftar_tahun[4].rasio == "–") == (known == "–")


def test_people_are_counted_and_summed(tmp_path: Path) -> None:
    content = renstra(
        tmp_path,
        "\n## Sumber Daya\n| Kelompok | Uraian | Laki-laki | Perempuan | Jumlah | Satuan |\n"
        "| Golongan | Golongan III | 3 | 4 | | |\n| Golongan | Golongan II | | | 5 | |\n| Sarana | Komputer | | | 9 | unit |\n",
    )
    assert [row.jumlah for row in content.daftar_pegawai_golongan] == ["7", "5", "12"]
    assert content.daftar_pegawai_golongan[-1].laki_laki == "–"
    assert [(row.uraian, row.jumlah, row.satuan) for row in content.daftar_sarana] == [("Komputer", "9", "unit")]


def test_a_sheet_that_is_absent_gives_no_row_and_no_mark(tmp_path: Path) -> None:
    content = renstra(tmp_path, "")
    assert not content.daftar_kinerja_pelayanan
    assert not content.daftar_anggaran_realisasi
    assert not content.daftar_ikk
    assert content.daftar_tahun_lalu == ("2020", "2021", "2022", "2023", "2024")


def test_identitas_asks_for_the_outline_of_eight_chapters(tmp_path: Path) -> None:
    asked = BAKU.replace("| Periode Renstra |", "| Bentuk Renstra | Permendagri 86/2017 |\n| Periode Renstra |")
    assert asked != BAKU
    settings = Settings(tmp_path / "build", ())
    plan = understood(write(tmp_path / "b.xlsx", asked), settings).plan
    files = [entry for entry in plan.dokumen if entry.jenis.startswith("renstra")]
    assert {entry.jenis for entry in files} == {"renstra-86"}
    assert [entry.path.rpartition("/")[2] for entry in files[1:]] == [f"Bab-{number}.docx" for number in range(1, 9)]
    whole = files[0].content
    assert isinstance(whole, Renstra2017)
    assert whole.daftar_program_kegiatan
    kinds = [row.tingkat for row in whole.daftar_program_kegiatan]
    assert kinds[0] == "program"
    assert kinds[-1] == "jumlah"
    codes = [row.kode for row in whole.daftar_program_kegiatan if row.kode]
    assert len(codes) == len(set(codes)), "each program once"


def test_indicators_that_refer_to_the_rpjmd_are_those_of_tujuan_and_sasaran_beside_the_iku(tmp_path: Path) -> None:
    asked = BAKU.replace("75 | 80 | Ya |", "75 | 80 | |").replace(
        "| Periode Renstra |", "| Bentuk Renstra | Permendagri 86/2017 |\n| Periode Renstra |"
    )
    plan = understood(write(tmp_path / "b.xlsx", asked), Settings(tmp_path / "build", ())).plan
    whole = next(entry.content for entry in plan.dokumen if isinstance(entry.content, Renstra2017))
    goals = [one.indikator for row in whole.daftar_tujuan_sasaran for one in row.daftar_indikator]
    said = [row.indikator for row in whole.daftar_indikator_rpjmd]
    assert set(goals) <= set(said)
    assert not set(goals) <= {row.indikator for row in whole.daftar_iku}
    assert {row.indikator for row in whole.daftar_iku} <= set(said)
    assert len(said) == len(set(said))
