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


CASH = ("Anggaran Kas TW I", "Anggaran Kas TW II", "Anggaran Kas TW III", "Anggaran Kas TW IV")


def cash(*amounts: int | None, changed_to: int | None = None) -> Change:
    """The money of quarters of the sub kegiatan, whose budget is 1.000.000, and changed to another where one is given."""
    two = (put("Program!M1", "Pagu 2026 Perubahan"), *(put(f"Program!M{row}", changed_to) for row in (2, 3, 4)))
    return both(
        *(put(f"Program!{column}1", title) for column, title in zip("IJKL", CASH, strict=True)),
        *(put(f"Program!{column}4", amount) for column, amount in zip("IJKL", amounts, strict=True)),
        *((*two, add_row("Identitas", "| APBD | perubahan |")) if changed_to else ()),
    )


def quarters(*values: str, way: str = "") -> Change:
    """Targets of quarters of the sasaran of the worked example."""
    return both(
        *(put(f"Tahap 5!{column}1", f"TW {name}") for column, name in zip("UVWX", ("I", "II", "III", "IV"), strict=True)),
        *(put(f"Tahap 5!{column}3", value or None) for column, value in zip("UVWX", values, strict=True)),
        put("Tahap 5!Y1", "Jenis Hitung"), put("Tahap 5!Y3", way or None),
    )  # fmt: skip


def past(*new: str | None, day: str = "5 Januari 2026", version: str = "perubahan") -> Change:
    """Quarters 0,40 0,42 0,45 0,48 of before the change, and those after it."""
    before = ("0,40", "0,42", "0,45", "0,48")
    return both(
        changed("0,48", "0,48", version=version), put("Identitas!B7", day),
        *(put(f"Tahap 5!{column}1", f"TW {name}") for column, name in zip("UVWX", ("I", "II", "III", "IV"), strict=True)),
        *(put(f"Tahap 5!{column}3", value) for column, value in zip("UVWX", before, strict=True)),
        *(put(f"Tahap 5!{column}1", f"TW {name} Perubahan") for column, name in zip(("Y", "Z", "AA", "AB"), ("I", "II", "III", "IV"), strict=True)),
        *(put(f"Tahap 5!{column}3", value) for column, value in zip(("Y", "Z", "AA", "AB"), new, strict=True)),
    )  # fmt: skip


KASUS = [
    ("D80", "Program!I4", cash(250_000, 250_000, 250_000, 200_000)),
    ("D54", "Tahap 5!S3", changed("0,48", "0,45")),
    ("D55", "Tahap 5!S3", both(changed("0,48", "0,45"), reached("0,46"))),
    ("D56", "Tahap 5!Y3", past("0,41", "0,42", "0,45", "0,48", day="1 Juli 2026")),
]


def told(folder: Path, change: Change) -> list[tuple[str, str]]:
    found = examine(write(folder / "buku.xlsx", BAKU, change), Settings(Path("build"), ())).temuan
    return [(entry.kode, message(entry)) for entry in found if entry.kode in ("D54", "D55")]


def test_the_worked_example(tmp_path: Path) -> None:
    assert told(tmp_path, KASUS[2][2]) == [(
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


# --- quarters that were not changed with their year -------------------------------------------------------------------


def said(folder: Path, change: Change, *codes: str) -> list[str]:
    found = examine(write(folder / "buku.xlsx", BAKU, change), Settings(Path("build"), ())).temuan
    return [f"{entry.kode}: {message(entry)}" for entry in found if entry.kode in codes]


@pytest.mark.parametrize("change", [
    cash(250_000, 250_000, 250_000, 250_000), cash(None, None, None, 1_000_000), cash(None, None, None, None),
    cash(300_000, 300_000, 300_000, 300_000, changed_to=1_200_000),
], ids=["as much", "all at the end", "unknown", "changed with the year"])  # fmt: skip
def test_money_of_quarters_that_makes_its_year(tmp_path: Path, change: Change) -> None:
    assert said(tmp_path, change, "D80") == []


def test_money_of_quarters_is_that_of_the_year_in_identitas(tmp_path: Path) -> None:
    path = write(tmp_path / "buku.xlsx", BAKU, cash(1, 1, 1, 1))
    told = {year: examine(path, Settings(Path("build"), (), tahun=year)).temuan for year in (2026, 2027)}
    assert {year: [one.kode for one in found if one.kode == "D80"] for year, found in told.items()} == {
        2026: ["D80"],
        2027: [],
    }


def test_money_of_quarters_that_is_still_that_of_before_says_so(tmp_path: Path) -> None:
    (told,) = said(tmp_path, cash(250_000, 250_000, 250_000, 250_000, changed_to=1_200_000), "D80")
    assert told == (
        "D80: Anggaran Kas 2.20.02.2.01.0018 berjumlah Rp1.000.000 dalam empat triwulan, padahal pagu 2026 Rp1.200.000. "
        "Jumlah itu pagu sebelum perubahan anggaran (Program!C4)."
    )
    (told,) = said(tmp_path, cash(250_000, 250_000, 250_000, 260_000, changed_to=1_200_000), "D80")
    assert "sebelum perubahan" not in told


@pytest.mark.parametrize(
    ("old", "new", "way", "expected"),
    [
        ("0,48", "0,50", "posisi akhir", ["I21", True]),
        ("0,48", "0,50", "", ["I23", True]),
        ("0,47", "0,50", "", ["I23", False]),
        ("0,50", "0,48", "posisi akhir", []),
        ("0,50", "0,48", "", []),
    ],
    ids=["of before", "of before, no way given", "of neither", "changed with the year", "changed with the year, no way given"],
)  # fmt: skip
def test_targets_of_quarters_that_are_still_those_of_before_say_so(
    tmp_path: Path, old: str, new: str, way: str, expected: list[object]
) -> None:
    change = both(changed(old, new), quarters("", "0,40", "0,45", "0,48", way=way))
    told = said(tmp_path, change, "I21", "I23")
    assert [
        part for one in told for part in (one[:3], f"Itu target sebelum perubahan anggaran, {old}" in one)
    ] == expected


# --- quarters that are over -------------------------------------------------------------------------------------------


PAST = {
    "nothing changed": (past("0,40", "0,42", "0,45", "0,48"), []),
    "only in another form": (both(past("0,4", "0,420", "0,45", "0,48"), reached("0,42")), []),
    "a quarter that is left": (both(past("0,40", "0,42", "0,46", "0,48"), reached("0,42")), []),
    "a quarter with realisasi": (both(past("0,40", "0,41", "0,45", "0,48"), reached("0,42")), ["D56 Tahap 5!Z3"]),
    "one before the day of the paper": (past("0,41", "0,41", "0,46", "0,48", day="1 Juli 2026"),
                                        ["D56 Tahap 5!Y3", "D56 Tahap 5!Z3"]),
    "on the last day of the quarter": (past("0,40", "0,41", "0,45", "0,48", day="30 Juni 2026"), []),
    "the first budget is read": (past("0,41", "0,41", "0,46", "0,48", day="1 Juli 2026", version="murni"), []),
}  # fmt: skip


@pytest.mark.parametrize(("change", "found"), PAST.values(), ids=PAST.keys())
def test_of_a_changed_plan_only_the_quarters_that_are_left_differ(
    tmp_path: Path, change: Change, found: list[str]
) -> None:
    told_ = examine(write(tmp_path / "buku.xlsx", BAKU, change), Settings(Path("build"), ())).temuan
    assert [f"{one.kode} {one.tempat}" for one in told_ if one.kode == "D56"] == found
