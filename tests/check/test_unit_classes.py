"""What is said of an owner's class and of a row's does not contradict: who follows the one is not told the other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, add_row, put, write
from pokin_docs.flow.examine import examine
from pokin_docs.model.catalogue import hint, message
from pokin_docs.model.findings import Temuan
from pokin_docs.model.settings import Settings

Change = Callable[[Workbook], object]
SUB = "PK Sub Koordinator/JF"
OWNED_ABOVE = put("Tahap 5!H5", "KABID")


def told(folder: Path, *changes: Change) -> list[Temuan]:
    path = write(folder / "b.xlsx", BAKU, *changes)
    return [
        one for one in examine(path, Settings(folder / "build", (), hanya=("pk",))).temuan if one.kode in ("P37", "S35")
    ]


def without_level(column: str = "PK JF/JP") -> tuple[Change, ...]:
    """The unit of the sasaran kegiatan has no sub koordinator: he is one of ``column``."""
    return (put("Pejabat!H5", column), put("Tahap 5!H6", "SUBKOR"))


@pytest.mark.parametrize("written", [SUB, "PK Ess 3", None])
def test_a_row_of_a_class_that_the_unit_does_not_have_is_its_head_s(tmp_path: Path, written: str | None) -> None:
    assert told(tmp_path, OWNED_ABOVE, put("Tahap 5!F5", written), *without_level()) == []


def test_where_the_unit_has_the_class_its_head_is_not_of_it(tmp_path: Path) -> None:
    (one,) = told(tmp_path, OWNED_ABOVE)
    assert (one.kode, str(one.tempat)) == ("P37", "Tahap 5!H5")
    assert hint(one) == "Pilih pemilik dengan jenis PK yang sama, atau betulkan Jenis PK KABID di lembar Pejabat."


def test_a_class_that_is_nowhere_written_is_that_of_the_level(tmp_path: Path) -> None:
    (one,) = told(tmp_path, OWNED_ABOVE, put("Tahap 5!F5", None))
    assert "tetapi baris ini PK Sub Koordinator/JF menurut tingkatnya;" in message(one)
    (one,) = told(tmp_path, OWNED_ABOVE)
    assert "tetapi baris ini PK Sub Koordinator/JF;" in message(one)


def test_who_corrects_the_class_of_a_row_is_told_to_choose_its_owner_too(tmp_path: Path) -> None:
    """Else the corrected class would be another one than its owner's."""
    (one,) = told(tmp_path, OWNED_ABOVE, put("Tahap 5!F5", "PK Ess 3"))
    assert hint(one) == "Samakan: Sasaran Kegiatan biasanya PK Sub Koordinator/JF; pilih juga pemilik berjenis PK itu."
    assert told(tmp_path, put("Tahap 5!F5", SUB), put("Tahap 5!H5", "SUBKOR")) == []


def test_a_class_alone_is_corrected_where_the_owner_is_of_the_usual_one(tmp_path: Path) -> None:
    found = {one.kode: hint(one) for one in told(tmp_path, put("Tahap 5!F5", "PK Ess 3"))}
    assert found["S35"] == "Samakan: Sasaran Kegiatan biasanya PK Sub Koordinator/JF."


def test_an_owner_below_the_class_of_his_row_is_told(tmp_path: Path) -> None:
    assert [one.kode for one in told(tmp_path, put("Tahap 5!H5", "STAF"), *without_level())] == ["P37"]


def test_a_post_under_one_of_its_own_class_has_a_wrong_class(tmp_path: Path) -> None:
    assert [str(one.tempat) for one in told(tmp_path, put("Pejabat!H6", SUB))] == ["Tahap 5!H6"]


def test_somebody_below_by_his_superior_is_of_the_unit_too(tmp_path: Path) -> None:
    line = f"| SUBLAIN | Contoh Lain | | | | | Sub Koordinator Lain | {SUB} | {{}} |"
    assert told(tmp_path, OWNED_ABOVE, *without_level(), add_row("Pejabat", line.format("KADIS"))) == []
    found = told(tmp_path, OWNED_ABOVE, *without_level(), add_row("Pejabat", line.format("KABID")))
    assert [one.kode for one in found] == ["P37"]
