"""K05: a paper that would be dated in another year than its own, however the two were given."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helpers.workbooks import BAKU, put, write
from pokin_docs.flow.examine import examine
from pokin_docs.model.catalogue import hint, message
from pokin_docs.model.settings import Settings

TAHUN, TANGGAL = "Identitas!B5", "Identitas!B7"
NEXT_YEAR = "5 Januari 2027"


@pytest.mark.parametrize(
    ("cell", "tahun", "tanggal", "place", "remedy"),
    [
        ("5 Januari 2026", None, None, None, ""),
        (NEXT_YEAR, None, None, TANGGAL, f"betulkan Tahun ({TAHUN}) atau Tanggal PK ({TANGGAL})"),
        ("5 Januari 2026", 2027, None, TANGGAL, f"tambahkan --tanggal 2027-01-05, atau ganti Tanggal PK ({TANGGAL})"),
        (NEXT_YEAR, 2027, None, None, ""),
        ("5 Januari 2026", None, date(2027, 1, 4), TAHUN, "tulis --tanggal 2026-01-04, atau tambahkan --tahun 2027"),
        (NEXT_YEAR, None, date(2026, 1, 4), None, ""),
        ("5 Januari 2026", 2027, date(2027, 1, 4), None, ""),
        ("5 Januari 2026", 2027, date(2028, 1, 4), "", "tulis --tanggal 2027-01-04, atau --tahun 2028"),
        (None, 2027, date(2026, 12, 31), "", "tulis --tanggal 2027-12-31, atau --tahun 2026"),
    ],
)
def test_the_year_and_the_day_agree_or_final_refuses_and_names_what_to_give(
    tmp_path: Path, cell: str | None, tahun: int | None, tanggal: date | None, place: str | None, remedy: str
) -> None:
    book = write(tmp_path / "b.xlsx", BAKU, put(TANGGAL, cell))
    found = examine(book, Settings(Path("build"), (), tahun, tanggal))
    told = [finding for finding in found.temuan if finding.kode == "K05"]
    assert [str(finding.tempat) for finding in told] == ([] if place is None else [place])
    assert all(remedy in hint(finding) for finding in told)
    assert not found.galat(final=False)
    assert found.galat(final=True) == bool(told)


@pytest.mark.parametrize(("tahun", "tanggal"), [(None, None), (2027, None)])
def test_without_a_day_there_is_nothing_to_agree_with(tmp_path: Path, tahun: int | None, tanggal: None) -> None:
    book = write(tmp_path / "b.xlsx", BAKU, put(TANGGAL, None))
    told = [finding.kode for finding in examine(book, Settings(Path("build"), (), tahun, tanggal)).temuan]
    assert "K03" in told
    assert "K05" not in told


def test_the_sentence_tells_which_of_the_two_was_given_as_an_option(tmp_path: Path) -> None:
    found = examine(write(tmp_path / "b.xlsx"), Settings(Path("build"), (), 2027)).temuan
    (told,) = [finding for finding in found if finding.kode == "K05"]
    assert message(told) == "Tanggal PK 5 Januari 2026 tidak dalam tahun 2027 dari --tahun."
