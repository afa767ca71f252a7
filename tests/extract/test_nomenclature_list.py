"""The official list as offices have it: whatever its file, its order and its titles, the same entries; and its cache."""

from __future__ import annotations

import json
import random
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from helpers.official_list import NAME, ROWS, TITLES, real_list, write_list
from helpers.workbooks import write
from pokin_docs.extract.nomenclature import cache
from pokin_docs.extract.nomenclature import read as reading
from pokin_docs.extract.nomenclature.cache import cached_list
from pokin_docs.extract.nomenclature.kinds import NoList, version_of
from pokin_docs.extract.nomenclature.read import is_list, read_list
from pokin_docs.model.government_fields import GOVERNMENT_FIELDS
from pokin_docs.model.levels import KomponenPerencanaan
from pokin_docs.model.nomenclature import PROVINCE, REGENCY, NomenclatureEntry, NomenclatureList

SUB = "2.20.02.2.01.0018"
DATA = NomenclatureEntry(
    SUB, "Pemenuhan Prinsip SDI", "Tersusunnya metadata", "Jumlah metadata", "Dokumen", "", REGENCY
)  # fmt: skip


def book(path: Path, rows: list[list[Any]]) -> Path:
    made = Workbook()
    for row in rows:
        made.worksheets[0].append(row)
    made.save(path)
    return path


def texts(listed: NomenclatureList) -> set[tuple[str, str]]:
    return {(entry.kode, entry.nama) for entry in listed.entries}


def test_the_list_of_sipd_is_read_with_code_and_name_parted(tmp_path: Path) -> None:
    listed = read_list(write_list(tmp_path / NAME))
    assert listed.find(SUB) == DATA
    assert listed.find("2.20.02", REGENCY) == NomenclatureEntry("2.20.02", "PROGRAM STATISTIK", region=REGENCY)
    assert [entry.kode for entry in listed.entries if entry.before] == ["2.20.02.2.01.0022"]
    assert Counter(entry.depth for entry in listed.entries) == {2: 3, 3: 4, 5: 4, 6: 5}


def test_both_kinds_of_regions_are_told_apart(tmp_path: Path) -> None:
    listed = read_list(write_list(tmp_path / NAME))
    assert listed.find("2.20.02.1.01.0018", PROVINCE)
    assert listed.find("2.20.02.1.01.0018", REGENCY) is None


def test_the_program_that_all_share_is_found_under_any_field(tmp_path: Path) -> None:
    listed = read_list(write_list(tmp_path / NAME))
    assert listed.resolve("2.16.01.2.06.0001") == "X.XX.01.2.06.0001"
    assert listed.resolve("2.16.02.2.06.0001") == "2.16.02.2.06.0001"


def test_columns_in_any_order_hidden_ones_and_merged_cells_make_no_difference(tmp_path: Path) -> None:
    known = read_list(write_list(tmp_path / NAME))
    order = list(range(len(TITLES)))
    random.Random(7).shuffle(order)
    rows = [[row[number] for number in order] for row in (TITLES, *ROWS)]
    path = book(tmp_path / "acak.xlsx", [["DAFTAR NOMENKLATUR TAHUN 2027"], [], *rows])
    made = load_workbook(path)
    sheet = made.worksheets[0]
    sheet.column_dimensions["B"].hidden = True
    column = order.index(TITLES.index("PROGRAM")) + 1
    for row in (5, 6):
        sheet.cell(row, column).value = None
    sheet.merge_cells(start_row=4, end_row=6, start_column=column, end_column=column)
    made.save(path)
    listed = read_list(path)
    assert (listed.entries, listed.version) == (known.entries, 2027)


PARTED = (
    "kode_bidang,bidang,kode_program,program,kode_kegiatan,kegiatan,kode_sub,sub_kegiatan,kinerja,indikator,satuan\n"
    "2.20,STATISTIK,2.20.02,PROGRAM STATISTIK,2.20.02.2.01,Penyelenggaraan Statistik,2.20.02.2.01.0018,"
    "Pemenuhan Prinsip SDI,Tersusunnya metadata,Jumlah metadata,Dokumen\n"
)


@pytest.mark.parametrize(
    "data",
    [
        PARTED.encode(),
        PARTED.encode("utf-8-sig"),
        PARTED.replace(",", ";").encode("cp1252"),
        PARTED.replace(",", "\t").encode("utf-16"),
        PARTED.replace("metadata,J", "“metadata”,J").replace(",", ";").encode("cp1252"),
    ],
)
def test_csv_is_read_whatever_its_separators_and_letters(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "daftar.csv"
    path.write_bytes(data)
    assert is_list(path)
    found = read_list(path).find(SUB)
    assert found is not None
    assert found._replace(kinerja=found.kinerja.strip("“”")) == DATA._replace(kinerja=found.kinerja.strip("“”"))
    assert found.kinerja.strip("“”") in ("metadata", "Tersusunnya metadata", "Tersusunnya “metadata")


def test_parts_of_codes_in_columns_of_their_own_are_joined(tmp_path: Path) -> None:
    """The annex of the decree: merged urusan above, a number per level, one column of names."""
    path = book(tmp_path / "lampiran.xlsx", [
        ["KODE", None, None, None, None, "NOMENKLATUR URUSAN KABUPATEN/KOTA", "KINERJA", "INDIKATOR", "SATUAN"],
        ["URUSAN", "BIDANG URUSAN", "PROGRAM", "KEGIATAN", "SUB KEGIATAN"],
        ["2", None, None, None, None, "URUSAN WAJIB"],
        ["2", "20", None, None, None, "STATISTIK"],
        ["2", "20", "02", None, None, "PROGRAM STATISTIK"],
        ["2", "20", "02", "2.01", None, "Penyelenggaraan Statistik"],
        ["2", "20", "02", "2.01", "0018", "Pemenuhan Prinsip SDI", "Tersusunnya metadata", "Jumlah metadata", "Dokumen"],
        [2, 20, 2, "2.01", 22, "Pengumpulan Data"],
        [None, None, None, None, "0023", "Pengolahan Data"],
    ])  # fmt: skip
    listed = read_list(path)
    assert listed.find(SUB) == DATA
    assert {("2.20.02.2.01.0022", "Pengumpulan Data"), ("2.20.02.2.01.0023", "Pengolahan Data")} <= texts(listed)
    assert ("2.20.02", "PROGRAM STATISTIK") in texts(listed)


def test_one_column_of_codes_and_one_of_names_hold_every_level(tmp_path: Path) -> None:
    rows = [["KODE", "NOMENKLATUR", "KINERJA", "INDIKATOR", "SATUAN"], ["2.20", "STATISTIK"], ["2.20.02", "PROGRAM STATISTIK"],
            ["2.20.02.2.01", "Penyelenggaraan Statistik"],
            [SUB, "Pemenuhan Prinsip SDI", "Tersusunnya metadata", "Jumlah metadata", "Dokumen"]]  # fmt: skip
    path = book(tmp_path / "daftar.xlsx", rows)
    assert read_list(path).find(SUB) == DATA
    assert is_list(path, named=True)
    assert not is_list(path), "a few rows of that kind may be an agency's own"
    assert is_list(book(tmp_path / "panjang.xlsx", rows + [[f"2.20.02.2.01.{n:04}", "x"] for n in range(200)]))


@pytest.mark.parametrize(
    ("name", "more", "sheets", "known"),
    [
        ("Nomenklatur Dinas Contoh", (), 1, True),
        ("daftar", (), 1, False),
        ("nomenklatur", ("Jabatan",), 1, False),
        ("nomenklatur", ("Target 2026",), 1, False),
        ("nomenklatur", (), 2, False),
    ],
)
def test_a_short_list_is_known_by_its_name_and_that_it_has_nothing_else(
    tmp_path: Path, name: str, more: tuple[str, ...], sheets: int, *, known: bool
) -> None:
    """What an agency plans is never taken for the list, whatever its workbook is called."""
    path = book(tmp_path / f"{name}.xlsx", [["No", "KODE", "NOMENKLATUR", "KINERJA", "INDIKATOR", "SATUAN", *more],
                [1, SUB, "Pemenuhan Prinsip SDI", "Tersusunnya metadata", "Jumlah metadata", "Dokumen"]])  # fmt: skip
    opened = load_workbook(path)
    for _ in range(sheets - 1):
        opened.create_sheet("Pejabat").append(["Nama", "NIP"])
    opened.save(path)
    assert is_list(path) is known


def test_code_and_name_in_one_cell_of_one_column_are_parted(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["NOMENKLATUR URUSAN, PROGRAM, KEGIATAN, SUB KEGIATAN", "KODE", "KINERJA", "INDIKATOR", "SATUAN"],
        [None] * 5,
        ["2.20.02 - PROGRAM STATISTIK"],
        [f"{SUB}  Pemenuhan\nPrinsip SDI", None, "Tersusunnya metadata", "Jumlah metadata", "Dokumen"],
    ]
    assert read_list(book(tmp_path / "daftar.xlsx", rows)).find(SUB) == DATA


def test_a_workbook_of_an_agency_is_no_list(tmp_path: Path) -> None:
    assert not is_list(write(tmp_path / "buku.xlsx"))
    titles = ["BIDANG", "PROGRAM", "KEGIATAN", "SUB KEGIATAN", "KINERJA", "INDIKATOR", "SATUAN", "TARGET 2026"]
    row = ["2.20 STATISTIK", "2.20.02 PROGRAM", "2.20.02.2.01 Kegiatan", f"{SUB} Sub", "k", "i", "s", "5"]
    assert not is_list(book(tmp_path / "rencana.xlsx", [titles, row]))
    assert is_list(book(tmp_path / "daftar.xlsx", [titles[:-1], row[:-1]]))
    (tmp_path / "catatan.csv").write_text("nama;nilai\na;1\n")
    assert not is_list(tmp_path / "catatan.csv")
    (tmp_path / "rusak.xlsx").write_bytes(b"PK\x03\x04 bukan")
    assert not is_list(tmp_path / "rusak.xlsx")


@pytest.mark.parametrize("damage", [lambda data: data[: len(data) // 2], lambda data: b"", lambda data: b"bukan"])
def test_a_damaged_list_is_refused_with_a_reason(tmp_path: Path, damage: Any) -> None:
    path = write_list(tmp_path / NAME)
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(NoList) as refused:
        read_list(path)
    assert refused.value.reason


def test_the_year_of_a_list_is_what_its_name_or_title_says() -> None:
    name = "nomenklatur-subkegiatan-20260123005058_versi_pemutakhiran_2027_1"
    assert [version_of(text) for text in (name, "daftar 2025", "daftar", "20260123")] == [2027, 2025, 0, 0]


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own, which keeps small lists too."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "cache"))
    monkeypatch.setattr(cache, "SMALL", 0)
    return tmp_path / "cache" / "pokin"


def test_a_list_is_read_once_and_then_comes_from_the_cache(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = cached_list(write_list(tmp_path / NAME))
    monkeypatch.setattr(reading, "read_list", lambda path: pytest.fail("read again"))
    again = shutil.copy(tmp_path / NAME, tmp_path / "salinan-2020.xlsx")
    other = cached_list(Path(again))
    assert (other.entries, other.sentences) == (first.entries, first.sentences)
    assert ((first.nama, first.version), (other.nama, other.version)) == ((NAME, 2026), ("salinan-2020.xlsx", 2020))


@pytest.mark.parametrize("content", [
    b"", b"{}", b"\xff" * 200, b"0" * 64 + b'{"version": 1}', b"[" * 100_000, json.dumps({"entries": 3}).encode(),
])  # fmt: skip
def test_a_damaged_or_foreign_cache_is_as_good_as_none(tmp_path: Path, kept: Path, content: bytes) -> None:
    first = cached_list(write_list(tmp_path / NAME))
    (file,) = kept.iterdir()
    whole = file.read_bytes()
    file.write_bytes(content)
    assert cached_list(tmp_path / NAME) == first
    assert file.read_bytes() == whole


def test_a_changed_letter_in_the_cache_is_noticed(tmp_path: Path, kept: Path) -> None:
    first = cached_list(write_list(tmp_path / NAME))
    (file,) = kept.iterdir()
    file.write_bytes(file.read_bytes().replace(b"Dokumen", b"Berkas?"))
    assert cached_list(tmp_path / NAME) == first


def test_a_cache_that_cannot_be_written_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "SMALL", 0)
    (tmp_path / "berkas").write_text("bukan folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "berkas"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "berkas"))
    assert cached_list(write_list(tmp_path / NAME)).find(SUB) == DATA
    assert (tmp_path / "berkas").read_text() == "bukan folder"


def test_the_cache_keeps_a_few_lists(tmp_path: Path, kept: Path) -> None:
    for number in range(8):
        rows = [[*ROWS[0][:7], f"Satuan {number}", *ROWS[0][8:]]]
        cached_list(write_list(tmp_path / f"{number}.xlsx", rows))
    assert len(list(kept.iterdir())) == 6


def test_a_small_list_is_not_kept(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_list(tmp_path / NAME)
    for small, there in ((path.stat().st_size + 1, False), (path.stat().st_size, True)):
        monkeypatch.setattr(cache, "SMALL", small)
        cached_list(path)
        assert kept.exists() is there


def test_official_is_what_the_list_says_at_its_own_level(tmp_path: Path) -> None:
    listed = read_list(write_list(tmp_path / NAME))
    program, kegiatan, sub = list(KomponenPerencanaan)[2:]
    for text, level in (
        ("Program  Statistik", program),
        ("penyelenggaraan statistik (PS)", kegiatan),
        ("1. Tersusunnya Metadata.", sub),
        ("Jumlah metadata", sub),
    ):
        assert [komponen for komponen in KomponenPerencanaan if listed.is_official(text, komponen)] == [level]
        assert listed.is_official(text)
    assert not listed.is_official("")
    assert not listed.is_official("Tersusunnya metadata dinas")


@pytest.mark.parametrize(("name", "rows", "codes"), [
    ("nomenklatur-sipd-2027.xlsx", 7581, 9662), ("nomenklatur_kabkota_2027.csv", 2542, 3159),
])  # fmt: skip
def test_the_real_list_is_read_whole(name: str, rows: int, codes: int) -> None:
    listed = cached_list(real_list(name))
    subs = [entry for entry in listed.entries if entry.depth == 6]
    assert (len(subs), len(listed.entries), listed.version) == (rows, codes, 2027)
    blank = [entry.kode for entry in subs if not (entry.nama and entry.kinerja and entry.indikator and entry.satuan)]
    assert blank in ([], ["2.17.02.1.02.0005"])
    ordinary = [entry for entry in subs if entry.region == REGENCY and entry.kode.split(".")[3] == "2"]
    assert len(ordinary) == 2542
    assert sum(bool(entry.before) for entry in ordinary) == 169
    assert len({entry.satuan.casefold() for entry in ordinary}) == 137


def test_the_shipped_fields_of_government_are_those_of_the_real_list() -> None:
    listed = cached_list(real_list("nomenklatur_kabkota_2027.csv"))
    fields = {entry.kode: entry.nama for entry in listed.entries if entry.depth == 2}
    assert fields.keys() == GOVERNMENT_FIELDS.keys()
    assert len(fields) == 44
    for kode, nama in GOVERNMENT_FIELDS.items():
        if kode != "X.XX":
            assert fields[kode].removeprefix("URUSAN PEMERINTAHAN BIDANG ").casefold() == nama.casefold()


def test_every_official_sentence_of_the_real_list_is_official_at_its_level() -> None:
    listed = cached_list(real_list("nomenklatur_kabkota_2027.csv"))
    sub = KomponenPerencanaan.SASARAN_SUB_KEGIATAN
    subs = [entry for entry in listed.entries if entry.depth == 6]
    assert len(subs) > 2000
    assert all(listed.is_official(text, sub) for entry in subs for text in (entry.nama, entry.kinerja, entry.indikator))
