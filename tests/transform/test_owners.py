"""Owners and superiors typed as a name, a title or a NIP: used where exactly one post fits, and said once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.plans import settings
from helpers.workbooks import BAKU, add_row, both, drop, put, read_of, write
from pokin_docs.flow.examine import Understood, examine
from pokin_docs.model.catalogue import hint, message
from pokin_docs.model.findings import Temuan
from pokin_docs.model.person_names import title_and_status
from pokin_docs.model.post_index import agency_names, title_key
from pokin_docs.model.post_titles import parted_titles
from pokin_docs.model.programs import split_ids
from pokin_docs.model.rows import BukuKerja
from pokin_docs.transform.owners import by_id

Change = Callable[[Workbook], object]
ROW_OF_KABID = "Tahap 5!H4"


def look(folder: Path, *changes: Change) -> Understood:
    found = examine(write(folder / "b.xlsx", BAKU, *changes), settings())
    assert isinstance(found, Understood), found.temuan
    return found


def owners(found: Understood, row: int = 4) -> tuple[str, ...]:
    (node,) = [kinerja for kinerja in found.plan.pohon.kinerja if kinerja.source.baris == row]
    return node.pemilik


def codes(found: Understood) -> list[str]:
    return [entry.kode for entry in found.temuan]


@pytest.fixture(scope="module")
def baku(tmp_path_factory: pytest.TempPathFactory) -> BukuKerja:
    return read_of(write(tmp_path_factory.mktemp("baku") / "b.xlsx"))


def typed_as_owner(buku: BukuKerja, typed: str, row: int = 4) -> tuple[tuple[str, ...], tuple[Temuan, ...]]:
    """The owners of a row where its Pemilik says something else, and what is said of it."""
    changed = (
        replace(item, pemilik=replace(item.pemilik, text=typed)) if item.baris == row else item for item in buku.tahap5
    )
    resolved, said = by_id(replace(buku, tahap5=tuple(changed)))
    (found,) = [item for item in resolved.tahap5 if item.baris == row]
    return split_ids(found.pemilik.text), said


@pytest.mark.parametrize(
    "typed",
    [
        "Contoh Dua", "contoh dua", "Contoh Dua, S.E.", "CONTOH DUA S.E", "Drs. Contoh Dua, S.E., M.M.", "Plt. Contoh Dua",
        "Kepala Bidang Data", "Kabid Data", "Ka. Bid. Data", "Plt. Kabid Data", "Pelaksana Tugas Kepala Bidang Data",
        "Kepala Bidang Data Dinas Contoh", "Kepala Bidang Data pada Dinas Contoh Kabupaten Contoh",
        "197502022000012902", "19750202 200001 2 902", "NIP. 19750202 200001 2 902", "Contoh Dua (Kabid Data)",
        "KABID - Contoh Dua",
    ],
)  # fmt: skip
def test_what_exactly_one_post_fits_is_used_and_said_with_the_id_to_write(baku: BukuKerja, typed: str) -> None:
    ids, (said,) = typed_as_owner(baku, typed)
    assert ids == ("KABID",)
    assert (said.kode, str(said.tempat)) == ("P68", ROW_OF_KABID)
    assert f"«{typed}»" in message(said)
    assert "«KABID»" in hint(said)


@pytest.mark.parametrize("typed", ["kabid", "Kabid", " KABID ", "KA-BID", "ka bid", "KABID;", "KABID; KABID"])
def test_capitals_blanks_and_hyphens_of_an_id_are_not_worth_a_word(baku: BukuKerja, typed: str) -> None:
    assert typed_as_owner(baku, typed) == (("KABID",), ())


def test_ids_that_differ_in_a_hyphen_only_stay_two(tmp_path: Path) -> None:
    line = "| KA-BID | Contoh Lima | | '197502022000012905 | IV/a | Pembina | Kepala Bidang Lain | PK Ess 3 | KADIS | |"
    found = look(tmp_path, add_row("Pejabat", line), put("Tahap 5!H3", "KADIS"), put(ROW_OF_KABID, "KA-BID"))
    assert owners(found) == ("KA-BID",)
    found = look(tmp_path, add_row("Pejabat", line), put(ROW_OF_KABID, "ka bid"))
    assert [entry.kode for entry in found.temuan if "«ka bid»" in message(entry)] == ["P32"]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("Contoh Dua, S.E.; Contoh Tiga, M.M.", ("KABID", "SUBKOR")),
        ("Contoh Dua, S.E., Contoh Tiga, M.M.", ("KABID", "SUBKOR")),
        ("Contoh Dua, S.E.\nContoh Tiga", ("KABID", "SUBKOR")),
        ("1. Contoh Dua\n2. Contoh Tiga", ("KABID", "SUBKOR")),
        ("1. KABID 2. SUBKOR", ("KABID", "SUBKOR")),
        ("KABID, SUBKOR", ("KABID", "SUBKOR")),
        ("KABID/SUBKOR", ("KABID", "SUBKOR")),
        ("KABID dan SUBKOR", ("KABID", "SUBKOR")),
        ("KABID & SUBKOR", ("KABID", "SUBKOR")),
        ("KABID SUBKOR", ("KABID", "SUBKOR")),
        ("Kabid Data dan Subkor Data", ("KABID", "SUBKOR")),
        ("Kabid Data, Contoh Tiga, SUBKOR", ("KABID", "SUBKOR")),
        ("KABID, SUBKORR", ("KABID", "SUBKORR")),
        ("Kasubbag Umum, Kepegawaian", ("Kasubbag Umum, Kepegawaian",)),
    ],
)
def test_a_comma_parts_two_owners_but_no_name_and_no_title(baku: BukuKerja, typed: str, ids: tuple[str, ...]) -> None:
    assert typed_as_owner(baku, typed)[0] == ids


@pytest.mark.parametrize(
    "title", ["Kepala Subbagian Umum, Kepegawaian", "Kasubbag Umum dan Kepegawaian", "Kasi A/B & C"]
)
def test_a_title_with_a_comma_is_one_post_where_there_is_one(tmp_path: Path, title: str) -> None:
    found = look(tmp_path, put("Pejabat!G5", title), put("Tahap 5!H5", title))
    assert (owners(found, 5), codes(found)) == (("SUBKOR",), ["P68"])


def test_one_text_is_said_once_for_all_its_rows(tmp_path: Path) -> None:
    found = look(tmp_path, put("Tahap 5!H2", "Contoh Satu"), put("Tahap 5!H3", "Contoh Satu"))
    (said,) = found.temuan
    assert "(H2, H3)" in message(said)


@pytest.mark.parametrize(
    ("typed", "proposed"), [("Kabid Datta", "KABID"), ("Contoh Duaa", "KABID"), ("SUBKORR", "SUBKOR")]
)
def test_what_no_post_fits_is_a_finding_with_the_id_that_is_meant(tmp_path: Path, typed: str, proposed: str) -> None:
    (said,) = look(tmp_path, put(ROW_OF_KABID, typed)).temuan
    assert (said.kode, f"«{proposed}»" in message(said)) == ("P32", True)


def two_of_a_name(jenis_pk: str) -> Change:
    return add_row(
        "Pejabat", f"| JF2 | Contoh Dua | | '197502022000012902 | IV/a | | Statistisi Dua | {jenis_pk} | KABID | Plt. |"
    )


def test_of_two_posts_that_fit_the_one_of_the_rows_class_is_meant(tmp_path: Path) -> None:
    found = look(tmp_path, two_of_a_name("PK JF/JP"), put(ROW_OF_KABID, "Contoh Dua"))
    assert owners(found) == ("KABID",)


def test_where_several_posts_of_the_class_fit_none_is_guessed(tmp_path: Path) -> None:
    found = look(tmp_path, two_of_a_name("PK Ess 3"), put(ROW_OF_KABID, "Contoh Dua"))
    (said,) = [entry for entry in found.temuan if entry.kode == "P32"]
    assert "beberapa jabatan (KABID, JF2)" in message(said)


def test_a_title_that_several_posts_have_is_no_misspelt_id(tmp_path: Path) -> None:
    """Statistisi there are two: neither of their rows lacks anything."""
    other = "| STAF2 | Contoh Lima | | '199004042015012905 | III/a | Penata Muda | Statistisi | PK JF/JP | SUBKOR | |"
    row = "| Tahap 3 | Tersusunnya peta | Jumlah peta | Kinerja Operasional | Sasaran Sub Kegiatan | PK JF/JP | | Statistisi | Peta | 5 | 6 | 7 | 8 | 9 | 10 | 11 |"
    found = look(tmp_path, add_row("Pejabat", other), put("Tahap 5!H6", "Statistisi"), add_row("Tahap 5", row))
    (said,) = [entry for entry in found.temuan if entry.kode in ("P32", "P53")]
    assert "beberapa jabatan (STAF, STAF2)" in message(said)


def test_either_of_two_holders_of_a_post_names_it(tmp_path: Path) -> None:
    later = add_row(
        "Pejabat",
        "| KABID | Contoh Lima | | '197502022000012905 | IV/a | Pembina | Kepala Bidang Data | PK Ess 3 | KADIS | | 1 Juli 2026 |",
    )
    dates = both(
        put("Pejabat!K1", "Berlaku Dari"), put("Pejabat!L1", "Berlaku Sampai"), put("Pejabat!L4", "30 Juni 2026")
    )
    for name in ("Contoh Dua", "Contoh Lima"):
        found = look(tmp_path, later, dates, put(ROW_OF_KABID, name))
        assert (owners(found), codes(found)) == (("KABID",), ["P68"])


@pytest.mark.parametrize("typed", ["Contoh Dua", "Kabid Data", "kabid"])
def test_a_superior_may_be_typed_likewise(tmp_path: Path, typed: str) -> None:
    found = look(tmp_path, put("Pejabat!I5", typed))
    assert (found.plan.atasan["SUBKOR"], codes(found)) == ("KABID", [] if typed == "kabid" else ["P69"])
    assert codes(look(tmp_path, put("Pejabat!I5", "Kabid Lain"))) == ["P33"]


def test_nobody_is_his_own_superior_by_name(tmp_path: Path) -> None:
    assert codes(look(tmp_path, put("Pejabat!I5", "Contoh Tiga"))) == ["P33"]


def test_the_head_of_the_region_needs_no_row(tmp_path: Path) -> None:
    named = add_row("Identitas", "| Sebutan Kepala Daerah | Bupati Contoh |")
    nobody = lambda book: book["Pejabat"].delete_rows(2)  # noqa: E731
    for typed in ("Bupati", "bupati contoh"):
        found = look(
            tmp_path, named, nobody, put("Pejabat!I2", typed), add_row("Identitas", "| Nama Kepala Daerah | Contoh |")
        )
        assert codes(found) == []
    assert codes(look(tmp_path, named, nobody, put("Pejabat!I2", "Menteri"))) == ["P33"]


@pytest.mark.parametrize(
    ("cell", "titles"),
    [
        ("Kabid A / Kabid B", ("Kabid A", "Kabid B")), ("Kabid A, Kabid B", ("Kabid A", "Kabid B")),
        ("Kabid A\nKabid B", ("Kabid A", "Kabid B")), ("Kabid A dan Kabid B", ("Kabid A", "Kabid B")),
        ("Kabid A & Kepala Bidang B", ("Kabid A", "Kepala Bidang B")), ("Kabid A; Kabid B", ("Kabid A", "Kabid B")),
        ("1. Kabid A 2. Kabid B", ("Kabid A", "Kabid B")), ("Sekretaris/Kabid A", ("Sekretaris", "Kabid A")),
        ("Kabid A, Sekretaris", ("Kabid A", "Sekretaris")), ("Analis A / Perencana B", ("Analis A", "Perencana B")),
        ("Kepala Seksi A serta Plt. Kepala Seksi B", ("Kepala Seksi A", "Plt. Kepala Seksi B")),
        ("Kasubbag Umum, Kepegawaian dan Keuangan", ("Kasubbag Umum, Kepegawaian dan Keuangan",)),
        ("Kepala Bidang Pembinaan Camat dan Lurah", ("Kepala Bidang Pembinaan Camat dan Lurah",)),
        ("Kepala Bidang Guru dan Pengawas Sekolah", ("Kepala Bidang Guru dan Pengawas Sekolah",)),
        ("Kepala Bidang\nPengairan", ("Kepala Bidang Pengairan",)), ("Kepala Bidang A/B", ("Kepala Bidang A/B",)),
        ("Kepala Bidang A, Plt.", ("Kepala Bidang A, Plt.",)), ("Contoh Satu\nContoh Dua", ("Contoh Satu", "Contoh Dua")),
    ],
)  # fmt: skip
def test_a_cell_of_titles_names_as_many_posts_as_begin_in_it(cell: str, titles: tuple[str, ...]) -> None:
    assert tuple(parted_titles(cell)) == titles


@pytest.mark.parametrize(
    ("text", "title", "status"),
    [
        ("Kepala Dinas (Plt)", "Kepala Dinas", "Plt."), ("Kepala Dinas (Plt.)", "Kepala Dinas", "Plt."),
        ("Plt. Kepala Dinas", "Kepala Dinas", "Plt."), ("PLT KEPALA DINAS", "KEPALA DINAS", "Plt."),
        ("Kepala Dinas, Pj.", "Kepala Dinas", "Pj."), ("Kepala Dinas - Plh", "Kepala Dinas", "Plh."),
        ("Kepala Dinas Plt.", "Kepala Dinas", "Plt."), ("Kepala (Plh) Dinas", "Kepala Dinas", "Plh."),
        ("(Plt) Kepala Dinas", "Kepala Dinas", "Plt."), ("Penjabat Kepala Dinas", "Kepala Dinas", "Pj."),
        ("Kepala Dinas", "Kepala Dinas", ""), ("Kepala Bidang Plankton", "Kepala Bidang Plankton", ""),
    ],
)  # fmt: skip
def test_plt_may_stand_anywhere_in_a_title(text: str, title: str, status: str) -> None:
    assert title_and_status(text) == (title, status)


@pytest.mark.parametrize("typed", ["Kepala Bidang Data (Plt)", "Plt. Kepala Bidang Data", "Kepala Bidang Data, Plt."])
def test_an_acting_official_prints_with_plt_in_front(tmp_path: Path, typed: str) -> None:
    assert "Plt. Kepala Bidang Data" in signers(look(tmp_path, put("Pejabat!C4", typed)))
    assert "Plt. Kepala Bidang Data" in signers(look(tmp_path, drop("Pejabat"), put(ROW_OF_KABID, typed)))


def test_without_the_sheet_pejabat_two_spellings_are_one_post(tmp_path: Path) -> None:
    changes = (
        drop("Pejabat"),
        put(ROW_OF_KABID, "Plt. Kabid Data / Kabid Lain"),
        put("Tahap 5!H5", "Kepala Bidang Data"),
    )
    found = look(tmp_path, *changes)
    assert {"Plt. Kepala Bidang Data", "Kabid Lain"} <= signers(found)
    assert not {"Kabid Data", "Kepala Bidang Data", "Plt. Kabid Data"} & signers(found)
    assert [str(one.tempat) for one in found.temuan if one.kode == "P67"] == ["Tahap 5!H5"]


def signers(found: Understood) -> set[str]:
    """The titles of those who sign a PK first."""
    papers = (entry.content for entry in found.plan.dokumen if entry.jenis == "pk")
    return {str(content.pihak_pertama.jabatan) for content in papers}  # type: ignore[attr-defined]


def test_without_the_sheet_pejabat_titles_stay_as_they_are(tmp_path: Path) -> None:
    found = look(tmp_path, drop("Pejabat"), put(ROW_OF_KABID, "Kabid Data, Statistik"))
    (_, title) = [entry for entry in found.plan.dokumen if entry.jenis == "pk"][:2]
    assert title.content.pihak_pertama.jabatan == "Kabid Data, Statistik"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kepala Dinas Data Kabupaten Contoh", "Kadis"), ("Kepala Disdata", "Kepala Dinas"), ("Sekdis", "Sekretaris Dinas"),
        ("Sekretaris", "Sekretaris Dinas Data"), ("Kasubag Umum", "Kepala Sub Bagian Umum"), ("KASI IKP", "Kepala Seksi IKP"),
        ("Kepala Bidang A dan B", "Kabid A & B"), ("Kasie A Dinas Data", "Kepala Seksi A"),
    ],
)  # fmt: skip
def test_titles_that_name_one_post(one: str, other: str) -> None:
    agency = agency_names("Dinas Data", "Disdata", "Pemerintah Kabupaten Contoh")
    assert title_key(one, agency) == title_key(other, agency)


def test_titles_that_name_two_posts() -> None:
    agency = agency_names("Dinas Data", "Disdata", "Pemerintah Kabupaten Contoh")
    keys = [
        title_key(title, agency)
        for title in ("Kadis", "Kabid Data", "Kasi Data", "Sekretaris", "Kabid Data Dua", "Kabid")
    ]
    assert len(set(keys)) == len(keys)
