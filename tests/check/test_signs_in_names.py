"""Signs that are no part of a name, told with the sign; a vague word found at its own place of a shortened sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpers.workbooks import BAKU, put, write
from pokin_docs.check.vague import vague_phrase
from pokin_docs.flow.examine import examine
from pokin_docs.model.catalogue import message
from pokin_docs.model.settings import Settings


@pytest.mark.parametrize(
    ("nama", "kode", "sign"),
    [("Contoh ‹Dua", "P114", "«‹»"), ("Contoh_Dua*", "P114", "«_», «*»"), ("Contoh & Dua", "B21", "«&»"),
     ("Contoh-Dua O’Contoh", "", ""), ("Contoh A.R. Dué", "", ""), ("Contoh Dua 2", "", "")],
)  # fmt: skip
def test_a_sign_in_a_name_is_quoted(tmp_path: Path, nama: str, kode: str, sign: str) -> None:
    path = write(tmp_path / "b.xlsx", BAKU, put("Pejabat!B4", nama))
    found = [one for one in examine(path, Settings(tmp_path, (), hanya=("pk",))).temuan if one.kode in ("P114", "B21")]
    assert [one.kode for one in found] == [kode] * bool(kode)
    assert all(sign in message(one) for one in found)


def test_what_bounds_a_quality_is_looked_for_where_the_quality_stands() -> None:
    text = "Terlaksananya tata kelola yang baik secara terbuka dan baik"
    found = vague_phrase(text, re.compile(r"secara baik|yang baik"))
    assert found is not None
    assert found.group(0) == "secara baik"
    assert vague_phrase("Terwujudnya tata kelola yang baik", re.compile("yang baik")) is None
