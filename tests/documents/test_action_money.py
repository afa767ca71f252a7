"""The money of a Rencana Aksi, row by row: what is printed of a quarter, whose parts stand for a component, and once."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from helpers.plans import rencana_of
from helpers.workbooks import BAKU, write
from pokin_docs.documents.renaksi.content import ActionPlan
from pokin_docs.documents.renaksi.money import MoneyRow, money_table

KNOWN, UNKNOWN = (Decimal(5), None, Decimal(0), None), (None,) * 4


def test_a_quarter_without_money_is_a_dash_only_beside_one_that_has_some() -> None:
    table = money_table([MoneyRow("1", "a", Decimal(5), KNOWN), MoneyRow("2", "b", Decimal(7), UNKNOWN)])
    assert [row.triwulan for row in table.rows] == [("5", "-", "-", "-"), ("", "", "", "")]
    assert (table.total, table.by_quarter) == ("12", True)
    assert not money_table([MoneyRow("2", "b", Decimal(7), UNKNOWN)]).by_quarter
    assert money_table([MoneyRow("1", "a", None, KNOWN), MoneyRow("2", "b", Decimal(7), KNOWN)]).total == ""


PROGRAM = (
    BAKU.partition("## Program")[0]
    + """## Program
| Kode | Nomenklatur | Pagu 2026 (Rp) | Pagu 2027 (Rp) | Kas TW I | Kas TW II | Kas TW III | Kas TW IV |
| 2.20.02 | Program Statistik | {program} | 7 | | | | |
| 2.20.02.2.01 | Penyelenggaraan Statistik | {kegiatan} | 7 | | | | |
| 2.20.02.2.01.0018 | Pemenuhan Prinsip SDI | {first} | 3 | 1000 | | | |
| 2.20.02.2.01.0022 | Pengelolaan Metadata | {second} | 4 | | 500 | | |
"""
)


def agency_money(
    folder: Path, amounts: dict[str, int | str], year: int = 2026
) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Code, name, amount and quarters of each row of money in the Rencana Aksi of the agency."""
    path = write(folder / "b.xlsx", PROGRAM.format(**amounts))
    plan = next(
        one.content for one in rencana_of(path, tahun=year).dokumen
        if isinstance(one.content, ActionPlan) and one.content.untuk_pd
    )  # fmt: skip
    return [(row.kode, str(row.uraian), str(row.anggaran), row.triwulan) for row in plan.daftar_anggaran]


NO = ("",) * 4
PARTS: list[tuple[dict[str, int | str], list[str]]] = [
    ({"program": 1500, "kegiatan": 1500, "first": 1000, "second": 500}, ["2.20.02.2.01.0018", "2.20.02.2.01.0022"]),
    ({"program": 1500, "kegiatan": 1500, "first": 1000, "second": 400}, ["2.20.02.2.01"]),
    ({"program": 1600, "kegiatan": 1500, "first": 1000, "second": 500}, ["2.20.02"]),
    ({"program": "", "kegiatan": "", "first": 1000, "second": ""}, ["2.20.02"]),
    ({"program": 1500, "kegiatan": 1500, "first": 1500, "second": ""}, ["2.20.02.2.01"]),
]  # fmt: skip


@pytest.mark.parametrize(("amounts", "codes"), PARTS, ids=["in its parts", "parts with less", "the upper one with more", "nobody knows", "one part is blank"])  # fmt: skip
def test_parts_stand_for_a_component_only_where_they_have_its_money(
    tmp_path: Path, amounts: dict[str, int | str], codes: list[str]
) -> None:
    assert [code for code, *_ in agency_money(tmp_path, amounts)] == codes


def test_cash_is_that_of_the_year_in_identitas(tmp_path: Path) -> None:
    amounts, _ = PARTS[0]
    now, next_year = agency_money(tmp_path, amounts), agency_money(tmp_path, amounts, 2027)
    assert [row[2:] for row in now] == [("1.000", ("1.000", "-", "-", "-")), ("500", ("-", "500", "-", "-"))]
    assert [row[2:] for row in next_year] == [("3", NO), ("4", NO)]


STEPS = """
## Renaksi
| Indikator | No | Rencana Aksi | Sub Rencana Aksi | Satuan | TW I | TW II | TW III | TW IV | Anggaran TW I | Anggaran TW II | Anggaran TW III | Anggaran TW IV | Kode |
| Persentase data terakses | 1 | Penilaian | | Dokumen | 1 | | | | {first} | | | | |
| Persentase data terakses | | | Rekap | Dokumen | 1 | | | | {second} | | | | |
| Persentase data terakses | | | | Dokumen | 1 | | | | {third} | | | | |
| Persentase data terakses | 2 | Penyusunan | | Dokumen | 1 | | | | | | | | 2.20.02.2.01.0018 |
| Persentase data terakses | 3 | Penyajian | | Dokumen | 1 | | | | | | | | 2.20.02.2.01.0018; 2.20.02.2.01.0022; 9.99 |
"""


def head_money(folder: Path, steps: str = STEPS, **money: int | str) -> list[tuple[str, str, str]]:
    text = PROGRAM.format(program=1500, kegiatan=1500, first=1000, second=500) + steps.format(**money)
    path = write(folder / "b.xlsx", text)
    plan = next(
        one.content for one in rencana_of(path).dokumen
        if isinstance(one.content, ActionPlan) and one.path.startswith("Rencana-Aksi/JPT/")
    )  # fmt: skip
    return [(row.kode, str(row.uraian), str(row.anggaran)) for row in plan.daftar_anggaran]


def test_money_of_steps_is_told_below_their_names_and_that_of_a_code_once(tmp_path: Path) -> None:
    assert head_money(tmp_path, first=10, second=20, third=30) == [
        ("", "Penilaian", "10"), ("", "Rekap", "20"), ("", "Penilaian", "30"),
        ("2.20.02.2.01.0018", "Pemenuhan Prinsip SDI", "1.000"), ("2.20.02.2.01.0022", "Pengelolaan Metadata", "500"),
    ]  # fmt: skip


def test_steps_without_money_of_their_own_have_that_of_the_pk(tmp_path: Path) -> None:
    steps = STEPS.replace("; 2.20.02.2.01.0022; 9.99", "")
    found = head_money(tmp_path, steps, first="", second="", third="")
    assert [code for code, *_ in found] == ["2.20.02.2.01.0018", "2.20.02.2.01.0022"]
