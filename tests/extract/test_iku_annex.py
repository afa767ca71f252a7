"""An annex of IKU: who answers for a sasaran does not tell its level."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import sheet_of
from pokin_docs.extract.read import read

POSTS = ["Kepala Dinas", "Kepala Bidang Arsip", "Kepala Bidang Layanan", "Sekretaris"]
ROWS = [["Meningkatnya mutu arsip daerah", "Indeks arsip"], ["Meningkatnya tata kelola arsip", "Persentase arsip tertata"],
        ["Meningkatnya layanan arsip", "Persentase layanan arsip"], ["Meningkatnya mutu data", "Persentase data"]]  # fmt: skip


def levels(folder: Path, kinerja: str, who: str, sheet: str, caption: str = "") -> tuple[list[str], list[str]]:
    """The level of each row of a list of indicators with posts beside them, and its owners."""
    rows = [
        [str(number), *own, "%", "80", post]
        for number, (own, post) in enumerate(zip(ROWS, POSTS, strict=True), start=1)
    ]
    titles = ["No", kinerja, "Indikator Kinerja Utama", "Satuan", "Target 2026", who]
    sheet_of([*([[caption]] if caption else []), titles, *rows], sheet).save(folder / "b.xlsx")
    found = read(folder / "b.xlsx").value
    assert found is not None
    return [row.komponen.text for row in found.tahap5], [row.pemilik.text for row in found.tahap5]


@pytest.mark.parametrize(
    ("kinerja", "sheet", "caption", "level"),
    [
        ("Sasaran Strategis", "Lampiran", "", "Sasaran Strategis"), ("Sasaran Strategis", "IKU", "", "Sasaran Strategis"),
        ("Sasaran", "IKU", "", "Sasaran"), ("Kinerja Utama", "IKU 2026", "", "Sasaran"),
        ("Sasaran", "Lampiran", "INDIKATOR KINERJA UTAMA DINAS CONTOH", "Sasaran"),
        ("Kinerja Utama", "Lembar1", "Lampiran Keputusan tentang Indikator Kinerja Utama", "Sasaran"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("who", ["Penanggung Jawab", "Penanggungjawab"])
def test_posts_that_answer_for_a_sasaran_are_no_levels(
    tmp_path: Path, kinerja: str, sheet: str, caption: str, level: str, who: str
) -> None:
    found, owners = levels(tmp_path, kinerja, who, sheet, caption)
    assert found == [level] * 4
    assert owners in (POSTS, [""] * 4)


def test_on_a_sheet_of_all_levels_posts_tell_them(tmp_path: Path) -> None:
    assert levels(tmp_path, "Kinerja", "Penanggung Jawab", "Cascading")[0] == POSTS
