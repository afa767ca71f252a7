"""The IKU: which indicators they are, how the annex groups and numbers them, and the page of each in the manual."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.plans import rencana_of
from helpers.workbooks import BAKU, both, put, write
from pokin_docs.documents.iku.content import IkuAnnex
from pokin_docs.documents.manual_iku.content import ManualIku
from pokin_docs.documents.plan import Plan


def annex(plan: Plan) -> IkuAnnex:
    (found,) = [entry.content for entry in plan.dokumen if isinstance(entry.content, IkuAnnex)]
    return found


def manual(plan: Plan) -> ManualIku:
    (found,) = [entry.content for entry in plan.dokumen if isinstance(entry.content, ManualIku)]
    return found


def test_the_annex_has_the_marked_indicators_below_their_tujuan(tmp_path: Path) -> None:
    found = annex(rencana_of(write(tmp_path / "b.xlsx")))
    assert [(goal.no, goal.tujuan, goal.sasaran) for goal in found.daftar_sasaran] == [
        ("1", "Terwujudnya data berkualitas", "Terwujudnya data berkualitas"),
        ("2", "", "Meningkatnya akses data"),
    ]
    (first,), (second,) = (goal.daftar_indikator for goal in found.daftar_sasaran)
    assert (first.indikator, first.satuan, first.target, first.target_tahun) == (
        "Indeks Data", "Indeks", ("2,6", "2,7", "2,8", "2,9", "3", "3,1"), "2,7",
    )  # fmt: skip
    assert (first.no, second.no, second.urut, second.penanggung_jawab) == ("1", "1", "2", "Kepala Dinas")
    assert (found.bentuk, found.tahun_awal, found.tahun_akhir) == ("panjang", "2025", "2029")


@pytest.mark.parametrize(("said", "form"), [("Keputusan", "keputusan"), ("renstra", "Renstra"), ("lain", "panjang")])
def test_identitas_chooses_the_form(tmp_path: Path, said: str, form: str) -> None:
    change = both(put("Identitas!A20", "Bentuk IKU"), put("Identitas!B20", said))
    assert annex(rencana_of(write(tmp_path / "b.xlsx", BAKU, change))).bentuk == form


def test_without_marks_the_indicators_of_tujuan_and_sasaran_are_the_iku(tmp_path: Path) -> None:
    change = both(*(put(f"Tahap 5!Q{row}", None) for row in (2, 3)))
    found = annex(rencana_of(write(tmp_path / "b.xlsx", BAKU, change)))
    assert [goal.sasaran for goal in found.daftar_sasaran] == [
        "Terwujudnya data berkualitas", "Meningkatnya akses data",
    ]  # fmt: skip


def test_what_the_workbook_does_not_say_is_blank_and_no_mark(tmp_path: Path) -> None:
    plan = rencana_of(write(tmp_path / "b.xlsx"))
    (row,) = annex(plan).daftar_sasaran[0].daftar_indikator
    assert (row.definisi, row.penjelasan, row.sumber_data) == ("", "", "")
    assert [entry.tanda for entry in plan.dokumen if entry.jenis in ("iku", "manual-iku")] == [(), ()]


def test_a_page_of_the_manual_says_all_of_its_indicator(tmp_path: Path) -> None:
    more = {"Definisi Operasional": "Nilai data", "Variabel": "Mutu 60% (BPS)\nAkses 40%", "Metode": "pembobotan",
            "Jenis Hitung": "Akumulatif", "Polaritas": "Semakin rendah semakin baik", "TW IV": "2,7",
            "Standar Nasional": "3", "Sumber Standar Nasional": "BPS"}  # fmt: skip
    change = both(
        *(put(f"Tahap 5!{column}1", title) for column, title in zip("STUVWXYZ", more, strict=True)),
        *(put(f"Tahap 5!{column}2", value) for column, value in zip("STUVWXYZ", more.values(), strict=True)),
    )
    found = manual(rencana_of(write(tmp_path / "b.xlsx", BAKU, change)))
    assert [page.no for page in found.daftar_iku] == ["1", "2"]
    page = found.daftar_iku[0]
    assert [(term.nama, term.bobot, term.sumber) for term in page.daftar_variabel] == [
        ("Mutu", "60", "BPS"), ("Akses", "40", ""),
    ]  # fmt: skip
    assert (page.metode, page.rumus_metode) == ("Pembobotan", "jumlah (variabel x bobot)")
    assert (page.jenis_hitung, page.polaritas, page.tipe) == ("jumlah", "Semakin rendah semakin baik", "outcome")
    assert (page.triwulan, page.ada_triwulan, page.standar) == (("–", "–", "–", "2,7"), True, "3 (BPS)")
    assert [target.target for target in page.daftar_target] == ["2,6", "2,7", "2,8", "2,9", "3", "3,1"]
