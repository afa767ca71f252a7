"""Officials who change in the year: their papers beside those of January, and the ones that are asked for alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.offices import Dinas
from helpers.workbooks import add_row, both, put

DATES = both(put("Pejabat!K1", "Berlaku Dari"), put("Pejabat!L1", "Berlaku Sampai"))
NEW_HEAD = both(
    DATES,
    put("Pejabat!L4", "30 September 2026"),
    add_row("Pejabat", "| KABID | Contoh Baru | | '198001012005011021 | IV/a | Pembina | Kepala Bidang Data | PK Ess 3 | KADIS | | 1 Oktober 2026 |"),
)  # fmt: skip
JANUARY, OCTOBER = (f"PK/Ess-3/PK_2026_Ess-3_Kepala-Bidang-Data_KABID{day}.docx" for day in ("", "_2026-10-01"))


@pytest.fixture
def dinas(tmp_path: Path) -> Dinas:
    return Dinas(tmp_path)


def test_the_papers_of_january_stay_byte_for_byte_when_the_row_of_the_new_official_comes(dinas: Dinas) -> None:
    dinas.ubah_buku(DATES)
    dinas.bangun("hasil", hanya=("pk",))
    before = {name: data for name, data in dinas.files("hasil").items() if name.startswith("PK/")}
    assert JANUARY in before
    dinas.ubah_buku(NEW_HEAD)
    made = dinas.bangun("hasil", hanya=("pk",))
    after = dinas.files("hasil")
    assert {name: after[name] for name in before} == before
    assert set(made.dokumen) - set(before) == {OCTOBER}
    assert (made.new, made.deleted, made.edited) == (1, (), ())
    assert dinas.bangun("hasil", hanya=("pk",)).new == 0, "in every run"
    assert dinas.files("hasil")[OCTOBER] == after[OCTOBER]
