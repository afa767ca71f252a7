"""D48 tells of rows that serve no row of the superior; a fault in another branch, or of another post, does not hide it."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import BAKU, add_row, both, put, write
from pokin_docs.flow.examine import examine
from pokin_docs.model.catalogue import message
from pokin_docs.model.settings import Settings

KEGIATAN = (
    "| Tahap 3 | Terjaganya mutu data | Persentase data mutakhir | Kinerja Taktikal Immediate | Sasaran Kegiatan | "
    "PK Sub Koordinator/JF | 2.20.02.2.01 | SUBKOR2 | % | 50 | 55 | 60 | 65 | 70 | 75 | 80 | | |"
)
OTHER_BRANCH = (
    "| | Meningkatnya pemakaian data | Persentase data terpakai | | {komponen} | "
    "| | KADIS | % | 50 | 55 | 60 | 65 | 70 | 75 | 80 | Ya | |"
)
PEJABAT = "| SUBKOR2 | Contoh Lima | | '198003032005011905 | III/d | Penata | {} | PK Sub Koordinator/JF | KABID | |"
UNSERVED = both(put("Pejabat!I6", "SUBKOR2"), add_row("Tahap 5", KEGIATAN))
ANALIS = add_row("Pejabat", PEJABAT.format("Analis"))


def found(folder: Path, *changes: object) -> list[tuple[str, str]]:
    path = write(folder / "buku.xlsx", BAKU, UNSERVED, *changes)  # type: ignore[arg-type]
    return [(one.kode, message(one)) for one in examine(path, Settings(folder / "build", ())).temuan]


OTHER = {
    "a level of another branch": (ANALIS, add_row("Tahap 5", OTHER_BRANCH.format(komponen="Kinerja Lain"))),
    "the superior of another post": (ANALIS, put("Pejabat!I5", "STAF")),
    "a condition without sasaran": (ANALIS, add_row("Tahap 2", "| 2 | Rendahnya pemakaian data | Meningkatnya pemakaian data |")),
}  # fmt: skip
ITS_OWN = {
    "the level above it": (ANALIS, put("Tahap 5!E5", "Sasaran Kegitn")),
    "its own level": (ANALIS, put("Tahap 5!E6", "Sasaran Subkegiatn")),
    "superiors in a circle": (ANALIS, put("Pejabat!I7", "STAF")),
}


@pytest.mark.parametrize("changes", OTHER.values(), ids=OTHER.keys())
def test_a_fault_elsewhere_hides_nothing(tmp_path: Path, changes: tuple[object, ...]) -> None:
    codes = [kode for kode, _ in found(tmp_path, *changes)]
    assert {"S30", "S17", "X01"} & set(codes)
    assert codes.count("D48") == 1


@pytest.mark.parametrize("changes", ITS_OWN.values(), ids=ITS_OWN.keys())
def test_a_fault_that_it_follows_from_is_told_alone(tmp_path: Path, changes: tuple[object, ...]) -> None:
    codes = [kode for kode, _ in found(tmp_path, *changes)]
    assert {"S30", "P34"} & set(codes)
    assert "D48" not in codes


def test_posts_of_one_title_are_told_apart(tmp_path: Path) -> None:
    (said,) = (
        text
        for kode, text in found(tmp_path, add_row("Pejabat", PEJABAT.format("Sub Koordinator Data")))
        if kode == "D48"
    )
    assert "pada PK atasannya, Sub Koordinator Data (" in said
    assert "_SUBKOR2.docx" in said
    assert said.endswith("milik Sub Koordinator Data (SUBKOR).")
