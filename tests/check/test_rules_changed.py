"""A target that the change of a budget makes easier needs a reason, all the more below what was reached (domain-2 9)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, add_row, both, put, sheet_with, write
from pokin_docs.flow.examine import examine
from pokin_docs.model.catalogue import message
from pokin_docs.model.settings import Settings

Change = Callable[[Workbook], object]
NAME = "Indeks Kesiapsiagaan Masyarakat"
PREPARED = both(put("Tahap 4!C3", NAME), put("Tahap 5!C3", NAME), put("Tahap 5!I3", "Indeks"))


def changed(old: object, new: object, *, version: str = "perubahan", polarity: str = "") -> Change:
    """The sasaran with the indicator of the worked example, in a budget of which two versions stand side by side."""
    return both(
        PREPARED, *(put(f"Tahap 5!{column}3", value) for column, value in zip("JKMNOP", ("0,40", "0,44", 0.5, 0.52, 0.54, 0.56), strict=True)),
        put("Tahap 5!L3", old), put("Tahap 5!S1", "Target 2026 Perubahan"), put("Tahap 5!S3", new),
        *(put(f"Tahap 5!S{row}", value) for row, value in ((2, "2,7"), (4, 60), (5, 60), (6, 7))),
        put("Tahap 5!T1", "Polaritas"), put("Tahap 5!T3", polarity or None),
        add_row("Identitas", f"| APBD | {version} |"),
    )  # fmt: skip


def reached(value: str) -> Change:
    return sheet_with("Realisasi", ["Indikator", "TW", "Realisasi"], [NAME, "TW II", value])


KASUS = [
    ("D54", "Tahap 5!S3", changed("0,48", "0,45")),
    ("D55", "Tahap 5!S3", both(changed("0,48", "0,45"), reached("0,46"))),
]


def told(folder: Path, change: Change) -> list[tuple[str, str]]:
    found = examine(write(folder / "buku.xlsx", BAKU, change), Settings(Path("build"), ())).temuan
    return [(entry.kode, message(entry)) for entry in found if entry.kode in ("D54", "D55")]


def test_the_worked_example(tmp_path: Path) -> None:
    assert told(tmp_path, KASUS[1][2]) == [(
        "D55", "Target 2026 diturunkan dari «0,48» (Tahap 5!L3) menjadi «0,45», padahal TW II sudah «0,46» (Realisasi!C2): "
        f"«{NAME}».",
    )]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (both(changed("0,48", "0,45"), reached("0,44")), ["D54"]),
        (both(changed("0,48", "0,45"), reached("0,45")), ["D54"]),
        (changed("0,45", "0,48"), []),
        (changed("0,48", "0,48"), []),
        (changed("0,48", "0,45", version="murni"), []),
        (changed("0,48", "0,45", polarity="Negatif"), []),
        (changed("0,45", "0,48", polarity="Negatif"), ["D54"]),
        (both(changed("0,48", "0,45"), put("Tahap 5!R3", "D54: jumlah desa rawan bertambah")), []),
        (changed(None, "0,45"), []),
    ],
    ids=["less was reached", "as much was reached", "raised", "the same", "first budget counts", "less is better", "more of what is bad",
         "with a reason", "no target before"],
)  # fmt: skip
def test_only_what_is_made_easier_is_told(tmp_path: Path, change: Change, codes: list[str]) -> None:
    assert [code for code, _ in told(tmp_path, change)] == codes
