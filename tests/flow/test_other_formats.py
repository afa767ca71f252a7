"""What an office saved in another format beside a file that is read, an .odt of a chapter, is named and stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.workbooks import write
from pokin_docs.flow.examine import examine
from pokin_docs.model.catalogue import message
from pokin_docs.model.settings import Settings


def told(folder: Path, *files: str) -> list[str]:
    """What is said of an office with these files beside its workbook ``b.xlsx``."""
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")
    found = examine(write(folder / "b.xlsx"), Settings(folder / "build", (folder / "templates",)))
    return [message(one) for one in found.temuan if one.kode == "D51"]


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("build/b/Renstra/Bab-2.odt", "Berkas «b/Renstra/Bab-2.odt» tidak dibaca, karena bukan .docx"),
        ("build/b/Renstra/BAB-2.ODT", "Berkas «b/Renstra/BAB-2.ODT»"),
        ("build/b/Kinerja/IKU_2026.doc", "Berkas «b/Kinerja/IKU_2026.doc»"),
        (
            "build/b/Kinerja/Cascading_2026.ods",
            "Berkas «b/Kinerja/Cascading_2026.ods» tidak dibaca, karena bukan .xlsx",
        ),
        ("b-naskah.odt", "Naskah «b-naskah.odt»"),
        ("b-naskah-terkumpul.rtf", "Naskah «b-naskah-terkumpul.rtf»"),
        ("templates/pk.odt", "Templat «templates/pk.odt»"),
        ("templates/pk-jpt.docm", "Templat «templates/pk-jpt.docm»"),
        ("templates/cascading.ods", "Templat «templates/cascading.ods»"),
    ],
)
def test_a_file_beside_ours_in_another_format_is_named(tmp_path: Path, file: str, said: str) -> None:
    (one,) = told(tmp_path, file)
    assert one.startswith(said)


@pytest.mark.parametrize(
    "file",
    [
        "build/b/Renstra/catatan.odt", "build/b/Renstra/.~lock.Bab-2.odt#", "build/b/PDF/Renstra/Bab-2.pdf", "Bab-2.odt",
        "b.ods", "build/b/suntingan/2026-01-05_0930/Renstra/Bab-2.odt", "templates/surat.odt",
    ],
)  # fmt: skip
def test_what_is_no_file_of_ours_in_another_format_is_nobodys_business(tmp_path: Path, file: str) -> None:
    assert told(tmp_path, file) == []
