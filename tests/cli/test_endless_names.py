"""Names that no file can have, from the command line or a manifest: said or passed over, never a fault of ours."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from helpers.command_line import here
from helpers.workbooks import BAKU, write
from pokin_docs.flow.examine import Understood, examine
from pokin_docs.flow.notices import left_behind
from pokin_docs.model.locations import is_file
from pokin_docs.model.settings import Settings


@pytest.mark.parametrize(
    "words",
    [("bangun",), ("periksa",), ("templat",), ("manifes",), ("suntingan",), ("pohon",), ("mulai",), (),
     ("bangun", "--keluaran"), ("bangun", "--templat"), ("periksa", "--koreksi"), ("templat", "--palet")],
)  # fmt: skip
def test_a_word_longer_than_any_name_is_wrong_use(tmp_path: Path, words: tuple[str, ...]) -> None:
    for name, refused in (("x" * 256, True), ("y/" * 2_001, True), ("z" * 251 + ".abc", False)):
        ended = here(*words, name, cwd=tmp_path)
        assert ("terlalu panjang untuk nama" in ended.stderr) is refused
        assert ended.returncode == 2 or not refused
    assert not any(tmp_path.glob("x*"))
    for path in tmp_path.iterdir():  # what was allowed may have been made
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def test_a_place_without_a_name_is_wrong_use(tmp_path: Path) -> None:
    ended = here("templat", "--palet", "", cwd=tmp_path)
    assert (ended.returncode, "sebut nama berkasnya" in ended.stderr) == (2, True)


@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "/".join(["x" * 200] * 30)])
def test_a_name_in_a_manifest_may_be_one_that_no_file_has(tmp_path: Path, name: str) -> None:
    assert not is_file(tmp_path / name)
    path = write(tmp_path / "b.xlsx", BAKU)
    made = tmp_path / "build" / "lama"
    made.mkdir(parents=True)
    book = {"nama": name, "sha256": "0"}
    empty = {"program": "1", "buku": book, "perangkat_daerah": "Dinas Contoh", "templat": {}, "dokumen": []}
    (made / "manifes.json").write_text(json.dumps(empty))
    understood = examine(path, Settings(tmp_path / "build", ()))
    assert isinstance(understood, Understood)
    assert len(left_behind([(path, understood)], Settings(tmp_path / "build", ()))) == 1
    assert here("manifes", "--periksa", made, cwd=tmp_path).returncode == 0
