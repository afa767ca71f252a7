"""From rows to the tree and to documents: the cascade, the split by owner, superiors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.places import ROOT
from helpers.plans import KADIS_LAGI, of_class, pks, rencana_of, renstra_of, settings
from helpers.workbooks import (
    BAKU,
    add_row,
    drop,
    insert_row,
    put,
    read_book,
    seed_rows,
    sheet_of,
    sheet_with,
    write,
)
from pokin_docs.documents.pk.content import PerjanjianKinerja
from pokin_docs.documents.plan import Plan
from pokin_docs.documents.values import Tanda
from pokin_docs.flow.examine import examine
from pokin_docs.model.levels import JenisPk, KomponenPerencanaan, read_jenis_pk, read_jenjang, read_komponen
from pokin_docs.transform.plan import plan

EXAMPLE = ROOT / "inputs" / "diskominfo-balangan.xlsx"


Change = Callable[[Workbook], None]


@pytest.fixture(scope="module")
def example() -> Plan:
    return rencana_of(EXAMPLE)


# The official tables


def test_the_seed_gives_its_tree(example: Plan) -> None:
    pohon = example.pohon
    assert [len(pohon.at_level(komponen)) for komponen in KomponenPerencanaan] == [1, 4, 8, 11, 19]
    assert len(pohon.kinerja) == 43
    assert sum(len(kinerja.indikator) for kinerja in pohon.kinerja) == 44
    assert [row.indikator.text for row in pohon.lintas] == ["Jumlah Metadata Statistik"]


def test_the_seed_alone_gives_a_pk_per_node_and_one_for_the_head(tmp_path: Path) -> None:
    buku = read_book(tmp_path, sheet_of(seed_rows()))
    rencana = plan(buku, settings()).value
    assert rencana is not None
    counts = Counter(isi.jenis_pk for _, isi in pks(rencana))
    assert counts == {"jpt": 1, "ess-3": 8, "sub-koordinator-jf": 11, "jf-jp": 19}
    (head,) = of_class(rencana, "jpt")
    assert [len(sasaran.daftar_indikator) for sasaran in head.daftar_sasaran] == [1, 2, 1, 1]


def test_each_indicator_lands_in_exactly_the_pks_of_its_owners(example: Plan) -> None:
    expected: Counter[tuple[str, str]] = Counter()
    for kinerja in example.pohon.kinerja:
        for indikator in kinerja.indikator:
            if kinerja.komponen is not KomponenPerencanaan.TUJUAN:
                expected.update((owner, indikator.text.text) for owner in indikator.pemilik)
    ids = {document.source[-1]: document for document, _ in pks(example)}
    by_place = {pejabat.baris.id.source: pejabat.id for pejabat in example.every_pejabat}
    found: Counter[tuple[str, str]] = Counter()
    for place, document in ids.items():
        assert isinstance(document.content, PerjanjianKinerja)
        for sasaran in document.content.daftar_sasaran:
            found.update((by_place[place], str(item.indikator)) for item in sasaran.daftar_indikator)
    assert sum(found.values()) >= 43
    assert found == expected


def test_the_example_has_no_mark_in_a_pk_and_no_unsigned_party(example: Plan) -> None:
    """Of its Renstra table 4.2 lacks what stands behind the one program that no kinerja names."""
    assert len(pks(example)) > 20
    assert [document.path for document in example.dokumen if document.tanda and document.jenis == "pk"] == []
    marks = {mark for document in example.dokumen for mark in document.tanda}
    assert marks == {"[outcome dan indikator belum diisi: Program!A5]"}


def test_a_person_with_two_posts_gets_two_pks_and_an_acting_one_says_so(example: Plan) -> None:
    names = Counter(isi.pihak_pertama.nip for _, isi in pks(example))
    (twice,) = [nip for nip, count in names.items() if count == 2]
    posts = sorted(str(isi.pihak_pertama.jabatan) for _, isi in pks(example) if isi.pihak_pertama.nip == twice)
    assert [post.startswith("Plt. ") for post in posts] == [False, True]


def test_the_head_of_the_region_signs_without_nip(example: Plan) -> None:
    (head,) = of_class(example, "jpt")
    assert head.pihak_kedua.jabatan == "Bupati Balangan"
    assert (head.pihak_kedua.nip, head.pihak_kedua.pangkat) == ("", "")


# Levels and labels


@pytest.mark.parametrize(
    ("label", "komponen"),
    [
        ("Tujuan SKPD", "TUJUAN"), ("Sasaran Keempat SKPD", "SASARAN"), ("SASARAN 3 PD", "SASARAN"),
        ("sasaran  program", "SASARAN_PROGRAM"), ("Sasaran Sub-Kegiatan", "SASARAN_SUB_KEGIATAN"), ("Hasil", None),
    ],
)  # fmt: skip
def test_labels_of_components(label: str, komponen: str | None) -> None:
    found = read_komponen(label)
    assert (found.name if found else None) == komponen


def test_labels_of_levels_and_classes() -> None:
    assert read_jenis_pk("PK Sub Koordinator / JF") is JenisPk.SUB_KOORDINATOR_JF
    assert read_jenis_pk("PK Eselon III") is JenisPk.ESS_3
    assert read_jenjang("kinerja taktikal  immediate") is KomponenPerencanaan.SASARAN_KEGIATAN.jenjang


def test_rows_moved_to_another_branch_follow_their_new_parent(tmp_path: Path) -> None:
    rows = seed_rows()
    moved = rows.pop(5)  # a Sasaran Sub Kegiatan of the first branch
    rows.insert(20, moved)  # now below "Terbangunnya Jaringan Koneksi Internet …"
    rencana = plan(read_book(tmp_path, sheet_of(rows)), settings()).value
    assert rencana is not None
    (kinerja,) = [entry for entry in rencana.pohon.kinerja if entry.text.text == moved[1]]
    induk = rencana.pohon.induk(kinerja)
    assert induk is not None
    assert induk.text.text.startswith("Terbangunnya Jaringan")


def test_a_cross_cutting_row_in_the_middle_does_not_cut_the_tree(tmp_path: Path) -> None:
    rows = seed_rows()
    rows.insert(10, rows.pop())
    rencana = plan(read_book(tmp_path, sheet_of(rows)), settings()).value
    assert rencana is not None
    assert len(rencana.pohon.kinerja) == 43
    assert len(rencana.pohon.lintas) == 1


def test_a_marker_row_of_its_own_marks_the_rows_below(tmp_path: Path) -> None:
    rows = seed_rows()
    last = rows.pop()
    rows += [["CROSS CUTTING"], ["", last[1], last[2]], ["", "Terpenuhinya hal kedua", "Jumlah hal"]]
    rencana = plan(read_book(tmp_path, sheet_of(rows)), settings()).value
    assert rencana is not None
    assert len(rencana.pohon.lintas) == 2


def test_sentences_that_differ_only_in_parentheses_are_two_kinerja(tmp_path: Path) -> None:
    rest = "Jumlah {0} | Kinerja Operasional | Sasaran Sub Kegiatan | PK JF/JP | 2.20.02.2.01.0018 | STAF | Unit | 1 | 1 | 1 | 1 | 1 | 1 | 1 |"
    lines = [f"| Tahap 4 | Tersusunnya metadata (Kecamatan {name}) | " + rest.format(name) for name in "AB"]
    path = write(tmp_path / "b.xlsx", BAKU, *(add_row("Tahap 5", line) for line in lines))
    names = [kinerja.text.text for kinerja in rencana_of(path).pohon.kinerja]
    assert names[-2:] == ["Tersusunnya metadata (Kecamatan A)", "Tersusunnya metadata (Kecamatan B)"]


def test_the_same_sentence_on_two_levels_is_two_kinerja(tmp_path: Path) -> None:
    rest = "Indeks akses lain | Kinerja Taktikal Intermediate | Sasaran Program | PK Ess 3 | 2.20.02 | KABID | % | 1 | 1 | 1 | 1 | 1 | 1 | 1 |"
    path = write(tmp_path / "b.xlsx", BAKU, insert_row("Tahap 5", 4, f"| Tahap 3 | Meningkatnya akses data | {rest}"))
    names = [kinerja.text.text for kinerja in rencana_of(path).pohon.kinerja]
    assert names[1:4] == ["Meningkatnya akses data", "Meningkatnya akses data", "Meningkatnya mutu layanan data"]


def test_a_line_of_program_that_adds_up_the_others_is_no_program_without_code(tmp_path: Path) -> None:
    for name, codes in (("Jumlah seluruhnya", ["B46"]), ("Program Penunjang", ["P47"])):
        lines = (
            add_row("Program", f"| | {name} | 1000 | 1 | 1 | 1 | 1 |"),
            add_row("Program", "| 2.20.03 | Program Lain | 1 | 1 | 1 | 1 | 1 |"),
        )
        found = examine(write(tmp_path / "b.xlsx", BAKU, *lines), settings()).temuan
        assert [entry.kode for entry in found if entry.kode in ("B46", "P47")] == codes, name


def test_a_line_of_program_without_code_and_money_is_no_program_without_code(tmp_path: Path) -> None:
    for line, told in (("| | Program Penunjang |", "B17"), ("| | Program Penunjang | 1 | | | | |", "P47")):
        found = examine(write(tmp_path / "b.xlsx", BAKU, add_row("Program", line)), settings()).temuan
        assert [entry.kode for entry in found if entry.kode in ("B17", "P47")] == [told], line


def test_a_kinerja_alone_in_its_row_takes_the_labels_of_the_next(tmp_path: Path) -> None:
    lines = (
        "| Tahap 4 | Terlaksananya pelatihan |",
        "| | | Jumlah pelatihan | Kinerja Operasional | Sasaran Sub Kegiatan | PK JF/JP | 2.20.02.2.01.0018 | STAF | Kali | 1 | 1 | 1 | 1 | 1 | 1 | 1 |",
    )
    path = write(tmp_path / "b.xlsx", BAKU, *(add_row("Tahap 5", line) for line in lines))
    last = rencana_of(path).pohon.kinerja[-1]
    assert (last.text.text, str(last.source)) == ("Terlaksananya pelatihan", "Tahap 5!B7")
    assert [indikator.text.text for indikator in last.indikator] == ["Jumlah pelatihan"]


def test_an_indicator_below_a_note_belongs_to_nobody(tmp_path: Path) -> None:
    path = write(
        tmp_path / "b.xlsx", BAKU, add_row("Tahap 5", "| | Angka sementara |"), add_row("Tahap 5", "| | | Jumlah hal |")
    )
    found = [(entry.kode, str(entry.tempat)) for entry in examine(path, settings()).temuan if entry.kode != "X04"]
    assert found == [("S07", "Tahap 5!B8"), ("B17", "Tahap 5!B7")]  # galat lead


def test_a_row_with_labels_ends_the_cross_cutting_part(tmp_path: Path) -> None:
    rows = seed_rows()
    rows.insert(5, ["CROSS CUTTING"])
    rows[6][4] = ""  # no Komponen, but Keterangan and Jenis PK say what it is
    rencana = plan(read_book(tmp_path, sheet_of(rows)), settings()).value
    assert rencana is not None
    assert len(rencana.pohon.kinerja) == 43


def test_all_indicators_of_a_cross_cutting_condition_are_listed(tmp_path: Path) -> None:
    lines = (
        "| CROSS CUTTING | Terpenuhinya hal | Jumlah satu |",
        "| CROSS CUTTING | Terpenuhinya hal | Jumlah dua |",
        "| | | Jumlah tiga |",
    )
    path = write(tmp_path / "b.xlsx", BAKU, *(add_row("Tahap 5", line) for line in lines))
    (entry,) = renstra_of(rencana_of(path)).daftar_lintas
    assert (entry.kinerja, entry.indikator) == ("Terpenuhinya hal", "Jumlah satu\nJumlah dua\nJumlah tiga")


# Owners


def test_several_owners_each_get_the_row_and_a_further_indicator_may_have_its_own(tmp_path: Path) -> None:
    path = write(
        tmp_path / "b.xlsx", BAKU,
        put("Tahap 5!H6", "STAF; STAF2"),
        add_row("Pejabat", "| STAF2 | Contoh Lima | | '199104042015012905 | III/a | Penata Muda | Arsiparis | PK JF/JP | SUBKOR | |"),
        add_row("Tahap 5", "| | | Indikator kedua | | | | | STAF2 | Unit | 1 | 1 | 1 | 1 | 1 | 1 | 1 |"),
    )  # fmt: skip
    by_post = {str(isi.pihak_pertama.jabatan): isi for isi in of_class(rencana_of(path), "jf-jp")}
    texts = {
        post: [str(item.indikator) for item in isi.daftar_sasaran[0].daftar_indikator] for post, isi in by_post.items()
    }
    assert texts == {"Statistisi": ["Jumlah metadata"], "Arsiparis": ["Jumlah metadata", "Indikator kedua"]}


def test_a_row_without_owner_makes_a_pk_with_marks(tmp_path: Path) -> None:
    rencana = rencana_of(write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!H6", None)))
    (alone,) = of_class(rencana, "jf-jp")
    assert isinstance(alone.pihak_pertama.nama, Tanda)


def test_sasaran_without_owner_belong_to_the_one_head(tmp_path: Path) -> None:
    rencana = rencana_of(write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!H3", None)))
    (head,) = of_class(rencana, "jpt")
    assert head.pihak_pertama.jabatan == "Kepala Dinas"


def test_the_tujuan_is_promised_only_if_the_setting_says_so(tmp_path: Path) -> None:
    (head,) = of_class(rencana_of(write(tmp_path / "a.xlsx")), "jpt")
    assert [str(sasaran.sasaran) for sasaran in head.daftar_sasaran] == ["Meningkatnya akses data"]
    path = write(tmp_path / "b.xlsx", BAKU, add_row("Identitas", "| Tujuan dalam PK JPT | Ya |"))
    (head,) = of_class(rencana_of(path), "jpt")
    assert [str(sasaran.sasaran) for sasaran in head.daftar_sasaran] == [
        "Terwujudnya data berkualitas", "Meningkatnya akses data",
    ]  # fmt: skip


def test_a_tujuan_labelled_as_promised_by_the_head_is_promised_without_the_setting(tmp_path: Path) -> None:
    (head,) = of_class(rencana_of(write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!F2", "PK JPT"))), "jpt")
    assert [str(sasaran.sasaran) for sasaran in head.daftar_sasaran] == [
        "Terwujudnya data berkualitas", "Meningkatnya akses data",
    ]  # fmt: skip


def owners(rencana: Plan) -> list[tuple[str, ...]]:
    return [kinerja.pemilik for kinerja in rencana.pohon.kinerja]


def test_tujuan_and_sasaran_without_owner_belong_to_the_head_where_there_is_one(tmp_path: Path) -> None:
    blank = [put(f"Tahap 5!H{row}", None) for row in (2, 3, 4)]
    rencana = rencana_of(write(tmp_path / "b.xlsx", BAKU, *blank))
    assert owners(rencana)[:3] == [("KADIS",), ("KADIS",), ()]
    rencana = rencana_of(write(tmp_path / "b.xlsx", BAKU, *blank, KADIS_LAGI))
    assert owners(rencana)[:3] == [(), (), ()]


def test_a_row_whose_owner_is_not_known_is_in_a_pk_with_marks_and_not_lost(tmp_path: Path) -> None:
    rencana = rencana_of(write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!H6", "STAFF")))
    (alone,) = of_class(rencana, "jf-jp")
    assert isinstance(alone.pihak_pertama.nama, Tanda)
    assert [str(sasaran.sasaran) for sasaran in alone.daftar_sasaran] == ["Tersusunnya metadata"]


def test_the_class_of_a_pk_is_that_of_the_post_whatever_its_rows_are(tmp_path: Path) -> None:
    rencana = rencana_of(write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!H4", "SUBKOR;KABID")))
    assert [isi.pihak_pertama.jabatan for isi in of_class(rencana, "ess-3")] == ["Plt. Kepala Bidang Data"]
    (subkor,) = of_class(rencana, "sub-koordinator-jf")
    assert len(subkor.daftar_sasaran) == 2


def test_a_row_of_the_tree_stays_there_when_lintas_perangkat_daerah_lists_its_sentence(tmp_path: Path) -> None:
    lintas = sheet_with(
        "Lintas Perangkat Daerah",
        ["Kinerja", "PD Pengampu", "PD Pendukung"],
        ["Tersusunnya metadata", "Dinas A", "Dinas B"],
    )
    rencana = rencana_of(write(tmp_path / "b.xlsx", BAKU, lintas))
    assert (len(rencana.pohon.kinerja), rencana.pohon.lintas) == (5, ())


# Superiors


@pytest.mark.parametrize(("cell", "jenis", "post"), [
    ("Pejabat!I4", "ess-3", "Kepala Dinas"),
    ("Pejabat!I5", "sub-koordinator-jf", "Plt. Kepala Bidang Data"),
    ("Pejabat!I6", "jf-jp", "Sub Koordinator Data"),
    ("Pejabat!I3", "jpt", "Bupati Contoh"),
])  # fmt: skip
def test_without_atasan_the_class_decides(tmp_path: Path, cell: str, jenis: str, post: str) -> None:
    (isi,) = of_class(rencana_of(write(tmp_path / "b.xlsx", BAKU, put(cell, None))), jenis)
    assert isi.pihak_kedua.jabatan == post


@pytest.mark.parametrize(
    ("above", "superior"), [("Ketua Tim A", "Ketua Tim A"), ("Ketua Tim A; Ketua Tim B", None), ("", "Kepala Bidang")]
)
def test_without_the_sheet_pejabat_the_one_title_above_signs(tmp_path: Path, above: str, superior: str | None) -> None:
    titles = [put(f"Tahap 5!H{row}", title) for row, title in ((4, "Kepala Bidang"), (5, above), (6, "Statistisi"))]
    (staf,) = [
        isi
        for isi in of_class(rencana_of(write(tmp_path / "b.xlsx", BAKU, drop("Pejabat"), *titles)), "jf-jp")
        if isi.pihak_pertama.jabatan == "Statistisi"
    ]
    if superior is None:
        assert isinstance(staf.pihak_kedua.jabatan, Tanda)
    else:
        assert staf.pihak_kedua.jabatan == superior


def test_an_acting_post_says_so_once(tmp_path: Path) -> None:
    for title in ("Kepala Bidang Data", "Plt. Kepala Bidang Data", "PLT Kepala Bidang Data"):
        (kabid,) = of_class(rencana_of(write(tmp_path / "b.xlsx", BAKU, put("Pejabat!G4", title))), "ess-3")
        assert str(kabid.pihak_pertama.jabatan).casefold().replace(".", "") == "plt kepala bidang data"


def test_the_head_of_the_region_of_identitas_signs_only_with_heads(tmp_path: Path) -> None:
    """Of two heads above him, both owners of the kinerja above, none is guessed; nor does the governor sign."""
    region = add_row("Identitas", "| Nama Kepala Daerah | Contoh Gubernur |"), put("Pejabat!A2", None)
    cleared = [put(f"Pejabat!I{row}", None) for row in (3, 4)]
    path = write(tmp_path / "b.xlsx", BAKU, *region, *cleared, KADIS_LAGI, put("Tahap 5!H3", "KADIS;KADIS2"))
    rencana = rencana_of(path)
    assert [head.pihak_kedua.nama for head in of_class(rencana, "jpt")] == ["Contoh Gubernur"] * 2
    (kabid,) = of_class(rencana, "ess-3")
    assert isinstance(kabid.pihak_kedua.nama, Tanda)


def test_the_holder_on_the_day_of_the_pk_signs(tmp_path: Path) -> None:
    def two_holders(book: object) -> None:
        sheet = book["Pejabat"]  # type: ignore[index]
        sheet["K1"], sheet["L1"] = "Berlaku Dari", "Berlaku Sampai"
        sheet["L4"] = "31 Desember 2025"
        sheet.append(["KABID", "Contoh Baru", None, "197603032001012905", "IV/a", "Pembina", "Kepala Bidang Data",
                      "PK Ess 3", "KADIS", None, "1 Januari 2026"])  # fmt: skip

    path = write(tmp_path / "b.xlsx", BAKU, two_holders)
    (now,) = of_class(rencana_of(path), "ess-3")
    assert now.pihak_pertama.nama == "Contoh Baru"
    from datetime import date

    (before,) = of_class(rencana_of(path, tanggal=date(2025, 12, 1)), "ess-3")
    assert before.pihak_pertama.nama == "Contoh Dua, S.E."

    path = write(tmp_path / "b.xlsx", BAKU, two_holders, put("Identitas!B7", None))
    (unknown,) = of_class(rencana_of(path), "ess-3")
    assert unknown.pihak_pertama.nama == "Contoh Baru", "without a day the last one counts"


def test_a_vacant_post_keeps_its_pk_with_the_name_as_a_mark(tmp_path: Path) -> None:
    twin = "| STAF2 | Contoh Lima | | '199104042015012905 | III/a | Penata Muda | Arsiparis | PK JF/JP | SUBKOR | | 31 Desember 2025 |"
    path = write(
        tmp_path / "b.xlsx",
        BAKU,
        put("Pejabat!K1", "Berlaku Sampai"),
        add_row("Pejabat", twin),
        put("Tahap 5!H6", "STAF;STAF2"),
    )
    by_post = {str(isi.pihak_pertama.jabatan): isi.pihak_pertama.nama for isi in of_class(rencana_of(path), "jf-jp")}
    assert by_post == {"Statistisi": "Contoh Empat", "Arsiparis": Tanda("[nama belum diisi: Pejabat!A7]")}


SUBKOR_LAGI = add_row(
    "Pejabat",
    "| SUBKOR2 | Contoh Enam | | '198003032005011906 | III/d | Penata Tk. I | Ketua Tim | PK Sub Koordinator/JF | KABID | |",
)


def test_among_several_posts_of_the_class_above_the_owner_of_the_kinerja_above_signs(tmp_path: Path) -> None:
    """Not guessed where he has none of them, or all of them, for an owner."""
    path = write(tmp_path / "b.xlsx", BAKU, SUBKOR_LAGI, put("Pejabat!I6", None))
    (staf,) = of_class(rencana_of(path), "jf-jp")
    assert staf.pihak_kedua.jabatan == "Sub Koordinator Data"
    for owner in ("SUBKOR;SUBKOR2", "KABID"):
        path = write(tmp_path / "b.xlsx", BAKU, SUBKOR_LAGI, put("Pejabat!I6", None), put("Tahap 5!H5", owner))
        (staf,) = of_class(rencana_of(path), "jf-jp")
        assert isinstance(staf.pihak_kedua.jabatan, Tanda), owner


def test_among_several_posts_of_the_class_above_that_of_the_same_bidang_signs(tmp_path: Path) -> None:
    bidang = (
        put("Pejabat!K1", "Bidang"),
        put("Pejabat!K6", "Data"),
        put("Pejabat!K7", "Data"),
        put("Pejabat!K5", "Lain"),
    )
    path = write(tmp_path / "b.xlsx", BAKU, SUBKOR_LAGI, put("Pejabat!I6", None), *bidang)
    (staf,) = of_class(rencana_of(path), "jf-jp")
    assert staf.pihak_kedua.jabatan == "Ketua Tim"


@pytest.mark.parametrize(
    ("sampai", "dari", "codes"),
    [("1 Januari 2026", "1 Januari 2026", ["P38"]), ("31 Desember 2025", "1 Januari 2026", []), (None, "1 Januari 2026", ["P38"])],
)  # fmt: skip
def test_two_may_not_hold_a_post_on_one_day(tmp_path: Path, sampai: str | None, dari: str, codes: list[str]) -> None:
    path = write(
        tmp_path / "b.xlsx", BAKU, put("Pejabat!K1", "Berlaku Dari"), put("Pejabat!L1", "Berlaku Sampai"), put("Pejabat!L6", sampai),
        add_row("Pejabat", f"| STAF | Contoh Lima | | '199104042015012905 | III/a | Penata Muda | Statistisi | PK JF/JP | SUBKOR | | {dari} |"),
    )  # fmt: skip
    assert [entry.kode for entry in examine(path, settings()).temuan if entry.kode == "P38"] == codes


def test_among_several_posts_without_class_the_head_of_the_region_signs(tmp_path: Path) -> None:
    path = write(
        tmp_path / "b.xlsx",
        BAKU,
        put("Pejabat!I3", None),
        add_row("Pejabat", "| SEKDA | Contoh Sekda | | | | | Sekretaris Daerah |"),
    )
    (isi,) = of_class(rencana_of(path), "jpt")
    assert isi.pihak_kedua.jabatan == "Bupati Contoh"
