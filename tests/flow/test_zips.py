"""Documents packed by class and all together: names whole, bytes the same for the same files."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from pokin_docs.flow.zips import Zips, make_zips

PATHS = ("PK/JPT/PK_a.docx", "PK/Ess-3/PK_é.docx", "SKP/Ess-3/SKP_b.docx", "Kinerja/IKU_2026.docx")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path in (*PATHS, "PDF/PK/JPT/PK_a.pdf", "Cetak/Cetak-PK_2026.pdf", "catatan.txt"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(path.encode())
    _manifest(tmp_path)
    return tmp_path


def _manifest(folder: Path, old: str = "") -> None:
    """What the last run says of the files; those of one kind perhaps from an earlier workbook."""
    entries = [
        {"berkas": path, "jenis": path.split("/")[0], "waktu": "2026", "templat": "", "sha256": ""} for path in PATHS
    ]
    kinds = dict.fromkeys(path.split("/")[0] for path in PATHS)
    made = [
        {"jenis": kind, "waktu": "2026", "buku": {"nama": "b", "sha256": "1" if kind == old else "2"}, "templat": {}}
        for kind in kinds
    ]
    content = {"program": "0", "buku": {"nama": "b", "sha256": "2"}, "templat": {}, "dokumen": entries, "dibuat": made}
    (folder / "manifes.json").write_text(json.dumps(content))


def names(folder: Path, path: str) -> list[str]:
    with zipfile.ZipFile(folder / path) as archive:
        assert archive.testzip() is None
        return archive.namelist()


def test_papers_of_officials_are_packed_by_class_and_everything_once_more(folder: Path) -> None:
    made = make_zips(folder, None)
    assert made == Zips(("Zip/JPT_2026.zip", "Zip/Ess-3_2026.zip", "Zip/Semua.zip"), 0)
    assert names(folder, "Zip/JPT_2026.zip") == ["PDF/PK/JPT/PK_a.pdf", "PK/JPT/PK_a.docx"]
    assert names(folder, "Zip/Ess-3_2026.zip") == ["PK/Ess-3/PK_é.docx", "SKP/Ess-3/SKP_b.docx"]
    assert set(names(folder, "Zip/Semua.zip")) == {*PATHS, "PDF/PK/JPT/PK_a.pdf", "Cetak/Cetak-PK_2026.pdf"}


def test_what_an_earlier_workbook_made_is_left_out_and_counted(folder: Path) -> None:
    _manifest(folder, old="SKP")
    assert make_zips(folder, None).old == 1
    assert names(folder, "Zip/Ess-3_2026.zip") == ["PK/Ess-3/PK_é.docx"]
    assert "SKP/Ess-3/SKP_b.docx" not in names(folder, "Zip/Semua.zip")


def test_files_have_the_day_of_the_papers(folder: Path) -> None:
    make_zips(folder, date(2026, 1, 5))
    with zipfile.ZipFile(folder / "Zip" / "Semua.zip") as archive:
        assert {info.date_time for info in archive.infolist()} == {(2026, 1, 5, 0, 0, 0)}


def test_what_does_not_stand_is_left_out(folder: Path) -> None:
    for path in PATHS:
        (folder / path).unlink()
    assert make_zips(folder, None) == Zips()
    assert not (folder / "Zip").exists()


def test_the_same_files_are_not_written_again_and_changed_ones_are(folder: Path) -> None:
    make_zips(folder, None)
    target = folder / "Zip" / "Semua.zip"
    before = target.stat().st_mtime_ns, target.read_bytes()
    make_zips(folder, None)
    assert (target.stat().st_mtime_ns, target.read_bytes()) == before
    (folder / PATHS[0]).write_bytes(b"lain")
    make_zips(folder, None)
    assert target.read_bytes() != before[1]
