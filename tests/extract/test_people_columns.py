"""Columns of Pejabat that hold several things, and the ways to write a golongan."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import BAKU, put, read_of, sheet_with, write
from pokin_docs.extract.layouts.people_columns import keys_of_title, take_apart
from pokin_docs.extract.read import read
from pokin_docs.model.person_names import says_two_people
from pokin_docs.model.posts import plain_golongan
from pokin_docs.model.rows import PejabatRow

NIP = "197001011995011901"
NAME_NIP = ("nama", "nip")


def people(folder: Path, sheet: str, *rows: tuple[str | None, ...]) -> tuple[PejabatRow, ...]:
    rest = BAKU.split("## Pejabat")[0]
    return read_of(write(folder / "b.xlsx", rest, sheet_with(sheet, *rows))).pejabat


@pytest.mark.parametrize(
    ("title", "keys"),
    [
        ("NAMA/NIP", NAME_NIP),
        ("Nama, NIP", NAME_NIP),
        ("NAMA PEJABAT\nNIP", NAME_NIP),
        ("Pangkat/Golongan", ("pangkat", "golongan")),
        ("PANGKAT (GOL/RUANG)", ("pangkat", "golongan")),
        ("Nama Pejabat & Jabatan", ("nama", "jabatan")),
        ("Nama / NIP / Pangkat", ("nama", "nip", "pangkat")),
        ("Nama Jabatan", ()),
        ("Nama dan Alamat", ()),
    ],
)
def test_a_combined_title_names_what_stands_below_it(title: str, keys: tuple[str, ...]) -> None:
    assert keys_of_title(title) == keys


@pytest.mark.parametrize(
    "text",
    [
        f"Contoh Satu, S.Kom.\nNIP. {NIP}",
        "Contoh Satu, S.Kom. / 19700101 199501 1 901",
        f"{NIP} Contoh Satu, S.Kom.",
        f"Contoh Satu, S.Kom. (NIP {NIP})",
        f"Contoh Satu,\nS.Kom.\n{NIP}",
    ],
)
def test_name_and_nip_in_one_cell(text: str) -> None:
    assert take_apart(text, NAME_NIP) == {"nama": "Contoh Satu, S.Kom.", "nip": NIP}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Contoh Satu\nKepala Bidang Data", ("nama", "jabatan")),
        ("Kepala Bidang Data / Contoh Satu", ("jabatan", "nama")),
        ("Contoh Satu (Kepala Bidang Data)", ("nama", "jabatan")),
        ("Kepala Bidang Data: Contoh Satu", ("jabatan", "nama")),
    ],
)
def test_name_and_post_in_one_cell(text: str, keys: tuple[str, ...]) -> None:
    assert take_apart(text, keys) == {"nama": "Contoh Satu", "jabatan": "Kepala Bidang Data"}


def test_everything_of_a_person_in_one_cell_is_read_and_named_at_it(tmp_path: Path) -> None:
    (row,) = people(
        tmp_path,
        "Pegawai",
        ("ID", "Nama/NIP/Pangkat/Golongan", "Jabatan"),
        ("A", f"Contoh Satu, S.Sos.\nNIP. {NIP}\nPembina Tk. I (IV/b)", "Kepala Dinas"),
    )
    read_as = {key: getattr(row, key) for key in ("nama", "nip", "pangkat", "golongan", "jabatan")}
    assert [isian.text for isian in read_as.values()] == [
        "Contoh Satu, S.Sos.", NIP, "Pembina Tk. I", "IV/b", "Kepala Dinas",
    ]  # fmt: skip
    assert {str(isian.source.address) for key, isian in read_as.items() if key != "jabatan"} == {"B2"}


def test_a_nip_behind_the_name_is_that_of_its_column_or_stands_for_it(tmp_path: Path) -> None:
    alone = people(tmp_path, "Pejabat", ("ID", "Nama", "Jabatan"), ("A", f"Contoh Satu\nNIP. {NIP}", "Kepala Dinas"))
    assert (alone[0].nama.text, alone[0].nip.text) == ("Contoh Satu", NIP)
    titles = ("ID", "Nama", "NIP", "Jabatan")
    twice = people(tmp_path, "Pejabat", titles, ("A", f"Contoh Satu NIP {NIP}", NIP, "Kepala Dinas"))
    assert (twice[0].nama.text, twice[0].nip.text) == ("Contoh Satu", NIP)
    other = people(tmp_path, "Pejabat", titles, ("A", f"Contoh Satu NIP {NIP}", "199004042015012904", "Kepala Dinas"))
    assert other[0].nama.text == f"Contoh Satu NIP {NIP}"  # two that differ are not made one


def test_no_cell_of_a_combined_column_is_unread(tmp_path: Path) -> None:
    (row,) = people(
        tmp_path, "Pejabat", ("ID", "Pangkat/Gol. Ruang", "Nama", "Jabatan"), ("A", "Pembina, IV/a", "B", "C")
    )
    assert (row.pangkat.text, row.golongan.text) == ("Pembina", "IV/a")
    (account,) = [own for own in read(tmp_path / "b.xlsx").account.lembar if own.lembar == "Pejabat"]
    assert account.named == 0


@pytest.mark.parametrize(
    ("typed", "golongan"),
    [
        ("III d", "III/d"),
        ("IIId", "III/d"),
        ("3d", "III/d"),
        ("iii/D", "III/d"),
        ("Gol. III/d", "III/d"),
        ("Penata Tk. I (III/d)", "III/d"),
        ("ix", "IX"),
        ("Penata (III/d)", "Penata (III/d)"),
        ("III/f", "III/f"),
    ],
)
def test_a_golongan_is_printed_as_regulations_write_it(typed: str, golongan: str) -> None:
    assert plain_golongan(typed) == golongan


def test_the_sign_of_a_firm_parts_no_two_people() -> None:
    assert not says_two_people("Contoh & Rekan")
    assert not says_two_people("CV Contoh & Contoh")
    assert says_two_people("Contoh Satu & Contoh Dua")


@pytest.mark.parametrize(
    ("typed", "said"),
    [("Target 20226", "«Target 2026»"), ("Target 20,26", "«Target 2026»"), ("Target 2206", "«Target 2026»")],
)
def test_a_year_with_a_slip_is_the_one_that_has_no_column(tmp_path: Path, typed: str, said: str) -> None:
    found = read(write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!L1", typed))).temuan
    (slip,) = [dict(entry.details) for entry in found if entry.kode == "B32"]
    assert said in slip["usul"]


def test_of_two_years_that_may_be_meant_none_is_proposed(tmp_path: Path) -> None:
    found = read(
        write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!L1", "Target 202"), put("Tahap 5!M1", "Target 203"))
    ).temuan
    assert not [entry for entry in found if entry.kode == "B32"]
