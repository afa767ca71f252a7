"""The blank workbook with the official list: its drop-downs offer codes, and beside a code its official texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from helpers.command_line import here
from helpers.official_list import NAME, ROWS, write_list
from pokin_docs.extract.read import read
from pokin_docs.flow.new_office import start_office
from pokin_docs.flow.nomenclature import NoList
from pokin_docs.model.workbook_spec import NOMENCLATURE_TITLE


def offered(path: Path) -> list[tuple[object, ...]]:
    sheet = load_workbook(path)[NOMENCLATURE_TITLE]
    return list(sheet.iter_rows(min_row=5, values_only=True))


def start(folder: Path, *fields: str, province: bool = False) -> Path:
    written = start_office(folder / "kantor", write_list(folder / NAME), fields, province=province)
    return written[0]


def test_it_offers_the_fields_of_the_office_and_the_program_of_all_under_the_first(tmp_path: Path) -> None:
    assert [row[:2] for row in offered(start(tmp_path, "2.20"))] == [
        ("2.20.01", "PROGRAM PENUNJANG"),
        ("2.20.01.2.06", "Administrasi Umum"),
        ("2.20.01.2.06.0001", "Penyediaan Lampu Kantor"),
        ("2.20.02", "PROGRAM STATISTIK"),
        ("2.20.02.2.01", "Penyelenggaraan Statistik"),
        ("2.20.02.2.01.0018", "Pemenuhan Prinsip SDI"),
        ("2.20.02.2.01.0022", "Pengumpulan Data Bersama"),
    ]


def test_without_fields_it_offers_all_of_regencies_and_for_a_province_its_own(tmp_path: Path) -> None:
    codes = [row[0] for row in offered(start(tmp_path))]
    assert {"2.21.02.2.01.0005", "X.XX.01.2.06.0001", "2.20.02.2.01.0018"} <= set(codes)
    assert not any(str(code).startswith("2.20.02.1") for code in codes)
    (tmp_path / "provinsi").mkdir()
    codes = [row[0] for row in offered(start(tmp_path / "provinsi", province=True))]
    assert "2.20.02.1.01.0018" in codes
    assert "2.20.02.2.01.0018" not in codes


def test_each_column_offers_the_official_text_of_the_code_in_its_row(tmp_path: Path) -> None:
    book = load_workbook(start(tmp_path, "2.20"))
    codes = "'Nomenklatur'!$A$5:$A$11"
    expected = {
        ("Program", "A5"): codes,
        ("Program", "B5"): f"INDEX('Nomenklatur'!$B$5:$B$11,MATCH($A5,{codes},0))",
        ("Tahap 5", "B5"): f"INDEX('Nomenklatur'!$C$5:$C$11,MATCH($G5,{codes},0))",
        ("Tahap 5", "C5"): f"INDEX('Nomenklatur'!$D$5:$D$11,MATCH($G5,{codes},0))",
    }
    for (title, cell), formula in expected.items():
        rules = [rule for rule in book[title].data_validations.dataValidation if cell in rule.sqref]
        assert [rule.formula1 for rule in rules] == [formula], (title, cell)


def test_the_sheet_is_help_and_the_list_lies_beside_the_workbook(tmp_path: Path) -> None:
    path = start(tmp_path, "2.20")
    assert (path.parent / NAME).read_bytes() == (tmp_path / NAME).read_bytes()
    assert {finding.kode for finding in read(path).temuan} == {"B24"}


def test_the_command_says_what_it_wrote_and_refuses_what_is_no_list(tmp_path: Path) -> None:
    write_list(tmp_path / NAME)
    said = here("mulai", "kantor", "--nomenklatur", NAME, "--bidang", "2.20; 2.21", cwd=tmp_path)
    assert said.returncode == 0
    assert str(Path("kantor", "inputs", NAME)) in said.stdout
    (tmp_path / "lain.csv").write_text("a,b\n1,2\n")
    for arguments, words in (
        (("--nomenklatur", "lain.csv"), "lain.csv: tidak ada kode program"),
        (("--nomenklatur", NAME, "--bidang", "1.05"), "tidak memuat program dari bidang 1.05"),
        (("--bidang", "2.20"), "memerlukan --nomenklatur"),
    ):
        result = here("mulai", "baru", *arguments, cwd=tmp_path)
        assert result.returncode == 2
        assert words in result.stderr
        assert not (tmp_path / "baru").exists()


def test_a_file_of_the_name_of_the_list_that_is_there_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "kantor" / "inputs").mkdir(parents=True)
    (tmp_path / "kantor" / "inputs" / NAME).write_text("milik kantor")
    with pytest.raises(FileExistsError):
        start(tmp_path)
    assert [path.name for path in (tmp_path / "kantor" / "inputs").iterdir()] == [NAME]


def test_a_list_without_rows_of_the_office_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    listed = write_list(tmp_path / NAME, [(*ROWS[2][:2], None, *ROWS[2][3:])])
    with pytest.raises(NoList):
        start_office(tmp_path / "kantor", listed)
    assert not (tmp_path / "kantor").exists()
