"""W14: what was noted while the plan was made would print; words that are part of a sentence are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import BAKU, put, write
from pokin_docs.flow.examine import Understood, examine
from pokin_docs.model.settings import Settings


def told(folder: Path, text: str) -> list[str]:
    found = examine(write(folder / "b.xlsx", BAKU, put("Tahap 5!C6", text)), Settings(Path("build"), ()))
    assert isinstance(found, Understood)
    return [str(entry.tempat) for entry in found.temuan if entry.kode == "W14"]


@pytest.mark.parametrize(
    "text",
    ["Jumlah metadata (BARU)", "Jumlah metadata *baru", "[usulan] Jumlah metadata", "Jumlah metadata (revisi 2026)",
     "Jumlah metadata (cek lagi!)", "Jumlah metadata ??", "Jumlah metadata TBC", "(dihapus) Jumlah metadata"],
)  # fmt: skip
def test_a_remark_of_drafting_is_told(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == ["Tahap 5!C6"]


@pytest.mark.parametrize(
    "text",
    ["Jumlah metadata baru", "Jumlah usulan yang ditindaklanjuti", "Jumlah metadata (dokumen baru)", "Jumlah revisi",
     "Jumlah rumah (layak huni)", "Angka notifikasi kasus TB baru", "Jumlah metadata lama"],
)  # fmt: skip
def test_such_words_in_a_sentence_are_no_remark(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == []
