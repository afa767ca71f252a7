"""Documents packed by class and all together: names whole, bytes the same for the same files."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from pokin_docs.documents.kind import Dokumen
from pokin_docs.flow.zips import make_zips

PATHS = ("PK/JPT/PK_a.docx", "PK/Ess-3/PK_é.docx", "SKP/Ess-3/SKP_b.docx", "Kinerja/IKU_2026.docx")


def documents(*paths: str) -> tuple[Dokumen, ...]:
    return tuple(Dokumen("pk", path, (), None, time="2026") for path in paths)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path in (*PATHS, "PDF/PK/JPT/PK_a.pdf", "catatan.txt"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(path.encode())
    return tmp_path


def names(folder: Path, path: str) -> list[str]:
    with zipfile.ZipFile(folder / path) as archive:
        assert archive.testzip() is None
        return archive.namelist()


def test_papers_of_officials_are_packed_by_class_and_everything_once_more(folder: Path) -> None:
    made = make_zips(folder, documents(*PATHS))
    assert made == ("Zip/JPT_2026.zip", "Zip/Ess-3_2026.zip", "Zip/Semua.zip")
    assert names(folder, "Zip/JPT_2026.zip") == ["PDF/PK/JPT/PK_a.pdf", "PK/JPT/PK_a.docx"]
    assert names(folder, "Zip/Ess-3_2026.zip") == ["PK/Ess-3/PK_é.docx", "SKP/Ess-3/SKP_b.docx"]
    assert set(names(folder, "Zip/Semua.zip")) == {*PATHS, "PDF/PK/JPT/PK_a.pdf"}


def test_what_does_not_stand_is_left_out(folder: Path) -> None:
    (folder / PATHS[0]).unlink()
    (folder / "PDF/PK/JPT/PK_a.pdf").unlink()
    assert make_zips(folder, documents(PATHS[0])) == ()
    assert not (folder / "Zip").exists()


def test_the_same_files_are_not_written_again_and_changed_ones_are(folder: Path) -> None:
    make_zips(folder, documents(*PATHS))
    target = folder / "Zip" / "Semua.zip"
    before = target.stat().st_mtime_ns, target.read_bytes()
    make_zips(folder, documents(*reversed(PATHS)))
    assert (target.stat().st_mtime_ns, target.read_bytes()) == before
    (folder / PATHS[0]).write_bytes(b"lain")
    make_zips(folder, documents(*PATHS))
    assert target.read_bytes() != before[1]
