"""Filters of templates: Indonesian forms of dates, amounts, numbers and names; what is not understood stays."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from docxtpl import DocxTemplate

from helpers.places import ROOT
from pokin_docs.templating.filters import DATE_FORMAT, FILTERS


def saring(nama: str, nilai: object, *args: object) -> object:
    return FILTERS[nama](nilai, *args)


@pytest.mark.parametrize(
    ("nilai", "bentuk", "cetak"),
    [
        ("2026-01-05", "", "5 Januari 2026"),
        ("2026-01-05 00:00:00", "", "5 Januari 2026"),
        ("5 Januari 2026", "", "5 Januari 2026"),
        ("05 Jan 2026", "", "5 Januari 2026"),
        ("05/01/2026", "", "5 Januari 2026"),
        ("5-1-2026", "", "5 Januari 2026"),
        ("1 Nopember 2017", "", "1 November 2017"),
        ("28 Pebruari 2027", "", "28 Februari 2027"),
        ("2026-01-05", "hari", "Senin, 5 Januari 2026"),
        ("2026-01-05", "nama_hari", "Senin"),
        ("2026-01-05", "angka", "05-01-2026"),
        ("2026-01-05", "bulan", "Januari 2026"),
        ("2026-01-05", "nama_bulan", "Januari"),
        ("2026-01-05", "tahun", "2026"),
        ("2026-11-21", "kata", "dua puluh satu November dua ribu dua puluh enam"),
    ],
)
def test_a_day_is_written_out(nilai: str, bentuk: str, cetak: str) -> None:
    assert saring("tanggal", nilai, *([bentuk] if bentuk else [])) == cetak


def test_every_form_of_a_day_has_a_case_and_gives_a_text_of_its_own() -> None:
    forms = {saring("tanggal", "2026-01-05", bentuk) for bentuk in DATE_FORMAT}
    assert len(forms) == len(DATE_FORMAT) >= 8


@pytest.mark.parametrize(
    ("nilai", "cetak"),
    [
        ("1250000", "Rp1.250.000"),
        ("1.250.000", "Rp1.250.000"),
        ("1,250,000", "Rp1.250.000"),
        ("Rp 5.294.655.000,00", "Rp5.294.655.000"),
        ("Rp177.792.500,-", "Rp177.792.500"),
        ("92,476,171.31", "Rp92.476.171,31"),
        ("1.250.000,5", "Rp1.250.000,50"),
        ("-5000", "-Rp5.000"),
        ("0", "Rp0"),
        (1250000, "Rp1.250.000"),
    ],
)
def test_an_amount_has_rp_and_dots(nilai: object, cetak: str) -> None:
    assert saring("rupiah", nilai) == cetak


def test_sen_are_printed_when_asked() -> None:
    assert saring("rupiah", "1250000", True) == "Rp1.250.000,00"
    assert saring("rupiah", "1.234,565", True) == "Rp1.234,57"


@pytest.mark.parametrize(
    ("nilai", "desimal", "cetak"),
    [
        ("1250000", None, "1.250.000"),
        ("1250000,50", None, "1.250.000,50"),
        ("75,35", None, "75,35"),
        ("-1234", None, "-1.234"),
        ("85,5%", None, "85,5%"),
        ("1234,565", 2, "1.234,57"),
        ("80", 1, "80,0"),
        ("999,5", 0, "1.000"),
        ("-0,4", 0, "0"),
        (25000, None, "25.000"),
    ],
)
def test_a_number_has_dots_and_a_comma(nilai: object, desimal: int | None, cetak: str) -> None:
    assert saring("angka", nilai, desimal) == cetak


@pytest.mark.parametrize(
    ("nilai", "kata"),
    [
        ("0", "nol"),
        ("7", "tujuh"),
        ("10", "sepuluh"),
        ("11", "sebelas"),
        ("12", "dua belas"),
        ("19", "sembilan belas"),
        ("20", "dua puluh"),
        ("99", "sembilan puluh sembilan"),
        ("100", "seratus"),
        ("111", "seratus sebelas"),
        ("200", "dua ratus"),
        ("1000", "seribu"),
        ("1001", "seribu satu"),
        ("2026", "dua ribu dua puluh enam"),
        ("11.000", "sebelas ribu"),
        ("100.000", "seratus ribu"),
        ("101000", "seratus satu ribu"),
        ("1.250.000", "satu juta dua ratus lima puluh ribu"),
        ("1.000.000.000", "satu miliar"),
        ("1000000001", "satu miliar satu"),
        ("5.294.655.000", "lima miliar dua ratus sembilan puluh empat juta enam ratus lima puluh lima ribu"),
        ("Rp5.000,00", "lima ribu"),
        ("Rp 5.000,-", "lima ribu"),
        ("75,35", "tujuh puluh lima koma tiga lima"),
        ("0,05", "nol koma nol lima"),
        ("-3", "minus tiga"),
        ("85,5 %", "delapan puluh lima koma lima persen"),
        ("1.000.000.000.000", "satu triliun"),
        (21, "dua puluh satu"),
    ],
)
def test_a_number_in_words(nilai: object, kata: str) -> None:
    assert saring("terbilang", nilai) == kata


def test_words_can_be_read_back_as_their_number() -> None:
    """The other way round, over every length: no group is lost, doubled or misnamed."""
    ukuran = {"triliun": 10**12, "miliar": 10**9, "juta": 10**6, "ribu": 1000}
    satuan = {word: number for number, word in enumerate(
        ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"])}  # fmt: skip

    def read(words: str) -> int:
        words = words.replace("sepuluh", "satu puluh").replace("sebelas", "satu belas")
        words = words.replace("seratus", "satu ratus").replace("seribu", "satu ribu")
        total = group = last = 0
        for word in words.split():
            if word in satuan:
                last = satuan[word]
                group += last
            elif word == "belas":
                group += 10
            elif word in ("puluh", "ratus"):
                group += last * ((10 if word == "puluh" else 100) - 1)
            else:
                total, group = total + group * ukuran[word], 0
        return total + group

    numbers = [*range(1200), *(int("7310948265"[:n] + "0" * k) for n in range(1, 11) for k in range(6) if n + k < 16)]
    numbers += [10**15 - 1, 10**14 + 10**9 + 1]
    assert len(numbers) > 1200
    assert [n for n in numbers if read(str(saring("terbilang", str(n)))) != n] == []


@pytest.mark.parametrize(
    ("nilai", "cetak"),
    [
        ("Dr. Budi Contoh, S.Kom., M.Si.", "Dr. BUDI CONTOH, S.Kom., M.Si."),
        ("drg. Siti Contoh, Sp.KG", "drg. SITI CONTOH, Sp.KG"),
        ("Prof. Dr. Ir. H. Budi Contoh, M.Eng., Ph.D.", "Prof. Dr. Ir. H. BUDI CONTOH, M.Eng., Ph.D."),
        ("Hj. Siti Contoh", "Hj. SITI CONTOH"),
        ("Moh. Budi Contoh S.Sos", "MOH. BUDI CONTOH S.Sos"),
        ("Budi Contoh, Drs.", "BUDI CONTOH, Drs."),
        ("Budi Contoh, A.Md.Kep., Psikolog", "BUDI CONTOH, A.Md.Kep., Psikolog"),
        ("I Gusti  Contoh", "I GUSTI  CONTOH"),
        ("Kepala Dinas Kesehatan, Pengendalian Penduduk", "KEPALA DINAS KESEHATAN, PENGENDALIAN PENDUDUK"),
        ("Jl. Contoh No. 5", "JL. CONTOH NO. 5"),
        ("", ""),
    ],
)
def test_capitals_leave_degrees_as_written(nilai: str, cetak: str) -> None:
    assert saring("huruf_besar", nilai) == cetak


def test_the_last_word_of_a_name_never_stands_alone() -> None:
    assert saring("rapat", "Dinas Pekerjaan Umum") == "Dinas Pekerjaan\u00a0Umum"


@pytest.mark.parametrize("nilai", ["198001012005012003", "19800101 200501 2 003", "NIP. 19800101.200501.2.003"])
def test_nip_is_grouped(nilai: str) -> None:
    assert saring("nip", nilai) == "19800101 200501 2 003"


TAK_DIMENGERTI = {
    "tanggal": ["", "Januari 2026", "31/02/2026", "05/01/26", "5.2", "1/2", "2026", "hari ini"],
    "rupiah": ["", "-", "gratis", "1.25.00", "1.2.3,4,5", "9" * 20, "Rp", "1e5", "١,٢,٣"],
    "angka": ["", "BB", "1.25.00", "85.5", "007", "69,1-69,5", "9" * 20, "1,2,3", "٣"],
    "terbilang": ["", "WTP", "1.25.00", "85.5", "007", "9" * 16, "satu"],
    "huruf_besar": ["", "123", "Ir."],
    "rapat": ["", "Kecamatan", "Dinas Kesehatan", "Sekretariat\u00a0Daerah"],
    "nip": ["", "1980", "19800101200501200X", "1980010120050120031", "١٩٨٠٠١٠١٢٠٠٥٠١٢٠٠٣"],
}


def test_every_filter_has_texts_that_it_leaves() -> None:
    assert set(TAK_DIMENGERTI) == set(FILTERS)


@pytest.mark.parametrize(("nama", "nilai"), [(n, v) for n, values in TAK_DIMENGERTI.items() for v in values])
def test_what_is_not_understood_stays_as_it_is(nama: str, nilai: str) -> None:
    assert saring(nama, nilai) == nilai


@pytest.mark.parametrize("nama", FILTERS)
@pytest.mark.parametrize("nilai", ["\x01[tanggal belum diisi: A1]\x02", True, None, ["x"], {"a": "b"}, Decimal(1)])
def test_marks_and_what_is_no_text_come_back_untouched(nama: str, nilai: object) -> None:
    assert saring(nama, nilai) is nilai


@pytest.mark.parametrize(("nama", "terbaca"), [
    ("angka", "2,5"), ("rupiah", "Rp2,50"), ("terbilang", "dua koma lima"), ("nip", 2.5), ("tanggal", 2.5),
])  # fmt: skip
def test_a_number_with_decimals_is_read_where_a_filter_is_about_numbers(nama: str, terbaca: object) -> None:
    assert saring(nama, 2.5) == terbaca


def test_a_long_fraction_is_given_back_unless_it_is_rounded() -> None:
    assert saring("angka", 10 / 3) == 10 / 3
    assert saring("angka", 10 / 3, 2) == "3,33"


def test_a_form_that_does_not_exist_leaves_the_text() -> None:
    assert saring("tanggal", "2026-01-05", "jam") == "2026-01-05"
    assert saring("tanggal", "2026-01-05", 7) == "2026-01-05"
    assert saring("angka", "1000", "x") == "1.000"


@pytest.mark.parametrize("path", sorted((ROOT / "templates").glob("*.docx")), ids=lambda path: path.stem)
def test_shipped_templates_need_no_filter_of_ours(path: Path) -> None:
    """They can be filled by plain docxtpl too."""
    template = DocxTemplate(path)
    template.init_docx()
    source = template.patch_xml(template.get_xml())
    assert FILTERS.keys().isdisjoint(re.findall(r"\|\s*(\w+)", " ".join(re.findall(r"\{[{%][^{}]*[%}]\}", source))))
