"""PK classes by eselon and post, and agencies whose head is no JPT: a kecamatan is read as its planner writes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.plans import pks, settings
from helpers.workbooks import BAKU, both, drop, put, write
from pokin_docs.flow.examine import Understood, examine
from pokin_docs.model.catalogue import message
from pokin_docs.model.level_labels import read_pk_class
from pokin_docs.model.levels import JenisPk

JPT, ESS_3, SUB, JP = JenisPk

KECAMATAN = """
## Identitas
| Kunci | Nilai |
| Nama PD | Kecamatan Contoh |
| Pemda | Pemerintah Kabupaten Contoh |
| Tempat TTD | Contohan |
| Tahun | 2026 |
| Periode Renstra | 2025-2029 |
| Tanggal PK | 5 Januari 2026 |

## Tahap 5
| Kinerja | Indikator Kinerja | Komponen Perencanaan | Jenis PK | Kode | Pemilik | Satuan | Target 2026 |
| Terwujudnya layanan yang baik | Indeks Pelayanan | Tujuan Kecamatan | | | CAMAT | Indeks | 3 |
| Meningkatnya mutu layanan | Nilai SKM | Sasaran Kecamatan | {camat} | | CAMAT | Nilai | 80 |
| Meningkatnya tertib pemerintahan | Persentase desa tertib | Sasaran Program | {sekcam} | 7.01.02 | SEKCAM | % | 60 |
| Terpenuhinya layanan perizinan | Persentase izin selesai | Sasaran Kegiatan | {kasi} | 7.01.02.2.03 | KASI | % | 60 |
| Terlaksananya layanan izin | Jumlah izin | Sasaran Sub Kegiatan | {staf} | 7.01.02.2.03.0001 | STAF | Dokumen | 60 |
| Terpenuhinya sarana kelurahan | Persentase sarana baik | Sasaran Kegiatan | {lurah} | 7.01.02.2.04 | LURAH | % | 60 |

## Pejabat
| ID | Nama | NIP | Golongan | Jabatan | Jenis PK | Atasan |
| BUPATI | Contoh Bupati | | | Bupati Contoh | | |
| CAMAT | Contoh Satu | '197001011995011901 | IV/a | {title} | {camat} | {region} |
| SEKCAM | Contoh Dua | '197502022000012902 | III/d | Sekretaris Camat | {sekcam} | {up} |
| KASI | Contoh Tiga | '198003032005011903 | III/d | Kepala Seksi Pelayanan Umum | {kasi} | {up} |
| LURAH | Contoh Enam | '198203032005011904 | III/c | Lurah Contoh | {lurah} | {up} |
| STAF | Contoh Empat | '199004042015012905 | III/a | Pengadministrasi Perizinan | {staf} | KASI |
"""
ESELON = {
    "camat": "Eselon III.a",
    "sekcam": "Eselon III.b",
    "kasi": "Eselon IV",
    "lurah": "Eselon IV.a",
    "staf": "Pelaksana",
}
POSTS = {"camat": "PK Camat", "sekcam": "PK Sekcam", "kasi": "PK Kasi", "lurah": "PK Lurah", "staf": "PK Staf"}
OFFICIAL = {
    "camat": "PK Ess 3",
    "sekcam": "PK Ess 3",
    "kasi": "PK Sub Koordinator/JF",
    "lurah": "PK Pengawas",
    "staf": "PK JF/JP",
}
RIGHT = OFFICIAL | {"camat": "PK JPT"}
BLANK = dict.fromkeys(ESELON, "")


def look(folder: Path, labels: dict[str, str], **more: str) -> Understood:
    said = {"up": "CAMAT", "region": "BUPATI", "title": "Camat Contoh", **more}
    found = examine(write(folder / "b.xlsx", KECAMATAN.format(**labels, **said)), settings())
    assert isinstance(found, Understood)
    return found


@pytest.mark.parametrize(
    ("text", "pk_class"),
    [
        ("PK JPT", JPT), ("PK Camat", JPT), ("Eselon II.b", JPT), ("PK Kepala Dinas", JPT),
        ("Eselon III.a", ESS_3), ("Esl. III", ESS_3), ("PK Sekcam", ESS_3), ("PK Kabid", ESS_3), ("Pejabat Administrator", ESS_3),
        ("Eselon IV", SUB), ("PK Eselon IV.b", SUB), ("PK Kasi", SUB), ("PK/SKP Kasubbag", SUB), ("PK Lurah", SUB),
        ("Perjanjian Kinerja Pengawas", SUB), ("PK JF Ahli Muda", SUB), ("PK Kepala UPTD", SUB),
        ("PK Staf", JP), ("JFU", JP), ("Eselon V", JP), ("PK Jabatan Fungsional Ahli Pertama", JP),
        ("PK JF Ahli Madya", None), ("PK Bawahan", None), ("PK", None), ("", None),
    ],
)  # fmt: skip
def test_a_class_is_known_by_the_eselon_and_by_the_post(text: str, pk_class: JenisPk | None) -> None:
    assert read_pk_class(text) is pk_class


@pytest.mark.parametrize("labels", [ESELON, POSTS, OFFICIAL, RIGHT])
@pytest.mark.parametrize("up", ["CAMAT", ""])
def test_the_officials_of_a_kecamatan_sign_with_whom_they_report_to(
    tmp_path: Path, labels: dict[str, str], up: str
) -> None:
    """The camat with the bupati, kasi and lurah with the camat and not his secretary (PP 17/2018)."""
    found = look(tmp_path, labels, up=up, region=up and "BUPATI")
    assert {(isi.jenis_pk, isi.pihak_pertama.jabatan, isi.pihak_kedua.jabatan) for _, isi in pks(found.plan)} == {
        ("jpt", "Camat Contoh", "Bupati Contoh"),
        ("ess-3", "Sekretaris Camat", "Camat Contoh"),
        ("sub-koordinator-jf", "Kepala Seksi Pelayanan Umum", "Camat Contoh"),
        ("sub-koordinator-jf", "Lurah Contoh", "Camat Contoh"),
        ("jf-jp", "Pengadministrasi Perizinan", "Kepala Seksi Pelayanan Umum"),
    }
    codes = {finding.kode for finding in found.temuan}
    assert not codes & {"P40", "P45", "P46", "P35", "P37", "S35", "S44"}
    told = [message(finding) for finding in found.temuan if finding.kode == "P71"]
    assert len(told) == (labels not in (POSTS, RIGHT))
    assert all(labels["camat"] in text and "PK JPT" in text for text in told)


def test_a_head_below_the_region_is_one_whatever_he_is_called(tmp_path: Path) -> None:
    """An office that eselon III leads; who is called the head of a dinas has the wrong class, and P46 says so."""
    found = look(tmp_path, OFFICIAL, title="Kepala Kantor Contoh")
    assert [str(finding.tempat) for finding in found.temuan if finding.kode in ("P46", "P71")] == ["Pejabat!F3"]
    assert {isi.pihak_pertama.jabatan for _, isi in pks(found.plan) if isi.jenis_pk == "jpt"} == {
        "Kepala Kantor Contoh"
    }
    found = look(tmp_path, OFFICIAL, title="Kepala Dinas Contoh")
    assert [finding.kode for finding in found.temuan if finding.kode in ("P46", "P71")] == ["P46"]


def test_two_who_may_be_the_head_are_not_guessed_between(tmp_path: Path) -> None:
    path = write(
        tmp_path / "b.xlsx",
        KECAMATAN.format(**OFFICIAL, up="CAMAT", region="BUPATI", title="Kepala Kantor"),
        put("Pejabat!G4", "BUPATI"),
    )
    assert {finding.kode for finding in examine(path, settings()).temuan} & {"P46", "P71"} == {"P46"}


def test_without_the_sheet_pejabat_the_title_of_the_owner_tells_the_head(tmp_path: Path) -> None:
    change = both(drop("Pejabat"), put("Tahap 5!F2", "Camat"), put("Tahap 5!F3", "Camat"))
    path = write(tmp_path / "b.xlsx", KECAMATAN.format(**OFFICIAL, up="CAMAT", region="BUPATI", title="Camat"), change)
    found = examine(path, settings())
    assert isinstance(found, Understood)
    assert {isi.pihak_pertama.jabatan for _, isi in pks(found.plan) if isi.jenis_pk == "jpt"} == {"Camat"}


def test_the_other_classes_of_the_head_s_rows_stay_what_they_say(tmp_path: Path) -> None:
    """A sasaran program of the camat is no sasaran: it is said that its owner is of another class."""
    path = write(
        tmp_path / "b.xlsx",
        KECAMATAN.format(**OFFICIAL, up="CAMAT", region="BUPATI", title="Camat"),
        put("Tahap 5!F4", "CAMAT"),
    )
    assert ("P37", "Tahap 5!F4") in {
        (finding.kode, str(finding.tempat)) for finding in examine(path, settings()).temuan
    }


def test_where_a_post_is_jpt_nothing_changes(tmp_path: Path) -> None:
    assert examine(write(tmp_path / "b.xlsx", BAKU), settings()).temuan == ()


def test_what_is_a_part_by_its_code_stands_below_the_program_above_it(tmp_path: Path) -> None:
    """Though no secretary leads a kasi: the code tells more than the posts."""
    found = look(tmp_path, RIGHT)
    nodes = {node.pemilik[0]: node for node in found.plan.pohon.kinerja}
    program = nodes["SEKCAM"]
    assert found.plan.pohon.induk(nodes["KASI"]) == program
    assert found.plan.pohon.induk(nodes["LURAH"]) == program


@pytest.mark.parametrize(
    ("setting", "marked", "printed", "told"),
    [
        ("Ya", False, True, []),
        ("Ya", True, True, []),
        (None, False, False, []),
        (None, True, True, []),
        ("Tidak", False, False, []),
        ("Tidak", True, False, ["K15"]),
    ],
)
def test_the_setting_for_the_tujuan_wins_over_the_mark_of_its_row_and_that_is_said(
    tmp_path: Path, setting: str | None, marked: bool, printed: bool, told: list[str]
) -> None:
    path = write(
        tmp_path / "b.xlsx",
        BAKU,
        both(put("Identitas!A10", "Tujuan dalam PK JPT"), put("Identitas!B10", setting)),
        put("Tahap 5!F2", "PK JPT" if marked else None),
    )
    found = examine(path, settings())
    assert isinstance(found, Understood)
    (head,) = [isi for _, isi in pks(found.plan) if isi.jenis_pk == "jpt"]
    assert (head.daftar_sasaran[0].sasaran == "Terwujudnya data berkualitas") is printed
    assert [finding.kode for finding in found.temuan if finding.kode.startswith("K")] == told
