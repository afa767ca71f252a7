"""The list of officials on a sheet of another name: what stands in it decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import BAKU, workbook
from pokin_docs.extract.read import Reading, read

TREE = BAKU.split("## Pejabat")[0]
ROWS = """| 1 | Contoh Satu, S.Kom. | '197001011995011901 | Pembina (IV/a) | Kepala Dinas |
| 2 | Contoh Dua, S.E. | '197502022000012902 | Penata (III/c) | Kepala Bidang Data |
"""
LIST = "\n## Daftar Nama\n| DAFTAR PEJABAT |\n| No | Nama Lengkap | NIP | Pangkat/Gol. | Jabatan |\n" + ROWS


def reading(folder: Path, text: str) -> Reading:
    workbook(text).save(folder / "b.xlsx")
    return read(folder / "b.xlsx")


def people(found: Reading) -> list[tuple[str, ...]]:
    assert found.value is not None
    return [
        (row.id.clean, row.nama.clean, row.nip.clean[-4:], row.golongan.clean, row.jabatan.clean)
        for row in found.value.pejabat
    ]


def test_people_are_read_from_a_sheet_of_any_name_each_post_with_an_id_of_its_words(tmp_path: Path) -> None:
    found = reading(tmp_path, TREE + LIST)
    assert people(found) == [
        ("KEPALA-DINAS", "Contoh Satu, S.Kom.", "1901", "IV/a", "Kepala Dinas"),
        ("KEPALA-BIDANG-DATA", "Contoh Dua, S.E.", "2902", "III/c", "Kepala Bidang Data"),
    ]
    (told,) = [entry for entry in found.temuan if entry.kode == "B106"]
    assert (str(told.tempat), dict(told.details)["jumlah"]) == ("Daftar Nama", "2")
    assert found.account.named == 0


def test_name_and_nip_in_one_column_and_the_same_post_twice(tmp_path: Path) -> None:
    text = """
## PNS
| NO | NAMA / NIP | PANGKAT / GOL. RUANG | JABATAN |
| 1 | Contoh Satu 197001011995011901 | Pembina, IV/a | Analis Data |
| 2 | Contoh Dua 197502022000012902 | Penata, III/c | Analis Data |
"""
    assert [row[:2] for row in people(reading(tmp_path, TREE + text))] == [
        ("ANALIS-DATA", "Contoh Satu"), ("ANALIS-DATA-2", "Contoh Dua"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        LIST.replace("'197001011995011901", "").replace("'197502022000012902", ""),
        LIST.replace("| Jabatan |", "| Alamat |"),
        LIST.replace("Daftar Nama", "Daftar Nama lama"),
    ],
    ids=["no NIP", "no posts", "another version"],
)
def test_what_is_no_list_of_officials_is_only_named(tmp_path: Path, text: str) -> None:
    found = reading(tmp_path, TREE + text)
    assert people(found) == []
    assert {"B55", "B56"} & {entry.kode for entry in found.temuan}


def test_a_workbook_with_its_own_sheet_pejabat_takes_no_other(tmp_path: Path) -> None:
    found = reading(tmp_path, BAKU + LIST)
    assert people(found)[0][0] == "BUPATI"
    assert "B106" not in {entry.kode for entry in found.temuan}
