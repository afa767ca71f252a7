"""What a PK prints of money that stands in the PK of another: nobody signs an empty table of money."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from helpers.places import ROOT
from helpers.word_files import buka, isikan, paragraf
from pokin_docs.documents.pk.content import AnggaranPk, PerjanjianKinerja
from pokin_docs.documents.pk.kind import PK

ELSEWHERE = "Rp700 tercantum pada PK Kepala Seksi"


def printed(folder: Path, total: str, *rows: AnggaranPk) -> list[str]:
    content = PK.sample()
    assert isinstance(content, PerjanjianKinerja)
    content = replace(content, jenis_pk="sub-koordinator-jf", daftar_anggaran=rows, total_anggaran=total)
    data, said = isikan(folder, (ROOT / "templates" / "pk.docx").read_bytes(), content, teruji=True)
    assert list(said) == []
    return paragraf(buka(data)["word/document.xml"])


def test_an_amount_that_stands_elsewhere_says_so_in_its_cell_and_in_the_total(tmp_path: Path) -> None:
    """In each look of a row: with parts below it, as such a part, and by itself."""
    texts = printed(
        tmp_path,
        "-",
        AnggaranPk("kegiatan", True, "7.01.03.2.02", "Kelurahan", "", "APBD", True, ELSEWHERE),
        AnggaranPk("sub_kegiatan", False, "7.01.03.2.02.0002", "Sarana", "", "APBD", True, ELSEWHERE),
        AnggaranPk("kegiatan", False, "7.01.04.2.01", "Ketertiban", "", "APBD", True, ELSEWHERE),
    )
    for name in ("7.01.03.2.02 Kelurahan", "7.01.03.2.02.0002 Sarana", "7.01.04.2.01 Ketertiban"):
        assert texts[texts.index(name) + 1 : texts.index(name) + 3] == ["pada PK lain", f"APBD ({ELSEWHERE})"]
    assert texts[texts.index("TOTAL") + 1 :][:2] == ["-", "seluruhnya pada PK lain"]


def test_an_amount_of_his_own_is_printed_with_its_total(tmp_path: Path) -> None:
    texts = printed(tmp_path, "300", AnggaranPk("sub_kegiatan", False, "7.01.03", "Sarana", "300", "APBD", False))
    assert (texts[texts.index("7.01.03 Sarana") + 1], texts[texts.index("TOTAL") + 1]) == ("300", "300")
    assert "pada PK lain" not in texts
