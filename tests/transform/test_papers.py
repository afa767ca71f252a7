"""Papers of the officials over the year: who comes into a post has one of his own, the others stay as they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.plans import pks, rencana_of, settings
from helpers.workbooks import BAKU, add_row, both, put, write
from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.pk.content import PerjanjianKinerja
from pokin_docs.documents.values import Tanda
from pokin_docs.flow.examine import examine

Change = Callable[[Workbook], object]

DATES = both(put("Pejabat!K1", "Berlaku Dari"), put("Pejabat!L1", "Berlaku Sampai"))
FOLLOWS = add_row("Identitas", "| PK saat atasan berganti | ya |")
ROW = {"BUPATI": 2, "KADIS": 3, "KABID": 4, "SUBKOR": 5, "STAF": 6}
POSTS = {
    "KADIS": "Kepala Dinas | PK JPT | BUPATI",
    "KABID": "Kepala Bidang Data | PK Ess 3 | KADIS",
    "SUBKOR": "Sub Koordinator Data | PK Sub Koordinator/JF | KABID",
    "STAF": "Statistisi | PK JF/JP | SUBKOR",
}


def until(id_: str, day: str) -> Change:
    """The holder of the workbook leaves his post on that day."""
    return put(f"Pejabat!L{ROW[id_]}", day)


def comes(id_: str, name: str, dari: str, sampai: str = "", status: str = "", serial: int = 21) -> Change:
    """Another comes into the post."""
    nip = f"'1980010120050110{serial}"
    return add_row(
        "Pejabat", f"| {id_} | {name} | | {nip} | IV/a | Pembina | {POSTS[id_]} | {status} | {dari} | {sampai} |"
    )


def papers(folder: Path, *changes: Change, **options: object) -> dict[str, tuple[Dokumen, PerjanjianKinerja]]:
    """The PKs by their names without folder, year and class."""
    found = pks(rencana_of(write(folder / "b.xlsx", BAKU, DATES, *changes), **options))
    return {
        entry.path.rpartition("_2026_")[2].removesuffix(".docx").partition("_")[2]: (entry, isi) for entry, isi in found
    }


def names(folder: Path, *changes: Change, **options: object) -> list[str]:
    return list(papers(folder, *changes, **options))


JANUARY = ["Kepala-Dinas_KADIS", "Kepala-Bidang-Data_KABID", "Sub-Koordinator-Data_SUBKOR", "Statistisi_STAF"]


def test_who_comes_into_a_post_in_the_year_has_a_paper_of_his_own_behind_that_of_january(tmp_path: Path) -> None:
    before = papers(tmp_path)
    found = papers(
        tmp_path, until("KABID", "30 September 2026"), comes("KABID", "Contoh Baru", "1 Oktober 2026", status="Pj.")
    )
    assert list(found) == [*JANUARY[:2], "Kepala-Bidang-Data_KABID_2026-10-01", *JANUARY[2:]]
    assert {name: found[name][1] for name in JANUARY} == {name: isi for name, (_, isi) in before.items()}
    document, later = found["Kepala-Bidang-Data_KABID_2026-10-01"]
    january = found["Kepala-Bidang-Data_KABID"][1]
    assert (later.tanggal, january.tanggal) == ("1 Oktober 2026", "5 Januari 2026")
    assert later.pihak_pertama.nama == "Contoh Baru"
    assert later.pihak_pertama.nip == "198001012005011021"
    assert later.pihak_pertama.jabatan == "Pj. Kepala Bidang Data"
    assert later.pihak_kedua == january.pihak_kedua
    assert (later.daftar_sasaran, later.daftar_anggaran) == (january.daftar_sasaran, january.daftar_anggaran)
    assert document.post == "KABID"


@pytest.mark.parametrize(
    ("dari", "days"),
    [
        ("5 Januari 2026", []),  # the day of the PK: the one of January is his
        ("6 Januari 2026", ["2026-01-06"]),
        ("31 Desember 2026", ["2026-12-31"]),
        ("1 Januari 2027", []),
    ],
)
def test_only_days_after_that_of_the_pk_and_in_its_year_count(tmp_path: Path, dari: str, days: list[str]) -> None:
    change = both(until("STAF", "4 Januari 2026"), comes("STAF", "Contoh Baru", dari))
    found = names(tmp_path, change)
    assert found == [*JANUARY, *(f"Statistisi_STAF_{day}" for day in days)]


def test_who_comes_on_the_day_of_the_pk_signs_the_paper_of_january(tmp_path: Path) -> None:
    found = papers(tmp_path, until("STAF", "4 Januari 2026"), comes("STAF", "Contoh Baru", "5 Januari 2026"))
    assert found["Statistisi_STAF"][1].pihak_pertama.nama == "Contoh Baru"


def test_two_changes_in_a_year_are_two_papers_in_order_of_their_days(tmp_path: Path) -> None:
    """An acting official for three weeks, and then the new one, in whatever order their rows stand."""
    found = papers(
        tmp_path,
        until("KABID", "30 Juni 2026"),
        comes("KABID", "Contoh Tetap", "22 Juli 2026", serial=22),
        comes("KABID", "Contoh Pelaksana", "1 Juli 2026", "21 Juli 2026", "Plt."),
    )
    own = {name.rpartition("_")[2]: (isi.pihak_pertama.jabatan, isi.pihak_pertama.nama, entry.valid)
           for name, (entry, isi) in found.items() if "KABID" in name}  # fmt: skip
    assert own == {
        "KABID": ("Plt. Kepala Bidang Data", "Contoh Dua, S.E.", "5 Januari - 30 Juni 2026"),
        "2026-07-01": ("Plt. Kepala Bidang Data", "Contoh Pelaksana", "1 Juli - 21 Juli 2026"),
        "2026-07-22": ("Kepala Bidang Data", "Contoh Tetap", "mulai 22 Juli 2026"),
    }
    assert found["Statistisi_STAF"][0].valid == ""


def test_months_without_a_holder_end_the_one_paper_and_begin_the_other(tmp_path: Path) -> None:
    found = papers(tmp_path, until("STAF", "31 Maret 2026"), comes("STAF", "Contoh Baru", "1 Juli 2026"))
    assert [found[name][0].valid for name in ("Statistisi_STAF", "Statistisi_STAF_2026-07-01")] == [
        "5 Januari - 31 Maret 2026", "mulai 1 Juli 2026",
    ]  # fmt: skip


def test_a_post_that_begins_in_the_year_has_the_paper_of_who_comes(tmp_path: Path) -> None:
    """Nobody could sign one of January; Identitas may want it with marks."""
    change = put("Pejabat!K6", "1 Juli 2026")
    found = papers(tmp_path, change)
    assert list(found) == [*JANUARY[:3], "Statistisi_STAF_2026-07-01"]
    assert found["Statistisi_STAF_2026-07-01"][1].pihak_pertama.nama == "Contoh Empat"
    assert found["Statistisi_STAF_2026-07-01"][0].valid == "mulai 1 Juli 2026"
    told = examine(tmp_path / "b.xlsx", settings())
    assert [finding.kode for finding in told.temuan] == ["P62"]
    assert not told.galat(final=True)
    marked = names(tmp_path, change, add_row("Identitas", "| PK Jabatan Lowong | dengan tanda |"))
    assert marked == [*JANUARY, "Statistisi_STAF_2026-07-01"]
    told = examine(tmp_path / "b.xlsx", settings())
    assert [finding.kode for finding in told.temuan] == ["P39"]
    assert told.galat(final=True)


def test_a_post_that_was_held_before_keeps_the_paper_of_january_with_marks(tmp_path: Path) -> None:
    """A Plt. was to be entered, and what stood there before the new one came stays as it was."""
    before = papers(tmp_path, until("STAF", "31 Desember 2025"))
    found = papers(tmp_path, until("STAF", "31 Desember 2025"), comes("STAF", "Contoh Baru", "1 Juli 2026"))
    assert list(found) == [*JANUARY, "Statistisi_STAF_2026-07-01"]
    assert isinstance(before[JANUARY[3]][1].pihak_pertama.nama, Tanda)
    assert {name: found[name][1] for name in JANUARY} == {name: isi for name, (_, isi) in before.items()}
    assert [finding.kode for finding in examine(tmp_path / "b.xlsx", settings()).temuan] == ["P39"]


def test_who_is_a_superior_leaves_his_mark_on_the_papers_of_january_all_the_same(tmp_path: Path) -> None:
    found = papers(tmp_path, put("Pejabat!K5", "1 Juli 2026"))
    assert [name for name in found if "SUBKOR" in name] == [f"{JANUARY[2]}_2026-07-01"]
    assert isinstance(found[JANUARY[3]][1].pihak_kedua.nama, Tanda)
    assert [finding.kode for finding in examine(tmp_path / "b.xlsx", settings()).temuan] == ["P39"]


def test_a_post_that_becomes_vacant_has_no_paper_for_that(tmp_path: Path) -> None:
    vacant = "| STAF | lowong | | | | | Statistisi | PK JF/JP | SUBKOR | | 1 Juli 2026 |"
    for settle in ([], [add_row("Identitas", "| PK Jabatan Lowong | dengan tanda |")]):
        found = papers(tmp_path, until("STAF", "30 Juni 2026"), add_row("Pejabat", vacant), *settle)
        assert list(found) == JANUARY
        assert found[JANUARY[3]][0].valid == "5 Januari - 30 Juni 2026"


def test_who_comes_into_a_vacant_post_has_his_paper(tmp_path: Path) -> None:
    change = both(
        put("Pejabat!B6", "(kosong)"),
        put("Pejabat!D6", None),
        until("STAF", "30 Juni 2026"),
        comes("STAF", "Baru", "1 Juli 2026"),
    )
    assert names(tmp_path, change) == [*JANUARY[:3], "Statistisi_STAF_2026-07-01"]
    marked = names(tmp_path, change, add_row("Identitas", "| PK Jabatan Lowong | dengan tanda |"))
    assert marked == [*JANUARY, "Statistisi_STAF_2026-07-01"]


BEFORE_JULY = both(until("STAF", "30 Juni 2026"), comes("STAF", "Contoh Baru", "1 Juli 2026"))


@pytest.mark.parametrize("day", [date(2026, 7, 1), date(2026, 7, 15), date(2026, 12, 31)])
def test_a_day_that_is_asked_for_dates_the_paper_of_who_came_and_leaves_that_of_january(
    tmp_path: Path, day: date
) -> None:
    """The same two names as without the option: nobody's paper takes the place of another's."""
    january = papers(tmp_path, BEFORE_JULY)
    found = papers(tmp_path, BEFORE_JULY, tanggal=day)
    assert list(found) == list(january) == [*JANUARY, "Statistisi_STAF_2026-07-01"]
    assert found["Statistisi_STAF"] == january["Statistisi_STAF"]
    _, later = found["Statistisi_STAF_2026-07-01"]
    assert later.pihak_pertama.nama == "Contoh Baru"
    assert later.tanggal == found[JANUARY[0]][1].tanggal == f"{day.day} {'Juli' if day.month == 7 else 'Desember'} 2026"


def test_a_day_that_is_asked_for_before_the_change_makes_the_same_papers(tmp_path: Path) -> None:
    found = papers(tmp_path, BEFORE_JULY, tanggal=date(2026, 6, 30))
    assert list(found) == [*JANUARY, "Statistisi_STAF_2026-07-01"]
    assert (found["Statistisi_STAF"][1].tanggal, found["Statistisi_STAF_2026-07-01"][1].tanggal) == (
        "30 Juni 2026", "1 Juli 2026",
    )  # fmt: skip


def test_the_day_that_identitas_leaves_open_stays_open_on_the_paper_of_who_left(tmp_path: Path) -> None:
    found = papers(tmp_path, BEFORE_JULY, put("Identitas!B7", "Januari 2026"), tanggal=date(2026, 7, 15))
    assert str(found["Statistisi_STAF"][1].tanggal).split() == ["Januari", "2026"]
    assert found["Statistisi_STAF_2026-07-01"][1].tanggal == "15 Juli 2026"


def test_who_left_before_the_day_that_is_asked_for_keeps_his_paper_also_where_nobody_came(tmp_path: Path) -> None:
    found = papers(tmp_path, until("STAF", "30 Juni 2026"), tanggal=date(2026, 7, 15))
    assert list(found) == [*JANUARY, "Statistisi_STAF_2026-07-01"]
    assert found["Statistisi_STAF"][1].pihak_pertama.nama == "Contoh Empat"
    assert isinstance(found["Statistisi_STAF_2026-07-01"][1].pihak_pertama.nama, Tanda)


def test_all_who_held_a_post_before_the_day_that_is_asked_for_keep_their_papers(tmp_path: Path) -> None:
    change = both(
        until("KABID", "31 Maret 2026"),
        comes("KABID", "Contoh Pelaksana", "1 April 2026", "30 Juni 2026", "Plt.", serial=22),
        comes("KABID", "Contoh Baru", "1 Juli 2026", "31 Agustus 2026", serial=23),
        comes("KABID", "Contoh Akhir", "1 September 2026", serial=24),
    )
    own = {
        name.rpartition("_")[2]: (isi.pihak_pertama.nama, isi.tanggal)
        for name, (_, isi) in papers(tmp_path, change, tanggal=date(2026, 7, 15)).items() if "KABID" in name
    }  # fmt: skip
    assert own == {
        "KABID": ("Contoh Dua, S.E.", "5 Januari 2026"),
        "2026-04-01": ("Contoh Pelaksana", "1 April 2026"),
        "2026-07-01": ("Contoh Baru", "15 Juli 2026"),
        "2026-09-01": ("Contoh Akhir", "1 September 2026"),
    }


@pytest.mark.parametrize(("tahun", "name"), [(2026, "Contoh Empat"), (2027, "Contoh Baru")])
def test_who_signs_for_a_year_held_the_post_in_it_also_where_the_day_is_of_another(
    tmp_path: Path, tahun: int, name: str
) -> None:
    """K05 tells that the paper is dated in another year; it is not made for people of that one."""
    for day in ("5 Januari 2026", "28 Februari 2025", "29 Februari 2028"):
        path = write(tmp_path / "b.xlsx", BAKU, DATES, BEFORE_JULY, put("Identitas!B7", day))
        found = [isi for _, isi in pks(rencana_of(path, tahun=tahun)) if isi.jenis_pk == "jf-jp"]
        assert found[0].pihak_pertama.nama == name


def test_without_a_day_of_the_pk_or_with_one_of_another_year_nothing_follows(tmp_path: Path) -> None:
    change = both(until("STAF", "30 Juni 2026"), comes("STAF", "Contoh Baru", "1 Juli 2026"))
    assert len(names(tmp_path, change)) == 5
    assert names(tmp_path, change, put("Identitas!B7", None)) == JANUARY
    assert len(pks(rencana_of(tmp_path / "b.xlsx", tahun=2027, tanggal=date(2026, 1, 5)))) == 4


def test_the_superior_on_a_later_paper_is_who_holds_that_post_then(tmp_path: Path) -> None:
    found = papers(
        tmp_path,
        until("KABID", "30 Juni 2026"),
        comes("KABID", "Kabid Baru", "1 Juli 2026"),
        until("SUBKOR", "31 Agustus 2026"),
        comes("SUBKOR", "Subkor Baru", "1 September 2026", serial=22),
    )
    superiors = {name: isi.pihak_kedua.nama for name, (_, isi) in found.items() if "SUBKOR" in name}
    assert superiors == {
        "Sub-Koordinator-Data_SUBKOR": "Contoh Dua, S.E.",
        "Sub-Koordinator-Data_SUBKOR_2026-09-01": "Kabid Baru",
    }


def test_the_row_of_the_new_one_says_again_only_what_changes(tmp_path: Path) -> None:
    """Post, class, superior and unit are those of the ID; what is blank there is as in the row before."""
    path = write(
        tmp_path / "b.xlsx", BAKU, DATES, until("STAF", "30 Juni 2026"),
        add_row("Pejabat", "| STAF | Contoh Baru | | '198001012005011021 | III/b | Penata Muda Tk. I | | | | | 1 Juli 2026 |"),
    )  # fmt: skip
    isi = pks(rencana_of(path))[-1][1]
    assert (isi.pihak_pertama.jabatan, isi.pihak_kedua.nama) == ("Statistisi", "Contoh Tiga")
    assert examine(path, settings()).temuan == ()


def test_a_change_of_official_is_nothing_to_be_told(tmp_path: Path) -> None:
    path = write(
        tmp_path / "b.xlsx", BAKU, DATES, until("KABID", "30 Juni 2026"), comes("KABID", "Contoh Baru", "1 Juli 2026"), FOLLOWS
    )  # fmt: skip
    assert examine(path, settings()).temuan == ()


# Identitas: PK saat atasan berganti


def test_another_superior_makes_no_paper_unless_identitas_says_so(tmp_path: Path) -> None:
    change = both(until("KABID", "30 Juni 2026"), comes("KABID", "Kabid Baru", "1 Juli 2026"))
    kabid = "Kepala-Bidang-Data_KABID_2026-07-01"
    assert names(tmp_path, change) == [*JANUARY[:2], kabid, *JANUARY[2:]]
    no = add_row("Identitas", "| PK saat atasan berganti | Tidak |")
    assert names(tmp_path, change, no) == [*JANUARY[:2], kabid, *JANUARY[2:]]
    found = papers(tmp_path, change, FOLLOWS)
    subkor = "Sub-Koordinator-Data_SUBKOR_2026-07-01"
    assert list(found) == [*JANUARY[:2], kabid, JANUARY[2], subkor, JANUARY[3]]
    document, isi = found[subkor]
    assert (isi.pihak_pertama.nama, isi.pihak_kedua.nama, isi.tanggal) == ("Contoh Tiga", "Kabid Baru", "1 Juli 2026")
    assert (found[JANUARY[2]][0].valid, document.valid) == ("5 Januari - 30 Juni 2026", "mulai 1 Juli 2026")


def test_another_holder_and_another_superior_on_one_day_are_one_paper(tmp_path: Path) -> None:
    found = papers(
        tmp_path,
        FOLLOWS,
        *(until(id_, "30 Juni 2026") for id_ in ("KABID", "SUBKOR")),
        comes("KABID", "Kabid Baru", "1 Juli 2026"),
        comes("SUBKOR", "Subkor Baru", "1 Juli 2026", serial=22),
    )
    assert [name for name in found if "SUBKOR" in name] == [JANUARY[2], f"{JANUARY[2]}_2026-07-01"]
    isi = found[f"{JANUARY[2]}_2026-07-01"][1]
    assert (isi.pihak_pertama.nama, isi.pihak_kedua.nama) == ("Subkor Baru", "Kabid Baru")


def test_a_superior_who_only_becomes_definitive_is_no_other(tmp_path: Path) -> None:
    same = "| KABID | Contoh Dua | S.E. | '197502022000012902 | IV/a | Pembina | Kepala Bidang Data | PK Ess 3 | KADIS | definitif | 1 Juli 2026 |"
    found = names(tmp_path, FOLLOWS, until("KABID", "30 Juni 2026"), add_row("Pejabat", same))
    assert found == [*JANUARY[:2], "Kepala-Bidang-Data_KABID_2026-07-01", *JANUARY[2:]]


def test_the_head_of_the_region_may_change_too(tmp_path: Path) -> None:
    new = "| BUPATI | Bupati Baru | | | | | Bupati Contoh | | | | 1 Maret 2026 |"
    found = papers(tmp_path, FOLLOWS, put("Pejabat!L2", "28 Februari 2026"), add_row("Pejabat", new))
    assert list(found) == [JANUARY[0], f"{JANUARY[0]}_2026-03-01", *JANUARY[1:]]
    assert [found[name][1].pihak_kedua.nama for name in list(found)[:2]] == ["Contoh Bupati", "Bupati Baru"]


def test_the_head_of_the_region_of_identitas_signs_with_a_new_head_of_the_agency(tmp_path: Path) -> None:
    region = add_row("Identitas", "| Nama Kepala Daerah | Contoh Gubernur |")
    alone = both(put("Pejabat!A2", None), put("Pejabat!I3", None))
    kadis = "| KADIS | Kadis Baru | | '198001012005011021 | IV/b | Pembina Tk. I | Kepala Dinas | PK JPT | | | 1 Maret 2026 |"
    found = papers(tmp_path, region, alone, until("KADIS", "28 Februari 2026"), add_row("Pejabat", kadis))
    later = found[f"{JANUARY[0]}_2026-03-01"][1]
    assert (later.pihak_pertama.nama, later.pihak_kedua.nama) == ("Kadis Baru", "Contoh Gubernur")
    assert later.daftar_anggaran == found[JANUARY[0]][1].daftar_anggaran


# Names, and what is not known


def test_a_later_name_is_cut_where_it_is_long_and_that_of_january_is_not(tmp_path: Path) -> None:
    title = "Kepala Sub Bagian Umum, Kepegawaian, Perencanaan, Keuangan, dan Aset Daerah"
    id_ = "SUBKOR-UMUM-KEPEGAWAIAN-PERENCANAAN"
    rename = both(put("Pejabat!A5", id_), put("Pejabat!G5", title), put("Tahap 5!H5", id_), put("Pejabat!I6", id_))
    before = [entry.path for entry, _ in pks(rencana_of(write(tmp_path / "a.xlsx", BAKU, DATES, rename)))]
    new = f"| {id_} | Contoh Baru | | '198001012005011021 | III/d | | {title} | PK Sub Koordinator/JF | KABID | | 1 Juli 2026 |"
    path = write(tmp_path / "b.xlsx", BAKU, DATES, rename, put("Pejabat!L5", "30 Juni 2026"), add_row("Pejabat", new))
    after = [entry.path for entry, _ in pks(rencana_of(path))]
    (later,) = set(after) - set(before)
    assert set(before) < set(after)
    assert later.endswith("_2026-07-01.docx")
    assert len(Path(later).name.encode()) <= 120


def test_a_superior_who_is_not_there_on_the_later_day_is_a_mark_with_its_finding(tmp_path: Path) -> None:
    change = both(
        until("KABID", "30 Juni 2026"), until("SUBKOR", "31 Agustus 2026"), comes("SUBKOR", "Baru", "1 September 2026")
    )
    isi = papers(tmp_path, change)["Sub-Koordinator-Data_SUBKOR_2026-09-01"][1]
    assert isinstance(isi.pihak_kedua.nama, Tanda)
    found = examine(tmp_path / "b.xlsx", settings())
    assert [(finding.kode, str(finding.tempat)) for finding in found.temuan] == [("P60", "Pejabat!A4")]
    assert found.galat(final=True)


def test_a_post_that_is_vacant_from_the_day_of_the_pk_on_is_said_once(tmp_path: Path) -> None:
    change = both(
        until("KABID", "31 Desember 2025"),
        until("SUBKOR", "31 Agustus 2026"),
        comes("SUBKOR", "Baru", "1 September 2026"),
    )
    path = write(tmp_path / "b.xlsx", BAKU, DATES, change)
    assert [finding.kode for finding in examine(path, settings()).temuan] == ["P39"]


def test_who_leaves_before_he_comes_is_one_galat(tmp_path: Path) -> None:
    path = write(tmp_path / "b.xlsx", BAKU, DATES, put("Pejabat!K6", "1 Juli 2026"), put("Pejabat!L6", "30 Juni 2026"))
    found = examine(path, settings())
    assert [(finding.kode, str(finding.tempat)) for finding in found.temuan] == [("P61", "Pejabat!L6")]
    path = write(
        tmp_path / "b.xlsx", BAKU, DATES, put("Pejabat!K6", "1 Januari 2026"), put("Pejabat!L6", "1 Januari 2026")
    )
    assert "P61" not in [finding.kode for finding in examine(path, settings()).temuan]
