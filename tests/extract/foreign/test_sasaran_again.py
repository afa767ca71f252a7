"""Blocks side by side of which the last is called plain "Sasaran": not that of the head, which stands left of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import sheet_of
from pokin_docs.extract.read import read

VALUES = ["Indikator", "Target 2026"]


def levels(folder: Path, titles: list[str]) -> tuple[dict[str, str], list[str]]:
    """The level of each sentence in four blocks under these titles, and what is said of the table."""
    rows: list[list[str]] = []
    for at in range(4):
        head = ["Meningkatnya mutu arsip daerah", "Indeks arsip", "80"] if at == 0 else [""] * 3
        middle = [f"Meningkatnya tata arsip {at}", f"Persentase arsip {at}", "81"] if at % 2 == 0 else [""] * 3
        low = [f"Terlaksananya kelola arsip {at}", f"Jumlah arsip {at}", "82"]
        rows.append([*head, *middle, *low, f"Tersusunnya daftar arsip {at}", f"Jumlah daftar {at}", "83"])
    sheet_of([[cell for title in titles for cell in (title, *VALUES)], *rows], "Cascading").save(folder / "b.xlsx")
    outcome = read(folder / "b.xlsx")
    assert outcome.value is not None
    found = {row.kinerja.text: row.komponen.text for row in outcome.value.tahap5}
    return found, [one.kode for one in outcome.temuan]


@pytest.mark.parametrize(
    "left",
    [["Sasaran Strategis", "Sasaran Program", "Sasaran Kegiatan"], ["Sasaran Eselon II", "Sasaran Eselon III", "Sasaran Eselon IV"],
     ["Sasaran Kepala Dinas", "Sasaran Kepala Bidang", "Sasaran Kepala Seksi"]],
)  # fmt: skip
def test_a_plain_sasaran_on_the_right_is_none_of_the_head(tmp_path: Path, left: list[str]) -> None:
    found, said = levels(tmp_path, [*left, "Sasaran"])
    assert found.get("Tersusunnya daftar arsip 0") in (None, "Sasaran Sub Kegiatan")
    assert {"B56", "B74"} & set(said)  # named as not read, or as read by its place
    assert found["Meningkatnya mutu arsip daerah"].startswith("Sasaran")


def test_a_plain_sasaran_on_the_left_is_that_of_the_head(tmp_path: Path) -> None:
    found, _ = levels(tmp_path, ["Sasaran", "Sasaran Program", "Sasaran Kegiatan", "Sasaran Sub Kegiatan"])
    assert found["Meningkatnya mutu arsip daerah"] == "Sasaran"
    assert found["Tersusunnya daftar arsip 0"] == "Sasaran Sub Kegiatan"
