"""The name of the agency in a line of capitals: words as names have them, abbreviations as they are."""

from __future__ import annotations

import pytest

from pokin_docs.extract.foreign.agency_titles import named_agency


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("SEKRETARIAT DPRD KABUPATEN CONTOH", "Sekretariat DPRD Kabupaten Contoh"),
        ("DINAS PUPR KABUPATEN CONTOH", "Dinas PUPR Kabupaten Contoh"),
        ("DINAS PMPTSP KOTA CONTOH", "Dinas PMPTSP Kota Contoh"),
        ("BADAN KEPEGAWAIAN DAN PSDM KABUPATEN CONTOH", "Badan Kepegawaian dan PSDM Kabupaten Contoh"),
        ("DINAS KOPERASI DAN UMKM KOTA CONTOH", "Dinas Koperasi dan UMKM Kota Contoh"),
        ("DINAS PEMBERDAYAAN PEREMPUAN DAN KB KABUPATEN CONTOH", "Dinas Pemberdayaan Perempuan dan KB Kabupaten Contoh"),
        ("INSPEKTORAT DAERAH KABUPATEN CONTOH", "Inspektorat Daerah Kabupaten Contoh"),
        ("DINAS TRANSMIGRASI DAN PERINDUSTRIAN KOTA CONTOH", "Dinas Transmigrasi dan Perindustrian Kota Contoh"),
        ("BADAN KESATUAN BANGSA DAN PROTOKOL KOTA CONTOH", "Badan Kesatuan Bangsa dan Protokol Kota Contoh"),
        ("Sekretariat DPRD Kabupaten Contoh", "Sekretariat DPRD Kabupaten Contoh"),
    ],
)  # fmt: skip
def test_a_line_in_capitals_gives_a_name(line: str, name: str) -> None:
    assert named_agency([line]) == name
