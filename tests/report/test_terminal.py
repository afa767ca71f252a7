"""Findings in a terminal: what leads, one cause in one line, and what stands at the end of a run."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from helpers.command_line import here
from helpers.report_pages import EXAMPLE
from helpers.workbooks import BAKU, put, write
from pokin_docs.model.catalogue import CATALOGUE, severity
from pokin_docs.model.catalogue_plurals import PLURALS
from pokin_docs.model.causes import in_order
from pokin_docs.model.findings import Severity, Temuan, temuan
from pokin_docs.model.source import CellRef
from pokin_docs.report.terminal import brief_lines, galat_line, lines, summary


def at(kode: str, row: int, column: int = 8, /, *, sheet: str = "Tahap 5", **details: object) -> Temuan:
    return temuan(kode, CellRef(sheet, row, column), **details)


def owner(row: int, id_: str) -> Temuan:
    return at("P32", row, id=id_, usul="", lain="")


def said(*found: Temuan, final: bool = False) -> list[str]:
    return [line for line, _ in lines(in_order(found, final=final), final=final)]


def test_a_cause_has_its_cells_before_it_and_its_remedy_behind() -> None:
    assert said(*(at("I12", row, 9) for row in range(7, 42))) == [
        "  Meninggalkan tanda pada dokumen – Tahap 5",
        "    I7:I41    peringatan I12: Satuan belum diisi pada 35 baris.",
        "              → Isi Satuan indikator ini.",
    ]


def test_cells_that_take_much_room_stand_behind_the_message() -> None:
    line = said(*(at("I12", row, 9) for row in (7, 9, 11, 13)))[1]
    assert line == "    -         peringatan I12: Satuan belum diisi pada 4 baris. (I7, I9, I11, I13)"


def test_galat_lead_and_final_makes_a_galat_of_what_leaves_a_mark() -> None:
    found = (at("I12", 5), owner(9, "X"), at("S33", 2, jumlah=2))
    headings = [line for line in said(*found) if not line.startswith("    ")]
    assert headings == ["  Galat – Tahap 5", "  Meninggalkan tanda pada dokumen – Tahap 5", "  Lainnya – Tahap 5"]
    assert [line for line in said(*found, final=True) if not line.startswith("    ")] == [
        "  Galat – Tahap 5",
        "  Lainnya – Tahap 5",
    ]


def test_of_a_galat_every_place_is_told_of_others_so_many_as_are_read() -> None:
    owners = said(*(owner(row, f"ORANG-{row}") for row in range(5, 25)))
    assert len(owners) == 3 + 20
    texts = said(*(at("B17", row, 1, teks=f"catatan {row}") for row in range(5, 25)))
    assert len(texts) == 3 + 10 + 1
    assert texts[-2] == "                … dan 10 lagi: A15:A24"
    assert "lagi" not in "".join(said(*(at("B17", row, 1, teks=f"catatan {row}") for row in range(5, 16))))


def test_what_has_no_cell_begins_with_its_words() -> None:
    places = [
        temuan("T12", CellRef(""), templat="a.docx", tempat="", kalimat=kalimat)
        for kalimat in ("[Uraikan a di sini.]", "[Uraikan b di sini.]")
    ]
    assert [line.strip() for line in said(*places) if "Uraikan" in line] == [
        "«[Uraikan a di sini.]»", "«[Uraikan b di sini.]»",
    ]  # fmt: skip


def test_counts_are_of_findings_and_causes_are_named_where_they_are_fewer() -> None:
    found = (at("I12", 5), at("I12", 6), at("S33", 2, jumlah=2))
    assert summary(found, 0, final=False) == "0 galat, 2 peringatan, 1 saran (dari 2 sebab)"
    assert summary(found[1:], 3, final=True) == "1 galat, 0 peringatan, 1 saran, 3 diabaikan"


def test_the_end_of_a_run_names_the_first_three_galat() -> None:
    found = tuple(owner(row, "X") for row in range(5, 9))
    assert galat_line(found, final=False) == "4 galat: Tahap 5!H5, Tahap 5!H6, Tahap 5!H7, …"
    assert galat_line(found[:3], final=False) == "3 galat: Tahap 5!H5, Tahap 5!H6, Tahap 5!H7"
    assert galat_line((at("I12", 5),), final=False) == ""
    assert galat_line((at("I12", 5),), final=True) == "1 galat: Tahap 5!H5"
    assert galat_line((temuan("B01", CellRef(""), berkas="x"),), final=False) == "1 galat: buku kerja"
    of_template = temuan("T12", CellRef(""), templat="renstra.docx", tempat="", kalimat="[Isi.]")
    of_sheet = temuan("D11", CellRef(""), judul="Isu", lembar="Renstra")
    assert galat_line((of_template, of_sheet), final=True) == "2 galat: templat renstra.docx, lembar Renstra"
    mixed = galat_line((of_template, at("I12", 5), owner(9, "X")), final=True)
    assert mixed == "3 galat: Tahap 5!H9, Tahap 5!H5, templat renstra.docx", "what stops every build first"


@pytest.mark.parametrize("command", [(), ("periksa",), ("pohon",)])
def test_galat_stand_once_more_after_whatever_was_printed(tmp_path: Path, command: tuple[str, ...]) -> None:
    path = write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!H4", "KABIT"), put("Tahap 5!G4", "9.9.9"))
    done = here(*command, path, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "b.xlsx: 2 galat: Tahap 5!G4, Tahap 5!H4"
    assert "\x1b" not in done.stderr


def test_of_several_workbooks_each_is_named_at_the_end_in_their_order(tmp_path: Path) -> None:
    (tmp_path / "inputs").mkdir()
    for name in ("a", "b"):
        write(tmp_path / "inputs" / f"{name}.xlsx", BAKU, put("Tahap 5!H4", "KABIT"))
    write(tmp_path / "inputs" / "c.xlsx")
    done = here("periksa", cwd=tmp_path)
    assert done.stderr.splitlines()[-2:] == ["a.xlsx: 1 galat: Tahap 5!H4", "b.xlsx: 1 galat: Tahap 5!H4"]


def test_without_galat_nothing_stands_at_the_end(tmp_path: Path) -> None:
    path = write(tmp_path / "b.xlsx", BAKU, put("Tahap 5!I4", None))
    assert "galat:" not in here("periksa", path, cwd=tmp_path).stderr
    end = here("periksa", path, "--final", cwd=tmp_path).stderr.splitlines()[-1]
    assert re.fullmatch(r"b\.xlsx: \d+ galat: Tahap 5!I4, lembar [A-Z][\w ]+, lembar [A-Z][\w ]+, …", end), end


def test_json_keeps_one_entry_per_cell_and_counts_causes_beside(tmp_path: Path) -> None:
    import json

    path = write(tmp_path / "b.xlsx", BAKU, *(put(f"Tahap 5!I{row}", None) for row in (3, 4, 5)),
                 put("Tahap 5!L6", None), put("Tahap 5!R5", "I12: nanti"))  # fmt: skip
    data = json.loads(here("periksa", path, "--format", "json", cwd=tmp_path).stdout)
    of_cells = [entry for entry in data["temuan"] if entry["sel"]]
    assert [(entry["kode"], entry["sel"]) for entry in of_cells] == [("I12", "I3"), ("I12", "I4"), ("I13", "L6")]
    keys = [entry["sebab"] for entry in of_cells]
    assert len(set(keys)) == 2
    assert keys[0] == keys[1] == data["diabaikan"][0]["sebab"]
    every = [entry["sebab"] for entry in data["temuan"]]
    assert data["jumlah"] == {"galat": 0, "peringatan": len(every), "saran": 0, "diabaikan": 1}
    assert data["jumlah_sebab"] == {"galat": 0, "peringatan": len(set(every)), "saran": 0, "diabaikan": 1}
    assert len(set(every)) < len(every)


def test_findings_of_the_shipped_example_are_said_to_be_meant(tmp_path: Path) -> None:
    assert "memang disengaja" in here("periksa", cwd=tmp_path).stderr, "where there is no inputs, the example is used"
    shutil.copy(EXAMPLE, tmp_path)
    assert "memang disengaja" not in here("periksa", EXAMPLE.name, cwd=tmp_path).stderr


def test_a_build_tells_few_findings_whole() -> None:
    found = (owner(7, "ANI"), at("I13", 8, tahun=2026))
    assert list(brief_lines(found, final=False)) == list(lines(found, final=False))


def test_a_build_tells_many_findings_by_code_with_their_number_and_every_galat_whole() -> None:
    galat = temuan("B01", CellRef(""), berkas="b.xlsx", sebab="rusak")
    found = in_order((galat, *(at("I13", row, tahun=2000 + row) for row in range(5, 40)), owner(7, "ANI")), final=False)
    said_ = [line for line, _ in brief_lines(found, final=False)]
    assert [line for line in said_ if "B01" in line] == [line for line in said(galat) if "B01" in line]
    assert any(line.startswith("  peringatan I13, 35 temuan: Target 2005") and "(+34 lagi)" in line for line in said_)
    assert len(said_) < 12
    assert "laporan.html" in said_[-1]


def test_what_final_refuses_is_told_before_other_peringatan() -> None:
    others = (temuan("P114", CellRef("Pejabat", row, 3), kolom=f"K{row}", teks="x", tanda="#") for row in range(5, 40))
    refused = temuan("P113", CellRef("Program", 4, 7), teks="Kepala Dinas Lain", nama="Dinas Contoh")
    codes = [line.split()[1] for line, _ in brief_lines((*others, refused), final=False) if " temuan: " in line]
    assert codes == ["P113,", "P114,"]


def test_what_final_alone_refuses_is_told_by_code_behind_every_galat_that_is_told_whole() -> None:
    galat = temuan("B01", CellRef(""), berkas="b.xlsx", sebab="rusak")
    found = in_order((galat, *(at("I13", row, tahun=2000 + row) for row in range(5, 40))), final=True)
    said_ = [line for line, _ in brief_lines(found, final=True)]
    assert any(line.startswith("  galat I13, 35 temuan: ") for line in said_)
    assert [line for line in said_ if "B01" in line] == [line for line in said(galat) if "B01" in line]
    assert len(said_) < 12


def test_codes_beyond_the_first_are_named_with_their_numbers() -> None:
    plain = (
        code for code, entry in CATALOGUE.items() if "{" not in entry.message + entry.saran and code not in PLURALS
    )
    codes = [code for code in plain if severity(temuan(code, CellRef("")), final=False) is not Severity.GALAT][:16]
    found = [temuan(code, CellRef("Tahap 5", row, 8)) for row in (5, 7) for code in codes]
    said_ = [line for line, _ in brief_lines(found, final=False)]
    assert sum(" temuan: " in line for line in said_) == 12
    (rest,) = (line for line in said_ if line.startswith("  dan "))
    assert rest.count("(2)") == len(codes) - 12


def test_the_end_of_a_run_names_the_papers_that_contradict() -> None:
    told = {
        "berkas": "Capaian.xlsx",
        "tempat": ", baris 8",
        "apa": "anggaran",
        "kalimat": "",
        "tercetak": "tercetak «1»",
    }
    found = temuan("D46", CellRef(""), **told, seharusnya="2", lain="PK.docx", lagi="")
    assert galat_line((found,), final=True) == "1 galat: Capaian.xlsx"
