"""Tables of other agencies: every row at its level, every component a node, nothing lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import renstra_tables as tables
from helpers.foreign_reading import codes, reading, tree, understood
from helpers.renstra_tables import AgencyTable
from helpers.workbooks import workbook
from pokin_docs.extract.choices import Choices
from pokin_docs.extract.foreign.guess import guess_tables, role_labels
from pokin_docs.extract.read import read, read_sheets, understand
from pokin_docs.flow.examine import examine
from pokin_docs.model.settings import Settings

WHOLE = {name: value for name, value in vars(tables).items() if isinstance(value, AgencyTable) and value.tree}


def test_there_are_tables_to_read() -> None:
    assert len(WHOLE) >= 12


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_every_node_has_the_level_and_the_text_that_was_typed(tmp_path: Path, name: str) -> None:
    table = WHOLE[name]
    assert tree(understood(reading(tmp_path, table))) == list(table.tree)


def test_a_table_without_levels_is_one_galat_at_its_first_sentence_with_the_command(tmp_path: Path) -> None:
    found = reading(tmp_path, tables.WITHOUT_LEVELS)
    assert found.value is None
    assert [(entry.kode, str(entry.tempat)) for entry in found.temuan if entry.kode in ("B10", "B13", "B65")] == [
        ("B65", "Kinerja!B3")
    ]
    assert dict(next(entry for entry in found.temuan if entry.kode == "B65").details)["berkas"] == "buku.xlsx"


def test_the_table_of_money_completes_that_of_levels(tmp_path: Path) -> None:
    buku = understood(reading(tmp_path, tables.TABLE_41, tables.TABLE_42))
    rows = {row.kode.clean: row for row in buku.tahap5 if row.kode}
    apart = understood(reading(tmp_path, tables.TABLE_41))
    assert [line[0] for line in tree(buku)] == [line[0] for line in tree(apart)]
    row = rows["3.25.03.2.01.0003"]
    assert (row.kinerja.clean, row.indikator.clean, row.satuan.clean) == (
        "Tersedianya sarana usaha", "Jumlah sarana usaha", "paket",
    )  # fmt: skip
    assert (row.target[2026].clean, str(row.target[2026].source)) == ("2", "T 4.2!D15")
    pagu = {line.kode.clean: line.pagu[2026].number for line in buku.program}
    assert pagu["3.25.03"] == 600_000_000
    assert pagu["3.25.03.2.01.0003"] == 100_000_000


def test_what_two_tables_say_otherwise_is_named_at_the_second(tmp_path: Path) -> None:
    other = AgencyTable(
        tables.TABLE_42.text.replace("(unit) | 2 | 3 |", "(unit) | 2 | 33 |"), tables.TABLE_42.merges, ()
    )
    plain = reading(tmp_path, tables.TABLE_41, tables.TABLE_42)
    assert "B66" not in codes(plain)
    changed = AgencyTable(
        tables.TABLE_41.text.replace("Terkelolanya penangkapan ikan", "Terkelolanya pembenihan ikan"),
        tables.TABLE_41.merges, (),
    )  # fmt: skip
    found = reading(tmp_path, changed, other)
    assert [str(entry.tempat) for entry in found.temuan if entry.kode == "B66"] == ["T 4.2!A11"]


def programs_of(sasaran: str) -> tuple[AgencyTable, AgencyTable]:
    above = f"## 3.1\n| TUJUAN | SASARAN | INDIKATOR | TARGET 2026 |\n| Terwujudnya A | | Indeks A | 1 |\n{sasaran}"
    below = """## 4.2
| KODE | PROGRAM/KEGIATAN/SUBKEGIATAN | OUTCOME/OUTPUT | INDIKATOR | TARGET 2026 | PAGU 2026 (Rp) |
| 1.01.02 | PROGRAM X | Meningkatnya X | Persentase X | 1 | 900000000 |
"""
    return AgencyTable(above, (), ()), AgencyTable(below, (), ())


def test_programs_stand_below_the_only_sasaran_and_nowhere_where_there_are_two(tmp_path: Path) -> None:
    one = "| | Meningkatnya B | Indeks B | 2 |\n"
    assert [line[0] for line in tree(understood(reading(tmp_path, *programs_of(one))))] == ["0", "1", "2"]
    found = reading(tmp_path, *programs_of(one + "| | Meningkatnya C | Indeks C | 3 |\n"))
    assert [str(entry.tempat) for entry in found.temuan if entry.kode == "B65"] == ["4.2!B2"]


def test_a_program_stands_below_the_sasaran_whose_words_it_shares_and_that_is_told_once(tmp_path: Path) -> None:
    above = AgencyTable(
        """## 3.1
| TUJUAN | SASARAN | INDIKATOR | TARGET 2026 |
| Terwujudnya pangan | | Indeks A | 1 |
| | Meningkatnya hasil panen padi | Produktivitas padi | 2 |
| | Meningkatnya akuntabilitas kinerja dinas | Nilai SAKIP | 3 |
""", (), ())  # fmt: skip
    below = AgencyTable(
        """## 4.2
| KODE | PROGRAM/KEGIATAN/SUBKEGIATAN | OUTCOME/OUTPUT | INDIKATOR | TARGET 2026 | PAGU 2026 (Rp) |
| 3.27.01 | PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH | Terlayaninya kantor | Indeks layanan | 1 | 900000000 |
| 3.27.02 | PROGRAM SARANA PERTANIAN | Bertambahnya luas panen | Luas panen | 1 | 900000000 |
""", (), ())  # fmt: skip
    found = reading(tmp_path, above, below)
    assert tree(understood(found)) == [
        "0 Terwujudnya pangan [Indeks A]",
        "1 Meningkatnya hasil panen padi [Produktivitas padi]",
        "2 Bertambahnya luas panen [Luas panen] 3.27.02",
        "1 Meningkatnya akuntabilitas kinerja dinas [Nilai SAKIP]",
        "2 Terlayaninya kantor [Indeks layanan] 3.27.01",
    ]
    (told,) = [entry for entry in found.temuan if entry.kode == "B100"]
    assert str(told.tempat) == "4.2!B2"
    assert dict(told.details)["jumlah"] == "2"


def test_a_list_of_indicators_alone_is_one_sasaran_to_be_written_for_each(tmp_path: Path) -> None:
    alone = AgencyTable("## IKU\n| NO | INDIKATOR | SATUAN | TARGET 2026 |\n| 1 | Indeks A | Indeks | 3 |\n"
                        "| 2 | Nilai SAKIP | Nilai | 70 |\n", (), ())  # fmt: skip
    assert tree(understood(reading(tmp_path, alone))) == ["1 - [Indeks A]", "1 - [Nilai SAKIP]"]
    found = examine(tmp_path / "buku.xlsx", Settings(Path("build"), ())).temuan
    assert [entry.kode for entry in found if entry.kode in ("B68", "S34", "S07")] == ["B68"]


def test_a_name_without_code_has_the_level_of_the_result_beside_it(tmp_path: Path) -> None:
    text = """## 4.1
| SASARAN | OUTCOME | OUTPUT | INDIKATOR | PROGRAM/KEGIATAN/SUBKEGIATAN |
| Meningkatnya B | | | Indeks B | |
| | Meningkatnya C | | Persentase C | Pengelolaan Perikanan |
| | | Terkelolanya D | Jumlah D | Penangkapan Ikan |
"""
    assert tree(understood(reading(tmp_path, AgencyTable(text, (), ())))) == [
        "1 Meningkatnya B [Indeks B]", "2 Meningkatnya C [Persentase C]", "3 Terkelolanya D [Jumlah D]",
    ]  # fmt: skip
    found = reading(tmp_path, AgencyTable(text + "| | | | Jumlah E | Penyediaan Prasarana |\n", (), ()))
    assert [str(entry.tempat) for entry in found.temuan if entry.kode == "B65"] == ["4.1!E5"]


def test_a_list_of_iku_marks_the_indicators_of_the_tree(tmp_path: Path) -> None:
    iku = AgencyTable(
        "## Tabel 4.4\n| TABEL 4.4 INDIKATOR KINERJA UTAMA |\n| NO | INDIKATOR | SATUAN | TARGET 2026 | KET |\n"
        "| 1 | Nilai SAKIP Dinas | Nilai | 74 | |\n| 2 | Angka yang tidak ada di mana pun | Nilai | 1 | |\n", (), (),
    )  # fmt: skip
    found = reading(tmp_path, tables.TABLE_31, iku)
    buku = understood(found)
    assert {row.indikator.clean for row in buku.tahap5 if row.is_iku} == {"Nilai SAKIP Dinas"}
    assert [str(entry.tempat) for entry in found.temuan if entry.kode == "B69"] == ["Tabel 4.4!B4"]


def test_several_agencies_are_asked_about_and_parted_by_choice(tmp_path: Path) -> None:
    found = reading(tmp_path, tables.TWO_AGENCIES)
    assert found.value is None
    assert "B72" in codes(found)
    grids = read_sheets(tmp_path / "buku.xlsx").value
    assert grids is not None
    assert [table.agencies for table in guess_tables(grids)] == [("DINAS ARSIP", "DINAS PASAR")]
    parted = understood(understand(grids, "buku.xlsx", choices=Choices(agency="Dinas Pasar")))
    assert tree(parted) == ["1 Meningkatnya mutu pasar [Nilai pasar]"]


def of_agency(sheet: str, line: str, what: str) -> str:
    head = f"## {sheet}\n| {line} |\n| Level | Kinerja | Indikator | Target 2026 |\n"
    return f"{head}| Sasaran | Meningkatnya {what} | Nilai | 80 |\n| Program | Tertatanya {what} | Jumlah | 9 |\n"


def test_agencies_on_sheets_of_their_own_are_never_made_one(tmp_path: Path) -> None:
    both = (
        of_agency("Satu", "CASCADING DINAS ARSIP KABUPATEN CONTOH", "arsip"),
        of_agency("Dua", "CASCADING DINAS PASAR TAHUN 2026", "pasar"),
    )
    found = reading(tmp_path, AgencyTable("\n".join(both), (), ()))
    assert found.value is None
    assert [(entry.kode, str(entry.tempat)) for entry in found.temuan if entry.kode == "B72"] == [
        ("B72", "Dua baris 2")
    ]
    grids = read_sheets(tmp_path / "buku.xlsx").value
    assert grids is not None
    assert [table.agencies for table in guess_tables(grids)] == [("DINAS ARSIP", "DINAS PASAR"), ()]
    parted = understood(understand(grids, "buku.xlsx", choices=Choices(agency="DINAS PASAR")))
    assert tree(parted) == ["1 Meningkatnya pasar [Nilai]", "2 Tertatanya pasar [Jumlah]"]
    named = AgencyTable("\n".join((*both, "## Identitas\n| Kunci | Nilai |\n| Nama PD | Dinas Pasar |\n")), (), ())
    own = reading(tmp_path, named)
    assert tree(understood(own)) == ["1 Meningkatnya pasar [Nilai]", "2 Tertatanya pasar [Jumlah]"]
    assert [str(entry.tempat) for entry in own.temuan if entry.kode == "B101"] == ["Satu"]


def test_one_agency_under_a_longer_name_or_its_head_is_one(tmp_path: Path) -> None:
    one = of_agency("Satu", "CASCADING DINAS ARSIP", "arsip")
    other = of_agency("Dua", "KEPALA DINAS ARSIP KABUPATEN CONTOH", "naskah").replace("Sasaran", "Kegiatan")
    assert "B72" not in codes(reading(tmp_path, AgencyTable(f"{one}\n{other}", (), ())))


def test_what_a_planner_chose_counts_for_its_column(tmp_path: Path) -> None:
    reading(tmp_path, tables.WITHOUT_LEVELS)
    grids = read_sheets(tmp_path / "buku.xlsx").value
    assert grids is not None
    (table,) = guess_tables(grids)
    assert [isian.source.baris for isian in table.unplaced[:2]] == [3, 3]
    assert "Kinerja: Sasaran" in role_labels(table)
    chosen = Choices({("Kinerja", 2): "Kinerja: Sasaran", ("Kinerja", 4): "abaikan"})
    buku = understood(understand(grids, "buku.xlsx", choices=chosen))
    assert [line[0] for line in tree(buku)] == ["1", "1", "1"]
    assert not any(row.target.get(2026) for row in buku.tahap5)


def test_each_column_is_told_with_title_examples_and_role(tmp_path: Path) -> None:
    reading(tmp_path, tables.KINERJA_OVER_SASARAN)
    grids = read_sheets(tmp_path / "buku.xlsx").value
    assert grids is not None
    (table,) = guess_tables(grids)
    column = table.columns[1]
    assert (column.letter, column.title, column.role, column.alternatives) == (
        "B", "KINERJA / SASARAN", "Kinerja", ("Kinerja: Sasaran",),
    )  # fmt: skip
    assert column.examples[0] == "Meningkatnya mutu layanan rumah sakit"
    assert {entry.role for entry in table.columns} >= {"Komponen Perencanaan", "Target 2026", "Satuan", "Nomor"}
    assert all(entry.role in role_labels(table) for entry in table.columns if entry.role)


def test_a_plain_correct_workbook_is_not_guessed_at(tmp_path: Path) -> None:
    from helpers.workbooks import BAKU

    path = tmp_path / "buku.xlsx"
    workbook(BAKU).save(path)
    assert not codes(read(path)) & {f"B{number}" for number in range(65, 75)}
