"""Officials who change in the year: their papers beside those of January, and the ones that are asked for alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpers.offices import Dinas
from helpers.workbooks import add_row, both, put, read_of, understood
from pokin_docs.model.settings import Settings
from pokin_docs.report.html.material import ReportMaterial
from pokin_docs.report.texts import validity_lines

DATES = both(put("Pejabat!K1", "Berlaku Dari"), put("Pejabat!L1", "Berlaku Sampai"))
NEW_HEAD = both(
    DATES,
    put("Pejabat!L4", "30 September 2026"),
    add_row("Pejabat", "| KABID | Contoh Baru | | '198001012005011021 | IV/a | Pembina | Kepala Bidang Data | PK Ess 3 | KADIS | | 1 Oktober 2026 |"),
)  # fmt: skip
JANUARY, OCTOBER = (f"PK/Ess-3/PK_2026_Ess-3_Kepala-Bidang-Data_KABID{day}.docx" for day in ("", "_2026-10-01"))
COVER = "Cetak/Sampul-PK_2026.docx"


@pytest.fixture
def dinas(tmp_path: Path) -> Dinas:
    return Dinas(tmp_path)


def test_the_papers_of_january_stay_byte_for_byte_when_the_row_of_the_new_official_comes(dinas: Dinas) -> None:
    dinas.ubah_buku(DATES)
    dinas.bangun("hasil", hanya=("pk",))
    before = {name: data for name, data in dinas.files("hasil").items() if name.startswith("PK/")}
    assert JANUARY in before
    cover = dinas.files("hasil")[COVER]
    dinas.ubah_buku(NEW_HEAD)
    made = dinas.bangun("hasil", hanya=("pk",))
    after = dinas.files("hasil")
    assert {name: after[name] for name in before} == before
    assert {name for name in made.dokumen if name.startswith("PK/")} - set(before) == {OCTOBER}
    assert after[COVER] != cover, "it lists the new paper"
    assert (made.new, made.deleted, made.set_aside) == (2, (), ())
    assert dinas.bangun("hasil", hanya=("pk",)).new == 0, "in every run"
    assert dinas.files("hasil")[OCTOBER] == after[OCTOBER]


def test_report_and_terminal_say_which_paper_counts_on_which_day(dinas: Dinas) -> None:
    dinas.ubah_buku(NEW_HEAD)
    dinas.bangun("hasil", hanya=("pk", "laporan"))
    page = re.sub(r"\s+", " ", dinas.files("hasil")["laporan.html"].decode())
    for days in ("5 Januari - 30 September 2026", "mulai 1 Oktober 2026"):
        assert page.count(f"<span>berlaku {days}</span>") == 1, "list of documents"
        assert page.count(f" · berlaku {days}</small>") == 1, "list of officials"
        assert page.count(f">PK {days}</a>") == 1, "beside the kinerja"
    plan = understood(dinas.buku, Settings(dinas.folder, ())).plan
    assert list(validity_lines(plan)) == [
        "  Berganti dalam tahun ini:",
        f"    KABID: berlaku 5 Januari - 30 September 2026: {JANUARY}",
        f"    KABID: berlaku mulai 1 Oktober 2026: {OCTOBER}",
    ]


def test_nothing_is_said_of_days_where_nobody_changes(dinas: Dinas) -> None:
    dinas.bangun("hasil", hanya=("pk", "laporan"))
    assert b"berlaku" not in dinas.files("hasil")["laporan.html"].partition(b"<body")[2]
    assert list(validity_lines(understood(dinas.buku, Settings(dinas.folder, ())).plan)) == []


def test_a_link_to_the_superior_leads_to_his_own_paper(dinas: Dinas) -> None:
    """The later paper of an official, which names the cell of his superior too, is not taken for that of the superior."""
    dinas.ubah_buku(NEW_HEAD)
    plan = understood(dinas.buku, Settings(dinas.folder, ())).plan
    material = ReportMaterial(plan, read_of(dinas.buku), (), (), plan.dokumen, False)
    assert {id_: material.agreements[place][0].path for id_, place in material.agreement_number.items()} == {
        "KADIS": "PK/JPT/PK_2026_JPT_Kepala-Dinas_KADIS.docx",
        "KABID": JANUARY,
        "SUBKOR": "PK/Sub-Koordinator-JF/PK_2026_Sub-Koordinator-JF_Sub-Koordinator-Data_SUBKOR.docx",
        "STAF": "PK/JF-JP/PK_2026_JF-JP_Statistisi_STAF.docx",
    }
