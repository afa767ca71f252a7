"""Superiors of the sheet Pejabat: of a higher class, and of the unit of the post (S17, S18)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from helpers.workbooks import BAKU, add_row, both, put, understood, write
from pokin_docs.flow.examine import examine
from pokin_docs.model.catalogue import message
from pokin_docs.model.settings import Settings

OTHER_UNIT = (
    "| KABID2 | Contoh Lima | | '197502022000012912 | IV/a | Pembina | Kepala Bidang Media | PK Ess 3 | KADIS | | Media |",
    "| SUBKOR2 | Contoh Enam | | '198003032005011913 | III/d | Penata Tk. I | Sub Koordinator Media |"
    " PK Sub Koordinator/JF | KABID | | Media |",
)
KASUS = [
    ("S17", "Pejabat!I5", both(put("Pejabat!I6", "KABID"), put("Pejabat!I5", "STAF"))),
    ("S18", "Pejabat!I8", both(
        put("Pejabat!K1", "Bidang"), put("Pejabat!K4", "Data"), *(add_row("Pejabat", row) for row in OTHER_UNIT),
    )),
]  # fmt: skip
TITLES = "| ID | Nama | NIP | Golongan | Pangkat | Jabatan | Jenis PK | Atasan | Status | Bidang |"
HEAD = "| KADIS | Contoh Satu | | | | Kepala Dinas | PK JPT | | | |"
DATA = "| KABID | Contoh Dua | | | | Kepala Bidang Data | PK Ess 3 | KADIS | | Data |"
MEDIA = "| KABID2 | Contoh Lima | | | | Kepala Bidang Media | PK Ess 3 | KADIS | | Media |"
SECRETARY = "| SEK | Contoh Enam | | | | Sekretaris | PK Ess 3 | KADIS | | Sekretariat |"
SUB = "| SUBKOR | Contoh Tiga | | | | Sub Koordinator Data | PK Sub Koordinator/JF | KABID | | Data |"
STAFF = "| STAF | Contoh Empat | | | | Pengolah Data | PK JF/JP | SUBKOR | | Data |"


def told(folder: Path, *rows: str) -> list[tuple[str, str | None, str]]:
    """Code, cell and message of what is said of the superiors of these posts, below the head of agency."""
    before, _, rest = BAKU.partition("## Pejabat\n")
    text = "\n".join((before + "## Pejabat", TITLES, HEAD, *rows, "", "## Program" + rest.partition("## Program")[2]))
    found = examine(write(folder / "buku.xlsx", text), Settings(Path("build"), ())).temuan
    return [
        (entry.kode, entry.tempat.address, message(entry)) for entry in found if entry.kode in ("S17", "S18", "P34")
    ]


def codes(folder: Path, *rows: str) -> list[tuple[str, str | None]]:
    return [(kode, cell) for kode, cell, _ in told(folder, *rows)]


def test_superiors_as_they_should_be_are_silent(tmp_path: Path) -> None:
    assert told(tmp_path, DATA, MEDIA, SUB, STAFF) == []


@pytest.mark.parametrize(
    ("row", "kode"),
    [
        (
            "| KABID2 | Contoh Lima | | | | Kepala Bidang Media | PK Ess 3 | SUBKOR | | Media |",
            "S17",
        ),  # of a lower class
        (
            "| KABID2 | Contoh Lima | | | | Kepala Bidang Media | PK Ess 3 | KABID | | Media |",
            "S17",
        ),  # of the same rank
        ("| SUB2 | Contoh Lima | | | | Sub Koordinator Arsip | PK Sub Koordinator/JF | SUBKOR | | Data |", "S17"),
        ("| SUB2 | Contoh Lima | | | | Statistisi Ahli Muda | PK Sub Koordinator/JF | STAF | | Data |", "S17"),
    ],
)
def test_a_superior_is_of_a_higher_class_or_rank(tmp_path: Path, row: str, kode: str) -> None:
    assert codes(tmp_path, DATA, SUB, STAFF, row) == [(kode, "H6")]


@pytest.mark.parametrize(
    "row",
    [
        "| RS | Contoh Lima | | | | Kepala UPTD Rumah Sakit | PK Ess 3 | KABID | | RS |",  # two ranks of one class
        "| SUB2 | Contoh Lima | | | | Statistisi Ahli Muda | PK Sub Koordinator/JF | SUBKOR | | Data |",
        "| SUB2 | Contoh Lima | | | | Statistisi Ahli Muda | PK Sub Koordinator/JF | KADIS | | Data |",
        "| KADIS2 | Contoh Lima | | | | Bupati Contoh | | STAF | | |",  # has no class
        "| SUB2 | Contoh Lima | | | | Kasubbag Umum | PK Sub Koordinator/JF | BUPATI | | Data |",  # has no row
    ],
)
def test_ranks_within_a_class_and_functional_posts_are_silent(tmp_path: Path, row: str) -> None:
    assert [kode for kode, _ in codes(tmp_path, DATA, SUB, STAFF, row) if kode != "P34"] == []


@pytest.mark.parametrize(
    ("jabatan", "status", "kinds"),
    [
        ("Pengolah Data", "", ["S17"]),
        ("Pengolah Data", "Plt.", []),  # keeps the class of his own post
        ("Statistisi Ahli Madya", "", []),
        ("Statistisi Ahli Pertama", "", ["S17"]),
    ],
)
def test_an_acting_official_and_one_of_high_rank_may_lead(
    tmp_path: Path, jabatan: str, status: str, kinds: list[str]
) -> None:
    lead = f"| STAF | Contoh Empat | | | | {jabatan} | PK JF/JP | KADIS | {status} | Data |"
    below = "| SUBKOR | Contoh Tiga | | | | Sub Koordinator Data | PK Sub Koordinator/JF | STAF | | Data |"
    assert [kode for kode, _ in codes(tmp_path, DATA, below, lead)] == kinds


@pytest.mark.parametrize(
    ("row", "kinds"),
    [
        ("| S2 | Contoh Tujuh | | | | Sub Koordinator Data | PK Sub Koordinator/JF | KABID2 | | Data |", ["S18"]),
        ("| S2 | Contoh Tujuh | | | | Pengolah Data | PK JF/JP | KABID2 | | Data |", ["S18"]),
        (
            "| S2 | Contoh Tujuh | | | | Statistisi Ahli Muda | PK Sub Koordinator/JF | KABID2 | | Data |",
            [],
        ),  # functional
        ("| S2 | Contoh Tujuh | | | | Sandiman Terampil | PK JF/JP | KABID2 | | Data |", []),
        ("| S2 | Contoh Tujuh | | | | Sub Koordinator Data | PK Sub Koordinator/JF | KADIS | | Data |", []),  # the head
        ("| S2 | Contoh Tujuh | | | | Kasubbag Data | PK Sub Koordinator/JF | SEK | | Data |", []),  # the secretary
        ("| S2 | Contoh Tujuh | | | | Lurah | PK Sub Koordinator/JF | KABID2 | | Kelurahan |", []),  # nobody else there
        ("| S2 | Contoh Tujuh | | | | Sub Koordinator Data | PK Sub Koordinator/JF | KABID2 | | |", []),
        ("| S2 | Contoh Tujuh | | | | Sub Koordinator Data | PK Sub Koordinator/JF | KABID2 | | media |", []),
    ],
)
def test_a_superior_is_of_the_unit_of_the_post(tmp_path: Path, row: str, kinds: list[str]) -> None:
    found = [kode for kode, cell in codes(tmp_path, DATA, MEDIA, SECRETARY, row) if cell == "H6"]
    assert found == kinds


def test_the_one_who_should_lead_is_proposed(tmp_path: Path) -> None:
    wrong = "| S2 | Contoh Tujuh | | | | Sub Koordinator Data | PK Sub Koordinator/JF | {0} | | Data |"
    ((_, _, unit),) = told(tmp_path, DATA, MEDIA, wrong.format("KABID2"))
    assert "Mungkin maksudnya «KABID»?" in unit
    staff = "| STAF | Contoh Empat | | | | Pengolah Data | PK JF/JP | KABID | | Data |"
    ((_, _, rank),) = told(tmp_path, DATA, MEDIA, wrong.format("STAF"), staff)
    assert "Mungkin maksudnya «KABID»?" in rank
    twice = "| KABID3 | Contoh Delapan | | | | Kepala Bidang Data Lain | PK Ess 3 | KADIS | | Data |"
    ((_, _, open_),) = told(tmp_path, DATA, MEDIA, twice, wrong.format("KABID2"))
    assert "Mungkin" not in open_


def test_a_circle_is_told_as_such(tmp_path: Path) -> None:
    back = "| KABID | Contoh Dua | | | | Kepala Bidang Data | PK Ess 3 | STAF | | Data |"
    assert {kode for kode, _ in codes(tmp_path, back, SUB, STAFF)} == {"P34"}


@pytest.mark.parametrize(
    ("atasan", "superiors"),
    [
        ({}, []),
        ({"SUB": "KABID", "KABID": "KADIS"}, ["KABID", "KADIS"]),
        ({"SUB": "SUB"}, ["SUB"]),
        ({"SUB": "KABID", "KABID": "SUB"}, ["KABID", "SUB"]),
        ({"SUB": "KABID", "KABID": "KADIS", "KADIS": "KABID"}, ["KABID", "KADIS"]),  # a circle above it, not through it
    ],
)
def test_superiors_are_each_told_once_whatever_circle_they_run_in(
    tmp_path: Path, atasan: dict[str, str], superiors: list[str]
) -> None:
    plan = understood(write(tmp_path / "b.xlsx"), Settings(tmp_path, ())).plan
    assert replace(plan, atasan=atasan).superiors("SUB") == superiors
