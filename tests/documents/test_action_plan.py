"""The Rencana Aksi: rows of the PK, the way to their targets, and the money where it is known."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from helpers.plans import pks, rencana_of
from helpers.workbooks import BAKU, put, write
from pokin_docs.documents.plan import Plan
from pokin_docs.documents.renaksi.content import ActionIndikator, ActionPlan, ActionRow
from pokin_docs.documents.renaksi.kind import RENAKSI
from pokin_docs.documents.renaksi.pages import paged

KAMI = (
    BAKU.replace("| Tanggal DPA | 2 Januari 2026 |", "| Tanggal DPA | 2 Januari 2026 |\n| Bentuk Rencana Aksi | {bentuk} |")
    .replace("| IKU | Abaikan |", "| IKU | Abaikan | TW I | TW II | TW III | TW IV | ID Indikator | Jenis Hitung |")
    .replace(
        "| Terwujudnya data berkualitas | Indeks Data |", "| Meningkatnya Keamanan Informasi | Indeks Data |"
    )
    .replace("| Persentase data terakses | Kinerja Strategis SKPD |", "| Indeks KAMI | Kinerja Strategis SKPD |")
    .replace("| KADIS | % | 50 | 55 | 60 | 65 | 70 | 75 | 80 | Ya | |",
             "| KADIS | Nilai | 300 | 310 | 350 | 360 | 370 | 380 | 390 | Ya | | | 320 | | 350 | KAMI | posisi akhir |")
)  # fmt: skip
"""A workbook whose sasaran has the indicator of the worked example (domain-2.md 3.4)."""
STEPS = """
## Renaksi
| ID Indikator | No | Rencana Aksi | Sub Rencana Aksi | Satuan | Target | TW I | TW II | TW III | TW IV | Anggaran TW I | Anggaran TW II | Anggaran TW III | Anggaran TW IV | Penanggung Jawab |
| KAMI | 1 | Penilaian mandiri indeks KAMI | | Dokumen | | 1 | | | | 10000000 | | | | SUBKOR |
| KAMI | 2 | Pemantauan insiden | Pemantauan harian | Laporan | | 3 | 3 | 3 | 3 | | 20000000 | 20000000 | 10000000 | |
|  |  | | Rekap insiden | Laporan | 4 | 1 | 2 | 3 | 4 | | | | | KABID; STAF |
"""


def workbook(folder: Path, more: str = "", bentuk: str = "triwulan") -> Path:
    return write(folder / "b.xlsx", KAMI.replace("{bentuk}", bentuk) + more)


def plans(rencana: Plan) -> dict[str, ActionPlan]:
    """The action plans by the folder of their class; that of the agency as ``Kinerja``."""
    found = [(entry.path, entry.content) for entry in rencana.dokumen if isinstance(entry.content, ActionPlan)]
    return {path.split("/")[-2]: content for path, content in found}


def measure(plan: ActionPlan) -> ActionIndikator:
    return plan.daftar_sasaran[0].daftar_indikator[0]


def steps(indikator: ActionIndikator) -> list[tuple[str, str, str]]:
    """Number, step and part of each row but the indicator's own."""
    return [(row.no, str(row.langkah), str(row.sub)) for row in indikator.daftar_baris[1:]]


def row_of(indikator: ActionIndikator, step: str) -> ActionRow:
    return next(row for row in indikator.daftar_baris if step in (row.langkah, row.sub))


def test_the_worked_example(tmp_path: Path) -> None:
    """350 = TW4; 12 = 3+3+3+3; 60 million = 10 + 20 + 20 + 10."""
    head = plans(rencana_of(workbook(tmp_path, STEPS)))["JPT"]
    kami = measure(head)
    assert (kami.indikator, kami.target, kami.satuan) == ("Indeks KAMI", "350", "Nilai")
    assert kami.daftar_baris[0].triwulan == ("-", "320", "-", "350")
    assessed, watched = row_of(kami, "Penilaian mandiri indeks KAMI"), row_of(kami, "Pemantauan insiden")
    assert (assessed.triwulan, assessed.target, assessed.satuan) == (("1", "-", "-", "-"), "1", "Dokumen")
    assert (watched.triwulan, watched.target, watched.satuan) == (("3", "3", "3", "3"), "12", "Laporan")
    assert head.jumlah_triwulan == ("10.000.000", "20.000.000", "20.000.000", "10.000.000")
    assert head.jumlah_anggaran == "60.000.000"
    assert head.per_triwulan


def test_steps_and_their_parts_are_told_in_the_order_of_the_sheet(tmp_path: Path) -> None:
    kami = measure(plans(rencana_of(workbook(tmp_path, STEPS)))["JPT"])
    assert steps(kami) == [
        ("1", "Penilaian mandiri indeks KAMI", ""),
        ("2", "Pemantauan insiden", "Pemantauan harian"),
        ("", "", "Rekap insiden"),
    ]
    posts = [row.penanggung_jawab for row in kami.daftar_baris]
    assert posts == ["", "Sub Koordinator Data", "Kepala Dinas", "Plt. Kepala Bidang Data\nStatistisi"]


def test_who_is_no_post_is_printed_as_typed(tmp_path: Path) -> None:
    kami = measure(plans(rencana_of(workbook(tmp_path, STEPS.replace("| SUBKOR |", "| Tim Keamanan |"))))["JPT"])
    assert kami.daftar_baris[1].penanggung_jawab == "Tim Keamanan"


def test_without_the_sheet_the_steps_are_the_sub_kegiatan_below(tmp_path: Path) -> None:
    found = plans(rencana_of(workbook(tmp_path)))
    for name in ("Kinerja", "JPT"):
        (step,) = steps(measure(found[name]))
        assert step == ("1", "2.20.02.2.01.0018 Pemenuhan Prinsip SDI", "Jumlah metadata")
    own = measure(found["JF-JP"])
    assert steps(own) == [("1", "2.20.02.2.01.0018 Pemenuhan Prinsip SDI", "")]
    assert own.daftar_baris[1].target == own.target == "7"


def test_of_several_indicators_of_a_sub_kegiatan_each_has_it_as_its_step_and_without_a_code_there_is_none(
    tmp_path: Path,
) -> None:
    second = "| | | Persentase metadata lengkap | | | | | | % | 50 | 55 | 60 | 65 | 70 | 75 | 80 | | |\n"
    text = BAKU.replace("\n\n## Pejabat", f"\n{second}\n## Pejabat")
    (sasaran,) = plans(rencana_of(write(tmp_path / "b.xlsx", text)))["JF-JP"].daftar_sasaran
    rows = [[(row.jenis, row.target) for row in one.daftar_baris] for one in sasaran.daftar_indikator]
    assert rows == [[("indikator", "7"), ("langkah", "7")], [("indikator", "60"), ("langkah", "60")]]
    (sasaran,) = plans(rencana_of(write(tmp_path / "c.xlsx", text, put("Tahap 5!G6", None))))["JF-JP"].daftar_sasaran
    assert [[row.jenis for row in one.daftar_baris] for one in sasaran.daftar_indikator] == [["indikator"]] * 2


def test_steps_of_the_sheet_take_the_place_of_the_sub_kegiatan_for_their_kinerja_alone(tmp_path: Path) -> None:
    found = plans(rencana_of(workbook(tmp_path, STEPS)))
    assert "2.20.02.2.01.0018 Pemenuhan Prinsip SDI" not in [step for _, step, _ in steps(measure(found["JPT"]))]
    assert [step for _, step, _ in steps(measure(found["Ess-3"]))] == ["2.20.02.2.01.0018 Pemenuhan Prinsip SDI"]


def test_sub_kegiatan_that_serve_several_indicators_follow_the_last_one_once(tmp_path: Path) -> None:
    second = "| | | Persentase layanan cepat | | | | | | % | 50 | 55 | 60 | 65 | 70 | 75 | 80 | | |\n"
    text = BAKU.replace("| Tahap 3 | Terpenuhinya standar data | Persentase data standar | Kinerja Taktikal Immediate | "
                        "Sasaran Kegiatan", second + "| Tahap 3 | Terpenuhinya standar data | Persentase data standar | "
                        "Kinerja Taktikal Immediate | Sasaran Kegiatan")  # fmt: skip
    (sasaran,) = plans(rencana_of(write(tmp_path / "b.xlsx", text)))["Ess-3"].daftar_sasaran
    kinds = [[row.jenis for row in one.daftar_baris] for one in sasaran.daftar_indikator]
    assert kinds == [["indikator"], ["indikator", "pengantar", "langkah"]]


def test_money_that_another_has_is_not_told_twice(tmp_path: Path) -> None:
    """Who holds a component together with others has no amount in his PK, and no row here."""
    row = "| Tahap 3 | Tersusunnya katalog | Jumlah katalog | Kinerja Operasional | Sasaran Sub Kegiatan | PK JF/JP "
    row += "| 2.20.02.2.01.0018 | LAIN | Dokumen | 5 | 6 | 7 | 8 | 9 | 10 | 11 | | |\n\n## Pejabat"
    post = (
        "| LAIN | Contoh Lima | | '199204042015012905 | III/a | Penata Muda | Statistisi Muda | PK JF/JP | SUBKOR | |"
    )
    text = BAKU.replace("\n## Pejabat", row, 1).replace("\n\n## Program", f"\n{post}\n\n## Program")
    rencana = rencana_of(write(tmp_path / "b.xlsx", text))
    of_post = {entry.post: entry.content for entry in rencana.dokumen if entry.jenis == "renaksi"}
    first, other = of_post["STAF"], of_post["LAIN"]
    assert isinstance(first, ActionPlan)
    assert isinstance(other, ActionPlan)
    assert [money.anggaran for money in first.daftar_anggaran] == ["1.000.000"]
    assert (other.daftar_anggaran, other.total_anggaran) == ((), "")


def test_a_target_that_no_quarter_parts_is_due_at_the_end_and_that_is_said(tmp_path: Path) -> None:
    found = plans(rencana_of(workbook(tmp_path)))
    assert measure(found["Ess-3"]).daftar_baris[0].triwulan == ("-", "-", "-", "60")
    assert found["Ess-3"].akhir_tahun
    assert measure(found["JPT"]).daftar_baris[0].triwulan == ("-", "320", "-", "350")


def test_months_have_what_their_quarter_ends_with(tmp_path: Path) -> None:
    head = plans(rencana_of(workbook(tmp_path, bentuk="Bulanan")))["JPT"]
    assert head.bulanan
    dash = ("-",)
    assert measure(head).daftar_baris[0].bulan == (*dash * 5, "320", *dash * 5, "350")


def test_quarters_of_another_year_are_not_printed(tmp_path: Path) -> None:
    head = plans(rencana_of(workbook(tmp_path, STEPS), tahun=2027))["JPT"]
    kami = measure(head)
    assert kami.daftar_baris[0].triwulan == ("-", "-", "-", "360")
    assert "Penilaian mandiri indeks KAMI" not in [row.langkah for row in kami.daftar_baris]


def test_money_per_quarter_is_the_cash_of_program_and_never_a_share_of_the_pagu(tmp_path: Path) -> None:
    plain = plans(rencana_of(workbook(tmp_path)))["JPT"]
    assert [(row.kode, row.anggaran, row.triwulan) for row in plain.daftar_anggaran] == [
        ("2.20.02.2.01.0018", "1.000.000", ("", "", "", ""))
    ]
    assert not plain.per_triwulan
    text = KAMI.replace("{bentuk}", "").replace("| Sumber Dana |", "| Sumber Dana | Kas TW I | Kas TW II |")
    cash = write(tmp_path / "c.xlsx", text.replace("| 1400000 | APBD |", "| 1400000 | APBD | 600000 | 400000 |"))
    head = plans(rencana_of(cash))["JPT"]
    assert [row.triwulan for row in head.daftar_anggaran] == [("600.000", "400.000", "-", "-")]
    assert head.jumlah_triwulan == ("600.000", "400.000", "0", "0")


@pytest.mark.parametrize("more", ["", STEPS], ids=["turunan", "lembar Renaksi"])
def test_the_same_person_has_the_same_words_and_numbers_as_in_the_pk(tmp_path: Path, more: str) -> None:
    rencana = rencana_of(workbook(tmp_path, more))
    found = [entry for entry in rencana.dokumen if entry.jenis == "renaksi"]
    assert len(found) == len(pks(rencana))
    for (document, pk), entry in zip(pks(rencana), found, strict=True):
        plan = entry.content
        assert isinstance(plan, ActionPlan)
        assert entry.path == document.path.replace("PK/", "Rencana-Aksi/").replace("/PK_", "/Rencana-Aksi_")
        assert (plan.pejabat, plan.tanggal, plan.total_anggaran) == (pk.pihak_pertama, pk.tanggal, pk.total_anggaran)
        for ours, theirs in zip(plan.daftar_sasaran, pk.daftar_sasaran, strict=True):
            assert ours.sasaran == theirs.sasaran
            rows = [(row.indikator, row.target, row.satuan) for row in theirs.daftar_indikator]
            assert [(row.indikator, row.target, row.satuan) for row in ours.daftar_indikator] == rows


# --- the table of money and its page -----------------------------------------------------------------------------------


def money_kept(rows: int, sasaran: int) -> str:
    """A bar where a page may end behind a row of money, below so many sasaran of about three lines."""
    content = RENAKSI.sample()
    assert isinstance(content, ActionPlan)
    (first, *_) = content.daftar_sasaran
    money = replace(content.daftar_anggaran[0], uraian="Penyusunan")
    paper = paged(replace(content, daftar_sasaran=(first,) * sasaran, daftar_anggaran=(money,) * rows))
    return "".join("-" if row.rapat else "|" for row in paper.daftar_anggaran)


@pytest.mark.parametrize("rows", [1, 12, 20])
def test_a_table_of_money_that_fits_a_page_with_the_signature_is_not_parted(rows: int) -> None:
    assert money_kept(rows, sasaran=1 if rows < 12 else 3) == "-" * rows


def test_a_longer_one_has_its_last_rows_with_the_signature() -> None:
    assert money_kept(30, sasaran=1) == "|" * 18 + "-" * 12


def test_a_page_does_not_stay_mostly_blank_for_it() -> None:
    """It begins below the one short sasaran though its end goes over the page."""
    assert money_kept(20, sasaran=0) == "|" * 8 + "-" * 12
