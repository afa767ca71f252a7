"""What stands round an indicator and is none of it: its number, its unit, signs that nobody sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import BAKU, workbook, write
from pokin_docs.extract.read import Reading, read
from pokin_docs.model.texts import squeeze

TABLE = """## Rencana
| Tingkat | Kinerja | Indikator | {} |
| Tujuan | Terwujudnya arsip tertib | {} | 70 |
| Sasaran | Meningkatnya mutu arsip | {} | 80 |
| Program | Tertatanya arsip dinas | {} | 90 |
"""
PLAIN = ("Indeks arsip", "Nilai arsip", "Persentase arsip tertata")
TITLES = "Satuan | Target 2026"


def look(folder: Path, *indicators: str, unit: str = "Nilai | ") -> Reading:
    text = TABLE.format(TITLES if unit else "Target 2026", *indicators)
    for target in ("70", "80", "90") if unit else ():
        text = text.replace(f"| {target} |", f"| {unit}{target} |")
    workbook(text).save(folder / "b.xlsx")
    return read(folder / "b.xlsx")


def measures(found: Reading) -> list[tuple[str, str]]:
    assert found.value is not None, found.temuan
    return [(row.indikator.clean, row.satuan.clean) for row in found.value.tahap5]


def codes(found: Reading) -> list[str]:
    return [entry.kode for entry in found.temuan]


@pytest.mark.parametrize("label", ["IK {} : ", "IK {}. ", "IK-{} ", "Indikator {}: ", "Indikator Kinerja {} – ", "Ind. {}) ",
                                   "{} : ", "IK 1.{}: "])  # fmt: skip
def test_a_number_in_front_of_indicators_is_none_of_them_and_told(tmp_path: Path, label: str) -> None:
    found = look(tmp_path, *(label.format(place) + text for place, text in enumerate(PLAIN, start=1)))
    assert [text for text, _ in measures(found)] == list(PLAIN)
    assert codes(found).count("B142") == 1
    assert found.account.named == 0


@pytest.mark.parametrize(
    "indicators",
    [
        ("IK 1 : Indeks arsip", *PLAIN[1:]),  # one alone may be a name
        ("Indeks arsip 1 : 100", "Indeks arsip 2 : 100", "Indeks arsip 3 : 100"),
        ("Indikator kesehatan", "Indikator pendidikan", "Indikator arsip"),
        ("IKU: Indeks arsip", "IKU: Nilai arsip", "IKU: Persentase arsip"),  # says more than a number
        ("1: Tertatanya arsip", "2: Terjaganya arsip", "3: Meningkatnya mutu arsip"),  # a number of kinerja
    ],
)
def test_what_is_no_number_in_front_stays(tmp_path: Path, indicators: tuple[str, ...]) -> None:
    found = look(tmp_path, *indicators)
    assert [text for text, _ in measures(found)] == list(indicators)
    assert "B142" not in codes(found)


def test_our_own_workbook_is_read_as_typed(tmp_path: Path) -> None:
    def labelled(book: object) -> None:
        sheet = book["Tahap 5"]  # type: ignore[index]
        for row in range(2, 7):
            sheet.cell(row, 3).value = f"IK {row} : {sheet.cell(row, 3).value}"

    found = read(write(tmp_path / "b.xlsx", BAKU, labelled))
    assert found.value is not None
    assert all(row.indikator.clean.startswith("IK ") for row in found.value.tahap5)


@pytest.mark.parametrize("form", ["{}, {}", "{} ({})", "{},{}"])
def test_a_unit_behind_most_indicators_is_their_satuan_where_no_column_is(tmp_path: Path, form: str) -> None:
    units = ("Indeks", "Nilai", "%")
    found = look(tmp_path, *(form.format(*pair) for pair in zip(PLAIN, units, strict=True)), unit="")
    assert measures(found) == list(zip(PLAIN, units, strict=True))
    assert "B138" in codes(found) or form == "{} ({})"  # in brackets it is taken apart where the table is read


@pytest.mark.parametrize(
    ("indicators", "unit"),
    [
        (("Indeks arsip, Indeks", *PLAIN[1:]), ""),  # of one alone
        (tuple(f"{text}, %" for text in PLAIN), "Nilai | "),  # there is a column
        (("Indeks arsip, statis", "Nilai arsip, dinamis", "Persentase arsip, vital"), ""),  # no units
    ],
)
def test_what_else_stands_behind_a_comma_stays(tmp_path: Path, indicators: tuple[str, ...], unit: str) -> None:
    assert [text for text, _ in measures(look(tmp_path, *indicators, unit=unit))] == list(indicators)


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("Mening\u00adkatnya", "Meningkatnya"), ("Penga\u200bwasan", "Pengawasan"), ("arsip\u200b dinas", "arsip dinas"),
        ("arsip \u200bdinas", "arsip dinas"), ("\ufeffArsip\u00a0dinas\u200b", "Arsip dinas"), ("JF\u200b; KABID", "JF ; KABID"),
        ("Sub\u2060kegiatan", "Subkegiatan"), ("2.16\u2060.02", "2.16.02"), ("2.\u200b16.\u200d02", "2.16.02"),
        ("\u200fSub kegiatan\u200e", "Sub kegiatan"), ("\u202b2.16\u202c", "2.16"), ("Sub\u2068 kegiatan\u2069", "Sub kegiatan"),
        ("Selesai.\u200bLanjut", "Selesai. Lanjut"),
    ],
)  # fmt: skip
def test_signs_that_nobody_sees_part_no_word(typed: str, read_as: str) -> None:
    assert squeeze(typed) == read_as
