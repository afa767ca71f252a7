"""The workbooks we ship: the example says what the official document says, the blank one is ready to fill."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from types import ModuleType

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from helpers.places import ROOT
from helpers.scripts import script_module
from pokin_docs.model.levels import read_jenis_pk
from pokin_docs.model.posts import PANGKAT
from pokin_docs.model.workbook_spec import GUIDE_TITLE, IDENTITAS_KEYS, IDENTITAS_TITLE, LEMBAR, Lembar
from pokin_docs.workbook.sheets import SheetContent
from pokin_docs.workbook.write import WorkbookContent, workbook_bytes, write_workbook

SUMBER = ROOT / "inputs" / "sumber"
BUKU = ROOT / "inputs" / "diskominfo-balangan.xlsx"
HEADER, FIRST = 4, 5
YEARS = tuple(range(2025, 2031))


@pytest.fixture(scope="module")
def buku() -> Workbook:
    return load_workbook(BUKU)


@pytest.fixture(scope="module")
def kosong() -> Workbook:
    return load_workbook(io.BytesIO(workbook_bytes()))


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return script_module("scripts/build_example.py")


def official(nama: str) -> list[list[str]]:
    with (SUMBER / f"{nama}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def records(sheet: Worksheet) -> list[dict[str, object]]:
    """Rows of a sheet by header title; the two headerless columns of Tahap 5 by their letter."""
    titles = [str(cell.value or get_column_letter(number)) for number, cell in enumerate(sheet[HEADER], start=1)]
    rows = sheet.iter_rows(min_row=FIRST, values_only=True)
    return [dict(zip(titles, row, strict=True)) for row in rows if any(value is not None for value in row)]


def split(value: object) -> list[str]:
    return [part.strip() for part in str(value or "").split(";") if part.strip()]


# --- the example: official tables ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("nama", "judul", "rows"), [
    ("tahap2", "Tahap 2", 4),
    ("tahap3", "Tahap 3", 38),
    ("tahap4", "Tahap 4", 45),
    ("tahap5", "Tahap 5", 45),
])  # fmt: skip
def test_official_tables_are_kept_cell_for_cell(buku: Workbook, nama: str, judul: str, rows: int) -> None:
    table = official(nama)
    assert len(table) == rows + 1
    cells = buku[judul].iter_rows(min_row=HEADER, max_row=HEADER + rows, max_col=len(table[0]), values_only=True)
    assert [["" if value is None else str(value) for value in row] for row in cells] == table


def test_nothing_stands_below_the_tables(buku: Workbook) -> None:
    assert buku["Tahap 5"].max_row == HEADER + 45


def test_the_two_headerless_columns_stay_headerless(buku: Workbook) -> None:
    assert [buku["Tahap 5"].cell(HEADER, number).value for number in (4, 5, 6, 7)] == ["Keterangan", None, None, "Kode"]


def test_samples_say_that_they_are_samples(buku: Workbook) -> None:
    marked = {
        sheet.title: [str(cell.value) for cell in sheet[HEADER - 1] if cell.value] for sheet in buku.worksheets[1:]
    }
    with_samples = {title for title in marked if records(buku[title])} - {"Tahap 2", "Tahap 3", "Tahap 4"}
    assert len(with_samples) >= 14
    assert all(any("DATA CONTOH" in text for text in marked[title]) for title in with_samples)
    assert [text for text in marked["Tahap 5"] if "resmi" in text]


# --- the example: sample data that holds together --------------------------------------------------------------------


def test_every_row_with_a_pk_class_has_owners_of_that_class(buku: Workbook) -> None:
    classes = {row["ID"]: row["Jenis PK"] for row in records(buku["Pejabat"])}
    rows = [row for row in records(buku["Tahap 5"]) if row["F"]]
    assert len(rows) == 42
    for row in rows:
        owners = split(row["Pemilik"])
        assert owners, row
        assert {read_jenis_pk(str(classes[owner])) for owner in owners} == {read_jenis_pk(str(row["F"]))}, row


def test_all_ids_exist_and_are_unique(buku: Workbook) -> None:
    posts = records(buku["Pejabat"])
    ids = [row["ID"] for row in posts]
    assert len(ids) == len(set(ids)) == 28
    named = [owner for row in records(buku["Tahap 5"]) for owner in split(row["Pemilik"])]
    named += [owner for row in posts for owner in split(row["Atasan"])]
    assert set(named) <= set(ids)
    assert set(ids) - set(named) == {"SEKRETARIS"}, "the official tree has no Sekretariat branch"


def test_the_example_shows_the_cases_that_offices_have(buku: Workbook) -> None:
    posts, rows = records(buku["Pejabat"]), records(buku["Tahap 5"])
    acting = next(row for row in posts if row["Status"] == "Plt.")
    assert [row["ID"] for row in posts if row["NIP"] == acting["NIP"]] == ["KABID-STAT", "KABID-SANDI"]
    assert any(len(split(row["Pemilik"])) == 2 for row in rows)
    assert any(row["Golongan"] == "IX" for row in posts), "a PPPK"
    titles = [row["Jabatan"] for row in posts]
    assert len(titles) > len(set(titles)), "two posts of the same name"
    targets = [row["Target 2026"] for row in rows]
    assert {"72,1-72,5", "BB", "2,75", 75} <= set(targets)


def nip_faults(nip: str) -> Iterator[str]:
    """Domain 1.9: birth date, month of appointment (PPPK: a code from 20), sex, serial."""
    if not re.fullmatch(r"\d{18}", nip):
        yield "not 18 digits"
        return
    birth, year, month = datetime.strptime(nip[:8], "%Y%m%d"), int(nip[8:12]), int(nip[12:14])
    if not birth.year + 17 <= year <= 2026:
        yield "year of appointment"
    if not (1 <= month <= 12 or 20 <= month <= 29):
        yield "month of appointment"
    if nip[14] not in "12" or nip[15:] == "000":
        yield "sex or serial"


def test_people_are_plainly_samples_with_valid_synthetic_nips(buku: Workbook) -> None:
    posts = records(buku["Pejabat"])
    assert all("Contoh" in str(row["Nama"]) for row in posts)
    officials = [row for row in posts if row["ID"] != "BUPATI"]
    assert len(officials) == 27
    for row in officials:
        assert isinstance(row["NIP"], str)
        assert list(nip_faults(row["NIP"])) == [], row["ID"]
        assert row["Pangkat"] == PANGKAT.get(str(row["Golongan"]))
    assert len({row["NIP"] for row in officials}) == 26, "only the Plt. appears twice"


@pytest.mark.parametrize("nip", ["19700312199403190", "197013121994031901", "197003121980031901", "197003121994131901",
                                 "197003121994033901", "197003121994031000"])  # fmt: skip
def test_the_nip_rule_can_fail(nip: str) -> None:
    try:
        faults = list(nip_faults(nip))
    except ValueError:
        faults = ["birth date"]
    assert faults


def test_budgets_add_up_at_every_level(buku: Workbook) -> None:
    pagu = {str(row["Kode"]): [row[f"Pagu {year}"] for year in YEARS] for row in records(buku["Program"])}
    assert len(pagu) == 31
    parents = 0
    for code, amounts in pagu.items():
        depth = len(code.split("."))
        below = [pagu[child] for child in pagu if child.startswith(f"{code}.") and len(child.split(".")) == depth + 2]
        below += [pagu[child] for child in pagu if child.startswith(f"{code}.") and len(child.split(".")) == depth + 1]
        if below:
            parents += 1
            assert amounts == [sum(year) for year in zip(*below, strict=True)], code
    assert parents == 12


def test_every_node_below_sasaran_has_a_code_of_its_level(buku: Workbook) -> None:
    codes = {row["Kode"] for row in records(buku["Program"])}
    depth = {"Sasaran Program": 3, "Sasaran Kegiatan": 5, "Sasaran Sub Kegiatan": 6}
    rows = [row for row in records(buku["Tahap 5"]) if row["E"] in depth]
    assert len(rows) == 38
    for row in rows:
        assert row["Kode"] in codes, row
        assert len(str(row["Kode"]).split(".")) == depth[str(row["E"])], row


def test_the_quarters_end_at_the_annual_target(buku: Workbook) -> None:
    rows = records(buku["Tahap 5"])
    assert len(rows) == 45
    assert [row for row in rows if row["TW IV"] != row["Target 2026"]] == []
    for row in rows:
        assert all(row[title] not in (None, "") for title in ("Satuan", "Polaritas", "Kondisi Awal", "IKU", "Formula"))
        assert all(row[f"Target {year}"] is not None for year in YEARS)


def test_targets_move_with_their_polarity(buku: Workbook) -> None:
    seen = set()
    for row in records(buku["Tahap 5"]):
        series = [row["Kondisi Awal"], *(row[f"Target {year}"] for year in YEARS)]
        numbers = [value for value in series if isinstance(value, int | float)]
        if numbers == series:
            seen.add(row["Polaritas"])
            expected = {"Semakin tinggi semakin baik": sorted(numbers), "Stabil": [series[0]] * 7}
            assert series == expected.get(str(row["Polaritas"]), sorted(numbers, reverse=True)), row
    assert len(seen) == 3


def test_other_sheets_name_kinerja_as_tahap_5_does(buku: Workbook) -> None:
    rows = records(buku["Tahap 5"])
    partners = {row["Kinerja"] for row in records(buku["Lintas Perangkat Daerah"])}
    assert len(partners) >= 3
    assert partners <= {row["Kinerja"] for row in rows}
    assert rows[-1]["Kinerja"] in partners, "the cross-cutting row has partners"
    sasaran = [row["Kinerja"] for row in rows if str(row["E"]).endswith("SKPD") and row["F"] and row["Kinerja"]]
    assert [row["Sasaran"] for row in records(buku["Renstra"])] == sasaran


def test_identitas_holds_real_dates(buku: Workbook) -> None:
    values = {row[0]: row[1] for row in buku[IDENTITAS_TITLE].iter_rows(min_row=FIRST, values_only=True)}
    assert list(values) == [kunci.title for kunci in IDENTITAS_KEYS]
    assert values["Tanggal PK"] == datetime(2026, 1, 5)
    assert values["Tanggal DPA"] == datetime(2026, 1, 2)
    assert (BUKU.parent / str(values["Logo"])).is_file()


# --- the blank workbook ----------------------------------------------------------------------------------------------


def test_sheets_and_headers_follow_the_specification(kosong: Workbook) -> None:
    assert kosong.sheetnames == [GUIDE_TITLE, IDENTITAS_TITLE, *(lembar.title for lembar in LEMBAR)]
    for lembar in LEMBAR:
        titles = [kolom.title.replace("{tahun}", str(year)) for kolom in lembar.kolom
                  if kolom.offered for year in (lembar.past_years((), YEARS) if kolom.past else YEARS if kolom.per_tahun else (0,))]  # fmt: skip
        assert [cell.value for cell in kosong[lembar.title][HEADER]] == titles


@pytest.mark.parametrize("lembar", LEMBAR, ids=lambda lembar: lembar.kunci)
def test_the_blank_workbook_holds_no_data(kosong: Workbook, lembar: Lembar) -> None:
    assert records(kosong[lembar.title]) == []


def drop_downs(sheet: Worksheet) -> dict[str, str]:
    """Formula of the drop-down of each column that has one, by header title."""
    found = {}
    for rule in sheet.data_validations.dataValidation:
        if rule.type == "list":
            column = re.sub(r"\d.*", "", str(rule.sqref))
            found[str(sheet[f"{column}{HEADER}"].value)] = rule.formula1
    return found


def test_every_closed_list_has_a_drop_down(kosong: Workbook) -> None:
    closed = [(lembar, kolom) for lembar in LEMBAR for kolom in lembar.kolom if kolom.choices]
    assert len(closed) >= 11
    for lembar, kolom in closed:
        assert drop_downs(kosong[lembar.title])[kolom.title] == '"{}"'.format(",".join(kolom.choices)), kolom.title
    choices = [rule.formula1 for rule in kosong[IDENTITAS_TITLE].data_validations.dataValidation]
    assert choices == [f'"{",".join(kunci.choices)}"' for kunci in IDENTITAS_KEYS if kunci.choices]


def test_drop_downs_warn_and_do_not_refuse(kosong: Workbook) -> None:
    rules = [rule for sheet in kosong for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert len(rules) >= 14
    assert all(rule.errorStyle == "warning" or not rule.showErrorMessage for rule in rules)


def test_owners_and_codes_are_offered_from_their_sheets(kosong: Workbook) -> None:
    offered = drop_downs(kosong["Tahap 5"])
    assert offered["Pemilik"] == "'Pejabat'!$A$5:$A$504"
    assert offered["Kode"] == "'Program'!$A$5:$A$504"


def test_what_is_typed_into_codes_and_nips_stays_text(kosong: Workbook) -> None:
    for title, letters in (("Tahap 5", "GH"), ("Pejabat", "AEJ"), ("Program", "A")):
        for letter in letters:
            assert kosong[title][f"{letter}5"].number_format == "@"
            assert kosong[title].column_dimensions[letter].number_format == "@"


# --- writing ---------------------------------------------------------------------------------------------------------


def test_the_committed_workbook_is_what_its_sources_give(script: ModuleType) -> None:
    # Member by member: two zlib versions may deflate the same part to different bytes.
    assert members(BUKU.read_bytes()) == members(workbook_bytes(script.example()))


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_equal_content_gives_equal_bytes_at_any_hour() -> None:
    data = workbook_bytes()
    assert workbook_bytes() == data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = package.read("docProps/core.xml").decode()
    assert re.findall(r"\d{4}-\d\d-\d\dT[^<]*", core) == ["2025-01-01T00:00:00Z"] * 2


@pytest.mark.parametrize("text", ["=1+1", "+62 526", "-", "@diskominfo", "=SUM(A1:A9)"])
def test_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    content = WorkbookContent(lembar={"tahap1": SheetContent(baris=({"outcome": text},))})
    cell = load_workbook(io.BytesIO(workbook_bytes(content)))["Tahap 1"]["A5"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_values_keep_their_type(tmp_path: Path) -> None:
    pejabat = SheetContent(baris=({"id": "A", "nip": "197003121994031901", "berlaku_dari": date(2026, 1, 5)},))
    program = SheetContent(baris=({"kode": "2.16.02", "pagu 2026": 1_500_000_000},))
    write_workbook(tmp_path / "b.xlsx", WorkbookContent(lembar={"pejabat": pejabat, "program": program}))
    book = load_workbook(tmp_path / "b.xlsx")
    assert (book["Pejabat"]["E5"].value, book["Pejabat"]["L5"].value) == ("197003121994031901", datetime(2026, 1, 5))
    assert (book["Program"]["A5"].value, book["Program"]["D5"].value) == ("2.16.02", 1_500_000_000)
    assert book["Program"]["D5"].number_format == "#,##0"


@pytest.mark.parametrize("content", [
    WorkbookContent(lembar={"tahap9": SheetContent()}),
    WorkbookContent(lembar={"tahap5": SheetContent(baris=({"kinerj": "x"},))}),
    WorkbookContent(identitas={"nama": "x"}),
])  # fmt: skip
def test_content_unknown_to_the_specification_is_refused(content: WorkbookContent) -> None:
    with pytest.raises(ValueError, match="no such"):
        workbook_bytes(content)


def test_a_failed_write_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "buku.xlsx"
    target.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise PermissionError("open in Excel")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError):
        write_workbook(target)
    assert [path.name for path in tmp_path.iterdir()] == ["buku.xlsx"]
    assert target.read_bytes() == b"old"
