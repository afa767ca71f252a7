"""One ID for two posts, and the ID that one of them lost: told once, at the row that needs another, with its uses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, add_row, both, put, sheet_with, write
from pokin_docs.flow.examine import examine
from pokin_docs.model.catalogue import hint, message
from pokin_docs.model.settings import Settings

Change = Callable[[Workbook], None]
LINE = "| {id} | {nama} | | '198003032005011905 | III/d | Penata Tk. I | {jabatan} | PK Sub Koordinator/JF | KABID | |"


def step_of(id_: str) -> Change:
    titles = ("Indikator", "Rencana Aksi", "Penanggung Jawab")
    return sheet_with("Renaksi", titles, ("Jumlah metadata", "Menyusun metadata", id_))


def told(folder: Path, *changes: Change) -> dict[str, tuple[str, str, str]]:
    """By code the place, the sentence, and what to do."""
    found = examine(write(folder / "buku.xlsx", BAKU, *changes), Settings(folder / "build", (), hanya=("pk",))).temuan
    return {entry.kode: (str(entry.tempat), message(entry), hint(entry)) for entry in found}


def of_id(id_: str, jabatan: str, nama: str = "Contoh Lima") -> Change:
    return add_row("Pejabat", LINE.format(id=id_, jabatan=jabatan, nama=nama))


@pytest.mark.parametrize(
    ("jabatan", "cell"),
    [
        ("Sub Koordinator Arsip", "A7"),  # another post: the ID is at fault, not a day
        ("Sub Koordinator Dta", "A7"),  # nothing but the ID can be wrong: no row has a day
        ("Sub Koordinator Data", "A7"),
        ("Kepala Seksi Data", "A7"),
    ],
)
def test_an_id_of_two_posts_is_told_at_the_id(tmp_path: Path, jabatan: str, cell: str) -> None:
    place, said, _ = told(tmp_path, of_id("SUBKOR", jabatan))["P38"]
    assert place == f"Pejabat!{cell}"
    assert "juga di Pejabat!A5" in said


DATES = both(
    put("Pejabat!K1", "Berlaku Dari"), put("Pejabat!L1", "Berlaku Sampai"), put("Pejabat!K5", "1 Januari 2024")
)


@pytest.mark.parametrize(
    ("jabatan", "place", "first"),
    [
        ("Sub Koordinator Arsip", "Pejabat!A7", "Beri «Sub Koordinator Arsip» ID lain"),
        ("Sub Koordinator Data", "Pejabat!L5", "Isi Berlaku Sampai"),
        ("Sub Kordinator Data", "Pejabat!L5", "Isi Berlaku Sampai"),  # a slip in the title of one post
    ],
)
def test_what_to_do_first_follows_from_the_posts(tmp_path: Path, jabatan: str, place: str, first: str) -> None:
    found = told(tmp_path, DATES, of_id("SUBKOR", jabatan), put("Pejabat!K7", "1 Maret 2024"))
    assert found["P38"][0] == place
    assert found["P38"][2].startswith(first)


def test_the_same_person_twice_is_to_be_removed_once(tmp_path: Path) -> None:
    _, _, remedy = told(tmp_path, of_id("SUBKOR", "Sub Koordinator Data", "Contoh Tiga"))["P38"]
    assert remedy.startswith("Hapus salah satu baris")
    _, _, remedy = told(tmp_path, of_id("SUBKOR", "Sub Koordinator Data", "Contoh Lima"))["P38"]
    assert "Hapus" not in remedy


@pytest.mark.parametrize(
    ("above", "below", "place"),
    [("STAF", "STAF", "Pejabat!A5"), ("SUBKOR", "SUBKOR", "Pejabat!A6")],
    ids=["the first row lost its own", "the second row lost its own"],
)
def test_the_lost_id_is_named_with_its_uses_at_the_row_that_lost_it(
    tmp_path: Path, above: str, below: str, place: str
) -> None:
    titles = both(put("Pejabat!G5", "Ketua Subkoordinasi Data"), put("Pejabat!G6", "Staf Statistik"))
    found = told(tmp_path, titles, put("Pejabat!A5", above), put("Pejabat!A6", below))
    assert found["P38"][0] == place
    lost = ({"SUBKOR", "STAF"} - {above}).pop()
    cells = "Tahap 5!H5, Pejabat!I6" if lost == "SUBKOR" else "Tahap 5!H6"
    assert f"mungkin «{lost}» ({cells}), yang tidak ada di lembar Pejabat" in found["P38"][2]
    assert "P32" not in found


def test_a_row_without_an_id_is_told_which_one_is_missed(tmp_path: Path) -> None:
    assert "«STAF» (Tahap 5!H6)" in told(tmp_path, put("Pejabat!A6", None))["P44"][2]
    blank = told(tmp_path, of_id("", "Arsiparis"))
    assert blank["P44"][2] == "Isi kolom ID."


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (put("Pejabat!A6", "SUBKOR"), "P38"),
        (put("Pejabat!A6", None), "P44"),
        (put("Tahap 5!H6", "STAFF"), "P32"),
    ],
)
def test_the_same_id_in_renaksi_is_no_fault_of_its_own(tmp_path: Path, change: Change, code: str) -> None:
    id_ = "STAFF" if code == "P32" else "STAF"
    found = told(tmp_path, step_of(id_), change)
    assert code in found
    assert "P98" not in found
    assert "Renaksi!C2" in " ".join(found[code])


def test_an_id_that_renaksi_alone_uses_is_told_there(tmp_path: Path) -> None:
    found = told(tmp_path, step_of("STAFF"))
    assert found["P98"][0] == "Renaksi!C2"
    assert not {"P32", "P38", "P44"} & set(found)
